"""``styring`` alone."""

from styring.cli import kjede
from styring.cli.utskrift import skriv_svar
from styring.cli.valg import DatoValg, FormatValg, ForValg, ProsjektValg, dagen
from styring.sporring.oversikt import oversikt
from styring.visning import oversikt as visning


def kommando(dato: DatoValg = None, format_: FormatValg = "tekst", for_: ForValg = None, prosjekt: ProsjektValg = None) -> int:
    """Kort om i dag: hvor oppdragene står, og hva som kommer.

    Eksempel: styring
    """
    innlesing = kjede.les(prosjekt, for_)
    svar = oversikt(innlesing.register, dagen(dato))
    return skriv_svar("oversikt", svar, visning, innlesing, format_)
