"""``styring rapport styringskonferanse``."""

from styring.cli.felles.fellesvalg import med_valg
from styring.cli.felles.valg import AarValg
from styring.cli.felles.verdier import dagen
from styring.cli.rapport import dokumentvei
from styring.cli.rapport.bestilling import Bestilling, valgt
from styring.cli.rapport.dokumentvei import Rapport
from styring.sporring.rapport.styringskonferanse import styringskonferanse


@med_valg(Bestilling)
def kommando(bestilling: Bestilling, aar: AarValg = None) -> int:
    """Til styringskonferansen: det flere enheter har sammen, og hvordan det går.

    Eksempel: styring rapport styringskonferanse --aar 2023
    """
    lest = dokumentvei.les(bestilling)
    dag = lest.dag or dagen(None)
    svar = styringskonferanse(lest.register, dag, aar)
    return dokumentvei.lever(
        lest,
        Rapport("styringskonferanse", svar, dag, ("styringskonferanse", *valgt("--aar", svar.aar))),
    )
