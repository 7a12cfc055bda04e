"""The calendar, read by another library than wrote it."""

import json
import os
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import vobject

from tests.conftest import Kjor
from tests.skjemahjelp import EKSEMPEL

P = ("--prosjekt", EKSEMPEL)
DAG = ("--dato", "2024-10-20")


def hendelser(fil: Path) -> list[Any]:
    """Every event of a file."""
    [kalender] = list(vobject.readComponents(fil.read_text(encoding="utf-8")))
    return list(kalender.vevent_list)


def test_hjulet_lander_paa_de_dagene_det_sier(kjor: Kjor, tmp_path: Path) -> None:
    """All day and without a clock, so that the day is the same wherever one is; the day after is
    where it ends; the same bytes twice.
    """
    fil = tmp_path / "a.ics"
    assert kjor("arshjul", "--aar", "2024", "--ics", fil, *DAG, *P).ut.endswith(
        "39 dager. Internt. Bare for ledelsen. Skal ikke offentliggjøres.\n"
    )
    foer = fil.read_bytes()
    kjor("arshjul", "--aar", "2024", "--ics", fil, *DAG, *P)
    assert fil.read_bytes() == foer
    ut = kjor("arshjul", "--aar", "2024", "--format", "csv", *DAG, *P).ut
    hode, *rader = (rad.split(";") for rad in ut.lstrip("\ufeff").splitlines())
    ventet = sorted((rad[hode.index("dag")], rad[hode.index("tittel")]) for rad in rader if rad[0])
    lest = sorted((str(h.dtstart.value), h.summary.value) for h in hendelser(fil))
    assert lest == ventet
    for h in hendelser(fil):
        assert type(h.dtstart.value) is date
        assert h.dtend.value - h.dtstart.value == timedelta(days=1)
        assert h.transp.value == "TRANSPARENT"
    assert len({h.uid.value for h in hendelser(fil)}) == 39
    melding = next(h for h in hendelser(fil) if h.summary.value == "A-meldingen er levert")
    assert "Hjemmel: a-opplysningsloven § 4" in melding.description.value
    assert all(len(linje) <= 75 for linje in foer.split(b"\r\n"))


def test_fristene_beholder_navnet_sitt_og_teller_flyttingene(kjor: Kjor, tmp_path: Path) -> None:
    """A deadline that is moved is the same event with a higher number."""
    foer, etter = tmp_path / "f.ics", tmp_path / "e.ics"
    spor = ("frister", "--innen", "2025-06-30", "--ics")
    kjor(*spor, foer, "--dato", "2024-05-01", *P)
    kjor(*spor, etter, *DAG, *P)
    navn = "Bygge ut barnehageplasser i søndre krets"
    [gammel], [ny] = (
        [h for h in hendelser(fil) if h.summary.value == navn] for fil in (foer, etter)
    )
    assert gammel.uid.value == ny.uid.value
    assert int(ny.sequence.value) == int(gammel.sequence.value) + 1
    assert ny.dtstart.value == date(2024, 11, 15)
    for fil in (foer, etter):
        id_er = [h.uid.value for h in hendelser(fil)]
        assert len(set(id_er)) == len(id_er)


def test_fiendtlig_tekst_blir_tekst(kjor: Kjor, rikt: Path) -> None:
    """A title with line ends, commas and properties is one line of text in one event."""
    fil = rikt / "data/arshjul.yaml"
    tekst = fil.read_text(encoding="utf-8").rstrip("\n") + (
        '\n  ond:\n    tittel: "a\\nEND:VEVENT\\r\\nBEGIN:VALARM, b; c\\\\n"\n'
        "    type: politisk\n    kategori: okonomi\n    hjul: [detaljert]\n"
        "    nar: {dato: 2023-05-02}\n    kilde: Prøve\n"
    )
    fil.write_text(tekst, encoding="utf-8")
    ut = rikt / "x.ics"
    kjor("arshjul", "--aar", "2023", "--ics", ut, "--prosjekt", rikt)
    alle = hendelser(ut)
    assert all(not hasattr(h, "valarm") for h in alle)
    [ond] = [h for h in alle if h.summary.value.startswith("a END:VEVENT")]
    assert ond.summary.value == "a END:VEVENT BEGIN:VALARM, b; c\\n"
    assert ond.dtstart.value == date(2023, 5, 2)


def test_uten_biblioteket_skrives_ingenting(
    kjor: Kjor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "icalendar", None)
    monkeypatch.delitem(sys.modules, "styring.visning.arshjul.ics", raising=False)
    fil = tmp_path / "a.ics"
    svar = kjor("arshjul", "--ics", fil, *P, ventet=2)
    assert "trenger pakken icalendar" in svar.feil
    assert not fil.exists()


def test_en_dag_i_hjulet_beholder_navnet_sitt(kjor: Kjor, tmp_path: Path) -> None:
    """Though its rule gives another day, and though the municipality is called otherwise; and two
    of the same kind with the same words are two.
    """
    shutil.copytree(EKSEMPEL / "data", tmp_path / "data")
    p = ("--prosjekt", tmp_path)
    fil = tmp_path / "data/arshjul.yaml"

    def lest() -> dict[str, tuple[str, date]]:
        kjor(
            "arshjul", "--aar", "2024", "--ics", tmp_path / "a.ics", "--for", "offentlig", *DAG, *p
        )
        alle = hendelser(tmp_path / "a.ics")
        return {h.uid.value: (h.summary.value, h.dtstart.value) for h in alle}

    foer = lest()
    fil.write_text(fil.read_text(encoding="utf-8").replace("11-04", "11-11"), encoding="utf-8")
    etter = lest()
    assert foer.keys() == etter.keys()
    assert {k for k in foer if foer[k] != etter[k]}
    ut = kjor("frister", "--innen", "900d", "--ics", tmp_path / "f.ics", "--dato", "2024-05-01", *p)
    assert "Bare for ledelsen" in ut.ut
    alle = hendelser(tmp_path / "f.ics")
    assert len({h.uid.value for h in alle}) == len(alle)
    assert all(h.contents["class"][0].value == "CONFIDENTIAL" for h in alle)


@pytest.mark.parametrize("valg", ["--ics", "--svg", "--pdf", "--png"])
def test_andres_filer_overskrives_ikke(kjor: Kjor, tmp_path: Path, valg: str) -> None:
    """Nor one of another ending; and nothing is made of data that could not be read."""
    andres = tmp_path / f"x.{valg[2:]}"
    andres.write_text("mitt", encoding="utf-8")
    feil = kjor("arshjul", "--aar", "2024", valg, andres, *P, ventet=2).feil
    assert "finnes, og er noe annet" in feil
    assert andres.read_text(encoding="utf-8") == "mitt"
    yaml = tmp_path / "arshjul.yaml"
    assert "må slutte på" in kjor("arshjul", valg, yaml, *P, ventet=2).feil
    shutil.copytree(EKSEMPEL / "data", tmp_path / "data")
    (tmp_path / "data/arshjul.yaml").write_text("aktiviteter: [", encoding="utf-8")
    ny = tmp_path / f"ny.{valg[2:]}"
    svar = kjor("arshjul", "--aar", "2024", valg, ny, "--prosjekt", tmp_path, ventet=1)
    assert "1 fil kan ikke leses" in svar.feil
    assert not ny.exists()


def test_to_dager_flyttet_til_den_samme_er_to_hendelser_og_en_rad(
    kjor: Kjor, tmp_path: Path
) -> None:
    """6 and 7 July 2024 are a Saturday and a Sunday: both are moved to the Monday."""
    shutil.copytree(EKSEMPEL / "data", tmp_path / "data")
    fil = tmp_path / "data/arshjul.yaml"
    tekst = fil.read_text(encoding="utf-8")
    begge = "'FREQ=MONTHLY;BYMONTHDAY=6,7'"
    fil.write_text(tekst.replace("FREQ=MONTHLY;BYMONTHDAY=5", begge, 1), encoding="utf-8")
    p = ("--prosjekt", tmp_path)
    kjor("arshjul", "--aar", "2024", "--ics", tmp_path / "a.ics", *DAG, *p)
    alle = hendelser(tmp_path / "a.ics")
    assert [h.dtstart.value for h in alle].count(date(2024, 7, 8)) == 2
    assert len({h.uid.value for h in alle}) == len(alle)
    kjor("eksport", tmp_path / "ut", *DAG, *p)
    rader = (tmp_path / "ut/aktivitet.csv").read_text(encoding="utf-8").splitlines()
    assert sum(",a-melding,2024-07-08," in rad for rad in rader) == 1


LES = """
import json, sys, vobject
with open(sys.argv[1], encoding="utf-8") as fil:
    hendelser = vobject.readOne(fil.read()).vevent_list
print(json.dumps([[h.summary.value, str(h.dtstart.value), str(h.dtend.value)] for h in hendelser]))
"""


@pytest.mark.parametrize("sone", ["Pacific/Kiritimati", "America/Adak"])
def test_dagene_er_de_samme_i_hver_tidssone(kjor: Kjor, tmp_path: Path, sone: str) -> None:
    """A whole year, read by another library east and west of the date line."""
    fil = tmp_path / "aaret.ics"
    valg = ("--aar", "2024", *DAG, *P)
    kjor("arshjul", *valg, "--ics", fil)
    lest = subprocess.run(
        [sys.executable, "-c", LES, str(fil)],
        env={**os.environ, "TZ": sone},
        capture_output=True,
        text=True,
        check=True,
    )
    svar = json.loads(kjor("arshjul", *valg, "--format", "json").ut)["svar"]
    ventet = [
        [h["tittel"], h["dag"], str(date.fromisoformat(h["dag"]) + timedelta(days=1))]
        for h in svar["hendelser"]
    ]
    assert len(ventet) > 30
    assert sorted(json.loads(lest.stdout)) == sorted(ventet)
