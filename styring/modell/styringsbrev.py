"""The yearly letter itself: ``data/styringsbrev/<aar>.yaml``."""

from typing import Annotated

from styring.modell.form import (
    ALLE,
    KORT_AVTRYKK,
    LAAS_NOKKEL,
    LEDELSEN,
    Aar,
    Dag,
    Kode,
    Merkelapp,
    NokkelMonster,
    Omraade,
    Prosa,
    Rekke,
    Tittel,
    felt,
    post,
)

Laas = Annotated[dict[str, Annotated[str, KORT_AVTRYKK]], NokkelMonster(LAAS_NOKKEL)]
"""A short fingerprint of each record that a letter gave, so that one that is changed or gone is
seen.
"""


@post
class Tema:
    """Et sentralt tema i brevet."""

    tittel: Tittel = felt(ALLE, "Overskriften i brevet.")
    kapittel: Merkelapp | None = felt(ALLE, "Kapitlet temaet står i.", default=None)
    tekst: Prosa | None = felt(ALLE, "Brevets egne ord om temaet.", default=None)


@post
class Tillegg:
    """Et tillegg til brevet, gitt senere i året."""

    nr: Annotated[int, Omraade(1, 99)] = felt(ALLE, "Nummeret. Oppdragene viser til det.")
    dato: Dag = felt(ALLE, "Datoen tillegget er datert.")
    tittel: Tittel = felt(ALLE, "Tilleggets tittel.")
    laas: Laas | None = felt(
        LEDELSEN, "Avtrykk av oppdragene i tillegget. Lages av «styring brev laas».", default=None
    )


@post
class Styringsbrev:
    """Styringsbrevet for ett år."""

    aar: Aar = felt(ALLE, "Året brevet gjelder. Det samme som i filnavnet.")
    tittel: Tittel | None = felt(ALLE, "Brevets tittel.", default=None)
    dato: Dag | None = felt(ALLE, "Datoen brevet er datert.", default=None)
    forord: Prosa | None = felt(ALLE, "Kommunedirektørens forord.", default=None)
    forord_av: Merkelapp | None = felt(
        ALLE, "Rollen som har skrevet forordet, aldri et personnavn.", default=None
    )
    helhetlig_styring: Prosa | None = felt(
        ALLE, "Hva helhetlig styring betyr i kommunen.", default=None
    )
    formaal: Prosa | None = felt(ALLE, "Hva brevet skal bidra til.", default=None)
    oppfolging: Prosa | None = felt(ALLE, "Hvordan brevet følges opp.", default=None)
    hentet_fra: Prosa = felt(ALLE, "Hvor brevet sier at oppdragene er hentet fra.")
    rekkefolge: Rekke[Kode] = felt(
        ALLE, "Enhetene i den rekkefølgen oppdragstabellen har.", default=()
    )
    temaer: Rekke[Tema] = felt(ALLE, "Sentrale temaer, i brevets rekkefølge.", default=())
    tillegg: Rekke[Tillegg] = felt(ALLE, "Tillegg til brevet, eldste først.", default=())
    laas: Laas | None = felt(
        LEDELSEN,
        "Avtrykk av hvert oppdrag og mål brevet ga. Lages av «styring brev laas».",
        default=None,
    )
