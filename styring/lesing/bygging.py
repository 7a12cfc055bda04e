"""The quick way from bytes to plain values, on libyaml's events.

Strict, and half the cost of a loader. It keeps no places: at the first doubt it stops, and ``kart``
reads the one file again and tells what is wrong.
"""

from collections.abc import Callable, Container
from typing import Any

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from styring.funn import Sti
from styring.lesing.skalar import tolk
from styring.lesing.tegn import DYPEST, usynlige_tegn
from styring.lesing.tvetydig import kan_vaere_tvetydig, tvetydige

Yamlhendelse = Any
"""An event from libyaml. PyYAML's own types know neither its value nor its style."""
NesteHendelse = Callable[[], Yamlhendelse]
_sette_ord: dict[str, object] = {}
"""Unquoted words met before, and what they mean: codes, dates and small numbers come again in file
after file, and are kept once.
"""


class Tvil(Exception):
    """The quick reader has met something that it does not take; ``kart`` knows what."""


def bygg(raa: bytes) -> object:
    """Build dicts, lists and scalars from one file that ``tegn`` has found fit to read.

    Raises Tvil.
    """
    try:
        if kan_vaere_tvetydig(raa) and any(tvetydige(raa)):
            raise Tvil
        hent = CParser(raa).get_event
        if b"&" in raa or b"*" in raa or b"!" in raa:
            hent = _uten_fremmede(hent)
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


def _uten_fremmede(hent: NesteHendelse) -> NesteHendelse:
    """Watch the events of a file that may have anchors, aliases or tags; most files can't, and are
    not slowed by it.
    """

    def neste() -> Yamlhendelse:
        hendelse = hent()
        if (
            type(hendelse) is AliasEvent
            or getattr(hendelse, "anchor", None) is not None
            or getattr(hendelse, "tag", None) is not None
        ):
            raise Tvil
        return hendelse

    return neste


def _verdi(hent: NesteHendelse, hendelse: Yamlhendelse, dybde: int) -> object:
    slag = type(hendelse)
    if slag is ScalarEvent:
        return _skalar(hendelse)
    if dybde > DYPEST:
        raise Tvil
    return _kart(hent, dybde) if slag is MappingStartEvent else _liste(hent, dybde)


def _skalar(hendelse: Yamlhendelse) -> object:
    """Read one value.

    An empty | is a form that nobody has filled in yet: nothing, not an empty text.
    """
    tekst: str = hendelse.value
    if hendelse.style:
        if hendelse.style == '"' and usynlige_tegn.search(tekst):
            raise Tvil
        return None if hendelse.style in "|>" and not tekst.strip() else tekst
    if " " not in tekst and "\n" not in tekst:
        _sette_ord[tekst] = ord_ = tolk(tekst)
        return ord_
    if hendelse.start_mark.line != hendelse.end_mark.line:
        raise Tvil
    return tekst


def _kart(hent: NesteHendelse, dybde: int) -> dict[str, object]:
    """Build one mapping.

    A key with nothing after the colon holds nothing: its name is judged with the others, and then
    it is left out.
    """
    kart: dict[str, object] = {}
    while type(nokkel := hent()) is ScalarEvent:
        navn = nokkel.value
        if navn in kart or not (navn.isidentifier() or _er_nokkel(nokkel)):
            raise Tvil
        hendelse = hent()
        if type(hendelse) is not ScalarEvent:
            kart[navn] = _verdi(hent, hendelse, dybde + 1)
        elif hendelse.style == "" and hendelse.value in _sette_ord:
            kart[navn] = _sette_ord[hendelse.value]
        else:
            kart[navn] = _skalar(hendelse)
    if type(nokkel) is not MappingEndEvent:
        raise Tvil
    return kart


def uten_tomme(verdi: object, behold: Container[Sti] = (), sti: Sti = ()) -> object:
    """Leave out every key that holds nothing: it means the same as one that isn't there.

    ``behold`` are the paths of those that stay.
    """
    if isinstance(verdi, dict):
        under = {navn: ((*sti, navn), del_) for navn, del_ in verdi.items()}
        return {
            navn: uten_tomme(del_, behold, der)
            for navn, (der, del_) in under.items()
            if del_ is not None or der in behold
        }
    return (
        [uten_tomme(del_, behold, (*sti, nr)) for nr, del_ in enumerate(verdi)]
        if isinstance(verdi, list)
        else verdi
    )


def _er_nokkel(nokkel: Yamlhendelse) -> bool:
    """Whether a key that is no simple word is still plain text on one line."""
    navn: str = nokkel.value
    paa_en_linje = "\n" not in navn and nokkel.start_mark.line == nokkel.end_mark.line
    return (
        paa_en_linje and navn != "<<" and not (nokkel.style == '"' and usynlige_tegn.search(navn))
    )


def _liste(hent: NesteHendelse, dybde: int) -> list[object]:
    liste = []
    while type(hendelse := hent()) is not SequenceEndEvent:
        liste.append(_verdi(hent, hendelse, dybde + 1))
    return liste
