"""``styring brev laas``."""

from typing import Annotated

import typer

from styring.cli.felles.skriv_endring import Skrivevalg, gjennomfor, innholdet, last_alt
from styring.cli.felles.valg import JaValg, ProsjektValg, UtkastValg
from styring.fag.norsk import opplisting
from styring.feil import StyringFeil
from styring.modell.styringsbrev import Styringsbrev, Tillegg
from styring.redigering.poster import sett
from styring.redigering.skriving import Endring
from styring.register.laas import laas_av


def laas(
    aar: Annotated[
        int, typer.Argument(metavar="ÅR", min=2000, max=2099, help="Året brevet gjelder.")
    ],
    ja: JaValg = False,
    utkast: UtkastValg = False,
    prosjekt: ProsjektValg = None,
) -> int:
    """Lås brevet og tilleggene til det, slik de står nå.

    Et kort avtrykk av hvert oppdrag og mål skrives i brevets egen fil. «styring valider» sier fra
    om det som siden er endret, borte eller kommet til.

    Eksempel: styring brev laas 2023
    """
    valg = Skrivevalg(ja=ja, utkast=utkast)
    tre, innlesing = last_alt(prosjekt)
    register = innlesing.register
    brev = register.styringsbrev.get(aar)
    if brev is None:
        kjente = (
            f" Det finnes for {opplisting(map(str, register.styringsbrev))}."
            if register.styringsbrev
            else ""
        )
        raise StyringFeil(
            f"det er ikke lagt inn noe styringsbrev for {aar}.{kjente} Legg det i"
            f" data/styringsbrev/{aar}.yaml."
        )
    raa = innholdet(tre, innlesing, brev.fil)
    etter = raa
    for plass, tillegg in enumerate(brev.verdi.tillegg):
        if avtrykk := laas_av(register, aar, tillegg.nr):
            etter = sett(etter, ("tillegg", plass), {"laas": dict(avtrykk)}, Tillegg)
    if avtrykk := laas_av(register, aar):
        etter = sett(etter, (), {"laas": dict(avtrykk)}, Styringsbrev)
    return gjennomfor(tre, [Endring(brev.fil, raa, etter)], valg, f"Brevet for {aar} er låst")
