"""``styring arshjul``."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, get_args

import typer

from styring.cli.arshjul.frister import TYPER
from styring.cli.arshjul.kalenderfil import IcsValg, skriv_kalender
from styring.cli.felles.alt_lest import krev_alt_lest
from styring.cli.felles.fellesvalg import Lesevalg, med_valg
from styring.cli.felles.valg import AarValg, SektorValg
from styring.cli.felles.verdier import velg_eller_ingen
from styring.modell.arshjul import Kategori
from styring.register.dekket import i_maalformen, paa_nynorsk
from styring.register.register import Register
from styring.sporring.arshjul.arshjul import Arshjulsvar, Hjulfilter, arshjul
from styring.sporring.felles.utvalg import enhetene
from styring.visning.arshjul import arshjul as visning

HjulSvgValg = Annotated[
    Path | None, typer.Option("--svg", metavar="FIL", help="Tegn hjulet som SVG.")
]
HjulPdfValg = Annotated[
    Path | None, typer.Option("--pdf", metavar="FIL", help="Tegn hjulet på ett ark.")
]
HjulPngValg = Annotated[
    Path | None, typer.Option("--png", metavar="FIL", help="Tegn hjulet som bilde.")
]
HJUL = ("overordnet", "detaljert")


@med_valg(Lesevalg)
def kommando(
    valg: Lesevalg,
    aar: AarValg = None,
    hjul: Annotated[
        str | None, typer.Option("--hjul", metavar="HJUL", help="overordnet eller detaljert.")
    ] = None,
    type_: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help="administrativ eller politisk.")
    ] = None,
    kategori: Annotated[
        str | None,
        typer.Option("--kategori", metavar="KATEGORI", help="Én kategori, for eksempel okonomi."),
    ] = None,
    sektor: SektorValg = None,
    svg: HjulSvgValg = None,
    pdf: HjulPdfValg = None,
    png: HjulPngValg = None,
    ics: IcsValg = None,
) -> int:
    """Årets aktiviteter, måned for måned, eller tegnet som et hjul.

    Det som ikke har oppgitt dag, står til slutt. Hjulet tegnes med ordene rundt når det er plass,
    ellers med nummer og liste.

    Eksempel: styring arshjul --aar 2023 --hjul overordnet --svg hjul.svg
    """
    hjulfilter = Hjulfilter(
        hjul=velg_eller_ingen(hjul, HJUL, "--hjul"),
        type_=velg_eller_ingen(type_, TYPER, "--type"),
        kategori=velg_eller_ingen(kategori, get_args(Kategori), "--kategori"),
    )
    koder = enhetene(valg.register, sektor)
    register = valg.register
    if ics or svg or pdf or png:
        krev_alt_lest(register)
        register = i_maalformen(register)
    svar = arshjul(register, aar or valg.dag.year, replace(hjulfilter, koder=koder))
    if ics:
        _kalender(register, svar, ics, valg.dag)
    filer = {form: fil for form, fil in (("svg", svg), ("pdf", pdf), ("png", png)) if fil}
    if filer:
        from styring.cli.arshjul.hjulfiler import tegn  # only where something is drawn

        return tegn(filer, svar, valg.dag, paa_nynorsk=paa_nynorsk(register))
    if ics:
        return 0
    return valg.skriv("arshjul", svar, visning)


def _kalender(register: Register, svar: Arshjulsvar, fil: Path, dag: date) -> None:
    from styring.sporring.arshjul.kalenderdager import fra_hjulet  # only where one is asked for

    dager = fra_hjulet(register, svar)
    navn = " ".join(("årshjul", str(svar.aar), *svar.utvalg))
    skriv_kalender(fil, navn, register, dager, dag)
