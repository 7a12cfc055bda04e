"""Amounts, exact from the text of the file to the last sum: no float is near them.

The mark says it all, and Decimal itself is not loaded until there is an amount: most commands meet
none.
"""

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from styring.modell.form import TALLFEIL, Kjerneskjema, Lager


class Desimaltall(NamedTuple):
    """An exact number between two bounds, both included, with so many decimals at most.

    ``hva`` is what it is called where it is something else.
    """

    minst: int
    hoyst: int
    desimaler: int
    hva: str

    def __get_pydantic_core_schema__(self, _kilde: object, _lager: Lager) -> Kjerneskjema:
        tall = {
            "type": "union",
            "choices": [{"type": "int", "strict": True}, {"type": "decimal", "strict": True}],
        }
        grenser = {
            "type": "decimal",
            "ge": self.minst,
            "le": self.hoyst,
            "decimal_places": self.desimaler,
        }
        return {
            "type": "custom-error",
            "schema": {"type": "chain", "steps": [tall, grenser]},
            "custom_error_type": TALLFEIL,
            "custom_error_message": self.hva,
            "metadata": {
                "pydantic_js_updates": {
                    "type": "number",
                    "minimum": self.minst,
                    "maximum": self.hoyst,
                }
            },
        }


_BELOP = Desimaltall(-(10**12), 10**12, 2, "et beløp i kroner")
_TALL = Desimaltall(-(10**12), 10**12, 6, "et tall")
if TYPE_CHECKING:
    from decimal import Decimal

    Belop = Annotated[Decimal, _BELOP]
    Tall = Annotated[Decimal, _TALL]
else:
    Belop = Annotated[Any, _BELOP]
    Tall = Annotated[Any, _TALL]
"""Kroner and øre, plus or minus; and any other exact number."""
