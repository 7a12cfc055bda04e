"""The lines of the units' own plans: what each has set itself to do, and whether it is done."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from styring.modell.virksomhetsplan import Plantiltak, Prioritering, Virksomhetsplan
from styring.register.post import Post
from styring.register.register import Register


def virksomhetsplanene(register: Register) -> Mapping[str, Post[Virksomhetsplan]]:
    """The units' own parts of their plans, by id (``2024/FOS``)."""
    return register.poster.get("virksomhetsplan", {})


class EgenLinje(NamedTuple):
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


def planlinjer(register: Register, dato: date) -> Iterator[EgenLinje]:
    """Every line of the plans of years that have begun, with how it stood on a day."""
    for id_, post in virksomhetsplanene(register).items():
        aar, _, enhet = id_.partition("/")
        if int(aar) > dato.year:
            continue
        for slag, foran, linjer in (
            ("prioritering", "", post.verdi.prioriteringer),
            ("plantiltak", "tiltak-", post.verdi.tiltak),
        ):
            for ett in linjer:
                ferdig = ett.ferdig is not None and ett.ferdig <= dato
                yield EgenLinje(
                    f"{id_}/{foran}{ett.nr}", slag, enhet, ett.ansvarlig or enhet, ett, ferdig
                )
