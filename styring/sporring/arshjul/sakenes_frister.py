"""The deadlines of every matter that is open, each with whose it is: oppdrag with their oppgaver
and krav, vedtak and each punkt of them, tiltak, avtaler, and the lines of the units' own plans.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from styring.fag.frist import frist_per, kan_forfalle
from styring.fag.melding import tilstand_av
from styring.fag.vedtaksdeler import apne_frister
from styring.modell.oppdrag import Oppdrag
from styring.register.egne_planer import planlinjer
from styring.register.meldingene import er_gitt, punktet, sist_meldt, siste_bidrag, tilstanden
from styring.register.register import Register
from styring.register.viderefort import viderefort_per
from styring.sporring.arshjul.fristlinje import Frist, Hva, fristen
from styring.sporring.dialog.avtaler import avtaler


class Sakfrist(NamedTuple):
    """A deadline, and the units that have it in their own list."""

    frist: Frist
    hvem: frozenset[str]


def sakenes_frister(register: Register, dato: date) -> Iterator[Sakfrist]:
    """Give each that is not met, as of a day."""
    for del_ in (_oppdrag, _vedtak, _tiltak, _avtalene, _egne_planer):
        yield from del_(register, dato)


def _saken(frist: Frist, *hvem: str | None) -> Sakfrist:
    return Sakfrist(frist, frozenset(filter(None, hvem)))


def _oppdrag(register: Register, dato: date) -> Iterator[Sakfrist]:
    viderefort = viderefort_per(register, dato)
    for post in register.oppdrag.values():
        oppdrag = post.verdi
        if (
            post.id in viderefort
            or not er_gitt(oppdrag, dato)
            or not kan_forfalle(tilstanden(register, post.id, dato))
        ):
            continue
        if frist := frist_per(oppdrag.frist, oppdrag.fristendringer, dato):
            hva = Hva("oppdrag", post.id, oppdrag.tittel, oppdrag.ansvarlig)
            yield _saken(fristen(frist, dato, hva), oppdrag.ansvarlig)
        yield from _kravdager(post.id, oppdrag, dato)
        for oppgave in oppdrag.oppgaver:
            er_ferdig = oppgave.ferdig is not None and oppgave.ferdig <= dato
            if oppgave.frist and not er_ferdig:
                hva = Hva("oppgave", f"{post.id}/{oppgave.nr}", oppgave.tittel, oppgave.ansvarlig)
                sin_frist = fristen(oppgave.frist, dato, hva)
                yield _saken(sin_frist, oppgave.ansvarlig, oppdrag.ansvarlig)


def _kravdager(id_: str, oppdrag: Oppdrag, dato: date) -> Iterator[Sakfrist]:
    """The days to come that a demand is to be reported on: one that is past is no deadline."""
    for krav in oppdrag.krav:
        for dag in krav.rapporteres:
            if dag >= dato:
                tekst = " ".join(krav.tekst.split())
                hva = Hva("krav", f"{id_}/{krav.nr}", tekst, oppdrag.ansvarlig)
                yield _saken(fristen(dag, dato, hva), oppdrag.ansvarlig)


def _vedtak(register: Register, dato: date) -> Iterator[Sakfrist]:
    """Every deadline of the vedtak that binds: that of the whole, and each punkt's own."""
    verbalvedtak: dict[str, list[str]] = {}
    for id_, post in register.vedtak.items():
        verbalvedtak.setdefault(post.verdi.forelder or "", []).append(id_)
    for id_, post in register.vedtak.items():
        for ett in apne_frister(id_, post.verdi, dato) if post.verdi.dato <= dato else ():
            under = ett.deler or verbalvedtak.get(ett.nokkel) or (ett.fortelles_i,)
            if any(kan_forfalle(tilstanden(register, nokkel, dato)) for nokkel in under):
                hva = Hva("vedtak", ett.nokkel, ett.tittel, ett.enhet)
                yield _saken(fristen(ett.frist, dato, hva), ett.enhet)


def _tiltak(register: Register, dato: date) -> Iterator[Sakfrist]:
    """The measures that were told of last, by the owner and by those who contribute, while the
    matter is open.
    """
    viderefort = viderefort_per(register, dato)
    for id_ in (*register.oppdrag, *(id_ for id_ in register.meldinger if punktet(register, id_))):
        oppdrag = register.oppdrag.get(id_)
        if (
            id_ in viderefort
            or not kan_forfalle(tilstanden(register, id_, dato))
            or (oppdrag and not er_gitt(oppdrag.verdi, dato))
        ):
            continue
        meldinger = (sist_meldt(register, id_, dato), *siste_bidrag(register, id_, dato))
        for meldt in filter(None, meldinger):
            for tiltak in meldt.melding.tiltak if kan_forfalle(tilstand_av(meldt.melding)) else ():
                hvem = tiltak.ansvarlig or meldt.enhet
                if tiltak.frist:
                    hva = Hva("tiltak", id_, " ".join(tiltak.tekst.split()), hvem)
                    yield _saken(fristen(tiltak.frist, dato, hva), hvem, meldt.enhet)


def _avtalene(register: Register, dato: date) -> Iterator[Sakfrist]:
    """What was agreed in styringsdialoger and is not done; only the leadership has them in its
    register.
    """
    for ett in avtaler(register, dato):
        if ett.avtale.frist and not ett.ferdig:
            hva = Hva("avtale", ett.id, ett.avtale.tekst, ett.ansvarlig)
            yield _saken(fristen(ett.avtale.frist, dato, hva), ett.enhet, ett.ansvarlig)


def _egne_planer(register: Register, dato: date) -> Iterator[Sakfrist]:
    """What the units have set themselves to do in their own plans, and have not done."""
    for ett in planlinjer(register, dato):
        if ett.linje.frist and not ett.ferdig:
            hva = Hva(ett.slag, ett.id, " ".join(ett.linje.tekst.split()), ett.ansvarlig)
            yield _saken(fristen(ett.linje.frist, dato, hva), ett.enhet, ett.ansvarlig)
