"""Blocks to Markdown that a forge renders and that reads well as text."""

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
from styring.visning.felles.trygg import markdown


def vis(side: Side) -> str:
    """Lay out a page as Markdown. Data adds no heading, row, link or element of its own."""
    deler = ["\n".join(_linjer(blokk)) for blokk in side]
    return "\n\n".join(del_ for del_ in deler if del_) + "\n"


def _linjer(blokk: Blokk) -> Iterator[str]:
    match blokk:
        case Overskrift(tekst=tekst, hoyre=hoyre, niva=niva):
            yield f"{'#' * niva} {markdown(tekst)}"
            if hoyre:
                yield ""
                yield f"*{markdown(hoyre)}*"
        case Linje(biter=biter):
            tekst = markdown("".join(bit.tekst for bit in biter))
            if tekst:
                yield _ikke_liste(tekst)
        case Stolpe():
            return
        case Tabell():
            yield from _tabell(blokk)
        case Felter(par=par):
            for navn, bit in par:
                yield f"- **{markdown(navn)}:** {markdown(bit.tekst)}"
        case Gren():
            yield from _grener(blokk, 0)


def _ikke_liste(tekst: str) -> str:
    """Keep a line that begins as a list would from becoming one."""
    forste = tekst.split(" ", 1)[0]
    if forste in ("-", "+") or (forste[-1:] in (".", ")") and forste[:-1].isdigit()):
        return f"{forste[:-1]}\\{forste[-1]}{tekst[len(forste) :]}"
    return f"\\{tekst}" if tekst.startswith(("---", "===", "+++")) else tekst


def _tabell(blokk: Tabell) -> Iterator[str]:
    yield "| " + " | ".join(markdown(kolonne.navn) or " " for kolonne in blokk.kolonner) + " |"
    yield "|" + "|".join(" ---: " if kolonne.tall else " --- " for kolonne in blokk.kolonner) + "|"
    for rad in blokk.rader:
        yield "| " + " | ".join(markdown(celle.tekst) for celle in rad) + " |"


def _grener(gren: Gren, dybde: int) -> Iterator[str]:
    yield f"{'  ' * dybde}- {_ikke_liste(markdown(gren.bit.tekst))}"
    for under in gren.under:
        yield from _grener(under, dybde + 1)
