"""What a record type says of the field at a path: its name, its neighbours, whether it is prose,
which rule explains it.
"""

import dataclasses
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from styring.funn import Sti
from styring.modell.form import Tekst


class Felt(NamedTuple):
    """The field at a path.

    ``valg`` are the words it may hold, ``felter`` the fields of the record it is, ``leddfelter`` of
    those it lists.
    """

    type: Any = None
    regel: str = ""
    prosa: bool = False
    tekst: bool = False
    valg: tuple[str, ...] = ()
    felter: tuple[str, ...] = ()
    leddfelter: tuple[str, ...] = ()


# a type may be anything
def feltet(klasse: Any, sti: Sti, verdi: object = None) -> Felt:  # noqa: ANN401
    """Follow a path through a record type; ``verdi`` is the data, which decides between the records
    of a union.
    """
    type_, regel = klasse, ""
    for ledd in sti:
        record = _postklasse(type_, verdi)
        if record is not None:
            felt = next((f for f in dataclasses.fields(record) if f.name == ledd), None)
            if felt is None:
                return Felt()
            type_, regel = felt.type, felt.metadata.get("regel", "")
        else:
            type_, regel = _innhold(type_), ""
        verdi = under(verdi, (ledd,))
    return Felt(
        type_,
        regel,
        _er_tekst(type_, bare_prosa=True),
        _er_tekst(type_, bare_prosa=False),
        _valg(type_),
        _felter(_postklasse(type_, verdi)),
        _felter(_postklasse(_innhold(type_), None)),
    )


def _felter(record: type | None) -> tuple[str, ...]:
    return tuple(felt.name for felt in dataclasses.fields(record)) if record else ()


def under(verdi: object, sti: Sti) -> object:
    """Give the plain value at a path, or None."""
    for ledd in sti:
        if isinstance(verdi, dict):
            verdi = verdi.get(ledd)
        elif isinstance(verdi, list) and isinstance(ledd, int) and ledd < len(verdi):
            verdi = verdi[ledd]
        else:
            return None
    return verdi


def _deler(type_: Any) -> tuple[Any, ...]:  # noqa: ANN401  a type hint has no type of its own
    """Unwrap Annotated and unions to the types that a value may be of."""
    if get_origin(type_) is Annotated:
        return _deler(get_args(type_)[0])
    if get_origin(type_) in (Union, UnionType):
        return tuple(d for del_ in get_args(type_) if del_ is not NoneType for d in _deler(del_))
    return (type_,)


# a type hint has no type of its own
def _postklasse(type_: Any, verdi: object) -> type | None:  # noqa: ANN401
    poster = [
        del_ for del_ in _deler(type_) if dataclasses.is_dataclass(del_) and isinstance(del_, type)
    ]
    if len(poster) > 1 and isinstance(verdi, dict):
        forste = {dataclasses.fields(post)[0].name: post for post in poster}
        return next((forste[nokkel] for nokkel in verdi if nokkel in forste), None)
    return poster[0] if len(poster) == 1 else None


def _innhold(type_: Any) -> Any:  # noqa: ANN401  a type hint has no type of its own
    for del_ in _deler(type_):
        if get_origin(del_) is dict:
            return get_args(del_)[1]
        if get_origin(del_) is tuple:
            return get_args(del_)[0]
    return None


# a type hint has no type of its own
def _er_tekst(type_: Any, *, bare_prosa: bool) -> bool:  # noqa: ANN401
    if get_origin(type_) is Annotated:
        return any(
            isinstance(merke, Tekst) and (merke.prosa or not bare_prosa)
            for merke in get_args(type_)[1:]
        )
    return get_origin(type_) in (Union, UnionType) and any(
        _er_tekst(del_, bare_prosa=bare_prosa) for del_ in get_args(type_)
    )


def _valg(type_: Any) -> tuple[str, ...]:  # noqa: ANN401  a type hint has no type of its own
    ord_: list[str] = []
    for del_ in _deler(type_):
        if get_origin(del_) is Literal:
            ord_ += [str(valg) for valg in get_args(del_)]
        elif dataclasses.is_dataclass(del_) and len(_deler(type_)) > 1:
            ord_.append(dataclasses.fields(del_)[0].name)
    return tuple(ord_)
