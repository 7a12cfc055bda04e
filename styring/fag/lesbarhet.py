"""How hard a text is to read: LIX, words a sentence plus the share of words over six letters
(Björnsson 1968).
"""

import re

from styring.fag.dekning import avdekk

VANSKELIG = 55
"""LIX above this is hard to read."""
FAERREST_ORD = 30
"""Words. A shorter text has too few for the number to mean anything."""
_ord = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BOKSTAVER = bytes(tegn for tegn in range(256) if chr(tegn).isalpha())
_setningsslutt = re.compile(r"[.!?:]+(?=\s|$)|\n+")
_forste_slutt = re.compile(
    r"(?<![\s.]\w)(?<![0-9])(?<!ca)(?<!kl)(?<!nr)(?<!mill)(?<!dvs)[.!?](?=\s+[A-ZÆØÅ«])|[.!?](?=$)"
)
_LANGT = 6


def er_lang_nok(tekst: str) -> bool:
    """Whether a text has enough words for LIX to mean anything."""
    return _flest_ord(tekst) > FAERREST_ORD and antall_ord(tekst) > FAERREST_ORD


def _flest_ord(tekst: str) -> int:
    """More words than this a text does not have: the signs that are no letters, and one.

    A tenth of the cost of counting them, and most texts are short.
    """
    return len(tekst.encode("latin-1", "replace").translate(None, _BOKSTAVER)) + 1


def antall_ord(tekst: str) -> int:
    """Count the words."""
    return len(_ord.findall(tekst))


def forste_setning(tekst: str) -> str:
    """Give the first sentence.

    A full stop ends one when a capital letter comes after it, and neither a number nor a short
    abbreviation before it.
    """
    flat = " ".join(tekst.split())
    slutt = _forste_slutt.search(avdekk(flat))
    return flat[: slutt.end()].strip() if slutt else flat


def lix(tekst: str) -> int:
    """Compute LIX, rounded. 0 for a text without words."""
    ord_ = _ord.findall(tekst)
    if not ord_:
        return 0
    setninger = sum(1 for setning in _setningsslutt.split(tekst) if _ord.search(setning))
    lange = sum(len(ett.replace("-", "")) > _LANGT for ett in ord_)
    return round(len(ord_) / max(1, setninger) + 100 * lange / len(ord_))
