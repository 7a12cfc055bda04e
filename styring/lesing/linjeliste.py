"""A short list from a file, one thing on each line: text as it stands, or the cells of a row with
TAB between.
"""

from styring.feil import StyringFeil
from styring.lesing.arbeidsbok import les_arkene
from styring.lesing.arkmaal import Grense
from styring.lesing.csvliste import tekst_av_liste
from styring.lesing.pakke import Pakkefeil
from styring.lesing.regneark import ren_tekst

_GRENSE = Grense(rader=5_000, kolonner=50)
_REGNEARK = b"PK"


def les_linjer(fil: str, raa: bytes) -> list[str]:
    """Read every line. Raises StyringFeil."""
    if not raa.startswith(_REGNEARK):
        return tekst_av_liste(fil, raa).splitlines()
    try:
        arkene = les_arkene(raa, _GRENSE, verdier=True)
    except Pakkefeil as feil:
        raise StyringFeil(f"«{fil}»: {feil}.") from feil
    rader = next((ark.rader for ark in arkene if not ark.skjult), [])
    return ["\t".join(ren_tekst(celle.verdi) for celle in rad).rstrip() for rad in rader]
