"""Checks and questions write nothing, and answer the same whatever machine, clock, order or folder
they run in.
"""

import hashlib
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import EKSEMPLER, ROT, Kjor

KOMMANDOER: tuple[tuple[str, ...], ...] = (
    ("valider",),
    ("valider", "--format", "sarif", "--tips"),
    ("--dato", "2023-09-04"),
    ("status", "--dato", "2023-09-04"),
    ("status", "--sektor", "OUS", "--dato", "2023-09-04"),
    ("frister", "--dato", "2023-09-04"),
    ("vis", "OUS-01", "--dato", "2023-09-04"),
    ("finn", "plan"),
    ("maal", "--matrise"),
    ("arshjul", "--aar", "2023"),
    ("regler",),
)
I_EKSEMPELET: tuple[tuple[str, ...], ...] = (
    *(
        ("status", valg, "--dato", "2024-09-20")
        for valg in ("--bare-avvik", "--delansvar", "--utsatt", "--ikke-delegert")
    ),
    ("status", "--sektor", "FOS", "--dato", "2024-09-20"),
    ("vedtak", "--dato", "2024-09-20"),
    ("frister", "--dato", "2024-09-10"),
    ("tertial", "purring", "2024-T2", "--dato", "2024-09-10"),
    ("vis", "KS", "54/22", "--dato", "2024-09-20"),
    ("valider", "--tips"),
)


def git(mappe: Path, *argumenter: str) -> str:
    miljo = {
        **os.environ,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": "T",
        "GIT_AUTHOR_EMAIL": "t@x",
        "GIT_COMMITTER_NAME": "T",
        "GIT_COMMITTER_EMAIL": "t@x",
    }
    return subprocess.run(
        ["git", *argumenter], cwd=mappe, env=miljo, check=True, capture_output=True, text=True
    ).stdout


def avtrykk(mappe: Path) -> dict[str, tuple[str, int]]:
    """Content and time of change of every file, the repository's own included."""
    return {
        str(fil.relative_to(mappe)): (
            hashlib.sha256(fil.read_bytes()).hexdigest(),
            fil.stat().st_mtime_ns,
        )
        for fil in sorted(mappe.rglob("*"))
        if fil.is_file()
    }


def styring(*argumenter: str, cwd: Path = ROT, miljo: dict[str, str] | None = None) -> bytes:
    svar = subprocess.run(
        [sys.executable, "-m", "styring", *argumenter],
        cwd=cwd,
        env={**os.environ, **(miljo or {})},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert svar.returncode in (0, 1), svar.stderr
    return svar.stdout


def test_arbeidstre_og_indeks_er_byte_like(kjor: Kjor, tmp_path: Path) -> None:
    """With files changed, staged and unknown to git, and hooks that would run: nothing is touched,
    nothing runs.
    """
    rot = tmp_path / "repo"
    shutil.copytree(EKSEMPLER / "gyldig" / "rikt", rot)
    git(rot, "init", "-q")
    git(rot, "add", "-A")
    git(rot, "commit", "-qm", "først")
    git(rot, "config", "core.fsmonitor", f"touch {tmp_path}/kjorte; false")
    (rot / "data" / "oppdrag" / "2023" / "HOM-03.yaml").write_text(
        "tittel: a: b\n", encoding="utf-8"
    )
    git(rot, "-c", "core.fsmonitor=false", "add", "data/oppdrag/2023/HOM-03.yaml")
    (rot / "data" / "oppdrag" / "2023" / "HOM-01.yaml").write_text("tittel: [\n", encoding="utf-8")
    for_ = avtrykk(rot)
    for kommando in KOMMANDOER:
        if kommando[0] != "regler":
            kjor(*kommando, "--prosjekt", rot, ventet=1)
    assert avtrykk(rot) == for_
    assert not (tmp_path / "kjorte").exists()


@pytest.mark.parametrize(
    "miljo",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4242", "TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8"},
        {"LANG": "C", "LC_ALL": ""},
    ],
    ids=str,
)
def test_samme_svar_paa_alle_maskiner(miljo: dict[str, str]) -> None:
    for kommando in KOMMANDOER:
        assert styring(*kommando, miljo=miljo) == fasit(kommando), kommando
    for kommando in I_EKSEMPELET:
        assert styring(*kommando, "--prosjekt", "eksempel", miljo=miljo) == fasit(
            (*kommando, "--prosjekt", "eksempel")
        ), kommando


def test_sporsmaal_og_utkast_skriver_ingenting(kjor: Kjor, tmp_path: Path) -> None:
    """Every question over the example, and every change as a draft, leaves each file as it was."""
    rot = tmp_path / "granvaag"
    shutil.copytree(ROT / "eksempel", rot)
    foer = avtrykk(rot)
    for kommando in I_EKSEMPELET:
        kjor(*kommando, "--prosjekt", rot)
    kjor(
        "oppdater",
        "2024-FOS-02",
        "--kommentar",
        "Alle seks er i gang.",
        "--dato",
        "2024-10-20",
        "--utkast",
        "--prosjekt",
        rot,
    )
    kjor("tertial", "start", "2024-AR", "--utkast", "--xlsx", tmp_path / "ut", "--prosjekt", rot)
    kjor("deleger", "2024-HOM-02", "--til", "HJE", "--prosjekt", rot, ventet=2)
    assert avtrykk(rot) == foer
    assert not (tmp_path / "ut").exists()


_fasiter: dict[tuple[str, ...], bytes] = {}


def fasit(kommando: tuple[str, ...]) -> bytes:
    """What a command answers in the plain environment, asked once."""
    if kommando not in _fasiter:
        _fasiter[kommando] = styring(*kommando)
    return _fasiter[kommando]


def test_samme_svar_fra_alle_mapper(tmp_path: Path) -> None:
    for kommando in KOMMANDOER[:-1]:
        assert styring(*kommando, cwd=ROT / "data" / "maal") == fasit(kommando)
        assert styring(*kommando, "--prosjekt", str(ROT), cwd=tmp_path) == fasit(kommando)


def test_valider_ser_aldri_paa_klokken(kjor: Kjor, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check gives the same answer tomorrow: it can't even ask what day it is."""

    def nei() -> None:
        raise AssertionError("valider leste klokken")

    monkeypatch.setattr(
        "styring.cli.felles.verdier.date", type("Klokke", (), {"today": staticmethod(nei)})
    )
    for mappe in sorted((EKSEMPLER / "ugyldig").iterdir())[::7]:
        kjor(
            "valider",
            "--prosjekt",
            mappe,
            ventet=1 if " feil ST" in (mappe / "forventet.txt").read_text(encoding="utf-8") else 0,
        )


def test_rekkefolgen_paa_disken_og_i_filene_spiller_ingen_rolle(
    kjor: Kjor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Folders listed in any order, keys written in any order: the same answers."""
    ekte = os.scandir

    class Stokket:
        def __init__(self, sti: str) -> None:
            self.innhold = list(ekte(sti))
            random.Random(7).shuffle(self.innhold)

        def __enter__(self) -> list[os.DirEntry[str]]:
            return self.innhold

        def __exit__(self, *_: object) -> None:
            return None

    kopi = tmp_path / "kopi"
    shutil.copytree(ROT / "data", kopi / "data")
    for fil in (kopi / "data" / "oppdrag" / "2023").iterdir():
        fil.write_text(
            "\n".join(reversed(fil.read_text(encoding="utf-8").splitlines())) + "\n",
            encoding="utf-8",
        )
    for kommando in KOMMANDOER[:-1]:
        foer = kjor(*kommando, "--prosjekt", ROT).ut
        with monkeypatch.context() as stokket:
            stokket.setattr("styring.prosjekt.tre.os.scandir", Stokket)
            assert kjor(*kommando, "--prosjekt", kopi).ut == foer
    skjemaer = tmp_path / "granvaag"
    shutil.copytree(ROT / "eksempel", skjemaer)
    for kommando in I_EKSEMPELET:
        foer = kjor(*kommando, "--prosjekt", skjemaer).ut
        with monkeypatch.context() as stokket:
            stokket.setattr("styring.prosjekt.tre.os.scandir", Stokket)
            assert kjor(*kommando, "--prosjekt", skjemaer).ut == foer
