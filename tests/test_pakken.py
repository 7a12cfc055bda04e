"""styring as it is built and installed: what the wheel holds, where its templates are, and which
templates are the project's own.
"""

import os
import shutil
import subprocess
import sys
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest

import styring
from styring.prosjekt.medfolger import mappe_som_folger_med
from tests.conftest import ROT, Kjor
from tests.historie import git


@pytest.mark.skipif(
    not sys.flags.safe_path, reason="bare «make test» prøver den installerte pakken"
)
def test_det_er_den_installerte_pakken_som_proeves() -> None:
    assert styring.__file__ is not None
    assert Path(styring.__file__).is_relative_to(sys.prefix)
    assert not Path(styring.__file__).is_relative_to(ROT / "styring")


@pytest.fixture(scope="module")
def hjulet(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built of what lies here."""
    mappe = tmp_path_factory.mktemp("hjul")
    kilde = mappe / "kilde"
    for navn in ("styring", "templates", "docs", "eksempel", "verktoy"):
        shutil.copytree(ROT / navn, kilde / navn, ignore=shutil.ignore_patterns("__pycache__"))
    for navn in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROT / navn, kilde / navn)
    bygg = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--no-build-isolation",
        str(kilde),
        "-w",
        str(mappe),
    ]
    subprocess.run(
        bygg, check=True, capture_output=True, env={**os.environ, "PIP_CONFIG_FILE": os.devnull}
    )
    return zipfile.ZipFile(next(mappe.glob("*.whl")))


def test_hjulet_har_maler_oversatte_maler_og_typer_og_ikke_mer(hjulet: zipfile.ZipFile) -> None:
    filer = set(hjulet.namelist())
    assert {navn.split("/")[0] for navn in filer} == {
        "styring",
        f"styring-{styring.__version__}.dist-info",
    }
    assert "styring/py.typed" in filer
    maler = [fil.name for fil in (ROT / "templates").iterdir()]
    assert {f"styring/templates/{navn}" for navn in maler} == {
        navn for navn in filer if navn.startswith("styring/templates/") and navn.count("/") == 2
    }
    oversatte = {
        navn.rpartition("/")[2] for navn in filer if navn.startswith("styring/templates/jinja_")
    }
    assert oversatte == {
        f"{navn.removesuffix('.j2').replace('.', '_')}.py" for navn in maler if navn.endswith(".j2")
    }


def test_de_oversatte_malene_kan_lastes_som_moduler(hjulet: zipfile.ZipFile) -> None:
    """Plain source, for any Python: nothing of the environment is asked for before a template is
    filled in.
    """
    for navn in hjulet.namelist():
        if navn.startswith("styring/templates/jinja_"):
            rom: dict[str, object] = {}
            # our own code, just built
            exec(compile(hjulet.read(navn), navn, "exec"), rom)  # noqa: S102
            assert callable(rom["root"]), navn


def test_hjulet_sier_hva_det_er(hjulet: zipfile.ZipFile) -> None:
    [fil] = [navn for navn in hjulet.namelist() if navn.endswith("/METADATA")]
    om = message_from_bytes(hjulet.read(fil))
    assert om["Author"] == "styring contributors"
    assert om["License-Expression"] == "MIT"
    assert "Typing :: Typed" in om.get_all("Classifier", [])
    assert om["Version"] == styring.__version__


def test_malene_er_i_pakken_naar_den_er_installert_og_ved_siden_av_der_kilden_ligger(
    tmp_path: Path,
) -> None:
    assert (
        mappe_som_folger_med("templates", tmp_path / "site-packages" / "styring")
        == tmp_path / "site-packages" / "styring" / "templates"
    )
    assert mappe_som_folger_med("templates", ROT / "styring") == ROT / "templates"


@pytest.mark.parametrize("prosjekt", ["", '[project]\nname = "budsjett"\n'])
def test_et_annet_prosjekt_ved_siden_av_pakken_gir_ikke_malene(
    tmp_path: Path, prosjekt: str
) -> None:
    (tmp_path / "pyproject.toml").write_text(prosjekt, encoding="utf-8")
    (tmp_path / "templates").mkdir()
    assert (
        mappe_som_folger_med("templates", tmp_path / "styring")
        == tmp_path / "styring" / "templates"
    )


def test_en_gammel_kopi_etter_en_redigerbar_installasjon_brukes_ikke(tmp_path: Path) -> None:
    """hatchling copies the templates when styring is installed with -e, and the copy stays as it
    was that day.
    """
    gammel = tmp_path / "site" / "styring" / "templates"
    shutil.copytree(ROT / "templates", gammel)
    kode = "import styring.visning.rapport.malfiler as m; print(m.MALER)"
    miljo = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(tmp_path / "site"), str(ROT)]),
        "PYTHONSAFEPATH": "1",
    }
    svar = subprocess.run(
        [sys.executable, "-c", kode],
        check=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=miljo,
    )
    assert Path(svar.stdout.strip()) == ROT / "templates"


BREV = ("rapport", "styringsbrev", "--aar", "2023", "--for", "intern")


def test_maler_ved_siden_av_dataene_er_prosjektets_egne(kjor: Kjor, rikt: Path) -> None:
    (rikt / "templates").mkdir()
    (rikt / "templates" / "styringsbrev.md.j2").write_text("# Vårt eget brev\n", encoding="utf-8")
    assert kjor(*BREV, "--prosjekt", rikt).ut.startswith("# Vårt eget brev")
    (rikt / "styring").mkdir()  # a folder of their own, of the same name
    assert kjor(*BREV, "--prosjekt", rikt).ut.startswith("# Vårt eget brev")


@pytest.mark.parametrize("ved", [(), ("--ved", "HEAD")])
def test_der_styring_selv_ligger_er_malene_ikke_prosjektets_egne(
    kjor: Kjor, rikt: Path, ved: tuple[str, ...]
) -> None:
    """In styring's own repository templates/ holds ours, perhaps of another version; today's are
    those that run.
    """
    ventet = kjor(*BREV, "--prosjekt", rikt).ut
    (rikt / "templates").mkdir()
    (rikt / "templates" / "styringsbrev.md.j2").write_text("# En annen utgave\n", encoding="utf-8")
    (rikt / "templates" / "styringsbrevet.md.j2").write_text(
        "# Nesten riktig navn\n", encoding="utf-8"
    )
    (rikt / "styring").mkdir()
    for navn in ("__init__.py", "__main__.py"):
        (rikt / "styring" / navn).touch()
    git(rikt, "init", "--quiet")
    git(rikt, "add", ".")
    git(
        rikt,
        "-c",
        "user.name=Test",
        "-c",
        "user.email=test@granvaag.invalid",
        "commit",
        "--quiet",
        "-m",
        "alt",
    )
    svar = kjor(*BREV, *ved, "--prosjekt", rikt)
    assert "En annen utgave" not in svar.ut
    assert svar.ut.splitlines()[0] == ventet.splitlines()[0]
    assert "erstatter ingen mal" not in svar.feil
