"""Which way something has gone between two pictures of it, in one word."""

from enum import StrEnum

from styring.fag.tilstand import LUKKEDE, Tilstand


class Bevegelse(StrEnum):
    """Every thing has exactly one, so that the counts add up to all there is."""

    NY = "ny"
    FERDIG = "ferdig"
    AVSLUTTES = "avsluttes"
    BORTFALT = "bortfalt"
    FORESLATT = "foreslatt"
    BEDRE = "bedre"
    VERRE = "verre"
    GJENAPNET = "gjenapnet"
    IKKE_MELDT = "ikke_meldt"
    MELDT = "meldt"
    UENDRET = "uendret"


_LUKKET = {Tilstand.BORTFALT: Bevegelse.BORTFALT, Tilstand.AVSLUTTES: Bevegelse.AVSLUTTES}
_RANG = {Tilstand.I_RUTE: 0, Tilstand.USIKKERT: 1, Tilstand.IKKE_I_RUTE: 2}


def bevegelse(foer: Tilstand | None, etter: Tilstand) -> Bevegelse:
    """Judge a change of state.

    ``foer`` is None for what was not there before; what is both new and closed counts as closed.
    """
    if foer is etter:
        return Bevegelse.UENDRET
    if etter in LUKKEDE:
        return _LUKKET.get(etter, Bevegelse.FERDIG)
    if foer is None:
        return Bevegelse.NY
    return _mellom_apne(foer, etter)


def _mellom_apne(foer: Tilstand, etter: Tilstand) -> Bevegelse:
    if foer in LUKKEDE:
        return Bevegelse.GJENAPNET
    if etter is Tilstand.FORESLATT_AVSLUTTET:
        return Bevegelse.FORESLATT
    if etter is Tilstand.IKKE_RAPPORTERT:
        return Bevegelse.IKKE_MELDT
    if foer not in _RANG:
        return Bevegelse.MELDT
    return Bevegelse.VERRE if _RANG[etter] > _RANG[foer] else Bevegelse.BEDRE
