"""What the tables are, for machines and people: a Data Package, made of the model."""

from typing import Any

from styring.sporring.eksport.eksport import Eksportsvar
from styring.sporring.eksport.tabell import Eksportkolonne, Eksporttabell

SKJEMAVERSJON = "1.1.0"
"""The first number grows when a column goes or means something else, the second when one comes."""
_TYPER = {
    "tekst": "string",
    "dato": "date",
    "heltall": "integer",
    "desimaltall": "number",
    "ja_nei": "boolean",
}


def datapakken(svar: Eksportsvar, endelse: str) -> dict[str, Any]:
    """Describe the files of an export."""
    return {
        "profile": "tabular-data-package",
        "name": "styring",
        "title": f"Styringsdata for {svar.kommune}",
        "version": SKJEMAVERSJON,
        "for": svar.leser.value,
        "kommunenummer": svar.merke.kommunenummer,
        "data_dag": svar.merke.dag.isoformat(),
        "tre": svar.merke.tre,
        "resources": [_ressursen(tabell, endelse) for tabell in svar.tabeller],
    }


def _ressursen(tabell: Eksporttabell, endelse: str) -> dict[str, Any]:
    felles = ["kommunenummer"]
    return {
        "name": tabell.slag.navn,
        **_stedet(tabell.slag.navn, endelse),
        "description": tabell.slag.beskrivelse,
        "rows": len(tabell.rader),
        "schema": {
            "fields": [_feltet(kolonne) for kolonne in tabell.kolonner],
            "primaryKey": [*felles, *tabell.slag.noekkel],
        },
    }


def _stedet(navn: str, endelse: str) -> dict[str, Any]:
    """The file of a table; in a workbook the sheet."""
    if endelse == "xlsx":
        return {"path": "styring.xlsx", "dialect": {"sheet": navn}}
    return {"path": f"{navn}.{endelse}"}


def _feltet(kolonne: Eksportkolonne) -> dict[str, str]:
    return {"name": kolonne.navn, "type": _TYPER[kolonne.type], "description": kolonne.beskrivelse}
