"""The house template for Word, by an allow-list: styles, numbering, theme, margins, header and
footer are taken from it, and nothing else.

A Word file carries far more than its text: comments with names, properties, earlier versions, where
the template lies, macros, pictures fetched from elsewhere. What a report takes along is public.
What the list does not name stays behind, and what would be fetched or run is refused by name.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.oxml import serialize_part_xml
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from styring.feil import StyringFeil
from styring.lesing.pakke import ForStor, Pakkefeil, deler, les_xml
from styring.visning.rapport.bilderens import uten_opplysninger
from styring.visning.rapport.husmalliste import BORT, DELER, FELT, INNSTILLINGER, NAVNEROM
from styring.visning.rapport.malfiler import HUSMAL

_FEIL_I_FILEN = (
    KeyError,
    zipfile.BadZipFile,
    ValueError,
    TypeError,
    IndexError,
    AttributeError,
    SyntaxError,
)
"""What comes of a file that is a Word document by its name alone: parts that are not what they
should be, broken XML.
"""
_FLEST_ELEMENTER = 500_000


def les_husmal(raa: bytes) -> Any:  # noqa: ANN401  python-docx has no public type for a document
    """The house template without what is written in it, and without all that a report should not
    carry. Raises StyringFeil.
    """
    try:
        dokument = Document(io.BytesIO(_pakket_om(raa)))
    except ForStor as feil:
        raise StyringFeil(
            f"templates/{HUSMAL}: husmalen er for stor. Ta bort bilder og annet som ikke trengs, og"
            " lagre den på nytt."
        ) from feil
    except (Pakkefeil, *_FEIL_I_FILEN) as feil:
        raise StyringFeil(
            f"templates/{HUSMAL} er ikke et Word-dokument. Lagre den som .docx fra Word, eller"
            " slett den."
        ) from feil
    _rens(dokument)
    return dokument


def _pakket_om(raa: bytes) -> bytes:
    """The package as it was gone through, so that the library sees what was judged.

    Raises Pakkefeil, and StyringFeil for macros.
    """
    antall = 0

    def tell(_navn: str, _trekk: dict[str, str]) -> None:
        nonlocal antall
        antall += 1
        if antall > _FLEST_ELEMENTER:
            raise ForStor

    ut = io.BytesIO()
    with zipfile.ZipFile(ut, "w") as pakke:
        for navn, innhold in deler(raa):
            les_xml(navn, innhold, tell)
            if re.search(r"vba(?:Project|Data)|/activeX/|macro", navn, re.IGNORECASE) or (
                navn == "[Content_Types].xml" and b"macroEnabled" in innhold
            ):
                hva = navn if navn != "[Content_Types].xml" else "filtypen er for makroer"
                raise _avvis(f"har makroer ({hva})", "Lagre den som .docx uten makroer")
            pakke.writestr(navn, innhold)
    return ut.getvalue()


def _avvis(hva: str, raad: str) -> StyringFeil:
    return StyringFeil(f"templates/{HUSMAL}: husmalen {hva}. {raad}, og legg den inn på nytt.")


def _rens(dokument: Any) -> None:  # noqa: ANN401  python-docx has no public type for a document
    hoved = dokument.part
    _ingenting_utenfra(dokument)
    for del_ in list(dokument.element):
        if del_ is not dokument.element.body:
            dokument.element.remove(del_)
    for del_ in list(dokument.element.body):
        if del_.tag != qn("w:sectPr"):
            dokument.element.body.remove(del_)
    vises = _topper_som_vises(dokument)
    for nr, forhold in list(hoved.rels.items()):
        if forhold.reltype not in DELER or (
            forhold.reltype in (RT.HEADER, RT.FOOTER) and nr not in vises
        ):
            hoved.rels.pop(nr)
    for nr, forhold in list(hoved.package.rels.items()):
        if forhold.reltype != RT.OFFICE_DOCUMENT:
            hoved.package.rels.pop(nr)
    _rens_element(dokument.element, "teksten")
    for forhold in hoved.rels.values():
        _rens_del(forhold.target_part, forhold.reltype)


# python-docx has no public type for a document
def _ingenting_utenfra(dokument: Any) -> None:  # noqa: ANN401
    """Refuse what Word would fetch or follow.

    Only a link in the text itself, which is thrown away, is let be.
    """
    for del_ in (dokument.part.package, *dokument.part.package.iter_parts()):
        for forhold in del_.rels.values():
            if forhold.is_external and not (
                del_ is dokument.part and forhold.reltype == RT.HYPERLINK
            ):
                hva = "en mal" if forhold.reltype.endswith("/attachedTemplate") else "noe"
                raise _avvis(
                    f"viser til {hva} utenfor filen («{forhold.target_ref}»)",
                    "Fjern koblingen i Word",
                )


# python-docx has no public type for a document
def _topper_som_vises(dokument: Any) -> set[str]:  # noqa: ANN401
    """The headers and footers of the one section that is left, but for those that its settings keep
    from being shown.
    """
    vises: set[str] = set()
    like = dokument.settings.odd_and_even_pages_header_footer
    for seksjon in dokument.sections:
        oppsett = seksjon._sectPr  # noqa: SLF001  no public way to what a section refers to
        slag = {
            "default",
            *(["first"] if seksjon.different_first_page_header_footer else []),
            *(["even"] if like else []),
        }
        for viser in [
            *oppsett.findall(qn("w:headerReference")),
            *oppsett.findall(qn("w:footerReference")),
        ]:
            if viser.get(qn("w:type"), "default") in slag:
                vises.add(viser.get(qn("r:id")))
            else:
                oppsett.remove(viser)
    return vises


def _rens_del(del_: Any, slag: str) -> None:  # noqa: ANN401  python-docx's types of parts differ
    navn = str(del_.partname).lstrip("/")
    if not isinstance(del_, XmlPart):  # the theme, which python-docx keeps as bytes
        tre = parse_xml(del_.blob)
        _rens_element(tre, navn)
        del_._blob = serialize_part_xml(tre)  # noqa: SLF001  no public way to set it
    else:
        if slag == RT.SETTINGS:
            _bare_utseende(del_.element)
        _rens_element(del_.element, navn)
    for nr, forhold in list(del_.rels.items()):
        if slag == RT.SETTINGS:
            del_.rels.pop(nr)
        elif forhold.reltype != RT.IMAGE:
            raise _avvis(
                f"har noe annet enn tekst og bilder i {navn}"
                f" ({str(forhold.target_part.partname).lstrip('/')})",
                "Ta det bort i Word",
            )
        else:
            _rens_bilde(forhold.target_part)


def _rens_bilde(bilde: Any) -> None:  # noqa: ANN401  python-docx's types of parts differ
    rent = uten_opplysninger(bilde.blob)
    if rent is None:
        raise _avvis(
            f"har et bilde som verken er png eller jpeg ({str(bilde.partname).lstrip('/')})",
            "Sett det inn som png",
        )
    bilde._blob = rent  # noqa: SLF001  no public way to set it


def _bare_utseende(innstillinger: Any) -> None:  # noqa: ANN401  an element of the document's XML
    for ett in list(innstillinger):
        if ett.tag not in INNSTILLINGER:
            innstillinger.remove(ett)


def _rens_element(tre: Any, navn: str) -> None:  # noqa: ANN401  an element of the document's XML
    """Leave out what people don't see, and refuse what they would have to decide on: tracked
    changes, hidden text, fields that fetch something.
    """
    for ett in list(tre.iter()):
        if ett is not tre and _skal_bort(ett):
            _ta_bort(ett)
    for ett in tre.iter():
        if ett.get(qn("w:author")) is not None:
            raise _avvis(f"har sporede endringer i {navn}", "Godta eller avvis dem i Word")
    if navn.startswith(("word/header", "word/footer")):
        if any(
            ett.get(qn("w:val")) not in ("0", "false")
            for ett in tre.iter(qn("w:vanish"), qn("w:specVanish"))
        ):
            raise _avvis(f"har skjult tekst i {navn}", "Ta den bort i Word")
        if fremmed := next(
            (
                felt
                for felt in _felt(tre)
                if felt.split()[:1] and felt.split()[0].upper() not in FELT
            ),
            None,
        ):
            raise _avvis(
                f"har et felt i {navn} som ikke er et sidetall («{' '.join(fremmed.split())}»)",
                "Gjør det om til vanlig tekst i Word",
            )


def _skal_bort(ett: Any) -> bool:  # noqa: ANN401  an element, a comment or an instruction
    if not isinstance(ett.tag, str):
        return True
    lokalt = ett.tag.rpartition("}")[2]
    return (
        ett.tag in BORT
        or not ett.tag[1:].startswith(NAVNEROM)
        or lokalt == "extLst"
        or (lokalt.endswith("Change") and ett.get(qn("w:author")) is not None)
    )


def _ta_bort(ett: Any) -> None:  # noqa: ANN401  an element, a comment or an instruction
    over = ett.getparent()
    if over is not None:
        over.remove(ett)


def _felt(tre: Any) -> Iterator[str]:  # noqa: ANN401  an element of the document's XML
    """Every field, as it is written: on its own, or between its marks."""
    for ett in tre.iter(qn("w:fldSimple")):
        yield ett.get(qn("w:instr"), "")
    for avsnitt in tre.iter(qn("w:p")):
        skrevet: list[str] = []
        for ett in avsnitt.iter(qn("w:fldChar"), qn("w:instrText")):
            if ett.tag == qn("w:instrText"):
                skrevet.append(ett.text or "")
            elif skrevet:
                yield "".join(skrevet)
                skrevet = []
        if skrevet:
            yield "".join(skrevet)
