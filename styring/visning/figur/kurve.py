"""Some figures as a small curve of signs."""

from collections.abc import Sequence
from decimal import Decimal

BRUDD = "┊"
"""Stands between figures that can't be compared."""
_TRINN = "▁▂▃▄▅▆▇█"


def kurve(punkter: Sequence[tuple[Decimal, bool]]) -> str:
    """Some figures as a small curve, each with whether the series is broken before it; nothing of
    one alone.
    """
    if len(punkter) < 2:  # noqa: PLR2004  one figure is no curve
        return ""
    lavest = min(verdi for verdi, _ in punkter)
    spenn = max(verdi for verdi, _ in punkter) - lavest
    hoyest = len(_TRINN) - 1
    return "".join(
        (BRUDD if brudd and nr else "")
        + _TRINN[int((verdi - lavest) * hoyest / spenn) if spenn else hoyest // 2]
        for nr, (verdi, brudd) in enumerate(punkter)
    )
