"""The vedtak in a report: the open ones oldest first, those proposed to be closed, those that
ended, and the verbalvedtak in their order.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from styring.fag.tilstand import LUKKEDE, Tilstand
from styring.register.meldingene import enden
from styring.register.register import Register
from styring.sporring.oppdrag.stilling import Stilling
from styring.sporring.rapport.saker import Rapportsak


class Budsjettsak(NamedTuple):
    """One budsjettsak with all its verbalvedtak, in the vedtak's own order."""

    tittel: str
    sak: str
    dato: date
    punkter: tuple[Rapportsak, ...]


class Forslag(NamedTuple):
    """What one organ is asked to close."""

    organ: str
    saker: tuple[Rapportsak, ...]


class Vedtaksavsnitt(NamedTuple):
    """The vedtak.

    ``apne`` holds no verbalvedtak: those stand under their budsjettsak, open or ended.
    """

    apne: tuple[Rapportsak, ...]
    foreslatt: tuple[Rapportsak, ...]
    avsluttet: tuple[Rapportsak, ...]
    budsjettsaker: tuple[Budsjettsak, ...]
    forslag: tuple[Forslag, ...]

    @property
    def i_rute(self) -> tuple[Rapportsak, ...]:
        """Of the open ones: those that are told of, and that nothing is wrong with."""
        return tuple(
            sak
            for sak in self.apne
            if not sak.utenfor and sak.tilstand is not Tilstand.IKKE_RAPPORTERT
        )


def er_med(register: Register, sak: Stilling, siden: date, dato: date) -> bool:
    """Whether a report made for ``dato`` tells of a vedtak: it is open, or its organ ended it after
    ``siden``. What ended without an organ is told of too.
    """
    ende = enden(register, sak.id, dato)
    return sak.tilstand not in LUKKEDE or ende is None or ende.dato > siden


def vedtaksdel(
    register: Register,
    alle: Sequence[Stilling],
    med: Container[str],
    fortalt: Mapping[str, Rapportsak],
) -> Vedtaksavsnitt:
    """Sort the vedtak, oldest first, into what a report says of them.

    ``med`` are those it tells of; ``fortalt`` holds the words for all.
    """
    saker = {sak.id: fortalt[sak.id] for sak in alle if sak.id in med}
    forelder = {sak.id: over for sak in alle if (over := _budsjettsaken(register, sak.id))}
    foreslatt = tuple(sak for sak in saker.values() if sak.tilstand is Tilstand.FORESLATT_AVSLUTTET)
    organer = dict.fromkeys(sak.vedtak.organ for sak in foreslatt if sak.vedtak)
    nevnte = dict.fromkeys(forelder[id_] for id_ in saker if id_ in forelder)
    return Vedtaksavsnitt(
        apne=tuple(
            sak
            for id_, sak in saker.items()
            if id_ not in forelder and sak.tilstand not in {*LUKKEDE, Tilstand.FORESLATT_AVSLUTTET}
        ),
        foreslatt=foreslatt,
        avsluttet=tuple(sak for sak in saker.values() if sak.tilstand in LUKKEDE),
        budsjettsaker=tuple(
            _budsjettsak(
                register, over, [fortalt[sak.id] for sak in alle if forelder.get(sak.id) == over]
            )
            for over in nevnte
        ),
        forslag=tuple(Forslag(organ, tuple(_i_organet(foreslatt, organ))) for organ in organer),
    )


def _budsjettsaken(register: Register, nokkel: str) -> str | None:
    """The budsjettsak that a verbalvedtak belongs to, where it is known."""
    post = register.vedtak.get(nokkel)
    return post.verdi.forelder if post and post.verdi.forelder in register.vedtak else None


def _budsjettsak(register: Register, id_: str, punkter: list[Rapportsak]) -> Budsjettsak:
    vedtak = register.vedtak[id_].verdi
    return Budsjettsak(
        vedtak.tittel,
        vedtak.sak,
        vedtak.dato,
        tuple(sorted(punkter, key=lambda sak: (sak.vedtak.punkt or 0) if sak.vedtak else 0)),
    )


def _i_organet(saker: tuple[Rapportsak, ...], organ: str) -> Iterator[Rapportsak]:
    return (sak for sak in saker if sak.vedtak and sak.vedtak.organ == organ)
