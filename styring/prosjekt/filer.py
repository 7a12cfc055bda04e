"""Reading a file that the user has named, outside the data: a filled form, a list, a mapping."""

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path

from styring.feil import StyringFeil, grunn

STORSTE = 20_000_000
"""Bytes. No form or list is near it."""

_NAKENT = re.compile(rb"(?m)^\s*bare\s*=\s*true\s*$")
_MEST_OPPSETT = 64_000
"""Bytes of a repository's own settings; what it is, stands first."""


def les_fil(sti: Path, grense: int = STORSTE) -> bytes:
    """Read one plain file whole. Raises StyringFeil."""
    with adgang(sti):
        if not sti.is_file():
            raise StyringFeil(f"finner ikke filen «{sti}». Se etter en skrivefeil i navnet.")
        if sti.stat().st_size > grense:
            raise StyringFeil(
                f"«{sti}» er for stor: over {grense // 1_000_000} MB. Se etter at det er riktig"
                " fil."
            )
        return sti.read_bytes()


def finnes(sti: Path) -> bool:
    """Whether there is something of a name. Raises StyringFeil where the system won't tell."""
    with adgang(sti):
        return sti.exists()


def er_mappe(sti: Path) -> bool:
    """Whether a name is that of a folder. Raises StyringFeil where the system won't tell."""
    with adgang(sti):
        return sti.is_dir()


def repoets_topp(mappe: Path) -> Path | None:
    """The top of the repository that a folder lies in, by what lies on the disk, if any."""
    for over in (mappe, *mappe.parents):
        with adgang(over):
            if (over / ".git").exists():
                return over
    return None


def innholdet_i(mappe: Path) -> list[str]:
    """The names in a folder. Raises StyringFeil, also where it is none."""
    if not er_mappe(mappe):
        raise StyringFeil(f"«{mappe}» er en fil. Oppgi en mappe.")
    with adgang(mappe):
        return sorted(ett.name for ett in mappe.iterdir())


def ligger_i(sti: Path, mappe: Path) -> bool:
    """Whether a file lies in a folder, behind whatever links.

    Raises StyringFeil where the system won't tell.
    """
    with adgang(sti):
        return sti.resolve().is_relative_to(mappe.resolve())


@contextlib.contextmanager
def adgang(sti: Path) -> Iterator[None]:
    """The door to the disk for what is not data: what the system refuses is told with its reason.

    Raises StyringFeil.
    """
    try:
        yield
    except OSError as feil:
        raise StyringFeil(
            f"kan ikke lese «{sti}»: {grunn(feil)}. Se etter at du har tilgang, og at den ikke er"
            " åpen i et annet program."
        ) from feil


def filer_i(stier: list[Path], endelse: str) -> tuple[list[Path], list[Path]]:
    """The files that were named or lie in named folders: those with an ending, and the others; no
    locks of open documents. Raises StyringFeil.
    """
    ut: list[Path] = []
    andre: list[Path] = []
    for sti in stier:
        if er_mappe(sti):
            with adgang(sti):
                alle = sorted(
                    fil
                    for fil in sti.iterdir()
                    if fil.is_file() and not fil.name.startswith(("~$", "."))
                )
            ut += [fil for fil in alle if fil.suffix.lower() == endelse]
            andre += [fil for fil in alle if fil.suffix.lower() != endelse]
        else:
            ut.append(sti)
    if not ut:
        raise StyringFeil(
            f"fant ingen {endelse}-filer i «{stier[0]}». Legg skjemaene der, eller oppgi en annen"
            " mappe."
        )
    return ut, andre


def er_nakent_repo(mappe: Path) -> bool:
    """Whether a folder is a repository without files, as a forge has it. Raises StyringFeil.

    It says so itself: the ``.git`` of a project has files beside it, and they are what is now.
    """
    with adgang(mappe):
        deler = (mappe / "HEAD").is_file(), (mappe / "objects").is_dir(), (mappe / "refs").is_dir()
        if not all(deler) or not (mappe / "config").is_file() or (mappe / "data").exists():
            return False
        with (mappe / "config").open("rb") as fil:
            return bool(_NAKENT.search(fil.read(_MEST_OPPSETT)))


def begynnelsen(fil: Path, antall: int) -> bytes:
    """The first bytes of a file; none where there is no such file. Raises StyringFeil."""
    with adgang(fil):
        if not fil.is_file():
            return b""
        with fil.open("rb") as strom:
            return strom.read(antall)
