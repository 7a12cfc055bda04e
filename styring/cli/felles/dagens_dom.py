"""What an earlier version is judged by: the files as they lie, and of what is gone, the last
version that had it.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from styring.feil import StyringFeil
from styring.prosjekt.git import Git
from styring.prosjekt.gittre import Bloblager, Gittre
from styring.prosjekt.historie import historien
from styring.prosjekt.tre import Arbeidstre
from styring.register.dom import Dom
from styring.register.felter import lukkethet
from styring.register.post import Post
from styring.register.register import Register
from styring.register.samling import samle
from styring.register.typer import alle, id_av, kan_unntas, type_for


def dommen(
    naa: Register, den_gang: Iterable[Register], git: Git, lager: Bloblager | None = None
) -> Dom:
    """Find what tells who may read the records of some earlier versions.

    Looks back in git only for those that are gone.
    """
    borte = _borte(naa, den_gang)
    poster: dict[str, list[Post[Any]]] = {}
    for fil, post in _som_de_var_sist(naa, borte, git, lager or Bloblager(git)) if borte else ():
        type_ = type_for(fil)
        if type_:
            poster.setdefault(type_.navn, []).append(post)
    return Dom(naa, samle(poster))


def periodens_dom(hele: Register, godkjent: Register, rot: Path, tidligere: Gittre | None) -> Dom:
    """What an approved period is judged by.

    Without git, what is gone is judged by what was approved; with it, what history doesn't know is
    hidden.
    """
    if tidligere:
        return dommen(les_naa(tidligere.git), [hele, godkjent], tidligere.git)
    borte = set(_borte(hele, [godkjent]).values())
    git = _repoet(rot) if borte else None
    if git:
        return dommen(hele, [godkjent], git)
    poster = {
        type_.navn: [
            post for post in godkjent.poster.get(type_.navn, {}).values() if post.id in borte
        ]
        for type_ in alle()
        if kan_unntas(type_)
    }
    return Dom(hele, samle(poster))


def _repoet(rot: Path) -> Git | None:
    """The repository that a project lies in; None where there is none with a commit, or no git."""
    try:
        git = Git(rot)
        git.krev_repo()
    except StyringFeil:
        return None
    return git


def les_naa(git: Git) -> Register:
    """The data as they lie on disk."""
    from styring.lesing.innlesing import les_inn  # where something is read

    return les_inn(Arbeidstre(git.rot)).register


def _borte(naa: Register, den_gang: Iterable[Register]) -> dict[str, str]:
    """The records that are not among today's under any name, by their files."""
    kjente = Dom(naa, Register()).kjente | set(naa.uleste_id_er)
    return {
        post.fil: post.id
        for register in den_gang
        for post in register.unntakbare()
        if post.id not in kjente
    }


def _som_de_var_sist(
    naa: Register, borte: dict[str, str], git: Git, lager: Bloblager
) -> Iterator[tuple[str, Post[Any]]]:
    """Each record that is gone, as it was last or as the file is that it became; nothing of one
    that history doesn't know, or nobody can read.
    """
    sist, ble, slettet = _siste_innhold(git)
    ny_lukket = any(lukkethet(post.verdi) and post.fil not in sist for post in naa.unntakbare())
    blir = {fil: ble.get(fil, fil) for fil in borte}
    lager.hent_smaa(sorted({sist[ny] for ny in blir.values() if ny in sist}))
    naavaerende = {post.fil: post for post in naa.unntakbare()}
    tatt_over: set[str] = set()
    gamle = sist.keys() - naavaerende.keys() - set(naa.uleste)
    for arving in _som_het_noe_annet(gamle, sist, lager):
        yield arving.fil, arving
        if lukkethet(arving.verdi) or (ny_lukket and arving.fil not in slettet):
            tatt_over.add(arving.verdi.tidligere_id)
    for fil, ny in blir.items():
        if borte[fil] in tatt_over:
            continue
        post = naavaerende.get(ny)
        # What is gone from the disk alone may be what is new there and not for all, under another
        # name: nobody has said.
        i_tvil = ny not in slettet and ny_lukket
        if post is None and ny in sist and ny not in naa.uleste and not i_tvil:
            post = _lest(ny, lager.gi(sist[ny]))
        if post:
            yield fil, post._replace(id=borte[fil], fil=fil)


def _som_het_noe_annet(
    filer: Iterable[str], sist: dict[str, str], lager: Bloblager
) -> Iterator[Post[Any]]:
    """Of files that are gone, each record that said what it was called before: as it was last."""
    borte = sorted(filer)
    lager.hent_smaa(sorted({sist[fil] for fil in borte}))
    for fil in borte:
        raa = lager.gi(sist[fil])
        post = _lest(fil, raa) if b"tidligere_id" in raa else None
        if post and getattr(post.verdi, "tidligere_id", None):
            yield post


def _siste_innhold(git: Git) -> tuple[dict[str, str], dict[str, str], set[str]]:
    """The last content of each file by its id in git, where each that was moved ended, and those
    that are gone in the last commit too.
    """
    sist: dict[str, str] = {}
    ble: dict[str, str] = {}
    slettet: set[str] = set()
    for innsjekking in historien(git, _stier(), "HEAD", alle_foreldre=True):
        for endring in innsjekking.filer:
            if endring.foer and endring.foer != endring.sti and endring.foer not in sist:
                ble.setdefault(endring.foer, ble.get(endring.sti, endring.sti))
            if endring.blob:
                sist.setdefault(endring.sti, endring.blob)
            elif endring.sti not in sist:
                slettet.add(endring.sti)
    return sist, ble, slettet


def _stier() -> list[str]:
    """The folders of the records that may be exempt."""
    return [type_.sted.partition("<")[0].rstrip("/") for type_ in alle() if kan_unntas(type_)]


def _lest(fil: str, raa: bytes) -> Post[Any] | None:
    from styring.lesing.postlesing import les_post  # where something is read

    type_ = type_for(fil)
    lest = les_post(fil, type_, raa) if type_ else None
    return (
        Post(id_av(type_, fil), fil, lest.post.verdi)
        if lest and type_ and lest.hel and lest.post
        else None
    )
