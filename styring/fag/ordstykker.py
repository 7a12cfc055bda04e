"""A text as words, numbers and signs, whatever invisible signs, dashes, emphasis or kinds of
letters it is written with.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

BLOTT_SKILLE = "\u00ad"
"""The soft hyphen: seen at the end of a line only.

It may stand where a hyphen was meant, or split what is one.
"""
_STREKER = frozenset(
    "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u207b\u2212\u2796\ufe58\ufe63\uff0d"
)
_SKRAASTREKER = frozenset("\u2044\u2215\u29f8\uff0f")
_TOMME = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that show nothing."""
_STYKKER = re.compile(r"(?P<tall>\d+)|(?P<ord>[^\W\d_]+)|(?P<tegn>[^\s*`\"'«»“”„‘’‹›])")
_ordene_i = re.compile(r"[^\W\d_]+").findall
_SOM_STREK = re.compile(rf"(?<=\w){BLOTT_SKILLE}(?=\d)")
_LENGST = 40
"""A word or number longer than this is neither a name nor the number of a record."""


class Stykke(NamedTuple):
    """A word, a number or a sign: as it stands, and for comparing.

    ``tall`` is -1 for what is no number. Places are in the text as it is read.
    """

    skrevet: str
    tekst: str
    tall: int
    er_ord: bool
    fra: int
    til: int


class Lest(NamedTuple):
    """A text as it is read, and what place in it as it was written each place there is."""

    tekst: str
    plass: Callable[[int], int]


class _Tegntabell(dict[int, str | None]):
    """What each sign is read as, found the first time it is met: None for what is not seen."""

    def __missing__(self, nr: int) -> str | None:
        tegn = chr(nr)
        if tegn in _STREKER:
            lest: str | None = "-"
        elif tegn in _SKRAASTREKER:
            lest = "/"
        elif (
            tegn in _TOMME
            or unicodedata.category(tegn) in ("Cf", "Mn", "Me")
            or (unicodedata.category(tegn) == "Cc" and not tegn.isspace())
        ):
            lest = None
        else:
            likt = unicodedata.normalize("NFKD", tegn)
            enkelt = all(map(unicodedata.combining, likt[1:])) and (
                tegn.isdecimal() or tegn.isalpha() or not likt[0].isalnum()
            )
            lest = likt[0] if enkelt else tegn
        self[nr] = lest
        return lest


_TABELL = _Tegntabell()


def les(tekst: str) -> list[Lest]:
    """Read a text in every way that it may be meant: twice where a soft hyphen stands beside a
    number.
    """
    if tekst.isascii() and tekst.isprintable():
        return [_les(tekst, tekst)]
    lest = [_les(tekst, tekst.translate(_TABELL))]
    if (med_strek := _SOM_STREK.sub("-", tekst)) != tekst:
        lest.append(_les(med_strek, med_strek.translate(_TABELL)))
    return lest


def _les(skrevet: str, lest: str) -> Lest:
    if len(lest) == len(skrevet):
        return Lest(lest, int)
    plasser = [nr for nr, tegn in enumerate(skrevet) if _TABELL[ord(tegn)] is not None]
    return Lest(lest, plasser.__getitem__)


def stykkene(tekst: str) -> list[Stykke]:
    """The pieces of a text as it is read."""
    ut = []
    for treff in _STYKKER.finditer(tekst):
        slag, fra, til = treff.lastgroup, *treff.span()
        kort = treff[0] if til - fra <= _LENGST else ""
        ut.append(
            Stykke(
                kort,
                kort.casefold(),
                int(kort) if kort and slag == "tall" else -1,
                slag == "ord",
                fra,
                til,
            )
        )
    return ut


INGEN = Stykke("", "", -1, er_ord=False, fra=-9, til=-9)


def ved(stykker: list[Stykke], sted: int) -> Stykke:
    """The piece at a place, or one of nothing outside the text."""
    return stykker[sted] if 0 <= sted < len(stykker) else INGEN


def ordene(lest: str) -> list[str]:
    """The words of a text as it is read, for comparing."""
    return _ordene_i(lest.casefold())
