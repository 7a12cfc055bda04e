"""The project's own templates, beside the data: ``templates/<name>`` replaces the one of the same
name that comes with styring.
"""

from collections.abc import Callable
from typing import Protocol

from styring.feil import StyringFeil

MAPPE = "templates"
_PAKKEN = frozenset({"__init__.py", "__main__.py"})
Malkilde = Callable[[str], bytes | None]
"""Reads a file beside the data, in the same version as the data; None where there is none."""


class VedSidenAv(Protocol):
    """What lies beside the data, in the same version as the data."""

    def ved_siden_av(self, sti: str) -> bytes | None:
        """Read one file; None where there is none. Raises StyringFeil."""

    def navn_ved_siden_av(self, mappe: str) -> list[str]:
        """The names in a folder; none where it is not there."""


def har_egne(sted: VedSidenAv) -> bool:
    """Whether the templates beside the data are the project's own.

    Where styring itself lies there too, as in its own repository, they are ours.
    """
    return not set(sted.navn_ved_siden_av("styring")) >= _PAKKEN


def malkilden(sted: VedSidenAv) -> Malkilde:
    """Where the project's own templates are read from."""
    return sted.ved_siden_av if har_egne(sted) else lambda _: None


def egen_mal(kilde: Malkilde, navn: str) -> bytes | None:
    """Read one template; None where the project has none of that name.

    Raises StyringFeil for a link, and for what can't be read.
    """
    if "/" in navn or "\\" in navn or navn in ("", ".", ".."):
        raise StyringFeil(f"«{navn}» er ikke navnet på en mal. Maler ligger rett i {MAPPE}/.")
    return kilde(f"{MAPPE}/{navn}")


def egen_tekstmal(kilde: Malkilde, navn: str) -> str | None:
    """Read one template as text. Raises StyringFeil."""
    raa = egen_mal(kilde, navn)
    try:
        return None if raa is None else raa.decode("utf-8-sig")
    except UnicodeDecodeError as feil:
        raise StyringFeil(
            f"{MAPPE}/{navn} er ikke lagret som UTF-8. Lagre den på nytt som UTF-8."
        ) from feil
