"""How some things stood at some times: a row for each thing, a sign for each time."""

from collections.abc import Iterator

from styring.visning.figur import svg
from styring.visning.figur.figurer import Matrise
from styring.visning.figur.palett import DEMPET, PAPIR, fargen, tegnet

BREDDE = 360
_KANT, _TOPP, _HODE, _RAD, _RUTE = 8, 26, 24, 26, 20
_MINST_NAVN = 120
"""The least room for the name of a thing."""


def tegn(figur: Matrise, nr: int) -> str:
    """Draw a matrix; it grows with its rows."""
    hoyde = _TOPP + _HODE + _RAD * len(figur.rader) + _KANT
    ord_ = (figur.tittel, figur.beskrivelse)
    return svg.bilde(BREDDE, hoyde, ord_, _innhold(figur, hoyde), nr)


def _innhold(figur: Matrise, hoyde: int) -> Iterator[str]:
    yield svg.element("rect", width=BREDDE, height=hoyde, fill=PAPIR)
    tittel = svg.forkortet(figur.tittel, BREDDE - 2 * _KANT)
    yield svg.tekst(_KANT, 18, tittel, font_weight="bold")
    plass = BREDDE - 2 * _KANT - _MINST_NAVN
    steg = min(74.0, plass / max(len(figur.kolonner), 1))
    forst = BREDDE - _KANT - steg * len(figur.kolonner)
    for kolonne, navn in enumerate(figur.kolonner):
        x = forst + steg * (kolonne + 0.5)
        kort = svg.forkortet(navn, steg - 2, 13)
        yield svg.tekst(x, _TOPP + 16, kort, 13, fill=DEMPET, text_anchor="middle")
    for rad, ett in enumerate(figur.rader):
        y = _TOPP + _HODE + _RAD * rad
        yield svg.tekst(_KANT, y + 16, svg.forkortet(ett.navn, forst - _KANT - 6))
        for kolonne, celle in enumerate(ett.celler):
            midt = forst + steg * (kolonne + 0.5)
            if celle is None:
                yield svg.tekst(midt, y + 16, "–", fill=DEMPET, text_anchor="middle")
                continue
            farge = fargen(celle.merke)
            yield svg.element(
                "rect",
                x=midt - _RUTE / 2,
                y=y,
                width=_RUTE,
                height=_RUTE,
                fill=farge.flate,
                stroke=farge.kant,
                stroke_width=1.5,
            )
            yield svg.tekst(
                midt, y + 15, tegnet(celle.merke), fill=farge.tekst, text_anchor="middle"
            )
