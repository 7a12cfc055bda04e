"""How every value in a Markdown template is made safe: it means itself, whatever it holds and
wherever it stands.
"""

import re
from datetime import date
from typing import Any, Self

from jinja2 import Undefined
from markupsafe import Markup

from styring.visning.felles.trygg import markdown

_VERDI = "\x00"
"""Stands before every value until the lines are known.

Data can't hold it: ``trygg`` writes control characters by their codes.
"""
_LINJESTART = re.compile(
    r"^((?:[ \t>\x00]|[-*+] |\d+[.)] |\[[ xX]\]"
    r" )*)((?=\d*\x00)[\x00\d]*)([-+.)=:](?=\s|$|[-+=\x00]))",
    re.MULTILINE,
)
"""Values at the beginning of a line, or of a list's entry, that begin as a list, a rule, an
underline or a table's second line would.
"""


class UtenVerdi(ValueError):
    """A template would have written a value that nobody has given, or that is no value."""


class Ferdig(Markup):
    """Text that is finished Markdown.

    What a template puts together with it is made safe as Markdown too; Markup itself would do it as
    HTML.
    """

    __slots__ = ()

    @classmethod
    def escape(cls, s: Any) -> Self:  # noqa: ANN401  anything a template may have
        """Make a value safe, as ``rens`` does; a space at its ends still divides it from what it is
        put together with.
        """
        if s.__class__ is not str:
            return cls(rens(s))
        return cls(
            f"{' ' * s[:1].isspace()}{rens(s)}{' ' * s[-1:].isspace()}"
            if s.strip()
            else " " * bool(s)
        )


def rens(verdi: Any) -> str:  # noqa: ANN401  Jinja asks for any value
    """Make one value safe: what is finished passes, everything else means itself in Markdown.

    Raises UtenVerdi for a gap, and for what is no text.
    """
    if verdi.__class__ is str:
        return _VERDI + markdown(verdi.replace(_VERDI, "") if _VERDI in verdi else verdi)
    if isinstance(verdi, Markup):
        return verdi
    if isinstance(verdi, int) and not isinstance(verdi, bool):
        return str(verdi)
    if verdi is None or verdi is True or verdi is False:
        raise UtenVerdi(
            "en verdi som ikke er oppgitt, kan ikke skrives; bruk «{% if %}» og si det med ord"
        )
    if not isinstance(verdi, str | float | date | Undefined):
        raise UtenVerdi(
            "en hel post eller liste kan ikke skrives; velg ett felt, eller gå gjennom den med «{%"
            " for %}»"
        )
    return _VERDI + markdown(str(verdi))


def paa_linjene(tekst: str) -> str:
    """Finish a filled in template: a value that begins a line begins nothing else."""
    return _LINJESTART.sub(r"\1\2\\\3", tekst).replace(_VERDI, "")
