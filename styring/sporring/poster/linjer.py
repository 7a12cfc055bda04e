"""The things to do that stand inside another record, and are told done in its own file: a line of a
unit's plan, what an exercise or incident showed to be lacking, and the evaluation of it.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from styring.fag.norsk import lik
from styring.funn import Sti
from styring.modell.beredskap import Beredskapshendelse, Hendelsesmangel
from styring.modell.virksomhetsplan import Plantiltak, Prioritering
from styring.register.beredskapen import beredskapshendelsene
from styring.register.egne_planer import virksomhetsplanene
from styring.register.register import Register

Linje = Prioritering | Plantiltak | Hendelsesmangel | Beredskapshendelse


class Linjested(NamedTuple):
    """One of them: what it is, its id as it is shown, the file and the place in it, and the field
    that says the day it was done.
    """

    slag: str
    id: str
    tekst: str
    fil: str
    sti: Sti
    felt: str
    verdi: Linje

    @property
    def gjort(self) -> date | None:
        """The day it was done; None where nobody has said so."""
        dagen: date | None = getattr(self.verdi, self.felt)
        return dagen


def finn_linje(register: Register, skrevet: str) -> Linjested | None:
    """The one with an id such as «2024/HJE/1», «2024/HJE/tiltak-1», «2023/stromutfall/2» or, for
    the evaluation, «2023/stromutfall»; None where it is the id of something else.
    """
    return next((ett for ett in _linjene(register) if lik(ett.id) == lik(skrevet.strip())), None)


def _linjene(register: Register) -> Iterator[Linjested]:
    for id_, plan in virksomhetsplanene(register).items():
        deler: tuple[tuple[str, str, str, Sequence[Prioritering | Plantiltak]], ...] = (
            ("prioritering", "", "prioriteringer", plan.verdi.prioriteringer),
            ("plantiltak", "tiltak-", "tiltak", plan.verdi.tiltak),
        )
        for slag, foran, felt, linjer in deler:
            for plass, ett in enumerate(linjer):
                linjens = f"{id_}/{foran}{ett.nr}"
                yield Linjested(slag, linjens, ett.tekst, plan.fil, (felt, plass), "ferdig", ett)
    for id_, hendelse in beredskapshendelsene(register).items():
        hel = hendelse.verdi
        yield Linjested("evaluering", id_, hel.tittel, hendelse.fil, (), "evaluert", hel)
        for plass, mangel in enumerate(hel.mangler):
            sti: Sti = ("mangler", plass)
            mangelens = f"{id_}/{mangel.nr}"
            yield Linjested("mangel", mangelens, mangel.tekst, hendelse.fil, sti, "ferdig", mangel)
