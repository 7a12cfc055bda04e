"""YAML that libyaml takes, and that other readers take otherwise or not at all: ? for a key, and a
comment right after a value.
"""

import re
from collections.abc import Iterator

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.tokens import (
    FlowMappingEndToken,
    FlowMappingStartToken,
    FlowSequenceEndToken,
    FlowSequenceStartToken,
    KeyToken,
    ScalarToken,
)

from styring.funn import Utsnitt
from styring.lesing.tegn import DYPEST

_INN, _UT = (
    (FlowMappingStartToken, FlowSequenceStartToken),
    (FlowMappingEndToken, FlowSequenceEndToken),
)

kan_vaere_tvetydig = re.compile(rb"(?:^|[\s\[{,\xbf])\?|[\"'\]}|>0-9+-]#", re.MULTILINE).search
"""Tell quickly of most files that they hold nothing of this."""
SPORSMAAL, KOMMENTAR = (
    "? foran en nøkkel er ikke en del av formatet",
    "kommentaren står inntil verdien",
)
_blokkhode = re.compile(r"[|>][-+0-9]*#").match


def tvetydige(raa: bytes) -> Iterator[tuple[str, Utsnitt]]:
    """Find each such place; none after what libyaml itself does not take."""
    linjer = raa.decode().removeprefix("\ufeff").split("\n")
    hent = CParser(raa).get_token
    dybde = 0
    try:
        # libyaml takes longer for each level
        while (ett := hent()) is not None and dybde <= DYPEST:
            dybde += (type(ett) in _INN) - (type(ett) in _UT)
            fra, til = ett.start_mark, ett.end_mark
            if type(ett) is KeyToken and fra.index != til.index:
                yield SPORSMAAL, Utsnitt(fra.line + 1, fra.column + 1)
            elif type(ett) is ScalarToken and ett.style and ett.style in "|>":
                if treff := _blokkhode(linjer[fra.line], fra.column):
                    yield KOMMENTAR, Utsnitt(fra.line + 1, treff.end())
            elif (type(ett) in _UT or (type(ett) is ScalarToken and ett.style)) and (
                linjer[til.line][til.column : til.column + 1] == "#"
            ):
                yield KOMMENTAR, Utsnitt(til.line + 1, til.column + 1)
    except YAMLError:
        return
