"""Every text in a record, with its path: what search and the rules of personal data go through."""

from collections.abc import Iterator

from styring.funn import Sti


def tekster(verdi: object, sti: Sti = ()) -> Iterator[tuple[Sti, str]]:
    """Give each text in a record and the path to it."""
    if isinstance(verdi, str):
        yield sti, verdi
    elif isinstance(verdi, tuple):
        for nr, del_ in enumerate(verdi):
            yield from tekster(del_, (*sti, nr))
    elif isinstance(verdi, dict):
        for navn, del_ in verdi.items():
            yield from tekster(del_, (*sti, navn))
    elif felter := getattr(verdi, "__dataclass_fields__", None):
        for felt in felter:
            if del_ := getattr(verdi, felt):
                yield from tekster(del_, (*sti, felt))
