"""What a unit does for those who own an oppdrag: what has been passed on to it, and the tasks it
has.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from styring.fag.frist import er_forfalt, frist_per
from styring.fag.tilstand import LUKKEDE, Tilstand
from styring.register.meldingene import er_gitt, tilstanden
from styring.register.register import Register


class Oppfolging(NamedTuple):
    """An oppdrag of another unit that this one follows up now."""

    id: str
    tittel: str
    eier: str
    frist: date | None
    forfalt: bool
    tilstand: Tilstand


class EgenOppgave(NamedTuple):
    """A task that this unit has in the oppdrag of another, and that is not done."""

    id: str
    tittel: str
    oppdrag: str
    eier: str
    frist: date | None
    forfalt: bool


def oppfolginger(
    register: Register, dato: date, aar: int | None, koder: frozenset[str]
) -> Iterator[Oppfolging]:
    """What has been passed on to some units from those above or beside them, in a year."""
    for id_, post in register.oppdrag.items():
        oppdrag = post.verdi
        videre = [ledd.til for ledd in oppdrag.videredelegert if ledd.dato <= dato]
        if (
            id_[:4] == str(aar)
            and er_gitt(oppdrag, dato)
            and oppdrag.ansvarlig not in koder
            and videre
            and videre[-1] in koder
        ):
            frist, tilstand = (
                frist_per(oppdrag.frist, oppdrag.fristendringer, dato),
                tilstanden(register, id_, dato),
            )
            yield Oppfolging(
                id_,
                oppdrag.tittel,
                register.enhetsnavn(oppdrag.ansvarlig),
                frist,
                er_forfalt(frist, dato, tilstand),
                tilstand,
            )


def egne_oppgaver(
    register: Register, dato: date, aar: int | None, koder: frozenset[str]
) -> Iterator[EgenOppgave]:
    """The open tasks that some units have in the oppdrag of others, in a year."""
    for id_, post in register.oppdrag.items():
        oppdrag = post.verdi
        if (
            id_[:4] != str(aar)
            or oppdrag.ansvarlig in koder
            or tilstanden(register, id_, dato) in LUKKEDE
        ):
            continue
        for oppgave in oppdrag.oppgaver:
            if oppgave.ansvarlig in koder and not (oppgave.ferdig and oppgave.ferdig <= dato):
                yield EgenOppgave(
                    f"{id_}/{oppgave.nr}",
                    oppgave.tittel,
                    oppdrag.tittel,
                    register.enhetsnavn(oppdrag.ansvarlig),
                    oppgave.frist,
                    er_forfalt(oppgave.frist, dato),
                )
