"""Which units have a virksomhetsplan for a year, and have chosen something of the HR strategy."""

from datetime import date
from typing import NamedTuple

from styring.fag.virksomhetsplan import HR_OMRAADER
from styring.modell.virksomhetsplan import Virksomhetsplan
from styring.register.egne_planer import virksomhetsplanene
from styring.register.register import Register


class Plandekning(NamedTuple):
    """The units by code: those without a plan, those with a draft, and those whose plan has nothing
    of the HR strategy. ``noen``: there is any plan at all in the year.
    """

    aar: int
    noen: bool
    uten: tuple[str, ...]
    utkast: tuple[str, ...]
    uten_hr: tuple[str, ...]


def plandekning(
    register: Register, dato: date, aar: int, koder: frozenset[str] | None
) -> Plandekning:
    """Answer for every unit, or for some: the letter asks it of each sector and virksomhet."""
    planer = {
        kode: post.verdi
        for kode in register.enheter
        if (koder is None or kode in koder)
        and (post := virksomhetsplanene(register).get(f"{aar}/{kode}"))
    }
    valgte = [kode for kode in register.enheter if koder is None or kode in koder]
    return Plandekning(
        aar,
        any(id_[:4] == str(aar) for id_ in virksomhetsplanene(register)),
        tuple(kode for kode in valgte if kode not in planer),
        tuple(kode for kode, plan in planer.items() if not er_plan_godkjent(plan, dato)),
        tuple(
            kode
            for kode, plan in planer.items()
            if not any(ett.omraade in HR_OMRAADER for ett in plan.prioriteringer)
        ),
    )


def er_plan_godkjent(plan: Virksomhetsplan, dato: date) -> bool:
    """Whether a plan had been approved by a day."""
    return plan.godkjent is not None and plan.godkjent.dato <= dato
