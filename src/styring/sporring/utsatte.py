"""Which deadlines have been moved, why, and who approved it? Those that nobody approved stand apart."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from styring.fag.frist import dager_flyttet, frist_per, gjorte
from styring.modell.form import Leser
from styring.modell.oppdrag import Fristendring
from styring.register.register import Register
from styring.sporring.fristsaker import Fristsak, fristsaker
from styring.sporring.utvalg import omfanget


@dataclass(frozen=True, slots=True)
class Utsatt:
    """One change of a deadline. ``gang`` counts the changes of the record; ``dager`` is how far it was moved, None where there was no deadline before."""

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


@dataclass(frozen=True, slots=True)
class Enhetssum:
    """One unit with how often, and how many days in all, its deadlines have been moved."""

    enhet: str
    navn: str
    antall: int
    dager: int


@dataclass(frozen=True, slots=True)
class Utsattsvar:
    """The answer. ``rangering`` is only for the leadership, most moved first."""

    kommune: str
    dato: date
    enhet: str | None
    navn: str
    godkjente: tuple[Utsatt, ...]
    ikke_godkjente: tuple[Utsatt, ...]
    dager: int
    rangering: tuple[Enhetssum, ...]


def utsatte(register: Register, dato: date, sektor: str | None = None, aar: int | None = None) -> Utsattsvar:
    """Answer for one unit and what lies below it, or for all: oppdrag, vedtak and punkter, of one year or of all."""
    om = omfanget(register, sektor)
    koder = om.koder
    alle = [
        ett
        for sak in fristsaker(register)
        if (koder is None or sak.ansvarlig in koder) and (aar is None or sak.id[:4] == str(aar))
        for ett in flyttinger(sak, dato)
    ]
    return Utsattsvar(
        kommune=om.kommune,
        dato=dato,
        enhet=om.enhet,
        navn=om.navn,
        godkjente=tuple(ett for ett in alle if ett.godkjent_av),
        ikke_godkjente=tuple(ett for ett in alle if not ett.godkjent_av),
        dager=sum(ett.dager or 0 for ett in alle),
        rangering=_rangering(register, alle) if register.leser is Leser.LEDELSE else (),
    )


def flyttinger(sak: Fristsak, dato: date) -> list[Utsatt]:
    """Every change of one deadline that had been made by a day, oldest first."""
    return [_utsatt(sak, nr, endring, dato) for nr, endring in enumerate(gjorte(sak.endringer, dato), 1)]


def med_navn(register: Register, ett: Utsatt) -> Utsatt:
    """The same with the name of the unit or organ that approved it, for a document."""
    return replace(ett, godkjent_av=register.enhetsnavn(ett.godkjent_av)) if ett.godkjent_av else ett


def _utsatt(sak: Fristsak, gang: int, endring: Fristendring, dato: date) -> Utsatt:
    return Utsatt(
        sak.id, sak.tittel, sak.ansvarlig, gang, endring.dato, endring.fra, endring.til, dager_flyttet(endring), endring.begrunnelse, endring.godkjent_av,
        frist_per(sak.frist, sak.endringer, dato),
    )  # fmt: skip


def _rangering(register: Register, alle: list[Utsatt]) -> tuple[Enhetssum, ...]:
    antall = Counter(ett.ansvarlig for ett in alle)
    dager = {enhet: sum(ett.dager or 0 for ett in alle if ett.ansvarlig == enhet) for enhet in antall}
    summer = [Enhetssum(enhet, register.enhetsnavn(enhet), antall[enhet], dager[enhet]) for enhet in register.enheter if enhet in antall]
    return tuple(sorted(summer, key=lambda enhet: (-enhet.dager, -enhet.antall)))
