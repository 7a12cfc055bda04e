"""A list that comes in from another system: its rows, and all that was not read of it."""

from typing import NamedTuple


class Listerad(NamedTuple):
    """One row: its number in the sheet, and its cells by heading; the sheet, where there are more
    than one.
    """

    nr: int
    celler: dict[str, object]
    ark: str = ""

    @property
    def sted(self) -> str:
        """Where it stands, for people."""
        return f"Arket «{self.ark}», rad {self.nr}" if self.ark else f"Rad {self.nr}"


class Merknad(NamedTuple):
    """Something that was not read, or was read with a doubt; ``viktig`` where it might matter."""

    tekst: str
    viktig: bool


class Liste(NamedTuple):
    """What a file held: the rows, the headings in their order, the rows that can't be read with the
    reason, and what else the reader must know.
    """

    rader: tuple[Listerad, ...]
    overskrifter: tuple[str, ...]
    avslag: tuple[tuple[str, str], ...] = ()
    merknader: tuple[Merknad, ...] = ()
