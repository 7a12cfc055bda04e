"""The calendars that can be followed: all days, and those of each unit, category and organ."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple, get_args

from styring.modell.arshjul import Kategori
from styring.register.register import Register
from styring.sporring.arshjul.arshjul import Hjulfilter
from styring.sporring.arshjul.frister import Fristgrunnlag, Fristsvar, frister_av
from styring.sporring.arshjul.fristlinje import Frist
from styring.sporring.arshjul.kalenderdager import Kalenderdag, dagene_til, kalendergrunnlaget

FRAM = timedelta(days=400)
"""How far ahead a calendar reaches: over the whole of the next year's beginning."""


class Kalenderfil(NamedTuple):
    """One calendar. ``rom`` and ``id`` say whose it is."""

    rom: str
    id: str
    dager: tuple[Kalenderdag, ...]


def kalenderne(grunnlag: Fristgrunnlag) -> Iterator[Kalenderfil]:
    """Give each calendar; one without days too, as it can be followed already."""
    register, til = grunnlag.register, grunnlag.til
    alle = frister_av(grunnlag, til)
    felles = kalendergrunnlaget(register, alle)
    yield Kalenderfil("kalender", "alle", dagene_til(felles, alle))
    for kode in register.enheter:
        egne = frister_av(grunnlag, til, kode)
        yield Kalenderfil("enhet", kode, dagene_til(felles, egne))
    for kategori in get_args(Kategori):
        i_kategorien = frister_av(grunnlag, til, valg=Hjulfilter(kategori=kategori))
        yield Kalenderfil("kategori", kategori, dagene_til(felles, i_kategorien))
    for kode in register.organer:
        yield Kalenderfil("organ", kode, dagene_til(felles, _organets(register, alle, kode)))


def _organets(register: Register, alle: Fristsvar, organ: str) -> Fristsvar:
    """The days of an organ: what it does itself, and the deadlines of what it has decided."""

    def er_med(frist: Frist) -> bool:
        vedtak = register.vedtak.get(frist.id.partition("/")[0])
        return frist.ansvarlig == organ or (vedtak is not None and vedtak.verdi.organ == organ)

    return replace(
        alle,
        forfalte=tuple(filter(er_med, alle.forfalte)),
        kommende=tuple(filter(er_med, alle.kommende)),
    )
