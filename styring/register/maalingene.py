"""The indicators of the goals, and the figures of each that could be known on a day."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from styring.funn import Sti

if TYPE_CHECKING:
    from collections.abc import Mapping

    from styring.fag.indikator import Maalpunkt
    from styring.modell.fnmaal import FnMaal
    from styring.modell.indikator import Indikator, Maaling, Maalinger, Statusnotat
    from styring.register.post import Post
    from styring.register.register import Register


class Maalsted(NamedTuple):
    """A goal that may be measured: a delmål, or a hovedmål that is not divided."""

    kode: str
    tittel: str
    ansvar: tuple[str, ...]
    fil: str
    sti: Sti
    indikatorer: "tuple[Indikator, ...]"
    statusnotater: "tuple[Statusnotat, ...]"
    baerekraftsmaal: "tuple[FnMaal, ...]" = ()


class Indikatorsted(NamedTuple):
    """An indicator, the goal it is of, and its place in the file."""

    indikator: "Indikator"
    maal: Maalsted
    sti: Sti


def maalstedene(register: "Register") -> Iterator[Maalsted]:
    """Every delmål, and every hovedmål with what stands on it itself, in the order of the files."""
    for omraade in register.omraader:
        for h, over in enumerate(omraade.verdi.hovedmaal):
            sti: Sti = ("hovedmaal", h)
            egne = (over.indikatorer, over.statusnotater)
            if not over.delmaal or any(egne):
                yield Maalsted(over.kode, over.tittel, (), omraade.fil, sti, *egne)
            for d, delmaal in enumerate(over.delmaal):
                yield Maalsted(
                    delmaal.kode,
                    delmaal.tittel,
                    delmaal.ansvar,
                    omraade.fil,
                    (*sti, "delmaal", d),
                    delmaal.indikatorer,
                    delmaal.statusnotater,
                    delmaal.baerekraftsmaal,
                )


def indikatorstedene(register: "Register") -> Iterator[Indikatorsted]:
    """Every indicator with its goal; of two with the same code both, for a rule to tell."""
    for maal in maalstedene(register):
        for nr, indikator in enumerate(maal.indikatorer):
            yield Indikatorsted(indikator, maal, (*maal.sti, "indikatorer", nr))


def maalingslistene(register: "Register") -> "Mapping[str, Post[Maalinger]]":
    """The figures of each year by id, ``2024-maalinger``."""
    return register.poster.get("maalinger", {})


def kjent_dagen(maaling: "Maaling") -> date:
    """The first day that a figure could be known: when it came out, and was read in."""
    return max(maaling.maalt, maaling.lest or maaling.maalt)


def seriene(
    register: "Register", dato: date, til: int = 9999
) -> "dict[str, tuple[Maalpunkt, ...]]":
    """Every series by the code of its indicator, oldest first: the last figure of each year that
    could be known on the day. ``til`` is the last year.
    """
    kilder = {ett.indikator.kode: ett.indikator.kilde for ett in indikatorstedene(register)}
    aarene: dict[str, dict[int, Maalpunkt]] = {}
    for id_, post in sorted(maalingslistene(register).items()):
        if int(id_[:4]) > til:
            continue
        for maaling in post.verdi.maalinger:
            punkt = _punktet(int(id_[:4]), maaling, kilder.get(maaling.indikator, ""))
            serie = aarene.setdefault(maaling.indikator, {})
            foer = serie.get(punkt.aar)
            if punkt.kjent <= dato and (foer is None or foer.maalt <= punkt.maalt):
                serie[punkt.aar] = punkt
    return {kode: tuple(serie.values()) for kode, serie in aarene.items() if serie}


def _punktet(aar: int, maaling: "Maaling", kilde: str) -> "Maalpunkt":
    from styring.fag.indikator import Maalpunkt  # loaded where there are figures

    tabell = f", tabell {maaling.tabell}" if maaling.tabell else ""
    return Maalpunkt(
        aar=aar,
        verdi=maaling.verdi,
        maalt=maaling.maalt,
        kjent=kjent_dagen(maaling),
        forelopig=maaling.forelopig,
        brudd=maaling.brudd,
        kilde=f"{maaling.kilde or kilde}{tabell}",
        merknad=(maaling.merknad or "").strip(),
    )
