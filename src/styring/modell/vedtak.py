"""One politisk vedtak per file: ``data/vedtak/<aar>/<KODE>.yaml``. How far it has come stands in the forms only."""

from datetime import date
from typing import Annotated, Literal

from styring.modell.form import Kode, Leser, Merkelapp, Omraade, OppdragId, Prosa, Tittel, VedtakId, felt, post
from styring.modell.oppdrag import Fristendring, Offentlighet


@post
class Avslutning:
    """Organets eget vedtak om at saken er ferdig fulgt opp, eller at den er falt bort."""

    dato: date = felt("Dagen organet avsluttet vedtaket.")
    organ: Kode = felt("Organet som avsluttet det: det samme som gjorde vedtaket.")
    sak: Merkelapp = felt("Saksnummeret vedtaket ble avsluttet i, for eksempel KS 40/23.")
    utfall: Literal["gjennomfort", "bortfalt"] = felt("Om vedtaket er gjennomført eller falt bort.")
    merknad: Prosa | None = felt("Det leseren må vite om avslutningen.", default=None)


@post
class Punkt:
    """Ett punkt i vedtaket. Har det egen ansvarlig, rapporteres det for seg."""

    nr: Annotated[int, Omraade(1, 99)] = felt("Nummer innenfor vedtaket.")
    tekst: Prosa = felt("Punktet, ord for ord.")
    ansvarlig: Kode | None = felt("Enheten som følger opp punktet. Tomt: den ansvarlige for vedtaket.", default=None)
    frist: date | None = felt("Siste dag. Tomt: ikke oppgitt.", default=None)
    fristendringer: tuple[Fristendring, ...] = felt("Hver gang punktets egen frist er endret, eldste først.", default=())
    svares_i: Prosa | None = felt("Hvor svaret kommer, for eksempel en sak eller et budsjett.", default=None)
    avsluttet: Avslutning | None = felt("Når organet avsluttet punktet. Tomt: åpent.", default=None)


@post
class Dokumentasjon:
    """Noe som viser hva som er gjort."""

    tittel: Tittel = felt("Hva det er.")
    henvisning: Merkelapp | None = felt("Saksnummer, arkivsaksnummer eller et annet sted å lete.", default=None)
    dato: date | None = felt("Datoen på dokumentet.", default=None)


@post
class Vedtak:
    """Et politisk vedtak, en budsjettsak eller et verbalvedtak i en budsjettsak."""

    tittel: Tittel = felt("Sakens tittel, eller hva verbalvedtaket handler om.")
    type: Literal["vedtak", "budsjettsak", "verbalvedtak"] = felt("Hva slags vedtak det er.")
    organ: Kode = felt("Organet som gjorde vedtaket.")
    sak: Merkelapp = felt("Saksnummeret slik det er skrevet, for eksempel KS 54/22. For et verbalvedtak: budsjettsakens nummer.")
    dato: date = felt("Dagen vedtaket ble gjort.")
    ansvarlig: Kode = felt("Enheten som følger opp vedtaket. Nøyaktig én.", regel="ST301")
    delansvar: tuple[Kode, ...] = felt("Enheter som bidrar.", default=())
    tekst: Prosa | None = felt("Vedtaket, ord for ord.", default=None)
    punkter: tuple[Punkt, ...] = felt("Punktene i vedtaket.", default=())
    frist: date | None = felt("Siste dag. Tomt: ikke oppgitt; vedtaket er da aldri forfalt.", default=None)
    fristendringer: tuple[Fristendring, ...] = felt("Hver gang fristen er endret, eldste først.", default=())
    svares_i: Prosa | None = felt("Hvor svaret kommer, for eksempel en sak eller et budsjett. Tomt: ikke oppgitt.", default=None)
    forelder: VedtakId | None = felt("Budsjettsaken et verbalvedtak hører til.", default=None)
    punkt: Annotated[int, Omraade(1, 999)] | None = felt("Nummeret verbalvedtaket har i budsjettsaken.", default=None)
    oppdrag: tuple[OppdragId, ...] = felt("Oppdrag som følger opp vedtaket.", default=())
    dokumentasjon: tuple[Dokumentasjon, ...] = felt("Det som viser hva som er gjort.", default=())
    avsluttet: Avslutning | None = felt("Når organet avsluttet vedtaket. Tomt: åpent.", default=None)
    offentlighet: Offentlighet = felt("Hvem som kan lese vedtaket.", default="offentlig")
    unntakshjemmel: Prosa | None = felt("Hjemmelen for unntak, når vedtaket er unntatt.", default=None, leser=Leser.INTERN)
