"""Answers through templates to text. A template is layout only: it gets frozen answers, runs in a sandbox, and every value is escaped."""

import re
import traceback
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, TemplateNotFound
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.nodes import Expr
from jinja2.sandbox import ImmutableSandboxedEnvironment

from styring.feil import StyringFeil
from styring.visning.rapport.filtre import FILTRE, LINJESTART, VERDI, UtenVerdi, rens
from styring.visning.rapport.malfiler import Oversatte, pakkens
from styring.visning.rapport.stempel import Stempel
from styring.visning.trygg import trygg

MAPPE = "templates"
EgneMaler = Callable[[str], str | None]
"""Gives the project's own template of a file name, or None where it has none."""
_NAVN = re.compile(r"[a-z][a-z0-9_-]*\.(?:md\.j2|html\.j2|typ)")
"""What a template may be called: nothing above, below or beside the folder can be named."""


def markdown(navn: str, svar: object, stempel: Stempel, egne: EgneMaler) -> str:
    """Lay out an answer by the template of a name, as Markdown. Raises StyringFeil where the project's own template is wrong."""
    tekst = utfyll(f"{navn}.md.j2", egne, rens, {"svar": svar, "stempel": stempel})
    tekst = LINJESTART.sub(r"\1\2\\\3", tekst).replace(VERDI, "")
    # What a template itself writes may hold what can't be seen, too.
    return trygg(_uten_luft(tekst)) + "\n"


def _uten_luft(tekst: str) -> str:
    """Leave out spaces at the end of lines, and more than one empty line in a row."""
    tekst = "\n".join([linje.rstrip(" \t") for linje in tekst.strip("\n").split("\n")])
    while "\n\n\n" in tekst:
        tekst = tekst.replace("\n\n\n", "\n\n")
    return tekst.strip("\n")


_UTE_AV_SANDKASSEN = frozenset({"e", "escape", "forceescape", "safe", "urlize", "tojson", "xmlattr", "striptags", "random", "lipsum"})
"""What Jinja brings that would pass a value as made safe for HTML, or give another document each time."""
_KLOKKEN = frozenset({"today", "now", "utcnow", "fromtimestamp", "utcfromtimestamp"})


class _Skriver(CodeGenerator):
    """Writes each value as ``rens_verdi`` made it, and no more: Jinja's own would look through it once again, a tenth of a report's time."""

    def _output_child_pre(self, _node: Expr, _frame: Frame, finalize: Any) -> None:  # noqa: ANN401  private to Jinja
        self.write(finalize.src)

    def _output_child_post(self, _node: Expr, _frame: Frame, _finalize: object) -> None:
        self.write(")")


class Sandkasse(ImmutableSandboxedEnvironment):
    """Jinja's own sandbox without what gets past the escaping or looks at the clock. Asked once for each attribute of a type, on which alone it depends."""

    code_generator_class = _Skriver

    def __init__(self, **valg: Any) -> None:  # noqa: ANN401  as Jinja takes them
        super().__init__(**valg)
        self._svart: dict[tuple[type, str], bool] = {}
        self._felter: dict[type, frozenset[str]] = {}
        for navn in _UTE_AV_SANDKASSEN:
            self.filters.pop(navn, None)
            self.globals.pop(navn, None)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401  as Jinja has it
        """Give an attribute. A field of one of our own answers is given at once: it is for templates, and no method."""
        klasse = obj.__class__
        if klasse not in self._felter:
            self._felter[klasse] = _egne_felter(klasse)
        return getattr(obj, attribute) if attribute in self._felter[klasse] else super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Whether a template may read an attribute."""
        nokkel = (type(obj), attr)
        if nokkel not in self._svart:
            self._svart[nokkel] = attr not in _KLOKKEN and super().is_safe_attribute(obj, attr, value)
        return self._svart[nokkel]


def _egne_felter(klasse: type) -> frozenset[str]:
    """The fields that an answer of ours declares; none of any other class, nor what begins with an underscore."""
    felter = (*getattr(klasse, "__dataclass_fields__", ()), *getattr(klasse, "_fields", ())) if klasse.__module__.startswith("styring.") else ()
    return frozenset(felt for felt in felter if not felt.startswith("_"))


def utfyll(mal: str, egne: EgneMaler, rens_verdi: Callable[[object], str], verdier: Mapping[str, object]) -> str:
    """Fill in one template. ``rens_verdi`` makes each value safe for what the template writes. Raises StyringFeil."""
    brukte: set[str] = set()

    def finn(navn: str) -> tuple[str, str, None] | None:
        if not _NAVN.fullmatch(navn):
            return None
        kilde = egne(navn)
        if kilde is not None:
            brukte.add(navn)
        else:
            kilde = pakkens(navn)
        return None if kilde is None else (kilde, f"{MAPPE}/{navn}", None)

    try:
        return miljoet(finn, rens_verdi).get_template(mal).render(**verdier)
    except Exception as feil:
        if sted := _i_egen_mal(feil, brukte):
            raise StyringFeil(f"{sted}: malen kan ikke brukes: {_forklaring(feil)}. Rett den, eller slett filen for å bruke malen som følger med.") from feil
        raise


def miljoet(finn: Callable[[str], tuple[str, str, None] | None], rens_verdi: Callable[[object], str]) -> Sandkasse:
    """Where templates run: nothing undefined passes, every value is made safe, and ours are taken as they were compiled at installation."""
    miljo = Sandkasse(
        loader=FunctionLoader(finn),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=rens_verdi,
        trim_blocks=True,
        lstrip_blocks=True,
        optimized=False,
        bytecode_cache=Oversatte(),
    )
    miljo.filters.update(FILTRE)
    return miljo


def _i_egen_mal(feil: Exception, brukte: set[str]) -> str | None:
    """Where in the project's own templates something went wrong: the line, or the file that ours could not use. None where it has no template in this."""
    if isinstance(feil, TemplateSyntaxError) and feil.name in brukte:
        return f"{MAPPE}/{feil.name}:{feil.lineno}"
    rammer = [ramme for ramme in traceback.extract_tb(feil.__traceback__) if ramme.filename.removeprefix(f"{MAPPE}/") in brukte]
    return f"{rammer[-1].filename}:{rammer[-1].lineno}" if rammer else next((f"{MAPPE}/{navn}" for navn in sorted(brukte)), None)


def _forklaring(feil: Exception) -> str:
    if isinstance(feil, TemplateNotFound):
        return f"den viser til malen «{feil.name}», som ikke finnes"
    if isinstance(feil, SecurityError):
        return "den prøver på noe en mal ikke har lov til"
    if isinstance(feil, UtenVerdi):
        return str(feil)
    if borte := re.search(r"has no attribute '(\w+)'|'(\w+)' is undefined|No (?:filter|test) named '(\w+)'", str(feil)):
        return f"«{borte[1] or borte[2] or borte[3]}» finnes ikke"
    return f"{'skrivefeil' if isinstance(feil, TemplateSyntaxError) else 'den gir feil'} ({str(feil).rstrip('.')})"
