"""One sheet of a month's workbook: its rows by heading, and every cell that belongs to none."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from styring.fag.maanedsbok import MAA_HA, MAANEDSARKENE
from styring.fag.norsk import opplisting
from styring.fag.nynorsk import gjenkjent
from styring.lesing.arbeidsbok import Arkcelle, Regneark
from styring.lesing.cellenavn import kolonnenavn, plassen
from styring.lesing.regneark import ren_tekst


class Lestark(NamedTuple):
    """The rows below the headings with their numbers, by heading; what stops the sheet, and what
    was not read of it.
    """

    rader: tuple[tuple[int, Mapping[str, Arkcelle]], ...]
    feil: tuple[str, ...]
    ulest: tuple[str, ...]


def les_maanedsark(ark: Regneark) -> Lestark:
    """Find the headings, and read the rows below them."""
    hode = _hodet(ark)
    if hode is None:
        navnene = opplisting(f"«{ett}»" for ett in MAA_HA[ark.navn])
        return Lestark((), (f"arket «{ark.navn}» har ingen rad med {navnene}",), ())
    overskrifter = _overskriftene(ark.navn, ark.rader[hode])
    ventet = [kolonne.overskrift for kolonne in MAANEDSARKENE[ark.navn]]
    doble = sorted(
        {navn for navn in overskrifter if navn in ventet and overskrifter.count(navn) > 1}
    )
    borte = [navn for navn in ventet if navn not in overskrifter]
    feil = [f"arket «{ark.navn}» har flere kolonner som heter «{navn}»" for navn in doble]
    if borte:
        feil.append(
            f"arket «{ark.navn}» mangler {opplisting(f'«{navn}»' for navn in borte)}; skriv"
            " overskriftene slik de var"
        )
    if feil:
        return Lestark((), tuple(feil), ())
    kolonner = {plass: navn for plass, navn in enumerate(overskrifter) if navn in ventet}
    rader = tuple(
        (nr + 1, {navn: rad[plass] for plass, navn in kolonner.items()})
        for nr, rad in enumerate(ark.rader)
        if nr > hode and any(ren_tekst(rad[plass].verdi) for plass in kolonner)
    )
    return Lestark(rader, tuple(_uten_verdi(ark, hode)), tuple(_utenfor(ark, hode, set(kolonner))))


def _hodet(ark: Regneark) -> int | None:
    for nr, rad in enumerate(ark.rader):
        if set(MAA_HA[ark.navn]) <= set(_overskriftene(ark.navn, rad)):
            return nr
    return None


def _overskriftene(ark: str, rad: tuple[Arkcelle, ...]) -> list[str]:
    """What stands in a row, our own headings as they are in bokmål."""
    ventet = tuple(kolonne.overskrift for kolonne in MAANEDSARKENE[ark])
    tekster = (ren_tekst(celle.verdi) for celle in rad)
    return [gjenkjent(tekst, ventet) or tekst for tekst in tekster]


def _uten_verdi(ark: Regneark, hode: int) -> Iterator[str]:
    """Formulas that have not been worked out, and cells that hold an error."""
    for sted in ark.uten_verdi:
        if plassen(sted)[1] > hode + 1:
            yield (
                f"«{ark.navn}», celle {sted} har en formel uten verdi; åpne arket i Excel, og"
                " lagre det på nytt"
            )
    for nr, rad in enumerate(ark.rader[hode + 1 :], hode + 2):
        for plass, celle in enumerate(rad, 1):
            if celle.slag == "e":
                yield f"«{ark.navn}», celle {kolonnenavn(plass)}{nr} har feilen {celle.verdi}"


def _utenfor(ark: Regneark, hode: int, kolonner: set[int]) -> Iterator[str]:
    """Every cell with something in it below the headings, in a column that is none of ours."""
    celler = [
        f"{kolonnenavn(plass + 1)}{nr}"
        for nr, rad in enumerate(ark.rader[hode + 1 :], hode + 2)
        for plass, celle in enumerate(rad)
        if plass not in kolonner and ren_tekst(celle.verdi)
    ]
    if celler:
        flere = " og flere" if celler[10:] else ""
        yield f"«{ark.navn}»: det som står i {opplisting(celler[:10])}{flere}, er ikke lest"
