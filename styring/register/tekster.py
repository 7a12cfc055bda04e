"""Every text in a record: with its path, for search and the rules of personal data; without, for a
quick look.
"""

import dataclasses
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, get_args, get_origin

from styring.funn import Sti
from styring.modell.form import Leser, Tekst
from styring.register.felter import Hent, henter, leseren_av


def tekster(
    verdi: object, sti: Sti = (), *, til_ledelsen: bool = True
) -> Iterator[tuple[Sti, str]]:
    """Give each text in a record and the path to it; what is for the leadership alone only where
    that is asked for.
    """
    if isinstance(verdi, str):
        yield sti, verdi
    elif isinstance(verdi, tuple):
        for nr, del_ in enumerate(verdi):
            yield from tekster(del_, (*sti, nr), til_ledelsen=til_ledelsen)
    elif isinstance(verdi, dict):
        for navn, del_ in verdi.items():
            yield from tekster(del_, (*sti, navn), til_ledelsen=til_ledelsen)
    elif felter := getattr(verdi, "__dataclass_fields__", None):
        for navn, felt in felter.items():
            if (til_ledelsen or leseren_av(felt) is not Leser.LEDELSE) and (
                del_ := getattr(verdi, navn)
            ):
                yield from tekster(del_, (*sti, navn), til_ledelsen=til_ledelsen)


def deler(verdi: Any) -> Iterator[tuple[Sti, Any]]:  # noqa: ANN401  a record of any type
    """The pieces of a record: each entry of its mappings by itself with its path, and the record
    without them.
    """
    kart = _kartfelter(verdi.__class__)
    for navn in kart:
        yield from (((navn, nokkel), ledd) for nokkel, ledd in (getattr(verdi, navn) or {}).items())
    if not kart:
        yield (), verdi
    else:
        yield from (
            ((navn,), getattr(verdi, navn))
            for navn in verdi.__dataclass_fields__
            if navn not in kart
        )


def prosa(verdi: Any) -> list[str]:  # noqa: ANN401  a record, or anything one may hold
    """The texts of several words in a record, whoever they are for: no codes, dates or numbers."""
    ut: list[str] = []
    _samle(verdi, ut)
    return ut


def _samle(verdi: Any, ut: list[str]) -> None:  # noqa: ANN401  a record, or anything one may hold
    klasse = verdi.__class__
    if klasse is str:
        ut.append(verdi)
    elif klasse is tuple or klasse is dict:
        for ledd in verdi if klasse is tuple else verdi.values():
            _samle(ledd, ut)
    elif felter := _prosafelter(klasse):
        enkle, andre = felter
        ut += filter(None, enkle(verdi))
        for under in filter(None, andre(verdi)):
            _samle(under, ut)


@cache
def _kartfelter(klasse: type) -> tuple[str, ...]:
    """The fields of a record that are mappings."""
    return tuple(felt.name for felt in dataclasses.fields(klasse) if _er_kart(felt.type))


def _er_kart(type_: Any) -> bool:  # noqa: ANN401  a type may be anything
    return get_origin(type_) is dict or any(
        _er_kart(del_) for del_ in get_args(type_) if get_origin(type_) is not tuple
    )


@cache
def _prosafelter(klasse: type) -> tuple[Hent, Hent] | None:
    """What takes out the fields of a record that are text, and those that may hold records or lists
    with text; None of what is no record.
    """
    if not dataclasses.is_dataclass(klasse):
        return None
    felter = [(felt.name, _slag(felt.type)) for felt in dataclasses.fields(klasse)]
    tekst, andre = (
        tuple(navn for navn, slag_ in felter if slag_ == slag) for slag in ("tekst", "andre")
    )
    return henter(tekst), henter(andre)


def _slag(type_: Any) -> str:  # noqa: ANN401  a type may be anything
    if hasattr(type_, "__metadata__"):
        if any(isinstance(merke, Tekst) for merke in type_.__metadata__):
            return "tekst"
        return _slag(type_.__origin__)
    if dataclasses.is_dataclass(type_):
        return "andre"
    valgene = (
        {_slag(del_) for del_ in get_args(type_)} if get_origin(type_) is not Literal else set()
    )
    if get_origin(type_) in (tuple, dict):
        return "andre" if valgene & {"andre", "tekst"} else ""
    return "andre" if "andre" in valgene else "tekst" if "tekst" in valgene else ""
