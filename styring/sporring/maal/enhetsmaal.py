"""What is measured of the goals that a unit answers for: for the pages about the unit."""

from datetime import date
from typing import NamedTuple

from styring.fag.indikator import Maallys
from styring.register.register import Register
from styring.sporring.maal.maalstatus import Maalrad, maalradene, telling

_IKKE_I_MAAL = (Maallys.IKKE_NADD, Maallys.NAER, Maallys.IKKE_MAALT)


class Enhetsmaal(NamedTuple):
    """The goals of a unit. ``lys`` counts the indicators, ``ikke_i_maal`` are the goals where one
    does not meet its target or is not measured, and ``ikke_maalt`` is how many nothing is measured
    of.
    """

    antall: int
    ikke_maalt: int
    lys: dict[Maallys, int]
    alle: tuple[Maalrad, ...]
    ikke_i_maal: tuple[Maalrad, ...]


def enhetsmaal(register: Register, dato: date, koder: frozenset[str]) -> Enhetsmaal | None:
    """The goals that some units answer for; None where they answer for none, or none is measured
    by any indicator.
    """
    alle = tuple(rad for _, rad in maalradene(register, dato, koder))
    if not any(rad.indikatorer for rad in alle):
        return None
    return Enhetsmaal(
        antall=len(alle),
        ikke_maalt=sum(not rad.er_maalt for rad in alle),
        lys={lys: tall for lys, tall in telling(alle).items() if tall},
        alle=alle,
        ikke_i_maal=tuple(
            rad._replace(indikatorer=ikke)
            for rad in alle
            if (ikke := tuple(i for i in rad.indikatorer if i.lys in _IKKE_I_MAAL))
        ),
    )
