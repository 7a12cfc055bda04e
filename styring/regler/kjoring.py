"""Run the rules over a register. Choosing, exceptions and order live here and nowhere else."""

from collections.abc import Callable, Iterable

from styring.funn import Treff
from styring.register.register import Register
from styring.regler.katalog import REGLER
from styring.regler.regel import Regel
from styring.regler.st8_apnet import apnede
from styring.regler.unntak import bruk_unntak


def kjor_regler(
    register: Register,
    velges: Callable[[Regel], bool] | None = None,
    sist: Callable[[], Register] | None = None,
) -> list[Treff]:
    """Give every hit that no exception covers: of every rule, or of the chosen ones.

    ``sist`` gives the last version stored, where it is known.

    A rule that an exception names is always run, for an exception that is not in use is itself a
    hit.
    """
    unntatte = {ett.regel for ett in register.kommune.verdi.unntak} if register.kommune else set()
    alle = [
        treff
        for regel in REGLER
        if velges is None or regel.kode in unntatte or velges(regel)
        for treff in regel.kjor(register)
    ]
    alle += apnede(register, sist()) if sist else ()
    return list(bruk_unntak(register, alle, {regel.kode: regel for regel in REGLER}))


def ukjente_utvalg(utvalg: Iterable[str]) -> list[str]:
    """The prefixes that no rule's code begins with."""
    return [start for start in utvalg if not any(regel.kode.startswith(start) for regel in REGLER)]
