"""The titles of what is not for everybody, and where other texts repeat them."""

import re
from collections.abc import Iterable

from styring.funn import Sti
from styring.modell.oppdrag import Oppdrag
from styring.modell.vedtak import Vedtak
from styring.register.felter import lukkethet
from styring.register.register import Post


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
        titler = sorted((tittel for tittel, rang in self._apnest.items() if rang and " " in tittel), key=len, reverse=True)
        self._finn = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, titler))})(?!\w)").finditer if titler else None

    @property
    def finnes(self) -> bool:
        """Whether there is any title to look for."""
        return self._finn is not None

    def gjentas(self, tekst: str, post: Post[object]) -> bool:
        """Whether a text in a record repeats the title of one that fewer may read; a title that an open record has too is no secret."""
        funnet = self._finn(_ordene(tekst)) if self._finn else ()
        return any(self._apnest[tittel[0]] > lukkethet(post.verdi) for tittel in funnet)

    def handler_om(self, sti: Sti) -> bool:
        """Whether a path leads into what was told of a record that is not for everybody: that goes with it."""
        return any(str(del_).partition("/")[0] in self._id_er for del_ in sti)


def _ordene(tekst: str) -> str:
    return " ".join(tekst.casefold().split()).removesuffix(".")
