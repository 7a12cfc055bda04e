"""``styring rapport tertial``."""

from datetime import date
from typing import Annotated

import typer

from styring.cli.felles.fellesvalg import med_valg
from styring.cli.felles.valg import PeriodeArgument, SektorValg
from styring.cli.felles.verdier import dagen
from styring.cli.rapport import dokumentvei
from styring.cli.rapport.bestilling import Bestilling, valgt
from styring.cli.rapport.dokumentvei import Rapport, Rapportdata
from styring.cli.rapport.godkjent_rapport import rapportens_register
from styring.cli.rapport.rapportvalg import RapportdatoValg
from styring.fag.periode import Periode
from styring.feil import StyringFeil
from styring.sporring.felles.utvalg import finn_periode
from styring.sporring.rapport.rapportdag import rapportdag
from styring.sporring.rapport.tertial import tertial
from styring.sporring.rapport.tertialvar import Utsnitt


@med_valg(Bestilling, dato=(RapportdatoValg, None))
def kommando(
    bestilling: Bestilling,
    periode: PeriodeArgument,
    sektor: SektorValg = None,
    bare_avvik: Annotated[
        bool,
        typer.Option(
            "--bare-avvik", help="Omtal bare det som ikke er i rute. Resten telles og nevnes."
        ),
    ] = False,
    kort: Annotated[
        bool,
        typer.Option(
            "--kort", help="Bare tallene og det viktigste, for eksempel til et sammendrag."
        ),
    ] = False,
) -> int:
    """Status for oppdrag og politiske vedtak i en periode.

    Til kommunestyret. Den offentlige rapporten lages bare av det som er godkjent; ellers er den et
    utkast, og sier det på hver side. Uten --dato gjelder den dagen perioden ble godkjent.

    Eksempel: styring rapport tertial 2023-T1 --ut tertial.docx
    """
    if bare_avvik and kort:
        raise StyringFeil("--bare-avvik og --kort kan ikke brukes sammen. Velg én av dem.")
    lest = dokumentvei.les(bestilling)
    valgt_periode = finn_periode(lest.register, periode)
    dag = lest.dag or rapportdag(lest.register, valgt_periode, dagen(None))
    utsnitt: Utsnitt = "avvik" if bare_avvik else "kort" if kort else "alt"
    return dokumentvei.lever(lest, rapporten(lest, valgt_periode, dag, sektor, utsnitt))


def rapporten(
    lest: Rapportdata,
    periode: Periode,
    dag: date,
    sektor: str | None = None,
    utsnitt: Utsnitt = "alt",
) -> Rapport:
    """The report of a period on a day. Raises StyringFeil."""
    register = rapportens_register(lest, periode, dag)
    svar = tertial(register, periode, dag, sektor, utsnitt)
    argumenter = (
        "tertial",
        periode.id,
        *valgt("--sektor", svar.enhet),
        *valgt("--bare-avvik", utsnitt == "avvik"),
        *valgt("--kort", utsnitt == "kort"),
    )
    utkast = svar.godkjent is None
    return Rapport("tertial", svar, dag, argumenter, utkast, register, periode.id)
