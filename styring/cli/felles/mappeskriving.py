"""A folder of many files, written beside the old one and put in its place when it is whole."""

import os
import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from styring.feil import StyringFeil, grunn
from styring.prosjekt.filer import adgang, er_mappe, finnes, les_fil, ligger_i

MERKE = ".styring-nettsted"
"""The file that says whom a folder was made for and which files of it are ours: nothing else is
ever taken away.
"""


class Skrevet(NamedTuple):
    """How many files there are, and how many of them were as before."""

    filer: int
    like: int


def krev_ledig(mappe: Path, rot: Path, leser: str) -> Path:
    """Give the folder by its whole name, where it may be replaced. Raises StyringFeil where it is a
    file or a link, holds something that others made, was made for another reader, or is part of the
    project, around it, or where one stands.
    """
    with adgang(mappe):
        er_lenke = mappe.is_symlink()
        hele = Path(os.path.abspath(mappe))  # noqa: PTH100  without following links
        her = Path.cwd()
    if er_lenke or (finnes(hele) and not er_mappe(hele)):
        raise StyringFeil(
            f"«{mappe}» er ikke en mappe. Oppgi en mappe, eller et navn som er ledig."
        )
    if ligger_i(her, hele):
        raise StyringFeil(f"du står i «{mappe}», som ville blitt byttet ut. Oppgi en annen mappe.")
    if ligger_i(hele, rot / "data") or ligger_i(hele, rot / "templates") or ligger_i(rot, hele):
        raise StyringFeil(f"«{mappe}» er blant dataene, eller rundt dem. Velg en annen mappe.")
    if ".git" in hele.parts:
        raise StyringFeil(f"«{mappe}» er i git sin egen mappe. Velg en annen mappe.")
    if finnes(hele):
        _krev_bare_vaart(hele, leser)
    return hele


def _krev_bare_vaart(mappe: Path, leser: str) -> None:
    """Raises StyringFeil where something in a folder is not ours, or is for another reader."""
    for_hvem, egne = _merket(mappe)
    andres = next((ett for ett in _innholdet_i(mappe) if ett not in egne), None)
    if andres is not None:
        raise StyringFeil(
            f"«{mappe / andres}» er ikke laget av «styring nettsted», og ville blitt borte. Velg en"
            " annen mappe, eller flytt den."
        )
    if for_hvem not in ("", leser):
        raise StyringFeil(
            f"«{mappe}» er laget for en annen leser ({for_hvem}). Velg en annen mappe, så ingen av"
            " dem blir lagt ut der den andre skulle vært."
        )


def skift_ut(mappe: Path, leser: str, filer: Iterable[tuple[str, bytes]]) -> Skrevet:
    """Write every file, and put the new folder in the place of the old. Raises StyringFeil, and
    then the old one is as it was.
    """
    kladd: Path | None = None
    try:
        mappe.parent.mkdir(parents=True, exist_ok=True)
        kladd = Path(tempfile.mkdtemp(prefix=f".{mappe.name}.styring-", dir=mappe.parent))
        ny = kladd / "ny"
        ny.mkdir()
        skrevet = _skriv(ny, mappe, leser, filer)
        if mappe.exists():
            _krev_bare_vaart(mappe, leser)  # something may have come while it was made
        _bytt(ny, mappe, kladd / "gammel")
    except OSError as feil:
        raise StyringFeil(
            f"kan ikke skrive «{mappe}»: {grunn(feil)}. Se etter plass på disken, og om en fil der"
            " er åpen."
        ) from feil
    finally:
        # never the old one while there is no other
        if kladd and (mappe.exists() or not (kladd / "gammel").exists()):
            shutil.rmtree(kladd, ignore_errors=True)
    return skrevet


def _skriv(ny: Path, mappe: Path, leser: str, filer: Iterable[tuple[str, bytes]]) -> Skrevet:
    egne = _merket(mappe)[1] if finnes(mappe) else frozenset()
    (ny / MERKE).touch()
    rettigheter = stat.S_IMODE((ny / MERKE).stat().st_mode)
    laget: set[str] = {""}
    skrevne: list[str] = []
    sett: set[str] = set()
    like = 0
    for navn, innhold in filer:
        if navn.casefold() in sett:
            raise AssertionError(navn)
        sett.add(navn.casefold())
        over = navn.rpartition("/")[0]
        if over not in laget:
            (ny / over).mkdir(parents=True, exist_ok=True)
            laget.add(over)
        # thousands of files: a Path of each costs as much as the comparing
        til, gammel = f"{ny}/{navn}", f"{mappe}/{navn}"
        if navn in egne and _er_lik(gammel, innhold, rettigheter) and _lenk(gammel, til):
            like += 1
        else:
            with open(til, "wb") as fil:  # noqa: PTH123  no Path, as above
                fil.write(innhold)
        skrevne.append(navn)
    linjer = [f"for: {leser}", *sorted(skrevne)]
    (ny / MERKE).write_text("".join(f"{ett}\n" for ett in linjer), encoding="utf-8", newline="\n")
    return Skrevet(len(skrevne), like)


def _er_lik(gammel: str, innhold: bytes, rettigheter: int) -> bool:
    """Whether a file is the very one that would be written: a plain file with the same content that
    the same people may read.
    """
    try:
        om = os.lstat(gammel)
        return (
            stat.S_ISREG(om.st_mode)
            and stat.S_IMODE(om.st_mode) == rettigheter
            and om.st_size == len(innhold)
            and _innholdet(gammel) == innhold
        )
    except OSError:
        return False  # gone: it is written anew


def _innholdet(fil: str) -> bytes:
    with open(fil, "rb", buffering=0) as aapen:  # noqa: PTH123  no Path: see _skriv
        return aapen.read()


def _lenk(gammel: str, ny: str) -> bool:
    """Give the same file a place in the new folder; not every disk can."""
    try:
        os.link(gammel, ny)
    except OSError:
        return False
    return True


def _bytt(ny: Path, mappe: Path, gammel: Path) -> None:
    """Put the new folder in the place of the old; whatever stops it, the old one is put back."""
    ny.chmod(0o777 & ~_umask(ny))
    if not mappe.exists():
        ny.rename(mappe)
        return
    mappe.rename(gammel)
    try:
        ny.rename(mappe)
    except BaseException:
        gammel.rename(mappe)
        raise


def _umask(mappe: Path) -> int:
    """What new files are not open for: told by the mark, which was made as files are."""
    return 0o666 & ~stat.S_IMODE((mappe / MERKE).stat().st_mode)


def _merket(mappe: Path) -> tuple[str, frozenset[str]]:
    """Whom a folder was made for the last time, and the files that we made there."""
    merke = mappe / MERKE
    if not finnes(merke):
        return "", frozenset()
    forst, *navn = les_fil(merke).decode("utf-8", errors="replace").splitlines() or [""]
    return forst.removeprefix("for: "), frozenset((*navn, MERKE))


def _innholdet_i(mappe: Path) -> Iterator[str]:
    """Every file, link and empty folder below a folder, by its way from it."""
    with adgang(mappe):
        for hvor, mapper, filer in os.walk(mappe):
            lenker = [ett for ett in mapper if (Path(hvor) / ett).is_symlink()]
            for navn in sorted((*filer, *lenker)):
                yield (Path(hvor) / navn).relative_to(mappe).as_posix()
            if not mapper and not filer and Path(hvor) != mappe:
                yield Path(hvor).relative_to(mappe).as_posix()
            mapper.sort()
