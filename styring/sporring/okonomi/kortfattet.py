"""The economy in one line, for those who asked of something else."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from styring.register.register import Register

if TYPE_CHECKING:
    from decimal import Decimal


class Okonomikort(NamedTuple):
    """The last month: what is expected at the end of the year, else what the avvik is so far."""

    maaned: str
    avvik: "Decimal | None"
    hittil: "Decimal | None"
    ordet: str


def okonomikort(register: Register, dato: date, koder: frozenset[str] | None) -> Okonomikort | None:
    """Give the line of some units, or of all; None where this reader may see no month."""
    if not register.regnskap:
        return None
    # not loaded before there are figures
    from styring.fag.belop import NULL
    from styring.fag.okonomi import avviksord
    from styring.register.okonomien import (
        omraadetallene,
        siste_maaned,
        sum_hvis_alle,
        teller_i_summen,
    )

    maaned = siste_maaned(register, dato)
    if maaned is None:
        return None
    alle = [t for t in omraadetallene(register, maaned, koder) if teller_i_summen(t)]
    if not alle:
        return None
    avvik = sum_hvis_alle(tall.avvik for tall in alle)
    budsjett = sum_hvis_alle(tall.revidert for tall in alle) or NULL
    hittil = sum_hvis_alle(tall.avvik_hittil for tall in alle)
    ordet = "" if avvik is None else avviksord(avvik, abs(budsjett))
    return Okonomikort(maaned.navn, avvik, hittil, ordet)
