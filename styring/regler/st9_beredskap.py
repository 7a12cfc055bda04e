"""ST9: preparedness. Never by the clock: what is late or too old is an answer
(``styring beredskap``), not a finding.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from styring.fag.kalender import kortdato
from styring.fag.norsk import mente_du, opplisting
from styring.funn import Alvor, Sti, Treff
from styring.register.beredskapen import (
    analysene,
    beredskapshendelsene,
    beredskapskapitlene,
    beredskapsplanene,
    kursene,
)
from styring.register.register import Register
from styring.regler.regel import regel, treff


@regel("ST901", Alvor.ADVARSEL)
def alle_er_med_i_analysen(register: Register) -> Iterator[Treff]:
    """Alle sektorer og avdelinger bør være med i den helhetlige risiko- og sårbarhetsanalysen.

    Hvorfor: den skal være helhetlig. Det som kan ramme en enhet, ser enheten best selv. Det er nok
    at en enhet under den har vært med.
    Galt: enheter: [HOM, TEK], når kommunen også har sektoren OUS.
    Riktig: enheter: [HOM, OUS, TEK]
    Kilde: forskrift om kommunal beredskapsplikt § 2; brevet: «Alle sektorer blir involvert»
    """
    siste = max(analysene(register).values(), key=lambda post: post.verdi.dato, default=None)
    if siste is None:
        return
    med = frozenset(siste.verdi.enheter)
    borte = [
        kode
        for kode, enhet in register.enheter.items()
        if enhet.overordnet is None and not med & register.med_underliggende(kode)
    ]
    if borte:
        yield treff(
            siste.fil,
            f"{opplisting(borte)} har ikke vært med i analysen",
            *(("enheter",) if med else ("dato",)),
            forslag="ta dem med i arbeidet, og skriv dem opp da",
        )


@regel("ST902", Alvor.ADVARSEL)
def analysen_er_forankret(register: Register) -> Iterator[Treff]:
    """Den helhetlige risiko- og sårbarhetsanalysen bør si hvor den er forankret: organ og sak.

    Hvorfor: forskriften krever at den er forankret i kommunestyret. Et tilsyn spør etter saken.
    Galt:
        dato: 2022-11-16
    Riktig:
        dato: 2022-11-16
        organ: KS
        sak: KS 61/22
    Kilde: forskrift om kommunal beredskapsplikt § 2
    """
    for post in analysene(register).values():
        ros = post.verdi
        if not (ros.organ and ros.sak):
            mangler = [ord_ for ord_ in ("organ", "sak") if getattr(ros, ord_) is None]
            yield treff(
                post.fil,
                f"analysen sier ikke {opplisting(mangler)}",
                "dato",
                forslag="skriv hvor den ble behandlet",
            )


@regel("ST903")
def mangelen_har_tiltak(register: Register) -> Iterator[Treff]:
    """En mangel som en øvelse eller hendelse har vist, skal ha tiltak, ansvarlig og frist.

    Hvorfor: en mangel ingen gjør noe med, viser seg igjen neste gang.
    Galt:
        mangler:
          - {nr: 1, tekst: Varslingen nådde ikke nattevaktene.}
    Riktig:
        mangler:
          - nr: 1
            tekst: Varslingen nådde ikke nattevaktene.
            tiltak: Legge nattevaktene inn i varslingslisten.
            ansvarlig: HOM
            frist: 2024-11-15
    Kilde: brevet: «Der det avdekkes mangler, så forventes det at det foreslås og jobbes med tiltak»
    """
    krav = (("tiltak", "tiltak"), ("ansvarlig", "ansvarlig"), ("frist", "frist"))
    for post in beredskapshendelsene(register).values():
        for plass, mangel in enumerate(post.verdi.mangler):
            borte = [ord_ for felt, ord_ in krav if getattr(mangel, felt) is None]
            if borte and mangel.ferdig is None:
                yield treff(
                    post.fil,
                    f"mangel {mangel.nr} har ikke {opplisting(borte)}",
                    "mangler",
                    plass,
                    forslag="skriv hva som gjøres, hvem som gjør det, og når",
                )


@regel("ST904")
def planen_finnes(register: Register) -> Iterator[Treff]:
    """En plan som er øvd eller brukt, skal finnes i data/beredskap/plan.

    Hvorfor: ellers teller øvelsen ikke for noen plan.
    Galt:
        planer: [evakering]
    Riktig:
        planer: [evakuering]
    Kilde: data/beredskap/plan
    """
    kjente = [id_.partition("/")[2] for id_ in beredskapsplanene(register)]
    if any(fil.startswith("data/beredskap/plan/") for fil in register.uleste):
        return
    for post in beredskapshendelsene(register).values():
        for plass, plan in enumerate(post.verdi.planer):
            if plan not in kjente:
                ment = mente_du(plan, kjente)
                yield treff(
                    post.fil,
                    "planen er ikke kjent",
                    "planer",
                    plass,
                    forslag=f"mente du «{ment}»?" if ment else "legg planen i data/beredskap/plan",
                    funnet=plan,
                )


@regel("ST905")
def hendelsen_er_i_aaret(register: Register) -> Iterator[Treff]:
    """Det som ligger i mappen for et år, skal være fra det året: øvelser, hendelser, analyser og
    kurs.

    Hvorfor: da finnes det igjen, og et feil årstall blir sett.
    Galt: dato: 2023-09-18 i data/beredskap/2024/evakuering.yaml
    Riktig: data/beredskap/2023/evakuering.yaml
    Kilde: dataformatet
    """
    steder: list[tuple[str, str, date, Sti]] = [
        (id_[:4], post.fil, post.verdi.dato, ("dato",))
        for id_, post in beredskapshendelsene(register).items()
    ]
    steder += [(id_[-4:], p.fil, p.verdi.dato, ("dato",)) for id_, p in analysene(register).items()]
    steder += [
        (id_[:4], post.fil, andel.dato, ("andeler", nr, "dato"))
        for id_, post in kursene(register).items()
        for nr, andel in enumerate(post.verdi.andeler)
    ]
    for aar, fil, dag, sti in steder:
        if str(dag.year) != aar:
            yield treff(
                fil,
                f"dagen er i {dag.year}, men filen er for {aar}",
                *sti,
                forslag="flytt det, eller rett dagen",
                funnet=dag.isoformat(),
            )


@regel("ST906")
def dagene_er_i_rekkefolge(register: Register) -> Iterator[Treff]:
    """I beredskapen skal dager som telles opp, stå eldst først, og en evaluering skal ikke være før
    det den gjelder.

    Hvorfor: den siste dagen avgjør hva som er gammelt, og hva som er evaluert.
    Galt:
        dato: 2024-09-18
        evaluert: 2024-09-02
    Riktig:
        dato: 2024-09-18
        evaluert: 2024-10-14
    Kilde: dataformatet
    """
    for fil, felt, dager in _rekkene(register):
        for plass, (foer, etter) in enumerate(pairwise(dager), 1):
            if etter < foer:
                sti: Sti = (felt, plass) if felt != "tiltakstall" else (felt, plass, "dato")
                yield treff(
                    fil,
                    f"dagen kommer etter {kortdato(foer)}, som er senere",
                    *sti,
                    forslag="sett den eldste først",
                    funnet=etter.isoformat(),
                )
    for post in beredskapshendelsene(register).values():
        ett = post.verdi
        dagene: list[tuple[date | None, Sti]] = [(ett.evaluert, ("evaluert",))]
        dagene += [(m.ferdig, ("mangler", nr, "ferdig")) for nr, m in enumerate(ett.mangler)]
        for dag, sti in dagene:
            if dag and dag < ett.dato:
                yield treff(
                    post.fil,
                    f"dagen er før det den gjelder, {kortdato(ett.dato)}",
                    *sti,
                    forslag="rett en av dagene",
                    funnet=dag.isoformat(),
                )


@regel("ST907")
def manglene_har_hvert_sitt_nummer(register: Register) -> Iterator[Treff]:
    """Manglene i en øvelse eller hendelse skal ha hvert sitt nummer.

    Hvorfor: nummeret er navnet på mangelen i fristlisten.
    Galt: to mangler med nr: 1.
    Riktig: nr: 1 og nr: 2.
    Kilde: dataformatet
    """
    for post in beredskapshendelsene(register).values():
        antall = Counter(mangel.nr for mangel in post.verdi.mangler)
        for plass, mangel in enumerate(post.verdi.mangler):
            if antall[mangel.nr] > 1:
                antall[mangel.nr] = 0
                yield treff(
                    post.fil,
                    "to mangler har samme nummer",
                    "mangler",
                    plass,
                    "nr",
                    forslag="gi dem hvert sitt nummer",
                    funnet=str(mangel.nr),
                )


@regel("ST909")
def rapporten_viser_ikke_en_unntatt_analyse(register: Register) -> Iterator[Treff]:
    """En godkjent rapport skal ikke vise en risiko- og sårbarhetsanalyse som siden er unntatt.

    Hvorfor: tallene for beredskapen blir lagret når rapporten godkjennes, og alle kan lese dem.
    Galt: ros_dato: 2022-11-16 i beredskap.yaml, når analysen fra den dagen er unntatt.
    Riktig: perioden er godkjent på nytt, så rapporten ikke nevner analysen.
    Kilde: offentleglova § 13
    """
    unntatt = {
        post.verdi.dato
        for post in analysene(register).values()
        if post.verdi.offentlighet == "unntatt"
    }
    for periode, post in beredskapskapitlene(register).items():
        if post.verdi.ros_dato in unntatt:
            yield treff(
                post.fil,
                "rapporten viser en analyse som er unntatt",
                "ros_dato",
                forslag=f"godkjenn på nytt: styring tertial godkjenn {periode}",
            )


def _rekkene(register: Register) -> Iterator[tuple[str, str, tuple[date, ...]]]:
    """The file, the field and the days of everything that is listed by day."""
    for plan in beredskapsplanene(register).values():
        yield plan.fil, "revidert", plan.verdi.revidert
        yield plan.fil, "varsling_provd", plan.verdi.varsling_provd
    for ros in analysene(register).values():
        yield ros.fil, "tiltakstall", tuple(ett.dato for ett in ros.verdi.tiltakstall)


REGLER = (
    alle_er_med_i_analysen,
    analysen_er_forankret,
    mangelen_har_tiltak,
    planen_finnes,
    hendelsen_er_i_aaret,
    dagene_er_i_rekkefolge,
    manglene_har_hvert_sitt_nummer,
    rapporten_viser_ikke_en_unntatt_analyse,
)
