"""``styring rapport styringsbrev``."""

from styring.cli.felles.fellesvalg import med_valg
from styring.cli.felles.valg import AarValg
from styring.cli.felles.verdier import dagen
from styring.cli.rapport import dokumentvei
from styring.cli.rapport.bestilling import Bestilling
from styring.cli.rapport.dokumentvei import Rapport
from styring.sporring.rapport.styringsbrev import styringsbrev


@med_valg(Bestilling)
def kommando(bestilling: Bestilling, aar: AarValg = None) -> int:
    """Styringsbrevet: målene med ansvar, og oppdragene med hvem de er delegert til.

    Eksempel: styring rapport styringsbrev --aar 2023 --ut styringsbrev.pdf
    """
    lest = dokumentvei.les(bestilling)
    dag = lest.dag or dagen(None)
    svar = styringsbrev(lest.register, dag, aar)
    return dokumentvei.lever(
        lest, Rapport("styringsbrev", svar, dag, ("styringsbrev", "--aar", str(svar.aar)))
    )
