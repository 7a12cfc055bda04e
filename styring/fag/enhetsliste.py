"""Units as people list them: one on each line, by code and name, or in columns of a sheet."""

import re
from typing import NamedTuple

from styring.fag.norsk import fold

_KOLONNER = ("kode", "navn", "type", "overordnet", "leder")
_SKILLE = re.compile(r"[;\t]")
_enkel = re.compile(
    r"(?P<kode>[^\s=:]+)[\s=:]+(?P<navn>.+?)(?:,?\s+under\s+(?P<overordnet>[^\s,]+))?"
).fullmatch
_TYPER = {
    "sektor": "sektor",
    "avdeling": "avdeling",
    "stab": "avdeling",
    "virksomhet": "virksomhet",
}


class Enhetslinje(NamedTuple):
    """One unit as it was written; what was left out is None."""

    kode: str
    navn: str
    type: str
    overordnet: str | None
    leder: str | None


def les_enhetslinje(linje: str) -> Enhetslinje | None:
    """Read «OUS Oppvekst og utdanning», «SKO Skolene under OUS», or columns with ; or TAB between:
    code, name, kind, the code of the unit above, the role that leads it. None where it is no unit.
    """
    if ";" in linje or "\t" in linje:
        deler = dict(zip(_KOLONNER, (*_celler(linje), *[""] * len(_KOLONNER)), strict=False))
    elif treff := _enkel(" ".join(linje.split())):
        deler = {navn: treff[navn] or "" for navn in ("kode", "navn", "overordnet")}
    else:
        return None
    type_ = deler.get("type") or ("virksomhet" if deler["overordnet"] else "sektor")
    if not deler["kode"] or not deler["navn"] or fold(type_) not in _TYPER:
        return None
    return Enhetslinje(
        deler["kode"].upper(),
        deler["navn"],
        _TYPER[fold(type_)],
        deler["overordnet"].upper() or None,
        deler.get("leder") or None,
    )


def er_overskrift(linje: str) -> bool:
    """Whether a line says what the columns are."""
    return fold(_celler(linje)[0]) == "kode"


def _celler(linje: str) -> list[str]:
    return [celle.strip() for celle in _SKILLE.split(linje)]
