"""The annual wheel: ``data/arshjul.yaml``. The key of an aktivitet is its id."""

from typing import Annotated, Literal

from styring.modell.form import (
    ALLE,
    MAANED_DAG,
    SLUGG,
    Aar,
    Antall,
    Dag,
    EttAv,
    Kode,
    Merkelapp,
    NokkelMonster,
    Omraade,
    Prosa,
    Rekke,
    Slugg,
    Tittel,
    felt,
    post,
)

RodDag = Literal["star", "neste_virkedag", "forrige_virkedag"]
Kategori = Literal[
    "virksomhetsstyring", "okonomi", "regnskap", "hms", "lonn", "beredskap", "demokrati"
]


@post
class HvertAar:
    """Samme dag hvert år, eller hvert n-te år."""

    hvert_ar: Annotated[str, MAANED_DAG] = felt(
        ALLE, "Måned og dag, for eksempel 02-22. 02-29 blir 28. februar i år uten skuddag."
    )
    hvert: Annotated[int, Omraade(1, 20)] = felt(
        ALLE, "Hvor mange år det er mellom hver gang.", default=1
    )
    fra: Aar | None = felt(ALLE, "Første år. Må være satt når det ikke er hvert år.", default=None)
    til: Aar | None = felt(ALLE, "Siste år. Tomt: gjelder fortsatt.", default=None)
    fastsatt: Rekke[Dag] = felt(
        ALLE, "Dagen som er fastsatt for et enkelt år; gjelder i stedet det året.", default=()
    )


@post
class EnDag:
    """Én bestemt dag."""

    dato: Dag = felt(ALLE, "Dagen.")


@post
class Gjentakelse:
    """Gjentas etter en regel i iCalendar-form (RFC 5545)."""

    rrule: Merkelapp = felt(
        ALLE,
        "Regelen, for eksempel FREQ=MONTHLY;BYMONTHDAY=5. En måned uten dagen (31) gir den siste"
        " dagen.",
    )
    fra: Dag = felt(ALLE, "Første dag regelen gjelder.")


@post
class Relativ:
    """Et antall dager, måneder eller år fra en annen aktivitet."""

    fra_aktivitet: Slugg = felt(ALLE, "Id-en til aktiviteten det regnes fra.")
    dager: Annotated[int, Omraade(-3660, 3660)] | None = felt(
        ALLE, "Antall dager. Minus er før.", default=None
    )
    maneder: Annotated[int, Omraade(-120, 120)] | None = felt(
        ALLE, "Antall måneder. Minus er før.", default=None
    )
    aar: Annotated[int, Omraade(-10, 10)] | None = felt(
        ALLE, "Antall år. Minus er før.", default=None
    )


Nar = Annotated[Literal["ikke_oppgitt"] | HvertAar | EnDag | Gjentakelse | Relativ, EttAv()]


@post
class Aktivitet:
    """En aktivitet, frist eller behandling i årshjulet."""

    tittel: Tittel = felt(ALLE, "Hva som skjer.")
    type: Literal["administrativ", "politisk"] = felt(
        ALLE, "Grønn boks (administrativ) eller rosa boks (politisk).", regel="ST501"
    )
    kategori: Kategori = felt(ALLE, "Området aktiviteten hører til.", regel="ST501")
    hjul: Annotated[Rekke[Literal["overordnet", "detaljert"]], Antall(1)] = felt(
        ALLE, "Hvilke årshjul den står i."
    )
    ansvarlig: Kode | None = felt(
        ALLE, "Enheten eller organet som har ansvaret. Tomt: ikke oppgitt.", default=None
    )
    nar: Nar = felt(ALLE, "Når det skjer.", regel="ST502")
    rod_dag: RodDag | None = felt(
        ALLE, "Hva som skjer når dagen faller på lørdag, søndag eller helligdag.", default=None
    )
    hjemmel: Prosa | None = felt(ALLE, "Lov og paragraf, eller «lokal rutine».", default=None)
    dekker: Rekke[Slugg] = felt(
        ALLE,
        "Kodene til de lovbestemte pliktene den dekker. Tomt: de som hjemmelen og tittelen sier.",
        default=(),
    )
    kilde: Prosa = felt(ALLE, "Hvor datoen eller plikten er hentet fra.")
    merknad: Prosa | None = felt(ALLE, "Det leseren må vite.", default=None)


@post
class Arshjul:
    """Årshjulet."""

    aktiviteter: Annotated[dict[str, Aktivitet], NokkelMonster(SLUGG)] = felt(
        ALLE, "Id og opplysninger for hver aktivitet."
    )
