"""The parts of a vedtak: what is told of by itself, what its organ has ended, and every deadline
that it has.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from styring.fag.frist import frist_per

if TYPE_CHECKING:
    from styring.modell.vedtak import Punkt, Vedtak


class Vedtaksdel(NamedTuple):
    """A part of a vedtak that is told of by itself: the whole (``punkt`` None), or one punkt that
    somebody has.
    """

    nokkel: str
    enhet: str
    tittel: str
    punkt: Punkt | None


class Vedtaksfrist(NamedTuple):
    """One open deadline of a vedtak.

    ``punkt`` is the number of the punkt it is written on, None for that of the whole.

    ``nokkel`` is who must keep it: the vedtak, or one punkt of it. ``fortelles_i`` is the part that
    tells how it goes: for a punkt that nobody has, the whole. ``deler`` are the parts that decide
    whether it binds, where no part tells of it.
    """

    nokkel: str
    enhet: str
    tittel: str
    frist: date
    punkt: int | None
    fortelles_i: str
    deler: tuple[str, ...] = ()


def er_avsluttet(vedtak: Vedtak | Punkt, dato: date) -> bool:
    """Whether the organ has closed a vedtak or a punkt of it on a day."""
    return vedtak.avsluttet is not None and vedtak.avsluttet.dato <= dato


def rapporteres(id_: str, vedtak: Vedtak, dato: date) -> Iterator[Vedtaksdel]:
    """The parts of a vedtak that are told of. Those that have ended by a day are left out."""
    egne = [punkt for punkt in vedtak.punkter if punkt.ansvarlig]
    if vedtak.type != "budsjettsak" and not (egne and len(egne) == len(vedtak.punkter)):
        yield Vedtaksdel(id_, vedtak.ansvarlig, vedtak.tittel, None)
    for punkt in egne:
        if not er_avsluttet(punkt, dato):
            yield Vedtaksdel(
                f"{id_}/{punkt.nr}",
                punkt.ansvarlig or vedtak.ansvarlig,
                f"{vedtak.tittel}, punkt {punkt.nr}",
                punkt,
            )


def apne_frister(id_: str, vedtak: Vedtak, dato: date) -> Iterator[Vedtaksfrist]:
    """Every deadline that a vedtak has and its organ has not ended: each punkt's own, and that of
    the whole for each who must keep it.

    The one place where this is decided. A punkt that somebody has and that has no deadline of its
    own keeps that of the whole.
    """
    if er_avsluttet(vedtak, dato):
        return
    apne = [punkt for punkt in vedtak.punkter if not er_avsluttet(punkt, dato)]
    egne = {
        punkt.nr: frist
        for punkt in apne
        if (frist := frist_per(punkt.frist, punkt.fristendringer, dato))
    }
    for punkt in apne:
        if punkt.nr in egne:
            nokkel = f"{id_}/{punkt.nr}"
            tittel, enhet = (
                f"{vedtak.tittel}, punkt {punkt.nr}",
                punkt.ansvarlig or vedtak.ansvarlig,
            )
            yield Vedtaksfrist(
                nokkel, enhet, tittel, egne[punkt.nr], punkt.nr, nokkel if punkt.ansvarlig else id_
            )
    hele = frist_per(vedtak.frist, vedtak.fristendringer, dato)
    deler = list(rapporteres(id_, vedtak, dato))
    holder = [del_ for del_ in deler if del_.punkt is None or del_.punkt.nr not in egne]
    for del_ in holder:
        if hele:
            yield Vedtaksfrist(del_.nokkel, del_.enhet, del_.tittel, hele, None, del_.nokkel)
    if hele and not holder and (apne or not vedtak.punkter):
        uten = (id_,) if any(not punkt.ansvarlig for punkt in apne) else ()
        yield Vedtaksfrist(
            id_,
            vedtak.ansvarlig,
            vedtak.tittel,
            hele,
            None,
            id_,
            (*uten, *(del_.nokkel for del_ in deler)),
        )
