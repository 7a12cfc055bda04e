"""``styring`` alone."""

from styring.cli.felles.fellesvalg import Lesevalg
from styring.sporring.poster.oversikt import oversikt
from styring.visning.poster import oversikt as visning


def kommando(valg: Lesevalg) -> int:
    """Kort om i dag: hvor oppdragene står, og hva som kommer.

    Eksempel: styring
    """
    return valg.skriv("oversikt", oversikt(valg.register, valg.dag), visning)
