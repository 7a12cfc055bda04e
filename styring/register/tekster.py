"""Every text in a record, with its path: what search and the rules of personal data go through."""

from collections.abc import Iterator

from styring.funn import Sti
from styring.modell.form import Leser
from styring.register.felter import leseren_av


def tekster(verdi: object, sti: Sti = (), *, til_ledelsen: bool = True) -> Iterator[tuple[Sti, str]]:
    """Give each text in a record and the path to it; what is for the leadership alone only where that is asked for."""
    if isinstance(verdi, str):
        yield sti, verdi
    elif isinstance(verdi, tuple):
        for nr, del_ in enumerate(verdi):
            yield from tekster(del_, (*sti, nr), til_ledelsen=til_ledelsen)
    elif isinstance(verdi, dict):
        for navn, del_ in verdi.items():
            yield from tekster(del_, (*sti, navn), til_ledelsen=til_ledelsen)
    elif felter := getattr(verdi, "__dataclass_fields__", None):
        for navn, felt in felter.items():
            if (til_ledelsen or leseren_av(felt) is not Leser.LEDELSE) and (del_ := getattr(verdi, navn)):
                yield from tekster(del_, (*sti, navn), til_ledelsen=til_ledelsen)
