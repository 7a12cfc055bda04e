"""The answers about the economy: each area, each unit and the whole, and the measures."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from styring.sporring.okonomi.fravaer import Fravaersrad


class Prognosepunkt(NamedTuple):
    """One month's prognosis: the expected avvik, before and after what is only proposed."""

    maaned: str
    avvik: Decimal | None
    etter_tiltak: Decimal | None


class Okonomirad(NamedTuple):
    """One area, one unit or the whole. ``brukt`` and ``aarets_del`` are in percent."""

    kode: str
    navn: str
    enhet: str
    type: str
    revidert: Decimal
    regnskap: Decimal | None
    avvik_hittil: Decimal | None
    gjenstaar: Decimal | None
    brukt: int | None
    aarets_del: int
    prognose: Decimal | None
    avvik: Decimal | None
    etter_tiltak: Decimal | None
    ordet: str
    prognoser: tuple[Prognosepunkt, ...]
    haandteres: bool
    kommentar: str
    aarsak: str
    forklaring: str
    beregnet: bool


class Tiltakrad(NamedTuple):
    """One measure, as it is on the day of the month's report."""

    id: str
    omraade: str
    tekst: str
    iverksatt: bool
    ansvarlig: str
    frist: date | None
    effekt: Decimal | None


@dataclass(frozen=True, slots=True)
class Okonomisvar:
    """The answer: every area, worst first; each unit, and the whole without selvkost.

    ``maaned`` is None where no month has been read from the ledger, and ``lukket`` says that the
    months are not for this reader. ``mangler`` are the units that have not said anything of the
    month, ``utkast`` those that have not delivered what they said.
    """

    kommune: str
    navn: str
    enhet: str | None
    maaned: str | None
    maanedsnavn: str
    er_aaret: bool
    lukket: bool
    rader: tuple[Okonomirad, ...]
    enheter: tuple[Okonomirad, ...]
    sum: Okonomirad | None
    selvkost: tuple[Okonomirad, ...]
    tiltak: tuple[Tiltakrad, ...]
    mangler: tuple[str, ...]
    utkast: tuple[str, ...]
    uten_regnskap: tuple[str, ...]
    samlet_vurdering: str
    fravaer: Fravaersrad | None
    utelatt: int

    @property
    def forklarte(self) -> tuple[Okonomirad, ...]:
        """The areas whose leaders have said something, those of selvkost too."""
        return tuple(rad for rad in (*self.rader, *self.selvkost) if rad.forklaring)
