"""The first look at a file: whether it is text that people can trust, before any YAML is read."""

import re

from styring.funn import HELE_FILEN, Treff, Utsnitt

STORSTE_FIL = 1_000_000
"""Bytes. A larger file is refused before it is read."""
DYPEST = 20
"""Levels. The format has six; a file that is deeper is refused, and nobody goes on to its end."""

# C0 but tab and line feed (CR only before LF), DEL, C1, soft hyphen, zero width, bidi, line and
# paragraph separators, tags, lone surrogates.
USYNLIG = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f"
    "\u2028-\u202e\u2800\u3164\uffa0"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f"
)
usynlige_tegn = re.compile(f"[{USYNLIG}]|\r(?!\n)")
# Bytes that no character above begins with or is, in UTF-8: a file of only these needs no closer
# look.
_TRYGGE = bytes(
    [
        9,
        10,
        *range(0x20, 0x7F),
        *(
            b
            for b in range(0x80, 0xF4)
            if b not in (0xC2, 0xD8, 0xE1, 0xE2, 0xE3, 0xED, 0xEF, 0xF3)
        ),
    ]
)
_SIFRE_SAMLET = bytes(
    ord("0") if b in b"0123456789" else ord("-") if b in b"-." else ord("x") for b in range(256)
)
_konflikt = re.compile(r"^[ \t]*(?:<<<<<<<|>>>>>>>)(?: .*)?\r?$", re.MULTILINE)


def tekst_av(fil: str, raa: bytes) -> tuple[str, list[Treff]]:
    """Decode one file strictly as UTF-8 (a leading BOM is fine) and find what makes it unfit to
    read.

    Returns the text without BOM, and all hits; the text is empty where it could not be decoded.
    """
    if len(raa) > STORSTE_FIL:
        return "", [for_stor(fil, len(raa))]
    if raa.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "", [_ikke_utf8(fil, raa, 0, "Filen er lagret som UTF-16.")]
    try:
        tekst = raa.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as feil:
        byte = (
            f"Den er trolig lagret som ANSI (Windows-1252): her står byten 0x{raa[feil.start]:02X}."
        )
        return "", [_ikke_utf8(fil, raa, feil.start, byte)]
    usynlige = _usynlige(fil, tekst) if raa.translate(None, _TRYGGE) else []
    return tekst, usynlige + _konflikter(fil, tekst)


def kan_ha_personopplysninger(raa: bytes) -> bool:
    """Tell quickly of most files that they hold none of the personal data that ``fag.personvern``
    finds: no @, no escape, no row of digits.
    """
    if b"@" in raa or b"\\" in raa:
        return True
    sifre = raa.translate(_SIFRE_SAMLET, b" \t\r\n\xc2\xa0\xe2\x80\xaf")
    return b"00000000" in sifre or b"000000-00000" in sifre


def for_stor(fil: str, storrelse: int) -> Treff:
    """The hit for a file above the limit."""
    melding = f"filen er for stor: {storrelse:_} byte".replace("_", "\u00a0")
    return Treff(
        "ST008", fil, melding, forslag="en datafil er høyst 1 MB; del den opp", utsnitt=HELE_FILEN
    )


def tegnnavn(tegn: str) -> str:
    """Name an invisible character so that it can be searched for: ``U+200B``."""
    return f"U+{ord(tegn[0]):04X}"


def _usynlige(fil: str, tekst: str) -> list[Treff]:
    treff = []
    for funnet in usynlige_tegn.finditer(tekst):
        navn = tegnnavn(funnet[0])
        melding = f"filen har et usynlig tegn eller styretegn ({navn})"
        treff.append(
            Treff(
                "ST002", fil, melding, forslag="slett tegnet", utsnitt=_plass(tekst, funnet.start())
            )
        )
    return treff[:20]


def _konflikter(fil: str, tekst: str) -> list[Treff]:
    if "<<<<<<<" not in tekst and ">>>>>>>" not in tekst:
        return []
    forslag = "velg hva som skal stå, og slett linjene med <<<<<<<, ======= og >>>>>>>"
    plasser = [
        _plass(tekst, funnet.start(), 7)
        for funnet in _konflikt.finditer(tekst)
        if funnet[0].lstrip().startswith("<")
    ]
    plasser = plasser or [_plass(tekst, funnet.start(), 7) for funnet in _konflikt.finditer(tekst)]
    return [
        Treff(
            "ST003",
            fil,
            "filen har et merke etter en flettekonflikt",
            forslag=forslag,
            utsnitt=plass,
        )
        for plass in plasser
    ]


def _ikke_utf8(fil: str, raa: bytes, plass: int, grunn: str) -> Treff:
    linje = raa.count(b"\n", 0, plass) + 1
    kolonne = len(raa[raa.rfind(b"\n", 0, plass) + 1 : plass].decode("utf-8", "replace")) + 1
    forslag = "lagre filen på nytt med tegnsettet UTF-8"
    return Treff(
        "ST001",
        fil,
        f"filen er ikke UTF-8. {grunn}",
        forslag=forslag,
        utsnitt=Utsnitt(linje, kolonne),
    )


def _plass(tekst: str, indeks: int, lengde: int = 1) -> Utsnitt:
    return Utsnitt(tekst.count("\n", 0, indeks) + 1, indeks - tekst.rfind("\n", 0, indeks), lengde)
