"""What an editor needs to help with the data of one project, as files by path."""

import re

from styring.feil import StyringFeil
from styring.register.register import Register
from styring.register.typer import alle
from styring.visning.felles.som_json import skriv
from styring.visning.oppsett.editor import MAPPE, innstillinger

INNSTILLINGER = ".vscode/settings.json"


def editorfiler(register: Register, gamle: str | None) -> dict[str, str]:
    """The schemas with the municipality's own words, and the settings that point to them.

    ``gamle`` are the settings as they lie. Raises StyringFeil where they can't be read.
    """
    from styring.lesing.kommuneskjema import kommunens_skjemaer  # imports all of pydantic

    monstre = {type_.skjema: _glob(type_.sted) for type_ in alle()}
    nye = innstillinger(gamle, monstre)
    if nye is None:
        raise StyringFeil(
            f"«{INNSTILLINGER}» kan ikke leses som vanlig JSON, så den er ikke endret. Ta bort"
            " kommentarene i den, og kjør kommandoen en gang til."
        )
    skjemaer = kommunens_skjemaer(register)
    return {INNSTILLINGER: nye} | {
        f"{MAPPE}/{fil}": skriv(skjema) for fil, skjema in skjemaer.items()
    }


def _glob(sted: str) -> str:
    """The pattern that an editor knows a kind of file by; a unit's form is told from the other
    files of its folder by its capitals.
    """
    return re.sub(r"<[^>]*>", "*", sted.replace("<ENHET>", "[A-Z]*"))
