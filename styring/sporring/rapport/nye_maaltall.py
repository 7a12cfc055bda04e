"""The figures of the goals that have come since the last report."""

from datetime import date
from typing import NamedTuple

from styring.fag.periode import Periode, sortering
from styring.register.maalingene import maalstedene, seriene
from styring.register.register import Register
from styring.sporring.maal.maalstatus import Indikatorrad, maalraden


class Nytt(NamedTuple):
    """An indicator with a new figure, and the goal it is of."""

    maal: str
    rad: Indikatorrad


class NyeMaaltall(NamedTuple):
    """What has come since a day."""

    siden: date
    alle: tuple[Nytt, ...]


def nye_maaltall(
    register: Register, periode: Periode, sist: date, dato: date, koder: frozenset[str] | None
) -> NyeMaaltall:
    """Every indicator whose last figure came after the last report was approved, or after ``sist``
    where none was, and by the day; of all goals, or those that some units answer for. No figure is
    of a later year than the report.
    """
    siden = _forrige_godkjenning(register, periode) or sist
    serier = seriene(register, dato, til=periode.aar)
    alle = (
        Nytt(sted.tittel, rad)
        for sted in maalstedene(register)
        if koder is None or koder.intersection(sted.ansvar)
        for rad in maalraden(sted, serier, dato).indikatorer
        if rad.serie and rad.serie[-1].kjent > siden
    )
    return NyeMaaltall(siden, tuple(alle))


def _forrige_godkjenning(register: Register, periode: Periode) -> date | None:
    """The day the last report before this one was approved, whatever units told in it."""
    her = sortering(register.rutine, periode.id)
    return max(
        (
            post.verdi.godkjent.dato
            for id_, post in register.samlerapporter.items()
            if post.verdi.godkjent and sortering(register.rutine, id_) < her
        ),
        default=None,
    )
