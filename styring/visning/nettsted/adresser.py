"""Where each record has its page: an address that stays, made of its kind and its id."""

import re
from collections.abc import Iterable, Mapping

ROM = ("oppdrag", "vedtak", "maal", "enhet", "organ", "aktivitet")
"""The kinds that a bare id is looked for among, in this order: of two that are alike, the first is
meant.
"""
_TILLATT = re.compile(r"[^A-Za-z0-9._-]")
_OPPTATT = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|index)(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps to itself, and the one that a folder is shown by."""


def adressen(rom: str, id_: str) -> str:
    """The file of a page, from the top: ``oppdrag/2023-OUS-01.html``.

    A sign that not every disk or server takes is written by its number.
    """
    navn = _TILLATT.sub(lambda tegn: f"~{ord(tegn[0]):x}", id_.replace("/", "-"))
    navn = f"{navn}~" if _OPPTATT.fullmatch(navn) or navn.endswith(".") else navn
    return f"{rom}/{navn}.html"


def fra(side: str, til: str) -> str:
    """The address of a file as seen from a page: both from the top."""
    return f"{'../' * side.count('/')}{til}"


class Adressebok:
    """Finds the page of a record: by its kind and id (``enhet/OUS``), or by its id alone."""

    def __init__(self, sider: Mapping[str, str]) -> None:
        self._sider = sider

    def gi(self, lenke: str) -> str | None:
        """The address from the top, or None where it has no page.

        A part of something (``2023-OUS-01/2``) is on the page of the whole.
        """
        if lenke in self._sider:
            return self._sider[lenke]
        for rom in ROM:
            if funnet := self._sider.get(f"{rom}/{lenke}"):
                return funnet
        hele, skille, nr = lenke.rpartition("/")
        return self.gi(hele) if skille and nr.isdigit() else None


def adressebok(poster: Iterable[tuple[str, str]], faste: Mapping[str, str]) -> Adressebok:
    """The book of all records that have a page, each by its kind and its id, and of the pages
    whose address is given.

    On some disks two names that differ only in case are one: then the second gets a number.
    """
    sider = dict(faste)
    brukt = {adresse.casefold() for adresse in faste.values()}
    for rom, id_ in poster:
        adresse, nr = adressen(rom, id_), 1
        while adresse.casefold() in brukt:
            nr += 1
            adresse = f"{adressen(rom, id_).removesuffix('.html')}~{nr}.html"
        brukt.add(adresse.casefold())
        sider[f"{rom}/{id_}"] = adresse
    return Adressebok(sider)


def feedadresse(bok: Adressebok, navn: str) -> str:
    """Where the feed of a page is: beside it."""
    return (bok.gi(navn) or "").removesuffix(".html") + ".atom"
