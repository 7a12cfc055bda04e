"""Blocks to a terminal, with rich. Loaded only where there is a terminal to show them on."""

from io import StringIO
from typing import Any, TextIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from styring.visning.felles.blokker import (
    Bit,
    Blokk,
    Felter,
    Gren,
    Linje,
    Overskrift,
    Side,
    Stolpe,
    Tabell,
)
from styring.visning.felles.merker import MERKER, STILER, STOLPETEGN, kan_vise
from styring.visning.felles.trygg import delelig, enlinje, trygg, udelelig

_STOLPEBREDDE = 50
_SMALESTE_FRIE = 20
_FAA = 3
"""Rows: in fewer, nothing is repeated enough to be said once."""
_SMALT = 72
"""Below so many columns every cell may wrap: nothing is ever cut away."""


def vis(side: Side, strom: TextIO) -> str:
    """Lay out a page for a terminal and return it with its colour codes; rich decides on width and
    colour from the stream.
    """
    tegn = kan_vise(strom.encoding)
    vindu = Console(file=strom, legacy_windows=False)
    utkast = StringIO()
    farger: Any = vindu.color_system if vindu.is_terminal else None
    konsoll = Console(
        file=utkast,
        width=vindu.width,
        force_terminal=vindu.is_terminal,
        no_color=vindu.no_color,
        color_system=farger,
        legacy_windows=False,
    )
    skriv(side, konsoll, unicode=tegn)
    return "\n".join(linje.rstrip() for linje in delelig(utkast.getvalue()).split("\n"))


def skriv(side: Side, konsoll: Console, *, unicode: bool) -> None:
    """Print a page on a console. Data goes in as Text only, so that no markup in it is read."""
    for blokk in [del_ for hel in side for del_ in _uten_gjentakelser(hel)]:
        konsoll.print(
            _tegne(blokk, konsoll.width, unicode=unicode),
            highlight=False,
            markup=False,
            emoji=False,
        )


def _uten_gjentakelser(blokk: Blokk) -> list[Blokk]:
    """Say once, above a table, what stands alike in each row of a column."""
    if not isinstance(blokk, Tabell) or len(blokk.rader) < _FAA:
        return [blokk]
    like = [
        nr
        for nr, kolonne in enumerate(blokk.kolonner)
        if nr and kolonne.navn and not kolonne.fri and not kolonne.tall
        if len({(rad[nr].tekst, rad[nr].merke) for rad in blokk.rader}) == 1
    ]
    if not like:
        return [blokk]
    biter: list[Bit] = []
    for nr in like:
        biter += [Bit(f"{'. ' if biter else ''}{blokk.kolonner[nr].navn}: "), blokk.rader[0][nr]]
    ulike = [nr for nr in range(len(blokk.kolonner)) if nr not in like]
    return [
        Linje((Bit("Alle: ", "dempet"), *biter)),
        Tabell(
            tuple(blokk.kolonner[nr] for nr in ulike),
            tuple(tuple(rad[nr] for nr in ulike) for rad in blokk.rader),
        ),
    ]


def _tekst(bit: Bit, *, unicode: bool) -> Text:
    merke = MERKER.get(bit.merke)
    tegn = f"{merke.tegn if unicode else merke.ascii} " if merke else ""
    return Text(tegn + udelelig(enlinje(bit.tekst)), style=STILER[bit.stil])


def _tegne(blokk: Blokk, bredde: int, *, unicode: bool) -> RenderableType:
    match blokk:
        case Overskrift():
            return _overskrift(blokk, bredde)
        case Linje(biter=biter):
            return _med_innrykk(
                Text().join(_bit_i_linje(bit, unicode=unicode) for bit in biter), bredde
            )
        case Stolpe():
            return _stolpe(blokk, min(_STOLPEBREDDE, bredde - 2), unicode=unicode)
        case Tabell():
            return _tabell(blokk, bredde, unicode=unicode)
        case Felter(par=par):
            return _felter(par, unicode=unicode)
        case Gren():
            tre = Tree(_tekst(blokk.bit, unicode=unicode), guide_style="dim")
            _heng_paa(tre, blokk, unicode=unicode)
            return tre


def _med_innrykk(tekst: Text, bredde: int) -> RenderableType:
    """Let what is folded of an indented line stand under its beginning."""
    innrykk = len(tekst.plain) - len(tekst.plain.lstrip(" "))
    return (
        Padding(tekst[innrykk:], (0, 0, 0, innrykk))
        if 0 < innrykk < bredde // 2 and tekst.plain.strip()
        else tekst
    )


def _bit_i_linje(bit: Bit, *, unicode: bool) -> Text:
    """A run inside a line keeps its spaces: source lines and carets stand in columns."""
    merke = MERKER.get(bit.merke)
    tegn = f"{merke.tegn if unicode else merke.ascii} " if merke else ""
    tekst = udelelig(trygg(bit.tekst.replace("\n", " ")))
    return Text(tegn + tekst, style=STILER[bit.stil])


def _overskrift(blokk: Overskrift, bredde: int) -> RenderableType:
    if blokk.niva > 1:
        return Padding(Text(enlinje(blokk.tekst), style="bold"), (1, 0, 0, 0))
    rad = Table.grid(expand=True)
    rad.add_column(ratio=1)
    rad.add_column(justify="right", no_wrap=len(blokk.hoyre) < bredde // 2)
    rad.add_row(Text(enlinje(blokk.tekst), style="bold"), Text(enlinje(blokk.hoyre), style="dim"))
    return rad


def _stolpe(blokk: Stolpe, bredde: int, *, unicode: bool) -> Text:
    totalt = sum(antall for _, antall in blokk.deler)
    stolpe, fra, brukt = Text(), 0, 0
    for tilstand, antall in blokk.deler:
        brukt += antall
        til = round(bredde * brukt / totalt) if totalt else 0
        stolpe.append(
            STOLPETEGN[tilstand][0 if unicode else 1] * (til - fra), style=STILER[tilstand.value]
        )
        fra = til
    return stolpe


def _trangt(blokk: Tabell, bredde: int) -> bool:
    """Whether the columns that do not wrap leave too little for those that do: then all may."""
    faste = [
        (
            max(
                [
                    len(kolonne.navn),
                    *(len(enlinje(rad[nr].tekst)) + 2 * bool(rad[nr].merke) for rad in blokk.rader),
                ]
            )
            if not kolonne.bredde
            else kolonne.bredde
        )
        for nr, kolonne in enumerate(blokk.kolonner)
        if not kolonne.fri
    ]
    frie = len(blokk.kolonner) - len(faste)
    return sum(faste) + frie * _SMALESTE_FRIE + 2 * len(blokk.kolonner) > bredde


def _tabell(blokk: Tabell, plass: int, *, unicode: bool) -> Table:
    smalt = plass < _SMALT or _trangt(blokk, plass)
    fast_bredde = not smalt and any(kolonne.bredde for kolonne in blokk.kolonner)
    med_hode = any(kolonne.navn for kolonne in blokk.kolonner)
    tabell = Table(
        box=None,
        padding=(0, 2, 0, 0),
        header_style="bold",
        show_header=med_hode,
        expand=fast_bredde,
        pad_edge=False,
    )
    for nr, kolonne in enumerate(blokk.kolonner):
        hel = _er_id(blokk, nr, plass)
        tabell.add_column(
            Text(kolonne.navn),
            ratio=1 if kolonne.fri else None,
            min_width=(
                _lengste(blokk, nr)
                if hel
                else None
                if smalt
                else kolonne.bredde or (_SMALESTE_FRIE if kolonne.fri else None)
            ),
            max_width=None if smalt or hel else kolonne.bredde or None,
            no_wrap=hel or not (kolonne.fri or kolonne.bredde or smalt),
            justify="right" if kolonne.tall else "left",
            overflow="fold",
        )
    for rad in blokk.rader:
        tabell.add_row(*(_tekst(celle, unicode=unicode) for celle in rad))
    return tabell


def _er_id(blokk: Tabell, nr: int, plass: int) -> bool:
    """Whether a column holds ids: one is never broken where half the room is enough for it."""
    return any(rad[nr].stil == "id" for rad in blokk.rader) and _lengste(blokk, nr) <= plass // 2


def _lengste(blokk: Tabell, nr: int) -> int:
    return max(len(enlinje(rad[nr].tekst)) + 2 * bool(rad[nr].merke) for rad in blokk.rader)


def _felter(par: tuple[tuple[str, Bit], ...], *, unicode: bool) -> Table:
    tabell = Table.grid(padding=(0, 3, 0, 0))
    tabell.add_column(no_wrap=True, style="bold")
    tabell.add_column(ratio=1, overflow="fold")
    for navn, bit in par:
        tabell.add_row(Text(navn), _tekst(bit, unicode=unicode))
    return tabell


def _heng_paa(tre: Tree, gren: Gren, *, unicode: bool) -> None:
    for under in gren.under:
        _heng_paa(tre.add(_tekst(under.bit, unicode=unicode)), under, unicode=unicode)
