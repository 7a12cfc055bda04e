"""Completion with TAB, and ``styring fullforing``."""

import re
from pathlib import Path
from typing import Annotated

import typer

from styring.cli import kjede
from styring.cli.kommandoer import FULLFORING
from styring.cli.utskrift import skriv
from styring.cli.valg import velg
from styring.fag.norsk import lik
from styring.feil import StyringFeil
from styring.register.register import Register

_SKALLTEGN = re.compile(r"[^\w .,()/–-]")
_LENGSTE_TITTEL = 80
SKALL = ("bash", "zsh", "fish", "powershell")


def kommando(skall: Annotated[str, typer.Argument(metavar="SKALL", help="bash, zsh, fish eller powershell.")]) -> int:
    """Skriv ut oppsettet for fullføring med TAB.

    Eksempel: styring fullforing bash >> ~/.bashrc
    """
    from typer._completion_shared import get_completion_script  # noqa: PLC0415  typer has no public door to its scripts

    valgt = velg(skall, SKALL, "SKALL")
    skriv(get_completion_script(prog_name="styring", complete_var=FULLFORING, shell=valgt) + "\n")
    return 0


def slaa_paa() -> None:
    """Let typer answer the shell. Help texts are made plain here, so rich, and Markdown with it, need not be loaded for a TAB."""
    from typer import _completion_classes  # noqa: PLC0415

    setattr(_completion_classes, "_sanitize_help_text", _ren)  # noqa: B010  typer has no setting for it
    _completion_classes.completion_init()


def enheter(start: str) -> list[tuple[str, str]]:
    """The units that begin so, with their names."""
    return [(kode, _ren(enhet.navn)) for kode, enhet in _register().enheter.items() if lik(kode).startswith(lik(start))]


def id_er(start: str) -> list[tuple[str, str]]:
    """The ids that begin so, with their titles."""
    from styring.sporring.id_er import kjente_id  # noqa: PLC0415

    return [(id_, _ren(tittel)) for id_, tittel in kjente_id(_register()).items() if lik(id_).startswith(lik(start))]


def _ren(tittel: str) -> str:
    """Keep of a title only what no shell gives a meaning: zsh evaluates what it is handed."""
    return _SKALLTEGN.sub(" ", tittel)[:_LENGSTE_TITTEL]


def _register() -> Register:
    try:
        return kjede.les(Path()).register
    except StyringFeil:
        return Register()
