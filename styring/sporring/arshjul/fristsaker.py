"""Everything that has a deadline of its own, with every change of it: oppdrag, vedtak, and the
punkter that differ from their vedtak.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from styring.modell.oppdrag import Fristendring
from styring.register.register import Register


class Fristsak(NamedTuple):
    """One deadline.

    ``id`` may be a punkt of a vedtak, such as ``2022-KS-054/2``; ``frist`` is the deadline after
    all the changes.
    """

    id: str
    tittel: str
    ansvarlig: str
    frist: date | None
    endringer: tuple[Fristendring, ...]


def fristsaker(register: Register) -> Iterator[Fristsak]:
    """Give each deadline once: a punkt that has none of its own stands under its vedtak."""
    for id_, post in register.oppdrag.items():
        yield Fristsak(
            id_,
            post.verdi.tittel,
            post.verdi.ansvarlig,
            post.verdi.frist,
            post.verdi.fristendringer,
        )
    for id_, vedtakspost in register.vedtak.items():
        vedtak = vedtakspost.verdi
        yield Fristsak(id_, vedtak.tittel, vedtak.ansvarlig, vedtak.frist, vedtak.fristendringer)
        for punkt in vedtak.punkter:
            if punkt.frist:
                eier = punkt.ansvarlig or vedtak.ansvarlig
                yield Fristsak(
                    f"{id_}/{punkt.nr}",
                    f"{vedtak.tittel}, punkt {punkt.nr}",
                    eier,
                    punkt.frist,
                    punkt.fristendringer,
                )
