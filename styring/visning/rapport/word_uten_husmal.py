"""The Word document that a report is written into where the municipality has no house template of
its own.
"""

from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt, RGBColor

_BLAA = RGBColor(0x17, 0x50, 0x6B)
_GRAA, _LYS = "BFC8CC", "EEF3F5"
_LUFT = "25"
"""Above and below the text in a cell, in twentieths of a point."""
_LODDRETTE = frozenset(qn(f"w:{side}") for side in ("left", "right", "insideV"))


# python-docx has no public type for a document
def standard(*, ett_ark: bool) -> Any:  # noqa: ANN401
    """Make an empty document with our own styles; ``ett_ark`` is for what should fit on
    one sheet.
    """
    dokument: Any = Document()
    for seksjon in dokument.sections:
        seksjon.page_width, seksjon.page_height = Mm(210), Mm(297)
        seksjon.left_margin = seksjon.right_margin = seksjon.top_margin = seksjon.bottom_margin = (
            Mm(14 if ett_ark else 20)
        )
    vanlig = dokument.styles["Normal"]
    vanlig.font.name, vanlig.font.size = "Calibri", Pt(9.5 if ett_ark else 10.5)
    vanlig.paragraph_format.space_after = Pt(2 if ett_ark else 6)
    for niva, storrelse in ((1, 16), (2, 12), (3, 10)) if ett_ark else ((1, 20), (2, 15), (3, 12)):
        overskrift = dokument.styles[f"Heading {niva}"]
        overskrift.font.name, overskrift.font.size, overskrift.font.color.rgb = (
            "Calibri",
            Pt(storrelse),
            _BLAA,
        )
        if ett_ark:
            overskrift.paragraph_format.space_before = Pt(6)
        overskrift.element.rPr.rFonts.attrib.clear()
        overskrift.font.name = "Calibri"
    _rolige_tabeller(dokument.styles["Table Grid"].element)
    return dokument


def _rolige_tabeller(stil: Any) -> None:  # noqa: ANN401  an element of the document's XML
    """Thin grey lines between the rows, none between the columns, some room for the text, and a
    tinted head.
    """
    for linje in stil.find(f".//{qn('w:tblBorders')}"):
        linje.set(qn("w:val"), "nil" if linje.tag in _LODDRETTE else "single")
        linje.set(qn("w:color"), _GRAA)
    for side in ("w:top", "w:bottom"):
        stil.find(f".//{qn('w:tblCellMar')}/{qn(side)}").set(qn("w:w"), _LUFT)
    hode = OxmlElement("w:tblStylePr")
    hode.set(qn("w:type"), "firstRow")
    celle, farge = OxmlElement("w:tcPr"), OxmlElement("w:shd")
    for navn, verdi in (("val", "clear"), ("color", "auto"), ("fill", _LYS)):
        farge.set(qn(f"w:{navn}"), verdi)
    celle.append(farge)
    hode.append(celle)
    stil.append(hode)
