"""A workbook to plain sheets of cells: the one place that asks the spreadsheet library, and only of
what ``pakke`` has gone through.
"""

import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

from styring.feil import StyringFeil
from styring.lesing.arkmaal import Celleomraade, Grense, Maal, maal
from styring.lesing.cellenavn import kolonnenavn
from styring.lesing.pakke import Skadet
from styring.prosjekt.installasjon import installer_med

_KAN_IKKE = (
    "filen kan ikke åpnes; den er trolig skadet. Åpne den i Excel, lagre den på nytt som .xlsx, og"
    " send den en gang til"
)


class Arkcelle(NamedTuple):
    """One cell: its value, the library's letter for what kind it is (f: formula, e: error), how
    a date is shown, and whether any of it is struck out.
    """

    verdi: object
    slag: str = "n"
    tallformat: str = ""
    struket: bool = False


TOM = Arkcelle(None)


class Regneark(NamedTuple):
    """One sheet, from its first row to the last with anything in it; every row is as wide as the
    widest.
    """

    navn: str
    rader: list[tuple[Arkcelle, ...]]
    sammenslaatt: list[Celleomraade]
    skjult: bool = False
    skjulte_rader: tuple[int, ...] = ()
    notater: tuple[str, ...] = ()
    uten_verdi: tuple[str, ...] = ()

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
                BytesIO(funnet.trygg),
                read_only=True,
                data_only=verdier,
                keep_links=False,
                rich_text=funnet.har_struket,
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
    strukne = _strukne_stiler(bok) if funnet.har_struket else frozenset()
    for ark in bok.worksheets:
        # no other way from a sheet to its part
        sti = ark._worksheet_path  # noqa: SLF001
        stort = funnet.deler[sti]
        rader = ark.iter_rows(max_row=stort.rader, max_col=stort.kolonner) if stort.rader else ()
        celler = [tuple(_celle(celle, strukne) for celle in rad) for rad in rader]
        for rad, kolonne in stort.struket:
            celler[rad - 1] = _med_strek(celler[rad - 1], kolonne)
        yield Regneark(
            ark.title,
            celler,
            stort.sammenslaatt,
            skjult=ark.sheet_state != "visible",
            skjulte_rader=tuple(stort.skjulte_rader),
            notater=tuple(funnet.notater_paa(sti)),
            uten_verdi=tuple(
                f"{kolonnenavn(kolonne)}{rad}"
                for rad, kolonne in stort.formler
                if celler[rad - 1][kolonne - 1].verdi is None
            ),
        )


def _med_strek(rad: tuple[Arkcelle, ...], kolonne: int) -> tuple[Arkcelle, ...]:
    """A row where one cell is struck out."""
    return (*rad[: kolonne - 1], rad[kolonne - 1]._replace(struket=True), *rad[kolonne:])


# openpyxl's own types say little
def _strukne_stiler(bok: Any) -> frozenset[int]:  # noqa: ANN401
    """The styles whose letters are struck out, by number."""
    return frozenset(
        nr
        for nr, stil in enumerate(bok._cell_styles)  # noqa: SLF001  no public list of them
        if bok._fonts[stil.fontId].strike  # noqa: SLF001
    )


# openpyxl's own types say little
def _celle(celle: Any, strukne: frozenset[int]) -> Arkcelle:  # noqa: ANN401
    verdi = celle.value
    if verdi is None:
        return TOM
    if isinstance(verdi, list):  # letters in several ways
        struket = any(getattr(getattr(bit, "font", None), "strike", None) for bit in verdi)
        return Arkcelle(str(verdi), celle.data_type, struket=struket)
    return Arkcelle(
        verdi,
        celle.data_type,
        str(celle.number_format) if celle.data_type == "d" else "",
        bool(strukne) and celle._style_id in strukne,  # noqa: SLF001  the style without its parts
    )
