"""How far a workbook really goes, and what it holds beside the values, seen as its XML is parsed
and before any library gets it.

What the file says of its own size is not believed: what can begin an element is counted before the
parsing, rows, columns and merges as it goes, and the walk stops at the first that is too many.
"""

import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from typing import NamedTuple

from styring.fag.norsk import heltall
from styring.lesing.cellenavn import kolonnenavn, plassen, radnummeret
from styring.lesing.pakke import FOR_MYE, SKADET, XML, ForStor, Skadet, deler, les_xml

_FLEST_ELEMENTER = 3_000_000
_FLEST_ANDRE = 100_000
"""Elements that are neither rows, cells nor texts: a library makes an object of each, at a hundred
times the price.
"""
_FLEST_CELLER = 400_000
_FLEST_SAMMENSLAATTE = 1000
_GAMMEL = b"\xd0\xcf\x11\xe0"
_HOVEDNAVN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main "
_RAD, _CELLE, _SLAATT_SAMMEN, _BOK, _ARK = (
    f"{_HOVEDNAVN}{navn}" for navn in ("row", "c", "mergeCell", "workbook", "sheet")
)
_FORMEL, _NOTAT, _STREK = (f"{_HOVEDNAVN}{navn}" for navn in ("f", "comment", "strike"))
_FORHOLD = "http://schemas.openxmlformats.org/package/2006/relationships Relationship"
_BILLIGE = frozenset(f"{_HOVEDNAVN}{navn}" for navn in ("t", "si"))
_INNHOLD = frozenset(f"{_HOVEDNAVN}{navn}" for navn in ("v", "f", "is"))
_JA = frozenset({"1", "true"})
_UORDEN = (
    "radene eller cellene i regnearket står i feil rekkefølge. Åpne filen i Excel, og lagre den på"
    " nytt som .xlsx"
)
_FLEST_TREKK = 256
"""Attributes of one element."""


class Grense(NamedTuple):
    """How far a sheet may go."""

    rader: int
    kolonner: int


class Celleomraade(NamedTuple):
    """Cells that are merged: the name of the range, and its first and last row."""

    navn: str
    fra_rad: int
    til_rad: int


@dataclass(slots=True)
class Arkmaal:
    """How far one sheet really goes, whatever it states: the last row and column with anything in
    them, and what is merged.

    ``formler`` are the cells with a formula that gives no text, ``struket`` those with letters that
    are struck out where the cell itself says so, ``notater`` those with a note (in a part of its
    own), ``viser_til`` the parts that a list of relationships names.
    """

    rader: int = 0
    kolonner: int = 0
    sammenslaatt: list[Celleomraade] = field(default_factory=list)
    skjulte_rader: list[int] = field(default_factory=list)
    formler: list[tuple[int, int]] = field(default_factory=list)
    struket: set[tuple[int, int]] = field(default_factory=set)
    notater: list[str] = field(default_factory=list)
    viser_til: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Maal:
    """What a workbook holds: each part by its name, how many sheets are listed, and the file packed
    anew, so that a library sees what was judged.
    """

    deler: dict[str, Arkmaal] = field(default_factory=dict)
    ark: int = 0
    trygg: bytes = b""
    har_struket: bool = False

    def notater_paa(self, ark: str) -> list[str]:
        """The cells of a sheet that have a note, by the sheet's part."""
        mappe, _, navn = ark.rpartition("/")
        sammen = self.deler.get(f"{mappe}/_rels/{navn}.rels")
        hoyde = {f"../{sti}": del_ for sti, del_ in self._fra_roten(mappe).items()}
        return [
            celle
            for sti in (sammen.viser_til if sammen else ())
            if (del_ := self.deler.get(sti.lstrip("/")) or hoyde.get(sti))
            for celle in del_.notater
        ]

    def _fra_roten(self, mappe: str) -> dict[str, Arkmaal]:
        """The parts as they are called from the folder above a sheet's."""
        over = mappe.rpartition("/")[0]
        return {
            sti.removeprefix(f"{over}/"): del_
            for sti, del_ in self.deler.items()
            if sti.startswith(f"{over}/")
        }


def maal(raa: bytes, grense: Grense) -> Maal:
    """Go through a workbook. Raises Pakkefeil."""
    if raa.startswith(_GAMMEL):
        raise Skadet(
            "filen har passord, eller er lagret i det gamle formatet .xls. Lagre den som .xlsx uten"
            " passord"
        )
    gang = _Pakkegang(grense)
    ut = BytesIO()
    with zipfile.ZipFile(ut, "w") as pakke:
        for navn, innhold in deler(raa):
            gang.gaa(navn, innhold)
            pakke.writestr(navn, innhold)
    if "[Content_Types].xml" not in gang.maal.deler:
        raise Skadet("filen er ikke en Excel-fil. Lagre den som .xlsx")
    gang.maal.trygg = ut.getvalue()
    return gang.maal


class _Pakkegang:
    """One walk through the parts of a workbook, as its XML is parsed."""

    def __init__(self, grense: Grense) -> None:
        self.maal = Maal()
        self._grense = grense
        self._elementer = self._andre = self._celler = 0
        self._del = Arkmaal()
        self._rad = self._kolonne = 0
        self._er_tekst = False
        self._rot = ""

    def gaa(self, navn: str, innhold: bytes) -> None:
        """Go through one part.

        What isn't XML, as a picture, is passed by, unless its name says that it is.
        """
        self._del, self._rad, self._kolonne, self._rot = Arkmaal(), 0, 0, ""
        if b"\0" in innhold and navn.lower().endswith(XML):
            raise Skadet(SKADET)  # no program writes these in anything but UTF-8
        self._elementer += _starter(innhold)
        if self._elementer > _FLEST_ELEMENTER:
            raise ForStor(FOR_MYE)
        les_xml(navn, innhold, self._element)
        self.maal.deler[navn] = self._del

    def _element(self, navn: str, trekk: dict[str, str]) -> None:
        if len(trekk) > _FLEST_TREKK:
            raise ForStor(FOR_MYE)
        self._rot = self._rot or navn
        if navn == _CELLE:
            self._ny_celle(trekk.get("r"))
            self._er_tekst = trekk.get("t") == "str"
        elif navn in _INNHOLD:
            self._innhold(navn)
        elif navn == _RAD:
            self._ny_rad(trekk.get("r"), skjult=trekk.get("hidden") in _JA)
        elif navn not in _BILLIGE:
            self._andre += 1
            self._et_annet(navn, trekk)
        if self._andre > _FLEST_ANDRE or self._celler > _FLEST_CELLER:
            raise ForStor(FOR_MYE)

    def _et_annet(self, navn: str, trekk: dict[str, str]) -> None:
        """What is neither row, cell nor content."""
        if navn == _SLAATT_SAMMEN:
            self._sammenslaatt(trekk.get("ref", ""))
        elif navn == _ARK and self._rot == _BOK:
            self.maal.ark += 1
        elif navn == _NOTAT:
            self._del.notater.append(trekk.get("ref", ""))
        elif navn == _FORHOLD:
            self._del.viser_til.append(trekk.get("Target", ""))
        elif navn == _STREK and trekk.get("val", "1") in _JA:
            self.maal.har_struket = True
            if self._kolonne:
                self._del.struket.add((self._rad, self._kolonne))

    def _ny_rad(self, skrevet: str | None, *, skjult: bool) -> None:
        rad = self._rad + 1 if skrevet is None else radnummeret(skrevet)
        if rad <= self._rad:
            raise Skadet(_UORDEN)
        self._rad, self._kolonne = rad, 0
        if skjult:
            self._del.skjulte_rader.append(rad)

    def _ny_celle(self, skrevet: str | None) -> None:
        if not self._rad:
            return  # elsewhere than in a row: the order of calculation
        self._celler += 1
        kolonne, rad = (self._kolonne + 1, self._rad) if skrevet is None else plassen(skrevet)
        if rad != self._rad or kolonne <= self._kolonne:
            raise Skadet(_UORDEN)
        self._kolonne = kolonne

    def _innhold(self, navn: str) -> None:
        """What stands in a cell: only that makes a sheet longer or wider."""
        if not self._kolonne:
            return
        if navn == _FORMEL and not self._er_tekst:
            self._del.formler.append((self._rad, self._kolonne))
        if self._rad > self._grense.rader:
            raise ForStor(
                f"det står noe i rad {heltall(self._rad)}, og det er plass til"
                f" {heltall(self._grense.rader)}"
            )
        if self._kolonne > self._grense.kolonner:
            raise ForStor(
                f"det står noe i kolonne {kolonnenavn(self._kolonne)}, og det er plass til"
                f" {self._grense.kolonner}"
            )
        self._del.rader = self._rad
        self._del.kolonner = max(self._del.kolonner, self._kolonne)

    def _sammenslaatt(self, skrevet: str) -> None:
        fra, _, til = skrevet.partition(":")
        rader = sorted((plassen(fra)[1], plassen(til or fra)[1]))
        self._del.sammenslaatt.append(Celleomraade(skrevet.upper(), *rader))
        if len(self._del.sammenslaatt) > _FLEST_SAMMENSLAATTE:
            raise ForStor(f"regnearket har mer enn {_FLEST_SAMMENSLAATTE} sammenslåtte celler")


def _starter(innhold: bytes) -> int:
    """Elements that one part can begin at the most, before a parser is asked: each takes a «<» that
    no «/» follows.
    """
    return innhold.count(b"<") - innhold.count(b"</")
