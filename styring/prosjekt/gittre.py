"""Data files as a tree of paths and bytes, those of one version foremost, read straight from git's
objects: nothing is checked out.
"""

from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

from styring.feil import StyringFeil
from styring.funn import Treff
from styring.prosjekt.git import Git
from styring.prosjekt.tre import (
    DYPESTE_MAPPE,
    HELE,
    MIDLERTIDIG,
    STORSTE_VED_SIDEN_AV,
    for_dyp,
    heter_som_fil,
    ikke_fil,
)
from styring.prosjekt.versjon import Versjon

_VANLIGE = ("100644", "100755")
_MEST_OM_GANGEN = 1 << 24
"""Bytes of files that are read from git at a time."""


_LENGSTE_LISTE = 30_000_000
"""Bytes.

A hundred thousand files are listed in a third of it; a tree made to swell when it is read is
stopped here.
"""


class Gitfil(NamedTuple):
    """One file among git's objects: the id of its content, and how many bytes it is."""

    blob: str
    storrelse: int


class Bloblager:
    """The files' contents by their ids. Each is read once, however many versions hold it."""

    def __init__(self, git: Git) -> None:
        self._git = git
        self._kjente: dict[str, bytes] = {}

    def gi(self, blob: str) -> bytes:
        """Give one that is in store, or fetch it."""
        if blob not in self._kjente:
            self.hent_smaa([blob])
        return self._kjente[blob]

    def har(self, blob: str) -> bool:
        """Whether one is in store."""
        return blob in self._kjente

    def hent_smaa(self, blober: Iterable[str]) -> None:
        """The same for those of unknown size.

        Of one that is larger than anybody will read, only that is kept.
        """
        nye = [blob for blob in dict.fromkeys(blober) if blob not in self._kjente]
        self._kjente |= {
            blob: bytes(HELE + 1)
            for blob, storrelse in self.storrelser(nye).items()
            if storrelse > HELE
        }
        self.hent(nye)

    def storrelser(self, blober: Iterable[str]) -> dict[str, int]:
        """How many bytes each is, of those that the clone has."""
        inn = "".join(f"{blob}\n" for blob in dict.fromkeys(blober)).encode()
        svar = (
            self._git.svar("cat-file", "--batch-check", inn=inn).decode("ascii", "replace")
            if inn
            else ""
        )
        return {
            deler[0]: int(deler[-1])
            for rad in svar.splitlines()
            if (deler := rad.split())[-1].isdecimal()
        }

    def hent(self, blober: Iterable[str]) -> None:
        """Read those that are not in store, in one go.

        Raises StyringFeil where the clone lacks one.
        """
        nye = [blob for blob in dict.fromkeys(blober) if blob not in self._kjente]
        if not nye:
            return
        ut = self._git.svar(
            "cat-file", "--batch", inn="".join(f"{blob}\n" for blob in nye).encode()
        )
        sted = 0
        for blob in nye:
            slutt = ut.index(b"\n", sted)
            hode = ut[sted:slutt].split()
            if len(hode) != len(("id", "blob", "storrelse")) or hode[1] != b"blob":
                raise StyringFeil(
                    "klonen mangler noe av innholdet i denne versjonen. Hent det med «git fetch"
                    " --refetch», eller lag en ny klone."
                )
            sted = slutt + 1 + int(hode[2])
            self._kjente[blob] = ut[slutt + 1 : sted]
            sted += 1


class Objekttre:
    """Files under ``data/`` by the ids of their contents; where the list is kept, each kind knows
    itself.
    """

    def __init__(self, git: Git, lager: Bloblager | None = None) -> None:
        self.git = git
        self.rot = git.rot
        self._lager = lager or Bloblager(git)
        self._filer: dict[str, Gitfil] = {}
        self.avvik: list[Treff] = []
        """What is not a plain file, or lies too deep. Filled as ``filer`` goes."""
        self.midlertidige = 0

    def filer(self) -> Iterator[str]:
        """Give the path of every plain file under ``data/``, in the order that the work tree gives
        them.
        """
        self._filer, self.avvik, self.midlertidige = {}, [], 0
        mapper: dict[str, None] = {}
        alle = ((sti.split("/"), sti, modus, fil) for sti, modus, fil in self._oppforinger())
        for deler, sti, modus, fil in sorted(alle, key=itemgetter(0)):
            if sti.rpartition("/")[0] not in mapper:
                mapper |= {"/".join(deler[:nr]): None for nr in range(1, len(deler))}
            if modus not in _VANLIGE:
                self.avvik.append(
                    ikke_fil(sti, "en symbolsk lenke" if modus == "120000" else "en spesialfil")
                )
            elif len(deler) > DYPESTE_MAPPE + 2:
                mappe = "/".join(deler[: DYPESTE_MAPPE + 2])
                self.avvik += [] if self.avvik and self.avvik[-1].fil == mappe else [for_dyp(mappe)]
            elif MIDLERTIDIG.fullmatch(deler[-1]):
                self.midlertidige += 1
            else:
                self._filer[sti] = fil
        self.avvik += [ikke_fil(mappe, "en mappe") for mappe in mapper if heter_som_fil(mappe)]
        yield from self._filer

    def _oppforinger(self) -> Iterable[tuple[str, str, Gitfil]]:
        """Every entry below ``data/``: where, its mode, and what it is."""
        raise NotImplementedError

    def les(self, fil: str, grense: int = HELE) -> bytes | Treff:
        """Read one file.

        One that is larger than anybody will read is not fetched: what is given is too large as
        well.
        """
        kjent = self._filer[fil]
        if kjent.storrelse > grense:
            return bytes(grense + 1)
        if not self._lager.har(kjent.blob):
            self._lager.hent(self._neste(fil, grense))
        return self._lager.gi(kjent.blob)

    def innholdet_av(self, fil: str) -> str | None:
        """The file's id in git."""
        return self._filer[fil].blob

    def _neste(self, fra: str, grense: int) -> Iterator[str]:
        """The ids of the files from one on, as many as are read in one go."""
        lest, moett = 0, False
        for sti, fil in self._filer.items():
            moett = moett or sti == fra
            if moett and fil.storrelse <= grense and not self._lager.har(fil.blob):
                yield fil.blob
                lest += fil.storrelse
                if lest > _MEST_OM_GANGEN:
                    return


class Gittre(Objekttre):
    """The files under ``data/`` as they were in one commit."""

    def __init__(self, git: Git, versjon: Versjon, lager: Bloblager | None = None) -> None:
        super().__init__(git, lager)
        self.versjon = versjon

    def filer(self) -> Iterator[str]:
        """Give the path of every plain file. Raises StyringFeil where the commit has none."""
        alle = list(super().filer())
        if not alle and not self.avvik:
            raise StyringFeil(
                f"det er ingen data/ i versjonen {self.versjon.commit[:10]}. Velg en senere"
                " versjon."
            )
        yield from alle

    def _oppforinger(self) -> Iterable[tuple[str, str, Gitfil]]:
        return _liste(self.git, self.versjon.commit, "data")

    def tre_id(self, mappe: str = "data") -> str:
        """The id that git has for the folder ``data/``, or one in it."""
        return (
            self.git.svar("ls-tree", "-d", "-z", "--end-of-options", self.versjon.commit, mappe)
            .decode("utf-8", "replace")
            .split()[2]
        )

    def ved_siden_av(self, sti: str) -> bytes | None:
        """Read a file beside the data; None where there was none.

        Raises StyringFeil for a link, and for one that is too large.
        """
        for _, modus, fil in _liste(self.git, self.versjon.commit, sti):
            if modus not in _VANLIGE:
                raise StyringFeil(
                    f"{sti} er en lenke i versjonen {self.versjon.commit[:10]}. Velg en annen"
                    " versjon."
                )
            if fil.storrelse > STORSTE_VED_SIDEN_AV:
                raise StyringFeil(
                    f"{sti} er for stor i versjonen {self.versjon.commit[:10]}. Velg en annen"
                    " versjon."
                )
            return self._lager.gi(fil.blob)
        return None

    def navn_ved_siden_av(self, mappe: str) -> list[str]:
        """The names in a folder beside the data; none where it was not there."""
        return sorted(
            fil.removeprefix(f"{mappe}/")
            for fil, _, _ in _liste(self.git, self.versjon.commit, mappe)
        )


def _liste(git: Git, commit: str, sti: str) -> Iterator[tuple[str, str, Gitfil]]:
    """Every entry below a path: where, its mode, its id and size in bytes (0 where it
    is no file).
    """
    for rad in git.svar(
        "ls-tree", "-r", "-z", "-l", "--end-of-options", commit, sti, mest=_LENGSTE_LISTE
    ).split(b"\0"):
        if rad:
            hode, _, navn = rad.partition(b"\t")
            modus, _, blob, storrelse = hode.decode("ascii").split()
            yield (
                navn.decode("utf-8", "surrogateescape"),
                modus,
                Gitfil(blob, int(storrelse) if storrelse.isdigit() else 0),
            )
