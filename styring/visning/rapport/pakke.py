"""A Word file as the parts it is packed of: the same parts are the same bytes, on every machine and
in every version of every library.
"""

import io
import zipfile
import zlib
from collections.abc import Mapping

from styring.visning.rapport.stempel import UTEN_SUM, med_sum, sum_av

EGENSKAPER = "docProps/core.xml"
_INNHOLD = "[Content_Types].xml"
_TIDLIGST = (1980, 1, 1, 0, 0, 0)
"""The one time that every part bears."""
_UNIX = 3
_STORST = 200_000_000
"""Bytes that the parts of a report may be together."""
_IKKE_EN_PAKKE = (zipfile.BadZipFile, zlib.error, RuntimeError, ValueError, KeyError, EOFError)


def pakk(deler: Mapping[str, bytes]) -> bytes:
    """Pack parts in a stated order, as they are: squeezed, they would be other bytes by another
    library.
    """
    ut = io.BytesIO()
    with zipfile.ZipFile(ut, "w", zipfile.ZIP_STORED) as pakke:
        for navn in sorted(deler, key=lambda navn: (navn != _INNHOLD, navn)):
            opplysninger = zipfile.ZipInfo(navn, _TIDLIGST)
            opplysninger.create_system = _UNIX
            pakke.writestr(opplysninger, deler[navn])
    return ut.getvalue()


def pakk_ut(docx: bytes) -> dict[str, bytes]:
    """Give the parts of a package; none where it is no package, or one that swells."""
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as pakke:
            alle = pakke.infolist()
            return (
                {ett.filename: pakke.read(ett) for ett in alle}
                if sum(ett.file_size for ett in alle) <= _STORST
                else {}
            )
    except _IKKE_EN_PAKKE:
        return {}


def summert(deler: Mapping[str, bytes]) -> bytes:
    """Pack parts whose mark has no sum yet, with the sum of them all in it."""
    return pakk(_med_sum(deler, UTEN_SUM, sum_av(pakk(deler))))


def summen_av(deler: Mapping[str, bytes], sum_: str) -> str:
    """The sum of parts that bear one, of all but the sum itself."""
    return sum_av(pakk(_med_sum(deler, sum_, UTEN_SUM)))


def _med_sum(deler: Mapping[str, bytes], gammel: str, ny: str) -> dict[str, bytes]:
    return {**deler, EGENSKAPER: med_sum(deler.get(EGENSKAPER, b""), gammel, ny)}
