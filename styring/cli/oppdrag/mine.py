"""``styring mine``."""

from typing import Annotated

import typer

from styring.cli.felles.fellesvalg import Lesevalg, med_valg
from styring.sporring.oppdrag.mine import mine
from styring.visning.oppdrag import mine as visning


@med_valg(Lesevalg)
def kommando(
    valg: Lesevalg,
    hvem: Annotated[
        list[str],
        typer.Argument(metavar="HVEM", help="En enhet, eller en rolle som står i dataene."),
    ],
) -> int:
    """Alt som venter på én enhet eller én rolle.

    Oppdrag, oppgaver, tiltak, vedtak, avtaler, linjer i virksomhetsplanen, mangler og evalueringer
    i beredskapen og skjemaer, med fristen hver av dem har. Den som leder en enhet, har også det som
    er enhetens.

    Eksempel: styring mine SKO
    """
    return valg.skriv("mine", mine(valg.register, " ".join(hvem), valg.dag), visning)
