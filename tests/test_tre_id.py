"""The tree id is the one git has, whatever the clone did to line endings and mode bits; and git is
asked without leaving a trace.
"""

import os
import random
import shutil
from pathlib import Path

import pytest

from styring.prosjekt.git import Git
from styring.prosjekt.gittre import Gittre
from styring.prosjekt.tre import Arbeidstre
from styring.prosjekt.tre_id import MedTreId
from styring.prosjekt.versjon import ved_ref
from tests.conftest import bare_posix
from tests.historie import git
from tests.utgavehjelp import naar

NAVN = (
    "HOM-01.yaml",
    "Ørsta blå.yaml",
    "æøå",
    "a b",
    "a",
    "a.yaml",
    "a-b",
    "Z.yaml",
    "mål",
    "x" * 60,
    "'\"*?[]",
    "tab\there",
    ".skjult",
)
MAPPER = ("", "oppdrag/2023", "a", "a.b", "a-", "dyp/dypere/enda dypere/ned/her", "åpen mappe")


def tre_id(rot: Path) -> str:
    tre = MedTreId(Arbeidstre(rot))
    for fil in tre.filer():
        tre.les(fil)
    return tre.tre_id()


def gits(rot: Path, ref: str = "HEAD") -> str:
    return git(rot, "rev-parse", f"{ref}:./data").strip()


def nytt_repo(rot: Path, *valg: str) -> Path:
    rot.mkdir(parents=True, exist_ok=True)
    git(rot, "init", "-q", "-b", "main", *valg)
    return rot


def sjekk_inn(rot: Path, *valg: str) -> None:
    git(rot, *valg, "add", "-A")
    git(rot, "commit", "-q", "--allow-empty", "-m", "data", **naar("2024-01-02"))


def klone(fra: Path, til: Path, *valg: str) -> Path:
    git(fra.parent, "clone", "-q", *valg, fra.as_uri(), str(til))
    return til


def tilfeldig_tekst(tall: random.Random, *slutter: str) -> bytes:
    linjer = [
        tall.choice(("tittel: Årshjul", "a: 1", "", "- «sitat»", "x" * tall.choice((10, 9000))))
        for _ in range(tall.randint(0, 6))
    ]
    return "".join(linje + tall.choice(slutter) for linje in linjer).encode()


def skriv(fil: Path, innhold: bytes) -> None:
    if not fil.is_dir() and not any(mappe.is_file() for mappe in fil.parents):
        fil.parent.mkdir(parents=True, exist_ok=True)
        fil.write_bytes(innhold)


def test_tre_id_er_gits_egen_paa_tilfeldige_traer(tmp_path: Path, antall_tilfeldige: int) -> None:
    """Committed, cloned in every way, and then changed: what «git add -A» would make of it, asked
    of git itself.
    """
    tall = random.Random(13)
    for runde in range(antall_tilfeldige // 200):
        repo = nytt_repo(
            tmp_path / f"r{runde}", "--object-format", tall.choice(("sha1", "sha1", "sha256"))
        )
        rot = repo / tall.choice(("", "kommunen/ny"))
        skriv(rot / "data" / "kommune.yaml", b"navn: x\n")
        for _ in range(tall.randint(0, 12)):
            fil = rot / "data" / tall.choice(MAPPER) / tall.choice(NAVN)
            skriv(fil, tilfeldig_tekst(tall, "\n", "\r\n"))
            if fil.is_file() and not tall.randint(0, 3):
                fil.chmod(0o755)
        (repo / ".gitignore").write_text("*.ignorert\n", encoding="utf-8")
        sjekk_inn(repo, "-c", f"core.autocrlf={tall.choice(('true', 'input', 'false'))}")
        assert tre_id(rot) == gits(rot)
        sett = klone(
            repo,
            tmp_path / f"k{runde}",
            "-c",
            f"core.autocrlf={tall.choice(('true', 'input', 'false'))}",
            "-c",
            f"core.filemode={tall.choice(('true', 'false'))}",
        )
        her = sett / rot.relative_to(repo)
        assert tre_id(her) == gits(her) == gits(rot)
        endre_tilfeldig(tall, her)
        indeks = {"GIT_INDEX_FILE": str(sett / ".git" / "prøve")}
        shutil.copyfile(sett / ".git" / "index", indeks["GIT_INDEX_FILE"])
        git(
            her,
            "-c",
            "core.autocrlf=input",
            "-c",
            "core.filemode=false",
            "add",
            "-A",
            ".",
            **indeks,
        )
        prefiks = (her / "data").relative_to(sett).as_posix()
        assert tre_id(her) == git(her, "write-tree", f"--prefix={prefiks}", **indeks).strip(), runde
        assert MedTreId(Gittre(Git(her), ved_ref(Git(her), "HEAD"))).tre_id() == gits(her)


def endre_tilfeldig(tall: random.Random, rot: Path) -> None:
    """New files, ignored files, deletions, and edits of files that git has with LF alone: with
    others git asks the attributes.
    """
    filer = sorted(fil for fil in (rot / "data").rglob("*") if fil.is_file())
    for fil in tall.sample(filer, min(len(filer), 3)):
        if fil.name != "kommune.yaml" and tall.randint(0, 1):
            fil.unlink()
        elif b"\r" not in Git(rot).svar(
            "cat-file", "blob", f"HEAD:./{fil.relative_to(rot).as_posix()}"
        ):
            fil.write_bytes(tilfeldig_tekst(tall, "\n", "\r\n") + b"endret: true\n")
    for _ in range(3):
        skriv(
            rot / "data" / tall.choice(MAPPER) / f"ny {tall.randint(0, 9)}",
            tilfeldig_tekst(tall, "\n", "\r\n"),
        )
        skriv(rot / "data" / tall.choice(MAPPER) / "fil.ignorert", b"x")
    if filer and tall.randint(0, 1):
        tall.choice(filer).parent.mkdir(parents=True, exist_ok=True)
        skriv(tall.choice(filer).with_name("flyttet.yaml"), b"a: 1\n")
        git(rot, "add", "-A", "data")


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    rot = nytt_repo(tmp_path / "r")
    skriv(rot / "data" / "kommune.yaml", b"navn: x\n")
    skriv(rot / "data" / "a.yaml", b"a: 1\nb: 2\n")
    sjekk_inn(rot)
    return rot


def test_utenfor_git_er_regelen_den_samme(repo: Path, tmp_path: Path) -> None:
    ventet = gits(repo)
    shutil.copytree(repo / "data", tmp_path / "kopi" / "data")
    assert tre_id(tmp_path / "kopi") == ventet
    (tmp_path / "kopi" / "data" / "a.yaml").write_bytes(b"a: 1\r\nb: 2\r\n")
    (tmp_path / "kopi" / "data" / ".DS_Store").write_bytes(b"mac")
    assert tre_id(tmp_path / "kopi") == ventet


def test_uten_git_installert(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ventet = gits(repo)
    monkeypatch.setenv("PATH", "/finnes-ikke")
    assert tre_id(repo) == ventet


def test_data_som_git_er_bedt_om_aa_overse(repo: Path) -> None:
    """A project that lies in an ignored folder of another repository is no part of it."""
    (repo / ".gitignore").write_text("sandkasse/\n", encoding="utf-8")
    skriv(repo / "sandkasse" / "data" / "kommune.yaml", b"navn: x\n")
    skriv(repo / "sandkasse" / "data" / "a.yaml", b"a: 1\nb: 2\n")
    assert tre_id(repo / "sandkasse") == gits(repo)


def test_det_som_ligger_utenfor_git_telles(repo: Path) -> None:
    (repo / ".gitignore").write_text("*.tmp\n", encoding="utf-8")
    skriv(repo / "data" / "ny.yaml", b"x: 1\n")
    skriv(repo / "data" / "glemt.tmp", b"x: 1\n")
    skriv(repo / "data" / ".DS_Store", b"mac")
    tre = MedTreId(Arbeidstre(repo))
    list(tre.filer())
    tre.tre_id()
    assert tre.utenfor == ("data/glemt.tmp", "data/ny.yaml")


@bare_posix
def test_lenker_og_andre_repoer_har_den_id_en_git_gir(repo: Path) -> None:
    (repo / "data" / "lenke.yaml").symlink_to("a.yaml")
    under = nytt_repo(repo / "data" / "under")
    git(under, "commit", "-q", "--allow-empty", "-m", "x", **naar("2024-01-01"))
    git(repo, "-c", "advice.addEmbeddedRepo=false", "add", "-A")
    git(repo, "commit", "-q", "-m", "rart", **naar("2024-01-02"))
    assert tre_id(repo) == gits(repo)


def test_uflettet_fil_regnes_som_den_ligger(repo: Path) -> None:
    git(repo, "checkout", "-q", "-b", "gren")
    skriv(repo / "data" / "a.yaml", b"a: 2\n")
    sjekk_inn(repo)
    git(repo, "checkout", "-q", "main")
    skriv(repo / "data" / "a.yaml", b"a: 3\n")
    sjekk_inn(repo)
    with pytest.raises(Exception, match="merge"):
        git(repo, "merge", "gren", **naar("2024-01-03"))
    ligger = tre_id(repo)
    git(repo, "add", "-A")
    assert ligger == git(repo, "write-tree", "--prefix=data").strip()


def test_git_spoerres_uten_spor_og_kjorer_ingenting(repo: Path, tmp_path: Path) -> None:
    """A repository whose settings run programs at every turn: none is run, and the index is not
    written, though every file's time is new.
    """
    felle = tmp_path / "felle"
    program = tmp_path / "felle.sh"
    program.write_text(f"#!/bin/sh\ntouch '{felle}'\ncat\n", encoding="utf-8")
    program.chmod(0o755)
    (repo / ".gitattributes").write_text("* filter=felle\n", encoding="utf-8")
    for navn in (
        "core.fsmonitor",
        "filter.felle.clean",
        "filter.felle.smudge",
        "filter.felle.process",
        "core.hooksPath",
        "core.sshCommand",
    ):
        git(repo, "config", navn, str(program))
    git(repo, "config", "core.untrackedCache", "true")
    git(repo, "config", "core.splitIndex", "true")
    for fil in (repo / "data").iterdir():
        os.utime(fil, (1, 1))
    skriv(repo / "data" / "ny.yaml", b"x: 1\n")
    foer = {
        fil: (fil.read_bytes(), fil.stat().st_mtime_ns)
        for fil in (repo / ".git").rglob("*")
        if fil.is_file()
    }
    tre_id(repo)
    assert {
        fil: (fil.read_bytes(), fil.stat().st_mtime_ns)
        for fil in (repo / ".git").rglob("*")
        if fil.is_file()
    } == foer
    assert not felle.exists()
    git(repo, "status")
    assert felle.exists(), "the trap itself works: a plain «git status» springs it"
