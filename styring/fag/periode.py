"""Reporting periods, and the points in time that people write: a day, a month, a quarter, a
tertial.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from styring.fag.kalender import MAANEDER, kortdato, om_maneder
from styring.modell.form import PERIODE_ID, TIDSPUNKT

if TYPE_CHECKING:
    from styring.modell.kommune import Rapporteringsrutine

LEDD = ("bidrag", "levering", "kvalitetssikring", "godkjenning", "utsending", "mote")
"""The chain of deadlines of a period, in order."""
APNE_LEDD = LEDD[-2:]
"""Those that everybody may know of: the others are taken inside the administration."""


class Periode(NamedTuple):
    """One reporting period of one year.

    ``slutt`` is its last day; every period runs from 1 January.
    """

    id: str
    aar: int
    kode: str
    navn: str
    slutt: date

    @property
    def er_arsslutt(self) -> bool:
        """Whether this is the year's last report."""
        return (self.slutt.month, self.slutt.day) == (12, 31)


@cache
def perioden(rutine: Rapporteringsrutine | None, id_: str) -> Periode | None:
    """Give the period of an id such as ``2023-T1``; None where the municipality has no
    such period.
    """
    aar, _, kode = id_.partition("-")
    if rutine is None or kode not in rutine.perioder or not re.fullmatch(PERIODE_ID.regex, id_):
        return None
    type_ = rutine.perioder[kode]
    return Periode(id_, int(aar), kode, f"{type_.navn} {aar}", _dag_i(int(aar), type_.slutt))


def perioder_i(rutine: Rapporteringsrutine | None, aar: int) -> list[Periode]:
    """The periods of a year in the order of their last days."""
    funnet = [perioden(rutine, f"{aar}-{kode}") for kode in (rutine.perioder if rutine else ())]
    return sorted((periode for periode in funnet if periode), key=lambda periode: periode.slutt)


@cache
def sortering(rutine: Rapporteringsrutine | None, id_: str) -> tuple[date, str]:
    """Order period ids by their last day; an unknown one comes last in its year."""
    periode = perioden(rutine, id_)
    return (periode.slutt if periode else date(int(id_[:4]), 12, 31), id_)


def _dag_i(aar: int, maaned_dag: str) -> date:
    """The day in a year; 02-29 and the like become the month's last day."""
    maaned, dag = map(int, maaned_dag.split("-"))
    return min(
        date(aar, maaned, 1) + timedelta(dag - 1),
        om_maneder(date(aar, maaned, 1), 1) - timedelta(1),
    )


@cache
def siste_dag(tidspunkt: str) -> date | None:
    """The last day of a point in time as it is stored (``2023-11``, ``2023-K3``, ``2023-T1``,
    ``2023-11-15``). None for a day that does not exist.
    """
    aar, _, resten = tidspunkt.partition("-")
    if resten[:1] in ("K", "T"):
        maaneder = 3 if resten[0] == "K" else 4
        return om_maneder(date(int(aar), 1, 1), maaneder * int(resten[1:])) - timedelta(1)
    if len(resten) == len("11"):
        return om_maneder(date(int(aar), int(resten), 1), 1) - timedelta(1)
    try:
        return date.fromisoformat(tidspunkt)
    except ValueError:
        return None


@cache
def forste_dag(tidspunkt: str) -> date | None:
    """The first day of a point in time as it is stored. None for a day that does not exist."""
    slutt = siste_dag(tidspunkt)
    if slutt is None:
        return None
    _, _, resten = tidspunkt.partition("-")
    maaneder = {"K": 3, "T": 4}.get(resten[:1], 1)
    return slutt if "-" in resten else om_maneder(slutt.replace(day=1), 1 - maaneder)


def tidspunkt_med_ord(tidspunkt: str) -> str:
    """Write a point in time for people, no more exact than it is: «november 2023», «3. kvartal
    2023».
    """
    aar, _, resten = tidspunkt.partition("-")
    if resten[:1] in ("K", "T"):
        return f"{resten[1:]}. {'kvartal' if resten[0] == 'K' else 'tertial'} {aar}"
    if len(resten) == len("11"):
        return f"{MAANEDER[int(resten) - 1]} {aar}"
    dag = siste_dag(tidspunkt)
    return kortdato(dag) if dag else tidspunkt


_MAANED = "|".join(
    [*MAANEDER, *(f"{navn[:3]}\\.{'' if navn == 'juli' else '?'}" for navn in MAANEDER)]
)
"""The months, also as they are shortened; «jul» is a month only with its full stop."""
_FORAN = "(?:i |inn[ea]n |(?:inn[ea]n |ved )?utgangen av |i løpet av |slutten av )?"
_SENEST = "(?:inn[ea]n |senest |seinast )?"
_JUL = "(?:inn[ea]n |før |til )?j[uo]l(?:a|en|aften|eftan)?"
_AARSSLUTT = "(?:inn[ea]n |ved )?(?:utgangen av året|årsslutt|årsskiftet)"
_AARSTID = {
    **dict.fromkeys(("vår", "våren"), "05"),
    **dict.fromkeys(("sommer", "sommeren", "sommar", "sommaren"), "08"),
    **dict.fromkeys(("høst", "høsten", "haust", "hausten"), "11"),
}
"""The seasons by the last month of each, as they are called in bokmål and in nynorsk."""
_AARSTIDEN = rf"{_FORAN}(?:på |utpå |til )?({'|'.join(_AARSTID)})"
_NUMMER = {"første": "1.", "fyrste": "1.", "andre": "2.", "tredje": "3.", "fjerde": "4."}
_SKREVNE: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (
        r"(20\d\d)-(\d\d?)-(\d\d?)(?:[T ]00:00(?::00)?)?",
        lambda t: f"{t[1]}-{int(t[2]):02}-{int(t[3]):02}",
    ),
    (
        rf"{_SENEST}(\d\d?)[./-] ?(\d\d?)[./-] ?(20\d\d)",
        lambda t: f"{t[3]}-{int(t[2]):02}-{int(t[1]):02}",
    ),
    (r"(\d\d?)[./-](\d\d?)[./-](\d\d)", lambda t: f"20{t[3]}-{int(t[2]):02}-{int(t[1]):02}"),
    (
        rf"{_SENEST}(\d\d?)\.? ({_MAANED}),? (20\d\d)",
        lambda t: f"{t[3]}-{_maaned(t[2]):02}-{int(t[1]):02}",
    ),
    (rf"{_FORAN}({_MAANED}),? (20\d\d)", lambda t: f"{t[2]}-{_maaned(t[1]):02}"),
    (rf"{_JUL},? (20\d\d)", lambda t: f"{t[1]}-12-24"),
    (rf"{_AARSSLUTT},? (20\d\d)", lambda t: f"{t[1]}-12-31"),
    (rf"{_AARSTIDEN},? (20\d\d)", lambda t: f"{t[2]}-{_AARSTID[t[1]]}"),
    (rf"{_FORAN}(?:uke|veke) (\d\d?),? (20\d\d)", lambda t: _uken(int(t[2]), int(t[1]))),
    (r"(20\d\d)[-/. ](\d\d?)", lambda t: f"{t[1]}-{int(t[2]):02}"),
    (r"(\d\d?)[/.](20\d\d)", lambda t: f"{t[2]}-{int(t[1]):02}"),
    (r"([1-4])\. ?(?:kvartal|kv\.?),? (20\d\d)", lambda t: f"{t[2]}-K{t[1]}"),
    (r"([1-3])\. ?(?:tertial|tert\.?),? (20\d\d)", lambda t: f"{t[2]}-T{t[1]}"),
    (r"(20\d\d)[- ]?([kqt])([1-4])", lambda t: f"{t[1]}-{'T' if t[2] == 't' else 'K'}{t[3]}"),
    (r"([kqt])([1-4])[- /]?(20\d\d)", lambda t: f"{t[3]}-{'T' if t[1] == 't' else 'K'}{t[2]}"),
)
"""Patterns, tried in turn.

They are compiled where they are used: most commands read no day, and most days are written by the
first.
"""
_UTEN_AAR = (
    rf"([1-4])\. ?kvartal|([1-3])\. ?tertial|{_FORAN}({_MAANED})|(\d\d?)\.?"
    rf" ({_MAANED})|(\d\d?)\.(\d\d?)\.?|{_JUL}|{_AARSSLUTT}"
    rf"|{_AARSTIDEN}|{_FORAN}(?:uke|veke) \d\d?|[kqt][1-4]"
)


def les_tidspunkt(skrevet: str, aar: int | None = None) -> str | None:
    """Understand a point in time as people write it («31.12.2023», «nov. 2023», «3. kvartal»); None
    where it is not clear.

    ``aar`` is the year that is meant where none is written.
    """
    tekst = " ".join(skrevet.casefold().split())
    forste, _, resten = tekst.partition(" ")
    if forste in _NUMMER and resten.startswith(("kvartal", "tertial")):
        tekst = f"{_NUMMER[forste]} {resten}"
    for monster, lag in _SKREVNE:
        if treff := re.fullmatch(monster, tekst):
            return _gyldig(lag(treff))
    if aar and re.fullmatch(_UTEN_AAR, tekst):
        skille = (
            ""
            if tekst.endswith(".") and tekst[:-1].replace(".", "").isdigit()
            else ("." if tekst.replace(".", "").isdigit() else " ")
        )
        return les_tidspunkt(f"{tekst}{skille}{aar}")
    return None


def hvorfor_ikke(skrevet: str, aar: int | None = None) -> str:
    """What is wrong with a day that is written as one and is none: «juni 2024 har 30 dager». Empty
    otherwise.
    """
    if aar is None and les_tidspunkt(skrevet, 2000):
        return "skriv også året"
    treff = re.fullmatch(r"(\d\d?)[./-] ?(\d\d?)[./-] ?(20\d\d)?", skrevet.strip())
    if treff is None or not (treff[3] or aar):
        return ""
    dag, maaned, aaret = int(treff[1]), int(treff[2]), int(treff[3] or aar or 0)
    if not 1 <= maaned <= len(MAANEDER):
        return f"det er {len(MAANEDER)} måneder"
    siste = om_maneder(date(aaret, maaned, 1), 1) - timedelta(1)
    if 1 <= dag <= siste.day:
        return ""
    return f"{MAANEDER[maaned - 1]} {aaret} har {siste.day} dager"


def _gyldig(tidspunkt: str) -> str | None:
    return tidspunkt if re.fullmatch(TIDSPUNKT.regex, tidspunkt) and siste_dag(tidspunkt) else None


def _uken(aar: int, uke: int) -> str:
    """The last day of a week; what is no day where the year has no such week."""
    try:
        return date.fromisocalendar(aar, uke, 7).isoformat()
    except ValueError:
        return f"{aar}-00-00"


def _maaned(navn: str) -> int:
    return next(nr for nr, maaned in enumerate(MAANEDER, 1) if maaned.startswith(navn.rstrip(".")))
