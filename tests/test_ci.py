"""The CI of users: the very commands of both forges' files, run in shallow clones of a municipality
whose period is open, approved, out, or wrong.
"""

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
from tests.skjemahjelp import EKSEMPEL, PERIODE, for_perioden, les_yaml

pytestmark = bare_posix
FILER = ROT / "styring" / "visning" / "oppsett" / "filer"
FLYTER = ROT / ".github" / "workflows"
KOMPONENT = ROT / "templates" / "kommune.yml"
FORMER = ("md", "html", "docx", "pdf")
FORRIGE = "2024-T1"


def les(fil: Path) -> Any:
    """One file; of a component the part that GitLab runs."""
    tekst = fil.read_text(encoding="utf-8").replace("<<pakke>>", "styring")
    return les_yaml(tekst.partition("\n---\n")[2] or tekst)


GITHUB = les(FILER / "github.yml")
GITLAB = les(FILER / "gitlab.yml")


def steg(jobb: str, navn: str) -> str:
    return next(str(ett["run"]) for ett in GITHUB["jobs"][jobb]["steps"] if ett.get("name") == navn)


class Klone:
    """A shallow clone, and what the forge sets: two commits where a change is told of, else one."""

    def __init__(self, mappe: Path, tilstand: str, dybde: int = 1) -> None:
        kilde = self._kilden(mappe, tilstand)
        self.miljo = {
            navn: verdi for navn, verdi in os.environ.items() if not navn.startswith("GIT_")
        } | {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_STEP_SUMMARY": str(mappe / "sammendrag.md"),
            "PERIODE": "",
            "LESER": "intern",
            "CI_PROJECT_VISIBILITY": "private",
            "CI_PIPELINE_SOURCE": "push",
        }
        self.rot = mappe / "klone"
        git = ("git", "-c", "user.name=t", "-c", "user.email=t@eksempel", "-C", str(kilde))
        oppdrag = min((kilde / "data/oppdrag/2024").glob("*.yaml"))
        ny = f"{oppdrag.read_text(encoding='utf-8')}avgrensning: Ikke de private skolene.\n"
        for ord_ in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "data")):
            subprocess.run([*git, *ord_], check=True, env=self.miljo)
        if tilstand == "feil":
            ny = re.sub(r"^ansvarlig: \w+", "ansvarlig: XYZ", ny, flags=re.MULTILINE)
        if tilstand in ("apen", "feil"):
            oppdrag.write_text(ny, encoding="utf-8")
        subprocess.run(
            [*git, "commit", "-q", "--allow-empty", "-am", "mer"], check=True, env=self.miljo
        )
        subprocess.run(
            ["git", "clone", "-q", "--depth", str(dybde), kilde.as_uri(), str(self.rot)],
            check=True,
            env=self.miljo,
        )
        self.fil = oppdrag.name

    @staticmethod
    def _kilden(mappe: Path, tilstand: str) -> Path:
        if tilstand in ("apen", "feil"):
            return for_perioden(mappe)
        kilde = mappe / "granvaag"
        shutil.copytree(EKSEMPEL, kilde)
        if tilstand == "godkjent":
            fil = kilde / "data/rapporter" / PERIODE / "kommunedirektor.yaml"
            tekst = fil.read_text(encoding="utf-8")
            fil.write_text(tekst[: tekst.index("utsendt:")], encoding="utf-8")
        return kilde

    def kjor(self, kommando: str, ventet: int = 0, **satt: str) -> str:
        svar = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", kommando],
            cwd=self.rot,
            env={**self.miljo, **satt},
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert svar.returncode == ventet, svar.stdout + svar.stderr
        return svar.stdout

    def laget(self, mappe: str) -> set[str]:
        return {fil.name for fil in (self.rot / mappe).glob("*")}


@pytest.fixture
def klone(tmp_path: Path, request: pytest.FixtureRequest) -> Klone:
    return Klone(tmp_path, request.param)


def rapportfiler(periode: str, former: tuple[str, ...] = FORMER) -> set[str]:
    return {f"tertial-{periode}.{form}" for form in former}


@pytest.mark.parametrize("klone", ["apen", "godkjent", "ute"], indirect=True)
def test_github_finner_perioden_selv(
    klone: Klone, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    tilstand = request.node.callspec.params["klone"]
    klone.kjor(steg("kontroller", "Kontroller dataene"))
    for navn in (
        "Finn periodene",
        "Lag utkast av perioden som er åpen",
        "Lag rapporten som er ute",
        "Skriv påminnelser",
    ):
        klone.kjor(steg("rapporter", navn))
    # what is out is for the public, what is not is a draft
    assert klone.laget("rapport") == rapportfiler(PERIODE if tilstand == "ute" else FORRIGE)
    ventet = rapportfiler(PERIODE, ("md", "docx", "pdf")) if tilstand == "godkjent" else set()
    assert klone.laget("utkast") == ventet
    sammendrag = (tmp_path / "sammendrag.md").read_text(encoding="utf-8")
    assert sammendrag.startswith("# Status for oppdrag og politiske vedtak per ")


@pytest.mark.parametrize("klone", ["godkjent"], indirect=True)
def test_en_valgt_periode(klone: Klone) -> None:
    klone.kjor(steg("rapporter", "Finn periodene"), PERIODE=PERIODE)
    assert (klone.rot / "perioder.txt").read_text(encoding="utf-8").startswith(f"{PERIODE} apen ")
    klone.kjor(steg("rapporter", "Finn periodene"), 2, PERIODE="2031-T9")
    klone.kjor(steg("rapporter", "Finn periodene"), 2, PERIODE=f"{PERIODE} --ved HEAD")


def test_kommentaren_sier_hva_som_endres(tmp_path: Path) -> None:
    klone = Klone(tmp_path, "apen", dybde=2)
    klone.kjor(steg("kontroller", "Skriv kommentaren"))
    kommentar = (klone.rot / "ut/kommentar.md").read_text(encoding="utf-8")
    assert kommentar.startswith("## Kontroll av dataene\n\nIngen feil.")
    assert "## Hva som endres" in kommentar
    assert f"2024-{klone.fil.removesuffix('.yaml')}" in kommentar
    assert "Ikke de private skolene." in kommentar


@pytest.mark.parametrize("klone", ["feil"], indirect=True)
def test_feil_i_dataene_gir_merknader_og_kommentar(klone: Klone) -> None:
    ut = klone.kjor(steg("kontroller", "Kontroller dataene"), 1)
    assert re.search(rf"::error file=data/oppdrag/2024/{klone.fil},line=[0-9]+,", ut)
    klone.kjor(steg("kontroller", "Skriv kommentaren"))
    kommentar = (klone.rot / "ut/kommentar.md").read_text(encoding="utf-8")
    assert "feil ST201 |" in kommentar
    *foerst, sist = GITLAB["styring-kontroller"]["script"]
    for kommando in foerst:
        klone.kjor(kommando)
    assert "ST201" in klone.kjor(sist, 1)
    funn = json.loads((klone.rot / "ut/kodekvalitet.json").read_text(encoding="utf-8"))
    assert "ST201" in {ett["check_name"] for ett in funn}


@pytest.mark.parametrize("klone", ["apen", "godkjent", "ute"], indirect=True)
def test_gitlab_finner_perioden_selv(klone: Klone, request: pytest.FixtureRequest) -> None:
    tilstand = request.node.callspec.params["klone"]
    for jobb in ("styring-kontroller", "styring-rapporter"):
        for kommando in GITLAB[jobb]["script"]:
            klone.kjor(kommando, CI_PIPELINE_SOURCE="schedule")
    assert json.loads((klone.rot / "ut/kodekvalitet.json").read_text(encoding="utf-8")) == []
    assert klone.laget("rapport") == rapportfiler(PERIODE if tilstand == "ute" else FORRIGE)
    ventet = rapportfiler(PERIODE, ("md", "docx", "pdf")) if tilstand == "godkjent" else set()
    assert klone.laget("utkast") == ventet


@pytest.mark.parametrize("klone", ["godkjent"], indirect=True)
def test_i_et_aapent_prosjekt_lages_ingenting_internt(klone: Klone) -> None:
    for kommando in GITLAB["styring-rapporter"]["script"]:
        klone.kjor(kommando, CI_PROJECT_VISIBILITY="public")
    assert klone.laget("utkast") | klone.laget("paaminnelser") == set()
    internt = [
        ett
        for ett in GITHUB["jobs"]["rapporter"]["steps"]
        if "--for intern" in ett.get("run", "") or "purring" in ett.get("run", "")
    ]
    assert len(internt) == 2
    assert all("steps.repo.outputs.lukket == 'ja'" in ett["if"] for ett in internt)


@pytest.mark.parametrize(
    ("synlighet", "lukket"),
    [("private", "ja"), ("internal", "ja"), ("public", "nei"), ("", "nei"), ("noe nytt", "nei")],
)
def test_bare_et_repo_som_sier_at_det_er_lukket_er_det(
    tmp_path: Path, synlighet: str, lukket: str
) -> None:
    """Not every event tells of the repository: the forge is asked, and no answer is no."""
    gh = tmp_path / "gh"
    gh.write_text(f"#!/bin/sh\necho '{synlighet}'\n", encoding="utf-8")
    gh.chmod(0o755)
    ut = tmp_path / "ut"
    satt = {"GITHUB_REPOSITORY": "k/r", "GITHUB_OUTPUT": str(ut)}
    subprocess.run(
        ["bash", "-eo", "pipefail", "-c", steg("rapporter", "Er repoet lukket")],
        env={"PATH": f"{tmp_path}:{os.environ['PATH']}", **satt},
        check=True,
    )
    assert ut.read_text(encoding="utf-8") == f"lukket={lukket}\n"


@pytest.mark.parametrize(
    ("fra_foer", "ventet"),
    [("", "POST repos/k/r/issues/7/comments"), ("41\n42", "PATCH repos/k/r/issues/comments/41")],
)
def test_kommentaren_legges_ut_en_gang_og_er_ufarlig(
    tmp_path: Path, fra_foer: str, ventet: str
) -> None:
    gh = tmp_path / "bin" / "gh"
    gh.parent.mkdir()
    gh.write_text(
        '#!/bin/sh\ncase "$*" in *--paginate*) printf "%s" "$HAR" ;; *) echo "$4 $5" >> "$KALL"'
        " ;; esac\n",
        encoding="utf-8",
    )
    gh.chmod(0o755)
    (tmp_path / "kommentar.md").write_bytes(b"<!-- styring --> @alle <img> \xff" + b"<" * 300_000)
    kall = tmp_path / "kall"
    subprocess.run(
        ["bash", "-eo", "pipefail", "-c", steg("kommenter", "Legg kommentaren på endringen")],
        cwd=tmp_path,
        env={
            "PATH": f"{gh.parent}:{os.environ['PATH']}",
            "HAR": fra_foer,
            "KALL": str(kall),
            "GITHUB_REPOSITORY": "k/r",
            "NR": "7",
        },
        check=True,
    )
    assert kall.read_text(encoding="utf-8") == f"{ventet}\n"
    kropp = json.loads((tmp_path / "kropp.json").read_text(encoding="utf-8"))["body"]
    assert kropp.startswith("<!-- styring -->\n&lt;!-- styring --> @\u2060alle &lt;img>")
    assert len(kropp) < 65_536


def test_den_som_kommenterer_kjorer_ingenting_fra_endringen() -> None:
    jobb = GITHUB["jobs"]["kommenter"]
    assert jobb["permissions"] == {"pull-requests": "write"}
    assert [ett.get("uses", "").partition("@")[0] for ett in jobb["steps"]] == [
        "actions/download-artifact",
        "",
    ]
    assert "github.event.pull_request.number" in jobb["steps"][1]["env"]["NR"]
    andre = [
        ett for navn, ett in GITHUB["jobs"].items() if navn not in {"kommenter", "publiser-sider"}
    ]
    assert all(ett["permissions"] == {"contents": "read"} for ett in andre)
    kommenter = GITLAB["styring-kommenter"]
    assert kommenter["variables"] == {"GIT_STRATEGY": "none"}
    assert "before_script" not in kommenter
    assert "styring " not in re.sub("echo .*|<!-- styring -->", "", "\n".join(kommenter["script"]))


def test_gjenbruk_er_det_samme_som_en_ny_kommune_faar() -> None:
    # a job that asks for more than its caller gives, would stop all of them
    andre = {navn: jobb for navn, jobb in GITHUB["jobs"].items() if navn != "publiser-sider"}
    assert les(FLYTER / "kommune.yml")["jobs"] == andre
    egen = les(FLYTER / "publiser-sider.yml")["jobs"]["publiser-sider"]
    i_init = dict(GITHUB["jobs"]["publiser-sider"])
    assert i_init.pop("needs") == "sider"
    assert i_init.pop("if").replace("vars.STYRING_PAGES == 'ja' && ", "") == egen.pop("if")
    assert i_init == egen
    komponent = les(KOMPONENT)
    assert {navn: verdi for navn, verdi in komponent.items() if navn != "variables"} == {
        navn: verdi for navn, verdi in GITLAB.items() if navn != "variables"
    }
    assert komponent["variables"] == {**GITLAB["variables"], "PAKKE": "$[[ inputs.pakke ]]"}


FLYTFILER = [*sorted(FLYTER.glob("*.yml")), FILER / "github.yml"]


def test_alt_er_laast_med_tidsgrense() -> None:
    for fil in [*FLYTFILER, ROT / "action.yml"]:
        for bruk in re.findall(r"uses: (\S+)", fil.read_text(encoding="utf-8")):
            assert bruk.startswith("./") or re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", bruk), fil
    for fil in FLYTFILER:
        for jobb in les(fil)["jobs"].values():
            assert "uses" in jobb or jobb["timeout-minutes"] <= 30
    assert all(
        "timeout" in {**GITLAB[".styring"], **jobb}
        for navn, jobb in GITLAB.items()
        if isinstance(jobb, dict) and "script" in jobb
    )


@pytest.mark.parametrize(
    "ord_",
    [
        ("zizmor", "--offline", "--no-progress", "-q", *map(str, FLYTFILER), "action.yml"),
        ("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *map(str, FLYTFILER)),
        ("check-jsonschema", "--builtin-schema", "vendor.github-actions", "action.yml"),
        (
            *("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci"),
            *("--data-transform", "gitlab-ci", str(FILER / "gitlab.yml")),
        ),
        (
            *("yamllint", "--strict", "-c", str(FILER / "yamllint")),
            *(*map(str, FLYTFILER), "action.yml", str(FILER / "gitlab.yml"), str(KOMPONENT)),
        ),
    ],
    ids=["zizmor", "github", "action", "gitlab", "yamllint"],
)
def test_filene_er_uten_anmerkninger(ord_: tuple[str, ...]) -> None:
    svar = subprocess.run(
        [str(Path(sys.executable).parent / ord_[0]), *ord_[1:]],
        cwd=ROT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert svar.returncode == 0, svar.stdout + svar.stderr


@pytest.mark.parametrize("klone", ["apen"], indirect=True)
def test_gitlab_sier_hva_som_endres(klone: Klone, tmp_path: Path) -> None:
    """The base of the change is not in the clone; it is fetched, and what differs is told."""
    kilde = tmp_path / "granvaag"
    ut = subprocess.check_output(["git", "-C", str(kilde), "rev-parse", "HEAD^"], text=True)
    for kommando in GITLAB["styring-kontroller"]["script"]:
        klone.kjor(kommando, CI_MERGE_REQUEST_DIFF_BASE_SHA=ut.strip())
    kommentar = (klone.rot / "ut/kommentar.md").read_text(encoding="utf-8")
    assert "## Hva som endres" in kommentar
    assert "private skolene" in kommentar or "avgrensning" in kommentar


@pytest.mark.parametrize(
    ("fra_foer", "ventet"),
    [
        ([], "notes"),
        ([{"id": 9, "body": "hei"}, {"id": 41, "body": "<!-- styring -->\nx"}], "notes/41"),
    ],
)
def test_gitlab_kommenterer_en_gang_og_ufarlig(
    tmp_path: Path, fra_foer: list[dict[str, object]], ventet: str
) -> None:
    curl = tmp_path / "bin" / "curl"
    curl.parent.mkdir()
    curl.write_text(
        '#!/bin/sh\nfor siste; do :; done\ncase "$siste" in *per_page*) printf "%s" "$HAR" ;;'
        ' *) echo "$siste" >> "$KALL" ;; esac\n',
        encoding="utf-8",
    )
    curl.chmod(0o755)
    (tmp_path / "ut").mkdir()
    (tmp_path / "ut/kommentar.md").write_bytes(b"@alle <img> \xff" + b"<" * 300_000)
    kall = tmp_path / "kall"
    for kommando in GITLAB["styring-kommenter"]["script"]:
        subprocess.run(
            ["bash", "-eo", "pipefail", "-c", kommando],
            cwd=tmp_path,
            env={
                "PATH": f"{curl.parent}:{Path(sys.executable).parent}:{os.environ['PATH']}",
                "HAR": json.dumps(fra_foer),
                "KALL": str(kall),
                "STYRING_KOMMENTAR_TOKEN": "x",
                "CI_API_V4_URL": "https://gitlab.eksempel/api/v4",
                "CI_PROJECT_ID": "5",
                "CI_MERGE_REQUEST_IID": "7",
            },
            check=True,
        )
    assert kall.read_text(encoding="utf-8").strip().endswith(f"merge_requests/7/{ventet}")
    kropp = (tmp_path / "kropp.md").read_text(encoding="utf-8")
    assert kropp.startswith("<!-- styring -->\n@\u2060alle &lt;img>")
    assert len(kropp) < 65_536


@pytest.mark.parametrize(
    ("filer", "ventet"),
    [
        ([], []),
        (
            ["tertial-2024-T2.pdf", "tertial-2024-T2.docx"],
            ["release create tertial-2024-T2", "release upload tertial-2024-T2"],
        ),
    ],
)
def test_publiseringen_legger_ut_det_som_er_ute(
    tmp_path: Path, filer: list[str], ventet: list[str]
) -> None:
    gh = tmp_path / "bin" / "gh"
    gh.parent.mkdir()
    gh.write_text('#!/bin/sh\n[ "$2" = view ] && exit 1\necho "$*" >> "$KALL"\n', encoding="utf-8")
    gh.chmod(0o755)
    (tmp_path / "rapport").mkdir()
    for fil in filer:
        (tmp_path / "rapport" / fil).write_bytes(b"x")
    (kommando,) = (
        ett["run"]
        for ett in les(FLYTER / "publiser.yml")["jobs"]["publiser"]["steps"]
        if "run" in ett
    )
    kall = tmp_path / "kall"
    kall.write_text("", encoding="utf-8")
    subprocess.run(
        ["bash", "-eo", "pipefail", "-c", kommando],
        cwd=tmp_path,
        env={"PATH": f"{gh.parent}:{os.environ['PATH']}", "KALL": str(kall)},
        check=True,
    )
    linjer = kall.read_text(encoding="utf-8").splitlines()
    assert [" ".join(linje.split()[:3]) for linje in linjer] == ventet


@pytest.mark.parametrize("klone", ["ute"], indirect=True)
def test_sidene_som_publiseres_er_for_alle(klone: Klone) -> None:
    """On both forges, with an address and without: made for the public, whatever the repository is,
    and switched on by hand.
    """
    adresse = "https://granvag.example/styring"
    klone.kjor(steg("sider", "Lag sidene"), ADRESSE=adresse)
    for kommando in GITLAB["styring-sider"]["script"]:
        klone.kjor(kommando.replace("nettsted sider", "nettsted gitlab"), STYRING_ADRESSE="")
    forsiden = (klone.rot / "sider" / "index.html").read_text(encoding="utf-8")
    assert "Internt" not in forsiden
    assert (klone.rot / "gitlab" / "index.html").read_text(encoding="utf-8") == forsiden
    for mappe, ventet in (("sider", True), ("gitlab", False)):
        strom = (klone.rot / mappe / "organ" / "KS.atom").read_text(encoding="utf-8")
        assert (f'href="{adresse}/organ/KS.atom"' in strom) == ventet
    assert "vars.STYRING_PAGES == 'ja'" in GITHUB["jobs"]["publiser-sider"]["if"]
    assert GITLAB["pages"]["rules"][1]["if"].startswith('$STYRING_PAGES == "ja" && ')


@pytest.mark.parametrize("klone", ["feil"], indirect=True)
def test_handlingen_kontrollerer_med_merknader(klone: Klone, tmp_path: Path) -> None:
    """The composite action, with the program of this checkout where it would have installed it."""
    (tmp_path / "styring/bin").mkdir(parents=True)
    (tmp_path / "styring/bin/styring").symlink_to(Path(sys.executable).parent / "styring")
    (kommando,) = (
        ett["run"]
        for ett in les(ROT / "action.yml")["runs"]["steps"]
        if ett.get("name") == "Kontroller dataene"
    )
    for streng in ("ja", "nei"):
        ut = klone.kjor(kommando, 1, RUNNER_TEMP=str(tmp_path), PROSJEKT=".", STRENG=streng)
        assert re.search(rf"::error file=data/oppdrag/2024/{klone.fil},line=[0-9]+,", ut)


def test_stegene_kjores_slik_de_er_provd() -> None:
    """The tests run with pipefail; so does the forge where the file asks for bash by name."""
    for fil in (
        FLYTER / "kommune.yml",
        FLYTER / "publiser.yml",
        FLYTER / "publiser-sider.yml",
        FILER / "github.yml",
    ):
        assert les(fil)["defaults"] == {"run": {"shell": "bash"}}
