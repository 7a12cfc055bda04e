"""Every code of a unit or an organ in a record, with its path, found by the marks of its fields."""

import dataclasses
from collections.abc import Iterator
from functools import cache
from typing import Any

from styring.funn import Sti
from styring.modell.form import KODE
from styring.modell.merker import har_merke


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
    return tuple((felt.name, har_merke(felt.type, _er_kode)) for felt in dataclasses.fields(klasse))


def _er_kode(merke: object) -> bool:
    return merke == KODE
