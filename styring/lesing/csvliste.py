"""A csv file to rows of text: letters that are certain, and no row that another one has
swallowed.
"""

import csv
import io
import re
from collections.abc import Iterator

from styring.feil import StyringFeil

_LENGSTE_CELLE = 1 << 20
_FLEST_TEGN_I_EN_MELDING = 5
_SOM_UTF8 = re.compile(rb"[\xc2\xc3][\x80-\xbf]|\xe2\x80[\x80-\xbf]")
"""What is a Norwegian letter, a hard space or a quotation mark in UTF-8, and in Windows-1252 two or
three signs that never stand together.
"""
_IKKE_ASCII = re.compile(rb"[\x80-\xff]")
_ANDRE_ENDEN = re.compile(rb"[^\n]{1,2000}?\x92")
"""From an opening quotation mark to the one that closes it, on the same line."""
_UKJENT = "\ufffd"
_BOKSTAV = re.compile(r"[^\W\d_]")
_TEGN = frozenset("€„…‘’“”•–—™\u00a0£§©«\u00ad®°±²³´µ·¹º»¼½¾×÷")
"""The signs of Windows-1252 that lists have.

Of the others one knows only that the file was saved in some other code.
"""
_MIDT_I_ORD = frozenset("’–—\u00a0\u00ad´·×")
"""Signs that may stand between two letters."""
_FORAN_ORD = frozenset("€„‘“•–—…\u00a0£§©«\u00ad°±´µ·½×")
"""Signs that may stand right before a word; the others end one."""
_AAPNER = frozenset("„‘“«")
SKILLER = ";\t,"
"""The signs that may stand between the cells."""


def les_csv(fil: str, tekst: str, skille: str, forst: int = 1) -> Iterator[list[str]]:
    """Give every row of a text; ``forst`` is the line it begins on. Raises StyringFeil."""
    if "\0" in tekst:
        raise StyringFeil(f"«{fil}» er verken xlsx eller csv. Lagre listen på nytt.")
    csv.field_size_limit(_LENGSTE_CELLE)
    # Strict: a quotation mark that is never closed would swallow every row after it.
    leser = csv.reader(io.StringIO(tekst, newline=""), delimiter=skille, strict=True)
    linje, bredde = forst, 0
    try:
        for rad in leser:
            bredde = bredde or len(rad) if sum(map(bool, rad)) > 1 else bredde
            if (
                skille != ","
                and bredde > 1
                and any(_ser_ut_som_rader(celle, skille, bredde) for celle in rad)
            ):
                raise StyringFeil(_uavsluttet(fil, linje))
            yield rad
            linje = leser.line_num + forst
    except csv.Error as feil:
        raise StyringFeil(_uavsluttet(fil, linje)) from feil


def _ser_ut_som_rader(celle: str, skille: str, bredde: int) -> bool:
    """Whether a text has a line with as many cells as the list has columns: a row that a quotation
    mark has swallowed.
    """
    return "\n" in celle and any(
        linje.count(skille) == bredde - 1 for linje in celle.split("\n")[1:]
    )


def _uavsluttet(fil: str, linje: int) -> str:
    return (
        f"«{fil}»: raden som begynner på linje {linje}, har et anførselstegn som ikke er avsluttet,"
        " så radene etter den ville blitt borte. Rett linjen, eller lagre listen på nytt fra"
        " regnearket."
    )


def tekst_av_liste(fil: str, raa: bytes) -> str:
    """The text of a file: UTF-8, UTF-16 as Excel saves «Unicode-tekst», or Windows-1252 where that
    is certain.
    """
    utf16 = raa.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        tekst = raa.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as feil:
        if utf16:
            raise StyringFeil(
                f"«{fil}» er lagret som UTF-16, men er ikke hel. Lagre listen på nytt som «CSV"
                " UTF-8»."
            ) from feil
        return _windows(fil, raa, feil.start)
    if _UKJENT in tekst:
        linje = tekst.count("\n", 0, tekst.index(_UKJENT)) + 1
        raise StyringFeil(
            f"«{fil}», linje {linje}: her står tegnet U+FFFD, så en bokstav gikk tapt før filen kom"
            " hit. Lag listen på nytt fra kilden."
        )
    return tekst


def _windows(fil: str, raa: bytes, forste: int) -> str:
    """What Excel in Norwegian writes as «csv»: taken only where the whole file can be
    nothing else.
    """
    if treff := _SOM_UTF8.search(raa):
        steder = (
            f"linje {_linje(raa, treff.start())} er UTF-8, linje {_linje(raa, forste)} er ikke"
            f" (byte 0x{raa[forste]:02X})"
        )
        raise StyringFeil(
            f"«{fil}» blander to tegnsett: {steder}. Lagre hele listen på nytt som «CSV UTF-8»."
        )
    rare = [
        treff.start() for treff in _IKKE_ASCII.finditer(raa) if not _er_sikkert(raa, treff.start())
    ]
    if rare:
        steder = ", ".join(
            f"linje {_linje(raa, plass)} (byte 0x{raa[plass]:02X})"
            for plass in rare[:_FLEST_TEGN_I_EN_MELDING]
        )
        resten = (
            f" og {len(rare) - _FLEST_TEGN_I_EN_MELDING} til"
            if len(rare) > _FLEST_TEGN_I_EN_MELDING
            else ""
        )
        raise StyringFeil(
            f"«{fil}» er lagret i et tegnsett som ikke er til å kjenne igjen: {steder}{resten}."
            " Lagre listen på nytt som «CSV UTF-8»."
        )
    return raa.decode("cp1252")


def _er_sikkert(raa: bytes, plass: int) -> bool:
    """Whether a byte that is not ASCII can be what it says in Windows-1252, where it stands: a
    letter, or a sign not in the middle of a word.
    """
    foran, tegn, etter = (
        raa[nr : nr + 1].decode("cp1252", errors="replace") if nr >= 0 else ""
        for nr in (plass - 1, plass, plass + 1)
    )
    if tegn in "ŠšŽž" or ("À" <= tegn <= "ÿ" and tegn not in "×÷"):
        return True
    if tegn == "‘" and _ANDRE_ENDEN.match(raa, plass) is None:
        return False  # alone, it is the æ of DOS
    ord_foran, bokstav_foran, bokstav_etter = (
        foran.isalnum(),
        bool(_BOKSTAV.match(foran)),
        bool(_BOKSTAV.match(etter)),
    )
    if tegn not in _TEGN or (bokstav_foran and bokstav_etter and tegn not in _MIDT_I_ORD):
        return False
    return not (ord_foran and tegn in _AAPNER) and not (
        bokstav_etter and not ord_foran and tegn not in _FORAN_ORD
    )


def _linje(raa: bytes, plass: int) -> int:
    return raa.count(b"\n", 0, plass) + 1
