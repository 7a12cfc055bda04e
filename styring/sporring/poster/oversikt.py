"""Today in short: what «styring» alone answers."""

from dataclasses import dataclass
from datetime import date, timedelta

from styring.register.register import Register
from styring.sporring.arshjul.frister import frister
from styring.sporring.arshjul.fristlinje import Frist
from styring.sporring.oppdrag.status import Statussvar, status

_DAGER = 60
_FLEST = 5


@dataclass(frozen=True, slots=True)
class Oversiktsvar:
    """The answer: the status of all units, what is overdue and what comes next."""

    kommune: str
    dato: date
    status: Statussvar
    forfalte: int
    neste: tuple[Frist, ...]


def oversikt(register: Register, dato: date) -> Oversiktsvar:
    """Answer for a day: the newest year's status and the next few deadlines."""
    kommer = frister(register, dato, dato + timedelta(_DAGER))
    svar = status(register, dato)
    return Oversiktsvar(svar.kommune, dato, svar, len(kommer.forfalte), kommer.kommende[:_FLEST])
