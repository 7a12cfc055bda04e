"""A folder of many files, written beside the old one and put in its place when it is whole."""

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from styring.feil import StyringFeil, grunn
from styring.prosjekt.filer import adgang, er_mappe, finnes, les_fil, ligger_i

MERKE = ".styring-nettsted"
"""The file that says which files of a folder are ours: nothing else is ever taken away."""


class Skrevet(NamedTuple):
    """How many files there are, and how many of them were as before."""

    filer: int
    like: int


def krev_ledig(mappe: Path, rot: Path) -> None:
    """Check that a folder may be replaced. Raises StyringFeil where it is a file or a link, holds
    something that others made, or is part of the project or around it.
    """
    with adgang(mappe):
        er_lenke = mappe.is_symlink()
    if er_lenke or (finnes(mappe) and not er_mappe(mappe)):
        raise StyringFeil(
            f"«{mappe}» er ikke en mappe. Oppgi en mappe, eller et navn som er ledig."
        )
    if ligger_i(mappe, rot / "data") or ligger_i(rot, mappe):
        raise StyringFeil(f"«{mappe}» er blant dataene, eller rundt dem. Velg en annen mappe.")
    if not finnes(mappe):
        return
    egne = _egne(mappe)
    andres = next((ett for ett in _filene_i(mappe) if ett not in egne), None)
    if andres is not None:
        raise StyringFeil(
            f"«{mappe / andres}» er ikke laget av «styring nettsted», og ville blitt borte. Velg en"
            " annen mappe, eller flytt filen."
        )


def skift_ut(mappe: Path, filer: Iterable[tuple[str, bytes]]) -> Skrevet:
    """Write every file, and put the new folder in the place of the old. Raises StyringFeil, and
    then the old one is as it was.
    """
    kladd = mappe.with_name(f".{mappe.name}.styring-{os.getpid()}")
    try:
        kladd.mkdir(parents=True)
        skrevet = _skriv(kladd, mappe, filer)
        _bytt(kladd, mappe)
    except OSError as feil:
        raise StyringFeil(
            f"kan ikke skrive «{mappe}»: {grunn(feil)}. Se etter plass på disken, og om en"
            " fil der er åpen."
        ) from feil
    finally:
        shutil.rmtree(kladd, ignore_errors=True)
    return skrevet


def _skriv(kladd: Path, mappe: Path, filer: Iterable[tuple[str, bytes]]) -> Skrevet:
    egne = _egne(mappe) if finnes(mappe) else frozenset()
    laget: set[Path] = {kladd}
    skrevne: list[str] = []
    sett: set[str] = set()
    like = 0
    for navn, innhold in filer:
        if navn.casefold() in sett:
            raise AssertionError(navn)
        sett.add(navn.casefold())
        til = kladd / navn
        if til.parent not in laget:
            til.parent.mkdir(parents=True, exist_ok=True)
            laget.add(til.parent)
        if navn in egne and _er_lik(mappe / navn, innhold) and _lenk(mappe / navn, til):
            like += 1
        else:
            til.write_bytes(innhold)
        skrevne.append(navn)
    (kladd / MERKE).write_text("".join(f"{navn}\n" for navn in sorted(skrevne)), encoding="utf-8")
    return Skrevet(len(skrevne), like)


def _er_lik(gammel: Path, innhold: bytes) -> bool:
    try:
        return gammel.stat().st_size == len(innhold) and gammel.read_bytes() == innhold
    except OSError:
        return False  # gone: it is written anew


def _lenk(gammel: Path, ny: Path) -> bool:
    """Give the same file a place in the new folder; not every disk can."""
    try:
        os.link(gammel, ny)
    except OSError:
        return False
    return True


def _bytt(kladd: Path, mappe: Path) -> None:
    """Put the new folder in the place of the old, which is taken away last."""
    if not mappe.exists():
        kladd.rename(mappe)
        return
    gammel = kladd.with_name(f"{kladd.name}-gammel")
    mappe.rename(gammel)
    try:
        kladd.rename(mappe)
    except OSError:
        gammel.rename(mappe)
        raise
    shutil.rmtree(gammel, ignore_errors=True)


def _egne(mappe: Path) -> frozenset[str]:
    """The files that we made there the last time."""
    merke = mappe / MERKE
    if not finnes(merke):
        return frozenset()
    tekst = les_fil(merke).decode("utf-8", errors="replace")
    return frozenset((*tekst.splitlines(), MERKE))


def _filene_i(mappe: Path) -> Iterator[str]:
    """Every file below a folder, by its way from it."""
    with adgang(mappe), contextlib.suppress(StopIteration):
        for hvor, mapper, filer in os.walk(mappe):
            mapper.sort()
            for fil in sorted(filer):
                yield (Path(hvor) / fil).relative_to(mappe).as_posix()
