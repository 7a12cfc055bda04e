"""``styring maal``."""

from types import SimpleNamespace
from typing import Annotated, Any

import typer

from styring.cli.felles import innlasting
from styring.cli.felles.utskrift import skriv_svar
from styring.cli.felles.valg import DatoValg, FormatValg, ForValg, PerValg, ProsjektValg, VedValg
from styring.cli.felles.verdier import dagen_for
from styring.sporring.maal.maal import maal
from styring.visning.maal import maal as visning


def kommando(
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
    dato: DatoValg = None,
    ved: VedValg = None,
    per: PerValg = None,
    format_: FormatValg = "tekst",
    for_: ForValg = None,
    prosjekt: ProsjektValg = None,
) -> int:
    """Målene: satsingsområder, hovedmål og delmål.

    Eksempel: styring maal TF --matrise
    """
    innlesing = innlasting.les(prosjekt, for_, ved, per, dagen_for(dato, per))
    svar = maal(innlesing.register, omraade)
    valgt: Any = (
        SimpleNamespace(side=visning.matrise, ark=visning.matrise_ark) if matrise else visning
    )
    return skriv_svar("maal", svar, valgt, innlesing.register, format_)
