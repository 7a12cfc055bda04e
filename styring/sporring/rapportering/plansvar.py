"""What the tab for the plan would change, line by line."""

from collections.abc import Mapping
from typing import NamedTuple


class Planlinjesvar(NamedTuple):
    """One line that changes something: the plan it is of, its place there (None for a new one), and
    the fields, by the names of the data.
    """

    fil: str
    rad: int
    plan: str
    plass: int | None
    felter: Mapping[str, object]


class Planavslag(NamedTuple):
    """One line that is not taken, and why."""

    fil: str
    rad: int
    grunn: str


class Planmerknad(NamedTuple):
    """What is to be known of a workbook where nothing is refused."""

    fil: str
    tekst: str
