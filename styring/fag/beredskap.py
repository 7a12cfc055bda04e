"""What the regulation on preparedness asks, by day: how old a plan may be, how long since it was
practised, and when an evaluation is late (FOR-2011-08-22-894).
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from styring.fag.kalender import om_maneder

FORSKRIFT = "forskrift om kommunal beredskapsplikt"
REVISJON_MAANEDER = 12
"""§ 6: «som et minimum revideres én gang pr. år»."""
OVELSE_MAANEDER = 24
"""§ 7: «skal øves hvert annet år»."""
ROS_MAANEDER = 48
"""A council's term. § 6 says only that the analysis follows the kommunedelplaner and the picture of
risks; a term is the usual reading of it, not the wording.
"""
PLANSLAG = {
    "overordnet": "overordnet beredskapsplan",
    "kriseledelse": "plan for kriseledelsen",
    "varsling": "varslingsliste",
    "ressurser": "ressursoversikt",
    "evakuering": "evakueringsplan",
    "befolkningsvarsling": "plan for befolkningsvarsling",
    "krisekommunikasjon": "plan for krisekommunikasjon",
    "fagplan": "plan for et fagområde",
}
KREVDE_PLANER = tuple(PLANSLAG)[:-1]
"""§ 4: the overall plan, and what it must hold at least."""
HENDELSESSLAG = {"ovelse": "øvelse", "hendelse": "hendelse"}


class SistGjort(NamedTuple):
    """When something was done last, and whether that is too long ago: so is what none has told."""

    sist: date | None
    for_lenge: bool


def siden(dager: Iterable[date], dato: date, maaneder: int) -> SistGjort:
    """When something was done last by a day, and whether more months than that have passed."""
    sist = max((dag for dag in dager if dag <= dato), default=None)
    return SistGjort(sist, sist is None or om_maneder(sist, maaneder) < dato)


def evalueringsfrist(dag: date, dager: int | None) -> date | None:
    """The last day for an evaluation by the municipality's own routine; the regulation has none."""
    return dag + timedelta(dager) if dager else None
