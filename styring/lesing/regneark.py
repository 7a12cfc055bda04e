"""Cells of spreadsheets as text and dates that can be trusted."""

import re
from datetime import date, datetime, time, timedelta

from styring.lesing.tegn import USYNLIG
from styring.modell.form import FORSTE_DAG, SISTE_DAG

_FORSTE_SERIENUMMER, _SISTE_SERIENUMMER = 36_526, 73_415
"""1 January 2000 and 31 December 2100 as Excel counts days."""
_EXCELS_DAG_NULL = date(1899, 12, 30)
_usynlig = re.compile(f"[{USYNLIG}]|\r(?!\n)")
_tall = re.compile(r"\d{5}(?:\.0+)?")


def ren_tekst(verdi: object) -> str:
    """A cell as text: line ends made plain, and what nobody can see (as pasted from Word and web
    pages) left out.
    """
    if verdi is None:
        return ""
    if isinstance(verdi, datetime) and verdi.time() == time():
        verdi = verdi.date()
    if isinstance(verdi, bool):
        return "ja" if verdi else "nei"
    if isinstance(verdi, float) and verdi.is_integer():
        verdi = int(verdi)
    tekst = (
        str(verdi)
        .replace("_x000D_", "")
        .replace("\r\n", "\n")
        .replace("\u2028", "\n")
        .replace("\u2029", "\n")
        .replace("\t", " ")
    )
    return "\n".join(linje.rstrip() for linje in _usynlig.sub("", tekst).split("\n")).strip()


def cellens_dag(verdi: object) -> date | None:
    """The day in a cell that holds one, where the data may have it."""
    dag = verdi.date() if isinstance(verdi, datetime) else verdi
    return dag if isinstance(dag, date) and FORSTE_DAG <= dag <= SISTE_DAG else None


def som_dato(verdi: object) -> date | None:
    """A date that a spreadsheet has stored as the number of days, also where the number has become
    text.
    """
    if isinstance(verdi, str) and _tall.fullmatch(verdi.strip()):
        verdi = float(verdi)
    if (
        isinstance(verdi, int | float)
        and not isinstance(verdi, bool)
        and _FORSTE_SERIENUMMER <= verdi <= _SISTE_SERIENUMMER
    ):
        return _EXCELS_DAG_NULL + timedelta(int(verdi))
    return None
