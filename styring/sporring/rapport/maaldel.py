"""The chapter about the goals: what was measured, how the year is assessed, and what serves them.

All of it as it was known on the day of the report, and no figure of a later year than its own.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from styring.fag.baerekraftsmaal import med_navn
from styring.fag.indikator import Maallys, Maalpunkt
from styring.fag.maalvurdering import VURDERINGSORD, vurderingsordet
from styring.fag.periode import Periode
from styring.fag.tilstand import Tilstand
from styring.register.maalene_per import i_vinduet
from styring.register.maalingene import Maalsted, maalstedene, seriene
from styring.register.maalvurderingene import aarets_siste, vurderingene_per
from styring.register.register import Register
from styring.sporring.maal.maalstatus import Indikatorrad, maalraden
from styring.sporring.maal.tjener import oppdrag_til, vedtak_til
from styring.sporring.oppdrag.stilling import Stilling
from styring.sporring.rapport.rapportdag import levert_per


class Enhetsord(NamedTuple):
    """What a unit has said of a goal; ``dato`` is None for its word at the end of the year."""

    enhet: str
    tekst: str
    dato: date | None


class Tjener(NamedTuple):
    """An oppdrag or a vedtak that serves a goal, and how it stands."""

    slag: str
    tittel: str
    enhet: str
    tilstand: Tilstand


class Maaltabellrad(NamedTuple):
    """One indicator with its figure of each year; None where there is none."""

    rad: Indikatorrad
    celler: tuple[Maalpunkt | None, ...]


class Maaltabell(NamedTuple):
    """What was measured of a goal, year by year."""

    aar: tuple[int, ...]
    rader: tuple[Maaltabellrad, ...]


class Maalomtale(NamedTuple):
    """One goal. ``vurdering`` is the word of the staff and ``i_fjor`` that of the year before, both
    empty where nobody has said any.
    """

    kode: str
    tittel: str
    ansvar: tuple[str, ...]
    baerekraftsmaal: tuple[str, ...]
    tabell: Maaltabell
    lys: dict[Maallys, int]
    vurdering: str
    begrunnelse: str
    i_fjor: str
    ord: tuple[Enhetsord, ...]
    tjener: tuple[Tjener, ...]

    @property
    def er_maalt(self) -> bool:
        """Whether there is any figure."""
        return any(ett.rad.serie for ett in self.tabell.rader)


class Maalomraade(NamedTuple):
    """One satsingsområde with its goals."""

    kode: str
    navn: str
    maal: tuple[Maalomtale, ...]


class Maaldel(NamedTuple):
    """The chapter. ``lys`` counts the indicators, ``vurdert`` the goals by the word they got; what
    is not said of any is not there. ``uten_aarets_tall`` are those that are measured, but have no
    figure of the year itself.
    """

    aar: int
    fjoraaret: int
    antall: int
    ikke_maalt: int
    uten_aarets_tall: int
    ikke_vurdert: int
    lys: dict[Maallys, int]
    vurdert: dict[str, int]
    omraader: tuple[Maalomraade, ...]


class _Spurt(NamedTuple):
    """What every goal is told from."""

    register: Register
    periode: Periode
    dato: date
    serier: Mapping[str, tuple[Maalpunkt, ...]]
    saker: Mapping[str, Stilling]


def maaldel(
    register: Register, periode: Periode, dato: date, saker: Mapping[str, Stilling]
) -> Maaldel | None:
    """Give the chapter; None where there are no goals. ``saker`` are the oppdrag and vedtak that
    the report tells of.
    """
    alle_seriene = seriene(register, dato, til=periode.aar)
    serier = {kode: i_vinduet(serie, periode.aar) for kode, serie in alle_seriene.items()}
    steder = list(maalstedene(register))
    spurt = _Spurt(register, periode, dato, serier, saker)
    omtalt = {ett.kode: _omtale(spurt, ett) for ett in steder}
    if not omtalt:
        return None
    alle = list(omtalt.values())
    lysene: Counter[Maallys] = sum((Counter(maal.lys) for maal in alle), Counter())
    ordene = Counter(maal.vurdering for maal in alle if maal.vurdering)
    return Maaldel(
        aar=periode.aar,
        fjoraaret=periode.aar - 1,
        antall=len(alle),
        ikke_maalt=sum(not maal.er_maalt for maal in alle),
        uten_aarets_tall=sum(maal.er_maalt and periode.aar not in maal.tabell.aar for maal in alle),
        ikke_vurdert=sum(not maal.vurdering for maal in alle),
        lys=_talt(lysene),
        vurdert={ord_: ordene[ord_] for ord_ in VURDERINGSORD.values() if ordene[ord_]},
        omraader=tuple(_omraadene(register, steder, omtalt)),
    )


def _omraadene(
    register: Register, steder: Iterable[Maalsted], omtalt: Mapping[str, Maalomtale]
) -> Iterator[Maalomraade]:
    for post in register.omraader:
        if maal := tuple(omtalt[ett.kode] for ett in steder if ett.fil == post.fil):
            yield Maalomraade(post.verdi.kode, post.verdi.navn, maal)


def _omtale(spurt: _Spurt, sted: Maalsted) -> Maalomtale:
    register, periode, dato, serier, saker = spurt
    sagt = vurderingene_per(register, periode, dato).get(sted.kode)
    fjoraaret = aarets_siste(register, periode.aar - 1)
    i_fjor = vurderingene_per(register, fjoraaret, dato).get(sted.kode) if fjoraaret else None
    rader = maalraden(sted, serier, dato).indikatorer
    return Maalomtale(
        kode=sted.kode,
        tittel=sted.tittel,
        ansvar=tuple(map(register.enhetsnavn, sted.ansvar)),
        baerekraftsmaal=tuple(map(med_navn, sted.baerekraftsmaal)),
        tabell=_tabellen(rader),
        lys=_talt(Counter(rad.lys for rad in rader)),
        vurdering=vurderingsordet(sagt),
        begrunnelse=(sagt.begrunnelse or "").strip() if sagt else "",
        i_fjor=vurderingsordet(i_fjor),
        ord=tuple(_ordene(register, periode, dato, sted)),
        tjener=tuple(_tjenerne(register, sted.kode, saker)),
    )


def _talt(lysene: Counter[Maallys]) -> dict[Maallys, int]:
    return {lys: lysene[lys] for lys in Maallys if lysene[lys]}


def _tabellen(rader: tuple[Indikatorrad, ...]) -> Maaltabell:
    """The figures of every year that any of them has one of."""
    aar = tuple(sorted({punkt.aar for rad in rader for punkt in rad.serie}))
    per_aar = [{punkt.aar: punkt for punkt in rad.serie} for rad in rader]
    return Maaltabell(
        aar,
        tuple(
            Maaltabellrad(rad, tuple(map(punktene.get, aar)))
            for rad, punktene in zip(rader, per_aar, strict=True)
        ),
    )


def _ordene(
    register: Register, periode: Periode, dato: date, sted: Maalsted
) -> Iterator[Enhetsord]:
    """The units' notes of the year, oldest first, and what they say at the end of it."""
    for notat in sted.statusnotater:
        if notat.dato <= dato and notat.dato.year == periode.aar:
            yield Enhetsord(register.enhetsnavn(notat.enhet), notat.tekst.strip(), notat.dato)
    for enhet in register.enheter:
        post = register.rapporter.get(f"{periode.id}/{enhet}")
        ett = (post.verdi.maal or {}).get(sted.kode) if post else None
        if ett and ett.kommentar and levert_per(register, periode, enhet, dato):
            yield Enhetsord(register.enhetsnavn(enhet), ett.kommentar.strip(), None)


def _tjenerne(register: Register, kode: str, saker: Mapping[str, Stilling]) -> Iterator[Tjener]:
    """The oppdrag and vedtak of the report that serve a goal."""
    ider = [
        *(("oppdrag", id_) for id_, _ in oppdrag_til(register, {kode})),
        *(("vedtak", id_) for id_, _ in vedtak_til(register, {kode})),
    ]
    for slag, id_ in ider:
        if sak := saker.get(id_):
            navn = register.enhetsnavn(sak.ansvarlig)
            yield Tjener(slag, sak.tittel, navn, sak.tilstand)
