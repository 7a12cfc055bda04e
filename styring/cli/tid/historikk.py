"""``styring historikk``."""

from datetime import date
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
from styring.cli.tid.postens_versjoner import en_gang_unntatte, filens_versjoner, versjonene
from styring.cli.tid.versjonsord import Utgaver, for_leseren
from styring.feil import StyringFeil
from styring.modell.form import Leser
from styring.register.register import Register
from styring.sporring.poster.id_er import finn_id
from styring.sporring.tid.filplass import plassen_i_filen
from styring.sporring.tid.historikk import Historikksvar, filens_historikk, historikk
from styring.sporring.tid.postversjoner import smal_utgave, utgaver_for_leser
from styring.visning.tid import historikk as visning


def kommando(
    id_: Annotated[
        list[str],
        typer.Argument(
            metavar="ID",
            help="OUS-01, «KS 54/22», TF-1.1, 2024-budsjett, 2024-03/OUS eller et tiltak: SKO-1.",
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
    """Livet til et oppdrag, et vedtak, et mål eller en annen fil: hva som er endret, når, og hva
    som er meldt.

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
        svar = _av_filen(utgaver, naa.register, funnet, dag)
        return skriv_svar("historikk", svar, visning, naa.register, format_)
    alle = versjonene(utgaver, hele, dag)
    if naa.register.leser is not Leser.LEDELSE:
        alle = utgaver_for_leser(naa.register, _andre(utgaver, naa.register), alle, dag)
    svar = historikk(naa.register, funnet, alle, dag)
    return skriv_svar("historikk", svar, visning, naa.register, format_)


def _andre(utgaver: Utgaver, naa: Register) -> tuple[Register, ...]:
    """What tells another than the leadership what is hidden, and what it is called."""
    dom = utgaver.dommen([utgaver.naa.register])
    return (utgaver.naa.register, en_gang_unntatte(utgaver, naa), *(dom.registre if dom else ()))


def _av_filen(utgaver: Utgaver, naa: Register, funnet: str, dag: date) -> Historikksvar:
    """The life of a record that is a file by itself, or of a measure in the year's list."""
    plass = plassen_i_filen(naa, utgaver.naa.register, funnet)
    if plass is None:
        raise StyringFeil(
            f"historien til «{funnet}» står sammen med annet i én fil. Se den med «git log»."
        )
    alle = filens_versjoner(utgaver, plass.post, dag)
    if naa.leser is not Leser.LEDELSE:
        andre = _andre(utgaver, naa)
        smale = (smal_utgave(naa, andre, utgave, plass.type) for utgave in alle)
        alle = [utgave for utgave in smale if utgave is not None]
    return filens_historikk(
        naa, funnet, plass.tittel, [plass.utsnitt(utgave) for utgave in alle], dag
    )
