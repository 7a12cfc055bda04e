"""``styring rapport styringsbrev``."""

from datetime import date

from styring.cli.felles.fellesvalg import med_valg
from styring.cli.felles.valg import AarValg
from styring.cli.felles.verdier import dagen
from styring.cli.rapport import dokumentvei
from styring.cli.rapport.bestilling import Bestilling
from styring.cli.rapport.dokumentvei import Rapport, Rapportdata
from styring.sporring.rapport.styringsbrev import styringsbrev


@med_valg(Bestilling)
def kommando(bestilling: Bestilling, aar: AarValg = None) -> int:
    """Styringsbrevet: målene med ansvar, og oppdragene med hvem de er delegert til.

    Eksempel: styring rapport styringsbrev --aar 2023 --ut styringsbrev.pdf
    """
    lest = dokumentvei.les(bestilling)
    dag = lest.dag or dagen(None)
    return dokumentvei.lever(lest, rapporten(lest, dag, aar))


def rapporten(lest: Rapportdata, dag: date, aar: int | None) -> Rapport:
    """The letter of a year on a day. Raises StyringFeil."""
    svar = styringsbrev(lest.register, dag, aar)
    return Rapport("styringsbrev", svar, dag, ("styringsbrev", "--aar", str(svar.aar)))
