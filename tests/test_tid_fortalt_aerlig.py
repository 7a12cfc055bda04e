"""Periods that were entered in git afterwards, versions on their own day, and clones that lack the
older history.
"""

import json
import shutil
import subprocess
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Kjor, bare_posix
from tests.historie import git, hent
from tests.skjemahjelp import EKSEMPEL
from tests.utgavehjelp import MILJO, naar

pytestmark = bare_posix
PERIODER = ("2023-T1", "2023-T2", "2023-AR", "2024-T1", "2024-T2")


@pytest.fixture(scope="module")
def fortlopende(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as it grew, each change on its own day."""
    rot = tmp_path_factory.mktemp("fortlopende") / "granvaag"
    hent(rot)
    return rot


@pytest.fixture(scope="module")
def etterpaa(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, entered in one go after it had all happened."""
    rot = tmp_path_factory.mktemp("etterpaa") / "granvaag"
    rot.mkdir()
    git(rot, "init", "-q", "-b", "main")
    (rot / "LESMEG.md").write_text("Granvåg\n", encoding="utf-8")
    git(rot, "add", "-A")
    git(rot, "commit", "-qm", "start", **naar("2022-01-01"))
    shutil.copytree(EKSEMPEL / "data", rot / "data")
    git(rot, "add", "-A")
    git(rot, "commit", "-qm", "alt", **naar("2024-12-01"))
    return rot


def svaret(kjor: Kjor, rot: Path, *ord_: str) -> dict[str, Any]:
    svar: dict[str, Any] = json.loads(
        kjor("endringer", *ord_, "--format", "json", "--prosjekt", rot).ut
    )["svar"]
    return svar


UDATERTE = ("-budsjett", "-tiltak")
"""Files of a whole year that say no day of their own: only git knows when they came."""


def det_daterte(svar: dict[str, Any]) -> dict[str, Any]:
    """The counts, the way of each thing, and its changes that have a day in the record: other words
    and links have none.
    """
    saker = [(enhet["kode"], sak) for enhet in svar["enheter"] for sak in enhet["saker"]]
    daterte = {
        (
            kode,
            sak["id"],
            ett["slag"],
            ett["hva"],
            ett["foer"],
            ett["naa"],
            ett["dager"],
            ett["begrunnelse"],
        )
        for kode, sak in saker
        for ett in sak["endringer"]
        if ett["slag"] in ("avsluttet", "delegert", "oppgave")
        or (ett["slag"] == "frist" and ett["gang"])
    }
    veier = {
        (kode, sak["id"]): (sak["foer"], sak["naa"], sak["bevegelse"], sak["borte"])
        for kode, sak in saker
        if (sak["bevegelse"] or sak["borte"]) and not sak["id"].endswith(UDATERTE)
    }
    return {
        "telling": svar["telling"],
        "frister": svar["frister"],
        "dager": svar["dager"],
        "veier": veier,
        "daterte": daterte,
    }


@pytest.mark.parametrize(("fra", "til"), list(pairwise(PERIODER)))
def test_det_som_er_lagt_inn_etterpaa_sier_det_samme(
    fortlopende: Path, etterpaa: Path, kjor: Kjor, fra: str, til: str
) -> None:
    """What the forms and the dates say between two periods is what the versions from the days say:
    how each thing went, and all that is dated.
    """
    ventet, svar = svaret(kjor, fortlopende, fra, til), svaret(kjor, etterpaa, fra, til)
    assert det_daterte(svar) == det_daterte(ventet)
    assert sum(svar["telling"].values()) > 0
    assert (svar["fra"]["dag"], svar["til"]["dag"]) == (ventet["fra"]["dag"], ventet["til"]["dag"])
    assert (svar["fra"]["lagret"], svar["til"]["lagret"]) == ("2024-12-01", "2024-12-01")
    assert (ventet["fra"]["lagret"], ventet["til"]["lagret"]) == (None, None)


def test_svaret_sier_foerst_at_det_bygger_paa_skjemaene(
    fortlopende: Path, etterpaa: Path, kjor: Kjor
) -> None:
    linjer = kjor("endringer", "2023-T1", "2023-T2", "--prosjekt", etterpaa).ut.splitlines()
    assert linjer[1].startswith("Fra 2023-T1 (24.05.2023, ")
    assert (
        linjer[2]
        == "Det finnes ingen egen versjon i git fra da 2023-T1 (lagret 01.12.2024) og 2023-T2"
        " (lagret 01.12.2024) ble godkjent."
    )
    assert (
        linjer[3]
        == "Svaret bygger på skjemaene og det som er datert i sakene. Andre endringer i sakene kan"
        " ikke ses."
    )
    assert "3 frister flyttet, 304 dager senere til sammen" in linjer[4]
    assert "skjemaene" not in kjor("endringer", "2023-T1", "2023-T2", "--prosjekt", fortlopende).ut
    mot_naa = kjor(
        "endringer", "2023-T1", "--dato", "2024-12-02", "--prosjekt", etterpaa
    ).ut.splitlines()
    assert (
        mot_naa[2]
        == "Det finnes ingen egen versjon i git fra da 2023-T1 (lagret 01.12.2024) ble godkjent."
    )
    assert "nye" in mot_naa[4]


def test_perioder_som_deler_versjon_fortelles_av_skjemaene(kjor: Kjor, tmp_path: Path) -> None:
    """The commit of the last approval's own day, with the earlier one in it too."""
    rot = tmp_path / "granvaag"
    rot.mkdir()
    git(rot, "init", "-q", "-b", "main")
    shutil.copytree(EKSEMPEL / "data", rot / "data")
    git(rot, "add", "-A")
    dag = str(date(2023, 5, 24))
    git(rot, "commit", "-qm", "alt", **naar(dag))
    svar = svaret(kjor, rot, "2023-T1", "2023-T2")
    assert svar["fra"]["commit"] == svar["til"]["commit"]
    assert (svar["fra"]["lagret"], svar["til"]["lagret"]) == (dag, dag)
    assert (svar["frister"], svar["dager"]) == (3, 304)


def test_til_ses_paa_sin_egen_dag(fortlopende: Path, etterpaa: Path, kjor: Kjor) -> None:
    """--dato says what day it is now; it moves no version to another day."""
    for rot in (fortlopende, etterpaa):
        uten, med = (
            svaret(kjor, rot, "2023-T1", "2023-T2"),
            svaret(kjor, rot, "2023-T1", "2023-T2", "--dato", "2024-10-01"),
        )
        assert med == uten
        assert not any(
            sak["id"].startswith("2024-") for enhet in med["enheter"] for sak in enhet["saker"]
        )


@pytest.mark.parametrize("leser", ["offentlig", "intern"])
def test_det_skjulte_er_skjult_ogsaa_i_bildene(
    etterpaa: Path, fortlopende: Path, kjor: Kjor, leser: str
) -> None:
    svar, ventet = (
        svaret(kjor, rot, "2023-T2", "2024-T2", "--for", leser) for rot in (etterpaa, fortlopende)
    )
    assert det_daterte(svar) == det_daterte(ventet)
    assert len(det_daterte(svar)["veier"]) > 50


LINJE = (
    "styring: klonen er grunn, så eldre historikk mangler; hent resten med «git fetch --unshallow"
    " --tags».\n"
)


@pytest.mark.parametrize(
    "ord_",
    [
        ("endringer", "HEAD~1"),
        ("endringer", "2023-T1", "2023-T2"),
        ("historikk", "2023-KUL-01"),
        ("historikk", "2023-KUL-01", "--ved", "HEAD"),
        ("status", "--ved", "HEAD"),
        ("status", "--per", "2030-01-01"),
        ("rapport", "vedtak", "--ved", "HEAD"),
        ("rapport", "tertial", "2023-T1", "--per", "2030-01-01"),
    ],
)
def test_en_grunn_klone_sies_av_hvert_spoersmaal_om_fortiden(
    fortlopende: Path, kjor: Kjor, tmp_path: Path, ord_: tuple[str, ...]
) -> None:
    grunn = tmp_path / "grunn"
    subprocess.run(
        ["git", "clone", "-q", "--depth", "3", fortlopende.as_uri(), str(grunn)],
        check=True,
        env=MILJO,
    )
    assert kjor(*ord_, "--prosjekt", grunn).feil.count(LINJE) == 1
    assert "grunn" not in kjor(*ord_, "--prosjekt", fortlopende).feil
    assert "grunn" not in kjor("status", "--prosjekt", grunn).feil
