"""Folders that come with styring beside its code: templates and docs."""

from pathlib import Path

HISTORIEN = "historie.fast-import"
"""The history of the example, beside its data: what «git fast-import» reads."""
_PAKKE = Path(__file__).parents[1]


def mappe_som_folger_med(navn: str, pakke: Path = _PAKKE) -> Path:
    """Where such a folder lies: beside the package when run in place, inside it when installed.

    An editable install leaves a copy inside a folder of the package's name elsewhere, which grows
    stale: it is never looked at.
    """
    prosjekt = pakke.parent / "pyproject.toml"
    i_kilden = prosjekt.is_file() and '\nname = "styring"\n' in prosjekt.read_text(
        encoding="utf-8", errors="replace"
    )
    return (pakke.parent if i_kilden else pakke) / navn
