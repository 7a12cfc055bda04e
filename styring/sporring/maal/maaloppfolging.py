"""How the goals themselves are followed up: what is measured, how old it is, what is assessed."""

from datetime import date
from typing import NamedTuple

from styring.fag.maalvurdering import er_vurdert
from styring.modell.form import Leser
from styring.register.maalvurderingene import aarets_siste, vurderingene_per
from styring.register.register import Register
from styring.sporring.maal.maalstatus import maalradene


class Maaloppfolging(NamedTuple):
    """Of ``antall`` goals: how many have no indicator, and how many have one but no figure. Of the
    indicators: how many nobody has measured for long, and how many have no target.

    ``aar`` is the last year that was to be assessed by the day, None where there is none, and
    ``uten_vurdering`` how many goals it says nothing of.
    """

    antall: int
    uten_indikator: int
    uten_tall: int
    gamle: int
    uten_maaltall: int
    aar: int | None
    uten_vurdering: int


def maaloppfolging(
    register: Register, dato: date, koder: frozenset[str] | None
) -> Maaloppfolging | None:
    """Answer for all goals, or those that some units answer for; None where there are none."""
    alle = [rad for _, rad in maalradene(register, dato, koder)]
    if not alle:
        return None
    indikatorer = [ett for rad in alle for ett in rad.indikatorer]
    siste = aarets_siste(register, dato.year - 1)
    if siste and siste.aar not in register.styringsbrev:
        siste = None  # nobody steered by these goals yet
    if siste and register.leser is Leser.OFFENTLIG and siste.id not in register.samlerapporter:
        siste = None  # what is not out yet, is not told of
    sagt = vurderingene_per(register, siste, dato) if siste else {}
    return Maaloppfolging(
        antall=len(alle),
        uten_indikator=sum(not rad.indikatorer for rad in alle),
        uten_tall=sum(bool(rad.indikatorer) and not rad.er_maalt for rad in alle),
        gamle=sum(ett.gammel for ett in indikatorer),
        uten_maaltall=sum(ett.krav is None and ett.neste is None for ett in indikatorer),
        aar=siste.aar if siste else None,
        uten_vurdering=sum(not er_vurdert(sagt.get(rad.kode)) for rad in alle),
    )
