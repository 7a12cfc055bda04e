"""Goals: one satsingsområde per file, ``data/maal/<navn>.yaml``."""

from typing import Annotated

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


@post
class Delmaal:
    """Et delmål under et hovedmål."""

    kode: Maalkode = felt(ALLE, "Stabil kode, for eksempel TF-1.2. Oppdrag viser til den.")
    tittel: Tittel = felt(ALLE, "Delmålet, ord for ord.")
    ansvar: Annotated[Rekke[Kode], Antall(1)] = felt(
        ALLE, "Enhetene som har ansvar.", regel="ST401"
    )
    baerekraftsmaal: Rekke[Annotated[int, Omraade(1, 17)]] = felt(
        ALLE, "FNs bærekraftsmål, 1 til 17.", default=()
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


@post
class Satsingsomraade:
    """Et satsingsområde fra kommuneplanens samfunnsdel."""

    kode: Maalkode = felt(ALLE, "Stabil kode, for eksempel TF.")
    nr: Annotated[int, Omraade(1, 99)] = felt(ALLE, "Plassen i kildens rekkefølge.")
    navn: Tittel = felt(ALLE, "Navnet på satsingsområdet.")
    hovedmaal: Annotated[Rekke[Hovedmaal], Antall(1)] = felt(
        ALLE, "Hovedmålene, i kildens rekkefølge."
    )
