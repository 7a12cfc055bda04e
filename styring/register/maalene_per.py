"""The goals and their figures as they were known on a day: what a report keeps of them."""

import dataclasses
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from styring.modell.indikator import Maalinger
from styring.modell.maal import Delmaal, Hovedmaal, Satsingsomraade
from styring.register.maalingene import indikatorstedene, kjent_dagen, maalingslistene

if TYPE_CHECKING:
    from styring.register.register import Register

M = TypeVar("M", Hovedmaal, Delmaal)
AAR_I_SERIEN = 5
"""Years of figures that a report shows: the year itself, and those before it."""


def maalene_per(register: "Register", dato: date) -> dict[str, Satsingsomraade]:
    """Every satsingsområde by its code, with the notes that had been written by the day, and
    without what no report shows of an indicator.
    """
    return {post.verdi.kode: _omraadet(post.verdi, dato) for post in register.omraader}


def _omraadet(omraade: Satsingsomraade, dato: date) -> Satsingsomraade:
    hovedmaal = tuple(
        dataclasses.replace(
            _med_notatene(ett, dato),
            delmaal=tuple(_med_notatene(delmaal, dato) for delmaal in ett.delmaal),
        )
        for ett in omraade.hovedmaal
    )
    return dataclasses.replace(omraade, hovedmaal=hovedmaal)


def _med_notatene(maal: M, dato: date) -> M:
    notater = tuple(ett for ett in maal.statusnotater if ett.dato <= dato)
    indikatorer = tuple(
        dataclasses.replace(ett, frekvens=None, ansvarlig=None, merknad=None)
        for ett in maal.indikatorer
    )
    return dataclasses.replace(maal, statusnotater=notater, indikatorer=indikatorer)


def maalingene_per(register: "Register", aar: int, dato: date) -> dict[str, Maalinger]:
    """The figures of a year and those before it that could be known on the day, by year; without
    those of no indicator.
    """
    kjente = {sted.indikator.kode for sted in indikatorstedene(register)}
    funnet = {
        id_[:4]: tuple(
            ett
            for ett in post.verdi.maalinger
            if ett.indikator in kjente and kjent_dagen(ett) <= dato
        )
        for id_, post in sorted(maalingslistene(register).items())
        if aar - AAR_I_SERIEN < int(id_[:4]) <= aar
    }
    return {aar_: Maalinger(maalinger=alle) for aar_, alle in funnet.items() if alle}
