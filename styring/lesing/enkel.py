"""The quickest way from text to plain values, for the plainest YAML: the way nearly every data file
is written.

Line by line, without libyaml: a third of the cost. It takes nothing that it is not sure of. At the
first doubt the whole file is left to ``bygging``; a property test holds the two to the same values
on every file and on a hundred thousand random edits.
"""

import re
from typing import Any

from styring.lesing.skalar import tolk

_linjene = re.compile(
    r"^( *)(- )?(?:([A-Za-z0-9][A-Za-z0-9_./-]{0,99}):(?: +(?! )(.*))?|(.*))$",
    re.MULTILINE,  # indent, item, key and value, or a value alone
).findall
_ren = re.compile(r"(?!-(?: |$))[^\s,\[\]{}#&*!|>'\"%@`\\?:][^\t]*(?<! )").fullmatch
_enkle = re.compile(r"'([^'\t]*)'").fullmatch
_doble = re.compile(r'"([^"\\\t]*)"').fullmatch
_flyt = re.compile(
    r"\[((?:[A-Za-z0-9][A-Za-z0-9_./-]*(?:, [A-Za-z0-9][A-Za-z0-9_./-]*)*)?)\]"
).fullmatch
_DYPEST = 16
"""Columns: no more than the levels that the format has, with room for the last that stand on one
line.
"""
_sette_ord: dict[str, object] = {}


class Usikker(Exception):
    """Something that is not plain enough to be sure of."""


def bygg_enkelt(tekst: str) -> dict[str, Any]:
    """Build the values of one file that ``tegn`` has found fit to read. Raises Usikker."""
    if "\t" in tekst or "\r" in tekst:
        raise Usikker
    leser = _Linjeleser(tekst)
    verdi = leser.kart(0)
    if leser.nr < leser.antall or not verdi:
        raise Usikker
    return verdi


class _Linjeleser:
    """One walk through the lines of a file.

    ``nr`` is the next line that says something: empty lines and whole-line comments don't.
    """

    def __init__(self, tekst: str) -> None:
        self.tekst = tekst
        self.linjer: list[str] = []
        self.deler: list[tuple[str, str, str, str, str]] = _linjene(tekst)
        self.antall = len(self.deler)
        self.nr = -1
        self.videre()

    def videre(self) -> None:
        """Go on to the next line that says something."""
        deler, nr, antall = self.deler, self.nr + 1, self.antall
        while nr < antall:
            _, ledd, navn, _, annet = deler[nr]
            if navn or ledd or (annet and annet[0] != "#"):
                break
            nr += 1
        self.nr = nr

    def innrykk(self) -> int:
        """How far in the next line stands; -1 at the end of the file."""
        return len(self.deler[self.nr][0]) if self.nr < self.antall else -1

    def kart(self, innrykk: int, *, i_ledd: bool = False) -> dict[str, Any]:
        """One mapping whose keys stand in a column.

        ``i_ledd``: its first line is the rest of a list's item.
        """
        ut: dict[str, Any] = {}
        deler, antall = self.deler, self.antall
        while (nr := self.nr) < antall:
            inn, ledd, navn, skrevet, _ = deler[nr]
            if i_ledd:
                i_ledd = False
            elif len(inn) < innrykk:
                break
            elif ledd or len(inn) > innrykk:
                raise Usikker
            if not navn or navn in ut:
                raise Usikker
            if skrevet == "|":
                ut[navn] = self.blokk(innrykk)
                continue
            if nr + 1 < antall and deler[nr + 1][2]:
                self.nr = nr + 1  # most lines are keys
            else:
                self.videre()
            if not skrevet or skrevet[0] == "#":
                ut[navn] = self.under(innrykk)
                continue
            if self.nr < antall and len(deler[self.nr][0]) > innrykk:
                raise Usikker  # the text goes on
            ut[navn] = _sette_ord[skrevet] if skrevet in _sette_ord else _skalar(skrevet)
        return ut

    def under(self, innrykk: int) -> Any:  # noqa: ANN401  a value of any kind
        """A mapping or a list below its key; nothing, where the next line is no deeper."""
        dypere = self.innrykk()
        er_liste = self.nr < self.antall and bool(self.deler[self.nr][1])
        if dypere <= innrykk:
            if er_liste and dypere == innrykk:
                raise Usikker
            return None
        if dypere > _DYPEST:
            raise Usikker
        return self.liste(dypere) if er_liste else self.kart(dypere)

    def liste(self, innrykk: int) -> list[Any]:
        """One list whose dashes stand in a column."""
        ut = []
        while (inn := self.innrykk()) >= innrykk:
            _, ledd, navn, _, annet = self.deler[self.nr]
            if inn > innrykk or not ledd:
                raise Usikker
            if navn:
                ut.append(self.kart(innrykk + 2, i_ledd=True))
                continue
            verdi = _skalar(annet)
            self.videre()
            if verdi is None or self.innrykk() > innrykk:
                raise Usikker
            ut.append(verdi)
        return ut

    def blokk(self, innrykk: int) -> str:
        """The lines of a text after |, down to the next that is no deeper than its key; one line
        break at the end, whatever number is written.
        """
        if not self.linjer:  # whole, only where a text goes over several
            self.linjer = self.tekst.split("\n")
        linjer, fra = self.linjer, self.nr + 1
        if fra >= len(linjer) or not (forste := linjer[fra].lstrip(" ")):
            raise Usikker
        dybde = len(linjer[fra]) - len(forste)
        if dybde <= innrykk:
            raise Usikker
        foran, til = " " * dybde, fra
        while til < len(linjer) and (linjer[til].startswith(foran) or not linjer[til].strip(" ")):
            til += 1
        if til < len(linjer) and len(linjer[til]) - len(linjer[til].lstrip(" ")) > innrykk:
            raise Usikker
        self.nr = til - 1
        self.videre()
        innhold = [linje[dybde:] for linje in linjer[fra:til]]
        if any(linje and not linje.strip() for linje in innhold):
            raise Usikker  # spaces alone, of any kind
        tekst = "\n".join(innhold).rstrip("\n")
        return f"{tekst}\n" if til < len(linjer) or not innhold[-1] else tekst


def _skalar(skrevet: str) -> Any:  # noqa: ANN401  a value of any kind
    """One value on its line, without the comment after it."""
    if skrevet in _sette_ord:
        return _sette_ord[skrevet]
    verdi = skrevet.partition(" #")[0].rstrip(" ") if " #" in skrevet else skrevet
    if _ren(verdi) is not None and ": " not in verdi and verdi[-1] != ":":
        if " " in verdi:
            return verdi
        try:
            _sette_ord[skrevet] = ord_ = tolk(verdi)
        except ValueError as feil:
            raise Usikker from feil
        return ord_
    if verdi != skrevet:
        raise Usikker
    if treff := _enkle(verdi) or _doble(verdi):
        return treff[1]
    if treff := _flyt(verdi):
        return [_skalar(ledd) for ledd in treff[1].split(", ")] if treff[1] else []
    raise Usikker
