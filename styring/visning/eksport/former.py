"""An export as files, in the form that is asked for."""

import json
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from styring.sporring.eksport.eksport import Eksportsvar
from styring.sporring.eksport.tabell import Eksporttabell
from styring.visning.eksport.csvfil import som_csv
from styring.visning.eksport.skjema import datapakken
from styring.visning.felles.som_json import skriv
from styring.visning.felles.trygg import enlinje


def filene(svar: Eksportsvar, form: str) -> Iterator[tuple[str, bytes]]:
    """Give each file with its name; the schema last, so that what has one is whole."""
    if form == "xlsx":
        yield "styring.xlsx", _xlsx(svar)
    else:
        lag = {"csv": som_csv, "json": _json, "parquet": _parquet}[form]
        for tabell in svar.tabeller:
            yield f"{tabell.slag.navn}.{form}", lag(tabell)
    yield "datapackage.json", skriv(datapakken(svar, form)).encode()


def _parquet(tabell: Eksporttabell) -> bytes:
    from styring.visning.eksport.parquet import som_parquet  # only where it is asked for

    return som_parquet(tabell)


def _json(tabell: Eksporttabell) -> bytes:
    """One object for each row; a number as its own digits."""
    navn = [kolonne.navn for kolonne in tabell.kolonner]
    rader = ([_verdi(celle) for celle in rad] for rad in tabell.rader)
    linjer = (json.dumps(dict(zip(navn, rad, strict=True)), ensure_ascii=False) for rad in rader)
    return ("[\n" + ",\n".join(linjer) + "\n]\n").encode()


def _verdi(celle: Any) -> object:  # noqa: ANN401  a cell, which may be an amount
    if isinstance(celle, date):
        return celle.isoformat()
    if hasattr(celle, "as_tuple"):
        return int(celle) if celle == celle.to_integral_value() else float(celle)
    return celle


def _xlsx(svar: Eksportsvar) -> bytes:
    """One sheet for each table, with filters and a head that stays, and what the columns mean."""
    import xlsxwriter  # only where it is asked for

    ut = BytesIO()
    valg = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(ut, valg) as bok:
        bok.set_properties({"created": datetime.combine(svar.merke.dag, time())})
        hode = bok.add_format({"bold": True, "bg_color": "#F2F5F7", "bottom": 1})
        dag = bok.add_format({"num_format": "yyyy-mm-dd"})
        for tabell in svar.tabeller:
            _ark(bok.add_worksheet(tabell.slag.navn), tabell, hode, dag)
        om = bok.add_worksheet("om")
        om.write_row(0, 0, ("tabell", "kolonne", "betyr"), hode)
        kolonner = ((t.slag.navn, k) for t in svar.tabeller for k in t.kolonner)
        for nr, (navn, kolonne) in enumerate(kolonner, 1):
            om.write_row(nr, 0, (navn, kolonne.navn, kolonne.beskrivelse))
        om.set_column(2, 2, 90)
    return ut.getvalue()


# the library ships no types
def _ark(ark: Any, tabell: Eksporttabell, hode: Any, dag: Any) -> None:  # noqa: ANN401
    ark.write_row(0, 0, [kolonne.navn for kolonne in tabell.kolonner], hode)
    for nr, rad in enumerate(tabell.rader, 1):
        for plass, celle in enumerate(rad):
            if isinstance(celle, date):
                ark.write_datetime(nr, plass, datetime.combine(celle, time()), dag)
            elif isinstance(celle, bool):
                ark.write_boolean(nr, plass, celle)
            elif hasattr(celle, "as_tuple") or isinstance(celle, int):
                ark.write_number(nr, plass, celle)
            elif celle is not None:
                ark.write_string(nr, plass, enlinje(str(celle)))
    ark.freeze_panes(1, 0)
    ark.autofilter(0, 0, max(len(tabell.rader), 1), len(tabell.kolonner) - 1)
    for plass, kolonne in enumerate(tabell.kolonner):
        ark.set_column(plass, plass, 40 if kolonne.navn in ("tittel", "kommentar") else 14)
