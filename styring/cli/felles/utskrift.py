"""Where a command's answer goes: the stream is asked what it is, the right form is made, and it is
written once.
"""

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

from styring.cli.felles.verdier import FORMATER, velg

if TYPE_CHECKING:
    from styring.register.register import Register
    from styring.visning.felles.blokker import Side


# each answer has a type of its own
def skriv_svar(
    sporsmal: str,
    svar: Any,  # noqa: ANN401
    visning: ModuleType,
    register: "Register",
    format_: str,
) -> int:
    """Write an answer in the form asked for, after saying what could not be read.

    Returns the exit code.
    """
    valgt = velg(format_, FORMATER, "--format")
    uleste = register.uleste
    if valgt == "json":
        from styring.visning.felles import som_json

        skriv(som_json.vis(sporsmal, svar, register.leser, register.utelatt, uleste))
    elif valgt == "csv":
        from styring.visning.felles import tabell

        # The BOM is how Excel knows UTF-8; in any other encoding it would be rubbish.
        bom = "\ufeff" if (sys.stdout.encoding or "").lower().replace("-", "") == "utf8" else ""
        skriv(bom + tabell.vis(visning.ark(svar)))
        _advar(register)
    else:
        skriv_side(_med_advarsel(visning.side(svar), register), som_markdown=valgt == "md")
    return 1 if uleste else 0


def skriv_side(side: "Side", *, som_markdown: bool = False) -> None:
    """Write a page: laid out at a terminal, plain lines elsewhere, or Markdown."""
    if som_markdown:
        from styring.visning.felles import md

        skriv(md.vis(side))
    elif er_terminal():
        from styring.visning.felles import terminal

        skriv(terminal.vis(side, sys.stdout))
    else:
        from styring.visning.felles import linjer

        skriv(linjer.vis(side))


def skriv_markdown(tekst: str) -> None:
    """Write a document: laid out at a terminal, as Markdown elsewhere."""
    if er_terminal():
        from styring.visning.felles import dokumentskjerm

        skriv(dokumentskjerm.vis(tekst, sys.stdout))
    else:
        skriv(tekst)


def er_terminal() -> bool:
    """Whether standard output is a terminal that somebody looks at."""
    return sys.stdout.isatty()


def skriv(tekst: str) -> None:
    """Write to standard output, all at once."""
    sys.stdout.write(tekst)
    sys.stdout.flush()


def _med_advarsel(side: "Side", register: "Register") -> "Side":
    """Say first what could not be read, and last what this reader does not see."""
    foer, etter = _forbehold(register)
    return [*foer, *side, *etter]


def _forbehold(register: "Register") -> "tuple[Side, Side]":
    if not register.uleste and not register.utelatt:
        return (), ()
    from styring.visning.felles.ord import uleste_linje, utelatt_linje

    return [uleste_linje(len(register.uleste))] if register.uleste else [], (
        [utelatt_linje(register.utelatt)] if register.utelatt else []
    )


def _advar(register: "Register") -> None:
    """Say the same beside the rows of a spreadsheet, where there is no room for it."""
    from styring.visning.felles import linjer

    foer, etter = _forbehold(register)
    sys.stderr.write(linjer.vis([*foer, *etter]) if foer or etter else "")
