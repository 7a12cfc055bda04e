"""How Norwegians name a record in running text: a small grammar of ids long and short, and case
numbers.

A unit's or organ's code or name in any inflection, then numbers joined in any way, each with or
without its own dash; the year before, after or in brackets; «nr.», «sak», «oppdrag 4 i …»,
verbalvedtak. The grammar says all that a mention may mean, and knows nothing of what exists.

A number alone is none, but «oppdrag 4» and «sak 54» are: in a text of a unit they mean its own,
which the text does not say, so they are given without anybody's code, and whoever asks takes them
to mean any. «oppdrag 4 av 12» is a count. Of «22/31» either may be the year. «oppdrag fire» is as
«oppdrag 4».

One look at each piece of the text: what has been read as a list is not read again, and no look back
or ahead is longer than a name.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from styring.fag.henvisningsledd import UTEN_AAR, Foran, Ledd, kobling, liste
from styring.fag.henvisningsomgivelser import VERBAL, Omgivelser, Rest
from styring.fag.henvisningsord import (
    AV_ALLE,
    FORAN_TALLORD,
    FORHOLD,
    I_LISTER,
    IKKE_SAK,
    LIM,
    OPPDRAGSORD,
    SAKORD,
    TALLORD,
)
from styring.fag.henvisningstall import punkter_ved
from styring.fag.navneformer import Navneformer
from styring.fag.ordstykker import Lest, Stykke, ordene, stykkene, ved

OPPDRAG, SAK = "oppdrag", "sak"


class Nevnt(NamedTuple):
    """What a mention may mean.

    ``hvem`` is the code of a unit or an organ, or OPPDRAG or SAK where nobody is named; ``aar`` has
    two digits.

    The number is any from ``fra`` to ``til``. ``punkt`` is that of a verbalvedtak, 0 for none.
    """

    hvem: str
    fra: int
    til: int
    aar: int | None
    punkt: int


class Omtale(NamedTuple):
    """A mention: its place in the text, and all that it may mean."""

    fra: int
    til: int
    nevnt: frozenset[Nevnt]


class _Verbal(NamedTuple):
    """Verbalvedtak that were named last, before what they belong to: their numbers, and where they
    begin and end.
    """

    start: int
    slutt: int
    punkter: frozenset[int]


class Grammatikk:
    """The grammar over one vocabulary."""

    def __init__(
        self, enheter: Iterable[tuple[str, str]], organer: Iterable[tuple[str, str]]
    ) -> None:
        """Take (code, name) of units and of political organs."""
        organene = list(organer)
        self._organer = frozenset(kode.upper() for kode, _ in organene)
        self._navn = Navneformer([*enheter, *organene])
        self._rundt = Omgivelser(self._navn, self._organer)

    def finn(self, lest: Lest) -> Iterator[Omtale]:
        """Every mention in a text, in order."""
        stykker, sted = _med_tallord(stykkene(lest.tekst)) if self._kan_staa(lest.tekst) else [], 0
        har_par = "/" in lest.tekst
        verbal: _Verbal | None = None
        while sted < len(stykker):
            if stykker[sted].tall < 0:
                sted += 1
                continue
            rundt = self._rundt.foran(stykker, sted)
            if rundt.slag == VERBAL and _kan_vaere_saksnummer(stykker, sted):
                rundt = rundt._replace(slag="")
            if rundt.slag == VERBAL:
                punkter, slutt = punkter_ved(stykker, rundt.start)
                verbal, sted = _Verbal(rundt.start, slutt, punkter), max(slutt, sted + 1)
                continue
            omtale = None
            if har_par or rundt.koder or rundt.slag or rundt.nr:
                omtale, sted = self._omtale(lest, stykker, sted, rundt, verbal)
            else:
                sted += 1
            if omtale:
                yield omtale

    def _omtale(
        self, lest: Lest, stykker: list[Stykke], sted: int, rundt: Foran, verbal: _Verbal | None
    ) -> tuple[Omtale | None, int]:
        """What the numbers at a place mention, if anything, and the place after them."""
        alle, slutt = liste(stykker, sted, rundt, self._navn)
        etter = max(slutt, sted + 1)
        if not alle or not (
            rundt.koder or rundt.slag or rundt.nr or _er_saksnummer(stykker, rundt.start, alle)
        ):
            return None, etter
        resten = self._rundt.etter(stykker, slutt, rundt)
        if _er_telling(stykker, resten.slutt, rundt, resten):
            return None, etter
        punkter, slutt = punkter_ved(stykker, resten.slutt)
        start = rundt.start
        if (
            verbal
            and verbal.slutt <= start <= verbal.slutt + 3
            and all(ved(stykker, ett).tekst in FORHOLD | LIM for ett in range(verbal.slutt, start))
        ):
            start, punkter = verbal.start, punkter | verbal.punkter
        nevnt = self._nevnt(alle, rundt, resten, punkter)
        if punkter and (neste := kobling(stykker, slutt, rundt, self._navn)):
            flere, slutt = liste(stykker, neste[0], rundt, self._navn)
            nevnt |= self._nevnt(flere, rundt, resten, frozenset())
        if not nevnt:
            return None, etter
        return Omtale(
            lest.plass(stykker[start].fra),
            lest.plass(stykker[slutt - 1].til - 1) + 1,
            frozenset(nevnt),
        ), max(slutt, etter)

    def _kan_staa(self, tekst: str) -> bool:
        """A quick look: whether any word or sign of a text may belong to a mention."""
        if "/" in tekst or "sak" in tekst.casefold():
            return True
        alle = ordene(tekst)
        return not (OPPDRAGSORD | SAKORD).isdisjoint(alle) or self._navn.kan_staa(alle)

    def _nevnt(
        self, alle: list[Ledd], rundt: Foran, resten: Rest, punkter: frozenset[int]
    ) -> set[Nevnt]:
        """All that the numbers may mean, put together with what stands around them."""
        koder, sikkert = (rundt.koder, True) if rundt.koder else (resten.koder, resten.sikkert)
        slag = rundt.slag or (
            SAK if not rundt.koder and any(ett.aar is not None for ett in alle) else ""
        )
        hvem, passer = set(koder), not slag or bool(koder & self._organer) == (slag == SAK)
        if slag and not (koder and sikkert and passer):
            hvem.add(slag)
        fra_foer, fra_etter = (
            ({rundt.aar} if rundt.aar is not None else set()),
            ({resten.aar} if resten.aar is not None else set()),
        )
        loese = (
            (set() if rundt.aar_sikkert and fra_foer else {None})
            if not (fra_etter and resten.aar_sikkert)
            else set()
        )
        ut = set()
        for ett in alle:
            aarene = (
                {None if ett.aar == UTEN_AAR else ett.aar}
                if ett.aar is not None
                else fra_foer | fra_etter | loese
            )
            ut |= {
                Nevnt(en, ett.fra, ett.til, aar, punkt)
                for en in hvem
                for aar in aarene
                for punkt in punkter or {0}
            }
        return ut


def _med_tallord(stykker: list[Stykke]) -> list[Stykke]:
    """The pieces, where a small number in letters after «oppdrag», «sak» or «nr.» is a number, and
    so is every other in the same list.
    """
    i_liste = False
    for sted, stykke in enumerate(stykker):
        if stykke.tekst in FORAN_TALLORD:
            i_liste = True
        elif i_liste and stykke.tekst in TALLORD:
            stykker[sted] = stykke._replace(tall=TALLORD[stykke.tekst], er_ord=False)
        elif not (stykke.tall >= 0 or stykke.tekst in I_LISTER):
            i_liste = False
    return stykker


def _er_saksnummer(stykker: list[Stykke], start: int, alle: list[Ledd]) -> bool:
    """Whether numbers that nothing is said of may be of cases: with a year, and not «skoleåret
    22/23».
    """
    foer = ved(stykker, start - 1 - (ved(stykker, start - 1).tekst == ".")).tekst
    return any(ett.aar is not None for ett in alle) and foer not in IKKE_SAK


def _kan_vaere_saksnummer(stykker: list[Stykke], sted: int) -> bool:
    """«V 171/24»: a letter that may stand for verbalvedtak, before what looks like a case."""
    return ved(stykker, sted + 1).tekst == "/" and ved(stykker, sted + 2).tall >= 0


def _er_telling(stykker: list[Stykke], sted: int, rundt: Foran, resten: Rest) -> bool:
    """«oppdrag 4 av 12»: without anybody's name, so many of them."""
    if rundt.koder or resten.koder or ved(stykker, sted).tekst != "av":
        return False
    neste = ved(stykker, sted + 1)
    return neste.tekst in AV_ALLE or neste.tall >= 0
