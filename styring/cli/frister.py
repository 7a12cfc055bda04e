"""``styring frister``."""

import re
from datetime import date, timedelta
from typing import Annotated, get_args

import typer

from styring.cli import kjede
from styring.cli.utskrift import skriv_svar
from styring.cli.valg import DatoValg, FormatValg, ForValg, PerValg, ProsjektValg, SektorValg, VedValg, dagen, dagen_for, velg_eller_ingen
from styring.fag.kalender import kortdato, om_maneder
from styring.feil import StyringFeil
from styring.modell.arshjul import Kategori
from styring.sporring.arshjul import Hjulfilter
from styring.sporring.frister import frister
from styring.visning import frister as visning

TYPER = ("administrativ", "politisk")
_FLEST_MANEDER = 120


def kommando(
    innen: Annotated[str, typer.Option("--innen", metavar="TID", help="Hvor langt fram: 60d, 8u, 3m eller en dato.")] = "60d",
    sektor: SektorValg = None,
    type_: Annotated[str | None, typer.Option("--type", metavar="TYPE", help="Bare administrative eller politiske aktiviteter.")] = None,
    kategori: Annotated[str | None, typer.Option("--kategori", metavar="KATEGORI", help="Bare aktiviteter i én kategori, for eksempel okonomi.")] = None,
    dato: DatoValg = None,
    ved: VedValg = None,
    per: PerValg = None,
    format_: FormatValg = "tekst",
    for_: ForValg = None,
    prosjekt: ProsjektValg = None,
) -> int:
    """Hva forfaller framover?

    Aktiviteter i årshjulet, oppdrag, oppgaver, vedtak og det som er avtalt i styringsdialoger, i én liste, uke for uke. Det som er forfalt, står først.

    Eksempel: styring frister --innen 8u --sektor OUS
    """
    valg = Hjulfilter(type_=velg_eller_ingen(type_, TYPER, "--type"), kategori=velg_eller_ingen(kategori, get_args(Kategori), "--kategori"))
    fra = dagen_for(dato, per)
    til = siste_dag(innen, fra)
    innlesing = kjede.les(prosjekt, for_, ved, per)
    svar = frister(innlesing.register, fra, til, sektor, valg if type_ or kategori else None)
    return skriv_svar("frister", svar, visning, innlesing, format_)


def siste_dag(skrevet: str, fra: date) -> date:
    """Read how far ahead to look: 60d, 8u (weeks), 3m (months), a bare number of days, or a date. Raises StyringFeil."""
    treff = re.fullmatch(r"([0-9]{1,4})([dum]?)", skrevet.strip().lower())
    if treff is None:
        til = dagen(skrevet, "--innen", "60d, 8u, 3m eller 2023-12-31")
    elif treff[2] == "m":
        til = om_maneder(fra, min(int(treff[1]), _FLEST_MANEDER + 1))
    else:
        til = fra + timedelta(int(treff[1]) * (7 if treff[2] == "u" else 1))
    if not fra <= til <= om_maneder(fra, _FLEST_MANEDER):
        raise StyringFeil(f"«{skrevet}» kan ikke brukes med --innen: se høyst ti år fram, og ikke bakover fra {kortdato(fra)}.")
    return til
