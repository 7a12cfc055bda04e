"""The two ways to lay out a wheel: with the words around it, or with numbers and a list."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from styring.fag.kalender import MAANEDER
from styring.visning.felles.trygg import enlinje
from styring.visning.figur.hjulgeometri import (
    KANT,
    Hendelsespunkt,
    Hjulmerke,
    Leder,
    Punkt,
    lederne,
    merkene,
    spredt,
    vinkel,
)
from styring.visning.figur.svg import bredden

SKRIFT, LINJE = 13, 16
"""The size of the words, and the height of a line of them."""
_RAMME = (1280, 905)
"""As wide beside its height as a sheet on its side."""
_UT = 398.0
"""How far out the leaders end where the words stand around."""
_SPALTE = 216.0
_LUFT = 6.0
"""Between two labels."""
_MEST_SVING = math.radians(85)
"""How far a leader may turn and still be followed by the eye."""
_NUMMERRAMME = 720
_NUMMERRING = 344.0
STORST_NUMMER, MINST_NUMMER = 11.5, 8.0
"""The radius of a number's badge: as large as there is room for, and no smaller."""


class Etikett(NamedTuple):
    """The words of one mark: its day and its titles in lines, where the first line begins, and
    whether it is on the right of the wheel.
    """

    dag: str
    linjer: tuple[str, ...]
    x: float
    y: float
    til_hoyre: bool

    @property
    def hoyde(self) -> float:
        """The height of all its lines."""
        return LINJE * (1 + len(self.linjer))


class Hjulplan(NamedTuple):
    """A wheel that is laid out. ``etiketter`` are the words around it, or ``nummer`` the middle of
    each number; both are empty where there is room for neither.
    """

    ramme: tuple[int, int]
    midten: Punkt
    punkter: tuple[Hendelsespunkt, ...]
    merker: tuple[Hjulmerke, ...]
    ledere: tuple[Leder, ...]
    etiketter: tuple[Etikett, ...] = ()
    nummer: tuple[Punkt, ...] = ()
    radius: float = 0.0


def med_ord(punkter: Sequence[Hendelsespunkt]) -> Hjulplan | None:
    """The words around the wheel; None where there is no room for them all near their days.
    ``punkter`` are in the order of the year.
    """
    bredde, hoyde = _RAMME
    midten = (bredde / 2, hoyde / 2)
    linjer = [_linjene(punkt) for punkt in punkter]
    if any(ett is None for ett in linjer):
        return None
    hoyder = [LINJE * (1 + len(ett or ())) + _LUFT for ett in linjer]
    skille = _skillet(punkter, hoyder)
    if skille is None:
        return None
    y = [
        *_spalten(punkter[:skille], hoyder[:skille], midten, omvendt=False),
        *_spalten(punkter[skille:], hoyder[skille:], midten, omvendt=True),
    ]
    slutt = [_ved(y_ - midten[1], til_hoyre=nr < skille) for nr, y_ in enumerate(y)]
    merker = merkene(punkter)
    if any(abs(merke.midt - ende) > _MEST_SVING for merke, ende in zip(merker, slutt, strict=True)):
        return None
    ledere = lederne(midten, merker, slutt, _UT)
    x = (midten[0] + _UT + 12, midten[0] - _UT - 12)
    etiketter = [
        Etikett(_dagen(punkt), ett or (), x[nr >= skille], y_, nr < skille)
        for nr, (punkt, ett, y_) in enumerate(zip(punkter, linjer, y, strict=True))
    ]
    ledere = [
        Leder((*leder.punkter, (x[nr >= skille] - (3 if nr < skille else -3), y_)))
        for nr, (leder, y_) in enumerate(zip(ledere, y, strict=True))
    ]
    return Hjulplan(_RAMME, midten, tuple(punkter), tuple(merker), tuple(ledere), tuple(etiketter))


def _linjene(punkt: Hendelsespunkt) -> tuple[str, ...] | None:
    """The titles in lines; None where a word is too long for one."""
    ut: list[str] = []
    for tittel in punkt.titler:
        linje = "– " if len(punkt.titler) > 1 else ""
        for ord_ in enlinje(tittel).split():
            if bredden(ord_, SKRIFT) > _SPALTE:
                return None
            lengre = f"{linje}{ord_}"
            if bredden(lengre, SKRIFT) > _SPALTE:
                ut.append(linje.rstrip())
                lengre = ord_
            linje = f"{lengre} "
        ut.append(linje.rstrip())
    return tuple(ut)


def _dagen(punkt: Hendelsespunkt) -> str:
    return f"{punkt.dag.day}. {MAANEDER[punkt.dag.month - 1]}"


def _skillet(punkter: Sequence[Hendelsespunkt], hoyder: Sequence[float]) -> int | None:
    """How many stand on the right: those of the first half of the year, or so many fewer or more
    that both columns have room; None where they can't.
    """
    plass = 2 * _UT - LINJE
    helst = sum(vinkel(punkt.dag) < math.pi for punkt in punkter)
    mulige = sorted(range(len(punkter) + 1), key=lambda nr: (abs(nr - helst), nr))
    return next(
        (nr for nr in mulige if sum(hoyder[:nr]) <= plass and sum(hoyder[nr:]) <= plass), None
    )


def _spalten(
    punkter: Sequence[Hendelsespunkt], hoyder: Sequence[float], midten: Punkt, *, omvendt: bool
) -> list[float]:
    """Where the first line of each label in a column stands: as near its mark as there is room
    for. The left one is filled from below.
    """
    if not punkter:
        return []
    rekke = list(zip(punkter, hoyder, strict=True))
    rekke = rekke[::-1] if omvendt else rekke
    # each is moved up by those above it, so that all of them can be spread as points
    over = [sum(hoyde for _, hoyde in rekke[:nr]) for nr in range(len(rekke))]
    onsket = [
        midten[1] - KANT * math.cos(vinkel(punkt.dag)) - foer
        for (punkt, _), foer in zip(rekke, over, strict=True)
    ]
    topp = midten[1] - _UT + LINJE / 2
    bunn = midten[1] + _UT - LINJE / 2 - (over[-1] + rekke[-1][1])
    y = [tall + foer for tall, foer in zip(spredt(onsket, 0.0, topp, bunn), over, strict=True)]
    return y[::-1] if omvendt else y


def _ved(ned: float, *, til_hoyre: bool) -> float:
    """The angle at which a leader has come so far down from the middle."""
    retning = math.acos(max(-1.0, min(1.0, -ned / _UT)))
    return retning if til_hoyre else 2 * math.pi - retning


def med_nummer(punkter: Sequence[Hendelsespunkt]) -> Hjulplan:
    """Numbers around the wheel, for a list beside it; marks alone where there are too many."""
    midten = (_NUMMERRAMME / 2, _NUMMERRAMME / 2)
    merker = tuple(merkene(punkter))
    rundt = 2 * math.pi * _NUMMERRING
    radius = min(STORST_NUMMER, rundt / max(len(punkter), 1) / 2 - 1)
    ramme = (_NUMMERRAMME, _NUMMERRAMME)
    if radius < MINST_NUMMER:
        return Hjulplan(ramme, midten, tuple(punkter), merker, ())
    avstand = 2 * (radius + 1) / _NUMMERRING
    slutt = spredt(
        [merke.midt for merke in merker], avstand, avstand / 2, 2 * math.pi - avstand / 2
    )
    ledere = lederne(midten, merker, slutt, _NUMMERRING - radius)
    nummer = tuple(
        (midten[0] + _NUMMERRING * math.sin(ende), midten[1] - _NUMMERRING * math.cos(ende))
        for ende in slutt
    )
    return Hjulplan(
        ramme, midten, tuple(punkter), merker, tuple(ledere), nummer=nummer, radius=radius
    )
