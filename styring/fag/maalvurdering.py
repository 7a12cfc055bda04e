"""The year's assessment of a goal: the words it is given in, and when it is made."""

from styring.modell.rapport import Maalvurdering

VURDERINGSORD = {
    "nadd": "nådd",
    "riktig_vei": "riktig vei",
    "uendret": "uendret",
    "feil_vei": "feil vei",
    "kan_ikke_vurderes": "kan ikke vurderes",
}
"""The words as people read them, in the order they are counted."""


def vurderingsordet(vurdering: Maalvurdering | None) -> str:
    """The word of an assessment; nothing where nobody has made one."""
    ord_ = vurdering.vurdering if vurdering else None
    return VURDERINGSORD[ord_] if ord_ else ""


def er_vurdert(vurdering: Maalvurdering | None) -> bool:
    """Whether somebody has said how it went."""
    return vurdering is not None and vurdering.vurdering is not None
