"""How a report that lies in a file differs from what the data give."""

import difflib
from itertools import islice

from styring.visning.rapport.dokumenter import BINAERE
from styring.visning.rapport.gjenkjenning import er_urort
from styring.visning.trygg import enlinje, trygg

_FLEST_LINJER = 60


def forskjell(form: str, fil: str, gammelt: bytes, nytt: bytes) -> str:
    """Tell how a file differs from what the data give: by lines where it is text."""
    grunn = (
        "Den er som styring laget den, så dataene, malen, valgene eller utgaven av styring er andre nå."
        if er_urort(form, gammelt)
        else "Den er endret av andre enn styring."
    )
    hode = f"«{enlinje(fil)}» er ikke det dataene gir med disse valgene. {grunn}\n"
    if form in BINAERE:
        return hode
    gamle, nye = (tekst.decode("utf-8", "replace").splitlines() for tekst in (gammelt, nytt))
    linjer = list(islice(difflib.unified_diff(gamle, nye, "filen", "dataene", n=1, lineterm=""), _FLEST_LINJER + 1))
    if not linjer:
        return f"{hode}Bare linjeslutt eller tegnkoding er forskjellig.\n"
    resten = "…\n" if len(linjer) > _FLEST_LINJER else ""
    return hode + "".join(f"{trygg(linje)}\n" for linje in linjer[:_FLEST_LINJER]) + resten
