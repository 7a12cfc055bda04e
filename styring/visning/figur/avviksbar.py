"""How far some things are from their budget: a bar to each side of a line, minus is worse."""

from collections.abc import Iterator
from decimal import Decimal

from styring.visning.figur import svg
from styring.visning.figur.figurer import Avviksbar, Avviksdel
from styring.visning.figur.palett import DEMPET, PAPIR, STREK, fargen

BREDDE = 360
_KANT, _TOPP, _RAD, _BAR = 8, 30, 40, 14
_MINST_NAVN = 120
"""The least room for the name of a thing."""
_VERRE, _BEDRE = "ikke_i_rute", "i_rute"


def tegn(figur: Avviksbar, nr: int) -> str:
    """Draw each with its name over its bar, and the amount at the end of the line."""
    hoyde = _TOPP + _RAD * len(figur.deler) + _KANT
    ord_ = (figur.tittel, figur.beskrivelse)
    return svg.bilde(BREDDE, hoyde, ord_, _innhold(figur, hoyde), nr)


def _innhold(figur: Avviksbar, hoyde: int) -> Iterator[str]:
    yield svg.element("rect", width=BREDDE, height=hoyde, fill=PAPIR)
    tittel = svg.fet(figur.tittel, BREDDE - 2 * _KANT)
    yield svg.tekst(_KANT, 18, tittel, font_weight="bold")
    midt = BREDDE / 2
    storst = max((abs(del_.belop) for del_ in figur.deler), default=Decimal(0))
    for plass, del_ in enumerate(figur.deler):
        yield from _raden(del_, _TOPP + _RAD * plass, storst, midt)


def _raden(del_: Avviksdel, y: int, storst: Decimal, midt: float) -> Iterator[str]:
    belop = svg.forkortet(del_.tekst, BREDDE - 2 * _KANT - _MINST_NAVN, 12)
    plass = svg.bredden(belop, 12) + 8
    navn = svg.forkortet(del_.navn, BREDDE - 2 * _KANT - plass, 12)
    yield svg.tekst(_KANT, y + 12, navn, 12)
    yield svg.tekst(BREDDE - _KANT, y + 12, belop, 12, fill=DEMPET, text_anchor="end")
    yield svg.element("rect", x=midt - 0.5, y=y + 16, width=1, height=_BAR + 4, fill=STREK)
    lengde = float(abs(del_.belop) / storst) * (midt - _KANT) if storst else 0.0
    if lengde:
        farge = fargen(_VERRE if del_.belop < 0 else _BEDRE)
        yield svg.element(
            "rect",
            x=midt - lengde if del_.belop < 0 else midt,
            y=y + 18,
            width=lengde,
            height=_BAR,
            fill=farge.flate,
            stroke=farge.kant,
            stroke_width=1.5,
        )
