"""docs/sjekkliste.md: every row names a record, a command, a rule, a report and a test that are
there, and every command gives what it gave.
"""

import re
import shlex
from importlib import import_module
from typing import NamedTuple

import pytest

from styring.register.typer import alle
from styring.regler.katalog import regelen
from tests.conftest import ROT, Kjor
from tests.skjemahjelp import EKSEMPEL

FASIT = ROT / "tests" / "fasit" / "sjekkliste"
DAG = ("--dato", "2024-10-20")


class Rad(NamedTuple):
    """One row of the table."""

    nr: str
    hva: str
    poster: list[str]
    kommando: str
    regler: list[str]
    rapport: str
    test: str


def radene() -> list[Rad]:
    tekst = (ROT / "docs" / "sjekkliste.md").read_text(encoding="utf-8")
    rader = []
    for linje in tekst.splitlines():
        celler = [celle.strip() for celle in linje.strip("|").split("|")]
        if celler[0].isdigit():
            nr, hva, poster, kommando, regler, rapport, test = celler
            rader.append(
                Rad(
                    nr,
                    hva,
                    re.findall("`([^`]+)`", poster),
                    kommando.strip("`").removeprefix("styring "),
                    regler.split(", "),
                    rapport.strip("`").removeprefix("styring "),
                    test.strip("`"),
                )
            )
    return rader


RADER = radene()
HVER_RAD = pytest.mark.parametrize("rad", RADER, ids=lambda rad: rad.nr)


def test_alle_forti_er_med() -> None:
    assert [rad.nr for rad in RADER] == [str(nr) for nr in range(1, 41)]


@HVER_RAD
def test_det_raden_nevner_finnes(rad: Rad) -> None:
    navnene = {type_.navn for type_ in alle()}
    assert rad.poster
    assert set(rad.poster) <= navnene
    assert all(regelen(kode) for kode in rad.regler)
    modul, navn = rad.test.split(".")
    assert callable(getattr(import_module(f"tests.{modul}"), navn))


@HVER_RAD
def test_kommandoen_gir_det_den_ga(kjor: Kjor, rad: Rad, request: pytest.FixtureRequest) -> None:
    svar = kjor(*shlex.split(rad.kommando), *DAG, "--prosjekt", EKSEMPEL, ventet=None)
    assert svar.kode in (0, 1), svar.feil
    assert svar.ut.strip()
    fasit = FASIT / f"{int(rad.nr):02}.txt"
    if request.config.getoption("--ny-fasit"):
        fasit.parent.mkdir(exist_ok=True)
        fasit.write_text(svar.ut, encoding="utf-8", newline="\n")
    assert svar.ut == fasit.read_text(encoding="utf-8")


@pytest.mark.parametrize("rapport", sorted({rad.rapport for rad in RADER}))
def test_dokumentet_lages(kjor: Kjor, rapport: str) -> None:
    md = kjor(*shlex.split(rapport), *DAG, "--prosjekt", EKSEMPEL).ut
    assert md.startswith("# ")
    assert len(md.splitlines()) > 10
