"""Red days and working days in Norway.

Compared with the ``holidays`` package in a test, which costs too much to import here.
"""

from datetime import date, timedelta
from functools import cache

_FASTE = {
    (1, 1): "første nyttårsdag",
    (5, 1): "1. mai",
    (5, 17): "17. mai",
    (12, 25): "første juledag",
    (12, 26): "andre juledag",
}
_ETTER_PAASKE = {
    -3: "skjærtorsdag",
    -2: "langfredag",
    0: "første påskedag",
    1: "andre påskedag",
    39: "Kristi himmelfartsdag",
    49: "første pinsedag",
    50: "andre pinsedag",
}
UKEDAGER = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
MAANEDER = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)
_LORDAG = 5


@cache
def rode_dager(aar: int) -> dict[date, str]:
    """The public holidays of a year, by date, with their names.

    Two that fall on one day are joined.
    """
    from dateutil.easter import easter  # not needed where no date is judged

    dager: dict[date, str] = {}
    paaske = easter(aar)
    for dag, navn in [
        *((date(aar, maaned, dag), navn) for (maaned, dag), navn in _FASTE.items()),
        *((paaske + timedelta(etter), navn) for etter, navn in _ETTER_PAASKE.items()),
    ]:
        dager[dag] = f"{dager[dag]} og {navn}" if dag in dager else navn
    return dager


def fridag(dag: date) -> str | None:
    """What makes a day no working day: the holiday's name, «lørdag» or «søndag»; None for a working
    day.
    """
    helligdag = rode_dager(dag.year).get(dag)
    if helligdag:
        return helligdag
    return UKEDAGER[dag.weekday()] if dag.weekday() >= _LORDAG else None


def flytt(dag: date, rod_dag: str | None) -> date:
    """Move a day as its own rule says: ``neste_virkedag``, ``forrige_virkedag``, or not at all."""
    steg = {"neste_virkedag": 1, "forrige_virkedag": -1}.get(rod_dag or "")
    while steg and fridag(dag):
        dag += timedelta(steg)
    return dag


def om_maneder(dag: date, antall: int) -> date:
    """The same day some months later, or the last of that month where it has no such day."""
    aar, maaned = divmod(dag.year * 12 + dag.month - 1 + antall, 12)
    neste = date(aar + (maaned + 1) // 12, (maaned + 1) % 12 + 1, 1)
    return min(date(aar, maaned + 1, 1) + timedelta(dag.day - 1), neste - timedelta(1))


def langdato(dag: date) -> str:
    """Write a date in running text: «4. september 2023»."""
    return f"{dag.day}. {MAANEDER[dag.month - 1]} {dag.year}"


def kortdato(dag: date) -> str:
    """Write a date in a table: «04.09.2023»."""
    return f"{dag.day:02}.{dag.month:02}.{dag.year}"


def dag_og_dato(dag: date) -> str:
    """Write weekday and date short, for lists under a heading with the year: «man. 4. sep.»."""
    return f"{UKEDAGER[dag.weekday()][:3]}. {dag.day}. {kort_maaned(dag.month)}"


def kort_maaned(nr: int) -> str:
    """Write a month as short as it is written: «mai», «juni», «sep.»."""
    navn = MAANEDER[nr - 1]
    return navn if len(navn) <= len("juni") else f"{navn[:3]}."


def uke(dag: date) -> int:
    """The ISO week."""
    return dag.isocalendar().week


def avstand(fra: date, til: date) -> str:
    """Say how far off a day is: «i dag», «om 3 dager», «for 1 dag siden»."""
    dager = (til - fra).days
    ord_ = {0: "i dag", 1: "i morgen", -1: "i går"}.get(dager)
    return ord_ or (f"om {dager} dager" if dager > 0 else f"for {-dager} dager siden")
