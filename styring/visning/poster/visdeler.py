"""The parts that the pages of several kinds of record share."""

from collections.abc import Iterable

from styring.visning.felles.blokker import Bit, Blokk, Kolonne, Overskrift, Tabell, dempet, linje

IKKE_OPPGITT = "ikke oppgitt"


def eller_hull(tekst: str | None) -> Bit:
    """A text, or that the source gives none."""
    return Bit(tekst) if tekst else dempet(IKKE_OPPGITT)


def par(tittel: str, par: Iterable[tuple[str, str]], hull: str) -> list[Blokk]:
    """Records by id and title under a heading."""
    rader = tuple((Bit(kode, "id"), Bit(tekst)) for kode, tekst in par)
    innhold: Blokk = (
        Tabell((Kolonne(""), Kolonne("", fri=True)), rader) if rader else linje(dempet(hull))
    )
    return [Overskrift(tittel, niva=2), innhold]
