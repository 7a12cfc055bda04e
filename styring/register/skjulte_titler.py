"""The titles of what is not for everybody, and where other texts repeat them."""

import re
from collections.abc import Iterable

from styring.funn import Sti
from styring.register.felter import lukkethet
from styring.register.omskrevne_titler import OmskrevneTitler, setningene
from styring.register.post import Post

_LIKT = {ord(tegn): "-" for tegn in "\u2010\u2011\u2012\u2013\u2014\u2212"} | {
    ord(tegn): None for tegn in "\u00ad*_"
}
_ulike = re.compile(f"[{''.join(map(chr, _LIKT))}]").search
_LENGST = 4
_BORT = bytes(tegn for tegn, nytt in _LIKT.items() if nytt is None)
_ORDTEGN = bytes(ord(chr(tegn).lower()) if chr(tegn).isalnum() else ord(" ") for tegn in range(256))
_BLIR_ANNET = tuple(
    chr(tegn).encode("latin-1")
    for tegn in range(256)
    if len(liten := chr(tegn).casefold()) > 1 or ord(liten) > max(range(256))
)
"""The letters of one byte that without regard to case are more than one, or another than that: «ß»,
«µ».
"""
_ordene_i = re.compile(r"\w+").findall


_Ordrekke = tuple[str, ...]


class SkjulteTitler:
    """What is not for everybody, by its titles of more than one word, and by its ids.

    A title is looked for only in texts that hold four of its words side by side (all of them where
    it has fewer), so that a text costs the same whatever number of titles there are.
    """

    def __init__(self, poster: Iterable[Post[object]]) -> None:
        """Take every record that may be exempt.

        A title that an open record has too is no secret.
        """
        self._id_er: set[str] = set()
        apnest: dict[str, int] = {}
        for post in poster:
            rang, tittel = (
                lukkethet(post.verdi),
                som_ord(
                    str(getattr(post.verdi, "tittel", None) or getattr(post.verdi, "navn", ""))
                ),
            )
            apnest[tittel] = min(rang, apnest.get(tittel, rang))
            if rang:
                self._id_er.add(post.id)
        self._lukkest = max(apnest.values(), default=0)
        self._etter_ord: dict[_Ordrekke, list[tuple[str, int]]] = {}
        for tittel, rang in apnest.items():
            if rang and " " in tittel and (ordene := _ordene_i(tittel)):
                nokler = _rekker(ordene, min(len(ordene), _LENGST))
                self._etter_ord.setdefault(
                    max(nokler, key=lambda nokkel: (max(map(len, nokkel)), nokkel)), []
                ).append((tittel, rang))
        self._lengste_ord = {max(nokkel, key=len) for nokkel in self._etter_ord}
        self._like = OmskrevneTitler(apnest)
        self._av_lengde = {
            lengde: nokler
            for lengde in range(1, _LENGST + 1)
            if (nokler := {ett for ett in self._etter_ord if len(ett) == lengde})
        }

    @property
    def finnes(self) -> bool:
        """Whether there is any title to look for."""
        return bool(self._etter_ord)

    def kan_gjentas(self, tekster: Iterable[str]) -> bool:
        """A quick look at many texts at once: whether any of them may repeat a title."""
        ordene = _ordene_raskt("\n".join(tekster))
        ulike = set(ordene)
        if self._like.kan_staa(ulike):
            return True
        return not self._lengste_ord.isdisjoint(ulike) and not all(
            nokler.isdisjoint(_rekker(ordene, lengde)) for lengde, nokler in self._av_lengde.items()
        )

    def kan_gjenta(self, post: Post[object]) -> bool:
        """Whether a record may repeat a title at all: not where nothing is for fewer than the
        record itself is.
        """
        return lukkethet(post.verdi) < self._lukkest

    def gjentas(self, tekst: str, post: Post[object]) -> bool:
        """Whether a text in a record repeats the title of one that fewer may read."""
        ord_ = som_ord(tekst)
        ordene = _ordene_i(ord_)
        funnet = [
            nokkel
            for lengde, nokler in self._av_lengde.items()
            for nokkel in nokler.intersection(_rekker(ordene, lengde))
        ]
        mulige = [
            tittel for nokkel in funnet for tittel in self._etter_ord[nokkel] if tittel[0] in ord_
        ]
        egen = lukkethet(post.verdi) if mulige else 0
        return any(rang > egen and re.search(_monster(tittel), ord_) for tittel, rang in mulige)

    def likner(self, tekst: str, post: Post[object]) -> bool:
        """Whether a text in a record says such a title in nearly the same words."""
        return self._like.finnes and self._like.staar(
            map(som_ord, setningene(tekst)), lukkethet(post.verdi)
        )

    def handler_om(self, sti: Sti) -> bool:
        """Whether a path leads into what was told of a record that is not for everybody: that goes
        with it.
        """
        return any(str(del_).partition("/")[0] in self._id_er for del_ in sti)


def _rekker(ordene: list[str], lengde: int) -> Iterable[_Ordrekke]:
    """Every so many words that stand side by side."""
    return zip(*(ordene[nr:] for nr in range(lengde)), strict=False)


def _monster(tittel: str) -> str:
    return rf"(?<!\w){' '.join(map(re.escape, tittel.split()))}(?!\w)"


def _jevn(tekst: str) -> str:
    jevn = tekst.casefold()
    return jevn.translate(_LIKT) if _ulike(jevn) else jevn


def _ordene_raskt(tekst: str) -> list[str]:
    """The same words as in the even text, by bytes where every letter has one: a tenth of the cost,
    and nearly every text is so.
    """
    try:
        tegn = tekst.encode("latin-1")
    except UnicodeEncodeError:
        return _ordene_i(_jevn(tekst))
    if any(flere in tegn for flere in _BLIR_ANNET):
        return _ordene_i(_jevn(tekst))
    return tegn.translate(_ORDTEGN, _BORT).decode("latin-1").split()


def som_ord(tekst: str) -> str:
    """A text without what editors change: case, kinds of dash, soft hyphens, emphasis,
    line breaks.
    """
    return " ".join(_jevn(tekst).split()).removesuffix(".")
