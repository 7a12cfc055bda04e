"""A file that can't be read is known and not read: it is found once, and nothing that hangs on it
is found with it.
"""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from styring.lesing.innlesing import les_inn
from styring.prosjekt.tre import Arbeidstre
from styring.regler.kjoring import kjor_regler
from tests.conftest import runder
from tests.skjemahjelp import EKSEMPEL

FILER = sorted(str(fil.relative_to(EKSEMPEL)) for fil in EKSEMPEL.glob("data/**/*.yaml"))


@pytest.fixture(scope="module")
def rot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(EKSEMPEL, tmp_path_factory.mktemp("folgefeil") / "p"))


def filene_med_funn(rot: Path) -> set[str]:
    lest = les_inn(Arbeidstre(rot))
    return {treff.fil for treff in [*lest.treff, *kjor_regler(lest.register)]}


@settings(max_examples=runder(6), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(FILER))
@example("data/oppdrag/2023/FOS-05.yaml")  # running work, told of as «usikkert» without a day
@example("data/oppdrag/2023/HOM-02.yaml")
@example("data/kommune.yaml")  # the units, and the order of the periods
@example("data/okonomi/2024/tiltak.yaml")  # what the units do about what they overspend
@example("data/styringsbrev/2024.yaml")  # the titles of the themes
def test_en_fil_som_ikke_kan_leses_gir_bare_sitt_eget_funn(rot: Path, fil: str) -> None:
    raa = (rot / fil).read_bytes()
    (rot / fil).write_bytes(b"tittel: [\n")
    try:
        assert filene_med_funn(rot) == {fil}
    finally:
        (rot / fil).write_bytes(raa)


def test_et_felt_som_er_feil_gir_bare_sitt_eget_funn(rot: Path) -> None:
    fil = rot / "data/oppdrag/2023/FOS-05.yaml"
    raa = fil.read_text(encoding="utf-8")
    fil.write_text(raa.replace("art: lopende", "art: lopnde"), encoding="utf-8")
    try:
        assert filene_med_funn(rot) == {"data/oppdrag/2023/FOS-05.yaml"}
    finally:
        fil.write_text(raa, encoding="utf-8")
