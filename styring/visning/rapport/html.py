"""Markdown to one self-contained page: no script, nothing fetched, readable by all, and ready to
print.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from markdown_it.token import Token
from markupsafe import Markup, escape

from styring.fag.norsk import fold
from styring.visning.felles.trygg import trygg
from styring.visning.rapport.dokument import leser
from styring.visning.rapport.maler import EgneMaler, utfyll
from styring.visning.rapport.papirer import Papirer


class Kapittel(NamedTuple):
    """One chapter, for the table of contents."""

    tekst: str
    anker: str


def vis(markdown: str, papirer: Papirer, egne: EgneMaler) -> str:
    """Write the page. Raises StyringFeil where the project's own page template is wrong."""
    md = leser()
    tokens = md.parse(markdown)
    kapitler = _merk_kapitler(tokens)
    forste = next(
        (
            nr
            for nr, token in enumerate(tokens)
            if token.type == "heading_open" and token.tag == "h2"
        ),
        len(tokens),
    )
    foer, etter = (
        str(md.renderer.render(_med_tabeller(del_), md.options, {}))
        for del_ in (tokens[:forste], tokens[forste:])
    )
    # made by markdown-it of escaped text
    verdier = {
        **papirer._asdict(),
        "topplinje": papirer.topplinje,
        "kapitler": kapitler,
        "foer": Markup(foer),  # noqa: S704
        "etter": Markup(etter),  # noqa: S704
    }
    side = trygg(utfyll("side.html.j2", egne, _rens, Markup, verdier))
    return side if egne("side.html.j2") is None else _med_topplinje(side, papirer.topplinje)


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
            tekst = "".join(del_.content for del_ in tokens[nr + 1].children or ())
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
