"""The one namespace that all ids and codes share, in the order they are met."""

from collections.abc import Iterator
from typing import NamedTuple

from styring.funn import Sti
from styring.register.register import Register


class Navn(NamedTuple):
    """One use of a code as a name: for what, and where."""

    kode: str
    hva: str
    fil: str
    sti: Sti
    paa_nokkel: bool = False


def navnerom(register: Register) -> Iterator[Navn]:
    """Every id and code that names something. An oppdrag counts by its full id and its short code."""
    if register.kommune:
        fil = register.kommune.fil
        for kode in register.enheter:
            yield Navn(kode, "en enhet", fil, ("enheter", kode), paa_nokkel=True)
        for kode in register.organer:
            yield Navn(kode, "et organ", fil, ("organer", kode), paa_nokkel=True)
    yield from _maal(register)
    yield from _oppdrag(register)
    for id_, aktivitet in register.aktiviteter.items():
        yield Navn(id_, "en aktivitet", aktivitet.fil, aktivitet.sti, paa_nokkel=True)


def _oppdrag(register: Register) -> Iterator[Navn]:
    """The full ids begin with a year, so only an aktivitet that does the same can share one; the short codes are what people type."""
    if any(id_[0].isdigit() for id_ in register.aktiviteter):
        yield from (Navn(id_, "et oppdrag", oppdrag.fil, ()) for id_, oppdrag in register.oppdrag.items())
    korte = {id_[5:]: oppdrag.fil for id_, oppdrag in register.oppdrag.items()}
    yield from (Navn(kode, "et oppdrag", fil, ()) for kode, fil in korte.items())


def _maal(register: Register) -> Iterator[Navn]:
    for omraade in register.omraader:
        yield Navn(omraade.verdi.kode, "et satsingsområde", omraade.fil, ("kode",))
        for h, hovedmaal in enumerate(omraade.verdi.hovedmaal):
            yield Navn(hovedmaal.kode, "et hovedmål", omraade.fil, ("hovedmaal", h, "kode"))
            for d, delmaal in enumerate(hovedmaal.delmaal):
                yield Navn(delmaal.kode, "et delmål", omraade.fil, ("hovedmaal", h, "delmaal", d, "kode"))
