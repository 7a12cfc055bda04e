"""ST7: what a leader says of a month."""

from collections.abc import Iterator

from styring.fag.belop import NULL, kroner
from styring.fag.norsk import opplisting
from styring.fag.okonomi import AARET, Okonomimaaned
from styring.funn import Alvor, Treff
from styring.modell.okonomi import Omraadeord
from styring.register.helt_lest import er_helt_lest
from styring.register.okonomien import (
    Omraadetall,
    grensen,
    har_svar_paa_merforbruk,
    maa_haandteres,
    omraadetallene,
)
from styring.register.prognosene import ser_ikke_avviket, staar_stille
from styring.register.register import Register
from styring.regler.regel import regel, treff


@regel("ST711")
def en_prognose(register: Register) -> Iterator[Treff]:
    """Et område skal ha én prognose: «som budsjett», årets beløp eller et ventet avvik.

    Hvorfor: to prognoser som ikke er like, er ingen prognose.
    Galt:
        SKO: {som_budsjett: true, avvik: -500000}
    Riktig:
        SKO: {avvik: -500000}
    Kilde: brevet: «ærlig på avvik»
    """
    for post in register.maanedsord.values():
        for kode, ord_ in (post.verdi.omraader or {}).items():
            if _antall(ord_) > 1:
                yield treff(
                    post.fil,
                    "området har flere prognoser",
                    "omraader",
                    kode,
                    paa_nokkel=True,
                    forslag="behold én av som_budsjett, prognose og avvik",
                )


def _antall(ord_: Omraadeord) -> int:
    return ord_.som_budsjett + (ord_.prognose is not None) + (ord_.avvik is not None)


@regel("ST712")
def levert_maaned_er_fullstendig(register: Register) -> Iterator[Treff]:
    """En levert måned skal ha en prognose for hvert av enhetens områder.

    Hvorfor: et område uten ord ser ut som et område i balanse.
    Galt: levert: 2024-04-12 uten prognose for ett av områdene.
    Riktig: skriv som_budsjett: true for det som går som budsjettert.
    Kilde: brevet: månedlig rapportering til kommunedirektøren
    """
    for id_, post in register.maanedsord.items():
        if post.verdi.levert is None:
            continue
        maaned, _, enhet = id_.partition("/")
        uten = [
            tall.kode
            for tall in omraadetallene(register, Okonomimaaned(maaned), [enhet])
            if tall.prognose is None
        ]
        if uten:
            yield treff(
                post.fil,
                f"måneden er levert uten prognose for {opplisting(uten)}",
                "levert",
                forslag="skriv prognose, avvik eller som_budsjett: true",
            )


@regel("ST713")
def vesentlig_merforbruk_har_tiltak(register: Register) -> Iterator[Treff]:
    """Et vesentlig ventet merforbruk skal ha tiltak, en grunn til at det ikke har det, eller et
    forslag om å endre budsjettet.

    Hvorfor: et avvik uten tiltak blir større. Grensen står i rutinen i kommune.yaml. Mindreforbruk,
    selvkost og felles poster er unntatt.
    Galt:
        SKO: {avvik: -3000000, kommentar: Flere elever enn ventet.}
    Riktig:
        SKO: {avvik: -3000000, kommentar: Flere elever., uten_tiltak: Ny skole åpner i august.}
    Kilde: brevet: tiltak når det er avvik; kommuneloven § 14-5
    """
    for id_, post in register.maanedsord.items():
        maaned, _, enhet = id_.partition("/")
        if post.verdi.levert is None or maaned.endswith(AARET):
            continue
        valgt = Okonomimaaned(maaned)
        dag = post.verdi.levert
        if not er_helt_lest(register, f"data/okonomi/{valgt.aar}/tiltak.yaml"):
            continue
        for tall in omraadetallene(register, valgt, [enhet]):
            ord_ = tall.ord
            if ord_ is None or not maa_haandteres(register, tall):
                continue
            if har_svar_paa_merforbruk(register, valgt, tall, dag):
                continue
            yield treff(
                post.fil,
                f"{tall.navn} venter et merforbruk på {kroner(-(tall.avvik or NULL))} kr, uten"
                " tiltak",
                "omraader",
                tall.kode,
                paa_nokkel=True,
                forslag=(
                    f"legg tiltaket i data/okonomi/{valgt.aar}/tiltak.yaml, eller skriv uten_tiltak"
                    " eller budsjettendring"
                ),
            )


@regel("ST716", Alvor.ADVARSEL)
def prognosen_ser_avviket(register: Register) -> Iterator[Treff]:
    """En prognose «som budsjett» bør ha en grunn når avviket hittil er vesentlig.

    Hvorfor: den som har brukt mer enn budsjettert, og likevel venter balanse, må ha en grunn til
    det. Er det periodisering, er det grunn nok.
    Galt: SKO: {som_budsjett: true} når området har brukt 3 mill. mer enn budsjettert.
    Riktig: SKO: {som_budsjett: true, aarsak: periodisering}
    Kilde: brevet: «ærlig på avvik»; en prognose verken for optimistisk eller for pessimistisk
    """
    grense = grensen(register)
    for id_, post in register.maanedsord.items() if grense else ():
        maaned, _, enhet = id_.partition("/")
        for tall in omraadetallene(register, Okonomimaaned(maaned), [enhet]):
            if grense and ser_ikke_avviket(tall, grense):
                hittil = tall.avvik_hittil or NULL
                yield treff(
                    post.fil,
                    f"{tall.navn} har brukt {kroner(-hittil)} kr mer enn budsjettert, og venter å"
                    " gå i balanse",
                    "omraader",
                    tall.kode,
                    paa_nokkel=True,
                    forslag="skriv aarsak: periodisering, engang eller varig; eller en ny prognose",
                )


@regel("ST717", Alvor.ADVARSEL)
def prognosen_foelger_med(register: Register) -> Iterator[Treff]:
    """En prognose bør ikke stå stille i tre måneder mens avviket hittil vokser.

    Hvorfor: da har ingen sett på den.
    Galt: avvik: -500000 i mars, april og mai, mens avviket hittil går fra 400 000 til 1 500 000.
    Riktig: skriv den prognosen dere tror på nå.
    Kilde: brevet: en prognose verken for optimistisk eller for pessimistisk
    """
    grense = grensen(register)
    if grense is None:
        return
    per_enhet: dict[tuple[str, str], list[str]] = {}
    for id_ in register.maanedsord:
        maaned, _, enhet = id_.partition("/")
        if not maaned.endswith(AARET):
            per_enhet.setdefault((maaned[:4], enhet), []).append(maaned)
    for (_, enhet), maaneder in per_enhet.items():
        historien: dict[str, list[Omraadetall]] = {}
        for maaned in sorted(maaneder):
            for tall in omraadetallene(register, Okonomimaaned(maaned), [enhet]):
                rekke = historien.setdefault(tall.kode, [])
                rekke.append(tall)
                if staar_stille(rekke, grense):
                    yield treff(
                        register.maanedsord[f"{maaned}/{enhet}"].fil,
                        f"prognosen for {tall.navn} er den samme for tredje måned, og avviket"
                        " hittil har vokst hver gang",
                        "omraader",
                        tall.kode,
                        paa_nokkel=True,
                        forslag="skriv den prognosen dere tror på nå",
                    )


@regel("ST718")
def endringen_har_inndekning(register: Register) -> Iterator[Treff]:
    """Et forslag om å endre budsjettet skal si hvor pengene kommer fra.

    Hvorfor: en ramme som vokser, må tas fra et annet sted.
    Galt:
        SKO: {avvik: -900000, budsjettendring: 900000}
    Riktig:
        SKO: {avvik: -900000, budsjettendring: 900000, inndekning: Disposisjonsfondet}
    Kilde: brevet: «alltid inndekning»
    """
    for post in register.maanedsord.values():
        for kode, ord_ in (post.verdi.omraader or {}).items():
            if (
                ord_.budsjettendring is not None
                and ord_.budsjettendring > 0
                and not ord_.inndekning
            ):
                yield treff(
                    post.fil,
                    f"forslaget om {kroner(ord_.budsjettendring)} kr har ingen inndekning",
                    "omraader",
                    kode,
                    "budsjettendring",
                    forslag="skriv inndekning: hvor pengene tas fra",
                )


REGLER = (
    en_prognose,
    levert_maaned_er_fullstendig,
    vesentlig_merforbruk_har_tiltak,
    prognosen_ser_avviket,
    prognosen_foelger_med,
    endringen_har_inndekning,
)
