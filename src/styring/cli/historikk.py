"""``styring historikk``."""

from dataclasses import replace
from datetime import date
from typing import Annotated

import typer

from styring.cli.livet import en_gang_unntatte, versjonene
from styring.cli.utgaver import Utgaver, for_leseren
from styring.cli.utskrift import skriv_svar
from styring.cli.valg import DatoValg, FormatValg, ForValg, PerValg, ProsjektValg, VedValg, dagen_for
from styring.feil import StyringFeil
from styring.modell.form import Leser
from styring.modell.oppdrag import Oppdrag
from styring.register.leser import for_leser
from styring.register.register import Post, Register
from styring.sporring.historikk import Postutgave, historikk
from styring.sporring.id_er import finn_id
from styring.visning import historikk as visning


def _fullfor(incomplete: str) -> list[tuple[str, str]]:
    from styring.cli.forslag import id_er

    return id_er(incomplete)


def kommando(
    id_: Annotated[list[str], typer.Argument(metavar="ID", help="Et oppdrag eller et vedtak: OUS-01, 2023-OUS-01 eller «KS 54/22».", autocompletion=_fullfor)],
    dato: DatoValg = None,
    ved: VedValg = None,
    per: PerValg = None,
    format_: FormatValg = "tekst",
    for_: ForValg = None,
    prosjekt: ProsjektValg = None,
) -> int:
    """Et oppdrags eller vedtaks liv: hva som er endret, når, og hva som er meldt.

    Leses fra git, også fra før filen fikk nytt navn. Hvem som lagret endringen, er bare for ledelsen.

    Eksempel: styring historikk OUS-01
    """
    utgaver = Utgaver(prosjekt, ved, per)
    utgaver.git.krev_repo()
    dag = dagen_for(dato, per)
    [naa] = for_leseren([utgaver.som_de_ligger(dag)], for_)
    funnet = finn_id(naa.register, " ".join(id_))
    post = naa.register.oppdrag.get(funnet) or naa.register.vedtak.get(funnet)
    if post is None:
        raise StyringFeil(f"«{funnet}» er verken oppdrag eller vedtak. Historien til alt annet står i «git log».")
    hele = utgaver.naa.register.oppdrag.get(funnet) or utgaver.naa.register.vedtak[funnet]
    alle = _for_leseren(naa.register, utgaver, versjonene(utgaver, hele, dag), dag)
    svar = historikk(naa.register, funnet, alle, dag)
    return skriv_svar("historikk", svar, visning, replace(utgaver.naa, register=naa.register), format_)


def _for_leseren(naa: Register, utgaver: Utgaver, alle: list[Postutgave], til: date) -> list[Postutgave]:
    """The versions as far as one reader may see them: not those in which the record was exempt, and what was told from the day it could be known."""
    if naa.leser is Leser.LEDELSE:
        return alle
    andre = (utgaver.naa.register, en_gang_unntatte(utgaver, naa))
    smale = [smal for utgave in alle if (smal := _smal(naa, andre, utgave)) is not None]
    id_er = {utgave.id for utgave in alle}
    meldt = sorted(
        (ett for meldinger in (naa.meldinger, naa.bidrag) for alle_ in meldinger.values() for ett in alle_ if ett.fra and ett.post.partition("/")[0] in id_er),
        key=lambda ett: (ett.fra or date.max, ett.periode),
    )
    dager = sorted({ett.fra for ett in meldt if ett.fra} - {utgave.dag for utgave in smale})
    for dag in dager:
        foer = [utgave for utgave in smale if utgave.dag < dag]
        if foer and dag <= til:
            smale.insert(len(foer), foer[-1]._replace(dag=dag, commit=None, forfatter="", forste=False))
    return [utgave._replace(meldinger=tuple(ett for ett in meldt if ett.fra and ett.fra <= utgave.dag)) for utgave in smale]


def _smal(naa: Register, andre: tuple[Register, ...], utgave: Postutgave) -> Postutgave | None:
    """One version, without what the reader may not see; ``andre`` tell what is hidden, and what it is called. None where the record was exempt."""
    verdi = utgave.verdi
    if verdi is None:
        return utgave
    if isinstance(verdi, Oppdrag):
        alene = Register(oppdrag={utgave.id: Post(utgave.id, "", verdi)})
    else:
        alene = Register(vedtak={utgave.id: Post(utgave.id, "", verdi)})
    smalt = for_leser(alene, naa.leser, andre)
    funnet = smalt.oppdrag.get(utgave.id) or smalt.vedtak.get(utgave.id)
    return utgave._replace(verdi=funnet.verdi) if funnet else None
