"""Main figures: how many stand how, by unit, with sums that add up."""

from collections.abc import Iterable
from typing import NamedTuple

from styring.fag.tilstand import Tilstand, tell
from styring.register.register import Register
from styring.sporring.oppdrag.stilling import Stilling


class Tallrad(NamedTuple):
    """One unit, or the sum of all."""

    enhet: str
    antall: int
    telling: dict[Tilstand, int]


class Hovedtall(NamedTuple):
    """A table of counts.

    ``tilstander`` are its columns: those that always stand there, and others that have any.
    """

    tilstander: tuple[Tilstand, ...]
    rader: tuple[Tallrad, ...]
    sum: Tallrad


_REKKEFOLGE = (
    Tilstand.I_RUTE,
    Tilstand.USIKKERT,
    Tilstand.IKKE_I_RUTE,
    Tilstand.FORESLATT_AVSLUTTET,
    Tilstand.FERDIG,
    Tilstand.AVSLUTTES,
    Tilstand.AVSLUTTET,
    Tilstand.IKKE_RAPPORTERT,
    Tilstand.BORTFALT,
)
FOR_OPPDRAG = frozenset(
    {
        Tilstand.I_RUTE,
        Tilstand.USIKKERT,
        Tilstand.IKKE_I_RUTE,
        Tilstand.FERDIG,
        Tilstand.IKKE_RAPPORTERT,
    }
)
FOR_VEDTAK = frozenset(
    {
        Tilstand.I_RUTE,
        Tilstand.USIKKERT,
        Tilstand.IKKE_I_RUTE,
        Tilstand.FORESLATT_AVSLUTTET,
        Tilstand.IKKE_RAPPORTERT,
    }
)


def hovedtall(
    register: Register, saker: Iterable[Stilling], alltid: frozenset[Tilstand]
) -> Hovedtall:
    """Count things by who owns them, units in their own order; every thing is counted once.

    ``alltid`` are the columns that stand there without any too.
    """
    per_enhet: dict[str, list[Stilling]] = {}
    for sak in saker:
        per_enhet.setdefault(sak.ansvarlig, []).append(sak)
    rekkefolge = [kode for kode in register.enheter if kode in per_enhet]
    rekkefolge += [kode for kode in per_enhet if kode not in register.enheter]
    rader = tuple(_rad(register.enhetsnavn(kode), per_enhet[kode]) for kode in rekkefolge)
    sum_ = _rad("Sum", [sak for egne in per_enhet.values() for sak in egne])
    vises = tuple(
        tilstand for tilstand in _REKKEFOLGE if tilstand in alltid or sum_.telling[tilstand]
    )
    return Hovedtall(vises, rader, sum_)


def kolonnene(alle: Iterable[Hovedtall]) -> tuple[Tilstand, ...]:
    """The columns that several tables have between them, in one order: what some of them count, the
    others have none of.
    """
    brukte = {tilstand for tall in alle for tilstand in tall.tilstander}
    return tuple(tilstand for tilstand in _REKKEFOLGE if tilstand in brukte)


def _rad(navn: str, saker: list[Stilling]) -> Tallrad:
    return Tallrad(navn, len(saker), tell((sak.tilstand for sak in saker), _REKKEFOLGE))
