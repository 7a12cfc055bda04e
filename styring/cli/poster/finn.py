"""``styring finn``."""

from typing import Annotated

import typer

from styring.cli.felles.fellesvalg import Lesevalg, med_valg
from styring.sporring.poster.finn import finn
from styring.visning.poster import finn as visning


@med_valg(Lesevalg)
def kommando(
    valg: Lesevalg,
    tekst: Annotated[
        list[str],
        typer.Argument(
            metavar="TEKST", help="Ordene det letes etter. Alle må finnes i samme post."
        ),
    ],
) -> int:
    """Let etter ord i alt.

    Æ, ø, å og store bokstaver spiller ingen rolle: «okonomi» finner «Økonomi».

    Eksempel: styring finn frivillig
    """
    return valg.skriv("finn", finn(valg.register, " ".join(tekst)), visning)
