"""The pages as another program reads them: with the parser of the standard library, and no code of
ours.
"""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

TILLATT = frozenset(
    [
        "html",
        "head",
        "meta",
        "title",
        "link",
        "script",
        "body",
        "a",
        "header",
        "p",
        "div",
        "nav",
        "ul",
        "ol",
        "li",
        "main",
        "footer",
        "h1",
        "h2",
        "h3",
        "span",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "dl",
        "dt",
        "dd",
        "code",
        "svg",
        "desc",
        "g",
        "rect",
        "text",
        "line",
        "path",
        "circle",
        "polyline",
        "tspan",
    ]
)
"""Every element that a page of ours has."""
TOMME = frozenset({"meta", "link"})


class Lest(HTMLParser):
    """The elements, ids and addresses of one page, and all its text."""

    def __init__(self, tekst: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elementer: list[tuple[str, dict[str, str]]] = []
        self.deler: list[str] = []
        self._i: list[tuple[str, str]] = []
        self.feil: list[str] = []
        self._apne: list[str] = []
        self.feed(tekst)
        self.close()
        if self._apne:
            self.feil.append(f"ikke lukket: {self._apne}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elementer.append((tag, {navn: verdi or "" for navn, verdi in attrs}))
        if tag not in TOMME:
            self._apne.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elementer.append((tag, {navn: verdi or "" for navn, verdi in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self._apne or self._apne.pop() != tag:
            self.feil.append(f"galt lukket: {tag}")

    def handle_data(self, data: str) -> None:
        self.deler.append(data)
        self._i.append((self._apne[-1] if self._apne else "", data))

    def deler_i(self, tag: str) -> list[str]:
        """The texts that stand right in an element of a kind."""
        return [tekst for element, tekst in self._i if element == tag]

    @property
    def tekst(self) -> str:
        return " ".join(" ".join(self.deler).split())

    @property
    def ider(self) -> list[str]:
        return [attributter["id"] for _, attributter in self.elementer if "id" in attributter]

    @property
    def adresser(self) -> list[str]:
        return [
            attributter[navn]
            for _, attributter in self.elementer
            for navn in ("href", "src")
            if navn in attributter
        ]


def sidene_i(mappe: Path) -> dict[str, Lest]:
    """Every page but the documents, which stand by themselves."""
    return {
        fil.relative_to(mappe).as_posix(): Lest(fil.read_text(encoding="utf-8"))
        for fil in sorted(mappe.rglob("*.html"))
        if fil.parent.name != "rapporter" or fil.name == "index.html"
    }


def maalet(mappe: Path, side: str, adresse: str) -> tuple[Path, str]:
    """The file that an address on a page leads to, and the anchor in it."""
    deler = urlsplit(adresse)
    assert not f"{deler.scheme}{deler.netloc}", adresse
    fil = (mappe / side).parent / unquote(deler.path) if deler.path else mappe / side
    return fil.resolve(), deler.fragment
