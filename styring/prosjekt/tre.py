"""The data files of a project as a tree of paths and bytes, from the work tree."""

import os
import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol

from styring.feil import StyringFeil
from styring.funn import HELE_FILEN, Treff
from styring.prosjekt.filer import adgang, les_fil
from styring.prosjekt.utsjekk import utelatte

MIDLERTIDIG = re.compile(r"\.styring-[0-9]+-.+")
"""The names of files that styring is in the middle of writing; a reader counts them and passes them
by.
"""
LAAS = ".styring-0-laas"
"""The file that one writer at a time holds."""
_FILNAVN = re.compile(r"\.ya?ml\Z", re.IGNORECASE)
DYPESTE_MAPPE = 6
HELE = 1 << 20
"""Bytes. What is read of a file when nothing else is said."""
_FORSTE_BIT = 1 << 13
"""Bytes. Holds most files whole; a larger buffer costs more to hand out than to read again."""
STORSTE_VED_SIDEN_AV = 5_000_000
"""Bytes. A house template with a picture in it is well below."""
_LES_FLAGG = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOFOLLOW", 0)
)


def finn_rot(start: Path) -> Path:
    """Find the project's root: the nearest folder upwards with ``data/kommune.yaml``.

    Raises StyringFeil.
    """
    for mappe in (start, *start.parents):
        with adgang(mappe):
            if (mappe / "data" / "kommune.yaml").is_file():
                return mappe
    raise StyringFeil(
        f"fant ikke data/kommune.yaml i {start} eller i noen mappe over den. Gå til mappen med"
        " kommunens data, eller bruk --prosjekt MAPPE."
    )


class Tre(Protocol):
    """The data files of one version of a project, wherever they lie."""

    @property
    def avvik(self) -> list[Treff]:
        """What is not a plain file, or could not be listed.

        Known when ``filer`` has been gone through.
        """

    @property
    def midlertidige(self) -> int:
        """How many files some styring is in the middle of writing."""

    def filer(self) -> Iterator[str]:
        """Give the path of every plain file under ``data/``, from the root."""

    def les(self, fil: str, grense: int = ...) -> bytes | Treff:
        """Read one file, or tell why it could not be read."""

    def innholdet_av(self, fil: str) -> str | None:
        """A name of the file's content, the same wherever the content is; None where that is not
        known without reading it.
        """


class Arbeidstre:
    """The files under ``data/`` as they lie on disk.

    Nothing is read before it is asked for, and nothing is written.
    """

    def __init__(self, rot: Path) -> None:
        self.rot = rot
        self._foran = f"{rot}/"
        self.avvik: list[Treff] = []
        """What is not a plain file, or could not be listed. Filled as ``filer`` goes."""
        self.midlertidige = 0
        self.kladder: list[str] = []
        """What styring is in the middle of writing, or was when it was stopped.

        Filled as ``filer`` goes.
        """

    def filer(self) -> Iterator[str]:
        """Give the path of every plain file under ``data/``, from the root, with ``/``, in a stated
        order.
        """
        if (self.rot / "data").is_symlink():
            self.avvik.append(ikke_fil("data", "en symbolsk lenke"))
            return
        yield from self._mappe("data", 0)
        self.avvik += [ikke_hentet(fil) for fil in utelatte(self.rot)]

    def _mappe(self, mappe: str, dybde: int) -> Iterator[str]:
        try:
            with os.scandir(self.rot / mappe) as innhold:
                oppforinger = sorted(innhold, key=lambda oppforing: oppforing.name)
        except OSError as feil:
            self.avvik.append(_kan_ikke_leses(mappe, feil))
            return
        for oppforing in oppforinger:
            sti = f"{mappe}/{oppforing.name}"
            if oppforing.is_symlink():
                self.avvik.append(ikke_fil(sti, "en symbolsk lenke"))
            elif oppforing.is_dir(follow_symlinks=False):
                self.avvik += [ikke_fil(sti, "en mappe")] if heter_som_fil(sti) else []
                if dybde < DYPESTE_MAPPE:
                    yield from self._mappe(sti, dybde + 1)
                else:
                    self.avvik.append(for_dyp(sti))
            elif oppforing.is_file(follow_symlinks=False):
                if MIDLERTIDIG.fullmatch(oppforing.name):
                    self.midlertidige += 1
                    self.kladder.append(sti)
                else:
                    yield sti
            else:
                self.avvik.append(ikke_fil(sti, "en spesialfil"))

    def les(self, fil: str, grense: int = HELE) -> bytes | Treff:
        """Read one file, up to ``grense`` bytes and one more; a Treff where it could
        not be read.
        """
        try:
            nummer = os.open(self._foran + fil, _LES_FLAGG)
        except OSError as feil:
            return _kan_ikke_leses(fil, feil)
        try:
            raa = os.read(nummer, _FORSTE_BIT)
            if len(raa) == _FORSTE_BIT:
                raa = self._resten(nummer, raa, grense)
        except OSError as feil:
            return _kan_ikke_leses(fil, feil)
        finally:
            os.close(nummer)
        return raa

    def innholdet_av(self, _fil: str) -> None:
        """A file on disk is known by being read."""

    def lenke(self, fil: str) -> bytes | None:
        """Where a link points; None for all else. It is never followed."""
        try:
            return os.fsencode((self.rot / fil).readlink())
        except OSError:
            return None

    def ved_siden_av(self, sti: str) -> bytes | None:
        """Read a file beside the data; None where there is none.

        Raises StyringFeil for a link, and for what can't be read.
        """
        fil = self.rot / sti
        with adgang(fil):
            if fil.is_symlink() or fil.parent.is_symlink():
                raise StyringFeil(f"{sti} er en lenke. Legg inn selve filen.")
            return les_fil(fil, STORSTE_VED_SIDEN_AV) if fil.is_file() else None

    def navn_ved_siden_av(self, mappe: str) -> list[str]:
        """The names in a folder beside the data; none where it is not there."""
        sti = self.rot / mappe
        with adgang(sti):
            return sorted(fil.name for fil in sti.iterdir()) if sti.is_dir() else []

    @staticmethod
    def _resten(nummer: int, raa: bytes, grense: int) -> bytes:
        if not stat.S_ISREG(os.fstat(nummer).st_mode):
            return raa
        biter = [raa]
        lest = len(raa)
        while lest <= grense and (bit := os.read(nummer, 1 << 18)):
            biter.append(bit)
            lest += len(bit)
        return b"".join(biter)


class Overlegg:
    """Another tree with some files as they would be: what a change would lead to, before anything
    is written.
    """

    def __init__(self, under: Tre, nye: Mapping[str, bytes]) -> None:
        self._under = under
        self._nye = nye

    @property
    def avvik(self) -> list[Treff]:
        """What could not be listed underneath."""
        return self._under.avvik

    @property
    def midlertidige(self) -> int:
        """How many half-written files lie underneath."""
        return self._under.midlertidige

    def filer(self) -> Iterator[str]:
        """Give every path, the new ones in their places."""
        yield from sorted({*self._under.filer(), *self._nye}, key=lambda fil: fil.split("/"))

    def les(self, fil: str, grense: int = HELE) -> bytes | Treff:
        """Read one file as it would be."""
        return self._nye[fil] if fil in self._nye else self._under.les(fil, grense)

    def innholdet_av(self, fil: str) -> str | None:
        """What underneath knows, but for what is new."""
        return None if fil in self._nye else self._under.innholdet_av(fil)


def ikke_fil(sti: str, hva: str) -> Treff:
    """The hit for an entry that is something else than a plain file."""
    return Treff(
        "ST014",
        sti,
        f"dette er {hva}, ikke en vanlig fil",
        forslag="legg inn en vanlig fil, eller slett den",
        utsnitt=HELE_FILEN,
    )


def for_dyp(sti: str) -> Treff:
    """The hit for a folder that lies too deep."""
    return Treff(
        "ST015",
        sti,
        "mappen ligger for dypt",
        forslag="flytt den ut av data/, eller slett den",
        utsnitt=HELE_FILEN,
    )


def ikke_hentet(sti: str) -> Treff:
    """The hit for a file that git has, and that the clone has been told to leave off the disk."""
    forslag = (
        "hent den med «git sparse-checkout disable», eller med «git update-index"
        " --no-skip-worktree» og «git restore»"
    )
    return Treff(
        "ST017",
        sti,
        "git har filen, men klonen er satt til ikke å ha den på disken",
        forslag=forslag,
        utsnitt=HELE_FILEN,
    )


def heter_som_fil(mappe: str) -> bool:
    """Whether a folder has the name of a data file: what was meant as a record would be missed
    without a word.
    """
    return _FILNAVN.search(mappe) is not None


_GRUNNER = {
    FileNotFoundError: ("filen forsvant mens styring leste", "kjør kommandoen en gang til"),
    PermissionError: ("du har ikke lov til å lese filen", "få lesetilgang til filen"),
}


def _kan_ikke_leses(sti: str, feil: OSError) -> Treff:
    melding, forslag = _GRUNNER.get(
        type(feil),
        (
            "filen kan ikke leses fra disken",
            "se etter at filen er hel og ligger på en disk som svarer",
        ),
    )
    return Treff("ST017", sti, melding, forslag=forslag, utsnitt=HELE_FILEN)
