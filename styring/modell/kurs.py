"""How many have completed a course: ``data/kurs/<aar>.yaml``. Shares of a unit, never persons."""

from typing import Annotated

from styring.modell.form import (
    INTERNT,
    Antall,
    Dag,
    Kode,
    Merkelapp,
    Omraade,
    Rekke,
    Tittel,
    felt,
    post,
)
from styring.modell.fravaer import Prosent


@post
class Kursandel:
    """Hvor stor del av de ansatte i én enhet som har fullført et kurs."""

    kurs: Tittel = felt(INTERNT, "Navnet på kurset.")
    enhet: Kode = felt(INTERNT, "Enheten det gjelder.")
    ansatte: Annotated[int, Omraade(1, 100_000)] = felt(INTERNT, "Hvor mange som skulle ta kurset.")
    andel: Prosent | None = felt(
        INTERNT,
        "Hvor mange prosent som har fullført. Tomt: gruppen er så liten at det ikke vises, eller"
        " det er ikke målt.",
        default=None,
    )
    dato: Dag = felt(INTERNT, "Dagen tallet gjelder.")
    kilde: Merkelapp = felt(INTERNT, "Hvor tallet er hentet fra.")


@post
class Kurs:
    """Fullførte kurs i ett år, enhet for enhet."""

    andeler: Annotated[Rekke[Kursandel], Antall(1)] = felt(
        INTERNT, "Ett tall for hver enhet, hvert kurs og hver dag det er målt."
    )
