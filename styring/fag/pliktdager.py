"""Whether the days of the wheel keep a duty of the law.

One function for each kind of demand; each says in words what is wrong, or None.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from styring.fag.kalender import MAANEDER, kortdato
from styring.fag.nar import Forekomst
from styring.fag.norsk import antall, opplisting
from styring.fag.plikter import Plikt, Pliktkrav

_ET_VALG = 2023
"""A year of municipal elections; they come every fourth year."""
_HVERT = 4
_REKKEVIDDE = 200
"""Days back from what a duty comes before: an older day belongs to the time before."""

_SISTE_AAR = {
    "valgaar": 0,
    "konstituering": 0,
    "etter_konstituering": 1,
    "planstrategi": 1,
    "aaret_etter_valg": 1,
}
"""Years after an election, at most, in which a demand is judged, or one that comes before the duty
named. Those not here are judged every year.
"""
_GANGER = ("gang", "ganger")


class Hjuldager(NamedTuple):
    """The days of a wheel by the code of the duty they answer, and the duties answered by an
    aktivitet without a day.
    """

    dager_i: Callable[[str, int], list[Forekomst]]
    udaterte: frozenset[str]


def brudd(plikt: Plikt, aar: int, hjul: Hjuldager) -> str | None:
    """What is wrong with a duty that something on the wheel answers, in a year that is judged; None
    where it is kept, or is not for that year.
    """
    return _DOMMER[plikt.krav.ord](plikt, aar, hjul)


def skal_staa_i(plikt: Plikt, aar: int) -> bool:
    """Whether a duty must be on the wheel of a year: it is in force, and what comes once a period
    is due that year or later in it.
    """
    siste = _SISTE_AAR.get(plikt.krav.kode if plikt.krav.ord == "foer" else plikt.krav.ord, _HVERT)
    return plikt.gjelder_i(aar) and (aar - _ET_VALG) % _HVERT <= siste


def _senest(plikt: Plikt, aar: int, hjul: Hjuldager) -> str | None:
    dager = [_dagen(plikt, forekomst) for forekomst in hjul.dager_i(plikt.kode, aar)]
    frist = _paa(plikt.krav.dag, aar)
    if not dager:
        return f"har ingen dag i {aar}; fristen er {kortdato(frist)}"
    return (
        None
        if min(dager) <= frist
        else f"er satt til {kortdato(min(dager))}; fristen er {kortdato(frist)}"
    )


def _valgaar(plikt: Plikt, aar: int, hjul: Hjuldager) -> str | None:
    return _senest(plikt, aar, hjul)


def _hver_maaned(plikt: Plikt, aar: int, hjul: Hjuldager) -> str | None:
    i_tide = {
        dag.month
        for dag in (_dagen(plikt, forekomst) for forekomst in hjul.dager_i(plikt.kode, aar))
        if dag.day <= plikt.krav.antall
    }
    mangler = [navn for nr, navn in enumerate(MAANEDER, 1) if nr not in i_tide]
    return (
        f"mangler en dag senest den {plikt.krav.antall}. i {opplisting(mangler)} {aar}"
        if mangler
        else None
    )


def _ganger(plikt: Plikt, aar: int, hjul: Hjuldager) -> str | None:
    gitt = len({forekomst.regeldag for forekomst in hjul.dager_i(plikt.kode, aar)})
    if gitt >= plikt.krav.antall or plikt.kode in hjul.udaterte:
        return None
    return f"står {antall(gitt, 'gang', _GANGER)} i {aar}; loven krever minst {plikt.krav.antall}"


def _foer(plikt: Plikt, aar: int, hjul: Hjuldager) -> str | None:
    """Each day of the other duty must have one of this so many days before.

    Where the law gives no number, an undated one will do.
    """
    krav = plikt.krav
    if krav.antall == 0 and plikt.kode in hjul.udaterte:
        return None
    egne = [
        _dagen(plikt, forekomst)
        for ett in (aar - 1, aar, aar + 1)
        for forekomst in hjul.dager_i(plikt.kode, ett)
    ]
    de_andre = [
        *hjul.dager_i(krav.kode, aar),
        *(hjul.dager_i(krav.kode, aar + 1) if _SISTE_AAR.get(krav.kode) else []),
    ]
    for annen in de_andre:
        siste = annen.dag - timedelta(krav.antall)
        if not any(annen.dag - timedelta(_REKKEVIDDE) <= dag <= siste for dag in egne):
            naermest = min(
                (dag for dag in egne if abs(dag - annen.dag) <= timedelta(_REKKEVIDDE)),
                key=lambda dag: abs(dag - annen.dag),
                default=None,
            )
            satt = f"er satt til {kortdato(naermest)}" if naermest else f"har ingen dag i {aar}"
            return (
                f"{satt}; fristen er {f'{krav.antall} dager ' if krav.antall else ''}før"
                f" {kortdato(annen.dag)}: {kortdato(siste)}"
            )
    return None


def _jevnlig(_plikt: Plikt, _aar: int, _hjul: Hjuldager) -> str | None:
    """The law does not say how often: any day will do, and none."""
    return None


def _annethvert(plikt: Plikt, aar: int, hjul: Hjuldager) -> str | None:
    i_naerheten = any(hjul.dager_i(plikt.kode, ett) for ett in (aar - 1, aar, aar + 1))
    return (
        None
        if i_naerheten or plikt.kode in hjul.udaterte
        else f"har ingen dag i {aar - 1}, {aar} eller {aar + 1}; loven krever annethvert år"
    )


def _etter_konstituering(plikt: Plikt, aar: int, hjul: Hjuldager) -> str | None:
    valg = _valget(aar)
    moetet = min(
        (forekomst.dag for forekomst in hjul.dager_i("konstituering", valg)),
        default=date(valg, 10, 31),
    )
    return _i_tiden(plikt, moetet, moetet.replace(year=valg + 1), hjul)


def _aaret_etter_valg(plikt: Plikt, aar: int, hjul: Hjuldager) -> str | None:
    valg = _valget(aar)
    return _i_tiden(plikt, date(valg, 10, 1), date(valg + 1, 12, 31), hjul)


def _valgperioden(plikt: Plikt, aar: int, hjul: Hjuldager) -> str | None:
    valg = _valget(aar)
    return (
        None
        if plikt.kode in hjul.udaterte
        else _i_tiden(plikt, date(valg, 10, 1), date(valg + _HVERT, 10, 31), hjul)
    )


def _i_tiden(plikt: Plikt, fra: date, til: date, hjul: Hjuldager) -> str | None:
    dager = [
        _dagen(plikt, forekomst)
        for aar in range(fra.year, til.year + 2)
        for forekomst in hjul.dager_i(plikt.kode, aar)
    ]
    if any(fra <= dag <= til for dag in dager):
        return None
    senere = min((dag for dag in dager if dag > til), default=None)
    return (
        f"{f'er satt til {kortdato(senere)}' if senere else 'har ingen dag i valgperioden'};"
        f" fristen er {kortdato(til)}"
    )


def _valget(aar: int) -> int:
    """The last election year up to a year."""
    return aar - (aar - _ET_VALG) % _HVERT


def _dagen(plikt: Plikt, forekomst: Forekomst) -> date:
    """The day that is held against the deadline: where a red day moves the deadline too, the day
    before the move.
    """
    return min(forekomst.regeldag, forekomst.dag) if plikt.flyttes else forekomst.dag


def _paa(maaned_dag: str, aar: int) -> date:
    return date(aar, int(maaned_dag[:2]), int(maaned_dag[3:]))


_DOMMER: dict[str, Callable[[Plikt, int, Hjuldager], str | None]] = {
    "senest": _senest,
    "valgaar": _valgaar,
    "hver_maaned": _hver_maaned,
    "ganger": _ganger,
    "foer": _foer,
    "annethvert": _annethvert,
    "jevnlig": _jevnlig,
    "etter_konstituering": _etter_konstituering,
    "aaret_etter_valg": _aaret_etter_valg,
    "valgperioden": _valgperioden,
}


def kravet(krav: Pliktkrav, titler: Mapping[str, str]) -> str:
    """Say a demand in words: «senest 22. februar», «minst 14 dager før: Økonomiplan og årsbudsjett
    er vedtatt».
    """
    dag = f"{int(krav.dag[3:])}. {MAANEDER[int(krav.dag[:2]) - 1]}" if krav.dag else ""
    return {
        "senest": f"senest {dag}",
        "valgaar": f"i valgår, senest {dag}",
        "hver_maaned": f"hver måned, senest den {krav.antall}.",
        "ganger": f"minst {antall(krav.antall, 'gang', _GANGER)} i året",
        "annethvert": "annethvert år",
        "jevnlig": "jevnlig, uten at loven sier hvor ofte",
        "foer": (
            f"{f'minst {krav.antall} dager før' if krav.antall else 'før'}: {titler.get(krav.kode)}"
        ),
        "etter_konstituering": "senest ett år etter konstituerende møte",
        "aaret_etter_valg": "innen utgangen av året etter valget",
        "valgperioden": "minst én gang i valgperioden",
    }[krav.ord]


def opphoert(dager: Iterable[date], fra: date | None, til: date | None) -> date | None:
    """The first of some days on which a law was not in force: not yet, or no more."""
    return next((dag for dag in sorted(dager) if (til and dag > til) or (fra and dag < fra)), None)
