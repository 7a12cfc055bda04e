"""One unit's plan for a year: its own part, the goals it answers for, its oppdrag broken down, what
it contributes to, its frame and its deadlines.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from styring.fag.frist import frist_per
from styring.fag.tilstand import LUKKEDE
from styring.modell.form import Leser
from styring.modell.oppdrag import Oppdrag, Oppdragskrav
from styring.register.meldingene import er_gitt, punktet, svares_i
from styring.register.register import Register
from styring.sporring.arshjul.arshjul import (
    Arshjulsvar,
    Hjulfilter,
    arshjul,
    hendelser_i,
    uten_dag_fordi,
)
from styring.sporring.felles.utvalg import nyeste_aar, omfanget
from styring.sporring.maal.enhetsmaal import Enhetsmaal, enhetsmaal
from styring.sporring.oppdrag.for_andre import EgenOppgave, Oppfolging, egne_oppgaver, oppfolginger
from styring.sporring.oppdrag.stilling import vedtak_som_staar, vedtaket
from styring.sporring.rapport.egen_plan import (
    AndresLinje,
    EgenPlan,
    Rammen,
    Statusgang,
    andres_linjer,
    egen_plan,
    rammen,
    statusgang,
)
from styring.sporring.rapport.styringsbrev import Brevdelmaal


class Planmaal(NamedTuple):
    """One delmål, the satsingsområde it is under, and the others who answer for it."""

    delmaal: str
    omraade: str
    andre: tuple[str, ...]


class Planoppgave(NamedTuple):
    """One task: what, who (a name or a role), by when, and whether it is done."""

    tittel: str
    hvem: str
    frist: date | None
    ferdig: date | None


class Planoppdrag(NamedTuple):
    """One oppdrag in the plan.

    ``videre_til`` is who follows it up now, where it has been passed on.
    """

    tittel: str
    enhet: str
    frist: date | None
    ferdig_nar: str | None
    avgrensning: str | None
    bidrar: tuple[str, ...]
    delmaal: tuple[str, ...]
    videre_til: str | None
    tekst: str | None
    krav: tuple[Oppdragskrav, ...]
    oppgaver: tuple[Planoppgave, ...]


class Planbidrag(NamedTuple):
    """An oppdrag of another unit that this one contributes to."""

    tittel: str
    eier: str
    frist: date | None


class Planvedtak(NamedTuple):
    """A vedtak that is not closed.

    ``punkt`` is the number of a verbalvedtak in its budsjettsak, ``fristpunkt`` the punkt the
    deadline is written on.
    """

    tittel: str
    sak: str
    punkt: int | None
    frist: date | None
    fristpunkt: int | None
    frist_hele: date | None
    svares_i: str | None


class Planaktivitet(NamedTuple):
    """One day in the wheel that the unit answers for; None where the source gives none."""

    dag: date | None
    tittel: str


@dataclass(frozen=True, slots=True)
class Plansvar:
    """The answer."""

    kommune: str
    leser: Leser
    dato: date
    enhet: str
    navn: str
    aar: int | None
    delmaal: tuple[tuple[str, Brevdelmaal], ...]
    maalt: Enhetsmaal | None
    oppdrag: tuple[Planoppdrag, ...]
    folger_opp: tuple[Oppfolging, ...]
    oppgaver: tuple[EgenOppgave, ...]
    bidrar_til: tuple[Planbidrag, ...]
    vedtak: tuple[Planvedtak, ...]
    aktiviteter: tuple[Planaktivitet, ...]
    hjul: Arshjulsvar | None
    egen: EgenPlan | None
    ramme: Rammen | None
    andres_linjer: tuple[AndresLinje, ...]
    status: Statusgang | None
    andres_status: Statusgang | None
    utelatt: int

    @property
    def maal(self) -> tuple[Planmaal, ...]:
        """The goals that the unit answers for, each with the others who do."""
        return tuple(
            Planmaal(ett.delmaal, omraade, tuple(navn for navn in ett.ansvar if navn != self.navn))
            for omraade, ett in self.delmaal
        )


def virksomhetsplan(
    register: Register, dato: date, sektor: str, aar: int | None = None
) -> Plansvar:
    """Answer for one unit and what lies below it, in one year: the newest with oppdrag when none is
    named.
    """
    omfang = omfanget(register, sektor)
    koder = omfang.koder or frozenset()
    aar = aar or nyeste_aar(register, dato)
    i_aar = {
        id_: post.verdi
        for id_, post in register.oppdrag.items()
        if id_[:4] == str(aar) and er_gitt(post.verdi, dato)
    }
    egne = {id_: ett for id_, ett in i_aar.items() if ett.ansvarlig in koder}
    bidrar = {
        id_: ett
        for id_, ett in i_aar.items()
        if ett.ansvarlig not in koder and koder.intersection(ett.delansvar)
    }
    folger_opp = tuple(oppfolginger(register, dato, aar, koder))
    andres = frozenset((*bidrar, *(ett.id for ett in folger_opp)))
    return Plansvar(
        kommune=omfang.kommune,
        leser=register.leser,
        dato=dato,
        enhet=omfang.enhet or "",
        navn=omfang.navn,
        aar=aar,
        delmaal=tuple(_delmaal(register, koder)),
        maalt=enhetsmaal(register, dato, koder),
        oppdrag=tuple(_oppdrag(register, oppdrag, dato) for oppdrag in egne.values()),
        folger_opp=folger_opp,
        oppgaver=tuple(egne_oppgaver(register, dato, aar, koder)),
        bidrar_til=tuple(
            Planbidrag(
                oppdrag.tittel,
                register.enhetsnavn(oppdrag.ansvarlig),
                frist_per(oppdrag.frist, oppdrag.fristendringer, dato),
            )
            for oppdrag in bidrar.values()
        ),
        vedtak=tuple(_vedtak(register, dato, koder)),
        aktiviteter=tuple(_aktiviteter(register, aar or dato.year, koder)),
        hjul=_hjulet(register, aar or dato.year, koder),
        egen=egen_plan(register, dato, aar, omfang.enhet or "") if aar else None,
        ramme=rammen(register, dato, aar, koder) if aar else None,
        andres_linjer=tuple(andres_linjer(register, dato, aar, koder)) if aar else (),
        status=statusgang(register, dato, aar, frozenset(egne)) if aar else None,
        andres_status=statusgang(register, dato, aar, andres) if aar else None,
        utelatt=register.utelatt,
    )


def _hjulet(register: Register, aar: int, koder: frozenset[str]) -> Arshjulsvar | None:
    """The unit's own wheel; None where no aktivitet of its has a day."""
    svar = arshjul(register, aar, Hjulfilter(koder=koder))
    return svar if svar.hendelser else None


def _delmaal(register: Register, koder: frozenset[str]) -> Iterator[tuple[str, Brevdelmaal]]:
    for plass in register.delmaal.values():
        ansvar = plass.delmaal.verdi.ansvar
        if koder.intersection(ansvar):
            navn = tuple(map(register.enhetsnavn, ansvar))
            yield (
                plass.omraade.verdi.navn,
                Brevdelmaal(plass.hovedmaal.verdi.tittel, plass.delmaal.verdi.tittel, navn),
            )


def _oppdrag(register: Register, oppdrag: Oppdrag, dato: date) -> Planoppdrag:
    videre = [ledd.til for ledd in oppdrag.videredelegert if ledd.dato <= dato]
    return Planoppdrag(
        tittel=oppdrag.tittel,
        enhet=register.enhetsnavn(oppdrag.ansvarlig),
        frist=frist_per(oppdrag.frist, oppdrag.fristendringer, dato),
        ferdig_nar=oppdrag.ferdig_nar,
        avgrensning=oppdrag.avgrensning,
        bidrar=tuple(map(register.enhetsnavn, oppdrag.delansvar)),
        delmaal=tuple(
            register.delmaal[kode].delmaal.verdi.tittel
            for kode in oppdrag.delmaal
            if kode in register.delmaal
        ),
        videre_til=register.enhetsnavn(videre[-1]) if videre else None,
        oppgaver=tuple(
            Planoppgave(
                oppgave.tittel,
                register.enhetsnavn(oppgave.ansvarlig),
                oppgave.frist,
                _gjort(oppgave.ferdig, dato),
            )
            for oppgave in oppdrag.oppgaver
        ),
        tekst=oppdrag.tekst,
        krav=oppdrag.krav,
    )


def _gjort(ferdig: date | None, dato: date) -> date | None:
    return ferdig if ferdig and ferdig <= dato else None


def _vedtak(register: Register, dato: date, koder: frozenset[str]) -> Iterator[Planvedtak]:
    for sak in vedtak_som_staar(register, dato, koder):
        if sak.tilstand not in LUKKEDE:
            vedtak = vedtaket(register, sak.id)
            yield Planvedtak(
                sak.tittel,
                vedtak.sak,
                vedtak.punkt,
                sak.frist,
                sak.fristpunkt,
                sak.frist_hele,
                svares_i(*(punktet(register, sak.id) or (vedtak, None))),
            )


def _aktiviteter(register: Register, aar: int, koder: frozenset[str]) -> list[Planaktivitet]:
    """The unit's own days of the year, by day; those without a day last."""
    valg = Hjulfilter(koder=koder)
    egne = [post for post in register.aktiviteter.values() if valg.passer(post.verdi)]
    uten_dag = [post for post in egne if uten_dag_fordi(register, post.verdi, aar)]
    dager = [
        Planaktivitet(hendelse.dag, hendelse.tittel)
        for post in egne
        if post not in uten_dag
        for hendelse in hendelser_i(register, post, aar)
    ]
    return [
        *sorted(dager, key=lambda dag: (dag.dag or date.max, dag.tittel)),
        *(Planaktivitet(None, post.verdi.tittel) for post in uten_dag),
    ]
