"""The places of some values in one file, without mapping the rest of it: for files that were read without a fault, and hit by a rule.

The same places as ``kart`` gives, by the same parser; a property test holds them to it.
"""

from collections.abc import Iterable
from typing import Any

from yaml._yaml import CParser
from yaml.events import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent

from styring.funn import Sti
from styring.lesing.bygging import Hendelse, Hent
from styring.lesing.kart import Kart, utsnittet

_HELE = (ScalarEvent, AliasEvent)
_Tre = dict[Any, "_Tre"]
"""The paths that are looked for, put together: each step with what follows it."""


def plasser(fil: str, tekst: str, stier: Iterable[Sti]) -> Kart:
    """A map with the places of some paths and of what lies above them. The file must be one that the reader has taken whole."""
    tre: _Tre = {}
    for sti in stier:
        gren = tre
        for ledd in sti:
            gren = gren.setdefault(ledd, {})
    kart = Kart(fil, tekst.split("\n"))
    hent: Hent = CParser(tekst.encode()).get_event
    hent()
    hent()
    _Leting(kart, hent).verdi(hent(), (), tre)
    return kart


class _Leting:
    """One walk through the events of a file, along the paths that are looked for."""

    def __init__(self, kart: Kart, hent: Hent) -> None:
        self.kart = kart
        self.hent = hent

    def verdi(self, hendelse: Hendelse, sti: Sti, tre: _Tre) -> None:
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

    def ledd(self, navn: str, sti: Sti, tre: _Tre, nokkel: Hendelse) -> None:
        """Take one key and its value; of two equal keys the first counts."""
        under = (*sti, navn)
        if navn not in tre or under in self.kart.nokler:
            self.hopp(self.hent())
            return
        self.kart.nokler[under] = utsnittet(self.kart.linjer, nokkel)
        self.verdi(self.hent(), under, tre[navn])

    def hopp(self, hendelse: Hendelse) -> None:
        """Pass over a value that nobody asks for."""
        aapne = 0 if type(hendelse) in _HELE else 1
        hent = self.hent
        while aapne:
            slag = type(hent())
            if slag not in _HELE:
                aapne += -1 if slag is MappingEndEvent or slag is SequenceEndEvent else 1
