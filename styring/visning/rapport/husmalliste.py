"""What is let in of a house template for Word: an allow-list, by the names of the format."""

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn

DELER = frozenset({RT.STYLES, RT.NUMBERING, RT.THEME, RT.SETTINGS, RT.HEADER, RT.FOOTER})
"""The parts beside the text that are taken along."""


INNSTILLINGER = frozenset(
    qn(f"w:{navn}")
    for navn in (
        *(
            "mirrorMargins",
            "gutterAtTop",
            "evenAndOddHeaders",
            "defaultTabStop",
            "autoHyphenation",
            "consecutiveHyphenLimit",
            "hyphenationZone",
        ),
        *(
            "characterSpacingControl",
            "compat",
            "themeFontLang",
            "clrSchemeMapping",
            "decimalSymbol",
            "listSeparator",
        ),
    )
)
"""The settings that have to do with how a page looks."""


FELT = frozenset({"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "STYLEREF"})
"""What a header may have filled in by Word: numbers of pages, and headings of the report itself."""


NAVNEROM = (
    "http://schemas.openxmlformats.org/",
    "http://schemas.microsoft.com/office/",
    "urn:schemas-microsoft-com:",
    "http://www.w3.org/XML/",
)


BORT = frozenset(
    qn(f"w:{navn}")
    for navn in (
        "sdtPr",
        "sdtEndPr",
        "customXmlPr",
        "smartTagPr",
        "commentRangeStart",
        "commentRangeEnd",
        "commentReference",
        "rsid",
        "rsids",
        "background",
    )
)
"""Inside what is taken along: links to data, comments and editing sessions."""
