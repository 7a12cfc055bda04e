"""Completion with TAB, and ``styring fullforing``."""

from pathlib import Path
from typing import Annotated

import typer

from styring.cli import kjede
from styring.cli.utskrift import skriv
from styring.cli.valg import velg
from styring.fag.norsk import lik
from styring.feil import StyringFeil
from styring.register.register import Register

SKALL = ("bash", "zsh", "fish", "powershell")


def kommando(skall: Annotated[str, typer.Argument(metavar="SKALL", help="bash, zsh, fish eller powershell.")]) -> int:
    """Skriv ut oppsettet for fullføring med TAB.

    Eksempel: styring fullforing bash >> ~/.bashrc
    """
    from typer._completion_shared import get_completion_script  # noqa: PLC0415, PLC2701  typer has no public door to its scripts

    valgt = velg(skall, SKALL, "SKALL")
    skriv(get_completion_script(prog_name="styring", complete_var="_STYRING_COMPLETE", shell=valgt) + "\n")
    return 0


def enheter(start: str) -> list[tuple[str, str]]:
    """The units that begin so, with their names."""
    return [(kode, enhet.navn) for kode, enhet in _register().enheter.items() if lik(kode).startswith(lik(start))]


def id_er(start: str) -> list[tuple[str, str]]:
    """The ids that begin so, with their titles."""
    from styring.sporring.vis import kjente_id  # noqa: PLC0415

    return [(id_, tittel) for id_, tittel in kjente_id(_register()).items() if lik(id_).startswith(lik(start))]


def _register() -> Register:
    try:
        return kjede.les(Path()).register
    except StyringFeil:
        return Register()
