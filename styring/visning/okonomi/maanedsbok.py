"""A unit's month as an Excel sheet: the ledger's figures locked, and a few cells to fill in."""

from io import BytesIO
from typing import Any

from styring.fag.belop import TUSEN
from styring.fag.kalender import kortdato
from styring.fag.maanedsbok import AARSAKER, BALANSE, KOLONNER, MAANEDSARK, MERKEARK
from styring.sporring.okonomi.maanedsskjema import Maanedsrad, Maanedsskjema
from styring.visning.felles.trygg import trygg
from styring.visning.rapportering.skjemabok import krev_skriver

_HODE = 3


def lag(skjema: Maanedsskjema) -> bytes:
    """Write one unit's workbook. Raises StyringFeil without the library."""
    krev_skriver()
    import xlsxwriter  # asked for above

    ut = BytesIO()
    valg = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(ut, valg) as bok:
        _arket(bok, skjema)
        merke = bok.add_worksheet(MERKEARK)
        merke.write_string(0, 0, skjema.maaned.id)
        merke.write_string(1, 0, skjema.enhet)
        merke.hide()
    return ut.getvalue()


def _arket(bok: Any, skjema: Maanedsskjema) -> None:  # noqa: ANN401  the library ships no types
    ark = bok.add_worksheet(MAANEDSARK)
    felles = {"border": 1, "border_color": "#B8C0C8", "valign": "top", "text_wrap": True}
    hode = bok.add_format({**felles, "bold": True, "bg_color": "#123A68", "font_color": "#FFFFFF"})
    laast = bok.add_format({**felles, "bg_color": "#EEF1F4", "num_format": "# ##0"})
    svar = bok.add_format({**felles, "locked": False, "num_format": "# ##0"})
    ark.write_string(
        0,
        0,
        trygg(f"{skjema.navn}: økonomien per {skjema.maaned.navn}"),
        bok.add_format({"bold": True, "font_size": 16}),
    )
    frist = f" Leveres senest {kortdato(skjema.frist)}." if skjema.frist else ""
    ark.write_string(
        1,
        0,
        f"Tusen kroner, netto. Skriv «{BALANSE}» eller ventet avvik ved årsslutt; minus er verre"
        f" enn budsjett.{frist}",
    )
    for plass, kolonne in enumerate(KOLONNER):
        ark.write_string(_HODE, plass, kolonne.overskrift, hode)
        ark.set_column(plass, plass, kolonne.bredde)
    for nr, rad in enumerate(skjema.rader, _HODE + 1):
        _rad(ark, nr, rad, laast, svar)
    siste = _HODE + len(skjema.rader)
    aarsak = next(n for n, k in enumerate(KOLONNER) if k.felt == "aarsak")
    ark.data_validation(
        _HODE + 1, aarsak, siste, aarsak, {"validate": "list", "source": list(AARSAKER)}
    )
    ark.freeze_panes(_HODE + 1, 2)
    ark.set_landscape()
    ark.set_paper(9)
    ark.fit_to_pages(1, 0)
    ark.protect("", {"format_columns": True, "format_rows": True})
    ark.activate()


def _rad(ark: Any, nr: int, rad: Maanedsrad, laast: Any, svar: Any) -> None:  # noqa: ANN401  as above
    tall = rad.tall
    ark.write_string(nr, 0, tall.kode, laast)
    ark.write_string(nr, 1, trygg(tall.navn), laast)
    for plass, belop in enumerate(
        (tall.revidert, tall.regnskap, tall.avvik_hittil, rad.forrige), 2
    ):
        if belop is None:
            ark.write_string(nr, plass, "", laast)
        else:
            ark.write_number(nr, plass, belop / TUSEN, laast)
    ord_ = tall.ord
    sagt = {
        "avvik": "" if tall.avvik is None else BALANSE if tall.avvik == 0 else tall.avvik / TUSEN,
        "kommentar": ord_.kommentar if ord_ else "",
        "aarsak": ord_.aarsak if ord_ else "",
        "uten_tiltak": ord_.uten_tiltak if ord_ else "",
    }
    for plass, kolonne in enumerate(KOLONNER):
        if kolonne.felt:
            verdi = sagt[kolonne.felt] or ""
            if kolonne.felt == "avvik" and not isinstance(verdi, str):
                ark.write_number(nr, plass, verdi, svar)
            else:
                ark.write_string(nr, plass, trygg(str(verdi)).strip(), svar)
