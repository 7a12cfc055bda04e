"""``styring vedtak``."""

from typing import Annotated, get_args

import typer

from styring.cli.felles import innlasting
from styring.cli.felles.utskrift import skriv_svar
from styring.cli.felles.valg import (
    DatoValg,
    FormatValg,
    ForValg,
    PerValg,
    ProsjektValg,
    SektorValg,
    VedValg,
)
from styring.cli.felles.verdier import dagen_for, siste_dag, velg_eller_ingen
from styring.feil import StyringFeil
from styring.modell.vedtak import Vedtakstype
from styring.sporring.vedtak.vedtak import Vedtaksutvalg, vedtak
from styring.visning.vedtak import vedtak as visning


def kommando(
    apne: Annotated[
        bool,
        typer.Option("--apne", "--åpne", help="Bare dem organet ikke har avsluttet. Det vanlige."),
    ] = False,
    avsluttet: Annotated[
        bool,
        typer.Option("--avsluttet", help="Bare dem organet har avsluttet, og hva det ble av dem."),
    ] = False,
    organ: Annotated[
        str | None,
        typer.Option("--organ", metavar="KODE", help="Bare vedtak i ett organ, for eksempel KS."),
    ] = None,
    sektor: SektorValg = None,
    frist_innen: Annotated[
        str | None,
        typer.Option(
            "--frist-innen",
            metavar="TID",
            help="Bare dem med frist innen 60d, 8u, 3m eller en dato, og dem som er forfalt.",
        ),
    ] = None,
    type_: Annotated[
        str | None,
        typer.Option("--type", metavar="TYPE", help="vedtak, budsjettsak eller verbalvedtak."),
    ] = None,
    dato: DatoValg = None,
    ved: VedValg = None,
    per: PerValg = None,
    format_: FormatValg = "tekst",
    for_: ForValg = None,
    prosjekt: ProsjektValg = None,
) -> int:
    """Hvilke politiske vedtak er åpne, og hva ble det av de andre?

    De eldste først, med frist, og hvor de besvares eller følges opp. Et punkt med egen ansvarlig
    står for seg.

    Eksempel: styring vedtak --organ KS --frist-innen 3m
    """
    if avsluttet and (apne or frist_innen):
        raise StyringFeil(
            f"--avsluttet og {'--apne' if apne else '--frist-innen'} kan ikke brukes sammen. Velg"
            " én av dem."
        )
    dag = dagen_for(dato, per)
    utvalg = Vedtaksutvalg(
        sektor=sektor,
        type=velg_eller_ingen(type_, get_args(Vedtakstype), "--type"),
        organ=organ,
        frist_innen=siste_dag(frist_innen, dag, "--frist-innen") if frist_innen else None,
        avsluttet=avsluttet,
    )
    innlesing = innlasting.les(prosjekt, for_, ved, per, dag)
    return skriv_svar(
        "vedtak", vedtak(innlesing.register, dag, utvalg), visning, innlesing.register, format_
    )
