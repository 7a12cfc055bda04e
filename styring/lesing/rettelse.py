"""What a wrong value was meant to be, where that is certain: a tuple of the one value, else None.

What could mean two things is left to the one who wrote it.
"""

import re
from datetime import date

from styring.fag.norsk import fold
from styring.lesing.regneark import cellens_dag, ren_tekst, som_dato
from styring.modell.form import Monster

_DAG = re.compile(r"(?P<d>[0-9]{1,2})[./-](?P<m>[0-9]{1,2})[./-](?P<aar>20[0-9]{2})")
_AAR_FORST = re.compile(r"(?P<aar>20[0-9]{2})[./-](?P<m>[0-9]{1,2})[./-](?P<d>[0-9]{1,2})")
_SKILLE = re.compile(r"\s*[,;]\s*|\s+og\s+")


def dag(verdi: object) -> tuple[date] | None:
    """A day as people write it, with the year in four digits: 1.12.2024, 2024/12/1."""
    if not isinstance(verdi, str):
        return None
    treff = _DAG.fullmatch(verdi.strip()) or _AAR_FORST.fullmatch(verdi.strip())
    try:
        return (date(int(treff["aar"]), int(treff["m"]), int(treff["d"])),) if treff else None
    except ValueError:
        return None


def celledag(verdi: object) -> date | None:
    """A day in a cell, in any way that a sheet or a person writes it; None where it is none."""
    if isinstance(verdi, date):  # a datetime too
        return cellens_dag(verdi)
    return som_dato(verdi) or next(iter(dag(ren_tekst(verdi)) or ()), None)


def kode(verdi: object, monster: Monster) -> tuple[str] | None:
    """A code in the wrong case, or with blanks around it."""
    if not isinstance(verdi, str):
        return None
    for ment in (verdi.strip(), verdi.strip().upper()):
        if ment != verdi and re.fullmatch(monster.regex, ment):
            return (ment,)
    return None


def valg(verdi: object, ordene: tuple[str, ...]) -> tuple[str] | None:
    """One of a few words, in another case or with a space for the underscore."""
    if not isinstance(verdi, str):
        return None
    skrevet = fold(verdi.strip()).replace(" ", "_")
    return next(((ett,) for ett in ordene if fold(ett) == skrevet), None)


def liste(verdi: object) -> tuple[list[object]] | None:
    """Several values in one text, or one value alone, where a list is wanted."""
    if isinstance(verdi, int) and not isinstance(verdi, bool):
        return ([verdi],)
    if not isinstance(verdi, str) or not verdi.strip():
        return None
    deler = [del_ for del_ in _SKILLE.split(verdi.strip()) if del_]
    return ([int(del_) if re.fullmatch("[0-9]{1,9}", del_) else del_ for del_ in deler],)
