"""The headings of a list as people write them, and the row that holds them."""

import re
from collections.abc import Iterable, Sequence

from styring.fag.norsk import fold

_USETT = re.compile("[\u00ad\u200b\u200c\u200d\ufeff]")


def som_overskrift(skrevet: str) -> str:
    """A heading without what does not tell it from others: case, line breaks, soft hyphens, and the
    sign after it.
    """
    return fold(" ".join(_USETT.sub("", skrevet).split()).strip(" .:*")).replace("- ", "-")


def treff(rad: Iterable[str], sokte: Iterable[str]) -> int:
    """How many of some headings stand in a row."""
    staar = {som_overskrift(celle) for celle in rad if celle}
    return len({som_overskrift(ett) for ett in sokte} & staar)


def overskriftsraden(rader: Sequence[Sequence[str]], sokte: Sequence[str]) -> int | None:
    """The row that holds most of some headings, counted from 0; without any to look for, the first
    with two cells that is not followed by a wider one at once. None where no row will do.
    """
    if sokte:
        antall = [treff(rad, sokte) for rad in rader]
        best = max(antall, default=0)
        return antall.index(best) if best else None
    bredder = [sum(map(bool, rad)) for rad in rader]
    for nr, bredde in enumerate(bredder):
        if bredde > 1 and bredde >= max(bredder[nr : nr + 3]) - 1:
            return nr
    return None
