"""The options that every document has, as typer takes them."""

from pathlib import Path
from typing import Annotated

import typer

UtValg = Annotated[
    Path | None,
    typer.Option("--ut", "-o", metavar="FIL", help="Skriv til en fil; formatet følger endelsen."),
]


RapportformatValg = Annotated[
    str | None,
    typer.Option("--format", metavar="FORMAT", help="md, html, docx, pdf eller json. Ellers md."),
]


KontrollValg = Annotated[
    Path | None,
    typer.Option("--kontroll", metavar="FIL", help="Er filen det dataene gir? Skriver ingenting."),
]


RapportdatoValg = Annotated[
    str | None,
    typer.Option(
        "--dato",
        metavar="DATO",
        help="Dagen rapporten gjelder. Ellers i dag, eller dagen perioden ble godkjent.",
    ),
]


OffentligValg = Annotated[
    str,
    typer.Option(
        "--for", metavar="LESER", help="Hvem rapporten er for: offentlig, intern eller ledelse."
    ),
]


InterntValg = Annotated[
    str,
    typer.Option(
        "--for", metavar="LESER", help="Hvem siden er for. Ellers intern; offentlig åpner den."
    ),
]


LedelseValg = Annotated[
    str,
    typer.Option(
        "--for",
        metavar="LESER",
        help="Hvem rapporten er for. Ellers ledelse: den er et internt møtepapir.",
    ),
]
