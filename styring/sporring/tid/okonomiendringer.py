"""What the leaders expect of the economy now and then: area by area, by what was last said in each
picture.
"""

from collections.abc import Iterator
from datetime import date

from styring.register.register import Register
from styring.sporring.tid.feltendringer import Postendring, Slag
from styring.sporring.tid.saksendring import Saksendring, blitt_annet


def okonomiendringer(
    foer: tuple[Register, date], naa: tuple[Register, date]
) -> Iterator[tuple[str, Saksendring]]:
    """Every area whose expected avvik is another, after the unit that answers for it. Each picture
    is a register and the day it is seen: what was delivered later, was not known.
    """
    if not naa[0].regnskap:
        return
    from styring.fag.belop import millioner  # loaded where there are figures
    from styring.register.okonomien import er_levert, maanedene, meldedagen, omraadetallene

    def ventet(register: Register, dag: date) -> dict[str, tuple[str, str, str]]:
        """What was last delivered of each area."""
        sagt: dict[str, tuple[str, str, str]] = {}
        for maaned in maanedene(register):
            for tall in omraadetallene(register, maaned):
                levert = er_levert(register, maaned, tall.enhet)
                if (
                    levert
                    and meldedagen(register, maaned, tall.enhet) <= dag
                    and tall.avvik is not None
                ):
                    sagt[tall.kode] = (tall.enhet, tall.navn, f"{millioner(tall.avvik)} kr")
        return sagt

    gamle = ventet(*foer)
    for kode, (enhet, navn, sagt) in ventet(*naa).items():
        if kode in gamle and gamle[kode][2] != sagt:
            endring = Postendring(Slag.VERDI, "ventet avvik ved årsslutt", gamle[kode][2], sagt)
            yield enhet, blitt_annet(kode, navn, "budsjettområde", (endring,))
