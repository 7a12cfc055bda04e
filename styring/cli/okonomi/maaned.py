"""``styring maaned start|importer|purring|lever``."""

import sys
from pathlib import Path
from typing import Annotated, cast

import typer

from styring.cli.felles.skriv_endring import Skrivevalg, gjennomfor, innholdet, last_alt
from styring.cli.felles.utskrift import skriv_side
from styring.cli.felles.valg import DatoValg, JaValg, ProsjektValg, UtkastValg
from styring.cli.felles.verdier import dagen
from styring.cli.okonomi.maanedsverdi import les_maaned
from styring.fag.kalender import kortdato
from styring.fag.norsk import antall
from styring.feil import StyringFeil
from styring.modell.okonomi import Maanedsord
from styring.prosjekt.filer import filer_i, finnes, les_fil
from styring.redigering.gjengi import Verdi
from styring.redigering.maanedsfil import nytt_maanedsord
from styring.redigering.poster import sett
from styring.redigering.skriving import Endring
from styring.register.dekket import i_maalformen, paa_nynorsk
from styring.sporring.felles.utvalg import finn_enhet
from styring.sporring.okonomi.maanedsdobler import uten_dobler
from styring.sporring.okonomi.maanedsskjema import Maanedsskjema, maanedsmangler, maanedsskjemaene
from styring.visning.felles.maalform import maalformen
from styring.visning.okonomi import maaned as visning

MaanedArgument = Annotated[
    str, typer.Argument(metavar="MÅNED", help="Måneden det gjelder, for eksempel 2024-03.")
]


def start(
    maaned: MaanedArgument,
    xlsx: Annotated[
        Path | None,
        typer.Option("--xlsx", metavar="MAPPE", help="Lag et Excel-ark for hver enhet i mappen."),
    ] = None,
    overskriv: Annotated[
        bool, typer.Option("--overskriv", help="Bytt ut Excel-ark som ligger der fra før.")
    ] = False,
    ja: JaValg = False,
    utkast: UtkastValg = False,
    prosjekt: ProsjektValg = None,
) -> int:
    """Lag en fil for hver enhet som svarer for et budsjettområde.

    Regnskapet for måneden må være lest inn. Det som er fylt ut, røres ikke.

    Eksempel: styring maaned start 2024-03 --xlsx mars
    """
    valg = Skrivevalg(ja=ja, utkast=utkast)
    valgt = les_maaned(maaned)
    tre, innlesing = last_alt(prosjekt)
    register, nynorsk = innlesing.register, paa_nynorsk(innlesing.register)
    skjemaer = maanedsskjemaene(register, valgt)
    skilte = maanedsskjemaene(i_maalformen(register), valgt) if xlsx else skjemaer
    boker = {xlsx / f"{valgt.id}-{ett.enhet}.xlsx": ett for ett in skilte} if xlsx else {}
    if boker:
        from styring.visning.rapportering.skjemabok import krev_skriver  # where Excel is asked for

        krev_skriver()
        if opptatt := next((sti for sti in boker if finnes(sti) and not overskriv), None):
            raise StyringFeil(
                f"«{opptatt}» finnes fra før, og kan være fylt ut. Les det inn og flytt det først,"
                " eller bytt det ut med --overskriv."
            )
    endringer = [
        Endring(_fil(ett), None, _tekst(ett).encode(), antall(len(ett.rader), "område"))
        for ett in skjemaer
        if not ett.finnes
    ]
    rutine = register.rutine
    if rutine and rutine.okonomi and valgt.nr not in rutine.okonomi.maaneder:
        sys.stderr.write(
            f"styring: rutinen i data/kommune.yaml har ikke {valgt.navn} blant månedene det meldes"
            " for.\n"
        )
    kode = gjennomfor(tre, endringer, valg, f"Filene for {valgt.navn} er klare")
    if kode == 0 and not utkast:
        _lag_boker(boker, paa_nynorsk=nynorsk)
    return kode


def _tekst(skjema: Maanedsskjema) -> str:
    alle = (rad.tall for rad in skjema.rader)
    return nytt_maanedsord(skjema.navn, skjema.maaned, skjema.frist, alle)


def _fil(skjema: Maanedsskjema) -> str:
    return f"data/okonomi/{skjema.maaned.id}/{skjema.enhet}.yaml"


def _lag_boker(boker: dict[Path, Maanedsskjema], *, paa_nynorsk: bool) -> None:
    if not boker:
        return
    from styring.cli.felles.filskriving import skriv_bytes  # only where Excel is asked for
    from styring.visning.okonomi import maanedsbok

    for sti, skjema in boker.items():
        skriv_bytes(sti, maanedsbok.lag(skjema, paa_nynorsk=paa_nynorsk))
    skriv_side(visning.laget([sti.name for sti in boker], str(next(iter(boker)).parent)))


def importer(
    filer: Annotated[
        list[Path], typer.Argument(metavar="FIL", help="Utfylte Excel-ark, eller mapper med dem.")
    ],
    dato: DatoValg = None,
    ja: JaValg = False,
    utkast: UtkastValg = False,
    prosjekt: ProsjektValg = None,
) -> int:
    """Les utfylte månedsark inn.

    Viser hva som endres, og skriver når du svarer ja. Celler som ikke kan leses, nevnes, og blir
    ikke med. En celle som er tømt, blir tømt her også. Nye tiltak får en id.

    Eksempel: styring maaned importer mars
    """
    from styring.cli.okonomi.maanedslesning import Maanedslesning  # only where Excel is read
    from styring.lesing.maanedsbok import les_maanedsbok

    valg = Skrivevalg(ja=ja, utkast=utkast)
    boker, andre = filer_i(filer, ".xlsx")
    tre, innlesing = last_alt(prosjekt)
    leste = [les_maanedsbok(sti.name, les_fil(sti)) for sti in boker]
    lesning = Maanedslesning(tre, innlesing, dagen(dato))
    for bok in uten_dobler(leste):
        lesning.les(bok)
    skriv_side(visning.lest(lesning.svar, lesning.avviste, [sti.name for sti in andre]))
    endringer, kode = lesning.endringer(), 0
    if endringer or not lesning.avviste:
        kode = gjennomfor(tre, endringer, valg, "Svarene er lest inn")
    ikke_alt = lesning.avviste or any(feil or bok.ulest for bok, feil in lesning.svar)
    return 1 if ikke_alt else kode


def purring(maaned: MaanedArgument, dato: DatoValg = None, prosjekt: ProsjektValg = None) -> int:
    """Hvem har ikke levert, og hva mangler?

    Eksempel: styring maaned purring 2024-03
    """
    valgt, dag = les_maaned(maaned), dagen(dato)
    _, innlesing = last_alt(prosjekt)
    register, nynorsk = innlesing.register, paa_nynorsk(innlesing.register)
    mangler = maanedsmangler(i_maalformen(register), valgt)
    skriv_side(visning.purring(valgt, mangler, dag, maalformen(paa_nynorsk=nynorsk)))
    return 1 if mangler else 0


def lever(
    maaned: MaanedArgument,
    enhet: Annotated[str, typer.Argument(metavar="ENHET", help="Enheten som leverer.")],
    dato: DatoValg = None,
    ja: JaValg = False,
    utkast: UtkastValg = False,
    prosjekt: ProsjektValg = None,
) -> int:
    """En enhet leverer måneden. Hvert område må ha en prognose, og vesentlig merforbruk tiltak.

    Eksempel: styring maaned lever 2024-03 OUS
    """
    valg = Skrivevalg(ja=ja, utkast=utkast)
    valgt = les_maaned(maaned)
    tre, innlesing = last_alt(prosjekt)
    register = innlesing.register
    kode = finn_enhet(register, enhet)
    post = register.maanedsord.get(f"{valgt.id}/{kode}")
    if post is None:
        raise StyringFeil(
            f"{kode} har ikke noe for {valgt.navn}. Begynn med «styring maaned start {valgt.id}»."
        )
    if post.verdi.levert:
        raise StyringFeil(
            f"«{kode}» leverte allerede {kortdato(post.verdi.levert)}. Skal noe rettes, tømmes"
            f" «levert» i {post.fil}."
        )
    mangler = [
        ett for ett in maanedsmangler(register, valgt, dagen(dato)) if ett.skjema.enhet == kode
    ]
    if mangler and (mangler[0].uten_ord or mangler[0].uten_tiltak):
        skriv_side(visning.kan_ikke_levere(mangler[0]))
        return 1
    raa = innholdet(tre, innlesing, post.fil)
    felter = cast("dict[str, Verdi]", {"levert": dagen(dato)})
    endring = Endring(post.fil, raa, sett(raa, (), felter, Maanedsord))
    return gjennomfor(tre, [endring], valg, f"{register.enhetsnavn(kode)} har levert {valgt.navn}")
