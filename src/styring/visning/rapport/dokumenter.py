"""One answer as a document in each form: Markdown, HTML, Word, PDF, and JSON for machines."""

import difflib
import re
from collections.abc import Callable
from itertools import islice
from typing import NamedTuple

from styring.fag.norsk import antall
from styring.feil import StyringFeil
from styring.visning import som_json
from styring.visning.rapport import maler
from styring.visning.rapport.papirer import Papirer
from styring.visning.rapport.stempel import Stempel
from styring.visning.trygg import enlinje, trygg

FORMATER = ("md", "html", "docx", "pdf", "json")
BINAERE = frozenset({"docx", "pdf"})
_FLEST_LINJER = 60


class Maler(NamedTuple):
    """The project's own templates: as text, and as they are."""

    tekst: Callable[[str], str | None]
    fil: Callable[[str], bytes | None]


class Dokument(NamedTuple):
    """One answer and what is said of it on paper."""

    mal: str
    svar: object
    kommune: str
    utkast: bool
    stempel: Stempel
    leser: str
    utelatt: int
    uleste: tuple[str, ...]


def lag(form: str, dokument: Dokument, egne: Maler) -> bytes:
    """Make the document in one form. Raises StyringFeil where a library is missing, or the project's own template is wrong."""
    if form == "json":
        return som_json.vis(f"rapport {dokument.mal}", dokument.svar, dokument.leser, dokument.utelatt, dokument.uleste).encode()
    tekst = _med_forbehold(maler.markdown(dokument.mal, dokument.svar, dokument.stempel, egne.tekst), len(dokument.uleste))
    if form == "md":
        return _med_merket_sist(tekst, dokument.stempel)
    papirer = Papirer(_tittel(tekst) or dokument.mal, dokument.kommune, dokument.utkast, dokument.stempel)
    return {"html": _html, "docx": _docx, "pdf": _pdf}[form](tekst, papirer, egne)


def _tittel(tekst: str) -> str:
    """The title is the document's own first heading."""
    from styring.visning.rapport.dokument import overskriften

    return overskriften(tekst)


def _html(tekst: str, papirer: Papirer, egne: Maler) -> bytes:
    from styring.visning.rapport import html

    return _med_merket_sist(html.vis(tekst, papirer, egne.tekst), papirer.stempel)


def _med_merket_sist(tekst: str, stempel: Stempel) -> bytes:
    """Put the mark last, after all that data may say."""
    return f"{tekst.rstrip()}\n\n<!-- {stempel.merke} -->\n".encode()


def _docx(tekst: str, papirer: Papirer, egne: Maler) -> bytes:
    try:
        from styring.visning.rapport import word
    except ModuleNotFoundError as feil:
        raise StyringFeil("Word trenger pakken python-docx. Installer den med «pip install 'styring[word]'», eller lag html.") from feil
    return word.vis(tekst, papirer, egne.fil(word.HUSMAL))


def _pdf(tekst: str, papirer: Papirer, _egne: Maler) -> bytes:
    try:
        from styring.visning.rapport import pdf
    except ModuleNotFoundError as feil:
        raise StyringFeil("PDF trenger pakken typst. Installer den med «pip install 'styring[pdf]'», eller lag html og skriv ut.") from feil
    return pdf.vis(tekst, papirer)


def _med_forbehold(tekst: str, uleste: int) -> str:
    """Say right under the title that something could not be read."""
    if not uleste:
        return tekst
    tittel, _, resten = tekst.partition("\n")
    return f"{tittel}\n\n> **Ikke fullstendig.** {antall(uleste, 'fil')} kunne ikke leses, så noe kan mangle her.\n{resten}"


def med_merke(form: str, innhold: bytes) -> bytes:
    """Give the part of a file that holds its mark, and nothing that data may say after it."""
    if form == "pdf":
        return b"".join(re.findall(rb"/Keywords ?\(([^()\\]*)\)", innhold))
    if form != "docx":
        return innhold
    import io
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(innhold)) as pakke:
            return b"".join(re.findall(rb"<cp:keywords>([^<]*)</cp:keywords>", pakke.read("docProps/core.xml")))
    except (zipfile.BadZipFile, KeyError):
        return b""


def forskjell(form: str, fil: str, gammelt: bytes, nytt: bytes) -> str:
    """Tell how a file differs from what the data give: by lines where it is text."""
    hode = f"«{enlinje(fil)}» er ikke det dataene gir: den er endret for hånd, eller dataene er endret siden. Lag den på nytt med --ut.\n"
    if form in BINAERE:
        return hode
    gamle, nye = (tekst.decode("utf-8", "replace").splitlines() for tekst in (gammelt, nytt))
    linjer = list(islice(difflib.unified_diff(gamle, nye, "filen", "dataene", n=1, lineterm=""), _FLEST_LINJER + 1))
    if not linjer:
        return f"{hode}Bare linjeslutt eller tegnkoding er forskjellig.\n"
    resten = "…\n" if len(linjer) > _FLEST_LINJER else ""
    return hode + "".join(f"{trygg(linje)}\n" for linje in linjer[:_FLEST_LINJER]) + resten
