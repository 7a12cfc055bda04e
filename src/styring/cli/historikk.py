"""``styring historikk``."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated

import typer

from styring.cli.livet import versjonene
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
    alle = _for_leseren(naa.register, utgaver.naa.register, versjonene(utgaver, hele, dag))
    svar = historikk(naa.register, funnet, alle, dag)
    return skriv_svar("historikk", svar, visning, replace(utgaver.naa, register=naa.register), format_)


def _for_leseren(naa: Register, hele: Register, utgaver: Iterable[Postutgave]) -> list[Postutgave]:
    """The versions as far as one reader may see them: not those in which the record was exempt; for the public only what is told in approved forms."""
    if naa.leser is Leser.LEDELSE:
        return list(utgaver)
    return [smal for utgave in utgaver if (smal := _smal(naa, hele, utgave)) is not None]


def _smal(naa: Register, hele: Register, utgave: Postutgave) -> Postutgave | None:
    """One version, without what the reader may not see now; ``hele`` tells what is hidden, and what it is called. None where the record was exempt."""
    verdi = utgave.verdi
    if verdi is not None:
        alene = (
            Register(oppdrag={utgave.id: Post(utgave.id, "", verdi)})
            if isinstance(verdi, Oppdrag)
            else Register(vedtak={utgave.id: Post(utgave.id, "", verdi)})
        )
        smalt = for_leser(alene, naa.leser, (hele,))
        post = smalt.oppdrag.get(utgave.id) or smalt.vedtak.get(utgave.id)
        if post is None:
            return None
        verdi = post.verdi
    godkjente = {(ett.periode, ett.enhet, ett.slag, ett.post): ett for alle in (naa.meldinger, naa.bidrag) for meldt in alle.values() for ett in meldt}
    meldt = tuple(godkjente[nokkel] for ett in utgave.meldinger if (nokkel := (ett.periode, ett.enhet, ett.slag, ett.post)) in godkjente)
    return utgave._replace(verdi=verdi, meldinger=meldt)
