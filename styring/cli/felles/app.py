"""The commands put together: each is imported only when it is asked for."""

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from styring import __version__
from styring.cli.felles import hjelp
from styring.cli.felles.fellesvalg import Lesevalg, med_valg
from styring.cli.felles.flyttede_ord import ANDRE_ORD
from styring.cli.felles.kommandoer import KOMMANDOER, UTEN_KOMMANDO
from styring.cli.felles.kommandoer import Kommando as Oppforing
from styring.cli.felles.utskrift import skriv
from styring.fag.norsk import fold, mente_du, opplisting
from styring.feil import StyringFeil

_HJELPEVALG = {"help_option_names": ["--hjelp", "--help", "-h"]}
_OPPSETT: dict[str, Any] = {
    "add_completion": False,
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
}


class UkjentKommando(StyringFeil):
    """No command has the name that was written."""


class LatKommando(TyperCommand):
    """One command, with help in bokmål."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401  as typer declares it
        """Print the command's own help page."""
        formatter.write(hjelp.for_kommando(self, ctx))


class Kommandoer(TyperGroup):
    """All commands, or those below one of them. Asking for one imports its module, and no other."""

    navn = "styring"
    oppforinger: tuple[Oppforing, ...] = KOMMANDOER

    # as typer declares it
    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002, D102
        return [oppforing.navn for oppforing in self.oppforinger]

    # as typer declares it
    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002, D102
        oppforing = next(
            (oppforing for oppforing in self.oppforinger if fold(oppforing.navn) == fold(cmd_name)),
            None,
        )
        return lag_kommando(oppforing) if oppforing else None

    # as typer declares it
    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401
        """Find the command that was written, also as «årshjul» and «mål».

        Raises UkjentKommando with what was probably meant.
        """
        kommando = self.get_command(ctx, args[0])
        if kommando is None and not ctx.resilient_parsing:
            ment = (ANDRE_ORD.get(fold(args[0])) if self.navn == "styring" else None) or mente_du(
                args[0], self.list_commands(ctx)
            )
            hva = "en kommando" if self.navn == "styring" else f"noe «{self.navn}» kan"
            alle = f"Se alle med «{self.navn} --hjelp»."
            raad = f"Mente du «{self.navn} {ment}»?" if ment else alle
            raise UkjentKommando(f"«{args[0]}» er ikke {hva}. {raad}")
        return args[0], kommando, args[1:]

    # as typer declares it
    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002
        """Print the commands by what one wants."""
        formatter.write(
            hjelp.for_alle()
            if self.navn == "styring"
            else hjelp.for_gruppe(self.navn, self.oppforinger)
        )


# typer's own command type is not public
def lag_kommando(oppforing: Oppforing) -> Any:  # noqa: ANN401
    """Import one command's module and make a command of it; one with commands below it imports
    nothing yet.
    """
    if oppforing.under:
        return _lag_gruppe(oppforing)
    app = typer.Typer(**_OPPSETT)
    funksjon = getattr(import_module(f"styring.cli.{oppforing.modul}"), oppforing.funksjon)
    app.command(oppforing.navn, cls=LatKommando, context_settings=_HJELPEVALG)(funksjon)
    return typer.main.get_command(app)


# typer's own command type is not public
def _lag_gruppe(oppforing: Oppforing) -> Any:  # noqa: ANN401
    navn = f"styring {oppforing.navn}"
    klasse = type("Under", (Kommandoer,), {"navn": navn, "oppforinger": oppforing.under})
    app = typer.Typer(
        cls=klasse, invoke_without_command=True, context_settings=_HJELPEVALG, **_OPPSETT
    )

    def uten_kommando(ctx: typer.Context) -> None:
        if ctx.invoked_subcommand is None:
            raise StyringFeil(
                "skriv hva:"
                f" {opplisting([f'«{navn} {under.navn}»' for under in oppforing.under], 'eller')}."
            )

    app.callback()(uten_kommando)
    return typer.main.get_command(app)


def lag_app() -> Any:  # noqa: ANN401  typer's own command type is not public
    """Make the whole program."""
    app = typer.Typer(
        cls=Kommandoer, invoke_without_command=True, context_settings=_HJELPEVALG, **_OPPSETT
    )
    app.callback()(_uten_kommando)
    return typer.main.get_command(app)


@med_valg(Lesevalg)
def _uten_kommando(
    valg: Lesevalg,
    ctx: typer.Context,
    versjon: Annotated[
        bool, typer.Option("--versjon", "--version", "-V", help="Vis versjonen.")
    ] = False,
    tegn: Annotated[bool, typer.Option("--tegn", help="Hva tegnene betyr.")] = False,
) -> int | None:
    if versjon:
        skriv(f"styring {__version__}\n")
        return 0
    if tegn:
        from styring.cli.felles.utskrift import skriv_side  # only where it is asked for
        from styring.visning.felles import tegnforklaring

        skriv_side(tegnforklaring.side())
        return 0
    if ctx.invoked_subcommand is None:
        return int(import_module(f"styring.cli.{UTEN_KOMMANDO}").kommando(valg))
    if valg != Lesevalg():
        raise StyringFeil(f"skriv valgene etter kommandoen: styring {ctx.invoked_subcommand} …")
    return None
