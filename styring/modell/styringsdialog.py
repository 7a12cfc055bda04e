"""One styringsdialog per file: ``data/styringsdialog/<aar>/<ENHET>-<nr>.yaml``. Only for the leadership, all of it."""

from datetime import date
from typing import Annotated

from styring.modell.form import LEDELSEN, Antall, Merkelapp, Omraade, Prosa, felt, post


@post
class Avtale:
    """Noe som ble avtalt i dialogen."""

    nr: Annotated[int, Omraade(1, 99)] = felt(LEDELSEN, "Nummer innenfor dialogen.")
    tekst: Prosa = felt(LEDELSEN, "Hva som ble avtalt.")
    ansvarlig: Merkelapp | None = felt(LEDELSEN, "Koden til en enhet, eller en rolle. Tomt: enheten dialogen er med.", default=None)
    frist: date | None = felt(LEDELSEN, "Siste dag. Står i «styring frister» til det er ferdig. Tomt: ingen frist.", default=None)
    ferdig: date | None = felt(LEDELSEN, "Dagen det ble gjort.", default=None)


@post
class Styringsdialog:
    """Det kommunedirektøren og én enhet ble enige om i en styringsdialog."""

    dato: date = felt(LEDELSEN, "Dagen dialogen var.")
    tema: Prosa | None = felt(LEDELSEN, "Det det ble snakket om.", default=None)
    avtalt: Annotated[tuple[Avtale, ...], Antall(1)] = felt(LEDELSEN, "Det som ble avtalt.")
    neste: date | None = felt(LEDELSEN, "Dagen for neste dialog.", default=None)
