"""``styring rapport tilstand``."""

from styring.cli.felles.fellesvalg import med_valg
from styring.cli.felles.valg import AarValg, SektorValg
from styring.cli.felles.verdier import dagen
from styring.cli.rapport import dokumentvei
from styring.cli.rapport.bestilling import Bestilling, valgt
from styring.cli.rapport.dokumentvei import Rapport
from styring.cli.rapport.rapportvalg import InterntValg
from styring.sporring.rapportering.oppfolging import oppfolging


@med_valg(Bestilling, for_=(InterntValg, "intern"))
def kommando(bestilling: Bestilling, sektor: SektorValg = None, aar: AarValg = None) -> int:
    """Slik er oppfølgingen: har oppdragene frist, mål og eier, og kommer rapportene i tide?

    Siden er intern når ikke noe annet er sagt. Med --for offentlig lages den for alle.

    Eksempel: styring rapport tilstand --aar 2024
    """
    lest = dokumentvei.les(bestilling)
    dag = lest.dag or dagen(None)
    svar = oppfolging(lest.register, dag, sektor, aar)
    ord_ = ("tilstand", *valgt("--sektor", svar.enhet), *valgt("--aar", svar.aar))
    return dokumentvei.lever(lest, Rapport("tilstand", svar, dag, ord_))
