"""The oppdrag that nobody below the director carries: neither passed on, nor broken down with
somebody else on an open task.
"""

from dataclasses import dataclass
from datetime import date

from styring.fag.tilstand import LUKKEDE
from styring.modell.oppdrag import Oppgave
from styring.register.register import Register
from styring.sporring.felles.utvalg import nyeste_aar, omfanget
from styring.sporring.oppdrag.stilling import Stilling, ikke_viderefort, oppdrag_som_staar


@dataclass(frozen=True, slots=True)
class Udelegertsvar:
    """The answer, and how many open oppdrag there are in all."""

    kommune: str
    dato: date
    aar: int | None
    enhet: str | None
    navn: str
    apne: int
    oppdrag: tuple[Stilling, ...]


def udelegert(
    register: Register, dato: date, sektor: str | None = None, aar: int | None = None
) -> Udelegertsvar:
    """Answer for one unit and what lies below it, or for all: the open oppdrag of a year."""
    omfang = omfanget(register, sektor)
    aar = aar or nyeste_aar(register, dato)
    apne = [
        sak
        for sak in ikke_viderefort(
            register, dato, oppdrag_som_staar(register, dato, aar, omfang.koder)
        )
        if sak.tilstand not in LUKKEDE
    ]
    return Udelegertsvar(
        kommune=omfang.kommune,
        dato=dato,
        aar=aar,
        enhet=omfang.enhet,
        navn=omfang.navn,
        apne=len(apne),
        oppdrag=tuple(sak for sak in apne if not baeres(register, sak.id, dato)),
    )


def baeres(register: Register, id_: str, dato: date) -> bool:
    """Whether somebody below has it on a day: the whole, or a task that is not done."""
    oppdrag = register.oppdrag[id_].verdi
    videre = any(ledd.dato <= dato for ledd in oppdrag.videredelegert)
    return videre or any(
        oppgave.ansvarlig != oppdrag.ansvarlig and _er_apen(oppgave, dato)
        for oppgave in oppdrag.oppgaver
    )


def _er_apen(oppgave: Oppgave, dato: date) -> bool:
    return oppgave.ferdig is None or oppgave.ferdig > dato
