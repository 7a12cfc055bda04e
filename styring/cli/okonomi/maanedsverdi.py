"""A month of the economy as it is written on the command line."""

import re

from styring.fag.okonomi import AARET, Okonomimaaned
from styring.feil import StyringFeil


def les_maaned(skrevet: str) -> Okonomimaaned:
    """Read a month, 2024-03, or 2024-AR for the closed year. Raises StyringFeil."""
    renset = skrevet.strip().upper()
    if not re.fullmatch(rf"20[0-9]{{2}}-(0[1-9]|1[0-2]|{AARET})", renset):
        raise StyringFeil(
            f"«{skrevet}» er ikke en måned. Skriv for eksempel 2024-03, eller 2024-AR for hele"
            " året."
        )
    return Okonomimaaned(renset)
