"""Economy: the year's budget and measures, what the ledger says each month, and the leaders' words.

Amounts of an area are net: utgift less inntekt, so an area with more income than costs is negative.
What can be computed (avvik, revised budget, sums) is never stored.
"""

from typing import Annotated, Literal

from styring.modell.belop import Belop
from styring.modell.form import (
    ALLE,
    BUDSJETTKODE,
    INTERNT,
    Antall,
    Bryter,
    Budsjettkode,
    Dag,
    Kode,
    Merkelapp,
    Monster,
    NokkelMonster,
    Prosa,
    Rekke,
    Tidspunkt,
    Tittel,
    felt,
    post,
)

TILTAK_ID = Monster(
    r"[A-Z][A-Z0-9]{1,11}-[1-9][0-9]{0,2}", "koden til et budsjettområde og et nummer", "SKO-1"
)
FORSLAG_ID = Monster(
    r"[0-9]{4}-[A-Z0-9]{2,12}/[1-9][0-9]{0,2}", "perioden og nummeret til forslaget", "2024-T1/1"
)
Aarsak = Literal["periodisering", "engang", "varig"]


@post
class Bevilgning:
    """En ramme kommunestyret har vedtatt. Summen av områdene i den endres bare av kommunestyret."""

    navn: Tittel = felt(ALLE, "Navnet på rammen.")


@post
class Omraadeflytting:
    """Et område eller et prosjekt som skiftet enhet i løpet av året."""

    fra: Kode = felt(ALLE, "Enheten som svarte for det før.")
    dato: Dag = felt(ALLE, "Første dag den nye enheten svarte for det.")


@post
class Budsjettomraade:
    """Et budsjettområde: det en leder har ansvar for, netto eller som utgift og inntekt."""

    navn: Tittel = felt(ALLE, "Navnet på området.")
    enhet: Kode = felt(ALLE, "Enheten som svarer for området. Nøyaktig én.")
    type: Literal["tjeneste", "selvkost", "felles"] = felt(
        ALLE,
        "Selvkost går mot sitt eget fond, og felles er skatt, rammetilskudd, finans, pensjon og"
        " lønnsreserve.",
        default="tjeneste",
    )
    bevilgning: Budsjettkode | None = felt(
        ALLE, "Rammen området hører til. Tomt: området er en ramme for seg.", default=None
    )
    utgift: Belop | None = felt(ALLE, "Utgiftene i året, i kroner.", default=None)
    inntekt: Belop | None = felt(ALLE, "Inntektene i året, i kroner.", default=None)
    netto: Belop | None = felt(
        ALLE, "Utgiftene minus inntektene, når bare det er vedtatt. Kan være minus.", default=None
    )
    flyttet: Rekke[Omraadeflytting] = felt(
        ALLE, "Enhetene som svarte for området tidligere i året, eldste først.", default=()
    )


@post
class Budsjettendring:
    """En endring av årsbudsjettet. Beløpene legges til det området har; minus trekkes fra."""

    dato: Dag = felt(ALLE, "Dagen endringen ble gjort.")
    type: Literal["bevilgning", "fordeling", "teknisk"] = felt(
        ALLE,
        "Bevilgning: kommunestyret endrer en ramme. Fordeling: mellom områder i samme ramme."
        " Teknisk: flytting uten innhold.",
    )
    belop: Annotated[dict[str, Belop], NokkelMonster(BUDSJETTKODE), Antall(1)] = felt(
        ALLE, "Kode for område, fond eller investering, og beløpet."
    )
    sak: Merkelapp | None = felt(ALLE, "Saken der kommunestyret vedtok endringen.", default=None)
    fullmakt: Prosa | None = felt(
        ALLE, "Fullmakten endringen er gjort etter, når den ikke er vedtatt i en sak.", default=None
    )
    tekst: Prosa | None = felt(ALLE, "Hva endringen gjelder.", default=None)
    forslag: Annotated[str, FORSLAG_ID] | None = felt(
        ALLE, "Forslaget i rapporten som endringen kommer av: perioden og nummeret.", default=None
    )


@post
class Fond:
    """Et fond: hva som var der, hva budsjettet bruker og setter av, og hva som ventes."""

    navn: Tittel = felt(ALLE, "Navnet på fondet.")
    type: Literal["disposisjon", "bundet", "selvkost"] = felt(ALLE, "Hva slags fond det er.")
    ib: Belop = felt(ALLE, "Beholdningen 1. januar.")
    bruk: Belop | None = felt(ALLE, "Budsjettert bruk i året.", default=None)
    avsetning: Belop | None = felt(ALLE, "Budsjettert avsetning i året.", default=None)
    omraade: Budsjettkode | None = felt(ALLE, "Selvkostområdet som bruker fondet.", default=None)


@post
class Investering:
    """Et investeringsprosjekt: rammen for det hele, og det som er budsjettert i år."""

    navn: Tittel = felt(ALLE, "Navnet på prosjektet.")
    enhet: Kode = felt(ALLE, "Enheten som gjennomfører prosjektet.")
    sak: Merkelapp | None = felt(ALLE, "Saken der rammen er vedtatt.", default=None)
    totalramme: Belop = felt(ALLE, "Rammen for hele prosjektet, brutto.")
    brukt_tidligere: Belop | None = felt(ALLE, "Brukt før 1. januar.", default=None)
    aarsbudsjett: Belop = felt(ALLE, "Budsjettert i år.")
    ferdig: Tidspunkt | None = felt(ALLE, "Når prosjektet er ferdig, etter vedtaket.", default=None)
    flyttet: Rekke[Omraadeflytting] = felt(
        ALLE, "Enhetene som hadde prosjektet tidligere i året, eldste først.", default=()
    )


@post
class Budsjett:
    """Årsbudsjettet slik det ble vedtatt, og hver endring av det siden."""

    sak: Merkelapp | None = felt(ALLE, "Saken der årsbudsjettet er vedtatt.", default=None)
    kilde: Prosa | None = felt(ALLE, "Hvor tallene er hentet fra.", default=None)
    driftsinntekter: Belop | None = felt(
        ALLE, "Brutto driftsinntekter i året, for fondet i prosent av dem.", default=None
    )
    bevilgninger: Annotated[dict[str, Bevilgning], NokkelMonster(BUDSJETTKODE)] | None = felt(
        ALLE, "Kode og navn for hver ramme kommunestyret har vedtatt.", default=None
    )
    omraader: Annotated[dict[str, Budsjettomraade], NokkelMonster(BUDSJETTKODE), Antall(1)] = felt(
        ALLE, "Kode og tall for hvert budsjettområde."
    )
    fond: Annotated[dict[str, Fond], NokkelMonster(BUDSJETTKODE)] | None = felt(
        ALLE, "Kode og tall for hvert fond.", default=None
    )
    investeringer: Annotated[dict[str, Investering], NokkelMonster(BUDSJETTKODE)] | None = felt(
        ALLE, "Kode og tall for hvert investeringsprosjekt.", default=None
    )
    endringer: Rekke[Budsjettendring] = felt(
        ALLE, "Endringene av årsbudsjettet, eldste først.", default=()
    )


@post
class Regnskapslinje:
    """Det regnskapet sier om ett område så langt i året."""

    regnskap: Belop = felt(INTERNT, "Brukt så langt i året, netto.")
    budsjett: Belop | None = felt(
        INTERNT,
        "Budsjettet så langt i året, slik regnskapssystemet har fordelt det. Tomt: en tolvdel av"
        " årsbudsjettet for hver måned.",
        default=None,
    )


@post
class Regnskap:
    """En måned i regnskapet, eller året. Skrives bare av «styring importer regnskap»."""

    kilde: Merkelapp = felt(INTERNT, "Filen tallene er lest fra.")
    omraader: Annotated[dict[str, Regnskapslinje], NokkelMonster(BUDSJETTKODE), Antall(1)] = felt(
        INTERNT, "Kode og tall for hvert budsjettområde."
    )
    investeringer: Annotated[dict[str, Regnskapslinje], NokkelMonster(BUDSJETTKODE)] | None = felt(
        INTERNT, "Kode og tall for hvert investeringsprosjekt.", default=None
    )


@post
class Omraadeord:
    """Lederens ord om ett område en måned. En prognose, et ventet avvik eller «som budsjett»."""

    som_budsjett: Bryter = felt(INTERNT, "Området ventes å gå som budsjettert.", default=False)
    prognose: Belop | None = felt(
        INTERNT, "Det området ventes å bruke i hele året, netto.", default=None
    )
    avvik: Belop | None = felt(
        INTERNT, "Ventet avvik ved årsslutt. Minus er verre enn budsjett.", default=None
    )
    kommentar: Prosa | None = felt(INTERNT, "Hvorfor, og hva som gjøres.", default=None)
    aarsak: Aarsak | None = felt(
        INTERNT, "Om avviket så langt er periodisering, engang eller varig.", default=None
    )
    uten_tiltak: Prosa | None = felt(
        INTERNT, "Hvorfor et vesentlig merforbruk ikke har tiltak.", default=None
    )
    budsjettendring: Belop | None = felt(
        INTERNT, "Endringen av rammen som foreslås for kommunestyret.", default=None
    )
    inndekning: Prosa | None = felt(
        INTERNT, "Hvor pengene til den foreslåtte endringen kommer fra.", default=None
    )


@post
class Investeringsord:
    """Lederens ord om ett investeringsprosjekt en måned."""

    aarsprognose: Belop | None = felt(INTERNT, "Det prosjektet ventes å bruke i år.", default=None)
    totalprognose: Belop | None = felt(INTERNT, "Det hele prosjektet ventes å koste.", default=None)
    ferdig: Tidspunkt | None = felt(INTERNT, "Når prosjektet ventes ferdig.", default=None)
    kommentar: Prosa | None = felt(INTERNT, "Hva som er gjort, og hva som gjenstår.", default=None)


@post
class Oppnaadd:
    """Det et tiltak har gitt så langt i året."""

    oppnadd: Belop = felt(INTERNT, "Virkningen så langt i året, i kroner.")


@post
class Maanedsord:
    """En enhets ord om økonomien en måned."""

    levert: Dag | None = felt(INTERNT, "Dagen enheten leverte. Tomt: utkast.", default=None)
    omraader: Annotated[dict[str, Omraadeord], NokkelMonster(BUDSJETTKODE)] | None = felt(
        INTERNT, "Enhetens budsjettområder.", default=None
    )
    investeringer: Annotated[dict[str, Investeringsord], NokkelMonster(BUDSJETTKODE)] | None = felt(
        INTERNT, "Enhetens investeringsprosjekter.", default=None
    )
    tiltak: Annotated[dict[str, Oppnaadd], NokkelMonster(TILTAK_ID)] | None = felt(
        INTERNT, "Hva enhetens tiltak har gitt så langt.", default=None
    )


@post
class Innsparingstiltak:
    """Et tiltak som skal bedre økonomien i ett område."""

    omraade: Budsjettkode = felt(INTERNT, "Budsjettområdet tiltaket virker i.")
    tekst: Prosa = felt(INTERNT, "Hva som gjøres.")
    opphav: Literal["budsjett", "avvik"] = felt(
        INTERNT, "Om tiltaket lå i budsjettet, eller kom for å rette et avvik.", default="avvik"
    )
    foreslatt: Dag = felt(INTERNT, "Dagen tiltaket ble foreslått.")
    iverksatt: Dag | None = felt(
        INTERNT,
        "Dagen tiltaket ble satt i verk. Fra da skal prognosen regne med virkningen. Tomt: bare"
        " foreslått.",
        default=None,
    )
    ansvarlig: Merkelapp | None = felt(
        INTERNT, "Enheten eller rollen som gjennomfører tiltaket.", default=None
    )
    frist: Dag | None = felt(INTERNT, "Siste dag.", default=None)
    effekt: Belop | None = felt(INTERNT, "Ventet virkning i året, i kroner.", default=None)


@post
class Innsparing:
    """Årets tiltak i økonomien."""

    tiltak: Annotated[dict[str, Innsparingstiltak], NokkelMonster(TILTAK_ID), Antall(1)] = felt(
        INTERNT, "Id og innhold for hvert tiltak."
    )


@post
class Maanedssamling:
    """Kommunedirektørens ord om måneden. En måned har ingen kjede av godkjenninger."""

    samlet_vurdering: Prosa | None = felt(
        INTERNT, "Kommunedirektørens vurdering av økonomien.", default=None
    )
    sett: Dag | None = felt(INTERNT, "Dagen staben så over alle enhetene.", default=None)
