"""References to law: known laws, their paragraphs and headings, from a table with source
(``hjemler.tsv``).
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from styring.fag.dekning import avdekk, dekk

_TABELL = Path(__file__).with_name("hjemler.tsv")
LOKAL_RUTINE = "lokal rutine"
_BINDESTREKER = str.maketrans("\u2010\u2011\u2013", "---")
_AARET = re.compile(r"\s*\(([12][0-9]{3})\)")
"""The year of a law, which tells it from an older one of the same name: «opplæringslova (1998)»."""
_PARENTES = re.compile(r"\([^()]*\)")
_PARAGRAFER = re.compile(r"[0-9]+(?: ?[A-Z](?=-))?(?:-[0-9]+)?(?: [a-z](?!\w))?")


class Lov(NamedTuple):
    """A law or regulation.

    ``hel`` says that every paragraph is in the table, so that an unknown one is known not to exist.

    ``fra`` and ``til`` are its first and last day, None where that is not known, or has not come.
    Of two laws with one name, the name alone is the new one.
    """

    navn: str
    nummer: str
    hel: bool
    fra: date | None
    til: date | None
    kilde: str
    paragrafer: dict[str, str]


class Henvisning(NamedTuple):
    """One reference as it was understood.

    ``overskrift`` is empty where the paragraph was not found in the table.
    """

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
            _, navn, nummer, andre, hel, fra, til, kilde = deler
            lov = Lov(navn, nummer, hel == "hel", _dag(fra), _dag(til), kilde, {})
            tabell |= dict.fromkeys([navn, *filter(None, andre.split("; "))], lov)
        elif lov is not None:
            lov.paragrafer[deler[0]] = deler[1]
    return tabell


def _dag(skrevet: str) -> date | None:
    return date.fromisoformat(skrevet) if skrevet else None


def henvisninger(hjemmel: str) -> list[Henvisning]:
    """Understand a hjemmel such as «kommuneloven §§ 14-2 og 14-3; pbl. § 10-1 (2)».

    A local routine refers to no law. Of a hjemmel that is set apart (``fag.dekning``), what the law
    says is so too: it is quoted.
    """
    skrevet = avdekk(hjemmel)
    funnet = list(_lest(skrevet))
    if skrevet == hjemmel:
        return funnet
    return [h._replace(skrevet=dekk(h.skrevet), overskrift=dekk(h.overskrift)) for h in funnet]


@cache
def _lest(hjemmel: str) -> tuple[Henvisning, ...]:
    """The same, understood once: four rules ask of every hjemmel."""
    if hjemmel.casefold().startswith(LOKAL_RUTINE):
        hjemmel = hjemmel[len(LOKAL_RUTINE) :] if "§" in hjemmel else ""
    hjemmel = _AARET.sub(r" av \1", hjemmel.translate(_BINDESTREKER))
    deler = [
        del_ for ledd in _PARENTES.sub(" ", hjemmel).split(";") for del_ in _per_lov(ledd.strip())
    ]
    return tuple(henvisning for navn, resten in deler for henvisning in _i_lov(navn, resten))


def naermeste_lov(skrevet: str) -> str | None:
    """The known law that was probably meant; only where the names are nearly the same."""
    from difflib import get_close_matches  # only on the way to an error

    navn = skrevet.partition("§")[0].strip().casefold()
    naere = get_close_matches(navn, lover(), n=1, cutoff=0.85)
    return naere[0] if naere else None


def _per_lov(ledd: str) -> list[tuple[str, str]]:
    """Split at each law that is named: the name, and what stands between it and the next."""
    navn = list(_lovnavn().finditer(ledd))
    if not navn:
        return [(ledd, "")] if ledd else []
    slutt = [neste.start() for neste in navn[1:]] + [len(ledd)]
    return [(ett[0], ledd[ett.end() : til]) for ett, til in zip(navn, slutt, strict=True)]


@cache
def _lovnavn() -> re.Pattern[str]:
    """Every known law by its names, longest first, and every other word that is a law by its
    ending.
    """
    kjente = sorted(map(re.escape, lover()), key=len, reverse=True)
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(kjente)})(?!\w)"
        r"|[\w-]*(?:loven|lova|forskriften|forskrifta)\b|\bforskrift\b",
        re.IGNORECASE,
    )


def _i_lov(navn: str, resten: str) -> list[Henvisning]:
    lov = lover().get(navn.casefold())
    skrevne = _PARAGRAFER.findall(_uten_leddnavn(resten.partition("§")[2]))
    if lov is None or not skrevne:
        return [Henvisning(lov, f"{navn}{resten}".strip())]
    return [_slaa_opp(lov, skrevet) for skrevet in skrevne]


def _uten_leddnavn(tekst: str) -> str:
    """Leave out what stands after the paragraphs: «tredje ledd», «bokstav c», «nr. 2»."""
    ordenstall = "første|andre|annet|tredje|fjerde|femte|sjette|sjuende"
    return re.split(rf"\b(?:[0-9]+\. ledd|{ordenstall}|bokstav|nr|ledd|jf|kap|kapittel)\b", tekst)[
        0
    ]


def _slaa_opp(lov: Lov, skrevet: str) -> Henvisning:
    paragraf = skrevet if skrevet in lov.paragrafer else re.sub(r" [a-z]$", "", skrevet)
    return Henvisning(lov, skrevet, paragraf, lov.paragrafer.get(paragraf, ""))
