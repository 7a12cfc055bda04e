"""The project's own templates, beside the data: ``templates/<name>`` replaces the one of the same name that comes with styring."""

from pathlib import Path

from styring.feil import StyringFeil
from styring.prosjekt.filer import les_fil

MAPPE = "templates"
_STORSTE = 5_000_000
"""Bytes. A house template with a picture in it is well below."""


def egen_mal(rot: Path, navn: str) -> bytes | None:
    """Read one template; None where the project has none of that name. Raises StyringFeil for a link, and for what can't be read."""
    if Path(navn).name != navn:
        raise StyringFeil(f"«{navn}» er ikke navnet på en mal. Maler ligger rett i {MAPPE}/.")
    mappe = rot / MAPPE
    fil = mappe / navn
    if mappe.is_symlink() or fil.is_symlink():
        raise StyringFeil(f"{MAPPE}/{navn} er en lenke. Legg inn selve filen.")
    return les_fil(fil, _STORSTE) if fil.is_file() else None


def egen_tekstmal(rot: Path, navn: str) -> str | None:
    """Read one template as text. Raises StyringFeil."""
    raa = egen_mal(rot, navn)
    try:
        return None if raa is None else raa.decode("utf-8-sig")
    except UnicodeDecodeError as feil:
        raise StyringFeil(f"{MAPPE}/{navn} er ikke lagret som UTF-8. Lagre den på nytt som UTF-8.") from feil
