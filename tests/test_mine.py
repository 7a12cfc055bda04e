"""Everything that waits for one unit or role, counted anew from the files, and the natural forms
that people write.
"""

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROT, Kjor

EKSEMPEL = ROT / "eksempel"
DATA = EKSEMPEL / "data"
DAG = "2024-09-20"


def filene(mappe: str) -> list[tuple[str, Any]]:
    return [
        (f"{fil.parent.name}-{fil.stem}", yaml.safe_load(fil.read_text(encoding="utf-8")))
        for fil in sorted((DATA / mappe).rglob("*.yaml"))
    ]


def mine(kjor: Kjor, *hvem: str, dato: str = DAG) -> list[dict[str, Any]]:
    ut = kjor("mine", *hvem, "--dato", dato, "--format", "json", "--prosjekt", EKSEMPEL).ut
    saker: list[dict[str, Any]] = json.loads(ut)["svar"]["saker"]
    return saker


def alle_navn() -> set[str]:
    """Every unit, and every role that something is given to."""
    kommune = yaml.safe_load((DATA / "kommune.yaml").read_text(encoding="utf-8"))
    navn = set(kommune["enheter"])
    for _, oppdrag in filene("oppdrag"):
        navn |= {ett["ansvarlig"] for ett in oppdrag.get("oppgaver", ())}
        navn |= {ett["til"] for ett in oppdrag.get("videredelegert", ())}
    return navn


@pytest.mark.parametrize("hvem", sorted(alle_navn()))
def test_oppgavene_til_hver_enhet_og_rolle_er_dem_filene_gir(kjor: Kjor, hvem: str) -> None:
    dag = date.fromisoformat(DAG)
    videre = {ett["viderefort_fra"] for _, ett in filene("oppdrag") if "viderefort_fra" in ett}
    sagt = {ett["id"] for ett in mine(kjor, hvem) if ett["slag"] == "oppgave"}
    ventet = {
        f"{id_}/{oppgave['nr']}"
        for id_, oppdrag in filene("oppdrag")
        if id_ not in videre
        for oppgave in oppdrag.get("oppgaver", ())
        if oppgave["ansvarlig"] == hvem and not (oppgave.get("ferdig") and oppgave["ferdig"] <= dag)
    }
    lukkede = ventet - sagt
    assert sagt <= ventet
    for nokkel in lukkede:
        # left out only where the oppdrag itself has ended
        id_ = nokkel.partition("/")[0]
        vist = kjor("vis", id_, "--dato", DAG, "--prosjekt", EKSEMPEL).ut
        assert "ferdig" in vist or "bortfalt" in vist, nokkel


def test_det_som_er_delegert_staar_hos_den_som_har_det_naa(kjor: Kjor) -> None:
    [sak] = [ett for ett in mine(kjor, "SKO") if ett["slag"] == "oppdrag"]
    assert (sak["id"], sak["som"]) == ("2024-FOS-03", "følger opp")
    assert sak["tilstand"] == "usikkert"


def test_den_som_leder_en_enhet_har_det_som_er_enhetens(kjor: Kjor) -> None:
    assert {ett["id"] for ett in mine(kjor, "FOS")} <= {
        ett["id"] for ett in mine(kjor, "direktør", "FOS")
    }


@pytest.mark.parametrize("skrevet", ["SKO", "sko", "Skolene", "skolene"])
def test_en_enhet_kan_skrives_paa_flere_maater(kjor: Kjor, skrevet: str) -> None:
    assert mine(kjor, skrevet) == mine(kjor, "SKO")


def test_det_som_er_forfalt_staar_foerst_og_det_uten_frist_sist(kjor: Kjor) -> None:
    saker = mine(kjor, "TEK")
    assert saker[0]["forfalt"]
    frister = [ett["frist"] or "9999" for ett in saker]
    assert frister == sorted(frister)


def test_et_skjema_som_ikke_er_levert_venter(kjor: Kjor) -> None:
    skjema = [ett for ett in mine(kjor, "FOS", dato="2024-09-10") if ett["slag"] == "skjema"]
    assert [ett["id"] for ett in skjema] == ["2024-T2/FOS"]
    assert not [ett for ett in mine(kjor, "FOS") if ett["slag"] == "skjema"]


def test_et_bidrag_venter_til_det_er_meldt_ferdig(kjor: Kjor, tmp_path: Path) -> None:
    rot = tmp_path / "eksempel"
    shutil.copytree(EKSEMPEL, rot)
    skjema = rot / "data" / "rapporter" / "2024-T2" / "TEK.yaml"
    innhold = yaml.safe_load(skjema.read_text(encoding="utf-8"))
    assert innhold["bidrag"]["2024-HOM-02"]["framdrift"] == "usikkert"

    def bidrar() -> bool:
        ut = kjor("mine", "TEK", "--dato", DAG, "--format", "json", "--prosjekt", rot).ut
        saker = json.loads(ut)["svar"]["saker"]
        return "2024-HOM-02" in {ett["id"] for ett in saker if ett.get("som") == "bidrar"}

    assert bidrar()
    innhold["bidrag"]["2024-HOM-02"] = {"status": "ferdig", "kommentar": "Levert."}
    skjema.write_text(yaml.safe_dump(innhold, allow_unicode=True), encoding="utf-8")
    assert not bidrar()


def test_avtaler_er_bare_for_ledelsen(kjor: Kjor) -> None:
    assert any(ett["slag"] == "avtale" for ett in mine(kjor, "FOS"))
    ut = kjor("mine", "FOS", "--for", "intern", "--dato", DAG, "--prosjekt", EKSEMPEL).ut
    assert "avtale" not in ut


def test_ingen_heter_det(kjor: Kjor) -> None:
    svar = kjor("mine", "skollene", "--prosjekt", EKSEMPEL, ventet=2)
    assert "ingen i dataene heter «skollene»" in svar.feil


def test_status_for_en_virksomhet_viser_det_den_har_faatt(kjor: Kjor) -> None:
    ut = kjor("status", "SKO", "--dato", DAG, "--prosjekt", EKSEMPEL).ut
    assert "2024-FOS-03\tBedre skoleresultatene" in ut
    assert "2024-FOS-02/3\tFelles opplæring" in ut
    assert ut == kjor("status", "--sektor", "Skolene", "--dato", DAG, "--prosjekt", EKSEMPEL).ut


def test_naturlige_former(kjor: Kjor, tmp_path: Path) -> None:
    felles = ("--dato", DAG, "--prosjekt", EKSEMPEL)
    assert kjor("frister", "14d", *felles).ut == kjor("frister", "--innen", "14d", *felles).ut
    svar = kjor("frister", "14d", "--innen", "8u", *felles, ventet=2)
    assert "sier det samme to ganger" in svar.feil
    navn = kjor("status", "teknisk og samfunn", *felles).ut
    assert navn == kjor("status", "--sektor", "TEK", *felles).ut
    assert kjor("rapport", "tertial", "t2", "--prosjekt", EKSEMPEL).ut.startswith(
        "# Status for oppdrag og politiske vedtak per 2. tertial 2024"
    )
    assert "Skriv 2024-T1, 2024-T2 eller 2024-AR" in (
        kjor("rapport", "tertial", "T9", "--prosjekt", EKSEMPEL, ventet=2).feil
    )
    assert not list(tmp_path.iterdir())


def test_en_ny_periode_uten_aar_gjelder_det_nyeste_aaret_med_oppdrag(
    kjor: Kjor, tmp_path: Path
) -> None:
    rot = tmp_path / "eksempel"
    shutil.copytree(EKSEMPEL, rot)
    for mappe in (rot / "data" / "rapporter").glob("2024-*"):
        shutil.rmtree(mappe)
    assert "2. tertial 2023" in kjor("rapport", "tertial", "T2", "--prosjekt", rot).ut
    ut = kjor("tertial", "start", "T2", "--utkast", "--prosjekt", rot).ut
    assert "rapporter/2024-T2/" in ut
    assert "2023-T2/" not in ut


@pytest.mark.parametrize(
    ("ord_", "svar"),
    [
        (("kalender",), "Mente du «styring arshjul»?"),
        (("help",), "Mente du «styring hjelp»?"),
        (("rapport", "tertial", "T1", "--pdf"), "Skriv til en fil: --ut rapport.pdf."),
        (("rapport", "tertial", "T1", "--word"), "Skriv til en fil: --ut rapport.docx."),
    ],
)
def test_raad_som_foerer_riktig(kjor: Kjor, ord_: tuple[str, ...], svar: str) -> None:
    assert svar in kjor(*ord_, ventet=2).feil


def test_purring_til_en_enhet_og_som_filer(kjor: Kjor, tmp_path: Path) -> None:
    felles = ("tertial", "purring", "2024-T2", "--dato", "2024-09-10", "--prosjekt", EKSEMPEL)
    alle = json.loads(kjor(*felles, "--format", "json").ut)["svar"]["purret"]
    kjor(*felles, "--ut", tmp_path)
    assert {fil.name for fil in tmp_path.iterdir()} == {
        f"2024-T2-{ett['enhet']}.txt" for ett in alle
    }
    assert len(alle) > 1
    for ett in alle:
        tekst = (tmp_path / f"2024-T2-{ett['enhet']}.txt").read_text(encoding="utf-8")
        assert tekst.strip() == ett["tekst"].strip()
    bare = json.loads(kjor(*felles, "--sektor", "FOS", "--format", "json").ut)["svar"]["purret"]
    assert [ett["enhet"] for ett in bare] == ["FOS"]
