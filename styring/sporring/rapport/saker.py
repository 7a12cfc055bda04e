"""One oppdrag or vedtak as a report tells of it: how it stands, what it was before, what is done,
in names instead of codes.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from styring.fag.frist import gjorte
from styring.fag.tilstand import AVVIK, LUKKEDE, Tilstand
from styring.modell.oppdrag import Oppdrag
from styring.modell.rapport import Tiltak
from styring.modell.vedtak import Punkt, Vedtak
from styring.register.meldingene import (
    bidraget,
    enden,
    fristendringene,
    punktet,
    sist_meldt,
    svares_i,
)
from styring.register.register import Register
from styring.sporring.felles.utvalg import perioden_eller_ingen
from styring.sporring.oppdrag.stilling import Stilling
from styring.sporring.tid.to_bilder import Sammenlikning

BARE_FOR_MALER = {"bare_for_maler": True}
"""Marks a field of an answer that is no part of it as JSON."""


class Tiltaksord(NamedTuple):
    """One measure: what, who (a name or a role), by when."""

    tekst: str
    hvem: str | None
    frist: date | None


class Bidragsord(NamedTuple):
    """One contribution that is off track."""

    enhet: str
    tilstand: Tilstand
    kommentar: str | None


class Avsluttet(NamedTuple):
    """How an organ ended a vedtak."""

    dato: date
    organ: str
    sak: str
    bortfalt: bool
    merknad: str | None


class Dokumentord(NamedTuple):
    """Something that shows what has been done, where it is found, and what it is of where that is
    another than what it stands under.
    """

    tittel: str
    henvisning: str | None
    gjelder: str | None


class Vedtaksord(NamedTuple):
    """What only a vedtak has.

    ``dager`` is its age, or how long it took, in days; ``punkt`` its number in a budsjettsak.
    """

    sak: str
    type: str
    organ: str
    dato: date
    dager: int
    punkt: int | None
    tekst: str | None
    fremmet_av: str | None
    svares_i: str | None
    dokumentasjon: tuple[Dokumentord, ...]
    avsluttet: Avsluttet | None


@dataclass(frozen=True, slots=True)
class Rapportsak:
    """One thing in a report.

    ``frist_foer`` and ``forventet_foer`` are what they were in the last report, where that was
    something else.

    ``fristpunkt`` is the punkt of a vedtak that the deadline is written on, where it is not that of
    the whole, which is ``frist_hele``. ``frist_godkjent`` is False where the last change of the
    deadline was never approved. ``frist_i_skjema`` is what the form says, where that is neither the
    deadline nor one it is known to have had. ``bidrag`` are those off track. ``post`` is the record
    itself, so that a template can show any field of it.
    """

    id: str
    tittel: str
    enhet: str
    tilstand: Tilstand
    foer: Tilstand | None
    frist: date | None
    fristpunkt: int | None
    frist_hele: date | None
    frist_foer: date | None
    frist_godkjent: bool
    frist_i_skjema: date | None
    forfalt: bool
    meldt_i: str | None
    forventet_ferdig: str | None
    forventet_foer: str | None
    kommentar: str | None
    begrunnelse: str | None
    tiltak: tuple[Tiltaksord, ...]
    bidrag: tuple[Bidragsord, ...]
    til_kommunedirektoren: str | None
    vedtak: Vedtaksord | None
    post: Oppdrag | Vedtak | None = field(default=None, metadata=BARE_FOR_MALER)

    @property
    def utenfor(self) -> bool:
        """Whether something about it is off track: told so, past its deadline, or somebody who
        contributes says so.
        """
        return self.tilstand in AVVIK or self.forfalt or bool(self.bidrag)


def rapportsak(sammenlikning: Sammenlikning, sak: Stilling) -> Rapportsak:
    """Tell of one thing."""
    register, dato = sammenlikning.naa.register, sammenlikning.naa.dato
    foer = sammenlikning.tidligere(sak.id)
    meldt = sist_meldt(register, sak.id, dato)
    frist_foer = foer.frist if foer and foer.fristpunkt == sak.fristpunkt else None
    endret = gjorte(
        fristendringene(register, f"{sak.id}/{sak.fristpunkt}" if sak.fristpunkt else sak.id), dato
    )
    skjemaets = meldt.melding.frist if meldt else None
    return Rapportsak(
        id=sak.id,
        tittel=sak.tittel,
        enhet=register.enhetsnavn(sak.ansvarlig),
        tilstand=sak.tilstand,
        foer=foer.tilstand if foer else None,
        frist=sak.frist,
        fristpunkt=sak.fristpunkt,
        frist_hele=sak.frist_hele,
        frist_foer=frist_foer if frist_foer != sak.frist else None,
        frist_godkjent=not endret or endret[-1].godkjent_av is not None,
        frist_i_skjema=None if skjemaets in _kjente_frister(register, sak, dato) else skjemaets,
        forfalt=sak.forfalt,
        meldt_i=_periodenavn(register, sak.meldt_i),
        forventet_ferdig=sak.forventet_ferdig,
        forventet_foer=(
            foer.forventet_ferdig
            if foer and sak.forventet_ferdig != foer.forventet_ferdig
            else None
        ),
        kommentar=sak.kommentar,
        begrunnelse=meldt.melding.begrunnelse if meldt else None,
        tiltak=tuple(tiltaksord(register, tiltak) for tiltak in sak.tiltak),
        bidrag=(
            tuple(_bidrag(register, sak.id, dato))
            if sak.slag == "oppdrag" and sak.tilstand not in LUKKEDE
            else ()
        ),
        til_kommunedirektoren=sak.til_kommunedirektoren,
        vedtak=vedtaksord(register, sak.id, dato) if sak.slag == "vedtak" else None,
        post=_posten(register, sak.id),
    )


def _posten(register: Register, id_: str) -> Oppdrag | Vedtak | None:
    post = register.ansvarspost(id_.partition("/")[0])
    return post.verdi if post else None


def _kjente_frister(register: Register, sak: Stilling, dato: date) -> set[date | None]:
    """The deadlines that a form may rightly have said for a thing: those it has or has had, and for
    a whole vedtak those of its punkter too.
    """
    vedtak, punkt = punktet(register, sak.id) or (None, None)
    deler: list[Oppdrag | Vedtak | Punkt]
    deler = (
        [register.oppdrag[sak.id].verdi]
        if vedtak is None
        else [vedtak, *((punkt,) if punkt else vedtak.punkter)]
    )
    return {
        None,
        sak.frist,
        *(
            frist
            for del_ in deler
            for frist in (
                del_.frist,
                *(endring.fra for endring in gjorte(del_.fristendringer, dato)),
            )
        ),
    }


def tiltaksord(register: Register, tiltak: Tiltak) -> Tiltaksord:
    """Tell of a measure in names."""
    return Tiltaksord(
        tiltak.tekst,
        register.enhetsnavn(tiltak.ansvarlig) if tiltak.ansvarlig else None,
        tiltak.frist,
    )


def _periodenavn(register: Register, id_: str | None) -> str | None:
    periode = perioden_eller_ingen(register, id_ or "")
    return periode.navn if periode else id_


def _bidrag(register: Register, id_: str, dato: date) -> Iterator[Bidragsord]:
    for enhet in dict.fromkeys(register.oppdrag[id_].verdi.delansvar):
        tilstand, kommentar = bidraget(register, id_, enhet, dato)
        if tilstand in AVVIK:
            yield Bidragsord(register.enhetsnavn(enhet), tilstand, kommentar)


def _dokumentasjon(vedtak: Vedtak, punkt: Punkt | None, dato: date) -> Iterator[Dokumentord]:
    """What shows that a part of a vedtak is done: a punkt's own under the punkt, the rest under the
    whole, and none that came after the day.

    Where every punkt is told of by itself, nothing tells of the whole: what shows something of it
    stands under each, and says so.
    """
    egne = {ett.nr for ett in vedtak.punkter if ett.ansvarlig}
    delt = vedtak.type == "budsjettsak" or len(egne) == len(vedtak.punkter)
    for ett in vedtak.dokumentasjon:
        if ett.dato and ett.dato > dato:
            continue
        if punkt is None and ett.punkt not in egne:
            yield Dokumentord(
                ett.tittel, ett.henvisning, f"punkt {ett.punkt}" if ett.punkt else None
            )
        elif punkt is not None and (ett.punkt == punkt.nr or (delt and ett.punkt is None)):
            yield Dokumentord(ett.tittel, ett.henvisning, None if ett.punkt else "hele vedtaket")


def vedtaksord(register: Register, nokkel: str, dato: date) -> Vedtaksord:
    """Tell what only a vedtak has, or one punkt of it."""
    funnet = punktet(register, nokkel)
    if funnet is None:
        raise AssertionError(nokkel)
    vedtak, punkt = funnet
    ende = enden(register, nokkel, dato)
    return Vedtaksord(
        sak=vedtak.sak,
        type=vedtak.type,
        organ=register.enhetsnavn(vedtak.organ),
        dato=vedtak.dato,
        dager=((ende.dato if ende else dato) - vedtak.dato).days,
        punkt=vedtak.punkt,
        tekst=punkt.tekst if punkt else vedtak.tekst,
        fremmet_av=vedtak.fremmet_av,
        svares_i=svares_i(vedtak, punkt),
        dokumentasjon=tuple(_dokumentasjon(vedtak, punkt, dato)),
        avsluttet=(
            Avsluttet(
                ende.dato,
                register.enhetsnavn(ende.organ),
                ende.sak,
                ende.utfall == "bortfalt",
                ende.merknad,
            )
            if ende
            else None
        ),
    )
