"""What all tests share: running the real program, and small projects to run it on."""

import gc
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings

from styring.__main__ import kjor as kjor_program
from styring.cli.felles import innlasting
from tests.skjemahjelp import PERIODE, for_perioden

ROT = Path(__file__).parent.parent
EKSEMPLER = Path(__file__).parent / "eksempler"

settings.register_profile(
    "vanlig",
    max_examples=100,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "grundig", max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("vanlig")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--grundig", action="store_true", help="ti ganger så mange tilfeldige filer og endringer"
    )
    parser.addoption("--ny-fasit", action="store_true", help="skriv fasitene på nytt")


def pytest_configure(config: pytest.Config) -> None:
    # the program itself never looks for garbage; the tests do it seldom
    gc.set_threshold(100_000, 20, 50)
    if config.getoption("--grundig"):
        settings.load_profile("grundig")


def runder(vanlig: int) -> int:
    """How many random cases of a slow property: a few at every run, a thousand where it is asked
    for.
    """
    return 1000 if settings.default and settings.default.max_examples > 100 else vanlig


@pytest.fixture
def antall_tilfeldige(request: pytest.FixtureRequest) -> int:
    """How many random files and edits a long search makes."""
    return 10_000 if request.config.getoption("--grundig") else 300


class Svar(NamedTuple):
    """What a command gave."""

    kode: int
    ut: str
    feil: str


Kjor = Callable[..., Svar]
bare_posix = pytest.mark.skipif(
    os.name == "nt", reason="Windows har ikke FIFO, /dev/full, lenker uten rettigheter eller bash"
)


@pytest.fixture
def kjor(capsys: pytest.CaptureFixture[str]) -> Kjor:
    """Run styring in this process.

    Fails loudly on a bug of ours; the exit code must be the one expected, or with None any that is
    an answer.
    """

    def kjor(*argumenter: object, ventet: int | None = 0) -> Svar:
        ord_ = [str(argument) for argument in argumenter]
        # Findings are told from where one stands: who checks a project, stands in it.
        her = Path.cwd()
        if ord_[0:1] == ["valider"] and "--prosjekt" in ord_ and her == ROT:
            prosjekt = Path(ord_[ord_.index("--prosjekt") + 1])
            os.chdir(prosjekt if prosjekt.is_dir() else her)
        try:
            kode = kjor_program(ord_)
        finally:
            os.chdir(her)
        fanget = capsys.readouterr()
        ventede = (0, 1, 2) if ventet is None else (ventet,)
        assert kode in ventede, fanget.out + fanget.err
        return Svar(kode, fanget.out, fanget.err)

    return kjor


@pytest.fixture
def som_ny_prosess() -> None:
    """Nothing has been read: for the few tests where it matters that the next command is the first
    of its process.
    """
    innlasting._LEST.clear()


@pytest.fixture(scope="session")
def sendt_ut(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example municipality with the forms of a period made, and the workbooks in ``ut``: made
    once, and to be copied.
    """
    rot = for_perioden(tmp_path_factory.mktemp("sendt"))
    assert (
        kjor_program(
            ["tertial", "start", PERIODE, "--ja", "--xlsx", str(rot / "ut"), "--prosjekt", str(rot)]
        )
        == 0
    )
    return rot


@pytest.fixture
def prosjekt(tmp_path: Path) -> Path:
    """A small valid project of its own, to be changed at will."""
    shutil.copytree(EKSEMPLER / "gyldig" / "lite", tmp_path / "prosjekt")
    return tmp_path / "prosjekt"


@pytest.fixture
def rikt(tmp_path: Path) -> Path:
    """A valid project that uses every field, to be changed at will."""
    shutil.copytree(EKSEMPLER / "gyldig" / "rikt", tmp_path / "rikt")
    return tmp_path / "rikt"


@pytest.fixture
def rapport(tmp_path: Path) -> Path:
    """A valid project in the middle of a reporting year, with every field of vedtak and forms, in
    many styles.
    """
    shutil.copytree(EKSEMPLER / "gyldig" / "rapport", tmp_path / "rapport")
    return tmp_path / "rapport"


def skriv(rot: Path, fil: str, innhold: str | bytes) -> Path:
    """Write one data file of a project."""
    sti = rot / "data" / fil
    sti.parent.mkdir(parents=True, exist_ok=True)
    sti.write_bytes(innhold.encode() if isinstance(innhold, str) else innhold)
    return sti


OPPDRAG = "tittel: Rullering av boligplanen\nansvarlig: HOM\n"
EN_FIL = "oppdrag/2023/HOM-01.yaml"
