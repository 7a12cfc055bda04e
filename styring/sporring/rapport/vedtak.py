"""The report of politiske vedtak: how many are carried out, how long it took, what is still open,
and what shows it.
"""

from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import NamedTuple

from styring.modell.form import Leser
from styring.register.meldingene import enden
from styring.register.register import Register
from styring.sporring.felles.utvalg import finn_organ
from styring.sporring.oppdrag.stilling import Stilling, vedtak_som_staar, vedtaket
from styring.sporring.rapport.saker import Rapportsak, rapportsak
from styring.sporring.rapport.tellinger import FOR_VEDTAK, Hovedtall, hovedtall
from styring.sporring.tid.to_bilder import Bilde, sammenlikn


@dataclass(frozen=True, slots=True)
class Vedtaksvalg:
    """Which vedtak to tell of: made between two days (both included), by an organ, of a type, or
    only the open ones. None leaves all in.
    """

    fra: date | None = None
    til: date | None = None
    organ: str | None = None
    type: str | None = None
    apne: bool = False


class Organtall(NamedTuple):
    """One organ: how many, and how many of them are open, carried out, and fallen away."""

    organ: str
    antall: int
    apne: int
    gjennomfort: int
    bortfalt: int


class Tidsbruk(NamedTuple):
    """How long it took from the vedtak was made until its organ ended it as carried out, in days.

    None where none has been.
    """

    antall: int
    median: int | None
    kortest: int | None
    lengst: int | None


@dataclass(frozen=True, slots=True)
class Vedtaksrapport:
    """The answer. A punkt that another unit follows up counts by itself."""

    kommune: str
    dato: date
    leser: Leser
    valg: Vedtaksvalg
    organ: str | None
    kort: bool
    antall: int
    apne_antall: int
    gjennomfort: int
    bortfalt: int
    tidsbruk: Tidsbruk
    eldste_dager: int | None
    over_fristen: int
    organer: tuple[Organtall, ...]
    tall: Hovedtall
    apne: tuple[Rapportsak, ...]
    lukkede: tuple[Rapportsak, ...]
    utelatt: int


def vedtaksrapport(
    register: Register, dato: date, valg: Vedtaksvalg, *, kort: bool = False
) -> Vedtaksrapport:
    """Answer for the vedtak asked for, as they stood on a day."""
    organ = finn_organ(register, valg.organ) if valg.organ else None
    alle = [
        sak
        for sak in vedtak_som_staar(
            register, dato, None, frozenset({valg.type}) if valg.type else None
        )
        if _passer(register, sak, valg, organ, dato)
    ]
    sammenlikning = sammenlikn(Bilde(register, dato, None), None)
    saker = [rapportsak(sammenlikning, sak) for sak in alle]
    apne = tuple(sak for sak in saker if _er_apen(sak))
    lukkede = tuple(sak for sak in saker if not _er_apen(sak))
    return Vedtaksrapport(
        kommune=register.navn,
        dato=dato,
        leser=register.leser,
        valg=valg,
        organ=register.enhetsnavn(organ) if organ else None,
        kort=kort,
        antall=len(saker),
        apne_antall=len(apne),
        gjennomfort=sum(_gjennomfort(sak) for sak in lukkede),
        bortfalt=sum(not _gjennomfort(sak) for sak in lukkede),
        tidsbruk=tidsbruk(lukkede),
        eldste_dager=max((sak.vedtak.dager for sak in apne if sak.vedtak), default=None),
        over_fristen=sum(sak.forfalt for sak in apne),
        organer=tuple(_organtall(saker)),
        tall=hovedtall(
            register, (sak for sak in alle if enden(register, sak.id, dato) is None), FOR_VEDTAK
        ),
        apne=apne,
        lukkede=() if valg.apne else lukkede,
        utelatt=register.utelatt,
    )


def _passer(
    register: Register, sak: Stilling, valg: Vedtaksvalg, organ: str | None, dato: date
) -> bool:
    vedtak = vedtaket(register, sak.id)
    innen = (valg.fra is None or vedtak.dato >= valg.fra) and (
        valg.til is None or vedtak.dato <= valg.til
    )
    return (
        innen
        and organ in (None, vedtak.organ)
        and not (valg.apne and enden(register, sak.id, dato))
    )


def _er_apen(sak: Rapportsak) -> bool:
    """Only the organ itself ends a vedtak, whatever the unit says of it."""
    return sak.vedtak is None or sak.vedtak.avsluttet is None


def _gjennomfort(sak: Rapportsak) -> bool:
    return (
        sak.vedtak is not None
        and sak.vedtak.avsluttet is not None
        and not sak.vedtak.avsluttet.bortfalt
    )


def tidsbruk(lukkede: tuple[Rapportsak, ...]) -> Tidsbruk:
    """How long those took that their organ ended as carried out."""
    dager = [
        sak.vedtak.dager
        for sak in lukkede
        if sak.vedtak and sak.vedtak.avsluttet and _gjennomfort(sak)
    ]
    return (
        Tidsbruk(len(dager), round(median(dager)), min(dager), max(dager))
        if dager
        else Tidsbruk(0, None, None, None)
    )


def _organtall(saker: list[Rapportsak]) -> list[Organtall]:
    per_organ: dict[str, list[Rapportsak]] = {}
    for sak in saker:
        per_organ.setdefault(sak.vedtak.organ if sak.vedtak else "", []).append(sak)
    return [
        Organtall(
            organ,
            len(egne),
            sum(map(_er_apen, egne)),
            sum(map(_gjennomfort, egne)),
            sum(not _er_apen(sak) and not _gjennomfort(sak) for sak in egne),
        )
        for organ, egne in per_organ.items()
    ]
