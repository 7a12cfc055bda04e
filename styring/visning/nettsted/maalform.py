"""The files of the pages in nynorsk: our own words are translated, wherever they have come to
stand, and what people have typed stands as they typed it.

Made of pages where that is set apart (``register.dekket``).
"""

import re

from styring.fag.dekning import avdekk
from styring.fag.nynorsk import oversett
from styring.visning.felles import markering
from styring.visning.nettsted.nettblokker import Nettside

_JS_ORD = re.compile(r"const ORD = \{.*?\};", re.DOTALL)
_JS_TEKST = re.compile(r'(?<=: )"[^"]*"')


def paa_nynorsk(adresse: str, innhold: bytes) -> bytes:
    """One file by its address. Calendars are made so already; data keep their codes."""
    tekst = innhold.decode()
    if adresse.endswith((".html", ".atom", ".svg")):
        return markering.paa_nynorsk(tekst).encode()
    if adresse == "nettsted.js":
        tekst = _JS_ORD.sub(lambda ord_: _JS_TEKST.sub(_i_skript, ord_[0]), tekst)
    return avdekk(tekst).encode()


def siden(side: Nettside) -> Nettside:
    """What a page is found by, in nynorsk."""
    teksten = markering.teksten
    smuler = tuple(
        (navn, tittel if tittel == side.id else teksten(tittel)) for navn, tittel in side.smuler
    )
    funnet = side._replace(tittel=teksten(side.tittel), slag=teksten(side.slag), smuler=smuler)
    return funnet._replace(ord=teksten(side.ord))


def _i_skript(tekst: re.Match[str]) -> str:
    return oversett(tekst[0])
