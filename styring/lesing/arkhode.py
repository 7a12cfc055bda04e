"""The row of headings in a sheet that people have worked in."""

from collections.abc import Iterable

from styring.fag.nynorsk import gjenkjent
from styring.lesing.arbeidsbok import Regneark

_LENGST_NED = 40


def finn_hodet(
    ark: Regneark, kolonner: Iterable[tuple[str, str]], krav: frozenset[str]
) -> tuple[int, dict[str, int]] | None:
    """Find the row, wherever it has been moved, and which column holds what: headings are known
    in bokmål and in nynorsk.

    ``kolonner`` are the fields with their headings, ``krav`` the fields that tell the row from any
    other. Rows and columns count from 1; None where there is no such row.
    """
    feltene = {overskrift: felt for felt, overskrift in kolonner}
    for nr, rad in enumerate(ark.rader[:_LENGST_NED], 1):
        funnet = {
            feltene[overskrift]: plass
            for plass, celle in enumerate(rad, 1)
            if isinstance(celle.verdi, str) and (overskrift := gjenkjent(celle.verdi, feltene))
        }
        if krav <= funnet.keys():
            return nr, funnet
    return None
