"""The tab for the plan on its way from a workbook to the units' plans."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, cast

from styring.cli.felles.skriv_endring import innholdet
from styring.fag.norsk import antall
from styring.fag.skjemabok import Avvist, Innsendt
from styring.modell.virksomhetsplan import Prioritering, Virksomhetsplan
from styring.prosjekt.tre import Arbeidstre
from styring.redigering.gjengi import Verdi
from styring.redigering.poster import legg_til_alle, ny_fil, sett_alle
from styring.redigering.skriving import Endring
from styring.register.egne_planer import virksomhetsplanene
from styring.register.register import Register
from styring.sporring.rapportering.planmotsigelser import uten_motsigelser
from styring.sporring.rapportering.planmottak import Planinnsending, skjemaer_for, vurder_planen
from styring.sporring.rapportering.plansvar import Planavslag, Planlinjesvar, Planmerknad
from styring.sporring.rapportering.tidligere_svar import TidligereSvar

if TYPE_CHECKING:
    from styring.lesing.innlesing import Innlesing


_RORER_IKKE_PLANEN = frozenset({"ferdig"})
"""What may be told of a line without the plan being another than the one approved."""


class Planene(NamedTuple):
    """What the tabs would change, the lines that are not taken, and what else is to be known."""

    svar: tuple[Planlinjesvar, ...]
    avslag: tuple[Planavslag, ...]
    merknader: tuple[Planmerknad, ...]


def les_planene(
    register: Register, innsendte: Sequence[Innsendt | Avvist], dag: date, tidligere: TidligereSvar
) -> Planene:
    """Judge the tabs of the workbooks that came back on a day: also of one whose form is delivered,
    since the plan is for the whole year. ``tidligere`` is what the same units have answered before.
    """
    alle = [
        ett
        for bok in innsendte
        if isinstance(bok, Innsendt)
        for skjema in skjemaer_for(register, bok)
        for ett in vurder_planen(Planinnsending(register, skjema, bok, dag, tidligere))
    ]
    svar, uenige = uten_motsigelser([ett for ett in alle if isinstance(ett, Planlinjesvar)])
    avslag = (*(ett for ett in alle if isinstance(ett, Planavslag)), *uenige)
    return Planene(svar, avslag, tuple(ett for ett in alle if isinstance(ett, Planmerknad)))


def planendringer(
    tre: Arbeidstre, innlesing: "Innlesing", svar: Sequence[Planlinjesvar]
) -> list[Endring]:
    """One change for each plan."""
    per_plan: dict[str, list[Planlinjesvar]] = {}
    for ett in svar:
        per_plan.setdefault(ett.plan, []).append(ett)
    return [_endringen(tre, innlesing, plan, alle) for plan, alle in per_plan.items()]


def _endringen(
    tre: Arbeidstre, innlesing: "Innlesing", plan: str, alle: list[Planlinjesvar]
) -> Endring:
    fil = f"data/virksomhetsplan/{plan}.yaml"
    post = virksomhetsplanene(innlesing.register).get(plan)
    numrene = [ett.nr for ett in post.verdi.prioriteringer] if post else []
    forste = max(numrene, default=0) + 1
    nye = [
        {"nr": nr, **cast("dict[str, Verdi]", ett.felter)}
        for nr, ett in enumerate((ett for ett in alle if ett.plass is None), forste)
    ]
    hva = f"{antall(len(alle), 'linje')} i virksomhetsplanen"
    maa_godkjennes = bool(post and post.verdi.godkjent) and any(
        ett.felter.keys() - _RORER_IKKE_PLANEN for ett in alle
    )
    if post is None:
        linjer = [{navn: v for navn, v in ett.items() if v is not None} for ett in nye]
        tekst = ny_fil({"prioriteringer": cast("Verdi", linjer)}, f"Virksomhetsplanen for {plan}")
        return Endring(fil, None, tekst.encode(), hva)
    raa = etter = innholdet(tre, innlesing, fil)
    endrede = [
        (("prioriteringer", ett.plass), cast("dict[str, Verdi]", ett.felter))
        for ett in alle
        if ett.plass is not None
    ]
    if endrede:
        etter = sett_alle(etter, endrede, Prioritering)
    if nye:
        etter = legg_til_alle(etter, ("prioriteringer",), nye, Virksomhetsplan)
    if maa_godkjennes:
        etter = sett_alle(etter, [((), {"godkjent": None})], Virksomhetsplan)
        hva += (
            ". Planen er endret etter at den ble godkjent, og er et utkast til den godkjennes igjen"
        )
    return Endring(fil, raa, etter, hva)
