"""What was made of a list of sykefravær, as a page."""

from collections.abc import Iterable

from styring.fag.belop import desimaltall, prosent
from styring.fag.fravaer import MINSTE_GRUPPE
from styring.fag.norsk import antall, opplisting
from styring.sporring.okonomi.fra_fravaer import Fravaerslesing
from styring.visning.felles.blokker import Bit, Blokk, Kolonne, Overskrift, Side, Tabell, linje

_KOLONNER = (
    Kolonne("Enhet"),
    Kolonne("Årsverk", tall=True),
    Kolonne("Korttid", tall=True),
    Kolonne("Langtid", tall=True),
    Kolonne("I fjor", tall=True),
)


def side(navn: str, lesing: Fravaerslesing, endret: Iterable[str]) -> Side:
    """Lay out what each unit has, what is left behind, what may matter, and what stops it."""
    lest = f"leste {antall(lesing.rader, 'rad', ('rad', 'rader'))}"
    rader = tuple(
        (
            Bit(kode),
            Bit(desimaltall(tall["aarsverk"])),
            *(Bit(prosent(tall.get(felt))) for felt in ("korttid", "langtid", "i_fjor")),
        )
        for kode, tall in lesing.enheter.items()
    )
    side: list[Blokk] = [Overskrift(navn, lest)]
    side += [Tabell(_KOLONNER, rader), linje()] if rader and not lesing.feil else []
    if lesing.sumrader and not lesing.feil:
        side.append(
            linje(f"{antall(lesing.sumrader, 'sumrad', ('sumrad', 'sumrader'))} er ikke lest.")
        )
    if lesing.skjermet:
        side.append(
            linje(
                f"Uten fravær, fordi de har færre enn {MINSTE_GRUPPE} ansatte eller listen ikke"
                f" sier alt: {opplisting(lesing.skjermet)}."
            )
        )
    if lesing.uten and not lesing.feil:
        side.append(linje(f"Listen har ingen rad for {opplisting(lesing.uten)}."))
    side += [linje(f"{tekst}.") for tekst in endret]
    side += [
        linje(Bit("Merk", "advarsel", "advarsel"), f": {tekst}.") for tekst in lesing.merknader
    ]
    side += [linje(Bit("Feil", "feil", "feil"), f": {tekst}.") for tekst in lesing.feil]
    if lesing.feil:
        side.append(linje("Ingenting er lest inn før dette er rettet."))
    return side
