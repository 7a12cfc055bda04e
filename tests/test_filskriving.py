"""Writing a file the user named: whole or not at all, whichever call fails."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from styring.cli.felles.filskriving import skriv_fil
from styring.feil import StyringFeil
from tests.conftest import bare_posix


def feil_ved(n: int, ekte: Callable[..., Any], teller: list[int]) -> Callable[..., Any]:
    def kall(*argumenter: Any, **valg: Any) -> Any:
        teller[0] += 1
        if teller[0] == n:
            raise OSError(28, "No space left on device")
        return ekte(*argumenter, **valg)

    return kall


@pytest.mark.parametrize("n", range(1, 5))
def test_hvert_kall_som_svikter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, n: int) -> None:
    """Fail the n-th of mkdir, open, fsync and replace: the old file is whole, and no
    draft is left.
    """
    sti = tmp_path / "skjema.json"
    sti.write_text("gammel", encoding="utf-8")
    teller = [0]
    for eier, navn in ((Path, "mkdir"), (Path, "open"), (os, "fsync"), (Path, "replace")):
        monkeypatch.setattr(eier, navn, feil_ved(n, getattr(eier, navn), teller))
    with pytest.raises(StyringFeil, match="kan ikke skrive"):
        skriv_fil(sti, "ny")
    monkeypatch.undo()
    assert {fil.name: fil.read_text(encoding="utf-8") for fil in tmp_path.iterdir()} == {
        "skjema.json": "gammel"
    }


def test_skriver_helt_og_lager_mapper(tmp_path: Path) -> None:
    skriv_fil(tmp_path / "a" / "b.txt", "æ\n")
    assert (tmp_path / "a" / "b.txt").read_bytes() == "æ\n".encode()
    assert [fil.name for fil in (tmp_path / "a").iterdir()] == ["b.txt"]


@bare_posix
def test_skriver_aldri_gjennom_en_lenke(tmp_path: Path) -> None:
    (tmp_path / "mal").write_text("hemmelig", encoding="utf-8")
    (tmp_path / "lenke").symlink_to(tmp_path / "mal")
    with pytest.raises(StyringFeil, match="er en lenke"):
        skriv_fil(tmp_path / "lenke", "ny")
    assert (tmp_path / "mal").read_text(encoding="utf-8") == "hemmelig"
