"""Bokmål to nynorsk, for our own words alone: what people have typed is set apart
(``fag.dekning``), and given back as it was.

One list of words and phrases (``nynorsk.tsv``): the longest that fits is taken.
"""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from styring.fag.dekning import EGNE_ORD, avdekk
from styring.visning.figur.tegn import Figur

_LISTE = Path(__file__).with_name("nynorsk.tsv")
_STAAR = r"`[^`\n]*`|\]\([^)\n]*\)|<!--.*?-->|«styring [^»\n]*»|\bdata/\S+|\bFOR-[\d-]+"
"""What is to be typed or followed as it stands: a command, an address, a file, the mark."""
_NOKLER = frozenset({"merke", "celler", "ring"})
"""The fields of a picture that name a colour or a ring, and are not read by anybody."""


@cache
def ordlisten() -> dict[str, str]:
    """Every word and phrase in bokmål, in lower case, with the nynorsk for it."""
    linjer = _LISTE.read_text(encoding="utf-8").splitlines()
    par = (linje.split("\t") for linje in linjer if linje and not linje.startswith("#"))
    return {_flat(ett[0]): ett[-1] for ett in par}


@cache
def _fraser() -> re.Pattern[str]:
    lengst = sorted(ordlisten(), key=len, reverse=True)
    alle = "|".join(re.escape(ett).replace(r"\ ", r"\s+") for ett in lengst)
    bokstav = EGNE_ORD.pattern[:-1]
    return re.compile(
        rf"(?P<staar>{_STAAR})|(?<!{bokstav})(?:{alle})(?!{bokstav})", re.IGNORECASE | re.DOTALL
    )


def oversett(tekst: str) -> str:
    """Our own words in nynorsk; what was set apart stays set apart."""
    return _fraser().sub(lambda treff: treff[0] if treff["staar"] else _som(treff[0]), tekst)


def paa_nynorsk(tekst: str) -> str:
    """The finished text: our own words in nynorsk, and what people typed as they typed it."""
    return avdekk(oversett(tekst))


def ukjente_ord(tekst: str) -> set[str]:
    """The words of ours in a text that the list does not know: for the test that finds them."""
    kjente = {ord_ for nytt in ordlisten().values() for ord_ in map(str.casefold, _ordene(nytt))}
    egne = re.sub(_STAAR, " ", oversett(tekst), flags=re.DOTALL)
    return {ord_.casefold() for ord_ in _ordene(egne) if not _er_kode(ord_)} - kjente


def _ordene(tekst: str) -> list[str]:
    return EGNE_ORD.findall(tekst)


def _er_kode(ord_: str) -> bool:
    """Whether a word is a code: of a unit, a goal, a decision-making body."""
    return ord_.isupper() and ord_ != "UTKAST"


def _flat(tekst: str) -> str:
    """In lower case, with one plain space between words."""
    return " ".join(tekst.split()).casefold()


def _som(skrevet: str) -> str:
    """The nynorsk for what was written, with a capital where that had one."""
    ny = ordlisten()[_flat(skrevet)]
    if _er_kode(skrevet):
        return skrevet
    if skrevet[:1].isupper():
        ny = ny[:1].upper() + ny[1:]
    return ny.replace(" ", "\u00a0") if "\u00a0" in skrevet else ny


def i_figurer(figurer: Sequence[Figur]) -> list[Figur]:
    """Every picture with its texts in nynorsk."""
    return [_i_alt(figur) for figur in figurer]


def _i_alt(verdi: Any) -> Any:  # noqa: ANN401  anything that holds texts
    """The same value with every text in nynorsk."""
    if isinstance(verdi, str):
        return paa_nynorsk(verdi)
    if isinstance(verdi, tuple) and (felter := getattr(verdi, "_fields", ())):
        nye = (
            ett if felt in _NOKLER else _i_alt(ett) for felt, ett in zip(felter, verdi, strict=True)
        )
        return verdi.__class__(*nye)
    return tuple(map(_i_alt, verdi)) if isinstance(verdi, tuple) else verdi
