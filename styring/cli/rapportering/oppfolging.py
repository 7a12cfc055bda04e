"""``styring tilstand``."""

from typing import Annotated

import typer

from styring.cli.felles.fellesvalg import Lesevalg, med_valg
from styring.cli.felles.valg import AarValg, SektorValg, fullfor_enhet
from styring.cli.felles.verdier import ett_av_to
from styring.sporring.rapportering.oppfolging import oppfolging
from styring.visning.rapportering import oppfolging as visning


@med_valg(Lesevalg)
def kommando(
    valg: Lesevalg,
    enhet: Annotated[
        str | None,
        typer.Argument(
            metavar="ENHET", help="Det samme som --sektor.", autocompletion=fullfor_enhet
        ),
    ] = None,
    sektor: SektorValg = None,
    aar: AarValg = None,
) -> int:
    """Slik er oppfølgingen: har oppdragene frist, mål og eier, og kommer rapportene i tide?

    For hver enhet: andelen åpne oppdrag med frist, med delmål og med noen under direktøren som
    bærer dem, hva ingen har meldt om, og hvor gammelt det eldste ordet er. Det brevet selv tier
    om, telles ikke.

    Eksempel: styring tilstand --sektor OUS
    """
    sektor = ett_av_to(enhet, sektor, "--sektor")
    svar = oppfolging(valg.register, valg.dag, sektor, aar)
    return valg.skriv("tilstand", svar, visning)
