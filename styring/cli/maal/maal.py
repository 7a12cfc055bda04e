"""``styring maal``."""

from types import SimpleNamespace
from typing import Annotated, Any

import typer

from styring.cli.felles.fellesvalg import Lesevalg, med_valg
from styring.sporring.maal.maal import maal
from styring.visning.maal import maal as visning


@med_valg(Lesevalg)
def kommando(
    valg: Lesevalg,
    omraade: Annotated[
        str | None,
        typer.Argument(metavar="OMRÅDE", help="Bare ett satsingsområde, med kode eller navn."),
    ] = None,
    matrise: Annotated[
        bool,
        typer.Option(
            "--matrise", help="Vis hvem som har ansvar for hva: delmål nedover, enheter bortover."
        ),
    ] = False,
) -> int:
    """Målene: satsingsområder, hovedmål og delmål.

    Eksempel: styring maal TF --matrise
    """
    svar = maal(valg.register, omraade)
    valgt: Any = (
        SimpleNamespace(side=visning.matrise, ark=visning.matrise_ark) if matrise else visning
    )
    return valg.skriv("maal", svar, valgt)
