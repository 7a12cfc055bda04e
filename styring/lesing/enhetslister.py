"""A list of units from a file: one on each line, or a table with headings."""

import re

from styring.fag.enhetsliste import KOLONNER, SkrevenEnhet, skreven_enhet
from styring.fag.overskrifter import som_overskrift, treff
from styring.feil import StyringFeil
from styring.lesing.linjeliste import les_linjer
from styring.lesing.liste import les_liste

_MAA_HA = KOLONNER[:2]
_LANGT_NED = 40


def les_enhetsliste(fil: str, raa: bytes) -> tuple[list[SkrevenEnhet], list[str]]:
    """Read every row, and say what was not read of a table. Raises StyringFeil."""
    linjer = les_linjer(fil, raa)
    if not any(_er_hode(linje) for linje in linjer[:_LANGT_NED]):
        return [skreven_enhet(linje, f"{fil}:{nr}") for nr, linje in enumerate(linjer, 1)], []
    return _tabellen(fil, raa)


def _er_hode(linje: str) -> bool:
    """Whether a line has the headings that a table of units can't do without."""
    celler = [celle.strip('" ') for celle in re.split("[;,\t]", linje)]
    return treff(celler, _MAA_HA) == len(_MAA_HA)


def _tabellen(fil: str, raa: bytes) -> tuple[list[SkrevenEnhet], list[str]]:
    overskrifter = {som_overskrift(ett) for ett in les_liste(fil, raa, _MAA_HA).overskrifter}
    liste = les_liste(fil, raa, tuple(ett for ett in KOLONNER if ett in overskrifter))
    if liste.avslag:
        raise StyringFeil(f"«{fil}»: {liste.avslag[0][0].lower()}: {liste.avslag[0][1]}.")
    rader = []
    for rad in liste.rader:
        deler = {
            som_overskrift(navn): " ".join(str(verdi).split())
            for navn, verdi in rad.celler.items()
            if verdi is not None
        }
        skrevet = "; ".join(filter(None, (deler.get(navn, "") for navn in KOLONNER)))
        rader.append(SkrevenEnhet(f"{fil}, {rad.sted[0].lower()}{rad.sted[1:]}", skrevet, deler))
    return rader, [f"{fil}: {ett.tekst}" for ett in liste.merknader]
