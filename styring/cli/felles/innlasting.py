"""The one chain that every command begins with: find the project, read it, and for a check: rules
and places.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from styring.cli.felles.verdier import dagen, i_dag, velg
from styring.fag.kalender import langdato
from styring.fag.norsk import antall
from styring.feil import StyringFeil
from styring.funn import Funn, Treff
from styring.modell.form import Leser
from styring.prosjekt.filer import er_nakent_repo
from styring.prosjekt.tre import Arbeidstre, Tre, finn_rot

if TYPE_CHECKING:
    from styring.lesing.innlesing import Husk, Innlesing
    from styring.prosjekt.git import Git
    from styring.prosjekt.gittre import Gittre
    from styring.register.dom import Dom
    from styring.register.register import Register
    from styring.regler.regel import Regel


_LEST: "Husk" = {}
"""What this process has read, by path and content. A command that writes, reads the files again as
they would be: most of them are the same, and are not interpreted twice.
"""
_FLEST_LESTE = 100_000


def arbeidstreet(prosjekt: Path | None) -> Arbeidstre:
    """Find the project from the folder given, or from the current one. Raises StyringFeil."""
    return Arbeidstre(finn_rot(_mappen(prosjekt)))


def _mappen(prosjekt: Path | None) -> Path:
    start = prosjekt or Path()
    try:
        return start.resolve(strict=True)
    except OSError as feil:
        raise StyringFeil(
            f"finner ikke mappen «{start}». Se etter en skrivefeil i --prosjekt."
        ) from feil


def treet(
    prosjekt: Path | None, ved: str | None = None, per: str | None = None
) -> "Arbeidstre | Gittre":
    """Find the data: as they lie in the project, or as they were in a version or at the end of a
    day. In a repository without files they are those of the last version. Raises StyringFeil.
    """
    mappe = _mappen(prosjekt)
    nakent = er_nakent_repo(mappe)
    if not nakent:
        tre = arbeidstreet(prosjekt)
        if ved is None and per is None:
            return tre
        mappe = tre.rot
    from styring.prosjekt.git import Git  # most questions are of the data as they are
    from styring.prosjekt.gittre import Gittre
    from styring.prosjekt.versjon import per_dag, ved_ref

    git = Git(mappe)
    versjon = (
        per_dag(git, dagen(per, "--per"), "HEAD" if ved is None else ved)
        if per
        else ved_ref(git, "HEAD" if ved is None else ved)
    )
    sys.stderr.write(
        f"Dataene slik de var {langdato(versjon.dag)}, i versjonen {versjon.commit[:10]}.\n"
    )
    si_grunn(git)
    return Gittre(git, versjon)


def si_grunn(git: "Git") -> None:
    """Tell that the clone lacks the older part of its history: what is asked of the past may be
    answered with less than there is.
    """
    if grunn := git.hvis_grunn():
        hele = " klonen er grunn, så eldre historikk mangler;"
        sys.stderr.write(f"styring:{grunn.replace(' Klonen er grunn;', hele)}\n")


def les(
    prosjekt: Path | None,
    for_: str | None = None,
    ved: str | None = None,
    per: str | None = None,
    dag: date | None = None,
) -> "Innlesing":
    """Read the project's data, as far as one reader may see it on a day; all of it when none is
    named. Raises StyringFeil.
    """
    tre = treet(prosjekt, ved, per)
    return smalnet(les_inn(tre), for_, tre if not isinstance(tre, Arbeidstre) else None, dag)


def les_inn(tre: Tre) -> "Innlesing":
    """Read every file of a tree.

    The reader, and the libraries it brings, are loaded when something is to be read: help and usage
    need none.
    """
    from styring.lesing.innlesing import les_inn as les

    if len(_LEST) > _FLEST_LESTE:
        _LEST.clear()
    return les(tre, _LEST)


def smalnet(
    innlesing: "Innlesing",
    for_: str | None,
    tidligere: "Gittre | None" = None,
    dag: date | None = None,
) -> "Innlesing":
    """What was read, as far as one reader may see it on a day; today when none is given.

    Raises StyringFeil.
    """
    leser = leseren(for_)
    if leser is Leser.LEDELSE:
        return innlesing
    from styring.register.leser import for_leser  # most answers are for the leadership

    dom = _dommen(innlesing.register, tidligere) if tidligere else None
    register = for_leser(innlesing.register, leser, dom=dom, dag=dag or i_dag())
    si_unntatt_siden(register.unntatt_siden)
    return replace(innlesing, register=register)


def si_unntatt_siden(saker: int) -> None:
    """Tell how many records of an earlier version are left out because they are exempt now."""
    if saker:
        sys.stderr.write(f"styring: {antall(saker, 'sak')} er unntatt siden, og er ikke med.\n")


def _dommen(den_gang: "Register", tre: "Gittre") -> "Dom":
    """What an earlier version is judged by."""
    # only for earlier versions, and others than the leadership
    from styring.cli.felles.dagens_dom import dommen, les_naa

    return dommen(les_naa(tre.git), [den_gang], tre.git)


def leseren(for_: str | None) -> Leser:
    """Read whom an answer is for; the leadership when nobody is named. Raises StyringFeil."""
    return (
        Leser(velg(for_, [leser.value for leser in Leser], "--for"))
        if for_ is not None
        else Leser.LEDELSE
    )


def kontroller(
    tre: Tre,
    velges: "Callable[[Regel], bool] | None" = None,
    vises: Callable[[Treff], bool] | None = None,
    sist: "Callable[[], Register] | None" = None,
) -> "tuple[Innlesing, list[Funn]]":
    """Read the data, run the rules, and find the place of all they hit; of the rules that are
    chosen and the hits that are to be shown, where that is said.

    ``sist`` gives the last version stored, where the data are to be held against it.
    """
    from styring.regler.katalog import REGLER  # questions need no rules
    from styring.regler.kjoring import kjor_regler

    innlesing = les_inn(tre)
    regler = {regel.kode: regel for regel in REGLER}
    alle = (*innlesing.treff, *kjor_regler(innlesing.regelregister, velges, sist))
    treff = [
        ett
        for ett in alle
        if (velges is None or velges(regler[ett.kode])) and (vises is None or vises(ett))
    ]
    if not treff:
        return innlesing, []
    from styring.lesing.steder import Regelmerke, finn_steder  # only where something is found

    offentlige = (
        innlesing.regelregister.offentlige if innlesing.regelregister.har_unntatte else None
    )
    return innlesing, finn_steder(
        tre,
        treff,
        lambda kode: Regelmerke(
            regler[kode].alvor, regler[kode].avsnitt["Kilde"], regler[kode].krav
        ),
        offentlige,
    )
