"""The lines of the tab for the plan as they came back, each held by what it is: units by their
codes, and with what was sent of the same line.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from styring.fag import planbok
from styring.fag.norsk import fold
from styring.fag.skjemabok import Celle, Innsendt, Innsendtplanrad
from styring.modell.kommune import Enhet
from styring.sporring.rapportering.cellelikhet import enhetlig, kodene, planvist

_NUMMER = re.compile(r"(?:nr\.? ?)?([0-9]{1,4})\.?", re.IGNORECASE)
_Sendte = dict[tuple[str, str], dict[str, str]]


class Arklinje(NamedTuple):
    """One line: its row, its cells as they are, as the tab would show them, and as they were sent;
    empty where it is new. ``nokkel`` is what it is known by: its unit, and its number or its words;
    one that has neither is like no other.
    """

    rad: int
    celler: Mapping[str, Celle]
    typet: Mapping[str, str]
    sendt: Mapping[str, str]
    nokkel: tuple[str, str]


def planlinjene_i(bok: Innsendt, enheter: Mapping[str, Enhet]) -> tuple[Arklinje, ...]:
    """Every line with anything in it but its unit."""
    sendte = {(ett["nr"], ett["enhet"]): ett for ett in sendte_linjer(bok, enheter)}
    koder = kodene(enheter)
    alle = (_linjen(bok, rad, sendte, koder) for rad in bok.plan.rader)
    return tuple(ett for ett in alle if any(v for felt, v in ett.typet.items() if felt != "enhet"))


def sendte_linjer(bok: Innsendt, enheter: Mapping[str, Enhet]) -> tuple[dict[str, str], ...]:
    """What was sent, as it is compared."""
    koder = kodene(enheter)
    like = ({felt: enhetlig(tekst) for felt, tekst in ett.items()} for ett in bok.plan.sendt)
    return tuple(
        ett | {"ansvarlig": koder.get(fold(ett["ansvarlig"]), ett["ansvarlig"])} for ett in like
    )


def koden(enheter: Mapping[str, Enhet], skrevet: str) -> str:
    """The code of a unit written by its name, or in another case; a role as it is."""
    return kodene(enheter).get(fold(skrevet), skrevet)


def _linjen(
    bok: Innsendt, rad: Innsendtplanrad, sendte: _Sendte, koder: Mapping[str, str]
) -> Arklinje:
    aar = int(bok.periode[:4])
    typet = {felt: planvist(felt, celle, aar) for felt, celle in rad.celler.items()}
    for felt in ("enhet", "ansvarlig"):
        typet[felt] = koder.get(fold(typet[felt]), typet[felt])
    typet["enhet"] = typet["enhet"] or bok.enhet
    nummer = _NUMMER.fullmatch(typet["nr"])
    typet["nr"] = nummer[1] if nummer else typet["nr"]
    if not typet["nr"]:
        # the number was taken away: the line is still the one that was sent
        like = [nr for (nr, enhet), ett in sendte.items() if _er_linjen(typet, enhet, ett)]
        typet["nr"] = like[0] if len(like) == 1 else ""
    tomt = dict.fromkeys(planbok.FELTER, "")
    sendt = sendte.get((typet["nr"], typet["enhet"]), tomt)
    nokkel = (typet["enhet"], typet["nr"] or fold(typet["tekst"]) or f"#{rad.rad}")
    return Arklinje(rad.rad, rad.celler, typet, sendt, nokkel)


def _er_linjen(typet: Mapping[str, str], enhet: str, sendt: Mapping[str, str]) -> bool:
    return enhet == typet["enhet"] and sendt["tekst"] == typet["tekst"] != ""
