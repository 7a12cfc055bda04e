"""What every report carries, so that it can be made again and held against what it was: the day,
the data, and the version.
"""

import re
from datetime import date
from typing import NamedTuple

UTEN_SUM = "0" * 16
"""Stands for the sum while the sum is being made, where it must lie inside the file
that it is of.
"""


class Stempel(NamedTuple):
    """What a report was made of: the day it is made for, the tree id of ``data/``, the version of
    styring, and the command that makes it again.

    ``periode`` is that of an approved report: the tree id is then of its own folder alone. ``naa``
    is the tree id of the data that said what is exempt, where the report is made of an earlier
    version.
    """

    dato: date
    tre: str
    versjon: str
    kommando: str
    periode: str = ""
    naa: str = ""

    def merke(self, **mer: str) -> str:
        """The same in one line for machines, without the command; and what one form of document has
        to say beside it.
        """
        alle = {"dato": self.dato.isoformat(), "tre": self.tre, "versjon": self.versjon}
        alle |= {
            navn: verdi for navn, verdi in (("periode", self.periode), ("naa", self.naa)) if verdi
        } | mer
        return " ".join(("styring-rapport", *(f"{navn}={verdi}" for navn, verdi in alle.items())))


_MERKE = re.compile(rb"styring-rapport((?: [a-z]{1,20}=[0-9A-Za-z.:+-]{1,80}){3,20})")
_TRE = re.compile("[0-9a-f]{40}(?:[0-9a-f]{24})?")
_SUM = re.compile("[0-9a-f]{16}")


class Merke(NamedTuple):
    """What a report says of itself.

    ``sum`` is None where it says none; ``verdier`` is all of it, as it is written.
    """

    dato: date
    tre: str
    versjon: str
    sum: str | None
    verdier: dict[str, str]


def les_merke(innhold: bytes) -> Merke | None:
    """Read the last mark in a file's text; None where there is none.

    What data says of a mark stands before it.
    """
    funnet = _MERKE.findall(innhold)
    if not funnet:
        return None
    verdier = dict(del_.split("=", 1) for del_ in funnet[-1].decode().split())
    dato, tre, sum_ = (verdier.get(navn, "") for navn in ("dato", "tre", "sum"))
    if "versjon" not in verdier or not _TRE.fullmatch(tre):
        return None
    try:
        return Merke(
            date.fromisoformat(dato),
            tre,
            verdier["versjon"],
            sum_ if _SUM.fullmatch(sum_) else None,
            verdier,
        )
    except ValueError:
        return None


def med_sum(innhold: bytes, gammel: str, ny: str) -> bytes:
    """Write one sum for another in every mark of a file, and nowhere else."""
    return _MERKE.sub(
        lambda merke: re.sub(b" sum=%s(?= |$)" % gammel.encode(), f" sum={ny}".encode(), merke[0]),
        innhold,
    )


def utgaven_av(pakke: str) -> str:
    """The version of a library that the bytes of a document come of; «ingen» where it is not
    installed.
    """
    from importlib import metadata  # only where such a document is made or held against itself

    try:
        return metadata.version(pakke)
    except metadata.PackageNotFoundError:
        return "ingen"


def sum_av(innhold: bytes) -> str:
    """A short sum of a document's content: 16 hex digits of its SHA-256."""
    import hashlib  # only where a document is made or held against itself

    return hashlib.sha256(innhold).hexdigest()[:16]
