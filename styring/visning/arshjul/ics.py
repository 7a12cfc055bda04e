"""Days as iCalendar (RFC 5545): all day, with no clock, and the same bytes for the same data."""

import uuid
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import NamedTuple

from icalendar import Calendar, Event, vText
from icalendar.parser import Contentline, Parameters

from styring.fag.dekning import avdekk
from styring.sporring.arshjul.kalenderdager import Kalenderdag
from styring.visning.felles.ord import KATEGORIER
from styring.visning.felles.trygg import enlinje

_NAVNEROM = uuid.UUID("6f0f6f0e-6e1c-5d55-9d0e-1f2f6f7a7c11")
"""Of the ids: an id made of the same words is the same everywhere."""

_LENGSTE_LINJE = 74
_FORST, _SIST = b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n"


class Kalender(NamedTuple):
    """What a calendar is called, whom it is for where that is not everybody, whose it is, the day
    the data are of, and what gives a text as people are to read it.
    """

    navn: str
    internt: str
    kommune: str
    dag: date
    vis: Callable[[str], str] = str


def kalenderen(om: Kalender, dager: Sequence[Kalenderdag]) -> bytes:
    """Write a calendar."""
    kalender = Calendar()
    kalender.add("prodid", "-//styring//Kalender//NB")
    kalender.add("version", "2.0")
    kalender.add("method", "PUBLISH")
    kalender.add("x-wr-calname", _lest(om, f"{om.navn}{' (internt)' if om.internt else ''}"))
    if om.internt:
        kalender.add("x-wr-caldesc", _lest(om, om.internt))
    hode, slutt, _ = bytes(kalender.to_ical()).rpartition(b"END:VCALENDAR")
    hendelser = (_hendelsen(om._replace(navn=""), dag) for dag in dager)
    return b"".join((hode, *hendelser, slutt, b"\r\n"))


def _lest(om: Kalender, tekst: str) -> str:
    return enlinje(om.vis(tekst))


@cache
def _hendelsen(om: Kalender, dag: Kalenderdag) -> bytes:
    """One day as it is written; the same one is often in several calendars, which differ in name
    alone.
    """
    noekkel = avdekk(f"{om.kommune}/{dag.noekkel}")
    om_dagen = "\n".join(_lest(om, linje) for linje in dag.merknader)
    linjer = (
        _tekstlinjen("SUMMARY", _lest(om, dag.tittel)),
        _linjen("dtstart", dag.dag),
        _linjen("dtend", dag.dag + timedelta(days=1)),
        _linjen("dtstamp", datetime.combine(om.dag, time(), UTC)),
        # like no other, and of the same few signs in every one
        f"UID:{uuid.uuid5(_NAVNEROM, noekkel)}@styring.invalid\r\n".encode(),
        _linjen("sequence", dag.flyttet),
        _linjen("categories", (_lest(om, KATEGORIER.get(dag.kategori, dag.kategori)),)),
        _linjen("class", "CONFIDENTIAL") if om.internt else b"",
        _tekstlinjen("DESCRIPTION", om_dagen) if om_dagen else b"",
        _linjen("transp", "TRANSPARENT"),
    )
    return b"".join((_FORST, *linjer, _SIST))


@cache
def _tekstlinjen(navn: str, verdi: str) -> bytes:
    """A text that most days have one of their own of. The library folds the long ones."""
    kort = f"{navn}:".encode() + vText(verdi).to_ical()
    if len(kort) <= _LENGSTE_LINJE:
        return kort + b"\r\n"
    return bytes(Contentline.from_parts(navn, Parameters(), vText(verdi)).to_ical()) + b"\r\n"


@cache
def _linjen(navn: str, verdi: str | date | int | tuple[str, ...]) -> bytes:
    """A property that has the same few values in all days."""
    hendelse = Event()
    hendelse.add(navn, list(verdi) if isinstance(verdi, tuple) else verdi)
    return bytes(hendelse.to_ical()).removeprefix(_FORST).removesuffix(_SIST)
