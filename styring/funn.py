"""What was found wrong in the data, and where: values, made where the wrong is seen and shown
somewhere else.
"""

from enum import StrEnum
from typing import NamedTuple

Sti = tuple[str | int, ...]
"""The way to a value inside a file: keys and positions, as in ``("oppgaver", 0, "frist")``."""


class Alvor(StrEnum):
    """How grave a finding is."""

    FEIL = "feil"
    ADVARSEL = "advarsel"
    TIPS = "tips"

    @property
    def rang(self) -> int:
        """0 for the gravest: sorts the worst first."""
        return ("feil", "advarsel", "tips").index(self)


class Utsnitt(NamedTuple):
    """A stretch of one line. Lines and columns count from 1, in characters."""

    linje: int
    kolonne: int
    lengde: int = 1


HELE_FILEN = Utsnitt(1, 1, 0)
"""The place of what is wrong with a file as such: its name, size or kind.

No source line is shown for it.
"""


class Treff(NamedTuple):
    """What a rule or the reader hit: the record is known, the line is found later.

    ``sti`` points into the file; ``utsnitt`` is given instead by the reader, which knows the place
    already. ``funnet`` is the bad value as it stands in the file; it is shown only where the file
    may be quoted. ``rettelse`` is the value that was meant, where that is certain: (None,) where
    the field should be empty.
    """

    kode: str
    fil: str
    melding: str
    sti: Sti = ()
    paa_nokkel: bool = False
    forslag: str = ""
    funnet: str = ""
    utsnitt: Utsnitt | None = None
    rettelse: tuple[object] | None = None


SKJULT = "(linjen vises ikke: den er ikke offentlig)"
"""Stands for the source line of a file that may not be quoted."""


class Funn(NamedTuple):
    """A finding with its place, ready to be shown in any form.

    ``kilde`` says where the rule comes from (law, the letter, the format). ``kodelinje`` is the
    source line, masked where it may not be quoted.
    """

    fil: str
    linje: int
    kolonne: int
    lengde: int
    kode: str
    alvor: Alvor
    melding: str
    forslag: str
    kilde: str
    kodelinje: str
