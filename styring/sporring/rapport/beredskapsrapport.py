"""Preparedness on paper: a page for the council without detail, or what a supervisor asks for,
paragraph by paragraph of the regulation.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from styring.fag.beredskap import FORSKRIFT, HENDELSESSLAG, KREVDE_PLANER, PLANSLAG
from styring.fag.hjemmel import lover
from styring.fag.kalender import kortdato
from styring.fag.norsk import antall, opplisting, stor
from styring.fag.nynorsk import gjenkjent
from styring.feil import StyringFeil
from styring.modell.beredskapskapittel import Beredskapskapittel
from styring.modell.form import Leser
from styring.register.beredskapen import beredskapskapitlene
from styring.register.register import Register
from styring.sporring.beredskap.beredskap import Beredskapssvar, Planstand, beredskap
from styring.sporring.beredskap.kapittel import lag_beredskapskapittel


class Tilsynspunkt(NamedTuple):
    """One paragraph: its number and heading, what the data say, and what they do not hold."""

    paragraf: str
    overskrift: str
    sagt: tuple[str, ...]
    mangler: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beredskapsrapport:
    """The answer. ``tilsyn`` is filled where it is for a supervisor."""

    kommune: str
    leser: Leser
    dato: date
    kapittel: Beredskapskapittel | None
    kilde: str
    tilsyn: tuple[Tilsynspunkt, ...]
    utelatt: int


def beredskapsrapport(register: Register, dato: date, *, tilsyn: bool = False) -> Beredskapsrapport:
    """Answer for the whole municipality. Raises StyringFeil where a supervisor would be told that
    something is lacking which the reader may not see.
    """
    svar = beredskap(register, dato)
    if tilsyn and svar.skjulte_slag:
        raise StyringFeil(
            "noe av beredskapen er ikke for denne leseren, og ville stått som om det manglet. Et"
            " tilsyn må se alt: bruk «--for ledelse»."
        )
    lov = lover()[FORSKRIFT]
    return Beredskapsrapport(
        kommune=svar.kommune,
        leser=register.leser,
        dato=dato,
        kapittel=_kapittelet(register, dato),
        kilde=f"{lov.navn} ({lov.nummer})",
        tilsyn=tuple(_punktene(svar)) if tilsyn else (),
        utelatt=register.utelatt,
    )


def _kapittelet(register: Register, dato: date) -> Beredskapskapittel | None:
    """What the data say; to the public, what the last report that is out showed."""
    if register.leser is not Leser.OFFENTLIG:
        return lag_beredskapskapittel(register, dato)
    ute = [post.verdi for post in beredskapskapitlene(register).values()]
    return max((ett for ett in ute if ett.dato <= dato), key=lambda ett: ett.dato, default=None)


def _punktene(svar: Beredskapssvar) -> Iterator[Tilsynspunkt]:
    overskrifter = lover()[FORSKRIFT].paragrafer
    for paragraf, svar_paa in _PARAGRAFER.items():
        sagt, mangler = svar_paa(svar)
        yield Tilsynspunkt(paragraf, overskrifter[paragraf], tuple(sagt), tuple(mangler))


_Sagt = tuple[list[str], list[str]]


def _ros(svar: Beredskapssvar) -> _Sagt:
    """§ 2."""
    ros = svar.ros
    if ros is None:
        return [], ["Ingen helhetlig risiko- og sårbarhetsanalyse er lagt inn."]
    sagt = [f"Analysen er fra {kortdato(ros.dato)}."]
    mangler = []
    if ros.organ and ros.sak:
        sagt.append(f"Den er behandlet i {ros.organ}, {ros.sak}.")
    else:
        mangler.append("Det er ikke oppgitt hvor analysen er forankret.")
    if ros.enheter:
        sagt.append(f"Med i arbeidet: {'; '.join(ros.enheter)}.")
    if ros.ikke_med:
        mangler.append(f"Ikke med i arbeidet: {'; '.join(ros.ikke_med)}.")
    return sagt, mangler


def _systematisk(svar: Beredskapssvar) -> _Sagt:
    """§ 3."""
    tall = svar.ros.tiltakstall if svar.ros else None
    if tall is None:
        return [], ["Tiltakene i analysen er ikke talt."]
    return [
        (
            f"{antall(tall.apne + tall.ferdige, 'tiltak', ('tiltak', 'tiltak'))} i analysen:"
            f" {tall.ferdige} er ferdige og {tall.apne} er åpne, talt {kortdato(tall.dato)}."
        )
    ], []


def _planer(svar: Beredskapssvar) -> _Sagt:
    """§ 4: the overall plan, and what it must hold."""
    har = {plan.type for plan in svar.planer}
    sagt = [f"{_plannavn(plan)}, {plan.eier}." for plan in svar.planer]
    uten = [PLANSLAG[slag] for slag in KREVDE_PLANER if slag not in har]
    return sagt, ([f"Ikke lagt inn: {opplisting(uten)}."] if uten else [])


def _plannavn(plan: Planstand) -> str:
    """The title, after the kind of plan where that is another word."""
    slag = stor(PLANSLAG[plan.type])
    likt = gjenkjent(plan.tittel, (slag,)) is not None
    return slag if likt else f"{slag}: {plan.tittel}"


def _samarbeid(_svar: Beredskapssvar) -> _Sagt:
    """§ 5."""
    return [], ["Samarbeid med andre kommuner står ikke i dataene. Se arkivet."]


def _oppdatering(svar: Beredskapssvar) -> _Sagt:
    """§ 6: the analysis follows the plans; a plan is revised every year."""
    nye = [plan for plan in svar.planer if not plan.revidert.for_lenge]
    sagt = [f"{len(nye)} av {antall(len(svar.planer), 'plan')} er revidert det siste året."]
    mangler = [
        f"{plan.tittel} ({plan.eier}): "
        + (
            f"sist revidert {kortdato(plan.revidert.sist)}."
            if plan.revidert.sist
            else "revisjon ikke oppgitt."
        )
        for plan in svar.gamle_planer
    ]
    if svar.ros and svar.ros.gammel:
        mangler.append("Analysen er eldre enn en valgperiode.")
    return sagt if svar.planer else [], mangler


def _ovelser(svar: Beredskapssvar) -> _Sagt:
    """§ 7: practised every other year."""
    sagt = [
        f"{ett.tittel}, {kortdato(ett.dato)}: {opplisting(ett.enheter)}."
        for ett in svar.hendelser
        if ett.type == "ovelse"
    ]
    mangler = [
        f"{plan.tittel} ({plan.eier}): "
        + (f"sist øvd {kortdato(plan.ovd.sist)}." if plan.ovd.sist else "ingen øvelse lagt inn.")
        for plan in svar.uovde_planer
    ]
    return sagt, mangler


def _evaluering(svar: Beredskapssvar) -> _Sagt:
    """§ 8."""
    sagt = [
        f"{ett.tittel} ({HENDELSESSLAG[ett.type]} {kortdato(ett.dato)}): evaluert"
        f" {kortdato(ett.evaluert)}, {antall(ett.mangler, 'mangel')} funnet, {ett.apne}"
        f" {'åpen' if ett.apne == 1 else 'åpne'}."
        for ett in svar.hendelser
        if ett.evaluert
    ]
    mangler = [
        f"{ett.tittel} ({HENDELSESSLAG[ett.type]} {kortdato(ett.dato)}): ikke evaluert"
        + (f", fristen {'var' if ett.sen else 'er'} {kortdato(ett.frist)}." if ett.frist else ".")
        for ett in svar.uevaluerte
    ]
    return sagt, mangler


def _dokumentasjon(svar: Beredskapssvar) -> _Sagt:
    """§ 9: where it all lies."""
    if svar.ros and svar.ros.arkiv:
        return [f"Analysen ligger i arkivsak {svar.ros.arkiv}."], []
    return [], ["Det er ikke oppgitt hvor analysen ligger."]


_PARAGRAFER: dict[str, Callable[[Beredskapssvar], _Sagt]] = {
    "2": _ros,
    "3": _systematisk,
    "4": _planer,
    "5": _samarbeid,
    "6": _oppdatering,
    "7": _ovelser,
    "8": _evaluering,
    "9": _dokumentasjon,
}
"""The paragraphs that ask something of the municipality itself."""
