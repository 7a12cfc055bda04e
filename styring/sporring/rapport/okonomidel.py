"""The chapter about the economy in a report: finished figures, and the words beside them."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from styring.fag.belop import NULL
from styring.fag.okonomi import Okonomimaaned, avviksord
from styring.fag.periode import Periode
from styring.modell.okonomikapittel import Kapittelinvestering, Kapittelomraade, Okonomikapittel
from styring.register.okonomien import sum_hvis_alle
from styring.register.okonomikapittelet import kapittelet
from styring.register.register import Register


class Okonomilinje(NamedTuple):
    """One area, or the whole; None where nobody has said."""

    navn: str
    enhet: str
    budsjett: Decimal
    regnskap: Decimal | None
    avvik: Decimal | None
    forrige_avvik: Decimal | None
    etter_tiltak: Decimal | None
    ordet: str
    kommentar: str

    @property
    def storrelse(self) -> Decimal:
        """How large the avvik is, beside the word that says which way."""
        return abs(self.avvik or NULL)


class Fondslinje(NamedTuple):
    """One fund through the year."""

    navn: str
    ib: Decimal
    endring: Decimal
    ub: Decimal
    prosent: Decimal | None


class Investeringslinje(NamedTuple):
    """One project; ``rebudsjettering`` is what is expected to be needed next year instead."""

    prosjekt: Kapittelinvestering
    avvik: Decimal | None
    rebudsjettering: Decimal | None


class Forslagslinje(NamedTuple):
    """One amount of a proposal, and what it is called."""

    navn: str
    belop: Decimal


class Budsjettforslaget(NamedTuple):
    """One proposal to change the budget, with its number."""

    nr: int
    type: str
    tekst: str
    linjer: tuple[Forslagslinje, ...]


class Okonomidel(NamedTuple):
    """The chapter. ``sum`` is without selvkost, which goes to its own fund."""

    maaned: str
    er_aaret: bool
    linjer: tuple[Okonomilinje, ...]
    sum: Okonomilinje
    selvkost: tuple[Okonomilinje, ...]
    fond: tuple[Fondslinje, ...]
    netto_driftsresultat: Decimal | None
    investeringer: tuple[Investeringslinje, ...]
    forslag: tuple[Budsjettforslaget, ...]


def okonomidel(
    register: Register, periode: Periode, koder: frozenset[str] | None = None
) -> Okonomidel | None:
    """Give the chapter for the whole, or for the areas of some units alone; None where there are no
    figures.
    """
    kapittel = kapittelet(register, periode)
    if kapittel is None:
        return None
    alle = [
        (_linjen(register, ett), ett.type)
        for ett in kapittel.omraader.values()
        if koder is None or ett.enhet in koder
    ]
    if not alle:
        return None
    linjer = [linje for linje, type_ in alle if type_ != "selvkost"]
    helt = koder is None
    return Okonomidel(
        maaned=Okonomimaaned(kapittel.maaned).navn,
        er_aaret=Okonomimaaned(kapittel.maaned).er_aaret,
        linjer=tuple(linjer),
        sum=_sum(linjer),
        selvkost=tuple(linje for linje, type_ in alle if type_ == "selvkost"),
        fond=tuple(_fondene(kapittel)) if helt else (),
        netto_driftsresultat=kapittel.netto_driftsresultat if helt else None,
        investeringer=tuple(_investeringene(kapittel)) if helt else (),
        forslag=tuple(_forslagene(register, periode, kapittel)) if helt else (),
    )


def _linjen(register: Register, ett: Kapittelomraade) -> Okonomilinje:
    return Okonomilinje(
        navn=ett.navn,
        enhet=register.enhetsnavn(ett.enhet),
        budsjett=ett.budsjett,
        regnskap=ett.regnskap,
        avvik=ett.avvik,
        forrige_avvik=ett.forrige_avvik,
        etter_tiltak=ett.etter_tiltak,
        ordet="" if ett.avvik is None else avviksord(ett.avvik, ett.budsjett),
        kommentar=ett.kommentar or "",
    )


def _sum(linjer: list[Okonomilinje]) -> Okonomilinje:
    """All of them; what one has not said, the whole can't say."""
    budsjett = sum((linje.budsjett for linje in linjer), NULL)
    avvik = sum_hvis_alle(linje.avvik for linje in linjer)
    return Okonomilinje(
        navn="Sum",
        enhet="",
        budsjett=budsjett,
        regnskap=sum_hvis_alle(linje.regnskap for linje in linjer),
        avvik=avvik,
        forrige_avvik=sum_hvis_alle(linje.forrige_avvik for linje in linjer),
        etter_tiltak=sum_hvis_alle(linje.etter_tiltak for linje in linjer),
        ordet="" if avvik is None else avviksord(avvik, abs(budsjett)),
        kommentar="",
    )


def _fondene(kapittel: Okonomikapittel) -> Iterable[Fondslinje]:
    for fond in (kapittel.fond or {}).values():
        yield Fondslinje(fond.navn, fond.ib, fond.endring, fond.ib + fond.endring, fond.prosent)


def _investeringene(kapittel: Okonomikapittel) -> Iterable[Investeringslinje]:
    for ett in (kapittel.investeringer or {}).values():
        avvik = None if ett.totalprognose is None else ett.totalramme - ett.totalprognose
        rest = None if ett.aarsprognose is None else max(ett.aarsbudsjett - ett.aarsprognose, NULL)
        yield Investeringslinje(ett, avvik, rest)


def _forslagene(
    register: Register, periode: Periode, kapittel: Okonomikapittel
) -> Iterable[Budsjettforslaget]:
    samlet = register.samlerapporter.get(periode.id)
    navnene = {kode: ett.navn for kode, ett in kapittel.omraader.items()}
    navnene |= {kode: fond.navn for kode, fond in (kapittel.fond or {}).items()}
    navnene |= {kode: ett.navn for kode, ett in (kapittel.investeringer or {}).items()}
    for nr, forslag in enumerate(samlet.verdi.forslag_budsjettendring if samlet else (), 1):
        linjer = (
            Forslagslinje(navnene.get(kode, kode), belop) for kode, belop in forslag.belop.items()
        )
        yield Budsjettforslaget(nr, forslag.type, forslag.tekst, tuple(linjer))
