"""Reading finished documents back with other means than those that wrote them."""

import io
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pypdf


def alt_i(fil: Path) -> str:
    """Everything a file holds as text: hidden parts and metadata too."""
    raa = fil.read_bytes()
    if fil.suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(io.BytesIO(raa)) as pakke:
            deler = [pakke.read(navn).decode("utf-8", "replace") for navn in pakke.namelist()]
            return "\n".join(
                [*pakke.namelist(), *deler, *(re.sub(r"<[^>]+>", "", del_) for del_ in deler)]
            )
    if fil.suffix == ".pdf":
        leser = pypdf.PdfReader(fil)
        xmp = leser.xmp_metadata
        return "\n".join(
            [
                str(leser.metadata),
                xmp.rdf_root.toxml() if xmp else "",
                *(side.extract_text() for side in leser.pages),
                raa.decode("latin-1"),
            ]
        )
    return raa.decode()


def sider(fil: Path) -> list[str]:
    """The text of each page of a PDF, on one line."""
    return [" ".join(side.extract_text().split()) for side in pypdf.PdfReader(fil).pages]


class _Elementer(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.funnet: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.funnet.append((tag, dict(attrs)))


def elementer(html: str) -> list[tuple[str, dict[str, str | None]]]:
    """Every element of a page with its attributes."""
    leser = _Elementer()
    leser.feed(html)
    return leser.funnet


def tabeller(markdown: str) -> Iterator[list[list[str]]]:
    """Every table of a Markdown text as rows of cells, found by its bars alone."""
    rader: list[list[str]] = []
    for linje in [*markdown.split("\n"), ""]:
        if linje.startswith("|"):
            celler = re.split(r"(?<!\\)\|", linje)[1:-1]
            rader.append([_uten_tegn(celle.strip().replace("**", "")) for celle in celler])
        elif rader:
            yield [rader[0], *rader[2:]]
            rader = []


def _uten_tegn(celle: str) -> str:
    """The words alone of a head that begins with a sign."""
    return re.sub("^[^\\w\\s]\u00a0(?=[A-ZÆØÅ])", "", celle)


def tall(celle: str) -> int:
    """A count or thousands in a cell, also «2 av 4 (50 %)»; a dash is none."""
    return 0 if celle == "–" else int(celle.partition(" av ")[0].replace("\u00a0", ""))
