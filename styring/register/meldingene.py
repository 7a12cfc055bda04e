"""What has been told of a record, and what a unit must tell of in a period: asked alike by rules,
questions and forms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from styring.fag.frist import frist_per
from styring.fag.melding import er_tom, tilstand_av
from styring.fag.periode import Periode, sortering
from styring.fag.tilstand import LUKKEDE, Tilstand
from styring.fag.vedtaksdeler import er_avsluttet, rapporteres
from styring.register.register import Meldt, Register

if TYPE_CHECKING:
    from styring.modell.kommune import Rapporteringsrutine
    from styring.modell.oppdrag import Fristendring, Oppdrag
    from styring.modell.vedtak import Avslutning, Punkt, Vedtak


class Sak(NamedTuple):
    """One thing that a unit must tell of.

    ``slag`` is the part of the form; ``id`` may be a punkt of a vedtak, such as ``2022-KS-054/2``.
    """

    slag: str
    id: str
    enhet: str
    tittel: str
    frist: date | None
    offentlighet: str


def sist_meldt(register: Register, id_: str, dato: date) -> Meldt | None:
    """The last entry of the owner that counts on a day and gives a light.

    A word in between, without status and framdrift, changes no light.
    """
    return lyset_i(siste_ord(register, id_, dato))


def siste_ord(register: Register, id_: str, dato: date) -> list[Meldt]:
    """Everything the owner had told by a day, latest period first."""
    return [
        meldt
        for meldt in reversed(register.meldinger.get(id_, ()))
        if meldt.fra and meldt.fra <= dato and not er_tom(meldt.melding)
    ]


def lyset_i(ord_: Iterable[Meldt]) -> Meldt | None:
    """The first of some entries that gives a light."""
    for meldt in ord_:
        if tilstand_av(meldt.melding) is not Tilstand.IKKE_RAPPORTERT:
            return meldt
    return None


def siste_bidrag(register: Register, id_: str, dato: date) -> tuple[Meldt, ...]:
    """What each one who contributes has told last, of those that count on a day."""
    sagt = {
        meldt.enhet: meldt
        for meldt in register.bidrag.get(id_, ())
        if meldt.fra and meldt.fra <= dato and not er_tom(meldt.melding)
    }
    return tuple(sagt.values())


def bidraget(register: Register, id_: str, enhet: str, dato: date) -> tuple[Tilstand, str | None]:
    """How the one who contributes says it goes, in the last period that counts."""
    meldt = next((ett for ett in siste_bidrag(register, id_, dato) if ett.enhet == enhet), None)
    return (
        (tilstand_av(meldt.melding), meldt.melding.kommentar)
        if meldt
        else (Tilstand.IKKE_RAPPORTERT, None)
    )


def forrige_melding(
    register: Register, sak: str, periode: str, slag: str = "oppdrag", enhet: str | None = None
) -> Meldt | None:
    """The last entry that counts from a period before this one; for an oppdrag that was carried
    over, last year's.
    """
    rutine, alle = register.rutine, register.bidrag if slag == "bidrag" else register.meldinger
    foer = sortering(rutine, periode)
    if sagt := _siste_foer(alle.get(sak, ()), foer, rutine, enhet):
        return sagt
    oppdrag = register.oppdrag.get(sak)
    fra = oppdrag.verdi.viderefort_fra if oppdrag else None
    return _siste_foer(alle.get(fra, ()), foer, rutine, enhet) if fra else None


def _siste_foer(
    alle: Sequence[Meldt],
    foer: tuple[date, str],
    rutine: Rapporteringsrutine | None,
    enhet: str | None,
) -> Meldt | None:
    for meldt in reversed(alle):
        if (
            (enhet is None or enhet == meldt.enhet)
            and meldt.fra
            and sortering(rutine, meldt.periode) < foer
            and not er_tom(meldt.melding)
        ):
            return meldt
    return None


def er_gitt(oppdrag: Oppdrag, dato: date) -> bool:
    """Whether an oppdrag had been given by a day; one that came with the letter always had."""
    return oppdrag.gitt is None or oppdrag.gitt <= dato


def er_kjent(register: Register, id_: str, dato: date) -> bool:
    """Whether an oppdrag was known by a day: its letter had come, or its year begun where the
    letter gives no day, and it was given.
    """
    brev = register.styringsbrev.get(int(id_[:4]))
    fra = (brev.verdi.dato if brev else None) or date(int(id_[:4]), 1, 1)
    return fra <= dato and er_gitt(register.oppdrag[id_].verdi, dato)


def er_godkjent(register: Register, periode: str) -> bool:
    """Whether a period has been approved.

    What an approved form says is history: later changes of owner or helpers do not make it wrong.
    """
    samlet = register.samlerapporter.get(periode)
    return samlet is not None and samlet.verdi.godkjent is not None


def lukket_i(register: Register, oppdrag: str, periode: str) -> Meldt | None:
    """The earlier entry that closed an oppdrag before this period, or None where it was open."""
    forrige = forrige_melding(register, oppdrag, periode)
    return (
        forrige
        if forrige and forrige.post == oppdrag and tilstand_av(forrige.melding) in LUKKEDE
        else None
    )


def saker_i(register: Register, periode: Periode) -> Iterator[Sak]:
    """Everything that must be told of in a period: the open oppdrag of the year, contributions to
    them, and vedtak of any year until closed.
    """
    aar = str(periode.aar)
    for id_, post in register.oppdrag.items():
        oppdrag = post.verdi
        if (
            id_[:4] == aar
            and er_gitt(oppdrag, periode.slutt)
            and not lukket_i(register, id_, periode.id)
        ):
            yield Sak(
                "oppdrag",
                id_,
                oppdrag.ansvarlig,
                oppdrag.tittel,
                oppdrag.frist,
                oppdrag.offentlighet,
            )
            for enhet in dict.fromkeys(oppdrag.delansvar):
                if enhet != oppdrag.ansvarlig and not _har_bidratt(
                    register, id_, enhet, periode.id
                ):
                    yield Sak(
                        "bidrag", id_, enhet, oppdrag.tittel, oppdrag.frist, oppdrag.offentlighet
                    )
    for id_, vedtakspost in register.vedtak.items():
        if vedtakspost.verdi.dato <= periode.slutt:
            yield from _saker_av(id_, vedtakspost.verdi, periode.slutt)


def _har_bidratt(register: Register, oppdrag: str, enhet: str, periode: str) -> bool:
    """Whether a unit said in an earlier period that its part is done."""
    forrige = forrige_melding(register, oppdrag, periode, "bidrag", enhet)
    return (
        forrige is not None and forrige.post == oppdrag and tilstand_av(forrige.melding) in LUKKEDE
    )


def _saker_av(id_: str, vedtak: Vedtak, dato: date) -> Iterator[Sak]:
    """A vedtak as its owner tells of it, and each punkt that somebody else has.

    A budsjettsak lives in its verbalvedtak.
    """
    if er_avsluttet(vedtak, dato):
        return
    for del_ in rapporteres(id_, vedtak, dato):
        yield Sak(
            "vedtak",
            del_.nokkel,
            del_.enhet,
            del_.tittel,
            fristen(vedtak, del_.punkt, date.max),
            vedtak.offentlighet,
        )


def punktet(register: Register, nokkel: str) -> tuple[Vedtak, Punkt | None] | None:
    """Look up a vedtak, or one punkt of it, by the key a form uses. None where it is not known."""
    id_, skille, nr = nokkel.partition("/")
    post = register.vedtak.get(id_)
    if post is None:
        return None
    punkt = next((punkt for punkt in post.verdi.punkter if skille and str(punkt.nr) == nr), None)
    return None if skille and punkt is None else (post.verdi, punkt)


def tilstanden(register: Register, id_: str, dato: date) -> Tilstand:
    """How an oppdrag, a vedtak or a punkt stands on a day."""
    return tilstanden_etter(register, id_, dato, sist_meldt(register, id_, dato))


def tilstanden_etter(register: Register, id_: str, dato: date, meldt: Meldt | None) -> Tilstand:
    """How something stands on a day, after the last entry that gives a light: what an organ has
    ended, no entry changes.
    """
    if ende := enden(register, id_, dato):
        return Tilstand.BORTFALT if ende.utfall == "bortfalt" else Tilstand.AVSLUTTET
    return tilstand_av(meldt.melding) if meldt else Tilstand.IKKE_RAPPORTERT


def svares_i(vedtak: Vedtak, punkt: Punkt | None) -> str | None:
    """Where the answer to a vedtak, or to one punkt of it, comes.

    What is said of the whole is told of a punkt as just that.
    """
    if punkt is None or punkt.svares_i:
        return (punkt or vedtak).svares_i
    return (
        f"{vedtak.svares_i.strip().removesuffix('.')} (hele vedtaket)" if vedtak.svares_i else None
    )


def enden(register: Register, nokkel: str, dato: date) -> Avslutning | None:
    """The organ's own ending of a vedtak or a punkt that holds on a day: the punkt's, or else that
    of the whole.
    """
    vedtak, punkt = punktet(register, nokkel) or (None, None)
    return next(
        (del_.avsluttet for del_ in (punkt, vedtak) if del_ and er_avsluttet(del_, dato)), None
    )


def fristen(vedtak: Vedtak, punkt: Punkt | None, dato: date) -> date | None:
    """The deadline that a form gives for a vedtak, or for one punkt of it, as it was on a day: the
    one that the work as a whole is judged by.

    A punkt without one of its own has that of the whole; a vedtak without one has the first of its
    open punkter that nobody else follows up.
    """
    if punkt is not None and punkt.frist:
        return frist_per(punkt.frist, punkt.fristendringer, dato)
    if vedtak.frist or vedtak.fristendringer:
        return frist_per(vedtak.frist, vedtak.fristendringer, dato)
    egne = (
        frist_per(ett.frist, ett.fristendringer, dato)
        for ett in vedtak.punkter
        if not ett.ansvarlig and not er_avsluttet(ett, dato)
    )
    return min((frist for frist in egne if frist), default=None) if punkt is None else None


def fristendringene(register: Register, nokkel: str) -> tuple[Fristendring, ...]:
    """Every change of the deadline that holds for an oppdrag, a vedtak or a punkt: its own, or for
    a punkt without one that of the whole.
    """
    if oppdrag := register.oppdrag.get(nokkel):
        return oppdrag.verdi.fristendringer
    vedtak, punkt = punktet(register, nokkel) or (None, None)
    if punkt is not None and punkt.frist:
        return punkt.fristendringer
    return vedtak.fristendringer if vedtak else ()
