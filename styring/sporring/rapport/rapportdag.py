"""Which day a report of a period is made for, and whether it is more than a draft."""

from datetime import date

from styring.fag.kalender import langdato
from styring.fag.periode import Periode
from styring.feil import StyringFeil
from styring.modell.rapport import Godkjenning, Rettelse
from styring.register.leser import godkjent_som_det_staar
from styring.register.register import Register


def godkjenningen(register: Register, periode: str, dato: date) -> Godkjenning | None:
    """The approval of a period that holds on a day: given by then, and nothing in the forms changed
    since. None: what there is, is a draft.
    """
    samlet = register.samlerapporter.get(periode)
    godkjent = samlet.verdi.godkjent if samlet else None
    return (
        godkjent
        if godkjent and godkjent.dato <= dato and godkjent_som_det_staar(register, periode)
        else None
    )


def ikke_godkjent(register: Register, periode: Periode) -> StyringFeil:
    """What is said to the public of a period that is no more than a draft on the day asked for."""
    senere = godkjenningen(register, periode.id, date.max)
    if senere:
        return StyringFeil(
            f"{periode.navn} ble først godkjent {langdato(senere.dato)}. Bruk --dato fra og med den"
            " dagen, eller lag et utkast med --for intern."
        )
    if periode.id in register.ikke_ute:
        return StyringFeil(
            f"{periode.navn} er godkjent, men ikke sendt ut ennå, så rapporten er ikke offentlig."
            f" Sendes den ut nå, skriv det først: «styring tertial utsendt {periode.id}». Ellers"
            " lag den med --for intern."
        )
    return StyringFeil(
        f"{periode.navn} er ikke godkjent slik den står, så rapporten kan ikke være offentlig."
        f" Godkjenn med «styring tertial godkjenn {periode.id}», eller lag et utkast med --for"
        " intern."
    )


def vurderingen(register: Register, periode: Periode, dato: date) -> str | None:
    """The kommunedirektør's own words.

    They bear no day, so what was approved later is not known to have been written yet.
    """
    samlet = register.samlerapporter.get(periode.id)
    if samlet is None or (samlet.verdi.godkjent and samlet.verdi.godkjent.dato > dato):
        return None
    return samlet.verdi.samlet_vurdering


def rapportdag(register: Register, periode: Periode, i_dag: date) -> date:
    """The day to make the report for when none is named: the day it was approved, so that it is the
    same whenever it is made; else today.
    """
    godkjent = godkjenningen(register, periode.id, date.max)
    return godkjent.dato if godkjent else i_dag


def levert_per(register: Register, periode: Periode, enhet: str, dato: date) -> date | None:
    """The day a unit delivered its form for a period, if it had by a day."""
    post = register.rapporter.get(f"{periode.id}/{enhet}")
    levert = post.verdi.levert if post else None
    return levert if levert and levert <= dato else None


def siste_levert(register: Register, periode: Periode, dato: date) -> date | None:
    """The last day any unit delivered its form for a period, as known on a day."""
    return max(
        (
            dag
            for enhet in _enheter_i(register, periode)
            if (dag := levert_per(register, periode, enhet, dato))
        ),
        default=None,
    )


def _enheter_i(register: Register, periode: Periode) -> list[str]:
    return [
        id_.partition("/")[2] for id_ in register.rapporter if id_.partition("/")[0] == periode.id
    ]


def kjent_per(register: Register, periode: Periode, dato: date = date.max) -> date:
    """The day from which a period's report was known: approved by ``dato``, or else the last form
    delivered. One approved anew later was known before.
    """
    godkjent = godkjenningen(register, periode.id, dato)
    return godkjent.dato if godkjent else siste_levert(register, periode, dato) or periode.slutt


def rettelsene(register: Register, periode: Periode) -> tuple[Rettelse, ...]:
    """What was corrected after the report of a period had been sent out."""
    samlet = register.samlerapporter.get(periode.id)
    return samlet.verdi.rettelser if samlet else ()
