"""The month's workbook in Excel: its columns, what was sent, and what comes back.

Amounts are in 1 000 kr. Written in ``visning``, read in ``lesing``.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

MAANEDSARK = "Økonomi"
TILTAKSARK = "Tiltak"
INVESTERINGSARK = "Investeringer"
MERKEARK = "styring"
BALANSE = "som budsjett"
NYE_TILTAK = 10
"""Empty rows for measures that are new."""
NYTT = "nytt"
"""Stands where an id would, in a row for a new measure."""


class Maanedskolonne(NamedTuple):
    """One column: the field (empty where it is only to be read), its heading and width, and what
    its cells hold: «tekst», «belop», «dag», «tid», «aarsak», or «avvik», which is an amount or
    «som budsjett».
    """

    felt: str
    overskrift: str
    bredde: int
    slag: str = ""


KOLONNER = (
    Maanedskolonne("", "Kode", 10),
    Maanedskolonne("", "Område", 28),
    Maanedskolonne("", "Budsjett", 11),
    Maanedskolonne("", "Brukt", 11),
    Maanedskolonne("", "Avvik hittil", 11),
    Maanedskolonne("", "Ventet sist", 11),
    Maanedskolonne("avvik", "Ventet avvik", 14, "avvik"),
    Maanedskolonne("kommentar", "Kommentar", 44, "tekst"),
    Maanedskolonne("aarsak", "Årsak", 14, "aarsak"),
    Maanedskolonne("uten_tiltak", "Uten tiltak, fordi", 26, "tekst"),
    Maanedskolonne("budsjettendring", "Foreslått endring", 14, "belop"),
    Maanedskolonne("inndekning", "Dekkes av", 26, "tekst"),
)
TILTAKSKOLONNER = (
    Maanedskolonne("", "Id", 12),
    Maanedskolonne("omraade", "Kode", 10, "tekst"),
    Maanedskolonne("tekst", "Tiltak", 50, "tekst"),
    Maanedskolonne("ansvarlig", "Ansvarlig", 18, "tekst"),
    Maanedskolonne("frist", "Frist", 12, "dag"),
    Maanedskolonne("effekt", "Virkning i året", 12, "belop"),
    Maanedskolonne("iverksatt", "Satt i verk", 12, "gjort"),
    Maanedskolonne("oppnadd", "Gitt hittil", 12, "belop"),
)
INVESTERINGSKOLONNER = (
    Maanedskolonne("", "Kode", 12),
    Maanedskolonne("", "Prosjekt", 32),
    Maanedskolonne("", "Ramme", 11),
    Maanedskolonne("", "Brukt før", 11),
    Maanedskolonne("", "Årets budsjett", 11),
    Maanedskolonne("", "Brukt i år", 11),
    Maanedskolonne("aarsprognose", "Ventet i år", 12, "belop"),
    Maanedskolonne("totalprognose", "Ventet i alt", 12, "belop"),
    Maanedskolonne("ferdig", "Ferdig", 12, "tid"),
    Maanedskolonne("kommentar", "Kommentar", 44, "tekst"),
)
MAANEDSARKENE = {
    MAANEDSARK: KOLONNER,
    TILTAKSARK: TILTAKSKOLONNER,
    INVESTERINGSARK: INVESTERINGSKOLONNER,
}
MAA_HA = {
    MAANEDSARK: ("Kode", "Ventet avvik"),
    TILTAKSARK: ("Id", "Tiltak"),
    INVESTERINGSARK: ("Kode", "Ventet i alt"),
}
"""The headings that a sheet is known by, first that of its ids."""
FAST = "omraade"
"""What a measure that is there already keeps."""
AARSAKER = ("periodisering", "engang", "varig")
Celleverdi = str | Decimal | date | None
FORMATVERSJON = "3"
"""Of the hidden sheet."""


class Celleendring(NamedTuple):
    """What a cell says now, and what it said when the workbook was made; None for nothing. «som
    budsjett» is the avvik as that text.
    """

    verdi: Celleverdi
    sendt: Celleverdi


class Maanedssvar(NamedTuple):
    """One row that was filled in: the cells that are not as they were sent, by field, and those
    that were sent empty and still are. ``sendt`` says whether the row was there then.
    """

    rad: int
    id: str
    felter: Mapping[str, Celleendring]
    tomme: tuple[str, ...]
    sendt: bool


class LestMaanedsbok(NamedTuple):
    """One workbook that came back: which month and unit, its answers of the areas, the measures and
    the projects, what can't be read, and what was not read.
    """

    fil: str
    maaned: str
    enhet: str
    svar: tuple[Maanedssvar, ...]
    tiltak: tuple[Maanedssvar, ...]
    investeringer: tuple[Maanedssvar, ...]
    feil: tuple[str, ...]
    ulest: tuple[str, ...]
