"""The few blocks that every question's answer is laid out in, before it is known where it will be read."""

from collections.abc import Sequence
from dataclasses import dataclass

from styring.fag.tilstand import Tilstand


@dataclass(frozen=True, slots=True)
class Bit:
    """A run of text with one meaning. ``stil`` names the meaning (``dempet``, ``forfalt``, ``i_rute``), never a colour; ``merke`` is its sign."""

    tekst: str
    stil: str = ""
    merke: str = ""


@dataclass(frozen=True, slots=True)
class Overskrift:
    """A heading, with something short at its right end. Level 1 is the page's own."""

    tekst: str
    hoyre: str = ""
    niva: int = 1


@dataclass(frozen=True, slots=True)
class Linje:
    """One line of text."""

    biter: tuple[Bit, ...]


@dataclass(frozen=True, slots=True)
class Stolpe:
    """A bar of counts by state."""

    deler: tuple[tuple[Tilstand, int], ...]


@dataclass(frozen=True, slots=True)
class Kolonne:
    """A column. ``fri`` takes the room that is left, ``tall`` stands to the right."""

    navn: str
    fri: bool = False
    tall: bool = False


@dataclass(frozen=True, slots=True)
class Tabell:
    """Rows and columns."""

    kolonner: tuple[Kolonne, ...]
    rader: tuple[tuple[Bit, ...], ...]


@dataclass(frozen=True, slots=True)
class Felter:
    """Names and values, one under the other."""

    par: tuple[tuple[str, Bit], ...]


@dataclass(frozen=True, slots=True)
class Gren:
    """One entry of a tree, with what hangs under it."""

    bit: Bit
    under: "tuple[Gren, ...]" = ()


Blokk = Overskrift | Linje | Stolpe | Tabell | Felter | Gren
Side = Sequence[Blokk]


@dataclass(frozen=True, slots=True)
class Ark:
    """An answer as plain rows, for a spreadsheet: raw values, dates as YYYY-MM-DD."""

    kolonner: tuple[str, ...]
    rader: tuple[tuple[object, ...], ...]


def linje(*biter: Bit | str) -> Linje:
    """Make a line of runs; plain text is a run without a meaning."""
    return Linje(tuple(Bit(bit) if isinstance(bit, str) else bit for bit in biter))


def dempet(tekst: str) -> Bit:
    """Text that steps back: a gap, a note."""
    return Bit(tekst, "dempet")
