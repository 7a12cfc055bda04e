"""What the leaders expect of the economy now and then: area by area, by the last month that each
picture has.
"""

from collections.abc import Iterator

from styring.register.register import Register
from styring.sporring.tid.feltendringer import Postendring, Slag
from styring.sporring.tid.saksendring import Saksendring, blitt_annet


def okonomiendringer(foer: Register, naa: Register) -> Iterator[tuple[str, Saksendring]]:
    """Every area whose expected avvik is another, after the unit that answers for it."""
    if not naa.regnskap:
        return
    from styring.fag.belop import millioner  # loaded where there are figures
    from styring.register.okonomien import maanedene, omraadetallene

    def ventet(register: Register) -> dict[str, tuple[str, str, str]]:
        alle = maanedene(register)
        return {
            tall.kode: (tall.enhet, tall.navn, f"{millioner(tall.avvik)} kr")
            for tall in (omraadetallene(register, alle[-1]) if alle else ())
            if tall.avvik is not None
        }

    gamle = ventet(foer)
    for kode, (enhet, navn, sagt) in ventet(naa).items():
        if kode in gamle and gamle[kode][2] != sagt:
            endring = Postendring(Slag.TEKST, "ventet avvik ved årsslutt", gamle[kode][2], sagt)
            yield enhet, blitt_annet(kode, navn, "budsjettområde", (endring,))
