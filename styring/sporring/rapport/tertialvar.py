"""The answer that the report of one period is made of."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from styring.fag.bevegelse import Bevegelse
from styring.fag.periode import Periode
from styring.fag.tilstand import AVVIK, Tilstand
from styring.modell.beredskapskapittel import Beredskapskapittel
from styring.modell.form import Leser
from styring.modell.rapport import Godkjenning, Rettelse
from styring.sporring.oppdrag.status import TidligereAar
from styring.sporring.rapport.nye_maaltall import NyeMaaltall
from styring.sporring.rapport.okonomidel import Okonomidel
from styring.sporring.rapport.saker import Rapportsak
from styring.sporring.rapport.tellinger import Hovedtall
from styring.sporring.rapport.vedtaksdel import Vedtaksavsnitt

FLEST_FORST = 5
Utsnitt = Literal["alt", "avvik", "kort"]
"""All of it; only what is off track told of, the rest counted and named; or the figures and the
most important alone.
"""


class Behandlet(NamedTuple):
    """Where the report has been treated; ``tidligere_utgave`` where it was changed and approved
    anew after that.
    """

    organ: str
    sak: str
    dato: date
    tidligere_utgave: bool


class Flytting(NamedTuple):
    """One deadline moved since the last report. ``dager`` is None where there was none before."""

    tittel: str
    enhet: str
    fra: date | None
    til: date
    dager: int | None
    begrunnelse: str
    godkjent_av: str | None


class Siden(NamedTuple):
    """What changed since the last report, each thing under the one way it went; ``periode`` is None
    in the first report.
    """

    periode: str | None
    gikk: dict[Bevegelse, tuple[Rapportsak, ...]]
    nye_frister: tuple[Flytting, ...]


class Enhetsdel(NamedTuple):
    """One unit: the director's own words and its oppdrag; each is in one of ``omtales`` (worst
    first), ``i_rute`` and ``ikke_rapportert``.
    """

    navn: str
    ord: str | None
    levert: date | None
    telling: dict[Tilstand, int]
    oppdrag: tuple[Rapportsak, ...]
    omtales: tuple[Rapportsak, ...]
    i_rute: tuple[Rapportsak, ...]
    ikke_rapportert: tuple[Rapportsak, ...]

    @property
    def lukkede(self) -> tuple[Rapportsak, ...]:
        """Of what is told of: what is done, dropped or proposed to be ended, and nothing is wrong
        with.
        """
        return tuple(sak for sak in self.omtales if not sak.utenfor)


class Bidragssak(NamedTuple):
    """What one unit says of its part in another's oppdrag."""

    tittel: str
    eier: str
    tilstand: Tilstand
    kommentar: str | None


class Rapportmangel(NamedTuple):
    """What one unit has not told of: its own, and the titles of the oppdrag it contributes to.

    ``levert`` is None where it delivered no form at all.
    """

    enhet: str
    levert: date | None
    saker: tuple[Rapportsak, ...]
    bidrag: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tertialsvar:
    """The answer.

    ``godkjent`` is None in a draft. ``viktigst`` is what the kommunestyre should know,
    ``flere_viktige`` how many more there are.

    ``rettelser`` came after it was sent out; ``uten_grunnlag`` says that an approved period is told
    from the data of today. ``bidrar`` is filled for one unit: its parts in the oppdrag of others.
    ``ikke_vist`` names earlier periods that this reader may not see.
    """

    kommune: str
    enhet: str | None
    navn: str
    periode: Periode
    dato: date
    leser: Leser
    utsnitt: Utsnitt
    godkjent: Godkjenning | None
    rettelser: tuple[Rettelse, ...]
    uten_grunnlag: bool
    behandlet: tuple[Behandlet, ...]
    vurdering: str | None
    hovedtall: Hovedtall
    vedtakstall: Hovedtall
    viktigst: tuple[Rapportsak, ...]
    flere_viktige: int
    siden: Siden
    ikke_vist: tuple[str, ...]
    bidrar: tuple[Bidragssak, ...]
    enheter: tuple[Enhetsdel, ...]
    vedtak: Vedtaksavsnitt
    maaltall: NyeMaaltall
    okonomi: Okonomidel | None
    beredskap: Beredskapskapittel | None
    kapitler: tuple[str, ...]
    mangler: tuple[Rapportmangel, ...]
    tidligere: tuple[TidligereAar, ...]
    siste_levert: date | None
    utelatt: int

    @property
    def paa_forste_side(self) -> tuple[Rapportsak, ...]:
        """The worst few, which the first page has room to name."""
        return self.viktigst[:FLEST_FORST]

    @property
    def flere_enn_paa_forste_side(self) -> int:
        """How many more that are off track."""
        return len(self.viktigst) + self.flere_viktige - len(self.paa_forste_side)

    @property
    def antall(self) -> int:
        """How many oppdrag and vedtak the report tells of."""
        return self.hovedtall.sum.antall + self.vedtakstall.sum.antall

    @property
    def nr_for_budsjettet(self) -> int:
        """The number of the point about the budget, after those about vedtak."""
        return len(self.vedtak.forslag) + 2

    @property
    def ingenting_meldt(self) -> bool:
        """Whether nobody has told of any of them."""
        tause = (
            tall.sum.telling[Tilstand.IKKE_RAPPORTERT]
            for tall in (self.hovedtall, self.vedtakstall)
        )
        return sum(tause) == self.antall

    @property
    def svake_bidrag(self) -> tuple[Bidragssak, ...]:
        """The unit's parts in the oppdrag of others that it says are off track."""
        return tuple(ett for ett in self.bidrar if ett.tilstand in AVVIK)

    @property
    def andre_bidrag(self) -> tuple[Bidragssak, ...]:
        """The rest of its parts."""
        return tuple(ett for ett in self.bidrar if ett.tilstand not in AVVIK)

    @property
    def umeldte(self) -> int:
        """How many oppdrag and vedtak their owners have not told of."""
        return sum(len(mangel.saker) for mangel in self.mangler)

    @property
    def umeldte_bidrag(self) -> int:
        """How many parts in the oppdrag of others nobody has told of."""
        return sum(len(mangel.bidrag) for mangel in self.mangler)
