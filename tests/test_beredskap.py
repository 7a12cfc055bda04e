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
    """45 days by Granvåg's own routine: the flood was on 19 July."""
    for dato, sen in (("2024-09-02", False), ("2024-09-03", True)):
        flom = next(e for e in svaret(kjor, dato=dato)["hendelser"] if e["id"] == "2024/flom")
        assert (flom["frist"], flom["sen"], flom["evaluert"]) == ("2024-09-02", sen, None)
    ut = kjor("frister", "30d", "--dato", "2024-08-20", "--prosjekt", EKSEMPEL).ut
    assert "Evaluering av flom i Granelva\tevaluering 2024/flom · TEK" in ut
    assert evalueringsfrist(date(2024, 7, 19), None) is None


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
    assert "ikke evaluert, fristen var 02.09.2024." in ut
    uten = kjor("rapport", "beredskap", "--prosjekt", ROT, "--dato", DAG).ut
    assert "Ingenting om beredskapen er lagt inn." in uten


@pytest.mark.parametrize(
    ("tittel", "staar"),
    [
        ("Overordnet beredskapsplan", "Overordnet beredskapsplan, ORG."),
        ("Overordna beredskapsplan", "Overordnet beredskapsplan, ORG."),
        ("Plan for alle kriser", "Overordnet beredskapsplan: Plan for alle kriser, ORG."),
    ],
)
def test_planens_navn_sies_en_gang(kjor: Kjor, tmp_path: Path, tittel: str, staar: str) -> None:
    """In whichever målform its title is."""
    rot = tmp_path / "granvag"
    shutil.copytree(EKSEMPEL, rot)
    for fil in (rot / "data/beredskap/plan").glob("*.yaml"):
        tekst = fil.read_text("utf-8")
        fil.write_text(tekst.replace("Overordnet beredskapsplan", tittel), "utf-8")
    ut = kjor("rapport", "beredskap", "--tilsyn", "--dato", DAG, "--prosjekt", rot).ut
    assert f"{staar}\n" in ut


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


def test_tilsynet_er_ikke_for_den_som_ikke_ser_alt(kjor: Kjor) -> None:
    """What is hidden must not be told as lacking."""
    svar = kjor("rapport", "beredskap", "--tilsyn", "--for", "offentlig", *P, ventet=2)
    assert "Et tilsyn må se alt: bruk «--for ledelse»." in svar.feil
    assert not svar.ut


SLUTT = {"T1": "04-30", "T2": "08-31", "AR": "12-31"}


def unntatt(fil: Path) -> None:
    fil.write_text(
        fil.read_text("utf-8") + "offentlighet: unntatt\nunntakshjemmel: offentleglova § 24\n",
        "utf-8",
    )


def med_unntatte(tmp_path: Path) -> Path:
    """A newer analysis, a plan and an incident that nobody but the leadership may know of."""
    rot = tmp_path / "granvag"
    shutil.copytree(EKSEMPEL, rot)
    mappe = rot / "data" / "beredskap"
    ros = mappe / "ros" / "2024.yaml"
    ros.write_text(
        "dato: 2024-05-05\norgan: FSK\nsak: NEEDLESAK 1/24\nenheter: [HOM]\n"
        "tiltakstall: [{dato: 2024-05-05, apne: 77, ferdige: 66}]\n",
        "utf-8",
    )
    plan = mappe / "plan" / "hemmelig.yaml"
    plan.write_text(
        "tittel: Plan NEEDLE\ntype: fagplan\neier: ORG\nrevidert: [2024-05-05]\n", "utf-8"
    )
    hendelse = mappe / "2024" / "hemmelig.yaml"
    hendelse.write_text(
        "tittel: Innbrudd NEEDLE\ntype: hendelse\ndato: 2024-06-01\nenheter: [ORG]\n"
        "evaluert: 2024-06-20\nmangler:\n  - {nr: 1, tekst: NEEDLE, tiltak: Låse, ansvarlig: ORG,"
        " frist: 2024-07-01}\n",
        "utf-8",
    )
    for fil in (ros, plan, hendelse):
        unntatt(fil)
    return rot


def test_det_som_er_unntatt_er_aldri_i_kapittelet(kjor: Kjor, tmp_path: Path) -> None:
    """Approved anew, the chapter is the one it was but for the analysis: an older one is not the
    one in force. Neither the public nor anybody else sees a trace, in words or by counting.
    """
    rot = med_unntatte(tmp_path)
    fil = rot / "data" / "rapporter" / "2024-T2" / "beredskap.yaml"
    foer = les(fil)
    godkjenn = ("tertial", "godkjenn", "2024-T2", "--dato", DAG, "--ja", "--prosjekt", rot)
    kjor(*godkjenn, "--rettelse", "Tall rettet.")
    etter = les(fil)
    assert "NEEDLE" not in fil.read_text("utf-8")
    om_ros = {navn for navn in foer if navn.startswith(("ros_", "tiltak_"))}
    assert etter.keys() == foer.keys() - om_ros
    assert all(etter[navn] == foer[navn] for navn in etter)
    for leser in ("offentlig", "intern"):
        for rapport in (("tertial", "2024-T2"), ("beredskap",)):
            valg = ("--for", leser, "--dato", "2024-11-01", "--prosjekt", rot)
            ut = kjor("rapport", *rapport, *valg).ut
            assert "NEEDLE" not in ut
            assert "5. mai 2024" not in ut
            assert "2. november 2022" not in ut
            assert "| Beredskapsplaner | 9 |" in ut
            assert "Det som er unntatt offentlighet, er ikke talt." in ut


def test_tallene_er_de_samme_for_ledelsen(kjor: Kjor, tmp_path: Path) -> None:
    """The difference between two reports would tell of what is exempt."""
    rot = med_unntatte(tmp_path)

    def tallene(leser: str) -> list[str]:
        ut = kjor("rapport", "beredskap", "--for", leser, "--dato", DAG, "--prosjekt", rot).ut
        return [linje for linje in ut.splitlines() if linje.startswith("|")]

    assert tallene("ledelse") == tallene("intern") != []


def test_en_analyse_som_siden_er_unntatt_kan_tas_ut(kjor: Kjor, tmp_path: Path) -> None:
    """The rule that tells of it must not stop its own cure, in any period that has forms."""
    rot = tmp_path / "granvag"
    shutil.copytree(EKSEMPEL, rot)
    unntatt(rot / "data" / "beredskap" / "ros" / "2022.yaml")
    funn = kjor("valider", "--prosjekt", rot, ventet=1).ut
    assert funn.count(" feil ST909 ") == 6
    for periode in ("2023-T1", "2023-T2", "2023-AR", "2024-T1", "2024-T2"):
        valg = ("--dato", DAG, "--ja", "--rettelse", "Analysen er unntatt.", "--prosjekt", rot)
        kjor("tertial", "godkjenn", periode, *valg)
    igjen = kjor("valider", "--prosjekt", rot, ventet=1).ut
    assert igjen.count(" feil ST909 ") == 1
    assert "data/rapporter/2022-AR/beredskap.yaml:4:11: feil ST909 " in igjen
    assert "2. november 2022" not in kjor("rapport", "tertial", "2024-T2", "--prosjekt", rot).ut


def test_aaret_er_periodens(kjor: Kjor) -> None:
    """A year's report is approved in the next; counted anew from the files, for every period."""
    for fil in sorted((EKSEMPEL / "data" / "rapporter").glob("*/beredskap.yaml")):
        aar, _, del_ = fil.parent.name.partition("-")
        slutt = date.fromisoformat(f"{aar}-{SLUTT[del_]}")
        kapittel = les(fil)
        i_aar = [h for h in hendelsene().values() if date(int(aar), 1, 1) <= h["dato"] <= slutt]
        assert kapittel["til"] == slutt
        assert kapittel["ovelser"] == sum(h["type"] == "ovelse" for h in i_aar)
        assert kapittel["hendelser"] == sum(h["type"] == "hendelse" for h in i_aar)
        assert kapittel["evaluerte"] == sum(
            h.get("evaluert", date.max) <= kapittel["dato"] for h in i_aar
        )
    assert (
        "| Øvelser i 2023 | 3 |"
        in kjor("rapport", "arsrapport", "--aar", "2023", "--prosjekt", EKSEMPEL).ut
    )


def test_en_skjult_analyse_gjor_ikke_den_forrige_gjeldende(kjor: Kjor, tmp_path: Path) -> None:
    rot = med_unntatte(tmp_path)
    ut = kjor("beredskap", "--for", "intern", "--dato", DAG, "--prosjekt", rot).ut
    assert "02.11.2022" not in ut
    assert "Ikke for denne leseren." in ut
    assert "Det som ser ut til å mangle her, kan finnes." in " ".join(ut.split())
    assert svaret(kjor, rot=rot)["ros"]["dato"] == "2024-05-05"
    kjor("rapport", "beredskap", "--tilsyn", "--dato", DAG, "--prosjekt", rot, ventet=2)
    valg = ("--tilsyn", "--for", "ledelse", "--dato", DAG, "--prosjekt", rot)
    assert "NEEDLESAK 1/24" in kjor("rapport", "beredskap", *valg).ut


@pytest.mark.parametrize("dato", ["2023-03-01", "2024-08-01", DAG, "2025-06-01"])
def test_manglene_telles_likt_i_hendelsen_og_i_listen(
    kjor: Kjor, tmp_path: Path, dato: str
) -> None:
    """Also those of an incident that nobody has evaluated yet."""
    rot = tmp_path / "granvag"
    shutil.copytree(EKSEMPEL, rot)
    (rot / "data" / "beredskap" / "2024" / "uevaluert.yaml").write_text(
        "tittel: Strømbrudd\ntype: hendelse\ndato: 2024-07-30\nenheter: [TEK]\nmangler:\n"
        "  - {nr: 1, tekst: Ingen aggregat., tiltak: Kjøpe, ansvarlig: TEK, frist: 2024-10-15}\n",
        "utf-8",
    )
    svar = svaret(kjor, dato=dato, rot=rot)
    per_hendelse = {ett["id"]: ett["apne"] for ett in svar["hendelser"] if ett["apne"]}
    fra_listen = [ett["id"].rpartition("/")[0] for ett in svar["mangler"]]
    assert per_hendelse == {id_: fra_listen.count(id_) for id_ in fra_listen}


def test_en_enhet_svarer_for_sine_mangler(kjor: Kjor) -> None:
    """Those it is to mend, not those of others that took part."""
    for enhet, under in (("HOM", {"HOM", "HJE"}), ("TEK", {"TEK", "VAR"})):
        sagt = {ett["ansvarlig"] for ett in svaret(kjor, "--sektor", enhet)["mangler"]}
        assert sagt <= under
    alle = {ett["ansvarlig"] for ett in svaret(kjor)["mangler"]}
    assert len(alle) > 1


def test_den_som_skal_evaluere_ser_det_hos_seg(kjor: Kjor) -> None:
    assert "evaluering 2024/flom" in kjor("mine", "TEK", *P).ut
    assert "evaluering 2024/flom" not in kjor("mine", "VAR", *P).ut


def test_hver_frist_har_sin_id(kjor: Kjor) -> None:
    valg = ("--innen", "2026-12-31", "--dato", "2024-01-15", "--format", "json")
    svar = json.loads(kjor("frister", *valg, "--prosjekt", EKSEMPEL).ut)["svar"]
    egne = [ett for ett in json.dumps(svar).split('"id": "')[1:] if ett.startswith("2024/")]
    ider = [ett.partition('"')[0] for ett in egne]
    assert any("/tiltak-" in id_ for id_ in ider)
    assert len(set(ider)) == len(ider)
