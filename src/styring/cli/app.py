"""The commands put together: each is imported only when it is asked for."""

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from styring import __version__
from styring.cli import hjelp
from styring.cli.kommandoer import KOMMANDOER, UTEN_KOMMANDO
from styring.cli.utskrift import skriv
from styring.cli.valg import DatoValg, FormatValg, ProsjektValg
from styring.fag.norsk import fold, mente_du
from styring.feil import StyringFeil

_HJELPEVALG = {"help_option_names": ["--hjelp", "--help", "-h"]}


class Kommando(TyperCommand):
    """One command, with help in bokmål."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401  as typer declares it
        """Print the command's own help page."""
        formatter.write(hjelp.for_kommando(self, ctx))


class Kommandoer(TyperGroup):
    """All commands. Asking for one imports its module, and no other."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002, D102  as typer declares it
        return [kommando.navn for kommando in KOMMANDOER]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002, D102  as typer declares it
        modul = next((kommando.modul for kommando in KOMMANDOER if fold(kommando.navn) == fold(cmd_name)), None)
        return lag_kommando(modul, cmd_name) if modul else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401  as typer declares it
        """Find the command that was written, also as «årshjul» and «mål». Raises StyringFeil with what was probably meant."""
        kommando = self.get_command(ctx, args[0])
        if kommando is None and not ctx.resilient_parsing:
            ment = mente_du(args[0], self.list_commands(ctx))
            raise StyringFeil(f"«{args[0]}» er ikke en kommando. {f'Mente du «styring {ment}»?' if ment else 'Se alle med «styring --hjelp».'}")
        return args[0], kommando, args[1:]

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002  as typer declares it
        """Print the commands by what one wants."""
        formatter.write(hjelp.for_alle())


def lag_kommando(modul: str, navn: str) -> Any:  # noqa: ANN401  typer's own command type is not public
    """Import one command's module and make a command of it."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(navn, cls=Kommando, context_settings=_HJELPEVALG)(import_module(f"styring.cli.{modul}").kommando)
    return typer.main.get_command(app)


def lag_app() -> Any:  # noqa: ANN401  typer's own command type is not public
    """Make the whole program."""
    app = typer.Typer(
        cls=Kommandoer, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, invoke_without_command=True, context_settings=_HJELPEVALG
    )
    app.callback()(_uten_kommando)
    return typer.main.get_command(app)


def _uten_kommando(
    ctx: typer.Context,
    dato: DatoValg = None,
    format_: FormatValg = "tekst",
    prosjekt: ProsjektValg = None,
    versjon: Annotated[bool, typer.Option("--versjon", help="Vis versjonen.")] = False,  # noqa: FBT002  a flag
) -> int | None:
    if versjon:
        skriv(f"styring {__version__}\n")
        return 0
    if ctx.invoked_subcommand is None:
        return int(import_module(f"styring.cli.{UTEN_KOMMANDO}").kommando(dato, format_, prosjekt))
    if dato or prosjekt or format_ != "tekst":
        raise StyringFeil(f"skriv valgene etter kommandoen: styring {ctx.invoked_subcommand} …")
    return None
