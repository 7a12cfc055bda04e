"""Reporting periods, and the points in time that people write: a day, a month, a quarter, a
tertial.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from styring.fag.kalender import MAANEDER, kortdato, om_maneder
from styring.modell.form import PERIODE_ID

if TYPE_CHECKING:
    from styring.modell.kommune import Rapporteringsrutine

LEDD = ("bidrag", "levering", "kvalitetssikring", "godkjenning", "utsending", "mote")
"""The chain of deadlines of a period, in order."""
APNE_LEDD = LEDD[-2:]
"""Those that everybody may know of: the others are taken inside the administration."""


class Periode(NamedTuple):
    """One reporting period of one year.

    ``slutt`` is its last day; every period runs from 1 January.
    """

    id: str
    aar: int
    kode: str
    navn: str
    slutt: date

    @property
    def er_arsslutt(self) -> bool:
        """Whether this is the year's last report."""
        return (self.slutt.month, self.slutt.day) == (12, 31)


@cache
def perioden(rutine: Rapporteringsrutine | None, id_: str) -> Periode | None:
    """Give the period of an id such as ``2023-T1``; None where the municipality has no
    such period.
    """
    aar, _, kode = id_.partition("-")
    if rutine is None or kode not in rutine.perioder or not re.fullmatch(PERIODE_ID.regex, id_):
        return None
    type_ = rutine.perioder[kode]
    return Periode(id_, int(aar), kode, f"{type_.navn} {aar}", _dag_i(int(aar), type_.slutt))


def perioder_i(rutine: Rapporteringsrutine | None, aar: int) -> list[Periode]:
    """The periods of a year in the order of their last days."""
    funnet = [perioden(rutine, f"{aar}-{kode}") for kode in (rutine.perioder if rutine else ())]
    return sorted((periode for periode in funnet if periode), key=lambda periode: periode.slutt)


@cache
def sortering(rutine: Rapporteringsrutine | None, id_: str) -> tuple[date, str]:
    """Order period ids by their last day; an unknown one comes last in its year."""
    periode = perioden(rutine, id_)
    return (periode.slutt if periode else date(int(id_[:4]), 12, 31), id_)


def _dag_i(aar: int, maaned_dag: str) -> date:
    """The day in a year; 02-29 and the like become the month's last day."""
    maaned, dag = map(int, maaned_dag.split("-"))
    return min(
        date(aar, maaned, 1) + timedelta(dag - 1),
        om_maneder(date(aar, maaned, 1), 1) - timedelta(1),
    )


@cache
def siste_dag(tidspunkt: str) -> date | None:
    """The last day of a point in time as it is stored (``2023-11``, ``2023-K3``, ``2023-T1``,
    ``2023-11-15``). None for a day that does not exist.
    """
    aar, _, resten = tidspunkt.partition("-")
    if resten[:1] in ("K", "T"):
        maaneder = 3 if resten[0] == "K" else 4
        return om_maneder(date(int(aar), 1, 1), maaneder * int(resten[1:])) - timedelta(1)
    if len(resten) == len("11"):
        return om_maneder(date(int(aar), int(resten), 1), 1) - timedelta(1)
    try:
        return date.fromisoformat(tidspunkt)
    except ValueError:
        return None


@cache
def forste_dag(tidspunkt: str) -> date | None:
    """The first day of a point in time as it is stored. None for a day that does not exist."""
    slutt = siste_dag(tidspunkt)
    if slutt is None:
        return None
    _, _, resten = tidspunkt.partition("-")
    maaneder = {"K": 3, "T": 4}.get(resten[:1], 1)
    return slutt if "-" in resten else om_maneder(slutt.replace(day=1), 1 - maaneder)


def tidspunkt_med_ord(tidspunkt: str) -> str:
    """Write a point in time for people, no more exact than it is: «november 2023», «3. kvartal
    2023».
    """
    aar, _, resten = tidspunkt.partition("-")
    if resten[:1] in ("K", "T"):
        return f"{resten[1:]}. {'kvartal' if resten[0] == 'K' else 'tertial'} {aar}"
    if len(resten) == len("11"):
        return f"{MAANEDER[int(resten) - 1]} {aar}"
    dag = siste_dag(tidspunkt)
    return kortdato(dag) if dag else tidspunkt
