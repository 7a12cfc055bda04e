"""From the shapes in ``modell`` to pydantic's engine: one validator per record type.

``TypeAdapter(Oppdrag)`` gives the same validator. The schema is handed straight to pydantic-core
all the same, as the plain dicts that it is: importing all of pydantic costs a third of a start-up,
at every keystroke, and its schema module nearly as much. A property test holds the two ways to the
same answers (docs/arkitektur.md).
"""

import dataclasses
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, cast, get_args, get_origin

from styring.lesing.motor import SchemaValidator
from styring.modell.form import Kjerneskjema

if TYPE_CHECKING:
    from pydantic_core import CoreSchema


@cache
def validator(klasse: type) -> SchemaValidator:
    """Give the validator of one record type; it builds frozen records straight from
    plain values.
    """
    skjema = kjerneskjema(klasse)
    with _avbrudd_venter():
        return SchemaValidator(cast("CoreSchema", skjema))


@contextmanager
def _avbrudd_venter() -> Iterator[None]:
    """Let Ctrl-C wait: one that comes while pydantic-core compiles its patterns is swallowed there,
    and the pattern then matches nothing.
    """
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


def kjerneskjema(klasse: type) -> Kjerneskjema:
    """Build the core schema of a record type, with bokmål descriptions for JSON Schema."""
    felter = dataclasses.fields(klasse)
    argumenter = {
        "type": "dataclass-args",
        "dataclass_name": klasse.__name__,
        "fields": [_felt(klasse.__name__, felt) for felt in felter],
        "extra_behavior": "forbid",
    }
    return {
        "type": "dataclass",
        "cls": klasse,
        "schema": argumenter,
        "fields": [felt.name for felt in felter],
        "slots": True,
        "frozen": True,
        "metadata": {
            "pydantic_js_updates": {
                "title": klasse.__name__,
                "description": " ".join((klasse.__doc__ or "").split()),
            }
        },
    }


def _felt(klasse: str, felt: "dataclasses.Field[Any]") -> Kjerneskjema:
    try:
        skjema = _type(felt.type)
    except TypeError as feil:
        raise TypeError(f"{klasse}.{felt.name}: {feil}") from feil
    if felt.default is not dataclasses.MISSING:
        skjema = {"type": "default", "schema": skjema, "default": felt.default}
    beskrivelse = (
        {"description": felt.metadata["description"]} if "description" in felt.metadata else {}
    )
    return {
        "type": "dataclass-field",
        "name": felt.name,
        "schema": skjema,
        "kw_only": True,
        "metadata": {"pydantic_js_updates": beskrivelse},
    }


# one return for each kind of type that a record can hold
def _type(type_: Any) -> Kjerneskjema:  # noqa: ANN401
    """The schema of a type. What a mark says of itself is asked of the mark, as pydantic does."""
    opphav, deler = get_origin(type_), get_args(type_)
    if opphav is Annotated:
        return _merket(deler[0], deler[1:])
    if opphav in (Union, UnionType) and NoneType in deler:
        rest = [del_ for del_ in deler if del_ is not NoneType]
        return {"type": "nullable", "schema": _type(rest[0])}
    if opphav is Literal:
        return {"type": "literal", "expected": list(deler)}
    if opphav is tuple:
        return {"type": "tuple", "items_schema": [_type(deler[0])], "variadic_item_index": 0}
    if opphav is dict:
        return {"type": "dict", "values_schema": _type(deler[1])}
    if isinstance(type_, type) and dataclasses.is_dataclass(type_):
        return kjerneskjema(type_)
    raise TypeError(f"{type_} has no mark that says what it holds; take one from modell/form.py")


class _Lager:
    """What a mark is handed to ask for the schema of what it stands on."""

    def __init__(self, skjema: Kjerneskjema | None = None) -> None:
        self._skjema = skjema

    def __call__(self, kilde: Any, /) -> Kjerneskjema:  # noqa: ANN401  a type may be anything
        return _type(kilde) if self._skjema is None else self._skjema

    def generate_schema(self, kilde: Any, /) -> Kjerneskjema:  # noqa: ANN401  a type may be anything
        return _type(kilde)


def _merket(type_: Any, merker: tuple[Any, ...]) -> Kjerneskjema:  # noqa: ANN401  a type may be anything
    skjema: Kjerneskjema | None = None
    for merke in merker:
        skjema = merke.__get_pydantic_core_schema__(type_, _Lager(skjema))
    return cast("Kjerneskjema", skjema)
