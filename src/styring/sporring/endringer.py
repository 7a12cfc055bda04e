"""What changed between two pictures of the data: two periods of one register, or the register at two times."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from styring.fag.bevegelse import Bevegelse, bevegelse
from styring.fag.frist import dager_flyttet, frist_per, gjorte
from styring.fag.tilstand import Tilstand
from styring.register.meldingene import fristendringene
from styring.register.register import Register
from styring.sporring.staar import Staar, oppdrag_som_staar, vedtak_som_staar


class Bilde(NamedTuple):
    """One picture: a register, and the day and the year of oppdrag it is looked at."""

    register: Register
    dato: date
    aar: int | None

    def saker(self, koder: frozenset[str] | None = None) -> Iterator[Staar]:
        """Every oppdrag and vedtak in it, of some units or all."""
        yield from oppdrag_som_staar(self.register, self.dato, self.aar, koder)
        yield from vedtak_som_staar(self.register, self.dato, koder)


class Sammenlikning(NamedTuple):
    """A picture and the earlier one it is held against: None, and nothing in ``stod``, where there is no earlier one."""

    naa: Bilde
    foer: Bilde | None
    stod: Mapping[str, Staar]

    def tidligere(self, id_: str) -> Staar | None:
        """The same thing in the earlier picture; for an oppdrag that was carried over, last year's."""
        oppdrag = self.naa.register.oppdrag.get(id_)
        fra = oppdrag.verdi.viderefort_fra if oppdrag else None
        return self.stod.get(id_) or self.stod.get(fra or "")

    def fristen_foer(self, sak: Staar) -> date | None:
        """The deadline that a thing had in the earlier picture, as its changes tell."""
        endret = gjorte(fristendringene(self.naa.register, sak.id), self.naa.dato)
        return frist_per(sak.frist, endret, self.foer.dato) if self.foer else None


def sammenlikn(naa: Bilde, foer: Bilde | None) -> Sammenlikning:
    """Hold one picture against an earlier one."""
    return Sammenlikning(naa, foer, {sak.id: sak for sak in foer.saker()} if foer else {})


class Endret(NamedTuple):
    """One thing that is there afterwards, how it stood before (None: not there), and which way it went."""

    sak: Staar
    foer: Tilstand | None
    bevegelse: Bevegelse


class NyFrist(NamedTuple):
    """One deadline that was moved in between. ``dager`` is how far, None where there was no deadline before."""

    sak: Staar
    fra: date | None
    til: date
    dager: int | None
    begrunnelse: str
    godkjent_av: str | None


@dataclass(frozen=True, slots=True)
class Endringssvar:
    """The answer: each thing with its way, and the deadlines that were moved."""

    saker: tuple[Endret, ...]
    nye_frister: tuple[NyFrist, ...]


def endringer(sml: Sammenlikning, saker: Iterable[Staar]) -> Endringssvar:
    """Answer what has changed for some of the things in the later picture."""
    saker = tuple(saker)
    return Endringssvar(
        saker=tuple(_endret(sml, sak) for sak in saker),
        nye_frister=tuple(ny for sak in saker for ny in _nye_frister(sml, sak)),
    )


def _endret(sml: Sammenlikning, sak: Staar) -> Endret:
    foer = sml.tidligere(sak.id)
    stod = foer.tilstand if foer else None
    return Endret(sak, stod, bevegelse(stod, sak.tilstand))


def _nye_frister(sml: Sammenlikning, sak: Staar) -> Iterator[NyFrist]:
    if sml.foer is None:
        return
    for endring in gjorte(fristendringene(sml.naa.register, sak.id), sml.naa.dato):
        if endring.dato > sml.foer.dato:
            yield NyFrist(sak, endring.fra, endring.til, dager_flyttet(endring), endring.begrunnelse, endring.godkjent_av)
