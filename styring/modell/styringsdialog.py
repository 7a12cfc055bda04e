"""One styringsdialog per file: ``data/styringsdialog/<aar>/<ENHET>-<nr>.yaml``.

Only for the leadership, all of it.
"""

from typing import Annotated

from styring.modell.form import LEDELSEN, Antall, Dag, Merkelapp, Omraade, Prosa, Rekke, felt, post


@post
class Avtale:
    """Noe som ble avtalt i dialogen."""

    nr: Annotated[int, Omraade(1, 99)] = felt(LEDELSEN, "Nummer innenfor dialogen.")
    tekst: Prosa = felt(LEDELSEN, "Hva som ble avtalt.")
    ansvarlig: Merkelapp | None = felt(
        LEDELSEN, "Koden til en enhet, eller en rolle. Tomt: enheten dialogen er med.", default=None
    )
    frist: Dag | None = felt(
        LEDELSEN,
        "Siste dag. Står i «styring frister» til det er ferdig. Tomt: ingen frist.",
        default=None,
    )
    ferdig: Dag | None = felt(LEDELSEN, "Dagen det ble gjort.", default=None)


@post
class Styringsdialog:
    """Det kommunedirektøren og én enhet ble enige om i en styringsdialog."""

    dato: Dag = felt(LEDELSEN, "Dagen dialogen var.")
    tema: Prosa | None = felt(LEDELSEN, "Det det ble snakket om.", default=None)
    avtalt: Annotated[Rekke[Avtale], Antall(1)] = felt(LEDELSEN, "Det som ble avtalt.")
    neste: Dag | None = felt(LEDELSEN, "Dagen for neste dialog.", default=None)
