"""The duties of the law that have a day or a number, from a table with sources (``plikter.tsv``),
and which of them an aktivitet answers.
"""

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from styring.fag.hjemmel import Henvisning, henvisninger
from styring.modell.arshjul import Aktivitet

_TABELL = Path(__file__).with_name("plikter.tsv")


class Pliktkrav(NamedTuple):
    """What the law says of when.

    ``ord`` names the kind; what it means is in ``fag.pliktdager``. ``kode`` is the duty it is
    reckoned from.
    """

    ord: str
    dag: str = ""
    antall: int = 0
    kode: str = ""


class Plikt(NamedTuple):
    """One duty.

    A kode may stand more than once: one law took over from another. ``flyttes`` says that a red day
    moves the deadline. ``type``, ``kategori`` and ``hjul`` are where it stands in a wheel that is
    made from the table.
    """

    kode: str
    tittel: str
    hjemmel: str
    kjennes_paa: str
    krav: Pliktkrav
    flyttes: bool
    fra: date
    til: date | None
    kilde: str
    type: str
    kategori: str
    hjul: str

    def gjelder_i(self, aar: int) -> bool:
        """Whether the duty is in force some day of a year."""
        return self.fra <= date(aar, 12, 31) and (self.til is None or self.til >= date(aar, 1, 1))

    @property
    def henvisning(self) -> Henvisning:
        """The paragraph of the law, as the table of laws has it."""
        return henvisninger(self.hjemmel)[0]


@cache
def plikter() -> tuple[Plikt, ...]:
    """Every duty of the table, in its order."""
    linjer = [
        linje.split("\t")
        for linje in _TABELL.read_text(encoding="utf-8").splitlines()
        if not linje.startswith("#")
    ]
    return tuple(_plikt(deler) for deler in linjer)


@cache
def kodene() -> tuple[str, ...]:
    """The codes of the duties, each once."""
    return tuple(dict.fromkeys(plikt.kode for plikt in plikter()))


def dekkes_av(aktivitet: Aktivitet) -> frozenset[str]:
    """The codes of the duties that an aktivitet answers: those it names, else those that its
    hjemmel and title say.
    """
    if aktivitet.dekker:
        return frozenset(aktivitet.dekker)
    funne = [
        (henvisning.lov.nummer, henvisning)
        for henvisning in henvisninger(aktivitet.hjemmel or "")
        if henvisning.lov
    ]
    steder = {
        (nummer, paragraf)
        for nummer, henvisning in funne
        for paragraf in (henvisning.paragraf, henvisning.skrevet)
    }
    funnet = (
        next(
            (plikt for plikt in _i_paragrafene().get(sted, ()) if _passer(plikt, aktivitet.tittel)),
            None,
        )
        for sted in steder
    )
    return frozenset(plikt.kode for plikt in funnet if plikt)


@cache
def _i_paragrafene() -> dict[tuple[str, str], list[Plikt]]:
    """The duties by law and paragraph, those that are known by a word first as the
    table has them.
    """
    per_sted: dict[tuple[str, str], list[Plikt]] = {}
    for plikt in plikter():
        lov = plikt.henvisning.lov
        per_sted.setdefault((lov.nummer if lov else "", plikt.henvisning.skrevet), []).append(plikt)
    return per_sted


def _passer(plikt: Plikt, tittel: str) -> bool:
    return re.search(plikt.kjennes_paa, tittel, re.IGNORECASE) is not None


def _plikt(deler: list[str]) -> Plikt:
    kode, tittel, hjemmel, kjennes_paa, krav, rod, fra, til, kilde, *i_hjulet = deler
    flyttes = {"flyttes": True, "star": False}[rod]
    return Plikt(
        kode,
        tittel,
        hjemmel,
        kjennes_paa,
        _krav(*krav.split()),
        flyttes,
        date.fromisoformat(fra),
        date.fromisoformat(til) if til else None,
        kilde,
        *i_hjulet,
    )


def _krav(ord_: str, forste: str = "", kode: str = "") -> Pliktkrav:
    return (
        Pliktkrav(ord_, dag=forste)
        if "-" in forste
        else Pliktkrav(ord_, antall=int(forste or 0), kode=kode)
    )
