"""The options that several commands share, as typer takes them.

How their values are read is in ``verdier``.
"""

from pathlib import Path
from typing import Annotated

import typer

from styring.cli.felles.verdier import FORMATER


def fullfor_enhet(incomplete: str) -> list[tuple[str, str]]:
    """Offer the units that begin so, with their names."""
    from styring.cli.felles.tab_forslag import enheter

    return enheter(incomplete)


def fullfor_id(incomplete: str) -> list[tuple[str, str]]:
    """Offer the ids that begin so, with their titles."""
    from styring.cli.felles.tab_forslag import id_er

    return id_er(incomplete)


def _fullfor_format(incomplete: str) -> list[str]:
    return [format_ for format_ in FORMATER if format_.startswith(incomplete)]


SektorValg = Annotated[
    str | None,
    typer.Option(
        "--sektor",
        metavar="KODE",
        help="Bare én enhet og det som ligger under den.",
        autocompletion=fullfor_enhet,
    ),
]
EnSektorValg = Annotated[
    str,
    typer.Option(
        "--sektor", metavar="KODE", help="Enheten det gjelder.", autocompletion=fullfor_enhet
    ),
]
AarValg = Annotated[
    int | None,
    typer.Option("--aar", "--år", min=2000, max=2100, metavar="ÅR", help="Hvilket år det gjelder."),
]
DatoValg = Annotated[
    str | None,
    typer.Option(
        "--dato", metavar="DATO", help="Hvilken dag det er, for eksempel 2023-09-04. Ellers i dag."
    ),
]
VedValg = Annotated[
    str | None,
    typer.Option(
        "--ved",
        metavar="REF",
        help="Dataene slik de var i en commit, et merke eller en gren i git.",
    ),
]
PerValg = Annotated[
    str | None,
    typer.Option(
        "--per",
        metavar="DATO",
        help="Det som var kjent den dagen: dataene slik de var da, sett den dagen.",
    ),
]
FormatValg = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="tekst, json, csv eller md.",
        autocompletion=_fullfor_format,
    ),
]
ForValg = Annotated[
    str | None,
    typer.Option(
        "--for",
        metavar="LESER",
        help="Hvem svaret er for: offentlig, intern eller ledelse. Ellers ledelse.",
    ),
]
ProsjektValg = Annotated[
    Path | None,
    typer.Option(
        "--prosjekt",
        metavar="MAPPE",
        help="Mappen med kommunens data. Ellers letes det oppover herfra.",
    ),
]

IdArgument = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help="OUS-01, 2023-OUS-01, 2022-KS-054/2 eller «KS 54/22».",
        autocompletion=fullfor_id,
    ),
]
PeriodeArgument = Annotated[
    str, typer.Argument(metavar="PERIODE", help="Perioden, for eksempel 2023-T1.")
]
JaValg = Annotated[bool, typer.Option("--ja", help="Skriv uten å spørre.")]
UtkastValg = Annotated[
    bool, typer.Option("--utkast", help="Vis hva som ville blitt skrevet. Skriver aldri.")
]
