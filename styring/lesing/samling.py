"""Records, file by file, to one register: ids from paths, everything in the order it is shown."""

from collections.abc import Iterable, Mapping
from typing import Any

from styring.fag.norsk import sorteringsnokkel
from styring.fag.periode import sortering
from styring.modell.kommune import Kommune
from styring.modell.oppdrag import Oppdrag
from styring.modell.rapport import Enhetsrapport
from styring.modell.vedtak import Vedtak
from styring.register.avledet import BIDRAG, EGNE, delmaal_i, meldinger_i, tidligere_id_er
from styring.register.register import Post, Register


def lag_register(
    poster: Mapping[str, list[Post[Any]]], uleste: tuple[str, ...], mulige_personopplysninger: Mapping[str, str], delvise: Iterable[str] = ()
) -> Register:
    """Gather what was read."""
    kommune = poster.get("kommune", [None])[0]
    omraader = sorted(poster.get("maal", []), key=lambda post: (post.verdi.nr, sorteringsnokkel(post.verdi.navn)))
    rang = {kode: nr for nr, kode in enumerate(kommune.verdi.enheter)} if kommune else {}
    arshjul = poster.get("arshjul", [])
    rapporter = _rapporter(poster.get("rapport", []), kommune, rang)
    naa = tidligere_id_er((*poster.get("oppdrag", []), *poster.get("vedtak", [])))
    return Register(
        kommune=kommune,
        styringsbrev={int(post.id): post for post in poster.get("styringsbrev", [])},
        omraader=tuple(omraader),
        delmaal=delmaal_i(omraader),
        oppdrag=_oppdrag(poster.get("oppdrag", []), rang),
        vedtak=_vedtak(poster.get("vedtak", [])),
        rapporter=rapporter,
        samlerapporter=_samlerapporter(poster.get("samlerapport", []), kommune),
        meldinger=meldinger_i(rapporter.values(), EGNE, naa),
        bidrag=meldinger_i(rapporter.values(), BIDRAG, naa),
        styringsdialoger={post.id: post for post in sorted(poster.get("styringsdialog", []), key=lambda post: (post.verdi.dato, post.id))},
        aktiviteter={navn: Post(navn, post.fil, aktivitet, ("aktiviteter", navn)) for post in arshjul for navn, aktivitet in post.verdi.aktiviteter.items()},
        uleste=uleste,
        mulige_personopplysninger=mulige_personopplysninger,
        delvise=frozenset(delvise),
    )


def _oppdrag(poster: Iterable[Post[Oppdrag]], rang: Mapping[str, int]) -> dict[str, Post[Oppdrag]]:
    """Order by year, then the owner's place among the units, then the code, which keeps the letter's order."""
    ordnet = sorted(poster, key=lambda post: (post.id[:4], rang.get(post.verdi.ansvarlig, len(rang)), post.id))
    return {post.id: post for post in ordnet}


def _vedtak(poster: Iterable[Post[Vedtak]]) -> dict[str, Post[Vedtak]]:
    """Order by the day they were made, then by id: the oldest open one stands first wherever they are listed."""
    return {post.id: post for post in sorted(poster, key=lambda post: (post.verdi.dato, post.id))}


def _rapporter(poster: Iterable[Post[Enhetsrapport]], kommune: Post[Kommune] | None, rang: Mapping[str, int]) -> dict[str, Post[Enhetsrapport]]:
    """Order by period, then the unit's own place."""
    rutine = kommune.verdi.rapportering if kommune else None

    def nokkel(post: Post[Enhetsrapport]) -> tuple[object, ...]:
        periode, _, enhet = post.id.partition("/")
        return (sortering(rutine, periode), rang.get(enhet, len(rang)), enhet)

    return {post.id: post for post in sorted(poster, key=nokkel)}


def _samlerapporter(poster: Iterable[Post[Any]], kommune: Post[Kommune] | None) -> dict[str, Post[Any]]:
    rutine = kommune.verdi.rapportering if kommune else None
    per_periode = {post.id.partition("/")[0]: post for post in poster}
    return {periode: per_periode[periode]._replace(id=periode) for periode in sorted(per_periode, key=lambda periode: sortering(rutine, periode))}
