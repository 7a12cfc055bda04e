"""The month's workbook that comes back: nothing is lost, and nothing is taken twice."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.conftest import Kjor
from tests.test_okonomi import les, oktober, tiltaksraden

__all__ = ["oktober"]
NYTT = {
    "Kode": "SYKEH",
    "Tiltak": "Slå sammen to ruter om natten.",
    "Ansvarlig": "HOM",
    "Frist": date(2024, 12, 1),
    "Virkning i året": 300,
}


@pytest.fixture
def bok(kjor: Kjor, oktober: Path, tmp_path: Path) -> Path:
    """The workbook of HOM, whose area SYKEH is said to be 900 000 kr worse."""
    p = ("--prosjekt", oktober)
    kjor("maaned", "start", "2024-10", "--ja", *p)
    fil = oktober / "data/okonomi/2024-10/HOM.yaml"
    foran, navn, bak = fil.read_text(encoding="utf-8").partition("  SYKEH:")
    sagt = "    avvik: -900000\n    kommentar: Innleie.\n    uten_tiltak: Kort.\n"
    bak = bak.replace("    avvik:\n    kommentar: |\n", sagt, 1)
    fil.write_text(foran + navn + bak, encoding="utf-8")
    kjor("maaned", "start", "2024-10", "--xlsx", tmp_path / "ut", "--ja", *p)
    return tmp_path / "ut/2024-10-HOM.xlsx"


def endre(bok: Path, gjor: Callable[[Any], None]) -> None:
    arbeidsbok = openpyxl.load_workbook(bok)
    gjor(arbeidsbok)
    arbeidsbok.save(bok)


def sett(ark: str, celle: str, verdi: object) -> Callable[[Any], None]:
    def gjor(arbeidsbok: Any) -> None:
        arbeidsbok[ark][celle] = verdi

    return gjor


def importer(kjor: Kjor, oktober: Path, fil: Path, ventet: int = 0) -> str:
    svar = kjor(
        "maaned",
        "importer",
        fil,
        "--dato",
        "2024-11-12",
        "--ja",
        "--prosjekt",
        oktober,
        ventet=ventet,
    )
    return (svar.ut + svar.feil).replace("\u00a0", " ")


def test_en_dag_skrevet_med_ord(kjor: Kjor, oktober: Path, bok: Path) -> None:
    """As in the other forms: the last day of a month."""

    p = ("--prosjekt", oktober)
    kjor("maaned", "start", "2024-10", "--xlsx", bok.parent, "--overskriv", "--ja", *p)
    tiltaksraden(bok, 3, NYTT | {"Frist": "en gang i november"})
    assert "*en gang i november* er ikke en dato" in importer(kjor, oktober, bok, ventet=1)
    for rad, (skrevet, dag) in enumerate(
        (("15. november 2024", "2024-11-15"), ("innen jul 2024", "2024-12-24")), 3
    ):
        hva = ("Leie inn færre vikarer.", "Selge den gamle bussen.")[rad - 3]
        tiltaksraden(bok, rad, NYTT | {"Tiltak": hva, "Frist": skrevet})
        importer(kjor, oktober, bok)
        assert dag in (oktober / "data/okonomi/2024/tiltak.yaml").read_text("utf-8")


def sykehjem(oktober: Path) -> dict[str, object]:
    omraader: dict[str, dict[str, object]] = les(oktober / "data/okonomi/2024-10/HOM.yaml")[
        "omraader"
    ]
    return omraader["SYKEH"]


def tiltakene(oktober: Path) -> dict[str, dict[str, object]]:
    alle: dict[str, dict[str, object]] = les(oktober / "data/okonomi/2024/tiltak.yaml")["tiltak"]
    return alle


def rad_til(bok: Path, kode: str) -> int:
    ark: Any = openpyxl.load_workbook(bok)["Økonomi"]
    return next(rad for rad in range(5, 20) if ark.cell(rad, 1).value == kode)


def test_det_som_er_endret_begge_steder_avvises(kjor: Kjor, oktober: Path, bok: Path) -> None:
    """The workbook says one thing, and somebody has written another since it was made."""
    fil = oktober / "data/okonomi/2024-10/HOM.yaml"
    fil.write_text(
        fil.read_text(encoding="utf-8").replace("avvik: -900000", "avvik: -2500000"), "utf-8"
    )
    endre(bok, sett("Økonomi", f"G{rad_til(bok, 'SYKEH')}", -950))
    ut = importer(kjor, oktober, bok, 1)
    assert "«Ventet avvik» er endret både i arket («−950 000 kr») og her («−2 500 000 kr»)" in ut
    assert sykehjem(oktober)["avvik"] == -2_500_000


def test_endringene_vises_linje_for_linje(kjor: Kjor, oktober: Path, bok: Path) -> None:
    endre(bok, sett("Økonomi", f"G{rad_til(bok, 'SYKEH')}", -950))
    ut = importer(kjor, oktober, bok)
    assert "-     avvik: -900000\n" in ut
    assert "+     avvik: -950000\n" in ut


def test_en_tom_celle_tar_ikke_bort_det_som_kom_siden(kjor: Kjor, oktober: Path, bok: Path) -> None:
    """A director who sends the same workbook again, emptied, is told what still stands."""
    rad = rad_til(bok, "NAV")
    endre(bok, sett("Økonomi", f"G{rad}", -300))
    importer(kjor, oktober, bok)
    endre(bok, sett("Økonomi", f"G{rad}", None))
    ut = importer(kjor, oktober, bok, 1)
    assert f"Rad {rad}: «Ventet avvik» er tom i arket, og «−300 000 kr» blir stående." in ut


@pytest.mark.parametrize(
    ("gjor", "sagt"),
    [
        (sett("Økonomi", "G6", "=-500-200"), "«Økonomi», celle G6 har en formel uten verdi"),
        (sett("Økonomi", "H4", "Kommentarer"), "Arket «Økonomi» mangler «Kommentar»"),
        (sett("Økonomi", "A4", "Koden"), "Arket «Økonomi» har ingen rad med «Kode» og"),
        (sett("Økonomi", "N4", "Ventet avvik"), "har flere kolonner som heter «Ventet avvik»"),
        (sett("Økonomi", "P6", "Ring meg"), "«Økonomi»: det som står i P6, er ikke lest"),
        (lambda bok: setattr(bok["Tiltak"], "title", "Tiltaket"), "Arket «Tiltak» mangler"),
        (lambda bok: bok["Økonomi"].delete_rows(6), "er tatt ut av arket; ingenting er endret"),
        (
            lambda bok: bok.create_sheet("Mer")._cells.update() or bok["Mer"].append(["x"]),
            "Arket «Mer» er ikke lest",
        ),
        (sett("Økonomi", "K6", 500_000), "500 000 000 kr er mer enn hele budsjettet"),
        (sett("Tiltak", "B5", "NAV"), "hører til SYKEH"),
        (sett("Tiltak", "E5", None), "tiltaket mangler frist"),
        (sett("Tiltak", "C5", None), "tiltaket må ha en tekst"),
        (sett("Tiltak", "E5", datetime(9999, 12, 31)), "*9999-12-31* er ikke en dato"),
        (sett("Tiltak", "G5", "uke 40 2024"), "er ikke dagen det ble gjort"),
        (sett("Tiltak", "G5", "innen jul 2024"), "er ikke dagen det ble gjort"),
        (sett("Tiltak", "G5", date(2024, 11, 13)), "er 13.11.2024, som ikke er kommet"),
        (sett("Tiltak", "A5", "SKOLE-1"), "SKOLE-1 er ikke et av enhetens tiltak"),
    ],
    ids=range(17),
)
def test_det_som_ikke_kan_leses_nevnes_og_resten_tas(
    kjor: Kjor, oktober: Path, bok: Path, gjor: Callable[[Any], None], sagt: str
) -> None:
    endre(bok, gjor)
    foer = sykehjem(oktober), tiltakene(oktober)
    assert sagt in importer(kjor, oktober, bok, 1)
    assert (sykehjem(oktober), tiltakene(oktober)) == foer


def test_en_bok_fra_en_eldre_utgave_avvises(kjor: Kjor, oktober: Path, bok: Path) -> None:
    endre(bok, sett("styring", "A3", "1"))
    assert "er ikke et månedsskjema fra denne utgaven" in importer(kjor, oktober, bok, 1)


def test_samme_nye_tiltak_to_ganger_er_ett(kjor: Kjor, oktober: Path, bok: Path) -> None:
    """Two equal rows, and the same workbook twice; other amounts for the same are told."""
    tiltaksraden(bok, 3, NYTT)
    tiltaksraden(bok, 4, NYTT)
    importer(kjor, oktober, bok)
    foer = tiltakene(oktober)
    assert len(foer) == 5
    assert "Ingenting å endre" in importer(kjor, oktober, bok)
    tiltaksraden(bok, 4, {"Virkning i året": 600})
    ut = importer(kjor, oktober, bok, 1)
    assert "«Tiltak», rad 8: det finnes fra før som SYKEH-3, med andre tall" in ut
    tiltaksraden(bok, 4, {**NYTT, "Tiltak": "Slå sammen to ruter om natta."})
    ut = importer(kjor, oktober, bok, 1)
    assert "det ligner SYKEH-3; er det det samme, så skriv SYKEH-3 under «Id»" in ut
    tiltaksraden(bok, 3, dict.fromkeys(NYTT))
    tiltaksraden(bok, 4, {"Id": "SYKEH-3"})
    importer(kjor, oktober, bok)
    assert tiltakene(oktober)["SYKEH-3"]["tekst"] == "Slå sammen to ruter om natta."
    assert len(tiltakene(oktober)) == len(foer)


def test_en_id_brukes_aldri_om_igjen(kjor: Kjor, oktober: Path, bok: Path) -> None:
    """A measure that was taken away leaves its number, which the months still speak of."""
    fil = oktober / "data/okonomi/2024/tiltak.yaml"
    tekst = fil.read_text(encoding="utf-8")
    fra = tekst.index("  SYKEH-2:")
    fil.write_text(tekst[:fra] + tekst[tekst.index("  SKOLE-1:") :], encoding="utf-8")
    maaned = oktober / "data/okonomi/2024-09/HOM.yaml"
    tekst = maaned.read_text(encoding="utf-8")
    maaned.write_text(
        tekst + "  SYKEH-2:\n    oppnadd: 1\n" if "tiltak:" in tekst else tekst, "utf-8"
    )
    tiltaksraden(bok, 2, dict.fromkeys(("Id", *NYTT)))
    tiltaksraden(bok, 4, NYTT)
    importer(kjor, oktober, bok, 1)
    assert "SYKEH-3" in tiltakene(oktober)
    assert "SYKEH-2" not in tiltakene(oktober)


def test_investeringene_staar_i_arket(kjor: Kjor, oktober: Path, tmp_path: Path) -> None:
    p = ("--prosjekt", oktober)
    kjor("maaned", "start", "2024-10", "--xlsx", tmp_path / "ut", "--ja", *p)
    bok = tmp_path / "ut/2024-10-TEK.xlsx"
    ark: Any = openpyxl.load_workbook(bok)["Investeringer"]
    assert [ark.cell(5, plass).value for plass in range(1, 5)] == [
        "HELSEHUS",
        "Helsehuset",
        96000,
        9800,
    ]

    def fyll(arbeidsbok: Any) -> None:
        for celle, verdi in {
            "G5": 30500,
            "H5": "104 000,5",
            "I5": "2026-11",
            "J5": "Fjell.",
        }.items():
            arbeidsbok["Investeringer"][celle] = verdi

    endre(bok, fyll)
    importer(kjor, oktober, bok)
    assert les(oktober / "data/okonomi/2024-10/TEK.yaml")["investeringer"] == {
        "HELSEHUS": {
            "aarsprognose": 30_500_000,
            "totalprognose": 104_000_500,
            "ferdig": "2026-11",
            "kommentar": "Fjell.\n",
        }
    }
    assert "Ingenting å endre" in importer(kjor, oktober, bok)
    endre(bok, sett("Investeringer", "I5", "snart"))
    assert "*snart* er ikke et tidspunkt; skriv" in importer(kjor, oktober, bok, 1)
