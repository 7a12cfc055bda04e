"""ST3, second part: who has been handed what."""

import re
from collections.abc import Iterator

from styring.fag.kalender import kortdato
from styring.fag.norsk import lik, mente_du, opplisting
from styring.funn import Alvor, Sti, Treff
from styring.modell.form import KODE
from styring.register.register import Register
from styring.regler.regel import regel, treff

_ORD = re.compile(r"\w+")
_er_kode = re.compile(KODE.regex).fullmatch


@regel("ST307")
def videredelegering_i_rekkefolge(register: Register) -> Iterator[Treff]:
    """Videredelegeringer skal stå i datorekkefølge, eldste først.

    Hvorfor: den siste sier hvem som følger opp i dag.
    Galt:
        videredelegert:
          - {dato: 2023-05-01, til: BVT}
          - {dato: 2023-02-01, til: prosjektleder}
    Riktig:
        videredelegert:
          - {dato: 2023-02-01, til: BVT}
          - {dato: 2023-05-01, til: prosjektleder}
    Kilde: brevet: «anledning til å videredelegere ansvar for oppfølging»
    """
    for oppdrag in register.oppdrag.values():
        ledd = oppdrag.verdi.videredelegert
        for nr in range(1, len(ledd)):
            if ledd[nr].dato < ledd[nr - 1].dato:
                melding = (
                    "videredelegeringen er eldre enn den over, som er datert"
                    f" {kortdato(ledd[nr - 1].dato)}"
                )
                yield treff(
                    oppdrag.fil,
                    melding,
                    "videredelegert",
                    nr,
                    "dato",
                    forslag="sett leddene i rekkefølge etter dato",
                    funnet=ledd[nr].dato.isoformat(),
                )


@regel("ST308")
def videredelegering_uten_ring(register: Register) -> Iterator[Treff]:
    """Et oppdrag skal ikke videredelegeres til noen som alt har hatt det.

    Hvorfor: da går oppdraget i ring, og ingen tar det.
    Galt:
        ansvarlig: OUS
        videredelegert:
          - {dato: 2023-02-01, til: BVT}
          - {dato: 2023-03-01, til: OUS}
    Riktig:
        ansvarlig: OUS
        videredelegert:
          - {dato: 2023-02-01, til: BVT}
    Kilde: brevet: «anledning til å videredelegere ansvar for oppfølging»
    """
    for oppdrag in register.oppdrag.values():
        hatt = {oppdrag.verdi.ansvarlig}
        for nr, ledd in enumerate(oppdrag.verdi.videredelegert):
            if ledd.til in hatt:
                yield treff(
                    oppdrag.fil,
                    f"«{ledd.til}» har alt hatt oppdraget",
                    "videredelegert",
                    nr,
                    "til",
                    forslag="slett leddet, eller velg en annen",
                )
            hatt.add(ledd.til)


@regel("ST309", Alvor.ADVARSEL)
def videredelegering_nedover(register: Register) -> Iterator[Treff]:
    """Et oppdrag bør videredelegeres nedover, til en underliggende enhet eller en rolle.

    Hvorfor: en enhet kan ikke gi oppdrag til naboen. Skal en annen overta, er det kommunedirektøren
    som flytter ansvaret.
    Galt:
        ansvarlig: OUS
        videredelegert:
          - {dato: 2023-02-01, til: KUL}
    Riktig:
        ansvarlig: OUS
        delansvar: [KUL]
    Kilde: brevet: «videredelegere ansvar for oppfølging til
    virksomhetsledere eller andre»
    """
    enheter = register.enheter
    for oppdrag in register.oppdrag.values():
        har_det = oppdrag.verdi.ansvarlig
        for nr, ledd in enumerate(oppdrag.verdi.videredelegert):
            if ledd.til not in enheter:
                continue
            if har_det not in register.over(ledd.til) and ledd.til != oppdrag.verdi.ansvarlig:
                melding = f"«{ledd.til}» ligger ikke under «{har_det}»"
                yield treff(
                    oppdrag.fil,
                    melding,
                    "videredelegert",
                    nr,
                    "til",
                    forslag=(
                        f"gi «{ledd.til}» delansvar, eller la kommunedirektøren flytte ansvaret"
                    ),
                )
            har_det = ledd.til


@regel("ST310")
def mottakeren_finnes(register: Register) -> Iterator[Treff]:
    """En mottaker som er skrevet som en enhetskode, skal finnes i kommune.yaml.

    Hvorfor: en feilskrevet kode ville blitt lest som en rolle. Roller skrives med små bokstaver.
    Galt:
        videredelegert:
          - {dato: 2023-02-01, til: BTV}
    Riktig:
        videredelegert:
          - {dato: 2023-02-01, til: BVT}
    Kilde: data/kommune.yaml, «enheter»
    """
    if register.kommune is None:
        return
    enheter = register.enheter
    likt = {lik(kode): kode for kode in enheter}
    kjente = set(enheter)
    for fil, sti, til in _mottakere(register, kjente):
        if len(flere := [ett for ett in _ORD.findall(til) if ett in enheter]) > 1:
            yield treff(
                fil,
                "flere enheter står som én",
                *sti,
                forslag=f"skriv én av {opplisting(flere, 'eller')}",
                funnet=til,
            )
        elif lik(til) in likt:
            yield treff(
                fil,
                "enheten er ikke kjent",
                *sti,
                forslag=f"mente du «{likt[lik(til)]}»?",
                funnet=til,
            )
        elif _er_kode(til):
            ment = mente_du(til, enheter)
            forslag = (
                f"mente du «{ment}»?"
                if ment
                else "skriv roller med små bokstaver, for eksempel «prosjektleder»"
            )
            yield treff(fil, "enheten er ikke kjent", *sti, forslag=forslag, funnet=til)


def _mottakere(register: Register, kjente: set[str]) -> Iterator[tuple[str, Sti, str]]:
    """Everybody who has been handed something and is no known unit: in oppdrag, in the measures of
    the forms, and in what was agreed in a dialog.
    """
    for oppdrag in register.oppdrag.values():
        verdi = oppdrag.verdi
        if kjente.issuperset(
            [oppgave.ansvarlig for oppgave in verdi.oppgaver]
        ) and kjente.issuperset([ledd.til for ledd in verdi.videredelegert]):
            continue
        yield from (
            (oppdrag.fil, ("videredelegert", nr, "til"), ledd.til)
            for nr, ledd in enumerate(verdi.videredelegert)
            if ledd.til not in kjente
        )
        yield from (
            (oppdrag.fil, ("oppgaver", nr, "ansvarlig"), oppgave.ansvarlig)
            for nr, oppgave in enumerate(verdi.oppgaver)
            if oppgave.ansvarlig not in kjente
        )
    for meldinger in (*register.meldinger.values(), *register.bidrag.values()):
        for meldt in meldinger:
            for nr, tiltak in enumerate(meldt.melding.tiltak):
                if tiltak.ansvarlig and tiltak.ansvarlig not in kjente:
                    yield meldt.fil, (*meldt.sti, "tiltak", nr, "ansvarlig"), tiltak.ansvarlig
    for dialog in register.styringsdialoger.values():
        for nr, avtale in enumerate(dialog.verdi.avtalt):
            if avtale.ansvarlig and avtale.ansvarlig not in kjente:
                yield dialog.fil, ("avtalt", nr, "ansvarlig"), avtale.ansvarlig


REGLER = (
    videredelegering_i_rekkefolge,
    videredelegering_uten_ring,
    videredelegering_nedover,
    mottakeren_finnes,
)
