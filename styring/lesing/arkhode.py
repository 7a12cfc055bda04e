"""The row of headings in a sheet that people have worked in."""

from collections.abc import Iterable

from styring.fag.norsk import fold
from styring.lesing.arbeidsbok import Regneark

_LENGST_NED = 40


def finn_hodet(
    ark: Regneark, kolonner: Iterable[tuple[str, str]], krav: frozenset[str]
) -> tuple[int, dict[str, int]] | None:
    """Find the row, wherever it has been moved, and which column holds what.

    ``kolonner`` are the fields with their headings, ``krav`` the fields that tell the row from any
    other. Rows and columns count from 1; None where there is no such row.
    """
    navn = {fold(overskrift): felt for felt, overskrift in kolonner}
    for nr, rad in enumerate(ark.rader[:_LENGST_NED], 1):
        funnet = {
            navn[fold(celle.verdi)]: plass
            for plass, celle in enumerate(rad, 1)
            if isinstance(celle.verdi, str) and fold(celle.verdi) in navn
        }
        if krav <= funnet.keys():
            return nr, funnet
    return None
