"""Sign and colour for each meaning. The word always stands beside them: neither carries meaning alone."""

from typing import NamedTuple

from styring.fag.tilstand import Tilstand
from styring.visning.felles.blokker import Bit


class Merke(NamedTuple):
    """A sign for streams that can show it, one for those that can't, and rich's style."""

    tegn: str
    ascii: str
    stil: str


MERKER = {
    "ferdig": Merke("✓", "+", "blue"),
    "avsluttes": Merke("⇥", "/", "blue"),
    "i_rute": Merke("●", "*", "green"),
    "usikkert": Merke("▲", "!", "yellow"),
    "ikke_i_rute": Merke("■", "#", "red"),
    "ikke_rapportert": Merke("○", "o", "dim"),
    "bortfalt": Merke("×", "x", "dim"),
    "foreslatt_avsluttet": Merke("◇", "?", "cyan"),
    "avsluttet": Merke("✓", "+", "blue"),
    "administrativ": Merke("●", "*", "green"),
    "politisk": Merke("◆", "<>", "magenta"),
    "oppdrag": Merke("▸", ">", ""),
    "oppgave": Merke("▪", "-", ""),
    "vedtak": Merke("◆", "<>", "magenta"),
    "tiltak": Merke("▹", "~", ""),
    "avtale": Merke("◈", "@", ""),
    "rapportering": Merke("▤", "=", "cyan"),
    "pil": Merke("→", "->", "bold"),
    "hake": Merke("✓", "OK", "green"),
    "feil": Merke("✗", "x", "bold red"),
    "advarsel": Merke("▲", "!", "yellow"),
    "tips": Merke("·", "-", "cyan"),
    "forfalt": Merke("■", "#", "bold red"),
}
STILER = {navn: merke.stil for navn, merke in MERKER.items()} | {"": "", "dempet": "dim", "sterk": "bold", "id": "cyan"}
STOLPETEGN = {
    Tilstand.FERDIG: ("█", "+"),
    Tilstand.AVSLUTTES: ("░", "/"),
    Tilstand.I_RUTE: ("▓", "="),
    Tilstand.USIKKERT: ("▒", "!"),
    Tilstand.IKKE_I_RUTE: ("■", "#"),
    Tilstand.IKKE_RAPPORTERT: ("·", "."),
    Tilstand.BORTFALT: ("×", "x"),
    Tilstand.FORESLATT_AVSLUTTET: ("◇", "?"),
    Tilstand.AVSLUTTET: ("█", "+"),
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
