"""What people have typed, set apart letter by letter, so that our own words can be translated
around it wherever it has come to stand.

Every letter is moved to a place of its own; digits, signs and spaces stay, so a text is as long as
it was, begins and ends as it did, and can be cut and joined.
"""

import re
from functools import cache

_FLYTT = 0x17000
"""Where they are moved: among the signs of Tangut, which are letters, and which nobody writes. One
of those that is typed all the same is the only sign that is not given back as it was.
"""
_SISTE = 0x250
"""Letters up to here are moved: Latin ones. Others are none of our words."""
EGNE_ORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]+")
"""A word that is ours: what is typed has no such letters while it is set apart."""


def dekk(tekst: str) -> str:
    """Set a text apart."""
    return tekst.translate(_bort())


def avdekk(tekst: str) -> str:
    """Give back the letters of what was set apart, anywhere in a text."""
    return tekst if max(tekst, default="") < chr(_FLYTT) else tekst.translate(_tilbake())


def dekt_bokstav(bokstav: str) -> str:
    """What one letter stands as while it is set apart."""
    return chr(_FLYTT + ord(bokstav))


@cache
def _bort() -> dict[int, int]:
    return {kode: _FLYTT + kode for kode in range(0x41, _SISTE) if chr(kode).isalpha()}


@cache
def _tilbake() -> dict[int, int]:
    return {dekt: kode for kode, dekt in _bort().items()}
