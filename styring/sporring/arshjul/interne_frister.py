"""What is due inside the house: what was agreed in styringsdialoger, the lines of the units' own
plans, and what preparedness lacks.
"""

from collections.abc import Iterator
from datetime import date

from styring.register.egne_planer import planlinjer
from styring.register.register import Register
from styring.sporring.arshjul.fristlinje import Frist, Hva, fristen
from styring.sporring.beredskap.beredskap import beredskapen
from styring.sporring.dialog.avtaler import avtaler


def avtalene(register: Register, dato: date, koder: frozenset[str] | None) -> Iterator[Frist]:
    """What was agreed in styringsdialoger and is not done; only the leadership has them in its
    register.
    """
    for avtalt in avtaler(register, dato):
        frist = avtalt.avtale.frist
        if (
            frist
            and not avtalt.ferdig
            and (koder is None or koder.intersection((avtalt.enhet, avtalt.ansvarlig)))
        ):
            yield fristen(
                frist, dato, Hva("avtale", avtalt.id, avtalt.avtale.tekst, avtalt.ansvarlig)
            )


def egne_planer(register: Register, dato: date, koder: frozenset[str] | None) -> Iterator[Frist]:
    """What the units have set themselves to do in their own plans, and have not done."""
    for ett in planlinjer(register, dato):
        frist = ett.linje.frist
        if (
            frist
            and not ett.ferdig
            and (koder is None or koder.intersection((ett.enhet, ett.ansvarlig)))
        ):
            tekst = " ".join(ett.linje.tekst.split())
            yield fristen(frist, dato, Hva(ett.slag, ett.id, tekst, ett.ansvarlig))


def beredskapsfrister(
    register: Register, dato: date, koder: frozenset[str] | None
) -> Iterator[Frist]:
    """What exercises and incidents showed to be lacking, and evaluations that are not done; the
    public has none of them in its register.
    """
    svar = beredskapen(register, dato, koder)
    for mangel in svar.mangler:
        if mangel.frist:
            yield fristen(
                mangel.frist, dato, Hva("mangel", mangel.id, mangel.tekst, mangel.ansvarlig)
            )
    for ett in svar.uevaluerte:
        if ett.frist:
            hva = Hva("evaluering", ett.id, ett.evalueringen, ett.enheter[0])
            yield fristen(ett.frist, dato, hva)


INTERNE = (avtalene, egne_planer, beredskapsfrister)
"""Each takes the register, the day and the units, and gives what is due."""
