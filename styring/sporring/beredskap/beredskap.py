"""How prepared we are, by day: the analysis of risks, the plans, the exercises and incidents, and
what they showed to be lacking.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from styring.fag.beredskap import (
    OVELSE_MAANEDER,
    REVISJON_MAANEDER,
    ROS_MAANEDER,
    SistGjort,
    evalueringsfrist,
    siden,
)
from styring.fag.frist import er_forfalt
from styring.fag.norsk import liten
from styring.modell.beredskap import Beredskapshendelse, Hendelsesmangel, Tiltakstall
from styring.modell.form import Leser
from styring.register.beredskapen import (
    SLAG,
    analysene,
    beredskapshendelsene,
    beredskapsplanene,
    beredskapsrutinen,
)
from styring.register.register import Register
from styring.sporring.felles.utvalg import Omfang, omfanget


class Rosstand(NamedTuple):
    """The newest analysis: when, where it was taken up, who was not in it, and its measures as they
    were counted last. ``gammel``: a council's term has passed.
    """

    id: str
    dato: date
    organ: str | None
    sak: str | None
    enheter: tuple[str, ...]
    ikke_med: tuple[str, ...]
    tiltakstall: Tiltakstall | None
    arkiv: str | None
    gammel: bool


class Planstand(NamedTuple):
    """One plan: who has it, and when it was last revised, practised, and its warning tried."""

    id: str
    tittel: str
    type: str
    eier: str
    revidert: SistGjort
    ovd: SistGjort
    varsling: date | None


class Beredskapsmangel(NamedTuple):
    """Something lacking that is not mended: where it was seen, and what is done about it."""

    id: str
    hendelse: str
    tekst: str
    tiltak: str | None
    ansvarlig: str | None
    frist: date | None
    forfalt: bool


class Hendelsesstand(NamedTuple):
    """One exercise or incident. ``frist`` is the last day of its evaluation by the routine; ``sen``
    that it has passed; ``mangler`` how many things it showed, ``apne`` those not mended.
    """

    id: str
    tittel: str
    type: str
    dato: date
    enheter: tuple[str, ...]
    planer: tuple[str, ...]
    evaluert: date | None
    frist: date | None
    sen: bool
    mangler: int
    apne: int

    @property
    def evalueringen(self) -> str:
        """What its evaluation is called as a thing to do."""
        return f"Evaluering av {liten(self.tittel)}"


@dataclass(frozen=True, slots=True)
class Beredskapssvar:
    """The answer for a unit and what lies below it, or for all. ``skjulte_slag`` are the types of
    which the reader lacks some record: what seems to be missing there, may be hidden.
    """

    kommune: str
    leser: Leser
    dato: date
    enhet: str | None
    navn: str
    ros: Rosstand | None
    planer: tuple[Planstand, ...]
    hendelser: tuple[Hendelsesstand, ...]
    mangler: tuple[Beredskapsmangel, ...]
    evaluering_dager: int | None
    skjulte_slag: tuple[str, ...]
    utelatt: int

    @property
    def finnes(self) -> bool:
        """Whether anything at all is told of preparedness."""
        return bool(self.ros or self.planer or self.hendelser)

    @property
    def gamle_planer(self) -> tuple[Planstand, ...]:
        """The plans that were not revised in the last year."""
        return tuple(plan for plan in self.planer if plan.revidert.for_lenge)

    @property
    def uovde_planer(self) -> tuple[Planstand, ...]:
        """The plans that were not practised in the last two years."""
        return tuple(plan for plan in self.planer if plan.ovd.for_lenge)

    @property
    def uevaluerte(self) -> tuple[Hendelsesstand, ...]:
        """What is not evaluated."""
        return tuple(ett for ett in self.hendelser if ett.evaluert is None)


def beredskap(register: Register, dato: date, sektor: str | None = None) -> Beredskapssvar:
    """Answer for one unit and what lies below it, or for all, as it was known on a day."""
    omfang = omfanget(register, sektor)
    return beredskapen(register, dato, omfang.koder, omfang)


def beredskapen(
    register: Register, dato: date, koder: frozenset[str] | None, omfang: Omfang | None = None
) -> Beredskapssvar:
    """The same for units by their codes; ``omfang`` is what they are called."""
    rutine = beredskapsrutinen(register)
    dager = rutine.evaluering_dager if rutine else None
    return Beredskapssvar(
        kommune=register.navn,
        leser=register.leser,
        dato=dato,
        enhet=omfang.enhet if omfang else None,
        navn=omfang.navn if omfang else register.navn,
        ros=_ros(register, dato),
        planer=tuple(_planene(register, dato, koder)),
        hendelser=tuple(_hendelsene(register, dato, koder, dager)),
        mangler=tuple(_apne_mangler(register, dato, koder)),
        evaluering_dager=dager,
        skjulte_slag=tuple(sorted(register.skjulte_slag & SLAG)),
        utelatt=register.utelatt,
    )


def overste_enheter(register: Register) -> tuple[str, ...]:
    """The units right below the kommunedirektør: those that the letter wants in the analysis."""
    return tuple(kode for kode, enhet in register.enheter.items() if enhet.overordnet is None)


def _ros(register: Register, dato: date) -> Rosstand | None:
    """The newest analysis; None where one is hidden, since an older one is not the one in force."""
    if "ros" in register.skjulte_slag:
        return None
    kjente = [post for post in analysene(register).values() if post.verdi.dato <= dato]
    if not kjente:
        return None
    post = max(kjente, key=lambda post: post.verdi.dato)
    ros = post.verdi
    talt = [ett for ett in ros.tiltakstall if ett.dato <= dato]
    med = frozenset(ros.enheter)
    return Rosstand(
        post.id,
        ros.dato,
        register.enhetsnavn(ros.organ) if ros.organ else None,
        ros.sak,
        tuple(map(register.enhetsnavn, ros.enheter)),
        tuple(
            register.enhetsnavn(kode)
            for kode in overste_enheter(register)
            if not med & register.med_underliggende(kode)
        ),
        talt[-1] if talt else None,
        ros.arkiv,
        siden([ros.dato], dato, ROS_MAANEDER).for_lenge,
    )


def _planene(register: Register, dato: date, koder: frozenset[str] | None) -> Iterator[Planstand]:
    ovelser: dict[str, list[date]] = {}
    for hendelse in beredskapshendelsene(register).values():
        if hendelse.verdi.type == "ovelse":
            for navn in hendelse.verdi.planer:
                ovelser.setdefault(f"plan/{navn}", []).append(hendelse.verdi.dato)
    for id_, post in beredskapsplanene(register).items():
        plan = post.verdi
        if koder is None or plan.eier in koder:
            yield Planstand(
                id_,
                plan.tittel,
                plan.type,
                plan.eier,
                siden(plan.revidert, dato, REVISJON_MAANEDER),
                siden(ovelser.get(id_, ()), dato, OVELSE_MAANEDER),
                max((dag for dag in plan.varsling_provd if dag <= dato), default=None),
            )


def _hendelsene(
    register: Register, dato: date, koder: frozenset[str] | None, dager: int | None
) -> Iterator[Hendelsesstand]:
    """What had happened by the day, newest first."""
    for id_, post in reversed([*beredskapshendelsene(register).items()]):
        ett = post.verdi
        if ett.dato > dato or (koder is not None and not koder.intersection(ett.enheter)):
            continue
        evaluert = ett.evaluert if ett.evaluert and ett.evaluert <= dato else None
        mangler = _kjente_mangler(ett, dato)
        frist = evalueringsfrist(ett.dato, dager)
        yield Hendelsesstand(
            id_,
            ett.tittel,
            ett.type,
            ett.dato,
            ett.enheter,
            ett.planer,
            evaluert,
            frist,
            evaluert is None and er_forfalt(frist, dato),
            len(mangler),
            sum(not _rettet(mangel.ferdig, dato) for mangel in mangler),
        )


def _apne_mangler(
    register: Register, dato: date, koder: frozenset[str] | None
) -> Iterator[Beredskapsmangel]:
    """What is known to be lacking and is not mended: for some units, what they are to mend
    themselves, and what is of their own where no unit is to.
    """
    for id_, post in beredskapshendelsene(register).items():
        ett = post.verdi
        for mangel in _kjente_mangler(ett, dato):
            hvem = mangel.ansvarlig
            deres = (hvem,) if hvem in register.enheter else ett.enheter
            if _rettet(mangel.ferdig, dato) or (
                koder is not None and not koder.intersection(deres)
            ):
                continue
            yield Beredskapsmangel(
                f"{id_}/{mangel.nr}",
                ett.tittel,
                " ".join(mangel.tekst.split()),
                mangel.tiltak,
                hvem,
                mangel.frist,
                er_forfalt(mangel.frist, dato),
            )


def _kjente_mangler(ett: Beredskapshendelse, dato: date) -> tuple[Hendelsesmangel, ...]:
    """What an exercise or incident had shown to be lacking by a day: from its evaluation on, or
    from the day itself where none has been.
    """
    return ett.mangler if (ett.evaluert or ett.dato) <= dato else ()


def _rettet(ferdig: date | None, dato: date) -> bool:
    return ferdig is not None and ferdig <= dato
