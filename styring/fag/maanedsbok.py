"""The month's sheet in Excel: its columns, and what comes back. Amounts are in 1 000 kr."""

from decimal import Decimal
from typing import NamedTuple

MAANEDSARK = "Økonomi"
MERKEARK = "styring"
BALANSE = "som budsjett"


class Maanedskolonne(NamedTuple):
    """One column: the field (empty where it is only to be read), its heading and width."""

    felt: str
    overskrift: str
    bredde: int


KOLONNER = (
    Maanedskolonne("", "Kode", 10),
    Maanedskolonne("", "Område", 28),
    Maanedskolonne("", "Budsjett", 11),
    Maanedskolonne("", "Brukt", 11),
    Maanedskolonne("", "Avvik hittil", 11),
    Maanedskolonne("", "Ventet sist", 11),
    Maanedskolonne("avvik", "Ventet avvik", 14),
    Maanedskolonne("kommentar", "Kommentar", 50),
    Maanedskolonne("aarsak", "Årsak", 14),
    Maanedskolonne("uten_tiltak", "Uten tiltak, fordi", 30),
)
AARSAKER = ("periodisering", "engang", "varig")


class Maanedssvar(NamedTuple):
    """One row that was filled in: an expected avvik in kroner, or «som budsjett»."""

    rad: int
    kode: str
    som_budsjett: bool
    avvik: Decimal | None
    tekster: dict[str, str]


class LestMaanedsbok(NamedTuple):
    """One workbook that came back: which month and unit, its answers, and what can't be read."""

    fil: str
    maaned: str
    enhet: str
    svar: tuple[Maanedssvar, ...]
    feil: tuple[str, ...]
