"""``styring arshjul``."""

from dataclasses import replace
from typing import Annotated, get_args

import typer

from styring.cli.arshjul.frister import TYPER
from styring.cli.felles import innlasting
from styring.cli.felles.utskrift import skriv_svar
from styring.cli.felles.valg import (
    AarValg,
    DatoValg,
    FormatValg,
    ForValg,
    PerValg,
    ProsjektValg,
    SektorValg,
    VedValg,
)
from styring.cli.felles.verdier import dagen_for, velg_eller_ingen
from styring.modell.arshjul import Kategori
from styring.sporring.arshjul.arshjul import Hjulfilter, arshjul
from styring.sporring.felles.utvalg import enhetene
from styring.visning.arshjul import arshjul as visning

HJUL = ("overordnet", "detaljert")


def kommando(
    aar: AarValg = None,
    hjul: Annotated[
        str | None, typer.Option("--hjul", metavar="HJUL", help="overordnet eller detaljert.")
    ] = None,
    type_: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help="administrativ eller politisk.")
    ] = None,
    kategori: Annotated[
        str | None,
        typer.Option("--kategori", metavar="KATEGORI", help="Én kategori, for eksempel okonomi."),
    ] = None,
    sektor: SektorValg = None,
    dato: DatoValg = None,
    ved: VedValg = None,
    per: PerValg = None,
    format_: FormatValg = "tekst",
    for_: ForValg = None,
    prosjekt: ProsjektValg = None,
) -> int:
    """Årets aktiviteter, måned for måned.

    Det som ikke har oppgitt dag, står til slutt.

    Eksempel: styring arshjul --aar 2023 --hjul overordnet
    """
    valg = Hjulfilter(
        hjul=velg_eller_ingen(hjul, HJUL, "--hjul"),
        type_=velg_eller_ingen(type_, TYPER, "--type"),
        kategori=velg_eller_ingen(kategori, get_args(Kategori), "--kategori"),
    )
    dag = dagen_for(dato, per)
    innlesing = innlasting.les(prosjekt, for_, ved, per, dag)
    koder = enhetene(innlesing.register, sektor)
    svar = arshjul(innlesing.register, aar or dag.year, replace(valg, koder=koder))
    return skriv_svar("arshjul", svar, visning, innlesing.register, format_)
