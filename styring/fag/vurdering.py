"""Whether a manager's overall word is brighter than the parts it covers."""

import re
from collections.abc import Mapping

from styring.fag.norsk import er_tall
from styring.fag.tilstand import AVVIK, Tilstand

_TALL = {
    "ett": 1,
    "en": 1,
    "én": 1,
    "to": 2,
    "tre": 3,
    "fire": 4,
    "fem": 5,
    "seks": 6,
    "sju": 7,
    "syv": 7,
    "åtte": 8,
    "ni": 9,
    "ti": 10,
    "elleve": 11,
    "tolv": 12,
}
_BRA = r"(?:i rute|som planlagt|etter planen|på plan|går (?:bra|godt)|ferdig|fullført)"
_BRA_NOK = (Tilstand.I_RUTE, Tilstand.FERDIG, Tilstand.AVSLUTTES, Tilstand.FORESLATT_AVSLUTTET)
"""What an overall word may count as going well; what ends at year end is neither behind nor claimed
to be done.
"""
_alt = re.compile(rf"\b(?:alle|alt|samtlige|hele porteføljen)\b[^.!?\n]*?\b{_BRA}", re.IGNORECASE)
_ingen = re.compile(
    r"\bingen (?:vesentlige |store |større )?(?:avvik|forsinkelser|utfordringer)\b", re.IGNORECASE
)
_forbehold = re.compile(
    r"\b(?:unntatt|med unntak|bortsett fra|utenom|men|nesten|ikke alle|ikke alt)\b", re.IGNORECASE
)
_noen_av = re.compile(
    rf"\b([0-9]{{1,9}}|{'|'.join(_TALL)}) av ([0-9]{{1,9}}|{'|'.join(_TALL)})\b[^.!?\n]*?\b{_BRA}",
    re.IGNORECASE,
)
_setning = re.compile(r"(?<=[.!?])\s+|\n")


def lysere_enn_delene(vurdering: str, telling: Mapping[Tilstand, int]) -> str | None:
    """What an overall word claims beyond its parts, or None: «alle» where something is off track,
    or more than really is on track.
    """
    avvik = sum(telling.get(tilstand, 0) for tilstand in AVVIK)
    bra = sum(telling.get(tilstand, 0) for tilstand in _BRA_NOK)
    for setning in _setning.split(vurdering):
        if (
            avvik
            and not _forbehold.search(setning)
            and (_alt.search(setning) or _ingen.search(setning))
        ):
            return f"den sier at alt går bra, men {avvik} er usikkert eller ikke i rute"
        if (treff := _noen_av.search(setning)) and (sagt := _tallet(treff[1])) > bra:
            return f"den sier at {sagt} går bra, men det er {bra}"
    return None


def _tallet(ord_: str) -> int:
    return int(ord_) if er_tall(ord_) else _TALL[ord_.lower()]
