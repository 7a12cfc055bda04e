"""What the data answer of preparedness and courses: one function for each way."""

from collections.abc import Callable

from styring.fag.belop import HUNDRE
from styring.fag.kalender import kortdato
from styring.fag.norsk import antall, opplisting
from styring.modell.kurs import Kursandel
from styring.register.beredskapen import analysene, kursene
from styring.sporring.beredskap.beredskap import Planstand, beredskapen
from styring.sporring.dialog.svarord import Spurt, Svar, Svarord, av_alle


def ros(spurt: Spurt) -> Svar:
    """Whether the unit, or one that it lies below, took part in the newest analysis."""
    siste = beredskapen(spurt.register, spurt.dato, None).ros
    if siste is None:
        return Svar(Svarord.IKKE_KJENT, "Ingen analyse er lagt inn.")
    enheter = analysene(spurt.register)[siste.id].verdi.enheter
    med = any(
        kode in spurt.koder or spurt.koder <= spurt.register.med_underliggende(kode)
        for kode in enheter
    )
    naar = f"analysen {kortdato(siste.dato)}"
    return (
        Svar(Svarord.JA, f"Er med i {naar}.")
        if med
        else Svar(Svarord.NEI, f"Er ikke med i {naar}.")
    )


def _planer(spurt: Spurt, er_god: Callable[[Planstand], bool], hva: str) -> Svar:
    planer = beredskapen(spurt.register, spurt.dato, spurt.koder).planer
    if not planer:
        return Svar(Svarord.IKKE_KJENT, "Enheten eier ingen planer som er lagt inn.")
    mangler = [plan.tittel for plan in planer if not er_god(plan)]
    gode = len(planer) - len(mangler)
    rest = f" Ikke {opplisting(f'«{navn}»' for navn in mangler)}." if mangler else ""
    return av_alle(gode, len(planer), f"{gode} av {antall(len(planer), 'plan')} {hva}.{rest}")


def plan_revidert(spurt: Spurt) -> Svar:
    """Whether the plans it owns were revised in the last year."""
    return _planer(spurt, lambda plan: not plan.revidert.for_lenge, "er revidert det siste året")


def varsling_provd(spurt: Spurt) -> Svar:
    """Whether their warning has been tried, and when: nothing says how often it must be."""
    planer = beredskapen(spurt.register, spurt.dato, spurt.koder).planer
    dager = [plan.varsling for plan in planer if plan.varsling]
    naar = f" ({'' if len(dager) == 1 else 'eldst '}{kortdato(min(dager))})" if dager else ""
    return _planer(spurt, lambda plan: plan.varsling is not None, f"har prøvd varslingen{naar}")


def ovelse_holdt(spurt: Spurt) -> Svar:
    """Whether they were practised in the last two years."""
    return _planer(spurt, lambda plan: not plan.ovd.for_lenge, "er øvd de siste to årene")


def evaluert(spurt: Spurt) -> Svar:
    """Whether its exercises and incidents are evaluated."""
    alle = beredskapen(spurt.register, spurt.dato, spurt.koder).hendelser
    if not alle:
        return Svar(Svarord.IKKE_KJENT, "Ingen øvelser eller hendelser er lagt inn.")
    uten = [f"«{ett.tittel}» {kortdato(ett.dato)}" for ett in alle if ett.evaluert is None]
    rest = f" Ikke {opplisting(uten)}." if uten else ""
    gode = len(alle) - len(uten)
    return av_alle(gode, len(alle), f"{gode} av {len(alle)} er evaluert.{rest}")


def mangler_rettes(spurt: Spurt) -> Svar:
    """Whether what they showed to be lacking is being mended in time."""
    svar = beredskapen(spurt.register, spurt.dato, spurt.koder)
    if not svar.hendelser:
        return Svar(Svarord.IKKE_KJENT, "Ingen øvelser eller hendelser er lagt inn.")
    forfalte = sum(ett.forfalt for ett in svar.mangler)
    uten = sum(ett.tiltak is None for ett in svar.mangler)
    if not svar.mangler:
        return Svar(Svarord.JA, "Ingen åpne mangler.")
    tall = antall(len(svar.mangler), "mangel")
    if forfalte or uten:
        return Svar(
            Svarord.DELVIS, f"{tall} er ikke rettet: {forfalte} over fristen og {uten} uten tiltak."
        )
    return Svar(Svarord.JA, f"{tall} er ikke rettet, alle med tiltak og frist.")


def kurs(spurt: Spurt) -> Svar:
    """The newest share of each course and unit; a unit's own figure covers what lies below it."""
    siste: dict[tuple[str, str], Kursandel] = {}
    for post in kursene(spurt.register).values():
        for ett in sorted(post.verdi.andeler, key=lambda ett: ett.dato):
            if ett.enhet in spurt.koder and ett.dato <= spurt.dato:
                siste[ett.kurs, ett.enhet] = ett
    if not siste:
        return Svar(Svarord.IKKE_KJENT, "Ingen andeler er lagt inn.")
    deler = [
        f"{ett.enhet} {_prosent(ett)} {kortdato(ett.dato)} ({ett.kurs}, {ett.kilde})"
        for ett in siste.values()
    ]
    kjente = [ett.andel for ett in siste.values() if ett.andel is not None]
    if not kjente:
        return Svar(Svarord.IKKE_KJENT, f"{opplisting(deler)}.")
    gode = sum(andel == HUNDRE for andel in kjente)
    dom = Svarord.JA if gode == len(kjente) else Svarord.DELVIS if any(kjente) else Svarord.NEI
    return Svar(dom, f"{opplisting(deler)}.")


def _prosent(ett: Kursandel) -> str:
    if ett.andel is None:
        return "er for liten til at andelen vises"
    return f"{str(ett.andel).replace('.', ',')} %"
