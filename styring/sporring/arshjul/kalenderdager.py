"""Days as a calendar has them: each with an id that is the same next time, and how many times its
day has been moved.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from styring.fag.frist import gjorte
from styring.register.register import Register
from styring.sporring.arshjul.arshjul import Arshjulsvar, hendelser_i
from styring.sporring.arshjul.frister import Fristsvar
from styring.sporring.arshjul.fristlinje import Frist
from styring.sporring.arshjul.fristsaker import fristsaker

_FLERE_I_EN = frozenset({"oppgave", "tiltak", "avtale", "rapportering"})
"""The kinds that a matter may have several of: each is known by its words as well."""


class Kalenderdag(NamedTuple):
    """One day. ``noekkel`` is what it is known by, within the municipality; ``flyttet`` how many
    times its day was moved; ``merknader`` are lines about it.
    """

    noekkel: str
    dag: date
    tittel: str
    kategori: str
    merknader: tuple[str, ...]
    flyttet: int = 0


def fra_hjulet(register: Register, svar: Arshjulsvar) -> tuple[Kalenderdag, ...]:
    """Every day of a year in the wheel."""
    numrene = _numrene(register, {ett.id for ett in svar.hendelser}, {svar.aar})
    like: Counter[str] = Counter()
    return tuple(
        Kalenderdag(
            noekkel=_den_neste(like, _aktivitetens(numrene, ett.id, ett.dag)),
            dag=ett.dag,
            tittel=ett.tittel,
            kategori=ett.kategori,
            merknader=tuple(_merknadene(register, ett.type, ett.ansvarlig, ett.hjemmel)),
        )
        for ett in svar.hendelser
    )


def fra_fristene(register: Register, svar: Fristsvar) -> tuple[Kalenderdag, ...]:
    """Everything that is overdue or comes."""
    return dagene_til(kalendergrunnlaget(register, svar), svar)


class Kalendergrunnlag(NamedTuple):
    """What the days of an answer, and of every narrower one, are made with."""

    register: Register
    flyttet: dict[str, int]
    numrene: "_Numre"


def kalendergrunnlaget(register: Register, svar: Fristsvar) -> Kalendergrunnlag:
    """Find it once: there may be many calendars of the same days."""
    aktiviteter = {ett.id for ett in (*svar.forfalte, *svar.kommende) if ett.slag == "aktivitet"}
    aarene = range(svar.dato.year - 1, svar.til.year + 2)
    flyttet = {ett.id: len(gjorte(ett.endringer, svar.dato)) for ett in fristsaker(register)}
    return Kalendergrunnlag(register, flyttet, _numrene(register, aktiviteter, aarene))


def dagene_til(grunnlag: Kalendergrunnlag, svar: Fristsvar) -> tuple[Kalenderdag, ...]:
    """Everything in an answer that is no wider than the one the days are made with."""
    like: Counter[str] = Counter()
    return tuple(
        Kalenderdag(
            noekkel=_den_neste(like, _noekkelen(grunnlag.numrene, ett)),
            dag=ett.dag,
            tittel=ett.tittel,
            kategori=ett.kategori or ett.slag,
            merknader=tuple(_om_fristen(grunnlag.register, ett)),
            flyttet=grunnlag.flyttet.get(ett.id, 0) if ett.slag in ("oppdrag", "vedtak") else 0,
        )
        for ett in (*svar.forfalte, *svar.kommende)
    )


def kommunens_navn(register: Register) -> str:
    """What the municipality is known by: its number, which it keeps when it is called otherwise."""
    numre = register.kommune.verdi.kommunenummer if register.kommune else ()
    return numre[0].nr if numre else register.navn


_Numre = dict[tuple[str, date], tuple[int, int]]


def _numrene(register: Register, id_er: set[str], aarene: Iterable[int]) -> _Numre:
    """Of each day of some aktiviteter: the year of the rule, and which it is in that year. They are
    the same though the day itself is moved.
    """
    ut: _Numre = {}
    for id_ in sorted(id_er & register.aktiviteter.keys()):
        for aar in aarene:
            for nr, ett in enumerate(hendelser_i(register, register.aktiviteter[id_], aar), 1):
                ut.setdefault((id_, ett.dag), (aar, nr))
    return ut


def _aktivitetens(numrene: _Numre, id_: str, dag: date) -> str:
    # what is no aktivitet, such as the next styringsdialog, has one day in a year
    aar, nr = numrene.get((id_, dag), (dag.year, 1))
    return f"aktivitet/{id_}/{aar}/{nr}"


def _noekkelen(numrene: _Numre, ett: Frist) -> str:
    if ett.slag == "aktivitet":
        return _aktivitetens(numrene, ett.id, ett.dag)
    return f"{ett.slag}/{ett.id}" + (f"/{ett.tittel}" if ett.slag in _FLERE_I_EN else "")


def _den_neste(like: Counter[str], noekkel: str) -> str:
    """The key, with its number where another has the same."""
    like[noekkel] += 1
    return noekkel if like[noekkel] == 1 else f"{noekkel}/{like[noekkel]}"


def _om_fristen(register: Register, ett: Frist) -> Iterator[str]:
    if ett.slag == "aktivitet":
        post = register.aktiviteter.get(ett.id)
        hjemmel = post.verdi.hjemmel if post else None
        yield from _merknadene(register, ett.type or "", ett.ansvarlig, hjemmel)
    else:
        yield f"{ett.slag.capitalize()} {ett.id}"
        if ett.ansvarlig:
            yield f"Ansvarlig: {register.enhetsnavn(ett.ansvarlig)}"


def _merknadene(
    register: Register, type_: str, ansvarlig: str | None, hjemmel: str | None
) -> Iterator[str]:
    if type_:
        yield type_.capitalize()
    if ansvarlig:
        yield f"Ansvarlig: {register.enhetsnavn(ansvarlig)}"
    if hjemmel:
        yield f"Hjemmel: {hjemmel}"
