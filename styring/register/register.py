"""The register: every record that was read, with its id and its place, and what was not read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from styring.funn import Sti
from styring.modell.arshjul import Aktivitet
from styring.modell.form import Leser
from styring.modell.kommune import Enhet, Kommune, Rapporteringsrutine
from styring.modell.maal import Delmaal, Hovedmaal, Satsingsomraade
from styring.modell.oppdrag import Oppdrag
from styring.modell.rapport import Enhetsrapport, Melding, Samlerapport
from styring.modell.styringsbrev import Styringsbrev
from styring.modell.styringsdialog import Styringsdialog
from styring.modell.vedtak import Vedtak

T_co = TypeVar("T_co", covariant=True)


class Post(NamedTuple, Generic[T_co]):
    """One record with its id and its place: ``sti`` is the path inside the file."""

    id: str
    fil: str
    verdi: T_co
    sti: Sti = ()


class Maalplass(NamedTuple):
    """A delmål together with what stands above it."""

    omraade: Post[Satsingsomraade]
    hovedmaal: Post[Hovedmaal]
    delmaal: Post[Delmaal]


class Meldt(NamedTuple):
    """One entry in one form. ``post`` is the id of what it is about, ``slag`` the part of the form; ``fra`` is the day it counts from, None in a draft."""

    post: str
    slag: str
    periode: str
    enhet: str
    melding: Melding
    fra: date | None
    fil: str

    @property
    def sti(self) -> Sti:
        """The path to the entry inside its file."""
        return (self.slag, self.post)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Register:
    """Everything that was read, in the order it is shown. ``uleste`` are the files that could not be read.

    ``rapporter`` are the forms by id (``2023-T1/OUS``), periods in order. ``meldinger`` are their entries by what they are about, oldest period first:
    those of the owner. ``bidrag`` are those of the units that contribute. ``styringsdialoger`` are by id (``2023/OUS-1``), oldest first.
    ``mulige_personopplysninger`` are the whole texts of the few files that may hold personal data, by file; the others need no closer look.
    ``delvise`` are files whose record stands without the fields that were wrong: good enough for most rules, for no question.
    ``leser`` is who it is for; ``utelatt`` counts the oppdrag and vedtak that this reader may not see (see ``register.leser``).
    ``godkjente`` are the periods approved as they stand, found before anything was taken out; None where nothing has been.
    ``ikke_vist`` are the periods with delivered forms that this reader may not see, because they are not approved as they stand.
    """

    kommune: Post[Kommune] | None = None
    styringsbrev: Mapping[int, Post[Styringsbrev]] = field(default_factory=dict)
    omraader: tuple[Post[Satsingsomraade], ...] = ()
    delmaal: Mapping[str, Maalplass] = field(default_factory=dict)
    oppdrag: Mapping[str, Post[Oppdrag]] = field(default_factory=dict)
    vedtak: Mapping[str, Post[Vedtak]] = field(default_factory=dict)
    rapporter: Mapping[str, Post[Enhetsrapport]] = field(default_factory=dict)
    samlerapporter: Mapping[str, Post[Samlerapport]] = field(default_factory=dict)
    meldinger: Mapping[str, tuple[Meldt, ...]] = field(default_factory=dict)
    bidrag: Mapping[str, tuple[Meldt, ...]] = field(default_factory=dict)
    styringsdialoger: Mapping[str, Post[Styringsdialog]] = field(default_factory=dict)
    aktiviteter: Mapping[str, Post[Aktivitet]] = field(default_factory=dict)
    uleste: tuple[str, ...] = ()
    mulige_personopplysninger: Mapping[str, str] = field(default_factory=dict)
    delvise: frozenset[str] = frozenset()
    leser: Leser = Leser.LEDELSE
    utelatt: int = 0
    godkjente: frozenset[str] | None = None
    ikke_vist: frozenset[str] = frozenset()

    @property
    def navn(self) -> str:
        """The name of the municipality."""
        return self.kommune.verdi.navn if self.kommune else "ikke oppgitt"

    @property
    def enheter(self) -> Mapping[str, Enhet]:
        """The units in the municipality's own order; none where ``kommune.yaml`` was not read."""
        return self.kommune.verdi.enheter if self.kommune else {}

    @property
    def rutine(self) -> Rapporteringsrutine | None:
        """The routine of reporting, where it is given."""
        return self.kommune.verdi.rapportering if self.kommune else None

    def er_ulest(self, id_: str) -> bool:
        """Whether a record is known by its file's name, but could not be read. To the public only the folder is known: then any in it may be."""
        aar, _, kode = id_.partition("-")
        return any(fil in self.uleste for mappe in ("oppdrag", "vedtak") for fil in (f"data/{mappe}/{aar}/{kode}.yaml", f"data/{mappe}/{aar}/"))

    @property
    def kjenner_maal(self) -> bool:
        """Whether every file of goals was read, so that an unknown code is known to be unknown."""
        return not any(fil.startswith("data/maal/") for fil in self.uleste)

    def ansvarsposter(self) -> Iterator[Post[Oppdrag] | Post[Vedtak]]:
        """Every oppdrag and every vedtak: what has an ansvarlig, may have a frist, and may be exempt."""
        yield from self.oppdrag.values()
        yield from self.vedtak.values()

    def ansvarspost(self, id_: str) -> Post[Oppdrag] | Post[Vedtak] | None:
        """The oppdrag or the vedtak with an id, None where there is none."""
        return self.oppdrag.get(id_) or self.vedtak.get(id_)

    def alle_meldinger(self) -> Iterator[Meldt]:
        """Every entry of every form."""
        for alle in (self.meldinger, self.bidrag):
            for meldinger in alle.values():
                yield from meldinger

    @property
    def offentlige(self) -> frozenset[str]:
        """The ids of the oppdrag and vedtak that everybody may read."""
        return frozenset(post.id for post in self.ansvarsposter() if post.verdi.offentlighet == "offentlig")

    @property
    def har_unntatte(self) -> bool:
        """Whether some records are not for everybody; in doubt, where one could not be read, some are."""
        uleste = any(fil.startswith(("data/oppdrag/", "data/vedtak/")) for fil in self.uleste)
        return uleste or any(post.verdi.offentlighet != "offentlig" for post in self.ansvarsposter())

    def filposter(self) -> Iterator[Post[object]]:
        """Every record once, with its place: what a rule about all text goes through."""
        if self.kommune:
            yield self.kommune
        yield from self.styringsbrev.values()
        yield from self.omraader
        yield from self.oppdrag.values()
        yield from self.vedtak.values()
        yield from self.rapporter.values()
        yield from self.samlerapporter.values()
        yield from self.styringsdialoger.values()
        yield from self.aktiviteter.values()

    @property
    def antall_poster(self) -> dict[str, int]:
        """How many records of each kind were read, by the singular word for it."""
        hovedmaal = sum(len(post.verdi.hovedmaal) for post in self.omraader)
        return {
            "enhet": len(self.enheter),
            "styringsbrev": len(self.styringsbrev),
            "satsingsområde": len(self.omraader),
            "hovedmål": hovedmaal,
            "delmål": len(self.delmaal),
            "oppdrag": len(self.oppdrag),
            "vedtak": len(self.vedtak),
            "rapport": len(self.rapporter) + len(self.samlerapporter),
            "styringsdialog": len(self.styringsdialoger),
            "aktivitet": len(self.aktiviteter),
        }

    def enhetsnavn(self, kode: str) -> str:
        """Give the name of a unit or organ, or the code itself where it is not known."""
        if kode in self.enheter:
            return self.enheter[kode].navn
        organ = self.organer.get(kode)
        return organ if organ is not None else kode

    @property
    def organer(self) -> Mapping[str, str]:
        """The names of the political organs by code."""
        organer = (self.kommune.verdi.organer if self.kommune else None) or {}
        return {kode: organ.navn for kode, organ in organer.items()}

    def over(self, kode: str) -> Iterator[str]:
        """The units above one, nearest first. Stops where the data goes in a loop."""
        sett = {kode}
        while kode in self.enheter and (neste := self.enheter[kode].overordnet) is not None and neste not in sett:
            yield neste
            sett.add(neste)
            kode = neste

    def med_underliggende(self, kode: str) -> frozenset[str]:
        """A unit and all that lies below it."""
        return frozenset([kode, *(enhet for enhet in self.enheter if kode in self.over(enhet))])
