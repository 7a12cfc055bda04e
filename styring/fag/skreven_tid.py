"""The points in time that people write, as they are stored."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from styring.fag.kalender import MAANEDER, UKEDAGER, kortdato, om_maneder
from styring.fag.periode import siste_dag
from styring.modell.form import TIDSPUNKT

_MAANED = "|".join(
    [*MAANEDER, *(f"{navn[:3]}\\.{'' if navn == 'juli' else '?'}" for navn in MAANEDER)]
)
"""The months, also as they are shortened; «jul» is a month only with its full stop."""
_FORAN = (
    "(?:i |inn[ea]n |(?:inn[ea]n |ved )?utgangen av |i løpet av |(?:(?:i|på|mot) )?slutten av"
    " |ultimo )?"
)
"""What may stand before a time that is over when it ends; the beginning and the middle of one are
asked about.
"""
_SENEST = "(?:inn[ea]n |senest |seinast )?"
_JUL = "(?:inn[ea]n |før |til )?j[uo]l(?:a|en|aften|eftan)?"
_AARSSLUTT = "(?:inn[ea]n |ved )?(?:utgangen av året|årsslutt|årsskiftet)"
_HELE_AARET = "(?:(?:inn[ea]n |ved )?utgangen av|i løpet av|(?:i |på |mot )?slutten av)"
_HALVAAR = {"1": "06", "2": "12"}
_AARSTID = {
    **dict.fromkeys(("vår", "våren"), "05"),
    **dict.fromkeys(("sommer", "sommeren", "sommar", "sommaren"), "08"),
    **dict.fromkeys(("høst", "høsten", "haust", "hausten"), "11"),
}
"""The seasons by the last month of each, as they are called in bokmål and in nynorsk."""
_AARSTIDEN = rf"{_FORAN}(?:på |utpå |til )?({'|'.join(_AARSTID)})"
_UKEDAGENE = (
    ("man", "mån"),
    ("tirs", "tys"),
    ("ons",),
    ("tors",),
    ("fre",),
    ("lør", "laur"),
    ("søn", "sun"),
)
"""How the days of the week begin, in bokmål and in nynorsk."""
_UKEDAG = rf"(?:{'|'.join(ett for alle in _UKEDAGENE for ett in alle)})dag(?:en)? (?:den )?"
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
    (rf"{_HELE_AARET} (20\d\d)", lambda t: f"{t[1]}-12-31"),
    (rf"{_AARSTIDEN},? (20\d\d)", lambda t: f"{t[2]}-{_AARSTID[t[1]]}"),
    (rf"{_FORAN}([12])\. ?halvår,? (20\d\d)", lambda t: f"{t[2]}-{_HALVAAR[t[1]]}"),
    (rf"{_FORAN}(?:uke|veke) (\d\d?),? (20\d\d)", lambda t: _uken(int(t[2]), int(t[1]))),
    (r"(20\d\d)[-/. ](\d\d?)", lambda t: f"{t[1]}-{int(t[2]):02}"),
    (r"(\d\d?)[/.](20\d\d)", lambda t: f"{t[2]}-{int(t[1]):02}"),
    (rf"{_FORAN}([1-4])\. ?(?:kvartal|kv\.?),? (20\d\d)", lambda t: f"{t[2]}-K{t[1]}"),
    (rf"{_FORAN}([1-3])\. ?(?:tertial|tert\.?),? (20\d\d)", lambda t: f"{t[2]}-T{t[1]}"),
    (r"(20\d\d)[- ]?([kqt])([1-4])", lambda t: f"{t[1]}-{'T' if t[2] == 't' else 'K'}{t[3]}"),
    (r"([kqt])([1-4])[- /]?(20\d\d)", lambda t: f"{t[3]}-{'T' if t[1] == 't' else 'K'}{t[2]}"),
)
"""Patterns, tried in turn.

They are compiled where they are used: most commands read no day, and most days are written by the
first.
"""
_UTEN_AAR = (
    rf"{_FORAN}[1-4]\. ?kvartal|{_FORAN}[1-3]\. ?tertial|{_FORAN}[12]\. ?halvår"
    rf"|{_FORAN}(?:{_MAANED})|{_SENEST}\d\d?\.? (?:{_MAANED})|{_SENEST}\d\d?\.\d\d?\.?"
    rf"|{_JUL}|{_AARSSLUTT}"
    rf"|{_AARSTIDEN}|{_FORAN}(?:uke|veke) \d\d?|[kqt][1-4]"
)


def les_tidspunkt(skrevet: str, aar: int | None = None) -> str | None:
    """Understand a point in time as people write it («31.12.2023», «nov. 2023», «3. kvartal»); None
    where it is not clear.

    ``aar`` is the year that is meant where none is written.
    """
    tekst = " ".join(skrevet.casefold().split())
    tekst = re.sub(r"\b(\w+) (?=kvartal|tertial|halvår)", _nummeret, tekst)
    ukedag = re.match(_UKEDAG, tekst)
    if ukedag is None:
        return _lest(tekst, aar)
    lest = _lest(tekst[ukedag.end() :], aar)
    # a day that is another day of the week than written, is one of two
    return lest if lest and _er_ukedagen(ukedag[0], lest) else None


def _lest(tekst: str, aar: int | None) -> str | None:
    for monster, lag in _SKREVNE:
        if treff := re.fullmatch(monster, tekst):
            return _gyldig(lag(treff))
    if aar and re.fullmatch(_UTEN_AAR, tekst):
        skille = (
            ""
            if tekst.endswith(".") and re.search(r"\d\.\d\d?\.$", tekst)
            else ("." if re.search(r"\d\.\d\d?$", tekst) else " ")
        )
        return _lest(f"{tekst}{skille}{aar}", None)
    return None


def les_dag(skrevet: str, aar: int | None = None) -> date | None:
    """Understand a day that is written as one, as of what has been done: «innen jul» and «uke 40»
    tell of what somebody means to do.
    """
    if not re.match(rf"(?:{_UKEDAG})?\d", " ".join(skrevet.casefold().split())):
        return None
    lest = les_tidspunkt(skrevet, aar) or ""
    return siste_dag(lest) if len(lest) == len("2024-06-15") else None


def hvorfor_ikke(skrevet: str, aar: int | None = None) -> str:
    """What is wrong with a day that is written as one and is none: «juni 2024 har 30 dager». Empty
    otherwise.
    """
    if les_tidspunkt(skrevet, aar):
        return ""
    if aar is None and les_tidspunkt(skrevet, 2000):
        return "skriv også året"
    return _annen_ukedag(skrevet, aar) or _dag_som_ikke_finnes(skrevet, aar)


def _annen_ukedag(skrevet: str, aar: int | None) -> str:
    tekst = " ".join(skrevet.casefold().split())
    ukedag = re.match(_UKEDAG, tekst)
    lest = (_lest(tekst[ukedag.end() :], aar) if ukedag else None) or ""
    dag = siste_dag(lest) if len(lest) == len("2024-06-15") else None
    return f"{kortdato(dag)} er en {UKEDAGER[dag.weekday()]}" if dag else ""


def _dag_som_ikke_finnes(skrevet: str, aar: int | None) -> str:
    treff = re.fullmatch(r"(\d\d?)[./-] ?(\d\d?)[./-] ?(20\d\d)?", skrevet.strip())
    if treff is None or not (treff[3] or aar):
        return ""
    dag, maaned, aaret = int(treff[1]), int(treff[2]), int(treff[3] or aar or 0)
    if not 1 <= maaned <= len(MAANEDER):
        return f"det er {len(MAANEDER)} måneder"
    siste = om_maneder(date(aaret, maaned, 1), 1) - timedelta(1)
    return "" if 1 <= dag <= siste.day else f"{MAANEDER[maaned - 1]} {aaret} har {siste.day} dager"


def _nummeret(treff: re.Match[str]) -> str:
    return f"{_NUMMER.get(treff[1], treff[1])} "


def _er_ukedagen(skrevet: str, dag: str) -> bool:
    """Whether a day is the one of the week that is written before it, in bokmål or nynorsk."""
    if len(dag) != len("2024-06-15"):
        return False
    navnene = _UKEDAGENE[date.fromisoformat(dag).weekday()]
    return skrevet.startswith(navnene)


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
