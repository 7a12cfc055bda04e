"""What any list would add: each row as a new record, one that is there already, one that says
something else, or one that can't be taken in.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from styring.fag.liste import Liste, Listerad, Merknad
from styring.fag.listeslag import Listeslag
from styring.register.post import Post
from styring.sporring.felles.listeceller import KanIkke, paa_en_linje


class NyPost(NamedTuple):
    """One new record, with the fields of its file; of something inside a file that is there, the
    path in it to the list that it is put last in.
    """

    sted: str
    id: str
    fil: str
    felter: dict[str, object]
    i: tuple[str | int, ...] = ()


class Feltforskjell(NamedTuple):
    """One field that the list and the data say differently of; ``sti`` is where in the record."""

    felt: str
    her: object
    i_listen: object
    sti: tuple[str | int, ...] = ()


class EndretPost(NamedTuple):
    """One record that is there already, and says something else than its row."""

    sted: str
    id: str
    fil: str
    forskjeller: tuple[Feltforskjell, ...]


class Listemelding(NamedTuple):
    """What a row says of how something goes, and the file of the form it goes into."""

    sted: str
    id: str
    enhet: str
    skjema: str
    felter: dict[str, object]


@dataclass(frozen=True, slots=True)
class Listesvar:
    """The answer: how many rows there were, what is new, which rows can't be taken in and why,
    which are there already, which of those say something else, and what goes into the forms.
    """

    slag: Listeslag
    antall_rader: int
    nye: tuple[NyPost, ...]
    avslag: tuple[tuple[str, str], ...]
    finnes: tuple[tuple[str, str], ...]
    endrede: tuple[EndretPost, ...]
    merknader: tuple[Merknad, ...]
    meldinger: tuple[Listemelding, ...] = ()


@dataclass(slots=True)
class Utkast:
    """The answer while the rows are being read."""

    slag: Listeslag
    liste: Liste
    nye: dict[str, NyPost] = field(default_factory=dict)
    avslag: list[tuple[str, str]] = field(default_factory=list)
    finnes: list[tuple[str, str]] = field(default_factory=list)
    endrede: list[EndretPost] = field(default_factory=list)
    meldinger: list[Listemelding] = field(default_factory=list)
    merknader: list[Merknad] = field(default_factory=list)
    steder: dict[str, str] = field(default_factory=dict)
    """Which row each record stands in: another that says the same is refused."""

    def __post_init__(self) -> None:
        self.avslag += self.liste.avslag
        self.merknader += self.liste.merknader

    def en_gang(self, id_: str, rad: Listerad, hva: str, raad: str = "") -> None:
        """Refuse what stands in two rows. Raises KanIkke."""
        if id_ in self.steder:
            forste = self.steder[id_]
            raise KanIkke(f"«{hva}» står også i {forste[0].lower()}{forste[1:]}{raad}")
        self.steder[id_] = rad.sted

    def si_en_gang(self, hva: str) -> None:
        """Say something that may matter, of the first row that it is true of."""
        begynner = hva.partition(",")[0]
        if not any(ett.tekst.startswith(begynner) for ett in self.merknader):
            self.merknader.append(Merknad(hva, viktig=True))

    def plasser(
        self,
        ny: NyPost,
        post: Post[Any] | None,
        sammenliknes: tuple[str, ...],
        andre: tuple[Feltforskjell, ...] = (),
        *,
        ulest: bool = False,
    ) -> None:
        """Put a record where it belongs: new, there already, or there and said otherwise; ``andre``
        are differences inside it.
        """
        ulikt = (*forskjellene(post.verdi, ny.felter, sammenliknes), *andre) if post else ()
        if post and ulikt:
            self.endrede.append(EndretPost(ny.sted, ny.id, post.fil, ulikt))
        elif post or ulest:
            self.finnes.append((ny.sted, ny.id))
        else:
            self.nye[ny.id] = ny

    def ferdig(self) -> Listesvar:
        """Give the answer."""
        return Listesvar(
            self.slag,
            len(self.liste.rader) + len(self.liste.avslag),
            tuple(self.nye.values()),
            tuple(self.avslag),
            tuple(self.finnes),
            tuple(self.endrede),
            tuple(self.merknader),
            tuple(self.meldinger),
        )


def uten_flyttede_frister(svar: Listesvar) -> Listesvar:
    """The answer without deadlines that are moved: that takes a reason, which no list gives. Each
    is named with how it is done.
    """
    avslag, endrede = list(svar.avslag), []
    for endret in svar.endrede:
        flyttes = [ett for ett in endret.forskjeller if ett.felt == "frist" and ett.her]
        for ett in flyttes:
            kommando = f"styring oppdater {endret.id} --ny-frist {ett.i_listen} --begrunnelse «…»"
            rad = (
                "rett den i vedtakets egen fil, med en fristendring som sier hvorfor"
                if ett.sti
                else f"kjør {kommando}"
            )
            avslag.append((endret.sted, f"en frist flyttes ikke uten en grunn; {rad}"))
        rest = tuple(ett for ett in endret.forskjeller if ett not in flyttes)
        if rest:
            endrede.append(endret._replace(forskjeller=rest))
    return replace(svar, avslag=tuple(avslag), endrede=tuple(endrede))


def forskjellene(
    post: object, felter: Mapping[str, object], navnene: tuple[str, ...]
) -> Iterator[Feltforskjell]:
    """What a row says otherwise than the record; what the list leaves out, it says nothing of."""
    for felt in navnene:
        her, der = getattr(post, felt), felter.get(felt)
        if der not in (None, []) and _likt(her) != _likt(der):
            yield Feltforskjell(felt, her, der)


def _likt(verdi: object) -> object:
    if isinstance(verdi, list | tuple):
        return tuple(verdi)
    return paa_en_linje(verdi) if isinstance(verdi, str) else verdi
