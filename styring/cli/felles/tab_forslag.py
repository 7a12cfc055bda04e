"""What completion with TAB offers: units and ids with their titles, made harmless for any shell."""

import re
from pathlib import Path

from styring.cli.felles import innlasting
from styring.fag.norsk import lik
from styring.feil import StyringFeil
from styring.register.register import Register

_SKALLTEGN = re.compile(r"[^\w .,()/–-]")
_LENGSTE_TITTEL = 80


def enheter(start: str) -> list[tuple[str, str]]:
    """The units that begin so, with their names."""
    return [
        (kode, ren(enhet.navn))
        for kode, enhet in _register().enheter.items()
        if lik(kode).startswith(lik(start))
    ]


def id_er(start: str) -> list[tuple[str, str]]:
    """The ids that begin so, with their titles."""
    from styring.sporring.poster.id_er import kjente_id  # completing a unit needs no ids

    return [
        (id_, ren(tittel))
        for id_, tittel in kjente_id(_register()).items()
        if lik(id_).startswith(lik(start))
    ]


def ren(tittel: str) -> str:
    """Keep of a title only what no shell gives a meaning: zsh evaluates what it is handed."""
    return _SKALLTEGN.sub(" ", tittel)[:_LENGSTE_TITTEL]


def _register() -> Register:
    try:
        return innlasting.les(Path()).register
    except StyringFeil:
        return Register()
