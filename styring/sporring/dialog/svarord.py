"""What the data can say of an expectation, and whom it is asked of."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from styring.register.register import Register


class Svarord(StrEnum):
    """What the data say of an expectation."""

    JA = "ja"
    DELVIS = "delvis"
    NEI = "nei"
    IKKE_KJENT = "ikke kjent"
    SPORSMAL = "spørsmål"

    @property
    def er_apen(self) -> bool:
        """Whether it should be taken up in the styringsdialog."""
        return self is not Svarord.JA


class Svar(NamedTuple):
    """What the data say, and what it rests on, in a sentence."""

    dom: Svarord
    sagt: str


class Spurt(NamedTuple):
    """Whom it is asked of: the data, the day, the year of the letter, and the units."""

    register: Register
    dato: date
    aar: int
    koder: frozenset[str]


def av_alle(gode: int, alle: int, sagt: str) -> Svar:
    """Yes where all are good, no where none is."""
    dom = Svarord.JA if gode == alle else Svarord.DELVIS if gode else Svarord.NEI
    return Svar(dom, sagt)
