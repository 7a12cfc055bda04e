"""How some things stood at some times: a row for each thing, a sign for each time."""

from collections.abc import Iterator

from styring.visning.figur import svg
from styring.visning.figur.figurer import Matrise
from styring.visning.figur.palett import DEMPET, PAPIR, fargen, tegnet

BREDDE = 360
_KANT, _TOPP, _HODE, _RUTE = 8, 26, 24, 20
_NAVN, _LINJE = 12, 15
"""The size of the names, and the height of a line of them."""
_MINST_NAVN = 120
"""The least room for the name of a thing."""


def tegn(figur: Matrise, nr: int) -> str:
    """Draw a matrix; it grows with its rows."""
    navnene = [svg.brutt(rad.navn, _forst(figur) - _KANT - 6, _NAVN) for rad in figur.rader]
    hoyder = [max(len(linjer) * _LINJE, _RUTE) + 6 for linjer in navnene]
    hoyde = _TOPP + _HODE + sum(hoyder) + _KANT
    ord_ = (figur.tittel, figur.beskrivelse)
    innhold = (*_hodet(figur, hoyde), *_radene(figur, navnene, hoyder))
    return svg.bilde(BREDDE, hoyde, ord_, innhold, nr)


def _steget(figur: Matrise) -> float:
    """How wide a column is."""
    plass = BREDDE - 2 * _KANT - _MINST_NAVN
    return min(72.0, plass / max(len(figur.kolonner), 1))


def _forst(figur: Matrise) -> float:
    """Where the columns begin."""
    return BREDDE - _KANT - _steget(figur) * len(figur.kolonner)


def _hodet(figur: Matrise, hoyde: int) -> Iterator[str]:
    yield svg.element("rect", width=BREDDE, height=hoyde, fill=PAPIR)
    tittel = svg.fet(figur.tittel, BREDDE - 2 * _KANT)
    yield svg.tekst(_KANT, 18, tittel, font_weight="bold")
    forst, steg = _forst(figur), _steget(figur)
    for kolonne, navn in enumerate(figur.kolonner):
        x = forst + steg * (kolonne + 0.5)
        kort = svg.forkortet(navn, steg - 4, _NAVN)
        yield svg.tekst(x, _TOPP + 16, kort, _NAVN, fill=DEMPET, text_anchor="middle")


def _radene(figur: Matrise, navnene: list[list[str]], hoyder: list[int]) -> Iterator[str]:
    y, forst, steg = _TOPP + _HODE, _forst(figur), _steget(figur)
    for rad, linjer, hoyde in zip(figur.rader, navnene, hoyder, strict=True):
        for nr, linje in enumerate(linjer):
            yield svg.tekst(_KANT, y + 13 + _LINJE * nr, linje, _NAVN)
        for kolonne, merke in enumerate(rad.celler):
            yield from _cellen(forst + steg * (kolonne + 0.5), y, merke)
        y += hoyde


def _cellen(midt: float, y: float, merke: str | None) -> Iterator[str]:
    if merke is None:
        yield svg.tekst(midt, y + 16, "–", fill=DEMPET, text_anchor="middle")
        return
    farge = fargen(merke)
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
    yield svg.tekst(midt, y + 15, tegnet(merke), fill=farge.tekst, text_anchor="middle")
