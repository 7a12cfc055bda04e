"""Figures in: a real answer from Statistics Norway, one with regions, lists, and their mess.

``maalinger/ssb-05300.json`` is table 05300 as SSB gave it (CC BY 4.0).
"""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from styring.lesing.jsonstat import les_jsonstat
from tests.conftest import Kjor

SSB = Path(__file__).parent / "maalinger/ssb-05300.json"
MAAL = """\
kode: TF
nr: 1
navn: Trygg
hovedmaal:
  - kode: TF-1
    tittel: Alle har det bra
    indikatorer:
      - {kode: kino, navn: Bor nær en kino, enhet: prosent, retning: opp, kilde: SSB}
      - {kode: bok, navn: Bor nær en bokhandel, enhet: prosent, retning: opp, kilde: SSB}
"""
KART = """\
maalinger:
  - indikator: kino
    velg: {Avstand1: "01", Kulturtilbud: "01"}
  - indikator: bok
    velg: {Avstand1: "01", Kulturtilbud: Bokhandel}
"""


@pytest.fixture
def rot(kjor: Kjor, tmp_path: Path) -> Path:
    rot = tmp_path / "k"
    kjor("init", rot, "--navn", "K", "--enhet", "OUS Oppvekst")
    (rot / "data/maal").mkdir(exist_ok=True)
    (rot / "data/maal/tf.yaml").write_text(MAAL, encoding="utf-8")
    fil = rot / "data/kommune.yaml"
    numre = 'kommunenummer:\n  - {nr: "0230", til: 2019}\n  - {nr: "3029", fra: 2020, til: 2023}\n'
    numre += '  - {nr: "3222", fra: 2024}\n'
    fil.write_text(fil.read_text(encoding="utf-8") + numre, encoding="utf-8")
    return rot


def importer(
    kjor: Kjor, rot: Path, fil: Path, kart: str, ventet: int = 0, dato: str = "2024-10-20"
) -> str:
    (rot / "kart.yaml").write_text(kart, encoding="utf-8")
    felles = ("--kart", rot / "kart.yaml", "--dato", dato, "--ja", "--prosjekt", rot)
    svar = kjor("importer", "maalinger", fil, *felles, ventet=ventet)
    return svar.ut + svar.feil


def lest(rot: Path) -> dict[tuple[str, int], Any]:
    return {
        (ett["indikator"], int(fil.stem)): ett
        for fil in sorted((rot / "data/maalinger").glob("*.yaml"))
        for ett in yaml.safe_load(fil.read_text(encoding="utf-8"))["maalinger"]
    }


def test_hver_celle_av_ssbs_tabell_er_som_en_annen_leser_sier() -> None:
    """432 cells, 28 of them empty with their signs, walked in the order of the dimensions."""
    data = json.loads(SSB.read_text(encoding="utf-8"))
    tabell = les_jsonstat(SSB.name, SSB.read_bytes())
    koder = [list(data["dimension"][id_]["category"]["index"]) for id_ in data["id"]]
    tomme = 0
    for nr, valgt in enumerate(product(*koder)):
        celle = tabell.celle(dict(zip(data["id"], valgt, strict=True)))
        assert celle == nr
        if data["value"][nr] is None:
            tomme += 1
            assert celle not in tabell.verdier
            assert tabell.tegn[celle] == data["status"][str(nr)]
        else:
            assert tabell.verdier[celle] == Decimal(str(data["value"][nr]))
    assert (nr + 1, tomme) == (432, 28)
    assert (tabell.tabell, tabell.oppdatert, tabell.tid) == ("05300", date(2022, 5, 24), "Tid")


def test_ssbs_tabell_inn(kjor: Kjor, rot: Path) -> None:
    ut = importer(kjor, rot, SSB, f'{KART}kommer_ut: "03-15"\n', 1)
    assert "Nye: 11. Endret: 0. Som før: 0." in ut
    assert "Merk: bok: 1 år er ikke lest: finnes ikke." in ut
    assert "Merk: kino: 3 år er ikke lest: det er før 2000." in ut
    alle = lest(rot)
    assert {aar: ett["verdi"] for (kode, aar), ett in alle.items() if kode == "kino"} == {
        2000: 12,
        2004: 11,
        2008: 12,
        2012: 10,
        2016: 12,
        2021: 12,
    }
    assert alle["kino", 2021] == {
        "indikator": "kino",
        "verdi": 12,
        "maalt": date(2022, 3, 15),
        "kilde": "Statistisk sentralbyrå",
        "tabell": "05300",
        "lest": date(2024, 10, 20),
    }
    igjen = importer(kjor, rot, SSB, f'{KART}kommer_ut: "03-15"\n', 1, "2025-01-01")
    assert "Nye: 0. Endret: 0. Som før: 11." in igjen
    assert lest(rot) == alle


def regional(endre: Callable[[dict[str, Any]], None] = lambda _data: None) -> bytes:
    """A table with regions: two numbers of one place, values only where there are any, and the
    categories as lists.
    """
    data: dict[str, Any] = {
        "version": "2.0",
        "class": "dataset",
        "label": "Lesere",
        "source": "SSB",
        "updated": "2025-03-15T07:00:00Z",
        "id": ["Region", "ContentsCode", "Tid"],
        "size": [3, 1, 3],
        "role": {"time": ["Tid"], "geo": ["Region"]},
        "dimension": {
            "Region": {
                "category": {"index": ["0301", "K-3029", "K-3222"], "label": {"0301": "Oslo"}}
            },
            "ContentsCode": {"category": {"label": {"A": "Andel"}}},
            "Tid": {"category": {"index": ["2022", "2023", "2024"]}},
        },
        "value": {"0": 1, "1": 2, "2": 3, "3": 41.25, "8": 43.5},
        "status": {"4": ":", "5": ".", "6": "."},
    }
    endre(data)
    return json.dumps(data).encode()


def test_kommunens_numre_ett_for_hvert_aar(kjor: Kjor, rot: Path) -> None:
    fil = rot / "t.json"
    fil.write_bytes(regional())
    ut = importer(kjor, rot, fil, "maalinger: [{indikator: kino, forelopig: [2024]}]\n", 1)
    assert "Merk: kino: 1 år er ikke lest: vises ikke." in ut
    alle = lest(rot)
    assert {nokkel: ett["verdi"] for nokkel, ett in alle.items()} == {
        ("kino", 2022): 41.25,
        ("kino", 2024): 43.5,
    }
    assert alle["kino", 2024]["forelopig"] is True
    assert "forelopig" not in alle["kino", 2022]
    fil.write_bytes(regional(lambda data: data["value"].update({"8": 44})))
    ut = importer(kjor, rot, fil, "maalinger: [{indikator: kino}]\n", 1, "2025-06-01")
    assert "kino 2024: 43.5 er nå 44." in ut
    assert lest(rot)["kino", 2024] == {
        "indikator": "kino",
        "verdi": 44,
        "maalt": date(2025, 3, 15),
        "kilde": "SSB",
        "tabell": "Lesere",
        "lest": date(2025, 6, 1),
        "forelopig": None,
    }


def test_et_brudd_som_er_satt_for_haand_blir_staaende(kjor: Kjor, rot: Path) -> None:
    """And so does what else was written beside a figure that is now another."""
    fil = rot / "t.json"
    fil.write_bytes(regional())
    importer(kjor, rot, fil, "maalinger: [{indikator: kino}]\n", 1)
    maalinger = rot / "data/maalinger/2024.yaml"
    med = maalinger.read_text(encoding="utf-8") + "    brudd: true\n    merknad: Lagt om.\n"
    maalinger.write_text(med, encoding="utf-8")
    importer(kjor, rot, fil, "maalinger: [{indikator: kino}]\n", 1)
    assert maalinger.read_text(encoding="utf-8") == med
    fil.write_bytes(regional(lambda data: data["value"].update({"8": 44})))
    importer(kjor, rot, fil, "maalinger: [{indikator: kino}]\n", 1)
    naa = lest(rot)["kino", 2024]
    assert (naa["verdi"], naa["brudd"], naa["merknad"].strip()) == (44, True, "Lagt om.")


def sett(*vei: str, verdi: object) -> Callable[[dict[str, Any]], None]:
    def endre(data: dict[str, Any]) -> None:
        for ledd in vei[:-1]:
            data = data[ledd]
        data[vei[-1]] = verdi

    return endre


@pytest.mark.parametrize(
    ("endre", "kart", "sagt"),
    [
        (sett("class", verdi="collection"), "", "er ikke en tabell i json-stat2"),
        (sett("size", verdi=[3, 1, 2]), "", "sier [3, 1, 2] om størrelsen, men har [3, 1, 3]"),
        (sett("id", verdi=["Region", "Tid"]), "", "om størrelsen, men har"),
        (sett("dimension", "Tid", verdi={}), "", "er ikke en hel tabell i json-stat2"),
        (sett("value", "99", verdi=1), "", "har verdier utenfor tabellen på 9 celler"),
        (sett("value", "abc", verdi=1), "", "er ikke en hel tabell"),
        (
            sett("role", verdi={}),
            "",
            "skriv hvilken som er «tid» i kartet: Region, ContentsCode eller",
        ),
        (sett("updated", verdi=None), "", "tabellen sier ikke når den ble oppdatert"),
        (
            sett("dimension", "Region", "category", "index", verdi=["0301", "9", "8"]),
            "",
            "tabellen har ingen av kommunens numre: 0230, 3029 eller 3222",
        ),
        (
            sett("dimension", "Tid", "category", "index", verdi=["2022K1", "2022K2", "2022K3"]),
            "",
            "«2022K1» under «Tid» er ikke et år",
        ),
        (
            sett("value", "4", verdi=5),
            "maalinger: [{indikator: kinoen}]",
            "«kinoen» er ikke en indikator på noe mål; mente du «kino»?",
        ),
        (
            sett("value", "4", verdi=5),
            "maalinger: [{indikator: kino, velg: {Alder: x}}]",
            "«Alder» er ikke en dimensjon i tabellen",
        ),
        (
            sett("value", "4", verdi=5),
            "maalinger: [{indikator: kino, velg: {ContentsCode: Andl}}]",
            "«Andl» finnes ikke under «ContentsCode»; mente du «Andel»?",
        ),
        (sett("value", "4", verdi=5), "maalinger: [{velg: {}}]", "må ha «indikator»"),
        (sett("value", "4", verdi=5), "maaling: x", "er ikke et kart over en tabell"),
        (
            sett("value", "4", verdi=5),
            "maalinger: [{indikator: kino}]\nkommer_ut: 31-02",
            "«31-02» er ikke en dag",
        ),
        (
            sett("value", "4", verdi=5),
            "maalinger: [{indikator: kino, brudd: i fjor}]",
            "«i fjor» under «brudd» i «kart.yaml» er ikke et årstall",
        ),
        (
            sett("value", "4", verdi=5),
            "maalinger: [{indikator: kino}, {indikator: kino}]",
            "kino har flere tall for 2022",
        ),
    ],
)
def test_rot_i_tabeller_nevnes_og_ingenting_leses(
    kjor: Kjor, rot: Path, endre: Callable[[dict[str, Any]], None], kart: str, sagt: str
) -> None:
    fil = rot / "t.json"
    fil.write_bytes(regional(endre))
    (rot / "kart.yaml").write_text(kart or "maalinger: [{indikator: kino}]\n", encoding="utf-8")
    felles = ("--kart", rot / "kart.yaml", "--ja", "--prosjekt", rot)
    svar = kjor("importer", "maalinger", fil, *felles, ventet=None)
    assert svar.kode
    assert sagt in svar.ut + svar.feil
    assert not (rot / "data/maalinger").exists()


@pytest.mark.parametrize("raa", [b"{", b"{}", b"{\xff}", b"[" * 100_000, b'{"class": "dataset"}'])
def test_det_som_ikke_er_en_tabell(kjor: Kjor, rot: Path, raa: bytes) -> None:
    fil = rot / "t.json"
    fil.write_bytes(raa)
    importer(kjor, rot, fil, "maalinger: [{indikator: kino}]\n", 2)


LISTEKART = """\
kolonner: {indikator: Kode, aar: År, verdi: Tall, maalt: Målt, forelopig: Foreløpig}
kilde: Egen registrering
desimal: komma
"""


def test_en_liste_inn(kjor: Kjor, rot: Path) -> None:
    fil = rot / "liste.csv"
    fil.write_text(
        "Kode;År;Tall;Målt;Foreløpig\nkino;2023;57,125;15.01.2024;\nbok;2023;1 204;2024-01-15;ja\n",
        encoding="utf-8",
    )
    importer(kjor, rot, fil, LISTEKART)
    alle = lest(rot)
    assert alle["kino", 2023] == {
        "indikator": "kino",
        "verdi": 57.125,
        "maalt": date(2024, 1, 15),
        "kilde": "Egen registrering",
    }
    assert (alle["bok", 2023]["verdi"], alle["bok", 2023]["forelopig"]) == (1204, True)
    assert "Ingenting å endre" in importer(kjor, rot, fil, LISTEKART)
    bok = openpyxl.Workbook()
    ark = bok.active
    assert ark is not None
    for rad in (
        ["Kode", "År", "Tall", "Målt", "Foreløpig"],
        ["kino", 2024, 58.5, date(2025, 1, 15), None],
    ):
        ark.append(rad)
    bok.save(rot / "liste.xlsx")
    importer(kjor, rot, rot / "liste.xlsx", LISTEKART)
    assert lest(rot)["kino", 2024]["verdi"] == 58.5


@pytest.mark.parametrize(
    ("rad", "sagt"),
    [
        (";2023;5;2024-01-15;", "Rad 2: har ingen indikator"),
        ("kino;23;5;2024-01-15;", "Rad 2: «23» er ikke et år fra 2000"),
        ("kino;1999;5;2024-01-15;", "«1999» er ikke et år fra 2000"),
        ("kino;2023;mange;2024-01-15;", "«mange» er ikke et tall"),
        ("kino;2023;;2024-01-15;", "«» er ikke et tall"),
        ("kino;2023;1.234;2024-01-15;", "«1.234» er ikke et tall"),
        ("kino;2023;5;i vår;", "«i vår» er ikke en dag; skriv for eksempel"),
        ("kini;2023;5;2024-01-15;", "«kini» er ikke en indikator på noe mål; mente du «kino»?"),
        ("kino;2023;5;2024-01-15;\nkino;2023;6;2024-01-15;", "kino har flere tall for 2023"),
        ("kino;2023;5,5;2024-01-15;\nbok;2023;5.5;2024-01-15;", "både komma og punktum"),
    ],
)
def test_rot_i_lister_nevnes_og_ingenting_leses(kjor: Kjor, rot: Path, rad: str, sagt: str) -> None:
    fil = rot / "liste.csv"
    fil.write_text(f"Kode;År;Tall;Målt;Foreløpig\n{rad}\n", encoding="utf-8")
    kart = LISTEKART.replace("desimal: komma\n", "")
    assert sagt in importer(kjor, rot, fil, kart, 1)
    assert not (rot / "data/maalinger").exists()


@given(st.lists(st.integers(1, 4), min_size=1, max_size=4), st.data())
def test_hver_celle_finnes_igjen(storrelser: list[int], data: st.DataObject) -> None:
    """Any shape of table: the cell of each choice is that of walking the dimensions in order."""
    koder = [[f"k{nr}" for nr in range(ett)] for ett in storrelser]
    alle = list(product(*koder))
    verdier = data.draw(
        st.dictionaries(st.integers(0, len(alle) - 1), st.decimals(-100, 100, places=3))
    )
    som_liste = data.draw(st.booleans())
    raa = json.dumps(
        {
            "class": "dataset",
            "id": [f"d{nr}" for nr in range(len(koder))],
            "size": storrelser,
            "dimension": {
                f"d{nr}": {
                    "category": {"index": ett if som_liste else {k: i for i, k in enumerate(ett)}}
                }
                for nr, ett in enumerate(koder)
            },
            "value": {str(nr): float(ett) for nr, ett in verdier.items()},
        }
    ).encode()
    tabell = les_jsonstat("t.json", raa)
    for nr, valgt in enumerate(alle):
        assert tabell.celle({f"d{d}": kode for d, kode in enumerate(valgt)}) == nr
    assert tabell.verdier == {nr: Decimal(str(float(ett))) for nr, ett in verdier.items()}
