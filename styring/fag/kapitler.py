"""The chapters of the reports of a period, in the order they have where nothing is said."""

from collections.abc import Sequence

TERTIAL = ("oppdrag", "vedtak", "maal", "okonomi", "beredskap", "oppfolging")
AARET = ("maal", "oppdrag", "oppfolging", "vedtak", "okonomi", "beredskap")


def kapitlene(valgt: Sequence[str], vanlige: Sequence[str]) -> tuple[str, ...]:
    """The chapters that the routine names, each once, else the usual ones."""
    return tuple(dict.fromkeys(valgt or vanlige))
