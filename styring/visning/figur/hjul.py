"""The wheel as SVG: green outside is administrative, pink inside is political, each with its ring,
its sign and its word.
"""

import calendar
import math
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from styring.fag.kalender import MAANEDER, kortdato
from styring.visning.figur import svg
from styring.visning.figur.hjulgeometri import (
    KANT,
    MAANEDSRING,
    RINGER,
    Hendelsespunkt,
    Hjulmerke,
    Punkt,
    maanedsgrenser,
    paa,
    vinkel,
)
from styring.visning.figur.hjulplan import LINJE, SKRIFT, Hjulplan, med_nummer, med_ord
from styring.visning.figur.palett import DEMPET, PAPIR, STREK, TEKST, Farge, tegnet

FARGER = {
    "administrativ": Farge("#cde8d3", "#1b7a3d", "#0f4a25"),
    "politisk": Farge("#fbd3e0", "#b4246a", "#7a1246"),
}
_BUNN = {"administrativ": "#eef7f0", "politisk": "#fceef3"}
_ORD = {"administrativ": "Administrativt", "politisk": "Politisk"}
_MAANEDSBUNN = "#eceff3"
_LISTELINJE = 18
_LISTEMARG = 20
_INN = 176
"""Where the words of the list begin."""


class Gjentatt(NamedTuple):
    """Something that happens so often that it is drawn as ticks."""

    tittel: str
    ring: str
    dager: tuple[date, ...]


class Hjul(NamedTuple):
    """What is drawn: what happens on which day, in the order of the year; what is repeated, what
    was moved out of the year, what has no day, and today, None where that is another year.
    ``under`` are the words below the year: whose it is, and what was chosen.
    """

    aar: int
    tittel: str
    punkter: tuple[Hendelsespunkt, ...]
    gjentatt: tuple[Gjentatt, ...]
    under: tuple[str, ...]
    utenfor: tuple[str, ...]
    uten_dag: tuple[str, ...]
    i_dag: date | None

    @property
    def beskrivelse(self) -> str:
        """All of it in words, for one who does not see it."""
        deler = [f"{_dag(ett.dag)}: {'; '.join(ett.titler)}" for ett in self.punkter]
        deler += [f"{ett.tittel}, {len(ett.dager)} ganger" for ett in self.gjentatt]
        deler += [f"Utenfor året: {'; '.join(self.utenfor)}"] if self.utenfor else []
        deler += [f"Dag ikke oppgitt: {'; '.join(self.uten_dag)}"] if self.uten_dag else []
        return ". ".join(deler) + "." if deler else "Ingen dager er lagt inn."


def tegn(hjul: Hjul, plan: Hjulplan, nr: int = 1, *, med_liste: bool = True) -> str:
    """Draw a wheel as it is laid out, with the list below of what has no room around it."""
    hoyde = plan.ramme[1] + (round(_listehoyde(hjul, plan)) if med_liste else 0)
    lista = _lista(hjul, plan) if med_liste else ()
    innhold = (*_bunnen(hjul, plan, hoyde), *_hendelsene(plan), *lista)
    return svg.bilde(plan.ramme[0], hoyde, (hjul.tittel, hjul.beskrivelse), innhold, nr)


def planen(hjul: Hjul) -> Hjulplan:
    """Lay it out with the words around it, or else with numbers."""
    return med_ord(hjul.punkter) or med_nummer(hjul.punkter)


def _dag(dag: date) -> str:
    return f"{dag.day}. {MAANEDER[dag.month - 1]}"


def _bunnen(hjul: Hjul, plan: Hjulplan, hoyde: int) -> Iterator[str]:
    """The paper, the rings, the months and weeks, and what stands in the middle."""
    midten = plan.midten
    yield svg.element("rect", width=plan.ramme[0], height=hoyde, fill=PAPIR)
    for ring, (inn, utt) in (*RINGER.items(), ("maaned", MAANEDSRING)):
        fyll = _BUNN.get(ring, _MAANEDSBUNN)
        yield svg.element("path", d=_ringen(midten, inn, utt), fill=fyll, fill_rule="evenodd")
    yield from _ukene(hjul.aar, midten)
    grenser = maanedsgrenser(hjul.aar)
    for maaned, (fra, til) in enumerate(pairwise(grenser)):
        yield _strek(midten, (MAANEDSRING[0], RINGER["administrativ"][1]), fra, STREK)
        x, y = paa(midten, sum(MAANEDSRING) / 2, (fra + til) / 2)
        navn = MAANEDER[maaned][:3].upper()
        yield svg.tekst(x, y + 5, navn, 13, text_anchor="middle", font_weight="bold", fill=DEMPET)
    for ett in hjul.gjentatt:
        for dag in ett.dager:
            utt = RINGER[ett.ring][1]
            yield _strek(midten, (utt - 7, utt), vinkel(dag), FARGER[ett.ring].kant, 2)
    yield from _midten(hjul, midten)


def _ukene(aar: int, midten: Punkt) -> Iterator[str]:
    """A small mark for every Monday, inside the months."""
    dager = (date(aar, maaned, dag) for maaned, dag in _dagene(aar))
    for dag in dager:
        if dag.weekday() == 0:
            retning = vinkel(dag) - math.pi / (366 if calendar.isleap(aar) else 365)
            yield _strek(midten, (MAANEDSRING[0], MAANEDSRING[0] + 4), retning, STREK)


def _dagene(aar: int) -> Iterator[tuple[int, int]]:
    for maaned in range(1, 13):
        for dag in range(1, calendar.monthrange(aar, maaned)[1] + 1):
            yield maaned, dag


def _midten(hjul: Hjul, midten: Punkt) -> Iterator[str]:
    x, y = midten
    yield svg.tekst(x, y - 28, str(hjul.aar), 40, text_anchor="middle", font_weight="bold")
    yield svg.tekst(x, y - 6, "Årshjul", 14, text_anchor="middle", fill=DEMPET)
    for plass, (ring, farge) in enumerate(FARGER.items()):
        ned = y + 22 + 22 * plass
        yield svg.tekst(x - 56, ned, tegnet(ring), 14, fill=farge.kant)
        yield svg.tekst(x - 36, ned, _ORD[ring], 14, fill=farge.tekst)
    for nr, ord_ in enumerate(hjul.under[:2]):
        kort = svg.forkortet(ord_, 190 - 40 * nr, 12)
        yield svg.tekst(x, y + 94 + 15 * nr, kort, 12, text_anchor="middle", fill=DEMPET)
    if hjul.i_dag:
        ord_ = f"I dag: {kortdato(hjul.i_dag)}"
        yield svg.tekst(x, y + 74, ord_, 13, text_anchor="middle")
        yield _strek(midten, (MAANEDSRING[0] - 20, KANT), vinkel(hjul.i_dag), TEKST, 2)


def _hendelsene(plan: Hjulplan) -> Iterator[str]:
    for punkt, leder in zip(plan.punkter, plan.ledere, strict=False):
        kant = FARGER[punkt.ring].kant
        yield svg.element("path", d=_linje(leder.punkter), stroke=kant, fill="none")
    for punkt, merke in zip(plan.punkter, plan.merker, strict=True):
        farge = FARGER[punkt.ring]
        yield svg.element(
            "path", d=_sektor(plan.midten, merke), fill=farge.flate, stroke=farge.kant
        )
    for punkt, ett in zip(plan.punkter, plan.etiketter, strict=False):
        farge, anker = FARGER[punkt.ring], "start" if ett.til_hoyre else "end"
        tegn_ = tegnet(punkt.ring)
        dag = f"{tegn_} {ett.dag}" if ett.til_hoyre else f"{ett.dag} {tegn_}"
        felles = {"text_anchor": anker}
        yield svg.tekst(
            ett.x, ett.y + 4, dag, SKRIFT, fill=farge.tekst, font_weight="bold", **felles
        )
        for nr, linje in enumerate(ett.linjer, 1):
            yield svg.tekst(ett.x, ett.y + 4 + LINJE * nr, linje, SKRIFT, **felles)
    for nr, (punkt, sted) in enumerate(zip(plan.punkter, plan.nummer, strict=False), 1):
        yield from _nummeret(nr, sted, punkt.ring, plan.radius)


def _nummeret(nr: int, sted: Punkt, ring: str, radius: float) -> Iterator[str]:
    """A number: in a circle where it is administrative, in a square where it is political."""
    (x, y), farge = sted, FARGER[ring]
    stil = {"fill": farge.flate, "stroke": farge.kant}
    if ring == "administrativ":
        yield svg.element("circle", cx=x, cy=y, r=radius, **stil)
    else:
        side = radius * 0.88
        yield svg.element("rect", x=x - side, y=y - side, width=2 * side, height=2 * side, **stil)
    storrelse = min(12, round(radius * 1.05))
    ned = y + storrelse * 0.35
    yield svg.tekst(x, ned, str(nr), storrelse, text_anchor="middle", fill=farge.tekst)


def _lista(hjul: Hjul, plan: Hjulplan) -> Iterator[str]:
    """What the numbers mean, and what is repeated."""
    y = plan.ramme[1] + _LISTEMARG
    for linje in _listelinjene(hjul, plan):
        if linje.merke:
            farge = FARGER[linje.ring].tekst if linje.ring else TEKST
            yield svg.tekst(_LISTEMARG, y, linje.merke, fill=farge, font_weight="bold")
        yield svg.tekst(_LISTEMARG + linje.inn, y, linje.tekst)
        y += _LISTELINJE


class _Listelinje(NamedTuple):
    """A line of the list: what stands first, the ring it is coloured by, and the words."""

    merke: str
    ring: str
    tekst: str
    inn: int = _INN


def _listehoyde(hjul: Hjul, plan: Hjulplan) -> float:
    linjer = list(_listelinjene(hjul, plan))
    return len(linjer) * _LISTELINJE + 2 * _LISTEMARG if linjer else 0


def _listelinjene(hjul: Hjul, plan: Hjulplan) -> Iterator[_Listelinje]:
    plass = plan.ramme[0] - 2 * _LISTEMARG - _INN
    for nr, punkt in enumerate(() if plan.etiketter else plan.punkter, 1):
        nummer = f"{nr} " if plan.nummer else ""
        merke = f"{nummer}{tegnet(punkt.ring)} {_dag(punkt.dag)}"
        for linje in svg.brutt("; ".join(punkt.titler), plass):
            yield _Listelinje(merke, punkt.ring, linje)
            merke = ""
    for ett in hjul.gjentatt:
        merke = f"{tegnet(ett.ring)} {len(ett.dager)} ganger"
        for linje in svg.brutt(ett.tittel, plass):
            yield _Listelinje(merke, ett.ring, linje)
            merke = ""

    for merke, titler in (("Utenfor året", hjul.utenfor), ("Dag ikke oppgitt", hjul.uten_dag)):
        for nr, linje in enumerate(svg.brutt("; ".join(titler), plass) if titler else ()):
            yield _Listelinje("" if nr else merke, "", linje)


def _ringen(midten: Punkt, inn: float, utt: float) -> str:
    """A ring as two circles, the inner one a hole."""
    return " ".join(_sirkel(midten, radius) for radius in (utt, inn))


def _sirkel(midten: Punkt, radius: float) -> str:
    x, y = midten
    bue = f"A{_t(radius)} {_t(radius)} 0 0 1"
    return f"M{_t(x)} {_t(y - radius)}{bue} {_t(x)} {_t(y + radius)}{bue} {_t(x)} {_t(y - radius)}Z"


def _sektor(midten: Punkt, merke: Hjulmerke) -> str:
    """A piece of a ring; so narrow that its sides may be straight."""
    hjorner = [
        paa(midten, merke.innerst, merke.fra),
        paa(midten, merke.ytterst, merke.fra),
        paa(midten, merke.ytterst, merke.til),
        paa(midten, merke.innerst, merke.til),
    ]
    return f"{_linje(hjorner)}Z"


def _strek(
    midten: Punkt, spenn: tuple[float, float], retning: float, farge: str, tykkelse: int = 1
) -> str:
    """A line straight out, from one distance to another."""
    d = _linje([paa(midten, radius, retning) for radius in spenn])
    return svg.element("path", d=d, stroke=farge, stroke_width=tykkelse, fill="none")


def _linje(punkter: Sequence[Punkt]) -> str:
    return "M" + "L".join(f"{_t(x)} {_t(y)}" for x, y in punkter)


def _t(tall: float) -> str:
    return f"{tall:.1f}".removesuffix(".0")
