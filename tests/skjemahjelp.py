"""What the tests of the reporting loop share: the example municipality before a period, and a
director filling in a workbook.
"""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import yaml

EKSEMPEL = Path(__file__).parent.parent / "eksempel"
PERIODE = "2024-T2"


def les_yaml(tekst: str | bytes) -> Any:
    """What a file says, by libyaml's own loader: the same as ``yaml.safe_load``, and ten times as
    fast.
    """
    return yaml.load(tekst, Loader=yaml.CSafeLoader)


def for_perioden(mappe: Path) -> Path:
    """The example municipality as it was before anybody reported for the second tertial of 2024."""
    rot = mappe / "granvaag"
    shutil.copytree(EKSEMPEL, rot)
    shutil.rmtree(rot / "data" / "rapporter" / PERIODE)
    return rot


class Bok:
    """One workbook in the hands of somebody who fills it in."""

    def __init__(self, sti: Path) -> None:
        self.sti = sti
        self.bok: Any = openpyxl.load_workbook(sti)
        self.ark: Any = self.bok["Skjema"]
        self.hode = next(
            rad for rad in range(1, 41) if "Status" in [celle.value for celle in self.ark[rad]]
        )
        self.kolonner = {celle.value: celle.column for celle in self.ark[self.hode] if celle.value}

    def rad(self, id_: str) -> int:
        """The row of one thing."""
        return next(
            nr
            for nr in range(self.hode + 1, self.ark.max_row + 1)
            if self.ark.cell(nr, self.kolonner["Id"]).value == id_
        )

    def svar(self, id_: str, **svar: object) -> "Bok":
        """Fill in cells of one row; ``Forventet_ferdig`` stands for the heading with a space."""
        for navn, verdi in svar.items():
            self.ark.cell(self.rad(id_), self.kolonner[navn.replace("_", " ")]).value = verdi
        return self

    def samlet(self, tekst: str) -> "Bok":
        """Write the overall word."""
        self.ark.cell(3, 5).value = tekst
        return self

    def lagre(self, sti: Path | None = None) -> Path:
        """Save, under the same name or another."""
        self.bok.save(sti or self.sti)
        return sti or self.sti


def lagre_med_libreoffice(sti: Path, mappe: Path) -> Path:
    """Open a workbook in the real LibreOffice and save it again as xlsx."""
    return lagre_alle_med_libreoffice([sti], mappe)[0]


def lagre_alle_med_libreoffice(stier: list[Path], mappe: Path) -> list[Path]:
    """The same for several workbooks at once: it is the start that takes time."""
    mappe.mkdir(parents=True, exist_ok=True)
    profil = f"-env:UserInstallation=file://{mappe / 'profil'}"
    kommando = ["soffice", profil, "--headless", "--convert-to", "xlsx", "--outdir", str(mappe)]
    subprocess.run([*kommando, *map(str, stier)], check=True, capture_output=True, timeout=180)
    return [mappe / sti.name for sti in stier]
