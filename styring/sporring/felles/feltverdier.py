"""The fields of a record that its page has no words of its own for: told by their names, so that no
field is left out.
"""

from collections.abc import Container
from typing import Any, NamedTuple


class Feltverdi(NamedTuple):
    """One field and what it holds."""

    felt: str
    verdi: object


# a record of any type
def feltverdier(post: Any, sagt: Container[str] = ()) -> tuple[Feltverdi, ...]:  # noqa: ANN401
    """Every field of a record that something stands in, but for those that are told already."""
    alle = ((navn, getattr(post, navn)) for navn in post.__dataclass_fields__ if navn not in sagt)
    return tuple(Feltverdi(navn, verdi) for navn, verdi in alle if not _tomt(verdi))


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
