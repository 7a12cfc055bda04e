"""Records by type to one register: everything in the order it is shown, and what is made of it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from styring.fag.norsk import lik, sorteringsnokkel
from styring.fag.periode import sortering
from styring.register.avledet import BIDRAG, EGNE, delmaal_i, meldinger_i, tidligere_id_er
from styring.register.post import Post
from styring.register.register import Register

Poster = Mapping[str, Mapping[str, Post[Any]]]
_Nokkel = Callable[[Post[Any]], Any]


# what the register knows beside its records
def samle(poster: Mapping[str, list[Post[Any]]], **om_lesingen: Any) -> Register:  # noqa: ANN401
    """Gather what was read. ``om_lesingen`` is what the register tells of the reading."""
    return sett_sammen(
        {
            navn: {post.id: post for post in sorted(liste, key=_nokkel(navn, poster))}
            for navn, liste in poster.items()
        },
        **om_lesingen,
    )


# what the register knows beside its records
def sett_sammen(
    poster: Poster,
    naa: Mapping[str, str] | None = None,
    **om_lesingen: Any,  # noqa: ANN401
) -> Register:
    """Make a register of records that are in order already.

    ``naa`` is what some records are called now, by what they were called before.
    """
    ansvarsposter = [*poster.get("oppdrag", {}).values(), *poster.get("vedtak", {}).values()]
    naa = tidligere_id_er(ansvarsposter) if naa is None else naa
    rapporter = list(poster.get("rapport", {}).values())
    hjul = poster.get("arshjul", {}).values()
    return Register(
        poster=poster,
        kommune=next(iter(poster.get("kommune", {}).values()), None),
        delmaal=delmaal_i(poster.get("maal", {}).values()),
        aktiviteter={
            navn: Post(navn, post.fil, aktivitet, ("aktiviteter", navn))
            for post in hjul
            for navn, aktivitet in post.verdi.aktiviteter.items()
        },
        meldinger=meldinger_i(rapporter, EGNE, naa),
        bidrag=meldinger_i(rapporter, BIDRAG, naa),
        **om_lesingen,
    )


def _nokkel(navn: str, poster: Mapping[str, Iterable[Post[Any]]]) -> _Nokkel:
    """How the records of a type are ordered; by id where nothing else is said."""
    kommune = next(iter(poster.get("kommune", ())), None)
    rutine = kommune.verdi.rapportering if kommune else None
    i_brevet = {
        lik(tema.tittel): nr
        for brev in poster.get("styringsbrev", ())
        for nr, tema in enumerate(brev.verdi.temaer)
    }
    rang = {kode: nr for nr, kode in enumerate(kommune.verdi.enheter)} if kommune else {}

    def skjema(post: Post[Any]) -> tuple[object, ...]:
        periode, _, enhet = post.id.partition("/")
        return (sortering(rutine, periode), rang.get(enhet, len(rang)), enhet)

    nokler: dict[str, _Nokkel] = {
        "maal": lambda post: (post.verdi.nr, sorteringsnokkel(post.verdi.navn), post.id),
        # The year, then the owner's place among the units, then the code, which keeps the letter's
        # order.
        "oppdrag": lambda post: (post.id[:4], rang.get(post.verdi.ansvarlig, len(rang)), post.id),
        # The oldest open vedtak stands first wherever they are listed.
        "vedtak": lambda post: (post.verdi.dato, post.id),
        "rapport": skjema,
        "samlerapport": skjema,
        "styringsdialog": lambda post: (post.verdi.dato, post.id),
        "tema": lambda post: (post.id[:4], i_brevet.get(lik(post.verdi.tittel), 99), post.id),
        "beredskapshendelse": lambda post: (post.verdi.dato, post.id),
    }
    return nokler.get(navn, lambda post: post.id)
