"""``styring rapport beredskap``."""

from typing import Annotated

import typer

from styring.cli.felles.fellesvalg import med_valg
from styring.cli.felles.verdier import dagen
from styring.cli.rapport import dokumentvei
from styring.cli.rapport.bestilling import Bestilling, valgt
from styring.cli.rapport.dokumentvei import Rapport
from styring.cli.rapport.rapportvalg import InterntValg
from styring.sporring.rapport.beredskapsrapport import beredskapsrapport


@med_valg(Bestilling, for_=(InterntValg, "intern"))
def kommando(
    bestilling: Bestilling,
    tilsyn: Annotated[
        bool, typer.Option("--tilsyn", help="Paragraf for paragraf, slik et tilsyn spør.")
    ] = False,
) -> int:
    """Beredskapen i tall, uten detaljer; eller det et tilsyn spør om (internt).

    Med --tilsyn: hva dataene svarer på hver paragraf i forskrift om kommunal beredskapsplikt, og
    hva de ikke har.

    Eksempel: styring rapport beredskap --tilsyn --ut tilsyn.pdf
    """
    lest = dokumentvei.les(bestilling)
    dag = lest.dag or dagen(None)
    svar = beredskapsrapport(lest.register, dag, tilsyn=tilsyn)
    ord_ = ("beredskap", *valgt("--tilsyn", tilsyn))
    return dokumentvei.lever(lest, Rapport("beredskap", svar, dag, ord_))
