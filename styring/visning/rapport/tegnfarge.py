"""A row of signs, one for each thing that is counted, and the colour of each sign in a document.

Colour never carries meaning alone: the sign differs, and the word stands beside it or in the table
below.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from styring.fag.indikator import Maallys
from styring.fag.tilstand import Tilstand
from styring.visning.felles.merker import MERKER

_FLEST_TEGN = 50
_FARGER = {
    Tilstand.FERDIG: "1F4E9C",
    Tilstand.AVSLUTTES: "1F4E9C",
    Tilstand.AVSLUTTET: "1F4E9C",
    Tilstand.I_RUTE: "1A7337",
    Tilstand.USIKKERT: "8A6100",
    Tilstand.IKKE_I_RUTE: "B3261E",
    Tilstand.FORESLATT_AVSLUTTET: "0B6B75",
}
"""Each is at least 5 to 1 against white."""
_FARGE = {MERKER[tilstand.value].tegn: farge for tilstand, farge in _FARGER.items()}
_ALLE = "".join(MERKER[tilstand.value].tegn for tilstand in Tilstand)
_RAD = re.compile(f"([{_ALLE} ]*[{_ALLE}])( \\(hvert tegn er [0-9]+\\))?")
NYNORSK = (
    "ikkje i rute",
    "ikkje rapportert",
    "bortfalle",
    "blir avslutta ved årsskiftet",
    "foreslått avslutta",
    "avslutta",
    "ikkje nådd",
    "før måltalet",
    "utan måltal",
    "ikkje målt",
)
"""The words that differ in nynorsk, as the list has them (``fag.nynorsk``)."""
_ORD = "|".join((*(ett.ord for ett in (*Tilstand, *Maallys)), *NYNORSK))
_MED_ORD = re.compile(f"[{_ALLE}](?=\u00a0(?:{_ORD}))", re.IGNORECASE)


def tegnrad(telling: Mapping[Tilstand, int]) -> str:
    """One sign for each that is counted, state by state; where there are many, one for several of
    them, and it is said how many. None is left out: what there is any of, has a sign.
    """
    hver = -(-sum(telling.values()) // _FLEST_TEGN) or 1
    rad = " ".join(
        MERKER[tilstand.value].tegn * -(-tall // hver) for tilstand, tall in telling.items() if tall
    )
    return f"{rad} (hvert tegn er {hver})" if hver > 1 else rad


def er_tegnrad(tekst: str) -> bool:
    """Whether a text is such a row."""
    return _RAD.fullmatch(tekst) is not None


def med_farge(tekst: str) -> Iterator[tuple[str, str]]:
    """A text in pieces, each with its colour (six hex digits) or none: the signs of a row, and each
    sign that has its word after it.
    """
    if rad := _RAD.fullmatch(tekst):
        yield from ((("".join(likt), farge)) for farge, likt in groupby(rad[1], _farge))
        if rad[2]:
            yield rad[2], ""
        return
    fra = 0
    for treff in _MED_ORD.finditer(tekst):
        if treff.start() > fra:
            yield tekst[fra : treff.start()], ""
        yield treff[0], _farge(treff[0])
        fra = treff.end()
    if fra < len(tekst):
        yield tekst[fra:], ""


def _farge(tegn: str) -> str:
    return _FARGE.get(tegn, "")
