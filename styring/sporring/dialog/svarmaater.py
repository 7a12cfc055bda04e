"""How data answer what the letter expects of a leader: one function for each way
(``modell.tema.Svarmaate``).

Nothing is guessed: what the data do not hold, is a question for the styringsdialog.
"""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from styring.fag.belop import HUNDRE
from styring.fag.kalender import kortdato
from styring.fag.norsk import antall, opplisting
from styring.fag.okonomi import Okonomimaaned
from styring.modell.kurs import Kursandel
from styring.modell.tema import Svarmaate
from styring.register.okonomien import (
    Omraadetall,
    er_levert,
    grensen,
    har_svar_paa_merforbruk,
    maa_haandteres,
    maanedene,
    meldedagen,
    omraadetallene,
    siste_maaned,
)
from styring.register.plandekning import plandekning
from styring.register.prognosene import ser_ikke_avviket, staar_stille
from styring.register.register import Register
from styring.sporring.beredskap.beredskap import Planstand, beredskapen


class Dom(StrEnum):
    """What the data say of an expectation."""

    JA = "ja"
    DELVIS = "delvis"
    NEI = "nei"
    IKKE_KJENT = "ikke kjent"
    SPORSMAL = "spørsmål"

    @property
    def er_apen(self) -> bool:
        """Whether it should be taken up in the styringsdialog."""
        return self is not Dom.JA


class Svar(NamedTuple):
    """What the data say, and what it rests on, in a sentence."""

    dom: Dom
    sagt: str


class Spurt(NamedTuple):
    """Whom it is asked of: the data, the day, the year of the letter, and the units."""

    register: Register
    dato: date
    aar: int
    koder: frozenset[str]


def _av(gode: int, alle: int, sagt: str) -> Svar:
    """Yes where all are good, no where none is."""
    dom = Dom.JA if gode == alle else Dom.DELVIS if gode else Dom.NEI
    return Svar(dom, sagt)


def _ros(spurt: Spurt) -> Svar:
    ros = beredskapen(spurt.register, spurt.dato, None).ros
    if ros is None:
        return Svar(Dom.IKKE_KJENT, "Ingen analyse er lagt inn.")
    med = spurt.koder & frozenset(spurt.register.ros[ros.id].verdi.enheter)
    naar = f"analysen {kortdato(ros.dato)}"
    return Svar(Dom.JA, f"Er med i {naar}.") if med else Svar(Dom.NEI, f"Er ikke med i {naar}.")


def _planer(spurt: Spurt, er_god: Callable[[Planstand], bool], hva: str) -> Svar:
    planer = beredskapen(spurt.register, spurt.dato, spurt.koder).planer
    if not planer:
        return Svar(Dom.IKKE_KJENT, "Enheten eier ingen planer som er lagt inn.")
    mangler = [plan.tittel for plan in planer if not er_god(plan)]
    gode = len(planer) - len(mangler)
    rest = f" Ikke {opplisting(f'«{navn}»' for navn in mangler)}." if mangler else ""
    return _av(gode, len(planer), f"{gode} av {antall(len(planer), 'plan')} {hva}.{rest}")


def _plan_revidert(spurt: Spurt) -> Svar:
    return _planer(spurt, lambda plan: not plan.revidert.for_lenge, "er revidert det siste året")


def _varsling_provd(spurt: Spurt) -> Svar:
    return _planer(spurt, lambda plan: plan.varsling is not None, "har prøvd varslingen")


def _ovelse_holdt(spurt: Spurt) -> Svar:
    return _planer(spurt, lambda plan: not plan.ovd.for_lenge, "er øvd de siste to årene")


def _evaluert(spurt: Spurt) -> Svar:
    alle = beredskapen(spurt.register, spurt.dato, spurt.koder).hendelser
    if not alle:
        return Svar(Dom.IKKE_KJENT, "Ingen øvelser eller hendelser er lagt inn.")
    uten = [f"«{ett.tittel}» {kortdato(ett.dato)}" for ett in alle if ett.evaluert is None]
    rest = f" Ikke {opplisting(uten)}." if uten else ""
    gode = len(alle) - len(uten)
    return _av(gode, len(alle), f"{gode} av {len(alle)} er evaluert.{rest}")


def _mangler_rettes(spurt: Spurt) -> Svar:
    svar = beredskapen(spurt.register, spurt.dato, spurt.koder)
    if not svar.hendelser:
        return Svar(Dom.IKKE_KJENT, "Ingen øvelser eller hendelser er lagt inn.")
    forfalte = sum(ett.forfalt for ett in svar.mangler)
    uten = sum(ett.tiltak is None for ett in svar.mangler)
    if not svar.mangler:
        return Svar(Dom.JA, "Ingen åpne mangler.")
    tall = antall(len(svar.mangler), "mangel")
    if forfalte or uten:
        return Svar(Dom.DELVIS, f"{tall} er åpne, {forfalte} over fristen og {uten} uten tiltak.")
    return Svar(Dom.JA, f"{tall} er åpne, alle med tiltak og frist.")


def _kurs(spurt: Spurt) -> Svar:
    """The newest share of each course and unit; a unit's own figure covers what lies below it."""
    siste: dict[tuple[str, str], Kursandel] = {}
    for post in spurt.register.kurs.values():
        for ett in sorted(post.verdi.andeler, key=lambda ett: ett.dato):
            if ett.enhet in spurt.koder and ett.dato <= spurt.dato:
                siste[ett.kurs, ett.enhet] = ett
    if not siste:
        return Svar(Dom.IKKE_KJENT, "Ingen andeler er lagt inn.")
    deler = [
        f"{ett.enhet} {_prosent(ett)} {kortdato(ett.dato)} ({ett.kurs}, {ett.kilde})"
        for ett in siste.values()
    ]
    kjente = [ett.andel for ett in siste.values() if ett.andel is not None]
    if not kjente:
        return Svar(Dom.IKKE_KJENT, f"{opplisting(deler)}.")
    gode = sum(andel == HUNDRE for andel in kjente)
    dom = Dom.JA if gode == len(kjente) else Dom.DELVIS if any(kjente) else Dom.NEI
    return Svar(dom, f"{opplisting(deler)}.")


def _prosent(ett: Kursandel) -> str:
    if ett.andel is None:
        return "er for liten til at andelen vises"
    return f"{str(ett.andel).replace('.', ',')} %"


def _maaned(spurt: Spurt) -> Okonomimaaned | None:
    maaned = siste_maaned(spurt.register, spurt.dato)
    return maaned if maaned and maaned.aar == spurt.aar else None


_INGEN_MAANED = Svar(Dom.IKKE_KJENT, "Ingen måned er lest inn i år.")


def _inndekning(spurt: Spurt) -> Svar:
    maaned = _maaned(spurt)
    if maaned is None:
        return _INGEN_MAANED
    forslag = [
        tall
        for tall in omraadetallene(spurt.register, maaned, spurt.koder)
        if tall.ord and tall.ord.budsjettendring and tall.ord.budsjettendring > 0
    ]
    uten = [tall.navn for tall in forslag if tall.ord and not tall.ord.inndekning]
    if not forslag:
        return Svar(Dom.JA, f"Ingen har bedt om mer penger per {maaned.navn}.")
    rest = f" Ikke {opplisting(uten)}." if uten else ""
    gode = len(forslag) - len(uten)
    return _av(gode, len(forslag), f"{gode} av {len(forslag)} forslag har inndekning.{rest}")


def _periodisering(spurt: Spurt) -> Svar:
    maaned = _maaned(spurt)
    if maaned is None:
        return _INGEN_MAANED
    alle = list(omraadetallene(spurt.register, maaned, spurt.koder))
    if not alle:
        return Svar(Dom.IKKE_KJENT, "Enheten har ingen budsjettområder.")
    uten = [tall.navn for tall in alle if tall.beregnet]
    rest = f" Hovedboken fordeler ikke {opplisting(uten)}." if uten else ""
    gode = len(alle) - len(uten)
    return _av(gode, len(alle), f"{gode} av {len(alle)} områder er periodisert.{rest}")


def _maanedsrapport(spurt: Spurt) -> Svar:
    register = spurt.register
    alle = [
        (maaned, enhet)
        for maaned in maanedene(register, spurt.aar)
        if maaned.meldes_innen <= spurt.dato
        for enhet in dict.fromkeys(
            tall.enhet for tall in omraadetallene(register, maaned, spurt.koder)
        )
    ]
    if not alle:
        return _INGEN_MAANED
    uten = [
        f"{enhet} for {maaned.navn}"
        for maaned, enhet in alle
        if not er_levert(register, maaned, enhet)
    ]
    rest = f" Ikke {opplisting(uten)}." if uten else ""
    gode = len(alle) - len(uten)
    return _av(gode, len(alle), f"{gode} av {len(alle)} månedsmeldinger er levert.{rest}")


def _avvik_tiltak(spurt: Spurt) -> Svar:
    register, maaned = spurt.register, _maaned(spurt)
    if maaned is None:
        return _INGEN_MAANED
    if grensen(register) is None:
        return Svar(Dom.IKKE_KJENT, "Kommunen har ikke sagt når et avvik er vesentlig.")
    alle = [
        tall
        for tall in omraadetallene(register, maaned, spurt.koder)
        if maa_haandteres(register, tall)
    ]
    uten = [
        tall.navn
        for tall in alle
        if not har_svar_paa_merforbruk(
            register, maaned, tall, meldedagen(register, maaned, tall.enhet)
        )
    ]
    if not alle:
        return Svar(Dom.JA, f"Ingen vesentlige merforbruk ventes per {maaned.navn}.")
    rest = f" Ikke {opplisting(uten)}." if uten else ""
    gode = len(alle) - len(uten)
    return _av(
        gode, len(alle), f"{gode} av {len(alle)} vesentlige merforbruk har tiltak eller svar.{rest}"
    )


def _prognose(spurt: Spurt) -> Svar:
    register, maaned, grense = spurt.register, _maaned(spurt), grensen(spurt.register)
    if maaned is None:
        return _INGEN_MAANED
    if grense is None:
        return Svar(Dom.IKKE_KJENT, "Kommunen har ikke sagt når et avvik er vesentlig.")
    rekkene: dict[str, list[Omraadetall]] = {}
    for ett in maanedene(register, maaned.aar):
        if ett.id <= maaned.id:
            for tall in omraadetallene(register, ett, spurt.koder):
                rekkene.setdefault(tall.kode, []).append(tall)
    alle = len(rekkene)
    tvilsomme = [
        rekke[-1].navn
        for rekke in rekkene.values()
        if ser_ikke_avviket(rekke[-1], grense) or staar_stille(rekke, grense)
    ]
    if not alle:
        return Svar(Dom.IKKE_KJENT, "Enheten har ingen budsjettområder.")
    if not tvilsomme:
        return Svar(Dom.JA, f"Ingen prognose per {maaned.navn} går imot regnskapet.")
    return _av(
        alle - len(tvilsomme),
        alle,
        f"Prognosen for {opplisting(tvilsomme)} følger ikke regnskapet per {maaned.navn}.",
    )


def _hr_valgt(spurt: Spurt) -> Svar:
    dekning = plandekning(spurt.register, spurt.dato, spurt.aar, spurt.koder)
    if not dekning.noen:
        return Svar(Dom.IKKE_KJENT, f"Ingen virksomhetsplaner er lagt inn for {spurt.aar}.")
    alle = sum(kode in spurt.koder for kode in spurt.register.enheter)
    deler = [
        f"{opplisting(koder)} {hva}"
        for koder, hva in (
            (dekning.uten, "har ingen virksomhetsplan"),
            (dekning.uten_hr, "har ikke valgt noe fra HR-strategien"),
        )
        if koder
    ]
    gode = alle - len(dekning.uten) - len(dekning.uten_hr)
    if not deler:
        return Svar(Dom.JA, "Valgt i virksomhetsplanen." if alle == 1 else "Alle har valgt.")
    return _av(gode, alle, f"{opplisting(deler)}.")


SVARMAATER: dict[Svarmaate, Callable[[Spurt], Svar]] = {
    "ros": _ros,
    "plan_revidert": _plan_revidert,
    "varsling_provd": _varsling_provd,
    "ovelse_holdt": _ovelse_holdt,
    "evaluert": _evaluert,
    "mangler_rettes": _mangler_rettes,
    "kurs": _kurs,
    "inndekning": _inndekning,
    "periodisering": _periodisering,
    "maanedsrapport": _maanedsrapport,
    "avvik_tiltak": _avvik_tiltak,
    "prognose": _prognose,
    "hr_valgt": _hr_valgt,
}


def svar_paa(svarmaate: Svarmaate | None, spurt: Spurt) -> Svar:
    """What the data say; a question where none of them can."""
    if svarmaate is None:
        return Svar(Dom.SPORSMAL, "Tas opp i styringsdialogen.")
    return SVARMAATER[svarmaate](spurt)
