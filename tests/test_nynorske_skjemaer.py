"""The form in nynorsk: our own words are translated, every one, in the cells, the lists and the
reasons that come back; answers are taken in both målformer; what people typed is never touched.

``--ny-fasit`` writes the pinned form anew; read the difference before it is committed.
"""

import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import openpyxl
import pytest

from styring.fag import nynorsk
from styring.fag import skjemabok as skjema
from styring.fag.brudd import ordet_for
from styring.fag.nynorsk import gjenkjent, oversett
from styring.fag.planbok import KOLONNER as PLANKOLONNER
from styring.fag.planbok import VALG as PLANVALG
from styring.fag.skreven_tid import les_tidspunkt
from tests.conftest import ROT, Kjor
from tests.nynorskhjelp import med_skille
from tests.skjemahjelp import PERIODE, Bok, for_perioden, lagre_med_libreoffice, les_yaml
from tests.test_skjemaer import AVSLAG, har_libreoffice

DAG = ("--dato", "2024-09-12")
FASIT = ROT / "tests" / "fasit" / "nynorsk" / "skjema.txt"
KOMMENTAR = "Kva er ikke gjort? Frå hva til hvem: ferdig, bortfalt og «i rute».\n"
"""Typed in a mixture that a translation would change."""


@pytest.fixture
def rot(tmp_path: Path) -> Path:
    rot = for_perioden(tmp_path)
    kommunen = rot / "data" / "kommune.yaml"
    kommunen.write_text(kommunen.read_text("utf-8") + "maalform: nn\n", "utf-8")
    return rot


@pytest.fixture
def ut(rot: Path, kjor: Kjor) -> Path:
    """The forms of the period, in nynorsk."""
    start = ("tertial", "start", PERIODE, "--xlsx", rot / "ut", "--ja", *DAG)
    kjor(*start, "--prosjekt", rot)
    return rot / "ut"


def boken(ut: Path, enhet: str = "FOS") -> Bok:
    return Bok(ut / f"{PERIODE}-{enhet}.xlsx")


def les_inn(kjor: Kjor, rot: Path, *filer: Path, ventet: int = 0) -> str:
    spor = ("tertial", "importer", *filer, "--ja", *DAG, "--prosjekt", rot)
    return kjor(*spor, ventet=ventet).ut


def tekstene(fil: Path) -> Iterator[str]:
    """All that can be read in a workbook: cells, lists, and what is said beside a cell."""
    bok = openpyxl.load_workbook(fil)
    for ark in bok.worksheets:
        if ark.sheet_state == "visible":
            yield f"== {ark.title}"
            yield from (str(c.value) for rad in ark.iter_rows() for c in rad if c.value is not None)
            for ett in ark.data_validations.dataValidation:
                felter = (ett.promptTitle, ett.prompt, ett.errorTitle, ett.error)
                yield from filter(None, felter)
                if str(ett.formula1).startswith('"') and ett.promptTitle != "Eining":
                    yield ett.formula1
    skjult = bok[skjema.SKJULT_ARK]
    yield from (str(c.value) for rad in skjult["D2:K8"] for c in rad if c.value)


def paa_nynorsk(svar: Mapping[str, object]) -> dict[str, str]:
    """The same answers by the headings and the words of the form in nynorsk."""
    felter = {ett.overskrift.replace(" ", "_"): ett for ett in skjema.KOLONNER}
    return {
        oversett(felter[navn].overskrift).replace(" ", "_"): oversett(str(verdi))
        if verdi in skjema.VALG.get(felter[navn].felt, ())
        else str(verdi)
        for navn, verdi in svar.items()
    }


def test_skjemaet_som_det_leses(ut: Path, request: pytest.FixtureRequest) -> None:
    tekst = "\n".join(dict.fromkeys(tekstene(ut / f"{PERIODE}-FOS.xlsx"))) + "\n"
    if request.config.getoption("--ny-fasit"):
        FASIT.write_text(tekst, "utf-8")
    assert tekst == FASIT.read_text("utf-8")


def test_alle_vaare_ord_i_skjemaene_er_i_listen(
    rot: Path, kjor: Kjor, monkeypatch: pytest.MonkeyPatch
) -> None:
    med_skille(monkeypatch)
    start = ("tertial", "start", PERIODE, "--xlsx", rot / "ut", "--ja", *DAG)
    kjor(*start, "--prosjekt", rot)
    filer = sorted((rot / "ut").glob("*.xlsx"))
    assert filer
    for fil in filer:
        assert nynorsk.ukjente_ord("\n".join(tekstene(fil))) == set()


def test_et_uroert_skjema_endrer_ingenting(rot: Path, ut: Path, kjor: Kjor) -> None:
    foer = {fil: fil.read_bytes() for fil in sorted((rot / "data").rglob("*.yaml"))}
    assert "Ingen nye svar å skrive." in les_inn(kjor, rot, ut)
    assert {fil: fil.read_bytes() for fil in sorted((rot / "data").rglob("*.yaml"))} == foer


@pytest.mark.parametrize("maalform", ["nn", "nb"])
def test_svar_tas_imot_i_begge_maalformer(rot: Path, ut: Path, kjor: Kjor, maalform: str) -> None:
    """The words of either list, in a form made in nynorsk."""
    ferdig = {
        "Status": "i gang",
        "Framdrift": "ikke i rute",
        "Kommentar": KOMMENTAR,
        "Tiltak": "Hva som gjøres",
        "Hvem_gjør_tiltaket": "rektor ved hver skole",
    }
    svar = ferdig if maalform == "nb" else {**ferdig, "Framdrift": "Ikkje i rute"}
    overskrifter = paa_nynorsk(dict.fromkeys(svar, ""))
    bok = boken(ut)
    bok.svar("2024-FOS-02", **dict(zip(overskrifter, svar.values(), strict=True)))
    tid = {"nn": "innan hausten", "nb": "innen høsten"}[maalform]
    bok.svar("2024-FOS-02", Venta_ferdig=tid, Tiltaket_er_gjort_innan="15.10.2024")
    les_inn(kjor, rot, bok.lagre())
    fil = rot / "data" / "rapporter" / PERIODE / "FOS.yaml"
    assert les_yaml(fil.read_bytes())["oppdrag"]["2024-FOS-02"] == {
        "status": "i_gang",
        "framdrift": "ikke_i_rute",
        "kommentar": KOMMENTAR,
        "forventet_ferdig": "2024-11",
        "tiltak": [
            {
                "tekst": "Hva som gjøres",
                "ansvarlig": "rektor ved hver skole",
                "frist": les_yaml("2024-10-15"),
            }
        ],
        "frist": les_yaml("2024-12-31"),
    }


def test_et_skjema_paa_bokmaal_fylt_ut_paa_nynorsk(kjor: Kjor, tmp_path: Path) -> None:
    """And one whose headings somebody has written over in the other målform."""
    rot = for_perioden(tmp_path)
    kjor("tertial", "start", PERIODE, "--xlsx", rot / "ut", "--ja", *DAG, "--prosjekt", rot)
    bok = boken(rot / "ut")
    bok.svar("2024-FOS-02", Status="I gang", Framdrift="i rute", Kommentar=KOMMENTAR)
    bok.svar("2024-FOS-05", Status="inga endring sidan sist, stadfesta")
    for celle in bok.ark[bok.hode]:
        celle.value = celle.value and oversett(celle.value)
    bok.bok["Virksomhetsplan"].title = "Verksemdsplan"
    les_inn(kjor, rot, bok.lagre())
    sagt = les_yaml((rot / "data" / "rapporter" / PERIODE / "FOS.yaml").read_bytes())["oppdrag"]
    assert sagt["2024-FOS-02"]["kommentar"] == KOMMENTAR
    assert sagt["2024-FOS-05"]["ingen_endring"] is True


@har_libreoffice
def test_gjennom_libreoffice(rot: Path, ut: Path, kjor: Kjor, tmp_path: Path) -> None:
    bok = boken(ut).svar("2024-FOS-05", Status="inga endring sidan sist, stadfesta")
    les_inn(kjor, rot, lagre_med_libreoffice(bok.lagre(), tmp_path / "lo"))
    sagt = les_yaml((rot / "data" / "rapporter" / PERIODE / "FOS.yaml").read_bytes())["oppdrag"]
    assert sagt["2024-FOS-05"]["ingen_endring"] is True


@pytest.mark.parametrize("sak", AVSLAG)
def test_grunnen_til_at_en_rad_kommer_tilbake_er_paa_nynorsk(
    rot: Path, ut: Path, kjor: Kjor, sak: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The terminal says it in bokmål; in the form that goes back, every word of ours is in nynorsk,
    and what was typed is as it was typed.
    """
    id_, svar, paa_bokmaal = AVSLAG[sak]
    bok = boken(ut).svar(id_, **paa_nynorsk(svar))
    sagt = les_inn(kjor, rot, bok.lagre(), ventet=1)
    ikke_ord = re.compile(r"\*[^*]*\*|«[^»]*»|FOS, rad \d+[^:]*: ")
    assert ikke_ord.sub("", paa_bokmaal).strip(" ;") in ikke_ord.sub("", sagt)
    tilbake = Bok(ut / "rettes" / f"{PERIODE}-FOS-rettes.xlsx")
    rad = tilbake.rad(id_)
    grunn = str(tilbake.ark.cell(rad, 1).value)
    assert not re.search(r"\b(ikke|hva|hvem|når det forventes|skrevet|hvorfor)\b", grunn)
    for navn, typet in paa_nynorsk(svar).items():
        kolonne = navn.replace("_", " ")
        celle = str(tilbake.ark.cell(rad, tilbake.kolonner[kolonne]).value or "")
        assert typet.startswith("=") or celle.split() == typet.split()
    shutil.rmtree(ut / "rettes")
    med_skille(monkeypatch)
    les_inn(kjor, rot, bok.sti, ventet=1)
    tilbake = Bok(ut / "rettes" / f"{PERIODE}-FOS-rettes.xlsx")
    assert nynorsk.ukjente_ord(str(tilbake.ark.cell(tilbake.rad(id_), 1).value)) == set()


def test_skjemaet_som_kom_tilbake_kan_rettes_og_leses(rot: Path, ut: Path, kjor: Kjor) -> None:
    bok = boken(ut).svar("2024-FOS-02", Status="i gang", Framdrift="ikkje i rute")
    les_inn(kjor, rot, bok.svar("2024-FOS-02", Kommentar=KOMMENTAR).lagre(), ventet=1)
    tilbake = Bok(ut / "rettes" / f"{PERIODE}-FOS-rettes.xlsx")
    grunn = tilbake.ark.cell(tilbake.rad("2024-FOS-02"), 1).value
    assert "du har skrive *ikkje i rute*, men ikkje kva som blir gjort" in grunn
    assert tilbake.kolonner.keys() >= {"Må rettast", "Venta ferdig", "Kven gjer tiltaket"}
    tilbake.svar("2024-FOS-02", Framdrift="i rute")
    les_inn(kjor, rot, tilbake.lagre())
    sagt = les_yaml((rot / "data" / "rapporter" / PERIODE / "FOS.yaml").read_bytes())["oppdrag"]
    assert sagt["2024-FOS-02"]["framdrift"] == "i_rute"
    assert sagt["2024-FOS-02"]["kommentar"] == KOMMENTAR


def test_planen_paa_nynorsk(rot: Path, ut: Path, kjor: Kjor) -> None:
    fil = ut / f"{PERIODE}-FOS.xlsx"
    bok = openpyxl.load_workbook(fil)
    ark = bok["Verksemdsplan"]
    hode = next(nr for nr in range(1, 10) if ark.cell(nr, 3).value == "Kva vi vil få til")
    ledig = next(nr for nr in range(hode + 1, 40) if not ark.cell(nr, 3).value)
    for kolonne, verdi in ((3, "Hva vi ikke har"), (4, "Leiing"), (5, "lang sikt")):
        ark.cell(ledig, kolonne).value = verdi
    bok.save(fil)
    assert "ny linje" in les_inn(kjor, rot, fil)
    planen = les_yaml((rot / "data" / "virksomhetsplan" / "2024" / "FOS.yaml").read_bytes())
    siste = planen["prioriteringer"][-1]
    assert siste == {**siste, "tekst": "Hva vi ikke har", "omraade": "ledelse", "sikt": "lang"}


def test_hvert_ord_vi_ber_om_kjennes_igjen_i_begge_maalformer() -> None:
    """And no word in one means another in the other."""
    overskrifter = [
        [ett.overskrift for ett in skjema.KOLONNER],
        [ett.overskrift for ett in PLANKOLONNER],
    ]
    lister = [*skjema.VALG.values(), *(ett.values() for ett in PLANVALG.values())]
    for alle in (*overskrifter, *map(list, lister)):
        for ett in alle:
            for skrevet in (ett, oversett(ett), ett.upper(), oversett(ett).upper()):
                assert gjenkjent(skrevet, alle) == ett
    assert gjenkjent("noko anna", ["noe"]) is None


@pytest.mark.parametrize(
    ("nynorsk_", "bokmaal"),
    [
        ("innan utgangen av mars", "innen utgangen av mars"),
        ("sommaren", "sommeren"),
        ("utpå hausten 2024", "utpå høsten 2024"),
        ("veke 7", "uke 7"),
        ("innan jul", "innen jul"),
        ("juleftan 2024", "julaften 2024"),
        ("innan veke 40 2024", "innen uke 40 2024"),
    ],
)
def test_tider_paa_nynorsk(nynorsk_: str, bokmaal: str) -> None:
    assert les_tidspunkt(nynorsk_, 2024) == les_tidspunkt(bokmaal, 2024) is not None


@pytest.mark.parametrize(
    ("skrevet", "lest"),
    [
        ("til våren", "2024-05"),
        ("i haust", "2024-11"),
        ("i høst", "2024-11"),
        ("før jol", "2024-12-24"),
        ("innan utgangen av året", "2024-12-31"),
        ("ved årsskiftet", "2024-12-31"),
        ("første kvartal 2025", "2025-K1"),
        ("Fjerde kvartal", "2024-K4"),
        ("seinast 15.12.2024", "2024-12-15"),
        ("senest 15. desember 2024", "2024-12-15"),
        ("andre", None),
        ("første halvdel", None),
        ("årsslutt eller senere", None),
    ],
)
def test_vanlige_maater_aa_si_naar(skrevet: str, lest: str | None) -> None:
    assert les_tidspunkt(skrevet, 2024) == lest


def test_andre_ord_paa_nynorsk_blir_spurt_om() -> None:
    for skrevet, kode in (("Raud", "ikke_i_rute"), ("ikkje byrja", "ikke_startet")):
        assert ordet_for(skrevet, (kode, "i_gang")) == kode
