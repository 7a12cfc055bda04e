"""How Norwegians name a record in running text: a small grammar of ids long and short, and case numbers.

A unit's or organ's code or name in any inflection, then numbers joined in any way, each with or without its own dash; the year before, after or in brackets;
«nr.», «sak», «oppdrag 4 i …», verbalvedtak. The grammar says all that a mention may mean, and knows nothing of what exists.

A number alone is none, but «oppdrag 4» and «sak 54» are: in a text of a unit they mean its own, which the text does not say, so they are given without
anybody's code, and whoever asks takes them to mean any. «oppdrag 4 av 12» is a count. Of «22/31» the last is the year, as people write. A year first has four
digits, or the last number can be no year.

One look at each piece of the text: what has been read as a list is not read again, and no look back or ahead is longer than a name.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from styring.fag.henvisningsledd import Ledd, Sammenheng, liste
from styring.fag.henvisningsord import AV_ALLE, FORHOLD, IKKE_SAK, LIM
from styring.fag.henvisningsrundt import VERBAL, Omgivelser, Rest
from styring.fag.henvisningstall import punkter_ved
from styring.fag.navneformer import Navneformer
from styring.fag.ordstykker import Lest, Stykke, ved

OPPDRAG, SAK = "oppdrag", "sak"


class Nevnt(NamedTuple):
    """What a mention may mean. ``hvem`` is the code of a unit or an organ, or OPPDRAG or SAK where nobody is named; ``aar`` has two digits.

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


class Grammatikk:
    """The grammar over one vocabulary."""

    def __init__(self, enheter: Iterable[tuple[str, str]], organer: Iterable[tuple[str, str]]) -> None:
        """Take (code, name) of units and of political organs."""
        organene = list(organer)
        self._organer = frozenset(kode.upper() for kode, _ in organene)
        self._navn = Navneformer([*enheter, *organene])
        self._rundt = Omgivelser(self._navn, self._organer)

    def finn(self, lest: Lest) -> Iterator[Omtale]:
        """Every mention in a text, in order."""
        stykker, sted = lest.stykker, 0
        verbal: tuple[int, int, frozenset[int]] | None = None
        while sted < len(stykker):
            if stykker[sted].tall < 0:
                sted += 1
                continue
            rundt = self._rundt.foran(stykker, sted)
            if rundt.slag == VERBAL:
                punkter, slutt = punkter_ved(stykker, rundt.start)
                verbal, sted = (rundt.start, slutt, punkter), max(slutt, sted + 1)
                continue
            alle, slutt = liste(stykker, sted, rundt, self._navn)
            sted = max(slutt, sted + 1)
            if not (rundt.koder or rundt.slag or rundt.nr or _er_saksnummer(stykker, rundt.start, alle)) or not alle:
                continue
            resten = self._rundt.etter(stykker, slutt, rundt)
            punkter, slutt = punkter_ved(stykker, resten.slutt)
            sted, start = max(slutt, sted), rundt.start
            if verbal and verbal[1] <= start <= verbal[1] + 3 and all(ved(stykker, ett).tekst in FORHOLD | LIM for ett in range(verbal[1], start)):
                start, punkter = verbal[0], punkter | verbal[2]
            if nevnt := self._nevnt(alle, rundt, resten, punkter) if not _er_telling(stykker, slutt, rundt, resten) else None:
                yield Omtale(lest.plass(stykker[start].fra), lest.plass(stykker[slutt - 1].til - 1) + 1, frozenset(nevnt))

    def _nevnt(self, alle: list[Ledd], rundt: Sammenheng, resten: Rest, punkter: frozenset[int]) -> set[Nevnt]:
        """All that the numbers may mean, put together with what stands around them."""
        koder, sikkert = (rundt.koder, True) if rundt.koder else (resten.koder, resten.sikkert)
        slag = rundt.slag or (SAK if not rundt.koder and any(ett.aar is not None for ett in alle) else "")
        hvem, passer = set(koder), not slag or bool(koder & self._organer) == (slag == SAK)
        if slag and not (koder and sikkert and passer):
            hvem.add(slag)
        fra_foer, fra_etter = ({rundt.aar} if rundt.aar is not None else set()), ({resten.aar} if resten.aar is not None else set())
        loese = (set() if rundt.aar_sikkert and fra_foer else {None}) if not (fra_etter and resten.aar_sikkert) else set()
        ut = set()
        for ett in alle:
            aarene = {ett.aar} if ett.aar is not None else fra_foer | fra_etter | loese
            ut |= {Nevnt(en, ett.fra, ett.til, aar, punkt) for en in hvem for aar in aarene for punkt in punkter or {0}}
        return ut


def _er_saksnummer(stykker: list[Stykke], start: int, alle: list[Ledd]) -> bool:
    """Whether numbers that nothing is said of may be of cases: with a year, and not «skoleåret 22/23»."""
    foer = ved(stykker, start - 1 - (ved(stykker, start - 1).tekst == ".")).tekst
    return any(ett.aar is not None for ett in alle) and foer not in IKKE_SAK


def _er_telling(stykker: list[Stykke], sted: int, rundt: Sammenheng, resten: Rest) -> bool:
    """«oppdrag 4 av 12»: without anybody's name, so many of them."""
    if rundt.koder or resten.koder or ved(stykker, sted).tekst != "av":
        return False
    neste = ved(stykker, sted + 1)
    return neste.tekst in AV_ALLE or neste.tall >= 0
