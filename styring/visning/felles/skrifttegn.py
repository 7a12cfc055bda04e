"""Characters that the fonts that come with typst have no shape for."""

import re

_UTEN_FORM = re.compile(
    "[^\n -~\u00a0-\u024f\u0370-\u052f\u2010-\u203a\u20ac\u2190-\u21ff"
    "\u2212\u25a0-\u25ff\u2713\u2717]"
)
"""All but Latin, Greek, Cyrillic, punctuation, arrows and our own signs."""


def med_koder(tekst: str) -> str:
    """Show each character without a shape (an emoji, a foreign script) by its code."""
    return _UTEN_FORM.sub(lambda tegn: f"[U+{ord(tegn[0]):04X}]", tekst)
