"""What a rule is: a code, a grade, and a docstring in bokmål that is its manual."""

import inspect
import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from styring.funn import Alvor, Treff
from styring.register.register import Register

Sjekk = Callable[[Register], Iterator[Treff]]
FAMILIER = {
    "ST0": "Filer og YAML",
    "ST1": "Felt og verdier",
    "ST2": "Koder og henvisninger",
    "ST3": "Oppdrag, oppgaver og vedtak",
    "ST4": "Mål",
    "ST5": "Årshjul",
    "ST6": "Rapportering",
    "ST7": "Økonomi",
    "ST8": "Personopplysninger og offentlighet",
    "ST9": "Beredskap, virksomhetsplaner og temaer",
}
_AVSNITT = re.compile(r"^(Hvorfor|Galt|Riktig|Kilde):(?: |\n)", re.MULTILINE)


@dataclass(frozen=True)
class Regel:
    """One rule. ``sjekk`` is None where the reader or the runner finds it.

    ``krever_hel_post`` marks a rule that misses something: it keeps silent on a record whose wrong
    fields were left out.
    """

    kode: str
    alvor: Alvor
    funksjon: Callable[..., object]
    sjekk: Sjekk | None
    krever_hel_post: bool = False

    @property
    def navn(self) -> str:
        """The name of the rule's function, which states the demand."""
        return self.funksjon.__name__

    @cached_property
    def haandbok(self) -> str:
        """The whole manual: the function's docstring."""
        return inspect.getdoc(self.funksjon) or ""

    @property
    def familie(self) -> str:
        """The first part of the code, which names the family: ``ST3``."""
        return self.kode[:3]

    @property
    def kan_unntas(self) -> bool:
        """Whether kommune.yaml may make an exception: not for what the reader or the runner finds,
        nor for a fødselsnummer.
        """
        return self.sjekk is not None and self.kode != "ST801"

    @property
    def krav(self) -> str:
        """The first sentence of the manual: what must hold."""
        return " ".join(self.haandbok.partition("\n\n")[0].split())

    @cached_property
    def avsnitt(self) -> dict[str, str]:
        """The manual by heading: Hvorfor, Galt, Riktig, Kilde."""
        deler = _AVSNITT.split(self.haandbok)
        return {
            navn: textwrap.dedent(tekst).strip()
            for navn, tekst in zip(deler[1::2], deler[2::2], strict=True)
        }

    def kjor(self, register: Register) -> Iterator[Treff]:
        """Run the rule and stamp its code on what it hits."""
        if self.sjekk is not None:
            for treff in self.sjekk(register):
                if self.krever_hel_post and treff.fil in register.delvise:
                    continue
                yield treff._replace(kode=self.kode)


def regel(
    kode: str, alvor: Alvor = Alvor.FEIL, *, krever_hel_post: bool = False
) -> Callable[[Sjekk], Regel]:
    """Make a rule of a function from the register to hits."""

    def lag(sjekk: Sjekk) -> Regel:
        return Regel(kode, alvor, sjekk, sjekk, krever_hel_post)

    return lag


def fastregel(kode: str, alvor: Alvor = Alvor.FEIL) -> Callable[[Callable[[], None]], Regel]:
    """Make a rule that is kept elsewhere, by the reader or by the runner: the function holds its
    name and manual only.
    """

    def lag(haandbok: Callable[[], None]) -> Regel:
        return Regel(kode, alvor, haandbok, None)

    return lag


def treff(
    fil: str,
    melding: str,
    *sti: str | int,
    forslag: str = "",
    funnet: str = "",
    paa_nokkel: bool = False,
) -> Treff:
    """Make a hit; the rule's code is stamped on afterwards."""
    return Treff("", fil, melding, sti=sti, forslag=forslag, funnet=funnet, paa_nokkel=paa_nokkel)
