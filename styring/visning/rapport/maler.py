"""Answers through templates to text.

A template is layout only: it gets frozen answers, runs in a sandbox, and every value is escaped.
"""

import re
import traceback
from collections.abc import Callable, Mapping, MutableMapping
from typing import Any

from jinja2 import BaseLoader, Environment, Template, TemplateNotFound
from jinja2.exceptions import SecurityError, TemplateSyntaxError

from styring.feil import StyringFeil
from styring.visning.felles.trygg import trygg
from styring.visning.rapport.figurmerke import Figurer
from styring.visning.rapport.forbruk import ForMye
from styring.visning.rapport.malfiler import finnes, oversatt, pakkens
from styring.visning.rapport.rens import Ferdig, UtenVerdi, paa_linjene, rens
from styring.visning.rapport.sandkasse import Sandkasse, Skrift
from styring.visning.rapport.stempel import Stempel

MAPPE = "templates"
EgneMaler = Callable[[str], str | None]
"""Gives the project's own template of a file name, or None where it has none."""
_NAVN = re.compile(r"[a-z][a-z0-9_-]*\.(?:md|html)\.j2")
"""What a template may be called: nothing above, below or beside the folder can be named."""


def markdown(
    navn: str, svar: object, stempel: Stempel, egne: EgneMaler, figurer: Figurer | None = None
) -> str:
    """Lay out an answer by the template of a name, as Markdown. The pictures are put in
    ``figurer``.

    Raises StyringFeil where the project's own template is wrong.
    """
    verdier = {"svar": svar, "stempel": stempel}
    tekst = paa_linjene(
        utfyll(f"{navn}.md.j2", egne, Skrift(rens, Ferdig, figurer or Figurer()), verdier)
    )
    # What a template itself writes may hold what can't be seen, too.
    return trygg(_uten_luft(tekst)) + "\n"


def _uten_luft(tekst: str) -> str:
    """Leave out spaces at the end of lines, and more than one empty line in a row."""
    tekst = "\n".join([linje.rstrip(" \t") for linje in tekst.strip("\n").split("\n")])
    while "\n\n\n" in tekst:
        tekst = tekst.replace("\n\n\n", "\n\n")
    return tekst.strip("\n")


def utfyll(mal: str, egne: EgneMaler, skrift: Skrift, verdier: Mapping[str, object]) -> str:
    """Fill in one template. Raises StyringFeil."""
    laster = _Laster(egne)
    try:
        sandkasse = Sandkasse(laster, skrift)
        return sandkasse.get_template(mal).render(**verdier)
    except Exception as feil:
        if sted := _i_egen_mal(feil, laster.brukte):
            raise StyringFeil(
                f"{sted}: malen kan ikke brukes: {_forklaring(feil)}. Rett den, eller slett filen"
                " for å bruke malen som følger med."
            ) from feil
        raise


class _Laster(BaseLoader):
    """Finds a template: the project's own, else ours as it was compiled, else ours as it is
    written. ``brukte`` are the project's own that were found.
    """

    def __init__(self, egne: EgneMaler) -> None:
        self._egne = egne
        self.brukte: set[str] = set()

    # as Jinja has it
    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002
    ) -> Template:
        """Give one template. Raises TemplateNotFound."""
        kilde = self._egne(name) if _NAVN.fullmatch(name) else None
        if kilde is not None:
            self.brukte.add(name)
        elif not _NAVN.fullmatch(name) or not finnes(name):
            raise TemplateNotFound(name)
        kode = oversatt(name) if kilde is None else None
        if kode is None:
            kode = environment.compile(
                pakkens(name) if kilde is None else kilde, name, f"{MAPPE}/{name}"
            )
        return environment.template_class.from_code(environment, kode, globals or {})


def _i_egen_mal(feil: Exception, brukte: set[str]) -> str | None:
    """Where in the project's own templates something went wrong: the line, or the file that ours
    could not use. None where it has no template in this.
    """
    if isinstance(feil, TemplateSyntaxError) and feil.name in brukte:
        return f"{MAPPE}/{feil.name}:{feil.lineno}"
    rammer = [
        ramme
        for ramme in traceback.extract_tb(feil.__traceback__)
        if ramme.filename.removeprefix(f"{MAPPE}/") in brukte
    ]
    return (
        f"{rammer[-1].filename}:{rammer[-1].lineno}"
        if rammer
        else next((f"{MAPPE}/{navn}" for navn in sorted(brukte)), None)
    )


_SKRIVEFEIL = (
    (
        r"has no attribute '(\w+)'|'(\w+)' is undefined|No (?:filter|test) named '(\w+)'",
        "«{}» finnes ikke",
    ),
    (r"block that needs to be closed is '(\w+)'", "«{{% {} … %}}» er ikke avsluttet"),
    (r"unknown tag '(\w+)'", "«{{% {} %}}» passer ikke her"),
    (
        r"expected (?:an expression|token '[^']+'), got '(end of)[^']*'|(unexpected '?end)",
        "noe mangler før slutten",
    ),
    (
        (
            r"expected (?:an expression|token '[^']+'), got '([^']+)'|unexpected char"
            r" '(.)'|unexpected '([^']+)'"
        ),
        "«{}» passer ikke her",
    ),
)
"""What Jinja says most often of a template that is written wrong, and the same in bokmål."""


def _forklaring(feil: Exception) -> str:
    if isinstance(feil, TemplateNotFound):
        return f"den viser til malen «{feil.name}», som ikke finnes"
    if isinstance(feil, SecurityError):
        return "den prøver på noe en mal ikke har lov til"
    if isinstance(feil, RecursionError):
        return "den henter seg selv uten ende"
    if isinstance(feil, UtenVerdi | ForMye):
        return str(feil)
    for monster, ord_ in _SKRIVEFEIL:
        if treff := re.search(monster, str(feil), re.IGNORECASE):
            return ord_.format(next(filter(None, treff.groups())))
    return (
        "skrivefeil på denne linjen"
        if isinstance(feil, TemplateSyntaxError)
        else "det som står på denne linjen, kan ikke regnes ut"
    )
