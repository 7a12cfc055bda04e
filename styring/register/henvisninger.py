"""How people name a record in running text: ids long and short, case numbers, with any dash or space, in lists and ranges.

Used to take out what names a hidden record. One look per text, whatever it holds, and no longer for a longer text than in proportion.
"""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from styring.fag import saksnummer
from styring.register.felter import har_siffer

SKJULT = "(ikke offentlig)"
_STREK = "\\-_\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
"""Every dash that an editor may put for a hyphen, and the underscore."""
_SKRA = "/\u2044\u2215\uff0f"
_MELLOM = rf"[\s{_STREK}]{{0,3}}"
_ID = re.compile(
    rf"(?<![^\W_])(?:(?P<aar>20\d\d){_MELLOM})?(?P<kode>[^\W\d_]{{1,12}}){_MELLOM}0{{0,4}}(?P<nr>\d{{1,6}})(?:{_MELLOM}V{_MELLOM}0{{0,2}}(?P<punkt>\d{{1,3}}))?"
    rf"(?P<flere>(?:\s{{0,3}}(?:[,{_STREK}]|og|til)\s{{0,3}}\d{{2,3}}(?![^\W_])){{0,20}})[^\W\d_]?(?![^\W_])(?:\s{{0,3}}[{_SKRA}]\s{{0,3}}(?P<del>\d{{1,4}})(?!\d))?",
    re.IGNORECASE,
)
"""A code and one or more numbers, with or without the year before, and perhaps a slash and a number: a punkt, the year of a case, or one more."""
_SAK = re.compile(
    rf"(?:(?<![^\W_])(?P<organ>[^\W\d_]{{1,6}})(?P<sak>[\s{_STREK}]?sak\w{{0,4}})?{_MELLOM})?(?<!\d)"
    rf"(?P<numre>\d{{1,6}}(?:\s{{0,3}}(?:[{_STREK},]|og|til)\s{{0,3}}\d{{1,6}}){{0,20}}?)\s{{0,3}}"
    rf"(?P<skille>[{_SKRA}]|[{_STREK}](?=\s{{0,3}}(?:20)?\d\d(?!\d|\s{{0,3}}[{_SKRA}]\s{{0,3}}\d)))\s{{0,3}}(?P<aar>(?:20)?\d\d)(?!\d)[^\W\d_]?(?![^\W_])",
    re.IGNORECASE,
)
"""One or more numbers and a year, with or without the organ before. With a dash the year is the last number."""
_LEDD = re.compile(r"\d+|[^\d\s,]+")
_VIDESTE = 200
"""Case numbers that a range may span."""
_KORT = re.compile(r"^20\d\d-(?=[^\W\d_])")
"""The year before the code that people use."""
_ENKEL_ID = re.compile(r"(20\d\d)-([^\W\d_]{1,12})-(\d{1,6})(?:-V(\d{1,3}))?")


class _Kjenning(NamedTuple):
    aar: str
    kode: str
    nr: int
    punkt: int


class Henvisninger:
    """The names of hidden records: their ids, and their case numbers as (organ, number, two digits of the year)."""

    def __init__(self, id_er: Iterable[str], saker: Iterable[tuple[str, str]], synlige: Iterable[tuple[str, str]]) -> None:
        """Take the ids of what is hidden, and (organ, case number) of the hidden vedtak and of those that everybody may see."""
        enkle = {id_: _ENKEL_ID.fullmatch(id_) for id_ in id_er}
        kjente = {_Kjenning(treff[1], treff[2].upper(), int(treff[3]), int(treff[4] or 0)) for treff in enkle.values() if treff}
        self._id_er = kjente | {kjent._replace(aar="") for kjent in kjente}
        # A single word without a digit is a word like any other, and stays where it is one.
        sjeldne = [navn for id_, treff in enkle.items() if not treff for navn in (id_, _KORT.sub("", id_)) if har_siffer(navn) or "-" in navn]
        self._sjeldne = re.compile("|".join(map(_som_skrevet, dict.fromkeys(sjeldne))), re.IGNORECASE) if sjeldne else None
        self._skjulte = {sak for organ, skrevet in saker for sak in _saker(organ, skrevet)}
        apne = {sak for organ, skrevet in synlige for sak in _saker(organ, skrevet)}
        self._organer = {organ for organ, *_ in self._skjulte | apne}
        self._uten_organ = {sak[1:] for sak in self._skjulte} - {sak[1:] for sak in apne}
        self._ingen = not (enkle or self._skjulte)
        self._har_alle_siffer = all(map(har_siffer, enkle))

    def nevnes_ikke(self, tekst: str) -> bool:
        """Whether it is seen at a glance that a text names nothing hidden."""
        return self._ingen or (self._har_alle_siffer and not har_siffer(tekst))

    def uten(self, tekst: str) -> str:
        """Running text without the names of what is hidden."""
        if self._sjeldne:
            tekst = self._sjeldne.sub(SKJULT, tekst)
        return _bytt(_ID, self._id, _bytt(_SAK, self._sak, tekst))

    def _id(self, treff: re.Match[str]) -> str | None:
        kjenning = _Kjenning(treff["aar"] or "", treff["kode"].upper(), int(treff["nr"]), int(treff["punkt"] or 0))
        del_, i_organ = treff["del"] or "", kjenning.kode in self._organer
        if not treff["aar"] and not treff["punkt"] and len(del_) > 1 and i_organ:
            return None  # the year of a case
        numre = _numrene(treff["nr"] + treff["flere"]) if treff["flere"] else set()
        numre |= {int(del_)} if len(del_) > 1 and not i_organ else set()
        nevnt = (kjenning, *(kjenning._replace(nr=nr, punkt=0) for nr in numre))
        return SKJULT if not self._id_er.isdisjoint(nevnt) else treff[0] if treff["aar"] else None

    def _sak(self, treff: re.Match[str]) -> str | None:
        organ, aar = (treff["organ"] or "").upper(), treff["aar"][-2:]
        nevner_sak = bool(treff["sak"]) or organ.startswith("SAK")
        numre = _numrene(treff["numre"])
        if organ in self._organer:
            return SKJULT if any((organ, nr, aar) in self._skjulte for nr in numre) else treff[0]
        if (treff["skille"] in _SKRA or nevner_sak) and any((nr, aar) in self._uten_organ for nr in numre):
            return SKJULT if nevner_sak or not organ else treff[0][: treff.start("numre") - treff.start()] + SKJULT
        return None


def _bytt(monster: re.Pattern[str], nytt: Callable[[re.Match[str]], str | None], tekst: str) -> str:
    """Replace what is found; what is kept (None) may hold the beginning of another, so the search goes on inside it."""
    deler, skrevet, sted = [], 0, 0
    while treff := monster.search(tekst, sted):
        erstatning = nytt(treff)
        sted = treff.start() + 1 if erstatning is None else treff.end()
        if erstatning is not None:
            deler += [tekst[skrevet : treff.start()], erstatning]
            skrevet = treff.end()
    return "".join((*deler, tekst[skrevet:])) if deler else tekst


def _som_skrevet(navn: str) -> str:
    """A pattern for an id of an unusual form, with any dash; one of mere words must have it."""
    skille = rf"[\s{_STREK}]*" if har_siffer(navn) else rf"[{_STREK}]+"
    return rf"(?<![^\W_]){skille.join(map(re.escape, navn.split('-')))}(?![^\W_])"


def _saker(organ: str, skrevet: str) -> list[tuple[str, int, str]]:
    """A case number under the organ's code, and under the organ as it is written."""
    lest = saksnummer.les(skrevet)
    return [(navn, lest.nr, str(lest.aar)[-2:]) for navn in {organ.upper(), lest.organ or organ.upper()}] if lest else []


def _numrene(skrevet: str) -> set[int]:
    """Every number of a list or a range: «9–11», «9 og 11», «9, 10»."""
    numre: set[int] = set()
    sist, fra_til = 0, False
    for ledd in _LEDD.findall(skrevet):
        if ledd.isdecimal():
            nr = int(ledd)
            numre.update(range(sist, nr + 1) if fra_til and sist < nr < sist + _VIDESTE else (nr,))
            sist, fra_til = nr, False
        else:
            fra_til = ledd.lower() != "og"
    return numre
