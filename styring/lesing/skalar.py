"""What an unquoted word means: numbers only as in JSON, ``true``, ``false`` and nothing.

All else is text.
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

_ORD: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
_tall = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?").fullmatch
_TALLSTART = frozenset("-0123456789")
_FLEST_SIFRE = 18
_STORST = 300
"""Powers of ten: what is larger is no number that anybody has written on purpose."""
_DATOLENGDE = len("2023-08-31")


def tolk(ord_: str) -> "str | int | Decimal | bool | None":
    """Read an unquoted word; a number with decimals is kept exactly as it is written. Raises
    ValueError for a number too large to hold.
    """
    if ord_ in _ORD:
        return _ORD[ord_]
    if ord_[0] not in _TALLSTART or (len(ord_) == _DATOLENGDE and ord_[4] == ord_[7] == "-"):
        return ord_
    treff = _tall(ord_)
    if treff is None:
        return ord_
    if len(ord_) > _FLEST_SIFRE:
        raise ValueError
    if treff[1] or treff[2]:
        return _desimaltall(ord_)
    return int(ord_)


def _desimaltall(ord_: str) -> "Decimal":
    from decimal import Decimal  # few files hold an amount

    tall = Decimal(ord_)
    if abs(tall.adjusted()) > _STORST:
        raise ValueError
    return tall
