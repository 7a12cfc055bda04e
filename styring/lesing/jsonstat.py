"""Tables in json-stat 2, as Statistics Norway's service answers.

Read here and not by a library: the one that is kept up (pyjstat) needs pandas, which is forty times
as large as styring, and makes floats of the figures.
"""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from math import prod
from typing import Any

from styring.fag.statistikk import Dimensjon, Statistikk
from styring.feil import StyringFeil

_FLEST_CELLER = 2_000_000


def les_jsonstat(fil: str, raa: bytes) -> Statistikk:
    """Read a table. Raises StyringFeil where it is none, or does not agree with itself."""
    try:
        data: Any = json.loads(raa.decode("utf-8-sig"), parse_float=Decimal, parse_int=Decimal)
    except (ValueError, RecursionError) as feil:
        raise StyringFeil(f"«{fil}» er ikke JSON. Hent tabellen på nytt, som json-stat2.") from feil
    if not isinstance(data, dict) or data.get("class") != "dataset":
        raise StyringFeil(
            f"«{fil}» er ikke en tabell i json-stat2. Velg «json-stat2» når du henter den."
        )
    try:
        return _tabellen(fil, data)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as feil:
        hva = f": «{feil.args[0]}» mangler" if isinstance(feil, KeyError) else ""
        raise StyringFeil(
            f"«{fil}» er ikke en hel tabell i json-stat2{hva}. Hent den på nytt."
        ) from feil


def _tabellen(fil: str, data: dict[str, Any]) -> Statistikk:
    dimensjoner = {str(id_): _dimensjonen(data["dimension"][id_]) for id_ in data["id"]}
    storrelser = [int(ett) for ett in data["size"]]
    funnet = [len(ett.koder) for ett in dimensjoner.values()]
    if funnet != storrelser:
        raise StyringFeil(f"«{fil}» sier {storrelser} om størrelsen, men har {funnet}.")
    celler = prod(storrelser)
    if celler > _FLEST_CELLER:
        raise StyringFeil(f"«{fil}» har {celler} celler. Hent færre år eller kommuner.")
    roller = data.get("role") or {}
    verdier = _etter_nummer(data["value"])
    tegn = _etter_nummer(data.get("status") or {})
    if any(not 0 <= nummer < celler for nummer in (*verdier, *tegn)):
        raise StyringFeil(f"«{fil}» har verdier utenfor tabellen på {celler} celler.")
    ekstra = (data.get("extension") or {}).get("px") or {}
    return Statistikk(
        navn=str(data.get("label") or ""),
        kilde=str(data.get("source") or ""),
        tabell=str(ekstra.get("tableid") or ""),
        oppdatert=_dagen(data.get("updated")),
        dimensjoner=dimensjoner,
        tid=_forste(roller.get("time")),
        region=_forste(roller.get("geo")),
        verdier={nr: ett for nr, ett in verdier.items() if isinstance(ett, Decimal)},
        tegn={nr: str(ett) for nr, ett in tegn.items() if ett is not None},
    )


def _dimensjonen(data: Mapping[str, Any]) -> Dimensjon:
    """The categories in their order: ``index`` is a list of codes, or the place of each; without it
    there is one.
    """
    kategori = data["category"]
    navn: Mapping[str, Any] = kategori.get("label") or {}
    index = kategori.get("index", list(navn)[:1])
    koder = index if isinstance(index, list) else sorted(index, key=lambda kode: index[kode])
    return Dimensjon(str(data.get("label") or ""), {str(k): str(navn.get(k, k)) for k in koder})


def _etter_nummer(data: object) -> dict[int, object]:
    """Values or signs by the number of their cell: in a list, or those there are by number."""
    if isinstance(data, list):
        return {nr: ett for nr, ett in enumerate(data) if ett is not None}
    if isinstance(data, dict):
        return {int(nr): ett for nr, ett in data.items()}
    return {}


def _forste(rolle: object) -> str:
    return str(rolle[0]) if isinstance(rolle, list) and rolle else ""


def _dagen(skrevet: object) -> date | None:
    try:
        return date.fromisoformat(str(skrevet)[:10])
    except ValueError:
        return None
