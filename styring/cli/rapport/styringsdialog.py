"""``styring rapport styringsdialog``."""

from styring.cli.felles.valg import AarValg, DatoValg, EnSektorValg, PerValg, ProsjektValg, VedValg
from styring.cli.felles.verdier import dagen
from styring.cli.rapport import dokumentvei
from styring.cli.rapport.bestilling import Bestilling, valgt
from styring.cli.rapport.dokumentvei import Rapport
from styring.cli.rapport.rapportvalg import KontrollValg, LedelseValg, RapportformatValg, UtValg
from styring.sporring.rapport.styringsdialog import styringsdialog


def kommando(
    sektor: EnSektorValg,
    aar: AarValg = None,
    ut: UtValg = None,
    format_: RapportformatValg = None,
    kontroll: KontrollValg = None,
    dato: DatoValg = None,
    ved: VedValg = None,
    per: PerValg = None,
    for_: LedelseValg = "ledelse",
    prosjekt: ProsjektValg = None,
) -> int:
    """Én side til styringsdialogen: avtalt sist, må avklares, ikke i rute, og hvem som venter på
    hvem.

    Siden er et internt møtepapir, og lages for ledelsen når ikke noe annet er sagt.

    Eksempel: styring rapport styringsdialog --sektor OUS
    """
    lest = dokumentvei.les(prosjekt, for_, Bestilling(ut, format_, kontroll), ved, per)
    dag = lest.dag(dato) or dagen(None)
    svar = styringsdialog(lest.register, dag, sektor, aar)
    ord_ = ("styringsdialog", "--sektor", svar.enhet, *valgt("--aar", svar.aar))
    return dokumentvei.lever(lest, Rapport("styringsdialog", svar, dag, ord_))
