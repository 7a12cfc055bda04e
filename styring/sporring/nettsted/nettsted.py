"""All that the open pages show: the answers of the other rooms, asked once of one register."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from styring.fag.periode import perioden
from styring.modell.form import Leser
from styring.register.paa_dagen import som_er_kommet
from styring.register.register import Register
from styring.sporring.arshjul.arshjul import Arshjulsvar, Hjulfilter, arshjul
from styring.sporring.arshjul.frister import Fristsvar, frister
from styring.sporring.eksport.eksport import Eksportsvar, eksport
from styring.sporring.maal.maalstatus import Maalstatussvar, maalstatus
from styring.sporring.nettsted.kalendere import Kalenderfil, kalenderne
from styring.sporring.nettsted.utgitt import Rapporteringsdag, Utgitt, neste_rapport, utgitte
from styring.sporring.okonomi.okonomisvar import Okonomisvar
from styring.sporring.oppdrag.avvik import Avvikssvar, avvik
from styring.sporring.oppdrag.status import Statussvar, status
from styring.sporring.oppdrag.stilling import Stilling, alle_oppdrag_som_staar, vedtak_som_staar
from styring.sporring.poster.vis import vis_alle
from styring.sporring.poster.vis_svar import (
    Aktivitetsvar,
    Dialogpostsvar,
    Enhetsvar,
    Maalpostsvar,
    Oppdragsvar,
    Postsvar,
    Vedtaksvar,
)
from styring.sporring.rapport.okonomidel import Okonomidel, okonomidel
from styring.sporring.rapportering.oppfolging import Oppfolgingssvar, oppfolging
from styring.sporring.vedtak.vedtak import Vedtakssvar, Vedtaksutvalg, vedtak

_NESTE = timedelta(days=60)
"""How far ahead the next days of a page reach."""


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
    stands. ``rediger`` is where the files can be edited on the web; None where nobody has said.
    """

    kommune: str
    leser: Leser
    dag: date
    tre: str
    utelatt: int
    rediger: str | None
    perioder: dict[str, str]
    navn: dict[str, str]
    organkoder: frozenset[str]
    staar: dict[str, Stilling]
    neste: Rapporteringsdag | None
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
    dialoger: tuple[Dialogpostsvar, ...] = ()
    andre: tuple[tuple[str, Postsvar], ...] = ()
    enheter: tuple[Enhetssvar, ...] = ()
    organer: tuple[Organsvar, ...] = ()
    budsjetter: tuple[Budsjettsvar, ...] = ()
    hjul: tuple[Arshjulsvar, ...] = ()
    okonomi: tuple[Okonomiside, ...] = ()
    maaneder: tuple[Okonomisvar, ...] = ()
    utgitt: tuple[Utgitt, ...] = ()
    kalendere: tuple[Kalenderfil, ...] = ()

    @property
    def viderefort(self) -> dict[str, str]:
        """The oppdrag that a later year has taken over, each with the one it became."""
        return {ett.id: ett.viderefort_til for ett in self.oppdrag if ett.viderefort_til}

    @property
    def koder(self) -> dict[str, str]:
        """The code of each unit and organ by its name."""
        return {navn: kode for kode, navn in self.navn.items()}

    @property
    def er_offentlig(self) -> bool:
        """Whether the pages are for everybody."""
        return self.leser is Leser.OFFENTLIG


def nettsted(hele: Register, dag: date, tre: str) -> Nettstedsvar:
    """Answer as of a day; ``tre`` is the id of the tree that the data were read from.

    What comes later has no page, and is in no list.
    """
    register = som_er_kommet(hele, dag)
    poster = list(vis_alle(register, dag))
    svarene = [svar for _, svar in poster]
    enhetene = [svar for svar in svarene if isinstance(svar, Enhetsvar)]
    sakene = [svar for svar in svarene if isinstance(svar, Vedtaksvar)]
    return Nettstedsvar(
        kommune=register.navn,
        leser=register.leser,
        dag=dag,
        tre=tre,
        utelatt=register.utelatt,
        rediger=register.kommune.verdi.rediger if register.kommune else None,
        perioder=_periodenavn(register),
        navn={kode: ett.navn for kode, ett in register.enheter.items()} | dict(register.organer),
        organkoder=frozenset(register.organer) - register.enheter.keys(),
        staar={
            sak.id: sak
            for saker in (
                alle_oppdrag_som_staar(register, dag, None),
                vedtak_som_staar(register, dag, None),
            )
            for sak in saker
        },
        neste=neste_rapport(register, dag),
        status=status(register, dag),
        avvik=avvik(register, dag),
        frister=frister(register, dag, dag + _NESTE),
        maal=maalstatus(register, dag),
        vedtak=vedtak(register, dag, Vedtaksutvalg(avsluttet=True)),
        eksport=eksport(register, dag, tre),
        oppfolging=None if register.leser is Leser.OFFENTLIG else oppfolging(register, dag),
        oppdrag=tuple(svar for svar in svarene if isinstance(svar, Oppdragsvar)),
        vedtakene=tuple(sakene),
        maalene=tuple(svar for svar in svarene if isinstance(svar, Maalpostsvar)),
        aktiviteter=tuple(svar for svar in svarene if isinstance(svar, Aktivitetsvar)),
        dialoger=tuple(svar for svar in svarene if isinstance(svar, Dialogpostsvar)),
        andre=tuple((type_, svar) for type_, svar in poster if isinstance(svar, Postsvar)),
        enheter=tuple(_enheten(register, ett, dag) for ett in enhetene if ett.slag == "enhet"),
        organer=tuple(_organet(register, ett, dag) for ett in enhetene if ett.slag == "organ"),
        budsjetter=tuple(
            _budsjettet(register, ett, dag) for ett in sakene if ett.slag == "budsjettsak"
        ),
        hjul=tuple(arshjul(register, aar, Hjulfilter()) for aar in _hjulaarene(register, dag)),
        okonomi=tuple(_okonomien(register, dag)),
        maaneder=tuple(_maanedene(register, dag)),
        utgitt=tuple(utgitte(register, dag)),
        kalendere=tuple(kalenderne(register, dag)),
    )


def _periodenavn(register: Register) -> dict[str, str]:
    """The name of each period that anything was told in."""
    id_er = {meldt.periode for meldt in register.alle_meldinger()} | register.samlerapporter.keys()
    return {
        id_: periode.navn for id_ in sorted(id_er) if (periode := perioden(register.rutine, id_))
    }


def _enheten(register: Register, enhet: Enhetsvar, dag: date) -> Enhetssvar:
    return Enhetssvar(
        enhet,
        status(register, dag, enhet.id),
        avvik(register, dag, enhet.id),
        frister(register, dag, dag + _NESTE, enhet.id),
    )


def _organet(register: Register, organ: Enhetsvar, dag: date) -> Organsvar:
    utvalg = Vedtaksutvalg(organ=organ.id, avsluttet=True)
    return Organsvar(organ, vedtak(register, dag, utvalg))


def _budsjettet(register: Register, sak: Vedtaksvar, dag: date) -> Budsjettsvar:
    utvalg = Vedtaksutvalg(budsjettsak=sak.id, avsluttet=True)
    return Budsjettsvar(sak, vedtak(register, dag, utvalg))


def _hjulaarene(register: Register, dag: date) -> list[int]:
    """The years that have a wheel: those of the letters, this one and the next, newest first."""
    if not register.aktiviteter:
        return []
    aarene = {aar for aar in register.styringsbrev if aar <= dag.year} | {dag.year, dag.year + 1}
    return sorted(aarene, reverse=True)


def _maanedene(register: Register, dag: date) -> Iterator[Okonomisvar]:
    """Each month of the economy, newest first; none of them is for the public."""
    if register.leser is Leser.OFFENTLIG or not register.regnskap:
        return
    from styring.register.okonomien import maanedene  # loaded where there are figures
    from styring.sporring.okonomi.okonomi import okonomi

    for maaned in reversed(maanedene(register)):
        if f"{maaned.aar}-budsjett" in register.budsjetter:
            yield okonomi(register, dag, maaned=maaned)


def _okonomien(register: Register, dag: date) -> Iterator[Okonomiside]:
    """The chapter about the economy of each report that is out, newest first."""
    for id_ in (ett.id for ett in utgitte(register, dag) if ett.id in register.okonomikapitler):
        periode = perioden(register.rutine, id_)
        kapittel = okonomidel(register, periode) if periode else None
        if periode and kapittel:
            yield Okonomiside(id_, periode.navn, kapittel)
