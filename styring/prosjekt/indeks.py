"""What git's index says of the data: which files are to be committed, and which lie beside.

The index is read and never written.
"""

import re
import sys
from collections.abc import Iterator
from typing import NamedTuple

from styring.prosjekt.git import Git

_TOMME = frozenset(
    {
        "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
        "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
    }
)
"""The id of an empty file, by SHA-1 and by SHA-256."""
_BARE_MELDT = 1 << 29
"""The mark in the index on a file that «git add -N» has said will come. A commit leaves it out."""
_MERKER = re.compile(rb"([^\0]+)\0(?:  [^\n]*\n){4}  size: \d+\tflags: ([0-9a-f]+)\n")


class Oppforing(NamedTuple):
    """One file in the index. ``utelatt``: a sparse checkout leaves it off the disk, on purpose."""

    modus: str
    id: str
    utelatt: bool


class Indeks(NamedTuple):
    """All below ``data/``, by path from the project's root.

    ``uflettet`` are in the middle of a merge: which text is meant is not known yet.
    """

    filer: dict[str, Oppforing]
    uflettet: tuple[str, ...]


def algoritmen(git: Git) -> str | None:
    """The name of the sum that ids are made with; None where the folder lies in no work tree that
    git knows.
    """
    kode, ut, _ = git.prov("rev-parse", "--is-inside-work-tree", "--show-object-format")
    svar = ut.decode("ascii", "replace").split()
    return svar[1] if not kode and svar[:1] == ["true"] and len(svar) > 1 else None


def les_indeks(git: Git) -> Indeks:
    """Read what the index has below ``data/``. Raises StyringFeil where git refuses."""
    filer: dict[str, Oppforing] = {}
    uflettet: dict[str, None] = {}
    for rad in _rader(git.svar("ls-files", "-s", "-t", "-z", "--", "data")):
        hode, _, navn = rad.partition("\t")
        merke, modus, id_, trinn = hode.split()
        if trinn != "0":
            uflettet[navn] = None
        if navn.startswith("data/"):
            filer.setdefault(navn, Oppforing(modus, id_, merke == "S"))
    return Indeks(filer, tuple(uflettet))


def nye_filer(git: Git) -> tuple[str, ...]:
    """The files below ``data/`` that git does not know, and has not been told to ignore.

    Names are listed; nothing is read or run.
    """
    alle = _rader(git.svar("ls-files", "--others", "--exclude-standard", "-z", "--", "data"))
    return tuple(navn for navn in alle if navn.startswith("data/") and not navn.endswith("/"))


def bare_meldt(git: Git, indeks: Indeks) -> frozenset[str]:
    """The files that are only said to come («git add -N»): they look empty in the index, and are
    not committed.
    """
    tomme = [navn for navn, fil in indeks.filer.items() if fil.id in _TOMME]
    if not tomme:
        return frozenset()
    funnet = _MERKER.findall(git.svar("ls-files", "--debug", "-z", "--", *tomme))
    return frozenset(som_navn(navn) for navn, merker in funnet if int(merker, 16) & _BARE_MELDT)


def som_navn(raa: bytes) -> str:
    """A path as git has it, in the letters that this system's disk gives it in.

    What is not text keeps its bytes.
    """
    return raa.decode(sys.getfilesystemencoding(), "surrogateescape")


def som_bytes(navn: str) -> bytes:
    """The same the other way."""
    return navn.encode(sys.getfilesystemencoding(), "surrogateescape")


def _rader(ut: bytes) -> Iterator[str]:
    return map(som_navn, filter(None, ut.split(b"\0")))
