"""The colours of pictures: a light fill, an edge of at least 5 to 1 against white, and a text of at
least 7 to 1 on the fill. Red and green are the same to some, so a sign stands with each.
"""

from typing import NamedTuple

from styring.visning.felles.merker import MERKER


class Farge(NamedTuple):
    """Six hex digits each, with the hash."""

    flate: str
    kant: str
    tekst: str


TEKST, DEMPET, STREK, TONE, PAPIR = "#1b1f24", "#4a5560", "#c3cad1", "#17506b", "#ffffff"
KRAV = "#8a6100"
"""The line that a series is held against."""
_BLAA = Farge("#d5e4f7", "#1f5fa8", "#123a68")
_GRAA = Farge("#ffffff", "#55626f", "#2b3540")
_FARGER = {
    "i_rute": Farge("#d6f0dc", "#1b7a3d", "#0f4a25"),
    "usikkert": Farge("#ffe9a8", "#8a6100", "#523a00"),
    "ikke_i_rute": Farge("#fbd5d0", "#b3261e", "#7a1510"),
    "ferdig": _BLAA,
    "avsluttes": _BLAA,
    "avsluttet": _BLAA,
}


def fargen(merke: str) -> Farge:
    """The colours of a sign; grey where it has none of its own."""
    return _FARGER.get(merke, _GRAA)


def tegnet(merke: str) -> str:
    """The sign itself."""
    return MERKER[merke].tegn
