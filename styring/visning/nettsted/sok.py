"""What the pages are searched by: one file with a line for each, which works without a server."""

import json
from collections.abc import Iterable

from styring.fag.norsk import fold
from styring.visning.felles.trygg import enlinje
from styring.visning.nettsted.nettblokker import Nettside

_UTENFOR_SKRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
_FORST = ("enhet", "organ", "oppdrag", "vedtak", "verbalvedtak", "maal", "aktivitet")
_LENGST = 900
"""Signs of the words that are kept beside the title."""


def sokefilen(sider: Iterable[Nettside]) -> bytes:
    """A script that is nothing but data: title, address, what it is, and the words it is found by,
    folded as the search folds what is typed.
    """
    rader = [_raden(side) for side in sorted(sider, key=_plassen)]
    data = json.dumps(rader, ensure_ascii=False, separators=(",", ":"))
    for tegn, kode in (("\u2028", "\\u2028"), ("\u2029", "\\u2029")):
        data = data.replace(tegn, kode)
    return f"window.styringSok={data.translate(_UTENFOR_SKRIPT)};\n".encode()


def _plassen(side: Nettside) -> int:
    """Where a page comes among those that match as well: units first, plain records last."""
    rom = side.adresse.partition("/")[0]
    return _FORST.index(rom) if rom in _FORST else len(_FORST)


def _raden(side: Nettside) -> list[str]:
    ordene = enlinje(f"{side.tittel} {side.id} {side.slag} {side.ord}")
    smuler = " ".join(enlinje(tittel) for _, tittel in side.smuler)
    hale = side.slag + (f" · {side.id}" if side.id else "")
    return [
        enlinje(side.tittel),
        side.adresse,
        enlinje(hale),
        fold(f"{ordene} {smuler}")[: _LENGST + len(side.tittel)],
    ]
