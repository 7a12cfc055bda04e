"""Blocks to plain lines, for a pipe or a file: one record a line, columns apart by TAB, no colour,
no width.
"""

from collections.abc import Iterator

from styring.visning.felles.blokker import (
    Blokk,
    Felter,
    Gren,
    Linje,
    Overskrift,
    Side,
    Stolpe,
    Tabell,
)
from styring.visning.felles.trygg import enlinje, trygg


def vis(side: Side) -> str:
    """Lay out a page as lines. Words stand for themselves; signs and bars are left out."""
    return "".join(f"{linje}\n" for blokk in side for linje in _linjer(blokk))


def _linjer(blokk: Blokk) -> Iterator[str]:
    match blokk:
        case Overskrift(tekst=tekst, hoyre=hoyre):
            yield _rad(tekst, hoyre)
        case Linje(biter=biter):
            tekst = "".join(bit.tekst for bit in biter)
            if tekst.strip():
                yield trygg(tekst.replace("\n", " ")).rstrip()
        case Stolpe():
            return
        case Tabell():
            yield from _tabell(blokk)
        case Felter(par=par):
            for navn, bit in par:
                yield _rad(navn, bit.tekst)
        case Gren():
            yield from _grener(blokk, 0)


def _tabell(blokk: Tabell) -> Iterator[str]:
    if any(kolonne.navn for kolonne in blokk.kolonner):
        yield "\t".join(kolonne.navn for kolonne in blokk.kolonner)
    for rad in blokk.rader:
        yield "\t".join(enlinje(celle.tekst) for celle in rad)


def _rad(*celler: str) -> str:
    return "\t".join(enlinje(celle) for celle in celler if celle)


def _grener(gren: Gren, dybde: int) -> Iterator[str]:
    yield "  " * dybde + enlinje(gren.bit.tekst)
    for under in gren.under:
        yield from _grener(under, dybde + 1)
