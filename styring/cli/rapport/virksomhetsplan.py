"""``styring rapport virksomhetsplan``."""

from styring.cli.felles.fellesvalg import med_valg
from styring.cli.felles.valg import AarValg, EnSektorValg
from styring.cli.felles.verdier import dagen
from styring.cli.rapport import dokumentvei
from styring.cli.rapport.bestilling import Bestilling, valgt
from styring.cli.rapport.dokumentvei import Rapport
from styring.sporring.rapport.virksomhetsplan import virksomhetsplan


@med_valg(Bestilling)
def kommando(bestilling: Bestilling, sektor: EnSektorValg, aar: AarValg = None) -> int:
    """Virksomhetsplanen for én enhet: mål, oppdrag med oppgaver, vedtak og datoer.

    Eksempel: styring rapport virksomhetsplan --sektor OUS --ut plan.docx
    """
    lest = dokumentvei.les(bestilling)
    dag = lest.dag or dagen(None)
    svar = virksomhetsplan(lest.register, dag, sektor, aar)
    ord_ = ("virksomhetsplan", "--sektor", svar.enhet, *valgt("--aar", svar.aar))
    return dokumentvei.lever(lest, Rapport("virksomhetsplan", svar, dag, ord_))
