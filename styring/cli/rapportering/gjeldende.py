"""``styring tertial gjeldende``."""

from typing import Annotated

import typer

from styring.cli.felles.fellesvalg import Lesevalg, med_valg
from styring.sporring.rapportering.gjeldende import gjeldende
from styring.visning.rapportering import gjeldende as visning


@med_valg(Lesevalg)
def kommando(
    valg: Lesevalg,
    periode: Annotated[
        str | None,
        typer.Argument(metavar="PERIODE", help="Bare denne perioden, for eksempel 2024-T2."),
    ] = None,
) -> int:
    """Hvilken periode er åpen, og hvilken er sist sendt ut?

    Én linje for hver: id, «apen» eller «ute», og navnet. Kodelageret bruker det til å finne hva
    som skal lages.

    Eksempel: styring tertial gjeldende
    """
    return valg.skriv("gjeldende", gjeldende(valg.register, valg.dag, periode or None), visning)
