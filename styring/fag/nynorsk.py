"""Bokmål to nynorsk, for our own words alone: what people have typed is set apart
(``fag.dekning``), and given back as it was.

One list of words and phrases (``nynorsk.tsv``): the longest that fits is taken.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from styring.fag.dekning import EGNE_ORD, avdekk
from styring.fag.norsk import fold

_LISTE = Path(__file__).with_name("nynorsk.tsv")
_ID = r"(?<![\w-])[a-z0-9]+(?:[-/][a-z0-9]+)+(?![\w-])"
_ADRESSE = (
    r"\b(?:https?://|www\.)[^\s<>]{1,2000}"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,9}"
    r"|(?<![\w.-])(?:[\w-]{1,63}\.){1,9}(?:no|com|org|net|example)\b"
)
_STAAR = rf"«styring [^»\n]*»|\bdata/\S+|\bFOR-[\d-]+|{_ID}|{_ADRESSE}"
"""What is to be typed or looked up as it stands: a command, a file, a law, an id of several words,
an address.
"""
_STAAR_I_MD = rf"(?<!\\)`[^`\n]*`|(?<!\\)\]\([^)\n]*\)|<!--.*?-->|{_STAAR}"
"""The same in Markdown, where code, addresses and the mark are known by their signs."""
_ORD, _ORD_I_MD = (
    re.compile(rf"(?P<staar>{staar})|{EGNE_ORD.pattern}", re.DOTALL)
    for staar in (_STAAR, _STAAR_I_MD)
)


@cache
def ordlisten() -> dict[str, str]:
    """Every word and phrase in bokmål, in lower case, with the nynorsk for it."""
    linjer = _LISTE.read_text(encoding="utf-8").splitlines()
    par = (linje.split("\t") for linje in linjer if linje and not linje.startswith("#"))
    return {_flat(ett[0]): ett[-1] for ett in par}


@cache
def _frasene() -> dict[str, list[str]]:
    """The phrases by their first word, the longest first."""
    per_ord: dict[str, list[str]] = {}
    for frase in sorted(ordlisten(), key=len, reverse=True):
        per_ord.setdefault(EGNE_ORD.findall(frase)[0], []).append(frase)
    return per_ord


@cache
def _som_begynner_med(ord_: str) -> re.Pattern[str] | None:
    """What is found where a word stands: the longest phrase that begins with it."""
    fraser = _frasene().get(ord_.casefold())
    if fraser is None:
        return None
    alle = "|".join(re.escape(ett).replace(r"\ ", r"\s+") for ett in fraser)
    return re.compile(rf"(?:{alle})(?!{EGNE_ORD.pattern[:-1]})", re.IGNORECASE)


def oversett(tekst: str, *, md: bool = False) -> str:
    """Our own words in nynorsk; what was set apart stays set apart. ``md``: it is Markdown."""
    return "".join(_som(del_) if kjent else del_ for del_, kjent in _delene(tekst, md=md))


def _delene(tekst: str, *, md: bool) -> Iterator[tuple[str, bool]]:
    """The text in pieces: each word or phrase of the list, and what stands between."""
    her, ordet = 0, _ORD_I_MD if md else _ORD
    while treff := ordet.search(tekst, her):
        fraser = None if treff["staar"] else _som_begynner_med(treff[0])
        frase = fraser and fraser.match(tekst, treff.start())
        yield tekst[her : treff.start()], False
        yield (frase or treff)[0], frase is not None
        her = (frase or treff).end()
    yield tekst[her:], False


def paa_nynorsk(tekst: str, *, md: bool = False) -> str:
    """The finished text: our own words in nynorsk, and what people typed as they typed it."""
    return avdekk(oversett(tekst, md=md))


def gjenkjent(skrevet: str, vaare: Iterable[str]) -> str | None:
    """Which of some words of ours somebody has written, in bokmål or nynorsk; None where it is none
    of them.
    """
    return _begge(tuple(vaare)).get(fold(skrevet))


@cache
def _begge(vaare: tuple[str, ...]) -> dict[str, str]:
    """Words of ours as they may be written, each with how it stands in bokmål."""
    return {fold(oversett(ett)): ett for ett in vaare} | {fold(ett): ett for ett in vaare}


def ukjente_ord(tekst: str, *, md: bool = False) -> set[str]:
    """The words of ours in a text that are in no entry of the list: for the test that finds them.
    An entry of several words knows them only where they stand together.
    """
    staar = re.compile(_STAAR_I_MD if md else _STAAR, re.DOTALL)
    resten = " ".join(del_ for del_, kjent in _delene(tekst, md=md) if not kjent)
    egne = EGNE_ORD.findall(staar.sub(" ", resten))
    return {ord_.casefold() for ord_ in egne if not _er_kode(ord_)}


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
    if skrevet.isupper() and len(skrevet) > 1:
        return ny.upper()
    if skrevet[:1].isupper():
        ny = ny[:1].upper() + ny[1:]
    return ny.replace(" ", "\u00a0") if "\u00a0" in skrevet else ny
