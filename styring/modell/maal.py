"""Goals: one satsingsområde per file, ``data/maal/<navn>.yaml``."""

from typing import Annotated

from styring.modell.fnmaal import FnMaal
from styring.modell.form import (
    ALLE,
    Antall,
    Kode,
    Maalkode,
    Omraade,
    Prosa,
    Rekke,
    Tittel,
    felt,
    post,
)
from styring.modell.indikator import Indikator, Statusnotat


@post
class Delmaal:
    """Et delmål under et hovedmål."""

    kode: Maalkode = felt(ALLE, "Stabil kode, for eksempel TF-1.2. Oppdrag viser til den.")
    tittel: Tittel = felt(ALLE, "Delmålet, ord for ord.")
    ansvar: Annotated[Rekke[Kode], Antall(1)] = felt(
        ALLE, "Enhetene som har ansvar.", regel="ST401"
    )
    baerekraftsmaal: Rekke[FnMaal] = felt(
        ALLE, "FNs bærekraftsmål, 1 til 17, eller delmål: 4.7.", default=()
    )
    indikatorer: Rekke[Indikator] = felt(ALLE, "Det som måles for målet.", default=())
    statusnotater: Rekke[Statusnotat] = felt(
        ALLE, "Enhetenes ord gjennom året, eldste først.", default=()
    )
    merknad: Prosa | None = felt(ALLE, "Det leseren må vite om kilden.", default=None)


@post
class Hovedmaal:
    """Et hovedmål med sine delmål."""

    kode: Maalkode = felt(ALLE, "Stabil kode, for eksempel TF-1.")
    tittel: Tittel = felt(ALLE, "Hovedmålet, ord for ord.")
    delmaal: Rekke[Delmaal] = felt(
        ALLE, "Delmålene, i kildens rekkefølge. Tomt: hovedmålet er ikke delt opp.", default=()
    )
    indikatorer: Rekke[Indikator] = felt(
        ALLE, "Det som måles, når hovedmålet ikke er delt opp.", default=()
    )
    statusnotater: Rekke[Statusnotat] = felt(
        ALLE, "Enhetenes ord gjennom året, når hovedmålet ikke er delt opp.", default=()
    )


@post
class Satsingsomraade:
    """Et satsingsområde fra kommuneplanens samfunnsdel."""

    kode: Maalkode = felt(ALLE, "Stabil kode, for eksempel TF.")
    nr: Annotated[int, Omraade(1, 99)] = felt(ALLE, "Plassen i kildens rekkefølge.")
    navn: Tittel = felt(ALLE, "Navnet på satsingsområdet.")
    hovedmaal: Annotated[Rekke[Hovedmaal], Antall(1)] = felt(
        ALLE, "Hovedmålene, i kildens rekkefølge."
    )
