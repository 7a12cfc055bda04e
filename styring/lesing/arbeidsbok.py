"""A workbook to plain sheets of cells: the one place that asks the spreadsheet library, and only of
what ``pakke`` has gone through.
"""

import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

from styring.feil import StyringFeil
from styring.lesing.pakke import Celleomraade, Grense, Maal, Skadet, maal
from styring.prosjekt.installasjon import installer_med

_KAN_IKKE = (
    "filen kan ikke åpnes; den er trolig skadet. Åpne den i Excel, lagre den på nytt som .xlsx, og"
    " send den en gang til"
)


class Arkcelle(NamedTuple):
    """One cell: its value, the library's letter for what kind it is (f: formula, e: error), and how
    a date is shown.
    """

    verdi: object
    slag: str = "n"
    tallformat: str = ""


TOM = Arkcelle(None)


class Regneark(NamedTuple):
    """One sheet, from its first row to the last with anything in it; every row is as wide as the
    widest.
    """

    navn: str
    rader: list[tuple[Arkcelle, ...]]
    sammenslaatt: list[Celleomraade]

    def celle(self, rad: int, kolonne: int) -> Arkcelle:
        """One cell, counted from 1; an empty one outside the sheet."""
        return (
            self.rader[rad - 1][kolonne - 1]
            if rad <= len(self.rader) and kolonne <= len(self.rader[rad - 1])
            else TOM
        )


def les_arkene(raa: bytes, grense: Grense, *, verdier: bool) -> list[Regneark]:
    """Read every sheet.

    ``verdier``: what formulas came to, in place of the formulas. Raises Pakkefeil.
    """
    openpyxl = _openpyxl()
    funnet = maal(raa, grense)
    try:
        with warnings.catch_warnings():
            # They are English, and name where the library lies.
            warnings.simplefilter("ignore")
            bok = openpyxl.load_workbook(
                BytesIO(funnet.trygg), read_only=True, data_only=verdier, keep_links=False
            )
            arkene = list(_arkene(bok, funnet))
    except Exception as feil:  # a damaged workbook makes the library raise anything at all
        raise Skadet(_KAN_IKKE) from feil
    if len(bok.sheetnames) != funnet.ark:
        raise Skadet(_KAN_IKKE)  # the library passes by a sheet whose part is gone
    return arkene


def _openpyxl() -> Any:  # noqa: ANN401  loaded only where Excel is read
    try:
        import openpyxl
    except ImportError as feil:
        raise StyringFeil(
            f"Excel-filer trenger tillegget «excel». Installer det: {installer_med('excel')}"
        ) from feil
    return openpyxl


# openpyxl's own types say little
def _arkene(bok: Any, funnet: Maal) -> Iterator[Regneark]:  # noqa: ANN401
    for ark in bok.worksheets:
        # no other way from a sheet to its part
        stort = funnet.deler[ark._worksheet_path]  # noqa: SLF001
        rader = ark.iter_rows(max_row=stort.rader, max_col=stort.kolonner) if stort.rader else ()
        yield Regneark(ark.title, [tuple(map(_celle, rad)) for rad in rader], stort.sammenslaatt)


def _celle(celle: Any) -> Arkcelle:  # noqa: ANN401  openpyxl's own types say little
    if celle.value is None:
        return TOM
    return Arkcelle(
        celle.value, celle.data_type, str(celle.number_format) if celle.data_type == "d" else ""
    )
