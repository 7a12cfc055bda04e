"""How far something that takes time has come, for one who looks at a terminal."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
_FORST, _MELLOM = 1.0, 0.2
"""Seconds before the first word, and between two."""


class Framdrift:
    """Counts what is made. Nothing is said before a second has gone, or where nobody looks."""

    def __init__(self, hva: str) -> None:
        self._hva = hva
        self._antall = 0
        self._neste = time.monotonic() + _FORST
        self._vises = sys.stderr.isatty()
        self._sagt = False

    def hver(self, alle: Iterable[T]) -> Iterator[T]:
        """Give each, and tell how many have been given."""
        for ett in alle:
            yield ett
            self._antall += 1
            if self._vises and time.monotonic() > self._neste:
                self._neste = time.monotonic() + _MELLOM
                self._sagt = True
                sys.stderr.write(f"\r{self._antall} {self._hva} …")
                sys.stderr.flush()

    def ferdig(self) -> None:
        """Wipe out what was said."""
        if self._sagt:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
