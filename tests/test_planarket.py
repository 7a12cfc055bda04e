"""The tab for the plan, out to Excel and back: filled in with another library than wrote it."""

import re
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from styring.fag.planbok import KOLONNER
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


def test_planen_leses_ogsaa_fra_et_skjema_som_er_levert(kjor: Kjor, rot: Path) -> None:
    """The plan is for the year. The form itself is refused, and the workbook stays where it lay."""
    fil = rot / "data" / "rapporter" / PERIODE / "FOS.yaml"
    tekst = fil.read_text("utf-8")
    fil.write_text(re.sub(r"^levert:.*$", "levert: 2024-09-01", tekst, flags=re.MULTILINE), "utf-8")
    fyll(bok(rot, "FOS"), r5={"Gjort": "20.08.2024"})
    spor = ("tertial", "importer", rot / "ut", "--ja", *DAG, "--prosjekt", rot)
    ut = kjor(*spor, ventet=1).ut
    assert "leverte skjemaet" in ut
    assert planen(rot, "FOS")["prioriteringer"][0]["ferdig"].isoformat() == "2024-08-20"
    assert bok(rot, "FOS").exists()


def test_en_dag_med_ord_er_den_samme_andre_gang(kjor: Kjor, rot: Path) -> None:
    """However it is written, a day that is in the data already is no change and no conflict."""
    ny = {
        "Hva vi vil få til": "Færre vikarer.",
        "Hva det gjelder": "økonomien",
        "Sikt": "kort sikt",
        "Gjort innen": "15. desember 2024",
    }
    fyll(bok(rot, "FOS"), r5={"Gjort": "20. august 2024"}, r12=ny)
    les_inn(kjor, rot, "FOS")
    foer = planen(rot, "FOS")
    assert foer["prioriteringer"][0]["ferdig"].isoformat() == "2024-08-20"
    ut = les_inn(kjor, rot, "FOS")
    assert "er endret i styring" not in ut
    assert "endret:" not in ut
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


def plandata(rot: Path) -> dict[Path, bytes]:
    return {fil: fil.read_bytes() for fil in (rot / "data" / "virksomhetsplan").rglob("*.yaml")}


@pytest.mark.parametrize("kolonne", [ett.overskrift for ett in KOLONNER])
@pytest.mark.parametrize("hvordan", ["slettet", "nytt navn"])
def test_en_kolonne_som_er_borte_er_ikke_tomt(
    kjor: Kjor, rot: Path, kolonne: str, hvordan: str
) -> None:
    """A column that somebody took away, empties no field and withdraws no approval."""
    foer, sti = plandata(rot), bok(rot, "HOM")
    arbeidsbok = openpyxl.load_workbook(sti)
    ark = arbeidsbok["Virksomhetsplan"]
    plass = next(celle.column for celle in ark[4] if celle.value == kolonne)
    if hvordan == "slettet":
        ark.delete_cols(plass)
    else:
        ark.cell(4, plass).value = "Noe annet"
    arbeidsbok.save(sti)
    sagt = " ".join(les_inn(kjor, rot, "HOM", ventet=1).split())
    assert f"«{kolonne}» i fanen" in sagt or "fant ikke overskriftene i fanen" in sagt
    assert "styring tertial start" in sagt
    assert plandata(rot) == foer


@pytest.mark.parametrize("ark", ["Virksomhetsplan", "styring plan"])
def test_et_ark_som_er_borte_sies_eller_er_ikke_fylt_ut(kjor: Kjor, rot: Path, ark: str) -> None:
    """Without the tab nothing is told of the plan; without what was sent, nothing can be judged."""
    foer, sti = plandata(rot), bok(rot, "HOM")
    arbeidsbok = openpyxl.load_workbook(sti)
    del arbeidsbok[ark]
    arbeidsbok.save(sti)
    borte = ark == "styring plan"
    sagt = les_inn(kjor, rot, "HOM", ventet=1 if borte else 0)
    assert ("det skjulte arket som hører til fanen" in " ".join(sagt.split())) is borte
    assert plandata(rot) == foer


def test_fanen_kan_ha_faatt_et_annet_navn(kjor: Kjor, rot: Path) -> None:
    fyll(bok(rot, "FOS"), r5={"Gjort": "20.08.2024"})
    arbeidsbok = openpyxl.load_workbook(bok(rot, "FOS"))
    arbeidsbok["Virksomhetsplan"].title = "Plan 2024"
    arbeidsbok.save(bok(rot, "FOS"))
    les_inn(kjor, rot, "FOS")
    assert planen(rot, "FOS")["prioriteringer"][0]["ferdig"].isoformat() == "2024-08-20"


def test_navnet_paa_en_enhet_blir_koden(kjor: Kjor, rot: Path) -> None:
    """Read twice it is the same, and a plan approved in between stays approved."""
    fyll(bok(rot, "HOM"), r5={"Ansvarlig": "hjemmetjenesten"})
    les_inn(kjor, rot, "HOM")
    enhet = openpyxl.load_workbook(bok(rot, "HOM"))["Virksomhetsplan"]["B5"].value
    assert planen(rot, enhet)["prioriteringer"][0]["ansvarlig"] == "HJE"
    foer = plandata(rot)
    les_inn(kjor, rot, "HOM")
    assert plandata(rot) == foer


def test_et_skjema_med_en_linje_som_ikke_tas_blir_liggende(kjor: Kjor, rot: Path) -> None:
    """The line is mended where it stands, and the rest is taken in."""
    fyll(
        bok(rot, "FOS"),
        r5={"Gjort": "20.08.2024"},
        r12={"Hva vi vil få til": "Færre vikarer.", "Hva det gjelder": "HMS", "Sikt": "lang sikt"},
    )
    for fil in (rot / "ut").glob("*.xlsx"):
        if fil != bok(rot, "FOS"):
            fil.unlink()
    spor = ("tertial", "importer", rot / "ut", "--ja", *DAG, "--prosjekt", rot)
    assert "«HMS»" in kjor(*spor, ventet=1).ut
    assert bok(rot, "FOS").exists()
    assert planen(rot, "FOS")["prioriteringer"][0]["ferdig"].isoformat() == "2024-08-20"
    fyll(bok(rot, "FOS"), r12={"Hva det gjelder": "økonomien"})
    kjor(*spor)
    assert not bok(rot, "FOS").exists()
    assert planen(rot, "FOS")["prioriteringer"][-1]["tekst"] == "Færre vikarer."
