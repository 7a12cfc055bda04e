"""How styring was installed here, so that what is told of installing more of it works."""

import json
import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, distribution

from styring import __version__


def pakken(tillegg: Sequence[str]) -> str:
    """What to give pip to get this very styring with some extras: from where it came (PEP 610), or
    by its name and version where that is not known.
    """
    navn = f"styring[{','.join(tillegg)}]"
    hvor = _hvorfra()
    return f"{navn} @ {hvor}" if hvor else f"{navn}=={__version__}"


def delbar_pakke(tillegg: Sequence[str]) -> str | None:
    """The same, where others can get it from there too: not from a folder of this machine."""
    hvor = _hvorfra()
    return None if hvor and hvor.startswith("file:") else pakken(tillegg)


def installer_med(tillegg: str) -> str:
    """The command that adds an extra to the styring that runs now."""
    return f'"{sys.executable}" -m pip install "{pakken([tillegg])}"'


def _hvorfra() -> str | None:
    """The address that this styring came from."""
    try:
        skrevet = distribution("styring").read_text("direct_url.json")
    except PackageNotFoundError:
        return None
    kilde = json.loads(skrevet) if skrevet else {}
    adresse, vcs = kilde.get("url"), kilde.get("vcs_info")
    if adresse and vcs:
        return f"{vcs['vcs']}+{adresse}@{vcs['commit_id']}"
    return adresse
