"""What git has and the disk lacks is said; what somebody has deleted is deleted.

And names that no text can hold, and folders named as files.
"""

import os
import shutil
from pathlib import Path

import pytest

from styring.cli.felles import innlasting
from tests.conftest import Kjor, bare_posix
from tests.historie import git
from tests.skjemahjelp import EKSEMPEL
from tests.test_tre_id import gits, klone, nytt_repo, sjekk_inn, tre_id

RAPPORTER = (
    ("tertial", "2023-T2"),
    ("vedtak",),
    ("styringsbrev", "--aar", "2023"),
    ("virksomhetsplan", "--sektor", "FOS"),
    ("styringsdialog", "--sektor", "FOS"),
    ("styringskonferanse",),
    ("arsrapport", "--aar", "2023"),
    ("manedsrapport", "2024-03"),
    ("tilstand",),
)
DAG = ("--dato", "2024-09-20")


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    rot = nytt_repo(tmp_path / "r")
    shutil.copytree(EKSEMPEL / "data", rot / "data")
    sjekk_inn(rot)
    return rot


@pytest.mark.parametrize("valg", [("--cone",), ("--no-cone",), ("--cone", "--sparse-index")])
def test_delvis_utsjekk_blir_sagt(
    kjor: Kjor, repo: Path, tmp_path: Path, valg: tuple[str, ...]
) -> None:
    """Only oppdrag and mål on disk: every file that is left out is a finding, and no answer passes
    as whole.
    """
    her = klone(repo, tmp_path / "k", "--sparse")
    stier = (
        ("/data/*.yaml", "/data/oppdrag/", "/data/maal/")
        if "--no-cone" in valg
        else ("data/oppdrag", "data/maal")
    )
    git(her, "sparse-checkout", "set", *valg, *stier)
    borte = sorted(
        fil.relative_to(repo).as_posix()
        for fil in (repo / "data").rglob("*.yaml")
        if not (her / fil.relative_to(repo)).exists()
    )
    assert len(borte) > 50
    ut = kjor("valider", "--format", "kort", "--bare", "ST017", "--prosjekt", her, ventet=1).ut
    assert [linje.partition(":")[0] for linje in ut.splitlines()] == borte
    assert (
        "git har filen, men klonen er satt til ikke å ha den på disken – hent den med «git"
        " sparse-checkout disable»" in ut
    )
    assert kjor("status", *DAG, "--prosjekt", her, ventet=1).ut.startswith(
        f"{len(borte)} filer kunne ikke leses"
    )
    assert (
        "**Ikke fullstendig.**"
        in kjor("rapport", "vedtak", *DAG, "--for", "ledelse", "--prosjekt", her, ventet=1).ut
    )
    assert tre_id(her) == gits(repo)
    git(her, "sparse-checkout", "disable")
    kjor("valider", "--prosjekt", her)


def test_en_fil_som_er_merket_for_haand(kjor: Kjor, repo: Path, tmp_path: Path) -> None:
    """The mark is what counts, also in a worktree beside the clone, and with the index in two
    parts.
    """
    fil = "data/oppdrag/2023/FOS-01.yaml"
    git(repo, "worktree", "add", "-q", str(tmp_path / "w"))
    for her, oppsett in (
        (repo, "false"),
        (tmp_path / "w", "false"),
        (klone(repo, tmp_path / "k"), "true"),
    ):
        git(her, "-c", f"core.splitIndex={oppsett}", "update-index", "--skip-worktree", fil)
        kjor("valider", "--bare", "ST017", "--prosjekt", her)
        (her / fil).unlink()
        assert (
            fil
            in kjor(
                "valider", "--format", "kort", "--bare", "ST017", "--prosjekt", her, ventet=1
            ).ut
        )


def test_en_slettet_fil_er_slettet(kjor: Kjor, repo: Path) -> None:
    (repo / "data" / "styringsdialog" / "2024" / "FOS-1.yaml").unlink()
    for versjon in ("2", "4"):
        git(repo, "update-index", "--index-version", versjon)
        assert kjor("valider", "--bare", "ST0", "--prosjekt", repo).ut.startswith("Ingen feil.")


def test_det_repoet_mangler_sies_paa_norsk(kjor: Kjor, tmp_path: Path, prosjekt: Path) -> None:
    """A tree, a commit's whole tree, a file, the index: broken or gone, it is told with what to do,
    and in no words of git's own.
    """
    nytt_repo(prosjekt)
    sjekk_inn(prosjekt)
    fil = git(prosjekt, "rev-parse", "HEAD:data/kommune.yaml").strip()
    for nr, (id_, leser) in enumerate(
        (
            (gits(prosjekt), "--ved=HEAD"),
            (git(prosjekt, "rev-parse", "HEAD^{tree}").strip(), "--ved=HEAD"),
            (fil, "--ved=HEAD"),
            (fil, "--indeks"),
        )
    ):
        her = tmp_path / str(nr)
        shutil.copytree(prosjekt, her)
        (her / ".git" / "objects" / id_[:2] / id_[2:]).unlink()
        innlasting._LEST.clear()
        feil = kjor("valider", leser, "--prosjekt", her, ventet=2).feil.splitlines()[-1]
        assert (
            feil
            == "styring: klonen mangler noe av innholdet i denne versjonen. Hent det med «git fetch"
            " --refetch», eller lag en ny klone."
        )
        kjor("valider", "--prosjekt", her)
    (prosjekt / ".git" / "index").write_bytes(b"tull")
    feil = kjor("valider", "--indeks", "--prosjekt", prosjekt, ventet=2).feil
    assert (
        feil
        == "styring: git kan ikke lese repoet. Se hva som er galt med «git fsck», eller lag en ny"
        " klone.\n"
    )
    kjor("valider", "--prosjekt", prosjekt)


@bare_posix
@pytest.mark.parametrize("i_git", [True, False])
def test_navn_som_ikke_er_utf8_stopper_ingen_rapport(kjor: Kjor, repo: Path, i_git: bool) -> None:
    """The name is said with its bytes, and every report is made from the disk and from git, and the
    first of them in every form.
    """
    # a name of bytes
    with open(os.fsencode(repo / "data" / "oppdrag" / "2023") + b"/b\xe5t.yaml", "wb") as fil:  # noqa: PTH123
        fil.write(b"tittel: x\n")
    if i_git:
        sjekk_inn(repo)
        assert tre_id(repo) == gits(repo)
    assert r"data/oppdrag/2023/b\udce5t.yaml" in kjor("valider", "--prosjekt", repo, ventet=1).ut
    for ved in ((), ("--ved", "HEAD")) if i_git else ((),):
        for navn in RAPPORTER:
            # made of what was approved, which is whole
            godkjent = navn[0] in ("tertial", "arsrapport")
            felles = (*(() if godkjent else DAG), *ved, "--for", "ledelse", "--prosjekt", repo)
            ventet = int(not godkjent)
            for form in ("md", "html", "json") if navn == RAPPORTER[0] else ("md",):
                svar = kjor("rapport", *navn, *felles, "--format", form, ventet=ventet)
                assert len(svar.ut) > 500
            for form in ("docx", "pdf") if navn == RAPPORTER[0] else ():
                ut = repo.parent / f"{navn[0]}.{form}"
                kjor("rapport", *navn, *felles, "--ut", ut, ventet=ventet)


@pytest.mark.parametrize("navn", ["HOM-01.yaml", "HOM-01.yml", "HOM-01.YAML"])
def test_mappe_med_navn_som_en_fil(kjor: Kjor, prosjekt: Path, navn: str) -> None:
    """Empty or not, and in git too: what was meant as a record is not missed without a word."""
    mappe = prosjekt / "data" / "oppdrag" / "2023" / navn
    mappe.mkdir(parents=True)
    ventet = (
        f"data/oppdrag/2023/{navn}:1:1: feil ST014 dette er en mappe, ikke en vanlig fil – legg inn"
        " en vanlig fil, eller slett den\n"
    )
    assert kjor("valider", "--format", "kort", "--prosjekt", prosjekt, ventet=1).ut == ventet
    (mappe / "README.md").write_text("x\n", encoding="utf-8")
    nytt_repo(prosjekt)
    sjekk_inn(prosjekt)
    assert (
        kjor("valider", "--format", "kort", "--ved", "HEAD", "--prosjekt", prosjekt, ventet=1).ut
        == ventet
    )
