"""How near the prognoses of a year came: each month's held against what the year became."""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from styring.fag.belop import HUNDRE, NULL
from styring.fag.okonomi import AARET, Okonomimaaned
from styring.feil import StyringFeil
from styring.modell.form import Leser
from styring.register.okonomien import (
    Omraadetall,
    maanedene,
    omraadetallene,
    regnskapet,
    sum_hvis_alle,
    teller_i_summen,
)
from styring.register.register import Register
from styring.sporring.felles.utvalg import omfanget


class Treffpunkt(NamedTuple):
    """One month: the expected avvik, with and without what was only proposed, and how much better
    (plus) than the outcome it was.
    """

    maaned: str
    avvik: Decimal
    etter_tiltak: Decimal
    skjevhet: Decimal
    skjevhet_etter: Decimal


class Treffrad(NamedTuple):
    """One unit, or the whole: what the year became, each month's prognosis, and how far off they
    were on average, in kroner and in percent of the budget. Plus is too optimistic.
    """

    kode: str
    navn: str
    budsjett: Decimal
    utfall: Decimal
    punkter: tuple[Treffpunkt, ...]
    skjevhet: Decimal | None
    prosent: Decimal | None


@dataclass(frozen=True, slots=True)
class Prognosetreffsvar:
    """The answer: each unit that has answered for all of its areas in a month, and the whole."""

    kommune: str
    navn: str
    aar: int
    rader: tuple[Treffrad, ...]
    sum: Treffrad | None
    utelatt: int


def prognosetreff(
    register: Register, aar: int | None = None, sektor: str | None = None
) -> Prognosetreffsvar:
    """Answer for a year whose books are closed (the last of them). Raises StyringFeil."""
    omfang = omfanget(register, sektor)
    lukkede = sorted(int(i[:4]) for i in register.regnskap if i.partition("/")[0].endswith(AARET))
    valgt = aar or (lukkede[-1] if lukkede else None)
    if valgt is None or valgt not in lukkede:
        if register.leser is Leser.OFFENTLIG:
            raise StyringFeil("månedene er interne, og treffsikkerheten er ikke for denne leseren.")
        hvilket = f"{valgt} er ikke gjort opp" if valgt else "ingen år er gjort opp"
        raise StyringFeil(
            f"{hvilket}, så prognosene kan ikke holdes mot noe. Legg inn årets regnskap med"
            f" «styring importer regnskap FIL --kart KART --maaned {valgt or 'ÅR'}-{AARET}»."
        )
    utfallet = _tallene(register, Okonomimaaned(f"{valgt}-{AARET}"), omfang.koder)
    maaneder = {
        maaned.id: _tallene(register, maaned, omfang.koder) for maaned in maanedene(register, valgt)
    }
    enheter = dict.fromkeys(tall.enhet for tall in utfallet.values())
    rader = [
        rad
        for enhet in enheter
        if (
            rad := _raden(
                enhet,
                register.enhetsnavn(enhet),
                {kode: tall for kode, tall in utfallet.items() if tall.enhet == enhet},
                maaneder,
            )
        )
    ]
    return Prognosetreffsvar(
        omfang.kommune,
        omfang.navn,
        valgt,
        tuple(rader),
        _raden("", omfang.navn, utfallet, maaneder),
        register.utelatt,
    )


_Tallene = dict[str, Omraadetall]


def _tallene(register: Register, maaned: Okonomimaaned, koder: frozenset[str] | None) -> _Tallene:
    """The areas that the ledger has for a month, selvkost apart."""
    bok = regnskapet(register, maaned)
    fort = bok.verdi.omraader if bok else {}
    return {
        tall.kode: tall
        for tall in omraadetallene(register, maaned, koder)
        if teller_i_summen(tall) and tall.kode in fort
    }


def _raden(
    kode: str, navn: str, utfallet: _Tallene, maaneder: dict[str, _Tallene]
) -> Treffrad | None:
    budsjett = sum((tall.revidert for tall in utfallet.values()), NULL)
    utfall = sum_hvis_alle(tall.avvik for tall in utfallet.values())
    brukt = sum_hvis_alle(tall.regnskap for tall in utfallet.values())
    if utfall is None or brukt is None:
        return None
    punkter = [
        punkt
        for id_, tallene in maaneder.items()
        if (punkt := _punktet(id_, [tallene.get(ett) for ett in utfallet], brukt))
    ]
    if not punkter:
        return None
    snitt = sum((punkt.skjevhet for punkt in punkter), NULL) / len(punkter)
    prosent = (snitt * HUNDRE / abs(budsjett)).quantize(Decimal("0.1")) if budsjett else None
    return Treffrad(kode, navn, budsjett, utfall, tuple(punkter), snitt, prosent)


def _punktet(maaned: str, alle: "list[Omraadetall | None]", brukt: Decimal) -> Treffpunkt | None:
    """A month where every area has a prognosis; None where one has not. What was expected to be
    used is held against what was used: a change of the budget since moves neither.
    """
    kjente = [tall for tall in alle if tall and tall.avvik is not None]
    if len(kjente) != len(alle):
        return None
    avvik = sum_hvis_alle(tall.avvik for tall in kjente) or NULL
    foreslaatt = sum((tall.foreslaatt for tall in kjente), NULL)
    skjevhet = brukt - (sum_hvis_alle(tall.prognose for tall in kjente) or NULL)
    return Treffpunkt(maaned, avvik, avvik + foreslaatt, skjevhet, skjevhet + foreslaatt)
