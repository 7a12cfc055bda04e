"""Titles of what is not for everybody, told in nearly the same words: in another order or
inflection, with a word or two left out or added.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from styring.fag.navneformer import stamme

_LANGT_ORD, _LENGSTE_ORD, _KORT_STAMME = 5, 60, 4
_FAERREST, _DEL = 3, 0.8
"""A title is known by no fewer words than these, by all of three or four, and else by this part of
them.
"""
_INNSKUDD = 3
"""The content words of others that may stand between those of the title."""
_NOKKEL = 6
"""The letters that a word is looked for by: in that many, an ending has not begun."""
_VANLIG, _VANLIG_DEL = 8, 50
"""A word in more titles than this, and in more than one of so many, says little, and is not looked
for.
"""
_ordene_i = re.compile(r"\w+").findall
_MELLOM_SETNINGER = re.compile(r"[.!?]\s+(?=[^\W\d_a-zæøå])|\n\s*(?:[-•]|\n)")


class _Tittel(NamedTuple):
    stammer: frozenset[str]
    nok: int
    rang: int


class OmskrevneTitler:
    """An index of titles by their rarest words: of those, one more than may be left out, so that a
    text without any of them holds no title.

    A word is in so few of the hidden titles that what a text costs does not grow with their number.
    """

    def __init__(self, titler: Mapping[str, int]) -> None:
        """Take the rank of the least public reader of each title, in lower case: 0 for everybody,
        and then it only tells which words are common.
        """
        lukkede = [
            _Tittel(stammer, _nok(len(stammer)), rang)
            for ett, rang in titler.items()
            if rang and len(stammer := frozenset(innholdsord(ett))) >= _FAERREST
        ]
        i_lukkede = Counter(
            nokkel for tittel in lukkede for nokkel in {ett[:_NOKKEL] for ett in tittel.stammer}
        )
        i_alle = (
            Counter(ord_[:_NOKKEL] for ord_ in "\n".join(titler).split()) if lukkede else Counter()
        )
        vanlig = max(_VANLIG, len(titler) // _VANLIG_DEL)
        self._etter_ord: dict[str, list[_Tittel]] = {}
        for tittel in lukkede:
            nokler = {ett[:_NOKKEL] for ett in tittel.stammer if len(ett) >= _NOKKEL}
            sjeldne = sorted(
                (ett for ett in nokler if i_lukkede[ett] <= _VANLIG and i_alle[ett] <= vanlig),
                key=lambda ett: (i_alle[ett], ett),
            )
            trengs = len(tittel.stammer) - tittel.nok + 1
            for nokkel in sjeldne[:trengs] if len(sjeldne) >= trengs else ():
                self._etter_ord.setdefault(nokkel, []).append(tittel)

    @property
    def finnes(self) -> bool:
        """Whether there is any title to look for."""
        return bool(self._etter_ord)

    def kan_staa(self, ulike: Iterable[str]) -> bool:
        """A quick look: whether any of some words that are not the same, in lower case, may be one
        of a title.
        """
        return self.finnes and not self._etter_ord.keys().isdisjoint(
            [ord_[:_NOKKEL] for ord_ in ulike]
        )

    def staar(self, setninger: Iterable[str], egen: int) -> bool:
        """Whether one of some sentences, in lower case, says a title that fewer may read than those
        who may read the text.
        """
        return any(
            self._sier(innholdsord(setning), egen)
            for setning in setninger
            if self.kan_staa(set(_ordene_i(setning)))
        )

    def _sier(self, stammer: list[str], egen: int) -> bool:
        nokler = self._etter_ord.keys() & {ett[:_NOKKEL] for ett in stammer}
        return any(
            _staar_samlet(tittel, stammer)
            for nokkel in nokler
            for tittel in self._etter_ord[nokkel]
            if tittel.rang > egen
        )


def _nok(antall: int) -> int:
    """How many of the words of a title it is known by."""
    return max(min(antall, _FAERREST + 1), math.ceil(_DEL * antall))


def setningene(tekst: str) -> list[str]:
    """The sentences of a text as it is written, and the entries of its lists."""
    return _MELLOM_SETNINGER.split(tekst)


def innholdsord(tekst: str) -> list[str]:
    """The long words of a text in lower case, without their endings."""
    return [
        kort
        for ord_ in _ordene_i(tekst)
        if _LANGT_ORD <= len(ord_) <= _LENGSTE_ORD and len(kort := stamme(ord_)) >= _KORT_STAMME
    ]


def _staar_samlet(tittel: _Tittel, stammer: list[str]) -> bool:
    """Whether enough words of a title stand near each other."""
    if len(tittel.stammer.intersection(stammer)) < tittel.nok:
        return False
    bredde = len(tittel.stammer) + _INNSKUDD
    return any(
        ett in tittel.stammer
        and len(tittel.stammer.intersection(stammer[nr : nr + bredde])) >= tittel.nok
        for nr, ett in enumerate(stammer)
    )
