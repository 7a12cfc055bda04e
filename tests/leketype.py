"""A record type that styring does not have: all that is written to add one, but for its line in the
list of types.
"""

from styring.modell.form import ALLE, LEDELSEN, Dag, Kode, Prosa, Rekke, Tittel, felt, post
from styring.modell.oppdrag import Offentlighet


@post
class Ovelse:
    """En øvelse i en plan."""

    dag: Dag = felt(ALLE, "Dagen øvelsen var.")
    laerdom: Prosa | None = felt(LEDELSEN, "Hva som gikk galt.", default=None)


@post
class Lekeplan:
    """En plan."""

    navn: Tittel = felt(ALLE, "Navnet på planen.")
    eier: Kode = felt(ALLE, "Enheten som eier den.")
    sarbarheter: Prosa | None = felt(LEDELSEN, "Hva som kan gå galt.", default=None)
    ovelser: Rekke[Ovelse] = felt(ALLE, "Øvelsene.", default=())
    offentlighet: Offentlighet = felt(ALLE, "Hvem som kan lese planen.", default="offentlig")
