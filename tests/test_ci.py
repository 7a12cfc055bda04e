"""The CI of users: the very commands of both files, run in a clone of depth 1."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROT, bare_posix
from tests.skjemahjelp import EKSEMPEL, les_yaml

pytestmark = bare_posix
GITHUB = ROT / ".github" / "workflows" / "styring.yml"
GITLAB = ROT / "ci" / "styring.gitlab-ci.yml"
INSTALLER = "make .venv/.klar"


def les(fil: Path) -> Any:
    return les_yaml(fil.read_text(encoding="utf-8").replace("!reference ", ""))


def github_steg() -> dict[str, str]:
    """The commands of the workflow by their names, those that run on this machine."""
    steg = {
        ett["name"]: ett["run"] for ett in les(GITHUB)["jobs"]["styring"]["steps"] if "run" in ett
    }
    assert steg.pop("Installer") == INSTALLER
    return steg


def gitlab_jobber() -> dict[str, list[str]]:
    oppsett = les(GITLAB)
    assert oppsett[".styring"]["before_script"] == [INSTALLER]
    return {
        navn: jobb["script"]
        for navn, jobb in oppsett.items()
        if isinstance(jobb, dict) and "script" in jobb
    }


@pytest.fixture(params=["brevet", "granvaag"])
def klone(tmp_path: Path, request: pytest.FixtureRequest) -> tuple[Path, dict[str, str]]:
    """A shallow clone of a repository with two commits, and what its CI sets."""
    kilde = tmp_path / "kilde"
    kilde.mkdir()
    shutil.copytree((ROT if request.param == "brevet" else EKSEMPEL) / "data", kilde / "data")
    git = ("git", "-c", "user.name=t", "-c", "user.email=t@eksempel", "-C", str(kilde))
    miljo = {navn: verdi for navn, verdi in os.environ.items() if not navn.startswith("GIT_")} | {
        "GIT_CONFIG_GLOBAL": os.devnull
    }
    for ord_ in (
        ("init", "-q"),
        ("add", "-A"),
        ("commit", "-qm", "data"),
        ("commit", "-q", "--allow-empty", "-m", "mer"),
    ):
        subprocess.run([*git, *ord_], check=True, env=miljo)
    rot = tmp_path / "klone"
    subprocess.run(
        ["git", "clone", "-q", "--depth", "1", kilde.as_uri(), str(rot)], check=True, env=miljo
    )
    (rot / ".venv" / "bin").mkdir(parents=True)
    (rot / ".venv" / "bin" / "styring").symlink_to(Path(sys.executable).parent / "styring")
    satt = (
        {"PERIODE": "2023-T1", "LESER": "intern"}
        if request.param == "brevet"
        else {"PERIODE": "2024-T2", "LESER": "offentlig"}
    )
    return rot, {
        **miljo,
        **satt,
        "CI": "true",
        "GITHUB_ACTIONS": "true",
        "GITHUB_STEP_SUMMARY": str(tmp_path / "sammendrag.md"),
    }


def kjor(rot: Path, kommando: str, miljo: dict[str, str], ventet: int = 0) -> str:
    svar = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", kommando],
        cwd=rot,
        env=miljo,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert svar.returncode == ventet, svar.stdout + svar.stderr
    return svar.stdout


def test_github(klone: tuple[Path, dict[str, str]], tmp_path: Path) -> None:
    rot, miljo = klone
    steg = github_steg()
    del steg["Legg kommentaren på endringen"]
    for kommando in steg.values():
        kjor(rot, kommando, miljo)
    periode = miljo["PERIODE"]
    assert {fil.name for fil in (rot / "ut").iterdir()} == {
        "kommentar.md",
        *(f"tertial-{periode}.{form}" for form in ("md", "html", "docx", "pdf")),
    }
    sammendrag = (tmp_path / "sammendrag.md").read_text(encoding="utf-8")
    assert sammendrag.startswith("# Status for oppdrag og politiske vedtak per ")
    assert len(sammendrag.encode()) < 1_000_000
    kommentar = (rot / "ut" / "kommentar.md").read_text(encoding="utf-8")
    assert kommentar.startswith("<!-- styring -->\n## Kontroll av dataene\n\nIngen feil.")
    assert "## Dette bør kommunestyret vite" in kommentar
    assert len(kommentar) < 65_000


def test_uten_periode_kontrolleres_bare_dataene(klone: tuple[Path, dict[str, str]]) -> None:
    """As the files are delivered: nothing that is not published is made, and the comment tells of
    the data alone.
    """
    rot, miljo = klone
    oppsett = les(GITHUB)
    assert oppsett["env"] == {"PERIODE": "", "LESER": "offentlig"}
    lager = [
        ett
        for ett in oppsett["jobs"]["styring"]["steps"]
        if "rapport tertial" in ett.get("run", "") or "upload-artifact" in ett.get("uses", "")
    ]
    assert [ett.get("name") for ett in lager if "env.PERIODE != ''" not in ett["if"]] == [
        "Skriv kommentaren"
    ]
    assert les(GITLAB)["styring-rapport"]["rules"] == [
        {"if": '$PERIODE == ""', "when": "never"},
        [".styring", "rules"],
    ]
    kjor(rot, github_steg()["Skriv kommentaren"], {**miljo, "PERIODE": ""})
    assert "Dette bør" not in (rot / "ut" / "kommentar.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("fra_foer", "ventet"),
    [("", "POST repos/k/r/issues/7/comments"), ("41\n42", "PATCH repos/k/r/issues/comments/41")],
)
def test_kommentaren_legges_ut_en_gang(
    klone: tuple[Path, dict[str, str]], tmp_path: Path, fra_foer: str, ventet: str
) -> None:
    """The first time it is made, later it is mended: found by its own mark, whatever others have
    written in between.
    """
    rot, miljo = klone
    gh = tmp_path / "bin" / "gh"
    gh.parent.mkdir()
    gh.write_text(
        '#!/bin/sh\ncase "$*" in *--paginate*) printf "%s" "$HAR" ;; *) echo "$4 $5 $7" >> "$KALL"'
        " ;; esac\n",
        encoding="utf-8",
    )
    gh.chmod(0o755)
    (rot / "ut").mkdir()
    (rot / "ut" / "kommentar.md").write_text("x", encoding="utf-8")
    kall = tmp_path / "kall"
    satt = {
        "PATH": f"{gh.parent}:{miljo['PATH']}",
        "HAR": fra_foer,
        "KALL": str(kall),
        "GITHUB_REPOSITORY": "k/r",
        "NR": "7",
    }
    kjor(rot, github_steg()["Legg kommentaren på endringen"], {**miljo, **satt})
    assert kall.read_text(encoding="utf-8") == f"{ventet} body=@ut/kommentar.md\n"


def test_github_setter_merknader_paa_linjene(klone: tuple[Path, dict[str, str]]) -> None:
    """A wrong line gives an annotation on it, a failed step, and a comment that says so; the rest
    still runs.
    """
    rot, miljo = klone
    fil = next(iter(sorted((rot / "data" / "oppdrag" / "2023").glob("*.yaml"))))
    tekst = fil.read_text(encoding="utf-8")
    fil.write_text(
        re.sub(r"^ansvarlig: \w+", "ansvarlig: XYZ", tekst, flags=re.MULTILINE), encoding="utf-8"
    )
    linje = next(nr for nr, en in enumerate(tekst.split("\n"), 1) if en.startswith("ansvarlig"))
    steg = github_steg()
    ut = kjor(rot, steg["Kontroller dataene"], miljo, ventet=1)
    assert f"::error file=data/oppdrag/2023/{fil.name},line={linje}," in ut
    kjor(rot, steg["Skriv kommentaren"], miljo)
    kommentar = (rot / "ut" / "kommentar.md").read_text(encoding="utf-8")
    assert f"| data/oppdrag/2023/{fil.name}, linje {linje} | " in kommentar
    assert "feil ST201 |" in kommentar


def test_gitlab(klone: tuple[Path, dict[str, str]]) -> None:
    rot, miljo = klone
    for script in gitlab_jobber().values():
        for kommando in script:
            kjor(rot, kommando, miljo)
    assert json.loads((rot / "ut" / "kodekvalitet.json").read_text(encoding="utf-8")) == []
    assert (rot / "ut" / f"tertial-{miljo['PERIODE']}.pdf").read_bytes().startswith(b"%PDF")


def test_gitlab_stopper_paa_feil(klone: tuple[Path, dict[str, str]]) -> None:
    rot, miljo = klone
    fil = next(iter(sorted((rot / "data" / "oppdrag" / "2023").glob("*.yaml"))))
    fil.write_text("tittel: A\nansvarlig: XYZ\n", encoding="utf-8")
    *foerst, sist = gitlab_jobber()["styring-valider"]
    for kommando in foerst:
        kjor(rot, kommando, miljo)
    assert "ST201" in kjor(rot, sist, miljo, ventet=1)
    assert "ST201" in {
        funn["check_name"]
        for funn in json.loads((rot / "ut" / "kodekvalitet.json").read_text(encoding="utf-8"))
    }


def test_ukjent_periode_stopper_rapportjobben(klone: tuple[Path, dict[str, str]]) -> None:
    """A loop over the forms does not hide that the first one failed."""
    rot, miljo = klone
    kjor(rot, gitlab_jobber()["styring-rapport"][0], {**miljo, "PERIODE": "2031-T9"}, ventet=2)
    kjor(rot, github_steg()["Lag tertialrapporten"], {**miljo, "PERIODE": "2031-T9"}, ventet=2)


def test_filene_sier_det_samme() -> None:
    assert les(GITHUB)["env"] == les(GITLAB)["variables"]
    assert les(GITHUB)["permissions"] == {"contents": "read"}
