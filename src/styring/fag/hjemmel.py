"""References to law: known laws, their paragraphs and headings, from a table with source (``hjemler.tsv``)."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from styring.fag.norsk import mente_du

_TABELL = Path(__file__).with_name("hjemler.tsv")
LOKAL_RUTINE = "lokal rutine"
_PARAGRAFER = re.compile(r"[0-9]+(?: ?[A-Z])?(?:-[0-9]+)?(?: [a-z](?!\w))?")


class Lov(NamedTuple):
    """A law or regulation. ``hel`` says that every paragraph is in the table, so that an unknown one is known not to exist."""

    navn: str
    nummer: str
    hel: bool
    kilde: str
    paragrafer: dict[str, str]


class Henvisning(NamedTuple):
    """One reference as it was understood. ``overskrift`` is empty where the paragraph was not found in the table."""

    lov: Lov | None
    skrevet: str
    paragraf: str = ""
    overskrift: str = ""


@cache
def lover() -> Mapping[str, Lov]:
    """Every known law, by each of its names in lower case."""
    tabell: dict[str, Lov] = {}
    lov = None
    for linje in _TABELL.read_text(encoding="utf-8").splitlines():
        deler = linje.split("\t")
        if deler[0] == "=":
            _, navn, nummer, andre, hel, kilde = deler
            lov = Lov(navn, nummer, hel == "hel", kilde, {})
            tabell |= dict.fromkeys([navn, *filter(None, andre.split("; "))], lov)
        elif lov is not None:
            lov.paragrafer[deler[0]] = deler[1]
    return tabell


def henvisninger(hjemmel: str) -> list[Henvisning]:
    """Understand a hjemmel such as «kommuneloven §§ 14-2 og 14-3; pbl. § 10-1». A local routine refers to no law."""
    if hjemmel.casefold().startswith(LOKAL_RUTINE):
        return []
    return [henvisning for ledd in hjemmel.split(";") if ledd.strip() for henvisning in _i_ledd(ledd)]


def naermeste_lov(skrevet: str) -> str | None:
    """The known law that was probably meant."""
    return mente_du(skrevet.partition("§")[0].strip(), lover())


def _i_ledd(ledd: str) -> list[Henvisning]:
    navn, tegn, resten = ledd.partition("§")
    lov = _lov(navn)
    if lov is None:
        return [Henvisning(None, ledd.strip())]
    if not tegn:
        return [Henvisning(lov, ledd.strip())]
    return [_slaa_opp(lov, skrevet) for skrevet in _PARAGRAFER.findall(_uten_leddnavn(resten))]


def _lov(navn: str) -> Lov | None:
    sokt = navn.casefold().strip()
    kjente = sorted(lover(), key=len, reverse=True)
    return next((lover()[kjent] for kjent in kjente if sokt == kjent or sokt.endswith(" " + kjent)), None)


def _uten_leddnavn(tekst: str) -> str:
    """Leave out what stands after the paragraphs: «tredje ledd», «bokstav c», «nr. 2»."""
    return re.split(r"\b(?:første|andre|annet|tredje|fjerde|femte|sjette|sjuende|bokstav|nr|ledd|jf)\b", tekst)[0]


def _slaa_opp(lov: Lov, skrevet: str) -> Henvisning:
    paragraf = skrevet if skrevet in lov.paragrafer else re.sub(r" [a-z]$", "", skrevet)
    return Henvisning(lov, skrevet, paragraf, lov.paragrafer.get(paragraf, ""))
