"""The documents that are out by a day, and when the next report comes."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from styring.fag.norsk import stor
from styring.fag.periode import perioden, sortering
from styring.modell.form import Leser
from styring.register.leser import er_ute
from styring.register.register import Register
from styring.sporring.rapport.rapportdag import godkjenningen


class Utgitt(NamedTuple):
    """One document. ``mal`` is which kind, ``id`` its period or its year, ``dag`` when it came out:
    to the public the day it was sent out, else the day it was approved.
    """

    mal: str
    id: str
    navn: str
    dag: date | None


class Rapporteringsdag(NamedTuple):
    """A day of a report."""

    navn: str
    dag: date


class Framover(NamedTuple):
    """What comes: the report that is out and will be taken up, and the next one; None where the
    routine gives no day.
    """

    behandles: Rapporteringsdag | None
    neste: Rapporteringsdag | None


def utgitte(register: Register, dag: date) -> Iterator[Utgitt]:
    """Every report that is out by a day, newest first, then every letter."""
    id_er = sorted(
        register.samlerapporter, key=lambda id_: sortering(register.rutine, id_), reverse=True
    )
    for id_ in id_er:
        periode = perioden(register.rutine, id_)
        ut = _kom_ut(register, id_, dag)
        if periode and ut:
            mal = "arsrapport" if periode.er_arsslutt else "tertial"
            navn = f"Årsrapport {periode.aar}" if periode.er_arsslutt else periode.navn
            yield Utgitt(mal, id_, stor(navn), ut)
    for aar, post in sorted(register.styringsbrev.items(), reverse=True):
        if (post.verdi.dato or date(aar, 1, 1)) <= dag:
            yield Utgitt("styringsbrev", str(aar), f"Styringsbrev {aar}", post.verdi.dato)


def _kom_ut(register: Register, periode: str, dag: date) -> date | None:
    """The day the report of a period came out, by a day; None where it had not."""
    godkjent = godkjenningen(register, periode, dag)
    if godkjent is None:
        return None
    samlet = register.samlerapporter[periode].verdi
    if register.leser is not Leser.OFFENTLIG:
        return godkjent.dato
    dager = [samlet.utsendt, *(sak.dato for sak in samlet.behandlet)]
    return min(ett for ett in dager if ett) if er_ute(samlet, dag) else None


def framover(register: Register, dag: date) -> Framover:
    """The days of reporting after a day: of the next report when it is sent out, else when the
    units deliver.
    """
    frister = (register.rutine.frister if register.rutine else None) or {}
    kommer, behandles = [], []
    for id_, ledd in frister.items():
        periode, ut = perioden(register.rutine, id_), ledd.utsending or ledd.levering
        if periode and ut and ut > dag:
            kommer.append((ut, periode.navn))
        elif periode and ledd.mote and ledd.mote >= dag:
            behandles.append((ledd.mote, periode.navn))
    return Framover(_forst(behandles), _forst(kommer))


def _forst(dager: list[tuple[date, str]]) -> Rapporteringsdag | None:
    return Rapporteringsdag(min(dager)[1], min(dager)[0]) if dager else None
