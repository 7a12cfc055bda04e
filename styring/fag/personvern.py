"""Personal data in text: how it is found, and how it is hidden.

A fødselsnummer is known by both its control digits (skatteforvaltningens spesifikasjon), so that
saksnummer, account numbers and amounts do not match.
"""

import re

_ELLEVE = r"(?<![0-9])(?<![0-9][.,/-])([0-9]{6})[ \u00a0\u202f.-]?([0-9]{5})(?![0-9/-]|[.,][0-9])"
_EPOST = r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_TELEFON = (
    r"(?<![\w./:,-])(?:\+47[ ]?|0047[ ]?)(?:[2-9][0-9]{7}|[2-9][0-9]{2} ?[0-9]{2}"
    r" ?[0-9]{3}|[2-9][0-9](?: [0-9]{2}){3})(?![0-9]|[ ,.-][0-9])"
    r"|(?i:\b(?:tlf|telefon|mobil|mob)\b\.?:? ?)(?:[2-9][0-9]{7}|[2-9][0-9]{2} [0-9]{2}"
    r" [0-9]{3}|[2-9][0-9](?: [0-9]{2}){3})(?![0-9])"
    r"|(?<![\w./:,-])(?<![0-9] )(?:[49][0-9]{2} [0-9]{2} [0-9]{3}|[49][0-9](?:"
    r" [0-9]{2}){3})(?![0-9]|[ ,.-][0-9]| (?:kr|mill|kroner))"
)
_elleve_sifre = re.compile("[0-9]{6}[ \u00a0\u202f.-]?[0-9]{5}").search
_aatte_sifre = re.compile("[2-9](?: ?[0-9]){7}").search
"""A quick look, that most texts end with."""
_VEKTER_1 = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_VEKTER_2 = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_SYNTETISK = (0, 40, 65, 80)
"""What is added to the month in synthetic numbers (Tenor, NAV and others)."""
MASKE = "•"


def er_fodselsnummer(tall: str) -> bool:
    """Judge eleven digits: both control digits and a day that can exist.

    D-numbers and synthetic numbers count.
    """
    sifre = [int(siffer) for siffer in tall]
    if (
        sum(v * s for v, s in zip(_VEKTER_1, sifre, strict=False)) % 11
        or sum(v * s for v, s in zip(_VEKTER_2, sifre, strict=True)) % 11
    ):
        return False
    dag, maaned = int(tall[:2]) % 40, int(tall[2:4])
    # days and months
    return 1 <= dag <= 31 and any(1 <= maaned - tillegg <= 12 for tillegg in _SYNTETISK)  # noqa: PLR2004


def fodselsnumre(tekst: str) -> list[str]:
    """Find every fødselsnummer in a text, as written."""
    return [
        funnet[0]
        for funnet in (re.finditer(_ELLEVE, tekst) if _elleve_sifre(tekst) else ())
        if er_fodselsnummer(funnet[1] + funnet[2])
    ]


def eposter(tekst: str) -> list[str]:
    """Find every e-mail address in a text."""
    return re.findall(_EPOST, tekst) if "@" in tekst else []


def telefonnumre(tekst: str) -> list[str]:
    """Find what is written as a Norwegian phone number: with country code, after «tlf.», or as a
    mobile number in groups.
    """
    return [funnet[0] for funnet in re.finditer(_TELEFON, tekst)] if _aatte_sifre(tekst) else []


def masker(tekst: str) -> str:
    """Hide all personal data in a text that is to be shown; its length stays the same."""
    for funnet in [*fodselsnumre(tekst), *eposter(tekst), *telefonnumre(tekst)]:
        tekst = tekst.replace(funnet, MASKE * len(funnet))
    return tekst
