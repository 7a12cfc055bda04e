"""What a unit's plan holds beside its oppdrag: its own part, its frame, and how the oppdrag stood
in each period.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from styring.fag.belop import NULL
from styring.fag.okonomi import enheten, netto, revidert
from styring.fag.periode import perioder_i
from styring.fag.tilstand import Tilstand
from styring.fag.virksomhetsplan import HR_OMRAADER, PLANOMRAADER, SIKT
from styring.modell.virksomhetsplan import Plangodkjenning, Planrisiko, Plantiltak, Prioritering
from styring.register.egne_planer import planlinjer, virksomhetsplanene
from styring.register.okonomien import budsjettet
from styring.register.perioden import slik_perioden_sier
from styring.register.register import Register
from styring.sporring.oppdrag.stilling import oppdrag_som_staar


class Planlinje(NamedTuple):
    """One line of the plan: what, in which area and how long a view, who, by when, and what it
    supports.
    """

    tekst: str
    omraade: str
    sikt: str
    hvem: str
    frist: date | None
    ferdig: date | None
    stotter: tuple[str, ...]


class EgenPlan(NamedTuple):
    """The unit's own part. ``hr`` is what it has chosen of the HR strategy, ``andre`` its other
    priorities.
    """

    innledning: str | None
    hr: tuple[Planlinje, ...]
    andre: tuple[Planlinje, ...]
    tiltak: tuple[Planlinje, ...]
    risiko: tuple[Planrisiko, ...]
    godkjent: Plangodkjenning | None


class AndresLinje(NamedTuple):
    """A line in the plan of another unit that this one answers for: what, whose plan, whether that
    is a draft, by when.
    """

    tekst: str
    plan: str
    utkast: bool
    frist: date | None
    ferdig: date | None


class Planramme(NamedTuple):
    """One budget area of the unit: what it was given, and what it has after every change."""

    navn: str
    opprinnelig: Decimal
    revidert: Decimal


class Rammen(NamedTuple):
    """All of the unit's areas, and their sum."""

    omraader: tuple[Planramme, ...]
    sum: Planramme


class Planstatus(NamedTuple):
    """How one oppdrag stood in each period; None before it was given."""

    tittel: str
    perioder: tuple[Tilstand | None, ...]


class Statusgang(NamedTuple):
    """The unit's oppdrag through the periods that have ended."""

    perioder: tuple[str, ...]
    oppdrag: tuple[Planstatus, ...]


def egen_plan(register: Register, dato: date, aar: int, enhet: str) -> EgenPlan | None:
    """The unit's own part of its plan for a year; None where there is none."""
    post = virksomhetsplanene(register).get(f"{aar}/{enhet}")
    if post is None:
        return None
    plan = post.verdi
    linjer = [(ett, _linjen(register, ett, enhet, dato)) for ett in plan.prioriteringer]
    return EgenPlan(
        plan.innledning,
        tuple(linje for ett, linje in linjer if ett.omraade in HR_OMRAADER),
        tuple(linje for ett, linje in linjer if ett.omraade not in HR_OMRAADER),
        tuple(_linjen(register, ett, enhet, dato) for ett in plan.tiltak),
        plan.risiko,
        plan.godkjent if plan.godkjent and plan.godkjent.dato <= dato else None,
    )


def _linjen(
    register: Register, ett: Prioritering | Plantiltak, enhet: str, dato: date
) -> Planlinje:
    omraade, sikt = (
        (PLANOMRAADER[ett.omraade], SIKT[ett.sikt]) if isinstance(ett, Prioritering) else ("", "")
    )
    return Planlinje(
        " ".join(ett.tekst.split()),
        omraade,
        sikt,
        register.enhetsnavn(ett.ansvarlig or enhet),
        ett.frist,
        ett.ferdig if ett.ferdig and ett.ferdig <= dato else None,
        tuple(_titlene(register, ett)),
    )


def andres_linjer(
    register: Register, dato: date, aar: int, koder: frozenset[str]
) -> Iterator[AndresLinje]:
    """What some units answer for in the plans of others for a year."""
    planene = virksomhetsplanene(register)
    for ett in planlinjer(register, dato):
        if ett.enhet not in koder and ett.ansvarlig in koder and ett.id[:4] == str(aar):
            linje = ett.linje
            godkjent = planene[f"{aar}/{ett.enhet}"].verdi.godkjent
            yield AndresLinje(
                " ".join(linje.tekst.split()),
                register.enhetsnavn(ett.enhet),
                godkjent is None or godkjent.dato > dato,
                linje.frist,
                linje.ferdig if ett.ferdig else None,
            )


def _titlene(register: Register, ett: Prioritering | Plantiltak) -> Iterator[str]:
    """What a line supports, by title; what this reader may not see, is not named."""
    for id_ in ett.oppdrag:
        if id_ in register.oppdrag:
            yield register.oppdrag[id_].verdi.tittel
    for kode in ett.delmaal:
        if kode in register.delmaal:
            yield register.delmaal[kode].delmaal.verdi.tittel


def rammen(register: Register, dato: date, aar: int, koder: frozenset[str]) -> Rammen | None:
    """The budget of the unit in a year, as it was on a day; None where there is none."""
    budsjett = budsjettet(register, aar)
    if budsjett is None:
        return None
    omraader = [
        Planramme(
            omraade.navn, netto(omraade), revidert(budsjett.verdi, kode, dato, netto(omraade))
        )
        for kode, omraade in budsjett.verdi.omraader.items()
        if enheten(omraade, dato) in koder
    ]
    if not omraader:
        return None
    return Rammen(tuple(omraader), Planramme("Sum", *_summene(omraader)))


def _summene(omraader: Iterable[Planramme]) -> tuple[Decimal, Decimal]:
    alle = list(omraader)
    return (sum((ett.opprinnelig for ett in alle), NULL), sum((ett.revidert for ett in alle), NULL))


def statusgang(
    register: Register, dato: date, aar: int, id_er: frozenset[str]
) -> Statusgang | None:
    """How some oppdrag stood in the periods that had ended and that this reader may see; None where
    there is none.
    """
    over = [
        periode
        for periode in perioder_i(register.rutine, aar)
        if periode.slutt <= dato
        and periode.id in register.samlerapporter
        and periode.id not in register.ikke_vist
    ]
    staar = [
        {
            sak.id: sak
            for sak in oppdrag_som_staar(slik_perioden_sier(register, ett), dato, aar, None)
            if sak.id in id_er
        }
        for ett in over
    ]
    if not staar or not staar[-1]:
        return None
    return Statusgang(
        tuple(periode.navn.rpartition(" ")[0] or periode.navn for periode in over),
        tuple(
            Planstatus(
                sak.tittel, tuple(alle[id_].tilstand if id_ in alle else None for alle in staar)
            )
            for id_, sak in staar[-1].items()
        ),
    )
