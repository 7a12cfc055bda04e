"""Pictures with their words in nynorsk (``fag.nynorsk``)."""

from collections.abc import Sequence
from typing import Any

from styring.fag.nynorsk import paa_nynorsk
from styring.visning.figur.tegn import Figur

_NOKLER = frozenset({"merke", "celler", "ring"})
"""The fields of a picture that name a colour or a ring, and are not read by anybody."""


def i_figurer(figurer: Sequence[Figur]) -> list[Figur]:
    """Every picture with its texts in nynorsk."""
    return [_i_alt(figur) for figur in figurer]


def _i_alt(verdi: Any) -> Any:  # noqa: ANN401  anything that holds texts
    """The same value with every text in nynorsk."""
    if isinstance(verdi, str):
        return paa_nynorsk(verdi)
    if isinstance(verdi, tuple) and (felter := getattr(verdi, "_fields", ())):
        nye = (
            ett if felt in _NOKLER else _i_alt(ett) for felt, ett in zip(felter, verdi, strict=True)
        )
        return verdi.__class__(*nye)
    return tuple(map(_i_alt, verdi)) if isinstance(verdi, tuple) else verdi
