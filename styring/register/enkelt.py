"""A record as plain data: mappings, lists, texts, numbers and days."""

import dataclasses
from datetime import date
from functools import cache
from typing import Any


def enkelt(verdi: Any) -> object:  # noqa: ANN401  a record, or anything one may hold
    """Give plain data without what is left open: a field that the format gets later does not change
    what was said.
    """
    klasse = verdi.__class__
    if klasse is str or klasse is int or verdi is None:
        return verdi
    if klasse is tuple:
        return [enkelt(ledd) for ledd in verdi]
    if klasse is dict:
        return {navn: enkelt(innhold) for navn, innhold in verdi.items()}
    felter = _feltene(klasse)
    if felter is None:
        return verdi
    return {
        navn: enkelt(innhold) for navn, tomt in felter if (innhold := getattr(verdi, navn)) != tomt
    }


@cache
def _feltene(klasse: type) -> tuple[tuple[str, object], ...] | None:
    """The fields of a record, each with what it is where nothing is said; None of what is none."""
    if not dataclasses.is_dataclass(klasse):
        return None
    return tuple((felt.name, felt.default) for felt in dataclasses.fields(klasse))


def som_tekst(verdi: Any) -> str:  # noqa: ANN401  an amount is not imported for this
    """A day or an amount as it is written in JSON, which has neither."""
    if isinstance(verdi, date):
        return verdi.isoformat()
    if hasattr(verdi, "as_tuple"):  # an amount: 5.50 and 5.5 are the same
        return format(verdi.normalize(), "f")
    raise TypeError(type(verdi).__name__)
