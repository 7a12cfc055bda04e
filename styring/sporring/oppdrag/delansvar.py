"""Who waits for whom: what others wait for from a unit, and what it waits for from others."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from styring.fag.frist import er_forfalt, frist_per
from styring.fag.tilstand import LUKKEDE, Tilstand
from styring.register.meldingene import bidraget, er_gitt, tilstanden
from styring.register.register import Register
from styring.register.viderefort import viderefort_per
from styring.sporring.felles.utvalg import nyeste_aar, omfanget


@dataclass(frozen=True, slots=True)
class Venter:
    """One contribution: who waits, for whom, to what, and how the one who contributes
    says it goes.
    """

    id: str
    tittel: str
    venter: str
    venter_pa: str
    hva: str
    frist: date | None
    forfalt: bool
    tilstand: Tilstand
    kommentar: str | None


@dataclass(frozen=True, slots=True)
class Delansvarssvar:
    """The answer, from both sides; for the whole municipality only ``venter_pa_andre`` is filled.

    ``er_oppgitt``: any helpers are named.
    """

    kommune: str
    dato: date
    aar: int | None
    enhet: str | None
    navn: str
    andre_venter: tuple[Venter, ...]
    venter_pa_andre: tuple[Venter, ...]
    er_oppgitt: bool


def delansvar(
    register: Register, dato: date, sektor: str | None = None, aar: int | None = None
) -> Delansvarssvar:
    """Answer for one unit and what lies below it, or for all: the open oppdrag of a year."""
    omfang = omfanget(register, sektor)
    koder = omfang.koder
    aar = aar or nyeste_aar(register, dato)
    alle = [ett for ett in _alle(register, dato, aar) if ett.tilstand not in LUKKEDE]
    return Delansvarssvar(
        kommune=omfang.kommune,
        dato=dato,
        aar=aar,
        enhet=omfang.enhet,
        navn=omfang.navn,
        andre_venter=tuple(
            ett for ett in alle if koder and ett.venter_pa in koder and ett.venter not in koder
        ),
        venter_pa_andre=tuple(
            ett
            for ett in alle
            if koder is None or (ett.venter in koder and ett.venter_pa not in koder)
        ),
        er_oppgitt=bool(alle)
        or any(
            post.verdi.delansvar for id_, post in register.oppdrag.items() if id_[:4] == str(aar)
        ),
    )


def _alle(register: Register, dato: date, aar: int | None) -> Iterator[Venter]:
    viderefort = viderefort_per(register, dato)
    for id_, post in register.oppdrag.items():
        oppdrag = post.verdi
        if (
            id_[:4] != str(aar)
            or id_ in viderefort
            or not er_gitt(oppdrag, dato)
            or tilstanden(register, id_, dato) in LUKKEDE
        ):
            continue
        frist = frist_per(oppdrag.frist, oppdrag.fristendringer, dato)
        for enhet in dict.fromkeys(oppdrag.delansvar):
            tilstand, kommentar = bidraget(register, id_, enhet, dato)
            yield Venter(
                id_,
                oppdrag.tittel,
                oppdrag.ansvarlig,
                enhet,
                "bidrag",
                frist,
                er_forfalt(frist, dato, tilstand),
                tilstand,
                kommentar,
            )
        for oppgave in oppdrag.oppgaver:
            apen = oppgave.ferdig is None or oppgave.ferdig > dato
            if (
                apen
                and oppgave.ansvarlig in register.enheter
                and oppgave.ansvarlig != oppdrag.ansvarlig
            ):
                hva = f"oppgave {oppgave.nr}: {oppgave.tittel}"
                forfalt = er_forfalt(oppgave.frist, dato)
                yield Venter(
                    id_,
                    oppdrag.tittel,
                    oppdrag.ansvarlig,
                    oppgave.ansvarlig,
                    hva,
                    oppgave.frist,
                    forfalt,
                    Tilstand.IKKE_RAPPORTERT,
                    None,
                )
