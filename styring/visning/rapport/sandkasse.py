"""Where templates run: Jinja's own sandbox, in which every value is made safe once, and nothing
else is written than what was.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, cast

from jinja2 import BaseLoader, StrictUndefined, Undefined, pass_environment
from jinja2.filters import do_indent, make_attrgetter
from jinja2.runtime import BlockReference, Context, Macro, TemplateReference
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from styring.visning.rapport.figurfiltre import figurfiltre
from styring.visning.rapport.figurmerke import Figurer
from styring.visning.rapport.filtre import FILTRE
from styring.visning.rapport.forbruk import (
    Forbruk,
    kall,
    med_regning,
    regnestykke,
    rekke,
    tekstkall,
)
from styring.visning.rapport.malskriver import Malskriver

_UTE_AV_SANDKASSEN = frozenset(
    {
        "e",
        "escape",
        "forceescape",
        "safe",
        "urlize",
        "tojson",
        "xmlattr",
        "striptags",
        "random",
        "lipsum",
    }
)
"""What Jinja brings that would pass a value as made safe for HTML, or give another document each
time.
"""
_KLOKKEN = frozenset({"today", "now", "utcnow", "fromtimestamp", "utcfromtimestamp"})


class Skrift(NamedTuple):
    """What a template writes: how each value is made safe, the class of text that has been, and
    where the pictures are put.
    """

    rens: Callable[[object], str]
    ferdig: type[Markup]
    figurer: Figurer


class Sandkasse(ImmutableSandboxedEnvironment):
    """The sandbox without what gets past the escaping or looks at the clock.

    Asked once for each attribute of a type, on which alone it depends.
    """

    code_generator_class = Malskriver
    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, laster: BaseLoader, skrift: Skrift) -> None:
        self.forbruk = Forbruk()
        self._rens = skrift.rens
        super().__init__(
            loader=laster,
            undefined=StrictUndefined,
            autoescape=True,
            finalize=self._skriv,
            trim_blocks=True,
            lstrip_blocks=True,
            optimized=False,
        )
        ferdig = self.ferdig = skrift.ferdig
        self.makro, self.malreferanse, self.context_class = _makro(ferdig), *_blokker(ferdig)
        self._svart: dict[tuple[type, str], bool] = {}
        self._felter: dict[type, frozenset[str]] = {}
        for navn in _UTE_AV_SANDKASSEN:
            self.filters.pop(navn, None)
            self.globals.pop(navn, None)
        self.filters.update(
            FILTRE,
            **figurfiltre(skrift.figurer),
            join=_slaa_sammen,
            replace=_bytt,
            indent=_rykk_inn,
        )
        self.globals["range"] = rekke
        for samling in (self.filters, self.tests):
            samling.update(
                {
                    navn: med_regning(self.forbruk, navn, cast("Callable[..., Any]", gjor))
                    for navn, gjor in samling.items()
                }
            )

    def _skriv(self, verdi: object) -> str:
        tekst = self._rens(verdi)
        self.forbruk.skriv(len(tekst))
        return tekst

    def telt(self, verdier: Iterable[object]) -> Iterator[object]:
        """Give each value, and pay for it."""
        for verdi in verdier:
            self.forbruk.bruk(1)
            yield verdi

    # as Jinja has it
    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        """Reckon, when it is paid for."""
        regnestykke(self.forbruk, operator, left, right)
        return super().call_binop(context, operator, left, right)

    # as Jinja has it
    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """Call what a template calls, when it is paid for."""
        kall(self.forbruk, obj, args, kwargs)
        return super().call(context, obj, *args, **kwargs)

    def sett_sammen(self, deler: Iterable[object]) -> str:
        """Put texts together: with something finished among them, the rest is made safe as well."""
        alle: list[Any] = list(deler)
        tekstkall(self.forbruk, "join", "", [alle])
        return (
            self.ferdig("").join(alle)
            if any(isinstance(del_, Markup) for del_ in alle)
            else "".join(map(str, alle))
        )

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401  as Jinja has it
        """Give an attribute.

        A field of one of our own answers is given at once: it is for templates, and no method.
        """
        klasse = obj.__class__
        if klasse not in self._felter:
            self._felter[klasse] = _egne_felter(klasse)
        return (
            getattr(obj, attribute)
            if attribute in self._felter[klasse]
            else super().getattr(obj, attribute)
        )

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Whether a template may read an attribute."""
        nokkel = (type(obj), attr)
        if nokkel not in self._svart:
            self._svart[nokkel] = attr not in _KLOKKEN and super().is_safe_attribute(
                obj, attr, value
            )
        return self._svart[nokkel]


def _egne_felter(klasse: type) -> frozenset[str]:
    """The fields that an answer of ours declares; none of any other class, nor what begins with an
    underscore.
    """
    felter = (
        (*getattr(klasse, "__dataclass_fields__", ()), *getattr(klasse, "_fields", ()))
        if klasse.__module__.startswith("styring.")
        else ()
    )
    return frozenset(felt for felt in felter if not felt.startswith("_"))


def _makro(ferdig: type[Markup]) -> type[Macro]:
    """A macro whose text is finished when it has run."""

    class Makro(Macro):
        # as Jinja has it
        def _invoke(self, arguments: list[Any], autoescape: bool) -> str:  # noqa: ARG002, FBT001
            return ferdig(self._func(*arguments))

    return Makro


def _blokker(ferdig: type[Markup]) -> tuple[type[TemplateReference], type[Context]]:
    """What ``self.block()`` and ``super()`` are asked of: the text of a block is finished too."""

    class Blokk(BlockReference):
        def __call__(self) -> str:
            return ferdig(super().__call__())

    def som_blokk(ett: BlockReference | Undefined) -> BlockReference | Undefined:
        # no other way to it
        return (
            Blokk(ett.name, ett._context, ett._stack, ett._depth)  # noqa: SLF001
            if isinstance(ett, BlockReference)
            else ett
        )

    class Malreferanse(TemplateReference):
        def __getitem__(self, name: str) -> Any:  # noqa: ANN401  as Jinja has it
            return som_blokk(super().__getitem__(name))

    class Kontekst(Context):
        def super(
            self, name: str, current: Callable[..., Iterator[str]]
        ) -> BlockReference | Undefined:
            return som_blokk(super().super(name, current))

    return Malreferanse, Kontekst


@pass_environment
def _bytt(miljo: Sandkasse, tekst: object, gammelt: str, nytt: str, antall: int = -1) -> str:
    """Jinja's ``replace``: with something finished in it, the rest is made safe as well."""
    if any(isinstance(ett, Markup) for ett in (tekst, gammelt, nytt)):
        return miljo.ferdig.escape(tekst).replace(gammelt, nytt, antall)
    return str(tekst).replace(gammelt, nytt, antall)


@pass_environment
# as Jinja has it
def _rykk_inn(
    miljo: Sandkasse,
    tekst: str,
    width: int = 4,
    first: bool = False,  # noqa: FBT001, FBT002
    blank: bool = False,  # noqa: FBT001, FBT002
) -> str:
    """Jinja's ``indent``, by spaces alone."""
    inn = do_indent(tekst, int(width), first, blank)
    return miljo.ferdig(inn) if isinstance(tekst, Markup) else inn


@pass_environment
def _slaa_sammen(
    miljo: Sandkasse,
    verdier: Iterable[object],
    skille: str = "",
    attribute: str | int | None = None,
) -> str:
    """Jinja's ``join``, by the environment's own way of putting texts together."""
    alle = (
        list(map(make_attrgetter(miljo, attribute), verdier))
        if attribute is not None
        else list(verdier)
    )
    return miljo.sett_sammen(
        del_ for nr, verdi in enumerate(alle) for del_ in ((skille, verdi) if nr else (verdi,))
    )
