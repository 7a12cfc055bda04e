"""What a command would write, and what it wrote, as pages."""

from collections.abc import Sequence

from styring.fag.norsk import antall
from styring.funn import Funn
from styring.visning.felles.blokker import Bit, Linje, Side, dempet, linje
from styring.visning.kontroll.funn import tekst

_FLEST_LINJER = 40


def ingenting() -> Side:
    """Nothing to do."""
    return [linje("Ingenting å endre: alt står slik fra før.")]


def for_haand(filer: Sequence[str]) -> Side:
    """Say which files are written in a way that only people can change."""
    return [
        linje(Bit(fil, "feil", "feil"), ": er skrevet slik at den må rettes for hånd.")
        for fil in filer
    ]


def plan(filer: Sequence[tuple[str, bool, str, Sequence[str]]]) -> Side:
    """Lay out a plan: each file, whether it is new, a summary or its lines."""
    side: list[Linje] = []
    for fil, ny, sammendrag, linjer in filer:
        side.append(linje(Bit(fil, "sterk"), dempet("  ny fil" if ny else "")))
        if sammendrag:
            side.append(linje(f"  {sammendrag}"))
            continue
        side += [linje("  ", _endret(ett)) for ett in linjer[:_FLEST_LINJER]]
        if len(linjer) > _FLEST_LINJER:
            side.append(linje(dempet(f"  … og {antall(len(linjer) - _FLEST_LINJER, 'linje')} til")))
    return side


def avvist(funn: Sequence[Funn]) -> Side:
    """Lay out why a change is not made."""
    side = [
        linje(Bit("Endringen ville gitt feil i dataene. Ingenting er skrevet.", "feil", "feil")),
        linje(),
    ]
    for ett in funn:
        side += [*tekst.funnlinjer(ett), linje()]
    return side


def merknader(funn: Sequence[Funn]) -> Side:
    """Lay out what is not wrong, but worth knowing before one says yes, and where it is."""
    return [
        linje(
            Bit(
                f"Merk: {ett.melding}. {ett.forslag[:1].upper()}{ett.forslag[1:]}.",
                "advarsel",
                "advarsel",
            ),
            dempet(f" ({ett.fil})"),
        )
        for ett in funn
    ]


def utkast() -> Side:
    """Say that nothing was written."""
    return [linje(dempet("Utkast: ingenting er skrevet."))]


def skrevet(ferdig: str, filer: int) -> Side:
    """Say what was done, and what comes next."""
    return [linje(Bit(f"{ferdig} ({antall(filer, 'fil')} skrevet).", "", "hake"))]


def _endret(linje_: str) -> Bit:
    return Bit(f"{linje_[:1]} {linje_[1:]}", "ferdig" if linje_.startswith("+") else "forfalt")
