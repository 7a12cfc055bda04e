"""The register: every record that was read, with its id and its place, and what was not read."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from styring.fag import saksnummer
from styring.funn import Sti
from styring.modell.form import Leser
from styring.register import typer
from styring.register.post import Post

if TYPE_CHECKING:
    from styring.modell.arshjul import Aktivitet
    from styring.modell.grunnlag import Grunnlag
    from styring.modell.kommune import Enhet, Kommune, Rapporteringsrutine
    from styring.modell.maal import Delmaal, Hovedmaal, Satsingsomraade
    from styring.modell.okonomi import Budsjett, Maanedsord, Regnskap
    from styring.modell.okonomikapittel import Okonomikapittel
    from styring.modell.oppdrag import Oppdrag
    from styring.modell.rapport import Enhetsrapport, Melding, Samlerapport
    from styring.modell.styringsbrev import Styringsbrev
    from styring.modell.styringsdialog import Styringsdialog
    from styring.modell.vedtak import Vedtak

_INGEN: Mapping[str, Any] = {}


class Maalplass(NamedTuple):
    """A delmål together with what stands above it."""

    omraade: "Post[Satsingsomraade]"
    hovedmaal: "Post[Hovedmaal]"
    delmaal: "Post[Delmaal]"


class Meldt(NamedTuple):
    """One entry in one form.

    ``post`` is the id of what it is about, ``slag`` the part of the form; ``fra`` is the day it
    counts from, None in a draft, and ``dag`` the day it was told: to the public it counts later.
    """

    post: str
    slag: str
    periode: str
    enhet: str
    melding: "Melding"
    fra: date | None
    fil: str
    dag: date | None = None

    @property
    def sti(self) -> Sti:
        """The path to the entry inside its file."""
        return (self.slag, self.post)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Register:
    """Everything that was read, in the order it is shown.

    ``uleste`` are the files that could not be read. ``poster`` are all records by type
    (``register.posttyper``), then by id. The rest is made of them: ``kommune`` is the municipality
    itself, None where ``kommune.yaml`` was not read; ``delmaal`` are goals by code, ``aktiviteter``
    those of the wheel. ``meldinger`` are the owners' entries in the forms by what they are about,
    oldest period first; ``bidrag`` those of contributors. ``mulige_personopplysninger`` are the
    whole texts of the few files that may hold them. ``delvise`` are files whose record stands
    without the fields that were wrong: good enough for most rules, for no question. ``leser`` is
    who it is for; ``utelatt`` counts the records that this reader may not see (see
    ``register.leser``), ``unntatt_siden`` those of them that could be seen when this version was
    made. ``er_grunnlaget``: it is what a period's approved report is made of. ``godkjente`` are the
    periods approved as they stand, found before anything was taken out; None where nothing has
    been. ``ikke_vist`` are the periods with delivered forms that this reader may not see, because
    they are not approved as they stand, or not sent out; ``ikke_ute`` are those of them that only
    wait to be sent out. ``skjulte_slag`` are the types that this reader lacks some record of.
    """

    poster: Mapping[str, Mapping[str, Post[Any]]] = field(default_factory=dict)
    kommune: "Post[Kommune] | None" = None
    delmaal: Mapping[str, Maalplass] = field(default_factory=dict)
    aktiviteter: "Mapping[str, Post[Aktivitet]]" = field(default_factory=dict)
    meldinger: Mapping[str, tuple[Meldt, ...]] = field(default_factory=dict)
    bidrag: Mapping[str, tuple[Meldt, ...]] = field(default_factory=dict)
    uleste: tuple[str, ...] = ()
    mulige_personopplysninger: Mapping[str, str] = field(default_factory=dict)
    delvise: frozenset[str] = frozenset()
    leser: Leser = Leser.LEDELSE
    utelatt: int = 0
    unntatt_siden: int = 0
    er_grunnlaget: bool = False
    godkjente: frozenset[str] | None = None
    ikke_vist: frozenset[str] = frozenset()
    ikke_ute: frozenset[str] = frozenset()
    skjulte_slag: frozenset[str] = frozenset()

    @property
    def styringsbrev(self) -> "Mapping[int, Post[Styringsbrev]]":
        """The letters by year."""
        return {int(aar): post for aar, post in self.poster.get("styringsbrev", _INGEN).items()}

    @property
    def omraader(self) -> "tuple[Post[Satsingsomraade], ...]":
        """The satsingsområder, in the source's order."""
        return tuple(self.poster.get("maal", _INGEN).values())

    @property
    def oppdrag(self) -> "Mapping[str, Post[Oppdrag]]":
        """The oppdrag by id."""
        return self.poster.get("oppdrag", _INGEN)

    @property
    def vedtak(self) -> "Mapping[str, Post[Vedtak]]":
        """The vedtak by id, oldest first."""
        return self.poster.get("vedtak", _INGEN)

    @property
    def rapporter(self) -> "Mapping[str, Post[Enhetsrapport]]":
        """The forms by id (``2023-T1/OUS``), periods in order."""
        return self.poster.get("rapport", _INGEN)

    @property
    def samlerapporter(self) -> "Mapping[str, Post[Samlerapport]]":
        """The kommunedirektør's own word and the approval, by period, in order."""
        return self.poster.get("samlerapport", _INGEN)

    @property
    def grunnlag(self) -> "Mapping[str, Post[Grunnlag]]":
        """What each approved period's report was made of, by period."""
        return self.poster.get("grunnlag", _INGEN)

    @property
    def styringsdialoger(self) -> "Mapping[str, Post[Styringsdialog]]":
        """The dialogues by id (``2023/OUS-1``), oldest first."""
        return self.poster.get("styringsdialog", _INGEN)

    @property
    def okonomikapitler(self) -> "Mapping[str, Post[Okonomikapittel]]":
        """The economy that each approved report shows, by period."""
        return {
            id_.partition("/")[0]: post
            for id_, post in self.poster.get("okonomikapittel", _INGEN).items()
        }

    @property
    def budsjetter(self) -> "Mapping[str, Post[Budsjett]]":
        """The budgets by id (``2024-budsjett``)."""
        return self.poster.get("budsjett", _INGEN)

    @property
    def regnskap(self) -> "Mapping[str, Post[Regnskap]]":
        """What the ledger said, by id (``2024-03/regnskap``)."""
        return self.poster.get("regnskap", _INGEN)

    @property
    def maanedsord(self) -> "Mapping[str, Post[Maanedsord]]":
        """The units' words of each month by id (``2024-03/OUS``)."""
        return self.poster.get("maanedsord", _INGEN)

    @property
    def navn(self) -> str:
        """The name of the municipality."""
        return self.kommune.verdi.navn if self.kommune else "ikke oppgitt"

    @property
    def enheter(self) -> "Mapping[str, Enhet]":
        """The units in the municipality's own order; none where ``kommune.yaml`` was not read."""
        return self.kommune.verdi.enheter if self.kommune else {}

    @property
    def rutine(self) -> "Rapporteringsrutine | None":
        """The routine of reporting, where it is given."""
        return self.kommune.verdi.rapportering if self.kommune else None

    def les_sak(self, skrevet: str) -> saksnummer.Saksnummer | None:
        """Understand a case number as the municipality writes them, or None."""
        return saksnummer.les(skrevet, self.kommune.verdi.saksnumre if self.kommune else ())

    def er_ulest(self, id_: str) -> bool:
        """Whether a record is known by its file's name, but could not be read.

        To the public only the folder is known: then any in it may be.
        """
        return bool(self.uleste) and self.ulest_kjenner()(id_)

    def ulest_kjenner(self) -> Callable[[str], bool]:
        """The same for many ids, looked up at once."""
        hele = frozenset(self.uleste_id_er)
        mapper = tuple(id_.removesuffix("*") for id_ in hele if id_.endswith("*"))
        return lambda id_: id_ in hele or id_.startswith(mapper)

    @property
    def uleste_id_er(self) -> tuple[str, ...]:
        """The ids of the records that could not be read.

        To the public only the folder is known: ``2023-*``, any in it.
        """
        proever = [(fil, f"{fil}*.yaml" if fil.endswith("/") else fil) for fil in self.uleste]
        return tuple(
            typer.id_av(type_, proeve)
            for fil, proeve in proever
            for type_ in typer.alle()
            if typer.holder(type_, fil)
        )

    @property
    def kjenner_maal(self) -> bool:
        """Whether every file of goals was read: then an unknown code is known to be unknown."""
        return not any(fil.startswith("data/maal/") for fil in self.uleste)

    def ansvarsposter(self) -> "Iterator[Post[Oppdrag] | Post[Vedtak]]":
        """Every oppdrag and every vedtak: what has an ansvarlig, may have a frist, and may be
        exempt.
        """
        yield from self.oppdrag.values()
        yield from self.vedtak.values()

    def ansvarspost(self, id_: str) -> "Post[Oppdrag] | Post[Vedtak] | None":
        """The oppdrag or the vedtak with an id, None where there is none."""
        return self.oppdrag.get(id_) or self.vedtak.get(id_)

    def alle_meldinger(self) -> Iterator[Meldt]:
        """Every entry of every form."""
        for alle in (self.meldinger, self.bidrag):
            for meldinger in alle.values():
                yield from meldinger

    def unntakbare(self) -> Iterator[Post[Any]]:
        """Every record that says itself who may read it, where it is for fewer than its type."""
        for type_ in typer.alle():
            poster = self.poster.get(type_.navn)
            if poster and typer.kan_unntas(type_):
                yield from (
                    post
                    for post in poster.values()
                    if type_.leser is Leser.OFFENTLIG or post.verdi.offentlighet == "unntatt"
                )

    @property
    def offentlige(self) -> frozenset[str]:
        """The ids of the records that everybody may read, of those that may be exempt."""
        return frozenset(
            post.id for post in self.unntakbare() if post.verdi.offentlighet == "offentlig"
        )

    @property
    def har_unntatte(self) -> bool:
        """Whether some records are not for everybody; in doubt, where one could not be read, some
        are.
        """
        uleste = any(
            type_ and typer.kan_unntas(type_) for type_ in map(typer.type_for, self.uleste)
        )
        return uleste or any(post.verdi.offentlighet != "offentlig" for post in self.unntakbare())

    def alle_poster(self) -> Iterator[Post[Any]]:
        """Every record once, with its place: what a rule about all text goes through."""
        for poster in self.poster.values():
            yield from poster.values()

    @property
    def antall_poster(self) -> dict[str, int]:
        """How many records of each kind were read, by the singular word for it."""
        antall: dict[str, int] = {}
        for type_ in typer.alle():
            for ord_, tall in typer.antall_i(
                type_, self.poster.get(type_.navn, _INGEN).values()
            ).items():
                antall[ord_] = antall.get(ord_, 0) + tall
        return antall

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
        while (
            kode in self.enheter
            and (neste := self.enheter[kode].overordnet) is not None
            and neste not in sett
        ):
            yield neste
            sett.add(neste)
            kode = neste

    def med_underliggende(self, kode: str) -> frozenset[str]:
        """A unit and all that lies below it."""
        return frozenset([kode, *(enhet for enhet in self.enheter if kode in self.over(enhet))])
