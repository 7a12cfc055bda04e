"""``styring vis``."""

from typing import Annotated

import typer

from styring.cli.felles.fellesvalg import Lesevalg, med_valg
from styring.cli.felles.valg import fullfor_id
from styring.sporring.poster.vis import vis
from styring.visning.poster import vis as visning


@med_valg(Lesevalg)
def kommando(
    valg: Lesevalg,
    id_: Annotated[
        list[str],
        typer.Argument(
            metavar="ID",
            help="OUS-01, KS 54/22, TF-1.2, a-melding, OUS eller 2024-T1.",
            autocompletion=fullfor_id,
        ),
    ],
) -> int:
    """Alt om et oppdrag, et vedtak, et mål, en aktivitet, en styringsdialog, en enhet, et skjema
    eller en periode.

    Viser tråden opp og ned, delegeringen og hvem som fortsatt svarer, hva som er meldt, og hvor
    posten står. En kort kode (OUS-01) er nyeste år. Et brev er 2023, et skjema 2024-T1/OUS, og
    kommunen selv er «kommune».

    Eksempel: styring vis OUS-01
    """
    return valg.skriv("vis", vis(valg.register, " ".join(id_), valg.dag), visning)
