"""Where a picture stands in a document, while that is Markdown: a line that names it by number,
with the picture in words. Data can't write such a line: what begins it is escaped in every value.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from styring.visning.felles.trygg import markdown
from styring.visning.figur.tegn import Figur, som_tekst
from styring.visning.rapport.rens import Ferdig

_SIFRE = 4
_MERKE = re.compile(r"^!\[.*\]\(figur:([0-9]{1,4})\)$\n{0,2}", re.MULTILINE)


_ELLERS = re.compile(r"!\[([^\]\n]*)\]\(figur:[0-9]+\)")
"""One that does not stand by itself: there it is its words."""


class Innhold(NamedTuple):
    """A document as Markdown, and the pictures it names."""

    tekst: str
    figurer: Sequence[Figur] = ()


class Figurer:
    """The pictures of one document, in the order they stand in it."""

    def __init__(self) -> None:
        self.alle: list[Figur] = []

    def sett_inn(self, figur: Figur) -> Ferdig:
        """Give the line that stands for a picture."""
        self.alle.append(figur)
        ord_ = markdown(f"{figur.tittel}: {figur.beskrivelse}")
        return Ferdig(f"![{ord_}](figur:{len(self.alle)})")


def figurnummer(adresse: str) -> int | None:
    """The number that the address of a picture is; None where it is another address."""
    _, skille, nr = adresse.partition("figur:")
    return int(nr) if skille and nr.isdecimal() and len(nr) <= _SIFRE else None


def med_tegn(tekst: str, figurer: Sequence[Figur]) -> str:
    """The document for those who read text alone: each picture in signs."""

    def tegnene(treff: re.Match[str]) -> str:
        nr = int(treff[1])
        tegn = som_tekst(figurer[nr - 1]) if 0 < nr <= len(figurer) else ""
        return f"{tegn}\n\n" if tegn else ""

    return _ELLERS.sub(r"\1", _MERKE.sub(tegnene, tekst))
