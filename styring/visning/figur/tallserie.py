"""A series of figures as a curve, with the line it is held against."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from styring.visning.figur import svg
from styring.visning.figur.figurer import Figurpunkt, Tallserie
from styring.visning.figur.palett import DEMPET, KRAV, PAPIR, STREK, TONE

BREDDE, HOYDE = 360, 190
_VENSTRE, _HOYRE, _TOPP, _BUNN = 14, 346, 60, 158
_FLEST_AAR = 6
"""Years that have room for their number; of more only every second is written."""
_LUFT = Decimal("0.12")
"""How much of the span is left free above and below."""


def tegn(serie: Tallserie, nr: int) -> str:
    """Draw a series."""
    flate = _Flate(serie)
    return svg.bilde(BREDDE, HOYDE, (serie.tittel, serie.beskrivelse), _innhold(serie, flate), nr)


class _Flate:
    """Where each year and each value stands."""

    def __init__(self, serie: Tallserie) -> None:
        verdier = [punkt.verdi for punkt in serie.punkter]
        verdier += [grense for grense in (serie.nedre, serie.ovre) if grense is not None]
        spenn = max(verdier) - min(verdier) or abs(max(verdier)) or Decimal(1)
        self.lavest = min(verdier) - spenn * _LUFT
        self.spenn = spenn * (1 + 2 * _LUFT)
        self.forst = serie.punkter[0].aar
        self.aar = max(serie.punkter[-1].aar - self.forst, 1)
        self.ett = len(serie.punkter) == 1

    def x(self, aar: int) -> float:
        if self.ett:
            return (_VENSTRE + _HOYRE) / 2
        inn = 22  # room for half a year's number and half a value
        return _VENSTRE + inn + (_HOYRE - _VENSTRE - 2 * inn) * (aar - self.forst) / self.aar

    def y(self, verdi: Decimal) -> float:
        return _BUNN - float((verdi - self.lavest) / self.spenn) * (_BUNN - _TOPP)


def _innhold(serie: Tallserie, flate: _Flate) -> Iterator[str]:
    yield svg.element("rect", width=BREDDE, height=HOYDE, fill=PAPIR)
    tittel = svg.fet(serie.tittel, BREDDE - 2 * _VENSTRE)
    yield svg.tekst(_VENSTRE, 18, tittel, font_weight="bold")
    yield svg.element("path", d=f"M{_VENSTRE} {_BUNN}H{_HOYRE}", stroke=STREK, fill="none")
    yield from _kravet(serie, flate)
    yield from _kurven(serie, flate)
    for nr, punkt in enumerate(serie.punkter):
        yield from _punktet(serie, flate, punkt)
        if len(serie.punkter) <= _FLEST_AAR or (len(serie.punkter) - 1 - nr) % 2 == 0:
            yield svg.tekst(
                flate.x(punkt.aar), _BUNN + 20, str(punkt.aar), fill=DEMPET, text_anchor="middle"
            )


def _kravet(serie: Tallserie, flate: _Flate) -> Iterator[str]:
    """The target as a dashed line, or the bounds as two."""
    for grense in (serie.nedre, serie.ovre):
        if grense is not None:
            y = flate.y(grense)
            yield svg.element(
                "path",
                d=f"M{_VENSTRE} {y:.1f}H{_HOYRE}",
                stroke=KRAV,
                stroke_width=2,
                stroke_dasharray="7 5",
                fill="none",
            )
    if serie.krav:
        ord_ = svg.forkortet(f"– – {serie.ord.maaltall}: {serie.krav}", BREDDE - 2 * _VENSTRE, 13)
        yield svg.tekst(_VENSTRE, 37, ord_, 13, fill=KRAV)


def _kurven(serie: Tallserie, flate: _Flate) -> Iterator[str]:
    """The line from figure to figure; over a break there is none, but a mark."""
    for foer, naa in pairwise(serie.punkter):
        x1, x2 = flate.x(foer.aar), flate.x(naa.aar)
        if naa.brudd:
            midt = (x1 + x2) / 2
            yield svg.element(
                "path",
                d=f"M{midt:.1f} {_TOPP}V{_BUNN}",
                stroke=DEMPET,
                stroke_dasharray="2 4",
                fill="none",
            )
            continue
        yield svg.element(
            "path",
            d=f"M{x1:.1f} {flate.y(foer.verdi):.1f}L{x2:.1f} {flate.y(naa.verdi):.1f}",
            stroke=TONE,
            stroke_width=3,
            fill="none",
        )


def _punktet(serie: Tallserie, flate: _Flate, punkt: Figurpunkt) -> Iterator[str]:
    """A figure; hollow where it is preliminary. The first and the last are written."""
    x, y = flate.x(punkt.aar), flate.y(punkt.verdi)
    fyll = PAPIR if punkt.forelopig else TONE
    yield svg.element("circle", cx=x, cy=y, r=5, fill=fyll, stroke=TONE, stroke_width=2)
    if punkt in (serie.punkter[0], serie.punkter[-1]):
        over = y - 11 if y - 11 > _TOPP - 2 else y + 22
        ord_ = svg.forkortet(punkt.tekst, BREDDE / 2)
        halv = svg.bredden(ord_) / 2
        midt = min(max(x, halv + 2), BREDDE - halv - 2)
        yield svg.tekst(
            midt,
            over,
            ord_,
            text_anchor="middle",
            font_weight="bold",
            stroke=PAPIR,
            stroke_width=4,
            paint_order="stroke",
        )
