"""How data answer what the letter expects of a leader: one function for each way
(``modell.tema.Svarmaate``).

Nothing is guessed: what the data do not hold, is a question for the styringsdialog.
"""

from collections.abc import Callable
from typing import NamedTuple

from styring.fag.norsk import opplisting
from styring.modell.tema import Svarmaate
from styring.register.plandekning import plandekning
from styring.sporring.dialog import svar_beredskap, svar_okonomi
from styring.sporring.dialog.svarord import Spurt, Svar, Svarord, av_alle


def _hr_valgt(spurt: Spurt) -> Svar:
    dekning = plandekning(spurt.register, spurt.dato, spurt.aar, spurt.koder)
    if not dekning.noen:
        return Svar(Svarord.IKKE_KJENT, f"Ingen virksomhetsplaner er lagt inn for {spurt.aar}.")
    alle = sum(kode in spurt.koder for kode in spurt.register.enheter)
    deler = [
        f"{opplisting(koder)} {hva}"
        for koder, hva in (
            (dekning.uten, "har ingen virksomhetsplan"),
            (dekning.uten_hr, "har ikke valgt noe fra HR-strategien"),
        )
        if koder
    ]
    gode = alle - len(dekning.uten) - len(dekning.uten_hr)
    if not deler:
        return Svar(Svarord.JA, "Valgt i virksomhetsplanen." if alle == 1 else "Alle har valgt.")
    return av_alle(gode, alle, f"{opplisting(deler)}.")


class Svarmetode(NamedTuple):
    """How one way answers, and the types of records that it rests on."""

    svar: Callable[[Spurt], Svar]
    slag: frozenset[str]


def _metode(svar: Callable[[Spurt], Svar], *slag: str) -> Svarmetode:
    return Svarmetode(svar, frozenset(slag))


_PLANEN, _HENDELSEN = "beredskapsplan", "beredskapshendelse"
_TALLENE, _ORDENE = "regnskap", "maanedsord"
SVARMAATER: dict[Svarmaate, Svarmetode] = {
    "ros": _metode(svar_beredskap.ros, "ros"),
    "plan_revidert": _metode(svar_beredskap.plan_revidert, _PLANEN),
    "varsling_provd": _metode(svar_beredskap.varsling_provd, _PLANEN),
    "ovelse_holdt": _metode(svar_beredskap.ovelse_holdt, _PLANEN, _HENDELSEN),
    "evaluert": _metode(svar_beredskap.evaluert, _HENDELSEN),
    "mangler_rettes": _metode(svar_beredskap.mangler_rettes, _HENDELSEN),
    "kurs": _metode(svar_beredskap.kurs, "kurs"),
    "inndekning": _metode(svar_okonomi.inndekning, _TALLENE, _ORDENE),
    "periodisering": _metode(svar_okonomi.periodisering, _TALLENE),
    "maanedsrapport": _metode(svar_okonomi.maanedsrapport, _TALLENE, _ORDENE),
    "avvik_tiltak": _metode(svar_okonomi.avvik_tiltak, _TALLENE, _ORDENE),
    "prognose": _metode(svar_okonomi.prognose, _TALLENE, _ORDENE),
    "hr_valgt": _metode(_hr_valgt, "virksomhetsplan"),
}


def svar_paa(svarmaate: Svarmaate | None, spurt: Spurt) -> Svar:
    """What the data say; a question where none of them can. What rests on something that the reader
    may not see, is not known to that reader: hidden is not the same as lacking.
    """
    if svarmaate is None:
        return Svar(Svarord.SPORSMAL, "Tas opp i styringsdialogen.")
    metode = SVARMAATER[svarmaate]
    if metode.slag & spurt.register.skjulte_slag:
        return Svar(Svarord.IKKE_KJENT, "Noe av det svaret bygger på, er ikke for denne leseren.")
    return metode.svar(spurt)
