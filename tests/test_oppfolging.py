"""«Slik er oppfølgingen», counted again from the files by code that does not know styring."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROT, Kjor
from tests.skjemahjelp import EKSEMPEL

DAG = date(2024, 10, 1)


def svaret(kjor: Kjor, *ord_: str, prosjekt: Path = EKSEMPEL, dag: date = DAG) -> Any:
    ut = kjor("tilstand", *ord_, "--dato", str(dag), "--format", "json", "--prosjekt", prosjekt)
    return json.loads(ut.ut)["svar"]


def les(fil: Path) -> dict[str, Any]:
    return yaml.safe_load(fil.read_text(encoding="utf-8")) or {}


def test_leveringene_telles_etter_filene(kjor: Kjor) -> None:
    rutine = les(EKSEMPEL / "data/kommune.yaml")["rapportering"]["frister"]
    ventet: dict[str, list[str]] = {}
    for periode, frister in rutine.items():
        if not periode.startswith("2024") or frister["levering"] >= DAG:
            continue
        for fil in (EKSEMPEL / "data/rapporter" / periode).glob("*.yaml"):
            if fil.stem.isupper():
                levert = les(fil).get("levert")
                i_tide = levert is not None and levert <= frister["levering"]
                ventet.setdefault(fil.stem, []).append("i_tide" if i_tide else "for_sent")
    svar = svaret(kjor)
    assert {ett["enhet"]: ett["i_tide"] for ett in svar["enheter"]} == {
        enhet: hvordan.count("i_tide") for enhet, hvordan in ventet.items()
    }
    assert svar["sum"]["for_sent"] == sum(ett.count("for_sent") for ett in ventet.values()) > 0
    assert svar["sum"]["ikke_levert"] == 0


def test_andelene_telles_etter_filene(kjor: Kjor) -> None:
    """Open is what nobody has said is done or dropped, in the last form that was delivered."""
    sagt: dict[str, str] = {}
    for periode in ("2024-T1", "2024-T2"):
        for fil in sorted((EKSEMPEL / "data/rapporter" / periode).glob("*.yaml")):
            skjema = les(fil)
            if fil.stem.isupper() and skjema["levert"] <= DAG:
                for id_, melding in (skjema.get("oppdrag") or {}).items():
                    sagt[id_] = (melding or {}).get("status") or sagt.get(id_, "")
    apne: dict[str, list[dict[str, Any]]] = {}
    for fil in (EKSEMPEL / "data/oppdrag/2024").glob("*.yaml"):
        oppdrag = les(fil)
        gitt = oppdrag.get("gitt") or date(2024, 1, 1)
        lukket = sagt.get(f"2024-{fil.stem}") in ("ferdig", "bortfalt")
        if gitt <= DAG and not lukket:
            apne.setdefault(oppdrag["ansvarlig"], []).append(oppdrag)
    svar = svaret(kjor, "--aar", "2024")
    for felt, hva in (("med_frist", "frist"), ("med_delmaal", "delmaal")):
        assert {
            ett["enhet"]: (ett["apne"], ett[felt]) for ett in svar["enheter"] if ett["apne"]
        } == {
            enhet: (len(deres), sum(hva in ett for ett in deres)) for enhet, deres in apne.items()
        }
        assert svar["sum"][felt] == sum(hva in ett for deres in apne.values() for ett in deres)


def test_det_brevet_tier_om_telles_ikke(kjor: Kjor) -> None:
    tekst = kjor("tilstand", "--dato", "2023-06-01", "--prosjekt", ROT).ut
    assert "Brevet oppgir ingen frister, så de telles ikke." in tekst
    assert "Med frist" not in tekst
    assert "Med delmål" not in tekst
    rapport = kjor("rapport", "tilstand", "--dato", "2023-06-01", "--prosjekt", ROT).ut
    assert "Brevet oppgir ingen frister, så de telles ikke." in rapport
    assert "Med frist" not in rapport


def test_en_frist_flyttet_mer_enn_to_ganger_nevnes(kjor: Kjor, rikt: Path) -> None:
    fil = min((rikt / "data/oppdrag").rglob("*.yaml"))
    oppdrag = les(fil)
    dag = date(2023, 3, 1)
    oppdrag["fristendringer"] = [
        {
            "dato": dag + timedelta(nr),
            "fra": dag + timedelta(100 + nr),
            "til": dag + timedelta(101 + nr),
            "begrunnelse": "Det tok lengre tid.",
        }
        for nr in range(3)
    ]
    oppdrag["frist"] = dag + timedelta(103)
    fil.write_text(yaml.safe_dump(oppdrag, allow_unicode=True), encoding="utf-8")
    id_ = f"{fil.parent.name}-{fil.stem}"
    for dager, ventet in ((1, False), (2, True)):
        svar = svaret(kjor, prosjekt=rikt, dag=dag + timedelta(dager))
        assert any(ett["id"] == id_ for ett in svar["flyttet"]) is ventet


@pytest.mark.parametrize(("for_", "merket"), [((), True), (("--for", "offentlig"), False)])
def test_siden_er_intern_naar_ingen_aapner_den(
    kjor: Kjor, for_: tuple[str, ...], merket: bool
) -> None:
    tekst = kjor("rapport", "tilstand", *for_, "--dato", str(DAG), "--prosjekt", EKSEMPEL).ut
    assert ("**Internt.**" in tekst) is merket
