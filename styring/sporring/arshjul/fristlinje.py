"""One thing that is due, as every list of deadlines has it."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from styring.fag.kalender import fridag, uke
from styring.sporring.arshjul.arshjul import Hendelse


@dataclass(frozen=True, slots=True)
class Frist:
    """One thing that is due.

    ``slag`` is aktivitet, oppdrag, oppgave, krav, vedtak, tiltak, rapportering, avtale,
    prioritering, plantiltak, mangel or evaluering; ``dager`` counts from the day asked for.

    ``id`` is that of the matter it belongs to, for a tiltak too. ``fridag`` names the day it falls
    on where that is no working day; ``flyttet_fra`` is the day before it was moved.
    """

    dag: date
    uke: int
    dager: int
    slag: str
    id: str
    tittel: str
    type: str | None
    kategori: str | None
    ansvarlig: str | None
    fridag: str | None
    flyttet_fra: date | None


class Hva(NamedTuple):
    """What all that is due has in common in the list."""

    slag: str
    id: str
    tittel: str
    ansvarlig: str | None


def fristen(dag: date, fra: date, felles: Hva, hendelse: Hendelse | None = None) -> Frist:
    """One line, with its week and how far it is from the day that is asked of."""
    return Frist(
        dag=dag,
        uke=uke(dag),
        dager=(dag - fra).days,
        slag=felles.slag,
        id=felles.id,
        tittel=felles.tittel,
        type=hendelse.type if hendelse else None,
        kategori=hendelse.kategori if hendelse else None,
        ansvarlig=felles.ansvarlig,
        fridag=fridag(dag),
        flyttet_fra=hendelse.regeldag if hendelse else None,
    )
