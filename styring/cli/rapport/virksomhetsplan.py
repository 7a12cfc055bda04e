"""``styring rapport virksomhetsplan``."""

from styring.cli.felles.valg import AarValg, DatoValg, EnSektorValg, PerValg, ProsjektValg, VedValg
from styring.cli.felles.verdier import dagen
from styring.cli.rapport import dokumentvei
from styring.cli.rapport.bestilling import Bestilling, valgt
from styring.cli.rapport.dokumentvei import Rapport
from styring.cli.rapport.rapportvalg import KontrollValg, OffentligValg, RapportformatValg, UtValg
from styring.sporring.rapport.virksomhetsplan import virksomhetsplan


def kommando(
    sektor: EnSektorValg,
    aar: AarValg = None,
    ut: UtValg = None,
    format_: RapportformatValg = None,
    kontroll: KontrollValg = None,
    dato: DatoValg = None,
    ved: VedValg = None,
    per: PerValg = None,
    for_: OffentligValg = "offentlig",
    prosjekt: ProsjektValg = None,
) -> int:
    """Virksomhetsplanen for én enhet: mål, oppdrag med oppgaver, vedtak og datoer.

    Eksempel: styring rapport virksomhetsplan --sektor OUS --ut plan.docx
    """
    lest = dokumentvei.les(prosjekt, for_, Bestilling(ut, format_, kontroll), ved, per)
    dag = lest.dag(dato) or dagen(None)
    svar = virksomhetsplan(lest.register, dag, sektor, aar)
    ord_ = ("virksomhetsplan", "--sektor", svar.enhet, *valgt("--aar", svar.aar))
    return dokumentvei.lever(lest, Rapport("virksomhetsplan", svar, dag, ord_))
