"""Whether the goals are reached: what each indicator says, and what nobody has measured."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from styring.fag.indikator import (
    Maalkrav,
    Maallys,
    Maalpunkt,
    Utvikling,
    er_gammel,
    kravet,
    lyset,
    neste_maaltall,
    utviklingen,
)
from styring.modell.indikator import Indikator
from styring.register.maalingene import Maalsted, maalstedene, seriene
from styring.register.register import Register
from styring.sporring.felles.feltverdier import Feltverdi, feltverdier
from styring.sporring.felles.utvalg import omfanget
from styring.sporring.maal.maal import finn_omraade


class Indikatorrad(NamedTuple):
    """One indicator: its series oldest first, what it is held against, and what that says;
    ``gammel`` where nobody has measured it for long.

    ``neste`` is the year and the target that is aimed at, ``ovrig`` what else the goal says of it.
    """

    kode: str
    navn: str
    enhet: str
    kilde: str
    retning: str
    lys: Maallys
    utvikling: Utvikling
    serie: tuple[Maalpunkt, ...]
    krav: Maalkrav | None
    neste: tuple[int, Decimal] | None
    gammel: bool
    ovrig: tuple[Feltverdi, ...]


class Maalrad(NamedTuple):
    """One goal, and what is measured of it. ``lys`` is «ikke målt» where nothing is."""

    kode: str
    tittel: str
    ansvar: tuple[str, ...]
    indikatorer: tuple[Indikatorrad, ...]

    @property
    def er_maalt(self) -> bool:
        """Whether there is any figure."""
        return any(ett.serie for ett in self.indikatorer)


class Omraaderad(NamedTuple):
    """One satsingsområde with its goals."""

    kode: str
    navn: str
    maal: tuple[Maalrad, ...]


@dataclass(frozen=True, slots=True)
class Maalstatussvar:
    """The answer. ``telling`` is how many indicators stand in each way, and ``ikke_maalt`` how many
    goals nothing is measured of.
    """

    kommune: str
    navn: str
    enhet: str | None
    dato: date
    maal: int
    ikke_maalt: int
    telling: dict[Maallys, int]
    omraader: tuple[Omraaderad, ...]


def maalstatus(
    register: Register, dato: date, omraade: str | None = None, sektor: str | None = None
) -> Maalstatussvar:
    """Answer for all goals, one satsingsområde, or those a unit answers for, on a day. Raises
    StyringFeil for an area or a unit that is not known.
    """
    omfang = omfanget(register, sektor)
    valgt = finn_omraade(register, omraade) if omraade else None
    rader = list(maalradene(register, dato, omfang.koder))
    omraader = [
        Omraaderad(post.verdi.kode, post.verdi.navn, tuple(maal))
        for post in register.omraader
        if valgt in (None, post) and (maal := [rad for fil, rad in rader if fil == post.fil])
    ]
    alle = [maal for ett in omraader for maal in ett.maal]
    return Maalstatussvar(
        kommune=omfang.kommune,
        navn=omfang.navn,
        enhet=omfang.enhet,
        dato=dato,
        maal=len(alle),
        ikke_maalt=sum(not maal.er_maalt for maal in alle),
        telling=telling(alle),
        omraader=tuple(omraader),
    )


def maalradene(
    register: Register, dato: date, koder: frozenset[str] | None
) -> Iterator[tuple[str, Maalrad]]:
    """Every goal that some units answer for, or all, with the file it stands in."""
    serier = seriene(register, dato)
    for sted in maalstedene(register):
        if koder is None or koder.intersection(sted.ansvar):
            yield sted.fil, maalraden(sted, serier, dato)


def telling(maal: Iterable[Maalrad]) -> dict[Maallys, int]:
    """How many of their indicators stand in each way."""
    lysene = Counter(ett.lys for rad in maal for ett in rad.indikatorer)
    return {lys: lysene[lys] for lys in Maallys}


def maalraden(sted: Maalsted, serier: Mapping[str, tuple[Maalpunkt, ...]], dato: date) -> Maalrad:
    """One goal with what its indicators say on a day."""
    rader = tuple(_radene(sted.indikatorer, serier, dato))
    return Maalrad(sted.kode, sted.tittel, sted.ansvar, rader)


def _radene(
    indikatorer: Sequence[Indikator], serier: Mapping[str, tuple[Maalpunkt, ...]], dato: date
) -> Iterator[Indikatorrad]:
    for ett in indikatorer:
        serie = serier.get(ett.kode, ())
        aar = serie[-1].aar if serie else 0
        yield Indikatorrad(
            kode=ett.kode,
            navn=ett.navn,
            enhet=ett.enhet,
            kilde=ett.kilde,
            retning=ett.retning,
            lys=lyset(ett, serie),
            utvikling=utviklingen(ett, serie),
            serie=serie,
            krav=kravet(ett, aar),
            neste=neste_maaltall(ett, aar + 1),
            gammel=er_gammel(ett, serie, dato),
            ovrig=feltverdier(ett, ("kode", "navn", "enhet")),
        )
