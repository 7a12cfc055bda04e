"""The municipality itself: ``data/kommune.yaml``."""

from typing import Annotated, Literal

from styring.modell.form import (
    ALLE,
    INTERNT,
    KODE,
    KOMMUNENUMMER,
    MAANED_DAG,
    PERIODE_ID,
    PERIODEKODE,
    REGELKODE,
    Aar,
    Antall,
    Dag,
    Kode,
    Merkelapp,
    Monster,
    NokkelMonster,
    Omraade,
    Prosa,
    Rekke,
    Tittel,
    felt,
    post,
)

NETTADRESSE = Monster(
    r"https://[A-Za-z0-9.-]{1,200}(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~-]{1,100}){0,20}",
    "en nettadresse som begynner med https://, uten spørretegn og anker",
    "https://github.com/granvag/styring/edit/main",
)
SAKSMONSTER = Monster(
    r"[A-Za-zÆØÅæøå. -]{0,20}(\{organ\}[ .-]{0,3})?"
    r"(\{nr\} ?[/–-] ?\{aar\}|\{aar\} ?[/–-] ?\{nr\})",
    "et mønster for saksnumre, med {nr} og {aar} og strek imellom",
    "PS {nr}-{aar}",
)

Kapittel = Literal["maal", "okonomi", "oppdrag", "vedtak", "beredskap", "oppfolging"]
"""The chapters that a report of a period can have."""


@post
class Kommunenummer:
    """Et kommunenummer og årene det gjaldt."""

    nr: Annotated[str, KOMMUNENUMMER] = felt(
        ALLE, "Fire sifre i anførselstegn, så en ledende null ikke går tapt."
    )
    fra: Aar | None = felt(ALLE, "Første år nummeret gjaldt.", default=None)
    til: Aar | None = felt(ALLE, "Siste år nummeret gjaldt. Tomt: gjelder fortsatt.", default=None)


@post
class Enhet:
    """En sektor, avdeling eller virksomhet."""

    navn: Tittel = felt(ALLE, "Navnet på enheten, slik folk leser det.")
    type: Literal["sektor", "avdeling", "virksomhet"] = felt(ALLE, "Hva slags enhet det er.")
    overordnet: Kode | None = felt(
        ALLE, "Koden til enheten over. Tomt: rett under kommunedirektøren.", default=None
    )
    leder: Merkelapp | None = felt(
        ALLE, "Rollen som leder enheten, aldri et personnavn.", default=None
    )
    kilde: Prosa | None = felt(ALLE, "Hvor navnet er hentet fra.", default=None)
    sikkerhet: Literal["sikker", "trolig", "usikker"] | None = felt(
        ALLE, "Hvor sikkert navnet er.", default=None
    )


@post
class Organ:
    """Et politisk organ."""

    navn: Tittel = felt(ALLE, "Navnet på organet.")


@post
class Unntak:
    """Ett funn som kommunen har vurdert og godtatt."""

    regel: Annotated[str, REGELKODE] = felt(ALLE, "Koden til regelen det gjøres unntak fra.")
    id: Merkelapp = felt(ALLE, "Id-en til posten unntaket gjelder.")
    grunn: Prosa = felt(ALLE, "Hvorfor unntaket er riktig.")


@post
class Periodetype:
    """En rapporteringsperiode som kommer hvert år, fra 1. januar."""

    navn: Merkelapp = felt(ALLE, "Navnet uten årstall, for eksempel 1. tertial.")
    slutt: Annotated[str, MAANED_DAG] = felt(
        ALLE, "Siste dag i perioden, for eksempel 04-30. En periode som slutter 12-31, er årsslutt."
    )


@post
class Rapporteringsfrister:
    """Kjeden av frister for én periode. Det som står tomt, er ikke satt."""

    bidrag: Dag | None = felt(ALLE, "Enheter med delansvar har skrevet sitt.", default=None)
    levering: Dag | None = felt(ALLE, "Enhetene leverer skjemaene.", default=None)
    kvalitetssikring: Dag | None = felt(
        ALLE, "Staben er ferdig med kvalitetssikringen.", default=None
    )
    godkjenning: Dag | None = felt(ALLE, "Kommunedirektøren godkjenner.", default=None)
    utsending: Dag | None = felt(ALLE, "Rapporten sendes ut til de folkevalgte.", default=None)
    mote: Dag | None = felt(ALLE, "Møtet der rapporten behandles.", default=None)


@post
class Okonomirutine:
    """Hvordan økonomien følges opp fra måned til måned."""

    vesentlig_prosent: Annotated[int, Omraade(0, 100)] = felt(
        ALLE, "Hvor mange prosent av budsjettet et ventet merforbruk må være over."
    )
    vesentlig_kroner: Annotated[int, Omraade(0, 10**9)] = felt(
        ALLE, "Hvor mange kroner et ventet merforbruk også må være over."
    )
    maaneder: Annotated[Rekke[Annotated[int, Omraade(1, 12)]], Antall(1)] = felt(
        ALLE, "Månedene det rapporteres om, for eksempel [2, 3, 4, 5, 6, 8, 9, 10, 11]."
    )
    frist_dag: Annotated[int, Omraade(1, 28)] = felt(
        ALLE, "Dagen i måneden etter da enhetene skal ha levert.", default=15
    )
    kilde: Prosa | None = felt(ALLE, "Hvor grensene er hentet fra.", default=None)


@post
class Beredskapsrutine:
    """Kommunens egne frister for beredskapen, utover det forskriften sier."""

    evaluering_dager: Annotated[int, Omraade(1, 365)] | None = felt(
        ALLE,
        "Hvor mange dager etter en øvelse eller hendelse evalueringen skal være ferdig.",
        default=None,
    )
    kilde: Prosa | None = felt(ALLE, "Hvor fristen er hentet fra.", default=None)


@post
class Rapporteringsrutine:
    """Når og hvordan det rapporteres."""

    perioder: Annotated[dict[str, Periodetype], NokkelMonster(PERIODEKODE), Antall(1)] = felt(
        ALLE, "Kode og navn for hver periode i året, i rekkefølge."
    )
    frister: Annotated[dict[str, Rapporteringsfrister], NokkelMonster(PERIODE_ID)] | None = felt(
        ALLE, "Fristene for hver periode, for eksempel 2023-T1.", default=None
    )
    kommentar_maks: Annotated[int, Omraade(50, 5000)] = felt(
        ALLE, "Hvor mange tegn en kommentar kan ha.", default=600
    )
    okonomi: Okonomirutine | None = felt(
        ALLE, "Grenser og måneder for økonomien. Tomt: ikke oppgitt.", default=None
    )
    kapitler: Rekke[Kapittel] = felt(
        ALLE,
        "Kapitlene i tertialrapporten og årsrapporten, i rekkefølge. Tomt: alle, i vanlig"
        " rekkefølge.",
        default=(),
    )
    kilde: Prosa | None = felt(ALLE, "Hvor rutinen er hentet fra.", default=None)


@post
class Kommune:
    """Kommunen: navn, enheter, organer, rapportering og unntak fra regler."""

    format: Annotated[int, Omraade(1, 1)] = felt(ALLE, "Versjonen av dataformatet. Alltid 1 i dag.")
    navn: Tittel = felt(ALLE, "Navnet på kommunen.")
    kommunenummer: Rekke[Kommunenummer] = felt(ALLE, "Kommunenumre med gyldighet.", default=())
    maalform: Literal["nb", "nn"] | None = felt(
        ALLE, "Målformen i det som lages til andre: nb eller nn. Tomt: bokmål.", default=None
    )
    visjon: Prosa | None = felt(ALLE, "Kommunens visjon.", default=None)
    verdier: Rekke[Merkelapp] = felt(ALLE, "Kommunens verdier.", default=())
    enheter: Annotated[dict[str, Enhet], NokkelMonster(KODE), Antall(1)] = felt(
        ALLE, "Kode og opplysninger for hver enhet, i den rekkefølgen de skal vises."
    )
    organer: Annotated[dict[str, Organ], NokkelMonster(KODE)] | None = felt(
        ALLE, "Kode og navn for politiske organer.", default=None
    )
    saksnumre: Rekke[Annotated[str, SAKSMONSTER]] = felt(
        ALLE,
        "Egne måter saksnumre skrives på, med {nr} og {aar}, og {organ} der det står:"
        " «PS {nr}-{aar}».",
        default=(),
    )
    rapportering: Rapporteringsrutine | None = felt(ALLE, "Rutinen for rapportering.", default=None)
    beredskap: Beredskapsrutine | None = felt(
        ALLE, "Kommunens rutine for beredskap. Tomt: ikke oppgitt.", default=None
    )
    rediger: Annotated[str, NETTADRESSE] | None = felt(
        ALLE,
        "Adressen filene kan redigeres på, uten filnavnet. Nettstedet lenker dit."
        " Eksempel: https://github.com/granvag/styring/edit/main",
        default=None,
    )
    tilgjengelighetserklaering: Annotated[str, NETTADRESSE] | None = felt(
        ALLE, "Adressen til nettstedets tilgjengelighetserklæring.", default=None
    )
    unntak: Rekke[Unntak] = felt(INTERNT, "Funn som er vurdert og godtatt, med grunn.", default=())
