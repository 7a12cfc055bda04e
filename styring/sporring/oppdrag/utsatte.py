"""Which deadlines have been moved, why, and who approved it: those that nobody did stand apart."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from styring.modell.form import Leser
from styring.register.register import Register
from styring.sporring.arshjul.flyttede_frister import Utsatt, flyttinger
from styring.sporring.arshjul.fristsaker import fristsaker
from styring.sporring.felles.utvalg import omfanget


@dataclass(frozen=True, slots=True)
class Enhetssum:
    """One unit with how often, and how many days in all, its deadlines have been moved."""

    enhet: str
    navn: str
    antall: int
    dager: int


@dataclass(frozen=True, slots=True)
class Utsattsvar:
    """The answer.

    ``frister`` have been moved, some more than once; ``rangering`` is only for the leadership, most
    moved first.
    """

    kommune: str
    dato: date
    enhet: str | None
    navn: str
    godkjente: tuple[Utsatt, ...]
    ikke_godkjente: tuple[Utsatt, ...]
    frister: int
    dager: int
    rangering: tuple[Enhetssum, ...]


def utsatte(
    register: Register, dato: date, sektor: str | None = None, aar: int | None = None
) -> Utsattsvar:
    """Answer for one unit and what lies below it, or for all: oppdrag, vedtak and punkter, of one
    year or of all.
    """
    omfang = omfanget(register, sektor)
    koder = omfang.koder
    alle = [
        ett
        for sak in fristsaker(register)
        if (koder is None or sak.ansvarlig in koder) and (aar is None or sak.id[:4] == str(aar))
        for ett in flyttinger(sak, dato)
    ]
    return Utsattsvar(
        kommune=omfang.kommune,
        dato=dato,
        enhet=omfang.enhet,
        navn=omfang.navn,
        godkjente=tuple(ett for ett in alle if ett.godkjent_av),
        ikke_godkjente=tuple(ett for ett in alle if not ett.godkjent_av),
        frister=len({ett.id for ett in alle}),
        dager=sum(ett.dager or 0 for ett in alle),
        rangering=_rangering(register, alle) if register.leser is Leser.LEDELSE else (),
    )


def _rangering(register: Register, alle: list[Utsatt]) -> tuple[Enhetssum, ...]:
    antall = Counter(ett.ansvarlig for ett in alle)
    dager = {
        enhet: sum(ett.dager or 0 for ett in alle if ett.ansvarlig == enhet) for enhet in antall
    }
    summer = [
        Enhetssum(enhet, register.enhetsnavn(enhet), antall[enhet], dager[enhet])
        for enhet in register.enheter
        if enhet in antall
    ]
    return tuple(sorted(summer, key=lambda enhet: (-enhet.dager, -enhet.antall)))
