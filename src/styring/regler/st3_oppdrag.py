"""ST3: oppdrag and oppgaver."""

import re
from collections.abc import Iterator

from styring.fag.kalender import kortdato
from styring.fag.norsk import lik, mente_du, opplisting
from styring.funn import Alvor, Sti, Treff
from styring.modell.form import KODE
from styring.register.register import Register
from styring.regler.regel import fastregel, regel, treff

_ORD = re.compile(r"\w+")
_er_kode = re.compile(KODE.regex).fullmatch


@fastregel("ST301")
def en_ansvarlig() -> None:
    """Hvert oppdrag skal ha nøyaktig én ansvarlig.

    Hvorfor: den ansvarlige sikrer koordinering. Uten én er det ingen, og med to er det heller ingen. Andre enheter har delansvar.
    Galt:
        ansvarlig: [OUS, HOM]
    Riktig:
        ansvarlig: OUS
        delansvar: [HOM]
    Kilde: styringsbrevet, kap. 3: «Oppdragene har en ansvarlig som skal sikre koordinering og samhandling»
    """


@regel("ST302")
def ansvarlig_ikke_i_delansvar(register: Register) -> Iterator[Treff]:
    """Den ansvarlige skal ikke også stå i delansvar.

    Hvorfor: den som svarer for oppdraget, bidrar ikke til seg selv, og ville blitt talt to ganger.
    Galt:
        ansvarlig: OUS
        delansvar: [OUS, HOM]
    Riktig:
        ansvarlig: OUS
        delansvar: [HOM]
    Kilde: styringsbrevet, kap. 3: «Andre sektorer og avdelinger har et delansvar for å bidra»
    """
    for oppdrag in register.oppdrag.values():
        for nr, kode in enumerate(oppdrag.verdi.delansvar):
            if kode == oppdrag.verdi.ansvarlig:
                yield treff(oppdrag.fil, f"«{kode}» er ansvarlig og skal ikke også ha delansvar", "delansvar", nr, forslag=f"slett «{kode}» fra delansvar")


@regel("ST303")
def delansvar_en_gang(register: Register) -> Iterator[Treff]:
    """En enhet skal stå én gang i delansvar.

    Hvorfor: den andre er en skrivefeil for en annen enhet, eller til overs.
    Galt:
        delansvar: [HOM, HOM]
    Riktig:
        delansvar: [HOM, KUL]
    Kilde: dataformatet
    """
    for oppdrag in register.oppdrag.values():
        delansvar = oppdrag.verdi.delansvar
        for nr, kode in enumerate(delansvar):
            if kode in delansvar[:nr]:
                yield treff(oppdrag.fil, f"«{kode}» står to ganger i delansvar", "delansvar", nr, forslag="slett den ene")


@fastregel("ST304")
def oppgave_har_ansvarlig() -> None:
    """Hver oppgave skal ha én ansvarlig.

    Hvorfor: en oppgave ingen har, blir ikke gjort. Den ansvarlige er en enhet eller en rolle.
    Galt:
        oppgaver:
          - {nr: 1, tittel: Kartlegge dagens tilbud}
    Riktig:
        oppgaver:
          - {nr: 1, tittel: Kartlegge dagens tilbud, ansvarlig: BVT}
    Kilde: styringsbrevet, siste kapittel: «disse oppgavene kan delegeres ulike ansvarlige»
    """


@regel("ST305")
def oppgave_innen_oppdragets_frist(register: Register) -> Iterator[Treff]:
    """En oppgave skal ha frist senest samme dag som oppdraget.

    Hvorfor: oppdraget er ikke ferdig før oppgavene er det. Regelen gjelder bare når oppdraget har en frist.
    Galt:
        frist: 2023-10-31
        oppgaver:
          - {nr: 1, tittel: Høring, ansvarlig: OUS, frist: 2023-11-15}
    Riktig:
        frist: 2023-10-31
        oppgaver:
          - {nr: 1, tittel: Høring, ansvarlig: OUS, frist: 2023-09-15}
    Kilde: styringsbrevet, kap. 3: «ledere følger opp tildelte oppdrag med tidsfrister»
    """
    for oppdrag in register.oppdrag.values():
        frist = oppdrag.verdi.frist
        if frist is None or max([oppgave.frist or frist for oppgave in oppdrag.verdi.oppgaver], default=frist) <= frist:
            continue
        for nr, oppgave in enumerate(oppdrag.verdi.oppgaver):
            if oppgave.frist and oppgave.frist > frist:
                yield treff(
                    oppdrag.fil, f"oppgave {oppgave.nr} har frist etter oppdraget, som har frist {kortdato(frist)}",
                    "oppgaver", nr, "frist", forslag="flytt den ene fristen", funnet=oppgave.frist.isoformat(),
                )  # fmt: skip


@regel("ST306")
def oppgavenummer_en_gang(register: Register) -> Iterator[Treff]:
    """To oppgaver i samme oppdrag skal ikke ha samme nummer.

    Hvorfor: nummeret er oppgavens navn i rapporter og i Excel-skjemaet.
    Galt:
        oppgaver:
          - {nr: 1, tittel: Kartlegge, ansvarlig: OUS}
          - {nr: 1, tittel: Høring, ansvarlig: OUS}
    Riktig:
        oppgaver:
          - {nr: 1, tittel: Kartlegge, ansvarlig: OUS}
          - {nr: 2, tittel: Høring, ansvarlig: OUS}
    Kilde: dataformatet
    """
    for oppdrag in register.oppdrag.values():
        numre = [oppgave.nr for oppgave in oppdrag.verdi.oppgaver]
        if len(set(numre)) == len(numre):
            continue
        for plass, nr in enumerate(numre):
            if nr in numre[:plass]:
                yield treff(oppdrag.fil, f"oppgavenummeret {nr} er brukt før", "oppgaver", plass, "nr", forslag=f"neste ledige er {max(numre) + 1}")


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
    Kilde: styringsbrevet, siste kapittel: «anledning til å videredelegere ansvar for oppfølging»
    """
    for oppdrag in register.oppdrag.values():
        ledd = oppdrag.verdi.videredelegert
        for nr in range(1, len(ledd)):
            if ledd[nr].dato < ledd[nr - 1].dato:
                melding = f"videredelegeringen er eldre enn den over, som er datert {kortdato(ledd[nr - 1].dato)}"
                yield treff(
                    oppdrag.fil, melding, "videredelegert", nr, "dato", forslag="sett leddene i rekkefølge etter dato", funnet=ledd[nr].dato.isoformat()
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
    Kilde: styringsbrevet, siste kapittel: «anledning til å videredelegere ansvar for oppfølging»
    """
    for oppdrag in register.oppdrag.values():
        hatt = {oppdrag.verdi.ansvarlig}
        for nr, ledd in enumerate(oppdrag.verdi.videredelegert):
            if ledd.til in hatt:
                yield treff(oppdrag.fil, f"«{ledd.til}» har alt hatt oppdraget", "videredelegert", nr, "til", forslag="slett leddet, eller velg en annen")
            hatt.add(ledd.til)


@regel("ST309", Alvor.ADVARSEL)
def videredelegering_nedover(register: Register) -> Iterator[Treff]:
    """Et oppdrag bør videredelegeres nedover, til en underliggende enhet eller en rolle.

    Hvorfor: en enhet kan ikke gi oppdrag til naboen. Skal en annen overta, er det kommunedirektøren som flytter ansvaret.
    Galt:
        ansvarlig: OUS
        videredelegert:
          - {dato: 2023-02-01, til: KUL}
    Riktig:
        ansvarlig: OUS
        delansvar: [KUL]
    Kilde: styringsbrevet, siste kapittel: «videredelegere ansvar for oppfølging til virksomhetsledere eller andre»
    """
    enheter = register.enheter
    for oppdrag in register.oppdrag.values():
        har_det = oppdrag.verdi.ansvarlig
        for nr, ledd in enumerate(oppdrag.verdi.videredelegert):
            if ledd.til not in enheter:
                continue
            if har_det not in register.over(ledd.til) and ledd.til != oppdrag.verdi.ansvarlig:
                melding = f"«{ledd.til}» ligger ikke under «{har_det}»"
                yield treff(oppdrag.fil, melding, "videredelegert", nr, "til", forslag=f"gi «{ledd.til}» delansvar, eller la kommunedirektøren flytte ansvaret")
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
    for oppdrag in register.oppdrag.values():
        verdi = oppdrag.verdi
        if kjente.issuperset([oppgave.ansvarlig for oppgave in verdi.oppgaver]) and kjente.issuperset([ledd.til for ledd in verdi.videredelegert]):
            continue
        mottakere: list[tuple[Sti, str]] = [(("videredelegert", nr, "til"), ledd.til) for nr, ledd in enumerate(verdi.videredelegert)]
        mottakere += [(("oppgaver", nr, "ansvarlig"), oppgave.ansvarlig) for nr, oppgave in enumerate(verdi.oppgaver)]
        for sti, til in mottakere:
            if til in kjente:
                continue
            if len(flere := [ett for ett in _ORD.findall(til) if ett in enheter]) > 1:
                yield treff(oppdrag.fil, "flere enheter står som én", *sti, forslag=f"skriv én av {opplisting(flere, 'eller')}", funnet=til)
            elif lik(til) in likt:
                yield treff(oppdrag.fil, "enheten er ikke kjent", *sti, forslag=f"mente du «{likt[lik(til)]}»?", funnet=til)
            elif _er_kode(til):
                ment = mente_du(til, enheter)
                forslag = f"mente du «{ment}»?" if ment else "skriv roller med små bokstaver, for eksempel «prosjektleder»"
                yield treff(oppdrag.fil, "enheten er ikke kjent", *sti, forslag=forslag, funnet=til)


@regel("ST311", krever_hel_post=True)
def fristendringer_henger_sammen(register: Register) -> Iterator[Treff]:
    """Fristendringene skal henge sammen, og ende i den fristen som gjelder.

    Hvorfor: ellers er fristen flyttet uten at det er sagt hvorfor, eller av hvem.
    Galt:
        frist: 2023-12-31
        fristendringer:
          - {dato: 2023-06-01, fra: 2023-08-31, til: 2023-10-31, begrunnelse: Lengre høring}
    Riktig:
        frist: 2023-10-31
        fristendringer:
          - {dato: 2023-06-01, fra: 2023-08-31, til: 2023-10-31, begrunnelse: Lengre høring}
    Kilde: styringsbrevet, kap. 3: «ledere følger opp tildelte oppdrag med tidsfrister»
    """
    for oppdrag in register.oppdrag.values():
        endringer = oppdrag.verdi.fristendringer
        for nr in range(1, len(endringer)):
            if endringer[nr].fra != endringer[nr - 1].til or endringer[nr].dato < endringer[nr - 1].dato:
                melding = f"fristendringen går ikke videre fra den over, som endte {kortdato(endringer[nr - 1].til)}"
                yield treff(oppdrag.fil, melding, "fristendringer", nr, "fra", forslag="sett endringene i rekkefølge, eldste først")
        if endringer and endringer[-1].til != oppdrag.verdi.frist:
            melding = f"den siste fristendringen ender {kortdato(endringer[-1].til)}, men det er ikke oppdragets frist"
            yield treff(oppdrag.fil, melding, "fristendringer", len(endringer) - 1, "til", forslag="rett fristen, eller legg til fristendringen som mangler")


@regel("ST312", Alvor.ADVARSEL)
def frist_etter_at_aaret_begynner(register: Register) -> Iterator[Treff]:
    """Fristen bør ikke være før året oppdraget er gitt.

    Hvorfor: det er oftest en skrivefeil i årstallet, og oppdraget ville stått som forfalt i årevis.
    Galt: frist: 2013-10-31 i data/oppdrag/2023/
    Riktig: frist: 2023-10-31
    Kilde: styringsbrevet, kap. 3: «ledere følger opp tildelte oppdrag med tidsfrister»
    """
    for id_, oppdrag in register.oppdrag.items():
        frist = oppdrag.verdi.frist
        if frist and frist.year < int(id_[:4]):
            yield treff(oppdrag.fil, f"fristen er før {id_[:4]}", "frist", forslag="se etter en skrivefeil i årstallet", funnet=frist.isoformat())


REGLER = (
    en_ansvarlig, ansvarlig_ikke_i_delansvar, delansvar_en_gang, oppgave_har_ansvarlig, oppgave_innen_oppdragets_frist,
    oppgavenummer_en_gang, videredelegering_i_rekkefolge, videredelegering_uten_ring, videredelegering_nedover, mottakeren_finnes,
    fristendringer_henger_sammen,
    frist_etter_at_aaret_begynner,
)  # fmt: skip
