"""The tab for the plan: what stands there already, and some empty lines."""

from collections.abc import Callable, Sequence
from typing import Any

from styring.fag import planbok
from styring.visning.felles.maalform import Maalform
from styring.visning.felles.trygg import trygg

_HODE = 3
"""The row of the headings, counted from 0."""
_LINJEHOYDE = 15
_VEILEDNING = (
    "Velg hva dere vil få til på kort og lang sikt, også fra HR-strategien. Én linje for hver ting."
)


def skriv_planen(
    arbeidsbok: Any,  # noqa: ANN401  the library ships no types
    linjer: Sequence[dict[str, str]],
    enheter: Sequence[str],
    aar: int,
    maalform: Maalform,
) -> None:
    """Add the tab, and a hidden sheet that keeps what stood in it when it was sent."""
    vis, skrevet = maalform
    felles = {
        "valign": "top",
        "text_wrap": True,
        "border": 1,
        "border_color": "#B8C0C8",
        "font_name": "Calibri",
        "font_size": 11,
        "num_format": "@",
    }
    hode = arbeidsbok.add_format(
        {**felles, "bold": True, "bg_color": "#123A68", "font_color": "#FFFFFF"}
    )
    tittel = arbeidsbok.add_format({"bold": True, "font_size": 16, "font_name": "Calibri"})
    svar = arbeidsbok.add_format({**felles, "locked": False})
    laast = arbeidsbok.add_format({**felles, "bg_color": "#EEF1F4"})
    tekst = arbeidsbok.add_format({"font_name": "Calibri", "font_size": 11})
    ark = arbeidsbok.add_worksheet(vis(planbok.ARK))
    ark.write_string(0, 0, vis(f"Virksomhetsplanen for {aar}"), tittel)
    ark.write_string(1, 0, vis(_VEILEDNING), tekst)
    alle = [*linjer, *[dict.fromkeys(planbok.FELTER, "")] * planbok.LEDIGE]
    for plass, kolonne in enumerate(planbok.KOLONNER):
        ark.set_column(plass, plass, kolonne.bredde)
        ark.write_string(_HODE, plass, vis(kolonne.overskrift), hode)
        omraade = (_HODE + 1, plass, _HODE + len(alle), plass)
        ark.data_validation(*omraade, _hjelpen(kolonne, enheter, vis))
    for nr, celler in enumerate(alle, _HODE + 1):
        ark.set_row(nr, 2 * _LINJEHOYDE)
        kjent = bool(celler["nr"])
        for plass, felt in enumerate(planbok.FELTER):
            laases = felt == "nr" or (kjent and felt == "enhet")
            ark.write_string(nr, plass, trygg(vis(celler[felt])), laast if laases else svar)
    ark.freeze_panes(_HODE + 1, 0)
    ark.set_landscape()
    ark.set_paper(9)
    ark.fit_to_pages(1, 0)
    ark.protect("", {"format_columns": True, "format_rows": True})
    skjult = arbeidsbok.add_worksheet(planbok.SKJULT_ARK)
    skjult.hide()
    for nr, celler in enumerate(linjer):
        for plass, felt in enumerate(planbok.FELTER):
            skjult.write_string(nr, plass, trygg(skrevet(celler[felt])))
    skjult.protect()


def _hjelpen(
    kolonne: planbok.Plankolonne, enheter: Sequence[str], vis: Callable[[str], str]
) -> dict[str, object]:
    """What is said in the cells of a column, and the list to choose from where it has one."""
    ord_ = [*map(vis, planbok.VALG.get(kolonne.felt, {}).values())]
    ord_ = [*enheter] if kolonne.felt == "enhet" else ord_
    valg: dict[str, object] = {"validate": "list", "source": ord_} if ord_ else {"validate": "any"}
    sagt = {"input_title": vis(kolonne.overskrift), "input_message": vis(kolonne.hjelp)}
    return {**valg, **sagt}
