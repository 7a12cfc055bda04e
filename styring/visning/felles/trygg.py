"""Text from data, made safe for the place it is shown in.

No output trusts data; each goes through here.
"""

import re
from functools import lru_cache

from styring.fag.dekning import dekt_bokstav

_USYNLIGE = (
    "\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f"
)
_ROM = "\n\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Space of other kinds than the plain one, beside what can't be seen."""
_MERKETEGN = r"\\`*_\[\]<>|~&!#$"
_STYRETEGN = re.compile(f"[{_USYNLIGE}]")
_MARKDOWN = re.compile(f"([{_MERKETEGN}])")
_W, _G, _H = (
    f"[{ett}{ett.upper()}{dekt_bokstav(ett)}{dekt_bokstav(ett.upper())}]" for ett in "wgh"
)
"""A letter, as it is and as it stands when what is typed is set apart."""
_LENKE = re.compile(rf":(?=//)|@|(?<={_W}{_W}{_W})\.|(?<!\w):(?=[\w+-]+:)|(?<=\b{_G}{_H})-(?=\d)")
"""What forges make links and pictures of by themselves."""
_TEGN_AA_SE_PAA = re.compile(f"[{_MERKETEGN}@{_ROM}{_USYNLIGE}]").search
_SAKSLENKE = re.compile(rf"{_G}{_H}-\d").search
_KAN_LENKE = re.compile(rf"{_W}\.").search
_FORMEL = ("=", "+", "-", "@", "\t", "\r")


def trygg(tekst: str) -> str:
    """Show every control character, bidi mark and lone surrogate by its visible code; line feeds
    stay.
    """
    return _STYRETEGN.sub(lambda tegn: f"\\u{ord(tegn[0]):04x}", tekst)


@lru_cache(maxsize=10_000)
def enlinje(tekst: str) -> str:
    """Make one safe line of a text, for a cell, a heading or a line. Most stand in many places."""
    return trygg(" ".join(tekst.split()))


_I_TALL = re.compile(r"(?<=[0-9])[ \u00a0](?=[0-9]{3}(?![0-9])|%|kr\b|mill\.)")
_LIM = {" ": "\ue000", "\u00a0": "\ue001"}
"""Stands for a space where a line may not be broken, while a library breaks the lines."""


def udelelig(tekst: str) -> str:
    """Hold an amount and a percentage together, until ``delelig`` gives the spaces back."""
    return _I_TALL.sub(lambda rom: _LIM[rom[0]], tekst)


def delelig(tekst: str) -> str:
    """Give back the spaces that ``udelelig`` took."""
    for rom, lim in _LIM.items():
        tekst = tekst.replace(lim, rom)
    return tekst


def markdown(tekst: str) -> str:
    """Make a text mean itself in Markdown, inside a line or a cell: it adds no markup, element, row
    or column.
    """
    tekst = tekst.strip()
    if _staar_som_det_er(tekst):
        return tekst
    return _LENKE.sub(r"\\\g<0>", _MARKDOWN.sub(r"\\\1", enlinje(tekst)))


def _staar_som_det_er(tekst: str) -> bool:
    """Whether a quick look finds nothing to escape: that is most cells, and a report
    has thousands.
    """
    return not (
        _TEGN_AA_SE_PAA(tekst)
        or "  " in tekst
        or ":" in tekst
        or ("." in tekst and _KAN_LENKE(tekst))
        or ("-" in tekst and _SAKSLENKE(tekst))
    )


def csv_celle(tekst: str) -> str:
    """Make a text no formula in a spreadsheet."""
    flat = enlinje(tekst)
    return f"'{flat}" if flat.startswith(_FORMEL) else flat
