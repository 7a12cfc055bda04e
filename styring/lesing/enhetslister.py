"""A list of units from a file: one on each line, or a table with headings."""

import re

from styring.fag.enhetsliste import KOLONNER, OVERSKRIFTER, SkrevenEnhet, skreven_enhet
from styring.fag.norsk import opplisting
from styring.fag.overskrifter import som_overskrift
from styring.feil import StyringFeil
from styring.lesing.linjeliste import les_linjer
from styring.lesing.liste import les_liste

_MAA_HA = KOLONNER[:2]
_LANGT_NED = 40


def les_enhetsliste(fil: str, raa: bytes) -> tuple[list[SkrevenEnhet], list[str]]:
    """Read every row, and say what was not read of a table. Raises StyringFeil."""
    linjer = les_linjer(fil, raa)
    for linje in linjer[:_LANGT_NED]:
        kolonner = _kolonnene(linje)
        if set(_MAA_HA) <= set(kolonner):
            return _tabellen(fil, raa, kolonner)
    return [skreven_enhet(linje, f"{fil}:{nr}") for nr, linje in enumerate(linjer, 1)], []


def _kolonnene(linje: str) -> dict[str, str]:
    """The headings on a line, as they are written, by what they are."""
    celler = [celle.strip('" ') for celle in re.split("[;,\t]", linje)]
    return {
        felt: celle
        for felt, ordene in OVERSKRIFTER.items()
        for celle in celler
        if som_overskrift(celle) in map(som_overskrift, ordene)
    }


def _tabellen(
    fil: str, raa: bytes, kolonner: dict[str, str]
) -> tuple[list[SkrevenEnhet], list[str]]:
    liste = les_liste(fil, raa, tuple(kolonner.values()))
    if liste.avslag:
        raise StyringFeil(f"«{fil}»: {liste.avslag[0][0].lower()}: {liste.avslag[0][1]}.")
    rader = []
    for rad in liste.rader:
        deler = {
            felt: " ".join(str(rad.celler[navn]).split())
            for felt, navn in kolonner.items()
            if rad.celler.get(navn) is not None
        }
        skrevet = "; ".join(filter(None, (deler.get(navn, "") for navn in KOLONNER)))
        rader.append(SkrevenEnhet(f"{fil}, {rad.sted[0].lower()}{rad.sted[1:]}", skrevet, deler))
    leses = f"; kolonnene som leses, er {opplisting(KOLONNER)}"
    return rader, [
        f"{fil}: {ett.tekst}{leses if ett.tekst.startswith('kolonnen') else ''}"
        for ett in liste.merknader
    ]
