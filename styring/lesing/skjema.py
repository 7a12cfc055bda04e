"""From the shapes in ``modell`` to pydantic's engine: one validator per record type.

The schema is handed straight to pydantic-core, not through TypeAdapter: the same validators, error types and JSON Schema,
without the third of a start-up that importing all of pydantic costs at every keystroke (docs/arkitektur.md).
"""

import dataclasses
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin

from pydantic_core import CoreSchema, SchemaValidator, core_schema

from styring.modell.form import Antall, Monster, NokkelMonster, Omraade, Tekst

DATOFORM = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
FORSTE_DAG, SISTE_DAG = date(2000, 1, 1), date(2100, 12, 31)
FLEST_LEDD = 500
"""Entries in a list. No list in the format is near it."""
MERKE = "\x00"
"""Begins the names of the union's branches, so that they can be told from keys in an error's path: no key can hold it."""


@cache
def validator(klasse: type) -> SchemaValidator:
    """Give the validator of one record type; it builds frozen records straight from plain values."""
    skjema = kjerneskjema(klasse)
    with _avbrudd_venter():
        return SchemaValidator(skjema)


@contextmanager
def _avbrudd_venter() -> Iterator[None]:
    """Let Ctrl-C wait: one that comes while pydantic-core compiles its patterns is swallowed there, and the pattern then matches nothing."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    ventende: list[int] = []
    foer = signal.signal(signal.SIGINT, lambda nummer, _: ventende.append(nummer))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, foer)
    if ventende:
        raise KeyboardInterrupt


def kjerneskjema(klasse: type) -> CoreSchema:
    """Build the core schema of a record type, with bokmål descriptions for JSON Schema."""
    felter = dataclasses.fields(klasse)
    argumenter = core_schema.dataclass_args_schema(klasse.__name__, [_felt(felt) for felt in felter], extra_behavior="forbid")
    navn = [felt.name for felt in felter]
    beskrivelse = {"title": klasse.__name__, "description": (klasse.__doc__ or "").strip()}
    return core_schema.dataclass_schema(klasse, argumenter, navn, slots=True, frozen=True, strict=False, metadata={"pydantic_js_updates": beskrivelse})


def _felt(felt: "dataclasses.Field[Any]") -> core_schema.DataclassField:
    skjema = _type(felt.type)
    if felt.default is not dataclasses.MISSING:
        skjema = core_schema.with_default_schema(skjema, default=felt.default)
    metadata = {"pydantic_js_updates": {"description": felt.metadata["beskrivelse"]}} if "beskrivelse" in felt.metadata else {}
    return core_schema.dataclass_field(felt.name, skjema, kw_only=True, metadata=metadata)


def _type(type_: Any) -> CoreSchema:  # noqa: ANN401  one return for each kind of type that a record can hold
    opphav, deler = get_origin(type_), get_args(type_)
    if opphav is Annotated:
        return _merket(deler[0], deler[1:])
    if opphav in (Union, UnionType):
        return _union(deler)
    if opphav is Literal:
        return core_schema.literal_schema(list(deler))
    if opphav is tuple:
        return core_schema.tuple_schema([_type(deler[0])], variadic_item_index=0, max_length=FLEST_LEDD)
    if isinstance(type_, type) and dataclasses.is_dataclass(type_):
        return kjerneskjema(type_)
    return _ENKLE[type_]


def _union(deler: tuple[Any, ...]) -> CoreSchema:
    """A value that may be absent (the reader leaves empty ones out), or one of several records told apart by the first key of each."""
    if NoneType in deler:
        rest = [del_ for del_ in deler if del_ is not NoneType]
        return _type(rest[0] if len(rest) == 1 else Union[tuple(rest)])  # noqa: UP007  there is no other way to write a union of types that are known only here
    valg: dict[str, CoreSchema] = {}
    kjennetegn: dict[str, str] = {}
    for del_ in deler:
        if get_origin(del_) is Literal:
            valg |= {MERKE + ord_: core_schema.literal_schema([ord_]) for ord_ in get_args(del_)}
            kjennetegn |= {ord_: MERKE + ord_ for ord_ in get_args(del_)}
        else:
            forste = dataclasses.fields(del_)[0].name
            valg[MERKE + forste] = kjerneskjema(del_)
            kjennetegn[forste] = MERKE + forste

    def velg(verdi: object) -> str | None:
        if isinstance(verdi, dict):
            return next((kjennetegn[nokkel] for nokkel in verdi if nokkel in kjennetegn), None)
        return kjennetegn.get(verdi) if isinstance(verdi, str) else None

    return core_schema.tagged_union_schema(valg, velg)


def _merket(type_: Any, merker: tuple[object, ...]) -> CoreSchema:  # noqa: ANN401  a type may be anything
    skjema: Any = _type(type_) if type_ not in (str, dict) and get_origin(type_) is not dict else None
    if get_origin(type_) is dict:
        skjema = core_schema.dict_schema(values_schema=_type(get_args(type_)[1]))
    for merke in merker:
        match merke:
            case Tekst(maks=maks):
                skjema = core_schema.str_schema(strip_whitespace=True, min_length=1, max_length=maks, strict=True)
            case Monster(regex=regex):
                skjema = core_schema.str_schema(pattern=f"^(?:{regex})$", strict=True)
            case Omraade(minst=minst, hoyst=hoyst):
                skjema = core_schema.int_schema(ge=minst, le=hoyst, strict=True)
            case NokkelMonster(monster=monster):
                skjema["keys_schema"] = core_schema.str_schema(pattern=f"^(?:{monster.regex})$", strict=True)
            case Antall(minst=minst):
                skjema["min_length"] = minst
    return cast("CoreSchema", skjema)


_ENKLE: dict[Any, CoreSchema] = {
    str: core_schema.str_schema(strict=True),
    int: core_schema.int_schema(strict=True),
    bool: core_schema.bool_schema(strict=True),
    date: core_schema.chain_schema([core_schema.str_schema(pattern=DATOFORM, strict=True), core_schema.date_schema(ge=FORSTE_DAG, le=SISTE_DAG)]),
}
