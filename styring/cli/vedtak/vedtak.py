"""``styring vedtak``."""

from typing import Annotated, get_args

import typer

from styring.cli.felles.fellesvalg import Lesevalg, med_valg
from styring.cli.felles.valg import SektorValg
from styring.cli.felles.verdier import siste_dag, velg_eller_ingen
from styring.feil import StyringFeil
from styring.modell.vedtak import Vedtakstype
from styring.sporring.vedtak.vedtak import Vedtaksutvalg, vedtak
from styring.visning.vedtak import vedtak as visning


@med_valg(Lesevalg)
def kommando(
    valg: Lesevalg,
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
        typer.Option(
            "--organ",
            metavar="KODE",
            help="Bare vedtak i ett organ, for eksempel KS: både åpne og avsluttede.",
        ),
    ] = None,
    budsjettsak: Annotated[
        str | None,
        typer.Option(
            "--budsjettsak",
            metavar="SAK",
            help="Verbalvedtakene i en budsjettsak: både åpne og avsluttede.",
        ),
    ] = None,
    fremmet_av: Annotated[
        str | None,
        typer.Option("--fremmet-av", metavar="PARTI", help="Bare dem et parti har fremmet."),
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
) -> int:
    """Hvilke politiske vedtak er åpne, og hva ble det av de andre?

    De eldste først, med frist, og hvor de besvares eller følges opp. Et punkt med egen ansvarlig
    står for seg. Med --organ eller --budsjettsak vises også de avsluttede.

    Eksempel: styring vedtak --organ KS --frist-innen 3m
    """
    if avsluttet and (apne or frist_innen):
        raise StyringFeil(
            f"--avsluttet og {'--apne' if apne else '--frist-innen'} kan ikke brukes sammen. Velg"
            " én av dem."
        )
    begge = bool(organ or budsjettsak) and not (apne or avsluttet or frist_innen)
    utvalg = Vedtaksutvalg(
        sektor=sektor,
        type=velg_eller_ingen(type_, get_args(Vedtakstype), "--type"),
        organ=organ,
        frist_innen=siste_dag(frist_innen, valg.dag, "--frist-innen") if frist_innen else None,
        fremmet_av=fremmet_av,
        budsjettsak=budsjettsak,
        apne=begge or not avsluttet,
        avsluttet=begge or avsluttet,
    )
    return valg.skriv("vedtak", vedtak(valg.register, valg.dag, utvalg), visning)
