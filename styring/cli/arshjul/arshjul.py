"""``styring arshjul``."""

from dataclasses import replace
from typing import Annotated, get_args

import typer

from styring.cli.arshjul.frister import TYPER
from styring.cli.felles.fellesvalg import Lesevalg, med_valg
from styring.cli.felles.valg import AarValg, SektorValg
from styring.cli.felles.verdier import velg_eller_ingen
from styring.modell.arshjul import Kategori
from styring.sporring.arshjul.arshjul import Hjulfilter, arshjul
from styring.sporring.felles.utvalg import enhetene
from styring.visning.arshjul import arshjul as visning

HJUL = ("overordnet", "detaljert")


@med_valg(Lesevalg)
def kommando(
    valg: Lesevalg,
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
) -> int:
    """Årets aktiviteter, måned for måned.

    Det som ikke har oppgitt dag, står til slutt.

    Eksempel: styring arshjul --aar 2023 --hjul overordnet
    """
    hjulfilter = Hjulfilter(
        hjul=velg_eller_ingen(hjul, HJUL, "--hjul"),
        type_=velg_eller_ingen(type_, TYPER, "--type"),
        kategori=velg_eller_ingen(kategori, get_args(Kategori), "--kategori"),
    )
    koder = enhetene(valg.register, sektor)
    svar = arshjul(valg.register, aar or valg.dag.year, replace(hjulfilter, koder=koder))
    return valg.skriv("arshjul", svar, visning)
