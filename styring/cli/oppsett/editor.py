"""``styring oppsett editor``."""

import sys

from styring.cli.felles import innlasting
from styring.cli.felles.filskriving import skriv_fil
from styring.cli.felles.utskrift import skriv
from styring.cli.felles.valg import ProsjektValg
from styring.cli.oppsett.editorfiler import INNSTILLINGER, editorfiler
from styring.fag.norsk import antall
from styring.prosjekt.filer import finnes, les_fil
from styring.visning.oppsett.editor import MAPPE


def kommando(prosjekt: ProsjektValg = None) -> int:
    """Forslag, forklaringer og røde streker i VS Code, med kommunens egne enheter og mål.

    Skriver JSON Schema for hvert slags fil, og hvilke filer de gjelder. Det du selv har satt, blir
    stående. Kjør den igjen når dere har fått nye enheter, organer eller delmål.

    Eksempel: styring oppsett editor
    """
    tre = innlasting.arbeidstreet(prosjekt)
    register = innlasting.les_inn(tre).register
    sti = tre.rot / INNSTILLINGER
    gamle = les_fil(sti).decode("utf-8", "replace") if finnes(sti) else None
    filer = editorfiler(register, gamle)
    for navn, tekst in filer.items():
        skriv_fil(tre.rot / navn, tekst)
    skjemaer = antall(len(filer) - 1, "skjema", ("skjema", "skjemaer"))
    skriv(f"Skrev «{INNSTILLINGER}» og {skjemaer} i «{MAPPE}».\n")
    if register.uleste:
        sys.stderr.write(
            f"styring: {antall(len(register.uleste), 'fil')} kunne ikke leses, så forslagene kan"
            " mangle noe. Se hva som er galt med «styring valider».\n"
        )
    return 0
