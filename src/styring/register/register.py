"""The register: every record that was read, with its id and its place, and what was not read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from styring.funn import Sti
from styring.modell.arshjul import Aktivitet
from styring.modell.kommune import Enhet, Kommune
from styring.modell.maal import Delmaal, Hovedmaal, Satsingsomraade
from styring.modell.oppdrag import Oppdrag
from styring.modell.styringsbrev import Styringsbrev

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


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Register:
    """Everything that was read, in the order it is shown. ``uleste`` are the files that could not be read.

    ``mulige_personopplysninger`` are the whole texts of the few files that may hold personal data, by file; the others need no closer look.
    ``delvise`` are files whose record stands without the fields that were wrong: good enough for most rules, for no question.
    """

    kommune: Post[Kommune] | None = None
    styringsbrev: Mapping[int, Post[Styringsbrev]] = field(default_factory=dict)
    omraader: tuple[Post[Satsingsomraade], ...] = ()
    delmaal: Mapping[str, Maalplass] = field(default_factory=dict)
    oppdrag: Mapping[str, Post[Oppdrag]] = field(default_factory=dict)
    aktiviteter: Mapping[str, Post[Aktivitet]] = field(default_factory=dict)
    uleste: tuple[str, ...] = ()
    mulige_personopplysninger: Mapping[str, str] = field(default_factory=dict)
    delvise: frozenset[str] = frozenset()

    @property
    def enheter(self) -> Mapping[str, Enhet]:
        """The units in the municipality's own order; none where ``kommune.yaml`` was not read."""
        return self.kommune.verdi.enheter if self.kommune else {}

    @property
    def kjenner_maal(self) -> bool:
        """Whether every file of goals was read, so that an unknown code is known to be unknown."""
        return not any(fil.startswith("data/maal/") for fil in self.uleste)

    @property
    def kjenner_arshjul(self) -> bool:
        """Whether the wheel was read."""
        return "data/arshjul.yaml" not in self.uleste

    def filposter(self) -> Iterator[Post[object]]:
        """Every record once, with its place: what a rule about all text goes through."""
        if self.kommune:
            yield self.kommune
        yield from self.styringsbrev.values()
        yield from self.omraader
        yield from self.oppdrag.values()
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
