"""``styring rapport styringsdialog``."""

from styring.cli.felles.fellesvalg import med_valg
from styring.cli.felles.valg import AarValg, EnSektorValg
from styring.cli.felles.verdier import dagen
from styring.cli.rapport import dokumentvei
from styring.cli.rapport.bestilling import Bestilling, valgt
from styring.cli.rapport.dokumentvei import Rapport
from styring.cli.rapport.rapportvalg import LedelseValg
from styring.sporring.rapport.styringsdialog import styringsdialog


@med_valg(Bestilling, for_=(LedelseValg, "ledelse"))
def kommando(bestilling: Bestilling, sektor: EnSektorValg, aar: AarValg = None) -> int:
    """Én side til styringsdialogen: avtalt sist, må avklares, ikke i rute, og hvem som venter på
    hvem.

    Siden er et internt møtepapir, og lages for ledelsen når ikke noe annet er sagt.

    Eksempel: styring rapport styringsdialog --sektor OUS
    """
    lest = dokumentvei.les(bestilling)
    dag = lest.dag or dagen(None)
    svar = styringsdialog(lest.register, dag, sektor, aar)
    ord_ = ("styringsdialog", "--sektor", svar.enhet, *valgt("--aar", svar.aar))
    return dokumentvei.lever(lest, Rapport("styringsdialog", svar, dag, ord_))
