"""The project's own templates, beside the data: ``templates/<name>`` replaces the one of the same name that comes with styring."""

from collections.abc import Callable

from styring.feil import StyringFeil

MAPPE = "templates"
Malkilde = Callable[[str], bytes | None]
"""Reads a file beside the data, in the same version as the data; None where there is none."""


def egen_mal(kilde: Malkilde, navn: str) -> bytes | None:
    """Read one template; None where the project has none of that name. Raises StyringFeil for a link, and for what can't be read."""
    if "/" in navn or "\\" in navn or navn in ("", ".", ".."):
        raise StyringFeil(f"«{navn}» er ikke navnet på en mal. Maler ligger rett i {MAPPE}/.")
    return kilde(f"{MAPPE}/{navn}")


def egen_tekstmal(kilde: Malkilde, navn: str) -> str | None:
    """Read one template as text. Raises StyringFeil."""
    raa = egen_mal(kilde, navn)
    try:
        return None if raa is None else raa.decode("utf-8-sig")
    except UnicodeDecodeError as feil:
        raise StyringFeil(f"{MAPPE}/{navn} er ikke lagret som UTF-8. Lagre den på nytt som UTF-8.") from feil
