"""The lines of the units' own plans: what each has set itself to do, and whether it is done."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from styring.modell.virksomhetsplan import Plantiltak, Prioritering
from styring.register.register import Register


class Planlinje(NamedTuple):
    """One line: the plan it stands in, the part of the plan, whose it is, and whether it is done.

    ``slag`` is «prioritering» or «plantiltak»; ``ansvarlig`` is the unit's own code where nobody
    else is named.
    """

    id: str
    slag: str
    enhet: str
    ansvarlig: str
    linje: Prioritering | Plantiltak
    ferdig: bool


def planlinjer(register: Register, dato: date) -> Iterator[Planlinje]:
    """Every line of the plans of years that have begun, with how it stood on a day."""
    for id_, post in register.virksomhetsplaner.items():
        aar, _, enhet = id_.partition("/")
        if int(aar) > dato.year:
            continue
        for slag, linjer in (
            ("prioritering", post.verdi.prioriteringer),
            ("plantiltak", post.verdi.tiltak),
        ):
            for ett in linjer:
                ferdig = ett.ferdig is not None and ett.ferdig <= dato
                yield Planlinje(f"{id_}/{ett.nr}", slag, enhet, ett.ansvarlig or enhet, ett, ferdig)
