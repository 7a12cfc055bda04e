"""Sykefravær and årsverk in a month: each unit with what lies below it, and the whole."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from styring.fag.fravaer import Fravaerstall, sammen
from styring.fag.okonomi import Okonomimaaned
from styring.feil import StyringFeil
from styring.register.okonomien import fravaerslistene
from styring.register.register import Register
from styring.sporring.felles.utvalg import omfanget

if TYPE_CHECKING:
    from styring.modell.fravaer import Fravaerslinje


class Fravaersrad(NamedTuple):
    """One unit with what lies below it. ``dybde`` is how far down it lies, ``skjermet`` how many of
    the units in it are too small to be shown. Shares are in percent; None is not shown or unknown.
    """

    kode: str
    navn: str
    maaned: str
    dybde: int
    aarsverk: Decimal
    korttid: Decimal | None
    langtid: Decimal | None
    samlet: Decimal | None
    fjor: Decimal | None
    skjermet: int


@dataclass(frozen=True, slots=True)
class Fravaersvar:
    """The answer. ``maaned`` is None where no month has been read."""

    kommune: str
    navn: str
    enhet: str | None
    maaned: str | None
    maanedsnavn: str
    rader: tuple[Fravaersrad, ...]
    sum: Fravaersrad | None
    utelatt: int


def fravaeret(
    register: Register, dato: date, sektor: str | None = None, maaned: Okonomimaaned | None = None
) -> Fravaersvar:
    """Answer for a month (the last that has been read on the day), of one unit and what lies below
    it, or of all. Raises StyringFeil for a unit or a month that is not known.
    """
    omfang = omfanget(register, sektor)
    valgt = maaned or _siste(register, dato)
    if maaned and _linjene(register, maaned) is None:
        raise StyringFeil(
            f"sykefraværet for {maaned.navn} er ikke lest inn. Gjør det med «styring importer"
            " fravaer»."
        )
    rader = [
        rad._replace(
            kode=kode, navn=register.enhetsnavn(kode), dybde=_dybden(register, omfang.enhet, kode)
        )
        for kode in register.enheter
        if valgt and (omfang.koder is None or kode in omfang.koder)
        for rad in [fravaer_i(register, valgt, register.med_underliggende(kode))]
        if rad
    ]
    return Fravaersvar(
        kommune=omfang.kommune,
        navn=omfang.navn,
        enhet=omfang.enhet,
        maaned=valgt.id if valgt else None,
        maanedsnavn=valgt.navn if valgt else "",
        rader=tuple(rader),
        sum=fravaer_i(register, valgt, omfang.koder) if valgt else None,
        utelatt=register.utelatt,
    )


def fravaer_i(
    register: Register, maaned: Okonomimaaned, koder: frozenset[str] | None
) -> Fravaersrad | None:
    """Add up some units, or all; None where nothing of them has been read."""
    linjer = _linjene(register, maaned) or {}
    valgte = [kode for kode in linjer if koder is None or kode in koder]
    if not valgte:
        return None
    i_fjor = _linjene(register, Okonomimaaned(f"{maaned.aar - 1}{maaned.id[4:]}")) or {}
    tallene = [_tallet(linjer[kode], i_fjor.get(kode)) for kode in valgte]
    alt = sammen(tallene)
    fjor = sammen(
        _tallet(linje) for kode, linje in i_fjor.items() if koder is None or kode in koder
    )
    return Fravaersrad(
        kode="",
        navn="",
        maaned=maaned.navn,
        dybde=0,
        aarsverk=alt.aarsverk,
        korttid=alt.korttid,
        langtid=alt.langtid,
        samlet=alt.samlet,
        fjor=fjor.samlet if i_fjor else alt.fjor,
        skjermet=sum(tall.samlet is None for tall in tallene),
    )


def siste_fravaer(
    register: Register, dato: date, koder: frozenset[str] | None
) -> Fravaersrad | None:
    """Add up some units, or all, in the last month that has been read on a day."""
    maaned = _siste(register, dato)
    return fravaer_i(register, maaned, koder) if maaned else None


def _dybden(register: Register, fra: str | None, kode: str) -> int:
    """How far below the unit that is asked of, or the top, a unit lies."""
    over = list(register.over(kode))
    return over.index(fra) + 1 if fra in over else 0 if kode == fra else len(over)


def _siste(register: Register, dato: date) -> Okonomimaaned | None:
    maanedene = (Okonomimaaned(id_.partition("/")[0]) for id_ in fravaerslistene(register))
    return max((m for m in maanedene if m.slutt <= dato and not m.er_aaret), default=None)


def _linjene(register: Register, maaned: Okonomimaaned) -> dict[str, "Fravaerslinje"] | None:
    post = fravaerslistene(register).get(f"{maaned.id}/fravaer")
    return post.verdi.enheter if post else None


def _tallet(linje: "Fravaerslinje", foer: "Fravaerslinje | None" = None) -> Fravaerstall:
    i_fjor = _tallet(foer).samlet if foer else linje.i_fjor
    return Fravaerstall(linje.aarsverk, linje.korttid, linje.langtid, i_fjor)
