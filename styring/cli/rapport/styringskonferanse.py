"""``styring rapport styringskonferanse``."""

from styring.cli.felles.valg import AarValg, DatoValg, PerValg, ProsjektValg, VedValg
from styring.cli.felles.verdier import dagen
from styring.cli.rapport import dokumentvei
from styring.cli.rapport.bestilling import Bestilling, valgt
from styring.cli.rapport.dokumentvei import Rapport
from styring.cli.rapport.rapportvalg import KontrollValg, OffentligValg, RapportformatValg, UtValg
from styring.sporring.rapport.styringskonferanse import styringskonferanse


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
    """Til styringskonferansen: det flere enheter har sammen, og hvordan det går.

    Eksempel: styring rapport styringskonferanse --aar 2023
    """
    lest = dokumentvei.les(prosjekt, for_, Bestilling(ut, format_, kontroll), ved, per)
    dag = lest.dag(dato) or dagen(None)
    svar = styringskonferanse(lest.register, dag, aar)
    return dokumentvei.lever(
        lest,
        Rapport("styringskonferanse", svar, dag, ("styringskonferanse", *valgt("--aar", svar.aar))),
    )
