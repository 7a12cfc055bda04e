"""What is off track, what is done about it, and what the leadership has to decide."""

from dataclasses import dataclass
from datetime import date

from styring.fag.tilstand import Tilstand, er_apen
from styring.modell.form import Leser
from styring.register.register import Register
from styring.sporring.felles.utvalg import nyeste_aar, omfanget
from styring.sporring.oppdrag.stilling import (
    Stilling,
    ikke_viderefort,
    oppdrag_som_staar,
    utenfor_rute,
    vedtak_som_staar,
    verst_forst,
)


@dataclass(frozen=True, slots=True)
class Avvikssvar:
    """The answer, worst first.

    ``apne`` counts the open ones, which these are some of; ``antall`` counts all.

    ``trenger`` are the things that somebody has asked for help with, whatever their light.
    """

    kommune: str
    dato: date
    aar: int | None
    enhet: str | None
    navn: str
    antall: int
    apne: int
    avvik: tuple[Stilling, ...]
    trenger: tuple[Stilling, ...]
    ikke_rapportert: int
    leser: Leser


def avvik(
    register: Register, dato: date, sektor: str | None = None, aar: int | None = None
) -> Avvikssvar:
    """Answer for one unit and what lies below it, or for all: the year's oppdrag, and vedtak of any
    year.
    """
    omfang = omfanget(register, sektor)
    koder = omfang.koder
    aar = aar or nyeste_aar(register, dato)
    alle = [
        *ikke_viderefort(register, dato, oppdrag_som_staar(register, dato, aar, koder)),
        *vedtak_som_staar(register, dato, koder),
    ]
    utenfor = [sak for sak in alle if utenfor_rute(sak)]
    return Avvikssvar(
        kommune=omfang.kommune,
        dato=dato,
        aar=aar,
        enhet=omfang.enhet,
        navn=omfang.navn,
        antall=len(alle),
        apne=sum(er_apen(sak.tilstand) for sak in alle),
        avvik=tuple(sorted(utenfor, key=verst_forst)),
        trenger=tuple(sak for sak in alle if sak.til_kommunedirektoren),
        ikke_rapportert=sum(sak.tilstand is Tilstand.IKKE_RAPPORTERT for sak in alle),
        leser=register.leser,
    )
