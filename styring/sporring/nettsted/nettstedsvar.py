"""What the open pages show, as one answer made of those of the other rooms."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from styring.modell.form import Leser
from styring.sporring.arshjul.arshjul import Arshjulsvar
from styring.sporring.arshjul.frister import Fristsvar
from styring.sporring.eksport.eksport import Eksportsvar
from styring.sporring.maal.maalstatus import Maalstatussvar
from styring.sporring.nettsted.kalendere import Kalenderfil
from styring.sporring.nettsted.utgitt import Framover, Utgitt
from styring.sporring.okonomi.okonomisvar import Okonomisvar
from styring.sporring.oppdrag.avvik import Avvikssvar
from styring.sporring.oppdrag.status import Statussvar
from styring.sporring.oppdrag.stilling import Stilling
from styring.sporring.poster.vis_svar import (
    Aktivitetsvar,
    Enhetsvar,
    Maalpostsvar,
    Oppdragsvar,
    Postsvar,
    Vedtaksvar,
)
from styring.sporring.rapport.okonomidel import Okonomidel
from styring.sporring.rapportering.oppfolging import Oppfolgingssvar
from styring.sporring.vedtak.vedtak import Vedtaksrad, Vedtakssvar


class Enhetssvar(NamedTuple):
    """One unit: itself, how its oppdrag stand, and the days it must know of."""

    enhet: Enhetsvar
    status: Statussvar
    avvik: Avvikssvar
    frister: Fristsvar


class Organsvar(NamedTuple):
    """One organ, with its vedtak, open and ended."""

    organ: Enhetsvar
    vedtak: Vedtakssvar


class Budsjettsvar(NamedTuple):
    """One budsjettsak with its verbalvedtak."""

    sak: Vedtaksvar
    vedtak: Vedtakssvar


class Okonomiside(NamedTuple):
    """The economy as the report of a period has it."""

    periode: str
    navn: str
    okonomi: Okonomidel


@dataclass(frozen=True, slots=True)
class Nettstedsvar:
    """The answer. ``perioder`` are the names of the periods by id; ``tre`` is the id of the data.

    ``navn`` are those of the units and organs by code, ``staar`` how each oppdrag, vedtak and punkt
    stands, ``viderefort`` what each that a later year has taken over became, and ``avsluttede``
    what was done with each vedtak and punkt that its organ has ended. ``rediger`` is where the
    files can be edited on the web; None where nobody has said.
    """

    kommune: str
    leser: Leser
    dag: date
    tre: str
    utelatt: int
    rediger: str | None
    tilgjengelighetserklaering: str | None
    perioder: dict[str, str]
    navn: dict[str, str]
    organkoder: frozenset[str]
    staar: dict[str, Stilling]
    viderefort: dict[str, str]
    avsluttede: dict[str, Vedtaksrad]
    framover: Framover
    status: Statussvar
    avvik: Avvikssvar
    frister: Fristsvar
    maal: Maalstatussvar
    vedtak: Vedtakssvar
    eksport: Eksportsvar
    oppfolging: Oppfolgingssvar | None
    oppdrag: tuple[Oppdragsvar, ...] = ()
    vedtakene: tuple[Vedtaksvar, ...] = ()
    maalene: tuple[Maalpostsvar, ...] = ()
    aktiviteter: tuple[Aktivitetsvar, ...] = ()
    andre: tuple[tuple[str, Postsvar], ...] = ()
    enheter: tuple[Enhetssvar, ...] = ()
    organer: tuple[Organsvar, ...] = ()
    budsjetter: tuple[Budsjettsvar, ...] = ()
    hjul: tuple[Arshjulsvar, ...] = ()
    okonomi: tuple[Okonomiside, ...] = ()
    maaneder: tuple[Okonomisvar, ...] = ()
    utgitt: tuple[Utgitt, ...] = ()
    kalendere: tuple[Kalenderfil, ...] = ()

    def navnet(self, kode: str) -> str:
        """The name of a unit or an organ; a role is its own name."""
        return self.navn.get(kode, kode)

    @property
    def er_offentlig(self) -> bool:
        """Whether the pages are for everybody."""
        return self.leser is Leser.OFFENTLIG
