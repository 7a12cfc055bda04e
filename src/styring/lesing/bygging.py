"""The quick way from bytes to plain values, on libyaml's events.

Strict, and half the cost of a loader. It keeps no places: at the first doubt it stops, and ``kart`` reads the one file again and tells what is wrong.
"""

from typing import TYPE_CHECKING

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from styring.lesing.skalar import tolk
from styring.lesing.tegn import usynlige_tegn

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.events import Event

DYPEST = 20


class Tvil(Exception):  # noqa: N818  a signal between two readers, never an error that leaves this package
    """The quick reader has met something that it does not take; ``kart`` knows what."""


def bygg(raa: bytes) -> object:
    """Build dicts, lists and scalars from one file that ``tegn`` has found fit to read. Raises Tvil."""
    try:
        hent = CParser(raa).get_event
        hent()
        start = hent()
        if type(start) is not DocumentStartEvent or start.version or start.tags:
            raise Tvil
        verdi = _verdi(hent, hent(), 0)
        hent()
        if type(hent()) is not StreamEndEvent:
            raise Tvil
    except (YAMLError, ValueError) as feil:
        raise Tvil from feil
    if verdi is None:
        raise Tvil
    return verdi


def _verdi(hent: "Callable[[], Event]", hendelse: "Event", dybde: int) -> object:
    slag = type(hendelse)
    if slag is AliasEvent or hendelse.anchor is not None or hendelse.tag is not None or dybde > DYPEST:
        raise Tvil
    if slag is ScalarEvent:
        return _skalar(hendelse)
    if slag is MappingStartEvent:
        return _kart(hent, dybde)
    if slag is SequenceStartEvent:
        return _liste(hent, dybde)
    raise Tvil


def _skalar(hendelse: "Event") -> object:
    tekst: str = hendelse.value
    stil = hendelse.style
    if not stil:
        if " " in tekst or "\n" in tekst:
            if hendelse.start_mark.line != hendelse.end_mark.line:
                raise Tvil
            return tekst
        return tolk(tekst)
    if stil == '"' and usynlige_tegn.search(tekst):
        raise Tvil
    return tekst


def _kart(hent: "Callable[[], Event]", dybde: int) -> dict[str, object]:
    kart: dict[str, object] = {}
    while type(nokkel := hent()) is not MappingEndEvent:
        if type(nokkel) is not ScalarEvent or nokkel.anchor is not None or nokkel.tag is not None:
            raise Tvil
        navn = nokkel.value
        if navn in kart or navn == "<<" or (nokkel.style == '"' and usynlige_tegn.search(navn)):
            raise Tvil
        if "\n" in navn or (" " in navn and nokkel.start_mark.line != nokkel.end_mark.line):
            raise Tvil
        kart[navn] = _verdi(hent, hent(), dybde + 1)
    return kart


def _liste(hent: "Callable[[], Event]", dybde: int) -> list[object]:
    liste = []
    while type(hendelse := hent()) is not SequenceEndEvent:
        liste.append(_verdi(hent, hendelse, dybde + 1))
    return liste
