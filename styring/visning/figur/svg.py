"""SVG written by hand: every text and attribute is escaped in the one place where it is written.

Tried beside it, November 2026: pygal (15 kB a chart, a script, the day of today in a comment) and
leather (no title, no break in a series, no dashed line). Neither is both the same bytes every time
and readable for one who does not see it; matplotlib is 80 MB.
"""

from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from markupsafe import escape

from styring.fag.dekning import avdekk
from styring.visning.felles.trygg import enlinje
from styring.visning.figur.palett import TEKST

Tall = int | float | Decimal
NAVNEROM = "http://www.w3.org/2000/svg"
_BRED, _SMAL = "mwMWÅÆØ@%…", "ijlItf.,:;'| ()-!"
_VANLIG, _STOR, _EKSTRA, _MINDRE = 0.64, 0.76, 1.0, 0.4
"""Parts of the size."""
_ANDRE_SKRIFTER = 0x2E7F
"""From here on most signs are as wide as they are high."""
_FETERE = 1.12


def element(navn: str, innhold: Iterable[str] = (), **attributter: Tall | str) -> str:
    """One element; ``_`` in a name is a hyphen, and a number has at most one decimal.

    ``innhold`` are elements that are written already.
    """
    skrevet = "".join(
        f' {navn_.strip("_").replace("_", "-")}="{escape(_tallet(verdi))}"'
        for navn_, verdi in attributter.items()
    )
    inni = "".join(innhold)
    return f"<{navn}{skrevet}>{inni}</{navn}>" if inni else f"<{navn}{skrevet}/>"


def tekst(x: Tall, y: Tall, ord_: str, storrelse: int = 14, **attributter: Tall | str) -> str:
    """A line of text."""
    felles: dict[str, Tall | str] = {"x": x, "y": y, "font_size": storrelse, "fill": TEKST}
    return element("text", (str(escape(enlinje(ord_))),), **{**felles, **attributter})


def bilde(bredde: int, hoyde: int, ord_: tuple[str, str], innhold: Iterable[str], nr: int) -> str:
    """The whole picture. ``ord_`` are its title and what it shows in words, ``nr`` its number in
    the document: ids must differ.
    """
    tittel, beskrivelse = (str(escape(enlinje(ett))) for ett in ord_)
    return element(
        "svg",
        (
            element("title", (tittel,), id=f"figur{nr}-tittel"),
            element("desc", (beskrivelse,), id=f"figur{nr}-ord"),
            *innhold,
        ),
        xmlns=NAVNEROM,
        viewBox=f"0 0 {bredde} {hoyde}",
        width=bredde,
        height=hoyde,
        style="max-width:100%;height:auto",
        role="img",
        aria_labelledby=f"figur{nr}-tittel figur{nr}-ord",
        font_family="system-ui, 'Segoe UI', 'Noto Sans', 'Libertinus Serif', sans-serif",
    )


def bredden(ord_: str, storrelse: int = 14) -> float:
    """About how wide a text is: as in the widest of the common fonts."""
    return storrelse * sum(map(_tegnbredde, ord_))


@cache
def _tegnbredde(dekt: str) -> float:
    tegn = avdekk(dekt)
    if tegn in _SMAL:
        return _MINDRE
    if tegn in _BRED or ord(tegn) > _ANDRE_SKRIFTER:
        return _EKSTRA
    return _STOR if tegn.isupper() else _VANLIG


def fet(ord_: str, plass: float) -> str:
    """A heading cut to the room there is: bold letters are wider."""
    return forkortet(ord_, plass / _FETERE)


def brutt(ord_: str, plass: float, storrelse: int = 14) -> list[str]:
    """A text in lines that have room; a word that is too long alone is cut."""
    linjer: list[str] = []
    linje = ""
    for ett in enlinje(ord_).split():
        lengre = f"{linje} {ett}".strip()
        if linje and bredden(lengre, storrelse) > plass:
            linjer.append(linje)
            lengre = ett
        linje = forkortet(lengre, plass, storrelse)
    return [*linjer, linje]


def forkortet(ord_: str, plass: float, storrelse: int = 14) -> str:
    """A text on one line, cut to the room there is, and it is seen that it goes on."""
    hele = enlinje(ord_)
    if bredden(hele, storrelse) <= plass:
        return hele
    brukt = bredden("…", storrelse)
    for nr, tegn in enumerate(hele):
        brukt += storrelse * _tegnbredde(tegn)
        if brukt > plass:
            return f"{hele[:nr].rstrip()}…"
    return hele


def _tallet(verdi: Tall | str) -> str:
    return verdi if isinstance(verdi, str) else f"{float(verdi):.1f}".removesuffix(".0")
