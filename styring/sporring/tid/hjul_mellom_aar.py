"""What is other in the wheel of one year than in that of another, in the same data."""

from datetime import date

from styring.register.register import Register
from styring.sporring.tid.endringer import Enhetsendringer, Mellomsvar, Utgavenavn
from styring.sporring.tid.hjulendringer import hjulendringer


def hjulmellom(register: Register, fra: int, til: int) -> Mellomsvar:
    """Answer for two years: the activities whose days are not the same."""
    saker = tuple(hjulendringer(register, register, fra, til))
    return Mellomsvar(
        kommune=register.navn,
        enhet=None,
        navn=register.navn,
        fra=Utgavenavn(f"årshjulet {fra}", date(fra, 1, 1), None),
        til=Utgavenavn(f"årshjulet {til}", date(til, 1, 1), None),
        enheter=(Enhetsendringer("", "Årshjulet", saker),) if saker else (),
        telling={},
        frister=0,
        dager=0,
        oppgavefrister=0,
        uendret=len(register.aktiviteter) - len(saker),
    )
