"""``valider --indeks``: the data as they will be committed, whatever lies on disk."""

import os
import random
import shutil
from pathlib import Path

import pytest

from tests.conftest import EKSEMPLER, EN_FIL, OPPDRAG, Kjor, skriv
from tests.historie import git
from tests.test_tre_id import nytt_repo, sjekk_inn
from tests.utgavehjelp import naar

INGEN_FEIL = "Ingen feil. Lest 2 filer: 3 enheter og 1 oppdrag.\n"


@pytest.fixture
def repo(prosjekt: Path) -> Path:
    skriv(prosjekt, EN_FIL, OPPDRAG)
    nytt_repo(prosjekt)
    sjekk_inn(prosjekt)
    return prosjekt


def test_disken_betyr_ingenting(kjor: Kjor, repo: Path) -> None:
    ventet = kjor("valider", "--indeks", "--prosjekt", repo).ut
    assert ventet == INGEN_FEIL
    skriv(repo, EN_FIL, "tittel: [")
    skriv(repo, "oppdrag/2023/HOM-02.yaml", "tittel: [")
    svar = kjor("valider", "--indeks", "--prosjekt", repo)
    assert svar.ut == ventet
    assert (
        svar.feil == "styring: 1 fil under data/ er ikke lagt til med «git add», og er ikke med i"
        " kontrollen.\n"
    )
    git(repo, "add", "-A")
    shutil.rmtree(repo / "data" / "oppdrag")
    svar = kjor("valider", "--indeks", "--format", "kort", "--prosjekt", repo, ventet=1)
    assert svar.feil == ""
    assert {linje.partition(":")[0] for linje in svar.ut.splitlines()} == {
        f"data/{EN_FIL}",
        "data/oppdrag/2023/HOM-02.yaml",
    }


def test_indeksen_gir_det_samme_som_en_utsjekk_av_den(
    kjor: Kjor, tmp_path: Path, antall_tilfeldige: int
) -> None:
    """Every invalid example as it stands in the index, and then disturbed on disk: the findings are
    those of the files themselves.
    """
    tall = random.Random(16)
    for nr, mappe in enumerate(
        tall.sample(sorted((EKSEMPLER / "ugyldig").iterdir()), antall_tilfeldige // 100)
    ):
        rot = tmp_path / str(nr)
        shutil.copytree(mappe, rot)
        ventet = kjor_uansett(kjor, rot)
        nytt_repo(rot)
        git(rot, "-c", "core.autocrlf=false", "add", "-A")
        for fil in sorted((rot / "data").rglob("*.yaml")):
            if tall.randint(0, 1) and fil.name != "kommune.yaml":
                fil.unlink()
            elif fil.name != "kommune.yaml":
                fil.write_text("annet: ", encoding="utf-8")
        assert kjor_uansett(kjor, rot, "--indeks") == ventet


def kjor_uansett(kjor: Kjor, rot: Path, *valg: str) -> str:
    kode = 1 if " feil ST" in (rot / "forventet.txt").read_text(encoding="utf-8") else 0
    return kjor(
        "valider", "--format", "kort", "--bare", "ST", *valg, "--prosjekt", rot, ventet=kode
    ).ut


def test_uflettet_fil_er_et_funn(kjor: Kjor, repo: Path) -> None:
    """Also when somebody has tidied the text on disk and forgotten «git add»; and when one side has
    deleted the file.
    """
    git(repo, "checkout", "-q", "-b", "gren")
    skriv(repo, EN_FIL, OPPDRAG + "frist: 2023-10-31\n")
    sjekk_inn(repo)
    git(repo, "checkout", "-q", "main")
    skriv(repo, EN_FIL, OPPDRAG + "frist: 2023-08-31\n")
    sjekk_inn(repo)
    with pytest.raises(Exception, match="merge"):
        git(repo, "merge", "gren", **naar("2024-01-03"))
    skriv(repo, EN_FIL, OPPDRAG + "frist: 2023-08-31\n")
    kjor("valider", "--prosjekt", repo)
    ut = kjor("valider", "--indeks", "--format", "kort", "--prosjekt", repo, ventet=1).ut
    assert (
        ut
        == f"data/{EN_FIL}:1:1: feil ST003 filen er ikke ferdig flettet – velg hva som gjelder, og"
        " kjør «git add» på filen\n"
    )
    git(repo, "add", "-A")
    kjor("valider", "--indeks", "--prosjekt", repo)


def test_cr_i_indeksen(kjor: Kjor, repo: Path) -> None:
    """A warning in what git has; on disk a file may end its lines as the clone does."""
    skriv(repo, EN_FIL, OPPDRAG.replace("\n", "\r\n"))
    kjor("valider", "--streng", "--prosjekt", repo)
    git(repo, "-c", "core.autocrlf=true", "add", "-A")
    assert kjor("valider", "--indeks", "--streng", "--prosjekt", repo).ut == INGEN_FEIL
    git(repo, "rm", "-q", "--cached", f"data/{EN_FIL}")
    sjekk_inn(repo, "-c", "core.autocrlf=false")
    for valg in (("--indeks",), ("--ved", "HEAD")):
        ut = kjor("valider", *valg, "--streng", "--format", "kort", "--prosjekt", repo, ventet=1).ut
        assert (
            ut
            == f"data/{EN_FIL}:1:1: advarsel ST019 filen ligger i git med linjeslutt fra Windows – "
            "skriv «data/** text eol=lf» i .gitattributes, og kjør «git add --renormalize data»\n"
        )
    (repo / ".gitattributes").write_text("data/** text eol=lf\n", encoding="utf-8")
    git(repo, "add", "--renormalize", "data")
    kjor("valider", "--indeks", "--streng", "--prosjekt", repo)


def test_bare_meldt_fil_blir_ikke_med(kjor: Kjor, repo: Path) -> None:
    """«git add -N» says that a file will come; it looks empty in the index, and is not committed.

    A file that is empty is another matter.
    """
    skriv(repo, "oppdrag/2023/HOM-02.yaml", OPPDRAG)
    git(repo, "add", "-N", "data")
    svar = kjor("valider", "--indeks", "--prosjekt", repo)
    assert svar.ut == INGEN_FEIL
    assert "1 fil under data/ er ikke lagt til" in svar.feil
    skriv(repo, "oppdrag/2023/HOM-03.yaml", "")
    git(repo, "add", "data/oppdrag/2023/HOM-03.yaml")
    ut = kjor("valider", "--indeks", "--format", "kort", "--prosjekt", repo, ventet=1).ut
    assert ut.startswith("data/oppdrag/2023/HOM-03.yaml:1:1: feil ST009")
    assert ut.count("\n") == 1


def test_git_sier_hvor_indeksen_ligger(
    kjor: Kjor, repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """GIT_INDEX_FILE counts for --indeks and for nothing else; the rest of what could lead git
    astray never does.
    """
    annen = repo / ".git" / "annen"
    shutil.copyfile(repo / ".git" / "index", annen)
    skriv(repo, EN_FIL, "tittel: [")
    git(repo, "add", "-A", GIT_INDEX_FILE=str(annen))
    kjor("valider", "--indeks", "--prosjekt", repo)
    monkeypatch.setenv("GIT_DIR", os.devnull)
    monkeypatch.setenv("GIT_WORK_TREE", os.devnull)
    kjor("valider", "--indeks", "--prosjekt", repo)
    monkeypatch.setenv("GIT_INDEX_FILE", str(annen))
    assert "ST004" in kjor("valider", "--indeks", "--prosjekt", repo, ventet=1).ut
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/annen")
    assert "ST004" in kjor("valider", "--indeks", "--prosjekt", repo, ventet=1).ut
    git(
        repo,
        "checkout",
        "-q",
        "--",
        "data",
        GIT_DIR=str(repo / ".git"),
        GIT_WORK_TREE=str(repo),
        GIT_INDEX_FILE=str(repo / ".git" / "index"),
    )
    kjor("valider", "--prosjekt", repo)


def test_uten_git_og_med_en_versjon(kjor: Kjor, prosjekt: Path) -> None:
    assert (
        "ligger ikke i et git-repo"
        in kjor("valider", "--indeks", "--prosjekt", prosjekt, ventet=2).feil
    )
    assert (
        "--indeks kan ikke brukes sammen med --ved"
        in kjor("valider", "--indeks", "--ved", "HEAD", "--prosjekt", prosjekt, ventet=2).feil
    )


def test_ingenting_er_lagt_til(kjor: Kjor, prosjekt: Path) -> None:
    nytt_repo(prosjekt)
    svar = kjor("valider", "--indeks", "--prosjekt", prosjekt)
    assert svar.ut == "Ingen feil. Lest 0 filer.\n"
    assert svar.feil.startswith("styring: 1 fil under data/ er ikke lagt til")
