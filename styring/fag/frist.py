"""The effective deadline: what a deadline was on a given day, whether it has passed, and how far it
has been moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from styring.fag.tilstand import Tilstand, er_apen

if TYPE_CHECKING:
    from styring.modell.oppdrag import Fristendring


def frist_per(frist: date | None, endringer: Sequence[Fristendring], dato: date) -> date | None:
    """The deadline as it was on a day: a change that came later had not been made yet."""
    senere = [endring for endring in endringer if endring.dato > dato]
    return senere[0].fra if senere else frist


def kan_forfalle(tilstand: Tilstand) -> bool:
    """Whether a deadline still binds the one who has it: open, and not proposed to be ended, which
    is for the organ to decide.
    """
    return er_apen(tilstand) and tilstand is not Tilstand.FORESLATT_AVSLUTTET


def er_forfalt(
    frist: date | None, dato: date, tilstand: Tilstand = Tilstand.IKKE_RAPPORTERT
) -> bool:
    """Overdue: the deadline is before the day, and still binds.

    The one place where this is decided; what has no deadline never is.

    ``tilstand`` is left out for what is told of by being done or not, such as an oppgave: what is
    done is not asked about.
    """
    return frist is not None and frist < dato and kan_forfalle(tilstand)


def gjorte(endringer: Sequence[Fristendring], dato: date) -> list[Fristendring]:
    """The changes that had been made on a day, oldest first."""
    return [endring for endring in endringer if endring.dato <= dato]


def dager_flyttet(endring: Fristendring) -> int | None:
    """How many days a change moved a deadline; earlier counts as minus.

    None where there was no deadline before.
    """
    return (endring.til - endring.fra).days if endring.fra else None
