"""Before a file that the user has named is written: it must be what its name says, and nothing else
may lie there.
"""

from collections.abc import Mapping
from pathlib import Path

from styring.feil import StyringFeil
from styring.prosjekt.filer import begynnelsen

_BEGYNNER = {"svg": b"<svg", "pdf": b"%PDF", "png": b"\x89PNG", "ics": b"BEGIN:VCALENDAR"}
"""What a file of each form begins with."""


def krev_ledige(filer: Mapping[str, Path]) -> None:
    """Check the file of each form. Raises StyringFeil for another ending, for two of one name, and
    where something of another form lies there.
    """
    if len(set(filer.values())) < len(filer):
        raise StyringFeil("to av filene har samme navn. Gi hver sitt.")
    for form, fil in filer.items():
        if fil.suffix.lower() != f".{form}":
            raise StyringFeil(f"«{fil}» må slutte på .{form}.")
        finnes = begynnelsen(fil, len(_BEGYNNER[form]))
        if finnes and finnes != _BEGYNNER[form]:
            raise StyringFeil(f"«{fil}» finnes, og er noe annet. Velg et annet navn.")
