"""``styring oppsett json-skjema``."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from styring.cli.felles.filskriving import skriv_fil
from styring.cli.felles.utskrift import skriv
from styring.cli.felles.verdier import velg
from styring.prosjekt.filer import finnes, les_fil
from styring.visning.felles.som_json import skriv as skriv_json
from styring.visning.kontroll.funn.skjema import FUNNSKJEMA


def kommando(
    navn: Annotated[
        str | None,
        typer.Argument(
            metavar="NAVN", help="Ett skjema, for eksempel oppdrag. Uten: navnene på alle."
        ),
    ] = None,
    ut: Annotated[
        Path | None,
        typer.Option("--ut", metavar="MAPPE", help="Skriv alle skjemaene til en mappe."),
    ] = None,
    kontroll: Annotated[
        Path | None,
        typer.Option(
            "--kontroll",
            metavar="MAPPE",
            help="Si fra hvis skjemaene i en mappe er gamle. Skriver ingenting.",
        ),
    ] = None,
) -> int:
    """JSON Schema for datafilene og for funnene, til editorer og andre programmer.

    Eksempel: styring oppsett json-skjema --ut skjema
    """
    from styring.lesing.jsonskjema import jsonskjemaer  # imports all of pydantic

    skjemaer = {
        fil: skriv_json(skjema)
        for fil, skjema in {**jsonskjemaer(), "funn.json": FUNNSKJEMA}.items()
    }
    if kontroll is not None:
        return _kontroller(skjemaer, kontroll)
    if ut is not None:
        for fil, tekst in skjemaer.items():
            skriv_fil(ut / fil, tekst)
    elif navn is not None:
        skriv(
            skjemaer[
                velg(
                    navn.removesuffix(".json"),
                    [fil.removesuffix(".json") for fil in skjemaer],
                    "NAVN",
                )
                + ".json"
            ]
        )
    else:
        skriv("".join(f"{fil.removesuffix('.json')}\n" for fil in skjemaer))
    return 0


def _kontroller(skjemaer: dict[str, str], mappe: Path) -> int:
    gamle = [
        fil
        for fil, tekst in skjemaer.items()
        if not finnes(mappe / fil) or les_fil(mappe / fil) != tekst.encode()
    ]
    for fil in gamle:
        sys.stderr.write(
            f"{mappe / fil} er ikke som styring ville laget den. Lag den på nytt: styring oppsett"
            f" json-skjema --ut {mappe}\n"
        )
    return 1 if gamle else 0
