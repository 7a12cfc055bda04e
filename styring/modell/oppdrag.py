"""One oppdrag per file: ``data/oppdrag/<aar>/<KODE>.yaml``. The id is the path: ``2023-OUS-01``."""

from typing import Annotated, Literal

from styring.modell.fnmaal import FnMaal
from styring.modell.form import (
    ALLE,
    INTERNT,
    Dag,
    Kode,
    Maalkode,
    Merkelapp,
    Omraade,
    OppdragId,
    Prosa,
    Rekke,
    Tittel,
    felt,
    post,
)

Art = Literal["leveranse", "oppstart", "lopende"]
Offentlighet = Literal["offentlig", "intern", "unntatt"]


@post
class Fristendring:
    """En endret frist, med grunn."""

    dato: Dag = felt(ALLE, "Dagen fristen ble endret.")
    fra: Dag | None = felt(ALLE, "Fristen før. Tomt: ingen frist var oppgitt.", default=None)
    til: Dag = felt(ALLE, "Fristen etter.")
    begrunnelse: Prosa = felt(ALLE, "Hvorfor fristen ble endret.")
    godkjent_av: Merkelapp | None = felt(
        ALLE, "Rollen som godkjente. Tomt: ikke godkjent.", default=None
    )


@post
class Ansvarsendring:
    """En annen enhet har overtatt ansvaret, med grunn."""

    dato: Dag = felt(ALLE, "Dagen ansvaret ble flyttet.")
    fra: Kode = felt(ALLE, "Enheten som hadde ansvaret.")
    til: Kode = felt(ALLE, "Enheten som overtok.")
    begrunnelse: Prosa = felt(ALLE, "Hvorfor ansvaret ble flyttet.")
    godkjent_av: Merkelapp | None = felt(
        ALLE, "Rollen som godkjente. Tomt: ikke godkjent.", default=None
    )


@post
class Videredelegering:
    """Ett ledd i delegeringen. Den ansvarlige svarer for oppdraget også etterpå."""

    dato: Dag = felt(ALLE, "Dagen ansvaret for oppfølging ble delegert videre.")
    til: Merkelapp = felt(ALLE, "Koden til en enhet, eller en rolle.")


@post
class Oppgave:
    """En oppgave som oppdraget er brutt ned i."""

    nr: Annotated[int, Omraade(1, 999)] = felt(ALLE, "Nummer innenfor oppdraget.")
    tittel: Tittel = felt(ALLE, "Hva som skal gjøres.")
    ansvarlig: Merkelapp = felt(ALLE, "Koden til en enhet, eller en rolle.", regel="ST304")
    frist: Dag | None = felt(ALLE, "Siste dag. Senest oppdragets frist.", default=None)
    ferdig: Dag | None = felt(ALLE, "Dagen oppgaven ble ferdig.", default=None)


@post
class Oppdragskrav:
    """Et krav i oppdraget som det rapporteres på, en eller flere ganger i året."""

    nr: Annotated[int, Omraade(1, 99)] = felt(ALLE, "Nummer innenfor oppdraget.")
    tekst: Prosa = felt(ALLE, "Kravet, ord for ord.")
    maaltall: Merkelapp | None = felt(
        ALLE, "Det som skal nås, slik det er skrevet: «minst 90 prosent».", default=None
    )
    rapporteres: Rekke[Dag] = felt(ALLE, "Dagene det skal rapporteres.", default=())


@post
class Oppdrag:
    """Ett oppdrag fra styringsbrevet."""

    tittel: Tittel = felt(ALLE, "Oppdraget, ord for ord.")
    tekst: Prosa | None = felt(
        ALLE,
        "Resten av oppdraget, når det er på flere setninger. Avsnitt og kulepunkter beholdes.",
        default=None,
    )
    ansvarlig: Kode = felt(
        ALLE, "Enheten som samordner og svarer for oppdraget. Nøyaktig én.", regel="ST301"
    )
    delansvar: Rekke[Kode] = felt(ALLE, "Enheter som bidrar.", default=())
    gitt: Dag | None = felt(
        ALLE, "Dagen oppdraget ble gitt, når det var etter styringsbrevet.", default=None
    )
    tillegg: Annotated[int, Omraade(1, 99)] | None = felt(
        ALLE, "Nummeret på tillegget til brevet som ga oppdraget.", default=None
    )
    art: Art | None = felt(ALLE, "Hva slags oppdrag det er. Tomt: ikke oppgitt.", default=None)
    ferdig_nar: Prosa | None = felt(
        ALLE, "Hva som skal til for at oppdraget er ferdig.", default=None
    )
    frist: Dag | None = felt(
        ALLE, "Siste dag. Tomt: frist ikke oppgitt; oppdraget er da aldri forfalt.", default=None
    )
    hentet_fra: Prosa | None = felt(
        ALLE, "Hvor oppdraget er hentet fra. Tomt: det brevet sier.", default=None
    )
    delmaal: Rekke[Maalkode] = felt(ALLE, "Kodene til delmålene oppdraget støtter.", default=())
    baerekraftsmaal: Rekke[FnMaal] = felt(
        ALLE, "FNs bærekraftsmål, 1 til 17, eller delmål: 4.7.", default=()
    )
    krav: Rekke[Oppdragskrav] = felt(
        ALLE, "Krav det rapporteres på, hvert med sine dager.", default=()
    )
    avgrensning: Prosa | None = felt(ALLE, "Hva oppdraget ikke omfatter.", default=None)
    fristendringer: Rekke[Fristendring] = felt(
        ALLE, "Hver gang fristen er endret, eldste først.", default=()
    )
    ansvarsendringer: Rekke[Ansvarsendring] = felt(
        ALLE, "Hver gang en annen enhet har overtatt ansvaret, eldste først.", default=()
    )
    videredelegert: Rekke[Videredelegering] = felt(
        ALLE, "Leddene i delegeringen, eldste først.", default=()
    )
    oppgaver: Rekke[Oppgave] = felt(ALLE, "Oppgavene oppdraget er brutt ned i.", default=())
    viderefort_fra: OppdragId | None = felt(
        ALLE, "Oppdraget året før som dette fører videre.", default=None
    )
    tidligere_id: OppdragId | None = felt(
        ALLE, "Id-en oppdraget hadde før filen fikk et nytt navn.", default=None
    )
    offentlighet: Offentlighet = felt(ALLE, "Hvem som kan lese oppdraget.", default="offentlig")
    unntakshjemmel: Prosa | None = felt(
        INTERNT, "Hjemmelen for unntak, når oppdraget er unntatt.", default=None
    )
