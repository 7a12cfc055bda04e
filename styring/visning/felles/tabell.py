"""Rows to csv as Norwegian spreadsheets open it: semicolons, and no formulas."""

import csv
import datetime as dt
import io

from styring.visning.felles.blokker import Ark
from styring.visning.felles.trygg import csv_celle


def vis(ark: Ark) -> str:
    """Write rows as csv text."""
    ut = io.StringIO()
    skriver = csv.writer(ut, delimiter=";", lineterminator="\r\n")
    skriver.writerow(ark.kolonner)
    skriver.writerows([_celle(verdi) for verdi in rad] for rad in ark.rader)
    return ut.getvalue()


def _celle(verdi: object) -> str:
    if verdi is None:
        return ""
    if isinstance(verdi, dt.date):
        return verdi.isoformat()
    if isinstance(verdi, bool):
        return "ja" if verdi else "nei"
    if isinstance(verdi, int):
        return str(verdi)
    if hasattr(verdi, "as_tuple"):  # an amount, with the comma that Norwegian spreadsheets take
        return format(verdi, "f").replace(".", ",")
    return csv_celle(str(verdi))
