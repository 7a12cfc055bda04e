"""The arithmetic of a budget: net amounts, what remains, what an avvik is called, and when it must
be dealt with.

Amounts are net (utgift less inntekt). An avvik is budget less what was used: minus is worse.
"""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from styring.fag.belop import HUNDRE, NULL, i_ore
from styring.fag.kalender import MAANEDER
from styring.modell.okonomi import Budsjett, Budsjettomraade, Innsparingstiltak, Investering

AARET = "AR"
_MAANEDER = 12


class Vesentlighetsgrense(NamedTuple):
    """What makes an expected overspend «vesentlig»: more than both a percentage of the budget and
    an amount in kroner.
    """

    prosent: int
    kroner: int


class Okonomimaaned(NamedTuple):
    """A month of the economy, ``2024-03``, or the closed year, ``2024-AR``."""

    id: str

    @property
    def aar(self) -> int:
        """The year."""
        return int(self.id[:4])

    @property
    def er_aaret(self) -> bool:
        """Whether it is the whole year, closed."""
        return self.id.endswith(AARET)

    @property
    def nr(self) -> int:
        """The month from 1 to 12; the closed year has all."""
        return _MAANEDER if self.er_aaret else int(self.id[5:])

    @property
    def slutt(self) -> date:
        """Its last day."""
        return date(self.aar, self.nr, monthrange(self.aar, self.nr)[1])

    @property
    def meldes_innen(self) -> date:
        """The last day that a word of the month is taken to be of: the end of the month after."""
        neste = self.slutt + timedelta(1)
        return date(neste.year, neste.month, monthrange(neste.year, neste.month)[1])

    @property
    def navn(self) -> str:
        """What it is called."""
        return f"året {self.aar}" if self.er_aaret else f"{MAANEDER[self.nr - 1]} {self.aar}"


def enheten(ansvar: Budsjettomraade | Investering, dag: date) -> str:
    """The unit that answered for an area or a project on a day."""
    flyttinger = sorted(ansvar.flyttet, key=lambda ett: ett.dato)
    return next((ett.fra for ett in flyttinger if dag < ett.dato), ansvar.enhet)


def netto(omraade: Budsjettomraade) -> Decimal:
    """What an area was given for the year."""
    if omraade.netto is not None:
        return omraade.netto
    return (omraade.utgift or NULL) - (omraade.inntekt or NULL)


def revidert(budsjett: Budsjett, kode: str, dag: date, opprinnelig: Decimal) -> Decimal:
    """What something has for the year on a day, with every change until then."""
    endret = (en.belop.get(kode, NULL) for en in budsjett.endringer if en.dato <= dag)
    return sum(endret, opprinnelig)


def hittil(aarsbudsjett: Decimal, maaned: int) -> Decimal:
    """A twelfth of the year for each month, where the ledger does not say."""
    return i_ore(aarsbudsjett * maaned / _MAANEDER)


def avviksord(avvik: Decimal, budsjett: Decimal) -> str:
    """What an avvik is called; an area that is to have more income than costs has income."""
    if avvik == 0:
        return "som budsjett"
    mer, mindre = (
        ("merinntekt", "mindreinntekt") if budsjett < 0 else ("mindreforbruk", "merforbruk")
    )
    return mer if avvik > 0 else mindre


def er_vesentlig(avvik: Decimal, budsjett: Decimal, grense: Vesentlighetsgrense) -> bool:
    """Whether an expected overspend is over both limits. Underspend never is."""
    return avvik < 0 and -avvik > grense.kroner and -avvik * HUNDRE > grense.prosent * abs(budsjett)


def andel(brukt: Decimal, av: Decimal) -> int | None:
    """A share in whole percent; None where there is nothing to be a share of."""
    return int((brukt * HUNDRE / av).to_integral_value()) if av else None


TILTAKSKRAV = {"effekt": "virkning", "ansvarlig": "ansvarlig", "frist": "frist"}
"""The fields that every measure must have, and what they are called."""


def mangler_i_tiltaket(felter: Mapping[str, object]) -> list[str]:
    """What a measure lacks to be followed: its effect, which must be more than nothing, who has it,
    and a day.
    """
    effekt = felter.get("effekt")
    uten = {felt for felt in TILTAKSKRAV if felter.get(felt) in (None, "")}
    if isinstance(effekt, Decimal) and effekt <= 0:
        uten.add("effekt")
    return [navn for felt, navn in TILTAKSKRAV.items() if felt in uten]


def er_iverksatt(tiltak: Innsparingstiltak, dag: date) -> bool:
    """Whether a measure has been put into effect: a prognosis counts with it from then."""
    return tiltak.iverksatt is not None and tiltak.iverksatt <= dag


def foreslaatt_virkning(alle: Iterable[Innsparingstiltak], dag: date) -> Decimal:
    """What the measures that are only proposed on a day are expected to give: they come in addition
    to the prognosis. Those that the budget was made with, are in it already.
    """
    virkninger = (
        ett.effekt or NULL
        for ett in alle
        if ett.opphav == "avvik" and ett.foreslatt <= dag and not er_iverksatt(ett, dag)
    )
    return sum(virkninger, NULL)
