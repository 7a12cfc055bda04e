"""One politisk vedtak per file: ``data/vedtak/<aar>/<KODE>.yaml``.

How far it has come stands in the forms only.
"""

from typing import Annotated, Literal

from styring.modell.form import (
    ALLE,
    INTERNT,
    Dag,
    Kode,
    Merkelapp,
    Omraade,
    OppdragId,
    Prosa,
    Rekke,
    Tittel,
    VedtakId,
    felt,
    post,
)
from styring.modell.oppdrag import Fristendring, Offentlighet

Vedtakstype = Literal["vedtak", "budsjettsak", "verbalvedtak"]


@post
class Avslutning:
    """Organets eget vedtak om at saken er ferdig fulgt opp, eller at den er falt bort."""

    dato: Dag = felt(ALLE, "Dagen organet avsluttet vedtaket.")
    organ: Kode = felt(ALLE, "Organet som avsluttet det: det samme som gjorde vedtaket.")
    sak: Merkelapp = felt(ALLE, "Saksnummeret vedtaket ble avsluttet i, for eksempel KS 40/23.")
    utfall: Literal["gjennomfort", "bortfalt"] = felt(
        ALLE, "Om vedtaket er gjennomført eller falt bort."
    )
    merknad: Prosa | None = felt(ALLE, "Det leseren må vite om avslutningen.", default=None)


@post
class Punkt:
    """Ett punkt i vedtaket. Har det egen ansvarlig, rapporteres det for seg."""

    nr: Annotated[int, Omraade(1, 99)] = felt(ALLE, "Nummer innenfor vedtaket.")
    tekst: Prosa = felt(ALLE, "Punktet, ord for ord.")
    ansvarlig: Kode | None = felt(
        ALLE, "Enheten som følger opp punktet. Tomt: den ansvarlige for vedtaket.", default=None
    )
    frist: Dag | None = felt(ALLE, "Siste dag. Tomt: ikke oppgitt.", default=None)
    fristendringer: Rekke[Fristendring] = felt(
        ALLE, "Hver gang punktets egen frist er endret, eldste først.", default=()
    )
    svares_i: Prosa | None = felt(
        ALLE, "Hvor svaret kommer, for eksempel en sak eller et budsjett.", default=None
    )
    avsluttet: Avslutning | None = felt(
        ALLE, "Når organet avsluttet punktet. Tomt: åpent.", default=None
    )


@post
class Dokumentasjon:
    """Noe som viser hva som er gjort."""

    tittel: Tittel = felt(ALLE, "Hva det er.")
    henvisning: Merkelapp | None = felt(
        ALLE, "Saksnummer, arkivsaksnummer eller et annet sted å lete.", default=None
    )
    dato: Dag | None = felt(ALLE, "Datoen på dokumentet.", default=None)
    punkt: Annotated[int, Omraade(1, 99)] | None = felt(
        ALLE, "Nummeret på punktet det gjelder. Tomt: hele vedtaket.", default=None
    )


@post
class Vedtak:
    """Et politisk vedtak, en budsjettsak eller et verbalvedtak i en budsjettsak."""

    tittel: Tittel = felt(ALLE, "Sakens tittel, eller hva verbalvedtaket handler om.")
    type: Vedtakstype = felt(ALLE, "Hva slags vedtak det er.")
    organ: Kode = felt(ALLE, "Organet som gjorde vedtaket.")
    sak: Merkelapp = felt(
        ALLE,
        "Saksnummeret slik det er skrevet, for eksempel KS 54/22. For et verbalvedtak:"
        " budsjettsakens nummer.",
    )
    dato: Dag = felt(ALLE, "Dagen vedtaket ble gjort.")
    fremmet_av: Merkelapp | None = felt(
        ALLE, "Partiet eller partiene som fremmet det. Tomt: ikke oppgitt.", default=None
    )
    ansvarlig: Kode = felt(ALLE, "Enheten som følger opp vedtaket. Nøyaktig én.", regel="ST301")
    delansvar: Rekke[Kode] = felt(ALLE, "Enheter som bidrar.", default=())
    tekst: Prosa | None = felt(ALLE, "Vedtaket, ord for ord.", default=None)
    punkter: Rekke[Punkt] = felt(ALLE, "Punktene i vedtaket.", default=())
    frist: Dag | None = felt(
        ALLE, "Siste dag. Tomt: ikke oppgitt; vedtaket er da aldri forfalt.", default=None
    )
    fristendringer: Rekke[Fristendring] = felt(
        ALLE, "Hver gang fristen er endret, eldste først.", default=()
    )
    svares_i: Prosa | None = felt(
        ALLE,
        "Hvor svaret kommer, for eksempel en sak eller et budsjett. Tomt: ikke oppgitt.",
        default=None,
    )
    antall_verbalvedtak: Annotated[int, Omraade(0, 500)] | None = felt(
        ALLE, "Hvor mange verbalvedtak budsjettsaken har. Tomt: ikke oppgitt.", default=None
    )
    forelder: VedtakId | None = felt(ALLE, "Budsjettsaken et verbalvedtak hører til.", default=None)
    punkt: Annotated[int, Omraade(1, 999)] | None = felt(
        ALLE, "Nummeret verbalvedtaket har i budsjettsaken.", default=None
    )
    oppdrag: Rekke[OppdragId] = felt(ALLE, "Oppdrag som følger opp vedtaket.", default=())
    dokumentasjon: Rekke[Dokumentasjon] = felt(ALLE, "Det som viser hva som er gjort.", default=())
    avsluttet: Avslutning | None = felt(
        ALLE, "Når organet avsluttet vedtaket. Tomt: åpent.", default=None
    )
    tidligere_id: VedtakId | None = felt(
        ALLE, "Id-en vedtaket hadde før filen fikk et nytt navn.", default=None
    )
    offentlighet: Offentlighet = felt(ALLE, "Hvem som kan lese vedtaket.", default="offentlig")
    unntakshjemmel: Prosa | None = felt(
        INTERNT, "Hjemmelen for unntak, når vedtaket er unntatt.", default=None
    )
