"""How data answer what the letter expects of a leader: one function for each way
(``modell.tema.Svarmaate``).

Nothing is guessed: what the data do not hold, is a question for the styringsdialog.
"""

from collections.abc import Callable

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


SVARMAATER: dict[Svarmaate, Callable[[Spurt], Svar]] = {
    "ros": svar_beredskap.ros,
    "plan_revidert": svar_beredskap.plan_revidert,
    "varsling_provd": svar_beredskap.varsling_provd,
    "ovelse_holdt": svar_beredskap.ovelse_holdt,
    "evaluert": svar_beredskap.evaluert,
    "mangler_rettes": svar_beredskap.mangler_rettes,
    "kurs": svar_beredskap.kurs,
    "inndekning": svar_okonomi.inndekning,
    "periodisering": svar_okonomi.periodisering,
    "maanedsrapport": svar_okonomi.maanedsrapport,
    "avvik_tiltak": svar_okonomi.avvik_tiltak,
    "prognose": svar_okonomi.prognose,
    "hr_valgt": _hr_valgt,
}


def svar_paa(svarmaate: Svarmaate | None, spurt: Spurt) -> Svar:
    """What the data say; a question where none of them can."""
    if svarmaate is None:
        return Svar(Svarord.SPORSMAL, "Tas opp i styringsdialogen.")
    return SVARMAATER[svarmaate](spurt)
