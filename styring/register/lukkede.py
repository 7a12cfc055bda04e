"""The titles of what is not for everybody, and where other texts repeat them."""

import re
from collections.abc import Iterable

from styring.funn import Sti
from styring.modell.oppdrag import Oppdrag
from styring.modell.vedtak import Vedtak
from styring.register.felter import lukkethet
from styring.register.post import Post

_LIKT = {ord(tegn): "-" for tegn in "\u2010\u2011\u2012\u2013\u2014\u2212"} | {ord(tegn): None for tegn in "\u00ad*_"}


class Lukkede:
    """What is not for everybody, by its titles of more than one word, and by its ids."""

    def __init__(self, poster: Iterable[Post[Oppdrag] | Post[Vedtak]]) -> None:
        """Take every record that may be exempt."""
        self._id_er: set[str] = set()
        self._apnest: dict[str, int] = {}
        for post in poster:
            rang, tittel = lukkethet(post.verdi), _ordene(post.verdi.tittel)
            self._apnest[tittel] = min(rang, self._apnest.get(tittel, rang))
            if rang:
                self._id_er.add(post.id)
        self._titler = [tittel for tittel, rang in self._apnest.items() if rang and " " in tittel]
        self._finnes_i = re.compile("|".join(map(_som_ord, self._titler))).search if self._titler else None

    @property
    def finnes(self) -> bool:
        """Whether there is any title to look for."""
        return self._finnes_i is not None

    def gjentas(self, tekst: str, post: Post[object]) -> bool:
        """Whether a text in a record repeats the title of one that fewer may read; a title that an open record has too is no secret."""
        ord_, rang = _ordene(tekst), lukkethet(post.verdi)
        if not self._finnes_i or not self._finnes_i(ord_):
            return False
        return any(self._apnest[tittel] > rang and re.search(_som_ord(tittel), ord_) for tittel in self._titler)

    def handler_om(self, sti: Sti) -> bool:
        """Whether a path leads into what was told of a record that is not for everybody: that goes with it."""
        return any(str(del_).partition("/")[0] in self._id_er for del_ in sti)


def _som_ord(tittel: str) -> str:
    return rf"(?<!\w){' '.join(map(re.escape, tittel.split()))}(?!\w)"


def _ordene(tekst: str) -> str:
    """A text without what editors change: case, kinds of dash, soft hyphens, emphasis, line breaks."""
    return " ".join(tekst.casefold().translate(_LIKT).split()).removesuffix(".")
