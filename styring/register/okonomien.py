"""The figures of a month, area by area: what rules, questions and documents all stand on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from styring.fag.belop import NULL
from styring.fag.okonomi import (
    AARET,
    Okonomimaaned,
    Vesentlighetsgrense,
    avviksord,
    enheten,
    er_vesentlig,
    foreslaatt_virkning,
    hittil,
    netto,
    revidert,
)

if TYPE_CHECKING:
    from styring.modell.fravaer import Fravaer
    from styring.modell.okonomi import (
        Budsjett,
        Budsjettomraade,
        Innsparing,
        Innsparingstiltak,
        Maanedsord,
        Omraadeord,
        Regnskap,
        Regnskapslinje,
    )
    from styring.register.post import Post
    from styring.register.register import Register

_INGEN: Mapping[str, "Innsparingstiltak"] = {}


@dataclass(frozen=True, slots=True)
class Omraadetall:
    """One area in one month, in kroner; None where nobody has said. An avvik is minus where it is
    worse. ``beregnet``: the ledger does not say how the budget is spread, so it is a twelfth for
    each month.
    """

    kode: str
    navn: str
    enhet: str
    type: str
    revidert: Decimal
    budsjett_hittil: Decimal | None
    regnskap: Decimal | None
    prognose: Decimal | None
    foreslaatt: Decimal
    beregnet: bool
    ord: "Omraadeord | None"

    @property
    def avvik_hittil(self) -> Decimal | None:
        """What is left of the budget so far; minus is more used than budgeted."""
        if self.regnskap is None or self.budsjett_hittil is None:
            return None
        return self.budsjett_hittil - self.regnskap

    @property
    def gjenstaar(self) -> Decimal | None:
        """What is left of the whole year's budget."""
        return None if self.regnskap is None else self.revidert - self.regnskap

    @property
    def avvik(self) -> Decimal | None:
        """What is expected at the end of the year."""
        return None if self.prognose is None else self.revidert - self.prognose

    @property
    def etter_tiltak(self) -> Decimal | None:
        """The same, when the measures that are only proposed are put into effect."""
        return None if self.avvik is None else self.avvik + self.foreslaatt

    @property
    def ordet(self) -> str:
        """What the expected avvik is called; empty where nobody has said."""
        return "" if self.avvik is None else avviksord(self.avvik, self.revidert)


def maanedene(register: "Register", aar: int | None = None) -> list[Okonomimaaned]:
    """The months that the ledger has been read for, oldest first; the closed year is not one."""
    alle = {id_.partition("/")[0] for id_ in register.regnskap}
    return [
        Okonomimaaned(id_)
        for id_ in sorted(alle)
        if not id_.endswith(AARET) and (aar is None or id_.startswith(f"{aar}-"))
    ]


def budsjettet(register: "Register", aar: int) -> "Post[Budsjett] | None":
    """The budget of a year."""
    return register.budsjetter.get(f"{aar}-budsjett")


def regnskapet(register: "Register", maaned: Okonomimaaned) -> "Post[Regnskap] | None":
    """What the ledger said for a month."""
    return register.regnskap.get(f"{maaned.id}/regnskap")


def ordene(register: "Register", maaned: Okonomimaaned, enhet: str) -> "Post[Maanedsord] | None":
    """What a unit said for a month."""
    return register.maanedsord.get(f"{maaned.id}/{enhet}")


def fravaerslistene(register: "Register") -> "Mapping[str, Post[Fravaer]]":
    """Sykefravær og årsverk by id, ``2024-03/fravaer``."""
    return register.poster.get("fravaer", {})


def innsparingen(register: "Register") -> "Mapping[str, Post[Innsparing]]":
    """The measures of each year by id (``2024-tiltak``)."""
    return register.poster.get("innsparing", {})


def vurderingen_av(register: "Register", maaned: Okonomimaaned) -> str:
    """The kommunedirektør's word of a month; empty where there is none."""
    post = register.poster.get("maanedssamling", {}).get(f"{maaned.id}/kommunedirektor")
    return (post.verdi.samlet_vurdering or "") if post else ""


def tiltakene(register: "Register", aar: int) -> "Mapping[str, Innsparingstiltak]":
    """The year's measures by id."""
    post = innsparingen(register).get(f"{aar}-tiltak")
    return post.verdi.tiltak if post else _INGEN


def grensen(register: "Register") -> Vesentlighetsgrense | None:
    """When an expected overspend must be dealt with; None where the municipality has not said."""
    rutine = register.rutine.okonomi if register.rutine else None
    return (
        Vesentlighetsgrense(rutine.vesentlig_prosent, rutine.vesentlig_kroner) if rutine else None
    )


def omraadetallene(
    register: "Register", maaned: Okonomimaaned, enheter: Iterable[str] | None = None
) -> Iterator[Omraadetall]:
    """Every area of the budget that is in use in a month, in the order of the budget; of some units
    only where they are given.
    """
    budsjett = budsjettet(register, maaned.aar)
    bare = None if enheter is None else frozenset(enheter)
    for kode, omraade in budsjett.verdi.omraader.items() if budsjett else ():
        if budsjett and (bare is None or enheten(omraade, maaned.slutt) in bare):
            tall = _tallene(register, budsjett.verdi, maaned, kode, omraade)
            if er_i_bruk(tall):
                yield tall


def _tallene(
    register: "Register",
    budsjett: "Budsjett",
    maaned: Okonomimaaned,
    kode: str,
    omraade: "Budsjettomraade",
) -> Omraadetall:
    revidert_ = revidert(budsjett, kode, maaned.slutt, netto(omraade))
    bok = regnskapet(register, maaned)
    fort = bok.verdi.omraader.get(kode) if bok else None
    enhet = enheten(omraade, maaned.slutt)
    meldt = ordene(register, maaned, enhet)
    ord_ = (meldt.verdi.omraader or {}).get(kode) if meldt else None
    beregnet = fort is not None and fort.budsjett is None and not maaned.er_aaret
    dag = meldedagen(register, maaned, enhet)
    tiltak = (ett for ett in tiltakene(register, maaned.aar).values() if ett.omraade == kode)
    return Omraadetall(
        kode=kode,
        navn=omraade.navn,
        enhet=enhet,
        type=omraade.type,
        revidert=revidert_,
        budsjett_hittil=_budsjett_hittil(revidert_, maaned, fort),
        regnskap=fort.regnskap if fort else None,
        prognose=_prognosen(ord_, revidert_, fort.regnskap if fort and maaned.er_aaret else None),
        foreslaatt=NULL if maaned.er_aaret else foreslaatt_virkning(tiltak, dag),
        beregnet=beregnet,
        ord=ord_,
    )


def _budsjett_hittil(
    aarsbudsjett: Decimal, maaned: Okonomimaaned, fort: "Regnskapslinje | None"
) -> Decimal | None:
    """As the ledger has it, else a twelfth for each month; a closed year has all of the budget."""
    if fort is None:
        return None
    if maaned.er_aaret:
        return aarsbudsjett
    return hittil(aarsbudsjett, maaned.nr) if fort.budsjett is None else fort.budsjett


def _prognosen(
    ord_: "Omraadeord | None", budsjett: Decimal, utfall: Decimal | None
) -> Decimal | None:
    """What an area is expected to use in the whole year, in whatever way its leader said it; of a
    closed year what it used.
    """
    if utfall is not None:
        return utfall
    if ord_ is None:
        return None
    if ord_.prognose is not None:
        return ord_.prognose
    if ord_.avvik is not None:
        return budsjett - ord_.avvik
    return budsjett if ord_.som_budsjett else None


def teller_i_summen(tall: Omraadetall) -> bool:
    """Whether an area is part of the municipality's result: selvkost goes against its own fund."""
    return tall.type != "selvkost"


def sum_hvis_alle(tallene: Iterable[Decimal | None]) -> Decimal | None:
    """The sum where every part is known: what one has not said, the whole can't say."""
    alle = list(tallene)
    kjente = [tall for tall in alle if tall is not None]
    return sum(kjente, NULL) if alle and len(kjente) == len(alle) else None


def meldedagen(register: "Register", maaned: Okonomimaaned, enhet: str) -> date:
    """The day that a unit's words of a month are of: when it delivered, else the last day for it.
    A measure counts as it was then.
    """
    meldt = ordene(register, maaned, enhet)
    return (meldt.verdi.levert if meldt else None) or maaned.meldes_innen


def er_levert(register: "Register", maaned: Okonomimaaned, enhet: str) -> bool:
    """Whether a unit has delivered its words of a month."""
    meldt = ordene(register, maaned, enhet)
    return meldt is not None and meldt.verdi.levert is not None


def er_i_bruk(tall: Omraadetall) -> bool:
    """Whether an area has anything to tell of in a month: one that comes later in the year has
    neither a budget nor accounts before it.
    """
    return tall.regnskap is not None or tall.ord is not None or tall.revidert != 0


def maa_haandteres(register: "Register", tall: Omraadetall) -> bool:
    """Whether an area expects an overspend over the municipality's limits: the letter asks for
    measures. Selvkost and felles are dealt with otherwise.
    """
    grense = grensen(register)
    return (
        grense is not None
        and tall.type == "tjeneste"
        and tall.avvik is not None
        and er_vesentlig(tall.avvik, tall.revidert, grense)
    )


def har_svar_paa_merforbruk(
    register: "Register", maaned: Okonomimaaned, tall: Omraadetall, dag: date
) -> bool:
    """Whether a large overspend has what the letter asks for: a measure that is expected to give
    something, why there is none, or a proposal of a larger budget and where the money comes from.
    """
    ord_ = tall.ord
    if ord_ and (ord_.uten_tiltak or (_er_pluss(ord_.budsjettendring) and ord_.inndekning)):
        return True
    return any(
        ett.omraade == tall.kode
        and ett.opphav == "avvik"
        and ett.foreslatt <= dag
        and _er_pluss(ett.effekt)
        for ett in tiltakene(register, maaned.aar).values()
    )


def _er_pluss(belop: Decimal | None) -> bool:
    return belop is not None and belop > 0


def siste_maaned(register: "Register", dato: date) -> Okonomimaaned | None:
    """The last month that the ledger has been read for on a day."""
    lest = [maaned for maaned in maanedene(register) if maaned.slutt <= dato]
    return lest[-1] if lest else None
