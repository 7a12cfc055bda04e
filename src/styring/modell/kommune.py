"""The municipality itself: ``data/kommune.yaml``."""

from typing import Annotated, Literal

from styring.modell.form import (
    KODE,
    KOMMUNENUMMER,
    REGELKODE,
    Aar,
    Antall,
    Kode,
    Merkelapp,
    NokkelMonster,
    Omraade,
    Prosa,
    Tittel,
    felt,
    post,
)


@post
class Kommunenummer:
    """Et kommunenummer og årene det gjaldt."""

    nr: Annotated[str, KOMMUNENUMMER] = felt("Fire sifre i anførselstegn, så en ledende null ikke går tapt.")
    fra: Aar | None = felt("Første år nummeret gjaldt.", default=None)
    til: Aar | None = felt("Siste år nummeret gjaldt. Tomt: gjelder fortsatt.", default=None)


@post
class Enhet:
    """En sektor, avdeling eller virksomhet."""

    navn: Tittel = felt("Navnet på enheten, slik folk leser det.")
    type: Literal["sektor", "avdeling", "virksomhet"] = felt("Hva slags enhet det er.")
    overordnet: Kode | None = felt("Koden til enheten over. Tomt: rett under kommunedirektøren.", default=None)
    leder: Merkelapp | None = felt("Rollen som leder enheten, aldri et personnavn.", default=None)
    kilde: Prosa | None = felt("Hvor navnet er hentet fra.", default=None)
    sikkerhet: Literal["sikker", "trolig", "usikker"] | None = felt("Hvor sikkert navnet er.", default=None)


@post
class Organ:
    """Et politisk organ."""

    navn: Tittel = felt("Navnet på organet.")


@post
class Unntak:
    """Ett funn som kommunen har vurdert og godtatt."""

    regel: Annotated[str, REGELKODE] = felt("Koden til regelen det gjøres unntak fra.")
    id: Merkelapp = felt("Id-en til posten unntaket gjelder.")
    grunn: Prosa = felt("Hvorfor unntaket er riktig.")


@post
class Kommune:
    """Kommunen: navn, enheter, organer og unntak fra regler."""

    format: Annotated[int, Omraade(1, 1)] = felt("Versjonen av dataformatet. Alltid 1 i dag.")
    navn: Tittel = felt("Navnet på kommunen.")
    kommunenummer: tuple[Kommunenummer, ...] = felt("Kommunenumre med gyldighet.", default=())
    visjon: Prosa | None = felt("Kommunens visjon.", default=None)
    verdier: tuple[Merkelapp, ...] = felt("Kommunens verdier.", default=())
    enheter: Annotated[dict[str, Enhet], NokkelMonster(KODE), Antall(1)] = felt("Kode og opplysninger for hver enhet, i den rekkefølgen de skal vises.")
    organer: Annotated[dict[str, Organ], NokkelMonster(KODE)] | None = felt("Kode og navn for politiske organer.", default=None)
    unntak: tuple[Unntak, ...] = felt("Funn som er vurdert og godtatt, med grunn.", default=())
