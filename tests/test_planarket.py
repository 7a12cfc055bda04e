"""The tab for the plan, out to Excel and back: filled in with another library than wrote it."""

import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.conftest import Kjor
from tests.skjemahjelp import PERIODE, les_yaml

DAG = ("--dato", "2024-09-05")


@pytest.fixture
def rot(sendt_ut: Path, tmp_path: Path) -> Path:
    shutil.copytree(sendt_ut, tmp_path / "granvag")
    return tmp_path / "granvag"


def bok(rot: Path, enhet: str) -> Path:
    return rot / "ut" / f"{PERIODE}-{enhet}.xlsx"


def fyll(sti: Path, **celler: dict[str, Any]) -> None:
    """Fill in cells by the text they stand beside: the row number, then heading and value."""
    arbeidsbok = openpyxl.load_workbook(sti)
    ark = arbeidsbok["Virksomhetsplan"]
    hode = {celle.value: celle.column for celle in ark[4]}
    for rad, verdier in celler.items():
        for navn, verdi in verdier.items():
            ark.cell(int(rad.removeprefix("r")), hode[navn] or 0).value = verdi
    arbeidsbok.save(sti)


def les_inn(kjor: Kjor, rot: Path, enhet: str, ventet: int = 0) -> str:
    svar = kjor(
        "tertial", "importer", bok(rot, enhet), "--ja", *DAG, "--prosjekt", rot, ventet=ventet
    )
    return svar.ut + svar.feil


def planen(rot: Path, enhet: str) -> Any:
    fil = rot / "data" / "virksomhetsplan" / "2024" / f"{enhet}.yaml"
    return les_yaml(fil.read_bytes()) if fil.exists() else None


def test_arket_har_det_planene_har(rot: Path) -> None:
    ark = openpyxl.load_workbook(bok(rot, "FOS"))["Virksomhetsplan"]
    linjer = [[celle.value for celle in rad] for rad in ark.iter_rows(min_row=5)]
    fylt = [linje for linje in linjer if linje[0]]
    ventet = [
        (str(ett["nr"]), enhet, ett["tekst"])
        for enhet in ("FOS", "SKO")
        for ett in planen(rot, enhet)["prioriteringer"]
    ]
    assert [(nr, enhet, tekst) for nr, enhet, tekst, *_ in fylt] == ventet
    assert len(linjer) - len(fylt) == 8
    assert fylt[0][3:] == ["kompetanse", "kort sikt", "SKO", "30.11.2024", ""]


def test_urort_er_ingenting_endret(kjor: Kjor, rot: Path) -> None:
    foer = {fil: fil.read_bytes() for fil in (rot / "data").rglob("*.yaml")}
    les_inn(kjor, rot, "FOS")
    assert {fil: fil.read_bytes() for fil in (rot / "data").rglob("*.yaml")} == foer


def test_en_linje_til_en_virksomhet_uten_plan(kjor: Kjor, rot: Path) -> None:
    """The barnevern has no plan: its line makes one, with the sector's other lines untouched."""
    assert planen(rot, "BVT") is None
    ny = {
        "Enhet": "BVT",
        "Hva vi vil få til": "Alle har veiledning hver uke.",
        "Hva det gjelder": "Kompetanse",
        "Sikt": "kort sikt",
        "Gjort innen": datetime(2024, 12, 15),
    }
    fyll(bok(rot, "FOS"), r10=ny)
    ut = les_inn(kjor, rot, "FOS")
    assert "ny linje" in ut
    (linje,) = planen(rot, "BVT")["prioriteringer"]
    assert linje["tekst"] == "Alle har veiledning hver uke."
    assert (linje["nr"], linje["omraade"], linje["sikt"]) == (1, "kompetanse", "kort")
    assert linje["frist"].isoformat() == "2024-12-15"
    kjor("valider", "--prosjekt", rot)


def test_en_linje_endres_og_en_kommer_til(kjor: Kjor, rot: Path) -> None:
    fyll(
        bok(rot, "FOS"),
        r5={"Gjort": "20.08.2024"},
        r12={
            "Hva vi vil få til": "Færre vikarer.",
            "Hva det gjelder": "økonomien",
            "Sikt": "lang sikt",
        },
    )
    les_inn(kjor, rot, "FOS")
    forste, *_, siste = planen(rot, "FOS")["prioriteringer"]
    assert forste["ferdig"].isoformat() == "2024-08-20"
    assert forste["tekst"] == "Alle lærere på mellomtrinnet har kurs i å lære bort regning."
    assert (siste["nr"], siste["tekst"], siste["omraade"]) == (4, "Færre vikarer.", "okonomi")
    # the same workbook once more changes nothing: what it says stands there now
    foer = planen(rot, "FOS")
    les_inn(kjor, rot, "FOS")
    assert planen(rot, "FOS") == foer


@pytest.mark.parametrize(
    ("celler", "grunn"),
    [
        ({"Hva vi vil få til": "Noe."}, "Hva det gjelder og Sikt må fylles ut"),
        (
            {"Hva vi vil få til": "Noe.", "Hva det gjelder": "kompetense", "Sikt": "kort sikt"},
            "mente du kompetanse?",
        ),
        (
            {
                "Hva vi vil få til": "Noe.",
                "Hva det gjelder": "ledelse",
                "Sikt": "kort sikt",
                "Gjort innen": "til jul en gang",
            },
            "under «Gjort innen» er ikke en dato",
        ),
        (
            {
                "Enhet": "HOM",
                "Hva vi vil få til": "Noe.",
                "Hva det gjelder": "ledelse",
                "Sikt": "kort sikt",
            },
            "«HOM» er ikke FOS eller en enhet under",
        ),
        (
            {
                "Nr.": "77",
                "Hva vi vil få til": "Noe.",
                "Hva det gjelder": "ledelse",
                "Sikt": "kort sikt",
            },
            "planen til FOS har ikke noe nr. 77",
        ),
    ],
)
def test_det_som_ikke_kan_tas_inn_sies_med_raden(
    kjor: Kjor, rot: Path, celler: dict[str, Any], grunn: str
) -> None:
    foer = planen(rot, "FOS")
    fyll(bok(rot, "FOS"), r11=celler)
    ut = les_inn(kjor, rot, "FOS", ventet=1)
    assert grunn in ut
    assert "Virksomhetsplan, rad 11: " in ut
    assert planen(rot, "FOS") == foer


def test_endret_begge_steder_avvises(kjor: Kjor, rot: Path) -> None:
    fil = rot / "data" / "virksomhetsplan" / "2024" / "FOS.yaml"
    fil.write_text(fil.read_text("utf-8").replace("2024-11-30", "2024-10-15"), "utf-8")
    fyll(bok(rot, "FOS"), r5={"Gjort innen": "01.11.2024"})
    ut = les_inn(kjor, rot, "FOS", ventet=1)
    assert "Gjort innen er endret i styring etter at skjemaet ble sendt ut" in ut
    assert planen(rot, "FOS")["prioriteringer"][0]["frist"].isoformat() == "2024-10-15"


def test_en_godkjent_plan_som_blir_en_annen_er_et_utkast(kjor: Kjor, rot: Path) -> None:
    """What is done is told without that; another line is not what was approved."""
    assert planen(rot, "FOS")["godkjent"]
    fyll(bok(rot, "FOS"), r5={"Gjort": "20.08.2024"})
    les_inn(kjor, rot, "FOS")
    assert planen(rot, "FOS")["godkjent"]
    fyll(
        bok(rot, "FOS"),
        r12={
            "Hva vi vil få til": "Færre vikarer.",
            "Hva det gjelder": "økonomien",
            "Sikt": "lang sikt",
        },
    )
    assert "er et utkast til den godkjennes igjen" in " ".join(les_inn(kjor, rot, "FOS").split())
    assert planen(rot, "FOS")["godkjent"] is None
    kjor("valider", "--prosjekt", rot, ventet=None)
    ut = kjor("rapport", "virksomhetsplan", "--sektor", "FOS", *DAG, "--prosjekt", rot).ut
    assert "Færre vikarer" not in ut
