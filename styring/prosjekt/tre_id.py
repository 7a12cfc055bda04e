"""The git tree id of ``data/``, computed of the very bytes that were read: the same in any clone, and without git."""

import hashlib
from collections.abc import Iterator, Mapping

from styring.funn import Treff
from styring.prosjekt.tre import HELE, Tre

_IKKE_I_GIT = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What the system lays beside the data, and nobody commits."""


_HVER_BYTE = 1 << 40


class MedTreId:
    """Another tree that remembers the blob id of every file it hands out."""

    def __init__(self, under: Tre) -> None:
        self._under = under
        self._blober: dict[str, bytes] = {}
        self._listet: list[str] = []

    @property
    def avvik(self) -> list[Treff]:
        """What could not be listed underneath."""
        return self._under.avvik

    @property
    def midlertidige(self) -> int:
        """How many half-written files lie underneath."""
        return self._under.midlertidige

    def filer(self) -> Iterator[str]:
        """Give every path underneath."""
        for fil in self._under.filer():
            self._listet.append(fil)
            yield fil

    def les(self, fil: str, grense: int = HELE) -> bytes | Treff:
        """Read one file, and remember its id where it was read to the end."""
        raa = self._under.les(fil, grense)
        if not isinstance(raa, Treff) and len(raa) <= grense:
            self._blober[fil] = _objekt(b"blob", raa)
        return raa

    def innholdet_av(self, _fil: str) -> None:
        """Every file must be read: its id is made of what was."""

    def tre_id(self) -> str:
        """Give the id of ``data/`` as it was read: 40 hex digits (SHA-1), as git writes it. What nobody asked for is read now."""
        for fil in self._listet:
            if fil.rpartition("/")[2] in _IKKE_I_GIT:
                self._blober.pop(fil, None)
            elif fil not in self._blober:
                self.les(fil, _HVER_BYTE)
        return _tre({fil.removeprefix("data/"): id_ for fil, id_ in self._blober.items()}).hex()


def _tre(filer: Mapping[str, bytes]) -> bytes:
    """The id of a folder: its files and folders in git's own order, where a folder's name counts as ending in a slash."""
    mapper: dict[str, dict[str, bytes]] = {}
    innhold: dict[bytes, bytes] = {}
    for fil, id_ in filer.items():
        mappe, skille, resten = fil.partition("/")
        if skille:
            mapper.setdefault(mappe, {})[resten] = id_
        else:
            innhold[fil.encode()] = b"100644 " + fil.encode() + b"\0" + id_
    for mappe, under in mapper.items():
        innhold[f"{mappe}/".encode()] = b"40000 " + mappe.encode() + b"\0" + _tre(under)
    return _objekt(b"tree", b"".join(innhold[navn] for navn in sorted(innhold)))


def _objekt(slag: bytes, innhold: bytes) -> bytes:
    return hashlib.sha1(b"%s %d\0" % (slag, len(innhold)) + innhold, usedforsecurity=False).digest()
