"""A year's aktiviteter as a wheel, drawn in each form."""

from collections import Counter
from datetime import date

from styring.fag.kalender import langdato
from styring.fag.norsk import antall
from styring.sporring.arshjul.arshjul import Arshjulsvar, Hendelse
from styring.visning.felles.maalform import maalformen
from styring.visning.felles.ord import KATEGORIER
from styring.visning.figur.hjul import Gjentatt, Hjul, planen, tegn
from styring.visning.figur.hjulgeometri import Hendelsespunkt

GJENTATT = 5
"""What happens more often than this in a year is drawn as ticks."""


def hjulet(svar: Arshjulsvar, i_dag: date | None) -> Hjul:
    """The wheel of a year; days that were moved out of the year are not on it."""
    i_aaret = [ett for ett in svar.hendelser if ett.dag.year == svar.aar]
    ganger = Counter(ett.id for ett in i_aaret)
    ofte = {id_ for id_, antall in ganger.items() if antall > GJENTATT}
    samlet: dict[tuple[date, str], list[str]] = {}
    for ett in i_aaret:
        if ett.id not in ofte:
            samlet.setdefault((ett.dag, ett.type), []).append(ett.tittel)
    valgt = [f"{svar.hjul} hjul"] if svar.hjul else []
    valgt += [KATEGORIER.get(ett, ett) for ett in svar.utvalg]
    utenfor = (ett for ett in svar.hendelser if ett.dag.year != svar.aar)
    return Hjul(
        aar=svar.aar,
        tittel=", ".join((f"Årshjul {svar.aar} for {svar.kommune}", *valgt)),
        under=(svar.kommune, *valgt),
        punkter=tuple(
            Hendelsespunkt(dag, ring, tuple(titler))
            for (dag, ring), titler in sorted(samlet.items(), key=lambda ett: ett[0])
        ),
        gjentatt=tuple(
            _gjentatt(i_aaret, id_) for id_ in dict.fromkeys(e.id for e in i_aaret) if id_ in ofte
        ),
        utenfor=tuple(f"{langdato(ett.dag)}: {ett.tittel}" for ett in utenfor),
        uten_dag=tuple(ett.tittel for ett in svar.uten_dag),
        i_dag=i_dag if i_dag and i_dag.year == svar.aar else None,
    )


def _gjentatt(hendelser: list[Hendelse], id_: str) -> Gjentatt:
    egne = [ett for ett in hendelser if ett.id == id_]
    return Gjentatt(egne[0].tittel, egne[0].type, tuple(ett.dag for ett in egne))


def bildet(svar: Arshjulsvar, dag: date, form: str, *, paa_nynorsk: bool = False) -> bytes:
    """Draw the wheel: ``svg``, ``png`` or ``pdf``. In nynorsk, what people have typed must be set
    apart in the answer (``register.dekket``).
    """
    hjul = hjulet(svar, dag)
    plan = planen(hjul)
    tegnet = tegn(hjul, plan)
    if paa_nynorsk:
        from styring.visning.felles import markering  # only where it is asked for

        tegnet = markering.paa_nynorsk(tegnet)
    if form == "svg":
        return f"{tegnet}\n".encode()
    if form == "png":
        from styring.visning.figur.png import som_png  # where a picture is asked for

        return som_png(tegnet)
    from styring.visning.figur.papir import Bildeord, som_pdf  # as above

    vis = maalformen(paa_nynorsk=paa_nynorsk).vis
    ord_ = Bildeord(vis(hjul.tittel), vis(hjul.beskrivelse), "nn" if paa_nynorsk else "nb")
    return som_pdf(tegnet, ord_, dag, liggende=bool(plan.etiketter))


def om_bildet(svar: Arshjulsvar, dag: date) -> str:
    """How it was laid out, and why."""
    hjul = hjulet(svar, dag)
    plan = planen(hjul)
    dager = antall(sum(ett.dag.year == svar.aar for ett in svar.hendelser), "dag")
    if not hjul.punkter:
        return dager
    if plan.etiketter:
        return f"{dager}, med ordene rundt hjulet"
    hvordan = "med nummer og liste" if plan.nummer else "uten nummer, med liste"
    return f"{dager}, {hvordan}: det er ikke plass til ordene rundt hjulet"
