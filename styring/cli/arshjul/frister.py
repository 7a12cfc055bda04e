"""``styring frister``."""

from typing import Annotated, get_args

import typer

from styring.cli.arshjul.kalenderfil import IcsValg, skriv_kalender
from styring.cli.felles.alt_lest import krev_alt_lest
from styring.cli.felles.fellesvalg import Lesevalg, med_valg
from styring.cli.felles.valg import SektorValg
from styring.cli.felles.verdier import ett_av_to, siste_dag, velg_eller_ingen
from styring.modell.arshjul import Kategori
from styring.register.dekket import i_maalformen
from styring.sporring.arshjul.arshjul import Hjulfilter
from styring.sporring.arshjul.frister import frister
from styring.visning.arshjul import frister as visning

TYPER = ("administrativ", "politisk")


@med_valg(Lesevalg)
def kommando(
    valg: Lesevalg,
    tid: Annotated[str | None, typer.Argument(metavar="TID", help="Det samme som --innen.")] = None,
    innen: Annotated[
        str | None,
        typer.Option(
            "--innen", metavar="TID", help="Hvor langt fram: 60d, 8u, 3m eller en dato. Ellers 60d."
        ),
    ] = None,
    sektor: SektorValg = None,
    type_: Annotated[
        str | None,
        typer.Option(
            "--type", metavar="TYPE", help="Bare administrative eller politiske aktiviteter."
        ),
    ] = None,
    kategori: Annotated[
        str | None,
        typer.Option(
            "--kategori",
            metavar="KATEGORI",
            help="Bare aktiviteter i én kategori, for eksempel okonomi.",
        ),
    ] = None,
    ics: IcsValg = None,
) -> int:
    """Hva forfaller framover?

    Aktiviteter i årshjulet, oppdrag, oppgaver, vedtak og hvert punkt i dem, tiltak, stegene i
    rapporteringen og det som er avtalt i styringsdialoger, i én liste, uke for uke. Det som er
    forfalt, står først.

    Eksempel: styring frister --innen 8u --sektor OUS
    """
    hjulfilter = Hjulfilter(
        type_=velg_eller_ingen(type_, TYPER, "--type"),
        kategori=velg_eller_ingen(kategori, get_args(Kategori), "--kategori"),
    )
    til = siste_dag(ett_av_to(tid, innen, "--innen") or "60d", valg.dag)
    bare = hjulfilter if type_ or kategori else None
    register = i_maalformen(valg.register) if ics else valg.register
    svar = frister(register, valg.dag, til, sektor, bare)
    if ics:
        from styring.sporring.arshjul.kalenderdager import fra_fristene  # only where one is asked

        navn = " ".join(("frister", *filter(None, (svar.enhet,)), *svar.utvalg))
        krev_alt_lest(register)
        dager = fra_fristene(register, svar)
        return skriv_kalender(ics, navn, register, dager, valg.dag)
    return valg.skriv("frister", svar, visning)
