"""The goals and their figures as they were known on a day: what a report keeps of them."""

import dataclasses
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from styring.modell.indikator import Maalinger
from styring.modell.maal import Delmaal, Hovedmaal, Satsingsomraade
from styring.register.maalingene import indikatorstedene, kjent_dagen, maalingslistene, seriene

if TYPE_CHECKING:
    from collections.abc import Sequence

    from styring.fag.indikator import Maalpunkt
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
        dataclasses.replace(ett, ansvarlig=None, merknad=None) for ett in maal.indikatorer
    )
    return dataclasses.replace(maal, statusnotater=notater, indikatorer=indikatorer)


def i_vinduet(serie: "Sequence[Maalpunkt]", aar: int) -> "tuple[Maalpunkt, ...]":
    """The figures of a series that a report of a year shows: those of its last years, and of a
    series that is older the last one.
    """
    sene = tuple(punkt for punkt in serie if punkt.aar > aar - AAR_I_SERIEN)
    return sene or tuple(serie[-1:])


def maalingene_per(register: "Register", aar: int, dato: date) -> dict[str, Maalinger]:
    """The figures of a year and those before it that could be known on the day, by year, as far as
    a report shows them; without those of no indicator.
    """
    kjente = {sted.indikator.kode for sted in indikatorstedene(register)}
    vises = {
        (kode, punkt.aar, punkt.maalt)
        for kode, serie in seriene(register, dato, til=aar).items()
        if kode in kjente
        for punkt in i_vinduet(serie, aar)
    }
    funnet = {
        id_[:4]: tuple(
            ett
            for ett in post.verdi.maalinger
            if (ett.indikator, int(id_[:4]), ett.maalt) in vises and kjent_dagen(ett) <= dato
        )
        for id_, post in sorted(maalingslistene(register).items())
    }
    return {aar_: Maalinger(maalinger=alle) for aar_, alle in funnet.items() if alle}
