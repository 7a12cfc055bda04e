"""ST3, third part: politiske vedtak."""

from collections.abc import Iterator
from datetime import date

from styring.fag.kalender import kortdato
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


@regel("ST321", Alvor.ADVARSEL)
def saksnummer_kan_leses(register: Register) -> Iterator[Treff]:
    """Et saksnummer bør være organ, løpenummer og år.

    Hvorfor: ellers kan ingen slå opp saken. «KS 54/22», «K-sak 54-2022», «2022/54» og «54/22» går
    alle bra; et arkivsaksnummer er noe annet.
    Galt:
        sak: 22/00110-31
    Riktig:
        sak: KS 54/22
    Kilde: dataformatet
    """
    for fil, sti, sak, _, _ in saker(register):
        if register.les_sak(sak) is None:
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
        lest = register.les_sak(sak)
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
        lest = register.les_sak(sak)
        if lest and lest.organ in register.organer and lest.organ != organ:
            yield treff(
                fil,
                f"saksnummeret er fra et annet organ enn «{organ}»",
                *sti,
                forslag="rett saksnummeret eller organet",
                funnet=sak,
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
        sak = register.les_sak(vedtak.sak)
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
        lest = register.les_sak(sak)
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


REGLER = (
    saksnummer_kan_leses,
    saksnummer_aar_stemmer,
    saksnummer_organ_stemmer,
    vedtak_avsluttes_av_organet,
    samme_vedtak_en_gang,
    en_sak_har_en_dag,
)
