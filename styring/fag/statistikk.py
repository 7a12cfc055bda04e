"""A table of statistics as its maker gives it: dimensions, and a value or a sign in each cell."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

TEGN = {".": "finnes ikke", "..": "mangler", ":": "vises ikke", "-": "vises ikke"}
"""What SSB's signs in an empty cell mean."""


class Dimensjon(NamedTuple):
    """One dimension: what it is called, and its categories by code, in order."""

    navn: str
    koder: Mapping[str, str]


class Statistikk(NamedTuple):
    """A table. ``dimensjoner`` are by id, in the order of the cells; ``verdier`` and ``tegn`` are
    by the number of the cell. ``tid`` and ``region`` are the ids of the dimensions of that kind,
    empty where the table does not say.
    """

    navn: str
    kilde: str
    tabell: str
    oppdatert: date | None
    dimensjoner: Mapping[str, Dimensjon]
    tid: str
    region: str
    verdier: Mapping[int, Decimal]
    tegn: Mapping[int, str]

    def celle(self, valgt: Mapping[str, str]) -> int:
        """The number of the cell with one category of each dimension."""
        nummer = 0
        for id_, dimensjon in self.dimensjoner.items():
            nummer = nummer * len(dimensjon.koder) + list(dimensjon.koder).index(valgt[id_])
        return nummer


class Tabellvalg(NamedTuple):
    """Which cells one indicator is read from: a category of each dimension but time and place."""

    indikator: str
    velg: Mapping[str, str]
    brudd: tuple[int, ...]
    forelopig: tuple[int, ...]


class Statistikkart(NamedTuple):
    """How one table is read. ``kommer_ut`` is the day of the year after that the figures are
    published, as month and day; empty: the day the table was last updated.
    """

    maalinger: tuple[Tabellvalg, ...]
    tid: str
    region: str
    kilde: str
    kommer_ut: str


class Maalingslistekart(NamedTuple):
    """How a list of figures is read: the heading of each field, and the sign before decimals, where
    it is said.
    """

    kolonner: Mapping[str, str]
    kilde: str
    desimal: str
    ikke_les: tuple[str, ...]


class Lestmaaling(NamedTuple):
    """One figure that came in."""

    indikator: str
    aar: int
    verdi: Decimal
    maalt: date
    kilde: str
    tabell: str
    forelopig: bool
    brudd: bool
