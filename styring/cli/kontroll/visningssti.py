"""Where a finding's file is for the one who reads it: a forge counts from the top of the
repository, a person from where they stand.
"""

import os
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from styring.prosjekt.filer import repoets_topp

_FRA_TOPPEN = ("github", "gitlab", "sarif", "junit", "md")
"""The forms that a forge reads; ``md`` is a comment on a change there."""
_FRA_PROSJEKTET = ("json",)


def stien_til(rot: Path, format_: str) -> Callable[[str], str]:
    """How a path from the project's root is written in one form."""
    if format_ in _FRA_PROSJEKTET:
        return lambda fil: fil
    if format_ in _FRA_TOPPEN:
        topp = repoets_topp(rot)
        foran = rot.relative_to(topp).as_posix() if topp else "."
        return lambda fil: PurePosixPath(foran, fil).as_posix()
    her = os.path.realpath(os.curdir)
    return lambda fil: _herfra(rot / fil, her)


def _herfra(sti: Path, her: str) -> str:
    """A path as one would write it from here; whole, where it lies on another disk."""
    try:
        return Path(os.path.relpath(sti, her)).as_posix()
    except ValueError:
        return sti.as_posix()
