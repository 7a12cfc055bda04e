"""The files of the pages in nynorsk: our own words are translated, wherever they have come to
stand, and what people have typed stands as they typed it.

Made of pages where that is set apart (``register.dekket``).
"""

import re
from functools import lru_cache

from styring.fag.dekning import avdekk
from styring.fag.nynorsk import oversett
from styring.visning.nettsted.nettblokker import Nettside

_DEL = re.compile(
    r"(?P<staar><(?P<tag>code|script|style|id|updated)\b.*?</(?P=tag)>"
    r'|<span class="s-(?:id|kode)">(?:<a [^>]*>)?[^<]*(?:</a>)?</span>)|<[^>]*>|[^<]+',
    re.DOTALL,
)
"""What is left as it is, one tag, or one text; no text of data can begin or end one."""
_LEST = re.compile(r'(?<= )(aria-label|title|alt|data-navn)="([^"]*)"')
"""The attributes that people read."""
_SPRAAK = re.compile(r'(?<= )((?:xml:)?lang)="nb"')
_JS_ORD = re.compile(r"const ORD = \{.*?\};", re.DOTALL)
_JS_TEKST = re.compile(r'(?<=: )"[^"]*"')
_teksten = lru_cache(maxsize=20_000)(oversett)
"""One text. Most of those on a page stand on others too."""


def paa_nynorsk(adresse: str, innhold: bytes) -> bytes:
    """One file by its address. Calendars are made so already; data keep their codes."""
    tekst = innhold.decode()
    if adresse.endswith((".html", ".atom", ".svg")):
        tekst = _DEL.sub(_delen, _SPRAAK.sub(r'\1="nn"', tekst))
    elif adresse == "nettsted.js":
        tekst = _JS_ORD.sub(lambda ord_: _JS_TEKST.sub(_i_skript, ord_[0]), tekst)
    return avdekk(tekst).encode()


def siden(side: Nettside) -> Nettside:
    """What a page is found by, in nynorsk."""
    smuler = tuple((navn, _teksten(tittel)) for navn, tittel in side.smuler)
    funnet = side._replace(tittel=_teksten(side.tittel), slag=_teksten(side.slag), smuler=smuler)
    return funnet._replace(ord=_teksten(side.ord))


def _delen(del_: re.Match[str]) -> str:
    if del_["staar"]:
        return del_[0]
    if del_[0][0] == "<":
        return _LEST.sub(lambda ett: f'{ett[1]}="{_teksten(ett[2])}"', del_[0])
    return _teksten(del_[0])


def _i_skript(tekst: re.Match[str]) -> str:
    return oversett(tekst[0])
