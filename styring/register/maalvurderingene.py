"""The year's assessments: of which goals, in which period, and what lacks one."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from styring.fag.maalvurdering import er_vurdert
from styring.fag.periode import Periode, perioder_i
from styring.register.maalingene import Maalsted, maalstedene

if TYPE_CHECKING:
    from styring.modell.rapport import Maalvurdering
    from styring.register.register import Register


def vurderingene(register: "Register", periode: str) -> "Mapping[str, Maalvurdering]":
    """What the staff has said of each goal in a period, by its code."""
    samlet = register.samlerapporter.get(periode)
    return (samlet.verdi.maalvurderinger or {}) if samlet else {}


def vurderingene_per(
    register: "Register", periode: Periode, dato: date
) -> "Mapping[str, Maalvurdering]":
    """The same as it was known on a day. They bear no day of their own, so of a period that was
    approved later nothing is known to have been written yet.
    """
    samlet = register.samlerapporter.get(periode.id)
    godkjent = samlet.verdi.godkjent if samlet else None
    if periode.slutt > dato or (godkjent and godkjent.dato > dato):
        return {}
    return vurderingene(register, periode.id)


def vurderes(register: "Register", periode: Periode) -> list[Maalsted]:
    """The goals to be assessed in a period: all of them in the last of the year, else none."""
    return list(maalstedene(register)) if er_aarets_siste(register, periode) else []


def uten_vurdering(register: "Register", periode: Periode) -> list[Maalsted]:
    """The goals that nobody has assessed in a period where they are to be."""
    sagt = vurderingene(register, periode.id)
    return [sted for sted in vurderes(register, periode) if not er_vurdert(sagt.get(sted.kode))]


def aarets_siste(register: "Register", aar: int) -> Periode | None:
    """The period of a year that the goals are assessed in; None where it has none."""
    return next(reversed(perioder_i(register.rutine, aar)), None)


def er_aarets_siste(register: "Register", periode: Periode) -> bool:
    """Whether the goals are assessed in a period."""
    return periode == aarets_siste(register, periode.aar)
