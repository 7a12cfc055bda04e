"""Run the rules over a register. Choosing, exceptions and order live here and nowhere else."""

from collections.abc import Iterable

from styring.funn import Treff
from styring.register.register import Register
from styring.regler.katalog import REGLER
from styring.regler.unntak import bruk_unntak


def kjor_regler(register: Register) -> list[Treff]:
    """Give every hit of every rule that no exception covers."""
    alle = (treff for regel in REGLER for treff in regel.kjor(register))
    return list(bruk_unntak(register, alle, {regel.kode: regel for regel in REGLER}))


def ukjente_utvalg(utvalg: Iterable[str]) -> list[str]:
    """The prefixes that no rule's code begins with."""
    return [start for start in utvalg if not any(regel.kode.startswith(start) for regel in REGLER)]
