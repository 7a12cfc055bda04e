"""A list's sheets before anybody knows what its columns are: cells as text and days, and what can
be seen of each sheet beside them.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from styring.fag.norsk import heltall
from styring.fag.overskrifter import treff
from styring.feil import StyringFeil
from styring.lesing.arbeidsbok import Arkcelle, Regneark, les_arkene
from styring.lesing.arkmaal import Grense
from styring.lesing.csvliste import SKILLER, les_csv, tekst_av_liste
from styring.lesing.pakke import ForStor, Fremmed, Pakkefeil

_REGNEARK = (b"PK", b"\xd0\xcf\x11\xe0")
"""What xlsx begins with, and the old xls."""
LISTE = Grense(rader=20_000, kolonner=200)
HOVEDBOK = Grense(rader=200_000, kolonner=200)
"""A ledger has a row for each account of each ansvar."""
_TIL_OVERSKRIFTEN = 100
"""Rows, at most, above the headings."""
_SEP = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)


class Listeark(NamedTuple):
    """One sheet. ``ark`` is what the workbook says of it; None in a csv file."""

    navn: str
    rader: list[tuple[Arkcelle, ...]]
    ark: Regneark | None


def les_listearkene(
    fil: str, raa: bytes, sokte: Sequence[str], grense: Grense = LISTE
) -> list[Listeark]:
    """Read every sheet of a list; how a csv file parts its cells is judged by the headings that are
    looked for. Raises StyringFeil.
    """
    if raa.startswith(_REGNEARK):
        return [Listeark(ark.navn, ark.rader, ark) for ark in _fra_xlsx(fil, raa, grense)]
    return [Listeark("", _fra_csv(fil, raa, sokte, grense), None)]


def _fra_xlsx(fil: str, raa: bytes, grense: Grense) -> list[Regneark]:
    try:
        return les_arkene(raa, grense, verdier=True)
    except (ForStor, Fremmed) as feil:
        raise StyringFeil(
            f"«{fil}»: {feil}. Lagre bare listen i en ny fil, og del den opp hvis den er lang."
        ) from feil
    except Pakkefeil as feil:
        raise StyringFeil(f"«{fil}»: {feil}.") from feil


def _fra_csv(
    fil: str, raa: bytes, sokte: Sequence[str], grense: Grense
) -> list[tuple[Arkcelle, ...]]:
    tekst = tekst_av_liste(fil, raa)
    sep = _SEP.match(tekst)
    skille = sep[1] if sep and sep[1] in SKILLER else _skilletegnet(tekst, sokte)
    rader: list[tuple[Arkcelle, ...]] = [()] if sep else []
    for rad in les_csv(fil, tekst[sep.end() :] if sep else tekst, skille, forst=len(rader) + 1):
        rader.append(tuple(Arkcelle(celle, "s") for celle in rad))
        if len(rader) > grense.rader or len(rad) > grense.kolonner:
            raise StyringFeil(
                f"«{fil}» har mer enn {heltall(grense.rader)} rader eller {grense.kolonner}"
                " kolonner. Del listen opp."
            )
    return rader


def _skilletegnet(tekst: str, sokte: Sequence[str]) -> str:
    """The sign between the cells: the one by which a line has most of the headings, else the one
    that the widest of the first lines has most of.
    """
    linjer = tekst.split("\n", _TIL_OVERSKRIFTEN)[:_TIL_OVERSKRIFTEN]

    def passer(skille: str) -> tuple[int, int]:
        celler = [[celle.strip(' "\r') for celle in linje.split(skille)] for linje in linjer]
        return (
            max(treff(rad, sokte) for rad in celler),
            min(3, sum(len(rad) > 1 for rad in celler)) * max(map(len, celler)),
        )

    return max(SKILLER, key=passer)
