"""What stands in the cells of a form: words to choose among, what was told last, and its height."""

from collections.abc import Iterable

from styring.fag import skjemabok as bok
from styring.fag.brudd import STATUSORD
from styring.register.skjema import Skjemarad
from styring.visning.felles.feltvisning import som_tekst

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


def faste_celler(rad: Skjemarad, kolonner: Iterable[bok.Skjemakolonne]) -> dict[str, str]:
    """What stands in the columns that are only to be read; one that has no words here shows the
    field of the same name in the oppdrag.
    """
    svar = f"\nBesvares i: {rad.svares_i.strip()}" if rad.svares_i else ""
    tekst = f"\n\n{rad.oppdrag.tekst.strip()}" if rad.oppdrag and rad.oppdrag.tekst else ""
    egne = {
        "id": rad.sak.id,
        "slag": rad.sak.slag,
        "tittel": f"{rad.sak.tittel.strip()}{tekst}{svar}",
        "frist": "",
        "sist": sist(rad),
    }
    return {
        kolonne.felt: egne[kolonne.felt] if kolonne.felt in egne else _feltet(rad, kolonne.felt)
        for kolonne in kolonner
        if not kolonne.svar
    }


def _feltet(rad: Skjemarad, felt: str) -> str:
    verdi = getattr(rad.oppdrag, felt) if rad.oppdrag else None
    return "" if verdi is None or verdi is False or verdi == () else som_tekst(verdi)
