"""``styring status``."""

from collections.abc import Callable
from datetime import date
from importlib import import_module
from typing import Annotated, Any, get_args

import typer

from styring.cli import kjede
from styring.cli.utskrift import skriv_svar
from styring.cli.valg import AarValg, DatoValg, FormatValg, ForValg, PerValg, ProsjektValg, SektorValg, VedValg, dagen_for, velg_eller_ingen
from styring.feil import StyringFeil
from styring.modell.vedtak import Vedtakstype

_UTSNITT = {"--bare-avvik": "avvik", "--delansvar": "delansvar", "--utsatt": "utsatte", "--vedtak": "vedtak", "--ikke-delegert": "udelegert"}


def kommando(
    sektor: SektorValg = None,
    aar: AarValg = None,
    bare_avvik: Annotated[bool, typer.Option("--bare-avvik", help="Det som ikke er i rute, med tiltak, og det noen trenger hjelp til.")] = False,  # noqa: FBT002  a flag
    delansvar: Annotated[bool, typer.Option("--delansvar", help="Hvem som venter på hvem.")] = False,  # noqa: FBT002  a flag
    utsatt: Annotated[bool, typer.Option("--utsatt", help="Frister som er flyttet: hvorfor, og hvem som godkjente.")] = False,  # noqa: FBT002  a flag
    vedtak: Annotated[bool, typer.Option("--vedtak", help="Åpne vedtak og verbalvedtak, og hvor de besvares.")] = False,  # noqa: FBT002  a flag
    ikke_delegert: Annotated[bool, typer.Option("--ikke-delegert", help="Oppdrag ingen under direktøren bærer.")] = False,  # noqa: FBT002  a flag
    type_: Annotated[str | None, typer.Option("--type", metavar="TYPE", help="Med --vedtak: vedtak, budsjettsak eller verbalvedtak.")] = None,
    dato: DatoValg = None,
    ved: VedValg = None,
    per: PerValg = None,
    format_: FormatValg = "tekst",
    for_: ForValg = None,
    prosjekt: ProsjektValg = None,
) -> int:
    """Hvor står oppdragene?

    Uten --sektor: én rad for hver enhet, og summen. Med --sektor: ett oppdrag på hver rad.

    Eksempel: styring status --sektor OUS
    """
    valgte = dict(zip(_UTSNITT, (bare_avvik, delansvar, utsatt, vedtak, ikke_delegert), strict=True))
    utsnitt = [valg for valg, valgt in valgte.items() if valgt]
    if len(utsnitt) > 1:
        raise StyringFeil(f"{utsnitt[0]} og {utsnitt[1]} kan ikke brukes sammen. Velg én av dem.")
    type_ = velg_eller_ingen(type_, get_args(Vedtakstype), "--type")
    if type_ and not vedtak:
        raise StyringFeil("--type hører til --vedtak. Skriv for eksempel «styring status --vedtak --type verbalvedtak».")
    modul = _UTSNITT[utsnitt[0]] if utsnitt else "status"
    sporsmal: Callable[..., Any] = getattr(import_module(f"styring.sporring.{modul}"), modul)
    dag: date = dagen_for(dato, per)
    innlesing = kjede.les(prosjekt, for_, ved, per)
    svar = sporsmal(innlesing.register, dag, sektor, type_ if vedtak else aar)
    return skriv_svar(modul, svar, import_module(f"styring.visning.{modul}"), innlesing, format_)
