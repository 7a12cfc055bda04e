"""Usage errors in bokmål: what typer found wrong, told by type and never in its own words."""

from typing import Any

from styring.cli.felles.flyttede_ord import FILFORMATER
from styring.fag.norsk import mente_du


def forklar(feil: Any) -> str:  # noqa: ANN401  typer's exceptions have no public names
    """One line with the cure."""
    hjelp = f"Se «{feil.ctx.command_path if feil.ctx else 'styring'} --hjelp»."
    match type(feil).__name__:
        case "NoSuchOption":
            return _ukjent_valg(feil, hjelp)
        case "MissingParameter":
            return f"{_manglende(feil.param)} mangler. {hjelp}"
        case "BadOptionUsage":
            return (
                f"valget {feil.option_name} er brukt feil: det mangler en verdi, eller har en for"
                f" mye. {hjelp}"
            )
        case "BadParameter":
            valg = feil.param.opts[0] if feil.param and feil.param.opts else "valget"
            return f"verdien kan ikke brukes med {valg}. {hjelp}"
    return f"det står noe mer enn kommandoen tar. {hjelp}"


def _manglende(param: Any) -> str:  # noqa: ANN401  typer's own parameter, of no public type
    """What was left out, as one writes it: an argument by its name in the help, an option with its
    value.
    """
    if param is None:
        return "noe"
    navn = param.metavar or param.name
    return (
        f"valget {param.opts[0]} {navn}"
        if param.opts and param.opts[0].startswith("--")
        else str(navn)
    )


# typer's own error, of no public type
def _ukjent_valg(feil: Any, hjelp: str) -> str:  # noqa: ANN401
    if feil.ctx is not None and feil.ctx.parent is None:
        return (
            f"valget {feil.option_name} kan ikke stå her. Skriv kommandoen først, for eksempel"
            f" «styring status {feil.option_name}». {hjelp}"
        )
    kjente = (
        [opt for param in feil.ctx.command.params for opt in param.opts if opt.startswith("--")]
        if feil.ctx
        else []
    )
    if feil.option_name in FILFORMATER and "--ut" in kjente:
        ende = feil.option_name.removeprefix("--").replace("word", "docx")
        return (
            f"valget {feil.option_name} finnes ikke. Skriv til en fil: --ut rapport.{ende}. {hjelp}"
        )
    ment = mente_du(feil.option_name, kjente)
    return f"valget {feil.option_name} finnes ikke. {f'Mente du {ment}? ' if ment else ''}{hjelp}"
