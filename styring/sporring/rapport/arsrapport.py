"""Oppdrag and vedtak through a year: how each stood in every period, how it ended, and what goes on
into the next year.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from styring.fag.arsberetning import BERETNINGSKRAV, Beretningskrav
from styring.fag.kalender import langdato
from styring.fag.kapitler import AARET, kapitlene
from styring.fag.periode import Periode, perioder_i
from styring.fag.tilstand import LUKKEDE, Tilstand
from styring.feil import StyringFeil
from styring.modell.beredskapskapittel import Beredskapskapittel
from styring.modell.form import Leser
from styring.modell.rapport import Godkjenning, Rettelse
from styring.register.meldingene import sist_meldt
from styring.register.perioden import slik_perioden_sier
from styring.register.register import Register
from styring.register.viderefort import viderefort_per
from styring.sporring.arshjul.flyttede_frister import Utsatt, med_navn
from styring.sporring.beredskap.kapittel import beredskapskapittelet
from styring.sporring.felles.utvalg import krev_aaret
from styring.sporring.oppdrag.stilling import Stilling, oppdrag_som_staar, vedtak_som_staar
from styring.sporring.oppdrag.utsatte import utsatte
from styring.sporring.rapport.aarsvedtak import Aarsvedtak, aarsvedtak
from styring.sporring.rapport.maaldel import Maaldel, maaldel
from styring.sporring.rapport.okonomidel import Okonomidel, okonomidel
from styring.sporring.rapport.rapportdag import (
    godkjenningen,
    ikke_godkjent,
    kjent_per,
    rettelsene,
    vurderingen,
)
from styring.sporring.rapport.saker import Rapportsak, rapportsak
from styring.sporring.rapport.tellinger import FOR_OPPDRAG, Hovedtall, hovedtall, kolonnene
from styring.sporring.tid.to_bilder import Bilde, sammenlikn


class Aarsgang(NamedTuple):
    """One oppdrag through the year: how it stood in each period, None before it was given.

    ``videre`` is what happens to it next year.
    """

    sak: Rapportsak
    perioder: tuple[Tilstand | None, ...]
    videre: str


@dataclass(frozen=True, slots=True)
class Aarssvar:
    """The answer.

    ``godkjent`` is the approval of the year's last period, None in a draft. ``perioder`` are those
    that had ended, ``periode`` the last.

    ``tall`` counts each period, and ``tilstander`` are the columns of them all. ``ikke_vist`` names
    those that this reader may not see. ``senere`` are the oppdrag given after the last period: none
    of the counts has them.
    """

    kommune: str
    leser: Leser
    aar: int
    periode: Periode
    dato: date
    godkjent: Godkjenning | None
    rettelser: tuple[Rettelse, ...]
    uten_grunnlag: bool
    vurdering: str | None
    perioder: tuple[str, ...]
    ikke_vist: tuple[str, ...]
    tall: tuple[tuple[str, Hovedtall], ...]
    tilstander: tuple[Tilstand, ...]
    enheter: tuple[tuple[str, tuple[Aarsgang, ...]], ...]
    senere: tuple[Rapportsak, ...]
    flyttet: tuple[Utsatt, ...]
    vedtak: Aarsvedtak
    maal: Maaldel | None
    okonomi: Okonomidel | None
    beredskap: Beredskapskapittel | None
    kapitler: tuple[str, ...]
    beretning: tuple[Beretningskrav, ...]
    utelatt: int

    @property
    def aaret_er_omme(self) -> bool:
        """Whether it is told as of the last day of the year, or later."""
        return self.dato >= date(self.aar, 12, 31)


def siste_periode(register: Register, aar: int) -> Periode:
    """The year's last period, which the year's report is made of.

    Raises StyringFeil where the municipality has none.
    """
    perioder = perioder_i(register.rutine, aar)
    if not perioder:
        raise StyringFeil(
            "kommunen har ingen rapporteringsrutine. Legg inn «rapportering» med perioder i"
            " data/kommune.yaml; se docs/rapportering.md."
        )
    return perioder[-1]


def arsrapport(register: Register, aar: int, dag: date, *, arsberetning: bool = False) -> Aarssvar:
    """Answer for one year; with ``arsberetning`` also where each thing that the law asks for is
    told of.

    Raises StyringFeil where the public may not see its last period. What was approved is told of as
    it was that day.
    """
    if not any(post.verdi.dato.year == aar for post in register.vedtak.values()):
        krev_aaret(register, aar)
    siste = siste_periode(register, aar)
    godkjent = godkjenningen(register, siste.id, dag)
    dato = godkjent.dato if godkjent and register.er_grunnlaget else dag
    if register.leser is Leser.OFFENTLIG and godkjent is None:
        raise ikke_godkjent(register, siste)
    over = _som_er_over(register, aar, dato)
    perioder = [periode for periode in over if periode.id not in register.ikke_vist]
    bilder = [_bilde(register, periode, perioder[-1], dato) for periode in perioder]
    staar = [
        {sak.id: sak for sak in oppdrag_som_staar(bilde.register, bilde.dato, aar, None)}
        for bilde in bilder
    ]
    tall = tuple(
        (periode.navn, hovedtall(register, saker.values(), FOR_OPPDRAG))
        for periode, saker in zip(perioder, staar, strict=True)
    )
    vedtakene = {ett.id: ett for ett in vedtak_som_staar(bilder[-1].register, dato, None)}
    maal = maaldel(register, siste, dato, staar[-1] | vedtakene)
    okonomi = okonomidel(register, siste)
    kapitler = kapitlene(register.rutine.kapitler if register.rutine else (), AARET)
    return Aarssvar(
        kommune=register.navn,
        leser=register.leser,
        aar=aar,
        periode=perioder[-1],
        dato=dato,
        godkjent=godkjent,
        rettelser=rettelsene(register, siste),
        uten_grunnlag=godkjent is not None and not register.er_grunnlaget,
        vurdering=vurderingen(register, siste, dato),
        perioder=tuple(periode.navn for periode in perioder),
        ikke_vist=tuple(periode.navn for periode in over if periode.id in register.ikke_vist),
        tall=tall,
        tilstander=kolonnene(ett for _, ett in tall),
        enheter=tuple(_per_enhet(list(_ganger(register, bilder[-1], staar)))),
        senere=tuple(_gitt_senere(register, perioder[-1], dato, staar[-1])),
        flyttet=_flyttet(register, aar, dato),
        vedtak=aarsvedtak(register, bilder[-1], aar),
        maal=maal,
        okonomi=okonomi,
        beredskap=(
            beredskapskapittelet(register, siste, dato) if "beredskap" in kapitler else None
        ),
        kapitler=kapitler,
        beretning=tuple(_beretningen(maal, okonomi)) if arsberetning else (),
        utelatt=register.utelatt,
    )


def _beretningen(maal: Maaldel | None, okonomi: Okonomidel | None) -> Iterator[Beretningskrav]:
    """The letters of the law; a chapter that this report has not, answers nothing."""
    finnes = {"Politiske vedtak", *(["Måloppnåelse"] if maal else [])}
    finnes |= {"Økonomi"} if okonomi else set()
    for ett in BERETNINGSKRAV:
        yield ett._replace(kapitler=tuple(navn for navn in ett.kapitler if navn in finnes))


def _som_er_over(register: Register, aar: int, dato: date) -> list[Periode]:
    """The year's periods that had ended by a day. Raises StyringFeil where none had."""
    over = [periode for periode in perioder_i(register.rutine, aar) if periode.slutt <= dato]
    if not over:
        raise StyringFeil(
            f"ingen rapporteringsperiode i {aar} var over {langdato(dato)}. Velg et tidligere år"
            " med --aar, eller en senere dag med --dato."
        )
    return over


def _bilde(register: Register, periode: Periode, siste: Periode, dato: date) -> Bilde:
    """A period as it was reported; the last one as it is known on the day of the report."""
    return Bilde(
        slik_perioden_sier(register, periode),
        dato if periode == siste else kjent_per(register, periode),
        periode.aar,
    )


def _ganger(
    hele_registeret: Register, bilde: Bilde, staar: list[dict[str, Stilling]]
) -> Iterator[Aarsgang]:
    viderefort = viderefort_per(hele_registeret, bilde.dato)
    sammenlikning = sammenlikn(bilde, None)
    for sak in (rapportsak(sammenlikning, ett) for ett in staar[-1].values()):
        perioder = tuple(
            i_perioden[sak.id].tilstand if sak.id in i_perioden else None for i_perioden in staar
        )
        yield Aarsgang(sak, perioder, "videreført" if sak.id in viderefort else _videre(bilde, sak))


def _videre(bilde: Bilde, sak: Rapportsak) -> str:
    if sak.tilstand in LUKKEDE:
        return sak.tilstand.ord
    meldt = sist_meldt(bilde.register, sak.id, bilde.dato)
    return "videreføres" if meldt and meldt.melding.arsslutt == "viderefores" else "ikke avklart"


def _per_enhet(ganger: list[Aarsgang]) -> Iterator[tuple[str, tuple[Aarsgang, ...]]]:
    for navn in dict.fromkeys(gang.sak.enhet for gang in ganger):
        yield navn, tuple(gang for gang in ganger if gang.sak.enhet == navn)


def _gitt_senere(
    register: Register, siste: Periode, dato: date, fortalt: Mapping[str, Stilling]
) -> Iterator[Rapportsak]:
    """The oppdrag given after the year's last period had ended: no form asked for them."""
    innen = min(dato, date(siste.aar, 12, 31))
    sammenlikning = sammenlikn(Bilde(register, innen, siste.aar), None)
    for sak in oppdrag_som_staar(register, innen, siste.aar, None):
        if sak.id not in fortalt:
            yield rapportsak(sammenlikning, sak)


def _flyttet(register: Register, aar: int, dato: date) -> tuple[Utsatt, ...]:
    """The deadlines that were moved in the year, whatever year the matter is from."""
    svar = utsatte(register, min(dato, date(aar, 12, 31)))
    i_aaret = sorted(
        (ett for ett in (*svar.godkjente, *svar.ikke_godkjente) if ett.dato.year == aar),
        key=lambda ett: (ett.dato, ett.id),
    )
    return tuple(med_navn(register, ett) for ett in i_aaret)
