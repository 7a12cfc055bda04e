"""What tells whether a goal is reached: indicators on the goals, and what was measured of them."""

from typing import Annotated, Literal

from styring.modell.belop import Tall
from styring.modell.form import (
    AARSTALL,
    ALLE,
    Aar,
    Antall,
    Bryter,
    Dag,
    Kode,
    Merkelapp,
    NokkelMonster,
    Prosa,
    Rekke,
    Slugg,
    Tittel,
    felt,
    post,
)

Retning = Literal["opp", "ned", "intervall"]
Frekvens = Literal["aarlig", "annethvert_aar", "hvert_tredje_aar", "hvert_fjerde_aar", "oftere"]


@post
class Nullpunkt:
    """Der indikatoren sto da målet ble satt."""

    aar: Aar = felt(ALLE, "Året tallet gjelder.")
    verdi: Tall = felt(ALLE, "Tallet.")


@post
class Indikator:
    """Noe som kan måles, og som sier om et mål nås."""

    kode: Slugg = felt(ALLE, "Stabil kode. Målingene viser til den.")
    navn: Tittel = felt(ALLE, "Hva som måles.")
    enhet: Merkelapp = felt(ALLE, "Måleenheten: prosent, antall, timer.")
    retning: Retning = felt(
        ALLE, "Om tallet skal opp eller ned, eller holde seg mellom nedre og øvre grense."
    )
    kilde: Merkelapp = felt(ALLE, "Hvor tallene kommer fra.")
    nullpunkt: Nullpunkt | None = felt(
        ALLE, "Der det sto da målet ble satt. Uten det kan ingen si om det har økt.", default=None
    )
    maaltall: Annotated[dict[str, Tall], NokkelMonster(AARSTALL)] | None = felt(
        ALLE, "År, og tallet det skal ha kommet til.", default=None
    )
    nedre: Tall | None = felt(ALLE, "Nedre grense, når retningen er intervall.", default=None)
    ovre: Tall | None = felt(ALLE, "Øvre grense, når retningen er intervall.", default=None)
    terskel: Tall | None = felt(
        ALLE,
        "Hvor langt fra måltallet det kan være og fortsatt være nær, i samme enhet.",
        default=None,
    )
    frekvens: Frekvens | None = felt(ALLE, "Hvor ofte det måles.", default=None)
    ansvarlig: Kode | None = felt(ALLE, "Enheten som henter tallet.", default=None)
    merknad: Prosa | None = felt(ALLE, "Hvordan det måles, og hva det ikke sier.", default=None)


@post
class Statusnotat:
    """En enhets ord om et mål gjennom året."""

    dato: Dag = felt(ALLE, "Dagen det ble skrevet.")
    enhet: Kode = felt(ALLE, "Enheten som skrev det.")
    tekst: Prosa = felt(ALLE, "Hva som er skjedd.")


@post
class Maaling:
    """Ett tall for én indikator."""

    indikator: Slugg = felt(ALLE, "Koden til indikatoren.")
    verdi: Tall = felt(ALLE, "Tallet.")
    maalt: Dag = felt(ALLE, "Dagen det ble målt, eller kom ut.")
    kilde: Merkelapp | None = felt(
        ALLE, "Hvor tallet er hentet. Tomt: indikatorens kilde.", default=None
    )
    tabell: Merkelapp | None = felt(ALLE, "Tabellen hos kilden.", default=None)
    lest: Dag | None = felt(ALLE, "Dagen tallet ble lest inn.", default=None)
    forelopig: Bryter = felt(ALLE, "Tallet er foreløpig.", default=False)
    brudd: Bryter = felt(
        ALLE, "Tallet kan ikke sammenlignes med dem før, for målingen er lagt om.", default=False
    )
    merknad: Prosa | None = felt(ALLE, "Det leseren må vite om tallet.", default=None)


@post
class Maalinger:
    """Målingene for ett år."""

    maalinger: Annotated[Rekke[Maaling], Antall(1)] = felt(ALLE, "Ett ledd for hvert tall.")
