"""Rules made of the demands on one entry, which the import of a filled form asks too."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from styring.fag.brudd import Brudd, Sammenheng
from styring.fag.melding import er_tom
from styring.fag.meldingskrav import KRAV, Krav
from styring.funn import Alvor, Treff
from styring.register.register import Meldt, Register
from styring.register.sammenheng import sammenheng
from styring.regler.regel import Regel, treff

_ETTER_RUTINEN = frozenset({"ST608", "ST609", "ST611", "ST613", "ST614"})
"""What is judged by the routine of kommune.yaml: which period comes after which, and how much may
be written.
"""


def kravregel(kode: str, alvor: Alvor = Alvor.FEIL) -> Callable[[Callable[[], None]], Regel]:
    """Make a rule of the demands with its code: the function holds its name and manual only."""
    kravene = [krav for krav in KRAV if krav.kode == kode]

    def sjekk(register: Register) -> Iterator[Treff]:
        if register.kommune is None and kode in _ETTER_RUTINEN:
            return  # it could not be read, which is told already
        for krav in kravene:
            for meldt, gitt in _aktuelle(register, krav):
                for brudd in krav.sjekk(gitt):
                    yield _treff(meldt, brudd)

    return lambda haandbok: Regel(kode, alvor, haandbok, sjekk)


def _aktuelle(register: Register, krav: Krav) -> list[tuple[Meldt, Sammenheng]]:
    """The entries that a demand can be broken by: the answered ones, or all of the delivered forms;
    of those with the right thing in its field.
    """
    alle = _med_felt(register, krav.felt) if krav.felt else _alle(register)[krav.bare_levert]
    return (
        [ett for ett in alle if getattr(ett[0].melding, krav.felt) in krav.verdier]
        if krav.verdier
        else alle
    )


@lru_cache(maxsize=8)
def _med_felt(register: Register, felt: str) -> list[tuple[Meldt, Sammenheng]]:
    """The answered entries where something stands in a field."""
    return [ett for ett in _alle(register)[False] if getattr(ett[0].melding, felt)]


@lru_cache(maxsize=1)
def _alle(
    register: Register,
) -> tuple[list[tuple[Meldt, Sammenheng]], list[tuple[Meldt, Sammenheng]]]:
    """Every entry that is answered, and every entry of a delivered form, each with what it must be
    judged by.

    Kept for the family: fifteen rules ask for the same.
    """
    besvarte, leverte = [], []
    levert_den = {post.fil: post.verdi.levert for post in register.rapporter.values()}
    for meldt in register.alle_meldinger():
        levert, besvart = levert_den[meldt.fil], not er_tom(meldt.melding)
        if levert or besvart:
            ett = (meldt, sammenheng(register, meldt, levert or meldt.melding.meldt))
            besvarte += [ett] if besvart else []
            leverte += [ett] if levert else []
    return besvarte, leverte


def _treff(meldt: Meldt, brudd: Brudd) -> Treff:
    sti = (*meldt.sti, brudd.felt) if brudd.felt else meldt.sti
    return treff(
        meldt.fil,
        f"{meldt.post}: {brudd.melding}",
        *sti,
        forslag=brudd.forslag,
        paa_nokkel=not brudd.felt,
    )
