"""The checklist of leaders: every way that data can answer, and no yes that nobody has said."""

import json
import shutil
from pathlib import Path
from typing import Any, get_args

import pytest

from styring.modell.tema import Svarmaate
from styring.register.typer import alle
from styring.sporring.dialog.svarmaater import SVARMAATER
from styring.sporring.dialog.svarord import Svarord
from styring.visning.dialog.sjekkliste import STIL
from tests.conftest import ROT, Kjor
from tests.skjemahjelp import EKSEMPEL, les_yaml

DAG = "2024-10-20"


def punktene(
    kjor: Kjor, *valg: object, dato: str = DAG, rot: Path = EKSEMPEL
) -> dict[str, dict[str, tuple[str, str]]]:
    """Each expectation by its id: what is said of each unit, and why."""
    felles = ("--dato", dato, "--format", "json", "--prosjekt", rot)
    svar: dict[str, Any] = json.loads(kjor("sjekkliste", *valg, *felles).ut)["svar"]
    return {
        ett["id"]: {enhet["enhet"]: (enhet["dom"], enhet["sagt"]) for enhet in ett["svar"]}
        for ett in svar["punkter"]
    }


def kopi(tmp_path: Path) -> Path:
    shutil.copytree(EKSEMPEL, tmp_path / "granvag")
    return tmp_path / "granvag"


def bytt(rot: Path, fil: str, gammelt: str, nytt: str) -> None:
    sti = rot / "data" / fil
    hele = sti.read_text("utf-8")
    assert gammelt in hele
    sti.write_text(hele.replace(gammelt, nytt), "utf-8")


def test_hver_svarmaate_har_en_funksjon_og_hver_dom_et_tegn() -> None:
    assert set(SVARMAATER) == set(get_args(Svarmaate))
    assert set(STIL) == set(Svarord)


def test_hver_svarmaate_er_brukt_i_eksempelet() -> None:
    temaer = [les_yaml(fil.read_bytes()) for fil in (EKSEMPEL / "data" / "tema").rglob("*.yaml")]
    brukt = {ett.get("svar") for tema in temaer for ett in tema["forventninger"]}
    assert set(get_args(Svarmaate)) <= brukt


def test_uten_data_er_ingenting_kjent(kjor: Kjor) -> None:
    """The real letter has no plan, no exercise and no month: nothing is invented, and nothing is
    said to be in order.
    """
    for dato in ("2023-02-01", "2023-12-31"):
        svar = punktene(kjor, dato=dato, rot=ROT)
        assert len(svar) == 16
        dommer = {dom for punkt in svar.values() for dom, _ in punkt.values()}
        assert dommer == {"ikke kjent", "spørsmål"}


def test_det_data_ikke_kan_svare_paa_er_et_sporsmaal(kjor: Kjor) -> None:
    for punkt, svar in punktene(kjor).items():
        tema, nr = punkt.rpartition("/")[::2]
        fil = les_yaml((EKSEMPEL / "data" / "tema" / f"{tema}.yaml").read_bytes())
        forventning = next(ett for ett in fil["forventninger"] if str(ett["nr"]) == nr)
        er_sporsmaal = {dom == "spørsmål" for dom, _ in svar.values()}
        assert er_sporsmaal == {"svar" not in forventning}


def test_kurs_svarer_med_andel_dag_og_kilde(kjor: Kjor) -> None:
    svar = punktene(kjor)["2024/beredskap/7"]
    assert svar["ORG"] == (
        "ja",
        "ORG 100 % 02.09.2024 (Informasjonssikkerhet for alle, Kursportalen).",
    )
    assert svar["HOM"][0] == "delvis"
    assert "71,5 %" in svar["HOM"][1]
    assert "VAR er for liten til at andelen vises" in svar["TEK"][1]
    assert "02.10.2023" in svar["OKO"][1]  # the newest that is known
    tidligere = punktene(kjor, dato="2024-08-01")["2024/beredskap/7"]
    assert "48,9 % 02.10.2023" in tidligere["HOM"][1]


def test_hvem_som_ikke_har_valgt(kjor: Kjor) -> None:
    """Counted anew from the plans: a unit with those below it."""
    hr = {"kompetanse", "ledelse", "medarbeiderskap", "organisasjonskultur"}
    planer = {
        fil.stem: {ett["omraade"] for ett in les_yaml(fil.read_bytes())["prioriteringer"]}
        for fil in (EKSEMPEL / "data" / "virksomhetsplan" / "2024").glob("*.yaml")
    }
    kommune = les_yaml((EKSEMPEL / "data" / "kommune.yaml").read_bytes())["enheter"]
    for enhet, (dom, sagt) in punktene(kjor)["2024/medarbeidere/1"].items():
        med = [
            kode for kode, ett in kommune.items() if enhet in (kode, ett.get("overordnet", kode))
        ]
        gode = [kode for kode in med if hr & planer.get(kode, set())]
        ventet = "ja" if gode == med else "delvis" if gode else "nei"
        assert dom == ventet, enhet
        for kode in med:
            assert (kode in sagt) is (kode not in gode)


@pytest.mark.parametrize(
    ("punkt", "enhet", "fil", "gammelt", "nytt", "foer", "etter"),
    [
        ("beredskap/1", "KUL", "beredskap/ros/2022.yaml", "KUL, ", "", "ja", "nei"),
        (
            "beredskap/2",
            "HOM",
            "beredskap/plan/helseberedskap.yaml",
            ", 2023-12-08",
            "",
            "ja",
            "delvis",
        ),
        (
            "beredskap/3",
            "HOM",
            "beredskap/plan/evakuering-sykehjem.yaml",
            "varsling_provd: [2024-09-10]\n",
            "",
            "delvis",
            "nei",
        ),
        (
            "beredskap/4",
            "HOM",
            "beredskap/2024/evakuering-sykehjem.yaml",
            "planer: [evakuering-sykehjem, varsling]",
            "planer: [varsling]",
            "ja",
            "delvis",
        ),
        (
            "beredskap/5",
            "FOS",
            "beredskap/2023/skolene.yaml",
            "evaluert: 2023-11-06\n",
            "",
            "ja",
            "delvis",
        ),
        (
            "beredskap/6",
            "FOS",
            "beredskap/2023/skolene.yaml",
            "    ferdig: 2024-01-22\n",
            "",
            "ja",
            "delvis",
        ),
        ("okonomi/3", "KUL", "okonomi/2024-08/KUL.yaml", "levert: ", "levert:\n# ", "ja", "delvis"),
    ],
)
def test_hver_svarmaate_ser_det_den_skal(
    kjor: Kjor,
    tmp_path: Path,
    punkt: str,
    enhet: str,
    fil: str,
    gammelt: str,
    nytt: str,
    foer: str,
    etter: str,
) -> None:
    rot = kopi(tmp_path)
    assert punktene(kjor, rot=rot)[f"2024/{punkt}"][enhet][0] == foer
    bytt(rot, fil, gammelt, nytt)
    assert punktene(kjor, rot=rot)[f"2024/{punkt}"][enhet][0] == etter


def test_en_enhet_faar_svar_for_seg_og_det_som_er_avtalt(kjor: Kjor) -> None:
    ut = kjor("sjekkliste", "ORG", "--dato", DAG, "--prosjekt", EKSEMPEL).ut
    assert "Avtalt i styringsdialogen, ikke gjort (2 saker)" in ut
    assert "Har et utkast: ORG" in ut
    offentlig = kjor(
        "sjekkliste", "ORG", "--for", "offentlig", "--dato", DAG, "--prosjekt", EKSEMPEL
    ).ut
    assert "Avtalt" not in offentlig
    assert "Har et utkast" not in offentlig


def test_uten_forventninger_sies_hvor_de_legges(kjor: Kjor) -> None:
    ut = kjor("sjekkliste", "--aar", "2023", "--dato", DAG, "--prosjekt", EKSEMPEL).ut
    assert "De legges i data/tema/2023/." in ut


def test_dialogen_har_det_data_ikke_sier_ja_til(kjor: Kjor) -> None:
    ark = kjor(
        "rapport", "styringsdialog", "--sektor", "KUL", "--dato", DAG, "--prosjekt", EKSEMPEL
    ).ut
    assert "**Nei:** Enheten har valgt områder fra HR-strategien i virksomhetsplanen sin." in ark


def test_en_virksomhet_er_med_der_sektoren_er_det_og_har_ikke_noe_av_det_den_ikke_har(
    kjor: Kjor,
) -> None:
    """The home services lie below the sector that took part, and have no area in the budget."""
    ut = kjor("sjekkliste", "HJE", "--dato", "2024-10-20", "--prosjekt", EKSEMPEL).ut
    assert "Er med i analysen 02.11.2022." in ut
    assert "Ingen måned er lest inn i år." not in ut
    assert ut.count("Enheten har ingen budsjettområder.") == 5


def test_det_svaret_bygger_paa_er_slag_som_finnes() -> None:
    kjente = {type_.navn for type_ in alle()}
    for metode in SVARMAATER.values():
        assert metode.slag
        assert metode.slag <= kjente


@pytest.mark.parametrize(("leser", "kan_svare"), [("offentlig", False), ("intern", True)])
def test_det_som_er_skjult_er_ikke_kjent(
    kjor: Kjor, tmp_path: Path, leser: str, kan_svare: bool
) -> None:
    """Hidden is not lacking: every answer is the one the leadership gets, or «ikke kjent»."""
    rot = kopi(tmp_path)
    svar, hele = punktene(kjor, "--for", leser, rot=rot), punktene(kjor, rot=rot)
    sagt = [(svar[id_][enhet], hele[id_][enhet]) for id_ in svar for enhet in svar[id_]]
    for faar, ledelsen in sagt:
        skjult = ("ikke kjent", "Noe av det svaret bygger på, er ikke for denne leseren.")
        assert faar in (ledelsen, skjult)
    assert any(dom == "ja" for (dom, _), _ in sagt) is kan_svare
    ut = kjor("sjekkliste", "--for", leser, "--dato", DAG, "--prosjekt", rot).ut
    assert ("Uten plan" in ut) is kan_svare
    assert ("det sies ikke hvem som mangler" in " ".join(ut.split())) is not kan_svare


@pytest.mark.parametrize(
    ("fil", "svarmaater"),
    [
        ("beredskap/ros/2022.yaml", {"ros"}),
        ("beredskap/plan/overordnet.yaml", {"plan_revidert", "varsling_provd", "ovelse_holdt"}),
        ("beredskap/2024/flom.yaml", {"ovelse_holdt", "evaluert", "mangler_rettes"}),
    ],
)
def test_et_unntak_gjor_bare_det_det_gjelder_ukjent(
    kjor: Kjor, tmp_path: Path, fil: str, svarmaater: set[str]
) -> None:
    rot = kopi(tmp_path)
    sti = rot / "data" / fil
    unntak = "offentlighet: unntatt\nunntakshjemmel: offentleglova § 24\n"
    sti.write_text(sti.read_text("utf-8") + unntak, "utf-8")
    temaer = {
        f"2024/{ett.stem}/{punkt['nr']}": punkt.get("svar")
        for ett in (rot / "data" / "tema" / "2024").glob("*.yaml")
        for punkt in les_yaml(ett.read_bytes())["forventninger"]
    }
    foer, etter = punktene(kjor, "--for", "intern"), punktene(kjor, "--for", "intern", rot=rot)
    for id_, svarmaate in temaer.items():
        if svarmaate in svarmaater:
            assert {dom for dom, _ in etter[id_].values()} == {"ikke kjent"}
        else:
            assert etter[id_] == foer[id_]


def test_varslingen_sier_naar(kjor: Kjor, tmp_path: Path) -> None:
    """Nothing says how often it must be tried; the day is for the reader to judge."""
    rot = kopi(tmp_path)
    (rot / "data" / "beredskap" / "plan" / "gammel.yaml").write_text(
        "tittel: Gammel plan\ntype: fagplan\neier: OKO\nvarsling_provd: [2010-01-01]\n", "utf-8"
    )
    ut = kjor("sjekkliste", "OKO", "--dato", DAG, "--prosjekt", rot).ut
    assert "har prøvd varslingen (01.01.2010)" in " ".join(ut.split())
