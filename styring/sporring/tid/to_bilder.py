"""What changed between two pictures of the data: two periods of one register, or the register at
two times.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from styring.fag.bevegelse import Bevegelse, bevegelse
from styring.fag.frist import frist_per
from styring.fag.kalender import kortdato
from styring.fag.tilstand import Tilstand
from styring.register.register import Register
from styring.sporring.arshjul.flyttede_frister import flyttinger
from styring.sporring.arshjul.fristsaker import Fristsak, fristsaker
from styring.sporring.oppdrag.stilling import (
    Stilling,
    alle_oppdrag_som_staar,
    oppdrag_som_staar,
    vedtak_som_staar,
)


class Bilde(NamedTuple):
    """One picture: a register, and the day and the year of oppdrag it is looked at; every year
    where ``aar`` is None.
    """

    register: Register
    dato: date
    aar: int | None

    def saker(self, koder: frozenset[str] | None = None) -> Iterator[Stilling]:
        """Every oppdrag and vedtak in it, of some units or all."""
        if self.aar is None:
            yield from alle_oppdrag_som_staar(self.register, self.dato, koder)
        else:
            yield from oppdrag_som_staar(self.register, self.dato, self.aar, koder)
        yield from vedtak_som_staar(self.register, self.dato, koder)


class Sammenlikning(NamedTuple):
    """A picture and the earlier one it is held against: None, and nothing in ``stod``, where there
    is no earlier one.

    Deadlines moved after ``siden`` are told of: the day of the earlier picture, or another where
    there is none.
    """

    naa: Bilde
    foer: Bilde | None
    stod: Mapping[str, Stilling]
    siden: date | None = None

    def tidligere(self, id_: str) -> Stilling | None:
        """The same thing in the earlier picture, under the name it had; in pictures of one year,
        last year's for an oppdrag that was carried over.
        """
        over, skille, punkt = id_.partition("/")
        register = self.naa.register
        post, oppdrag = register.ansvarspost(over), register.oppdrag.get(over)
        het = post.verdi.tidligere_id if post else None
        fra = oppdrag.verdi.viderefort_fra if oppdrag and self.naa.aar else None
        foer = (
            self.stod.get(f"{het}{skille}{punkt}")
            if het and register.ansvarspost(het) is None
            else None
        )
        return self.stod.get(id_) or foer or self.stod.get(fra or "")


def sammenlikn(naa: Bilde, foer: Bilde | None, siden: date | None = None) -> Sammenlikning:
    """Hold one picture against an earlier one. ``siden`` is for where there is none."""
    return Sammenlikning(
        naa,
        foer,
        {sak.id: sak for sak in foer.saker()} if foer else {},
        foer.dato if foer else siden,
    )


class Endret(NamedTuple):
    """One thing that is there afterwards, how it stood before (None: not there), and which way it
    went.
    """

    sak: Stilling
    foer: Tilstand | None
    bevegelse: Bevegelse


class NyFrist(NamedTuple):
    """One deadline that was moved in between.

    ``dager`` is how far, None where there was no deadline before.
    """

    id: str
    tittel: str
    ansvarlig: str
    fra: date | None
    til: date
    dager: int | None
    begrunnelse: str
    godkjent_av: str | None


@dataclass(frozen=True, slots=True)
class Endringssvar:
    """The answer: each thing with its way, and the deadlines that were moved.

    The same for two periods as for two versions of the data.
    """

    saker: tuple[Endret, ...]
    nye_frister: tuple[NyFrist, ...]


def endringer(sammenlikning: Sammenlikning, saker: Iterable[Stilling]) -> Endringssvar:
    """Answer what has changed for some of the things in the later picture."""
    saker = tuple(saker)
    return Endringssvar(
        saker=tuple(veien(sammenlikning, sak) for sak in saker),
        nye_frister=tuple(_nye_frister(sammenlikning, saker)),
    )


def veien(sammenlikning: Sammenlikning, sak: Stilling) -> Endret:
    """Answer which way one thing in the later picture went."""
    foer = sammenlikning.tidligere(sak.id)
    stod = foer.tilstand if foer else None
    return Endret(sak, stod, bevegelse(stod, sak.tilstand))


def _nye_frister(sammenlikning: Sammenlikning, saker: Iterable[Stilling]) -> Iterator[NyFrist]:
    """Each change once: a punkt without a deadline of its own has that of its vedtak."""
    fristene = {sak.id: sak for sak in fristsaker(sammenlikning.naa.register)}
    for id_ in dict.fromkeys(
        id_
        for sak in saker
        for id_ in _fristene_til(sammenlikning.naa.register, sak.id)
        if id_ in fristene
    ):
        yield from _ved_videreforing(sammenlikning, fristene[id_])
        for flyttet in flyttinger(fristene[id_], sammenlikning.naa.dato):
            if sammenlikning.siden and flyttet.dato > sammenlikning.siden:
                yield NyFrist(
                    id_,
                    flyttet.tittel,
                    flyttet.ansvarlig,
                    flyttet.fra,
                    flyttet.til,
                    flyttet.dager,
                    flyttet.begrunnelse,
                    flyttet.godkjent_av,
                )


def _fristene_til(register: Register, id_: str) -> Iterator[str]:
    """What may hold the deadline of a thing: itself, its vedtak, and for a whole vedtak the punkter
    that nobody else follows up.
    """
    yield id_
    over, skille, _ = id_.partition("/")
    if skille:
        yield over
    elif over in register.vedtak:
        yield from (
            f"{over}/{punkt.nr}"
            for punkt in register.vedtak[over].verdi.punkter
            if not punkt.ansvarlig
        )


def _ved_videreforing(sammenlikning: Sammenlikning, sak: Fristsak) -> Iterator[NyFrist]:
    """The deadline of an oppdrag that was carried over, where the new letter gave it another than
    it had.
    """
    foer = sammenlikning.tidligere(sak.id)
    if foer is None or foer.id == sak.id or foer.frist is None:
        return
    ny = frist_per(sak.frist, sak.endringer, date(int(sak.id[:4]), 1, 1))
    if ny and ny != foer.frist:
        grunn = f"Videreført fra {foer.id[:4]} med ny frist."
        yield NyFrist(
            sak.id,
            sak.tittel,
            sak.ansvarlig,
            foer.frist,
            ny,
            (ny - foer.frist).days,
            grunn,
            _gitt_i(sammenlikning.naa.register, sak.id),
        )


def _gitt_i(register: Register, id_: str) -> str:
    """Where an oppdrag, and its deadline with it, was given."""
    gitt = register.oppdrag[id_].verdi.gitt
    if gitt:
        return f"gitt {kortdato(gitt)}"
    return f"styringsbrevet {id_[:4]}" if int(id_[:4]) in register.styringsbrev else "ikke oppgitt"
