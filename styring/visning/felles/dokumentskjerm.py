"""A Markdown document to a terminal, with rich: loaded only where there is one to show it on."""

import re
from io import StringIO
from typing import Any, TextIO

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import Markdown, TableElement
from rich.table import Table

from styring.visning.felles.trygg import delelig, udelelig

_BREDEST = 100
"""Columns: a longer line is hard to read, whatever the window is."""
_KOMMENTAR = re.compile(r"<!--.*?-->", re.DOTALL)


_MELLOMROM = 2
"""Columns of the terminal between two columns of a table, and around it."""


class _HelTabell(TableElement):
    """A table where words stay whole as long as there is room for them, and nothing is cut away."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for del_ in super().__rich_console__(console, options):
            if isinstance(del_, Table):
                for kolonne, bredde in zip(del_.columns, _bredder(del_, options), strict=True):
                    kolonne.overflow, kolonne.width = "fold", bredde
            yield del_


def _bredder(tabell: Table, options: ConsoleOptions) -> list[int | None]:
    """How wide each column is: as its longest line where all have room, else its longest word and
    a share of the rest; left to rich where not even the words have room.
    """
    plass = options.max_width - _MELLOMROM * len(tabell.columns)
    celler = [
        [str(celle) for celle in (kolonne.header, *kolonne.cells)] for kolonne in tabell.columns
    ]
    hele = [
        max(cell_len(linje) for celle in alle for linje in celle.split("\n")) for alle in celler
    ]
    ord_ = [max(map(cell_len, " ".join(alle).split()), default=1) for alle in celler]
    if sum(hele) <= plass or sum(ord_) > plass:
        return [None] * len(hele)
    til_overs, mangler = plass - sum(ord_), sum(hele) - sum(ord_)
    return [
        minst + til_overs * (helst - minst) // mangler
        for minst, helst in zip(ord_, hele, strict=True)
    ]


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
    konsoll.print(_Dokument(udelelig(_KOMMENTAR.sub("", tekst)), hyperlinks=False))
    return "\n".join(linje.rstrip() for linje in delelig(utkast.getvalue()).split("\n"))
