"""What git has and a clone has been told to leave off the disk: a sparse checkout, which looks
whole and is not.

A file that somebody has deleted is no such thing, and people do delete files. The two are told
apart by git's own mark on the file in the index («skip-worktree»): it is set where a clone is
sparse, or by hand, and never by deleting.
"""

import os
from pathlib import Path

_MED_MERKER = (b"DIRC\0\0\0\3", b"DIRC\0\0\0\4")
"""How an index with room for the mark begins.

Nearly every clone has one of version 2, that has not: git need not be asked.
"""


def utelatte(rot: Path) -> list[str]:
    """The files under ``data/`` that are in the index, marked as left out, and not on disk.

    Raises StyringFeil where git refuses to say.
    """
    if not _kan_ha_merker(rot):
        return []
    from styring.prosjekt.git import Git  # hardly any clone comes here
    from styring.prosjekt.indeks import les_indeks

    return sorted(
        (
            fil
            for fil, ett in les_indeks(Git(rot)).filer.items()
            if ett.utelatt and not os.path.lexists(rot / fil)
        ),
        key=lambda fil: fil.split("/"),
    )


def _kan_ha_merker(rot: Path) -> bool:
    """Whether the index is of a kind that can hold the mark.

    A split index keeps it in another file.
    """
    mappe = _gitmappe(rot)
    try:
        if mappe is None:
            return False
        with (mappe / "index").open("rb") as indeks:
            return indeks.read(len(_MED_MERKER[0])) in _MED_MERKER or any(
                mappe.glob("sharedindex.*")
            )
    except OSError:
        return False


def _gitmappe(rot: Path) -> Path | None:
    """Where the clone that a folder lies in keeps its index.

    In a worktree of another clone ``.git`` is a file that says where.
    """
    for mappe in (rot, *rot.parents):
        git = mappe / ".git"
        try:
            if git.is_dir():
                return git
            if git.is_file():
                return (
                    mappe
                    / git.read_text(encoding="utf-8", errors="surrogateescape")
                    .removeprefix("gitdir:")
                    .strip()
                )
        except OSError:
            return None
    return None
