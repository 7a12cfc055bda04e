"""The steps of reporting: whether one is still missing on a day, and for whom."""

from datetime import date

from styring.fag.periode import Periode
from styring.register.meldingene import saker_i
from styring.register.register import Register
from styring.register.skjema import Skjema, skjemaer_i

_ORD = {
    "bidrag": "bidrag til andres oppdrag",
    "levering": "skjemaet leveres",
    "kvalitetssikring": "kvalitetssikring",
    "godkjenning": "kommunedirektøren godkjenner",
    "utsending": "rapporten sendes ut",
    "mote": "politisk behandling",
}
_EGNE = ("bidrag", "levering")
"""The steps that a unit takes itself; the others are taken for all."""


def ord_for(ledd: str) -> str:
    """A step of the chain in words."""
    return _ORD[ledd]


def mangler_i(
    register: Register, periode: Periode, ledd: str, dato: date, koder: frozenset[str] | None
) -> bool:
    """Whether a step is missing on a day: for some units only those they take themselves, for all
    every step.
    """
    samlet = register.samlerapporter.get(periode.id)
    behandlet = samlet is not None and any(
        behandling.dato <= dato for behandling in samlet.verdi.behandlet
    )
    godkjent = (
        samlet is not None
        and samlet.verdi.godkjent is not None
        and samlet.verdi.godkjent.dato <= dato
    )
    if behandlet or (koder is not None and ledd not in _EGNE):
        return False
    if ledd == "mote":
        return True
    if ledd == "godkjenning":
        return not godkjent
    if ledd == "utsending":
        return not (samlet and samlet.verdi.utsendt and samlet.verdi.utsendt <= dato)
    skjemaer = [
        skjema for skjema in skjemaer_i(register, periode) if koder is None or skjema.enhet in koder
    ]
    return not godkjent and any(_mangler(register, skjema, ledd, dato) for skjema in skjemaer)


def _mangler(register: Register, skjema: Skjema, ledd: str, dato: date) -> bool:
    if ledd == "kvalitetssikring":
        post = register.rapporter.get(f"{skjema.periode.id}/{skjema.enhet}")
        sikret = post.verdi.kvalitetssikret if post else None
        return sikret is None or sikret > dato
    levert = skjema.levert is not None and skjema.levert <= dato
    return not levert and (
        ledd == "levering" or any(rad.sak.slag == "bidrag" for rad in skjema.rader)
    )


def uten_kvalitetssikring(register: Register, periode: Periode) -> list[str]:
    """The units that have something to tell of in a period, and no form that the staff
    has assured.
    """
    skyldige = dict.fromkeys(sak.enhet for sak in saker_i(register, periode))
    return [
        enhet
        for enhet in skyldige
        if not (
            (post := register.rapporter.get(f"{periode.id}/{enhet}")) and post.verdi.kvalitetssikret
        )
    ]
