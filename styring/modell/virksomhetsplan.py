"""A unit's own part of its plan for a year: ``data/virksomhetsplan/<aar>/<ENHET>.yaml``.

The rest of the plan is the oppdrag, goals, vedtak and days that stand elsewhere.
"""

from typing import Annotated, Literal

from styring.modell.form import (
    ALLE,
    INTERNT,
    Dag,
    Maalkode,
    Merkelapp,
    Omraade,
    OppdragId,
    Prosa,
    Rekke,
    felt,
    post,
)

Planomraade = Literal[
    "kompetanse", "ledelse", "medarbeiderskap", "organisasjonskultur", "tjeneste", "okonomi"
]
_Nr = Annotated[int, Omraade(1, 99)]


@post
class Prioritering:
    """Noe enheten vil få til, på kort eller lang sikt."""

    nr: _Nr = felt(ALLE, "Nummer innenfor planen.")
    tekst: Prosa = felt(ALLE, "Hva enheten vil få til.")
    omraade: Planomraade = felt(
        ALLE,
        "Hva det gjelder: et område i HR-strategien (kompetanse, ledelse, medarbeiderskap eller"
        " organisasjonskultur), tjenesten eller økonomien.",
    )
    sikt: Literal["kort", "lang"] = felt(ALLE, "Kort sikt er i år, lang sikt senere.")
    delmaal: Rekke[Maalkode] = felt(ALLE, "Kodene til delmålene det støtter.", default=())
    oppdrag: Rekke[OppdragId] = felt(ALLE, "Oppdragene det hører til.", default=())
    ansvarlig: Merkelapp | None = felt(
        ALLE, "Koden til en enhet, eller en rolle. Tomt: enheten selv.", default=None
    )
    frist: Dag | None = felt(ALLE, "Siste dag. Tomt: ikke oppgitt.", default=None)
    ferdig: Dag | None = felt(ALLE, "Dagen det ble gjort.", default=None)


@post
class Plantiltak:
    """Et tiltak enheten selv har satt seg fore."""

    nr: _Nr = felt(ALLE, "Nummer innenfor planen.")
    tekst: Prosa = felt(ALLE, "Hva som skal gjøres.")
    delmaal: Rekke[Maalkode] = felt(ALLE, "Kodene til delmålene det støtter.", default=())
    oppdrag: Rekke[OppdragId] = felt(ALLE, "Oppdragene det hører til.", default=())
    ansvarlig: Merkelapp | None = felt(
        ALLE, "Koden til en enhet, eller en rolle. Tomt: enheten selv.", default=None
    )
    frist: Dag | None = felt(ALLE, "Siste dag. Tomt: ikke oppgitt.", default=None)
    ferdig: Dag | None = felt(ALLE, "Dagen det ble gjort.", default=None)


@post
class Planrisiko:
    """Noe som kan gjøre at planen ikke holder, og hva som gjøres med det."""

    tekst: Prosa = felt(INTERNT, "Hva som kan gå galt.")
    tiltak: Prosa | None = felt(INTERNT, "Hva som gjøres med det.", default=None)


@post
class Plangodkjenning:
    """At planen er godkjent."""

    dato: Dag = felt(ALLE, "Dagen planen ble godkjent.")
    av: Merkelapp = felt(ALLE, "Rollen som godkjente den.")


@post
class Virksomhetsplan:
    """Enhetens egen del av virksomhetsplanen for ett år."""

    innledning: Prosa | None = felt(ALLE, "Det enheten selv sier først.", default=None)
    prioriteringer: Rekke[Prioritering] = felt(
        ALLE, "Det enheten vil få til, på kort og lang sikt.", default=()
    )
    tiltak: Rekke[Plantiltak] = felt(ALLE, "Egne tiltak, utenom oppdragene.", default=())
    risiko: Rekke[Planrisiko] = felt(INTERNT, "Det som kan gjøre at det ikke går.", default=())
    godkjent: Plangodkjenning | None = felt(
        ALLE, "Når planen ble godkjent. Tomt: et utkast.", default=None
    )
