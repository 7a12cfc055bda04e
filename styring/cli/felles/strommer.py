"""Standard output and standard error: made ready, and with a door of their own, so that a full disk
is told of wherever something is written.
"""

import contextlib
import io
import os
import sys
from typing import IO, Any, TextIO

from styring.feil import StyringFeil, grunn


class Strom:
    """A stream that never fails on a character it can't show.

    What it can't write at all is told as the user's to mend, or not at all.

    Everything else is asked of the stream itself.
    """

    def __init__(self, strom: IO[str], *, taus: bool) -> None:
        """``taus``: what can't be written is let go, as there is nowhere else to say it."""
        self._strom = strom
        self._taus = taus
        self._nektet: OSError | None = None

    def write(self, tekst: str) -> int:
        """Write a text. Raises StyringFeil where the disk says no."""
        try:
            return self._strom.write(tekst)
        except OSError as feil:
            self._avvist(feil)
        return len(tekst)

    def flush(self) -> None:
        """Hand over what has been written.

        Raises StyringFeil where the disk says no, or has said so before to one who kept it to
        himself.
        """
        if self._nektet:
            self._avvist(self._nektet)
        try:
            self._strom.flush()
        except OSError as feil:
            self._avvist(feil)

    def skriv_bytes(self, innhold: bytes) -> None:
        """Write a file as it is. Raises StyringFeil where the disk says no."""
        try:
            self._strom.flush()
            # a text stream of the system has one
            bytestrom: IO[bytes] = self._strom.buffer  # type: ignore[attr-defined]
            bytestrom.write(innhold)
            bytestrom.flush()
        except OSError as feil:
            self._avvist(feil)

    def __getattr__(self, navn: str) -> Any:  # noqa: ANN401  whatever the stream has
        return getattr(self._strom, navn)

    def _avvist(self, feil: OSError) -> None:
        self._nektet = feil
        self.kast_resten()
        # A reader that has seen enough, as with «| head», is no fault; the exit code still tells
        # what was found.
        if self._taus or isinstance(feil, BrokenPipeError):
            return
        if isinstance(feil, io.UnsupportedOperation):
            raise StyringFeil(
                "standard ut er lukket, så det som skulle vært vist, ble borte. Send det til en fil"
                " eller et program."
            ) from feil
        raise StyringFeil(
            f"fikk ikke skrevet eller lest: {grunn(feil)}. Se etter plass på disken og rettigheter."
        ) from feil

    def kast_resten(self) -> None:
        """Let what is left go nowhere, so that Python's own flush at exit stays silent."""
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), self._strom.fileno())


def gjor_klar() -> None:
    """Give both streams their doors.

    Line endings are never translated, and what is no terminal is UTF-8, whatever the system's own
    letters are.
    """
    sys.stdout, sys.stderr = _klar(sys.stdout, taus=False), _klar(sys.stderr, taus=True)


def _klar(strom: TextIO | None, *, taus: bool) -> Strom:
    if isinstance(strom, Strom):
        return strom
    strom = strom or _lukket()
    if hasattr(strom, "reconfigure"):
        # A file or a pipe is read by somebody who knows nothing of this system's letters. A
        # terminal shows what it can.
        strom.reconfigure(
            encoding=None if strom.isatty() else "utf-8", errors="backslashreplace", newline="\n"
        )
    return Strom(strom, taus=taus)


def _lukket() -> TextIO:
    """A stream in place of one that was closed before we began: nothing can be written to it, so an
    answer is not lost without a word.
    """
    return open(os.devnull, encoding="utf-8")  # noqa: PTH123  open to the end of the program
