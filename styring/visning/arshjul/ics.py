"""Days as iCalendar (RFC 5545): all day, with no clock, and the same bytes for the same data."""

import uuid
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import NamedTuple

from icalendar import Calendar, Event

from styring.sporring.arshjul.kalenderdager import Kalenderdag
from styring.visning.felles.ord import KATEGORIER
from styring.visning.felles.trygg import enlinje, trygg

_NAVNEROM = uuid.UUID("6f0f6f0e-6e1c-5d55-9d0e-1f2f6f7a7c11")
"""Of the ids: an id made of the same words is the same everywhere."""


class Kalender(NamedTuple):
    """What a calendar is called, whom it is for where that is not everybody, whose it is, and the
    day the data are of.
    """

    navn: str
    internt: str
    kommune: str
    dag: date


def kalenderen(om: Kalender, dager: Sequence[Kalenderdag]) -> bytes:
    """Write a calendar."""
    kalender = Calendar()
    kalender.add("prodid", "-//styring//Kalender//NB")
    kalender.add("version", "2.0")
    kalender.add("method", "PUBLISH")
    kalender.add("x-wr-calname", enlinje(f"{om.navn}{' (internt)' if om.internt else ''}"))
    if om.internt:
        kalender.add("x-wr-caldesc", om.internt)
    hode, slutt, _ = bytes(kalender.to_ical()).rpartition(b"END:VCALENDAR")
    hendelser = (_hendelsen(om.kommune, om.dag, dag, internt=bool(om.internt)) for dag in dager)
    return b"".join((hode, *hendelser, slutt, b"\r\n"))


@cache
def _hendelsen(kommune: str, data_av: date, dag: Kalenderdag, *, internt: bool) -> bytes:
    """One day as it is written; the same one is often in several calendars."""
    hendelse = Event()
    hendelse.add("uid", f"{uuid.uuid5(_NAVNEROM, f'{kommune}/{dag.noekkel}')}@styring.invalid")
    hendelse.add("dtstamp", datetime.combine(data_av, time(), UTC))
    hendelse.add("dtstart", dag.dag)
    hendelse.add("dtend", dag.dag + timedelta(days=1))
    hendelse.add("summary", enlinje(dag.tittel))
    if dag.merknader:
        hendelse.add("description", "\n".join(enlinje(linje) for linje in dag.merknader))
    hendelse.add("categories", [KATEGORIER.get(dag.kategori, trygg(dag.kategori))])
    hendelse.add("transp", "TRANSPARENT")
    hendelse.add("sequence", dag.flyttet)
    if internt:
        hendelse.add("class", "CONFIDENTIAL")
    return bytes(hendelse.to_ical())
