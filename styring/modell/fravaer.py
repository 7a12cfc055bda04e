"""Sykefravær and årsverk of each unit in a month: ``data/okonomi/<aar>-<mm>/fravaer.yaml``."""

from typing import TYPE_CHECKING, Annotated, Any

from styring.modell.belop import Desimaltall
from styring.modell.form import INTERNT, KODE, Antall, Merkelapp, NokkelMonster, felt, post

_PROSENT = Desimaltall(0, 100, 2, "en prosent fra 0 til 100")
_AARSVERK = Desimaltall(0, 100_000, 2, "et antall årsverk")
if TYPE_CHECKING:
    from decimal import Decimal

    Prosent = Annotated[Decimal, _PROSENT]
    Aarsverk = Annotated[Decimal, _AARSVERK]
else:
    Prosent = Annotated[Any, _PROSENT]
    Aarsverk = Annotated[Any, _AARSVERK]


@post
class Fravaerslinje:
    """Årsverk og sykefravær blant enhetens egne ansatte, uten enhetene under den."""

    aarsverk: Aarsverk = felt(INTERNT, "Årsverk i enheten.")
    korttid: Prosent | None = felt(
        INTERNT,
        "Korttidsfraværet i måneden, i prosent. Tomt: enheten er så liten at det ikke vises, eller"
        " det er ikke oppgitt.",
        default=None,
    )
    langtid: Prosent | None = felt(
        INTERNT, "Langtidsfraværet i måneden, i prosent. Tomt på samme vis.", default=None
    )
    i_fjor: Prosent | None = felt(
        INTERNT,
        "Alt fravær i den samme måneden i fjor, i prosent. Brukes når den måneden ikke er lest"
        " inn.",
        default=None,
    )


@post
class Fravaer:
    """Sykefravær og årsverk en måned. Skrives bare av «styring importer fravaer»."""

    kilde: Merkelapp = felt(INTERNT, "Filen tallene er lest fra.")
    enheter: Annotated[dict[str, Fravaerslinje], NokkelMonster(KODE), Antall(1)] = felt(
        INTERNT, "Kode og tall for hver enhet."
    )
