"""A unit's form as an Excel workbook: locked where it is not to be changed, with drop-downs and
help where it is.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any, NamedTuple

from styring.fag.norsk import antall
from styring.feil import StyringFeil
from styring.prosjekt.installasjon import installer_med
from styring.register.skjema import Skjema
from styring.visning.felles.blokker import Bit, Side, dempet, linje
from styring.visning.felles.maalform import maalformen
from styring.visning.rapportering.planark import skriv_planen
from styring.visning.rapportering.skjemaark import Skjemaark, Skjemainnhold


class Plandata(NamedTuple):
    """The lines of the tab for the plan as cells, and the units they may be of."""

    linjer: Sequence[dict[str, str]]
    enheter: Sequence[str]


def lag(
    skjema: Skjema,
    grunner: Mapping[str, str] | None = None,
    typet: Mapping[str, Mapping[str, str]] | None = None,
    plan: Plandata | None = None,
    *,
    paa_nynorsk: bool = False,
) -> bytes:
    """Write one unit's workbook.

    With ``grunner`` only those rows, each with the reason beside it and what was typed in it.
    ``plan`` is what the tab for the plan holds; there is none where it is left out. In nynorsk,
    what people have typed must be set apart in the form and the plan (``register.dekket``).
    """
    xlsxwriter = _xlsxwriter()
    form = maalformen(paa_nynorsk=paa_nynorsk)
    ut = BytesIO()
    with xlsxwriter.Workbook(
        ut,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    ) as arbeidsbok:
        # a day, not a moment
        dag = datetime(  # noqa: DTZ001
            skjema.periode.slutt.year, skjema.periode.slutt.month, skjema.periode.slutt.day
        )
        arbeidsbok.set_properties(
            {"title": form.vis(f"{skjema.navn}: {skjema.periode.navn}"), "created": dag}
        )
        rader = [rad for rad in skjema.rader if grunner is None or rad.sak.id in grunner]
        innhold = Skjemainnhold(rader, grunner or {}, typet or {})
        innhold = innhold.satt_til_side() if paa_nynorsk else innhold.uten_skille()
        Skjemaark(arbeidsbok, skjema, innhold, form).skriv()
        if plan is not None:
            skriv_planen(arbeidsbok, plan.linjer, plan.enheter, skjema.periode.aar, form)
    return ut.getvalue()


def laget(navn: Sequence[str], mappe: str) -> Side:
    """Say which workbooks were made, and what to do with them."""
    return [
        linje(
            Bit(
                f"{antall(len(navn), 'Excel-skjema')} ligger i {mappe}: {', '.join(navn)}",
                "",
                "hake",
            )
        ),
        linje(dempet(f"Send dem ut, og les inn svarene med: styring tertial importer {mappe}")),
    ]


def krev_skriver() -> None:
    """Ask for the library before anything is written. Raises StyringFeil."""
    _xlsxwriter()


def _xlsxwriter() -> Any:  # noqa: ANN401  the library ships no types
    try:
        import xlsxwriter
    except ImportError as feil:
        raise StyringFeil(
            f"Excel-skjemaer trenger tillegget «excel». Installer det: {installer_med('excel')}"
        ) from feil
    return xlsxwriter
