"""Every question in every form, as whole text that a controller can read.

``--ny-fasit`` writes the texts anew.
"""

import json
import re
from pathlib import Path

import pytest

from tests.conftest import EKSEMPLER, ROT, Kjor

FASIT = Path(__file__).parent / "fasit"
BREVET = ("--dato", "2023-09-04", "--prosjekt", ROT)
RIKT = ("--dato", "2023-06-20", "--prosjekt", EKSEMPLER / "gyldig" / "rikt")
GRANVAAG = ("--dato", "2024-09-20", "--prosjekt", ROT / "eksempel")
LITE = ("--dato", "2023-06-20", "--prosjekt", EKSEMPLER / "gyldig" / "lite")

SAKER: dict[str, tuple[object, ...]] = {
    "brevet-oversikt": BREVET,
    "brevet-status": ("status", *BREVET),
    "brevet-status-OUS": ("status", "--sektor", "ous", *BREVET),
    "brevet-frister": ("frister", *BREVET),
    "brevet-frister-politisk": ("frister", "--innen", "4m", "--type", "politisk", *BREVET),
    "brevet-arshjul": ("arshjul", *BREVET),
    "brevet-arshjul-overordnet": ("arshjul", "--hjul", "overordnet", *BREVET),
    "brevet-maal": ("maal", *BREVET),
    "brevet-matrise": ("maal", "--matrise", *BREVET),
    "brevet-vis-OUS-04": ("vis", "ous-04", *BREVET),
    "brevet-vis-delmaal": ("vis", "TF-1.1", *BREVET),
    "brevet-vis-STYV": ("vis", "styv", *BREVET),
    "brevet-vis-innstilling": ("vis", "innstilling-okonomiplan", *BREVET),
    "brevet-finn": ("finn", "moteplass", *BREVET),
    "rikt-oversikt": RIKT,
    "rikt-status": ("status", *RIKT),
    "rikt-status-OUS": ("status", "--sektor", "OUS", *RIKT),
    "rikt-status-forfalt": (
        "status",
        "--sektor",
        "HOM",
        "--dato",
        "2023-08-01",
        "--prosjekt",
        EKSEMPLER / "gyldig" / "rikt",
    ),
    "rikt-status-2022": ("status", "--sektor", "OUS", "--aar", "2022", *RIKT),
    "rikt-frister": ("frister", "--innen", "400d", *RIKT),
    "rikt-frister-forfalt": (
        "frister",
        "--innen",
        "1u",
        "--dato",
        "2023-11-06",
        "--prosjekt",
        EKSEMPLER / "gyldig" / "rikt",
    ),
    "rikt-frister-HOM": ("frister", "--sektor", "HOM", "--innen", "200d", *RIKT),
    "rikt-vis-OUS-01": ("vis", "OUS-01", *RIKT),
    "rikt-vis-2022": ("vis", "2022-OUS-01", *RIKT),
    "rikt-vis-HOM-02": ("vis", "HOM-02", *RIKT),
    "rikt-vis-TF-1": ("vis", "TF-1", *RIKT),
    "rikt-vis-TF": ("vis", "TF", *RIKT),
    "rikt-vis-BVT": ("vis", "BVT", *RIKT),
    "rikt-vis-KS": ("vis", "ks", *RIKT),
    "rikt-vis-budsjett": ("vis", "budsjett", *RIKT),
    "rikt-vis-dialog": ("vis", "dialog", *RIKT),
    "rikt-vis-valg": (
        "vis",
        "valg",
        "--dato",
        "2024-01-01",
        "--prosjekt",
        EKSEMPLER / "gyldig" / "rikt",
    ),
    "rikt-maal": ("maal", "tilhorighet og fellesskap", *RIKT),
    "rikt-arshjul-2024": ("arshjul", "--aar", "2024", *RIKT),
    "rikt-finn-ingen": ("finn", "sykkelparkering", *RIKT),
    "granvaag-oversikt": GRANVAAG,
    "granvaag-status": ("status", *GRANVAAG),
    "granvaag-status-TEK": ("status", "--sektor", "TEK", *GRANVAAG),
    "granvaag-status-2023": (
        "status",
        "--sektor",
        "FOS",
        "--aar",
        "2023",
        "--dato",
        "2023-09-20",
        "--prosjekt",
        ROT / "eksempel",
    ),
    "granvaag-avvik-TEK": ("status", "--bare-avvik", "--sektor", "TEK", *GRANVAAG),
    "granvaag-delansvar": ("status", "--delansvar", *GRANVAAG),
    "granvaag-utsatt-KUL": ("status", "--utsatt", "--sektor", "KUL", *GRANVAAG),
    "granvaag-vedtak-FOS": ("vedtak", "--sektor", "FOS", *GRANVAAG),
    "granvaag-vedtak-innen": ("vedtak", "--organ", "KS", "--frist-innen", "3m", *GRANVAAG),
    "granvaag-vedtak-avsluttet": ("vedtak", "--avsluttet", "--sektor", "TEK", *GRANVAAG),
    "granvaag-ikke-delegert-FOS": ("status", "--ikke-delegert", "--sektor", "FOS", *GRANVAAG),
    "granvaag-vis-FOS-04": ("vis", "2023-FOS-04", *GRANVAAG),
    "granvaag-vis-KUL-01": ("vis", "2023-KUL-01", *GRANVAAG),
    "granvaag-vis-budsjettsak": ("vis", "KS 98/22", *GRANVAAG),
    "granvaag-vis-verbalvedtak": ("vis", "KS-098-V08", *GRANVAAG),
    "granvaag-vis-unntatt": ("vis", "FSK 31/24", *GRANVAAG),
    "granvaag-vis-TEK": ("vis", "TEK", *GRANVAAG),
    "granvaag-frister": ("frister", "--innen", "45d", *GRANVAAG),
    "granvaag-finn": ("finn", "sykkelparkering", *GRANVAAG),
    "granvaag-purring-for": (
        "tertial",
        "purring",
        "2024-T2",
        "--dato",
        "2024-09-10",
        "--prosjekt",
        ROT / "eksempel",
    ),
    "granvaag-purring-etter": (
        "tertial",
        "purring",
        "2023-T1",
        "--dato",
        "2023-05-14",
        "--prosjekt",
        ROT / "eksempel",
    ),
    "granvaag-purring-ferdig": (
        "tertial",
        "purring",
        "2023-T1",
        "--dato",
        "2023-06-30",
        "--prosjekt",
        ROT / "eksempel",
    ),
    "granvaag-purring-tom": (
        "tertial",
        "purring",
        "2024-AR",
        "--dato",
        "2025-01-10",
        "--prosjekt",
        ROT / "eksempel",
    ),
    "lite-oversikt": LITE,
    "lite-status": ("status", *LITE),
    "lite-status-OUS": ("status", "--sektor", "OUS", *LITE),
    "lite-frister": ("frister", *LITE),
    "lite-arshjul": ("arshjul", *LITE),
    "lite-maal": ("maal", *LITE),
}


def sammenlign(navn: str, ut: str, request: pytest.FixtureRequest) -> None:
    """Hold a text against the one kept, or keep it."""
    fil = FASIT / navn
    if request.config.getoption("--ny-fasit"):
        fil.write_text(ut, encoding="utf-8", newline="")
    assert ut == fil.read_bytes().decode(), f"{fil} er en annen"


@pytest.mark.parametrize("navn", SAKER)
@pytest.mark.parametrize("format_", ["tekst", "md"])
def test_side(kjor: Kjor, navn: str, format_: str, request: pytest.FixtureRequest) -> None:
    ut = kjor(*SAKER[navn], "--format", format_).ut
    assert "None" not in ut
    sammenlign(f"{navn}.{'txt' if format_ == 'tekst' else 'md'}", ut, request)


@pytest.mark.parametrize("navn", [navn for navn in SAKER if navn.startswith(("rikt", "granvaag"))])
@pytest.mark.parametrize("format_", ["json", "csv"])
def test_data(kjor: Kjor, navn: str, format_: str, request: pytest.FixtureRequest) -> None:
    ut = kjor(*SAKER[navn], "--format", format_).ut
    if format_ == "json":
        assert json.loads(ut)["versjon"] == 1
    sammenlign(f"{navn}.{format_}", ut, request)


@pytest.mark.parametrize("navn", SAKER)
@pytest.mark.parametrize("bredde", [80, 120])
def test_terminal(
    kjor: Kjor,
    navn: str,
    bredde: int,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """At a terminal no line is wider than the window, nothing is cut away, and word and sign stand
    beside every colour.
    """
    ut = kjor_i_terminal(kjor, SAKER[navn], bredde, monkeypatch)
    assert max(map(len, ut.splitlines())) <= bredde
    ord_ = {
        ett
        for ett in kjor(*SAKER[navn], "--format", "md").ut.replace("\\", "").split()
        if ett.isalnum() and len(ett) < 18
    }
    assert {ett for ett in ord_ if ett not in ut} == set()
    if bredde == 80:
        sammenlign(f"{navn}.term", ut, request)


def kjor_i_terminal(
    kjor: Kjor, argumenter: tuple[object, ...], bredde: int, monkeypatch: pytest.MonkeyPatch
) -> str:
    """Run a command as if standard output were a terminal without colour."""
    monkeypatch.setenv("COLUMNS", str(bredde))
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr("styring.cli.felles.utskrift.er_terminal", lambda: True)
    return re.sub(r"\x1b\[[0-9;]*m", "", kjor(*argumenter).ut)


def test_en_kort_kode_er_nyeste_aar(kjor: Kjor) -> None:
    assert (
        json.loads(kjor("vis", "OUS-01", "--format", "json", *RIKT).ut)["svar"]["id"]
        == "2023-OUS-01"
    )


@pytest.mark.parametrize(
    ("skrevet", "svar"),
    [
        ("OUS-99", "Mente du"),
        ("kommunevagl", "Mente du kommunevalg"),
        ("qqqqqq", "Let med «styring finn qqqqqq»."),
    ],
)
def test_ukjent_id(kjor: Kjor, skrevet: str, svar: str) -> None:
    assert svar in kjor("vis", skrevet, *BREVET, ventet=2).feil


def test_ukjent_omraade_og_enhet(kjor: Kjor) -> None:
    assert "ikke et kjent satsingsområde" in kjor("maal", "vei", *BREVET, ventet=2).feil
    assert "Mente du KUL?" in kjor("status", "--sektor", "Kulturr", *BREVET, ventet=2).feil
    assert "Enhetene er HOM, KUL" in kjor("status", "--sektor", "zzzzzzzz", *BREVET, ventet=2).feil


def test_bare_det_som_har_en_frist_kan_vaere_forfalt(kjor: Kjor) -> None:
    svar = json.loads(
        kjor(
            "frister",
            "--format",
            "json",
            "--dato",
            "2030-01-01",
            "--prosjekt",
            EKSEMPLER / "gyldig" / "rikt",
        ).ut
    )["svar"]
    assert {frist["id"] for frist in svar["forfalte"]} == {
        "2023-OUS-01",
        "2023-OUS-01/2",
        "2023-HOM-01",
    }
    brevet = json.loads(
        kjor("frister", "--format", "json", "--dato", "2030-01-01", "--prosjekt", ROT).ut
    )["svar"]
    assert brevet["forfalte"] == []


def test_sporsmal_over_uleste_data_sier_det_forst(kjor: Kjor, rikt: Path) -> None:
    (rikt / "data" / "oppdrag" / "2023" / "HOM-01.yaml").write_text("tittel: [\n", encoding="utf-8")
    valg = ("--prosjekt", rikt, "--dato", "2023-06-20")
    for sporsmal in (
        ("status",),
        ("frister",),
        ("maal",),
        ("arshjul",),
        ("vis", "OUS"),
        ("finn", "plan"),
        (),
    ):
        assert kjor(*sporsmal, *valg, ventet=1).ut.startswith(
            "1 fil kunne ikke leses, så svaret er ikke helt."
        )
        assert json.loads(kjor(*sporsmal, *valg, "--format", "json", ventet=1).ut)[
            "uleste_filer"
        ] == ["data/oppdrag/2023/HOM-01.yaml"]
        assert "kunne ikke leses" in kjor(*sporsmal, *valg, "--format", "csv", ventet=1).feil


def test_ring_i_arshjulet_gir_svar_og_ikke_sporing(kjor: Kjor) -> None:
    mappe = EKSEMPLER / "ugyldig" / "ST504-ring"
    assert (
        "regnes fra hverandre i ring"
        in kjor("arshjul", "--prosjekt", mappe, "--dato", "2023-01-01").ut
    )
    assert (
        "regnes fra hverandre i ring"
        in kjor("vis", "akt-b", "--prosjekt", mappe, "--dato", "2023-01-01").ut
    )
    kjor("frister", "--prosjekt", mappe, "--dato", "2023-01-01")
    mappe = EKSEMPLER / "ugyldig" / "ST203-ukjent-aktivitet"
    assert "finnes ikke" in kjor("arshjul", "--prosjekt", mappe, "--dato", "2023-01-01").ut
