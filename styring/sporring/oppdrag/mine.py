"""Everything that waits for one unit or one role: oppdrag, tasks, measures, vedtak, what was
agreed, the unit's own plan, preparedness, and forms, each with the deadline it has.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from styring.fag.frist import er_forfalt, frist_per, kan_forfalle
from styring.fag.melding import tilstand_av
from styring.fag.norsk import fold, mente_du
from styring.fag.periode import perioden
from styring.fag.tilstand import Tilstand
from styring.feil import StyringFeil
from styring.register.egne_planer import planlinjer
from styring.register.meldingene import (
    bidraget,
    er_gitt,
    punktet,
    sist_meldt,
    siste_bidrag,
    tilstanden,
)
from styring.register.register import Register
from styring.register.roller import planrollene
from styring.register.viderefort import viderefort_per
from styring.sporring.arshjul.rapporteringssteg import mangler_i
from styring.sporring.beredskap.beredskap import beredskapen
from styring.sporring.dialog.avtaler import avtaler
from styring.sporring.oppdrag.stilling import vedtak_som_staar


class Minsak(NamedTuple):
    """One thing that waits: what kind, its id, what it is, what one is to it, and its deadline."""

    slag: str
    id: str
    tittel: str
    som: str
    frist: date | None
    forfalt: bool
    tilstand: Tilstand | None


@dataclass(frozen=True, slots=True)
class Minesvar:
    """The answer: who was asked for, by the names in the data, and what waits; what is overdue
    first, then by deadline, what has none last.
    """

    hvem: str
    navn: str
    dato: date
    saker: tuple[Minsak, ...]


def mine(register: Register, skrevet: str, dato: date) -> Minesvar:
    """Answer for a unit, by code or name, or for a role that the data name.

    Raises StyringFeil where nobody is called that.
    """
    hvem = _finn(register, skrevet)
    # who leads a unit has what is the unit's
    ledet = {kode for kode, enhet in register.enheter.items() if fold(enhet.leder or "") == hvem}
    navnene = frozenset({hvem} | {fold(kode) for kode in ledet})
    saker = [
        *_oppdrag(register, navnene, dato),
        *_vedtak(register, navnene, dato),
        *_tiltak(register, navnene, dato),
        *_avtalt(register, navnene, dato),
        *_planer(register, navnene, dato),
        *_beredskap(register, navnene, dato),
        *_skjemaer(register, navnene, dato),
    ]
    kode = next((kode for kode in register.enheter if fold(kode) == hvem), None)
    return Minesvar(
        kode or skrevet.strip(),
        register.enhetsnavn(kode) if kode else skrevet.strip(),
        dato,
        tuple(sorted(saker, key=lambda sak: (sak.frist is None, sak.frist or dato, sak.id))),
    )


def _finn(register: Register, skrevet: str) -> str:
    sokt = fold(" ".join(skrevet.split()))
    for kode, enhet in register.enheter.items():
        if sokt in (fold(kode), fold(enhet.navn)):
            return fold(kode)
    kjente = {fold(navn): navn for navn in _rollene(register)}
    if sokt in kjente:
        return sokt
    ment = mente_du(skrevet, [*register.enheter, *kjente.values()])
    raad = f"Mente du «{ment}»?" if ment else "Skriv en enhet, eller en rolle som står i dataene."
    raise StyringFeil(f"ingen i dataene heter «{skrevet}». {raad}")


def _rollene(register: Register) -> Iterator[str]:
    """Every role that something is given to."""
    yield from (enhet.leder for enhet in register.enheter.values() if enhet.leder)
    for post in register.oppdrag.values():
        yield from (oppgave.ansvarlig for oppgave in post.verdi.oppgaver)
        yield from (ledd.til for ledd in post.verdi.videredelegert)
    for alle in (register.meldinger, register.bidrag):
        for meldte in alle.values():
            for meldt in meldte:
                yield from (ett.ansvarlig for ett in meldt.melding.tiltak if ett.ansvarlig)
    for dialog in register.styringsdialoger.values():
        yield from (ett.ansvarlig for ett in dialog.verdi.avtalt if ett.ansvarlig)
    yield from (ansvarlig for *_, ansvarlig in planrollene(register))


def _oppdrag(register: Register, hvem: frozenset[str], dato: date) -> Iterator[Minsak]:
    viderefort = viderefort_per(register, dato)
    for id_, post in register.oppdrag.items():
        oppdrag, tilstand = post.verdi, tilstanden(register, id_, dato)
        if id_ in viderefort or not er_gitt(oppdrag, dato) or not kan_forfalle(tilstand):
            continue
        frist = frist_per(oppdrag.frist, oppdrag.fristendringer, dato)
        videre = [ledd.til for ledd in oppdrag.videredelegert if ledd.dato <= dato]
        som = (
            "ansvarlig"
            if fold(oppdrag.ansvarlig) in hvem
            else "følger opp"
            if videre and fold(videre[-1]) in hvem
            else "bidrar"
            if any(
                fold(kode) in hvem and kan_forfalle(bidraget(register, id_, kode, dato)[0])
                for kode in oppdrag.delansvar
            )
            else ""
        )
        if som:
            forfalt = er_forfalt(frist, dato, tilstand)
            yield Minsak("oppdrag", id_, oppdrag.tittel, som, frist, forfalt, tilstand)
        for oppgave in oppdrag.oppgaver:
            ferdig = oppgave.ferdig is not None and oppgave.ferdig <= dato
            if fold(oppgave.ansvarlig) in hvem and not ferdig:
                nokkel, forfalt = f"{id_}/{oppgave.nr}", er_forfalt(oppgave.frist, dato)
                yield Minsak(
                    "oppgave", nokkel, oppgave.tittel, "ansvarlig", oppgave.frist, forfalt, None
                )


def _vedtak(register: Register, hvem: frozenset[str], dato: date) -> Iterator[Minsak]:
    for sak in vedtak_som_staar(register, dato, None):
        if fold(sak.ansvarlig) in hvem and kan_forfalle(sak.tilstand):
            yield Minsak(
                "vedtak", sak.id, sak.tittel, "ansvarlig", sak.frist, sak.forfalt, sak.tilstand
            )


def _tiltak(register: Register, hvem: frozenset[str], dato: date) -> Iterator[Minsak]:
    """The measures told of last, while the matter is open."""
    viderefort = viderefort_per(register, dato)
    for id_ in (*register.oppdrag, *(id_ for id_ in register.meldinger if punktet(register, id_))):
        oppdrag = register.oppdrag.get(id_)
        if oppdrag and not er_gitt(oppdrag.verdi, dato):
            continue
        if id_ in viderefort or not kan_forfalle(tilstanden(register, id_, dato)):
            continue
        for meldt in (sist_meldt(register, id_, dato), *siste_bidrag(register, id_, dato)):
            if meldt is None or not kan_forfalle(tilstand_av(meldt.melding)):
                continue
            for ett in meldt.melding.tiltak:
                if fold(ett.ansvarlig or meldt.enhet) in hvem:
                    tekst, forfalt = " ".join(ett.tekst.split()), er_forfalt(ett.frist, dato)
                    yield Minsak("tiltak", id_, tekst, "ansvarlig", ett.frist, forfalt, None)


def _avtalt(register: Register, hvem: frozenset[str], dato: date) -> Iterator[Minsak]:
    """What was agreed in a styringsdialog; only the leadership has them in its register."""
    for ett in avtaler(register, dato):
        if fold(ett.ansvarlig) in hvem and not ett.ferdig:
            frist, tekst = ett.avtale.frist, " ".join(ett.avtale.tekst.split())
            yield Minsak("avtale", ett.id, tekst, "ansvarlig", frist, er_forfalt(frist, dato), None)


def _planer(register: Register, hvem: frozenset[str], dato: date) -> Iterator[Minsak]:
    """What stands in a unit's own plan, and is not done."""
    for ett in planlinjer(register, dato):
        if fold(ett.ansvarlig) in hvem and not ett.ferdig:
            frist, tekst = ett.linje.frist, " ".join(ett.linje.tekst.split())
            yield Minsak(ett.slag, ett.id, tekst, "ansvarlig", frist, er_forfalt(frist, dato), None)


def _beredskap(register: Register, hvem: frozenset[str], dato: date) -> Iterator[Minsak]:
    """What preparedness lacks, and evaluations that are not done, of the unit named first; the
    public has none of it in its register.
    """
    svar = beredskapen(register, dato, None)
    for mangel in svar.mangler:
        if fold(mangel.ansvarlig or "") in hvem:
            yield Minsak(
                "mangel", mangel.id, mangel.tekst, "ansvarlig", mangel.frist, mangel.forfalt, None
            )
    for ett in svar.uevaluerte:
        if fold(ett.enheter[0]) in hvem:
            yield Minsak(
                "evaluering", ett.id, ett.evalueringen, "ansvarlig", ett.frist, ett.sen, None
            )


def _skjemaer(register: Register, hvem: frozenset[str], dato: date) -> Iterator[Minsak]:
    """The forms that a unit has not delivered, of the periods that are over or have one."""
    koder = [kode for kode in register.enheter if fold(kode) in hvem]
    for id_, frister in ((register.rutine.frister or {}) if register.rutine else {}).items():
        periode = perioden(register.rutine, id_)
        for kode in koder if periode and frister.levering else ():
            begynt = f"{id_}/{kode}" in register.rapporter or (periode and periode.slutt < dato)
            if (
                periode
                and begynt
                and mangler_i(register, periode, "levering", dato, frozenset({kode}))
            ):
                frist = frister.levering
                navn = f"Skjemaet for {periode.navn}"
                yield Minsak(
                    "skjema", f"{id_}/{kode}", navn, "leverer", frist, er_forfalt(frist, dato), None
                )
