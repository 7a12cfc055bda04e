"""What was approved does not change: the report is made of the forms and the grunnlag, whatever
becomes of the rest; and it is public when it is sent out.
"""

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from styring.__main__ import kjor as kjor_program
from styring.lesing.innlesing import les_inn
from styring.prosjekt.tre import Arbeidstre
from styring.redigering.poster import ny_fil
from styring.register.enkelt import enkelt
from styring.register.grunnlaget import lag_grunnlag
from styring.sporring.felles.utvalg import finn_periode
from tests import kanari
from tests.conftest import Kjor, runder
from tests.historie import git
from tests.skjemahjelp import EKSEMPEL, les_yaml
from tests.utgavehjelp import naar

PERIODE = "2024-T1"
MAPPE = f"data/rapporter/{PERIODE}"


@pytest.fixture
def rot(tmp_path: Path) -> Path:
    shutil.copytree(EKSEMPEL, tmp_path / "p")
    return tmp_path / "p"


def _les(fil: Path) -> Any:
    return les_yaml(fil.read_text(encoding="utf-8"))


# What may happen outside the period's own folder. Each takes a file and gives it back otherwise.


def _slett(fil: Path, _tilfeldig: random.Random) -> None:
    fil.unlink()


def _tittel(fil: Path, _tilfeldig: random.Random) -> None:
    fil.write_text(
        re.sub(
            r"(?m)^(\s*)(tittel|navn): .*",
            r"\1\2: Noe ganske annet",
            fil.read_text(encoding="utf-8"),
        ),
        encoding="utf-8",
    )


def _ansvarlig(fil: Path, tilfeldig: random.Random) -> None:
    tekst = re.sub(
        r"(?m)^(\s*)ansvarlig: [A-Z]+$",
        rf"\1ansvarlig: {tilfeldig.choice(['KUL', 'TEK', 'OKO'])}",
        fil.read_text(encoding="utf-8"),
    )
    fil.write_text(re.sub(r"(?m)^delansvar: .*\n", "", tekst), encoding="utf-8")


def _frist(fil: Path, tilfeldig: random.Random) -> None:
    ny = f"{tilfeldig.randint(2023, 2025)}-0{tilfeldig.randint(1, 9)}-11"
    fil.write_text(
        re.sub(
            r"\b20\d\d-\d\d-\d\d\b",
            ny,
            fil.read_text(encoding="utf-8"),
            count=tilfeldig.randint(1, 4),
        ),
        encoding="utf-8",
    )


def _ord(fil: Path, _tilfeldig: random.Random) -> None:
    fil.write_text(
        re.sub(
            r"(?m)^(\s+)([A-ZÆØÅ][a-zæøå]+ [a-zæøå ]+\.)$",
            r"\1Helt andre ord.",
            fil.read_text(encoding="utf-8"),
        ),
        encoding="utf-8",
    )


def _lukk(fil: Path, _tilfeldig: random.Random) -> None:
    fil.write_text(
        fil.read_text(encoding="utf-8")
        .replace("status: i_gang", "status: ferdig")
        .replace("framdrift: ikke_i_rute", "framdrift: i_rute")
    )


SKJER: tuple[Callable[[Path, random.Random], None], ...] = (
    _slett,
    _tittel,
    _ansvarlig,
    _frist,
    _ord,
    _lukk,
)
UNNTATT = re.compile(r"(?m)^offentlighet:")


@settings(
    max_examples=runder(12),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(tall=st.integers(0, 2**32))
def test_en_godkjent_rapport_endres_ikke_av_noe_utenfor_sin_egen_mappe(
    tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str], tall: int
) -> None:
    """After approval no edit outside the period's own folder changes a byte, whoever it is made
    for; but what is exempt is another matter.
    """
    tilfeldig = random.Random(tall)
    rot = tmp_path_factory.mktemp("godkjent") / "p"
    shutil.copytree(EKSEMPEL, rot)
    periode = tilfeldig.choice(["2023-T1", "2023-T2", "2024-T1", "2024-T2"])
    leser = tilfeldig.choice(["offentlig", "offentlig", "intern", "ledelse"])
    rapport = ["rapport", "tertial", periode, "--for", leser, "--prosjekt", str(rot)]
    aaret = ["rapport", "arsrapport", "--aar", "2023", "--for", leser, "--prosjekt", str(rot)]
    foer = [_rapporten(capsys, ord_) for ord_ in (rapport, aaret)]
    # Who may read a record is said in its own file: those that are not for everybody are left alone
    # here.
    filer = sorted(
        fil
        for fil in (rot / "data").rglob("*.yaml")
        if fil.parent.name not in (periode, "2023-AR")
        and not UNNTATT.search(fil.read_text("utf-8"))
    )
    for fil in tilfeldig.sample(filer, tilfeldig.randint(1, 8)):
        if fil.name != "kommune.yaml":
            tilfeldig.choice(SKJER)(fil, tilfeldig)
        else:
            _tittel(fil, tilfeldig)
    uleste = les_inn(Arbeidstre(rot)).register.uleste
    if leser == "offentlig" and any(
        fil.startswith(("data/oppdrag", "data/vedtak")) for fil in uleste
    ):
        return
    if any(fil.startswith("data/kommune") for fil in uleste):
        return
    assert [_rapporten(capsys, ord_) for ord_ in (rapport, aaret)] == foer, (tall, periode, leser)


def _rapporten(capsys: pytest.CaptureFixture[str], ord_: list[str]) -> str:
    kode = kjor_program(ord_)
    fanget = capsys.readouterr()
    assert kode in (0, 1), fanget.err
    return re.sub(r"> \*\*Ikke fullstendig.*\n\n", "", fanget.out)


def test_grunnlaget_er_det_dataene_sa_den_dagen() -> None:
    """Written as YAML and read again it is the same; and what came after the day is not in it."""
    register = les_inn(Arbeidstre(EKSEMPEL)).register
    for periode, post in register.grunnlag.items():
        dag = register.samlerapporter[periode].verdi.godkjent.dato  # type: ignore[union-attr]
        nytt = lag_grunnlag(register, finn_periode(register, periode), dag)
        lest, ventet = les_yaml(ny_fil(enkelt(nytt))), _les(EKSEMPEL / post.fil)  # type: ignore[arg-type]
        for vedtak in (*lest.get("vedtak", {}).values(), *ventet.get("vedtak", {}).values()):
            for felt in ("dokumentasjon", "oppdrag"):  # grow, and not all of it is dated
                vedtak.pop(felt, None)
        assert lest == ventet
        for oppdrag in (post.verdi.oppdrag or {}).values():
            assert all(ett.dato <= dag for ett in oppdrag.fristendringer)
        for vedtak in (post.verdi.vedtak or {}).values():
            assert vedtak.avsluttet is None or vedtak.avsluttet.dato <= dag


@pytest.mark.parametrize(
    ("fil", "fra", "til", "hva"),
    [
        (
            "oppdrag/2024/FOS-02.yaml",
            r"^tittel: .*",
            "tittel: Et annet oppdrag",
            "2024-FOS-02 er endret (tittel)",
        ),
        (
            "oppdrag/2024/FOS-02.yaml",
            r"^ansvarlig: .*",
            "ansvarlig: KUL",
            "2024-FOS-02 er endret (ansvarlig)",
        ),
        ("kommune.yaml", r"navn: Kultur og frivillighet", "navn: Kultur", "KUL er endret (navn)"),
        ("kommune.yaml", r"^navn: .*", "navn: Storvåg kommune", "kommunen er endret (navn)"),
    ],
)
def test_valider_sier_hva_som_er_endret_siden_godkjenningen(
    rot: Path, kjor: Kjor, fil: str, fra: str, til: str, hva: str
) -> None:
    sti = rot / "data" / fil
    sti.write_text(
        re.sub(fra, til, sti.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE),
        encoding="utf-8",
    )
    ut = kjor("valider", "--bare", "ST650", "--format", "kort", "--prosjekt", rot).ut
    assert (
        f"{MAPPE}/kommunedirektor.yaml:4:1: advarsel ST650 {hva} siden {PERIODE} ble godkjent –"
        f" sett det tilbake, eller godkjenn en rettelse av {PERIODE}" in ut
    )


def test_det_som_er_borte_og_det_som_er_kommet_til(rot: Path, kjor: Kjor) -> None:
    (rot / "data/oppdrag/2024/FOS-02.yaml").rename(rot / "data/oppdrag/2024/FOS-99.yaml")
    ut = kjor("valider", "--bare", "ST650", "--format", "kort", "--prosjekt", rot).ut
    assert f"en sak er borte siden {PERIODE} ble godkjent" in ut
    assert f"2024-FOS-99 er kommet til siden {PERIODE} ble godkjent" in ut
    svar = kjor("rapport", "tertial", PERIODE, "--prosjekt", rot)
    assert (
        svar.feil
        == "styring: 2 saker er endret siden 1. tertial 2024 ble godkjent. Rapporten er slik den"
        " ble godkjent. Se «styring valider --bare ST650».\n"
    )
    fil = rot / "data/oppdrag/2024/FOS-99.yaml"
    fil.write_text(
        "tidligere_id: 2024-FOS-02\n" + fil.read_text(encoding="utf-8"), encoding="utf-8"
    )
    assert (
        "ST650" not in kjor("valider", "--bare", "ST650", "--format", "kort", "--prosjekt", rot).ut
    )


def test_det_som_er_datert_etter_godkjenningen_er_ingen_endring(rot: Path, kjor: Kjor) -> None:
    fil = rot / "data/oppdrag/2024/FOS-02.yaml"
    data = _les(fil)
    assert isinstance(data, dict)
    fra = data["frist"]
    data["fristendringer"] = [
        *data.get("fristendringer", []),
        {"dato": "2024-11-01", "fra": fra, "til": "2026-01-15", "begrunnelse": "Mer tid"},
    ]
    data["frist"] = "2026-01-15"
    tekst = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000)
    fil.write_text(re.sub(r"'(20\d\d-\d\d-\d\d)'", r"\1", tekst), encoding="utf-8")
    assert (
        "ST650" not in kjor("valider", "--bare", "ST650", "--format", "kort", "--prosjekt", rot).ut
    )


def test_det_som_blir_unntatt_tas_ut_av_en_godkjent_rapport(rot: Path, kjor: Kjor) -> None:
    foer = kjor("rapport", "tertial", PERIODE, "--prosjekt", rot).ut
    fil = rot / "data/oppdrag/2024/HOM-02.yaml"
    tittel = re.search(r"(?m)^tittel: (.*?)\.?$", fil.read_text(encoding="utf-8"))
    assert tittel
    assert tittel[1] in foer
    fil.write_text(
        "offentlighet: unntatt\nunntakshjemmel: offentleglova § 13\n"
        + fil.read_text(encoding="utf-8"),
        encoding="utf-8",
    )
    assert tittel[1] not in kjor("rapport", "tertial", PERIODE, "--prosjekt", rot).ut
    assert (
        tittel[1] in kjor("rapport", "tertial", PERIODE, "--for", "ledelse", "--prosjekt", rot).ut
    )


@pytest.mark.parametrize("i_git", [True, False])
def test_det_som_ble_unntatt_og_slettet_tas_ut(rot: Path, kjor: Kjor, *, i_git: bool) -> None:
    """git knows that it was exempt when it was last there; without git it is judged by what was
    approved.
    """
    fil = rot / "data/oppdrag/2024/HOM-02.yaml"
    tittel = re.search(r"(?m)^tittel: (.*?)\.?$", fil.read_text(encoding="utf-8"))
    assert tittel
    fil.write_text(
        "offentlighet: unntatt\nunntakshjemmel: offentleglova § 13\n"
        + fil.read_text(encoding="utf-8"),
        encoding="utf-8",
    )
    if i_git:
        git(rot, "init", "-q", "-b", "main")
        git(rot, "add", "-A")
        git(rot, "commit", "-qm", "alt", **naar("2024-11-01"))
    fil.unlink()
    assert (tittel[1] in kjor("rapport", "tertial", PERIODE, "--prosjekt", rot).ut) == (not i_git)


@pytest.mark.parametrize(
    "hva", ["flyttet på disken", "uleselig og slettet", "feilskrevet og slettet"]
)
def test_det_ingen_vet_om_er_for_alle_tas_ut(rot: Path, kjor: Kjor, hva: str) -> None:
    fil = rot / "data/oppdrag/2024/HOM-02.yaml"
    innhold = fil.read_text(encoding="utf-8")
    tittel = re.search(r"(?m)^tittel: (.*?)\.?$", innhold)
    assert tittel
    git(rot, "init", "-q", "-b", "main")
    git(rot, "add", "-A")
    git(rot, "commit", "-qm", "alt", **naar("2024-11-01"))
    if hva == "flyttet på disken":
        fil.with_name("HOM-22.yaml").write_text(
            "offentlighet: unntatt\nunntakshjemmel: offentleglova § 13\n" + innhold,
            encoding="utf-8",
        )
    else:
        foran = (
            "offentlighet: unntat\n"
            if hva.startswith("feil")
            else "offentlighet: unntatt\nart: [\n"
        )
        fil.write_text(foran + innhold, encoding="utf-8")
        git(rot, "commit", "-qam", "galt", **naar("2024-11-02"))
    fil.unlink()
    assert tittel[1] not in kjor("rapport", "tertial", PERIODE, "--prosjekt", rot).ut


def test_en_fil_som_ikke_kan_leses_i_en_annen_mappe_endrer_ingenting(rot: Path, kjor: Kjor) -> None:
    foer = kjor("rapport", "tertial", PERIODE, "--prosjekt", rot).ut
    (rot / "data/rapporter/2023-AR/FOS.yaml").write_text("x: [\n", encoding="utf-8")
    (rot / "data/arshjul.yaml").write_text("x: [\n", encoding="utf-8")
    (rot / "data/kommune.yaml").write_text(
        (rot / "data/kommune.yaml")
        .read_text(encoding="utf-8")
        .replace("navn: 1. tertial", "navn: Noe annet")
        .replace("slutt: 04-30", "slutt: 05-31"),
        "utf-8",
    )
    assert kjor("rapport", "tertial", PERIODE, "--prosjekt", rot).ut == foer


def test_godkjent_uten_grunnlag_sier_det_selv(rot: Path, kjor: Kjor) -> None:
    (rot / MAPPE / "grunnlag.yaml").unlink()
    kanari.godkjenn(rot)
    ut = kjor("rapport", "tertial", PERIODE, "--prosjekt", rot).ut
    assert (
        "Perioden er godkjent uten at grunnlaget ble lagret. Titler, frister og eiere er derfor"
        " slik de står i dataene i dag." in ut
    )
    assert (
        "Perioden er godkjent uten"
        not in kjor("rapport", "tertial", "2023-T1", "--prosjekt", rot).ut
    )


def test_et_grunnlag_som_er_rettet_for_haand_er_ingen_godkjenning(rot: Path, kjor: Kjor) -> None:
    fil = rot / MAPPE / "grunnlag.yaml"
    fil.write_text(
        fil.read_text(encoding="utf-8").replace("navn: Granvåg kommune", "navn: Storvåg kommune"),
        encoding="utf-8",
    )
    assert "ST626" in kjor("valider", "--format", "kort", "--prosjekt", rot, ventet=1).ut
    assert (
        "er ikke godkjent slik den står"
        in kjor("rapport", "tertial", PERIODE, "--prosjekt", rot, ventet=2).feil
    )


def test_en_rettelse_godkjennes_med_ord_og_staar_paa_siste_side(rot: Path, kjor: Kjor) -> None:
    p = ("--ja", "--prosjekt", rot)
    fil = rot / "data/oppdrag/2024/FOS-02.yaml"
    fil.write_text(
        re.sub(
            r"^tittel: .*",
            "tittel: Et rettet oppdrag",
            fil.read_text(encoding="utf-8"),
            count=1,
            flags=re.MULTILINE,
        ),
        encoding="utf-8",
    )
    svar = kjor("tertial", "godkjenn", PERIODE, "--dato", "2024-07-01", *p, ventet=2)
    assert (
        svar.feil
        == "styring: 1. tertial 2024 er sendt ut. Si hva som er rettet: styring tertial godkjenn"
        ' 2024-T1 --rettelse "…"\n'
    )
    kjor(
        "tertial",
        "godkjenn",
        PERIODE,
        "--rettelse",
        "Tittelen på ett oppdrag var feil.",
        "--arkiv",
        "24/00110-7",
        "--dato",
        "2024-07-01",
        *p,
    )
    ut = kjor("rapport", "tertial", PERIODE, "--prosjekt", rot).ut
    assert "Et rettet oppdrag" in ut
    assert ut.index("## Om rapporten") < ut.index(
        "Rettet 1. juli 2024: Tittelen på ett oppdrag var feil."
    )
    register = les_inn(Arbeidstre(rot)).register
    godkjent = register.samlerapporter[PERIODE].verdi.godkjent
    assert godkjent
    assert godkjent.arkiv == "24/00110-7"
    assert (
        "ingenting er endret siden"
        in kjor("tertial", "godkjenn", PERIODE, "--rettelse", "Igjen", *p, ventet=2).feil
    )


def test_det_som_skal_sendes_ut_senere_er_ikke_ute(rot: Path, kjor: Kjor) -> None:
    """A planned day is no fact, whoever wrote it and however it is asked: not before the day."""
    samlet = rot / "data/rapporter/2024-T2/kommunedirektor.yaml"
    hele = samlet.read_text(encoding="utf-8")
    tekst = hele[: hele.index("utsendt:")] + "utsendt: 2099-01-15\n"
    samlet.write_text(tekst, encoding="utf-8")
    p = ("--for", "offentlig", "--prosjekt", rot)
    assert "ikke sendt ut ennå" in kjor("rapport", "tertial", "2024-T2", *p, ventet=2).feil
    for ord_ in (("finn", "kvikkleire"), ("vis", "2024-FOS-03"), ("status", "--sektor", "FOS")):
        assert "2024-T2" not in kjor(*ord_, *p).ut, ord_


def test_paa_en_dag_foer_utsendingen_er_den_ikke_ute(rot: Path, kjor: Kjor) -> None:
    """What is asked of an earlier day is answered as of that day."""
    p = ("--for", "offentlig", "--prosjekt", rot)
    kjor("vis", "2024-T2/TEK", "--dato", "2024-10-01", *p, ventet=2)
    assert "2024-T2" not in kjor("finn", "kvikkleire", "--dato", "2024-10-01", *p).ut
    assert "Utsendt" in kjor("vis", "2024-T2", "--dato", "2024-10-02", *p).ut


def test_meldt_er_dagen_det_ble_meldt_ogsaa_for_offentligheten(rot: Path, kjor: Kjor) -> None:
    levert = _les(rot / "data/rapporter/2023-T1/HOM.yaml")["levert"]
    for leser in ("offentlig", "intern"):
        p = ("--for", leser, "--dato", "2024-10-20", "--prosjekt", rot)
        assert f"meldt {levert:%d.%m.%Y}" in kjor("vis", "2023-HOM-04", *p).ut, leser


def test_arvtakeren_er_den_som_var_gitt(rot: Path, kjor: Kjor) -> None:
    """Of two that carry an oppdrag on, the one that was given by the day."""
    oppdrag = rot / "data/oppdrag/2024"
    for navn, mer in (("FOS-02", "gitt: 2024-10-01\n"), ("TEK-03", "")):
        fil = oppdrag / f"{navn}.yaml"
        tekst = re.sub("(?m)^(viderefort_fra|gitt): .*\n", "", fil.read_text(encoding="utf-8"))
        fil.write_text(f"{tekst}viderefort_fra: 2023-KUL-02\n{mer}", encoding="utf-8")
    p = ("--prosjekt", rot)
    ut = kjor("vis", "2023-KUL-02", "--dato", "2024-03-01", *p).ut
    assert "Videreført i\t2024-TEK-03" in ut


def test_offentlig_fra_utsendingen(rot: Path, kjor: Kjor) -> None:
    samlet = rot / MAPPE / "kommunedirektor.yaml"
    hele = samlet.read_text(encoding="utf-8")
    samlet.write_text(
        re.sub("utsendt:.*?(?=forslag_)", "", hele, flags=re.DOTALL), encoding="utf-8"
    )
    # What the council made of the report's proposal comes after it was sent out.
    budsjett = rot / "data/okonomi/2024/budsjett.yaml"
    vedtatt = budsjett.read_text(encoding="utf-8")
    budsjett.write_text(vedtatt[: vedtatt.index("  - dato: 2024-06-19")], encoding="utf-8")
    p = ("--prosjekt", rot)
    svar = kjor("rapport", "tertial", PERIODE, *p, ventet=2)
    assert (
        svar.feil
        == "styring: 1. tertial 2024 er godkjent, men ikke sendt ut ennå, så rapporten er ikke"
        " offentlig. Sendes den ut nå, skriv det først: «styring tertial utsendt 2024-T1»."
        " Ellers lag den med --for intern.\n"
    )
    assert "2024-T1" not in kjor("finn", "2024-T1", "--for", "offentlig", *p).ut.replace(
        "«2024-T1»", ""
    )
    kjor("rapport", "tertial", PERIODE, "--for", "intern", *p)
    assert (
        "har ikke vært ennå"
        in kjor("tertial", "utsendt", PERIODE, "--dato", "2099-01-01", "--ja", *p, ventet=2).feil
    )
    assert (
        "er ikke godkjent ennå"
        in kjor("tertial", "utsendt", "2024-AR", "--dato", "2024-06-05", "--ja", *p, ventet=2).feil
    )
    kjor("tertial", "utsendt", PERIODE, "--dato", "2024-06-05", "--ja", *p)
    assert "utsendt: 2024-06-05\n" in samlet.read_text(encoding="utf-8")
    kjor("rapport", "tertial", PERIODE, *p)
    assert (
        "ble sendt ut 05.06.2024"
        in kjor("tertial", "utsendt", PERIODE, "--dato", "2024-06-06", "--ja", *p, ventet=2).feil
    )


def test_behandlet_er_ogsaa_offentlig(rot: Path, kjor: Kjor) -> None:
    samlet = rot / MAPPE / "kommunedirektor.yaml"
    samlet.write_text(
        samlet.read_text(encoding="utf-8").replace("utsendt: 2024-06-05\n", ""), encoding="utf-8"
    )
    kjor("rapport", "tertial", PERIODE, "--prosjekt", rot)
