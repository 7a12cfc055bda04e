"""Ids in running text of records that are not there: nobody knows whether they were for all."""

import re
from collections.abc import Iterable

from styring.register.henvisninger import SKJULT

_SOM_ID = r"(?<![\w-])(20[0-9]{{2}}-)?({})-[0-9]{{2,3}}(?:-V[0-9]+)?(?![\w-])"


class Borte:
    """What is written just as the id of a unit's oppdrag or an organ's vedtak, with its dash, and
    is the id of nothing that may be seen.
    """

    def __init__(self, koder: Iterable[str], apne: Iterable[str]) -> None:
        """Take the codes of the units, and the ids of what may be seen."""
        self._apne = {navn for id_ in apne for navn in (id_, id_[len("2023-") :])}
        self._som_id = re.compile(
            _SOM_ID.format("|".join(map(re.escape, sorted(koder, reverse=True))) or r"\b\B")
        )

    def uten(self, tekst: str) -> str:
        """Running text without the ids of what is gone."""
        return (
            self._som_id.sub(lambda treff: treff[0] if treff[0] in self._apne else SKJULT, tekst)
            if "-" in tekst
            else tekst
        )
