"""Every time a deadline has been moved."""

from datetime import date
from typing import NamedTuple

from styring.fag.frist import dager_flyttet, frist_per, gjorte
from styring.modell.oppdrag import Fristendring
from styring.register.register import Register
from styring.sporring.arshjul.fristsaker import Fristsak


class Utsatt(NamedTuple):
    """One change of a deadline.

    ``gang`` counts the changes of the record; ``dager`` is how far it was moved, None where there
    was no deadline before.
    """

    id: str
    tittel: str
    ansvarlig: str
    gang: int
    dato: date
    fra: date | None
    til: date
    dager: int | None
    begrunnelse: str
    godkjent_av: str | None
    naa: date | None


def flyttinger(sak: Fristsak, dato: date) -> list[Utsatt]:
    """Every change of one deadline that had been made by a day, oldest first."""
    return [
        _utsatt(sak, nr, endring, dato) for nr, endring in enumerate(gjorte(sak.endringer, dato), 1)
    ]


def med_navn(register: Register, ett: Utsatt) -> Utsatt:
    """The same with the name of the unit or organ that approved it, for a document."""
    return (
        ett._replace(godkjent_av=register.enhetsnavn(ett.godkjent_av)) if ett.godkjent_av else ett
    )


def _utsatt(sak: Fristsak, gang: int, endring: Fristendring, dato: date) -> Utsatt:
    return Utsatt(
        sak.id,
        sak.tittel,
        sak.ansvarlig,
        gang,
        endring.dato,
        endring.fra,
        endring.til,
        dager_flyttet(endring),
        endring.begrunnelse,
        endring.godkjent_av,
        frist_per(sak.frist, sak.endringer, dato),
    )
