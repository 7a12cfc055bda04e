"""Whether a prognosis can be trusted, by what it says and what the ledger says."""

from collections.abc import Sequence
from itertools import pairwise

from styring.fag.okonomi import Vesentlighetsgrense, er_vesentlig
from styring.register.okonomien import Omraadetall

LIKE_PAA_RAD = 3
"""So many months the same while the avvik grows, and nobody has looked at it."""


def ser_ikke_avviket(tall: Omraadetall, grense: Vesentlighetsgrense) -> bool:
    """Whether an area expects balance though it has used far more than budgeted, with no cause."""
    hittil = tall.avvik_hittil
    return (
        tall.avvik == 0
        and hittil is not None
        and tall.type == "tjeneste"
        and tall.ord is not None
        and tall.ord.aarsak is None
        and er_vesentlig(hittil, tall.revidert, grense)
    )


def staar_stille(rekke: Sequence[Omraadetall], grense: Vesentlighetsgrense) -> bool:
    """Whether the expected avvik of the last months is the same every month, while that so far
    grows and is large.
    """
    siste = rekke[-LIKE_PAA_RAD:]
    if not siste or siste[-1].type != "tjeneste":
        return False
    ventet = [tall.avvik for tall in siste if tall.avvik is not None]
    hittil = [tall.avvik_hittil for tall in siste if tall.avvik_hittil is not None]
    if not len(ventet) == len(hittil) == LIKE_PAA_RAD or len(set(ventet)) > 1:
        return False
    voksende = all(senere < foer for foer, senere in pairwise(hittil))
    return voksende and er_vesentlig(hittil[-1], siste[-1].revidert, grense)
