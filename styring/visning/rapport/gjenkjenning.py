"""What a finished file says of itself: its mark, and whether anybody has edited it since it was made."""

import io
import json
import re
import zipfile

from styring.visning.rapport.stempel import Merke, les_merke, sum_av

_KOMMENTAR = re.compile(rb"\n*<!-- styring-rapport [^\n]* -->\s*\Z")


def merket(form: str, innhold: bytes) -> Merke | None:
    """Read the mark of a document; None where it has none, or is no such document at all."""
    return les_merke(_merkedelen(form, innhold))


def er_urort(form: str, innhold: bytes) -> bool:
    """Whether a file is a report of ours as it was made: what somebody has edited, or made, is not written over."""
    if form == "json":
        return _er_svar(innhold)
    merke = merket(form, innhold)
    if merke is None:
        return False
    return merke.sum is None or merke.sum == sum_av(tekstdelen(form, innhold))


def tekstdelen(form: str, innhold: bytes) -> bytes:
    """The part of a document that people read, without the mark."""
    if form == "docx":
        return _del_av(innhold, "word/document.xml")
    return _KOMMENTAR.sub(b"", innhold)


def _merkedelen(form: str, innhold: bytes) -> bytes:
    """The part of a file that holds its mark, and nothing that data may say after it."""
    if form == "pdf":
        return b"".join(re.findall(rb"/Keywords ?\(([^()\\]*)\)", innhold))
    if form == "docx":
        return b"".join(re.findall(rb"<cp:keywords>([^<]*)</cp:keywords>", _del_av(innhold, "docProps/core.xml")))
    return innhold


def _del_av(docx: bytes, navn: str) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as pakke:
            return pakke.read(navn)
    except (zipfile.BadZipFile, KeyError):
        return b""


def _er_svar(innhold: bytes) -> bool:
    try:
        svar = json.loads(innhold)
    except ValueError:
        return False
    return isinstance(svar, dict) and str(svar.get("sporsmal", "")).startswith("rapport ")
