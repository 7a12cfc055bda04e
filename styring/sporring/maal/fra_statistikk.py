"""A table of statistics to the figures of the indicators, for one municipality."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from styring.fag.norsk import antall, er_tall, fold, mente_du, opplisting
from styring.fag.statistikk import (
    TEGN,
    Dimensjon,
    Lestmaaling,
    Statistikk,
    Statistikkart,
    Tabellvalg,
)
from styring.register.register import Register


class Statistikklesing(NamedTuple):
    """What a table gave: the figures, what stops it, and what may matter."""

    maalinger: tuple[Lestmaaling, ...]
    feil: tuple[str, ...]
    merknader: tuple[str, ...]


_LENGST = 200
FORSTE_AAR = 2000
"""The data hold no year before it."""


class _KanIkkeVelges(Exception):
    """Says why one indicator can't be read from the table."""


def les_statistikken(
    register: Register, tabell: Statistikk, kart: Statistikkart
) -> Statistikklesing:
    """Read every indicator of the map. Where ``feil`` says anything, nothing can be trusted."""
    maalinger: list[Lestmaaling] = []
    feil: list[str] = []
    merknader: list[str] = []
    for valg in kart.maalinger:
        try:
            lest, tomme = _indikatoren(register, tabell, kart, valg)
        except _KanIkkeVelges as grunn:
            feil.append(f"{valg.indikator}: {grunn}")
            continue
        maalinger += lest
        merknader += [
            f"{valg.indikator}: {antall(tall, 'år', ('år', 'år'))} er ikke lest: {ord_}"
            for ord_, tall in tomme.items()
        ]
    return Statistikklesing(tuple(maalinger), tuple(feil), tuple(merknader))


def _indikatoren(
    register: Register, tabell: Statistikk, kart: Statistikkart, valg: Tabellvalg
) -> tuple[list[Lestmaaling], Counter[str]]:
    tid, region = _dimensjonen(tabell, kart.tid or tabell.tid, "tid"), kart.region or tabell.region
    if region:
        _dimensjonen(tabell, region, "region")
    valgt = dict(_valgene(tabell, valg, {tid, region}))
    lest: list[Lestmaaling] = []
    tomme: Counter[str] = Counter()
    for kode in tabell.dimensjoner[tid].koder:
        if not er_tall(kode) or len(kode) != 4:  # noqa: PLR2004  a year
            raise _KanIkkeVelges(
                f"«{kode}» under «{tid}» er ikke et år; velg en tabell med ett tall for året"
            )
        aar = int(kode)
        if aar < FORSTE_AAR:
            tomme[f"det er før {FORSTE_AAR}"] += 1
            continue
        steder = _stedene(register, tabell.dimensjoner[region], aar) if region else [""]
        celler = [
            tabell.celle({**valgt, tid: kode, **({region: sted} if region else {})})
            for sted in steder
        ]
        med_tall = [nr for nr in celler if nr in tabell.verdier]
        if len(med_tall) > 1:
            raise _KanIkkeVelges(
                f"{aar} har tall for flere av kommunens numre: {opplisting(steder)}"
            )
        if not med_tall:
            tegn = next((tabell.tegn[nr] for nr in celler if nr in tabell.tegn), "")
            tomme[TEGN.get(tegn, tegn) or "ikke noe tall"] += 1
            continue
        lest.append(_maalingen(tabell, kart, valg, aar, med_tall[0]))
    return lest, tomme


def _dimensjonen(tabell: Statistikk, id_: str, hva: str) -> str:
    if id_ not in tabell.dimensjoner:
        sagt = f"«{id_}» er ikke en dimensjon i tabellen" if id_ else "tabellen sier det ikke"
        alle = opplisting(tabell.dimensjoner, "eller")
        raise _KanIkkeVelges(f"{sagt}; skriv hvilken som er «{hva}» i kartet: {alle}")
    return id_


def _valgene(tabell: Statistikk, valg: Tabellvalg, andre: set[str]) -> Iterator[tuple[str, str]]:
    """One category of each dimension that is neither time nor place: the chosen, or the only."""
    for id_ in valg.velg:
        if id_ not in tabell.dimensjoner:
            ment = mente_du(id_, tabell.dimensjoner)
            raise _KanIkkeVelges(f"«{id_}» er ikke en dimensjon i tabellen{_ment(ment)}")
    for id_, dimensjon in tabell.dimensjoner.items():
        if id_ in andre:
            continue
        if id_ not in valg.velg and len(dimensjon.koder) > 1:
            alle = opplisting(
                f"{kode} ({navn})" for kode, navn in list(dimensjon.koder.items())[:5]
            )
            raise _KanIkkeVelges(f"velg én under «{id_}»: {alle}")
        yield id_, _koden(id_, dimensjon, valg.velg.get(id_, next(iter(dimensjon.koder))))


def _koden(id_: str, dimensjon: Dimensjon, skrevet: str) -> str:
    if skrevet in dimensjon.koder:
        return skrevet
    like = [kode for kode, navn in dimensjon.koder.items() if fold(navn) == fold(skrevet)]
    if len(like) != 1:
        ment = mente_du(skrevet, dimensjon.koder.values())
        raise _KanIkkeVelges(f"«{skrevet}» finnes ikke under «{id_}»{_ment(ment)}")
    return like[0]


def _ment(ment: str | None) -> str:
    return f"; mente du «{ment}»?" if ment else ""


def _stedene(register: Register, region: Dimensjon, aar: int) -> list[str]:
    """The codes of the municipality in the table: the number it had that year first, and the others
    it has had, for tables that give the whole series by one of them.
    """
    numre = register.kommune.verdi.kommunenummer if register.kommune else ()
    if not numre:
        raise _KanIkkeVelges("kommune.yaml sier ikke hvilket kommunenummer det er")
    da = {ett.nr for ett in numre if (ett.fra or 0) <= aar <= (ett.til or aar)}
    funnet = {
        kode: nr
        for nr in (ett.nr for ett in numre)
        for kode in region.koder
        if kode.rpartition("-")[2] == nr
    }
    if not funnet:
        alle = opplisting((ett.nr for ett in numre), "eller")
        raise _KanIkkeVelges(f"tabellen har ingen av kommunens numre: {alle}")
    egne = [kode for kode, nr in funnet.items() if nr in da]
    return egne or list(funnet)


def _maalingen(
    tabell: Statistikk, kart: Statistikkart, valg: Tabellvalg, aar: int, celle: int
) -> Lestmaaling:
    return Lestmaaling(
        indikator=valg.indikator,
        aar=aar,
        verdi=tabell.verdier[celle],
        maalt=_dagen(tabell, kart.kommer_ut, aar),
        kilde=kart.kilde or tabell.kilde,
        tabell=(tabell.tabell or tabell.navn)[:_LENGST],
        forelopig=aar in valg.forelopig,
        brudd=aar in valg.brudd,
    )


def _dagen(tabell: Statistikk, kommer_ut: str, aar: int) -> date:
    """The day a figure came out: that of the map in the year after, and never after the table."""
    if kommer_ut:
        try:
            dag = date.fromisoformat(f"{aar + 1}-{kommer_ut}")
        except ValueError as feil:
            raise _KanIkkeVelges(
                f"«{kommer_ut}» er ikke en dag; skriv for eksempel 03-15"
            ) from feil
        return (
            min(dag, tabell.oppdatert) if tabell.oppdatert and tabell.oppdatert.year >= aar else dag
        )
    if tabell.oppdatert is None:
        raise _KanIkkeVelges(
            "tabellen sier ikke når den ble oppdatert; skriv «kommer_ut: 03-15» i kartet"
        )
    return tabell.oppdatert
