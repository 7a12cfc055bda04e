"""KOSTRA's own accounts file: fixed columns, a row for each function and kind of cost, in 1 000 kr.

The columns are those of Statistics Norway's specification for accounts (skjema 0A and the others).
"""

import re
from decimal import Decimal
from typing import NamedTuple

from styring.fag.belop import NULL, TUSEN
from styring.feil import StyringFeil
from styring.lesing.csvliste import tekst_av_liste

_KONTOKLASSE, _FUNKSJON, _BELOP = slice(31, 32), slice(32, 36), slice(39, 48)
_BREDDE = 48
_FLEST = 200_000


class Kostrasum(NamedTuple):
    """What the file comes to, in kroner, a cost as plus: drift and investering, and how many rows.
    Each row is rounded to 1 000 kr.
    """

    rader: int
    drift: Decimal
    investering: Decimal
    per_funksjon: dict[str, Decimal]


def les_kostra(fil: str, raa: bytes) -> Kostrasum:
    """Read every row. Raises StyringFeil for one that is none."""
    rader, drift, investering = 0, NULL, NULL
    per_funksjon: dict[str, Decimal] = {}
    for nr, linje in enumerate(tekst_av_liste(fil, raa).splitlines(), 1):
        if not linje.strip():
            continue
        tall = linje[_BELOP].strip()
        klasse = linje[_KONTOKLASSE]
        if len(linje) < _BREDDE or not re.fullmatch("-?[0-9]+", tall) or klasse not in "01":
            raise StyringFeil(
                f"«{fil}», linje {nr}: dette er ikke en rad i KOSTRAs regnskapsfil. Kontoklassen"
                " står i posisjon 32 og beløpet i 40 til 48."
            )
        rader += 1
        if rader > _FLEST:
            raise StyringFeil(f"«{fil}» har mer enn {_FLEST} rader. Se etter at det er rett fil.")
        belop = Decimal(tall) * TUSEN
        if klasse == "1":
            drift += belop
            funksjon = linje[_FUNKSJON].strip()
            per_funksjon[funksjon] = per_funksjon.get(funksjon, NULL) + belop
        else:
            investering += belop
    if not rader:
        raise StyringFeil(f"«{fil}» har ingen rader. Se etter at det er KOSTRAs regnskapsfil.")
    return Kostrasum(rader, drift, investering, per_funksjon)
