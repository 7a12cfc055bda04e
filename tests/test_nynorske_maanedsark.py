"""The month's workbook in nynorsk, out and back.

``--ny-fasit`` writes the pinned sheet anew; read the difference before it is committed.
"""

import re
from pathlib import Path
from typing import Any

import pytest

from styring.fag import nynorsk
from styring.fag.maanedsbok import AARSAKER, MAANEDSARKENE, TILTAKSARK
from styring.fag.nynorsk import gjenkjent, oversett
from tests.conftest import ROT, Kjor
from tests.nynorskhjelp import med_skille
from tests.test_maanedsbok import endre, importer, sykehjem
from tests.test_nynorske_skjemaer import tekstene
from tests.test_okonomi import les, oktober

__all__ = ["oktober"]
FASIT = ROT / "tests" / "fasit" / "nynorsk" / "maanedsark.txt"


@pytest.fixture
def bok(kjor: Kjor, oktober: Path, tmp_path: Path) -> Path:
    kommunen = oktober / "data" / "kommune.yaml"
    kommunen.write_text(kommunen.read_text("utf-8") + "maalform: nn\n", "utf-8")
    start = ("maaned", "start", "2024-10", "--xlsx", tmp_path / "ut", "--ja")
    kjor(*start, "--prosjekt", oktober)
    return tmp_path / "ut/2024-10-HOM.xlsx"


def test_arket_som_det_leses(bok: Path, request: pytest.FixtureRequest) -> None:
    tekst = "\n".join(dict.fromkeys(tekstene(bok))) + "\n"
    if request.config.getoption("--ny-fasit"):
        FASIT.write_text(tekst, "utf-8")
    assert tekst == FASIT.read_text("utf-8")


def test_alle_vaare_ord_er_i_listen(
    kjor: Kjor, oktober: Path, tmp_path: Path, bok: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    med_skille(monkeypatch)
    start = ("maaned", "start", "2024-10", "--xlsx", tmp_path / "to", "--ja")
    kjor(*start, "--prosjekt", oktober)
    filer = sorted((tmp_path / "to").glob("*.xlsx"))
    assert len(filer) > 1
    for fil in filer:
        assert nynorsk.ukjente_ord("\n".join(tekstene(fil))) == set()


def test_et_uroert_ark_endrer_ingenting(kjor: Kjor, oktober: Path, bok: Path) -> None:
    foer = {fil: fil.read_bytes() for fil in sorted((oktober / "data").rglob("*.yaml"))}
    importer(kjor, oktober, bok)
    assert {fil: fil.read_bytes() for fil in sorted((oktober / "data").rglob("*.yaml"))} == foer


@pytest.mark.parametrize("aarsak", ["eingong", "Engang"])
def test_svarene_leses_i_begge_maalformer(
    kjor: Kjor, oktober: Path, bok: Path, aarsak: str
) -> None:
    kommentar = "Hva er ikke gjort, og kva er engang?\n"

    def fyll(arbeidsbok: Any) -> None:
        ark = arbeidsbok["Økonomi"]
        hode = {celle.value: celle.column for celle in ark[4]}
        rad = next(n for n in range(5, 40) if ark.cell(n, 1).value == "SYKEH")
        svar = {
            "Venta avvik": -900,
            "Kommentar": kommentar,
            "Årsak": aarsak,
            "Utan tiltak, fordi": "Det er sent på året.",
        }
        for navn, verdi in svar.items():
            ark.cell(rad, hode[navn]).value = verdi

    endre(bok, fyll)
    importer(kjor, oktober, bok)
    sagt = sykehjem(oktober)
    assert (sagt["avvik"], sagt["kommentar"], sagt["aarsak"]) == (-900000, kommentar, "engang")


def test_et_nytt_tiltak(kjor: Kjor, oktober: Path, bok: Path) -> None:
    def fyll(arbeidsbok: Any) -> None:
        ark = arbeidsbok[oversett(TILTAKSARK)]
        hode = {celle.value: celle.column for celle in ark[4]}
        rad = next(n for n in range(5, 60) if ark.cell(n, 1).value == "nytt")
        svar = {"Kode": "SYKEH", "Tiltak": "Ikke bruke vikarer", "Ansvarleg": "HOM"}
        for navn, verdi in {**svar, "Frist": "01.12.2024", "Verknad i året": 300}.items():
            ark.cell(rad, hode[navn]).value = verdi

    endre(bok, fyll)
    importer(kjor, oktober, bok)
    tiltak = les(oktober / "data/okonomi/2024/tiltak.yaml")
    assert "Ikke bruke vikarer" in str(tiltak)


def test_hvert_ord_kjennes_igjen_i_begge_maalformer() -> None:
    overskrifter = ([k.overskrift for k in ett] for ett in MAANEDSARKENE.values())
    for alle in (*overskrifter, [*MAANEDSARKENE], [*AARSAKER]):
        for ett in alle:
            assert gjenkjent(ett, alle) == gjenkjent(oversett(ett), alle) == ett


def test_purringen_er_paa_nynorsk(
    kjor: Kjor, oktober: Path, bok: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The mail to each unit; the page around it is in bokmål, with the letters people know."""
    spor = ("maaned", "purring", "2024-10", "--dato", "2024-11-12", "--prosjekt", oktober)
    ut = kjor(*spor, ventet=1).ut
    assert "enheter har ikke levert" in ut
    assert "HOM: Helse, omsorg og mestring" in ut
    assert "Vi manglar økonomien per oktober 2024 frå Helse, omsorg og mestring." in ut
    assert "Utan prognose: " in ut
    med_skille(monkeypatch)
    brevene = kjor(*spor, ventet=1).ut.partition("har ikke levert")[2]
    assert nynorsk.ukjente_ord(re.sub("Økonomien per.*", "", brevene)) == set()
