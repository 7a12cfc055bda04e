"""What can be told about one record: one answer for each kind that has an id, and one for all
others.

``ovrig`` are the fields of the record that the answer has no field for.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from styring.fag.tilstand import Tilstand
from styring.modell.fnmaal import FnMaal
from styring.modell.indikator import Statusnotat
from styring.modell.oppdrag import Fristendring, Oppgave
from styring.modell.rapport import Melding
from styring.modell.vedtak import Avslutning, Dokumentasjon, Punkt
from styring.sporring.arshjul.arshjul import Hendelse
from styring.sporring.dialog.avtaler import Avtalt
from styring.sporring.felles.feltverdier import Feltverdi

if TYPE_CHECKING:
    from styring.sporring.maal.maalstatus import Indikatorrad


@dataclass(frozen=True, slots=True)
class Delegeringsledd:
    """One step of a delegation: who has it, since when, and what that means; ``kode`` where it is
    a unit.
    """

    hvem: str
    dato: date | None
    rolle: str
    kode: str | None = None


@dataclass(frozen=True, slots=True)
class Traad:
    """One thread up from an oppdrag: delmål, hovedmål, satsingsområde, each with code and text."""

    delmaal: tuple[str, str]
    hovedmaal: tuple[str, str]
    omraade: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Periodemelding:
    """What was told in one period: by whom, when it counts from (None: not delivered), and how it
    stood.
    """

    periode: str
    enhet: str
    fra: date | None
    tilstand: Tilstand
    melding: Melding


@dataclass(frozen=True, slots=True)
class Oppdragsvar:
    """All about one oppdrag."""

    slag: str
    id: str
    tittel: str
    tilstand: Tilstand
    ansvarlig: str
    ansvarlig_navn: str
    delansvar: tuple[str, ...]
    art: str | None
    tekst: str | None
    ferdig_nar: str | None
    avgrensning: str | None
    frist: date | None
    fristendringer: tuple[Fristendring, ...]
    hentet_fra: str | None
    opp: tuple[Traad, ...]
    delegering: tuple[Delegeringsledd, ...]
    oppgaver: tuple[Oppgave, ...]
    meldinger: tuple[Periodemelding, ...]
    bidrag: tuple[Periodemelding, ...]
    viderefort_fra: str | None
    viderefort_til: str | None
    vedtak: tuple[tuple[str, str], ...]
    offentlighet: str
    unntakshjemmel: str | None
    dato: date
    fil: str
    ovrig: tuple[Feltverdi, ...] = ()


@dataclass(frozen=True, slots=True)
class Punktsvar:
    """One punkt of a vedtak as it was on the day, and how it stands where it is told of by itself.

    ``apent`` is False where its organ has ended it.
    """

    punkt: Punkt
    apent: bool
    tilstand: Tilstand | None
    meldinger: tuple[Periodemelding, ...]


@dataclass(frozen=True, slots=True)
class Vedtaksvar:
    """All about one vedtak.

    ``verbalvedtak`` are those of a budsjettsak: id, title, where it is answered, and how it stands.
    """

    slag: str
    id: str
    tittel: str
    sak: str
    organ: str
    organ_navn: str
    vedtatt: date
    ansvarlig: str
    ansvarlig_navn: str
    delansvar: tuple[str, ...]
    tilstand: Tilstand | None
    tekst: str | None
    frist: date | None
    fristendringer: tuple[Fristendring, ...]
    svares_i: str | None
    forelder: tuple[str, str] | None
    punkt: int | None
    punkter: tuple[Punktsvar, ...]
    verbalvedtak: tuple[tuple[str, str, str | None, Tilstand], ...]
    oppdrag: tuple[tuple[str, str], ...]
    dokumentasjon: tuple[Dokumentasjon, ...]
    avsluttet: Avslutning | None
    meldinger: tuple[Periodemelding, ...]
    offentlighet: str
    unntakshjemmel: str | None
    dato: date
    fil: str
    ovrig: tuple[Feltverdi, ...] = ()


class Aarsvurdering(NamedTuple):
    """How a goal was assessed at the end of a year."""

    aar: int
    ord: str
    begrunnelse: str


@dataclass(frozen=True, slots=True)
class Maalpostsvar:
    """All about one goal at any level. ``opp`` and ``ned`` are pairs of code and text."""

    slag: str
    id: str
    tittel: str
    fil: str
    ovrig: tuple[Feltverdi, ...]
    oppdrag: tuple[tuple[str, str], ...]
    vedtak: tuple[tuple[str, str], ...]
    opp: tuple[tuple[str, str], ...] = ()
    ned: tuple[tuple[str, str], ...] = ()
    ansvar: tuple[str, ...] = ()
    baerekraftsmaal: tuple[FnMaal, ...] = ()
    merknad: str | None = None
    indikatorer: "tuple[Indikatorrad, ...]" = ()
    statusnotater: tuple[Statusnotat, ...] = ()
    vurderinger: "tuple[Aarsvurdering, ...]" = ()


@dataclass(frozen=True, slots=True)
class Aktivitetsvar:
    """All about one aktivitet of the wheel, with its days this year and the next, or the first ones
    after.
    """

    slag: str
    id: str
    tittel: str
    type: str
    kategori: str
    hjul: tuple[str, ...]
    ansvarlig: str | None
    dager: tuple[Hendelse, ...]
    uten_dag: str | None
    hjemmel: str | None
    hjemler: tuple[str, ...]
    regnes_fra: str | None
    avhengige: tuple[str, ...]
    kilde: str
    merknad: str | None
    dato: date
    fil: str
    ovrig: tuple[Feltverdi, ...] = ()


@dataclass(frozen=True, slots=True)
class Enhetsvar:
    """All about one unit or organ."""

    slag: str
    id: str
    navn: str
    type: str
    overordnet: str | None
    underliggende: tuple[str, ...]
    leder: str | None
    kilde: str | None
    sikkerhet: str | None
    oppdrag: tuple[tuple[str, str], ...]
    delansvar: tuple[tuple[str, str], ...]
    folger_opp: tuple[tuple[str, str], ...]
    oppgaver: tuple[tuple[str, str], ...]
    vedtak: tuple[tuple[str, str], ...]
    delmaal: tuple[tuple[str, str], ...]
    aktiviteter: tuple[tuple[str, str], ...]
    fil: str
    ovrig: tuple[Feltverdi, ...] = ()


@dataclass(frozen=True, slots=True)
class Dialogpostsvar:
    """All about one styringsdialog, as it was on a day."""

    slag: str
    id: str
    enhet: str
    dialog_dato: date
    tema: str | None
    neste: date | None
    avtalt: tuple[Avtalt, ...]
    dato: date
    fil: str
    ovrig: tuple[Feltverdi, ...] = ()


@dataclass(frozen=True, slots=True)
class Postsvar:
    """All about a record of a type without an answer of its own: its fields, as they stand."""

    slag: str
    id: str
    tittel: str
    felter: tuple[Feltverdi, ...]
    fil: str


Visvar = (
    Oppdragsvar | Vedtaksvar | Maalpostsvar | Aktivitetsvar | Enhetsvar | Dialogpostsvar | Postsvar
)
