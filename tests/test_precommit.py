"""The real pre-commit, in a real git repository, without network: a bad edit and a bad deletion are
stopped.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import EKSEMPLER, ROT
from tests.skjemahjelp import les_yaml


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """A fresh repository with good data and the hook of this project, run by the
    installed program.
    """
    rot = tmp_path / "repo"
    shutil.copytree(EKSEMPLER / "gyldig" / "rikt", rot)
    krok = les_yaml((ROT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0]
    assert krok["entry"] == "styring valider --indeks"
    lokal = {**krok, "language": "system", "entry": f"{sys.executable} -m {krok['entry']}"}
    (rot / ".pre-commit-config.yaml").write_text(
        yaml.safe_dump({"repos": [{"repo": "local", "hooks": [lokal]}]}), encoding="utf-8"
    )
    kjor(rot, "git", "init", "-q")
    kjor(rot, sys.executable, "-m", "pre_commit", "install")
    kjor(rot, "git", "add", "-A")
    kjor(rot, "git", "commit", "-qm", "gode data")
    return rot


def kjor(mappe: Path, *kommando: str, ventet: int = 0) -> str:
    miljo = {navn: verdi for navn, verdi in os.environ.items() if not navn.startswith("GIT_")}
    miljo |= {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "PRE_COMMIT_HOME": str(mappe.parent / "pc"),
        "PRE_COMMIT_COLOR": "never",
    }
    miljo |= {
        f"GIT_{hvem}_{hva}": "t@eksempel"
        for hvem in ("AUTHOR", "COMMITTER")
        for hva in ("NAME", "EMAIL")
    }
    svar = subprocess.run(
        kommando, cwd=mappe, env=miljo, capture_output=True, text=True, check=False, timeout=120
    )
    assert svar.returncode == ventet, svar.stdout + svar.stderr
    return svar.stdout + svar.stderr


def antall_commits(repo: Path) -> int:
    return len(kjor(repo, "git", "log", "--format=%h").split())


def test_daarlig_endring_stoppes(repo: Path) -> None:
    fil = repo / "data" / "oppdrag" / "2023" / "HOM-01.yaml"
    fil.write_text("tittel: Rullering\nansvarlig: HMO\n", encoding="utf-8")
    ut = kjor(repo, "git", "commit", "-qam", "feil", ventet=1)
    assert "data/oppdrag/2023/HOM-01.yaml:2:12: feil ST201" in ut
    assert "mente du «HOM»?" in ut
    assert antall_commits(repo) == 1


def test_daarlig_sletting_stoppes(repo: Path) -> None:
    """The commit only deletes a file, so pre-commit has no file to pass: the hook runs all the
    same.
    """
    kjor(repo, "git", "rm", "-q", "data/maal/tilhorighet.yaml")
    ut = kjor(repo, "git", "commit", "-qm", "sletter målene", ventet=1)
    assert "feil ST202" in ut
    assert antall_commits(repo) == 1


def test_god_endring_slipper_gjennom(repo: Path) -> None:
    fil = repo / "data" / "oppdrag" / "2023" / "HOM-01.yaml"
    fil.write_text("tittel: Rullering\nansvarlig: HOM\n", encoding="utf-8")
    kjor(repo, "git", "commit", "-qam", "riktig")
    assert antall_commits(repo) == 2


NY = "tittel: Et nytt oppdrag\nansvarlig: HOM\n"
MAAL = """kode: NY
nr: 7
navn: Noe nytt
hovedmaal:
  - kode: NY-1
    tittel: Alt er nytt
    delmaal:
      - kode: NY-1.1
        tittel: Mer er nytt
        ansvar: [HOM]
"""


def test_det_som_sjekkes_inn_kontrolleres(repo: Path) -> None:
    """A file that git does not know can't make good what will be committed, nor can it stop it;
    what is staged counts, not what lies on disk.
    """
    oppdrag = repo / "data" / "oppdrag" / "2023"
    (oppdrag / "HOM-77.yaml").write_text(NY + "delmaal: [NY-1.1]\n", encoding="utf-8")
    kjor(repo, "git", "add", "-A")
    (repo / "data" / "maal" / "ny.yaml").write_text(MAAL, encoding="utf-8")
    ut = kjor(repo, "git", "commit", "-qm", "bruker en fil som ikke er med", ventet=1)
    assert "feil ST202" in ut
    assert (
        "styring: 1 fil under data/ er ikke lagt til med «git add», og er ikke med i kontrollen."
        in ut
    )
    kjor(repo, "git", "add", "-A")
    (oppdrag / "HOM-79.yaml").write_text("tittel: halvferdi", encoding="utf-8")
    (oppdrag / "HOM-77.yaml").write_text("tittel: [", encoding="utf-8")
    kjor(repo, "git", "commit", "-qm", "en halvferdig fil ved siden av")
    assert antall_commits(repo) == 2


@pytest.mark.parametrize(
    "hvordan",
    [("-a",), ("data/oppdrag/2023/HOM-01.yaml",), ("--include", "data/oppdrag/2023/HOM-01.yaml")],
)
def test_git_legger_indeksen_et_annet_sted(repo: Path, hvordan: tuple[str, ...]) -> None:
    """«commit -a» and «commit FILE» make an index of their own, and say where it lies.

    In a worktree of the clone too.
    """
    kjor(repo, "git", "worktree", "add", "-q", "../ved-siden-av")
    for her in (repo, repo.parent / "ved-siden-av"):
        fil = her / "data" / "oppdrag" / "2023" / "HOM-01.yaml"
        god = fil.read_text(encoding="utf-8")
        fil.write_text("tittel: Rullering\nansvarlig: HMO\n", encoding="utf-8")
        assert "feil ST201" in kjor(her, "git", "commit", "-qm", "feil", *hvordan, ventet=1)
        fil.write_text(god + "# bedre\n", encoding="utf-8")
        kjor(her, "git", "commit", "-qm", "riktig", *hvordan)


def test_krokens_form() -> None:
    """What other repositories rely on, and what this one runs on itself."""
    krok = les_yaml((ROT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0]
    assert (krok["id"], krok["always_run"], krok["pass_filenames"], krok["language"]) == (
        "styring-valider",
        True,
        False,
        "python",
    )
    egen = les_yaml((ROT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0][
        "hooks"
    ][0]
    assert {navn: egen[navn] for navn in ("id", "always_run", "pass_filenames")} == {
        navn: krok[navn] for navn in ("id", "always_run", "pass_filenames")
    }
    assert egen["entry"].endswith(krok["entry"])
