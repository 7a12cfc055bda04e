"""The funds and the investments of a month: what was budgeted, what is used, what is expected."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from styring.fag.belop import HUNDRE, NULL
from styring.fag.okonomi import Okonomimaaned, enheten, revidert
from styring.register.okonomien import (
    budsjettet,
    omraadetallene,
    ordene,
    regnskapet,
    sum_hvis_alle,
    teller_i_summen,
)

if TYPE_CHECKING:
    from styring.modell.okonomi import Budsjett, Investeringsord
    from styring.register.register import Register

_EN_DESIMAL, _TO_DESIMALER = Decimal("0.1"), Decimal("0.01")
"""A percentage is told with one decimal, and written with two, as amounts are."""


@dataclass(frozen=True, slots=True)
class Fondstall:
    """One fund: at the beginning of the year, what the budget moves as it is now, and what is
    expected to be left. A selvkost area's avvik goes to its fund.
    """

    kode: str
    navn: str
    type: str
    ib: Decimal
    endring: Decimal
    ub: Decimal
    prosent: Decimal | None
    """Of the operating income, for the disposisjonsfond."""


@dataclass(frozen=True, slots=True)
class Investeringstall:
    """One project: the frame of it all, what was used before this year, this year's budget as it is
    now, what is used, and what is expected; None where nobody has said.
    """

    kode: str
    navn: str
    enhet: str
    totalramme: Decimal
    brukt_tidligere: Decimal
    aarsbudsjett: Decimal
    hittil: Decimal | None
    aarsprognose: Decimal | None
    totalprognose: Decimal | None
    ferdig: str | None
    kommentar: str

    @property
    def avvik(self) -> Decimal | None:
        """What is left of the whole frame; minus is dearer than the frame."""
        return None if self.totalprognose is None else self.totalramme - self.totalprognose


def fondene(register: "Register", maaned: Okonomimaaned) -> Iterator[Fondstall]:
    """Every fund of the year's budget."""
    post = budsjettet(register, maaned.aar)
    if post is None:
        return
    budsjett = post.verdi
    tallene = {tall.kode: tall for tall in omraadetallene(register, maaned)}
    for kode, fond in (budsjett.fond or {}).items():
        tall = tallene.get(fond.omraade or "")
        if tall is None:
            ramme = (fond.avsetning or NULL) - (fond.bruk or NULL)
            endring = revidert(budsjett, kode, maaned.slutt, ramme)
        else:  # what a selvkost area has over, or lacks, is its fund's: the same amounts
            endring = (tall.avvik or NULL) - tall.revidert
        ub = fond.ib + endring
        inntekter = budsjett.driftsinntekter
        andel = ub * HUNDRE / inntekter if inntekter and fond.type == "disposisjon" else None
        prosent = andel.quantize(_EN_DESIMAL).quantize(_TO_DESIMALER) if andel is not None else None
        yield Fondstall(kode, fond.navn, fond.type, fond.ib, endring, ub, prosent)


def investeringene(register: "Register", maaned: Okonomimaaned) -> Iterator[Investeringstall]:
    """Every project of the year's budget."""
    post = budsjettet(register, maaned.aar)
    bok = regnskapet(register, maaned)
    fort = (bok.verdi.investeringer or {}) if bok else {}
    for kode, ett in (post.verdi.investeringer or {}).items() if post else ():
        enhet = enheten(ett, maaned.slutt)
        meldt = ordene(register, maaned, enhet)
        ord_ = (meldt.verdi.investeringer or {}).get(kode) if meldt else None
        budsjett: Budsjett = post.verdi  # type: ignore[union-attr]  # there is one: it has this
        yield Investeringstall(
            kode=kode,
            navn=ett.navn,
            enhet=enhet,
            totalramme=ett.totalramme,
            brukt_tidligere=ett.brukt_tidligere or NULL,
            aarsbudsjett=revidert(budsjett, kode, maaned.slutt, ett.aarsbudsjett),
            hittil=fort[kode].regnskap if kode in fort else None,
            aarsprognose=ord_.aarsprognose if ord_ else None,
            totalprognose=ord_.totalprognose if ord_ else None,
            ferdig=_ferdig(ord_) or ett.ferdig,
            kommentar=(ord_.kommentar or "") if ord_ else "",
        )


def _ferdig(ord_: "Investeringsord | None") -> str | None:
    return ord_.ferdig if ord_ else None


def netto_driftsresultat(register: "Register", maaned: Okonomimaaned) -> Decimal | None:
    """What the year is expected to give to the funds: what the budget sets aside, less what it
    uses, and the expected avvik. None where not every area has a prognosis.
    """
    tallene = [t for t in omraadetallene(register, maaned) if teller_i_summen(t)]
    avvik = sum_hvis_alle(tall.avvik for tall in tallene)
    if avvik is None:
        return None
    avsatt = sum((f.endring for f in fondene(register, maaned) if f.type != "selvkost"), NULL)
    return avsatt + avvik
