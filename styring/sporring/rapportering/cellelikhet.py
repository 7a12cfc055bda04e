"""Whether two cells say the same, however they are written."""

from collections.abc import Mapping
from datetime import date

from styring.fag import planbok
from styring.fag import skjemabok as bok
from styring.fag.kalender import kortdato
from styring.fag.norsk import fold
from styring.fag.periode import siste_dag, tidspunkt_med_ord
from styring.fag.skreven_tid import les_dag, les_tidspunkt
from styring.modell.kommune import Enhet

_ORDENE = {fold(ord_): ord_ for alle in bok.VALG.values() for ord_ in alle}


def som_tekst(celle: bok.Celle) -> str:
    """A cell as text, on one line."""
    return kortdato(celle) if isinstance(celle, date) else enhetlig(celle)


def som_vist(felt: str, tekst: str, aar: int) -> str:
    """What was typed in a cell as the form would show it: a point in time may be written in many
    ways, and words in either case.
    """
    if felt in ("forventet_ferdig", "tiltak_frist"):
        lest = les_tidspunkt(tekst, aar) if tekst else None
        return tidspunkt_med_ord(lest) if lest else tekst
    if felt in bok.VALG:
        return _ORDENE.get(fold(tekst), tekst)
    return tekst


def planvist(felt: str, celle: bok.Celle, aar: int) -> str:
    """A cell of the tab for the plan as it would show it: a day may be written in many ways."""
    dag = plandag(felt, celle, aar)
    return kortdato(dag) if dag else enhetlig(som_tekst(celle))


def plandag(felt: str, celle: bok.Celle, aar: int) -> date | None:
    """The day in a cell of the tab for the plan: when something is to be done may be said in many
    words, and when it was done only by the day itself.
    """
    if felt not in planbok.DATOER or not celle or isinstance(celle, date):
        return celle if isinstance(celle, date) else None
    if felt == "ferdig":
        return les_dag(celle, aar)
    lest = les_tidspunkt(celle, aar)
    return siste_dag(lest) if lest else None


def kodene(enheter: Mapping[str, Enhet]) -> dict[str, str]:
    """The code of each unit by how it may be written: by its name, or its code in any case."""
    koder = {fold(enhet.navn): kode for kode, enhet in enheter.items()}
    return koder | {fold(kode): kode for kode in enheter}


def enhetlig(tekst: str) -> str:
    """A text as it is compared: blanks at the ends of lines, and how many there are between words,
    do not count.
    """
    return "\n".join(" ".join(linje.split()) for linje in tekst.strip().split("\n"))


def likt(en: object, annen: object) -> bool:
    """Whether two values say the same."""
    if isinstance(en, tuple) and isinstance(annen, tuple):
        return [_verdier(ett) for ett in en] == [_verdier(ett) for ett in annen]
    if isinstance(en, str) and isinstance(annen, str):
        return en.strip() == annen.strip()
    return en == annen


def _verdier(tiltak: object) -> tuple[object, ...]:
    """A measure as plain values, for comparing."""
    return tuple(getattr(tiltak, navn) for navn in ("tekst", "ansvarlig", "frist"))
