"""Which version of the data is meant: a commit, a tag, a branch, or the end of a day."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from styring.fag.kalender import langdato
from styring.feil import StyringFeil
from styring.prosjekt.git import Git

_FORMAT = "%H %cs"
_FORSTE_DAG, _SISTE_DAG = date(2000, 1, 1), date(2100, 12, 31)
_FLEST_COMMITER = 100_000
"""How many commits are looked through for a tree. No municipality has a tenth of it."""
_FORSTE_BIT, _STORSTE_BIT = 64, 4096
"""How many commits are asked for at a time, while going back: few at first, for most
days are near.
"""


class Versjon(NamedTuple):
    """One commit and the day it was made, as its own clock said."""

    commit: str
    dag: date


def ved_ref(git: Git, ref: str) -> Versjon:
    """The commit that a name stands for. Raises StyringFeil."""
    versjon = proev_ref(git, ref)
    if versjon is None:
        git.krev_repo()
        raise StyringFeil(
            f"«{ref}» er ikke en commit, et merke eller en gren i repoet. Se dem med «git log"
            f" --oneline» og «git tag».{git.hvis_grunn()}"
        )
    return versjon


def proev_ref(git: Git, ref: str) -> Versjon | None:
    """The commit that a name stands for; None where it stands for none.

    What looks like an option is never a name.
    """
    if not ref.strip() or ref.startswith("-") or "\0" in ref or "\n" in ref:
        return None
    kode, ut, _ = git.prov(
        "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}"
    )
    commit = ut.decode("ascii", "replace").strip()
    if kode or not re.fullmatch("[0-9a-f]{40,64}", commit):
        return None
    return next(_bakover(git, commit, 1))


def per_dag(git: Git, dag: date, fra: str = "HEAD") -> Versjon:
    """The last first-parent commit that had been made by the end of a day, each by its own clock.

    Raises StyringFeil.
    """
    eldste = start = ved_ref(git, fra)
    for eldste in _alle_bakover(git, start.commit):
        if eldste.dag <= dag:
            return eldste
    begynner = (
        f"historikken begynner {langdato(eldste.dag)}, så det er ikke kjent hvordan dataene var"
        f" {langdato(dag)}"
    )
    raise StyringFeil(f"{begynner}. Velg en senere dag.{git.hvis_grunn()}")


def med_data(git: Git, tre_id: str, under: str = "data") -> Versjon | None:
    """The newest commit, on whatever branch, whose ``data/``, or a folder in it, has a tree id;
    None where none of those in this clone has.
    """
    commiter = git.prov("rev-list", f"--max-count={_FLEST_COMMITER}", "--all", "HEAD")[1].split()
    mappe = git.svar("rev-parse", "--show-prefix").rstrip(b"\n")
    if not commiter or b"\n" in mappe:
        return None
    sporsmal = b"".join(b"%s:%s%s\n" % (commit, mappe, under.encode()) for commit in commiter)
    svar = git.svar("cat-file", "--batch-check", inn=sporsmal).split(b"\n")
    funnet = (
        commit
        for commit, rad in zip(commiter, svar, strict=False)
        if rad.split()[:2] == [tre_id.encode(), b"tree"]
    )
    return next((proev_ref(git, commit.decode("ascii")) for commit in funnet), None)


def _alle_bakover(git: Git, commit: str) -> Iterator[Versjon]:
    antall, lest = _FORSTE_BIT, 0
    while bit := list(_bakover(git, commit, antall, lest)):
        yield from bit
        lest += len(bit)
        antall = min(antall * 4, _STORSTE_BIT)


def _bakover(git: Git, commit: str, antall: int, forbi: int = 0) -> Iterator[Versjon]:
    ut = git.svar(
        "rev-list",
        "--first-parent",
        "--no-commit-header",
        f"--format={_FORMAT}",
        f"--max-count={antall}",
        f"--skip={forbi}",
        commit,
        "--",
    )
    for linje in ut.decode("ascii", "replace").splitlines():
        id_, _, dag = linje.partition(" ")
        yield Versjon(id_, dag_i_git(dag))


def dag_i_git(skrevet: str) -> date:
    """A day as git writes it; a clock gone mad counts as the first or the last day that data may
    hold.
    """
    try:
        return min(max(date.fromisoformat(skrevet), _FORSTE_DAG), _SISTE_DAG)
    except ValueError:
        return _FORSTE_DAG if skrevet.startswith(("0", "-")) else _SISTE_DAG
