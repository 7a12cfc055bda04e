"""One oppdrag per file: ``data/oppdrag/<aar>/<KODE>.yaml``. The id is the path: ``2023-OUS-01``."""

from datetime import date
from typing import Annotated, Literal

from styring.modell.form import Kode, Leser, Maalkode, Merkelapp, Omraade, OppdragId, Prosa, Tittel, felt, post

Offentlighet = Literal["offentlig", "intern", "unntatt"]


@post
class Fristendring:
    """En endret frist, med grunn."""

    dato: date = felt("Dagen fristen ble endret.")
    fra: date | None = felt("Fristen før. Tomt: ingen frist var oppgitt.", default=None)
    til: date = felt("Fristen etter.")
    begrunnelse: Prosa = felt("Hvorfor fristen ble endret.")
    godkjent_av: Merkelapp | None = felt("Rollen som godkjente. Tomt: ikke godkjent.", default=None)


@post
class Videredelegering:
    """Ett ledd i delegeringen. Den ansvarlige svarer for oppdraget også etterpå."""

    dato: date = felt("Dagen ansvaret for oppfølging ble delegert videre.")
    til: Merkelapp = felt("Koden til en enhet, eller en rolle.")


@post
class Oppgave:
    """En oppgave som oppdraget er brutt ned i."""

    nr: Annotated[int, Omraade(1, 999)] = felt("Nummer innenfor oppdraget.")
    tittel: Tittel = felt("Hva som skal gjøres.")
    ansvarlig: Merkelapp = felt("Koden til en enhet, eller en rolle.", regel="ST304")
    frist: date | None = felt("Siste dag. Senest oppdragets frist.", default=None)
    ferdig: date | None = felt("Dagen oppgaven ble ferdig.", default=None)


@post
class Oppdrag:
    """Ett oppdrag fra styringsbrevet."""

    tittel: Tittel = felt("Oppdraget, ord for ord.")
    ansvarlig: Kode = felt("Enheten som samordner og svarer for oppdraget. Nøyaktig én.", regel="ST301")
    delansvar: tuple[Kode, ...] = felt("Enheter som bidrar.", default=())
    gitt: date | None = felt("Dagen oppdraget ble gitt, når det var etter styringsbrevet.", default=None)
    art: Literal["leveranse", "oppstart", "lopende"] | None = felt("Hva slags oppdrag det er. Tomt: ikke oppgitt.", default=None)
    ferdig_nar: Prosa | None = felt("Hva som skal til for at oppdraget er ferdig.", default=None)
    frist: date | None = felt("Siste dag. Tomt: frist ikke oppgitt; oppdraget er da aldri forfalt.", default=None)
    hentet_fra: Prosa | None = felt("Hvor oppdraget er hentet fra. Tomt: det brevet sier.", default=None)
    delmaal: tuple[Maalkode, ...] = felt("Kodene til delmålene oppdraget støtter.", default=())
    baerekraftsmaal: tuple[Annotated[int, Omraade(1, 17)], ...] = felt("FNs bærekraftsmål, 1 til 17.", default=())
    avgrensning: Prosa | None = felt("Hva oppdraget ikke omfatter.", default=None)
    fristendringer: tuple[Fristendring, ...] = felt("Hver gang fristen er endret, eldste først.", default=())
    videredelegert: tuple[Videredelegering, ...] = felt("Leddene i delegeringen, eldste først.", default=())
    oppgaver: tuple[Oppgave, ...] = felt("Oppgavene oppdraget er brutt ned i.", default=())
    viderefort_fra: OppdragId | None = felt("Oppdraget året før som dette fører videre.", default=None)
    offentlighet: Offentlighet = felt("Hvem som kan lese oppdraget.", default="offentlig")
    unntakshjemmel: Prosa | None = felt("Hjemmelen for unntak, når oppdraget er unntatt.", default=None, leser=Leser.INTERN)
