"""One thing that has changed between two versions, and how it is said that it came, went or is
other.
"""

from collections.abc import Container, Iterable
from typing import Any, NamedTuple

from styring.fag.bevegelse import Bevegelse
from styring.fag.tilstand import Tilstand
from styring.sporring.tid.feltendringer import Postendring, feltendringer, sier_det_samme


class Saksendring(NamedTuple):
    """One thing that has changed.

    ``bevegelse`` is None where its light has not moved; ``borte`` says that its file is gone.
    """

    id: str
    tittel: str
    slag: str
    foer: Tilstand | None
    naa: Tilstand | None
    bevegelse: Bevegelse | None
    borte: bool
    endringer: tuple[Postendring, ...]


def kommet(id_: str, tittel: str, slag: str) -> Saksendring:
    """Something without a light that is new."""
    return Saksendring(id_, tittel, slag, None, None, Bevegelse.NY, borte=False, endringer=())


def forsvunnet(id_: str, tittel: str, slag: str) -> Saksendring:
    """Something without a light whose file is gone."""
    return Saksendring(id_, tittel, slag, None, None, None, borte=True, endringer=())


def blitt_annet(id_: str, tittel: str, slag: str, endringer: Iterable[Postendring]) -> Saksendring:
    """Something without a light that says another thing than it did."""
    return Saksendring(id_, tittel, slag, None, None, None, borte=False, endringer=tuple(endringer))


# two versions of a record of any type
def andre_felt(foer: Any, naa: Any, sagt: Container[str]) -> list[Postendring]:  # noqa: ANN401
    """The fields that are not the same, but for those told in their own words."""
    navnene = [
        navn
        for navn in foer.__dataclass_fields__
        if navn not in sagt and not sier_det_samme(getattr(foer, navn), getattr(naa, navn))
    ]
    return [
        endring
        for navn in navnene
        for endring in feltendringer(navn, getattr(foer, navn), getattr(naa, navn))
    ]
