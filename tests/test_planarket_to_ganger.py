"""The tab for the plan where it says the same thing twice, or otherwise than last time: two copies,
two rows, and a workbook that is read once more.
"""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.conftest import Kjor
from tests.skjemahjelp import PERIODE
from tests.test_planarket import DAG, bok, fyll, les_inn, plandata, planen

NY = {"Hva vi vil få til": "Ny ting.", "Hva det gjelder": "ledelse", "Sikt": "kort sikt"}
NY_RAD = "r11"


@pytest.fixture
def rot(sendt_ut: Path, tmp_path: Path) -> Path:
    shutil.copytree(sendt_ut, tmp_path / "granvag")
    return tmp_path / "granvag"


def to_kopier(rot: Path, ene: dict[str, Any], andre: dict[str, Any]) -> Path:
    """Two copies of one unit's workbook in a folder of their own, differently filled in."""
    mappe = rot / "inn"
    mappe.mkdir()
    for navn, celler in (("", ene), (" (2)", andre)):
        sti = mappe / f"{PERIODE}-FOS{navn}.xlsx"
        shutil.copy(bok(rot, "FOS"), sti)
        fyll(sti, **celler)
    return mappe


def importer(kjor: Kjor, rot: Path, mappe: Path, ventet: int) -> str:
    svar = kjor("tertial", "importer", mappe, "--ja", *DAG, "--prosjekt", rot, ventet=ventet)
    return " ".join((svar.ut + svar.feil).split())


def test_to_skjemaer_som_sier_ulikt_om_en_linje(kjor: Kjor, rot: Path) -> None:
    """Neither is taken, and what else the workbooks say is."""
    mappe = to_kopier(
        rot,
        {"r5": {"Gjort innen": "01.12.2024"}, NY_RAD: NY},
        {"r5": {"Gjort innen": "15.12.2024"}},
    )
    foer = planen(rot, "FOS")["prioriteringer"]
    ut = importer(kjor, rot, mappe, ventet=1)
    assert "to skjemaer svarer ulikt" in ut
    assert "Gjort innen «01.12.2024»" in ut
    assert "Gjort innen «15.12.2024»" in ut
    naa = planen(rot, "FOS")["prioriteringer"]
    assert naa[:-1] == foer
    assert naa[-1]["tekst"] == "Ny ting."


def test_den_samme_nye_linjen_i_to_kopier_er_en(kjor: Kjor, rot: Path) -> None:
    mappe = to_kopier(rot, {NY_RAD: NY}, {NY_RAD: NY})
    foer = len(planen(rot, "FOS")["prioriteringer"])
    importer(kjor, rot, mappe, ventet=0)
    assert len(planen(rot, "FOS")["prioriteringer"]) == foer + 1


def test_den_samme_nye_linjen_med_noe_annet_er_ikke_en(kjor: Kjor, rot: Path) -> None:
    mappe = to_kopier(rot, {NY_RAD: NY}, {NY_RAD: NY | {"Sikt": "lang sikt"}})
    foer = planen(rot, "FOS")
    assert "to skjemaer svarer ulikt" in importer(kjor, rot, mappe, ventet=1)
    assert planen(rot, "FOS") == foer


@pytest.mark.parametrize(("andre", "antall"), [({}, 1), ({"Sikt": "lang sikt"}, 0)])
def test_den_samme_nye_linjen_to_ganger_i_et_skjema(
    kjor: Kjor, rot: Path, andre: dict[str, str], antall: int
) -> None:
    """Said twice it is one line; said differently it is none, and both rows are named."""
    foer = len(planen(rot, "FOS")["prioriteringer"])
    fyll(bok(rot, "FOS"), r11=NY, r12=NY | andre)
    ut = " ".join(les_inn(kjor, rot, "FOS", ventet=1 if andre else 0).split())
    assert len(planen(rot, "FOS")["prioriteringer"]) == foer + antall
    assert ("rad 11: den samme linjen står også i rad 12" in ut) is bool(andre)
    assert ("rad 12: den samme linjen står også i rad 11" in ut) is bool(andre)


def test_to_rader_med_samme_nummer_er_ikke_en_endring(kjor: Kjor, rot: Path) -> None:
    """A row copied with its number is a new line, or a slip: the line that has the number stays."""
    foer = planen(rot, "FOS")
    fyll(bok(rot, "FOS"), r11=NY | {"Nr.": foer["prioriteringer"][0]["nr"], "Enhet": "FOS"})
    ut = " ".join(les_inn(kjor, rot, "FOS", ventet=1).split())
    assert "den samme linjen står også i rad 5" in ut
    assert "la «Nr.» stå tomt i en ny linje" in ut
    assert planen(rot, "FOS") == foer


def ny_linje_lest(kjor: Kjor, rot: Path) -> Path:
    """A folder with a workbook that was read in, with a new line; gives it where it lies now."""
    mappe = rot / "inn"
    mappe.mkdir()
    sti = Path(shutil.copy(bok(rot, "FOS"), mappe))
    fyll(sti, r11=NY | {"Gjort innen": "01.12.2024"})
    importer(kjor, rot, mappe, ventet=0)
    return mappe / "ferdig" / sti.name


def test_en_ny_linje_som_er_endret_her_siden_gjelder(kjor: Kjor, rot: Path) -> None:
    lest = ny_linje_lest(kjor, rot)
    fil = rot / "data" / "virksomhetsplan" / "2024" / "FOS.yaml"
    fil.write_text(fil.read_text("utf-8").replace("2024-12-01", "2024-12-20"), "utf-8")
    foer = planen(rot, "FOS")
    ut = importer(kjor, rot, lest, ventet=1)
    assert "Gjort innen er endret i styring etter at skjemaet ble sendt ut" in ut
    assert planen(rot, "FOS") == foer


def test_enheten_kan_rette_sine_egne_ord(kjor: Kjor, rot: Path) -> None:
    """What a form has said is the unit's own: the next one may say otherwise."""
    lest = ny_linje_lest(kjor, rot)
    igjen = Path(shutil.copy(lest, rot / "inn"))
    fyll(igjen, r11={"Gjort innen": "10.12.2024"})
    importer(kjor, rot, rot / "inn", ventet=0)
    assert planen(rot, "FOS")["prioriteringer"][-1]["frist"].isoformat() == "2024-12-10"


def test_en_linje_som_er_borte_fra_arket_sies(kjor: Kjor, rot: Path) -> None:
    """A sheet takes no line away; what to do is said, and when it is done nothing more is."""
    arbeidsbok = openpyxl.load_workbook(bok(rot, "FOS"))
    ark = arbeidsbok["Virksomhetsplan"]
    nr = ark.cell(6, 1).value
    for kolonne in range(1, 9):
        ark.cell(6, kolonne).value = None
    arbeidsbok.save(bok(rot, "FOS"))
    foer = planen(rot, "FOS")
    ut = " ".join(les_inn(kjor, rot, "FOS").split())
    assert f"nr. {nr} er borte fra arket, og står fortsatt i planen til FOS" in ut
    assert "data/virksomhetsplan/2024/FOS.yaml" in ut
    assert planen(rot, "FOS") == foer
    fil = rot / "data" / "virksomhetsplan" / "2024" / "FOS.yaml"
    tekst = fil.read_text("utf-8")
    start = tekst.index(f"- nr: {nr}")
    fil.write_text(tekst[:start] + tekst[tekst.index("- nr: ", start + 1) :], "utf-8")
    assert "er borte fra arket" not in les_inn(kjor, rot, "FOS", ventet=0)


@pytest.mark.parametrize(
    ("skrevet", "grunn"),
    [
        ("innen utgangen av året", "er ikke dagen det ble gjort"),
        ("høsten", "er ikke dagen det ble gjort"),
        ("jul", "er ikke dagen det ble gjort"),
        ("uke 30", "er ikke dagen det ble gjort"),
        ("august 2024", "er ikke dagen det ble gjort"),
        ("senest 01.09.2024", "er ikke dagen det ble gjort"),
        ("31.12.2024", "«Gjort» er 31.12.2024, som ikke er kommet"),
        (datetime(2024, 9, 6), "«Gjort» er 06.09.2024, som ikke er kommet"),
    ],
)
def test_en_plan_er_ikke_en_dag_det_ble_gjort(
    kjor: Kjor, rot: Path, skrevet: object, grunn: str
) -> None:
    """Nothing is done before somebody has done it."""
    foer = planen(rot, "FOS")
    fyll(bok(rot, "FOS"), r5={"Gjort": skrevet})
    assert grunn in " ".join(les_inn(kjor, rot, "FOS", ventet=1).split())
    assert planen(rot, "FOS") == foer


@pytest.mark.parametrize("skrevet", ["5. september", "torsdag 5. september 2024", "5.9"])
def test_dagen_det_ble_gjort_kan_skrives_med_ord(kjor: Kjor, rot: Path, skrevet: str) -> None:
    fyll(bok(rot, "FOS"), r5={"Gjort": skrevet})
    les_inn(kjor, rot, "FOS")
    assert planen(rot, "FOS")["prioriteringer"][0]["ferdig"].isoformat() == "2024-09-05"


def test_en_dag_utenfor_dataenes_tid_gjelder_bare_sin_rad(kjor: Kjor, rot: Path) -> None:
    fyll(bok(rot, "FOS"), r5={"Gjort innen": datetime(9999, 12, 31)}, r11=NY)
    ut = " ".join(les_inn(kjor, rot, "FOS", ventet=1).split())
    assert "«9999-12-31» under «Gjort innen» er ikke en dato" in ut
    assert planen(rot, "FOS")["prioriteringer"][-1]["tekst"] == "Ny ting."


@pytest.mark.parametrize("skrevet", ["sko", "Skolene"])
def test_enheten_kan_skrives_som_den_kalles(kjor: Kjor, rot: Path, skrevet: str) -> None:
    foer = len(planen(rot, "SKO")["prioriteringer"])
    fyll(bok(rot, "FOS"), r11=NY | {"Enhet": skrevet})
    les_inn(kjor, rot, "FOS")
    assert len(planen(rot, "SKO")["prioriteringer"]) == foer + 1


def rader(rot: Path) -> list[list[Any]]:
    """The lines of the workbook of FOS, as they were sent: FOS 1 to 3, and those of SKO below."""
    ark = openpyxl.load_workbook(bok(rot, "FOS"))["Virksomhetsplan"]
    return [[celle.value for celle in rad] for rad in ark.iter_rows(min_row=5, max_row=9)]


def skriv_rader(rot: Path, nye: list[list[Any]]) -> None:
    arbeidsbok = openpyxl.load_workbook(bok(rot, "FOS"))
    for nr, rad in enumerate(nye, 5):
        for plass, verdi in enumerate(rad, 1):
            arbeidsbok["Virksomhetsplan"].cell(nr, plass).value = verdi
    arbeidsbok.save(bok(rot, "FOS"))


def satt_inn_overst(alle: list[list[Any]]) -> list[list[Any]]:
    ny = [1, "FOS", "Helt ny sak.", "ledelse", "kort sikt", "", "", ""]
    return [ny, *([ett[0] and int(ett[0]) + 1, *ett[1:]] for ett in alle[:3]), *alle[3:]]


def slettet_og_talt_om(alle: list[list[Any]]) -> list[list[Any]]:
    tom = [None] * len(alle[0])
    return [alle[0], [2, *alle[2][1:]], *alle[3:], tom]


def byttet(alle: list[list[Any]]) -> list[list[Any]]:
    return [[2, *alle[0][1:]], [1, *alle[1][1:]], *alle[2:]]


@pytest.mark.parametrize("hvordan", [satt_inn_overst, slettet_og_talt_om, byttet])
def test_en_linje_under_en_annens_nummer_tar_ikke_plassen(
    kjor: Kjor, rot: Path, hvordan: Callable[[list[list[Any]]], list[list[Any]]]
) -> None:
    foer = plandata(rot)
    skriv_rader(rot, hvordan(rader(rot)))
    assert "la numrene stå som de var" in les_inn(kjor, rot, "FOS", ventet=1)
    assert plandata(rot) == foer


@pytest.mark.parametrize("nr", ["", "1.", "nr. 1"])
def test_nummeret_kan_vaere_tatt_bort_eller_skrevet_annerledes(
    kjor: Kjor, rot: Path, nr: str
) -> None:
    fyll(bok(rot, "FOS"), r5={"Nr.": nr, "Gjort innen": "15.10.2024"})
    assert "endret: frist 15.10.2024" in les_inn(kjor, rot, "FOS")
    assert planen(rot, "FOS")["prioriteringer"][0]["frist"].isoformat() == "2024-10-15"


@pytest.mark.parametrize("skrevet", ["Skolene", "sko"])
def test_en_linje_med_enheten_skrevet_annerledes_er_den_samme(
    kjor: Kjor, rot: Path, skrevet: str
) -> None:
    rad = next(nr for nr, ett in enumerate(rader(rot), 5) if ett[1] == "SKO")
    fyll(bok(rot, "FOS"), **{f"r{rad}": {"Enhet": skrevet, "Gjort innen": "15.12.2024"}})
    ut = les_inn(kjor, rot, "FOS")
    assert "er borte fra arket" not in ut
    assert planen(rot, "SKO")["prioriteringer"][0]["frist"].isoformat() == "2024-12-15"


def test_et_skjema_som_blir_liggende_er_enhetens_egne_ord(kjor: Kjor, rot: Path) -> None:
    """A line that must be put right keeps the workbook where it is; the others can be corrected in
    it, whichever way a unit is written.
    """
    mappe = rot / "inn"
    mappe.mkdir()
    sti = Path(shutil.copy(bok(rot, "FOS"), mappe))
    rad = next(nr for nr, ett in enumerate(rader(rot), 5) if ett[1] == "SKO")
    forst = {"Ansvarlig": "Skolene", "Gjort innen": "01.12.2024"}
    fyll(sti, r5={"Gjort": "snart"}, **{f"r{rad}": forst})
    assert "er ikke dagen det ble gjort; skriv for eksempel 05.09.2024" in importer(
        kjor, rot, mappe, ventet=1
    )
    assert planen(rot, "SKO")["prioriteringer"][0]["ansvarlig"] == "SKO"
    importer(kjor, rot, mappe, ventet=1)
    assert len(list((mappe / "ferdig").iterdir())) == 1, "kept once, however often it is read"
    etterpaa = {"Ansvarlig": "rektorene", "Gjort innen": "20.12.2024"}
    fyll(sti, r5={"Gjort": "04.09.2024"}, **{f"r{rad}": etterpaa})
    importer(kjor, rot, mappe, ventet=0)
    linje = planen(rot, "SKO")["prioriteringer"][0]
    assert (linje["ansvarlig"], linje["frist"].isoformat()) == ("rektorene", "2024-12-20")
    assert planen(rot, "FOS")["prioriteringer"][0]["ferdig"].isoformat() == "2024-09-04"


def test_et_urort_skjema_endrer_ikke_maaten_en_enhet_er_skrevet_paa(kjor: Kjor, rot: Path) -> None:
    """A name in the data is as good as a code, and the plan is still the one approved."""
    fil = rot / "data" / "virksomhetsplan" / "2024" / "FOS.yaml"
    fil.write_text(fil.read_text("utf-8").replace("ansvarlig: SKO", "ansvarlig: Skolene"), "utf-8")
    kjor("tertial", "start", PERIODE, "--xlsx", rot / "ny", "--ja", "--prosjekt", rot)
    foer = plandata(rot)
    shutil.copy(rot / "ny" / f"{PERIODE}-FOS.xlsx", bok(rot, "FOS"))
    les_inn(kjor, rot, "FOS")
    assert plandata(rot) == foer


def test_samme_linje_skrevet_paa_to_maater_er_en(kjor: Kjor, rot: Path) -> None:
    foer = len(planen(rot, "FOS")["prioriteringer"])
    ene = NY | {"Enhet": "FOS", "Gjort innen": "15.10.2024"}
    fyll(bok(rot, "FOS"), r11=ene, r12=NY | {"Gjort innen": datetime(2024, 10, 15)})
    les_inn(kjor, rot, "FOS")
    assert len(planen(rot, "FOS")["prioriteringer"]) == foer + 1
