"""``styring finn``."""

from typing import Annotated

import typer

from styring.cli.felles import innlasting
from styring.cli.felles.utskrift import skriv_svar
from styring.cli.felles.valg import DatoValg, FormatValg, ForValg, PerValg, ProsjektValg, VedValg
from styring.cli.felles.verdier import dagen_for
from styring.sporring.poster.finn import finn
from styring.visning.poster import finn as visning


def kommando(
    tekst: Annotated[
        list[str],
        typer.Argument(
            metavar="TEKST", help="Ordene det letes etter. Alle må finnes i samme post."
        ),
    ],
    dato: DatoValg = None,
    ved: VedValg = None,
    per: PerValg = None,
    format_: FormatValg = "tekst",
    for_: ForValg = None,
    prosjekt: ProsjektValg = None,
) -> int:
    """Let etter ord i alt.

    Æ, ø, å og store bokstaver spiller ingen rolle: «okonomi» finner «Økonomi».

    Eksempel: styring finn frivillig
    """
    innlesing = innlasting.les(prosjekt, for_, ved, per, dagen_for(dato, per))
    svar = finn(innlesing.register, " ".join(tekst))
    return skriv_svar("finn", svar, visning, innlesing.register, format_)
