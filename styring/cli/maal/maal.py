"""``styring maal``."""

from types import SimpleNamespace
from typing import Annotated, Any

import typer

from styring.cli.felles.fellesvalg import Lesevalg, med_valg
from styring.cli.felles.valg import SektorValg
from styring.feil import StyringFeil
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
    status: Annotated[
        bool, typer.Option("--status", help="Hva målingene sier: siste tall, måltall og utvikling.")
    ] = False,
    sektor: SektorValg = None,
) -> int:
    """Målene: satsingsområder, hovedmål og delmål.

    Eksempel: styring maal TF --status
    """
    if status:
        from styring.sporring.maal.maalstatus import maalstatus  # loaded where there are figures
        from styring.visning.maal import maalstatus as statusvisning

        svar_paa = maalstatus(valg.register, valg.dag, omraade, sektor)
        return valg.skriv("maalstatus", svar_paa, statusvisning)
    if sektor:
        raise StyringFeil("--sektor gjelder bare --status. Se hvem som svarer for hva: --matrise.")
    svar = maal(valg.register, omraade)
    valgt: Any = (
        SimpleNamespace(side=visning.matrise, ark=visning.matrise_ark) if matrise else visning
    )
    return valg.skriv("maal", svar, valgt)
