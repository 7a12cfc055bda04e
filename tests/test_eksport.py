"""Open data: what is in the tables, who may see it, and that others can read them."""

import csv
import io
import json
import shutil
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest

from styring.modell.oppdrag import Oppdrag
from tests.conftest import Kjor
from tests.skjemahjelp import EKSEMPEL, les_yaml

DAG = ("--dato", "2024-10-20")
P = ("--prosjekt", EKSEMPEL)


def tabell(mappe: Path, navn: str) -> list[dict[str, str]]:
    tekst = (mappe / f"{navn}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(tekst)))


@pytest.fixture(scope="module")
def mappe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("eksport")


@pytest.fixture
def offentlig(kjor: Kjor, mappe: Path) -> Path:
    """The open data of the example, made once."""
    ut = mappe / "offentlig"
    if not ut.exists():
        kjor("eksport", ut, *DAG, *P)
    return ut


def test_to_ganger_gir_de_samme_filene(kjor: Kjor, offentlig: Path, tmp_path: Path) -> None:
    kjor("eksport", tmp_path / "ut", *DAG, *P)
    foer, etter = (
        {fil.name: fil.read_bytes() for fil in rot.iterdir()}
        for rot in (offentlig, tmp_path / "ut")
    )
    assert foer == etter


def test_tallene_er_de_samme_som_i_status(kjor: Kjor, tmp_path: Path) -> None:
    """Counted in the table, and asked of the tool."""
    kjor("eksport", tmp_path, "--for", "ledelse", *DAG, *P)
    saker = tabell(tmp_path, "sak")
    telt = Counter(
        rad["tilstand"] for rad in saker if rad["slag"] == "oppdrag" and rad["aar"] == "2024"
    )
    svar = json.loads(kjor("status", "--format", "json", *DAG, *P).ut)["svar"]
    assert telt == {navn: tall for navn, tall in svar["telling"].items() if tall}
    assert len({rad["id"] for rad in saker}) == len(saker)


def test_det_som_mangler_er_null_i_json(kjor: Kjor, tmp_path: Path) -> None:
    """In one way everywhere: never an empty text, and a column that can lack its value does."""
    kjor("eksport", tmp_path, "--format", "json", *DAG, *P)
    tabeller = {fil.stem: json.loads(fil.read_bytes()) for fil in tmp_path.glob("*.json")}
    del tabeller["datapackage"]
    celler = [c for rader in tabeller.values() for rad in rader for c in rad.values()]
    assert "" not in celler
    [foerste, *_] = tabeller["maal"]
    assert foerste["over"] is None
    assert foerste["ansvar"] is None
    assert any(rad["delmaal"] is None for rad in tabeller["sak"])


def test_hver_rad_sier_hvilke_data_den_er_av(offentlig: Path) -> None:
    for fil in offentlig.glob("*.csv"):
        rader = tabell(offentlig, fil.stem)
        assert rader, fil
        assert {rad["data_dag"] for rad in rader} == {"2024-10-20"}
        assert len({rad["tre"] for rad in rader}) == 1


def test_skjemaet_beskriver_hver_kolonne(offentlig: Path) -> None:
    """Every cell is what the schema says, keys are keys, and the words are the model's own."""
    pakke = json.loads((offentlig / "datapackage.json").read_text(encoding="utf-8"))
    les: dict[str, Any] = {
        "date": date.fromisoformat,
        "integer": int,
        "number": Decimal,
        "boolean": {"true": True, "false": False}.__getitem__,
        "string": str,
    }
    assert {fil.stem for fil in offentlig.glob("*.csv")} == {r["name"] for r in pakke["resources"]}
    for ressurs in pakke["resources"]:
        rader = tabell(offentlig, ressurs["name"])
        felter = {felt["name"]: felt for felt in ressurs["schema"]["fields"]}
        assert list(rader[0]) == list(felter)
        assert len(rader) == ressurs["rows"]
        for rad in rader:
            for navn, celle in rad.items():
                assert not celle or les[felter[navn]["type"]](celle) is not None
        nokler = [tuple(rad[n] for n in ressurs["schema"]["primaryKey"]) for rad in rader]
        assert len(set(nokler)) == len(nokler), ressurs["name"]
        assert nokler == sorted(nokler)
    [sak] = (r for r in pakke["resources"] if r["name"] == "sak")
    [tittel] = (f for f in sak["schema"]["fields"] if f["name"] == "tittel")
    assert tittel["description"] == Oppdrag.__dataclass_fields__["tittel"].metadata["description"]


def test_parquet_leses_av_et_annet_bibliotek(kjor: Kjor, offentlig: Path, tmp_path: Path) -> None:
    """The same rows as csv has, with their types; the same bytes twice; the counts of status."""
    for navn in ("en", "to"):
        kjor("eksport", tmp_path / navn, "--format", "parquet", *DAG, *P)
    filer = sorted((tmp_path / "en").glob("*.parquet"))
    assert len(filer) == 9
    for fil in filer:
        assert fil.read_bytes() == (tmp_path / "to" / fil.name).read_bytes()
        hentet = duckdb.execute(f"select * from '{fil}'")
        navnene = [ett[0] for ett in hentet.description or ()]
        rader = [dict(zip(navnene, rad, strict=True)) for rad in hentet.fetchall()]
        ventet = tabell(offentlig, fil.stem)
        assert len(rader) == len(ventet)
        for rad, som_tekst in zip(rader, ventet, strict=True):
            for kolonne, celle in rad.items():
                assert _lik(celle, som_tekst[kolonne]), (fil.name, kolonne, celle)
    telt = duckdb.execute(
        f"select tilstand, count(*) from '{tmp_path}/en/sak.parquet'"
        " where slag = 'oppdrag' and id like '2024-%' group by 1"
    ).fetchall()
    svar = json.loads(kjor("status", *DAG, "--for", "offentlig", "--format", "json", *P).ut)["svar"]
    assert dict(telt) == {ord_: tall for ord_, tall in svar["telling"].items() if tall}


def _lik(celle: object, skrevet: str) -> bool:
    if celle is None or isinstance(celle, bool):
        return skrevet == {None: "", True: "true", False: "false"}[celle]
    if isinstance(celle, Decimal):
        return celle == Decimal(skrevet)
    return str(celle) == skrevet.removeprefix("'")


def test_det_som_er_unntatt_er_ikke_i_noen_fil(kjor: Kjor, offentlig: Path, tmp_path: Path) -> None:
    """Nor is what nobody has approved, or sent out yet."""
    for form in ("json", "xlsx"):
        kjor("eksport", tmp_path / form, "--format", form, *DAG, *P)
    bok = openpyxl.load_workbook(tmp_path / "xlsx/styring.xlsx")
    celler = [str(c.value) for ark in bok for rad in ark.iter_rows() for c in rad]
    alt = "\n".join(
        [
            *celler,
            *(fil.read_text(encoding="utf-8") for fil in offentlig.iterdir()),
            *(fil.read_text(encoding="utf-8") for fil in (tmp_path / "json").iterdir()),
        ]
    )
    skjulte = 0
    for fil in (EKSEMPEL / "data").rglob("*.yaml"):
        post = les_yaml(fil.read_text(encoding="utf-8"))
        if isinstance(post, dict) and post.get("offentlighet", "offentlig") != "offentlig":
            skjulte += 1
            assert post["tittel"] not in alt
            assert f"{fil.parent.name}-{fil.stem}" not in alt
    assert skjulte >= 4
    kjor("eksport", tmp_path / "foer", "--dato", "2024-09-20", *P)
    assert {rad["periode"] for rad in tabell(tmp_path / "foer", "melding")} == {
        rad["periode"] for rad in tabell(offentlig, "melding") if rad["periode"] != "2024-T2"
    }
    assert "2024-T2" not in {rad["periode"] for rad in tabell(tmp_path / "foer", "okonomi")}


def test_en_analytiker_aapner_arket(kjor: Kjor, offentlig: Path, tmp_path: Path) -> None:
    """Types, filters, and a head that stays; the same rows as in the csv."""
    kjor("eksport", tmp_path, "--format", "xlsx", *DAG, *P)
    bok = openpyxl.load_workbook(tmp_path / "styring.xlsx")
    for fil in offentlig.glob("*.csv"):
        assert bok[fil.stem].max_row == len(tabell(offentlig, fil.stem)) + 1
        assert bok[fil.stem].freeze_panes == "A2"
        assert bok[fil.stem].auto_filter.ref
    ark = bok["maaling"]
    hode = [celle.value for celle in ark[1]]
    verdi, maalt = (ark.cell(2, hode.index(navn) + 1).value for navn in ("verdi", "maalt"))
    assert isinstance(verdi, int | float)
    assert isinstance(maalt, date)
    assert ("sak", "tittel") in {(rad[0].value, rad[1].value) for rad in bok["om"].iter_rows()}


def test_fiendtlig_tekst_er_tekst(kjor: Kjor, tmp_path: Path) -> None:
    shutil.copytree(EKSEMPEL / "data", tmp_path / "data")
    fil = tmp_path / "data/oppdrag/2024/FOS-02.yaml"
    ond = '=HYPERLINK("http://x"; "a")'
    tekst = fil.read_text(encoding="utf-8").splitlines()
    tekst[0] = f"tittel: '{ond}'"
    fil.write_text("\n".join(tekst) + "\n", encoding="utf-8")
    for form in ("csv", "json", "xlsx"):
        ut = tmp_path / form
        kjor("eksport", ut, "--format", form, "--prosjekt", tmp_path, *DAG)
    [rad] = (r for r in tabell(tmp_path / "csv", "sak") if r["id"] == "2024-FOS-02")
    assert rad["tittel"] == f"'{ond}"
    rader = json.loads((tmp_path / "json/sak.json").read_text(encoding="utf-8"))
    assert ond in {r["tittel"] for r in rader}
    ark = openpyxl.load_workbook(tmp_path / "xlsx/styring.xlsx")["sak"]
    assert all(c.data_type != "f" for rad in ark.iter_rows() for c in rad)


def test_uleselige_filer_stopper_eksporten(kjor: Kjor, rikt: Path) -> None:
    (rikt / "data/maal/x.yaml").write_text("kode: [", encoding="utf-8")
    svar = kjor("eksport", rikt / "ut", "--prosjekt", rikt, ventet=1)
    assert "1 fil kan ikke leses" in svar.feil
    assert not (rikt / "ut").exists()


def test_et_oppdrag_som_ikke_er_gitt_ennaa_er_ikke_med(kjor: Kjor, tmp_path: Path) -> None:
    kjor("eksport", tmp_path, "--dato", "2023-06-30", *P)
    assert {rad["aar"] for rad in tabell(tmp_path, "sak") if rad["slag"] == "oppdrag"} == {"2023"}


def test_andres_filer_i_mappen_roeres_ikke(kjor: Kjor, tmp_path: Path) -> None:
    """A folder of our own may be written again; a file is no folder."""
    (tmp_path / "sak.csv").write_text("min", encoding="utf-8")
    feil = kjor("eksport", tmp_path, *DAG, *P, ventet=2).feil
    assert "laget av andre" in feil
    assert "er en fil" in kjor("eksport", tmp_path / "sak.csv", *DAG, *P, ventet=2).feil
    kjor("eksport", tmp_path / "ny", *DAG, *P)
    kjor("eksport", tmp_path / "ny", *DAG, *P)


def test_pakken_sier_hvor_tabellene_er(kjor: Kjor, tmp_path: Path) -> None:
    for form in ("json", "xlsx"):
        kjor("eksport", tmp_path / form, "--format", form, *DAG, *P)
        pakke = json.loads((tmp_path / form / "datapackage.json").read_text(encoding="utf-8"))
        for ressurs in pakke["resources"]:
            assert (tmp_path / form / ressurs["path"]).is_file()
    ark = openpyxl.load_workbook(tmp_path / "xlsx/styring.xlsx").sheetnames
    assert {r["dialect"]["sheet"] for r in pakke["resources"]} < set(ark)
