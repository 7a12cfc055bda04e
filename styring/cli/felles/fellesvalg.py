"""Options that many commands share, given once: a command names only what is its own."""

import inspect
from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, fields
from datetime import date
from functools import cached_property
from types import ModuleType
from typing import TYPE_CHECKING, Any

from styring.cli.felles.valg import DatoValg, FormatValg, ForValg, PerValg, ProsjektValg, VedValg
from styring.cli.felles.verdier import dagen_for

if TYPE_CHECKING:
    from styring.register.register import Register

Kommandofunksjon = Callable[..., int | None]


@dataclass(repr=False)
class Lesevalg:
    """What every question takes: which day and version, in which form, for whom, and where."""

    dato: DatoValg = None
    ved: VedValg = None
    per: PerValg = None
    format_: FormatValg = "tekst"
    for_: ForValg = None
    prosjekt: ProsjektValg = None

    @cached_property
    def dag(self) -> date:
        """The day that is asked of. Raises StyringFeil."""
        return dagen_for(self.dato, self.per)

    @cached_property
    def register(self) -> "Register":
        """The data as the reader may see them, read once. Raises StyringFeil."""
        from styring.cli.felles import innlasting  # help and usage need none of it

        dag = self.dag
        return innlasting.les(self.prosjekt, self.for_, self.ved, self.per, dag).register

    # each answer has a type of its own
    def skriv(self, sporsmal: str, svar: Any, visning: ModuleType) -> int:  # noqa: ANN401
        """Write an answer in the form asked for. Returns the exit code."""
        from styring.cli.felles.utskrift import skriv_svar  # as above

        return skriv_svar(sporsmal, svar, visning, self.register, self.format_)


def med_valg(felles: type, **andre: tuple[Any, Any]) -> Callable[[Kommandofunksjon], Any]:
    """Give a command the options of a dataclass after its own. It takes them as one value, first.

    ``andre``: type and default, where the command has another than the class.
    """

    def samle(kommando: Kommandofunksjon) -> Any:  # noqa: ANN401  typer reads its signature
        egne = list(inspect.signature(kommando).parameters.values())[1:]
        delte = [_parameter(felt, *andre.get(felt.name, ())) for felt in fields(felles)]

        def samlet(**verdier: Any) -> int | None:  # noqa: ANN401  what typer has read
            valgt = felles(**{felt.name: verdier.pop(felt.name) for felt in fields(felles)})
            return kommando(valgt, **verdier)

        alle = [ett.replace(kind=inspect.Parameter.KEYWORD_ONLY) for ett in (*egne, *delte)]
        samlet.__doc__ = kommando.__doc__
        samlet.__annotations__ = {ett.name: ett.annotation for ett in alle}
        samlet.__signature__ = inspect.Signature(alle)  # type: ignore[attr-defined]
        return samlet

    return samle


def _parameter(felt: Field[Any], type_: object = None, vanlig: object = MISSING) -> Any:  # noqa: ANN401
    """One option of the class, as a parameter of the command."""
    return inspect.Parameter(
        felt.name,
        inspect.Parameter.KEYWORD_ONLY,
        default=felt.default if vanlig is MISSING else vanlig,
        annotation=type_ or felt.type,
    )
