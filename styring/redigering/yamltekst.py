"""One YAML file as text that is edited in place: only the lines that an edit is about are changed.

The library tells where every key and value stands. Each edit becomes a replacement of one stretch
of the text; comments, order, quotes, blank lines and line endings elsewhere stay as they are,
because nothing is written anew.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from styring.feil import StyringFeil
from styring.redigering import gjengi, noder
from styring.redigering.gjengi import INNRYKK, Verdi, er_prosa
from styring.redigering.noder import FOR_HAAND, Plass, Sti


class _Tekstbit(NamedTuple):
    """A stretch of the text and what stands there instead."""

    fra: int
    til: int
    ny: str


class Yamltekst:
    """A file that is being edited.

    Edits are gathered, and made all at once by ``ferdig``; none may be inside what another one puts
    in.
    """

    def __init__(self, tekst: str) -> None:
        self._bom = "\ufeff" if tekst.startswith("\ufeff") else ""
        self._tekst = tekst.removeprefix("\ufeff")
        self._ny_linje = "\r\n" if "\r\n" in self._tekst else "\n"
        self._linjer = self._tekst.split("\n")
        self._starter = [0]
        for linje in self._linjer:
            self._starter.append(self._starter[-1] + len(linje) + 1)
        self._rot = noder.les(self._tekst)
        if not isinstance(self._rot, MappingNode) or self._rot.flow_style:
            raise StyringFeil(FOR_HAAND)
        self._biter: list[_Tekstbit] = []
        self._endret: dict[Sti, object] = {}
        self._nye_i: dict[int, int] = {}

    def sett(self, sti: Sti, felter: Mapping[str, Verdi], rekkefolge: Sequence[str] = ()) -> None:
        """Set some keys of the mapping at a path, which is made where it is missing.

        None empties a key. ``rekkefolge`` says where new keys belong.
        """
        kart, rest = self._naermeste(sti)
        if rest:
            under: Verdi = dict(felter)
            for navn in reversed(rest[1:]):
                under = {str(navn): under}
            felter, rekkefolge = {str(rest[0]): under}, ()
        for navn, verdi in felter.items():
            plass = noder.plassen(kart, navn)
            if plass is None and verdi is not None:
                self._ny_nokkel(kart, navn, verdi, rekkefolge)
            elif plass is not None and noder.er_ulik(plass.verdi, verdi):
                self._bytt(kart, plass, verdi)
            self._endret[*sti[: len(sti) - len(rest)], navn] = noder.som_lest(verdi)

    def legg_til(self, sti: Sti, nye: Sequence[Verdi], rekkefolge: Sequence[str] = ()) -> None:
        """Put entries last in the list at a path, which is made where it is missing."""
        kart, rest = self._naermeste(sti[:-1])
        plass = None if rest else noder.plassen(kart, sti[-1])
        liste = plass.verdi if plass else None
        if not isinstance(liste, SequenceNode) or not liste.value:
            self.sett(sti[:-1], {str(sti[-1]): list(nye)}, rekkefolge)
            return
        self._endret[sti] = [*map(noder.enkel, liste.value), *map(noder.som_lest, nye)]
        if liste.flow_style:
            for ledd in nye:
                self._sett_inn_i_flyt(liste, gjengi.paa_linjen(ledd))
            return
        siste = liste.value[-1]
        foran = self._linjer[liste.value[0].start_mark.line][
            : liste.value[0].start_mark.column
        ].rfind("-")
        if foran < 0:
            raise StyringFeil(FOR_HAAND)
        linjer = [
            linje
            for ledd in nye
            for linje in (
                [f"- {gjengi.paa_linjen(ledd)}"]
                if getattr(siste, "flow_style", False)
                else gjengi.ledd(ledd)
            )
        ]
        self._sett_inn_etter(self._siste_linje(siste), [" " * foran + linje for linje in linjer])

    def ny_post(self, del_: str, navn: str, linjer: Sequence[str]) -> None:
        """Put one more entry, written as lines with comments of its own, last in a mapping of the
        file, which is made where it is missing.
        """
        self._endret[del_, navn] = None
        plass = noder.plassen(self._rot, del_)
        if plass and getattr(plass.verdi, "flow_style", None):
            raise StyringFeil(FOR_HAAND)
        if plass is None:
            siste = list(noder.plasser(self._rot))[-1]
            foran = (
                []
                if any(bit.ny.lstrip().startswith(f"{del_}:") for bit in self._biter)
                else [f"{del_}:"]
            )
            self._sett_inn_etter(
                self._siste_linje(siste.verdi, siste.nokkel),
                [*foran, *(f"  {linje}" if linje else "" for linje in linjer)],
            )
            return
        under = list(noder.plasser(plass.verdi))
        innrykk = " " * (under[0].nokkel.start_mark.column if under else INNRYKK)
        self._sett_inn_etter(
            self._siste_linje(plass.verdi, plass.nokkel),
            [innrykk + linje if linje else "" for linje in linjer],
        )

    def ferdig(self) -> str:
        """Give the text with every edit made.

        What the edits are not about reads the same as before, or this fails as the bug it would be.
        """
        tekst = self._tekst
        for _, bit in sorted(
            enumerate(self._biter), key=lambda par: (par[1].fra, par[0]), reverse=True
        ):
            tekst = tekst[: bit.fra] + bit.ny.replace("\n", self._ny_linje) + tekst[bit.til :]
        self._kontroller(noder.les(tekst))
        return self._bom + tekst

    def _kontroller(self, ny: Node) -> None:
        """Read the new text, and refuse it unless it says what was asked for, and all else is as
        before. Raises StyringFeil.
        """
        foer, etter = dict(noder.flatt(self._rot, ())), dict(noder.flatt(ny, ()))
        uroert = all(
            foer.get(sti) == etter.get(sti)
            for sti in {*foer, *etter}
            if not any(sti[: len(endret)] == endret for endret in self._endret)
        )
        skrevet = all(
            noder.finn(ny, sti) in (verdi, None if verdi == "" else verdi)
            for sti, verdi in self._endret.items()
            if verdi is not None
        )
        if not (uroert and skrevet):
            raise StyringFeil(FOR_HAAND)

    def _naermeste(self, sti: Sti) -> tuple[MappingNode, Sti]:
        """The mapping at a path, or the nearest one above it, and what is missing from there."""
        node: Node = self._rot
        for nr, ledd in enumerate(sti):
            if isinstance(node, SequenceNode) and isinstance(ledd, int):
                under = node.value[ledd]
            else:
                under = next(
                    (plass.verdi for plass in noder.plasser(node) if plass.nokkel.value == ledd),
                    None,
                )
            if under is None or (isinstance(under, ScalarNode) and not under.value):
                return noder.som_kart(node), sti[nr:]
            node = under
        return noder.som_kart(node), ()

    def _bytt(self, kart: MappingNode, plass: Plass, verdi: Verdi) -> None:
        """Put another value behind a key."""
        etter_kolon = self._tekst.index(":", plass.nokkel.end_mark.index) + 1
        slutt = self._slutt(plass.verdi, etter_kolon)
        if kart.flow_style or getattr(plass.verdi, "flow_style", None) is True:
            self._bytt_ut(
                etter_kolon, slutt, "" if verdi is None else f" {gjengi.paa_linjen(verdi)}"
            )
            return
        innrykk = " " * (plass.nokkel.start_mark.column + INNRYKK)
        if er_prosa(verdi) or (
            isinstance(verdi, str) and getattr(plass.verdi, "style", None) in ("|", ">")
        ):
            paa, under = " |", gjengi.tekstlinjer(str(verdi))
        elif isinstance(verdi, list | dict):
            forste, *under = gjengi.felt("x", verdi)
            paa, under = forste[2:], [linje[INNRYKK:] for linje in under]
        else:
            paa, under = "" if verdi is None else f" {gjengi.paa_linjen(verdi)}", []
        # A comment behind the old value goes with the key: behind the last line of a text it would
        # have become part of it.
        linjens_slutt = self._linjeslutt(self._linjen(slutt))
        hale = self._tekst[slutt:linjens_slutt]
        self._bytt_ut(
            etter_kolon,
            linjens_slutt,
            paa + hale + "".join(f"\n{innrykk}{linje}" if linje else "\n" for linje in under),
        )

    def _linjen(self, indeks: int) -> int:
        return self._tekst.count("\n", 0, indeks)

    def _ny_nokkel(
        self, kart: MappingNode, navn: str, verdi: Verdi, rekkefolge: Sequence[str]
    ) -> None:
        plasser = list(noder.plasser(kart))
        if kart.flow_style:
            self._sett_inn_i_flyt(kart, gjengi.nokkel_paa_linjen(navn, verdi))
            return
        innrykk = " " * plasser[0].nokkel.start_mark.column
        linjer = [innrykk + linje if linje else "" for linje in gjengi.felt(navn, verdi)]
        foran = (
            rekkefolge[: rekkefolge.index(navn)]
            if navn in rekkefolge
            else [plass.nokkel.value for plass in plasser]
        )
        etter = [plass for plass in plasser if plass.nokkel.value in foran]
        if etter:
            self._sett_inn_etter(self._siste_linje(etter[-1].verdi, etter[-1].nokkel), linjer)
        else:
            forste = self._starter[plasser[0].nokkel.start_mark.line]
            self._bytt_ut(forste, forste, "".join(f"{linje}\n" for linje in linjer))

    def _sett_inn_i_flyt(self, node: Node, ny: str) -> None:
        """Put something last inside { } or [ ], with a comma where one is needed."""
        foran = self._tekst[: node.end_mark.index - 1].rstrip()
        har_noe = self._nye_i.get(id(node), 0) or foran[-1] not in "{[,"
        self._nye_i[id(node)] = 1
        self._bytt_ut(
            len(foran), len(foran), f"{', ' if har_noe else ' ' if foran[-1] == ',' else ''}{ny}"
        )

    def _slutt(self, verdi: Node, etter_kolon: int) -> int:
        """Where a value ends, without the comment and the blank lines after it."""
        if isinstance(verdi, ScalarNode) and verdi.style not in ("|", ">"):
            return max(
                int(verdi.end_mark.index) if verdi.value or verdi.style else etter_kolon,
                etter_kolon,
            )
        if getattr(verdi, "flow_style", None) is True:
            return int(verdi.end_mark.index)
        return self._linjeslutt(self._siste_linje(verdi))

    def _siste_linje(self, node: Node, nokkel: Node | None = None) -> int:
        """The last line that a value stands on; of the key where there is no value."""
        if isinstance(node, ScalarNode):
            if node.style in ("|", ">"):
                return self._blokkens_siste_linje(node.start_mark.line)
            return int(
                node.end_mark.line if node.value or node.style else (nokkel or node).start_mark.line
            )
        if getattr(node, "flow_style", None) or not node.value:
            return int(node.end_mark.line)
        siste = node.value[-1]
        return (
            self._siste_linje(siste[1], siste[0])
            if isinstance(node, MappingNode)
            else self._siste_linje(siste)
        )

    def _blokkens_siste_linje(self, start: int) -> int:
        """The last line of a text under ``|``: it goes on as far as its indentation does, that of
        its first line or the one given as in ``|2``.
        """
        siste = start
        gitt = re.search(r"[|>][+-]?([1-9])", self._linjer[start])
        innrykk = self._innrykk(start) + int(gitt[1]) if gitt else 0
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
        self._biter.append(_Tekstbit(fra, til, ny))
