"""How the cells of a form look, and which of them can be changed."""

from typing import Any, NamedTuple

_SKRIFT = {"font_name": "Calibri", "font_size": 11}
_CELLE = {**_SKRIFT, "valign": "top", "text_wrap": True, "border": 1, "border_color": "#B8C0C8"}
_LAAST = {**_CELLE, "bg_color": "#EEF1F4", "locked": True}


class Stiler(NamedTuple):
    """One for each kind of cell. The library ships no types."""

    laast: Any
    laast_dato: Any
    svar: Any
    grunn: Any
    hode: Any
    tittel: Any
    merket: Any
    tekst: Any
    brutt: Any


def stilene(arbeidsbok: Any) -> Stiler:  # noqa: ANN401  the library ships no types
    """Add them to a workbook."""
    lag = arbeidsbok.add_format
    return Stiler(
        laast=lag(_LAAST),
        laast_dato=lag({**_LAAST, "num_format": "dd.mm.yyyy", "align": "left"}),
        svar=lag({**_CELLE, "locked": False, "num_format": "@"}),
        grunn=lag({**_CELLE, "bg_color": "#FBD5D0", "font_color": "#7A1510", "locked": True}),
        hode=lag(
            {**_CELLE, "bold": True, "bg_color": "#123A68", "font_color": "#FFFFFF", "locked": True}
        ),
        tittel=lag({**_SKRIFT, "bold": True, "font_size": 16}),
        merket=lag({**_SKRIFT, "bold": True, "valign": "top"}),
        tekst=lag({**_SKRIFT, "valign": "top"}),
        brutt=lag({**_SKRIFT, "valign": "top", "text_wrap": True}),
    )
