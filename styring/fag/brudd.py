"""What an entry in a form is judged by, and what a breach of a demand says."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from styring.fag.norsk import fold
from styring.modell.rapport import Melding

STATUSORD = {
    "i_rute": "i rute",
    "usikkert": "usikkert",
    "ikke_i_rute": "ikke i rute",
    "ikke_startet": "ikke startet",
    "i_gang": "i gang",
    "pa_vent": "på vent",
    "ferdig": "ferdig",
    "bortfalt": "bortfalt",
    "foreslatt_avsluttet": "foreslås avsluttet",
}


_ANDRE_ORD = {
    "ikke_startet": ("ikke påbegynt", "ikke begynt", "planlagt", "ny", "ikkje byrja"),
    "i_gang": ("påbegynt", "begynt", "startet", "igangsatt", "pågår", "under arbeid", "starta"),
    "pa_vent": ("utsatt", "venter", "stoppet", "satt på vent", "utsett", "ventar", "stoppa"),
    "ferdig": (
        *("fullført", "utført", "gjennomført", "avsluttet", "lukket", "levert"),
        *("avslutta", "lukka"),
    ),
    "bortfalt": ("utgår", "utgått", "ikke aktuelt", "avlyst", "går ut", "ikkje aktuelt"),
    "i_rute": ("grønn", "grønt", "som planlagt", "etter planen", "grøn"),
    "usikkert": ("gul", "gult", "usikker", "risiko for forsinkelse", "risiko for forseinking"),
    "ikke_i_rute": ("rød", "rødt", "forsinket", "ute av rute", "raud", "raudt", "forseinka"),
}
"""Words that others use for the same. They are never taken for it, only asked about."""


def ordet_for(skrevet: str, valg: Iterable[str]) -> str | None:
    """The code among some that somebody else's word probably stands for, or None."""
    sokt = fold(skrevet)
    return next((kode for kode in valg if sokt in map(fold, _ANDRE_ORD.get(kode, ()))), None)


class Sammenheng(NamedTuple):
    """One entry and what it must be judged by. ``dag`` is the day of the report; None in a draft.

    ``forrige`` is what was told last; ``lukket`` says that this closed the work. ``kjent`` is
    whether the record itself could be read: of one that could not, nothing is demanded that hangs
    on what it says.
    """

    melding: Melding
    slag: str
    maks: int
    dag: date | None = None
    frist: date | None = None
    lopende: bool = False
    arsslutt: bool = False
    forrige: Melding | None = None
    lukket: bool = False
    kjent: bool = True


class Brudd(NamedTuple):
    """One breach: the field, what a finding says, the cure, and what the director is told after «du
    har skrevet» or the like: there, what was typed is set apart (``fag.dekning``).
    """

    felt: str
    melding: str
    forslag: str
    til_leder: str
