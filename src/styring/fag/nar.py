"""When an aktivitet happens: from its rule to dates, for any year."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from styring.fag.kalender import flytt
from styring.modell.arshjul import Aktivitet, EnDag, Gjentakelse, HvertAar, Relativ

SlaaOpp = Callable[[str], Aktivitet | None]

_RRULE_NOKLER = frozenset({"FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "BYEASTER", "COUNT", "UNTIL"})
_RRULE_FREQ = frozenset({"YEARLY", "MONTHLY", "WEEKLY"})
_SISTE_AAR = 2100


class Forekomst(NamedTuple):
    """One time that an aktivitet happens: the day, and the day before it was moved."""

    dag: date
    regeldag: date


class UgyldigNar(ValueError):
    """The rule gives no dates. The message is bokmål and says why."""


def forekomster(aktivitet: Aktivitet, aar: int, slaa_opp: SlaaOpp) -> list[Forekomst]:
    """Give the times that an aktivitet happens in a year, by its rule, in order. Raises UgyldigNar.

    The year is that of the rule's own day: a deadline on 31 December that is moved to 2 January belongs to the old year.
    """
    return [Forekomst(flytt(dag, aktivitet.rod_dag), dag) for dag in sorted(set(_dager(aktivitet, aar, slaa_opp, frozenset())))]


def _dager(aktivitet: Aktivitet, aar: int, slaa_opp: SlaaOpp, sett: frozenset[str]) -> Iterator[date]:
    match aktivitet.nar:
        case HvertAar() as nar:
            yield from _hvert_aar(nar, aar)
        case EnDag(dato=dag) if dag.year == aar:
            yield dag
        case Gjentakelse() as nar:
            yield from _gjentakelse(nar, aar)
        case Relativ() as nar:
            yield from _relativ(nar, aar, slaa_opp, sett)


def _hvert_aar(nar: HvertAar, aar: int) -> Iterator[date]:
    fastsatt = [dag for dag in nar.fastsatt if dag.year == aar]
    if nar.hvert > 1 and nar.fra is None:
        raise UgyldigNar("«fra» må si hvilket år det begynner når det ikke er hvert år")
    begynner = nar.fra or aar
    if fastsatt:
        yield from fastsatt
    elif aar >= begynner and (aar - begynner) % nar.hvert == 0:
        yield maaned_dag(nar.hvert_ar, aar)


def maaned_dag(skrevet: str, aar: int) -> date:
    """Read «02-29» in a year: the last of February where there is no leap day. Raises UgyldigNar."""
    maaned, dag = int(skrevet[:2]), int(skrevet[3:])
    if (maaned, dag) == (2, 29):
        return date(aar, 3, 1) - timedelta(1)
    try:
        return date(aar, maaned, dag)
    except ValueError:
        raise UgyldigNar(f"dagen {skrevet} finnes ikke i noe år") from None


def _gjentakelse(nar: Gjentakelse, aar: int) -> Iterator[date]:
    from dateutil.rrule import rrulestr  # noqa: PLC0415  only where a rule recurs

    deler = dict(re.findall(r"([^=;]+)=([^;]*)", nar.rrule))
    if not set(deler) <= _RRULE_NOKLER or deler.get("FREQ") not in _RRULE_FREQ or "\n" in nar.rrule:
        raise UgyldigNar(f"regelen må ha FREQ=YEARLY, MONTHLY eller WEEKLY, og ellers bare {', '.join(sorted(_RRULE_NOKLER - {'FREQ'}))}")
    try:
        regel = rrulestr(nar.rrule, dtstart=datetime(nar.fra.year, nar.fra.month, nar.fra.day))  # noqa: DTZ001  days have no time zone
    except (ValueError, TypeError, KeyError, IndexError):
        raise UgyldigNar("regelen kan ikke leses") from None
    for tid in regel.between(datetime(aar, 1, 1), datetime(aar, 12, 31), inc=True):  # noqa: DTZ001
        yield tid.date()


def _relativ(nar: Relativ, aar: int, slaa_opp: SlaaOpp, sett: frozenset[str]) -> Iterator[date]:
    if nar.fra_aktivitet in sett:
        raise UgyldigNar("aktivitetene regnes fra hverandre i ring")
    fra = slaa_opp(nar.fra_aktivitet)
    if fra is None:
        raise UgyldigNar(f"aktiviteten «{nar.fra_aktivitet}» finnes ikke")
    if fra.nar == "ikke_oppgitt":
        return
    rekkevidde = abs(nar.aar or 0) + abs(nar.maneder or 0) // 12 + abs(nar.dager or 0) // 365 + 1
    for kildeaar in range(aar - rekkevidde, aar + rekkevidde + 1):
        for dag in _dager(fra, kildeaar, slaa_opp, sett | {nar.fra_aktivitet}):
            forskjovet = _forskyv(flytt(dag, fra.rod_dag), nar)
            if forskjovet.year == aar:
                yield forskjovet


def _forskyv(dag: date, nar: Relativ) -> date:
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415  only where a rule is relative

    return dag + relativedelta(years=nar.aar or 0, months=nar.maneder or 0, days=nar.dager or 0)


def _proev_fastsatt(nar: HvertAar) -> None:
    aarene = [dag.year for dag in nar.fastsatt]
    for aar in aarene:
        if aarene.count(aar) > 1:
            raise UgyldigNar(f"«fastsatt» har flere dager i {aar}")
        if nar.fra is not None and (aar < nar.fra or (aar - nar.fra) % nar.hvert):
            raise UgyldigNar(f"«fastsatt» har en dag i {aar}, som regelen ikke gjelder for")


def kan_beregnes(aktivitet: Aktivitet, slaa_opp: SlaaOpp) -> bool:
    """Whether the rule can give a date at all; an activity relative to an undated one can't. Raises UgyldigNar."""
    sett: set[str] = set()
    while isinstance(nar := aktivitet.nar, Relativ):
        if nar.fra_aktivitet in sett:
            raise UgyldigNar("aktivitetene regnes fra hverandre i ring")
        sett.add(nar.fra_aktivitet)
        neste = slaa_opp(nar.fra_aktivitet)
        if neste is None:
            raise UgyldigNar(f"aktiviteten «{nar.fra_aktivitet}» finnes ikke")
        aktivitet = neste
    return nar != "ikke_oppgitt"


def proev(aktivitet: Aktivitet) -> None:
    """Judge an activity's own rule by asking it for dates; the chain of relative ones is judged apart. Raises UgyldigNar."""
    match aktivitet.nar:
        case HvertAar(hvert_ar=skrevet) as nar:
            maaned_dag(skrevet, _SISTE_AAR)
            list(_hvert_aar(nar, nar.fra or _SISTE_AAR))
            _proev_fastsatt(nar)
        case Gjentakelse(fra=fra) as nar:
            if not any(True for aar in range(fra.year, fra.year + 12) for _ in _gjentakelse(nar, aar)):
                raise UgyldigNar("regelen gir ingen dager")
        case Relativ(dager=None, maneder=None, aar=None):
            raise UgyldigNar("«dager», «maneder» eller «aar» må si hvor langt det er fra den andre aktiviteten")
