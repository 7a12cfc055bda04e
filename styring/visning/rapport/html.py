"""Markdown to one self-contained page: no script, nothing fetched, readable by all, and ready to
print.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it.token import Token
from markupsafe import Markup, escape

from styring.fag.norsk import fold
from styring.visning.felles.trygg import trygg
from styring.visning.figur.svg import NAVNEROM
from styring.visning.figur.tegn import Figur, som_svg
from styring.visning.rapport.dokument import OM, bildet, leser
from styring.visning.rapport.figurmerke import Figurer, Innhold, figurnummer
from styring.visning.rapport.maler import EgneMaler, utfyll
from styring.visning.rapport.papirer import Papirer
from styring.visning.rapport.sandkasse import Skrift
from styring.visning.rapport.tegnfarge import er_tegnrad, med_farge


class Kapittel(NamedTuple):
    """One chapter, for the table of contents."""

    tekst: str
    anker: str


def vis(innhold: Innhold, papirer: Papirer, egne: EgneMaler) -> str:
    """Write the page. Raises StyringFeil where the project's own page template is wrong."""
    md = leser()
    tokens = _med_bilder(md.parse(innhold.tekst), innhold.figurer)
    for token in tokens:
        if token.type == "inline":
            token.children = list(_med_tegnfarge(token.children or ()))
    kapitler = _merk_kapitler(tokens)
    forste = next(
        (
            nr
            for nr, token in enumerate(tokens)
            if token.type == "heading_open" and token.tag == "h2"
        ),
        len(tokens),
    )
    om = _om(tokens)
    foer, etter, sist = (
        str(md.renderer.render(_med_tabeller(del_), md.options, {}))
        for del_ in (tokens[:forste], tokens[forste:om], tokens[om:])
    )
    etter += f'<div class="om">\n{sist}</div>\n' if sist else ""
    # made by markdown-it of escaped text
    verdier = {
        **papirer._asdict(),
        "topplinje": papirer.topplinje,
        "spraak": papirer.spraak,
        "innholdsord": papirer.innholdsord,
        "kapitler": kapitler,
        "foer": Markup(foer),  # noqa: S704
        "etter": Markup(etter),  # noqa: S704
    }
    side = trygg(utfyll("side.html.j2", egne, Skrift(_rens, Markup, Figurer()), verdier))
    return side if egne("side.html.j2") is None else _med_topplinje(side, papirer.topplinje)


def _med_bilder(tokens: Sequence[Token], figurer: Sequence[Figur]) -> list[Token]:
    """Put each picture where a paragraph is nothing but its name; anywhere else it is its words."""
    ut: list[Token] = []
    antall = 0
    hoppes_over = False
    for token in tokens:
        if hoppes_over:
            hoppes_over = False
            continue
        foran = ut[-1].type if ut else ""
        ett = bildet(token, figurer) if foran == "paragraph_open" else None
        if ett is not None:
            antall += 1
            # inside a page it needs no name of its language, and nothing may look like an address
            svg = som_svg(ett.figur, antall).replace(f' xmlns="{NAVNEROM}"', "", 1)
            ut[-1] = Token("html_block", "", 0, content=f'<div class="figur">{svg}</div>\n')
            hoppes_over = True  # the end of the paragraph
            continue
        if token.type == "inline":
            token.children = [_uten_bilde(bit) for bit in token.children or ()]
        ut.append(token)
    return ut


def _uten_bilde(bit: Token) -> Token:
    """A picture inside a line, as its words."""
    er_figur = bit.type == "image" and figurnummer(str(bit.attrs.get("src", ""))) is not None
    return Token("text", "", 0, content=bit.content) if er_figur else bit


def _om(tokens: Sequence[Token]) -> int:
    """Where the chapter about the document itself begins: it is set smaller."""
    return next(
        (
            nr
            for nr, token in enumerate(tokens)
            if token.type == "heading_open"
            and token.tag == "h2"
            and tokens[nr + 1].content.strip() in OM
        ),
        len(tokens),
    )


def _med_tegnfarge(biter: Sequence[Token]) -> Iterator[Token]:
    """Give each sign of a state its colour. A row of signs is for the eye alone: the numbers stand
    in the table below it.
    """
    for bit in biter:
        if bit.type != "text":
            yield bit
            continue
        rad = er_tegnrad(bit.content)
        if rad:
            yield _html('<span class="tegnrad" aria-hidden="true">')
        for tekst, farge in med_farge(bit.content):
            if farge:
                yield _html(f'<span style="color:#{farge}">')
            yield Token("text", "", 0, content=tekst)
            if farge:
                yield _html("</span>")
        if rad:
            yield _html("</span>")


def _html(innhold: str) -> Token:
    """A tag of our own."""
    return Token("html_inline", "", 0, content=innhold)


def _med_topplinje(side: str, linje: str) -> str:
    """Say at the top of a page by the project's own template what must be known of it, whatever the
    template leaves out.
    """
    if not linje:
        return side
    start = re.search(r"<body[^>]*>", side)
    sted = start.end() if start else 0
    return f"{side[:sted]}<p><strong>{escape(linje)}</strong></p>{side[sted:]}"


def _rens(verdi: object) -> str:
    """Make one value safe in HTML; what can't be seen is shown by its code.

    What has been made of Markdown passes.
    """
    return escape(trygg(verdi) if type(verdi) is str else verdi)


def _merk_kapitler(tokens: Sequence[Token]) -> list[Kapittel]:
    """Give each chapter an anchor of its own."""
    kapitler: list[Kapittel] = []
    for nr, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h2":
            tekst = "".join(
                del_.content for del_ in tokens[nr + 1].children or () if del_.type != "html_inline"
            )
            anker = re.sub(r"[^a-z0-9]+", "-", fold(tekst)).strip("-") or "kapittel"
            like = sum(kapittel.anker.startswith(anker) for kapittel in kapitler)
            kapitler.append(Kapittel(tekst, f"{anker}-{like + 1}" if like else anker))
            token.attrSet("id", kapitler[-1].anker)
    return kapitler


def _med_tabeller(tokens: Sequence[Token]) -> list[Token]:
    """Let tables be scrolled by themselves, and their first column and row be headings."""
    ut: list[Token] = []
    i_rad = 0
    for token in tokens:
        if token.type == "table_open":
            nr = sum(forrige.type == "html_block" for forrige in ut) // 2 + 1
            ut.append(
                Token(
                    "html_block",
                    "",
                    0,
                    content=(
                        f'<div class="tabell" role="region" aria-label="Tabell {nr}"'
                        ' tabindex="0">\n'
                    ),
                )
            )
        if token.type in ("th_open", "td_open"):
            _celle(token, forste=i_rad == 0)
            i_rad += 1
        elif token.type == "td_close":
            token.tag = "th" if i_rad == 1 else "td"
        elif token.type == "tr_open":
            i_rad = 0
        ut.append(token)
        if token.type == "table_close":
            ut.append(Token("html_block", "", 0, content="</div>\n"))
    return ut


def _celle(token: Token, *, forste: bool) -> None:
    if "right" in str(token.attrs.pop("style", "")):
        token.attrSet("class", "tall")
    if token.type == "th_open":
        token.attrSet("scope", "col")
    elif forste:
        token.tag = "th"
        token.attrSet("scope", "row")
