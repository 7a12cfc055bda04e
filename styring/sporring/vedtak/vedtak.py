"""The vedtak: how the open ones stand and where they will be answered, and what became of those
that the organ has ended.
"""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from styring.fag.tilstand import VEDTAKSTILSTANDER, Tilstand, er_apen, tell
from styring.register.meldingene import enden, punktet, svares_i
from styring.register.register import Register
from styring.sporring.felles.utvalg import finn_organ, omfanget
from styring.sporring.oppdrag.stilling import Stilling, vedtak_som_staar, vedtaket


class Vedtaksutvalg(NamedTuple):
    """Which vedtak are asked for: of a unit, a type, an organ, with a deadline by a day; the open
    ones or the ended.
    """

    sektor: str | None = None
    type: str | None = None
    organ: str | None = None
    frist_innen: date | None = None
    avsluttet: bool = False


@dataclass(frozen=True, slots=True)
class Vedtaksrad:
    """One vedtak or punkt.

    ``dager`` is its age on the day asked for, or how old it was when the organ ended it in
    ``avsluttet_i``.
    """

    staar: Stilling
    sak: str
    type: str
    dato: date
    dager: int
    punkt: int | None
    svares_i: str | None
    avsluttet: date | None
    avsluttet_i: str | None


@dataclass(frozen=True, slots=True)
class Vedtakssvar:
    """The answer: the open ones or the ended, oldest first, with the counts of both; ``telling`` is
    of those that are shown.
    """

    kommune: str
    dato: date
    enhet: str | None
    navn: str
    type: str | None
    organ: str | None
    frist_innen: date | None
    telling: dict[Tilstand, int]
    antall_apne: int
    lukkede: int
    apne: tuple[Vedtaksrad, ...]
    avsluttede: tuple[Vedtaksrad, ...]
    viser_avsluttede: bool


def vedtak(register: Register, dato: date, utvalg: Vedtaksutvalg) -> Vedtakssvar:
    """Answer for some of the vedtak on a day.

    Raises StyringFeil for a unit or an organ that is not known.
    """
    omfang = omfanget(register, utvalg.sektor)
    organ = finn_organ(register, utvalg.organ) if utvalg.organ else None
    alle = [
        sak
        for sak in vedtak_som_staar(
            register, dato, omfang.koder, frozenset({utvalg.type}) if utvalg.type else None
        )
        if organ is None or vedtaket(register, sak.id).organ == organ
    ]
    apne = [sak for sak in alle if er_apen(sak.tilstand)]
    lukkede = [sak for sak in alle if not er_apen(sak.tilstand)]
    innen = [
        sak
        for sak in apne
        if utvalg.frist_innen is None or (sak.frist and sak.frist <= utvalg.frist_innen)
    ]
    vises = [_rad(register, sak, dato) for sak in (lukkede if utvalg.avsluttet else innen)]
    return Vedtakssvar(
        kommune=omfang.kommune,
        dato=dato,
        enhet=omfang.enhet,
        navn=omfang.navn,
        type=utvalg.type,
        organ=organ,
        frist_innen=utvalg.frist_innen,
        telling=tell((rad.staar.tilstand for rad in vises), VEDTAKSTILSTANDER),
        antall_apne=len(apne),
        lukkede=len(lukkede),
        apne=() if utvalg.avsluttet else tuple(vises),
        avsluttede=tuple(vises) if utvalg.avsluttet else (),
        viser_avsluttede=utvalg.avsluttet,
    )


def _rad(register: Register, sak: Stilling, dato: date) -> Vedtaksrad:
    hele, slutt = vedtaket(register, sak.id), enden(register, sak.id, dato)
    return Vedtaksrad(
        staar=sak,
        sak=hele.sak,
        type=hele.type,
        dato=hele.dato,
        dager=((slutt.dato if slutt else dato) - hele.dato).days,
        punkt=hele.punkt,
        svares_i=svares_i(*(punktet(register, sak.id) or (hele, None))),
        avsluttet=slutt.dato if slutt else None,
        avsluttet_i=slutt.sak if slutt else None,
    )
