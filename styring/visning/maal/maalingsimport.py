"""What was made of figures that came in, as a page."""

from collections.abc import Sequence

from styring.sporring.maal.maalingsbidrag import Maalingsbidrag
from styring.visning.felles.blokker import Bit, Blokk, Overskrift, Side, linje


def side(navn: str, bidrag: Maalingsbidrag, feil: Sequence[str], merknader: Sequence[str]) -> Side:
    """Lay out how many figures are new, other and the same, what may matter, and what stops it."""
    nye = sum(len(ett.nye) for ett in bidrag.aarene.values())
    andre = sum(len(ett.endrede) for ett in bidrag.aarene.values())
    deler: list[Blokk] = [Overskrift(navn, niva=1)]
    if not feil:
        deler.append(linje(f"Nye: {nye}. Endret: {andre}. Som før: {bidrag.like}."))
    deler += [linje(f"{tekst}.") for tekst in bidrag.endringer]
    deler += [linje(Bit("Merk", "advarsel", "advarsel"), f": {tekst}.") for tekst in merknader]
    deler += [linje(Bit("Feil", "feil", "feil"), f": {tekst}.") for tekst in feil]
    if feil:
        deler.append(linje("Ingenting er lest inn før dette er rettet."))
    return deler
