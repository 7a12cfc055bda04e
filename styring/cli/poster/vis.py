"""``styring vis``."""

from typing import Annotated

import typer

from styring.cli.felles import innlasting
from styring.cli.felles.utskrift import skriv_svar
from styring.cli.felles.valg import (
    DatoValg,
    FormatValg,
    ForValg,
    PerValg,
    ProsjektValg,
    VedValg,
    fullfor_id,
)
from styring.cli.felles.verdier import dagen_for
from styring.sporring.poster.vis import vis
from styring.visning.poster import vis as visning


def kommando(
    id_: Annotated[
        list[str],
        typer.Argument(
            metavar="ID",
            help="OUS-01, KS 54/22, TF-1.2, a-melding, OUS eller 2024-T1.",
            autocompletion=fullfor_id,
        ),
    ],
    dato: DatoValg = None,
    ved: VedValg = None,
    per: PerValg = None,
    format_: FormatValg = "tekst",
    for_: ForValg = None,
    prosjekt: ProsjektValg = None,
) -> int:
    """Alt om et oppdrag, et vedtak, et mål, en aktivitet, en styringsdialog, en enhet, et skjema
    eller en periode.

    Viser tråden opp og ned, delegeringen og hvem som fortsatt svarer, hva som er meldt, og hvor
    posten står. En kort kode (OUS-01) er nyeste år. Et brev er 2023, et skjema 2024-T1/OUS, og
    kommunen selv er «kommune».

    Eksempel: styring vis OUS-01
    """
    dag = dagen_for(dato, per)
    innlesing = innlasting.les(prosjekt, for_, ved, per, dag)
    svar = vis(innlesing.register, " ".join(id_), dag)
    return skriv_svar("vis", svar, visning, innlesing.register, format_)
