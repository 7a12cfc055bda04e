"""The calendar, read by another library than wrote it."""

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
    assert kjor("arshjul", "--aar", "2024", "--ics", fil, *DAG, *P).ut.endswith("36 dager.\n")
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
    assert len({h.uid.value for h in hendelser(fil)}) == 36
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
