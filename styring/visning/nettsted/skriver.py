"""How text and links are written on a page: escaped in this one place."""

from functools import lru_cache
from typing import NamedTuple

from markupsafe import escape

from styring.visning.felles.blokker import Bit, Linje
from styring.visning.felles.merker import MERKER
from styring.visning.felles.trygg import enlinje
from styring.visning.nettsted.adresser import Adressebok


class Sideskriver(NamedTuple):
    """What a page needs to know while it is written: where it lies, and where others do."""

    side: str
    bok: Adressebok

    def lenke(self, til: str) -> str:
        """An address from the top, as it is written on this page."""
        return _lenken("../" * self.side.count("/"), til)

    def biter(self, linje: Linje) -> str:
        """A line of runs."""
        return "".join(map(self.bit, linje.biter))

    def bit(self, bit: Bit) -> str:
        """A run with its sign and its meaning, and the way to what it is about where that has a
        page. A sign is for the eye alone: the word stands beside it.
        """
        om = bit.lenke or (bit.tekst if bit.stil == "id" else "")
        til = self.bok.gi(om) if om else None
        return _biten(bit, self.lenke(til) if til and til != self.side else "")


@lru_cache(maxsize=20_000)
def _lenken(opp: str, til: str) -> str:
    return str(escape(f"{opp}{til}"))


@lru_cache(maxsize=20_000)
def _biten(bit: Bit, lenke: str) -> str:
    """A run as it is written; most of those on a page stand on others too."""
    inni = tekst(bit.tekst)
    if lenke:
        inni = f'<a href="{lenke}">{inni}</a>'
    if bit.merke:
        inni = f'<span aria-hidden="true">{MERKER[bit.merke].tegn}</span> {inni}'
    return f'<span class="{klassen(bit.stil)}">{inni}</span>' if bit.stil else inni


def klassen(stil: str) -> str:
    """The class of a meaning, which is a word of ours."""
    return f"s-{stil}"


@lru_cache(maxsize=10_000)
def tekst(verdi: str) -> str:
    """A text from data as it is written on a page: one line, which can be no element. A space at
    either end is kept: it stands between two runs of text. Most texts of a page stand on others.
    """
    foran, bak = (" " if ett.isspace() else "" for ett in (verdi[:1], verdi[-1:]))
    midt = str(escape(enlinje(verdi)))
    return f"{foran}{midt}{bak}" if midt else foran
