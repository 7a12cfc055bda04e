"""What an earlier version is judged by: the files as they lie, and of what is gone, the last
version that had it.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from styring.feil import StyringFeil
from styring.prosjekt.filer import er_nakent_repo
from styring.prosjekt.git import Git
from styring.prosjekt.gittre import Bloblager, Gittre
from styring.prosjekt.historie import historien
from styring.prosjekt.tre import Arbeidstre
from styring.prosjekt.versjon import ved_ref
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


def treet_naa(rot: Path) -> Arbeidstre | Gittre:
    """The data as they lie on disk; of the last version where the repository has no files."""
    if er_nakent_repo(rot):
        git = Git(rot)
        return Gittre(git, ved_ref(git, "HEAD"))
    return Arbeidstre(rot)


def les_naa(git: Git) -> Register:
    """Read the data as they are now."""
    from styring.lesing.innlesing import les_inn  # where something is read

    return les_inn(treet_naa(git.rot)).register


def _borte(naa: Register, den_gang: Iterable[Register]) -> dict[str, str]:
    """The records that are not among today's under any name, by their files."""
    kjente = Dom(naa, Register()).kjente | set(naa.uleste_id_er)
    return {
        post.fil: post.id
        for register in den_gang
        for post in register.unntakbare()
        if post.id not in kjente
    }


class _Endelikt(NamedTuple):
    """What became of each file: the records as they lie, the last content of each file in git, what
    each that was moved became, and what is gone in the last commit too.

    ``ny_lukket``: something lies there that is new, and not for all, or can't be read.
    """

    naavaerende: dict[str, Post[Any]]
    uleste: frozenset[str]
    sist: dict[str, str]
    ble: dict[str, str]
    slettet: set[str]
    ny_lukket: bool
    lager: Bloblager

    def av(self, fil: str) -> Post[Any] | None:
        """The record that a file became, or was last; None where nobody can tell."""
        ny = self.ble.get(fil, fil)
        if ny in self.naavaerende:
            return self.naavaerende[ny]
        # What is gone from the disk alone may be what is new there and not for all, under another
        # name: nobody has said.
        i_tvil = ny not in self.slettet and self.ny_lukket
        if ny not in self.sist or ny in self.uleste or i_tvil:
            return None
        return _lest(ny, self.lager.gi(self.sist[ny]))


def _som_de_var_sist(
    naa: Register, borte: dict[str, str], git: Git, lager: Bloblager
) -> Iterator[tuple[str, Post[Any]]]:
    """Each record that is gone, as it was last or as the file is that it became; nothing of one
    that history doesn't know, or nobody can read.
    """
    sist, ble, slettet = _siste_innhold(git)
    poster = {post.fil: post for post in naa.unntakbare()}
    nye = (post for fil, post in poster.items() if fil not in sist)
    ny_lukket = any(lukkethet(post.verdi) for post in nye) or any(
        fil not in sist and (type_ := type_for(fil)) and kan_unntas(type_) for fil in naa.uleste
    )
    endelikt = _Endelikt(poster, frozenset(naa.uleste), sist, ble, slettet, ny_lukket, lager)
    gamle = sorted(sist.keys() - poster.keys() - endelikt.uleste)
    blir = {ble.get(fil, fil) for fil in (*borte, *gamle)}
    lager.hent_smaa(sorted({sist[fil] for fil in (*gamle, *blir) if fil in sist}))
    overtatt = _overtatt_av_lukkede(endelikt, gamle)
    for fil, id_ in borte.items():
        post = None if id_ in overtatt else endelikt.av(fil)
        if post:
            yield fil, post._replace(id=id_, fil=fil)


def _overtatt_av_lukkede(endelikt: _Endelikt, gamle: Iterable[str]) -> set[str]:
    """What some record that is gone was called before, where that is not for all, or nobody can
    tell: however many names lie between.
    """
    arvinger = list(_som_het_noe_annet(gamle, endelikt))
    poster = endelikt.naavaerende.values()
    navn = {getattr(post.verdi, "tidligere_id", None) for post in poster if lukkethet(post.verdi)}
    lukket = {
        arving.id
        for arving in arvinger
        if (ende := endelikt.av(arving.fil)) is None or lukkethet(ende.verdi)
    }
    overtatt = {ett for ett in navn if ett}
    while (
        nye := {arving.verdi.tidligere_id for arving in arvinger if arving.id in lukket | overtatt}
        - overtatt
    ):
        overtatt |= nye
    return overtatt


def _som_het_noe_annet(gamle: Iterable[str], endelikt: _Endelikt) -> Iterator[Post[Any]]:
    """Of files that are gone, each record that said what it was called before: as it was last."""
    for fil in gamle:
        raa = endelikt.lager.gi(endelikt.sist[fil])
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
