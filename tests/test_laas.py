"""What is locked can be installed: today, next month, and from a folder without a network."""

import os
import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_sdist_filename, parse_wheel_filename

from tests.conftest import ROT

KRAV = ROT / "krav"
_LINJE = re.compile(r"^([A-Za-z0-9._-]+)(?:\[([^]]*)\])?==([^ ;\\]+)", re.MULTILINE)


def laast(fil: str) -> dict[str, tuple[str, set[str]]]:
    """The locked packages: the version of each, and the extras it is locked with."""
    tekst = (KRAV / fil).read_text(encoding="utf-8")
    return {
        str(canonicalize_name(navn)): (versjon, {*tillegg.split(",")} - {""})
        for navn, tillegg, versjon in _LINJE.findall(tekst)
    }


def test_det_som_kjoeres_er_det_som_er_testet() -> None:
    """What users install has the versions that the tests are run with."""
    kjor, utvikling = laast("kjor.txt"), laast("utvikling.txt")
    assert kjor
    assert {navn: versjon for navn, (versjon, _) in kjor.items()}.items() <= {
        navn: versjon for navn, (versjon, _) in utvikling.items()
    }.items()


@pytest.mark.parametrize("fil", ["kjor.txt", "utvikling.txt"])
def test_hvert_tillegg_som_en_laast_pakke_ber_om_staar_i_laasen(fil: str) -> None:
    """A pip that asks for hashes refuses «coverage[toml]» where only «coverage» is locked, as soon
    as a newer one is published.
    """
    pakker = laast(fil)
    sett = 0
    for navn in pakker:
        try:
            krav = distribution(navn).requires or []
        except PackageNotFoundError:  # for another platform
            continue
        for skrevet in krav:
            ett = Requirement(skrevet)
            if ett.extras and (ett.marker is None or ett.marker.evaluate({"extra": ""})):
                sett += 1
                assert ett.extras <= pakker[canonicalize_name(ett.name)][1], (
                    f"{navn} asks for {ett}"
                )
    assert sett or fil == "kjor.txt"


@pytest.mark.laas
@pytest.mark.skipif("STYRING_HJUL" not in os.environ, reason="mappen lages av «make test»")
def test_alt_installeres_uten_nett_fra_en_mappe_med_bare_det_laaste() -> None:
    mappe = Path(os.environ["STYRING_HJUL"]).absolute()
    filer = [fil.name for fil in mappe.iterdir()]
    navn = {
        str((parse_wheel_filename(fil) if fil.endswith(".whl") else parse_sdist_filename(fil))[0])
        for fil in filer
    }
    assert navn <= {*laast("utvikling.txt"), "pip"}
    proeve = [
        "install",
        "--dry-run",
        "--quiet",
        "--ignore-installed",
        "--no-index",
        "--find-links",
        str(mappe),
        "--require-hashes",
    ]
    miljo = {navn: verdi for navn, verdi in os.environ.items() if not navn.startswith("PIP_")} | {
        "PIP_CONFIG_FILE": os.devnull
    }
    for fil in ("pip.txt", "kjor.txt", "utvikling.txt"):
        svar = subprocess.run(
            [sys.executable, "-m", "pip", *proeve, "-r", KRAV / fil],
            check=False,
            capture_output=True,
            text=True,
            env=miljo,
        )
        assert svar.returncode == 0, svar.stderr
