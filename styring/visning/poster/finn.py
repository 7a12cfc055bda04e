"""What a search found, as a page and as rows."""

from styring.fag.norsk import antall
from styring.sporring.poster.finn import Finnsvar
from styring.visning.felles.blokker import (
    Ark,
    Bit,
    Kolonne,
    Overskrift,
    Side,
    Tabell,
    dempet,
    linje,
)

_TITTELFELT = ("tittel", "navn", "id", "kode", "")


def side(svar: Finnsvar) -> Side:
    """Lay out the hits: id, title, and where else than in the title the words stand."""
    hode = Overskrift(f"«{svar.sokt}»", antall(len(svar.treff), "treff"))
    if not svar.treff:
        return [
            hode,
            linje(
                dempet(
                    "Ingen treff. Prøv et kortere ord; æ, ø, å og store bokstaver spiller ingen"
                    " rolle."
                )
            ),
        ]
    rader = []
    for treff in svar.treff:
        sted = "" if treff.felt in _TITTELFELT else f" ({treff.felt}: {treff.utdrag})"
        rader.append((Bit(treff.id, "id"), Bit(treff.tittel + sted), dempet(treff.slag)))
    return [hode, linje(), Tabell((Kolonne(""), Kolonne("", fri=True), Kolonne("")), tuple(rader))]


def ark(svar: Finnsvar) -> Ark:
    """The hits as rows for a spreadsheet."""
    return Ark(
        ("slag", "id", "tittel", "felt", "utdrag"),
        tuple((t.slag, t.id, t.tittel, t.felt, t.utdrag) for t in svar.treff),
    )
