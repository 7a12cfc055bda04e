"""What a table of open data is: its columns with what they mean, and its rows."""

import dataclasses
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Literal, NamedTuple

from styring.register.register import Register

Celletype = Literal["tekst", "dato", "heltall", "desimaltall", "ja_nei"]
Rad = tuple[object, ...]


class Eksportkolonne(NamedTuple):
    """One column: its name, what its cells are, and what they mean."""

    navn: str
    type: Celletype
    beskrivelse: str


class Tabellslag(NamedTuple):
    """One kind of table: its name, what a row is, the columns that tell one row from another, all
    the columns, and where the rows come from.
    """

    navn: str
    beskrivelse: str
    noekkel: tuple[str, ...]
    kolonner: tuple[Eksportkolonne, ...]
    rader: Callable[[Register, date], Iterable[Rad]]


class Eksporttabell(NamedTuple):
    """A table with its rows, sorted by what tells them apart."""

    slag: Tabellslag
    kolonner: tuple[Eksportkolonne, ...]
    rader: tuple[Rad, ...]


def fra(klasse: type[Any], felt: str, type_: Celletype = "tekst", navn: str = "") -> Eksportkolonne:
    """A column that is a field of a record, with the meaning that the field itself gives."""
    [ett] = (ett for ett in dataclasses.fields(klasse) if ett.name == felt)
    return Eksportkolonne(navn or felt, type_, ett.metadata["description"])


def liste(koder: Iterable[object]) -> str:
    """Some codes in one cell."""
    return ";".join(map(str, koder))
