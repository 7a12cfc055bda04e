"""What every report carries, so that it can be made again and held against what it was: the day, the data, and the version."""

import re
from datetime import date
from typing import NamedTuple


class Stempel(NamedTuple):
    """What a report was made of: the day it is made for, the tree id of ``data/``, the version of styring, and the command that makes it again."""

    dato: date
    tre: str
    versjon: str
    kommando: str

    @property
    def merke(self) -> str:
        """The same in one line for machines, without the command."""
        return f"styring-rapport dato={self.dato.isoformat()} tre={self.tre} versjon={self.versjon}"


_MERKE = re.compile(rb"styring-rapport dato=(20\d\d-\d\d-\d\d) tre=([0-9a-f]{40}) versjon=([0-9A-Za-z.+-]{1,40})")


class Merke(NamedTuple):
    """What a report says of itself."""

    dato: date
    tre: str
    versjon: str


def les_merke(innhold: bytes) -> Merke | None:
    """Read the last mark in a file's text; None where there is none. What data says of a mark stands before it."""
    funnet = _MERKE.findall(innhold)
    if not funnet:
        return None
    dato, tre, versjon = (del_.decode() for del_ in funnet[-1])
    try:
        return Merke(date.fromisoformat(dato), tre, versjon)
    except ValueError:
        return None
