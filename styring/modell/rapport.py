"""The forms of one period: ``data/rapporter/<aar>-<periode>/<ENHET>.yaml``, and
``kommunedirektor.yaml`` beside them.
"""

from typing import Annotated, Literal

from styring.modell.belop import Belop
from styring.modell.form import (
    ALLE,
    AVTRYKK,
    BUDSJETTKODE,
    LEDELSEN,
    MAALKODE,
    OPPDRAG_ID,
    VEDTAK_NOKKEL,
    Antall,
    Bryter,
    Dag,
    Kode,
    Merkelapp,
    NokkelMonster,
    Prosa,
    Rekke,
    Tidspunkt,
    felt,
    post,
)

Status = Literal["ikke_startet", "i_gang", "pa_vent", "ferdig", "bortfalt", "foreslatt_avsluttet"]
Framdrift = Literal["i_rute", "usikkert", "ikke_i_rute"]
Vurdering = Literal["riktig_vei", "uendret", "feil_vei", "nadd", "kan_ikke_vurderes"]


@post
class Tiltak:
    """Noe som gjøres for å komme i rute."""

    tekst: Prosa = felt(ALLE, "Hva som gjøres.")
    ansvarlig: Merkelapp | None = felt(ALLE, "Koden til en enhet, eller en rolle.", default=None)
    frist: Dag | None = felt(ALLE, "Siste dag.", default=None)


@post
class Melding:
    """Det en enhet melder om ett oppdrag, ett bidrag eller ett vedtak i én periode.

    Alt tomt: ikke rapportert.
    """

    status: Status | None = felt(
        ALLE,
        "Hvor arbeidet er. Et vedtak kan foreslås avsluttet, men bare organet avslutter det.",
        default=None,
    )
    framdrift: Framdrift | None = felt(
        ALLE,
        "Hvordan det går. Trengs ikke når det er ferdig, bortfalt eller foreslått avsluttet.",
        default=None,
    )
    kommentar: Prosa | None = felt(
        ALLE, "Hvor saken står, og når den forventes å bli ferdig. Kort og konsist.", default=None
    )
    forventet_ferdig: Tidspunkt | None = felt(
        ALLE,
        "Dag, måned, kvartal eller tertial; vises med den nøyaktigheten det er skrevet med.",
        default=None,
    )
    tiltak: Rekke[Tiltak] = felt(ALLE, "Hva som gjøres for å komme i rute.", default=())
    ingen_endring: Bryter = felt(ALLE, "Ingen endring siden sist, bekreftet.", default=False)
    begrunnelse: Prosa | None = felt(
        ALLE, "Hvorfor det er bortfalt, eller hvorfor det er tatt opp igjen.", default=None
    )
    arsslutt: Literal["viderefores", "avsluttes"] | None = felt(
        ALLE, "Hva som skjer med et løpende oppdrag ved årsslutt.", default=None
    )
    til_kommunedirektoren: Prosa | None = felt(
        LEDELSEN, "Det enheten trenger hjelp til. Bare for ledelsen.", default=None
    )
    meldt: Dag | None = felt(
        ALLE, "Dagen dette ble meldt, når det var før skjemaet ble levert.", default=None
    )
    frist: Dag | None = felt(
        ALLE,
        "Fristen da skjemaet ble laget. Fylles ut av styring, så en frist ikke kan flyttes i"
        " stillhet.",
        default=None,
    )


@post
class Maalord:
    """Det en enhet vil si om et mål den svarer for, ved årets slutt."""

    kommentar: Prosa | None = felt(ALLE, "Hva som er oppnådd, kort.", default=None)


@post
class Maalvurdering:
    """Årets vurdering av ett mål.

    Alt tomt: ikke vurdert.
    """

    vurdering: Vurdering | None = felt(
        ALLE, "Hvordan det gikk med målet i året, av alt som er kjent.", default=None
    )
    begrunnelse: Prosa | None = felt(
        ALLE, "Hva vurderingen bygger på. Kort og konkret.", default=None
    )


@post
class Enhetsrapport:
    """Skjemaet til én enhet for én periode."""

    levert: Dag | None = felt(
        ALLE, "Dagen enheten leverte. Tomt: utkast. Satt: alt skal være utfylt.", default=None
    )
    kvalitetssikret: Dag | None = felt(
        ALLE, "Dagen staben hadde kvalitetssikret skjemaet.", default=None
    )
    samlet_vurdering: Prosa | None = felt(ALLE, "Lederens egne ord om helheten.", default=None)
    oppdrag: Annotated[dict[str, Melding], NokkelMonster(OPPDRAG_ID)] | None = felt(
        ALLE, "Enhetens egne oppdrag.", default=None
    )
    bidrag: Annotated[dict[str, Melding], NokkelMonster(OPPDRAG_ID)] | None = felt(
        ALLE, "Andres oppdrag, der enheten har delansvar.", default=None
    )
    vedtak: Annotated[dict[str, Melding], NokkelMonster(VEDTAK_NOKKEL)] | None = felt(
        ALLE, "Vedtak enheten følger opp; ett punkt skrives 2022-KS-054/2.", default=None
    )
    maal: Annotated[dict[str, Maalord], NokkelMonster(MAALKODE)] | None = felt(
        ALLE, "Målene enheten svarer for. Frivillig, og bare ved årets slutt.", default=None
    )


@post
class Rettelse:
    """Noe som er rettet etter at rapporten var sendt ut, og godkjent på nytt."""

    dato: Dag = felt(ALLE, "Dagen det ble rettet.")
    tekst: Prosa = felt(ALLE, "Hva som er rettet, og hvorfor.")


@post
class Godkjenning:
    """Kommunedirektørens godkjenning av perioden."""

    dato: Dag = felt(ALLE, "Dagen perioden ble godkjent.")
    av: Merkelapp = felt(ALLE, "Rollen som godkjente, aldri et personnavn.")
    innhold: Annotated[str, AVTRYKK] | None = felt(
        LEDELSEN,
        "Avtrykk av det som ble godkjent. Lages av styring; endres noe etterpå, stemmer det ikke"
        " lenger.",
        default=None,
    )
    arkiv: Merkelapp | None = felt(
        ALLE, "Journalposten der den godkjente rapporten er arkivert.", default=None
    )


@post
class Behandling:
    """Et organs behandling av rapporten."""

    organ: Kode = felt(ALLE, "Organet som behandlet rapporten.")
    sak: Merkelapp = felt(ALLE, "Saksnummeret, for eksempel KS 40/23.")
    dato: Dag = felt(ALLE, "Dagen den ble behandlet.")


@post
class Budsjettforslag:
    """Et forslag til kommunestyret om å endre årsbudsjettet. Beløpene går opp i null."""

    type: Literal["drift", "investering"] = felt(
        ALLE, "Om forslaget gjelder drift eller investering.", default="drift"
    )
    tekst: Prosa = felt(ALLE, "Hva forslaget gjelder, og hvorfor.")
    belop: Annotated[dict[str, Belop], NokkelMonster(BUDSJETTKODE), Antall(2)] = felt(
        ALLE, "Kode for område, fond eller investering, og beløpet; inndekningen er minus."
    )


@post
class Samlerapport:
    """Kommunedirektørens ord for perioden, godkjenningen og den politiske behandlingen."""

    samlet_vurdering: Prosa | None = felt(
        ALLE, "Kommunedirektørens vurdering av helheten.", default=None
    )
    forslag_budsjettendring: Rekke[Budsjettforslag] = felt(
        ALLE, "Forslag om å endre årsbudsjettet.", default=()
    )
    maalvurderinger: Annotated[dict[str, Maalvurdering], NokkelMonster(MAALKODE)] | None = felt(
        ALLE, "Årets vurdering av hvert mål. Bare ved årets slutt.", default=None
    )
    godkjent: Godkjenning | None = felt(ALLE, "Godkjenningen. Tomt: ikke godkjent.", default=None)
    rettelser: Rekke[Rettelse] = felt(
        ALLE, "Det som er rettet etter utsendingen, eldste først.", default=()
    )
    utsendt: Dag | None = felt(
        ALLE,
        "Dagen rapporten ble sendt ut. Fra da er den offentlig. En planlagt dag hører hjemme i"
        " rutinen.",
        default=None,
    )
    behandlet: Rekke[Behandling] = felt(ALLE, "Hvor rapporten er behandlet.", default=())
