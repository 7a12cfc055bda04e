"""Amounts as ledgers write them, and as people are shown them."""

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from styring.fag.norsk import heltall

NULL = Decimal(0)
TUSEN = Decimal(1000)
HUNDRE = Decimal(100)
_ORE = Decimal("0.01")
_STREKER = frozenset({"-", "–", "—", "−"})
_MINUS = re.compile("[−–—]")
_BLANKE = re.compile(r"[\s'’]")
_VALUTA = re.compile(r"^(?:kr\.?|nok)|(?:kr\.?|nok|,-)$", re.IGNORECASE)
_TALL = re.compile(r"(?P<foran>[+-]?)(?P<tall>[0-9][0-9.,]*)(?P<bak>-?)")
_BARE_PUNKTUM = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_BARE_KOMMA = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")
ORESIFRE = 2
TUSENDELER = ORESIFRE + 3
"""Decimals of an amount in 1 000 kr, to the øre."""
_STORST = Decimal(10) ** 12


def desimaltegnene(skrevne: Iterable[str]) -> frozenset[str]:
    """The decimal signs of a column, «,» or «.», by the cells that can mean only one thing; both,
    where they don't agree.
    """
    sett: set[str] = set()
    for skrevet in skrevne:
        renset = _BLANKE.sub("", skrevet).strip("()+-")
        if _BARE_PUNKTUM.fullmatch(renset) or _BARE_KOMMA.fullmatch(renset):
            if renset.count(".") > 1 or renset.count(",") > 1:
                sett.add("," if "." in renset else ".")
            continue
        siste = max(renset.rfind(","), renset.rfind("."))
        if siste >= 0:
            sett.add(renset[siste])
    return frozenset(sett)


def les_belop(skrevet: str, desimal: str = "", desimaler: int = ORESIFRE) -> Decimal | None:
    """Read an amount: «1 234 567,50», «-12», «12-», «(12)», « - » for nothing; None where it is no
    amount, or could be two. ``desimal`` is the sign before the decimals, where it is known, and
    ``desimaler`` how many there may be.
    """
    renset = _MINUS.sub("-", _BLANKE.sub("", skrevet))
    if renset in _STREKER:
        return NULL
    i_parentes = renset.startswith("(") and renset.endswith(")")
    renset = _VALUTA.sub("", renset[1:-1] if i_parentes else renset)
    treff = _TALL.fullmatch(renset)
    if treff is None or (bool(treff["foran"]) + bool(treff["bak"]) + i_parentes) > 1:
        return None
    tall = _uten_skille(treff["tall"], desimal, desimaler)
    if tall is None or tall >= _STORST:
        return None
    minus = i_parentes or treff["foran"] == "-" or treff["bak"] == "-"
    return -tall if minus else tall


def _uten_skille(tall: str, desimal: str, desimaler: int) -> Decimal | None:
    """The number without signs between thousands; None where «1.234» could be either."""
    if not desimal:
        if _BARE_PUNKTUM.fullmatch(tall) or _BARE_KOMMA.fullmatch(tall):
            if tall.count(".") + tall.count(",") == 1:
                return None
            desimal = "," if "." in tall else "."
        else:
            desimal = "." if tall.rfind(".") > tall.rfind(",") else ","
    skille = "," if desimal == "." else "."
    hele, komma, rest = tall.partition(desimal)
    if (komma and not rest.isdigit()) or len(rest) > desimaler:
        return None
    grupper = rf"[1-9][0-9]{{0,2}}(?:{re.escape(skille)}[0-9]{{3}})+"
    if skille in hele and not re.fullmatch(grupper, hele):
        return None
    return Decimal(f"{hele.replace(skille, '')}{f'.{rest}' if rest else ''}")


def i_ore(belop: Decimal) -> Decimal:
    """An amount to the nearest øre."""
    return belop.quantize(_ORE, ROUND_HALF_UP)


def kroner(belop: Decimal) -> str:
    """An amount for people, to the krone: «−1 234 567»."""
    helt = int(belop.quantize(Decimal(1), ROUND_HALF_UP))
    return f"{'−' if helt < 0 else ''}{heltall(abs(helt))}"


def i_tusen(belop: Decimal | None) -> str:
    """An amount in 1 000 kr, for tables: «−1 235»; a dash where nothing is known."""
    return "–" if belop is None else kroner(belop / TUSEN)


def millioner(belop: Decimal) -> str:
    """An amount for a sentence: «−54,3 mill.», «620 000»."""
    if abs(belop) < Decimal(950_000):
        return kroner(belop)
    tall = (abs(belop) / Decimal(1_000_000)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{'−' if belop < 0 else ''}{heltall(int(tall))},{str(tall)[-1]} mill."


def som_skrevet(tall: Decimal) -> str:
    """A number with the decimals it has: «1 204,5», «−0,25», «12»."""
    hele, _, desimaler = f"{abs(tall):f}".partition(".")
    desimaler = desimaler.rstrip("0")
    minus = "−" if tall < 0 else ""
    return f"{minus}{heltall(int(hele))}{f',{desimaler}' if desimaler else ''}"


def desimaltall(tall: Decimal) -> str:
    """A number with one decimal: «1 204,5», «−0,9»."""
    rundet = abs(tall).quantize(Decimal("0.1"), ROUND_HALF_UP)
    minus = "−" if tall < 0 and rundet else ""
    return f"{minus}{heltall(int(rundet))},{str(rundet)[-1]}"


def prosent(tall: Decimal | None) -> str:
    """A percentage with one decimal: «−0,9 %»; a dash where nothing is known."""
    if tall is None:
        return "–"
    return f"{desimaltall(tall)} %"
