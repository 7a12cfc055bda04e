"""``styring rapport arsrapport``."""

from datetime import date
from typing import Annotated

import typer

from styring.cli.felles.fellesvalg import med_valg
from styring.cli.felles.valg import AarValg
from styring.cli.felles.verdier import dagen
from styring.cli.rapport import dokumentvei
from styring.cli.rapport.bestilling import Bestilling, valgt
from styring.cli.rapport.dokumentvei import Rapport, Rapportdata
from styring.cli.rapport.godkjent_rapport import rapportens_register
from styring.cli.rapport.rapportvalg import RapportdatoValg
from styring.sporring.felles.utvalg import nyeste_aar
from styring.sporring.rapport.arsrapport import arsrapport, siste_periode
from styring.sporring.rapport.rapportdag import rapportdag


@med_valg(Bestilling, dato=(RapportdatoValg, None))
def kommando(
    bestilling: Bestilling,
    aar: AarValg = None,
    arsberetning: Annotated[
        bool,
        typer.Option(
            "--arsberetning",
            help="Ta med en tabell over hvor det loven krever av årsberetningen, er besvart.",
        ),
    ] = False,
) -> int:
    """Måloppnåelse, oppdrag og vedtak gjennom et år, periode for periode.

    Uten --dato gjelder den dagen årets siste periode ble godkjent.

    Eksempel: styring rapport arsrapport --aar 2023 --ut arsrapport.docx
    """
    lest = dokumentvei.les(bestilling)
    i_dag = lest.dag or dagen(None)
    valgt_aar = aar or nyeste_aar(lest.register, i_dag) or i_dag.year
    dag = lest.dag or rapportdag(lest.register, siste_periode(lest.register, valgt_aar), i_dag)
    return dokumentvei.lever(lest, rapporten(lest, valgt_aar, dag, arsberetning=arsberetning))


def rapporten(lest: Rapportdata, aar: int, dag: date, *, arsberetning: bool = False) -> Rapport:
    """The report of a year on a day. Raises StyringFeil."""
    siste = siste_periode(lest.register, aar)
    register = rapportens_register(lest, siste, dag)
    svar = arsrapport(register, aar, dag, arsberetning=arsberetning)
    argumenter = ("arsrapport", "--aar", str(aar), *valgt("--arsberetning", arsberetning))
    utkast = svar.godkjent is None
    return Rapport("arsrapport", svar, dag, argumenter, utkast, register, siste.id)
