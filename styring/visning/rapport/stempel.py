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

    def merke(self, innhold: bytes | None = None) -> str:
        """The same in one line for machines, without the command; with a sum of the content, so that an edit by hand is seen."""
        sum_ = f" sum={sum_av(innhold)}" if innhold is not None else ""
        return f"styring-rapport dato={self.dato.isoformat()} tre={self.tre} versjon={self.versjon}{sum_}"


_MERKE = re.compile(rb"styring-rapport dato=(20\d\d-\d\d-\d\d) tre=([0-9a-f]{40}) versjon=([0-9A-Za-z.+-]{1,40})(?: sum=([0-9a-f]{16}))?")


class Merke(NamedTuple):
    """What a report says of itself. ``sum`` is None where the form has none."""

    dato: date
    tre: str
    versjon: str
    sum: str | None


def les_merke(innhold: bytes) -> Merke | None:
    """Read the last mark in a file's text; None where there is none. What data says of a mark stands before it."""
    funnet = _MERKE.findall(innhold)
    if not funnet:
        return None
    dato, tre, versjon, sum_ = (del_.decode() for del_ in funnet[-1])
    try:
        return Merke(date.fromisoformat(dato), tre, versjon, sum_ or None)
    except ValueError:
        return None


def sum_av(innhold: bytes) -> str:
    """A short sum of a document's content: 16 hex digits of its SHA-256."""
    import hashlib  # only where a document is made or held against itself

    return hashlib.sha256(innhold).hexdigest()[:16]
