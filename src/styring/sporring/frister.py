"""What is due: aktiviteter, oppdrag and oppgaver in one list."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from styring.fag.kalender import fridag, uke
from styring.fag.nar import UgyldigNar
from styring.register.register import Register
from styring.sporring.arshjul import er_uten_dag, hendelser_i, passer
from styring.sporring.utvalg import enhetene, finn_enhet


@dataclass(frozen=True, slots=True)
class Frist:
    """One thing that is due. ``slag`` is aktivitet, oppdrag or oppgave; ``dager`` counts from the day asked for.

    ``fridag`` names the day it falls on where that is no working day; ``flyttet_fra`` is the day before it was moved.
    """

    dag: date
    uke: int
    dager: int
    slag: str
    id: str
    tittel: str
    type: str | None
    kategori: str | None
    ansvarlig: str | None
    fridag: str | None
    flyttet_fra: date | None


@dataclass(frozen=True, slots=True)
class Fristsvar:
    """The answer: what is overdue, what comes, and how much has no day at all."""

    dato: date
    til: date
    enhet: str | None
    forfalte: tuple[Frist, ...]
    kommende: tuple[Frist, ...]
    oppdrag_uten_frist: int
    aktiviteter_uten_dag: int
    aktiviteter_uten_ansvarlig: int


@dataclass(frozen=True, slots=True)
class Fristfilter:
    """What to leave out. ``type_`` and ``kategori`` choose among aktiviteter, so with them only those are shown."""

    sektor: str | None = None
    type_: str | None = None
    kategori: str | None = None

    @property
    def bare_aktiviteter(self) -> bool:
        """Whether the filter asks for something that only aktiviteter have."""
        return self.type_ is not None or self.kategori is not None


def frister(register: Register, dato: date, dager: int, filter_: Fristfilter | None = None) -> Fristsvar:
    """Answer for a number of days from a day on. Only what has an explicit frist can be overdue."""
    valg = filter_ or Fristfilter()
    koder = enhetene(register, valg.sektor)
    til = dato + timedelta(dager)
    fra_hjulet = list(_aktiviteter(register, dato, til, valg, koder))
    fra_oppdrag = [] if valg.bare_aktiviteter else list(_oppdrag(register, dato, koder))
    alle = sorted([*fra_hjulet, *fra_oppdrag], key=lambda frist: (frist.dag, frist.slag, frist.id))
    return Fristsvar(
        dato=dato,
        til=til,
        enhet=finn_enhet(register, valg.sektor) if valg.sektor else None,
        forfalte=tuple(frist for frist in alle if frist.dag < dato),
        kommende=tuple(frist for frist in alle if dato <= frist.dag <= til),
        oppdrag_uten_frist=0 if valg.bare_aktiviteter else _uten_frist(register, koder),
        aktiviteter_uten_dag=_uten_dag(register, valg, koder),
        aktiviteter_uten_ansvarlig=sum(frist.ansvarlig is None for frist in _aktiviteter(register, dato, til, valg, None)) if koder else 0,
    )


def _aktiviteter(register: Register, fra: date, til: date, valg: Fristfilter, koder: frozenset[str] | None) -> Iterator[Frist]:
    for post in register.aktiviteter.values():
        if not passer(post.verdi, None, valg.type_, valg.kategori, koder):
            continue
        for aar in range(fra.year - 1, til.year + 1):
            try:
                hendelser = list(hendelser_i(register, post, aar))
            except UgyldigNar:
                break
            for h in hendelser:
                if fra <= h.dag <= til:
                    yield _frist(h.dag, fra, "aktivitet", h.id, h.tittel, h.ansvarlig, type_=h.type, kategori=h.kategori, flyttet_fra=h.regeldag)


def _oppdrag(register: Register, dato: date, koder: frozenset[str] | None) -> Iterator[Frist]:
    for post in register.oppdrag.values():
        oppdrag = post.verdi
        if oppdrag.frist and (koder is None or oppdrag.ansvarlig in koder):
            yield _frist(oppdrag.frist, dato, "oppdrag", post.id, oppdrag.tittel, oppdrag.ansvarlig)
        for oppgave in oppdrag.oppgaver:
            er_ferdig = oppgave.ferdig is not None and oppgave.ferdig <= dato
            if oppgave.frist and not er_ferdig and (koder is None or koder.intersection((oppgave.ansvarlig, oppdrag.ansvarlig))):
                yield _frist(oppgave.frist, dato, "oppgave", f"{post.id}/{oppgave.nr}", oppgave.tittel, oppgave.ansvarlig)


def _frist(  # noqa: PLR0913  the one place where the three kinds become one
    dag: date, fra: date, slag: str, id_: str, tittel: str, ansvarlig: str | None, *, type_: str | None = None, kategori: str | None = None, flyttet_fra: date | None = None
) -> Frist:
    return Frist(
        dag=dag,
        uke=uke(dag),
        dager=(dag - fra).days,
        slag=slag,
        id=id_,
        tittel=tittel,
        type=type_,
        kategori=kategori,
        ansvarlig=ansvarlig,
        fridag=fridag(dag),
        flyttet_fra=flyttet_fra,
    )


def _uten_frist(register: Register, koder: frozenset[str] | None) -> int:
    return sum(post.verdi.frist is None and (koder is None or post.verdi.ansvarlig in koder) for post in register.oppdrag.values())


def _uten_dag(register: Register, valg: Fristfilter, koder: frozenset[str] | None) -> int:
    valgte = [post.verdi for post in register.aktiviteter.values() if passer(post.verdi, None, valg.type_, valg.kategori, koder)]
    return sum(aktivitet.nar == "ikke_oppgitt" or er_uten_dag(register, aktivitet) for aktivitet in valgte)
