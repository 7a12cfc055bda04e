"""ST4: what is measured of the goals, without a clock."""

from collections.abc import Iterator
from itertools import chain, pairwise

from styring.fag.baerekraftsmaal import finnes
from styring.fag.norsk import mente_du
from styring.funn import Alvor, Sti, Treff
from styring.modell.indikator import Indikator
from styring.register.maalingene import indikatorstedene, maalingslistene
from styring.register.register import Register
from styring.regler.regel import regel, treff


@regel("ST406", Alvor.TIPS)
def retning_har_nullpunkt(register: Register) -> Iterator[Treff]:
    """En indikator som skal opp eller ned, bør ha et nullpunkt.

    Hvorfor: uten å vite hvor det sto, kan ingen si om det har økt eller gått ned.
    Galt:
        retning: opp
    Riktig:
        retning: opp
        nullpunkt: {aar: 2022, verdi: 57}
    Kilde: brevet: målene sier «øker», «reduserer» og «flere»
    """
    for sted in indikatorstedene(register):
        if sted.indikator.retning != "intervall" and sted.indikator.nullpunkt is None:
            yield treff(
                sted.maal.fil,
                f"indikatoren «{sted.indikator.kode}» har ikke noe nullpunkt",
                *sted.sti,
                "retning",
                forslag="skriv året og tallet der det sto da målet ble satt",
            )


@regel("ST407")
def maalt_etter_at_aaret_begynte(register: Register) -> Iterator[Treff]:
    """Et tall skal være målt i året det gjelder, eller senere.

    Hvorfor: en leser må kunne stole på hvilket år et tall er fra. Tallene for et år kommer ofte
    året etter, men aldri året før.
    Galt: maalt: 2022-12-01 i data/maalinger/2023.yaml.
    Riktig: maalt: 2024-03-15 i data/maalinger/2023.yaml.
    Kilde: kommuneloven § 14-7: årsberetningen gjør rede for måloppnåelsen i året
    """
    for id_, post in maalingslistene(register).items():
        for nr, maaling in enumerate(post.verdi.maalinger):
            if maaling.maalt.year < int(id_[:4]):
                yield treff(
                    post.fil,
                    f"målt {maaling.maalt:%d.%m.%Y}, før {id_[:4]}",
                    "maalinger",
                    nr,
                    "maalt",
                    forslag="flytt tallet til filen for sitt år, eller rett dagen",
                )


@regel("ST408", Alvor.ADVARSEL)
def maaltall_gaar_riktig_vei(register: Register) -> Iterator[Treff]:
    """Måltallene bør gå den veien indikatoren skal.

    Hvorfor: et måltall som er dårligere enn det forrige, er en skrivefeil eller et mål som er gitt
    opp uten at det er sagt.
    Galt:
        retning: opp
        maaltall: {"2024": 60, "2026": 55}
    Riktig:
        retning: opp
        maaltall: {"2024": 60, "2026": 65}
    Kilde: brevet: «en rød tråd fra politiske planer til handlinger»
    """
    for sted in indikatorstedene(register):
        for aar in _mot_retningen(sted.indikator):
            yield treff(
                sted.maal.fil,
                f"måltallet for {aar} går mot retningen",
                *sted.sti,
                "maaltall",
                aar,
                forslag="rett måltallet eller retningen",
            )


def _mot_retningen(indikator: Indikator) -> Iterator[str]:
    if indikator.retning == "intervall":
        return
    fortegn = 1 if indikator.retning == "opp" else -1
    start = indikator.nullpunkt
    alle = [("", start.verdi)] if start else []
    alle += sorted((indikator.maaltall or {}).items())
    for (_, foer), (aar, naa) in pairwise(alle):
        if (naa - foer) * fortegn < 0:
            yield aar


@regel("ST409")
def maalingen_har_en_indikator(register: Register) -> Iterator[Treff]:
    """En måling skal gjelde en indikator som står på et mål.

    Hvorfor: et tall som ikke hører til noe mål, vises ingen steder.
    Galt: indikator: lesing-5trinn, når koden er lesing-5-trinn.
    Riktig: indikator: lesing-5-trinn
    Kilde: dataformatet
    """
    kjente = {sted.indikator.kode for sted in indikatorstedene(register)}
    if not register.kjenner_maal:
        return
    for post in maalingslistene(register).values():
        for nr, maaling in enumerate(post.verdi.maalinger):
            if maaling.indikator not in kjente:
                ment = mente_du(maaling.indikator, kjente)
                yield treff(
                    post.fil,
                    f"indikatoren «{maaling.indikator}» er ikke kjent",
                    "maalinger",
                    nr,
                    "indikator",
                    forslag=f"mente du «{ment}»?" if ment else "legg den til på et mål",
                    funnet=maaling.indikator,
                )


@regel("ST410")
def ett_tall_og_en_indikator(register: Register) -> Iterator[Treff]:
    """En indikatorkode skal brukes én gang, og en indikator ha ett tall for hver dag.

    Hvorfor: av to tall for det samme vet ingen hvilket som gjelder.
    Galt: to ledd med indikator: lesing-5-trinn og maalt: 2023-10-14.
    Riktig: ett av dem.
    Kilde: dataformatet
    """
    sett: set[str] = set()
    for sted in indikatorstedene(register):
        if sted.indikator.kode in sett:
            yield treff(
                sted.maal.fil,
                f"indikatorkoden «{sted.indikator.kode}» er brukt før",
                *sted.sti,
                "kode",
                forslag="gi den ene en egen kode",
            )
        sett.add(sted.indikator.kode)
    for post in maalingslistene(register).values():
        tall = [(ett.indikator, ett.maalt) for ett in post.verdi.maalinger]
        for nr, ett in enumerate(tall):
            if ett in tall[:nr]:
                yield treff(
                    post.fil,
                    f"«{ett[0]}» har flere tall for {ett[1]:%d.%m.%Y}",
                    "maalinger",
                    nr,
                    forslag="behold det ene",
                )


@regel("ST411")
def fn_delmaal_finnes(register: Register) -> Iterator[Treff]:
    """Et delmål av FNs bærekraftsmål skal finnes.

    Hvorfor: en leser slår opp nummeret.
    Galt:
        baerekraftsmaal: [4.12]
    Riktig:
        baerekraftsmaal: [4.7]
    Kilde: FNs resolusjon A/RES/70/1: 17 mål og 169 delmål
    """
    oppdrag = ((post.fil, (), post.verdi.baerekraftsmaal) for post in register.oppdrag.values())
    delmaal = (
        (plass.delmaal.fil, plass.delmaal.sti, plass.delmaal.verdi.baerekraftsmaal)
        for plass in register.delmaal.values()
    )
    for fil, sti, maalene in chain(oppdrag, delmaal):
        for nr, maal in enumerate(maalene):
            if not finnes(maal):
                yield treff(
                    fil,
                    f"FN har ikke noe delmål {maal}",
                    *sti,
                    "baerekraftsmaal",
                    nr,
                    forslag="slå opp nummeret hos FN-sambandet",
                )


@regel("ST412")
def grensene_passer_retningen(register: Register) -> Iterator[Treff]:
    """Nedre og øvre grense hører til en indikator som skal holde seg i et intervall, og måltall til
    en som skal opp eller ned.

    Hvorfor: ellers er det ikke sagt hva tallet skal holdes mot.
    Galt:
        retning: intervall
        maaltall: {"2024": 10}
    Riktig:
        retning: intervall
        nedre: 5
        ovre: 10
    Kilde: dataformatet
    """
    for sted in indikatorstedene(register):
        if grunn := _grensefeil(sted.indikator):
            sti: Sti = (*sted.sti, "retning")
            yield treff(sted.maal.fil, grunn[0], *sti, forslag=grunn[1])


def _grensefeil(indikator: Indikator) -> tuple[str, str] | None:
    grenser = (indikator.nedre, indikator.ovre)
    if indikator.retning != "intervall":
        gale = any(ett is not None for ett in grenser)
        return ("grensene gjelder bare et intervall", "skriv måltall") if gale else None
    if indikator.maaltall:
        return "et intervall har ikke måltall", "skriv nedre og ovre"
    if indikator.nedre is None and indikator.ovre is None:
        return "intervallet har ingen grenser", "skriv nedre, ovre eller begge"
    if None not in grenser and indikator.nedre > indikator.ovre:  # type: ignore[operator]  # both
        return "nedre grense er over den øvre", "bytt dem"
    return None


REGLER = (
    retning_har_nullpunkt,
    maalt_etter_at_aaret_begynte,
    maaltall_gaar_riktig_vei,
    maalingen_har_en_indikator,
    ett_tall_og_en_indikator,
    fn_delmaal_finnes,
    grensene_passer_retningen,
)
