"""Blocks into a Word document, by the styles it has."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Emu, Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from styring.visning.figur.png import som_png
from styring.visning.figur.tegn import Figur, er_bred, som_svg
from styring.visning.rapport.dokument import (
    Avsnitt,
    Dokumentbilde,
    Dokumentblokk,
    Dokumentliste,
    Dokumentoverskrift,
    Dokumenttabell,
    Sideskift,
    Sitat,
    Tekstbit,
    er_kapittel,
    er_om,
)

_INNHOLDSFELT = ' TOC \\o "2-2" \\h \\z '
_MERKE = "_Toc"
_LITEN = 8.5
"""Points: the chapter about the document itself."""
_BILDEBREDDE, _BRED_FIGUR = Mm(100), Mm(160)
_DYPEST = 3
"""Word's own styles for lists go three levels down."""


class Skriver:
    """Adds blocks at the end of a document. Raises KeyError for a style it lacks."""

    # python-docx has no public type for a document
    def __init__(self, dokument: Any) -> None:  # noqa: ANN401
        self._dokument = dokument
        self._stiler: dict[str, str | None] = {}
        self._seksjon = dokument.element.body.sectPr
        self._kapittel = ""
        self._i_om = False
        self._kapitler = 0

    def innhold(self, kapitler: Iterable[str], over: str) -> None:
        """Add a list of the chapters, each a way to it; Word makes it anew with page numbers when
        its reader asks for that. Raises KeyError for a style the document lacks.
        """
        navn = list(kapitler)
        self._avsnitt((Tekstbit(over, sterk=True),), "Normal")
        for nr, kapittel in enumerate(navn):
            avsnitt = self._avsnitt((), "Normal", None)
            avsnitt.paragraph_format.space_after = Pt(0)
            if nr == 0:
                _feltdel(avsnitt, "begin", _INNHOLDSFELT)
            lenke = OxmlElement("w:hyperlink")
            lenke.set(qn("w:anchor"), f"{_MERKE}{nr + 1}")
            avsnitt._p.append(lenke)  # noqa: SLF001  python-docx has no links
            lenke.append(avsnitt.add_run(kapittel)._r)  # noqa: SLF001
            if nr == len(navn) - 1:
                _feltdel(avsnitt, "end")
        self._avsnitt((), "Normal")

    def skriv(self, blokker: Iterable[Dokumentblokk], dybde: int = 0) -> None:
        """Add blocks; ``dybde`` is how many lists they stand in."""
        for blokk in blokker:
            match blokk:
                case Dokumentoverskrift(niva, biter):
                    self._i_om = self._i_om or er_om(blokk)
                    self._kapittel = "".join(bit.tekst for bit in biter)
                    avsnitt = self._avsnitt(biter, f"Heading {niva}")
                    if er_kapittel(blokk):
                        self._kapitler += 1
                        _merk(avsnitt, self._kapitler)
                case Avsnitt(biter):
                    stil = _nivaa("List Continue", dybde) if dybde else "Normal"
                    self._avsnitt(biter, stil, _LITEN if self._i_om else None)
                case Dokumentliste():
                    self._liste(blokk, dybde + 1)
                case Dokumenttabell():
                    self._tabell(blokk)
                case Dokumentbilde(figur, nr):
                    self._bilde(figur, nr)
                case Sitat(inni):
                    self._sitat(inni)
                case Sideskift():
                    self._avsnitt((), "Normal").add_run().add_break(WD_BREAK.PAGE)

    def _bilde(self, figur: Figur, nr: int) -> None:
        """Put in a picture, with the same in words for one who does not see it."""
        png = som_png(som_svg(figur, nr))
        loep = self._avsnitt((), "Normal").add_run()
        form = loep.add_picture(BytesIO(png), width=_BRED_FIGUR if er_bred(figur) else _BILDEBREDDE)
        egenskaper = form._inline.docPr  # noqa: SLF001  python-docx has no words of pictures
        egenskaper.set("name", f"Figur {nr}")
        egenskaper.set("descr", f"{figur.tittel}: {figur.beskrivelse}")

    # python-docx has no public type for a paragraph
    def _avsnitt(self, biter: Iterable[Tekstbit], stil: str, storrelse: float | None = None) -> Any:  # noqa: ANN401
        if stil not in self._stiler:
            self._stiler[stil] = self._dokument.part.get_style_id(
                self._dokument.styles[stil], WD_STYLE_TYPE.PARAGRAPH
            )
        avsnitt = self._nytt_avsnitt()
        # python-docx would look through all the styles again for each paragraph
        avsnitt._p.style = self._stiler[stil]  # noqa: SLF001
        _fyll(avsnitt, biter, storrelse)
        return avsnitt

    def _nytt_avsnitt(self) -> Any:  # noqa: ANN401  python-docx has no public type for a paragraph
        """Add a paragraph last, before the section: python-docx would look for it from the
        beginning each time, and a long document takes its square.
        """
        if self._seksjon is None:
            return self._dokument.add_paragraph()
        element = OxmlElement("w:p")
        self._seksjon.addprevious(element)
        # what its own add_paragraph gives
        return Paragraph(element, self._dokument._body)  # noqa: SLF001

    def _liste(self, liste: Dokumentliste, dybde: int) -> None:
        navn = _nivaa("List Bullet" if liste.fra is None else "List Number", dybde)
        nummer = self._ny_nummerering(navn, liste.fra) if liste.fra is not None else None
        for punkt in liste.punkter:
            forste, *resten = punkt or (Avsnitt(()),)
            avsnitt = self._avsnitt(forste.biter if isinstance(forste, Avsnitt) else (), navn)
            if nummer is not None:
                egenskaper = avsnitt.paragraph_format.element.get_or_add_pPr()
                egenskaper.get_or_add_numPr().get_or_add_numId().val = nummer
            self.skriv(resten if isinstance(forste, Avsnitt) else (forste, *resten), dybde)

    def _ny_nummerering(self, stil: str, fra: int) -> int | None:
        """A numbering of its own, so that a list does not go on from the one before."""
        egenskaper = self._dokument.styles[stil].element.pPr
        if egenskaper is None or egenskaper.numPr is None:
            return None
        # python-docx has no lists
        nummerering = self._dokument.part.numbering_part.numbering_definitions._numbering  # noqa: SLF001
        mal = nummerering.num_having_numId(egenskaper.numPr.numId.val)
        ny = nummerering.add_num(mal.abstractNumId.val)
        ny.add_lvlOverride(ilvl=0).add_startOverride(fra)
        return int(ny.numId)

    def _tabell(self, tabell: Dokumenttabell) -> None:
        rader = (tabell.hode, *tabell.rader)
        word = self._dokument.add_table(
            rows=len(rader), cols=len(tabell.hode), style=self._dokument.styles["Table Grid"]
        )
        word.autofit = False
        _tittel(word, self._kapittel)
        _smale_marger(word)
        seksjon = self._dokument.sections[-1]
        andeler = tabell.bredder()
        plass = (seksjon.page_width - seksjon.left_margin - seksjon.right_margin) / sum(andeler)
        bredder = [Emu(int(plass * andel)) for andel in andeler]
        for kolonne, bredde in zip(word.columns, bredder, strict=True):
            kolonne.width = bredde
        for nr, (rad, celler) in enumerate(zip(word.rows, rader, strict=True)):
            for celle, biter, hoyre, bredde in zip(
                rad.cells, celler, tabell.hoyre, bredder, strict=True
            ):
                celle.width = bredde
                avsnitt = celle.paragraphs[0]
                avsnitt.paragraph_format.space_after = Pt(0)
                avsnitt.alignment = WD_ALIGN_PARAGRAPH.RIGHT if hoyre else WD_ALIGN_PARAGRAPH.LEFT
                _fyll(
                    avsnitt,
                    (bit._replace(sterk=bit.sterk or nr == 0) for bit in biter),
                    storrelse=8 if nr == 0 else 9,
                )
            _rad(rad, hode=nr == 0)
        self._avsnitt((), "Normal").paragraph_format.space_after = Pt(0)

    def _sitat(self, blokker: Iterable[Dokumentblokk]) -> None:
        for blokk in blokker:
            if isinstance(blokk, Avsnitt):
                self._avsnitt(blokk.biter, "Intense Quote")
            else:
                self.skriv([blokk])


def _nivaa(stil: str, dybde: int) -> str:
    return stil if dybde == 1 else f"{stil} {min(dybde, _DYPEST)}"


# python-docx has no public type for a paragraph
def _fyll(avsnitt: Any, biter: Iterable[Tekstbit], storrelse: float | None = None) -> None:  # noqa: ANN401
    for bit in biter:
        tekst = avsnitt.add_run(bit.tekst)
        if bit.sterk:
            tekst.bold = True
        if bit.skra:
            tekst.italic = True
        if bit.kode:
            tekst.font.name = "Consolas"
        if bit.farge:
            tekst.font.color.rgb = RGBColor.from_string(bit.farge)
        if storrelse:
            tekst.font.size = Pt(storrelse)


def _smale_marger(tabell: Any) -> None:  # noqa: ANN401  python-docx has no public type for a table
    """Leave the words of narrow columns room enough."""
    marger = OxmlElement("w:tblCellMar")
    for side in ("w:left", "w:right"):
        marg = OxmlElement(side)
        marg.set(qn("w:w"), "50")
        marg.set(qn("w:type"), "dxa")
        marger.append(marg)
    egenskaper = tabell._tbl.tblPr  # noqa: SLF001  python-docx has no such settings
    utseende = egenskaper.find(qn("w:tblLook"))
    egenskaper.insert(
        len(egenskaper) if utseende is None else list(egenskaper).index(utseende), marger
    )


# python-docx has no public type for a paragraph
def _merk(avsnitt: Any, nr: int) -> None:  # noqa: ANN401
    """Mark a chapter, so that the list of contents leads to it."""
    for navn in ("w:bookmarkStart", "w:bookmarkEnd"):
        merke = OxmlElement(navn)
        merke.set(qn("w:id"), str(nr))
        if navn == "w:bookmarkStart":
            merke.set(qn("w:name"), f"{_MERKE}{nr}")
        avsnitt._p.append(merke)  # noqa: SLF001  python-docx has no bookmarks


# python-docx has no public type for a paragraph
def _feltdel(avsnitt: Any, slag: str, kode: str = "") -> None:  # noqa: ANN401
    """The beginning of a field with what it asks for, or its end."""
    deler = [
        ("w:fldChar", slag),
        *([("w:instrText", kode), ("w:fldChar", "separate")] if kode else []),
    ]
    for navn, verdi in deler:
        loep = avsnitt.add_run()._r  # noqa: SLF001  python-docx has no fields
        del_ = OxmlElement(navn)
        if navn == "w:instrText":
            del_.set(qn("xml:space"), "preserve")
            del_.text = verdi
        else:
            del_.set(qn("w:fldCharType"), verdi)
        loep.append(del_)


def _tittel(tabell: Any, navn: str) -> None:  # noqa: ANN401  python-docx has no public type for a table
    """Name a table for those who listen: by the heading above it."""
    tittel = OxmlElement("w:tblCaption")
    tittel.set(qn("w:val"), navn)
    tabell._tbl.tblPr.append(tittel)  # noqa: SLF001  python-docx has no such settings


def _rad(rad: Any, *, hode: bool) -> None:  # noqa: ANN401  python-docx has no public type for a row
    """Keep a row on one page, and repeat the head on each."""
    egenskaper = rad._tr.get_or_add_trPr()  # noqa: SLF001  python-docx has no such settings
    for navn in ("w:cantSplit", "w:tblHeader") if hode else ("w:cantSplit",):
        egenskaper.append(OxmlElement(navn))
