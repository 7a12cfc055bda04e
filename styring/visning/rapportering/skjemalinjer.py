"""What stands in the cells of a form: words to choose among, what was told last, and its height."""

from styring.fag import skjemabok as bok
from styring.fag.brudd import STATUSORD
from styring.register.skjema import Skjemarad

FORSTE_LISTE = 3


def lister() -> dict[str, tuple[str, ...]]:
    """The drop-downs by name: what a thing may be, with and without something told before."""
    lister = {
        f"{slag}_ny": tuple(STATUSORD[status] for status in statuser)
        for slag, statuser in bok.STATUSER.items()
    }
    lister |= {slag: (bok.INGEN_ENDRING, *lister[f"{slag}_ny"]) for slag in bok.STATUSER}
    return lister | {
        "framdrift": tuple(STATUSORD[ett] for ett in bok.FRAMDRIFT),
        "arsslutt": tuple(bok.ARSSLUTT.values()),
    }


def linjer_i(tekst: str, bredde: int) -> int:
    """About how many lines a text takes in a column."""
    return sum(1 + len(del_) // max(1, bredde - 2) for del_ in tekst.split("\n"))


def sist(rad: Skjemarad) -> str:
    """What was told last, in short."""
    if rad.forrige is None:
        return "Ikke meldt før"
    melding = rad.forrige.melding
    ord_ = STATUSORD.get(melding.framdrift or melding.status or "", "")
    kommentar = f" {melding.kommentar.strip()}" if melding.kommentar else ""
    return f"{rad.forrige.periode}: {ord_}.{kommentar}"
