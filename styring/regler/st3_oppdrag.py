"""ST3: oppdrag and oppgaver."""

from collections.abc import Iterator

from styring.fag.kalender import kortdato
from styring.funn import Alvor, Treff
from styring.register.register import Register
from styring.regler.regel import fastregel, regel, treff


@fastregel("ST301")
def en_ansvarlig() -> None:
    """Hvert oppdrag skal ha nøyaktig én ansvarlig.

    Hvorfor: den ansvarlige sikrer koordinering. Uten én er det ingen, og med to er det heller
    ingen. Andre enheter har delansvar.
    Galt:
        ansvarlig: [OUS, HOM]
    Riktig:
        ansvarlig: OUS
        delansvar: [HOM]
    Kilde: brevet: «Oppdragene har en ansvarlig som skal sikre koordinering og
    samhandling»
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
    Kilde: brevet: «Andre sektorer og avdelinger har et delansvar for å bidra»
    """
    for post in register.ansvarsposter():
        for nr, kode in enumerate(post.verdi.delansvar):
            if kode == post.verdi.ansvarlig:
                yield treff(
                    post.fil,
                    f"«{kode}» er ansvarlig og skal ikke også ha delansvar",
                    "delansvar",
                    nr,
                    forslag=f"slett «{kode}» fra delansvar",
                )


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
    for post in register.ansvarsposter():
        delansvar = post.verdi.delansvar
        for nr, kode in enumerate(delansvar):
            if kode in delansvar[:nr]:
                yield treff(
                    post.fil,
                    f"«{kode}» står to ganger i delansvar",
                    "delansvar",
                    nr,
                    forslag="slett den ene",
                )


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
    Kilde: brevet: «disse oppgavene kan delegeres ulike ansvarlige»
    """


@regel("ST305")
def oppgave_innen_oppdragets_frist(register: Register) -> Iterator[Treff]:
    """En oppgave skal ha frist senest samme dag som oppdraget.

    Hvorfor: oppdraget er ikke ferdig før oppgavene er det. Regelen gjelder bare når oppdraget har
    en frist.
    Galt:
        frist: 2023-10-31
        oppgaver:
          - {nr: 1, tittel: Høring, ansvarlig: OUS, frist: 2023-11-15}
    Riktig:
        frist: 2023-10-31
        oppgaver:
          - {nr: 1, tittel: Høring, ansvarlig: OUS, frist: 2023-09-15}
    Kilde: brevet: «ledere følger opp tildelte oppdrag med tidsfrister»
    """
    for oppdrag in register.oppdrag.values():
        frist = oppdrag.verdi.frist
        if (
            frist is None
            or max([oppgave.frist or frist for oppgave in oppdrag.verdi.oppgaver], default=frist)
            <= frist
        ):
            continue
        for nr, oppgave in enumerate(oppdrag.verdi.oppgaver):
            if oppgave.frist and oppgave.frist > frist:
                yield treff(
                    oppdrag.fil,
                    f"oppgave {oppgave.nr} har frist etter oppdraget, som har frist"
                    f" {kortdato(frist)}",
                    "oppgaver",
                    nr,
                    "frist",
                    forslag="flytt den ene fristen",
                    funnet=oppgave.frist.isoformat(),
                )


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
                yield treff(
                    oppdrag.fil,
                    f"oppgavenummeret {nr} er brukt før",
                    "oppgaver",
                    plass,
                    "nr",
                    forslag=f"neste ledige er {max(numre) + 1}",
                )


@regel("ST313", krever_hel_post=True)
def ansvarsendringer_henger_sammen(register: Register) -> Iterator[Treff]:
    """Ansvarsendringene skal henge sammen, og ende hos den som har ansvaret nå.

    Hvorfor: ellers er ansvaret flyttet uten at det er sagt hvorfor, eller av hvem.
    Galt:
        ansvarlig: OUS
        ansvarsendringer:
          - {dato: 2023-06-01, fra: OUS, til: HOM, begrunnelse: Tjenesten er flyttet}
    Riktig:
        ansvarlig: HOM
        ansvarsendringer:
          - {dato: 2023-06-01, fra: OUS, til: HOM, begrunnelse: Tjenesten er flyttet}
    Kilde: brevet: «Oppdragene har en ansvarlig som skal sikre koordinering og
    samhandling»
    """
    for post in register.oppdrag.values():
        endringer = post.verdi.ansvarsendringer
        for nr in range(1, len(endringer)):
            if (
                endringer[nr].fra != endringer[nr - 1].til
                or endringer[nr].dato < endringer[nr - 1].dato
            ):
                melding = (
                    "ansvarsendringen går ikke videre fra den over, som endte hos"
                    f" «{endringer[nr - 1].til}»"
                )
                yield treff(
                    post.fil,
                    melding,
                    "ansvarsendringer",
                    nr,
                    "fra",
                    forslag="sett endringene i rekkefølge, eldste først",
                )
        if endringer and endringer[-1].til != post.verdi.ansvarlig:
            melding = (
                f"den siste ansvarsendringen ender hos «{endringer[-1].til}», men det er ikke den"
                " som har ansvaret"
            )
            yield treff(
                post.fil,
                melding,
                "ansvarsendringer",
                len(endringer) - 1,
                "til",
                forslag="rett ansvarlig, eller legg til endringen som mangler",
            )


@regel("ST315", Alvor.ADVARSEL)
def oppdrag_har_hver_sin_tittel(register: Register) -> Iterator[Treff]:
    """To oppdrag samme år bør ikke ha samme tittel.

    Hvorfor: det er oftest det samme oppdraget lagt inn to ganger, og i en liste kan ingen se
    forskjell på dem.
    Galt: «Rullering av boligplanen» i både HOM-01 og SOS-04.
    Riktig: ett oppdrag, med den andre enheten i delansvar; eller en tittel som sier hva hver av dem
    skal gjøre.
    Kilde: brevet: «Oppdragene har en ansvarlig som skal sikre koordinering og
    samhandling»
    """
    forste: dict[tuple[str, str], str] = {}
    for id_, post in register.oppdrag.items():
        annen = forste.setdefault(
            (id_[:4], " ".join(post.verdi.tittel.casefold().rstrip(". ").split())), id_
        )
        if annen != id_:
            forslag = "slett det ene og bruk delansvar, eller si hva hver enhet skal gjøre"
            hvilket = (
                annen
                if register.oppdrag[annen].verdi.offentlighet == "offentlig"
                else "et annet oppdrag"
            )
            yield treff(
                post.fil,
                f"oppdraget har samme tittel som {hvilket}",
                "tittel",
                paa_nokkel=True,
                forslag=forslag,
            )


REGLER = (
    en_ansvarlig,
    ansvarlig_ikke_i_delansvar,
    delansvar_en_gang,
    oppgave_har_ansvarlig,
    oppgave_innen_oppdragets_frist,
    oppgavenummer_en_gang,
    ansvarsendringer_henger_sammen,
    oppdrag_har_hver_sin_tittel,
)
