"""How an oppdrag stands, in one word, and how many stand so. Counts are never rolled up to the worst light."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum


class Tilstand(StrEnum):
    """What the last report says. Without a report an oppdrag is «ikke rapportert», which is never green."""

    FERDIG = "ferdig"
    I_RUTE = "i_rute"
    USIKKERT = "usikkert"
    IKKE_I_RUTE = "ikke_i_rute"
    IKKE_RAPPORTERT = "ikke_rapportert"

    @property
    def ord(self) -> str:
        """The word as people read it."""
        return self.value.replace("_", " ")


def tell(tilstander: Iterable[Tilstand]) -> dict[Tilstand, int]:
    """Count every state, those with none too, in a stated order."""
    antall = Counter(tilstander)
    return {tilstand: antall[tilstand] for tilstand in Tilstand}
