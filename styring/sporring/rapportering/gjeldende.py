"""Which periods there is something to make of now: the one that is open, and the one that was last
sent out.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from styring.fag.periode import Periode, sortering
from styring.register.leser import er_ute
from styring.register.register import Register
from styring.sporring.felles.utvalg import finn_periode, perioden_eller_ingen


class Gjeldende(NamedTuple):
    """One period: whether it is ``apen`` or ``ute``, and the day it was sent out."""

    periode: str
    navn: str
    tilstand: Literal["apen", "ute"]
    utsendt: date | None


@dataclass(frozen=True, slots=True)
class Gjeldendesvar:
    """The answer: the one that is out first, at most one of each."""

    dato: date
    perioder: tuple[Gjeldende, ...]


def gjeldende(register: Register, dato: date, skrevet: str | None = None) -> Gjeldendesvar:
    """Answer for one period, or else for the newest that was sent out by a day and the newest after
    it that has forms. Raises StyringFeil for a period that is not known.
    """
    if skrevet:
        return Gjeldendesvar(dato, (_en(register, finn_periode(register, skrevet), dato),))
    med_skjema = {id_.partition("/")[0] for id_ in (*register.samlerapporter, *register.rapporter)}
    alle = [
        _en(register, periode, dato)
        for id_ in sorted(med_skjema, key=lambda ett: sortering(register.rutine, ett))
        if (periode := perioden_eller_ingen(register, id_))
    ]
    ute = [nr for nr, ett in enumerate(alle) if ett.tilstand == "ute"]
    siste = max(ute, default=-1)
    apne = [ett for ett in alle[siste + 1 :] if ett.tilstand == "apen"]
    return Gjeldendesvar(dato, (*([alle[siste]] if ute else []), *apne[-1:]))


def _en(register: Register, periode: Periode, dato: date) -> Gjeldende:
    samlet = register.samlerapporter.get(periode.id)
    ute = samlet is not None and er_ute(samlet.verdi, dato)
    utsendt = samlet.verdi.utsendt if samlet and ute else None
    return Gjeldende(periode.id, periode.navn, "ute" if ute else "apen", utsendt)
