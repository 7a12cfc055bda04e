"""What stands inside another record and is only done or not: it is shown by itself, and told done
by one command.
"""

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Kjor
from tests.skjemahjelp import EKSEMPEL, les_yaml

DAG = ("--dato", "2024-10-20")
STEDER = {
    "2024/HJE/1": ("data/virksomhetsplan/2024/HJE.yaml", ("prioriteringer", 0), "ferdig"),
    "2023/stromutfall/2": ("data/beredskap/2023/stromutfall.yaml", ("mangler", 1), "ferdig"),
    "2024/flom": ("data/beredskap/2024/flom.yaml", (), "evaluert"),
}


@pytest.fixture
def granvag(tmp_path: Path) -> Path:
    shutil.copytree(EKSEMPEL, tmp_path / "granvag")
    return tmp_path / "granvag"


def verdien(rot: Path, id_: str) -> Any:
    fil, sti, felt = STEDER[id_]
    verdi = les_yaml((rot / fil).read_bytes())
    for ledd in sti:
        verdi = verdi[ledd]
    return verdi.get(felt)


@pytest.mark.parametrize("id_", STEDER)
def test_den_meldes_gjort_i_sin_egen_fil(kjor: Kjor, granvag: Path, id_: str) -> None:
    """Nothing else in the data is changed, and it is no longer among the things to do."""
    fil = granvag / STEDER[id_][0]
    foer, linjer = fil.read_text("utf-8"), fil.read_text("utf-8").splitlines()
    assert verdien(granvag, id_) is None
    spor = ("oppdater", id_.lower(), "--status", "ferdig", "--ja", *DAG, "--prosjekt", granvag)
    assert f"{id_} er meldt gjort" in kjor(*spor).ut
    assert str(verdien(granvag, id_)) == "2024-10-20"
    nye = fil.read_text("utf-8").splitlines()
    assert [linje for linje in nye if linje.strip().partition(":")[2] != " 2024-10-20"] == linjer
    assert foer != fil.read_text("utf-8")
    kjor("valider", "--prosjekt", granvag)
    assert id_ not in kjor("frister", "--innen", "400d", *DAG, "--prosjekt", granvag).ut


def test_den_er_ikke_gjort_foer_noen_sier_det(kjor: Kjor, granvag: Path) -> None:
    foer = (granvag / STEDER["2024/HJE/1"][0]).read_bytes()
    svar = kjor("oppdater", "2024/HJE/1", "--ja", *DAG, "--prosjekt", granvag, ventet=2)
    assert "det er ingenting å melde. Er «2024/HJE/1» gjort, skriv --status ferdig." in svar.feil
    assert (granvag / STEDER["2024/HJE/1"][0]).read_bytes() == foer
    kjor("oppdater", "2024/HJE/1", "--status", "Ferdig", "--ja", *DAG, "--prosjekt", granvag)


def test_den_er_ikke_gjort_to_ganger(kjor: Kjor, granvag: Path) -> None:
    spor = ("oppdater", "2024/FOS/tiltak-1", "--status", "ferdig", "--ja", *DAG)
    svar = kjor(*spor, "--prosjekt", granvag, ventet=2)
    assert "«2024/FOS/tiltak-1» (plantiltak) er meldt gjort 20.05.2024." in svar.feil


@pytest.mark.parametrize(
    ("valg", "sagt"),
    [
        (("--framdrift", "i_rute", "--kommentar", "Går bra."), "--framdrift og --kommentar"),
        (("--status", "i_gang"), "--status i_gang"),
        (("--ny-frist", "2025-01-01"), "--ny-frist"),
    ],
)
def test_den_har_ingen_annen_stand(
    kjor: Kjor, granvag: Path, valg: tuple[str, ...], sagt: str
) -> None:
    svar = kjor("oppdater", "2024/HJE/1", *valg, *DAG, "--prosjekt", granvag, ventet=2)
    assert f"så {sagt} kan ikke brukes. Skriv --status ferdig når det er gjort" in svar.feil
    assert "data/virksomhetsplan/2024/HJE.yaml" in svar.feil


def test_den_vises_for_seg(kjor: Kjor) -> None:
    svar = kjor("vis", "2023/stromutfall/2", *DAG, "--prosjekt", EKSEMPEL).ut
    assert "Pumpestasjonen har ikke nødstrøm." in svar
    assert "Hjemmetjenesten hadde ikke" not in svar
    hele = kjor("vis", "2023/stromutfall", *DAG, "--prosjekt", EKSEMPEL).ut
    assert "Hjemmetjenesten hadde ikke" in hele
    assert "Type" in kjor("vis", "2023/kriseledelse", "--prosjekt", EKSEMPEL).ut


def test_den_som_ikke_finnes_blir_ikke_en_annen(kjor: Kjor, granvag: Path) -> None:
    for id_ in ("2024/HJE/9", "2023/stromutfall/9"):
        spor = ("oppdater", id_, "--status", "ferdig", "--ja", *DAG, "--prosjekt", granvag)
        assert "har ikke noe punkt 9" in kjor(*spor, ventet=2).feil


def test_en_leser_som_ikke_ser_den_faar_den_ikke(kjor: Kjor) -> None:
    spor = ("vis", "2023/stromutfall/2", "--for", "offentlig", *DAG, "--prosjekt", EKSEMPEL)
    assert "nødstrøm" not in kjor(*spor, ventet=2).feil
