"""Every example project gives exactly the text that stands beside it."""

import subprocess
import sys
from pathlib import Path

import pytest

from styring.regler.katalog import REGLER
from tests.conftest import EKSEMPLER, Kjor

UGYLDIGE = sorted((EKSEMPLER / "ugyldig").iterdir())
GYLDIGE = sorted((EKSEMPLER / "gyldig").iterdir())
I_EGNE_TESTER = {
    "ST008": "test_farer.test_for_stor_fil",
    "ST014": "test_farer.test_lenke_og_spesialfil",
    "ST017": "test_farer.test_fil_som_ikke_kan_leses",
    "ST019": "test_indeks.test_cr_i_indeksen",
    "ST807": "test_tillit.test_valider_varsler_naar_det_som_var_unntatt_er_aapnet",
}
"""Rules whose bad file can't lie in git: too large, no plain file, not readable, a repository of
its own; or they are of two versions.
"""


@pytest.mark.parametrize("mappe", UGYLDIGE, ids=lambda mappe: mappe.name)
def test_ugyldig(
    kjor: Kjor, mappe: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(mappe)  # paths are told from where one stands
    if request.config.getoption("--ny-fasit"):
        ny = subprocess.run(
            [sys.executable, "-m", "styring", "valider", "--tips", "--prosjekt", str(mappe)],
            capture_output=True,
            check=False,
        )
        (mappe / "forventet.txt").write_bytes(ny.stdout)
    ventet = (mappe / "forventet.txt").read_text(encoding="utf-8")
    kode = 1 if " feil ST" in ventet else 0
    assert kjor("valider", "--tips", "--prosjekt", mappe, ventet=kode).ut == ventet
    assert f" {mappe.name[:5]} " in ventet


@pytest.mark.parametrize("mappe", GYLDIGE, ids=lambda mappe: mappe.name)
def test_gyldig(kjor: Kjor, mappe: Path) -> None:
    ventet = (mappe / "forventet.txt").read_text(encoding="utf-8")
    assert kjor("valider", "--tips", "--streng", "--prosjekt", mappe).ut == ventet


def test_ingen_kode_er_brukt_to_ganger() -> None:
    koder = [regel.kode for regel in REGLER]
    assert sorted(set(koder)) == koder


def test_hver_regel_har_et_eksempel() -> None:
    med_eksempel = {mappe.name[:5] for mappe in UGYLDIGE} | set(I_EGNE_TESTER)
    assert [regel.kode for regel in REGLER if regel.kode not in med_eksempel] == []


def test_regel_uten_funn_blir_ikke_meldt(kjor: Kjor) -> None:
    """--bare keeps the findings of one family, and the exit code follows what is shown."""
    mappe = EKSEMPLER / "ugyldig" / "ST201-ukjent-enhet"
    assert "ST201" in kjor("valider", "--bare", "st2", "--prosjekt", mappe, ventet=1).ut
    assert kjor("valider", "--bare", "ST3", "--prosjekt", mappe).ut.startswith("Ingen feil.")


def test_streng_lar_advarsler_stoppe(kjor: Kjor) -> None:
    mappe = EKSEMPLER / "ugyldig" / "ST309-sidelengs"
    kjor("valider", "--prosjekt", mappe)
    kjor("valider", "--streng", "--prosjekt", mappe, ventet=1)


def test_bare_noen_filer(kjor: Kjor, monkeypatch: pytest.MonkeyPatch) -> None:
    mappe = EKSEMPLER / "ugyldig" / "ST201-ukjent-enhet"
    monkeypatch.chdir(mappe)
    ut = kjor(
        "valider",
        "--format",
        "kort",
        "--prosjekt",
        mappe,
        mappe / "data" / "arshjul.yaml",
        ventet=1,
    ).ut
    assert (
        ut == "data/arshjul.yaml:12:16: feil ST201 enheten er ikke kjent: fant «KSS» – mente du"
        " «KS»?\n"
    )
    assert (
        "ligger ikke under"
        in kjor("valider", "--prosjekt", mappe, mappe / "forventet.txt", ventet=2).feil
    )
