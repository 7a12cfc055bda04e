"""Pictures without what they say of themselves: who took them, where, and with what."""

import re
import struct
from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_PNG_BITER = frozenset(
    {
        b"IHDR",
        b"PLTE",
        b"tRNS",
        b"gAMA",
        b"cHRM",
        b"sRGB",
        b"iCCP",
        b"sBIT",
        b"bKGD",
        b"pHYs",
        b"IDAT",
        b"IEND",
    }
)
"""What a PNG needs to be shown."""
_JPEG_BITER = frozenset({0xE0, 0xE2, 0xEE, *range(0xC0, 0xD0), 0xDA, 0xDB, 0xDD})
"""The same of a JPEG: the sizes, the colours, the tables and the picture; no Exif, no IPTC, no
comments.
"""
_STROM = 0xDA


def uten_opplysninger(bilde: bytes) -> bytes | None:
    """Give a PNG or a JPEG with only what is needed to show it; None for a picture of another kind,
    or one that is broken.
    """
    try:
        if bilde.startswith(_PNG):
            return b"".join([_PNG, *_png(bilde)])
        if bilde.startswith(_JPEG):
            return b"".join([_JPEG, *_jpeg(bilde)])
    except (struct.error, IndexError):
        return None
    return None


def _png(bilde: bytes) -> Iterator[bytes]:
    plass, slag = len(_PNG), b""
    while slag != b"IEND":
        lengde, slag = struct.unpack_from(">I4s", bilde, plass)
        slutt = plass + 12 + lengde
        if slutt > len(bilde):
            raise IndexError
        if slag in _PNG_BITER:
            yield bilde[plass:slutt]
        plass = slutt


def _jpeg(bilde: bytes) -> Iterator[bytes]:
    plass = len(_JPEG)
    while True:
        if bilde[plass] != 0xFF:  # noqa: PLR2004  every piece begins so
            raise IndexError
        slag = bilde[plass + 1]
        (lengde,) = struct.unpack_from(">H", bilde, plass + 2)
        if slag == _STROM:
            slutt = _etter_strommen(bilde, plass + 2 + lengde)
            yield bilde[plass:slutt]
            if bilde[slutt : slutt + 2] == b"\xff\xd9":
                yield b"\xff\xd9"
                return
            plass = slutt
            continue
        if slag in _JPEG_BITER:
            yield bilde[plass : plass + 2 + lengde]
        plass += 2 + lengde


def _etter_strommen(bilde: bytes, plass: int) -> int:
    """Where the next piece begins: the first mark that is not part of the picture itself."""
    if not (treff := re.compile(rb"\xff[^\x00\xff\xd0-\xd7]").search(bilde, plass)):
        raise IndexError
    return treff.start()
