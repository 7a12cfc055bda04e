"""The one list of what an entry in a form must hold: the rules read it by code, the import of a
filled form reads it from the top.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from styring.fag import kommentar, krav
from styring.fag.brudd import Brudd, Sammenheng
from styring.fag.melding import UTEN_FRAMDRIFT


class Krav(NamedTuple):
    """One demand, and the code of the rule that holds its manual.

    ``bare_levert``: asked of delivered forms alone, but then of empty entries too.

    ``stopper`` says that an answer that breaks it is not taken in. ``felt`` is a field that the
    demand is of alone: where it is empty, or none of ``verdier`` where they are given, nothing is
    broken.
    """

    kode: str
    sjekk: Callable[[Sammenheng], Iterator[Brudd]]
    bare_levert: bool = False
    stopper: bool = True
    felt: str = ""
    verdier: frozenset[str] = frozenset()


_GULT, _ROEDT = frozenset({"usikkert"}), frozenset({"ikke_i_rute"})


KRAV = (
    Krav("ST613", krav.status_passer, felt="status", verdier=UTEN_FRAMDRIFT),
    Krav("ST613", krav.lukket_er_lukket, felt="status", verdier=UTEN_FRAMDRIFT),
    Krav("ST616", krav.ingen_endring_stemmer, felt="ingen_endring"),
    Krav("ST615", krav.er_utfylt, bare_levert=True),
    Krav("ST602", krav.tiltak_ved_ikke_i_rute, felt="framdrift", verdier=_ROEDT),
    Krav("ST603", krav.tiltak_ved_usikkert, stopper=False, felt="framdrift", verdier=_GULT),
    Krav("ST604", krav.forventet_ved_avvik, felt="framdrift", verdier=_GULT | _ROEDT),
    Krav("ST601", krav.forventet_finnes, felt="forventet_ferdig"),
    Krav("ST605", krav.forventet_etter_rapporten, felt="forventet_ferdig"),
    Krav("ST606", krav.forventet_og_frist, felt="forventet_ferdig"),
    Krav("ST607", krav.bortfall_begrunnes, felt="status", verdier=frozenset({"bortfalt"})),
    Krav("ST608", krav.gjenapning_begrunnes, felt="status"),
    Krav("ST613", krav.arsslutt_passer, felt="arsslutt"),
    Krav("ST614", krav.arsslutt_er_sagt, bare_levert=True),
    Krav("ST609", kommentar.kommentar_er_kort, felt="kommentar"),
    Krav("ST610", kommentar.kommentar_sier_noe, felt="kommentar"),
    Krav("ST611", kommentar.kommentar_er_ny, felt="kommentar"),
    Krav("ST612", kommentar.kommentar_er_lesbar, stopper=False, felt="kommentar"),
)
