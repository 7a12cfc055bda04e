"""``styring`` alone."""

from styring.cli import kjede
from styring.cli.utskrift import skriv_svar
from styring.cli.valg import DatoValg, FormatValg, ForValg, PerValg, ProsjektValg, VedValg
from styring.cli.verdier import dagen_for
from styring.sporring.oversikt import oversikt
from styring.visning import oversikt as visning


def kommando(
    dato: DatoValg = None,
    ved: VedValg = None,
    per: PerValg = None,
    format_: FormatValg = "tekst",
    for_: ForValg = None,
    prosjekt: ProsjektValg = None,
) -> int:
    """Kort om i dag: hvor oppdragene står, og hva som kommer.

    Eksempel: styring
    """
    innlesing = kjede.les(prosjekt, for_, ved, per)
    svar = oversikt(innlesing.register, dagen_for(dato, per))
    return skriv_svar("oversikt", svar, visning, innlesing.register, format_)
