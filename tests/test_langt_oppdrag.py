"""An oppdrag of several sentences, and a hovedmål that is not divided: a state owner's letter,
in words of our own.
"""

import shutil
from pathlib import Path

import openpyxl
import pytest
import yaml

from tests.conftest import ROT, Kjor

TEKST = """\
Kommunen skal ha oversikt over hvem som trenger hjelp når strømmen er borte lenge.
Oversikten skal være på plass før vinteren, og kunne brukes uten nett.

Den skal vise
- hvem som er avhengige av elektrisk utstyr hjemme
- hvilke lokaler som kan holdes varme
- hvem som ringer hvem

Enhetene avklarer seg imellom hvem som gjør hva. Kostnader utover rammen legges fram i første
økonomirapport.
"""


@pytest.fixture
def rot(tmp_path: Path) -> Path:
    rot = tmp_path / "granvaag"
    shutil.copytree(ROT / "eksempel", rot)
    fil = rot / "data/oppdrag/2024/FOS-04.yaml"
    foer = fil.read_text(encoding="utf-8")
    linjer = "".join(f"  {linje}".rstrip() + "\n" for linje in TEKST.splitlines())
    fil.write_text(f"tekst: |\n{linjer}{foer}", encoding="utf-8")
    return rot


def test_teksten_staar_ord_for_ord_med_avsnitt_og_kulepunkter(rot: Path, kjor: Kjor) -> None:
    kjor("valider", "--prosjekt", rot)
    vist = kjor("vis", "FOS-04", "--prosjekt", rot).ut
    for linje in filter(None, TEKST.splitlines()):
        assert linje in vist
    brev = kjor("rapport", "styringsbrev", "--aar", "2024", "--prosjekt", rot).ut
    assert "## Oppdragene i sin helhet" in brev
    assert "\n– hvilke lokaler som kan holdes varme\n" in brev
    assert "før vinteren, og kunne brukes uten nett." in brev
    plan = kjor("rapport", "virksomhetsplan", "--sektor", "FOS", "--prosjekt", rot).ut
    assert "– hvem som ringer hvem" in plan


def test_uten_tekst_har_brevet_ingen_egen_del(kjor: Kjor) -> None:
    brev = kjor("rapport", "styringsbrev", "--aar", "2024", "--prosjekt", ROT / "eksempel").ut
    assert "i sin helhet" not in brev


def test_teksten_staar_i_skjemaet(rot: Path, kjor: Kjor, tmp_path: Path) -> None:
    shutil.rmtree(rot / "data/rapporter/2024-T2")
    felles = ("--ja", "--dato", "2024-09-05", "--prosjekt", rot)
    kjor("tertial", "start", "2024-T2", "--xlsx", tmp_path / "ut", *felles)
    ark = openpyxl.load_workbook(tmp_path / "ut" / "2024-T2-FOS.xlsx")["Skjema"]
    titler = [str(rad[2]) for rad in ark.iter_rows(values_only=True)]
    assert any("hvem som ringer hvem" in tittel for tittel in titler)


def test_et_laast_brev_merker_at_teksten_er_endret(rot: Path, kjor: Kjor) -> None:
    ut = kjor("valider", "--bare", "ST2", "--prosjekt", rot).ut
    assert "FOS-04" in ut
    kjor("brev", "laas", "2024", "--ja", "--prosjekt", rot)
    assert "FOS-04" not in kjor("valider", "--bare", "ST2", "--prosjekt", rot).ut


def test_ny_oppdrag_tar_teksten(rot: Path, kjor: Kjor) -> None:
    kjor(
        *("ny", "oppdrag", "--ansvarlig", "KUL", "--tittel", "Ny plan", "--tekst", TEKST),
        *("--dato", "2024-09-20", "--ja", "--prosjekt", rot),
    )
    [ny] = [
        fil
        for fil in (rot / "data/oppdrag/2024").glob("KUL-*.yaml")
        if "Ny plan" in fil.read_text("utf-8")
    ]
    data = yaml.safe_load(ny.read_text("utf-8"))
    assert [linje.rstrip() for linje in data["tekst"].splitlines()] == TEKST.splitlines()


def test_et_hovedmaal_uten_delmaal(rot: Path, kjor: Kjor) -> None:
    fil = rot / "data/maal/helse.yaml"
    fil.write_text(
        fil.read_text("utf-8") + "  - kode: HE-9\n    tittel: Pasientene får hjelp i tide\n",
        encoding="utf-8",
    )
    kjor("valider", "--prosjekt", rot)
    assert "Pasientene får hjelp i tide" in kjor("maal", "--prosjekt", rot).ut
    assert "Pasientene" in kjor("vis", "HE-9", "--prosjekt", rot).ut
    brev = kjor("rapport", "styringsbrev", "--aar", "2024", "--prosjekt", rot).ut
    assert "| Pasientene får hjelp i tide | – | – |" in brev


KRAV = """\
krav:
  - nr: 1
    tekst: Andelen som har fått tilbud innen fristen
    maaltall: minst 90 prosent
    rapporteres: [2024-04-30, 2024-08-31, 2024-12-31]
  - nr: 2
    tekst: Økonomien skal være i balanse.
"""


def test_krav_med_flere_rapporteringsdager(rot: Path, kjor: Kjor) -> None:
    """A state owner's requirements: each with its figure, and several days to report on."""
    fil = rot / "data/oppdrag/2024/FOS-04.yaml"
    fil.write_text(fil.read_text(encoding="utf-8") + KRAV, encoding="utf-8")
    kjor("valider", "--prosjekt", rot)
    vist = kjor("vis", "FOS-04", "--prosjekt", rot).ut
    assert "Andelen som har fått tilbud innen fristen" in vist
    assert "minst 90 prosent" in vist
    felles = ("--dato", "2024-08-01", "--prosjekt", rot)
    frister = kjor("frister", "6m", "--sektor", "FOS", *felles, "--format", "csv").ut
    dager = [linje.split(";")[0] for linje in frister.splitlines() if "FOS-04/1;" in linje]
    assert dager == ["2024-08-31", "2024-12-31"]
    assert "2024-08-31" not in kjor("frister", "6m", "--sektor", "HOM", *felles).ut
    brev = kjor("rapport", "styringsbrev", "--aar", "2024", "--prosjekt", rot).ut
    assert (
        "1. Andelen som har fått tilbud innen fristen: minst 90 prosent. Rapporteres"
        " 30. april 2024, 31. august 2024 og 31. desember 2024." in brev
    )
    assert "2. Økonomien skal være i balanse." in brev
    plan = kjor("rapport", "virksomhetsplan", "--sektor", "FOS", "--prosjekt", rot).ut
    assert "2. Økonomien skal være i balanse." in plan
