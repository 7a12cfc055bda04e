"""What a series of figures says of a goal: whether its target is met, and which way it goes.

A goal that nobody has measured is «ikke målt», which is never green, and figures on the two sides
of a break are never held against each other.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from styring.fag.belop import NULL
from styring.modell.indikator import Indikator


class Maallys(StrEnum):
    """What the last figure says of the target."""

    NADD = "nadd"
    NAER = "naer"
    IKKE_NADD = "ikke_nadd"
    SENERE = "senere"
    UTEN_MAALTALL = "uten_maaltall"
    IKKE_MAALT = "ikke_maalt"

    @property
    def ord(self) -> str:
        """The word as people read it."""
        return _LYSORD[self]


_LYSORD = {
    Maallys.NADD: "nådd",
    Maallys.NAER: "nær",
    Maallys.IKKE_NADD: "ikke nådd",
    Maallys.SENERE: "før måltallet",
    Maallys.UTEN_MAALTALL: "uten måltall",
    Maallys.IKKE_MAALT: "ikke målt",
}


class Utvikling(StrEnum):
    """Which way the last figure went, held against the one before it."""

    BEDRE = "bedre"
    UENDRET = "uendret"
    VERRE = "verre"
    UKJENT = "ukjent"


_SJELDNERE = {"hvert_tredje_aar": 3, "hvert_fjerde_aar": 4}
"""The years that may go by, of what is measured more seldom than every second year."""


class Maalpunkt(NamedTuple):
    """One figure of a series: the year it is of, and the day it could be known."""

    aar: int
    verdi: Decimal
    maalt: date
    kjent: date
    forelopig: bool
    brudd: bool
    kilde: str
    merknad: str


class Maalkrav(NamedTuple):
    """What a figure is held against: from and to, None where there is no bound; and since when."""

    nedre: Decimal | None
    ovre: Decimal | None
    aar: int | None


def kravet(indikator: Indikator, aar: int) -> Maalkrav | None:
    """The target that holds in a year: that of the year, or of the last year before that has one.
    None where the first is still to come, and where there is none.
    """
    if indikator.retning == "intervall":
        if indikator.nedre is None and indikator.ovre is None:
            return None
        return Maalkrav(indikator.nedre, indikator.ovre, None)
    gjelder = max((ett for ett in indikator.maaltall or () if int(ett) <= aar), default=None)
    if gjelder is None or indikator.maaltall is None:
        return None
    verdi = indikator.maaltall[gjelder]
    opp = indikator.retning == "opp"
    return Maalkrav(verdi if opp else None, None if opp else verdi, int(gjelder))


def neste_maaltall(indikator: Indikator, aar: int) -> tuple[int, Decimal] | None:
    """The first target of the year or later: what is aimed at."""
    senere = min((ett for ett in indikator.maaltall or () if int(ett) >= aar), default=None)
    return (int(senere), (indikator.maaltall or {})[senere]) if senere else None


def er_gammel(indikator: Indikator, serie: Sequence[Maalpunkt], dato: date) -> bool:
    """Whether nobody has measured it for two years, or for longer where it is measured seldom."""
    aar = _SJELDNERE.get(indikator.frekvens or "", 2)
    return bool(serie) and serie[-1].maalt + relativedelta(years=aar) < dato


def avstand(krav: Maalkrav, verdi: Decimal) -> Decimal:
    """How far a figure is from its target; 0 where it is met."""
    under = max(krav.nedre - verdi, NULL) if krav.nedre is not None else NULL
    over = max(verdi - krav.ovre, NULL) if krav.ovre is not None else NULL
    return under + over


def lyset(indikator: Indikator, serie: Sequence[Maalpunkt]) -> Maallys:
    """What the last figure says of the target of its year; «før måltallet» where the first target
    is of a later year than it.
    """
    if not serie:
        return Maallys.IKKE_MAALT
    krav = kravet(indikator, serie[-1].aar)
    if krav is None:
        return Maallys.SENERE if indikator.maaltall else Maallys.UTEN_MAALTALL
    igjen = avstand(krav, serie[-1].verdi)
    if not igjen:
        return Maallys.NADD
    return Maallys.NAER if igjen <= (indikator.terskel or NULL) else Maallys.IKKE_NADD


def utviklingen(indikator: Indikator, serie: Sequence[Maalpunkt]) -> Utvikling:
    """Which way the last figure went from the one before it, or from the starting point where it
    is the first; not known over a break.
    """
    if not serie or serie[-1].brudd:
        return Utvikling.UKJENT
    if len(serie) > 1:
        foer: Decimal | None = serie[-2].verdi
    else:
        start = indikator.nullpunkt
        foer = start.verdi if start and start.aar < serie[-1].aar else None
    if foer is None:
        return Utvikling.UKJENT
    bedre = _bedre(indikator, foer, serie[-1].verdi)
    if bedre is None:
        return Utvikling.UKJENT
    return Utvikling.UENDRET if not bedre else Utvikling.BEDRE if bedre > 0 else Utvikling.VERRE


def _bedre(indikator: Indikator, foer: Decimal, naa: Decimal) -> Decimal | None:
    """How much better a figure is than another: minus is worse."""
    if indikator.retning == "intervall":
        krav = kravet(indikator, 0)
        return None if krav is None else avstand(krav, foer) - avstand(krav, naa)
    return naa - foer if indikator.retning == "opp" else foer - naa
