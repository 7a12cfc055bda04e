"""Where everything stands on the wheel, as numbers alone: nothing is drawn here.

The year goes clockwise from the top. Angles are in radians, and sizes in the units of the picture.
A leader goes from a mark straight out to the edge of the wheel, then turns while it goes on out, so
that it ends where its label or its number is. All of them keep their order at every distance from
the middle; that is why no two can cross.
"""

import calendar
import math
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

Punkt = tuple[float, float]
RINGER = {"politisk": (176.0, 240.0), "administrativ": (248.0, 312.0)}
"""From and to, from the middle: pink inside, green outside."""
MAANEDSRING = (136.0, 172.0)
KANT = 318.0
"""The edge of the wheel, where the leaders begin to turn."""
_MERKEDAGER = 2.4
"""How many days wide a mark is drawn: one alone could not be seen."""
_LUFT_MELLOM = 0.004
"""The least angle between two leaders at the edge."""
_STEG = math.radians(4)
"""How far a leader turns for each straight piece it is drawn with."""


class Hendelsespunkt(NamedTuple):
    """What happens on one day in one ring."""

    dag: date
    ring: str
    titler: tuple[str, ...]


class Hjulmerke(NamedTuple):
    """A mark: from and to as angles, and as distances from the middle."""

    fra: float
    til: float
    innerst: float
    ytterst: float

    @property
    def midt(self) -> float:
        """The angle in the middle of it."""
        return (self.fra + self.til) / 2


def vinkel(dag: date) -> float:
    """The angle of the middle of a day."""
    dager = 366 if calendar.isleap(dag.year) else 365
    return 2 * math.pi * (dag.timetuple().tm_yday - 0.5) / dager


def maanedsgrenser(aar: int) -> list[float]:
    """The angle at which each month begins, and that of the year's end."""
    dager = 366 if calendar.isleap(aar) else 365
    starter = [date(aar, maaned, 1).timetuple().tm_yday - 1 for maaned in range(1, 13)]
    return [2 * math.pi * start / dager for start in (*starter, dager)]


def paa(midten: Punkt, radius: float, retning: float) -> Punkt:
    """The point at a distance from the middle, at an angle."""
    return midten[0] + radius * math.sin(retning), midten[1] - radius * math.cos(retning)


def merkene(punkter: Sequence[Hendelsespunkt]) -> list[Hjulmerke]:
    """A mark for each, none over another: those of a ring that are close in time get lanes."""
    halv = math.pi * _MERKEDAGER / (366 if _er_skuddaar(punkter) else 365)
    baner: dict[str, list[float]] = {ring: [] for ring in RINGER}
    plass: list[int] = []
    for punkt in punkter:
        midt, slutter = vinkel(punkt.dag), baner[punkt.ring]
        bane = next((nr for nr, til in enumerate(slutter) if til <= midt - halv), len(slutter))
        slutter[bane : bane + 1] = [midt + halv]
        plass.append(bane)
    ut = []
    for punkt, bane in zip(punkter, plass, strict=True):
        inn, utt = RINGER[punkt.ring]
        # at most a third of the ring, so that one alone does not look like more than it is
        hoyde = (utt - inn) / max(len(baner[punkt.ring]), 3)
        midt = vinkel(punkt.dag)
        ut.append(
            Hjulmerke(midt - halv, midt + halv, utt - hoyde * (bane + 1) + 1, utt - hoyde * bane)
        )
    return ut


def _er_skuddaar(punkter: Sequence[Hendelsespunkt]) -> bool:
    return bool(punkter) and calendar.isleap(punkter[0].dag.year)


def spredt(onsket: Sequence[float], avstand: float, lavest: float, hoyest: float) -> list[float]:
    """Numbers as near as they can be to those wished for, in the same order, at least a distance
    apart and inside the bounds. There must be room for them.
    """
    # The blocks that touch move together, to the mean of what their members wish for.
    blokker: list[list[float]] = []
    for tall in onsket:
        blokker.append([tall])
        while len(blokker) > 1 and _start(blokker[-2], avstand) + avstand * len(
            blokker[-2]
        ) > _start(blokker[-1], avstand):
            blokker[-2:] = [blokker[-2] + blokker[-1]]
    ut: list[float] = []
    for blokk in blokker:
        start = _start(blokk, avstand)
        ut += [start + avstand * nr for nr in range(len(blokk))]
    return _innenfor(ut, avstand, lavest, hoyest)


def _start(blokk: Sequence[float], avstand: float) -> float:
    """Where the first of a block stands when all of it lies as near its wishes as it can."""
    return sum(tall - avstand * nr for nr, tall in enumerate(blokk)) / len(blokk)


def _innenfor(tall: list[float], avstand: float, lavest: float, hoyest: float) -> list[float]:
    ut = list(tall)
    for nr in range(len(ut)):
        ut[nr] = max(ut[nr], lavest if nr == 0 else ut[nr - 1] + avstand)
    for nr in reversed(range(len(ut))):
        ut[nr] = min(ut[nr], hoyest if nr == len(ut) - 1 else ut[nr + 1] - avstand)
    return ut


class Leder(NamedTuple):
    """A leader, as the points it is drawn through."""

    punkter: tuple[Punkt, ...]


def lederne(
    midten: Punkt, merker: Sequence[Hjulmerke], slutt: Sequence[float], radius: float
) -> list[Leder]:
    """The leader of each mark out to a distance from the middle, where each ends at its angle:
    both in the order of the year.
    """
    ved_kanten = spredt([merke.midt for merke in merker], _LUFT_MELLOM, 0.001, 2 * math.pi - 0.001)
    return [
        Leder(tuple(_veien(midten, merke, kant, ende, radius)))
        for merke, kant, ende in zip(merker, ved_kanten, slutt, strict=True)
    ]


def _veien(midten: Punkt, merke: Hjulmerke, kant: float, ende: float, radius: float) -> list[Punkt]:
    antall = max(2, math.ceil(abs(ende - kant) / _STEG))
    svingen = [
        paa(midten, KANT + (radius - KANT) * nr / antall, kant + (ende - kant) * nr / antall)
        for nr in range(antall + 1)
    ]
    return [paa(midten, merke.ytterst, kant), *svingen]
