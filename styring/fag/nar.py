"""When an aktivitet happens: from its rule to dates, for any year."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import cache
from typing import NamedTuple

from styring.fag.kalender import flytt, om_maneder
from styring.modell.arshjul import Aktivitet, EnDag, Gjentakelse, HvertAar, Relativ

SlaaOpp = Callable[[str], Aktivitet | None]

_RRULE_DELER = {
    "FREQ": "YEARLY|MONTHLY|WEEKLY",
    "INTERVAL": "[1-9][0-9]?",
    "COUNT": "[1-9][0-9]{0,3}",
    "UNTIL": "2[01][0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|1[0-9]|2[0-8])",
    "BYMONTH": "(?:[1-9]|1[0-2])(?:,(?:[1-9]|1[0-2]))*",
    "BYMONTHDAY": "-?(?:[1-9]|[12][0-9]|3[01])(?:,-?(?:[1-9]|[12][0-9]|3[01]))*",
    "BYDAY": "[+-]?[1-5]?(?:MO|TU|WE|TH|FR|SA|SU)(?:,[+-]?[1-5]?(?:MO|TU|WE|TH|FR|SA|SU))*",
    "BYSETPOS": "-?[1-9](?:,-?[1-9])*",
    "BYEASTER": "-?[0-9]{1,2}",
}
"""The parts that a rule may have, and what each may hold: so little that the search for its days
always ends soon.
"""
_INGENTING = "(?!)"
_LENGSTE_KJEDE = 10
_FORSTE_AAR = 1990
_SISTE_AAR = 2110
_SKUDDAAR = 2000


class Forekomst(NamedTuple):
    """One time that an aktivitet happens: the day, and the day before it was moved."""

    dag: date
    regeldag: date


class UgyldigNar(ValueError):
    """The rule gives no dates. The message is bokmål and says why."""


class ForLangKjede(UgyldigNar):
    """The activities are computed from each other in more steps than anyone can follow."""


def forekomster(aktivitet: Aktivitet, aar: int, slaa_opp: SlaaOpp) -> list[Forekomst]:
    """Give the times that an aktivitet happens in a year, by its rule, in order. Raises UgyldigNar.

    The year is that of the rule's own day: a deadline on 31 December that is moved to 2 January
    belongs to the old year.
    """
    dager = (
        _relativ(aktivitet, aar, slaa_opp)
        if isinstance(aktivitet.nar, Relativ)
        else _egne_dager(aktivitet, aar)
    )
    return [Forekomst(flytt(dag, aktivitet.rod_dag), dag) for dag in sorted(set(dager))]


def _egne_dager(aktivitet: Aktivitet, aar: int) -> Iterator[date]:
    match aktivitet.nar:
        case HvertAar() as nar:
            yield from _hvert_aar(nar, aar)
        case EnDag(dato=dag) if dag.year == aar:
            yield dag
        case Gjentakelse() as nar:
            yield from _gjentakelse(nar, aar)


def _hvert_aar(nar: HvertAar, aar: int) -> Iterator[date]:
    """Give the day of a year, if any.

    A day that can't be is refused in every year: whether a rule can be computed never depends on
    the year asked.
    """
    fastsatt = [dag for dag in nar.fastsatt if dag.year == aar]
    if nar.hvert > 1 and nar.fra is None:
        raise UgyldigNar("«fra» må si hvilket år det begynner når det ikke er hvert år")
    begynner = nar.fra or aar
    etter_regelen = maaned_dag(nar.hvert_ar, aar)
    if fastsatt:
        yield from fastsatt
    elif begynner <= aar <= (nar.til or aar) and (aar - begynner) % nar.hvert == 0:
        yield etter_regelen


def maaned_dag(skrevet: str, aar: int) -> date:
    """Read «02-29» in a year: the last of February where there is no leap day.

    Raises UgyldigNar.
    """
    maaned, dag = int(skrevet[:2]), int(skrevet[3:])
    if (maaned, dag) == (2, 29):
        return date(aar, 3, 1) - timedelta(1)
    try:
        return date(aar, maaned, dag)
    except ValueError:
        raise UgyldigNar(f"dagen {skrevet} finnes ikke i noe år") from None


def _gjentakelse(nar: Gjentakelse, aar: int) -> Iterator[date]:
    if _forste_dag(nar.rrule, nar.fra) is None:
        return
    for dag in _dagene(nar):
        if dag.year > aar:
            return
        if dag.year == aar:
            yield dag


@cache
def _forste_dag(rrule: str, fra: date) -> date | None:
    """The first day a rule gives, or None.

    A rule without days is searched to the end of the calendar, so only once.
    """
    return next(iter(_dagene(Gjentakelse(rrule=rrule, fra=fra))), None)


def _dagene(nar: Gjentakelse) -> Iterator[date]:
    """Every day of a recurrence, in order.

    Judges every part of it first: what the library would search for ever, or fail on, never reaches
    it.
    """
    deler: dict[str, str] = {}
    for del_ in nar.rrule.split(";"):
        navn, _, verdi = del_.partition("=")
        if not re.fullmatch(_RRULE_DELER.get(navn, _INGENTING), verdi):
            raise UgyldigNar(f"«{del_[:30]}» er ikke en del av en regel")
        deler[navn] = verdi
    if deler.get("FREQ") in ("MONTHLY", "YEARLY") and not deler.keys() & {
        "BYDAY",
        "BYSETPOS",
        "BYEASTER",
    }:
        yield from _paa_dag_i_maaneden(deler, nar.fra)
    else:
        yield from (tid.date() for tid in _regel(nar.rrule, nar.fra))


def _paa_dag_i_maaneden(deler: dict[str, str], fra: date) -> Iterator[date]:
    """The days of a rule that names days of the month.

    A month that lacks the day gives its last one, as ``hvert_ar`` does: the library would skip it.
    """
    valgte = [int(dag) for dag in deler.get("BYMONTHDAY", str(fra.day)).split(",")]
    maanedene = deler.get("BYMONTH") or (
        str(fra.month) if deler["FREQ"] == "YEARLY" and "BYMONTHDAY" not in deler else ""
    )
    lengste = max(
        (_lengde(_SKUDDAAR, int(maaned)) for maaned in maanedene.split(",") if maaned), default=31
    )
    dager = [dag for dag in valgte if abs(dag) <= lengste]
    if not dager:
        return
    regel = {**deler, "BYMONTHDAY": "1"} | ({"BYMONTH": maanedene} if maanedene else {})
    slutt, antall = regel.pop("UNTIL", None), regel.pop("COUNT", None)
    siste = date(int(slutt[:4]), int(slutt[4:6]), int(slutt[6:])) if slutt else date.max
    gitt = 0
    for tid in _regel(
        ";".join(f"{navn}={verdi}" for navn, verdi in regel.items()), fra.replace(day=1)
    ):
        for dag in sorted({_dag_i(tid.date(), valgt) for valgt in dager}):
            if dag > siste or (antall and gitt >= int(antall)):
                return
            if dag >= fra:
                gitt += 1
                yield dag


def _dag_i(maaned: date, valgt: int) -> date:
    """A day of a month, counted from its end where it is negative; the nearest one the
    month has.
    """
    lengde = _lengde(maaned.year, maaned.month)
    return maaned.replace(day=min(max(valgt if valgt > 0 else lengde + 1 + valgt, 1), lengde))


def _lengde(aar: int, maaned: int) -> int:
    return (om_maneder(date(aar, maaned, 1), 1) - timedelta(1)).day


def _regel(rrule: str, fra: date) -> "Iterator[datetime]":
    """The days of a rule whose parts are known to be good, as the library gives them."""
    from dateutil.rrule import rrulestr  # only where a rule recurs

    try:
        # days have no time zone
        yield from rrulestr(rrule, dtstart=datetime(fra.year, fra.month, fra.day))  # noqa: DTZ001
    except (ValueError, TypeError, KeyError, IndexError):
        raise UgyldigNar("regelen kan ikke leses") from None


def _relativ(aktivitet: Aktivitet, aar: int, slaa_opp: SlaaOpp) -> Iterator[date]:
    """Follow the chain to the aktivitet that has days of its own, and take its days back along the
    chain.
    """
    kjede = list(_kjede(aktivitet, slaa_opp))
    rot = kjede[-1]
    rekkevidde = sum(_rekkevidde(ledd.nar) for ledd in kjede if isinstance(ledd.nar, Relativ))
    for kildeaar in range(
        max(_FORSTE_AAR, aar - rekkevidde), min(_SISTE_AAR, aar + rekkevidde) + 1
    ):
        for dag in _egne_dager(rot, kildeaar):
            for fra, til in zip(reversed(kjede), reversed(kjede[:-1]), strict=False):
                # one step of the chain at a time
                dag = _forskyv(flytt(dag, fra.rod_dag), til.nar)  # noqa: PLW2901
            if dag.year == aar:
                yield dag


def _kjede(aktivitet: Aktivitet, slaa_opp: SlaaOpp) -> Iterator[Aktivitet]:
    """An aktivitet, the one it is computed from, and so on to the one that is not.

    Raises UgyldigNar.
    """
    sett: set[str] = set()
    yield aktivitet
    while isinstance(nar := aktivitet.nar, Relativ):
        if nar.fra_aktivitet in sett:
            raise UgyldigNar("aktivitetene regnes fra hverandre i ring")
        if len(sett) == _LENGSTE_KJEDE:
            raise ForLangKjede(f"kjeden av aktiviteter er lengre enn {_LENGSTE_KJEDE} ledd")
        sett.add(nar.fra_aktivitet)
        neste = slaa_opp(nar.fra_aktivitet)
        if neste is None:
            raise UgyldigNar(f"aktiviteten «{nar.fra_aktivitet}» finnes ikke")
        aktivitet = neste
        yield aktivitet


def _rekkevidde(nar: Relativ) -> int:
    """Years, at most, between a day and the day it is computed from."""
    return abs(nar.aar or 0) + abs(nar.maneder or 0) // 12 + abs(nar.dager or 0) // 365 + 1


def _forskyv(dag: date, nar: object) -> date:
    from dateutil.relativedelta import relativedelta  # only where a rule is relative

    return (
        dag + relativedelta(years=nar.aar or 0, months=nar.maneder or 0, days=nar.dager or 0)
        if isinstance(nar, Relativ)
        else dag
    )


def _proev_fastsatt(nar: HvertAar) -> None:
    aarene = [dag.year for dag in nar.fastsatt]
    for aar in aarene:
        if aarene.count(aar) > 1:
            raise UgyldigNar(f"«fastsatt» har flere dager i {aar}")
        if (nar.fra is not None and (aar < nar.fra or (aar - nar.fra) % nar.hvert)) or (
            nar.til is not None and aar > nar.til
        ):
            raise UgyldigNar(f"«fastsatt» har en dag i {aar}, som regelen ikke gjelder for")


def kan_beregnes(aktivitet: Aktivitet, slaa_opp: SlaaOpp) -> bool:
    """Whether the rule can give a date at all; an activity relative to an undated one can't.

    Raises UgyldigNar.
    """
    return list(_kjede(aktivitet, slaa_opp))[-1].nar != "ikke_oppgitt"


def proev(aktivitet: Aktivitet) -> None:
    """Judge an activity's own rule by asking it for dates; the chain of relative ones is judged
    apart. Raises UgyldigNar.
    """
    match aktivitet.nar:
        case HvertAar(hvert_ar=skrevet) as nar:
            maaned_dag(skrevet, _SISTE_AAR)
            list(_hvert_aar(nar, nar.fra or _SISTE_AAR))
            if nar.til is not None and nar.fra is not None and nar.til < nar.fra:
                raise UgyldigNar("«til» er før «fra»")
            _proev_fastsatt(nar)
        case Gjentakelse() as nar:
            if _forste_dag(nar.rrule, nar.fra) is None:
                raise UgyldigNar("regelen gir ingen dager")
        case Relativ(dager=None, maneder=None, aar=None):
            raise UgyldigNar(
                "«dager», «maneder» eller «aar» må si hvor langt det er fra den andre aktiviteten"
            )
