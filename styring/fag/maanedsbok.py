"""The month's workbook in Excel: its columns, what was sent, and what comes back.

Amounts are in 1 000 kr. Written in ``visning``, read in ``lesing``.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

MAANEDSARK = "Økonomi"
TILTAKSARK = "Tiltak"
MERKEARK = "styring"
BALANSE = "som budsjett"
NYE_TILTAK = 10
"""Empty rows for measures that are new."""
NYTT = "nytt"
"""Stands where an id would, in a row for a new measure."""


class Maanedskolonne(NamedTuple):
    """One column: the field (empty where it is only to be read), its heading and width, and what
    its cells hold: «tekst», «belop», «dag», «aarsak», or «avvik», which is an amount or «som
    budsjett».
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
    Maanedskolonne("iverksatt", "Satt i verk", 12, "dag"),
    Maanedskolonne("oppnadd", "Gitt hittil", 12, "belop"),
)
MAANEDSARKENE = {MAANEDSARK: KOLONNER, TILTAKSARK: TILTAKSKOLONNER}
MAA_HA = {MAANEDSARK: ("Kode", "Ventet avvik"), TILTAKSARK: ("Id", "Tiltak")}
"""The headings that a sheet is known by."""
FASTE = frozenset({"omraade", "tekst"})
"""What a measure that is there already keeps."""
AARSAKER = ("periodisering", "engang", "varig")
Celleverdi = str | Decimal | date | None


class Maanedssvar(NamedTuple):
    """One row that was filled in: the cells that are not as they were sent; None where a cell was
    emptied. «som budsjett» is the avvik as that text.
    """

    rad: int
    id: str
    felter: Mapping[str, Celleverdi]


class LestMaanedsbok(NamedTuple):
    """One workbook that came back: which month and unit, its answers of the areas and the measures,
    and what can't be read.
    """

    fil: str
    maaned: str
    enhet: str
    svar: tuple[Maanedssvar, ...]
    tiltak: tuple[Maanedssvar, ...]
    feil: tuple[str, ...]
