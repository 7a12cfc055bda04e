"""How a report that lies in a file differs from what the data give."""

import difflib
import re
from collections.abc import Iterator
from itertools import islice

from styring.fag.norsk import opplisting
from styring.visning.felles.trygg import enlinje, trygg
from styring.visning.rapport.gjenkjenning import TEKSTER, er_urort, som_skrevet
from styring.visning.rapport.pakke import pakk_ut

_FLEST_LINJER = 60
_FLEST_DELER = 12
_DELER = {
    r"word/document\.xml": "teksten",
    r"word/styles\.xml": "stilene",
    r"word/header\d*\.xml": "topptekst",
    r"word/footer\d*\.xml": "bunntekst",
    r"word/vba.*": "makroer",
    r"word/comments.*": "merknader",
    r"word/numbering\.xml": "listene",
    r"word/settings\.xml": "innstillingene",
    r"docProps/.*": "opplysningene om filen",
    r".*\.rels": "lenkene mellom delene",
}
"""What the parts of a Word file are, in words."""


def forskjell(form: str, fil: str, gammelt: bytes, nytt: bytes) -> str:
    """Tell how a file differs from what the data give: by lines where it is text, by parts where it
    is Word.
    """
    grunn = (
        "Den er som styring laget den, så malen, valgene eller dataene er andre nå."
        if er_urort(form, gammelt)
        else "Den er endret av andre enn styring."
    )
    hode = f"«{enlinje(fil)}» er ikke det dataene gir med disse valgene. {grunn}\n"
    if form == "docx":
        return hode + _deler(gammelt, nytt)
    if form not in TEKSTER:
        return hode + (
            "Noe er lagt til etter slutten av filen.\n" if gammelt.startswith(nytt) else ""
        )
    gamle, nye = (
        som_skrevet(form, tekst).decode("utf-8", "replace").split("\n") for tekst in (gammelt, nytt)
    )
    linjer = list(
        islice(
            difflib.unified_diff(gamle, nye, "filen", "dataene", n=1, lineterm=""),
            _FLEST_LINJER + 1,
        )
    )
    if not linjer:
        return f"{hode}Bare tegnkodingen er forskjellig.\n"
    resten = "…\n" if len(linjer) > _FLEST_LINJER else ""
    return hode + "".join(f"{trygg(linje)}\n" for linje in linjer[:_FLEST_LINJER]) + resten


def _deler(gammelt: bytes, nytt: bytes) -> str:
    """Name the parts that are changed, added or missing; where none is, what is different lies
    outside them.
    """
    gamle, nye = pakk_ut(gammelt), pakk_ut(nytt)
    ulike = list(_ulike(gamle, nye))
    if not ulike:
        return (
            "Innholdet er likt, men filen er pakket på nytt, eller noe er lagt til utenfor delene"
            " den er pakket av.\n"
        )
    resten = [f"{len(ulike) - _FLEST_DELER} til"] if len(ulike) > _FLEST_DELER else []
    tekst = opplisting([*ulike[:_FLEST_DELER], *resten])
    return f"{tekst[0].upper()}{tekst[1:]}.\n"


def _ulike(gamle: dict[str, bytes], nye: dict[str, bytes]) -> Iterator[str]:
    for navn in sorted({*gamle, *nye}):
        if gamle.get(navn) != nye.get(navn):
            hva = "lagt til" if navn not in nye else "borte" if navn not in gamle else "endret"
            ord_ = next(
                (ord_ for monster, ord_ in _DELER.items() if re.fullmatch(monster, navn)), "en del"
            )
            yield f"{ord_} ({enlinje(navn)}) er {hva}"
