"""What is due: aktiviteter, oppdrag, oppgaver, vedtak and each punkt of them, tiltak, avtaler and
the steps of reporting in one list.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from styring.fag.frist import er_forfalt, frist_per, kan_forfalle
from styring.fag.melding import tilstand_av
from styring.fag.periode import APNE_LEDD, LEDD, perioden
from styring.fag.tilstand import LUKKEDE
from styring.fag.vedtaksdeler import apne_frister
from styring.modell.form import Leser
from styring.modell.oppdrag import Oppdrag
from styring.register.meldingene import (
    er_gitt,
    punktet,
    sist_meldt,
    siste_bidrag,
    tilstanden,
    viderefort_per,
)
from styring.register.register import Register
from styring.sporring.arshjul.arshjul import Hjulfilter, hendelser_i, uten_dag_fordi
from styring.sporring.arshjul.fristlinje import Frist, Hva, fristen
from styring.sporring.arshjul.interne_frister import INTERNE
from styring.sporring.arshjul.maanedsfrister import maanedsfrister
from styring.sporring.arshjul.rapporteringssteg import mangler_i, ord_for
from styring.sporring.felles.utvalg import enhetene, finn_enhet


@dataclass(frozen=True, slots=True)
class Fristsvar:
    """The answer: what is overdue, what comes, and how much has no day at all."""

    dato: date
    til: date
    enhet: str | None
    utvalg: tuple[str, ...]
    forfalte: tuple[Frist, ...]
    kommende: tuple[Frist, ...]
    oppdrag_uten_frist: int
    aktiviteter_uten_dag: int
    aktiviteter_uten_ansvarlig: int


def frister(
    register: Register,
    dato: date,
    til: date,
    sektor: str | None = None,
    valg: Hjulfilter | None = None,
) -> Fristsvar:
    """Answer for the days from one to another, both included.

    Only what has an explicit frist can be overdue.

    ``valg`` chooses by type or kategori, which only aktiviteter have: then only those are shown.
    """
    koder = enhetene(register, sektor)
    hjulvalg = replace(valg or Hjulfilter(), koder=koder)
    andre = (
        []
        if valg
        else [
            ett
            for del_ in (_oppdrag, _vedtak, _tiltak, _rapportering, *INTERNE)
            for ett in del_(register, dato, koder)
        ]
    )
    alle = sorted(
        [*_aktiviteter(register, dato, til, hjulvalg), *andre],
        key=lambda frist: (frist.dag, frist.slag, frist.id),
    )
    uten_ansvarlig = (
        frist.ansvarlig is None
        for frist in _aktiviteter(register, dato, til, replace(hjulvalg, koder=None))
    )
    return Fristsvar(
        dato=dato,
        til=til,
        enhet=finn_enhet(register, sektor) if sektor else None,
        utvalg=(valg or Hjulfilter()).ord,
        forfalte=tuple(frist for frist in alle if er_forfalt(frist.dag, dato)),
        kommende=tuple(
            frist for frist in alle if not er_forfalt(frist.dag, dato) and frist.dag <= til
        ),
        oppdrag_uten_frist=0 if valg else _uten_frist(register, dato, koder),
        aktiviteter_uten_dag=_uten_dag(register, hjulvalg, dato),
        aktiviteter_uten_ansvarlig=sum(uten_ansvarlig) if koder else 0,
    )


def _aktiviteter(register: Register, fra: date, til: date, valg: Hjulfilter) -> Iterator[Frist]:
    for post in register.aktiviteter.values():
        if not valg.passer(post.verdi) or uten_dag_fordi(register, post.verdi, fra.year):
            continue
        for aar in range(fra.year - 1, til.year + 1):
            for h in hendelser_i(register, post, aar):
                if fra <= h.dag <= til:
                    felles = Hva("aktivitet", h.id, h.tittel, h.ansvarlig)
                    yield fristen(h.dag, fra, felles, h)


def _oppdrag(register: Register, dato: date, koder: frozenset[str] | None) -> Iterator[Frist]:
    viderefort = viderefort_per(register, dato)
    for post in register.oppdrag.values():
        oppdrag = post.verdi
        if (
            not _angaar(oppdrag, koder)
            or post.id in viderefort
            or not er_gitt(oppdrag, dato)
            or not kan_forfalle(tilstanden(register, post.id, dato))
        ):
            continue
        frist = frist_per(oppdrag.frist, oppdrag.fristendringer, dato)
        if frist and (koder is None or oppdrag.ansvarlig in koder):
            yield fristen(frist, dato, Hva("oppdrag", post.id, oppdrag.tittel, oppdrag.ansvarlig))
        if koder is None or oppdrag.ansvarlig in koder:
            yield from _kravdager(post.id, oppdrag, dato)
        for oppgave in oppdrag.oppgaver:
            er_ferdig = oppgave.ferdig is not None and oppgave.ferdig <= dato
            if (
                oppgave.frist
                and not er_ferdig
                and (koder is None or koder.intersection((oppgave.ansvarlig, oppdrag.ansvarlig)))
            ):
                yield fristen(
                    oppgave.frist,
                    dato,
                    Hva("oppgave", f"{post.id}/{oppgave.nr}", oppgave.tittel, oppgave.ansvarlig),
                )


def _angaar(oppdrag: Oppdrag, koder: frozenset[str] | None) -> bool:
    """Whether anything of an oppdrag is some units' own; asked first, for it is quickly known."""
    hvem = (oppdrag.ansvarlig, *(oppgave.ansvarlig for oppgave in oppdrag.oppgaver))
    return koder is None or not koder.isdisjoint(hvem)


def _kravdager(id_: str, oppdrag: Oppdrag, dato: date) -> Iterator[Frist]:
    """The days to come that a demand is to be reported on: one that is past is no deadline."""
    for krav in oppdrag.krav:
        for dag in krav.rapporteres:
            if dag >= dato:
                tekst = " ".join(krav.tekst.split())
                yield fristen(dag, dato, Hva("krav", f"{id_}/{krav.nr}", tekst, oppdrag.ansvarlig))


def _vedtak(register: Register, dato: date, koder: frozenset[str] | None) -> Iterator[Frist]:
    """Every deadline of the vedtak that binds: that of the whole, and each punkt's own."""
    verbalvedtak: dict[str, list[str]] = {}
    for id_, post in register.vedtak.items():
        verbalvedtak.setdefault(post.verdi.forelder or "", []).append(id_)
    for id_, post in register.vedtak.items():
        for ett in apne_frister(id_, post.verdi, dato) if post.verdi.dato <= dato else ():
            under = ett.deler or verbalvedtak.get(ett.nokkel) or (ett.fortelles_i,)
            if (koder is None or ett.enhet in koder) and any(
                kan_forfalle(tilstanden(register, nokkel, dato)) for nokkel in under
            ):
                yield fristen(ett.frist, dato, Hva("vedtak", ett.nokkel, ett.tittel, ett.enhet))


def _tiltak(register: Register, dato: date, koder: frozenset[str] | None) -> Iterator[Frist]:
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
        for meldt in filter(
            None, (sist_meldt(register, id_, dato), *siste_bidrag(register, id_, dato))
        ):
            for tiltak in meldt.melding.tiltak if kan_forfalle(tilstand_av(meldt.melding)) else ():
                hvem = tiltak.ansvarlig or meldt.enhet
                if tiltak.frist and (koder is None or koder.intersection((hvem, meldt.enhet))):
                    yield fristen(
                        tiltak.frist, dato, Hva("tiltak", id_, " ".join(tiltak.tekst.split()), hvem)
                    )


def _rapportering(register: Register, dato: date, koder: frozenset[str] | None) -> Iterator[Frist]:
    """The steps of reporting that are not taken yet; for a unit, those it takes itself.

    Who has delivered before approval is not for the public.
    """
    kjeden = APNE_LEDD if register.leser is Leser.OFFENTLIG else LEDD
    for id_, frister in ((register.rutine.frister or {}) if register.rutine else {}).items():
        periode = perioden(register.rutine, id_)
        for ledd in kjeden if periode else ():
            dag = getattr(frister, ledd)
            if (
                dag is None
                or periode is None
                or not mangler_i(register, periode, ledd, dato, koder)
            ):
                continue
            navn = f"{periode.navn}: {ord_for(ledd)}"
            yield fristen(dag, dato, Hva("rapportering", f"{id_}/{ledd}", navn, None))
    for ett in maanedsfrister(register, dato, koder):
        navn = f"Økonomien per {ett.navn} leveres"
        yield fristen(ett.frist, dato, Hva("rapportering", f"{ett.id}/okonomi", navn, None))


def _uten_frist(register: Register, dato: date, koder: frozenset[str] | None) -> int:
    viderefort = viderefort_per(register, dato)
    uten = (
        post
        for post in register.oppdrag.values()
        if post.verdi.frist is None and (koder is None or post.verdi.ansvarlig in koder)
    )
    return sum(
        tilstanden(register, post.id, dato) not in LUKKEDE and post.id not in viderefort
        for post in uten
    )


def _uten_dag(register: Register, valg: Hjulfilter, dato: date) -> int:
    valgte = [post.verdi for post in register.aktiviteter.values() if valg.passer(post.verdi)]
    return sum(uten_dag_fordi(register, aktivitet, dato.year) is not None for aktivitet in valgte)
