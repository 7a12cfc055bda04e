"""What filled forms would change, row by row: the answers that the import gives."""

from dataclasses import dataclass
from typing import NamedTuple

from styring.fag.skjemabok import SAMLET, SAMLET_ID, Avvist, overskrift
from styring.modell.rapport import Melding
from styring.register.skjema import Skjema


class Feltendring(NamedTuple):
    """One answer: its field, what stood there and what stands there now."""

    felt: str
    foer: str
    etter: str

    @property
    def navn(self) -> str:
        """What it is called in the form."""
        return SAMLET if self.felt == SAMLET_ID else overskrift(self.felt)


@dataclass(frozen=True, slots=True)
class Radsvar:
    """One row that is taken in.

    ``felter`` names the fields of the entry that change; the overall word has no row of its own.
    """

    fil: str
    enhet: str
    periode: str
    nr: int
    slag: str
    id: str
    tittel: str
    melding: Melding | None
    felter: tuple[str, ...]
    endringer: tuple[Feltendring, ...]


@dataclass(frozen=True, slots=True)
class Avslag:
    """One row that is not taken in, with every reason, as the director is told; what people have
    typed is set apart there (``fag.dekning``).

    ``celler`` is what was typed.
    """

    fil: str
    enhet: str
    periode: str
    nr: int
    id: str
    tittel: str
    grunner: tuple[str, ...]
    celler: dict[str, str]


class Rettet(NamedTuple):
    """One row of a form that was put right in the form that was sent back, which is what holds."""

    fil: str
    nr: int


@dataclass(frozen=True, slots=True)
class Innlevering:
    """The answer: what would change, what is refused row by row and file by file, how many rows
    nobody has answered yet, and the rows that were put right in another form since.
    """

    svar: tuple[Radsvar, ...]
    avslag: tuple[Avslag, ...]
    avviste: tuple[Avvist, ...]
    ubesvarte: dict[str, int]
    skjemaer: dict[str, Skjema]
    rettet: tuple[Rettet, ...] = ()
