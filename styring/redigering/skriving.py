"""The one way that data is written: locked, whole, and only on top of what was read."""

import contextlib
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from styring.feil import StyringFeil, grunn
from styring.funn import Treff
from styring.prosjekt.tre import LAAS, MIDLERTIDIG, Arbeidstre

_INGENTING = "Ingenting er skrevet."


class Endring(NamedTuple):
    """One file as it was read (None: it was not there) and as it is to be.

    ``sammendrag`` is told instead of the lines where they are many.
    """

    fil: str
    foer: bytes | None
    etter: bytes
    sammendrag: str = ""


def skriv(tre: Arbeidstre, endringer: Sequence[Endring]) -> None:
    """Write every file, or none, as long as the process lives: what is in place is set back when
    another file can't be.

    Killed in the middle, some of several files may be new and some old; each is whole, and the same
    command run again writes the rest. What it leaves of drafts is named by ``valider``, and put
    away by the next writer in the folder. Raises StyringFeil where somebody else is writing, a file
    has changed since it was read, or the disk says no.
    """
    with _laas(tre.rot):
        for endring in endringer:
            _er_som_lest(tre, endring)
        _rydd_etter_avbrutte({(tre.rot / endring.fil).parent for endring in endringer})
        kladder: list[Path] = []
        try:
            for endring in endringer:
                kladder.append(_kladd(tre.rot / endring.fil))
                _skriv_hel(kladder[-1], endring.etter)
                _gi_samme_tilgang(kladder[-1], tre.rot / endring.fil)
            _bytt_alle(tre.rot, endringer, kladder)
        except OSError as feil:
            raise StyringFeil(
                f"kan ikke skrive i «data»: {grunn(feil)}. {_INGENTING} Se etter plass på disken og"
                " rettigheter."
            ) from feil
        finally:
            for kladd in kladder:
                with contextlib.suppress(OSError):
                    kladd.unlink(missing_ok=True)


def _er_som_lest(tre: Arbeidstre, endring: Endring) -> None:
    sti = tre.rot / endring.fil
    if any(
        del_.is_symlink() for del_ in (sti, *sti.parents) if del_.is_relative_to(tre.rot / "data")
    ):
        raise StyringFeil(
            f"«{endring.fil}» er en lenke, eller ligger bak en. {_INGENTING} Legg inn selve filen."
        )
    finnes = sti.exists()
    naa = tre.les(endring.fil) if finnes else None
    if isinstance(naa, Treff) or naa != endring.foer:
        hva = "er laget" if endring.foer is None else "er borte" if not finnes else "er endret"
        raise StyringFeil(
            f"«{endring.fil}» {hva} av noen andre siden styring leste den. {_INGENTING} Kjør"
            " kommandoen en gang til."
        )


def _kladd(sti: Path) -> Path:
    return sti.with_name(f".styring-{os.getpid()}-{sti.name}")


def _skriv_hel(kladd: Path, innhold: bytes) -> None:
    kladd.parent.mkdir(parents=True, exist_ok=True)
    with kladd.open("wb") as strom:
        strom.write(innhold)
        strom.flush()
        os.fsync(strom.fileno())
    if kladd.stat().st_size != len(innhold):
        raise OSError(28, "filen ble ikke hel")


def _gi_samme_tilgang(kladd: Path, gammel: Path) -> None:
    """Let a file that only some may read stay so."""
    if gammel.exists():
        kladd.chmod(stat.S_IMODE(gammel.stat().st_mode))


def _bytt_alle(rot: Path, endringer: Sequence[Endring], kladder: Sequence[Path]) -> None:
    """Put every new file in place.

    Where one can't be, those already put are set back: half an import is worse than none.
    """
    gjort: list[Endring] = []
    try:
        for endring, kladd in zip(endringer, kladder, strict=True):
            kladd.replace(rot / endring.fil)
            gjort.append(endring)
    except BaseException:  # also Ctrl-C: half an import is worse than none
        for endring in reversed(gjort):
            _sett_tilbake(rot / endring.fil, endring.foer)
        raise
    for mappe in {(rot / endring.fil).parent for endring in endringer}:
        _lagre_mappen(mappe)


def _sett_tilbake(sti: Path, foer: bytes | None) -> None:
    if foer is None:
        sti.unlink(missing_ok=True)
        return
    kladd = _kladd(sti)
    _skriv_hel(kladd, foer)
    kladd.replace(sti)


def _lagre_mappen(mappe: Path) -> None:
    """Make the new names last through a power cut.

    Only some systems let a folder be synced, and the files are whole in any case.
    """
    with contextlib.suppress(OSError):
        nummer = os.open(mappe, os.O_RDONLY)
        try:
            os.fsync(nummer)
        finally:
            os.close(nummer)


@contextlib.contextmanager
def _laas(rot: Path) -> Iterator[None]:
    """Let one styring write at a time.

    The system lets go of the lock when the process ends, however it ends.
    """
    sti = rot / "data" / LAAS
    try:
        nummer = os.open(sti, os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0), 0o666)
    except OSError as feil:
        raise StyringFeil(
            f"kan ikke skrive i «{rot / 'data'}»: {grunn(feil)}. {_INGENTING} Se etter plass på"
            " disken og rettigheter."
        ) from feil
    try:
        if not _tok(nummer) or not _er_samme_fil(nummer, sti):
            raise StyringFeil(
                f"en annen styring skriver i dataene nå. {_INGENTING} Vent til den er ferdig, og"
                " kjør kommandoen en gang til."
            )
        try:
            yield
        finally:
            with contextlib.suppress(OSError):
                sti.unlink()
    finally:
        os.close(nummer)


def _er_samme_fil(nummer: int, sti: Path) -> bool:
    """Whether the lock that was taken is still the one that others see: the one before us may have
    put its away in between.
    """
    try:
        return os.path.samestat(os.fstat(nummer), sti.stat())
    except OSError:
        return False


def _tok(nummer: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(nummer, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(nummer, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _rydd_etter_avbrutte(mapper: Iterable[Path]) -> None:
    """Put away what a killed writer left behind. Nobody else is writing: we hold the lock."""
    for mappe in mapper:
        for rest in mappe.glob(".styring-[1-9]*-*"):
            if MIDLERTIDIG.fullmatch(rest.name):
                with contextlib.suppress(OSError):
                    rest.unlink()
