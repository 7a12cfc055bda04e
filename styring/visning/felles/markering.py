"""Text between tags in nynorsk: of a page, a picture or a feed that we have written."""

import re
from functools import lru_cache

from styring.fag.dekning import avdekk
from styring.fag.nynorsk import oversett

_DEL = re.compile(
    r"(?P<staar><(?P<tag>code|script|style|id|updated)\b.*?</(?P=tag)>"
    r'|<span class="s-(?:id|kode)">(?:<a [^>]*>)?[^<]*(?:</a>)?</span>)|<[^>]*>|[^<]+',
    re.DOTALL,
)
"""What is left as it is, one tag, or one text; no text of data can begin or end one."""
_LEST = re.compile(r'(?<= )(aria-label|title|alt|data-navn)="([^"]*)"')
"""The attributes that people read."""
_SPRAAK = re.compile(r'(?<= )((?:xml:)?lang)="nb"')


def paa_nynorsk(tekst: str) -> str:
    """HTML, SVG or Atom with our own words in nynorsk, and what people typed as they typed it."""
    return avdekk(_DEL.sub(_delen, _SPRAAK.sub(r'\1="nn"', tekst)))


@lru_cache(maxsize=20_000)
def teksten(tekst: str) -> str:
    """One text, with what was typed still set apart. Most of those on a page stand on others
    too.
    """
    return oversett(tekst)


def _delen(del_: re.Match[str]) -> str:
    if del_["staar"]:
        return del_[0]
    if del_[0][0] == "<":
        return _LEST.sub(lambda ett: f'{ett[1]}="{teksten(ett[2])}"', del_[0])
    return teksten(del_[0])
