"""``styring importer oppdrag``."""

from styring.cli.felles.fellesvalg import med_valg
from styring.cli.felles.listeimport import ListeArgument, Listevalg, PeriodeValg, les_inn_liste
from styring.fag.listeslag import OPPDRAG
from styring.sporring.oppdrag.oppdragsliste import tolk


@med_valg(Listevalg)
def kommando(valg: Listevalg, fil: ListeArgument, periode: PeriodeValg = None) -> int:
    """Legg inn oppdrag fra en liste.

    Et oppdrag kjennes på id-en, eller på tittelen og den ansvarlige når listen ikke har id; nye får
    neste ledige nummer. Det som ikke er lest, nevnes, og det listen sier annerledes enn dataene,
    vises med begge verdiene og skrives bare med --oppdater.

    Eksempel: styring importer oppdrag oppdrag.xlsx --kart kart.yaml
    """
    return les_inn_liste(OPPDRAG, fil, valg, tolk, periode)
