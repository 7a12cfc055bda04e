"""Text from data, made safe for the place it is shown in. No output trusts data; each goes through here."""

import re

_STYRETEGN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_MARKDOWN = r"([\\`*_\[\]<>|~&!#])"
_LENKE = r":(?=//)|@|(?<=www)\."
"""What forges make links of by themselves."""
_IKKE_REN = re.compile(rf"{_MARKDOWN}|{_LENKE}|{_STYRETEGN.pattern}|\s\s|[^\S ]", re.IGNORECASE)
"""What a text may not hold to stand as it is: most cells need no more than this one look."""
_FORMEL = ("=", "+", "-", "@", "\t", "\r")


def trygg(tekst: str) -> str:
    """Show every control character, bidi mark and lone surrogate by its visible code; line feeds stay."""
    return _STYRETEGN.sub(lambda tegn: f"\\u{ord(tegn[0]):04x}", tekst)


def enlinje(tekst: str) -> str:
    """Make one safe line of a text, for a cell, a heading or a line."""
    return trygg(" ".join(tekst.split()))


def markdown(tekst: str) -> str:
    """Make a text mean itself in Markdown, inside a line or a cell: it adds no markup, element, row or column."""
    tekst = tekst.strip()
    if not _IKKE_REN.search(tekst):
        return tekst
    return re.sub(_LENKE, r"\\\g<0>", re.sub(_MARKDOWN, r"\\\1", enlinje(tekst)), flags=re.IGNORECASE)


def csv_celle(tekst: str) -> str:
    """Make a text no formula in a spreadsheet."""
    flat = enlinje(tekst)
    return f"'{flat}" if flat.startswith(_FORMEL) else flat
