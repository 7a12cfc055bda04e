"""What a finished file says of itself: its mark, and whether anybody has edited it since it was
made.
"""

import json
import re

from styring.visning.rapport.pakke import EGENSKAPER, pakk, pakk_ut, summen_av
from styring.visning.rapport.stempel import UTEN_SUM, Merke, les_merke, med_sum, sum_av

TEKSTER = frozenset({"md", "html"})
_HELE = re.compile(rb"(.*)\n\n<!-- styring-rapport [^\n]* -->\n", re.DOTALL)


def merket(form: str, innhold: bytes) -> Merke | None:
    """Read the mark of a document; None where it has none, or is no such document at all."""
    return les_merke(_merkedelen(form, innhold))


def er_urort(form: str, innhold: bytes) -> bool:
    """Whether a file is a report of ours as it was made, every byte of it: what somebody has
    edited, or made, is not written over.
    """
    if form == "json":
        return _er_svar(innhold)
    merke = merket(form, innhold)
    if merke is None or merke.sum is None:
        return False
    if form == "docx":
        deler = pakk_ut(innhold)
        return pakk(deler) == innhold and summen_av(deler, merke.sum) == merke.sum
    if form == "pdf":
        return sum_av(med_sum(innhold, merke.sum, UTEN_SUM)) == merke.sum
    hele = _HELE.fullmatch(som_skrevet(form, innhold))
    return hele is not None and sum_av(hele[1]) == merke.sum


def som_skrevet(form: str, innhold: bytes) -> bytes:
    """A file as it was written: a clone may end the lines of a text in its own way, and that is no
    change.
    """
    return innhold.replace(b"\r\n", b"\n") if form in TEKSTER else innhold


def _merkedelen(form: str, innhold: bytes) -> bytes:
    """The part of a file that holds its mark, and nothing that data may say after it."""
    if form == "pdf":
        return b"".join(re.findall(rb"/Keywords ?\(([^()\\]*)\)", innhold))
    if form == "docx":
        return b"".join(
            re.findall(
                rb"<cp:keywords>([^<]*)</cp:keywords>", pakk_ut(innhold).get(EGENSKAPER, b"")
            )
        )
    return innhold


def _er_svar(innhold: bytes) -> bool:
    try:
        svar = json.loads(innhold)
    except ValueError:
        return False
    return isinstance(svar, dict) and str(svar.get("sporsmal", "")).startswith("rapport ")
