"""Sign and colour for each meaning.

The word always stands beside them: neither carries meaning alone.
"""

from typing import NamedTuple

from styring.fag.tilstand import Tilstand
from styring.visning.felles.blokker import Bit


class Lysmerke(NamedTuple):
    """A sign for streams that can show it, one for those that can't, and rich's style."""

    tegn: str
    ascii: str
    stil: str


MERKER = {
    "ferdig": Lysmerke("✓", "+", "blue"),
    "avsluttes": Lysmerke("⇥", "/", "blue"),
    "i_rute": Lysmerke("●", "*", "green"),
    "usikkert": Lysmerke("▲", "!", "yellow"),
    "ikke_i_rute": Lysmerke("■", "#", "red"),
    "ikke_rapportert": Lysmerke("○", "o", "dim"),
    "maalt": Lysmerke("◔", "%", "dim"),
    "bortfalt": Lysmerke("×", "x", "dim"),
    "foreslatt_avsluttet": Lysmerke("◇", "?", "cyan"),
    "avsluttet": Lysmerke("◉", "0", "blue"),
    "administrativ": Lysmerke("◐", "(", "green"),
    "politisk": Lysmerke("◆", "<>", "magenta"),
    "oppdrag": Lysmerke("▸", ">", ""),
    "oppgave": Lysmerke("▪", "-", ""),
    "krav": Lysmerke("▭", "_", ""),
    "vedtak": Lysmerke("◫", "[]", "magenta"),
    "tiltak": Lysmerke("▹", "~", ""),
    "avtale": Lysmerke("◈", "@", ""),
    "prioritering": Lysmerke("◧", "[=", ""),
    "plantiltak": Lysmerke("◨", "=]", ""),
    "mangel": Lysmerke("◬", "&", ""),
    "evaluering": Lysmerke("◎", "$", ""),
    "rapportering": Lysmerke("▤", "=", "cyan"),
    "pil": Lysmerke("→", "->", "bold"),
    "hake": Lysmerke("√", "OK", "green"),
    "feil": Lysmerke("✗", "X", "bold red"),
    "advarsel": Lysmerke("△", "^", "yellow"),
    "tips": Lysmerke("·", ",", "cyan"),
    "forfalt": Lysmerke("▼", "v", "bold red"),
}
STILER = {navn: merke.stil for navn, merke in MERKER.items()} | {
    "": "",
    "dempet": "dim",
    "sterk": "bold",
    "id": "cyan",
    "kode": "",
}
STOLPETEGN = {
    Tilstand.FERDIG: ("█", "+"),
    Tilstand.AVSLUTTES: ("░", "/"),
    Tilstand.I_RUTE: ("▓", "="),
    Tilstand.USIKKERT: ("▒", "!"),
    Tilstand.IKKE_I_RUTE: ("■", "#"),
    Tilstand.IKKE_RAPPORTERT: ("─", "."),
    Tilstand.BORTFALT: ("×", "x"),
    Tilstand.FORESLATT_AVSLUTTET: ("◇", "?"),
    Tilstand.AVSLUTTET: ("▉", "0"),
}


def tilstandsbit(tilstand: Tilstand, tekst: str | None = None) -> Bit:
    """A state as sign and word."""
    return Bit(tilstand.ord if tekst is None else tekst, tilstand.value, tilstand.value)


def kan_vise(koding: str | None) -> bool:
    """Whether a stream can show our signs."""
    try:
        "".join(merke.tegn for merke in MERKER.values()).encode(koding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
