"""Days as iCalendar (RFC 5545): all day, with no clock, and the same bytes for the same data."""

import uuid
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from styring.sporring.arshjul.kalenderdager import Kalenderdag
from styring.visning.felles.ord import KATEGORIER
from styring.visning.felles.trygg import enlinje, trygg

_NAVNEROM = uuid.UUID("6f0f6f0e-6e1c-5d55-9d0e-1f2f6f7a7c11")
"""Of the ids: an id made of the same words is the same everywhere."""


def kalenderen(navn: str, kommune: str, dager: Sequence[Kalenderdag], stempel: date) -> bytes:
    """Write a calendar. ``stempel`` is the day the data are of."""
    kalender = Calendar()
    kalender.add("prodid", "-//styring//Kalender//NB")
    kalender.add("version", "2.0")
    kalender.add("method", "PUBLISH")
    kalender.add("x-wr-calname", enlinje(navn))
    naar = datetime.combine(stempel, time(), UTC)
    for dag in dager:
        kalender.add_component(_hendelsen(kommune, dag, naar))
    return bytes(kalender.to_ical())


def _hendelsen(kommune: str, dag: Kalenderdag, naar: datetime) -> Event:
    hendelse = Event()
    hendelse.add("uid", f"{uuid.uuid5(_NAVNEROM, f'{kommune}/{dag.noekkel}')}@styring.invalid")
    hendelse.add("dtstamp", naar)
    hendelse.add("dtstart", dag.dag)
    hendelse.add("dtend", dag.dag + timedelta(days=1))
    hendelse.add("summary", enlinje(dag.tittel))
    if dag.merknader:
        hendelse.add("description", "\n".join(enlinje(linje) for linje in dag.merknader))
    hendelse.add("categories", [KATEGORIER.get(dag.kategori, trygg(dag.kategori))])
    hendelse.add("transp", "TRANSPARENT")
    hendelse.add("sequence", dag.flyttet)
    return hendelse
