"""A table as csv for machines: comma, point, UTF-8, and LF. No cell is a formula."""

import csv
import io
from datetime import date

from styring.sporring.eksport.tabell import Eksporttabell
from styring.visning.felles.trygg import csv_celle


def som_csv(tabell: Eksporttabell) -> bytes:
    """Write a table."""
    ut = io.StringIO()
    skriver = csv.writer(ut, lineterminator="\n")
    skriver.writerow([kolonne.navn for kolonne in tabell.kolonner])
    skriver.writerows([_celle(verdi) for verdi in rad] for rad in tabell.rader)
    return ut.getvalue().encode()


def _celle(verdi: object) -> str:
    if verdi is None:
        return ""
    if isinstance(verdi, bool):
        return "true" if verdi else "false"
    if isinstance(verdi, date):
        return verdi.isoformat()
    if isinstance(verdi, int):
        return str(verdi)
    return format(verdi, "f") if hasattr(verdi, "as_tuple") else csv_celle(str(verdi))
