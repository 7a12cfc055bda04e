"""The example municipality as a git history: it ends as the example stands, and is in order on
every day on the way.
"""

import subprocess
from pathlib import Path

import pytest

from tests.conftest import Kjor
from tests.historie import DATA, Hendelse, bygg, git, hent


@pytest.fixture(scope="module")
def historie(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Hendelse]]:
    rot = tmp_path_factory.mktemp("historie") / "granvaag"
    return rot, bygg(rot)


def test_ender_som_eksempelet(historie: tuple[Path, list[Hendelse]]) -> None:
    rot, hendelser = historie
    assert {
        str(fil.relative_to(rot / "data")): fil.read_bytes()
        for fil in (rot / "data").rglob("*.yaml")
    } == {str(fil.relative_to(DATA)): fil.read_bytes() for fil in DATA.rglob("*.yaml")}
    linjer = git(rot, "log", "--reverse", "--format=%an|%aI|%s").splitlines()
    assert len(linjer) == len(hendelser) > 140
    assert [linje.split("|")[1][:10] for linje in linjer] == [
        str(hendelse.dag) for hendelse in hendelser
    ]
    assert {"controller", "kommunedirektør", "politisk sekretariat", "direktør FOS"} <= {
        linje.split("|")[0] for linje in linjer
    }
    assert git(rot, "status", "--porcelain") == ""


def test_gyldig_hele_veien(
    historie: tuple[Path, list[Hendelse]], kjor: Kjor, tmp_path: Path
) -> None:
    """At every tenth commit the data is in order, and says what was known then."""
    rot, hendelser = historie
    commits = git(rot, "rev-list", "--reverse", "HEAD").split()
    for nr in range(9, len(commits), 10):
        mappe = tmp_path / str(nr)
        mappe.mkdir()
        arkiv = subprocess.run(
            ["git", "archive", commits[nr]], cwd=rot, check=True, capture_output=True
        ).stdout
        subprocess.run(["tar", "-x", "-C", str(mappe)], input=arkiv, check=True)
        assert "Ingen feil" in kjor("valider", "--prosjekt", mappe).ut, hendelser[nr]
        kjor("status", "--dato", hendelser[nr].dag, "--prosjekt", mappe)


def test_filen_eksempelet_kommer_med_er_den_samme_historien(
    historie: tuple[Path, list[Hendelse]], tmp_path: Path
) -> None:
    """Commit by commit: made anew with «make eksempelhistorie»."""
    hent(tmp_path / "hentet")
    assert git(tmp_path / "hentet", "rev-list", "HEAD") == git(historie[0], "rev-list", "HEAD")
