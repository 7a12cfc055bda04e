"""How things stand, as one bar: each part with its sign, its number and its word."""

from collections.abc import Iterator

from styring.visning.figur import svg
from styring.visning.figur.figurer import Lysbar, hele_tall
from styring.visning.figur.palett import PAPIR, fargen, tegnet

BREDDE = 360
_KANT, _TOPP, _BAR, _LINJE = 8, 28, 30, 22
_STRIPE = 26
"""The height of the bar alone."""


def tegn(figur: Lysbar, nr: int) -> str:
    """Draw a bar."""
    hoyde = _TOPP + _BAR + 8 + _LINJE * len(figur.deler) + 4
    ord_ = (figur.tittel, figur.beskrivelse)
    return svg.bilde(BREDDE, hoyde, ord_, _innhold(figur, hoyde), nr)


def stripe(figur: Lysbar, nr: int) -> str:
    """Draw the bar alone, where its words stand beside it."""
    ord_ = (figur.tittel, figur.beskrivelse)
    return svg.bilde(BREDDE, _STRIPE, ord_, _delene(figur, 1, 1, _STRIPE - 2), nr)


def _innhold(figur: Lysbar, hoyde: int) -> Iterator[str]:
    yield svg.element("rect", width=BREDDE, height=hoyde, fill=PAPIR)
    tittel = svg.fet(figur.tittel, BREDDE - 2 * _KANT)
    yield svg.tekst(_KANT, 18, tittel, font_weight="bold")
    yield from _delene(figur, _KANT, _TOPP, _BAR)
    for plass, del_ in enumerate(figur.deler):
        y = _TOPP + _BAR + 8 + _LINJE * plass + 14
        farge = fargen(del_.merke)
        yield svg.tekst(_KANT, y, tegnet(del_.merke), fill=farge.kant)
        ord_ = svg.forkortet(f"{del_.antall} {del_.ord}", BREDDE - 2 * _KANT - 22)
        yield svg.tekst(_KANT + 22, y, ord_)


def _delene(figur: Lysbar, kant: int, topp: int, hoyde: int) -> Iterator[str]:
    """The parts, each with its sign where there is room for it."""
    x = kant
    lengder = hele_tall([del_.antall for del_ in figur.deler], BREDDE - 2 * kant)
    for del_, lengde in zip(figur.deler, lengder, strict=True):
        farge, tegn_ = fargen(del_.merke), tegnet(del_.merke)
        yield svg.element(
            "rect",
            x=x,
            y=topp,
            width=lengde,
            height=hoyde,
            fill=farge.flate,
            stroke=farge.kant,
            stroke_width=2,
        )
        if svg.bredden(tegn_, 16) + 6 <= lengde:
            midt = topp + hoyde / 2 + 6
            yield svg.tekst(x + lengde / 2, midt, tegn_, 16, fill=farge.tekst, text_anchor="middle")
        x += lengde
