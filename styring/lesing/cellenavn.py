"""The names of rows, columns and cells of a sheet."""

import re

from styring.lesing.pakke import SKADET, Skadet

_SISTE_RAD = 1_048_576
_cellenavn = re.compile(r"([A-Za-z]{1,3})([1-9][0-9]{0,6})").fullmatch


def radnummeret(skrevet: str) -> int:
    """The number of a row, in any of the ways that it may be written."""
    try:
        tall = float(skrevet)
    except ValueError as feil:
        raise Skadet(SKADET) from feil
    if not 1 <= tall <= _SISTE_RAD or not tall.is_integer():
        raise Skadet(SKADET)
    return int(tall)


def plassen(celle: str) -> tuple[int, int]:
    """The column and the row of a cell by its name, both from 1. Raises Skadet."""
    if not (treff := _cellenavn(celle)):
        raise Skadet(SKADET)
    kolonne = 0
    for bokstav in treff[1].upper():
        kolonne = kolonne * 26 + ord(bokstav) - ord("A") + 1
    return kolonne, int(treff[2])


def kolonnenavn(kolonne: int) -> str:
    """The letters of a column."""
    navn = ""
    while kolonne:
        kolonne, rest = divmod(kolonne - 1, 26)
        navn = chr(ord("A") + rest) + navn
    return navn
