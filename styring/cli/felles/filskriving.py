"""Writing a file that the user has named: whole or not at all, and never through a link."""

import contextlib
import os
from pathlib import Path

from styring.feil import StyringFeil, grunn
from styring.prosjekt.filer import adgang


def skriv_fil(sti: Path, tekst: str) -> None:
    """Write a text as UTF-8 with LF, making the folders above it. Raises StyringFeil."""
    skriv_bytes(sti, tekst.encode("utf-8"))


def flytt_til(mappe: Path, sti: Path) -> Path:
    """Move a file into a folder, under a name that is free there. Returns where it lies now.

    Raises StyringFeil.
    """
    try:
        mappe.mkdir(parents=True, exist_ok=True)
        ny = ledig_navn(mappe, sti)
        sti.rename(ny)
    except OSError as feil:
        raise StyringFeil(
            f"kan ikke flytte «{sti}» til «{mappe}»: {grunn(feil)}. Lukk filen, og flytt den selv."
        ) from feil
    return ny


def ledig_navn(mappe: Path, sti: Path) -> Path:
    """A name for a file that is free in a folder."""
    navnene = (f"{sti.stem}{f'-{nr}' if nr > 1 else ''}{sti.suffix}" for nr in range(1, 1000))
    return next(mappe / navn for navn in navnene if not (mappe / navn).exists())


def skriv_bytes(sti: Path, innhold: bytes) -> None:
    """Write a file, making the folders above it.

    The old file stays as it was until the new one is whole. Raises StyringFeil.
    """
    with adgang(sti):
        er_lenke = sti.is_symlink()
    if er_lenke:
        raise StyringFeil(f"«{sti}» er en lenke. Oppgi selve filen.")
    kladd = sti.with_name(f".styring-{os.getpid()}-{sti.name}")
    try:
        sti.parent.mkdir(parents=True, exist_ok=True)
        with kladd.open("wb") as strom:
            strom.write(innhold)
            strom.flush()
            os.fsync(strom.fileno())
        kladd.replace(sti)
    except OSError as feil:
        with contextlib.suppress(OSError):
            kladd.unlink()
        raise StyringFeil(
            f"kan ikke skrive «{sti}». Se etter plass på disken og rettigheter, eller velg en annen"
            " mappe."
        ) from feil
