"""The year: every aktivitet of the wheel with its days, by month, and those that nobody has given a
day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from styring.fag.hjemmel import henvisninger
from styring.fag.kalender import fridag
from styring.fag.nar import Forekomst, UgyldigNar, forekomster, kan_beregnes
from styring.modell.arshjul import Aktivitet
from styring.register.avledet import dialogens_enhet
from styring.register.post import Post
from styring.register.register import Register


@dataclass(frozen=True, slots=True)
class Hendelse:
    """One day on which an aktivitet happens.

    ``regeldag`` is the day before it was moved; ``fridag`` says what day off it falls on.
    """

    id: str
    tittel: str
    type: str
    kategori: str
    hjul: tuple[str, ...]
    ansvarlig: str | None
    dag: date
    regeldag: date | None
    fridag: str | None
    hjemmel: str | None


@dataclass(frozen=True, slots=True)
class UtenDag:
    """An aktivitet without a day: the source gives none, or the rule can't be computed."""

    id: str
    tittel: str
    type: str
    kategori: str
    ansvarlig: str | None
    grunn: str


@dataclass(frozen=True, slots=True)
class Arshjulsvar:
    """The answer for one year."""

    kommune: str
    aar: int
    hjul: str | None
    utvalg: tuple[str, ...]
    antall: int
    hendelser: tuple[Hendelse, ...]
    uten_dag: tuple[UtenDag, ...]


@dataclass(frozen=True, slots=True)
class Hjulfilter:
    """Which aktiviteter to show: of a wheel, a type, a kategori, or with some units as ansvarlig.

    None leaves all in.
    """

    hjul: str | None = None
    type_: str | None = None
    kategori: str | None = None
    koder: frozenset[str] | None = None

    @property
    def ord(self) -> tuple[str, ...]:
        """What was asked for beside the wheel, in words."""
        return tuple(filter(None, (*sorted(self.koder or ()), self.type_, self.kategori)))

    def passer(self, aktivitet: "Aktivitet | Hendelse") -> bool:
        """Whether an aktivitet, or a day of one, is among those asked for."""
        return (
            (self.hjul is None or self.hjul in aktivitet.hjul)
            and (self.type_ is None or self.type_ == aktivitet.type)
            and (self.kategori is None or self.kategori == aktivitet.kategori)
            and (self.koder is None or aktivitet.ansvarlig in self.koder)
        )


def arshjul(register: Register, aar: int, valg: Hjulfilter) -> Arshjulsvar:
    """Answer for a year, narrowed to what is asked for."""
    hendelser: list[Hendelse] = []
    uten_dag: list[UtenDag] = []
    for post in register.aktiviteter.values():
        if not valg.passer(post.verdi):
            continue
        if grunn := uten_dag_fordi(register, post.verdi, aar):
            uten_dag.append(_uten_dag(post, grunn))
        else:
            hendelser += hendelser_i(register, post, aar)
    hendelser += _dialogene(register, aar, valg)
    return Arshjulsvar(
        kommune=register.navn,
        aar=aar,
        hjul=valg.hjul,
        utvalg=valg.ord,
        antall=len(hendelser),
        hendelser=tuple(sorted(hendelser, key=lambda hendelse: (hendelse.dag, hendelse.id))),
        uten_dag=tuple(uten_dag),
    )


def _dialogene(register: Register, aar: int, valg: Hjulfilter) -> Iterator[Hendelse]:
    """The day that was set for the next styringsdialog with each unit, where none has been held
    since; only the leadership has them in its register.
    """
    holdt = [(dialogens_enhet(id_), post.verdi) for id_, post in register.styringsdialoger.items()]
    siste = dict(holdt)  # the oldest first: the last of each unit stands
    for enhet, dialog in siste.items():
        ett = Hendelse(
            id=f"styringsdialog-{enhet}",
            tittel=f"Styringsdialog med {register.enhetsnavn(enhet)}",
            type="administrativ",
            kategori="virksomhetsstyring",
            hjul=("detaljert",),
            ansvarlig=enhet,
            dag=dialog.neste or dialog.dato,
            regeldag=None,
            fridag=fridag(dialog.neste or dialog.dato),
            hjemmel=None,
        )
        if dialog.neste and dialog.neste.year == aar and valg.passer(ett):
            yield ett


def hendelser_i(register: Register, post: Post[Aktivitet], aar: int) -> Iterator[Hendelse]:
    """Give the days of one aktivitet in a year. Raises UgyldigNar."""
    for forekomst in forekomster(post.verdi, aar, lambda id_: aktiviteten(register, id_)):
        yield _hendelse(post, forekomst)


def aktiviteten(register: Register, id_: str) -> Aktivitet | None:
    """Look up an aktivitet by its id."""
    return register.aktiviteter[id_].verdi if id_ in register.aktiviteter else None


def uten_dag_fordi(register: Register, aktivitet: Aktivitet, aar: int) -> str | None:
    """Why an aktivitet can have no day at all: the source gives none, or the rule can't be
    computed. None where it can.
    """

    def slaa_opp(id_: str) -> Aktivitet | None:
        return aktiviteten(register, id_)

    try:
        forekomster(aktivitet, aar, slaa_opp)
        return None if kan_beregnes(aktivitet, slaa_opp) else "ikke oppgitt"
    except UgyldigNar as feil:
        return str(feil)


def hjemler(aktivitet: Aktivitet) -> list[str]:
    """The paragraphs of the hjemmel with their headings: «§ 14-6: Årsregnskap og bokføring»."""
    return [
        f"§ {h.paragraf}: {h.overskrift}"
        for h in henvisninger(aktivitet.hjemmel or "")
        if h.lov and h.overskrift
    ]


def _hendelse(post: Post[Aktivitet], forekomst: Forekomst) -> Hendelse:
    aktivitet = post.verdi
    return Hendelse(
        id=post.id,
        tittel=aktivitet.tittel,
        type=aktivitet.type,
        kategori=aktivitet.kategori,
        hjul=aktivitet.hjul,
        ansvarlig=aktivitet.ansvarlig,
        dag=forekomst.dag,
        regeldag=forekomst.regeldag if forekomst.regeldag != forekomst.dag else None,
        fridag=fridag(forekomst.dag),
        hjemmel=aktivitet.hjemmel,
    )


def _uten_dag(post: Post[Aktivitet], grunn: str) -> UtenDag:
    aktivitet = post.verdi
    return UtenDag(
        post.id, aktivitet.tittel, aktivitet.type, aktivitet.kategori, aktivitet.ansvarlig, grunn
    )
