"""What has been agreed in styringsdialoger: each point, with whom, and whether it is done."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from styring.modell.styringsdialog import Avtale
from styring.register.avledet import dialogens_enhet
from styring.register.register import Register


class Avtalt(NamedTuple):
    """One point.

    ``id`` is that of the dialog and the point's number; ``enhet`` is the unit the dialog was with,
    ``ansvarlig`` who does it.
    """

    id: str
    dato: date
    enhet: str
    ansvarlig: str
    avtale: Avtale
    ferdig: bool


def avtaler(register: Register, dato: date) -> Iterator[Avtalt]:
    """Give every point of the dialogs that had been held by a day, oldest first."""
    for id_, post in register.styringsdialoger.items():
        if post.verdi.dato <= dato:
            enhet = dialogens_enhet(id_)
            for avtale in post.verdi.avtalt:
                ferdig = avtale.ferdig is not None and avtale.ferdig <= dato
                yield Avtalt(
                    f"{id_}/{avtale.nr}",
                    post.verdi.dato,
                    enhet,
                    avtale.ansvarlig or enhet,
                    avtale,
                    ferdig,
                )
