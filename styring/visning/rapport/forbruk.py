"""What one template may cost: steps and characters are counted as it runs, and it stops at a stated
number of them.

No clock and no signals, so the same template stops at the same place on every machine. Each block
that runs pays for what stands in it; a call, a filter, a comparison and a text that is put together
pay for the size of what they are given, before they are done.
"""

import re
from collections.abc import Callable
from functools import wraps
from typing import Any

_FLEST_SKRITT = 5_000_000
_FLEST_TEGN = 20_000_000
"""Some seconds, and more than a report of ten thousand oppdrag takes."""
_STORST = 500_000
"""Elements of one list that a template may make, with all that is in it."""
_STORSTE_TALL = 10_000
"""Of a width, an indent or a number of columns."""
_FLEST_BITS = 20_000
_LENGSTE_REKKE = 100_000
_TEGN_I_ET_SKRITT = 64
_bred_format = re.compile(r":[^{}]*(?:\d{4}|\{)").search
_bred_prosent = re.compile(r"%(?:\([^)]*\))?[^a-zA-Z%]*(?:\d{4}|\*)").search


class ForMye(Exception):
    """The template would take more than any report needs. Says what, in bokmål."""


_LANG_TID = "den bruker for lang tid; se etter løkker inne i løkker, og deler som henter seg selv"
_FOR_STORT = "den lager noe som er for stort"


class Forbruk:
    """What one document has used so far."""

    def __init__(self) -> None:
        self.skritt = self.tegn = 0

    def bruk(self, skritt: int) -> None:
        """Pay for a block that runs."""
        self.skritt += skritt
        if self.skritt > _FLEST_SKRITT:
            raise ForMye(_LANG_TID)

    def skriv(self, antall: int) -> None:
        """Pay for a text that is about to be."""
        self.tegn += antall
        if self.tegn > _FLEST_TEGN:
            raise ForMye("den lager for mye tekst")

    def vei(self, verdi: Any) -> Any:  # noqa: ANN401  anything a template may have
        """Pay for the size of a value that is about to be gone through, and give it back."""
        if isinstance(verdi, str):
            self.bruk(len(verdi) // _TEGN_I_ET_SKRITT)
        elif isinstance(verdi, list | tuple | dict | set | frozenset | range):
            self.bruk(storrelse(verdi))
        return verdi


def storrelse(verdi: Any) -> int:  # noqa: ANN401  anything a template may have
    """How many elements a value has, with all that is in them.

    Raises ForMye; never looks at more than it takes to see that.
    """
    if isinstance(verdi, range):
        return len(verdi)
    antall, igjen = 0, [verdi]
    while igjen:
        samling = igjen.pop()
        antall += len(samling)
        if antall > _STORST:
            raise ForMye(_FOR_STORT)
        ledd = [*samling, *samling.values()] if isinstance(samling, dict) else samling
        igjen += [ett for ett in ledd if isinstance(ett, list | tuple | dict | set | frozenset)]
    return antall


def rekke(*tall: int) -> range:
    """Python's ``range``, of a bounded length."""
    laget = range(*tall)
    if len(laget) > _LENGSTE_REKKE:
        raise ForMye(f"en rekke kan ha høyst {_LENGSTE_REKKE} tall")
    return laget


# anything a template may have
def regnestykke(forbruk: Forbruk, tegn: str, venstre: Any, hoyre: Any) -> None:  # noqa: ANN401
    """Pay for ``+``, ``*``, ``**`` and ``%`` before it is done."""
    if isinstance(venstre, int) and isinstance(hoyre, int):
        bits = (
            venstre.bit_length() * max(hoyre, 1)
            if tegn == "**"
            else venstre.bit_length() + hoyre.bit_length()
        )
        if bits > _FLEST_BITS:
            raise ForMye("den lager et tall som er for stort")
    elif tegn == "*":
        ganger, ledd = (venstre, hoyre) if isinstance(venstre, int) else (hoyre, venstre)
        _gang(forbruk, ledd, ganger)
    elif tegn == "+":
        for ledd in (venstre, hoyre):
            _gang(forbruk, ledd, 1)
    elif tegn == "%" and isinstance(venstre, str):
        prosent(forbruk, venstre, hoyre)


# anything a template may have
def _gang(forbruk: Forbruk, ledd: Any, ganger: Any) -> None:  # noqa: ANN401
    if not isinstance(ganger, int) or not isinstance(ledd, str | list | tuple):
        return
    if isinstance(ledd, str):
        forbruk.skriv(len(ledd) * max(ganger, 0))
    elif (antall := storrelse(ledd) * max(ganger, 0)) > _STORST:
        raise ForMye(_FOR_STORT)
    else:
        forbruk.bruk(antall)


# anything a template may have
def prosent(forbruk: Forbruk, form: str, verdier: Any) -> None:  # noqa: ANN401
    """Pay for ``%`` on a text."""
    if _bred_prosent(form):
        raise ForMye(_FOR_STORT)
    forbruk.skriv(len(form) + form.count("%") * _tekstlengde(verdier))


def _tekstlengde(verdi: Any) -> int:  # noqa: ANN401  anything a template may have
    """No less than the characters of a value when it is written."""
    if isinstance(verdi, str):
        return len(verdi) + 2
    if isinstance(verdi, list | tuple | dict | set | frozenset):
        storrelse(verdi)
        return (
            sum(
                _tekstlengde(ett) + 4
                for ett in ([*verdi, *verdi.values()] if isinstance(verdi, dict) else verdi)
            )
            + 2
        )
    return (
        _FLEST_BITS // 3
        if isinstance(verdi, int) and verdi.bit_length() > _TEGN_I_ET_SKRITT
        else _TEGN_I_ET_SKRITT
    )


# anything a template may call
def kall(
    forbruk: Forbruk,
    gjor: Any,  # noqa: ANN401
    argumenter: tuple[Any, ...],
    navngitte: dict[str, Any],
) -> None:
    """Pay for a call before it is made; a method of a text pays for the text that it gives."""
    metode = getattr(gjor, "__wrapped__", gjor)
    egen = getattr(metode, "__self__", None)
    alle = [*argumenter, *navngitte.values()]
    forbruk.bruk(1)
    for verdi in (egen, *alle):
        forbruk.vei(verdi)
    if isinstance(egen, str):
        tekstkall(forbruk, getattr(metode, "__name__", ""), egen, alle)


def tekstkall(forbruk: Forbruk, navn: str, tekst: str, argumenter: list[Any]) -> None:
    """Pay for what a method or a filter of a text may make of it.

    Raises ForMye for a width that no page has.
    """
    if any(isinstance(ett, int) and abs(ett) > _STORSTE_TALL for ett in argumenter):
        raise ForMye(_FOR_STORT)
    tall = max((abs(ett) for ett in argumenter if isinstance(ett, int)), default=0)
    lengde = sum(_tekstlengde(ett) for ett in argumenter)
    if navn == "replace" and len(argumenter) > 1:
        forbruk.skriv(len(tekst) + tekst.count(str(argumenter[0])) * len(str(argumenter[1])))
    elif navn == "join":
        forbruk.skriv(
            lengde
            + len(tekst)
            * (
                storrelse(argumenter[0])
                if argumenter and isinstance(argumenter[0], list | tuple)
                else 1
            )
        )
    elif navn in ("format", "format_map"):
        if _bred_format(tekst):
            raise ForMye(_FOR_STORT)
        forbruk.skriv(len(tekst) + tekst.count("{") * lengde)
    elif navn in ("expandtabs", "indent"):
        forbruk.skriv(len(tekst) + (tekst.count("\t") + tekst.count("\n") + 1) * max(tall, lengde))
    elif navn in ("translate", "wordwrap"):
        forbruk.skriv(len(tekst) * (1 + lengde))
    else:
        forbruk.skriv(len(tekst) + tall)


def med_regning(forbruk: Forbruk, navn: str, gjor: Callable[..., Any]) -> Callable[..., Any]:
    """A filter or a test that pays before it is run.

    What Jinja hands it first, as the environment, has no size.
    """

    @wraps(gjor)
    # anything a template may have
    def regnet(*argumenter: Any, **navngitte: Any) -> Any:  # noqa: ANN401
        forbruk.bruk(1)
        verdier = [*argumenter, *navngitte.values()]
        for verdi in verdier:
            if isinstance(verdi, str | list | tuple | dict | set | frozenset | range):
                forbruk.vei(verdi)
            elif isinstance(verdi, int) and abs(verdi) > _STORSTE_TALL and navn in _MED_TALL:
                raise ForMye(_FOR_STORT)
        if navn in _TIL_TEKST:
            _til_tekst(forbruk, navn, verdier)
        return gjor(*argumenter, **navngitte)

    return regnet


_MED_TALL = frozenset({"center", "indent", "wordwrap", "batch", "slice", "round", "truncate"})
_TIL_TEKST = frozenset({"replace", "format", "indent", "wordwrap", "string", "pprint", "sum"})
"""Filters that may make far more than they are given."""


def _til_tekst(forbruk: Forbruk, navn: str, verdier: list[Any]) -> None:
    plass = next(
        (nr for nr, verdi in enumerate(verdier) if isinstance(verdi, str | list | tuple | dict)),
        None,
    )
    if plass is None:
        return
    verdi, resten = verdier[plass], verdier[plass + 1 :]
    if navn == "sum":
        if any(isinstance(ett, list | tuple) for ett in resten):
            raise ForMye("«sum» legger bare sammen tall")
    elif navn == "format" and isinstance(verdi, str):
        prosent(forbruk, verdi, tuple(resten))
    elif navn in ("string", "pprint") or not isinstance(verdi, str):
        forbruk.skriv(_tekstlengde(verdi))
    else:
        tekstkall(forbruk, navn, verdi, resten)
