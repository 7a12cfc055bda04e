"""``styring status``."""

from styring.cli import kjede
from styring.cli.utskrift import skriv_svar
from styring.cli.valg import AarValg, DatoValg, FormatValg, ProsjektValg, SektorValg, dagen
from styring.sporring.status import status
from styring.visning import status as visning


def kommando(sektor: SektorValg = None, aar: AarValg = None, dato: DatoValg = None, format_: FormatValg = "tekst", prosjekt: ProsjektValg = None) -> int:
    """Hvor står oppdragene?

    Uten --sektor: én rad for hver enhet, og summen. Med --sektor: ett oppdrag på hver rad.

    Eksempel: styring status --sektor OUS
    """
    innlesing = kjede.les(prosjekt)
    svar = status(innlesing.register, dagen(dato), sektor, aar)
    return skriv_svar("status", svar, visning, innlesing, format_)
