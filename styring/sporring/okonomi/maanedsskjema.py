"""What a unit must say of a month, and who has not said it."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from styring.fag.belop import NULL, kroner
from styring.fag.maanedsbok import (
    BALANSE,
    INVESTERINGSKOLONNER,
    KOLONNER,
    TILTAKSKOLONNER,
    Celleverdi,
)
from styring.fag.okonomi import Okonomimaaned
from styring.feil import StyringFeil
from styring.register.okonomidelene import Investeringstall, investeringene
from styring.register.okonomien import (
    Omraadetall,
    budsjettet,
    har_svar_paa_merforbruk,
    maa_haandteres,
    maanedene,
    omraadetallene,
    ordene,
    regnskapet,
    tiltakene,
)
from styring.register.register import Register

if TYPE_CHECKING:
    from styring.modell.okonomi import Innsparingstiltak, Investeringsord


class Maanedsrad(NamedTuple):
    """One area as its leader sees it: what the ledger says, and what was expected last."""

    tall: Omraadetall
    forrige: Decimal | None


class Maanedsskjema(NamedTuple):
    """One unit's month; ``levert`` where it has said it all. ``tiltak`` are the year's measures in
    its areas, ``oppnadd`` what each has given so far.
    """

    maaned: Okonomimaaned
    enhet: str
    navn: str
    leder: str
    frist: date | None
    finnes: bool
    levert: date | None
    rader: tuple[Maanedsrad, ...]
    tiltak: "Mapping[str, Innsparingstiltak]"
    oppnadd: Mapping[str, Decimal]
    investeringer: "tuple[Prosjektrad, ...]"


class Prosjektrad(NamedTuple):
    """One project of a unit as its leader sees it: what the ledger says, and what is said of it."""

    tall: Investeringstall
    ord: "Investeringsord | None"


def maanedsskjemaene(register: Register, maaned: Okonomimaaned) -> list[Maanedsskjema]:
    """Every unit that answers for an area. Raises StyringFeil where no ledger has been read."""
    if maaned.er_aaret:
        raise StyringFeil("et år som er gjort opp, har ingen prognoser. Velg en måned.")
    if budsjettet(register, maaned.aar) is None or regnskapet(register, maaned) is None:
        raise StyringFeil(
            f"regnskapet for {maaned.navn} er ikke lest inn. Gjør det med «styring importer"
            f" regnskap FIL --kart KART --maaned {maaned.id}»."
        )
    foer = [ett for ett in maanedene(register, maaned.aar) if ett.id < maaned.id]
    forrige = {t.kode: t.avvik for t in omraadetallene(register, foer[-1])} if foer else {}
    alle = list(omraadetallene(register, maaned))
    skjemaer = []
    for kode, enhet in register.enheter.items():
        rader = [Maanedsrad(t, forrige.get(t.kode)) for t in alle if t.enhet == kode]
        prosjekter = tuple(_prosjektene(register, maaned, kode))
        if rader or prosjekter:
            post = ordene(register, maaned, kode)
            egne = {rad.tall.kode for rad in rader}
            gitt = (post.verdi.tiltak or {}) if post else {}
            skjemaer.append(
                Maanedsskjema(
                    maaned,
                    kode,
                    enhet.navn,
                    enhet.leder or enhet.navn,
                    maanedsfrist(register, maaned),
                    post is not None,
                    post.verdi.levert if post else None,
                    tuple(rader),
                    {i: t for i, t in tiltakene(register, maaned.aar).items() if t.omraade in egne},
                    {id_: ett.oppnadd for id_, ett in gitt.items()},
                    prosjekter,
                )
            )
    return skjemaer


def _prosjektene(register: Register, maaned: Okonomimaaned, enhet: str) -> Iterator[Prosjektrad]:
    post = ordene(register, maaned, enhet)
    sagt = (post.verdi.investeringer or {}) if post else {}
    for tall in investeringene(register, maaned):
        if tall.enhet == enhet:
            yield Prosjektrad(tall, sagt.get(tall.kode))


def prosjektsvar(rad: Prosjektrad) -> dict[str, Celleverdi]:
    """What is said of a project already, by the columns of the workbook, in kroner."""
    return {
        k.felt: uten_luft(getattr(rad.ord, k.felt, None)) for k in INVESTERINGSKOLONNER if k.felt
    }


def omraadesvar(rad: Maanedsrad) -> dict[str, Celleverdi]:
    """What is said of an area already, by the columns of the workbook, in kroner."""
    tall, ord_ = rad.tall, rad.tall.ord
    sagt: dict[str, Celleverdi] = {
        k.felt: uten_luft(getattr(ord_, k.felt, None)) for k in KOLONNER if k.felt
    }
    return {**sagt, "avvik": BALANSE if tall.avvik == 0 else tall.avvik}


def tiltakssvar(skjema: Maanedsskjema, id_: str) -> dict[str, Celleverdi]:
    """What is said of a measure already, by the columns of the workbook, in kroner."""
    sagt = {
        k.felt: uten_luft(getattr(skjema.tiltak[id_], k.felt, None))
        for k in TILTAKSKOLONNER
        if k.felt
    }
    return {**sagt, "oppnadd": skjema.oppnadd.get(id_)}


def uten_luft(verdi: Celleverdi) -> Celleverdi:
    """A value without blanks around it; an empty text is nothing."""
    return (verdi.strip() or None) if isinstance(verdi, str) else verdi


def maanedsfrist(register: Register, maaned: Okonomimaaned) -> date | None:
    """The day by which the units are to have delivered; None where it is not set."""
    rutine = register.rutine.okonomi if register.rutine else None
    return maaned.meldes_innen.replace(day=rutine.frist_dag) if rutine else None


class Maanedsmangel(NamedTuple):
    """One unit that has not delivered: the areas without a word, those that must have measures, and
    whether all that is left is to deliver.
    """

    skjema: Maanedsskjema
    uten_ord: tuple[str, ...]
    uten_tiltak: tuple[str, ...]


def maanedsmangler(
    register: Register, maaned: Okonomimaaned, dag: date | None = None
) -> list[Maanedsmangel]:
    """Who has not delivered a month, and what they have not said, as of the day of the delivery."""
    gjelder = dag or maaned.meldes_innen
    return [
        Maanedsmangel(
            skjema,
            tuple(rad.tall.navn for rad in skjema.rader if rad.tall.avvik is None),
            tuple(
                rad.tall.navn
                for rad in skjema.rader
                if maa_haandteres(register, rad.tall)
                and not har_svar_paa_merforbruk(register, maaned, rad.tall, gjelder)
            ),
        )
        for skjema in maanedsskjemaene(register, maaned)
        if skjema.levert is None
    ]


def urimelig(rad: Maanedsrad, belop: Decimal) -> str:
    """Why an amount of an area can't be meant: larger than the whole year's budget and what is
    used. Most often kroner are written where thousands are meant. Empty where it can.
    """
    tall = rad.tall
    rom = max(abs(tall.revidert), abs(tall.regnskap or NULL), Decimal(1_000_000))
    if abs(belop) <= rom:
        return ""
    return f"{tall.navn}: {kroner(belop)} kr er mer enn hele budsjettet; skriv tusen kroner"
