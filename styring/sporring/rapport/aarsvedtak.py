"""The vedtak of a year: made in it, ended in it, and open at the end of it."""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from styring.fag.melding import tilstand_av
from styring.fag.tilstand import Tilstand
from styring.register.meldingene import sist_meldt
from styring.register.register import Register
from styring.sporring.oppdrag.stilling import vedtak_som_staar, vedtaket
from styring.sporring.rapport.saker import Rapportsak, rapportsak
from styring.sporring.rapport.vedtak import Tidsbruk, tidsbruk
from styring.sporring.tid.to_bilder import Bilde, sammenlikn


class Aarsvedtak(NamedTuple):
    """The vedtak of the year: made, ended, and open at the end of it."""

    gjort: int
    gjennomfort: tuple[Rapportsak, ...]
    bortfalt: tuple[Rapportsak, ...]
    apne: tuple[Rapportsak, ...]
    tidsbruk: Tidsbruk


def aarsvedtak(hele_registeret: Register, bilde: Bilde, aar: int) -> Aarsvedtak:
    """Open and ended as on the last day of the year, so that what came after is the next year's.

    Vedtak made after the last period count too.
    """
    register, nyttaar = (
        replace(bilde.register, poster={**bilde.register.poster, "vedtak": hele_registeret.vedtak}),
        date(aar, 12, 31),
    )
    sammenlikning = sammenlikn(bilde._replace(register=register), None)
    alle = list(vedtak_som_staar(register, bilde.dato, None))
    saker = [rapportsak(sammenlikning, sak) for sak in alle]
    sluttet = [
        sak
        for sak in saker
        if sak.vedtak and sak.vedtak.avsluttet and sak.vedtak.avsluttet.dato.year == aar
    ]
    gjennomfort = tuple(sak for sak in sluttet if sak.tilstand is not Tilstand.BORTFALT)
    return Aarsvedtak(
        gjort=sum(vedtaket(register, sak.id).dato.year == aar for sak in alle),
        gjennomfort=gjennomfort,
        bortfalt=tuple(sak for sak in sluttet if sak.tilstand is Tilstand.BORTFALT),
        apne=tuple(
            _foer_slutten(register, sak, bilde.dato)
            for sak in saker
            if sak.vedtak and sak.vedtak.dato <= nyttaar and not _sluttet_innen(sak, nyttaar)
        ),
        tidsbruk=tidsbruk(gjennomfort),
    )


def _sluttet_innen(sak: Rapportsak, dag: date) -> bool:
    return (
        sak.vedtak is not None
        and sak.vedtak.avsluttet is not None
        and sak.vedtak.avsluttet.dato <= dag
    )


def _foer_slutten(register: Register, sak: Rapportsak, dato: date) -> Rapportsak:
    """A vedtak that was open at the end of the year, as it was told of then: that it was ended
    later is the next year's.
    """
    if sak.vedtak is None or sak.vedtak.avsluttet is None:
        return sak
    meldt = sist_meldt(register, sak.id, dato)
    return replace(sak, tilstand=tilstand_av(meldt.melding) if meldt else Tilstand.IKKE_RAPPORTERT)
