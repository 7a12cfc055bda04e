"""The open vedtak: how they stand, and where they will be answered."""

from dataclasses import dataclass
from datetime import date

from styring.fag.tilstand import LUKKEDE, VEDTAKSTILSTANDER, Tilstand, tell
from styring.register.register import Register
from styring.sporring.staar import Staar, svares_i, vedtak_som_staar, vedtaket
from styring.sporring.utvalg import omfanget


@dataclass(frozen=True, slots=True)
class Vedtaksrad:
    """One open vedtak or punkt. ``dager`` is its age on the day asked for."""

    staar: Staar
    sak: str
    type: str
    dato: date
    dager: int
    punkt: int | None
    svares_i: str | None


@dataclass(frozen=True, slots=True)
class Vedtakssvar:
    """The answer: the open ones, oldest first, and how many are closed."""

    kommune: str
    dato: date
    enhet: str | None
    navn: str
    type: str | None
    telling: dict[Tilstand, int]
    lukkede: int
    apne: tuple[Vedtaksrad, ...]


def vedtak(register: Register, dato: date, sektor: str | None = None, type_: str | None = None) -> Vedtakssvar:
    """Answer for one unit and what lies below it, or for all; for one type of vedtak, or for all."""
    om = omfanget(register, sektor)
    koder = om.koder
    alle = list(vedtak_som_staar(register, dato, koder, frozenset({type_}) if type_ else None))
    apne = [sak for sak in alle if sak.tilstand not in LUKKEDE]
    return Vedtakssvar(
        kommune=om.kommune,
        dato=dato,
        enhet=om.enhet,
        navn=om.navn,
        type=type_,
        telling=tell((sak.tilstand for sak in apne), VEDTAKSTILSTANDER),
        lukkede=len(alle) - len(apne),
        apne=tuple(_rad(register, sak, dato) for sak in apne),
    )


def _rad(register: Register, sak: Staar, dato: date) -> Vedtaksrad:
    vedtaket_ = vedtaket(register, sak.id)
    return Vedtaksrad(sak, vedtaket_.sak, vedtaket_.type, vedtaket_.dato, (dato - vedtaket_.dato).days, vedtaket_.punkt, svares_i(register, sak.id))
