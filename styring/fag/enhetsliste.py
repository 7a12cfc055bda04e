"""Units as people list them: one on each line, by code and name, or in columns of a sheet."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from styring.fag.norsk import fold, opplisting
from styring.modell.form import KODE

KOLONNER = ("kode", "navn", "type", "overordnet", "leder")
_SKILLE = re.compile(r"[;\t]")
_enkel = re.compile(
    r"(?P<kode>[^\s=:]+)[\s=:]+(?P<navn>.+?)(?:,?\s+under\s+(?P<overordnet>[^\s,]+))?"
).fullmatch
OVERSKRIFTER = {
    "kode": ("kode", "enhetskode", "forkortelse", "kortnavn"),
    "navn": ("navn", "navn på enheten", "enhetsnavn", "enhet"),
    "type": ("type", "enhetstype", "nivå"),
    "overordnet": ("overordnet", "overordnet enhet", "ligger under", "hører til", "under"),
    "leder": ("leder", "rolle", "lederrolle"),
}
"""What people write over each column."""
_TYPER = {
    "sektor": "sektor",
    "avdeling": "avdeling",
    "stab": "avdeling",
    "virksomhet": "virksomhet",
    "kommunalområde": "sektor",
    "tjenesteområde": "sektor",
    "etat": "sektor",
    "seksjon": "avdeling",
    "stabsenhet": "avdeling",
    "tjenestested": "virksomhet",
}


_FOLDET = {fold(ord_): type_ for ord_, type_ in _TYPER.items()}
_NAVN_PAA_TYPER = ("sektor", "avdeling", "stab", "virksomhet")


class Enhetslinje(NamedTuple):
    """One unit as it was written; what was left out is None."""

    kode: str
    navn: str
    type: str
    overordnet: str | None
    leder: str | None


class SkrevenEnhet(NamedTuple):
    """One line or row of a list: where it stands (empty: typed), what was written, and its parts by
    column; no parts where it can't be told what they are.
    """

    sted: str
    skrevet: str
    deler: Mapping[str, str]


def skreven_enhet(linje: str, sted: str = "") -> SkrevenEnhet:
    """Tell the parts of «OUS Oppvekst og utdanning», «SKO Skolene under OUS», or of columns with ;
    or TAB between: code, name, kind, the code of the unit above, the role that leads it.
    """
    deler: dict[str, str] = {}
    if ";" in linje or "\t" in linje:
        deler = dict(zip(KOLONNER, (*_celler(linje), *[""] * len(KOLONNER)), strict=False))
    elif treff := _enkel(" ".join(linje.split())):
        deler = {navn: treff[navn] or "" for navn in ("kode", "navn", "overordnet")}
    return SkrevenEnhet(sted, linje.strip(), deler)


def les_enhet(rad: SkrevenEnhet) -> Enhetslinje | str:
    """Read one unit; a text that says what is wrong where it is none."""
    deler = rad.deler
    kode, navn = deler.get("kode", "").upper(), deler.get("navn", "")
    if not re.fullmatch(KODE.regex, kode):
        return f"skriv koden ({KODE.hva}) først"
    if not navn:
        return "navnet mangler"
    over = deler.get("overordnet") or None
    type_ = deler.get("type") or ("virksomhet" if over else "sektor")
    if fold(type_) not in _FOLDET:
        return f"«{type_}» er ikke en type enhet; skriv {opplisting(_NAVN_PAA_TYPER, 'eller')}"
    return Enhetslinje(kode, navn, _FOLDET[fold(type_)], over, deler.get("leder") or None)


def er_overskrift(linje: str) -> bool:
    """Whether a line says what the columns are."""
    return fold(_celler(linje)[0]) == "kode"


def _celler(linje: str) -> list[str]:
    return [celle.strip() for celle in _SKILLE.split(linje)]
