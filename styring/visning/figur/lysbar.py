"""How things stand, as one bar: each part with its sign, its number and its word."""

from collections.abc import Iterator

from styring.visning.figur import svg
from styring.visning.figur.figurer import Lysbar, hele_tall
from styring.visning.figur.palett import PAPIR, fargen, tegnet

BREDDE = 360
_KANT, _TOPP, _BAR, _LINJE = 8, 28, 30, 22


def tegn(figur: Lysbar, nr: int) -> str:
    """Draw a bar."""
    hoyde = _TOPP + _BAR + 8 + _LINJE * len(figur.deler) + 4
    ord_ = (figur.tittel, figur.beskrivelse)
    return svg.bilde(BREDDE, hoyde, ord_, _innhold(figur, hoyde), nr)


def _innhold(figur: Lysbar, hoyde: int) -> Iterator[str]:
    yield svg.element("rect", width=BREDDE, height=hoyde, fill=PAPIR)
    tittel = svg.fet(figur.tittel, BREDDE - 2 * _KANT)
    yield svg.tekst(_KANT, 18, tittel, font_weight="bold")
    x = _KANT
    lengder = hele_tall([del_.antall for del_ in figur.deler], BREDDE - 2 * _KANT)
    for del_, lengde in zip(figur.deler, lengder, strict=True):
        farge, tegn_ = fargen(del_.merke), tegnet(del_.merke)
        yield svg.element(
            "rect",
            x=x,
            y=_TOPP,
            width=lengde,
            height=_BAR,
            fill=farge.flate,
            stroke=farge.kant,
            stroke_width=2,
        )
        if svg.bredden(tegn_, 16) + 6 <= lengde:
            yield svg.tekst(
                x + lengde / 2, _TOPP + 21, tegn_, 16, fill=farge.tekst, text_anchor="middle"
            )
        x += lengde
    for plass, del_ in enumerate(figur.deler):
        y = _TOPP + _BAR + 8 + _LINJE * plass + 14
        farge = fargen(del_.merke)
        yield svg.tekst(_KANT, y, tegnet(del_.merke), fill=farge.kant)
        ord_ = svg.forkortet(f"{del_.antall} {del_.ord}", BREDDE - 2 * _KANT - 22)
        yield svg.tekst(_KANT + 22, y, ord_)
