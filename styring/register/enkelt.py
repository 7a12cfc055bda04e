"""A record as plain data: mappings, lists, texts, numbers and days."""

import dataclasses
from datetime import date
from typing import Any


def enkelt(verdi: object) -> object:
    """Give plain data without what is left open: a field that the format gets later does not change
    what was said.
    """
    if dataclasses.is_dataclass(verdi) and not isinstance(verdi, type):
        felter = (
            (felt.name, getattr(verdi, felt.name), felt.default)
            for felt in dataclasses.fields(verdi)
        )
        return {navn: enkelt(innhold) for navn, innhold, tomt in felter if innhold != tomt}
    if isinstance(verdi, dict):
        return {navn: enkelt(innhold) for navn, innhold in verdi.items()}
    return [enkelt(ledd) for ledd in verdi] if isinstance(verdi, tuple) else verdi


def som_tekst(verdi: Any) -> str:  # noqa: ANN401  an amount is not imported for this
    """A day or an amount as it is written in JSON, which has neither."""
    if isinstance(verdi, date):
        return verdi.isoformat()
    if hasattr(verdi, "as_tuple"):  # an amount: 5.50 and 5.5 are the same
        return format(verdi.normalize(), "f")
    raise TypeError(type(verdi).__name__)
