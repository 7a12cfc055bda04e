"""One YAML file as text that is edited in place: only the lines that an edit is about are changed.

The library tells where every key and value stands. Each edit becomes a replacement of one stretch of the text; comments, order, quotes, blank lines and
line endings elsewhere stay as they are, because nothing is written anew.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from styring.redigering import gjengi
from styring.redigering.gjengi import INNRYKK, Verdi, er_prosa

Sti = tuple[str | int, ...]


class _Bit(NamedTuple):
    """A stretch of the text and what stands there instead."""

    fra: int
    til: int
    ny: str


class _Plass(NamedTuple):
    """One key of a mapping with its value."""

    nokkel: ScalarNode
    verdi: Node


class Yamltekst:
    """A file that is being edited. Edits are gathered, and made all at once by ``ferdig``; none may be inside what another one puts in."""

    def __init__(self, tekst: str) -> None:
        self._bom = "\ufeff" if tekst.startswith("\ufeff") else ""
        self._tekst = tekst.removeprefix("\ufeff")
        self._ny_linje = "\r\n" if "\r\n" in self._tekst else "\n"
        self._linjer = self._tekst.split("\n")
        self._starter = [0]
        for linje in self._linjer:
            self._starter.append(self._starter[-1] + len(linje) + 1)
        self._rot = YAML(pure=True).compose(self._tekst)
        self._biter: list[_Bit] = []
        self._endret: list[Sti] = []

    def sett(self, sti: Sti, felter: Mapping[str, Verdi], rekkefolge: Sequence[str] = ()) -> None:
        """Set some keys of the mapping at a path, which is made where it is missing. None empties a key. ``rekkefolge`` says where new keys belong."""
        kart, rest = self._naermeste(sti)
        if rest:
            under: Verdi = dict(felter)
            for navn in reversed(rest[1:]):
                under = {str(navn): under}
            felter, rekkefolge = {str(rest[0]): under}, ()
        for navn, verdi in felter.items():
            plass = next((plass for plass in _plasser(kart) if plass.nokkel.value == navn), None)
            if plass is None and verdi is not None:
                self._ny_nokkel(kart, navn, verdi, rekkefolge)
            elif plass is not None and _enkel(plass.verdi) != _som_lest(verdi):
                self._bytt(kart, plass, verdi)
            self._endret.append((*sti[: len(sti) - len(rest)], navn))

    def legg_til(self, sti: Sti, ledd: Verdi, rekkefolge: Sequence[str] = ()) -> None:
        """Put one entry last in the list at a path, which is made where it is missing."""
        kart, rest = self._naermeste(sti[:-1])
        plass = None if rest else next((plass for plass in _plasser(kart) if plass.nokkel.value == sti[-1]), None)
        liste = plass.verdi if plass else None
        if not isinstance(liste, SequenceNode) or not liste.value:
            self.sett(sti[:-1], {str(sti[-1]): [ledd]}, rekkefolge)
            return
        self._endret.append(sti)
        if liste.flow_style:
            self._bytt_ut(liste.end_mark.index - 1, liste.end_mark.index - 1, f", {gjengi.paa_linjen(ledd)}")
            return
        siste = liste.value[-1]
        foran = self._linjer[liste.value[0].start_mark.line][: liste.value[0].start_mark.column].rindex("-")
        linjer = [f"- {gjengi.paa_linjen(ledd)}"] if getattr(siste, "flow_style", False) else gjengi.ledd(ledd)
        self._sett_inn_etter(self._siste_linje(siste), [" " * foran + linje for linje in linjer])

    def ny_post(self, del_: str, navn: str, linjer: Sequence[str]) -> None:
        """Put one more entry, written as lines with comments of its own, last in a mapping of the file, which is made where it is missing."""
        self._endret.append((del_, navn))
        plass = next((plass for plass in _plasser(self._rot) if plass.nokkel.value == del_), None)
        if plass is None:
            siste = list(_plasser(self._rot))[-1]
            foran = [] if any(bit.ny.startswith(f"{del_}:") for bit in self._biter) else [f"{del_}:"]
            self._sett_inn_etter(self._siste_linje(siste.verdi, siste.nokkel), [*foran, *(f"  {linje}" if linje else "" for linje in linjer)])
            return
        under = list(_plasser(plass.verdi))
        innrykk = " " * (under[0].nokkel.start_mark.column if under else INNRYKK)
        self._sett_inn_etter(self._siste_linje(plass.verdi, plass.nokkel), [innrykk + linje if linje else "" for linje in linjer])

    def ferdig(self) -> str:
        """Give the text with every edit made. What the edits are not about reads the same as before, or this fails as the bug it would be."""
        tekst = self._tekst
        for _, bit in sorted(enumerate(self._biter), key=lambda par: (par[1].fra, par[0]), reverse=True):
            tekst = tekst[: bit.fra] + bit.ny.replace("\n", self._ny_linje) + tekst[bit.til :]
        foer, etter = dict(_flatt(self._rot, ())), dict(_flatt(YAML(pure=True).compose(tekst), ()))
        for sti in {*foer, *etter}:
            if not any(sti[: len(endret)] == endret for endret in self._endret):
                assert foer.get(sti) == etter.get(sti), sti  # noqa: S101  a bug of ours, and nothing is written after it
        return self._bom + tekst

    def _naermeste(self, sti: Sti) -> tuple[MappingNode, Sti]:
        """The mapping at a path, or the nearest one above it, and what is missing from there."""
        node = self._rot
        for nr, ledd in enumerate(sti):
            if isinstance(node, SequenceNode) and isinstance(ledd, int):
                under = node.value[ledd]
            else:
                under = next((plass.verdi for plass in _plasser(node) if plass.nokkel.value == ledd), None)
            if under is None or (isinstance(under, ScalarNode) and not under.value):
                return node, sti[nr:]
            node = under
        return node, ()

    def _bytt(self, kart: MappingNode, plass: _Plass, verdi: Verdi) -> None:
        """Put another value behind a key."""
        etter_kolon = self._tekst.index(":", plass.nokkel.end_mark.index) + 1
        slutt = self._slutt(plass.verdi, etter_kolon)
        if kart.flow_style or getattr(plass.verdi, "flow_style", None) is True:
            self._bytt_ut(etter_kolon, slutt, "" if verdi is None else f" {gjengi.paa_linjen(verdi)}")
            return
        innrykk = " " * (plass.nokkel.start_mark.column + INNRYKK)
        if er_prosa(verdi) or (isinstance(verdi, str) and getattr(plass.verdi, "style", None) in ("|", ">")):
            paa, under = " |", gjengi.tekstlinjer(str(verdi))
        elif isinstance(verdi, list | dict):
            forste, *under = gjengi.felt("x", verdi)
            paa, under = forste[2:], [linje[INNRYKK:] for linje in under]
        else:
            paa, under = "" if verdi is None else f" {gjengi.paa_linjen(verdi)}", []
        if slutt > self._linjeslutt(plass.nokkel.start_mark.line):
            linjer = "".join(f"\n{innrykk}{linje}" if linje else "\n" for linje in under)
            self._bytt_ut(etter_kolon, slutt, paa + linjer)
            return
        self._bytt_ut(etter_kolon, slutt, paa)
        if under:
            self._sett_inn_etter(plass.nokkel.start_mark.line, [f"{innrykk}{linje}" if linje else "" for linje in under])

    def _ny_nokkel(self, kart: MappingNode, navn: str, verdi: Verdi, rekkefolge: Sequence[str]) -> None:
        plasser = list(_plasser(kart))
        if kart.flow_style:
            skille = ", " if plasser else ""
            self._bytt_ut(kart.end_mark.index - 1, kart.end_mark.index - 1, f"{skille}{gjengi.nokkel_paa_linjen(navn, verdi)}")
            return
        innrykk = " " * plasser[0].nokkel.start_mark.column
        linjer = [innrykk + linje if linje else "" for linje in gjengi.felt(navn, verdi)]
        foran = rekkefolge[: rekkefolge.index(navn)] if navn in rekkefolge else [plass.nokkel.value for plass in plasser]
        etter = [plass for plass in plasser if plass.nokkel.value in foran]
        if etter:
            self._sett_inn_etter(self._siste_linje(etter[-1].verdi, etter[-1].nokkel), linjer)
        else:
            forste = self._starter[plasser[0].nokkel.start_mark.line]
            self._bytt_ut(forste, forste, "".join(f"{linje}\n" for linje in linjer))

    def _slutt(self, verdi: Node, etter_kolon: int) -> int:
        """Where a value ends, without the comment and the blank lines after it."""
        if isinstance(verdi, ScalarNode) and verdi.style not in ("|", ">"):
            return max(verdi.end_mark.index if verdi.value or verdi.style else etter_kolon, etter_kolon)
        if getattr(verdi, "flow_style", None) is True:
            return int(verdi.end_mark.index)
        return self._linjeslutt(self._siste_linje(verdi))

    def _siste_linje(self, node: Node, nokkel: Node | None = None) -> int:
        """The last line that a value stands on; of the key where there is no value."""
        if isinstance(node, ScalarNode):
            if node.style in ("|", ">"):
                return self._blokkens_siste_linje(node.start_mark.line)
            return int(node.end_mark.line if node.value or node.style else (nokkel or node).start_mark.line)
        if getattr(node, "flow_style", None) or not node.value:
            return int(node.end_mark.line)
        siste = node.value[-1]
        return self._siste_linje(siste[1], siste[0]) if isinstance(node, MappingNode) else self._siste_linje(siste)

    def _blokkens_siste_linje(self, start: int) -> int:
        """The last line of a text under ``|``: it goes on as far as the indentation of its first line does."""
        siste = start
        innrykk = 0
        for nr in range(start + 1, len(self._linjer)):
            linje = self._linjer[nr].rstrip("\r")
            if not linje.strip():
                continue
            denne = len(linje) - len(linje.lstrip(" "))
            innrykk = innrykk or denne
            if denne < innrykk or denne <= self._innrykk(start):
                break
            siste = nr
        return siste

    def _innrykk(self, linje: int) -> int:
        tekst = self._linjer[linje]
        return len(tekst) - len(tekst.lstrip(" -"))

    def _linjeslutt(self, linje: int) -> int:
        return self._starter[linje] + len(self._linjer[linje].rstrip("\r"))

    def _sett_inn_etter(self, linje: int, nye: Sequence[str]) -> None:
        if linje + 1 < len(self._linjer):
            plass = self._starter[linje + 1]
            self._bytt_ut(plass, plass, "".join(f"{ny}\n" for ny in nye))
        else:
            plass = self._linjeslutt(linje)
            self._bytt_ut(plass, plass, "".join(f"\n{ny}" for ny in nye))

    def _bytt_ut(self, fra: int, til: int, ny: str) -> None:
        self._biter.append(_Bit(fra, til, ny))


def _plasser(node: Node) -> Iterator[_Plass]:
    return (_Plass(*par) for par in node.value) if isinstance(node, MappingNode) else iter(())


def _enkel(node: Node) -> object:
    """What a value says, as text and lists of text, for telling an edit that changes nothing."""
    if isinstance(node, MappingNode):
        return {plass.nokkel.value: _enkel(plass.verdi) for plass in _plasser(node)}
    if isinstance(node, SequenceNode):
        return [_enkel(ledd) for ledd in node.value]
    return node.value.strip()


def _som_lest(verdi: Verdi) -> object:
    if isinstance(verdi, Mapping):
        return {navn: _som_lest(del_) for navn, del_ in verdi.items()}
    if isinstance(verdi, list):
        return [_som_lest(ledd) for ledd in verdi]
    if isinstance(verdi, bool):
        return "true" if verdi else "false"
    return "" if verdi is None else "\n".join(gjengi.tekstlinjer(verdi)).strip() if isinstance(verdi, str) else str(verdi)


def _flatt(node: Node | None, sti: Sti) -> Iterator[tuple[Sti, str]]:
    if isinstance(node, MappingNode):
        for plass in _plasser(node):
            yield from _flatt(plass.verdi, (*sti, plass.nokkel.value))
    elif isinstance(node, SequenceNode):
        for nr, ledd in enumerate(node.value):
            yield from _flatt(ledd, (*sti, nr))
    elif isinstance(node, ScalarNode) and node.value:
        yield sti, node.value
