"""The fields of a record that its page has no words of its own for: told by their names, so that no
field is left out.
"""

from collections.abc import Container
from functools import cache
from typing import Any, NamedTuple

from styring.modell.form import Monster
from styring.modell.merker import har_merke


class Feltverdi(NamedTuple):
    """One field and what it holds."""

    felt: str
    verdi: object


class Kodefelt(Feltverdi):
    """One that holds codes or ids, and no words."""

    __slots__ = ()


# a record of any type
def feltverdier(post: Any, sagt: Container[str] = ()) -> tuple[Feltverdi, ...]:  # noqa: ANN401
    """Every field of a record that something stands in, but for those that are told already."""
    felter = (felt for felt in post.__dataclass_fields__.values() if felt.name not in sagt)
    alle = ((felt, getattr(post, felt.name)) for felt in felter)
    return tuple(
        (Kodefelt if _har_monster(felt.type) else Feltverdi)(felt.name, verdi)
        for felt, verdi in alle
        if not _tomt(verdi)
    )


@cache
def _har_monster(type_: Any) -> bool:  # noqa: ANN401  a type may be anything
    """Whether what a type holds is written by a pattern, as codes are."""
    return har_merke(type_, lambda merke: isinstance(merke, Monster))


def _tomt(verdi: object) -> bool:
    """Whether nothing stands in a field; the number 0 is something."""
    return verdi is None or verdi is False or verdi in ((), {})


# a record of any type
def ikke_sagt(
    post: Any,  # noqa: ANN401
    svar: type,
    andre_navn: frozenset[str] = frozenset(),
) -> tuple[Feltverdi, ...]:
    """What an answer does not tell of a record: it tells the fields of the same names, and those it
    has under ``andre_navn``.
    """
    # an answer is a dataclass
    return feltverdier(post, {*svar.__dataclass_fields__, *andre_navn})  # type: ignore[attr-defined]
