"""The places of some values in one file, without mapping the rest of it: for files that were read
without a fault, and hit by a rule.

The same places as ``kart`` gives, by the same parser; a property test holds them to it.
"""

from collections.abc import Iterable
from typing import Any

from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from styring.funn import Sti
from styring.lesing.bygging import NesteHendelse, Yamlhendelse
from styring.lesing.kart import utsnittet
from styring.lesing.kildekart import Kart

_HELE = (ScalarEvent, AliasEvent)
_IKKE_NOKKEL = ("", " ", "#", "-")
_TVETYDIGE = ("\t", "\r", "\x85", "\u2028", "\u2029", '"', "'", "{", "[")
"""Where one of these stands, a value may go over lines that look like keys."""
_Tre = dict[Any, "_Tre"]
"""The paths that are looked for, put together: each step with what follows it."""


def plasser(fil: str, tekst: str, stier: Iterable[Sti]) -> Kart:
    """A map with the places of some paths and of what lies above them.

    The file must be one that the reader has taken whole.
    """
    stier = list(stier)
    kart = Kart(fil, tekst.split("\n"))
    skjema = _Skjema([] if any(tegn in tekst for tegn in _TVETYDIGE) else kart.linjer)
    biter: dict[tuple[Any, ...], list[Sti]] = {}
    for sti in stier:
        biter.setdefault(sti[:2], []).append(sti)
    for hode, egne in biter.items():
        bit = skjema.biten(hode)
        if bit is None:
            return _hele(fil, tekst, stier)
        fra, til = bit
        funnet = _hele(fil, "\n".join(kart.linjer[fra:til]), [sti[1:] for sti in egne])
        for alle, plassene in ((kart.nokler, funnet.nokler), (kart.verdier, funnet.verdier)):
            alle.update(
                {
                    (hode[0], *sti): plass._replace(linje=plass.linje + fra)
                    for sti, plass in plassene.items()
                    if sti
                }
            )
    return kart


class _Skjema:
    """The entries of a form by the lines they stand on: seen at a glance where they are written as
    styring writes them, two columns in.
    """

    def __init__(self, linjer: list[str]) -> None:
        self._linjer = linjer
        self._ledd: dict[tuple[str, str], int | None] = {}
        topp = ""
        for nr, linje in enumerate(linjer):
            if linje[:2] != "  ":
                nokkel, _, verdi = linje.partition(":")
                if linje.strip() and linje[0] != "#":
                    topp = "" if verdi.partition("#")[0].strip() else nokkel
            elif linje[2:3] not in _IKKE_NOKKEL:
                navn = (topp, linje[2:].partition(":")[0])
                self._ledd[navn] = None if navn in self._ledd else nr

    def biten(self, hode: tuple[Any, ...]) -> tuple[int, int] | None:
        """From which line to which an entry goes; None where it can't be told at a glance."""
        fra = self._ledd.get(hode)
        if fra is None:
            return None
        til = fra + 1
        while til < len(self._linjer) and (
            self._linjer[til][:3] in ("   ", "", " ", "  ")
            or self._linjer[til].lstrip(" ")[:1] == "#"
        ):
            til += 1
        # A list may stand in the column of its key.
        return (
            None
            if til < len(self._linjer) and self._linjer[til].lstrip(" ")[:1] == "-"
            else (fra, til)
        )


def _hele(fil: str, tekst: str, stier: list[Sti]) -> Kart:
    tre: _Tre = {}
    for sti in stier:
        gren = tre
        for ledd in sti:
            gren = gren.setdefault(ledd, {})
    kart = Kart(fil, tekst.split("\n"))
    hent: NesteHendelse = CParser(tekst.encode()).get_event
    hent()
    hent()
    _Leting(kart, hent).verdi(hent(), (), tre)
    return kart


class _Leting:
    """One walk through the events of a file, along the paths that are looked for."""

    def __init__(self, kart: Kart, hent: NesteHendelse) -> None:
        self.kart = kart
        self.hent = hent

    def verdi(self, hendelse: Yamlhendelse, sti: Sti, tre: _Tre) -> None:
        self.kart.verdier[sti] = utsnittet(self.kart.linjer, hendelse)
        if type(hendelse) in _HELE:
            return
        if type(hendelse) is MappingStartEvent:
            while type(nokkel := self.hent()) is not MappingEndEvent:
                self.ledd(nokkel.value, sti, tre, nokkel)
            return
        nr = 0
        while type(forste := self.hent()) is not SequenceEndEvent:
            if nr in tre:
                self.verdi(forste, (*sti, nr), tre[nr])
            else:
                self.hopp(forste)
            nr += 1

    def ledd(self, navn: str, sti: Sti, tre: _Tre, nokkel: Yamlhendelse) -> None:
        """Take one key and its value; of two equal keys the first counts."""
        under = (*sti, navn)
        if navn not in tre or under in self.kart.nokler:
            self.hopp(self.hent())
            return
        self.kart.nokler[under] = utsnittet(self.kart.linjer, nokkel)
        self.verdi(self.hent(), under, tre[navn])

    def hopp(self, hendelse: Yamlhendelse) -> None:
        """Pass over a value that nobody asks for."""
        aapne = 0 if type(hendelse) in _HELE else 1
        hent = self.hent
        while aapne:
            slag = type(hent())
            if slag not in _HELE:
                aapne += -1 if slag is MappingEndEvent or slag is SequenceEndEvent else 1
