"""The kinds of picture, as finished values: what is drawn, and the same in words."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from styring.fag.norsk import stor


class Figurpunkt(NamedTuple):
    """One figure of a series. ``tekst`` is as people read it; ``brudd``: what came before can't be
    held against it.
    """

    aar: int
    verdi: Decimal
    tekst: str
    forelopig: bool
    brudd: bool


class Serieord(NamedTuple):
    """Our own words in the picture of a series."""

    maaltall: str = "måltall"
    brudd: str = "brudd i serien"
    forelopig: str = "foreløpig"


class Tallserie(NamedTuple):
    """A series of figures with what they are held against: ``nedre`` and ``ovre`` are the bounds,
    None where there is none, and ``krav`` the same in words.
    """

    tittel: str
    punkter: tuple[Figurpunkt, ...]
    nedre: Decimal | None
    ovre: Decimal | None
    krav: str
    ord: Serieord = Serieord()

    @property
    def beskrivelse(self) -> str:
        """Every figure in words, for one who does not see it."""
        deler = "; ".join(self._punktene())
        return f"{deler}.{f' {stor(self.ord.maaltall)}: {self.krav}.' if self.krav else ''}"

    def _punktene(self) -> Iterator[str]:
        for nr, punkt in enumerate(self.punkter):
            forelopig = f", {self.ord.forelopig}" if punkt.forelopig else ""
            brudd = f"{self.ord.brudd}, " if punkt.brudd and nr else ""
            yield f"{brudd}{punkt.aar}: {punkt.tekst}{forelopig}"


class Lysdel(NamedTuple):
    """How many stand in one way; ``merke`` is its sign and colour."""

    ord: str
    merke: str
    antall: int


class Lysbar(NamedTuple):
    """How things stand, as one bar in parts."""

    tittel: str
    deler: tuple[Lysdel, ...]

    @property
    def sum(self) -> int:
        """How many there are."""
        return sum(del_.antall for del_ in self.deler)

    @property
    def beskrivelse(self) -> str:
        """The numbers in words."""
        return ", ".join(f"{del_.antall} {del_.ord}" for del_ in self.deler) + "."


class Matriserad(NamedTuple):
    """One thing, and the sign of how it stood at each time; None where nothing is said."""

    navn: str
    celler: tuple[str | None, ...]


class Matrise(NamedTuple):
    """How some things stood at some times."""

    tittel: str
    kolonner: tuple[str, ...]
    rader: tuple[Matriserad, ...]
    foran: str = "Hvordan det sto"
    etter: str = "Ordene står i tabellen under."

    @property
    def beskrivelse(self) -> str:
        """What it shows; the words stand in the table beside it."""
        return f"{self.foran}: {', '.join(self.kolonner)}. {self.etter}"


class Avviksdel(NamedTuple):
    """One thing: how far it is from its budget, minus is worse, and the same as people read it."""

    navn: str
    belop: Decimal
    tekst: str


class Avviksbar(NamedTuple):
    """How far some things are from their budget."""

    tittel: str
    deler: tuple[Avviksdel, ...]

    @property
    def beskrivelse(self) -> str:
        """The amounts in words."""
        return "; ".join(f"{del_.navn}: {del_.tekst}" for del_ in self.deler) + "."


def hele_tall(tall: Sequence[int], sum_: int) -> list[int]:
    """Share out a length by some numbers, in whole parts that add up to it: the largest rests get
    what is left.
    """
    alle = sum(tall)
    if not alle:
        return [0] * len(tall)
    deler = [ett * sum_ // alle for ett in tall]
    rester = sorted(range(len(tall)), key=lambda nr: (-(tall[nr] * sum_ % alle), nr))
    for nr in rester[: sum_ - sum(deler)]:
        deler[nr] += 1
    return deler
