"""``styring historikk``."""

from typing import Annotated

import typer

from styring.cli.felles import innlasting
from styring.cli.felles.utskrift import skriv_svar
from styring.cli.felles.valg import (
    DatoValg,
    FormatValg,
    ForValg,
    PerValg,
    ProsjektValg,
    VedValg,
    fullfor_id,
)
from styring.cli.felles.verdier import dagen_for
from styring.cli.tid.postens_versjoner import en_gang_unntatte, versjonene
from styring.cli.tid.versjonsord import Utgaver, for_leseren
from styring.feil import StyringFeil
from styring.modell.form import Leser
from styring.sporring.poster.id_er import finn_id
from styring.sporring.tid.historikk import historikk
from styring.sporring.tid.postversjoner import utgaver_for_leser
from styring.visning.tid import historikk as visning


def kommando(
    id_: Annotated[
        list[str],
        typer.Argument(
            metavar="ID",
            help="Et oppdrag eller et vedtak: OUS-01, 2023-OUS-01 eller «KS 54/22».",
            autocompletion=fullfor_id,
        ),
    ],
    dato: DatoValg = None,
    ved: VedValg = None,
    per: PerValg = None,
    format_: FormatValg = "tekst",
    for_: ForValg = None,
    prosjekt: ProsjektValg = None,
) -> int:
    """Et oppdrags eller vedtaks liv: hva som er endret, når, og hva som er meldt.

    Leses fra git, også fra før filen fikk nytt navn. Hvem som lagret endringen, er bare for
    ledelsen.

    Eksempel: styring historikk OUS-01
    """
    utgaver = Utgaver(prosjekt, ved, per)
    utgaver.git.krev_repo()
    if not (ved or per):
        innlasting.si_grunn(utgaver.git)
    dag = dagen_for(dato, per)
    [naa] = for_leseren(utgaver, [utgaver.som_de_ligger(dag)], for_, dag)
    funnet = finn_id(naa.register, " ".join(id_))
    post = naa.register.ansvarspost(funnet)
    hele = utgaver.naa.register.ansvarspost(funnet)
    if post is None or hele is None:
        raise StyringFeil(
            f"«{funnet}» er verken oppdrag eller vedtak. Historien til alt annet står i «git log»."
        )
    alle = versjonene(utgaver, hele, dag)
    if naa.register.leser is not Leser.LEDELSE:
        dom = utgaver.dommen([utgaver.naa.register])
        andre = (
            utgaver.naa.register,
            en_gang_unntatte(utgaver, naa.register),
            *(dom.registre if dom else ()),
        )
        alle = utgaver_for_leser(naa.register, andre, alle, dag)
    svar = historikk(naa.register, funnet, alle, dag)
    return skriv_svar("historikk", svar, visning, naa.register, format_)
