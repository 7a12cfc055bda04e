"""The few blocks that every question's answer is laid out in, before it is known where it will be
read.
"""

from collections.abc import Sequence
from typing import NamedTuple

from styring.fag.tilstand import Tilstand


class Bit(NamedTuple):
    """A run of text with one meaning.

    ``stil`` names the meaning (``dempet``, ``forfalt``, ``i_rute``), never a colour; ``merke`` is
    its sign. ``lenke`` is the record that it is about (``enhet/OUS``), where that is not its text.
    """

    tekst: str
    stil: str = ""
    merke: str = ""
    lenke: str = ""


class Overskrift(NamedTuple):
    """A heading, with something short at its right end. Level 1 is the page's own."""

    tekst: str
    hoyre: str = ""
    niva: int = 1


class Linje(NamedTuple):
    """One line of text."""

    biter: tuple[Bit, ...]


class Stolpe(NamedTuple):
    """A bar of counts by state."""

    deler: tuple[tuple[Tilstand, int], ...]


class Kolonne(NamedTuple):
    """A column.

    ``fri`` takes the room that is left, ``tall`` stands to the right, ``bredde`` is a fixed width,
    so that tables line up.
    """

    navn: str
    fri: bool = False
    tall: bool = False
    bredde: int = 0


class Tabell(NamedTuple):
    """Rows and columns."""

    kolonner: tuple[Kolonne, ...]
    rader: tuple[tuple[Bit, ...], ...]


class Felter(NamedTuple):
    """Names and values, one under the other."""

    par: tuple[tuple[str, Bit], ...]


class Gren(NamedTuple):
    """One entry of a tree, with what hangs under it."""

    bit: Bit
    under: "tuple[Gren, ...]" = ()


Blokk = Overskrift | Linje | Stolpe | Tabell | Felter | Gren
Side = Sequence[Blokk]


class Ark(NamedTuple):
    """An answer as plain rows, for a spreadsheet: raw values, dates as YYYY-MM-DD."""

    kolonner: tuple[str, ...]
    rader: tuple[tuple[object, ...], ...]


def linje(*biter: Bit | str) -> Linje:
    """Make a line of runs; plain text is a run without a meaning."""
    return Linje(tuple(Bit(bit) if isinstance(bit, str) else bit for bit in biter))


def dempet(tekst: str) -> Bit:
    """Text that steps back: a gap, a note."""
    return Bit(tekst, "dempet")
