"""Frozen answers to JSON, field by field, with a version and what could not be read."""

import dataclasses
import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from styring.visning.felles.trygg import trygg

VERSJON = 1


def vis(sporsmal: str, svar: object, leser: str, utelatt: int, uleste: tuple[str, ...]) -> str:
    """Write an answer as JSON.

    ``utelatt`` is how many oppdrag and vedtak the reader may not see; ``uleste`` the files the
    answer knows nothing of.
    """
    return skriv(
        {
            "versjon": VERSJON,
            "sporsmal": sporsmal,
            "for": leser,
            "utelatt": utelatt,
            "uleste_filer": [trygg(fil) for fil in uleste],
            "svar": verdi(svar),
        }
    )


def skriv(data: object) -> str:
    """Write plain data as JSON for people and machines: æøå as they are, a new line last."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def verdi(svar: object) -> object:
    """Turn an answer into plain data: dates as YYYY-MM-DD, words as they stand."""
    if dataclasses.is_dataclass(svar) and not isinstance(svar, type):
        return {
            felt.name: verdi(getattr(svar, felt.name))
            for felt in dataclasses.fields(svar)
            if not felt.metadata.get("bare_for_maler")
        }
    if isinstance(svar, tuple) and hasattr(svar, "_asdict"):
        svar = svar._asdict()
    if isinstance(svar, Mapping):
        return {str(nokkel): verdi(en) for nokkel, en in svar.items()}
    if isinstance(svar, tuple | list | set | frozenset):
        return [verdi(en) for en in svar]
    if isinstance(svar, dt.date):
        return svar.isoformat()
    if isinstance(svar, str):
        return str(svar)
    return _tallet(svar) if hasattr(svar, "as_tuple") else svar


def _tallet(belop: Any) -> int | float:  # noqa: ANN401  a Decimal, which is not imported for this
    """An amount: the number that JSON shows is exactly its own digits."""
    return int(belop) if belop == belop.to_integral_value() else float(belop)
