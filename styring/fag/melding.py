"""What one entry in a form means: from when it counts, and which state it gives."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from styring.fag.tilstand import Tilstand

if TYPE_CHECKING:
    from styring.modell.rapport import Melding

UTEN_FRAMDRIFT = frozenset({"ferdig", "bortfalt", "foreslatt_avsluttet"})
"""Statuses that say it all: how it goes need not be told beside them."""
_AV_STATUS = {
    "ferdig": Tilstand.FERDIG,
    "bortfalt": Tilstand.BORTFALT,
    "foreslatt_avsluttet": Tilstand.FORESLATT_AVSLUTTET,
}
_AV_FRAMDRIFT = {
    "i_rute": Tilstand.I_RUTE,
    "usikkert": Tilstand.USIKKERT,
    "ikke_i_rute": Tilstand.IKKE_I_RUTE,
}


def tilstand_av(melding: Melding) -> Tilstand:
    """The state that an entry gives: what was reported, and nothing more.

    That running work ends at year end is not that it is done.
    """
    if melding.status in _AV_STATUS:
        return _AV_STATUS[melding.status]
    return (
        Tilstand.AVSLUTTES
        if melding.arsslutt == "avsluttes"
        else _AV_FRAMDRIFT.get(melding.framdrift or "", Tilstand.IKKE_RAPPORTERT)
    )


def gjelder_fra(levert: date | None, meldt: date | None) -> date | None:
    """The day from which an entry counts: when the form was delivered, or when the entry was told
    if that was earlier. None for a draft.
    """
    dager = [dag for dag in (levert, meldt) if dag]
    return min(dager) if dager else None


def er_tom(melding: Melding) -> bool:
    """Whether nobody has answered yet. The frist is filled in by styring and counts for nothing."""
    return not (
        melding.status
        or melding.framdrift
        or melding.kommentar
        or melding.forventet_ferdig
        or melding.tiltak
        or melding.ingen_endring
        or melding.begrunnelse
        or melding.arsslutt
        or melding.til_kommunedirektoren
    )
