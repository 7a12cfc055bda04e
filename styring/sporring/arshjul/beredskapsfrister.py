"""What is due in preparedness."""

from collections.abc import Iterator
from datetime import date

from styring.register.register import Register
from styring.sporring.arshjul.fristlinje import Frist, Hva, fristen
from styring.sporring.beredskap.beredskap import beredskapen


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
