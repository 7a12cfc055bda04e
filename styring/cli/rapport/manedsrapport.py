"""``styring rapport manedsrapport``."""

from typing import Annotated

import typer

from styring.cli.felles.fellesvalg import med_valg
from styring.cli.felles.verdier import dagen
from styring.cli.okonomi.maanedsverdi import les_maaned
from styring.cli.rapport import dokumentvei
from styring.cli.rapport.bestilling import Bestilling
from styring.cli.rapport.dokumentvei import Rapport
from styring.cli.rapport.rapportvalg import InterntValg
from styring.sporring.rapport.manedsrapport import manedsrapport


@med_valg(Bestilling, for_=(InterntValg, "intern"))
def kommando(
    bestilling: Bestilling,
    maaned: Annotated[
        str | None,
        typer.Argument(
            metavar="MÅNED", help="Måneden, for eksempel 2024-03. Ellers den siste som er lest inn."
        ),
    ] = None,
) -> int:
    """Månedsrapporten til kommunedirektøren: én side om det hele, og én om hver enhet (internt).

    Eksempel: styring rapport manedsrapport 2024-03 --ut mars.docx
    """
    lest = dokumentvei.les(bestilling)
    dag = lest.dag or dagen(None)
    svar = manedsrapport(lest.register, dag, les_maaned(maaned) if maaned else None)
    ord_ = ("manedsrapport", *([svar.maaned] if svar.maaned else []))
    return dokumentvei.lever(lest, Rapport("manedsrapport", svar, dag, ord_))
