"""``styring oppsett fullforing``, and the answer to a shell that completes with TAB."""

from typing import Annotated

import typer

from styring.cli.felles.kommandoer import FULLFORING
from styring.cli.felles.tab_forslag import ren
from styring.cli.felles.utskrift import skriv
from styring.cli.felles.verdier import velg

SKALL = ("bash", "zsh", "fish", "powershell")


def kommando(
    skall: Annotated[
        str, typer.Argument(metavar="SKALL", help="bash, zsh, fish eller powershell.")
    ],
) -> int:
    """Skriv ut oppsettet for fullføring med TAB.

    Eksempel: styring oppsett fullforing bash >> ~/.bashrc
    """
    from typer._completion_shared import (
        get_completion_script,
    )  # typer has no public door to its scripts

    valgt = velg(skall, SKALL, "SKALL")
    skriv(get_completion_script(prog_name="styring", complete_var=FULLFORING, shell=valgt) + "\n")
    return 0


def slaa_paa() -> None:
    """Let typer answer the shell.

    Help texts are made plain by us, so rich, and Markdown with it, need not be loaded for a TAB.
    """
    from typer import _completion_classes

    # typer has no setting for it
    setattr(_completion_classes, "_sanitize_help_text", ren)  # noqa: B010
    _completion_classes.completion_init()
