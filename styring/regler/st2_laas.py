"""ST2, third part: the letter as it was given, and its tillegg."""

from collections.abc import Iterator, Mapping

from styring.fag.kalender import kortdato
from styring.fag.norsk import opplisting
from styring.funn import Alvor, Treff
from styring.modell.styringsbrev import Styringsbrev
from styring.register.laas import Laasbar, maalene, oppdrag_i
from styring.register.post import Post
from styring.register.register import Register
from styring.regler.regel import regel, treff


@regel("ST212", krever_hel_post=True)
def tillegget_finnes(register: Register) -> Iterator[Treff]:
    """Et tillegg som et oppdrag viser til, skal stå i brevet, med sitt eget nummer, og oppdraget
    skal si når det ble gitt.

    Hvorfor: ellers vet ingen hva oppdraget kom med, og når. Tillegget står i
    data/styringsbrev/2024.yaml, med nr, dato og tittel.
    Galt:
        tillegg: 1
    Riktig:
        gitt: 2024-06-25
        tillegg: 1
    Kilde: dataformatet
    """
    for brev in register.styringsbrev.values():
        numre = [ett.nr for ett in brev.verdi.tillegg]
        for plass, nr in enumerate(numre):
            if nr in numre[:plass]:
                yield treff(
                    brev.fil,
                    f"tilleggsnummeret {nr} er brukt før",
                    "tillegg",
                    plass,
                    "nr",
                    forslag=f"neste ledige er {max(numre) + 1}",
                )
    for id_, post in register.oppdrag.items():
        nummer, gitt = post.verdi.tillegg, post.verdi.gitt
        if nummer is None or register.er_ulest(id_[:4]):
            continue
        brevet = register.styringsbrev.get(int(id_[:4]))
        tillegg = (
            next((ett for ett in brevet.verdi.tillegg if ett.nr == nummer), None)
            if brevet
            else None
        )
        if tillegg is None:
            kjente = [str(ett.nr) for ett in brevet.verdi.tillegg] if brevet else []
            forslag = (
                f"tilleggene er {opplisting(kjente)}"
                if kjente
                else f"legg det inn under «tillegg» i data/styringsbrev/{id_[:4]}.yaml"
            )
            yield treff(
                post.fil, "tillegget finnes ikke", "tillegg", forslag=forslag, funnet=str(nummer)
            )
        elif gitt is None or gitt < tillegg.dato:
            melding = (
                f"oppdraget sier ikke at det ble gitt {kortdato(tillegg.dato)} eller senere, som"
                f" tillegg {nummer}"
            )
            yield treff(
                post.fil,
                melding,
                "tillegg",
                paa_nokkel=True,
                forslag=f"legg til «gitt: {tillegg.dato.isoformat()}», eller rett datoen",
            )


@regel("ST213", Alvor.ADVARSEL)
def brevet_er_som_det_ble_gitt(register: Register) -> Iterator[Treff]:
    """Oppdrag og mål i et låst brev bør stå slik de ble gitt.

    Hvorfor: brevet er det alle styrer etter. Et ord som endres, eller et oppdrag som blir borte,
    skal synes. Låsen gjelder tittelen på hvert oppdrag og hvem som fikk det, og ordene og ansvaret
    i hvert mål. Et annet ansvar føres i «ansvarsendringer», et nytt navn på filen i «tidligere_id»,
    et nytt oppdrag med «gitt». Målene holdes mot det nyeste låste brevet.
    Galt: et ord endret i 2023-OUS-02 etter at brevet ble låst.
    Riktig: ordet satt tilbake; eller, når brevet selv var skrevet av feil, styring brev laas 2023
    på nytt.
    Kilde: brevet, oppdragstabellen
    """
    laaste = {aar: brev for aar, brev in register.styringsbrev.items() if brev.verdi.laas}
    for aar, brev in register.styringsbrev.items():
        verdi = brev.verdi
        if verdi.laas:
            egne = {
                nokkel: avtrykk for nokkel, avtrykk in verdi.laas.items() if nokkel[:1].isdigit()
            }
            maal = {nokkel: avtrykk for nokkel, avtrykk in verdi.laas.items() if nokkel not in egne}
            yield from _holdt_mot(
                register, brev, egne, list(oppdrag_i(register, aar, None)), "brevet"
            )
            if aar == max(laaste) and register.kjenner_maal:
                yield from _holdt_mot(register, brev, maal, list(maalene(register)), "brevet")
        for tillegg in verdi.tillegg:
            if tillegg.laas:
                yield from _holdt_mot(
                    register,
                    brev,
                    tillegg.laas,
                    list(oppdrag_i(register, aar, tillegg.nr)),
                    f"tillegg {tillegg.nr}",
                )


def _holdt_mot(
    register: Register,
    brev: Post[Styringsbrev],
    laas: Mapping[str, str],
    naa: list[Laasbar],
    hva: str,
) -> Iterator[Treff]:
    """Each record that is not as it was locked, gone, or come since."""
    foer = {
        post.verdi.tidligere_id: post.id
        for post in register.oppdrag.values()
        if post.verdi.tidligere_id
    }
    kjente = {ett.id: ett for ett in naa}
    sett = set()
    for id_, avtrykk in laas.items():
        ett = kjente.get(id_) or kjente.get(foer.get(id_, ""))
        if ett:
            sett.add(ett.id)
            if ett.avtrykk != avtrykk and ett.fil not in register.delvise:
                forslag = (
                    "sett teksten og ansvaret tilbake, eller før endringen i «ansvarsendringer»"
                    if id_[:1].isdigit()
                    else "sett teksten og ansvaret tilbake"
                )
                yield treff(
                    ett.fil,
                    f"«{ett.id}» er ikke slik {hva} ga det",
                    *(ett.sti or ("tittel",)),
                    paa_nokkel=True,
                    forslag=forslag,
                )
        elif id_ in register.oppdrag:
            yield treff(
                register.oppdrag[id_].fil,
                f"«{id_}» sto i {hva} da det ble låst, men er nå ført som gitt etterpå",
                forslag="rett «gitt» og «tillegg»",
            )
        elif not register.er_ulest(id_):
            yield treff(
                brev.fil,
                f"«{id_}» sto i {hva} da det ble låst, men finnes ikke lenger",
                *_laasens_sted(brev, laas),
                paa_nokkel=True,
                forslag="legg filen eller målet tilbake",
            )
    for ett in naa:
        if ett.id not in sett and not register.er_ulest(ett.id):
            forslag = (
                "skriv «gitt» når det er kommet etter brevet"
                if ett.id[:1].isdigit()
                else "ta det bort, eller lås brevet på nytt"
            )
            yield treff(
                ett.fil,
                f"«{ett.id}» sto ikke i {hva} da det ble låst",
                *(ett.sti or ("tittel",)),
                paa_nokkel=True,
                forslag=forslag,
            )


def _laasens_sted(brev: Post[Styringsbrev], laas: Mapping[str, str]) -> tuple[str | int, ...]:
    """Where the lock stands: never at a fingerprint, which is not for showing."""
    plass = next(
        (nr for nr, tillegg in enumerate(brev.verdi.tillegg) if tillegg.laas is laas), None
    )
    return ("laas",) if plass is None else ("tillegg", plass, "laas")


REGLER = (tillegget_finnes, brevet_er_som_det_ble_gitt)
