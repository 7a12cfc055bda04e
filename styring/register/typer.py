"""What follows from the list of record types: which type a path holds, its id, its class, its
title, and how many there are.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from typing import Any

from styring.register import posttyper
from styring.register.post import Post
from styring.register.posttyper import Posttype


def alle() -> tuple[Posttype, ...]:
    """Every record type, in the order they are read, counted and listed."""
    return posttyper.POSTTYPER


def type_for(fil: str) -> Posttype | None:
    """The type of a data file by its path from the root of the project; None where it
    is of none.
    """
    under_data = fil.removeprefix("data/")
    for type_ in alle():  # asked of every file: a plain loop is the quickest
        if _monster(type_.monster).fullmatch(under_data):
            return type_
    return None


def typene_i(fil: str) -> tuple[Posttype, ...]:
    """The type of a data file; of one with a name that is of none, every type whose files lie where
    it lies.
    """
    type_ = type_for(fil)
    return (
        (type_,)
        if type_
        else tuple(ett for ett in alle() if fil.startswith(ett.sted.partition("<")[0]))
    )


def holder(type_: Posttype, sted: str) -> bool:
    """Whether a path is a file of a type, or (ending in a slash) a folder that such
    files lie in.
    """
    if sted.endswith("/"):
        return (
            "/" in type_.monster and mappen(type_).fullmatch(sted.removeprefix("data/")) is not None
        )
    return _monster(type_.monster).fullmatch(sted.removeprefix("data/")) is not None


@cache
def mappen(type_: Posttype) -> re.Pattern[str]:
    """A pattern for the folder that the files of a type lie in, with the slash at its end."""
    return re.compile("".join(type_.monster.rpartition("/")[:2]))


@cache
def _monster(monster: str) -> re.Pattern[str]:
    return re.compile(monster)


def id_av(type_: Posttype, fil: str) -> str:
    """The id that a path gives: ``2023-OUS-01`` for an oppdrag, ``2023-T1/OUS`` for a form, else
    the file's own name.
    """
    *_, mappe, navn = fil.removesuffix(".yaml").split("/")
    return type_.id.format(mappe=mappe, navn=navn)


def filen(navn: str, mappe: str) -> str:
    """The path of the one file that a type has in a folder, such as that of a period."""
    type_ = next(ett for ett in alle() if ett.navn == navn)
    return (
        type_.sted.rpartition("/")[0].rpartition("/")[0]
        + f"/{mappe}/"
        + type_.sted.rpartition("/")[2]
    )


@cache
def klassen(type_: Posttype) -> Any:  # noqa: ANN401  a record class of any type
    """The class of the records, imported when it is asked for."""
    modul, _, navn = type_.klasse.partition(":")
    return getattr(import_module(modul), navn)


@cache
def kan_unntas(type_: Posttype) -> bool:
    """Whether each record says itself who may read it."""
    return "offentlighet" in klassen(type_).__dataclass_fields__


def tittel_paa(type_: Posttype, post: Post[Any]) -> str:
    """What a record is called: by its own title, else by its id."""
    tittel = getattr(post.verdi, type_.tittel, None) if type_.tittel else None
    return tittel or f"{type_.ord[0][:1].upper()}{type_.ord[0][1:]} {post.id}"


def antall_i(type_: Posttype, poster: Iterable[Post[Any]]) -> Mapping[str, int]:
    """How many of each thing some records of a type hold, by the singular word for it."""
    verdier = [post.verdi for post in poster]
    return {
        ord_ or type_.ord[0]: _tell(verdier, sti.split(".") if sti else [])
        for ord_, sti in type_.telles
    }


def _tell(verdier: list[Any], sti: list[str]) -> int:
    """Count what lies at a path; two with the same code are one thing, of which a rule tells."""
    for navn in sti:
        under = [getattr(verdi, navn) or () for verdi in verdier]
        verdier = [
            ledd for ett in under for ledd in (ett.values() if isinstance(ett, dict) else ett)
        ]
    return len({getattr(verdi, "kode", nr) for nr, verdi in enumerate(verdier)})


def flertall() -> dict[str, tuple[str, str]]:
    """One and many of the words for records, by the singular."""
    return {type_.ord[0]: type_.ord for type_ in alle()}
