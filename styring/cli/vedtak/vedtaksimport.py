"""``styring importer vedtak``."""

from styring.cli.felles.fellesvalg import med_valg
from styring.cli.felles.listeimport import ListeArgument, Listevalg, PeriodeValg, les_inn_liste
from styring.fag.listeslag import VEDTAK
from styring.sporring.vedtak.vedtaksliste import tolk


@med_valg(Listevalg)
def kommando(valg: Listevalg, fil: ListeArgument, periode: PeriodeValg = None) -> int:
    """Legg inn politiske vedtak fra en liste.

    Svaret nevner hvert ark, hver kolonne, rad og celle som ikke er lest. Vedtak som finnes fra før,
    røres ikke uten --oppdater; det listen sier annerledes, vises med begge verdiene. Uten --kart
    skrives et forslag til hvilken kolonne som er hva. Utgangskode 1 hvis noe ikke kan tas inn.

    Eksempel: styring importer vedtak vedtak.xlsx --kart kart.yaml
    """
    return les_inn_liste(VEDTAK, fil, valg, tolk, periode)
