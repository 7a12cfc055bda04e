"""One record with its id and its place."""

from typing import Generic, NamedTuple, TypeVar

from styring.funn import Sti

T_co = TypeVar("T_co", covariant=True)


class Post(NamedTuple, Generic[T_co]):
    """One record with its id and its place: ``sti`` is the path inside the file."""

    id: str
    fil: str
    verdi: T_co
    sti: Sti = ()
