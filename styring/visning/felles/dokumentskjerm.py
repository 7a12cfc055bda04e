"""A Markdown document to a terminal, with rich: loaded only where there is one to show it on."""

import re
from io import StringIO
from typing import Any, TextIO

from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import Markdown, TableElement
from rich.table import Table

_BREDEST = 100
"""Columns: a longer line is hard to read, whatever the window is."""
_KOMMENTAR = re.compile(r"<!--.*?-->", re.DOTALL)


class _HelTabell(TableElement):
    """A table where a long word goes on below: nothing is cut away."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for del_ in super().__rich_console__(console, options):
            if isinstance(del_, Table):
                for kolonne in del_.columns:
                    kolonne.overflow = "fold"
            yield del_


class _Dokument(Markdown):
    elements = {**Markdown.elements, "table_open": _HelTabell}  # noqa: RUF012  as rich has it


def vis(tekst: str, strom: TextIO) -> str:
    """Lay out a document; comments, as the mark of a report, are for machines and left out."""
    vindu = Console(file=strom, legacy_windows=False)
    utkast = StringIO()
    farger: Any = vindu.color_system if vindu.is_terminal else None
    konsoll = Console(
        file=utkast,
        width=min(vindu.width, _BREDEST),
        force_terminal=vindu.is_terminal,
        no_color=vindu.no_color,
        color_system=farger,
        legacy_windows=False,
    )
    konsoll.print(_Dokument(_KOMMENTAR.sub("", tekst), hyperlinks=False))
    return "\n".join(linje.rstrip() for linje in utkast.getvalue().split("\n"))
