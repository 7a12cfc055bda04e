"""Every code of a unit or an organ in a record, with its path, found by the marks of its fields."""

import dataclasses
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from styring.funn import Sti
from styring.modell.form import KODE


# a record, or anything one may hold
def enhetskoder(verdi: Any, sti: Sti = ()) -> Iterator[tuple[Sti, str]]:  # noqa: ANN401
    """Give each code and the path to it."""
    if isinstance(verdi, tuple | dict):
        for navn, ledd in verdi.items() if isinstance(verdi, dict) else enumerate(verdi):
            yield from enhetskoder(ledd, (*sti, navn))
    elif hasattr(verdi, "__dataclass_fields__"):
        for felt, er_kode in _feltene(verdi.__class__):
            under = getattr(verdi, felt)
            if not er_kode:
                yield from enhetskoder(under, (*sti, felt))
            elif isinstance(under, str):
                yield (*sti, felt), under
            else:
                yield from (((*sti, felt, nr), kode) for nr, kode in enumerate(under or ()))


@cache
def _feltene(klasse: type) -> tuple[tuple[str, bool], ...]:
    """Every field, and whether it holds codes itself."""
    return tuple((felt.name, _har_kode(felt.type)) for felt in dataclasses.fields(klasse))


def _har_kode(type_: Any) -> bool:  # noqa: ANN401  a type may be anything
    """Whether a field is a code, or a list of codes."""
    if KODE in getattr(type_, "__metadata__", ()):
        return True
    deler = (type_.__origin__,) if hasattr(type_, "__metadata__") else get_args(type_)
    return any(_har_kode(del_) for del_ in deler if del_ is not Ellipsis)
