"""``styring`` alone."""

from styring.cli.felles import innlasting
from styring.cli.felles.utskrift import skriv_svar
from styring.cli.felles.valg import DatoValg, FormatValg, ForValg, PerValg, ProsjektValg, VedValg
from styring.cli.felles.verdier import dagen_for
from styring.sporring.poster.oversikt import oversikt
from styring.visning.poster import oversikt as visning


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
    dag = dagen_for(dato, per)
    innlesing = innlasting.les(prosjekt, for_, ved, per, dag)
    svar = oversikt(innlesing.register, dag)
    return skriv_svar("oversikt", svar, visning, innlesing.register, format_)
