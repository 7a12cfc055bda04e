"""What the årsberetning must account for by law, and which chapter of the årsrapport answers.

Source: kommuneloven § 14-7 second and third paragraph, in our own words, read November 2026.
"""

from typing import NamedTuple


class Beretningskrav(NamedTuple):
    """One letter of the law. ``kapitler`` are the chapters that answer, empty where none does."""

    bokstav: str
    krav: str
    kapitler: tuple[str, ...]


BERETNINGSKRAV = (
    Beretningskrav("a", "Økonomisk utvikling og stilling, og handleevnen over tid", ("Økonomi",)),
    Beretningskrav(
        "b",
        "Vesentlige avvik mellom budsjett og regnskap, og fra kommunestyrets premisser for"
        " bevilgningene",
        ("Økonomi", "Politiske vedtak"),
    ),
    Beretningskrav(
        "c", "Måloppnåelse, og andre vesentlige forhold utenom økonomien", ("Måloppnåelse",)
    ),
    Beretningskrav("d", "Tiltak for en høy etisk standard", ()),
    Beretningskrav("e", "Den faktiske tilstanden for kjønnslikestilling", ()),
    Beretningskrav("f", "Arbeidet for likestilling og mot diskriminering", ()),
)
"""In the order of the law."""
