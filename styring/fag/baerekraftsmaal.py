"""The UN's goals for sustainable development: what they are called, and which targets they have.

Source: UN resolution A/RES/70/1 of 25 September 2015, with the short Norwegian names that
FN-sambandet uses. 17 goals, 169 targets.
"""

from decimal import Decimal
from typing import NamedTuple

from styring.fag.norsk import er_tall


class Fnmaal(NamedTuple):
    """One goal: its short name, how many targets have a number, and how many a letter."""

    navn: str
    tall: int
    bokstaver: int


FN_MAALENE = (
    Fnmaal("Utrydde fattigdom", 5, 2),
    Fnmaal("Utrydde sult", 5, 3),
    Fnmaal("God helse og livskvalitet", 9, 4),
    Fnmaal("God utdanning", 7, 3),
    Fnmaal("Likestilling mellom kjønnene", 6, 3),
    Fnmaal("Rent vann og gode sanitærforhold", 6, 2),
    Fnmaal("Ren energi til alle", 3, 2),
    Fnmaal("Anstendig arbeid og økonomisk vekst", 10, 2),
    Fnmaal("Industri, innovasjon og infrastruktur", 5, 3),
    Fnmaal("Mindre ulikhet", 7, 3),
    Fnmaal("Bærekraftige byer og lokalsamfunn", 7, 3),
    Fnmaal("Ansvarlig forbruk og produksjon", 8, 3),
    Fnmaal("Stoppe klimaendringene", 3, 2),
    Fnmaal("Livet i havet", 7, 3),
    Fnmaal("Livet på land", 9, 3),
    Fnmaal("Fred, rettferdighet og velfungerende institusjoner", 10, 2),
    Fnmaal("Samarbeid for å nå målene", 19, 0),
)
"""In their order: the first is goal 1."""


def maalnummeret(fn_maal: int | Decimal | str) -> int:
    """The goal that a goal or a target is of."""
    return int(str(fn_maal).partition(".")[0])


def finnes(fn_maal: int | Decimal | str) -> bool:
    """Whether there is such a goal or target."""
    nummer, _, delmaal = str(fn_maal).partition(".")
    if not 1 <= int(nummer) <= len(FN_MAALENE):
        return False
    maal = FN_MAALENE[int(nummer) - 1]
    if not delmaal:
        return True
    if er_tall(delmaal):
        return delmaal[0] != "0" and int(delmaal) <= maal.tall
    return delmaal in "abcd"[: maal.bokstaver]


def med_navn(fn_maal: int | Decimal | str) -> str:
    """A goal or a target as people read it: «4 God utdanning», «4.7 (God utdanning)»."""
    navn = FN_MAALENE[maalnummeret(fn_maal) - 1].navn
    return f"{fn_maal} ({navn})" if "." in str(fn_maal) else f"{fn_maal} {navn}"
