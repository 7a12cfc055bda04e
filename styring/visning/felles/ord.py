"""Words that several pages share."""

from datetime import date

from styring.fag.kalender import UKEDAGER, kortdato, langdato, uke
from styring.fag.norsk import antall
from styring.fag.tilstand import Tilstand
from styring.visning.felles.blokker import Bit, Linje, dempet, linje
from styring.visning.felles.merker import tilstandsbit

KATEGORIER = {
    "virksomhetsstyring": "virksomhetsstyring",
    "okonomi": "økonomi",
    "regnskap": "regnskap",
    "hms": "HMS",
    "lonn": "lønn",
    "beredskap": "beredskap",
    "demokrati": "demokrati",
}


def enhetstittel(enhet: str | None, navn: str, kommune: str) -> str:
    """The heading of an answer: the unit it is for, else the municipality."""
    return f"{enhet}  {navn}" if enhet else kommune


def dag_og_uke(dag: date) -> str:
    """The right end of a heading: «4. september 2023 · uke 36»."""
    return f"{langdato(dag)} · uke {uke(dag)}"


def dagmerknad(flyttet_fra: date | None, fridag: str | None) -> str:
    """What to know of a day: that it is moved, or falls on a day off."""
    if flyttet_fra:
        return (
            f" (flyttet fra {UKEDAGER[flyttet_fra.weekday()]}"
            f" {flyttet_fra.day}.{flyttet_fra.month}.)"
        )
    if fridag in ("lørdag", "søndag"):
        return f" (faller på en {fridag})"
    return f" (faller på {fridag})" if fridag else ""


def fristbit(
    frist: date | None, *, forfalt: bool = False, punkt: int | None = None, hele: date | None = None
) -> Bit:
    """A deadline in a table, and the punkt of a vedtak that it is written on, with that of the
    whole; a gap where the source gives none.
    """
    if frist is None:
        return dempet("ikke oppgitt")
    hvor = (f" (punkt {punkt})" if punkt else "") + (
        f", hele vedtaket {kortdato(hele)}" if hele else ""
    )
    return Bit(
        f"{kortdato(frist)}{' forfalt' if forfalt else ''}{hvor}", "forfalt" if forfalt else ""
    )


def tellelinje(telling: dict[Tilstand, int]) -> Linje:
    """The counts in words, those with any: «3 i rute · 1 usikkert»."""
    biter: list[Bit | str] = []
    for tilstand, tall in telling.items():
        if tall:
            biter += [" · "] if biter else []
            biter.append(tilstandsbit(tilstand, f"{tall} {tilstand.ord}"))
    return linje(*biter)


def uleste_linje(uleste: int) -> Linje:
    """What a page says first when something could not be read."""
    return linje(
        Bit(
            f"{antall(uleste, 'fil')} kunne ikke leses, så svaret er ikke helt. Se hva som er galt"
            " med «styring valider».",
            "feil",
            "feil",
        )
    )


def utelatt_linje(utelatt: int) -> Linje:
    """What a page says last when its reader does not see everything."""
    return linje(dempet(f"{antall(utelatt, 'sak')} er ikke for denne leseren, og er utelatt."))
