"""The JSON Schema of ``styring valider --format json``, version 1."""

from typing import Any

from styring.funn import Alvor
from styring.visning.felles.som_json import VERSJON

_TALL = {"type": "integer", "minimum": 0}
_PLASS = {"type": "integer", "minimum": 1}
_FUNN: dict[str, Any] = {
    "fil": {"type": "string", "description": "Stien til filen, fra prosjektets rot."},
    "linje": {**_PLASS, "description": "Linjen, fra 1."},
    "kolonne": {**_PLASS, "description": "Kolonnen i tegn, fra 1."},
    "lengde": {**_PLASS, "description": "Hvor mange tegn funnet gjelder."},
    "kode": {
        "type": "string",
        "pattern": "^ST[0-9]{3}$",
        "description": "Regelens kode. Les mer med «styring regler KODE».",
    },
    "alvor": {"enum": [alvor.value for alvor in Alvor], "description": "Hvor alvorlig funnet er."},
    "melding": {"type": "string", "description": "Hva som er galt, og hva som ble funnet."},
    "forslag": {"type": "string", "description": "Hvordan det kan rettes."},
    "kilde": {"type": "string", "description": "Hvor regelen kommer fra."},
    "kodelinje": {
        "type": "string",
        "description": "Linjen i filen, maskert der den ikke kan vises.",
    },
}
_RAPPORT: dict[str, Any] = {
    "versjon": {"const": VERSJON},
    "antall_filer": {**_TALL, "description": "Hvor mange filer som skal være data."},
    "uleste_filer": {**_TALL, "description": "Hvor mange av dem som ikke kunne leses helt."},
    "andre_filer": {**_TALL, "description": "Hvor mange filer under data/ som ikke er data."},
    "poster": {
        "type": "object",
        "additionalProperties": _TALL,
        "description": "Hvor mange poster som ble lest, etter slag.",
    },
    "antall": {
        "type": "object",
        "properties": {alvor.value: _TALL for alvor in Alvor},
        "required": [alvor.value for alvor in Alvor],
        "additionalProperties": False,
        "description": "Hvor mange funn som vises, etter alvor.",
    },
    "funn": {
        "type": "array",
        "description": "Funnene, de verste først.",
        "items": {
            "type": "object",
            "properties": _FUNN,
            "required": list(_FUNN),
            "additionalProperties": False,
        },
    },
}
FUNNSKJEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "description": "Svaret fra «styring valider --format json».",
    "type": "object",
    "properties": _RAPPORT,
    "required": list(_RAPPORT),
    "additionalProperties": False,
}
