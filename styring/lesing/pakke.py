"""A zip of XML parts, as xlsx and docx are: gone through before any library gets it, with a bound
on what it may cost.

What the file says of its own size is not believed: bytes and what can begin an element are counted
before the parsing; rows, columns and merges as it goes, and the walk stops at the first that is too
many. What is damaged is told, and nothing that the file holds is left out without a word.
"""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from xml.parsers import expat

_FLEST_BYTE = 60_000_000
_FLEST_DELER = 2000
_PAKKET = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ZIPFEIL = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    NotImplementedError,
    KeyError,
    IndexError,
    OverflowError,
)
"""What Python's reader of zip raises where the bytes are not what they should be."""
SKADET = "filen er ikke en Excel-fil, eller er skadet. Lagre den på nytt som .xlsx"
XML = (".xml", ".rels")
_BIT, _LENGSTE_LEDD = 1 << 16, 1 << 18
"""Bytes that are parsed at a time, and the longest tag or comment."""
FOR_MYE = "filen har for mye i seg"


class Pakkefeil(Exception):
    """Why a file is not read, and the cure, in bokmål without the last full stop."""


class ForStor(Pakkefeil):
    """There is more in it than anything of its kind needs. Says what, without the cure."""


class Fremmed(Pakkefeil):
    """It holds what has no place in it. Says what, without the cure."""


class Skadet(Pakkefeil):
    """It can't be read as what it says it is."""


def deler(raa: bytes) -> Iterator[tuple[str, bytes]]:
    """Each part of a package, unpacked. Raises Pakkefeil."""
    try:
        with zipfile.ZipFile(BytesIO(raa)) as pakke:
            alle = [del_ for del_ in pakke.infolist() if not del_.is_dir()]
            if len(alle) > _FLEST_DELER or sum(del_.file_size for del_ in alle) > _FLEST_BYTE:
                raise ForStor("filen er for stor")
            if len({del_.filename.lower() for del_ in alle}) < len(alle) or any(
                del_.compress_type not in _PAKKET for del_ in alle
            ):
                raise Skadet(SKADET)
            for del_ in alle:
                with pakke.open(del_) as strom:
                    # A piece at a time: what is packed may be far longer than it says.
                    yield del_.filename, b"".join(iter(partial(strom.read, _BIT), b""))
    except _ZIPFEIL as feil:
        raise Skadet(SKADET) from feil


def les_xml(navn: str, innhold: bytes, element: Callable[[str, dict[str, str]], None]) -> None:
    """Parse one part, and tell each element as it begins.

    Raises Pakkefeil for what is broken, and for declarations of what signs are to mean.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = element
    parser.StartDoctypeDeclHandler = _fremmed
    try:
        for fra in range(0, len(innhold), _BIT):
            parser.Parse(innhold[fra : fra + _BIT], False)  # noqa: FBT003
            # What is not whole yet is begun anew at each bit, here and by every library.
            if fra + _BIT - parser.CurrentByteIndex > _LENGSTE_LEDD:
                raise ForStor(FOR_MYE)
        parser.Parse(b"", True)  # noqa: FBT003
    except (expat.ExpatError, ValueError, LookupError) as feil:
        if navn.lower().endswith(XML):
            raise Skadet(SKADET) from feil


def _fremmed(*_: object) -> None:
    raise Fremmed("filen har innhold som ikke hører til")
