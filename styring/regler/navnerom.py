"""The one namespace that all ids and codes share, in the order they are met."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from styring.funn import Sti
from styring.register.post import Post
from styring.register.register import Register
from styring.register.typer import alle

_SAGT = frozenset(
    {
        *("kommune", "maal", "oppdrag", "vedtak", "arshjul"),
        *("styringsbrev", "styringsdialog", "rapport", "samlerapport", "grunnlag"),
    }
)
"""The types whose names are told one by one, or are a year, a day or a period: no code is like
them. Every other shares the namespace.
"""


class Navn(NamedTuple):
    """One use of a code as a name: for what, and where."""

    kode: str
    hva: str
    fil: str
    sti: Sti
    paa_nokkel: bool = False


def navnerom(register: Register) -> Iterator[Navn]:
    """Every id and code that names something.

    An oppdrag or a vedtak counts by its full id and its short code.
    """
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
    for type_ in alle():
        if type_.navn not in _SAGT:
            for post in register.poster.get(type_.navn, {}).values():
                yield Navn(post.id, f"en post av slaget {type_.ord[0]}", post.fil, ())


def _oppdrag(register: Register) -> Iterator[Navn]:
    """The full ids begin with a year: an aktivitet may do the same, and a vedtak.

    The short codes are what people type.
    """
    slagene: tuple[tuple[str, Mapping[str, Post[Any]]], ...] = (
        ("et oppdrag", register.oppdrag),
        ("et vedtak", register.vedtak),
    )
    for hva, poster in slagene:
        if register.vedtak or any(id_[0].isdigit() for id_ in register.aktiviteter):
            yield from (Navn(id_, hva, post.fil, ()) for id_, post in poster.items())
        korte = {id_[5:]: post.fil for id_, post in poster.items()}
        yield from (Navn(kode, hva, fil, ()) for kode, fil in korte.items())


def _maal(register: Register) -> Iterator[Navn]:
    for omraade in register.omraader:
        yield Navn(omraade.verdi.kode, "et satsingsområde", omraade.fil, ("kode",))
        for h, hovedmaal in enumerate(omraade.verdi.hovedmaal):
            yield Navn(hovedmaal.kode, "et hovedmål", omraade.fil, ("hovedmaal", h, "kode"))
            for d, delmaal in enumerate(hovedmaal.delmaal):
                yield Navn(
                    delmaal.kode, "et delmål", omraade.fil, ("hovedmaal", h, "delmaal", d, "kode")
                )
