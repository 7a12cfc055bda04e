"""A record as plain data: mappings, lists, texts, numbers and days."""

import dataclasses
from datetime import date


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


def som_tekst(verdi: object) -> str:
    """A day as it is written in JSON, where there are no days."""
    if isinstance(verdi, date):
        return verdi.isoformat()
    raise TypeError(type(verdi).__name__)
