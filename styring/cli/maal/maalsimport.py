"""``styring importer maal``."""

from styring.cli.felles.fellesvalg import med_valg
from styring.cli.felles.listeimport import ListeArgument, Listevalg, les_inn_liste
from styring.fag.listeslag import MAAL
from styring.sporring.maal.maalsliste import tolk


@med_valg(Listevalg)
def kommando(valg: Listevalg, fil: ListeArgument) -> int:
    """Legg inn satsingsområder, hovedmål og delmål fra en liste.

    Ett delmål på hver rad, med koden sin; satsingsområdet og hovedmålet kan stå på hver rad eller i
    celler som er slått sammen. Et hovedmål uten delmål er en rad uten delmål.

    Eksempel: styring importer maal maal.xlsx --kart kart.yaml
    """
    return les_inn_liste(MAAL, fil, valg, tolk)
