"""``styring frister``."""

from typing import Annotated, get_args

import typer

from styring.cli.felles import innlasting
from styring.cli.felles.utskrift import skriv_svar
from styring.cli.felles.valg import (
    DatoValg,
    FormatValg,
    ForValg,
    PerValg,
    ProsjektValg,
    SektorValg,
    VedValg,
)
from styring.cli.felles.verdier import dagen_for, siste_dag, velg_eller_ingen
from styring.modell.arshjul import Kategori
from styring.sporring.arshjul.arshjul import Hjulfilter
from styring.sporring.arshjul.frister import frister
from styring.visning.arshjul import frister as visning

TYPER = ("administrativ", "politisk")


def kommando(
    innen: Annotated[
        str,
        typer.Option("--innen", metavar="TID", help="Hvor langt fram: 60d, 8u, 3m eller en dato."),
    ] = "60d",
    sektor: SektorValg = None,
    type_: Annotated[
        str | None,
        typer.Option(
            "--type", metavar="TYPE", help="Bare administrative eller politiske aktiviteter."
        ),
    ] = None,
    kategori: Annotated[
        str | None,
        typer.Option(
            "--kategori",
            metavar="KATEGORI",
            help="Bare aktiviteter i én kategori, for eksempel okonomi.",
        ),
    ] = None,
    dato: DatoValg = None,
    ved: VedValg = None,
    per: PerValg = None,
    format_: FormatValg = "tekst",
    for_: ForValg = None,
    prosjekt: ProsjektValg = None,
) -> int:
    """Hva forfaller framover?

    Aktiviteter i årshjulet, oppdrag, oppgaver, vedtak og hvert punkt i dem, tiltak, stegene i
    rapporteringen og det som er avtalt i styringsdialoger, i én liste, uke for uke. Det som er
    forfalt, står først.

    Eksempel: styring frister --innen 8u --sektor OUS
    """
    valg = Hjulfilter(
        type_=velg_eller_ingen(type_, TYPER, "--type"),
        kategori=velg_eller_ingen(kategori, get_args(Kategori), "--kategori"),
    )
    fra = dagen_for(dato, per)
    til = siste_dag(innen, fra)
    innlesing = innlasting.les(prosjekt, for_, ved, per, fra)
    svar = frister(innlesing.register, fra, til, sektor, valg if type_ or kategori else None)
    return skriv_svar("frister", svar, visning, innlesing.register, format_)
