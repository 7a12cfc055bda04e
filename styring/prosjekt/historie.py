"""Which files changed in which commit along the first parents: what a record's life is
read from.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from styring.prosjekt.git import Git
from styring.prosjekt.versjon import Versjon, dag_i_git

_INGEN = frozenset("0")


class Filendring(NamedTuple):
    """One file in one commit: where it is now, where it was before, and its content's id (None:
    deleted). ``likhet`` is in per cent, for one that moved.
    """

    sti: str
    foer: str | None
    blob: str | None
    likhet: int = 100


class Innsjekking(NamedTuple):
    """One commit with the files it changed, beside its first parent.

    ``forfatter`` is the name of who made it.

    ``forste``: nothing is known from before it, because history begins there or the clone is
    shallow.
    """

    versjon: Versjon
    forfatter: str
    filer: tuple[Filendring, ...]
    forste: bool


def historien(
    git: Git, stier: Sequence[str], til: str, *, alle_foreldre: bool = False
) -> Iterator[Innsjekking]:
    """Give the commits up to one that changed files below some paths, newest first.

    A file that was moved is followed.

    ``alle_foreldre``: also those that came in by a merge, each beside every parent it has; a child
    always before its parents.
    """
    grener = ("--topo-order", "--full-history") if alle_foreldre else ("--first-parent",)
    ut = git.svar(
        "rev-list",
        *grener,
        "--no-commit-header",
        "--format=%H %P%x00%cs%x00%an",
        "--end-of-options",
        til,
        "--",
        *stier,
    )
    rader = [rad.split(b"\0") for rad in ut.split(b"\n") if rad]
    hoder = [
        (
            foreldre.decode("ascii").split(),
            dag_i_git(dag.decode("ascii", "replace")),
            navn.decode("utf-8", "replace"),
        )
        for foreldre, dag, navn in rader
    ]
    commitpar = "".join(
        f"{linje}\n"
        for commiter, _, _ in hoder
        for linje in _mot_foreldre(commiter, alle=alle_foreldre)
    ).encode()
    endret = (
        _per_commit(
            git.svar(
                "diff-tree",
                "--stdin",
                "--root",
                "-r",
                "-z",
                "-M",
                "--relative",
                "--",
                *stier,
                inn=commitpar,
            )
        )
        if hoder
        else {}
    )
    for commiter, dag, navn in hoder:
        yield Innsjekking(
            Versjon(commiter[0], dag),
            navn,
            tuple(endret.get(commiter[0], ())),
            forste=len(commiter) == 1,
        )


def _mot_foreldre(commiter: list[str], *, alle: bool) -> list[str]:
    """What git is asked of one commit and its parents: held against the first, or against each of
    them.
    """
    commit, *foreldre = commiter
    return [f"{commit} {en}" for en in foreldre[: None if alle else 1]] or [commit]


def _per_commit(ut: bytes) -> dict[str, list[Filendring]]:
    """Read git's own raw form: a commit, then for each file modes, ids and what happened, and one
    path or two.
    """
    funnet: dict[str, list[Filendring]] = {}
    deler = iter(ut.split(b"\0"))
    commit = ""
    for del_ in deler:
        if not del_.startswith(b":"):
            commit = del_.strip().decode("ascii", "replace")
            continue
        _, _, _, blob, hva = del_.decode("ascii").split()
        foer = next(deler).decode("utf-8", "surrogateescape")
        sti = next(deler).decode("utf-8", "surrogateescape") if hva[0] in "RC" else foer
        borte = set(blob) <= _INGEN
        funnet.setdefault(commit, []).append(
            Filendring(
                sti, None if hva[0] == "A" else foer, None if borte else blob, int(hva[1:] or 100)
            )
        )
    return funnet
