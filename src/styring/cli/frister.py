"""``styring frister``."""

import re
from typing import Annotated, get_args

import typer

from styring.cli import kjede
from styring.cli.utskrift import skriv_svar
from styring.cli.valg import DatoValg, FormatValg, ProsjektValg, SektorValg, dagen, velg_eller_ingen
from styring.feil import StyringFeil
from styring.modell.arshjul import Kategori
from styring.sporring.arshjul import Hjulfilter
from styring.sporring.frister import frister
from styring.visning import frister as visning

TYPER = ("administrativ", "politisk")
_LENGDER = {"d": 1, "u": 7, "m": 30}
_LENGST = 3660


def kommando(
    innen: Annotated[str, typer.Option("--innen", metavar="TID", help="Hvor langt fram: 60d, 8u eller 3m.")] = "60d",
    sektor: SektorValg = None,
    type_: Annotated[str | None, typer.Option("--type", metavar="TYPE", help="Bare aktiviteter som er administrativ eller politisk.")] = None,
    kategori: Annotated[str | None, typer.Option("--kategori", metavar="KATEGORI", help="Bare aktiviteter i én kategori, for eksempel okonomi.")] = None,
    dato: DatoValg = None,
    format_: FormatValg = "tekst",
    prosjekt: ProsjektValg = None,
) -> int:
    """Hva forfaller framover?

    Aktiviteter i årshjulet, oppdrag og oppgaver i én liste, uke for uke. Det som er forfalt, står først.

    Eksempel: styring frister --innen 8u --sektor OUS
    """
    valg = Hjulfilter(type_=velg_eller_ingen(type_, TYPER, "--type"), kategori=velg_eller_ingen(kategori, get_args(Kategori), "--kategori"))
    dager = antall_dager(innen)
    innlesing = kjede.les(prosjekt)
    svar = frister(innlesing.register, dagen(dato), dager, sektor, valg if type_ or kategori else None)
    return skriv_svar("frister", svar, visning, innlesing, format_)


def antall_dager(skrevet: str) -> int:
    """Read a length of time: 60d, 8u (weeks), 3m (months of 30 days); a bare number is days. Raises StyringFeil."""
    treff = re.fullmatch(r"([0-9]{1,4})([dum]?)", skrevet.strip().lower())
    dager = int(treff[1]) * _LENGDER[treff[2] or "d"] if treff else _LENGST + 1
    if dager > _LENGST:
        raise StyringFeil(f"«{skrevet}» går ikke an for --innen. Skriv for eksempel 60d, 8u eller 3m, høyst ti år.")
    return dager
