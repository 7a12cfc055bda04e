"""How an oppdrag or a vedtak stands, in one word, and how many stand so.

Counts are never rolled up to the worst light.
"""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum


class Tilstand(StrEnum):
    """What the last report says. Without a report it is «ikke rapportert», which is never green."""

    FERDIG = "ferdig"
    AVSLUTTES = "avsluttes"
    I_RUTE = "i_rute"
    USIKKERT = "usikkert"
    IKKE_I_RUTE = "ikke_i_rute"
    IKKE_RAPPORTERT = "ikke_rapportert"
    BORTFALT = "bortfalt"
    FORESLATT_AVSLUTTET = "foreslatt_avsluttet"
    AVSLUTTET = "avsluttet"

    @property
    def ord(self) -> str:
        """The word as people read it."""
        return _ORD.get(self) or self.value.replace("_", " ")


_ORD = {
    Tilstand.AVSLUTTES: "avsluttes ved årsskiftet",
    Tilstand.FORESLATT_AVSLUTTET: "foreslått avsluttet",
}
OPPDRAGSTILSTANDER = (
    Tilstand.FERDIG,
    Tilstand.AVSLUTTES,
    Tilstand.I_RUTE,
    Tilstand.USIKKERT,
    Tilstand.IKKE_I_RUTE,
    Tilstand.IKKE_RAPPORTERT,
    Tilstand.BORTFALT,
)
VEDTAKSTILSTANDER = (
    Tilstand.AVSLUTTET,
    Tilstand.FORESLATT_AVSLUTTET,
    Tilstand.I_RUTE,
    Tilstand.USIKKERT,
    Tilstand.IKKE_I_RUTE,
    Tilstand.IKKE_RAPPORTERT,
    Tilstand.BORTFALT,
)
LUKKEDE = frozenset({Tilstand.FERDIG, Tilstand.AVSLUTTES, Tilstand.BORTFALT, Tilstand.AVSLUTTET})
"""The states that end the work: what stands so is neither late nor reported on again.

Only one of them says that it is done.
"""


def er_apen(tilstand: Tilstand) -> bool:
    """Whether there is still work to do, or to decide."""
    return tilstand not in LUKKEDE


AVVIK = frozenset({Tilstand.IKKE_I_RUTE, Tilstand.USIKKERT})


def tell(
    tilstander: Iterable[Tilstand], alle: tuple[Tilstand, ...] = OPPDRAGSTILSTANDER
) -> dict[Tilstand, int]:
    """Count every state, those with none too, in a stated order.

    One that is not expected is counted last, so that the counts add up to all there is.
    """
    antall = Counter(tilstander)
    return {
        tilstand: antall[tilstand]
        for tilstand in (*alle, *(ett for ett in Tilstand if antall[ett] and ett not in alle))
    }
