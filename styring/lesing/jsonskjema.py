"""JSON Schema for each kind of data file, for editors: from the same core schema that the reader
validates with.
"""

import re
from typing import TYPE_CHECKING, Any, cast

from pydantic.json_schema import GenerateJsonSchema

from styring.lesing.validering import kjerneskjema
from styring.register.typer import alle, klassen

if TYPE_CHECKING:
    from pydantic_core import CoreSchema


def jsonskjemaer() -> dict[str, dict[str, Any]]:
    """Build every schema, by file name."""
    return {type_.skjema: jsonskjema(klassen(type_)) for type_ in alle()}


def jsonskjema(klasse: type) -> dict[str, Any]:
    """Build the schema of one record type, with bokmål descriptions; unknown keys are refused in it
    too.
    """
    skjema = GenerateJsonSchema(by_alias=False).generate(cast("CoreSchema", kjerneskjema(klasse)))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_rydd(skjema)}


def _rydd(del_: Any, *, er_felt: bool = False) -> Any:  # noqa: ANN401  JSON is of any type
    """Leave out the titles that pydantic makes of English names, plain null defaults, and the group
    around patterns.
    """
    if isinstance(del_, list):
        return [_rydd(en) for en in del_]
    if not isinstance(del_, dict):
        return del_
    if [en.get("type") for en in del_.get("anyOf", ())][1:] == ["null"]:
        # A field that may be absent: that it may stand empty is said by ``_kan_staa_tomt``, of all
        # of them alike.
        eget = {navn: verdi for navn, verdi in del_.items() if navn != "anyOf"}
        del_ = {**eget, **del_["anyOf"][0], **eget}
    if "type" in del_ and "anyOf" in del_:  # a number in whatever way it is written
        del_ = {navn: verdi for navn, verdi in del_.items() if navn != "anyOf"}
    ut: dict[str, Any] = {}
    for navn, verdi in del_.items():
        if not er_felt and (
            navn in ("title", "additionalProperties") or (navn == "default" and verdi in (None, []))
        ):
            continue
        if navn == "pattern" and isinstance(verdi, str):
            ut[navn] = _uten_gruppe(verdi)
        elif navn == "patternProperties":
            ut[navn] = {_uten_gruppe(monster): _rydd(under) for monster, under in verdi.items()}
            ut["additionalProperties"] = False
        else:
            ut[navn] = _rydd(verdi, er_felt=navn in ("properties", "$defs"))
    if ut.get("type") == "object" and "properties" in ut:
        ut["additionalProperties"] = False
        ut["properties"] = {
            felt: under if felt in ut.get("required", ()) else _kan_staa_tomt(under)
            for felt, under in ut["properties"].items()
        }
    return ut


def _kan_staa_tomt(skjema: dict[str, Any]) -> dict[str, Any]:
    """Let a field that may be absent also stand with nothing after the colon, as the
    reader does.
    """
    med_tomt = {**skjema, "type": [skjema["type"], "null"]}
    if "enum" in skjema:
        med_tomt["enum"] = [*skjema["enum"], None]
    return med_tomt


def _uten_gruppe(monster: str) -> str:
    return re.sub(r"^\^\(\?:([^|]*)\)\$$", r"^\1$", monster)
