"""``styring importer maalinger``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from styring.cli.felles.skriv_endring import Skrivevalg, gjennomfor, innholdet, last
from styring.cli.felles.utskrift import skriv_side
from styring.cli.felles.valg import DatoValg, JaValg, ProsjektValg, UtkastValg
from styring.cli.felles.verdier import dagen
from styring.modell.indikator import Maalinger
from styring.prosjekt.filer import les_fil
from styring.prosjekt.tre import Arbeidstre
from styring.redigering.gjengi import Verdi
from styring.redigering.noder import Sti
from styring.redigering.poster import legg_til_alle, ny_fil, sett_alle
from styring.redigering.skriving import Endring
from styring.register.register import Register
from styring.sporring.maal.fra_statistikk import Statistikklesing
from styring.sporring.maal.maalingsbidrag import Aarsbidrag, maalingsbidrag
from styring.visning.maal import maalingsimport as visning

if TYPE_CHECKING:
    from styring.lesing.innlesing import Innlesing


def kommando(
    fil: Annotated[
        Path, typer.Argument(metavar="FIL", help="En tabell fra SSB (json-stat2), eller en liste.")
    ],
    kart: Annotated[
        Path,
        typer.Option("--kart", metavar="FIL", help="Hvilke tall som hører til hvilken indikator."),
    ],
    dato: DatoValg = None,
    ja: JaValg = False,
    utkast: UtkastValg = False,
    prosjekt: ProsjektValg = None,
) -> int:
    """Legg inn målinger fra en tabell i json-stat2, eller fra en liste i xlsx, csv eller tsv.

    Hvert tall får med seg tabellen og dagen det ble lest. Det samme tallet en gang til endrer
    ingenting. styring henter ikke noe fra nettet selv: last ned filen først.

    Eksempel: styring importer maalinger 12362.json --kart kart.yaml
    """
    valg, dag = Skrivevalg(ja=ja, utkast=utkast), dagen(dato)
    tre, innlesing = last(prosjekt)
    lesing = _les(innlesing.register, fil, kart)
    bidrag = maalingsbidrag(innlesing.register, lesing.maalinger, dag)
    feil = [*lesing.feil, *bidrag.feil]
    skriv_side(visning.side(f"Målinger fra {fil.name}", bidrag, feil, lesing.merknader))
    if feil:
        return 1
    endringer = [
        _endringen(tre, innlesing, aar, ett)
        for aar, ett in bidrag.aarene.items()
        if ett.nye or ett.endrede
    ]
    kode = gjennomfor(tre, endringer, valg, "Målingene er lest inn")
    return 1 if lesing.merknader else kode


def _les(register: Register, fil: Path, kart: Path) -> Statistikklesing:
    from styring.lesing.maalingskart import les_listekart, les_statistikkart

    raa, kartet = les_fil(fil), les_fil(kart)
    if fil.suffix.casefold() == ".json" or raa.lstrip()[:1] == b"{":
        from styring.lesing.jsonstat import les_jsonstat
        from styring.sporring.maal.fra_statistikk import les_statistikken

        lest = les_statistikkart(kart.name, kartet)
        return les_statistikken(register, les_jsonstat(fil.name, raa), lest)
    from styring.lesing.liste import les_liste
    from styring.lesing.rettelse import celledag
    from styring.sporring.maal.fra_liste import les_maalingslisten

    listekart = les_listekart(kart.name, kartet)
    liste = les_liste(fil.name, raa, tuple(listekart.kolonner.values()), listekart.ikke_les)
    kolonne = listekart.kolonner["maalt"]
    dager = {rad.nr: celledag(rad.celler.get(kolonne)) for rad in liste.rader}
    return les_maalingslisten(liste, listekart, dager)


def _endringen(tre: Arbeidstre, innlesing: "Innlesing", aar: int, bidrag: Aarsbidrag) -> Endring:
    fil = f"data/maalinger/{aar}.yaml"
    nye = cast("list[dict[str, Verdi]]", bidrag.nye)
    if fil not in tre.filer():
        return Endring(fil, None, ny_fil({"maalinger": cast("Verdi", nye)}).encode())
    raa = innholdet(tre, innlesing, fil)
    endrede: list[tuple[Sti, dict[str, Verdi]]] = [
        (("maalinger", nr), cast("dict[str, Verdi]", felter))
        for nr, felter in bidrag.endrede.items()
    ]
    etter = sett_alle(raa, endrede, Maalinger) if endrede else raa
    if nye:
        etter = legg_til_alle(etter, ("maalinger",), nye, Maalinger)
    return Endring(fil, raa, etter)
