"""The one way of every ledger that comes in: read by its map, row by row, or refused whole."""

from pathlib import Path
from typing import Annotated

import typer

from styring.fag.hovedbok import Hovedbokskart, Hovedboksvar
from styring.prosjekt.filer import les_fil

HovedbokArgument = Annotated[
    Path, typer.Argument(metavar="FIL", help="Uttrekket fra hovedboken, som xlsx, csv eller tsv.")
]
HovedbokskartValg = Annotated[
    Path,
    typer.Option(
        "--kart", metavar="FIL", help="Hvilken kolonne som er hva, og hvor kodene hører hjemme."
    ),
]


def les_hovedbok(fil: Path, kart: Path) -> tuple[Hovedboksvar, Hovedbokskart]:
    """Read a ledger by its map. Raises StyringFeil."""
    from styring.lesing.hovedbokskart import les_hovedbokskart  # only where a ledger is read
    from styring.lesing.liste import les_liste
    from styring.lesing.listeark import HOVEDBOK
    from styring.sporring.okonomi.hovedbok import plasser

    lest = les_hovedbokskart(kart.name, les_fil(kart))
    liste = les_liste(
        fil.name,
        les_fil(fil),
        tuple(dict.fromkeys(lest.kolonner.values())),
        lest.ikke_les,
        HOVEDBOK,
    )
    return plasser(liste, lest), lest
