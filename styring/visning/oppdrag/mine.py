"""Everything that waits for one unit or role, as a page and as rows."""

from styring.fag.kalender import avstand, kortdato
from styring.fag.norsk import antall
from styring.sporring.oppdrag.mine import Minesvar, Minsak
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
from styring.visning.felles.merker import tilstandsbit
from styring.visning.felles.ord import dag_og_uke

_KOLONNER = (
    Kolonne("Hva", bredde=22),
    Kolonne("", fri=True),
    Kolonne("Frist", bredde=12),
    Kolonne("Tilstand", bredde=16),
)


def side(svar: Minesvar) -> Side:
    """Lay out what waits: how much, then each thing."""
    tittel = svar.navn if svar.hvem == svar.navn else f"{svar.hvem}  {svar.navn}"
    hode = Overskrift(tittel, dag_og_uke(svar.dato))
    if not svar.saker:
        return [hode, linje(dempet("Ingenting venter."))]
    forfalte = sum(sak.forfalt for sak in svar.saker)
    tall = antall(len(svar.saker), "sak") + (f" · {forfalte} forfalt" if forfalte else "")
    rader = tuple(_rad(svar, sak) for sak in svar.saker)
    return [hode, linje(tall), linje(), Tabell(_KOLONNER, rader)]


def _rad(svar: Minesvar, sak: Minsak) -> tuple[Bit, ...]:
    som = "" if sak.som == "ansvarlig" else f" ({sak.som})"
    frist = kortdato(sak.frist) if sak.frist else "ikke oppgitt"
    naar = f"{frist} {avstand(svar.dato, sak.frist)}" if sak.frist and sak.forfalt else frist
    return (
        Bit(f"{sak.slag} {sak.id}", "id"),
        Bit(f"{sak.tittel}{som}"),
        Bit(naar, "forfalt" if sak.forfalt else "", "forfalt" if sak.forfalt else ""),
        tilstandsbit(sak.tilstand) if sak.tilstand else dempet("–"),
    )


def ark(svar: Minesvar) -> Ark:
    """The rows for a spreadsheet."""
    return Ark(
        ("slag", "id", "tittel", "som", "frist", "forfalt", "tilstand"),
        tuple(
            (
                ett.slag,
                ett.id,
                ett.tittel,
                ett.som,
                ett.frist,
                ett.forfalt,
                ett.tilstand and ett.tilstand.ord,
            )
            for ett in svar.saker
        ),
    )
