"""The names of hidden records, taken out of running text.

How a record is named is in ``fag.henvisning``; here is which of the names are hidden.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Self

from styring.fag import saksnummer
from styring.fag.henvisning import OPPDRAG, SAK, Grammatikk, Nevnt
from styring.fag.henvisningsord import TALLORD
from styring.fag.ordstykker import Stykke, les, stykkene, ved
from styring.register.felter import har_siffer

SKJULT = "(ikke offentlig)"
_KORT = re.compile(r"^20\d\d-(?=.)")
"""The year before the code that people use."""
_MED_HELT_AAR = re.compile(
    r"(?<![0-9./–-])(?:(20[0-9]{2}) ?[/–-] ?0*([0-9]{1,4})|0*([0-9]{1,4}) ?[/–-] ?(20[0-9]{2}))"
    r"(?![0-9]|[./–-][0-9])"
)
"""A case number with a whole year, whatever word stands before it: where a municipality writes them
its own ways, one reference too many is taken out rather than one too few.
"""
_ENKEL_ID = re.compile(r"(20\d\d)-([^\W\d_]{1,12})-(\d{1,6})(?:-V(\d{1,3}))?")
_kan_ha_tallord = re.compile(
    rf"\b(?:{'|'.join(sorted(TALLORD))}|åtte)\b|[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]",
    re.IGNORECASE,
).search
"""A quick look for a number in letters, or for a sign that is not seen and may stand in one."""
_Navn = Iterable[tuple[str, str]]
_Sted = tuple[int, int]


class Henvisninger:
    """The names of hidden records: their ids, and their case numbers.

    A mention that may mean a hidden record is taken out, though it may mean an open one too: a case
    number without its organ, a short id without its year, «oppdrag 4». Where the organ or the year
    is said, only that counts. Of a list or a range with a hidden one in it, nothing is left.
    """

    def __init__(
        self,
        id_er: Iterable[str],
        saker: _Navn,
        synlige: _Navn,
        enheter: _Navn = (),
        organer: _Navn = (),
    ) -> None:
        """Take the hidden ids, (organ, case number) of the hidden vedtak and of those that
        everybody may see, and (code, name) of units and organs.
        """
        skjulte, apne = (
            [sak for organ, skrevet in alle for sak in _saker(organ, skrevet)]
            for alle in (saker, synlige)
        )
        organene = [
            *organer,
            *((organ, organ) for organ in {organ for organ, *_ in (*skjulte, *apne)}),
        ]
        politiske = {kode.upper() for kode, _ in organene}
        enkle = {id_: _ENKEL_ID.fullmatch(id_) for id_ in id_er}
        kjente = [
            (treff[2].upper(), int(treff[3]), int(treff[1][2:]), int(treff[4] or 0))
            for treff in enkle.values()
            if treff
        ]
        self._grammatikk = Grammatikk(
            [*enheter, *((kode, kode) for kode in {kode for kode, *_ in kjente} - politiske)],
            organene,
        )
        self._numre: dict[tuple[str, int | None, int], list[int]] = {}
        for kode, nr, aar, punkt in (*kjente, *((organ, nr, aar, 0) for organ, nr, aar in skjulte)):
            self._legg_til((kode, SAK if kode in politiske else OPPDRAG), nr, aar, punkt)
        self._saker = {(nr, aar) for _, nr, aar in skjulte} | {ett[1:3] for ett in kjente}
        self._egne: set[tuple[int, int]] = set()
        self._ordrett = _ordrett(skrevet for _, skrevet in saker if not _kjent_form(skrevet))
        self._rekker: dict[str, list[list[Stykke]]] = {}
        sjeldne = [
            navn for id_, treff in enkle.items() if not treff for navn in self._sjeldne_navn(id_)
        ]
        for rekke in (_uten_strek(navn) for navn in dict.fromkeys(sjeldne)):
            self._rekker.setdefault(_likt(rekke[0]), []).append(rekke)
        for numre in self._numre.values():
            numre.sort()
        self._ingen = not (self._numre or self._rekker or self._ordrett)
        self._har_alle_siffer = all(map(har_siffer, sjeldne))

    def ogsaa_skrevet_ellers(self) -> Self:
        """The same where the municipality writes case numbers its own ways too."""
        self._egne = self._saker
        return self

    def _legg_til(self, hvem: Iterable[str], nr: int, aar: int, punkt: int) -> None:
        for en in hvem:
            for aaret in (aar, None):
                self._numre.setdefault((en, aaret, punkt), []).append(nr)

    def _sjeldne_navn(self, id_: str) -> list[str]:
        """The id and its short form.

        A single word without a digit is a word like any other, and the number alone only counts
        after «oppdrag».
        """
        kort = _KORT.sub("", id_)
        nr = kort.rpartition("-")[2]
        if nr.isdecimal():
            self._legg_til((OPPDRAG,), int(nr), int(id_[2:4]), 0)
        return [
            navn
            for navn in (id_, kort)
            if (har_siffer(navn) and not navn.isdecimal()) or "-" in navn
        ]

    def nevnes_ikke(self, tekst: str) -> bool:
        """Whether it is seen at a glance that a text names nothing hidden."""
        if self._ingen:
            return True
        return self._har_alle_siffer and not (har_siffer(tekst) or _kan_ha_tallord(tekst))

    def uten(self, tekst: str) -> str:
        """Running text without the names of what is hidden."""
        steder: list[_Sted] = []
        for lest in les(tekst):
            if self._rekker:
                steder += [
                    (lest.plass(fra), lest.plass(til - 1) + 1)
                    for fra, til in self._sjeldne(stykkene(lest.tekst))
                ]
            ordrett = self._som_skrevet(lest.tekst)
            steder += [(lest.plass(fra), lest.plass(til - 1) + 1) for fra, til in ordrett]
            steder += [
                (omtale.fra, omtale.til)
                for omtale in self._grammatikk.finn(lest)
                if any(map(self._er_skjult, omtale.nevnt))
            ]
        return _bytt(tekst, sorted(steder)) if steder else tekst

    def _som_skrevet(self, tekst: str) -> Iterator[tuple[int, int]]:
        """Case numbers as the municipality writes them, where the grammar knows no such way."""
        if self._ordrett:
            yield from (treff.span() for treff in self._ordrett.finditer(tekst))
        for treff in _MED_HELT_AAR.finditer(tekst) if self._egne else ():
            nr, aar = int(treff[2] or treff[3]), int(treff[1] or treff[4]) % 100
            if (nr, aar) in self._egne:
                yield treff.span()

    def _er_skjult(self, nevnt: Nevnt) -> bool:
        for punkt in {0, nevnt.punkt}:
            numre = self._numre.get((nevnt.hvem, nevnt.aar, punkt), [])
            sted = bisect_left(numre, nevnt.fra)
            if sted < len(numre) and numre[sted] <= nevnt.til:
                return True
        return False

    def _sjeldne(self, stykker: list[Stykke]) -> Iterable[_Sted]:
        """Where ids of an unusual form stand, with any dash between their parts."""
        for sted, stykke in enumerate(stykker):
            for rekke in self._rekker.get(_likt(stykke), ()):
                slutt = _slutten(stykker, sted, rekke)
                if (
                    slutt
                    and not _henger_paa(ved(stykker, sted - 1), stykke)
                    and not _henger_paa(stykker[slutt - 1], ved(stykker, slutt))
                ):
                    yield stykke.fra, stykker[slutt - 1].til


def _slutten(stykker: list[Stykke], sted: int, rekke: list[Stykke]) -> int:
    """The place after an id that begins at a place, or 0.

    One of mere words must have its dashes.
    """
    strek = all(del_.tall < 0 for del_ in rekke)
    for nr, del_ in enumerate(rekke):
        fra = sted
        # more dashes than that are a line
        while nr and sted - fra < 3 and ved(stykker, sted).tekst in ("-", "_"):  # noqa: PLR2004
            sted += 1
        if (nr and strek and sted == fra) or _likt(ved(stykker, sted)) != _likt(del_):
            return 0
        sted += 1
    return sted


def _henger_paa(en: Stykke, neste: Stykke) -> bool:
    return en.til == neste.fra and (en.er_ord or en.tall >= 0) and (neste.er_ord or neste.tall >= 0)


def _likt(stykke: Stykke) -> str:
    return str(stykke.tall) if stykke.tall >= 0 else stykke.tekst


def _uten_strek(navn: str) -> list[Stykke]:
    return [stykke for stykke in stykkene(les(navn)[0].tekst) if stykke.er_ord or stykke.tall >= 0]


def _bytt(tekst: str, steder: list[_Sted]) -> str:
    """A text with each place replaced; those that lie over each other are one."""
    deler: list[str] = []
    skrevet = 0
    for fra, til in steder:
        if deler and fra < skrevet:
            skrevet = max(skrevet, til)
            continue
        deler += [tekst[skrevet:fra], SKJULT]
        skrevet = til
    return "".join((*deler, tekst[skrevet:]))


def saken_i(id_: str) -> tuple[str, str] | None:
    """The organ and the case number that the id of a vedtak is made of: all that is known of one
    that could not be read.
    """
    treff = _ENKEL_ID.fullmatch(id_)
    return (treff[2], f"{int(treff[3])}/{treff[1][2:]}") if treff else None


def _saker(organ: str, skrevet: str) -> list[tuple[str, int, int]]:
    """A case number under the organ's code, and under the organ as it is written."""
    lest = saksnummer.les(skrevet)
    return (
        [(navn, lest.nr, lest.aar % 100) for navn in {organ.upper(), lest.organ or organ.upper()}]
        if lest
        else []
    )


def _kjent_form(skrevet: str) -> bool:
    """Whether the grammar of running text knows the way a case number is written."""
    lest = saksnummer.les(skrevet)
    return lest is not None and not re.match("20[0-9]{2}", skrevet.strip())


def _ordrett(alle: Iterable[str]) -> re.Pattern[str] | None:
    """An expression for some case numbers as they are written, whatever dashes and spaces."""
    deler = [
        re.sub(r"\\[-–]|–", "[-–]", re.escape(" ".join(ett.split()))).replace("\\ ", r"\s+")
        for ett in dict.fromkeys(alle)
    ]
    if not deler:
        return None
    return re.compile(rf"(?<![\w/–-])(?:{'|'.join(deler)})(?![\w/–-])", re.IGNORECASE)
