"""The names of fields and choices, as people read them."""

import dataclasses
import importlib
import pkgutil
import re
import typing
from collections.abc import Iterator
from typing import Any

from styring import modell
from styring.visning.felles.feltvisning import som_ord
from tests.conftest import ROT


def navnene() -> Iterator[str]:
    """Every field of every record, and every word that one may choose."""
    for modul in pkgutil.iter_modules(modell.__path__):
        for verdi in vars(importlib.import_module(f"styring.modell.{modul.name}")).values():
            if isinstance(verdi, type) and dataclasses.is_dataclass(verdi):
                for felt in dataclasses.fields(verdi):
                    yield felt.name
                    yield from valgene(felt.type)


def valgene(type_: Any) -> Iterator[str]:
    ledd = typing.get_args(type_)
    if typing.get_origin(type_) is typing.Literal:
        yield from (ett for ett in ledd if isinstance(ett, str))
    else:
        for ett in ledd:
            yield from valgene(ett)


def test_ingen_navn_vises_uten_sine_bokstaver() -> None:
    """A word that the docs know with æ, ø or å only, is not shown as it is written in the data."""
    docs = " ".join(fil.read_text("utf-8") for fil in (ROT / "docs").rglob("*.md"))
    kjente = set(re.findall(r"[a-zæøå]+", re.sub(r"`[^`]*`", "", docs).casefold()))
    uten = {
        ord_.translate(str.maketrans({"å": aa, "ø": "o", "æ": "ae"})): ord_
        for ord_ in kjente
        for aa in ("a", "aa")
        if re.search("[æøå]", ord_)
    }
    alle = set(navnene())
    assert len(alle) > 200
    galt = {
        navn: uten[ord_]
        for navn in sorted(alle)
        for ord_ in som_ord(navn).casefold().split()
        if ord_ in uten and ord_ not in kjente
    }
    assert galt == {}
