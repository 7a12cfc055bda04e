"""Markdown as the few kinds of block that Word and PDF are made of."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from styring.visning.figur.tegn import Figur
from styring.visning.rapport.figurmerke import figurnummer
from styring.visning.rapport.tegnfarge import med_farge

_KAPITTEL = 2
OM = frozenset({"Om rapporten", "Om dokumentet", "Om siden", "Om sida", "Om planen"})
"""What the last chapter is called: what the document is made of. It is set smaller."""
_SIDEN = 90
"""Characters on a line of a table as wide as the page."""
_SMALEST, _BREDEST = 5, 60
"""Characters in a column: no narrower than a number needs, and no wider than most titles, where
longer text goes on below.
"""
_PAA_EN_LINJE = 9
"""Characters in a head that is not divided."""
_KORT, _MINST_TEKST = 18, 22
"""Characters in a column that never gives way to others (a day, a state, a number), and the least
that is left for one that does.
"""
_LUFT = 2


class Tekstbit(NamedTuple):
    """A run of text in one style; ``farge`` is six hex digits, or nothing."""

    tekst: str
    sterk: bool = False
    skra: bool = False
    kode: bool = False
    farge: str = ""


class Dokumentoverskrift(NamedTuple):
    """A heading; level 1 is the document's own."""

    niva: int
    biter: tuple[Tekstbit, ...]


class Avsnitt(NamedTuple):
    """A paragraph."""

    biter: tuple[Tekstbit, ...]


class Dokumentliste(NamedTuple):
    """A list; each entry holds blocks.

    ``fra`` is the first number, None for a list without numbers.
    """

    fra: int | None
    punkter: "tuple[tuple[Dokumentblokk, ...], ...]"


class Dokumenttabell(NamedTuple):
    """A table: its head, its rows, and which columns stand to the right."""

    hode: tuple[tuple[Tekstbit, ...], ...]
    rader: tuple[tuple[tuple[Tekstbit, ...], ...], ...]
    hoyre: tuple[bool, ...]

    def bredder(self) -> tuple[int, ...]:
        """How wide each column is beside the others, in characters.

        Where there is too little room, long texts give way to days, states and numbers.
        """
        behov = [self._behov(nr) + _LUFT for nr in range(len(self.hode))]
        korte, lange = (
            [bredde for bredde in behov if (bredde <= _KORT) is kort] for kort in (True, False)
        )
        del_ = min(1.0, (_SIDEN - sum(korte)) / max(sum(lange), 1))
        return tuple(
            bredde if bredde <= _KORT else max(_MINST_TEKST, int(bredde * del_)) for bredde in behov
        )

    def _behov(self, nr: int) -> int:
        """The longest cell of a column, up to a limit; at least its head."""
        return min(
            _BREDEST,
            max(_hodebredde(self.hode[nr]), *(len(teksten(rad[nr])) for rad in self.rader), 0),
        )


def _hodebredde(hode: Iterable[Tekstbit]) -> int:
    tekst = teksten(hode)
    lengste = max(len(ord_) for ord_ in tekst.split(" "))  # a sign and its word stay together
    return max(_SMALEST, min(_PAA_EN_LINJE, len(tekst)), lengste)


def teksten(celle: Iterable[Tekstbit]) -> str:
    """The words alone."""
    return "".join(bit.tekst for bit in celle)


class Sitat(NamedTuple):
    """A note that stands out."""

    blokker: "tuple[Dokumentblokk, ...]"


class Dokumentbilde(NamedTuple):
    """A picture, and its number in the document."""

    figur: Figur
    nr: int


class Sideskift(NamedTuple):
    """Where the first page ends: a template's own line of dashes. Data can't write one."""


Dokumentblokk = (
    Dokumentoverskrift
    | Avsnitt
    | Dokumentliste
    | Dokumenttabell
    | Sitat
    | Dokumentbilde
    | Sideskift
)


def leser() -> MarkdownIt:
    """The one way Markdown is understood: CommonMark and tables, and no HTML."""
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def blokker(markdown: str, figurer: Sequence[Figur] = ()) -> tuple[Dokumentblokk, ...]:
    """Read Markdown as blocks; ``figurer`` are the pictures it refers to.

    A heading that leaps over a level is lifted: one who listens finds the way by the levels.
    """
    tokens = leser().parse(markdown)
    forrige = 0
    for token, neste in pairwise(tokens):
        if token.type == "heading_open" and _har_ord(neste):
            forrige = min(int(token.tag[1:]), forrige + 1)
            token.tag = f"h{forrige}"
    return tuple(_blokker(tokens, figurer))


def bildet(inline: Token, figurer: Sequence[Figur]) -> Dokumentbilde | None:
    """The picture that a paragraph is; None where it is text."""
    ett = inline.children[0] if inline.children and len(inline.children) == 1 else None
    nr = figurnummer(str(ett.attrs.get("src", ""))) if ett and ett.type == "image" else None
    return Dokumentbilde(figurer[nr - 1], nr) if nr and nr <= len(figurer) else None


def er_kapittel(blokk: "Dokumentblokk") -> bool:
    """Whether a block is the heading of a chapter."""
    return isinstance(blokk, Dokumentoverskrift) and blokk.niva == _KAPITTEL


def er_om(overskrift: "Dokumentblokk") -> bool:
    """Whether a heading begins the chapter about the document itself."""
    return (
        isinstance(overskrift, Dokumentoverskrift)
        and er_kapittel(overskrift)
        and teksten(overskrift.biter).strip() in OM
    )


def _har_ord(inline: Token) -> bool:
    """Whether a line has anything to read: a heading without is none."""
    return any(del_.content.strip() for del_ in inline.children or ())


def overskriften(markdown: str) -> str:
    """The text of the first heading; empty where there is none."""
    funnet = re.search(r"^# .*$", markdown, re.MULTILINE)
    forste = next(_blokker(leser().parse(funnet[0])), None) if funnet else None
    return (
        "".join(bit.tekst for bit in forste.biter) if isinstance(forste, Dokumentoverskrift) else ""
    )


def _blokker(tokens: Sequence[Token], figurer: Sequence[Figur] = ()) -> Iterator[Dokumentblokk]:
    nr = 0
    while nr < len(tokens):
        slutt = _slutt(tokens, nr)
        inni = tokens[nr + 1 : slutt]
        match tokens[nr].type:
            case "heading_open":
                if _har_ord(inni[0]):
                    yield Dokumentoverskrift(int(tokens[nr].tag[1:]), _biter(inni[0]))
            case "paragraph_open":
                yield bildet(inni[0], figurer) or Avsnitt(_biter(inni[0]))
            case "bullet_list_open":
                yield Dokumentliste(None, _punkter(inni))
            case "ordered_list_open":
                yield Dokumentliste(int(tokens[nr].attrs.get("start", 1)), _punkter(inni))
            case "table_open":
                yield _tabell(inni)
            case "blockquote_open":
                yield Sitat(tuple(_blokker(inni)))
            case "fence" | "code_block" | "hr" as slag:
                kode = Tekstbit(tokens[nr].content, kode=True)
                yield Sideskift() if slag == "hr" else Avsnitt((kode,))
        nr = slutt + 1


def _slutt(tokens: Sequence[Token], nr: int) -> int:
    """Where the block that begins at a token ends."""
    dybde = 0
    for slutt in range(nr, len(tokens)):
        dybde += tokens[slutt].nesting
        if dybde == 0:
            return slutt
    return len(tokens)


def _punkter(tokens: Sequence[Token]) -> tuple[tuple[Dokumentblokk, ...], ...]:
    return tuple(tuple(_blokker(inni)) for inni in _deler(tokens, "list_item_open"))


def _tabell(tokens: Sequence[Token]) -> Dokumenttabell:
    rader = [
        tuple(_biter(celle[0]) for celle in _deler(rad, "th_open", "td_open"))
        for rad in _deler(_uten_deler(tokens), "tr_open")
    ]
    hode = [token for token in tokens if token.type == "th_open"]
    return Dokumenttabell(
        rader[0],
        tuple(rader[1:]),
        tuple("right" in str(token.attrs.get("style", "")) for token in hode),
    )


def _uten_deler(tokens: Sequence[Token]) -> list[Token]:
    return [token for token in tokens if token.tag not in ("thead", "tbody")]


def _deler(tokens: Sequence[Token], *typer: str) -> Iterator[Sequence[Token]]:
    """What stands inside each block of some kinds."""
    nr = 0
    while nr < len(tokens):
        slutt = _slutt(tokens, nr)
        if tokens[nr].type in typer:
            yield tokens[nr + 1 : slutt]
        nr = slutt + 1


def _biter(inline: Token) -> tuple[Tekstbit, ...]:
    """The runs of a line. A link is its text; a picture its words."""
    biter: list[Tekstbit] = []
    sterk = skra = 0
    for token in inline.children or ():
        sterk += token.nesting if token.tag == "strong" else 0
        skra += token.nesting if token.tag == "em" else 0
        tekst = (
            " "
            if token.type == "softbreak"
            else "\n"
            if token.type == "hardbreak"
            else token.content
        )
        kode = token.type == "code_inline"
        biter += [
            Tekstbit(del_, sterk > 0, skra > 0, kode, farge)
            for del_, farge in ([(tekst, "")] if kode else med_farge(tekst))
        ]
    return tuple(biter)
