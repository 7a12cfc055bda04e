"""ST3, third part: politiske vedtak."""

from collections.abc import Iterator
from datetime import date

from styring.fag import saksnummer
from styring.fag.kalender import kortdato
from styring.fag.norsk import mente_du, opplisting
from styring.funn import Alvor, Sti, Treff
from styring.modell.vedtak import Avslutning, Vedtak
from styring.register.post import Post
from styring.register.register import Register
from styring.regler.regel import regel, treff


def avslutninger(post: Post[Vedtak]) -> Iterator[tuple[Sti, Avslutning]]:
    """Every closing in a vedtak: its own, and those of its punkter."""
    if post.verdi.avsluttet:
        yield ("avsluttet",), post.verdi.avsluttet
    for plass, punkt in enumerate(post.verdi.punkter):
        if punkt.avsluttet:
            yield ("punkter", plass, "avsluttet"), punkt.avsluttet


def saker(register: Register) -> Iterator[tuple[str, Sti, str, date, str]]:
    """Every case number as it is written: file, path, number, the day it belongs to, organ."""
    for post in register.vedtak.values():
        yield post.fil, ("sak",), post.verdi.sak, post.verdi.dato, post.verdi.organ
        for sti, ende in avslutninger(post):
            yield post.fil, (*sti, "sak"), ende.sak, ende.dato, ende.organ
    for samlet in register.samlerapporter.values():
        for nr, behandling in enumerate(samlet.verdi.behandlet):
            yield (
                samlet.fil,
                ("behandlet", nr, "sak"),
                behandling.sak,
                behandling.dato,
                behandling.organ,
            )


@regel("ST321")
def saksnummer_kan_leses(register: Register) -> Iterator[Treff]:
    """Et saksnummer skal være organ, løpenummer og år.

    Hvorfor: ellers kan ingen slå opp saken. «KS 54/22», «KS-sak 54/2022» og «54/22» går alle bra;
    et arkivsaksnummer er noe annet.
    Galt:
        sak: 22/00110-31
    Riktig:
        sak: KS 54/22
    Kilde: dataformatet
    """
    for fil, sti, sak, _, _ in saker(register):
        if saksnummer.les(sak) is None:
            yield treff(
                fil,
                "saksnummeret kan ikke leses",
                *sti,
                forslag="skriv for eksempel KS 54/22",
                funnet=sak,
            )


@regel("ST322", Alvor.ADVARSEL)
def saksnummer_aar_stemmer(register: Register) -> Iterator[Treff]:
    """Året i saksnummeret, og i mappen, bør være året vedtaket ble gjort.

    Hvorfor: en årsrapport viste til «KS-sak 133/29 per 16. desember 2020». Én skrivefeil, og saken
    finnes ikke.
    Galt:
        sak: KS 54/29
        dato: 2022-06-15
    Riktig:
        sak: KS 54/22
        dato: 2022-06-15
    Kilde: dataformatet
    """
    for fil, sti, sak, dag, _ in saker(register):
        lest = saksnummer.les(sak)
        if lest and lest.aar != dag.year:
            yield treff(
                fil,
                f"året i saksnummeret er ikke {dag.year}, som i datoen",
                *sti,
                forslag="se etter en skrivefeil i året eller datoen",
                funnet=sak,
            )
    for id_, post in register.vedtak.items():
        if post.verdi.dato.year != int(id_[:4]):
            yield treff(
                post.fil,
                f"vedtaket ligger i mappen for {id_[:4]}, men datoen er en annen",
                "dato",
                forslag="flytt filen, eller rett datoen",
                funnet=post.verdi.dato.isoformat(),
            )


@regel("ST323")
def saksnummer_organ_stemmer(register: Register) -> Iterator[Treff]:
    """Organet i saksnummeret skal være organet som gjorde vedtaket.

    Hvorfor: formannskapets sak 54/22 er en annen enn kommunestyrets.
    Galt:
        organ: KS
        sak: FSK 54/22
    Riktig:
        organ: KS
        sak: KS 54/22
    Kilde: data/kommune.yaml, «organer»
    """
    for fil, sti, sak, _, organ in saker(register):
        lest = saksnummer.les(sak)
        if lest and lest.organ in register.organer and lest.organ != organ:
            yield treff(
                fil,
                f"saksnummeret er fra et annet organ enn «{organ}»",
                *sti,
                forslag="rett saksnummeret eller organet",
                funnet=sak,
            )


@regel("ST324")
def verbalvedtak_har_forelder(register: Register) -> Iterator[Treff]:
    """Et verbalvedtak skal vise til budsjettsaken det hører til, og punktet i den.

    Hvorfor: et verbalvedtak er vedtatt sammen med budsjettet og finnes ikke alene. Andre vedtak har
    ingen forelder.
    Galt:
        type: verbalvedtak
    Riktig:
        type: verbalvedtak
        forelder: 2022-KS-120
        punkt: 7
    Kilde: dataformatet
    """
    for post in register.vedtak.values():
        yield from _forelder(register, post)


def _forelder(register: Register, post: Post[Vedtak]) -> Iterator[Treff]:
    vedtak = post.verdi
    if vedtak.type != "verbalvedtak":
        if vedtak.forelder:
            yield treff(
                post.fil,
                "bare et verbalvedtak har forelder",
                "forelder",
                forslag="skriv type: verbalvedtak, eller slett forelder",
            )
        return
    if not vedtak.forelder or not vedtak.punkt:
        mangler = "forelder" if not vedtak.forelder else "punkt"
        yield treff(
            post.fil,
            f"verbalvedtaket mangler {mangler}",
            "type",
            forslag=f"legg til en linje med «{mangler}:»",
        )
    if not vedtak.forelder or register.er_ulest(vedtak.forelder):
        return
    forelder = register.vedtak.get(vedtak.forelder)
    if forelder is None:
        saker = (
            id_
            for id_, p in register.vedtak.items()
            if p.verdi.type == "budsjettsak" and p.verdi.offentlighet == "offentlig"
        )
        ment = mente_du(vedtak.forelder, saker)
        yield treff(
            post.fil,
            "forelderen finnes ikke",
            "forelder",
            forslag=f"mente du «{ment}»?" if ment else "legg inn budsjettsaken først",
            funnet=vedtak.forelder,
        )
    elif forelder.verdi.type != "budsjettsak":
        yield treff(
            post.fil,
            "forelderen er ikke en budsjettsak",
            "forelder",
            forslag="vis til budsjettsaken",
            funnet=vedtak.forelder,
        )


@regel("ST325")
def vedtak_avsluttes_av_organet(register: Register) -> Iterator[Treff]:
    """Et vedtak skal avsluttes av organet som gjorde det, og ikke før det ble gjort.

    Hvorfor: administrasjonen kan foreslå det i rapporten, men bare de folkevalgte kan gjøre om sitt
    eget vedtak.
    Galt:
        organ: KS
        avsluttet: {dato: 2023-06-21, organ: FSK, sak: FSK 40/23, utfall: gjennomfort}
    Riktig:
        organ: KS
        avsluttet: {dato: 2023-06-21, organ: KS, sak: KS 40/23, utfall: gjennomfort}
    Kilde: kommuneloven § 13-1: kommunedirektøren sørger for at vedtak blir iverksatt
    """
    for post in register.vedtak.values():
        for sti, ende in avslutninger(post):
            if ende.organ != post.verdi.organ:
                melding = f"vedtaket er gjort av «{post.verdi.organ}» og kan bare avsluttes der"
                yield treff(
                    post.fil,
                    melding,
                    *sti,
                    "organ",
                    forslag="vis til saken der organet selv avsluttet vedtaket",
                    funnet=ende.organ,
                )
            if ende.dato < post.verdi.dato:
                yield treff(
                    post.fil,
                    f"vedtaket er avsluttet før det ble gjort, {kortdato(post.verdi.dato)}",
                    *sti,
                    "dato",
                    forslag="rett datoen",
                    funnet=ende.dato.isoformat(),
                )


@regel("ST326")
def samme_vedtak_en_gang(register: Register) -> Iterator[Treff]:
    """Et vedtak skal ligge i én fil.

    Hvorfor: ligger det i to, blir det fulgt opp to ganger, eller av ingen. Samme sak i samme organ
    er ett vedtak; et verbalvedtak kjennes på forelder og punkt.
    Galt: KS 54/22 i både KS-054.yaml og KS-054B.yaml.
    Riktig: én fil, med punkter.
    Kilde: dataformatet
    """
    forste: dict[object, str] = {}
    for id_, post in register.vedtak.items():
        vedtak = post.verdi
        sak = saksnummer.les(vedtak.sak)
        verbalt = vedtak.type == "verbalvedtak"
        nokkel = (
            (vedtak.forelder, vedtak.punkt)
            if verbalt
            else (vedtak.organ, sak.nr, sak.aar)
            if sak
            else None
        )
        if nokkel is None or None in nokkel:
            continue
        annen = forste.setdefault(nokkel, id_)
        if annen != id_:
            yield treff(
                post.fil,
                f"vedtaket ligger alt i {register.vedtak[annen].fil}",
                "punkt" if verbalt else "sak",
                forslag="slett den ene filen, eller rett nummeret",
            )


@regel("ST327")
def punktnummer_en_gang(register: Register) -> Iterator[Treff]:
    """To punkter i samme vedtak skal ikke ha samme nummer.

    Hvorfor: punktet rapporteres under nummeret sitt: 2022-KS-054/2.
    Galt:
        punkter:
          - {nr: 1, tekst: Saken sendes på høring.}
          - {nr: 1, tekst: Saken legges fram på nytt.}
    Riktig:
        punkter:
          - {nr: 1, tekst: Saken sendes på høring.}
          - {nr: 2, tekst: Saken legges fram på nytt.}
    Kilde: dataformatet
    """
    for post in register.vedtak.values():
        numre = [punkt.nr for punkt in post.verdi.punkter]
        for plass, nr in enumerate(numre):
            if nr in numre[:plass]:
                yield treff(
                    post.fil,
                    f"punktnummeret {nr} er brukt før",
                    "punkter",
                    plass,
                    "nr",
                    forslag=f"neste ledige er {max(numre) + 1}",
                )


@regel("ST328", Alvor.ADVARSEL, krever_hel_post=True)
def verbalvedtakene_er_alle_der(register: Register) -> Iterator[Treff]:
    """Verbalvedtakene i en budsjettsak bør være så mange som saken sier, og nummereres uten hull.

    Hvorfor: et verbalvedtak som blir borte, blir ikke fulgt opp, og ingen savner det. Legger dere
    bare inn noen av dem, gjør et unntak med grunn.
    Galt: saken har antall_verbalvedtak: 8, men bare V01, V02 og V04 er lagt inn.
    Riktig: antall_verbalvedtak: 8, og åtte verbalvedtak med punkt 1 til 8.
    Kilde: kommuneloven § 13-1: kommunedirektøren sørger for at vedtak blir iverksatt
    """
    under: dict[str, list[int]] = {}
    for post in register.vedtak.values():
        if post.verdi.type == "verbalvedtak" and post.verdi.forelder and post.verdi.punkt:
            under.setdefault(post.verdi.forelder, []).append(post.verdi.punkt)
    noen_uleste = any(
        fil.startswith("data/vedtak/") for fil in (*register.uleste, *register.delvise)
    )
    for id_, sak in register.vedtak.items():
        numre, oppgitt = set(under.get(id_, ())), sak.verdi.antall_verbalvedtak
        if oppgitt is not None and sak.verdi.type != "budsjettsak":
            yield treff(
                sak.fil,
                "bare en budsjettsak har antall_verbalvedtak",
                "antall_verbalvedtak",
                paa_nokkel=True,
                forslag="slett linjen",
            )
        elif oppgitt is not None and (
            len(numre) > oppgitt or (len(numre) < oppgitt and not noen_uleste)
        ):
            melding = (
                f"saken har {oppgitt} verbalvedtak, men {len(numre)} er lagt"
                f" inn{_hullene(numre, oppgitt)}"
            )
            yield treff(
                sak.fil,
                melding,
                "antall_verbalvedtak",
                forslag="legg inn dem som mangler, eller rett antallet",
            )
        elif (
            numre
            and sak.verdi.type == "budsjettsak"
            and not noen_uleste
            and (hull := _hullene(numre, max(numre)))
        ):
            yield treff(
                sak.fil,
                f"verbalvedtakene har hull i nummereringen{hull}",
                "type",
                paa_nokkel=True,
                forslag="legg inn dem som mangler, eller rett punktnumrene",
            )


def _hullene(numre: set[int], siste: int) -> str:
    """The numbers that are not used, as the end of a sentence."""
    hull = [str(nr) for nr in range(1, siste + 1) if nr not in numre]
    return f": nummer {opplisting(hull)} mangler" if hull else ""


@regel("ST329", Alvor.ADVARSEL)
def en_sak_har_en_dag(register: Register) -> Iterator[Treff]:
    """Samme sak i samme organ bør ha samme dag overalt.

    Hvorfor: et organ behandler en sak én dag. Står den med to, er den ene feil, og den som slår opp
    saken, finner den ikke.
    Galt: KS 40/23 er datert 21.06.2023 i ett vedtak og 14.06.2023 i et annet.
    Riktig: samme dag begge steder.
    Kilde: dataformatet
    """
    forste: dict[tuple[str, int, int], tuple[str, date]] = {}
    aapne = {
        post.fil for post in register.vedtak.values() if post.verdi.offentlighet == "offentlig"
    } | {post.fil for post in register.samlerapporter.values()}
    for fil, sti, sak, dag, organ in saker(register):
        lest = saksnummer.les(sak)
        if lest is None:
            continue
        hvor, den_dagen = forste.setdefault((organ, lest.nr, lest.aar), (fil, dag))
        if dag != den_dagen:
            sted = (
                "lenger opp i filen"
                if hvor == fil
                else f"i {hvor}"
                if hvor in aapne
                else "et annet sted"
            )
            yield treff(
                fil,
                f"saken har en annen dag {sted}",
                *sti[:-1],
                "dato",
                forslag="rett den ene datoen",
                funnet=dag.isoformat(),
            )


@regel("ST330")
def dokumentasjonens_punkt_finnes(register: Register) -> Iterator[Treff]:
    """Punktet dokumentasjonen gjelder, skal finnes i vedtaket.

    Hvorfor: dokumentasjonen vises ved punktet den gjelder, og bare der. Uten punkt gjelder den hele
    vedtaket.
    Galt: punkt: 4 i et vedtak med tre punkter.
    Riktig:
        dokumentasjon:
          - {tittel: Ferdigbefaring av fortauet, punkt: 1}
    Kilde: dataformatet
    """
    for post in register.vedtak.values():
        numre = [punkt.nr for punkt in post.verdi.punkter]
        for plass, ett in enumerate(post.verdi.dokumentasjon):
            if ett.punkt is not None and ett.punkt not in numre:
                finnes = (
                    f"punktene er {opplisting([str(nr) for nr in numre])}"
                    if numre
                    else "vedtaket har ingen punkter"
                )
                forslag = (
                    f"{finnes}; rett nummeret, eller stryk det når dokumentasjonen gjelder hele"
                    " vedtaket"
                )
                yield treff(
                    post.fil,
                    f"det er ikke noe punkt {ett.punkt} i vedtaket",
                    "dokumentasjon",
                    plass,
                    "punkt",
                    forslag=forslag,
                )


REGLER = (
    saksnummer_kan_leses,
    saksnummer_aar_stemmer,
    saksnummer_organ_stemmer,
    verbalvedtak_har_forelder,
    vedtak_avsluttes_av_organet,
    samme_vedtak_en_gang,
    punktnummer_en_gang,
    verbalvedtakene_er_alle_der,
    en_sak_har_en_dag,
    dokumentasjonens_punkt_finnes,
)
