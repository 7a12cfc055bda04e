"""What an entry in a form is judged by, and what a breach of a demand says."""

from datetime import date
from typing import NamedTuple

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
    har skrevet» or the like.
    """

    felt: str
    melding: str
    forslag: str
    til_leder: str
