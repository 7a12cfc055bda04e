"""``styring beredskap``."""

from styring.cli.felles.fellesvalg import Lesevalg, med_valg
from styring.cli.felles.valg import SektorValg
from styring.sporring.beredskap.beredskap import beredskap
from styring.visning.beredskap import beredskap as visning


@med_valg(Lesevalg)
def kommando(valg: Lesevalg, sektor: SektorValg = None) -> int:
    """Beredskapen: analysen, planene, øvelsene og hendelsene, og det som mangler.

    Hva som er for gammelt, går etter forskrift om kommunal beredskapsplikt: en plan skal revideres
    hvert år, og øves hvert annet. Offentligheten ser ingenting av dette.

    Eksempel: styring beredskap --sektor HOM
    """
    return valg.skriv("beredskap", beredskap(valg.register, valg.dag, sektor), visning)
