"""The codes and names of units and organs, as they stand in a sentence: «HOMs», «HOM-sektoren»,
«helse- og omsorgssektoren», «kommunestyrets».
"""

import re
from typing import NamedTuple

from styring.fag.ordstykker import Stykke, les, ordene, ved

_DEL = "sektor|avdeling|etat|enhet|virksomhet|omrad|seksjon|tjenest"
_ENDELSE = "(?:ene|en|et|er|e|a)?s?"
_SEKTORORD = re.compile(rf"(?:{_DEL}){_ENDELSE}")
_BOYD = re.compile(rf"(.{{3,}}?)(?:[se]?(?:{_DEL}))?{_ENDELSE}")
_KODEENDELSER = ("s", "en", "ens", "et", "ets")
_FORST = 3
"""The letters that no stem is shorter than, unless it is the whole word."""
_BINDER = frozenset({"og", "&", ",", "-", "/"})
_SMAA = frozenset({"og", "for", "i"})


class Funnet(NamedTuple):
    """Whose a name is (its codes), and the piece of the text where it begins, or that comes after
    it.
    """

    koder: frozenset[str]
    sted: int
    er_kode: bool


class Navneformer:
    """The vocabulary that a text is read with."""

    def __init__(self, navn: list[tuple[str, str]]) -> None:
        """Take (code, name); the name may be the code itself."""
        etter: dict[tuple[str, ...], set[str]] = {}
        self._koder: dict[str, frozenset[str]] = {}
        for kode, skrevet in navn:
            self._koder |= {
                kode.casefold() + ende: frozenset({kode.upper()}) for ende in _KODEENDELSER
            }
            if nokkel := tuple(
                stamme(ett)
                for ett in ordene(les(skrevet)[0].tekst)
                if ett not in _SMAA and skrevet != kode
            ):
                etter.setdefault(nokkel, set()).add(kode.upper())
        self._koder |= {kode.casefold(): frozenset({kode.upper()}) for kode, _ in navn}
        self._navn = {nokkel: frozenset(koder) for nokkel, koder in etter.items()}
        self._lengder = sorted({len(nokkel) for nokkel in self._navn}, reverse=True)
        self._endene = {nokkel[ende] for nokkel in self._navn for ende in (0, -1)}
        self._begynner = {ett[:_FORST] for ett in self._endene}

    def kan_staa(self, ordene: list[str]) -> bool:
        """A quick look: whether any of some words may be a name, or a part of one."""
        return not (
            self._koder.keys().isdisjoint(ordene)
            and self._begynner.isdisjoint([ord_[:_FORST] for ord_ in ordene])
        )

    def ord_er(self, ord_: str) -> frozenset[str]:
        """The codes that one word may mean, by code or by name."""
        return self._kode(ord_) or self._navn.get((stamme(ord_),), frozenset())

    def foer(self, stykker: list[Stykke], sist: int) -> Funnet | None:
        """The name that ends with a piece, or with its genitive or kind after it: «HOM's»,
        «HOM-sektoren».
        """
        if (
            sist >= 1
            and (stykker[sist].tekst == "s" or _SEKTORORD.fullmatch(stykker[sist].tekst))
            and not self._kode(stykker[sist].tekst)
        ):
            uten = sist - 1 - (stykker[sist - 1].tekst == "-")
            if uten >= 0 and (funnet := self._ved(stykker, uten, -1)):
                return funnet
        return self._ved(stykker, sist, -1)

    def fra(self, stykker: list[Stykke], forst: int) -> Funnet | None:
        """The name that begins with a piece: «sektor for helse og omsorg», «HOM-sektoren»."""
        if not (funnet := self._ved(stykker, forst, 1)) and _SEKTORORD.fullmatch(
            ved(stykker, forst).tekst
        ):
            funnet = self._ved(stykker, forst + 1 + (ved(stykker, forst + 1).tekst == "for"), 1)
        if funnet is None:
            return None
        etter = funnet.sted + (ved(stykker, funnet.sted).tekst == "-")
        ord_ = ved(stykker, etter).tekst
        return (
            funnet._replace(sted=etter + 1) if ord_ == "s" or _SEKTORORD.fullmatch(ord_) else funnet
        )

    def _ved(self, stykker: list[Stykke], sted: int, vei: int) -> Funnet | None:
        if not 0 <= sted < len(stykker) or not stykker[sted].er_ord:
            return None
        if koder := self._kode(stykker[sted].tekst):
            return Funnet(koder, sted + (vei > 0), er_kode=True)
        if stamme(stykker[sted].tekst) not in self._endene:
            return None
        steder = _ordsteder(stykker, sted, vei, self._lengder[0])
        stammer = [stamme(stykker[ett].tekst) for ett in steder]
        for lengde in self._lengder:
            rekke = stammer[:lengde]
            if len(rekke) == lengde and (
                koder := self._navn.get(tuple(rekke if vei > 0 else reversed(rekke)), frozenset())
            ):
                return Funnet(koder, steder[lengde - 1] + (vei > 0), er_kode=False)
        return None

    def _kode(self, ord_: str) -> frozenset[str]:
        return self._koder.get(ord_, frozenset())


def _ordsteder(stykker: list[Stykke], sted: int, vei: int, antall: int) -> list[int]:
    """Where the words of a name may stand, one way from a piece: what only binds them is passed
    over.
    """
    steder = [sted]
    while len(steder) < antall:
        sted += vei
        for _ in range(3):
            if 0 <= sted < len(stykker) and (
                stykker[sted].tekst in _BINDER or stykker[sted].tekst in _SMAA
            ):
                sted += vei
        if not 0 <= sted < len(stykker) or not stykker[sted].er_ord:
            break
        steder.append(sted)
    return steder


def stamme(ord_: str) -> str:
    """A word without «-sektoren» and the like, and without its endings, as long as something that
    looks like one is left: in any form it comes to the same.
    """
    while (treff := _BOYD.fullmatch(ord_)) and treff[1] != ord_:
        ord_ = treff[1]
    return ord_
