"""How every oppdrag and every vedtak of some units stands on a day: what the narrower questions of
status are asked of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from styring.fag.frist import er_forfalt, frist_per
from styring.fag.tilstand import AVVIK, Tilstand, er_apen
from styring.fag.vedtaksdeler import apne_frister, rapporteres
from styring.register.meldingene import er_gitt, fristen, lyset_i, siste_ord, tilstanden_etter
from styring.register.register import Register
from styring.register.viderefort import viderefort_per

if TYPE_CHECKING:
    from styring.modell.oppdrag import Oppdrag
    from styring.modell.rapport import Tiltak
    from styring.modell.vedtak import Vedtak
    from styring.register.post import Post


class Stilling(NamedTuple):
    """One thing that is followed up, and what was told of it last: the one row by which every
    question says how something stands.

    ``frist`` is None where the source gives none; for a vedtak it is the first that is open, and
    ``fristpunkt`` the punkt it is written on where it is not that of the whole, which then is
    ``frist_hele``. ``meldt_i`` is the period of the last report, ``meldt`` the day it was
    told, ``forventet_ferdig`` what it expected. ``oppgaver`` are those of an oppdrag, and how many
    of them are done.
    """

    slag: str
    id: str
    tittel: str
    ansvarlig: str
    frist: date | None
    forfalt: bool
    tilstand: Tilstand
    meldt_i: str | None
    kommentar: str | None
    forventet_ferdig: str | None
    tiltak: tuple[Tiltak, ...]
    til_kommunedirektoren: str | None
    oppgaver: int = 0
    oppgaver_ferdig: int = 0
    fristpunkt: int | None = None
    frist_hele: date | None = None
    meldt: date | None = None


def oppdrag_som_staar(
    register: Register, dato: date, aar: int | None, koder: frozenset[str] | None
) -> Iterator[Stilling]:
    """Every oppdrag of a year, of some units or all; none where no year is known."""
    aaret = f"{aar}-"
    for id_, post in register.oppdrag.items():
        if id_.startswith(aaret):
            yield from _oppdraget(register, dato, post, koder)


def alle_oppdrag_som_staar(
    register: Register, dato: date, koder: frozenset[str] | None
) -> Iterator[Stilling]:
    """Every oppdrag of every year, the earliest first."""
    for _, post in sorted(register.oppdrag.items(), key=lambda ett: ett[0][:4]):
        yield from _oppdraget(register, dato, post, koder)


def _oppdraget(
    register: Register, dato: date, post: Post[Oppdrag], koder: frozenset[str] | None
) -> Iterator[Stilling]:
    """One oppdrag, where it had been given by the day, to one of the units."""
    oppdrag = post.verdi
    if not er_gitt(oppdrag, dato) or (koder is not None and oppdrag.ansvarlig not in koder):
        return
    frist = frist_per(oppdrag.frist, oppdrag.fristendringer, dato)
    sak = _staar(
        register, dato, _Fulgt("oppdrag", post.id, oppdrag.tittel, oppdrag.ansvarlig, frist)
    )
    if not oppdrag.oppgaver:
        yield sak
        return
    ferdige = sum(
        oppgave.ferdig is not None and oppgave.ferdig <= dato for oppgave in oppdrag.oppgaver
    )
    yield sak._replace(oppgaver=len(oppdrag.oppgaver), oppgaver_ferdig=ferdige)


def ikke_viderefort(
    register: Register, dato: date, saker: Iterable[Stilling]
) -> tuple[Stilling, ...]:
    """The things that no later year's oppdrag had taken over by a day: what was carried over stands
    under its new year.
    """
    viderefort = viderefort_per(register, dato)
    return tuple(sak for sak in saker if sak.id not in viderefort)


def vedtak_som_staar(
    register: Register,
    dato: date,
    koder: frozenset[str] | None,
    typer: frozenset[str] | None = None,
) -> Iterator[Stilling]:
    """Every vedtak and punkt that had been made by a day, of some units or all, closed ones too;
    oldest first.
    """
    for id_, post in register.vedtak.items():
        vedtak = post.verdi
        if vedtak.dato > dato or (typer is not None and vedtak.type not in typer):
            continue
        apne = list(apne_frister(id_, vedtak, dato))
        for del_ in rapporteres(id_, vedtak, date.min):
            if koder is None or del_.enhet in koder:
                egne = [ett for ett in apne if ett.fortelles_i == del_.nokkel]
                forst = min(egne, key=lambda ett: (ett.frist, ett.punkt or 0), default=None)
                frist = forst.frist if forst else fristen(vedtak, del_.punkt, dato)
                sak = _staar(
                    register, dato, _Fulgt("vedtak", del_.nokkel, del_.tittel, del_.enhet, frist)
                )
                hele = next((ett.frist for ett in egne if ett.punkt is None), None)
                yield (
                    sak._replace(fristpunkt=forst.punkt, frist_hele=hele)
                    if forst and forst.nokkel != del_.nokkel
                    else sak
                )


def utenfor_rute(sak: Stilling) -> bool:
    """Whether something is off track: told so, or past its deadline."""
    return sak.tilstand in AVVIK or sak.forfalt


def verst_forst(sak: Stilling) -> tuple[bool, bool, date, str]:
    """Order the worst first: what is off track, then what is uncertain, the earliest deadline
    first.
    """
    return (
        sak.tilstand is not Tilstand.IKKE_I_RUTE,
        sak.tilstand is not Tilstand.USIKKERT,
        sak.frist or date.max,
        sak.id,
    )


def vedtaket(register: Register, nokkel: str) -> Vedtak:
    """The vedtak that a key belongs to."""
    return register.vedtak[nokkel.partition("/")[0]].verdi


class _Fulgt(NamedTuple):
    slag: str
    id: str
    tittel: str
    ansvarlig: str
    frist: date | None


def _staar(register: Register, dato: date, sak: _Fulgt) -> Stilling:
    ord_ = siste_ord(register, sak.id, dato)
    meldt = lyset_i(ord_)
    tilstand = tilstanden_etter(register, sak.id, dato, meldt)
    sagt = meldt.melding if meldt else None
    apen = er_apen(tilstand)
    return Stilling(
        slag=sak.slag,
        id=sak.id,
        tittel=sak.tittel,
        ansvarlig=sak.ansvarlig,
        frist=sak.frist,
        forfalt=er_forfalt(sak.frist, dato, tilstand),
        tilstand=tilstand,
        meldt_i=meldt.periode if meldt else None,
        kommentar=sagt.kommentar if sagt else None,
        forventet_ferdig=sagt.forventet_ferdig if sagt and apen else None,
        tiltak=sagt.tiltak if sagt and apen else (),
        til_kommunedirektoren=ord_[0].melding.til_kommunedirektoren if ord_ and apen else None,
        meldt=meldt.dag if meldt else None,
    )
