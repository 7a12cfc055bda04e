"""What is due: aktiviteter, oppdrag, oppgaver, vedtak and each punkt of them, tiltak, avtaler and
the steps of reporting in one list.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from styring.fag.frist import er_forfalt
from styring.fag.periode import APNE_LEDD, LEDD, perioden
from styring.fag.tilstand import LUKKEDE
from styring.modell.arshjul import Aktivitet
from styring.modell.form import Leser
from styring.register.meldingene import tilstanden
from styring.register.register import Register
from styring.register.viderefort import viderefort_per
from styring.sporring.arshjul.arshjul import Hjulfilter, hendelser_i, uten_dag_fordi
from styring.sporring.arshjul.beredskapsfrister import beredskapsfrister
from styring.sporring.arshjul.fristlinje import Frist, Hva, fristen
from styring.sporring.arshjul.maanedsfrister import maanedsfrister
from styring.sporring.arshjul.rapporteringssteg import mangler_i, ord_for
from styring.sporring.arshjul.sakenes_frister import Sakfrist, sakenes_frister
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


class Fristgrunnlag(NamedTuple):
    """What the answers of a day are made of, as far as to ``til``; it is the same for every unit.
    ``sakene`` are the deadlines of all matters, ``hjulet`` the days of all aktiviteter.
    """

    register: Register
    dato: date
    til: date
    sakene: tuple[Sakfrist, ...]
    hjulet: tuple[tuple[Aktivitet, Frist], ...]


def fristgrunnlaget(register: Register, dato: date, til: date) -> Fristgrunnlag:
    """Find it once, where there is more than one answer to give."""
    return Fristgrunnlag(
        register,
        dato,
        til,
        tuple(sakenes_frister(register, dato)),
        tuple(_aktiviteter(register, dato, til)),
    )


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
    return frister_av(fristgrunnlaget(register, dato, til), til, sektor, valg)


def frister_av(
    grunnlag: Fristgrunnlag, til: date, sektor: str | None = None, valg: Hjulfilter | None = None
) -> Fristsvar:
    """Answer as ``frister`` does, of what is found as far as to that day or further."""
    if til > grunnlag.til:
        raise AssertionError(til)
    register, dato = grunnlag.register, grunnlag.dato
    koder = enhetene(register, sektor)
    hjulvalg = replace(valg or Hjulfilter(), koder=koder)
    andre: list[Frist] = []
    if not valg:
        andre += (ett.frist for ett in grunnlag.sakene if koder is None or koder & ett.hvem)
        andre += _rapportering(register, dato, koder)
        andre += beredskapsfrister(register, dato, koder)
    uten_enhet = replace(hjulvalg, koder=None)
    alles = [
        frist
        for aktivitet, frist in grunnlag.hjulet
        if frist.dag <= til and uten_enhet.passer(aktivitet)
    ]
    egne = (frist for frist in alles if koder is None or frist.ansvarlig in koder)
    alle = sorted([*egne, *andre], key=lambda frist: (frist.dag, frist.slag, frist.id))
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
        aktiviteter_uten_ansvarlig=sum(frist.ansvarlig is None for frist in alles) if koder else 0,
    )


def _aktiviteter(register: Register, fra: date, til: date) -> Iterator[tuple[Aktivitet, Frist]]:
    for post in register.aktiviteter.values():
        if uten_dag_fordi(register, post.verdi, fra.year):
            continue
        for aar in range(fra.year - 1, til.year + 1):
            for h in hendelser_i(register, post, aar):
                if fra <= h.dag <= til:
                    felles = Hva("aktivitet", h.id, h.tittel, h.ansvarlig)
                    yield post.verdi, fristen(h.dag, fra, felles, h)


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
