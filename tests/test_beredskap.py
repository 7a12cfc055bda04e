"""Preparedness: what is too old, late or lacking, counted anew from the files; and that none of it
reaches the public.
"""

import json
import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styring.fag.beredskap import HENDELSESSLAG, PLANSLAG, evalueringsfrist, siden
from styring.fag.kalender import om_maneder
from styring.modell.beredskap import Planslag
from styring.modell.form import Leser
from styring.register.beredskapen import beredskapshendelsene
from styring.register.leser import for_leser
from tests.conftest import ROT, Kjor
from tests.skjemahjelp import EKSEMPEL, les_yaml

DATA = EKSEMPEL / "data" / "beredskap"
DAG = "2024-10-20"
P = ("--dato", DAG, "--prosjekt", EKSEMPEL)
DAGER = st.dates(date(2000, 1, 1), date(2100, 12, 31))


def les(fil: Path) -> Any:
    return les_yaml(fil.read_bytes())


def svaret(kjor: Kjor, *valg: object, dato: str = DAG, rot: Path = EKSEMPEL) -> dict[str, Any]:
    felles = ("--dato", dato, "--format", "json", "--prosjekt", rot)
    svar: dict[str, Any] = json.loads(kjor("beredskap", *valg, *felles).ut)["svar"]
    return svar


def hendelsene() -> dict[str, Any]:
    return {
        f"{fil.parent.name}/{fil.stem}": les(fil)
        for fil in DATA.rglob("*.yaml")
        if fil.parent.name.isdigit()
    }


def paa_dagen(dager: list[date], dato: date) -> date | None:
    return max((dag for dag in dager if dag <= dato), default=None)


@pytest.mark.parametrize("dato", ["2022-12-31", "2023-06-01", "2024-03-01", DAG, "2026-01-01"])
def test_hva_som_er_for_gammelt(kjor: Kjor, dato: str) -> None:
    """Every plan, by its own days and those of the exercises, with a month counted as on a
    calendar.
    """
    dag = date.fromisoformat(dato)
    planer = {plan["id"]: plan for plan in svaret(kjor, dato=dato)["planer"]}
    filer = {f"plan/{fil.stem}": les(fil) for fil in (DATA / "plan").glob("*.yaml")}
    assert planer.keys() == filer.keys()
    for id_, plan in filer.items():
        ovelser = [
            ett["dato"]
            for ett in hendelsene().values()
            if ett["type"] == "ovelse" and id_.removeprefix("plan/") in ett["planer"]
        ]
        for felt, dager, aar in (("revidert", plan["revidert"], 1), ("ovd", ovelser, 2)):
            sist = paa_dagen(dager, dag)
            assert planer[id_][felt]["sist"] == (sist and sist.isoformat())
            gammel = sist is None or sist.replace(year=sist.year + aar) < dag
            assert planer[id_][felt]["for_lenge"] is gammel, (id_, felt)


@given(DAGER, st.integers(1, 60), st.integers(-800, 800))
def test_for_lenge_er_mer_enn_saa_mange_maaneder(dag: date, maaneder: int, avstand: int) -> None:
    naa = min(max(dag + timedelta(avstand), date(2000, 1, 1)), date(2104, 12, 31))
    svar = siden([dag], naa, maaneder)
    if dag > naa:
        assert svar == (None, True)
    else:
        assert svar.sist == dag
        assert svar.for_lenge is (om_maneder(dag, maaneder) < naa)
    assert siden([], naa, maaneder).for_lenge


def test_hvem_som_ikke_er_med_i_analysen(kjor: Kjor, tmp_path: Path) -> None:
    """A unit below counts for the one above it."""
    rot = tmp_path / "granvag"
    shutil.copytree(EKSEMPEL, rot)
    fil = rot / "data" / "beredskap" / "ros" / "2022.yaml"
    fil.write_text(
        fil.read_text("utf-8").replace("[FOS, HOM, KUL, TEK, ORG, OKO]", "[SKO, HOM, TEK]"), "utf-8"
    )
    ros = svaret(kjor, rot=rot)["ros"]
    assert ros["ikke_med"] == [
        "Kultur og frivillighet",
        "Organisasjon og digitalisering",
        "Økonomi og styring",
    ]
    assert svaret(kjor)["ros"]["ikke_med"] == []
    assert svaret(kjor)["ros"]["tiltakstall"]["apne"] == 5
    assert svaret(kjor, dato="2024-01-01")["ros"]["tiltakstall"]["apne"] == 8
    assert svaret(kjor, dato="2022-06-30")["ros"] is None
    assert not svaret(kjor, dato="2026-11-02")["ros"]["gammel"]
    assert svaret(kjor, dato="2026-11-03")["ros"]["gammel"]


def test_evalueringen_er_sen_etter_rutinen(kjor: Kjor) -> None:
    """45 days by Granvåg's own routine: the flood was on 19 August."""
    for dato, sen in (("2024-10-03", False), ("2024-10-04", True)):
        flom = next(e for e in svaret(kjor, dato=dato)["hendelser"] if e["id"] == "2024/flom")
        assert (flom["frist"], flom["sen"], flom["evaluert"]) == ("2024-10-03", sen, None)
    ut = kjor("frister", "30d", "--dato", "2024-09-20", "--prosjekt", EKSEMPEL).ut
    assert "Evaluering av flom i Granelva\tevaluering 2024/flom · TEK" in ut
    assert evalueringsfrist(date(2024, 8, 19), None) is None


def test_manglene_er_dem_filene_har(kjor: Kjor) -> None:
    dag = date.fromisoformat(DAG)
    ventet = {
        f"{id_}/{mangel['nr']}": mangel["frist"] < dag
        for id_, ett in hendelsene().items()
        if ett.get("evaluert", ett["dato"]) <= dag
        for mangel in ett.get("mangler", ())
        if mangel.get("ferdig", date.max) > dag
    }
    sagt = {ett["id"]: ett["forfalt"] for ett in svaret(kjor)["mangler"]}
    assert sagt == ventet
    assert ventet
    hos_var = kjor("mine", "VAR", *P).ut
    assert "mangel 2023/stromutfall/2" in hos_var
    assert "2023/stromutfall/1" not in kjor("mine", "HJE", *P).ut


def test_en_enhet_ser_sitt(kjor: Kjor) -> None:
    svar = svaret(kjor, "--sektor", "HOM")
    assert {plan["eier"] for plan in svar["planer"]} == {"HOM"}
    assert all({"HOM", "HJE"} & set(ett["enheter"]) for ett in svar["hendelser"])


def test_hvert_slag_har_et_ord() -> None:
    assert set(PLANSLAG) == set(Planslag.__args__)  # type: ignore[attr-defined]
    assert set(HENDELSESSLAG) == {"ovelse", "hendelse"}


def test_ingenting_er_for_offentligheten(kjor: Kjor) -> None:
    """No title, no day and no lack, in any answer; only the figures of a report that is out."""
    ord_ = {
        tekst
        for fil in DATA.rglob("*.yaml")
        for navn, tekst in les(fil).items()
        if navn in ("tittel", "arkiv")
    }
    ord_ |= {m["tekst"] for ett in hendelsene().values() for m in ett.get("mangler", ())}
    offentlig = ("--for", "offentlig", *P)
    svar = [
        kjor(*kommando, *offentlig).ut
        for kommando in (
            ("beredskap",),
            ("frister", "400d"),
            ("mine", "HOM"),
            ("sjekkliste",),
            ("finn", "evakuering"),
            ("rapport", "beredskap"),
            ("rapport", "tertial", "2024-T2"),
        )
    ]
    for tekst in svar:
        # the overall plan is called what every such plan is called
        lekket = [ett for ett in ord_ if ett in tekst and ett != "Overordnet beredskapsplan"]
        assert lekket == []
    assert svar[0].splitlines()[1] == "Beredskapen er ikke offentlig."
    for fil in ("plan/overordnet", "ros/2022", "2024/flom"):
        kjor("vis", fil, *offentlig, ventet=2)


def test_et_unntak_er_for_ledelsen_og_krever_hjemmel(kjor: Kjor, tmp_path: Path) -> None:
    rot = tmp_path / "granvag"
    shutil.copytree(EKSEMPEL, rot)
    fil = rot / "data" / "beredskap" / "2024" / "flom.yaml"
    hele = fil.read_text("utf-8")
    fil.write_text(f"{hele}offentlighet: unntatt\n", "utf-8")
    ut = kjor("valider", "--prosjekt", rot, ventet=1).ut
    assert " feil ST804 " in ut
    fil.write_text(
        f"{hele}offentlighet: unntatt\nunntakshjemmel: offentleglova § 24\n", encoding="utf-8"
    )
    kjor("valider", "--prosjekt", rot)
    felles = ("--dato", DAG, "--prosjekt", rot)
    assert "Flom i Granelva" in kjor("beredskap", *felles).ut
    assert "Flom i Granelva" not in kjor("beredskap", "--for", "intern", *felles).ut
    fil.write_text(f"{hele}offentlighet: offentlig\n", "utf-8")
    assert " feil ST104 " in kjor("valider", "--prosjekt", rot, ventet=1).ut


def test_det_som_ikke_kan_leses_er_ikke_for_offentligheten(tmp_path: Path) -> None:
    from styring.lesing.innlesing import les_inn
    from styring.prosjekt.tre import Arbeidstre

    rot = tmp_path / "granvag"
    shutil.copytree(EKSEMPEL, rot)
    (rot / "data" / "beredskap" / "2024" / "flom.yaml").write_text("tittel: [", "utf-8")
    register = les_inn(Arbeidstre(rot)).register
    for leser in (Leser.OFFENTLIG, Leser.INTERN):
        smalt = for_leser(register, leser)
        assert "2024/flom" not in beredskapshendelsene(smalt)
    assert beredskapshendelsene(for_leser(register, Leser.OFFENTLIG)) == {}


def test_tilsynet_faar_hver_paragraf(kjor: Kjor) -> None:
    ut = kjor("rapport", "beredskap", "--tilsyn", *P).ut
    assert [linje.split(" ")[2] for linje in ut.splitlines() if linje.startswith("## §")] == [
        *map(str, range(2, 10))
    ]
    assert "Varsling av innbyggerne (ORG): sist revidert 03.10.2022." in ut
    assert "ikke evaluert, fristen var 03.10.2024." in ut
    uten = kjor("rapport", "beredskap", "--prosjekt", ROT, "--dato", DAG).ut
    assert "Ingenting om beredskapen er lagt inn." in uten


def test_kapittelet_er_det_som_ble_godkjent(kjor: Kjor, tmp_path: Path) -> None:
    """Later days change nothing in an approved report, and a draft is told from the data."""
    rot = tmp_path / "granvag"
    shutil.copytree(EKSEMPEL, rot)
    foer = kjor("rapport", "tertial", "2024-T2", "--prosjekt", rot).ut
    plan = rot / "data" / "beredskap" / "plan" / "befolkningsvarsling.yaml"
    plan.write_text(plan.read_text("utf-8").replace("2022-10-03", "2022-10-03, 2024-09-01"))
    etter = kjor("rapport", "tertial", "2024-T2", "--prosjekt", rot).ut
    kutt = "## Om rapporten"
    assert foer.partition(kutt)[0] == etter.partition(kutt)[0]
    assert "| – revidert de siste tolv månedene | 8 |" in foer
    fil = rot / "data" / "rapporter" / "2024-T2" / "beredskap.yaml"
    fil.write_text(fil.read_text("utf-8").replace("planer: 9", "planer: 10"), "utf-8")
    assert " feil ST626 " in kjor("valider", "--prosjekt", rot, ventet=1).ut


def test_godkjenningen_lagrer_kapittelet(kjor: Kjor, tmp_path: Path) -> None:
    rot = tmp_path / "granvag"
    shutil.copytree(EKSEMPEL, rot)
    fil = rot / "data" / "rapporter" / "2024-T2" / "beredskap.yaml"
    ventet = les(fil)
    fil.unlink()
    samlet = rot / "data" / "rapporter" / "2024-T2" / "kommunedirektor.yaml"
    tekst = samlet.read_text("utf-8")
    samlet.write_text(tekst[: tekst.index("godkjent:")], "utf-8")
    kjor("tertial", "godkjenn", "2024-T2", "--dato", "2024-09-24", "--ja", "--prosjekt", rot)
    assert les(fil) == ventet
    kjor("valider", "--prosjekt", rot)


def test_tilsynet_er_bare_for_ansatte(kjor: Kjor) -> None:
    """What is hidden must not be told as lacking."""
    svar = kjor("rapport", "beredskap", "--tilsyn", "--for", "offentlig", *P, ventet=2)
    assert "er bare for ansatte" in svar.feil
    assert not svar.ut
