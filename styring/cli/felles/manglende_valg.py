"""Asking at the terminal for what was not given as an option."""

import sys
from collections.abc import Callable

from styring.feil import StyringFeil


def kan_spore() -> bool:
    """Whether somebody sits at the terminal and can answer."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def be_om(
    verdi: str | None,
    valg: str,
    ledetekst: str,
    *,
    godta: Callable[[str], object] = str,
    maa: bool = True,
) -> str | None:
    """Give the value of an option, or ask for it until the answer can be used.

    Raises StyringFeil where nobody can be asked.
    """
    if verdi is not None or (not maa and not kan_spore()):
        return verdi
    if not kan_spore():
        hvordan = "den som valg" if valg.startswith("-") else "verdien"
        raise StyringFeil(
            f"{valg} mangler. Skriv {hvordan}, eller kjør kommandoen i en terminal, så blir du"
            " spurt."
        )
    while True:
        svar = _les(f"{ledetekst}{'' if maa else ' (tomt går bra)'}: ")
        if not svar and not maa:
            return None
        try:
            godta(svar)
        except StyringFeil as feil:
            sys.stderr.write(f"  {feil}\n")
            continue
        if svar:
            return svar


def bekreft(ledetekst: str) -> bool:
    """Ask yes or no; anything but yes is no."""
    return _les(f"{ledetekst} [j/N] ").lower() in ("j", "ja", "y", "yes")


def _les(ledetekst: str) -> str:
    sys.stderr.write(ledetekst)
    sys.stderr.flush()
    linje = sys.stdin.readline()
    if not linje:
        raise KeyboardInterrupt
    return linje.strip()
