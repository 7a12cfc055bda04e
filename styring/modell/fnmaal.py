"""The UN's goals for sustainable development, as records name them."""

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from styring.modell.form import TALLFEIL, Kjerneskjema, Lager


class FnMaalform(NamedTuple):
    """One of the UN's 17 goals by its number, or one of its targets: 4.7, 4.a."""

    hva: str = "et av FNs bærekraftsmål, 1 til 17, eller et delmål: 4.7"

    def __get_pydantic_core_schema__(self, _kilde: object, _lager: Lager) -> Kjerneskjema:
        valg = [
            {"type": "int", "ge": 1, "le": 17, "strict": True},
            {"type": "decimal", "ge": 1, "lt": 18, "decimal_places": 2, "strict": True},
            {"type": "str", "pattern": r"^(?:1[0-7]|[1-9])\.[a-d]$", "strict": True},
        ]
        return {
            "type": "custom-error",
            "schema": {"type": "union", "choices": valg},
            "custom_error_type": TALLFEIL,
            "custom_error_message": self.hva,
            "metadata": {"pydantic_js_updates": {"type": ["number", "string"]}},
        }


if TYPE_CHECKING:
    from decimal import Decimal

    FnMaal = Annotated[int | Decimal | str, FnMaalform()]
else:
    FnMaal = Annotated[Any, FnMaalform()]
