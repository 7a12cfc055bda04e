"""Markdown to Word: real headings, lists and tables, by the house template where the project has
one.
"""

import io
import re
from datetime import datetime, time
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from styring.feil import StyringFeil
from styring.visning.rapport.dokument import (
    Dokumentoverskrift,
    Sideskift,
    blokker,
    er_kapittel,
    teksten,
)
from styring.visning.rapport.figurmerke import Innhold
from styring.visning.rapport.husmal import les_husmal
from styring.visning.rapport.malfiler import HUSMAL
from styring.visning.rapport.pakke import pakk_ut, summert
from styring.visning.rapport.papirer import Papirer
from styring.visning.rapport.stempel import UTEN_SUM, utgaven_av
from styring.visning.rapport.word_innhold import Skriver
from styring.visning.rapport.word_uten_husmal import standard

_FEIL_I_HUSMAL = (ValueError, TypeError, IndexError, AttributeError, SyntaxError)
"""What comes of a file that is a Word document by its name alone: parts, sizes or styles that are
not what they should be, broken XML.
"""
_TRE_SIDER = 6000
"""Characters of Markdown that fill about three pages: only Word itself knows how many there are."""
_LENGST = 255
"""Characters that Word takes in a property of a document."""


def vis(innhold: Innhold, papirer: Papirer, husmal: bytes | None) -> bytes:
    """Write the document. Raises StyringFeil where the house template can't be used."""
    if husmal is None:
        return _fyll(standard(ett_ark=papirer.ett_ark), innhold, papirer)
    dokument = les_husmal(husmal)
    try:
        return _fyll(dokument, innhold, papirer)
    except KeyError as feil:
        raise StyringFeil(
            f"templates/{HUSMAL}: husmalen mangler {_stilen(feil)}. Legg den til i Word, og lagre"
            " malen på nytt."
        ) from feil
    except _FEIL_I_HUSMAL as feil:
        raise StyringFeil(
            f"templates/{HUSMAL}: husmalen kan ikke fylles ut. Åpne den i Word, lagre den på nytt"
            " som .docx, eller slett den."
        ) from feil


def _merket(innhold: Innhold, papirer: Papirer) -> str:
    """The mark; with pictures, which typst draws, its version too."""
    if innhold.figurer:
        return papirer.stempel.merke(typst=utgaven_av("typst"), sum=UTEN_SUM)
    return papirer.stempel.merke(sum=UTEN_SUM)


def _stilen(feil: KeyError) -> str:
    """The style that is missing, by the name that Word has for it."""
    navn = re.search(r"'([^']+)'", str(feil.args[0]))
    return f"stilen «{navn[1]}»" if navn else "en stil"


# python-docx has no public type for a document
def _fyll(dokument: Any, innhold: Innhold, papirer: Papirer) -> bytes:  # noqa: ANN401
    _egenskaper(dokument, papirer)
    _topp_og_bunn(dokument, papirer)
    skriver, alle = Skriver(dokument), blokker(innhold.tekst, innhold.figurer)
    kapitler = [
        teksten(ett.biter)
        for ett in alle
        if isinstance(ett, Dokumentoverskrift) and er_kapittel(ett)
    ]
    skift = next((nr + 1 for nr, ett in enumerate(alle) if isinstance(ett, Sideskift)), None)
    forste = skift or next((nr for nr, ett in enumerate(alle) if er_kapittel(ett)), len(alle))
    skriver.skriv(alle[:forste])
    if len(innhold.tekst) > _TRE_SIDER and not papirer.ett_ark:
        skriver.innhold(kapitler, papirer.innholdsord)
    skriver.skriv(alle[forste:])
    dokument.core_properties.keywords = _merket(innhold, papirer)
    ut = io.BytesIO()
    dokument.save(ut)
    return summert(pakk_ut(ut.getvalue()))


# python-docx has no public type for a document
def _egenskaper(dokument: Any, papirer: Papirer) -> None:  # noqa: ANN401
    egenskaper = dokument.core_properties
    naar = datetime.combine(papirer.stempel.dato, time())
    egenskaper.title, egenskaper.author, egenskaper.language = (
        papirer.tittel[:_LENGST],
        papirer.kommune[:_LENGST],
        f"{papirer.spraak}-NO",
    )
    egenskaper.keywords, egenskaper.comments, egenskaper.subject = "", "", ""
    egenskaper.last_modified_by, egenskaper.category, egenskaper.revision = (
        papirer.kommune[:_LENGST],
        "",
        1,
    )
    egenskaper.identifier = egenskaper.content_status = egenskaper.version = ""
    egenskaper.created = egenskaper.modified = naar
    stiler = dokument.styles.element
    for tekst in (
        *stiler.iter(qn("w:rPrDefault")),
        *(stil.element for stil in dokument.styles if stil.name == "Normal"),
    ):
        _spraak(tekst, papirer.spraak)


def _spraak(stil: Any, spraak: str) -> None:  # noqa: ANN401  an element of the document's XML
    """Let Word read and spell the text in its own language."""
    egenskaper = stil.find(qn("w:rPr"))
    if egenskaper is None:
        egenskaper = OxmlElement("w:rPr")
        stil.append(egenskaper)
    for gammel in egenskaper.findall(qn("w:lang")):
        egenskaper.remove(gammel)
    lang = OxmlElement("w:lang")
    lang.set(qn("w:val"), f"{spraak}-NO")
    egenskaper.append(lang)


# python-docx has no public type for a document
def _topp_og_bunn(dokument: Any, papirer: Papirer) -> None:  # noqa: ANN401
    """What must stand at the top of every page, and the page number at the bottom where the house
    template has nothing there.
    """
    for seksjon in dokument.sections:
        egne = [(seksjon.header, seksjon.footer)]
        egne += (
            [(seksjon.first_page_header, seksjon.first_page_footer)]
            if seksjon.different_first_page_header_footer
            else []
        )
        egne += (
            [(seksjon.even_page_header, seksjon.even_page_footer)]
            if dokument.settings.odd_and_even_pages_header_footer
            else []
        )
        for topp, bunn in egne:
            _topp(topp, papirer.topplinje)
            _bunn(bunn)


# python-docx has no public type for a header
def _topp(topp: Any, linje: str) -> None:  # noqa: ANN401
    if linje:
        avsnitt = (
            topp.add_paragraph()
            if not topp.paragraphs or topp.paragraphs[0].text
            else topp.paragraphs[0]
        )
        avsnitt.alignment = WD_ALIGN_PARAGRAPH.CENTER
        avsnitt.add_run(linje).bold = True


def _bunn(bunn: Any) -> None:  # noqa: ANN401  python-docx has no public type for a footer
    avsnitt = bunn.paragraphs[0] if bunn.paragraphs else bunn.add_paragraph()
    if not avsnitt.text and not len(avsnitt.runs) and not bunn.tables:
        avsnitt.alignment = WD_ALIGN_PARAGRAPH.CENTER
        avsnitt.add_run("Side ")
        _felt(avsnitt, "PAGE")
        avsnitt.add_run(" av ")
        _felt(avsnitt, "NUMPAGES")


# python-docx has no public type for a paragraph
def _felt(avsnitt: Any, navn: str) -> None:  # noqa: ANN401
    felt = OxmlElement("w:fldSimple")
    felt.set(qn("w:instr"), navn)
    felt.append(OxmlElement("w:r"))
    felt[0].append(OxmlElement("w:t"))
    felt[0][0].text = "1"
    avsnitt._p.append(felt)  # noqa: SLF001  python-docx has no fields
