"""``styring rapport styringsbrev``."""

from styring.cli.felles.valg import AarValg, DatoValg, PerValg, ProsjektValg, VedValg
from styring.cli.felles.verdier import dagen
from styring.cli.rapport import dokumentvei
from styring.cli.rapport.bestilling import Bestilling
from styring.cli.rapport.dokumentvei import Rapport
from styring.cli.rapport.rapportvalg import KontrollValg, OffentligValg, RapportformatValg, UtValg
from styring.sporring.rapport.styringsbrev import styringsbrev


def kommando(
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
    """Styringsbrevet: målene med ansvar, og oppdragene med hvem de er delegert til.

    Eksempel: styring rapport styringsbrev --aar 2023 --ut styringsbrev.pdf
    """
    lest = dokumentvei.les(prosjekt, for_, Bestilling(ut, format_, kontroll), ved, per)
    dag = lest.dag(dato) or dagen(None)
    svar = styringsbrev(lest.register, dag, aar)
    return dokumentvei.lever(
        lest, Rapport("styringsbrev", svar, dag, ("styringsbrev", "--aar", str(svar.aar)))
    )
