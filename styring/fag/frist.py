"""The effective deadline: what a deadline was on a given day, and how far it has been moved."""

from collections.abc import Sequence
from datetime import date

from styring.modell.oppdrag import Fristendring


def frist_per(frist: date | None, endringer: Sequence[Fristendring], dato: date) -> date | None:
    """The deadline as it was on a day: a change that came later had not been made yet."""
    senere = [endring for endring in endringer if endring.dato > dato]
    return senere[0].fra if senere else frist


def gjorte(endringer: Sequence[Fristendring], dato: date) -> list[Fristendring]:
    """The changes that had been made on a day, oldest first."""
    return [endring for endring in endringer if endring.dato <= dato]


def dager_flyttet(endring: Fristendring) -> int | None:
    """How many days a change moved a deadline; earlier counts as minus. None where there was no deadline before."""
    return (endring.til - endring.fra).days if endring.fra else None
