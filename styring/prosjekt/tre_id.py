"""The tree id of ``data/``: the one git has, made of the very bytes that were read, so that it is
the same in every clone.

A clone may write CRLF where git has LF, and lose the mode bits; another may be made with SHA-256.
git's index says what each file is there.
"""

import hashlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from styring.feil import StyringFeil
from styring.funn import Treff
from styring.prosjekt.git import Git
from styring.prosjekt.gittre import Gittre
from styring.prosjekt.indeks import Oppforing, algoritmen, les_indeks, nye_filer, som_bytes
from styring.prosjekt.tre import HELE, MIDLERTIDIG, Arbeidstre

_INGENS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What the system lays beside the data, and nobody commits."""
_HVER_BYTE = 1 << 40
_VANLIG, _LENKE, _ANNET_REPO = "100644", "120000", "160000"


class Blob(NamedTuple):
    """One file in a tree: its mode and its id."""

    modus: str
    id: bytes


class MedTreId:
    """Another tree that remembers what every file it hands out was."""

    def __init__(self, under: Arbeidstre | Gittre) -> None:
        self._under = under
        self._git, self._algoritme = (None, "sha1") if isinstance(under, Gittre) else i_git(under)
        self._summer: dict[str, tuple[bytes, bytes]] = {}
        self._listet: list[str] = []
        self._utenfor: tuple[str, ...] = ()

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
        """Read one file, and remember its sums where it was read to the end."""
        raa = self._under.les(fil, grense)
        if not isinstance(raa, Treff) and len(raa) <= grense:
            self._summer[fil] = self._begge(raa)
        return raa

    def innholdet_av(self, _fil: str) -> None:
        """Every file must be read: its id is made of what was."""

    def tre_id(self, mappe: str = "data") -> str:
        """Give the id of ``data/``, or of a folder in it, as it was read, in hex, as git writes it.

        What nobody asked for is read now.
        """
        if isinstance(self._under, Gittre):
            return self._under.tre_id(mappe)
        foran = f"{mappe}/"
        return _tre(
            {
                fil.removeprefix(foran): blob
                for fil, blob in self._blober(self._under)
                if fil.startswith(foran)
            },
            self._algoritme,
        ).hex()

    @property
    def utenfor(self) -> tuple[str, ...]:
        """The files that git has not got as they are: new, or changed or deleted since they were
        added; none outside git.

        Known when the id has been asked for.
        """
        return self._utenfor

    def _blober(self, tre: Arbeidstre) -> Iterator[tuple[str, Blob]]:
        kjente = les_indeks(self._git).filer if self._git else {}
        nye = [fil for fil in nye_filer(self._git) if not _er_ingens(fil)] if self._git else []
        ukjente: set[str] = set()
        if not kjente and not nye:
            # Outside git, or where git has been told to ignore all of it.
            nye = [fil for fil in dict.fromkeys(self._listet) if not _er_ingens(fil)]
        else:
            ukjente = (
                {*nye, *self._listet} - {*kjente} - {fil for fil in self._listet if _er_ingens(fil)}
            )
        for fil in (*kjente, *nye):
            kjent = kjente.get(fil)
            blob = self._blob(tre, fil, kjent)
            if kjent and (blob is None or blob.id.hex() != kjent.id):
                ukjente.add(fil)
            if blob:
                yield fil, blob
        self._utenfor = tuple(sorted(ukjente))

    def _blob(self, tre: Arbeidstre, fil: str, kjent: Oppforing | None) -> Blob | None:
        """What a file is on disk, said as git would; None for one that is deleted.

        What a sparse checkout leaves out is as git has it.
        """
        if kjent and kjent.modus == _ANNET_REPO:
            return Blob(kjent.modus, bytes.fromhex(kjent.id))
        if (maal := tre.lenke(fil)) is not None:
            return Blob(_LENKE, _objekt(b"blob", maal, self._algoritme))
        if fil not in self._summer:
            self.les(fil, _HVER_BYTE)
        if fil not in self._summer:
            return Blob(kjent.modus, bytes.fromhex(kjent.id)) if kjent and kjent.utelatt else None
        raa, som_lf = self._summer[fil]
        return Blob(
            kjent.modus if kjent else _VANLIG, raa if kjent and raa.hex() == kjent.id else som_lf
        )

    def _begge(self, raa: bytes) -> tuple[bytes, bytes]:
        """The id of the bytes as they are, and with every CRLF as LF."""
        som_den_er = _objekt(b"blob", raa, self._algoritme)
        return som_den_er, (
            _objekt(b"blob", raa.replace(b"\r\n", b"\n"), self._algoritme)
            if b"\r\n" in raa
            else som_den_er
        )


def i_git(tre: Arbeidstre) -> tuple[Git | None, str]:
    """The repository that a tree lies in, and its sum; None and SHA-1 where it lies in none, or
    there is no git to ask.
    """
    try:
        git = Git(tre.rot)
    except StyringFeil:
        return None, "sha1"
    algoritme = algoritmen(git)
    return (git, algoritme) if algoritme else (None, "sha1")


def _er_ingens(fil: str) -> bool:
    navn = fil.rpartition("/")[2]
    return navn in _INGENS or MIDLERTIDIG.fullmatch(navn) is not None


def _tre(filer: Mapping[str, Blob], algoritme: str) -> bytes:
    """The id of a folder: its files and folders in git's own order, where a folder's name counts as
    ending in a slash.
    """
    mapper: dict[str, dict[str, Blob]] = {}
    innhold: dict[bytes, bytes] = {}
    for fil, blob in filer.items():
        mappe, skille, resten = fil.partition("/")
        if skille:
            mapper.setdefault(mappe, {})[resten] = blob
        else:
            innhold[som_bytes(fil)] = b"%s %s\0%s" % (blob.modus.encode(), som_bytes(fil), blob.id)
    for mappe, under in mapper.items():
        innhold[som_bytes(mappe) + b"/"] = b"40000 %s\0%s" % (
            som_bytes(mappe),
            _tre(under, algoritme),
        )
    return _objekt(b"tree", b"".join(innhold[navn] for navn in sorted(innhold)), algoritme)


def _objekt(slag: bytes, innhold: bytes, algoritme: str) -> bytes:
    return hashlib.new(
        algoritme, b"%s %d\0" % (slag, len(innhold)) + innhold, usedforsecurity=False
    ).digest()
