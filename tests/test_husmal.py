"""The municipality's own Word file: its looks go into public reports, and nothing else that it
carries.
"""

import io
import re
import shutil
import struct
import zipfile
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from styring.feil import StyringFeil
from styring.visning.rapport.bilderens import uten_opplysninger
from styring.visning.rapport.husmal import les_husmal
from tests.conftest import ROT, Kjor
from tests.dokumenthjelp import alt_i

ORDET = "Kanarifugl"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAKKE = "http://schemas.openxmlformats.org/package/2006/relationships"
Deler = dict[str, bytes]


def bit(slag: bytes, innhold: bytes) -> bytes:
    return (
        struct.pack(">I", len(innhold))
        + slag
        + innhold
        + struct.pack(">I", zlib.crc32(slag + innhold))
    )


IHDR, IDAT = (
    bit(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
    bit(b"IDAT", zlib.compress(b"\0\0")),
)
PNG = (
    b"\x89PNG\r\n\x1a\n"
    + IHDR
    + bit(b"tEXt", b"Author\0" + ORDET.encode())
    + IDAT
    + bit(b"IEND", b"")
    + ORDET.encode()
)
STROM = b"\xff\xda\x00\x04\x00\x00\x12\xff\x00\x34\xff\xd0\x56"
JPEG = (
    b"\xff\xd8\xff\xe0\x00\x04JF\xff\xe1\x00\x0c"
    + ORDET.encode()
    + b"\xff\xfe\x00\x0c"
    + ORDET.encode()
    + STROM
    + b"\xff\xd9"
    + ORDET.encode()
)


def hus() -> Any:
    """A house template that any municipality might have made."""
    dokument: Any = Document()
    dokument.sections[0].header.paragraphs[0].text = "Granvåg kommune"
    dokument.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(PNG))
    dokument.sections[0].footer.paragraphs[0].text = "Rådhusgata 1"
    dokument.add_paragraph(f"{ORDET} skrev her")
    return dokument


def legg_i(deler: Deler, innhold: bytes) -> None:
    deler["word/x.xml"] = innhold


def pakket(dokument: Any, endre: Callable[[Deler], None] = lambda _: None) -> bytes:
    ut = io.BytesIO()
    dokument.save(ut)
    with zipfile.ZipFile(ut) as pakke:
        deler = {navn: pakke.read(navn) for navn in pakke.namelist()}
    endre(deler)
    ut = io.BytesIO()
    with zipfile.ZipFile(ut, "w", zipfile.ZIP_DEFLATED) as pakke:
        for navn, innhold in deler.items():
            pakke.writestr(navn, innhold)
    return ut.getvalue()


def bytt(deler: Deler, navn: str, gammelt: str, nytt: str) -> None:
    tekst = deler[navn].decode()
    assert gammelt in tekst
    deler[navn] = tekst.replace(gammelt, nytt, 1).encode()


def knytt(
    deler: Deler, fra: str, slag: str, til: str, innhold: str | None, type_: str = "application/xml"
) -> None:
    """A part beside another, as Word knits them; without content, one outside the file."""
    mappe, _, navn = fra.rpartition("/")
    rels = f"{mappe}/_rels/{navn}.rels".lstrip("/")
    utenfor = ' TargetMode="External"' if innhold is None else ""
    deler.setdefault(rels, f'<Relationships xmlns="{PAKKE}"></Relationships>'.encode())
    bytt(
        deler,
        rels,
        "</Relationships>",
        f'<Relationship Id="rIdX{len(deler)}" Type="{slag}"'
        f' Target="{til}"{utenfor}/></Relationships>',
    )
    if innhold is not None:
        sti = til.lstrip("/") if til.startswith("/") else f"{mappe}/{til}".lstrip("/")
        deler[sti] = innhold.encode()
        bytt(
            deler,
            "[Content_Types].xml",
            "</Types>",
            f'<Override PartName="/{sti}" ContentType="{type_}"/></Types>',
        )


def toppen(deler: Deler) -> str:
    return next(
        navn
        for navn in deler
        if re.fullmatch(r"word/header\d*\.xml", navn) and "Granvåg" in deler[navn].decode()
    )


def skjul_alt(deler: Deler) -> None:
    """The word in every part and corner that a Word file has for it."""
    skjult = f'<x xmlns="urn:x" navn="{ORDET}">{ORDET}</x>'
    for slag, til in (
        *(
            (f"{R}/comments", "comments.xml"),
            ("http://schemas.microsoft.com/office/2011/relationships/people", "people.xml"),
        ),
        *(
            (f"{R}/glossaryDocument", "glossary/document.xml"),
            (f"{R}/footnotes", "footnotes.xml"),
            (f"{R}/customXml", "/customXml/item9.xml"),
        ),
        *(
            (f"{R}/header", "header9.xml"),
            ("http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects", "s.xml"),
            (f"{R}/webSettings", "w.xml"),
        ),
        *(
            (f"{R}/image", "media/skjult.xml"),
            (f"{R}/oleObject", "embeddings/o.xml"),
            (f"{R}/package", "embeddings/p.xml"),
            (f"{R}/aFChunk", "a.xml"),
        ),
    ):
        knytt(deler, "word/document.xml", slag, til, skjult)
    knytt(deler, "word/document.xml", f"{R}/hyperlink", f"https://{ORDET}.no", None)
    for slag, til in (
        (f"{R}/custom-properties", "docProps/custom.xml"),
        (f"{R}/extended-properties", "docProps/app9.xml"),
        (f"{R}/x", "sig.xml"),
    ):
        knytt(deler, "", slag, til, skjult)
    knytt(deler, "word/settings.xml", f"{R}/customXml", "v.xml", skjult)
    deler["ingen.bin"] = ORDET.encode()
    bytt(
        deler,
        "word/settings.xml",
        "</w:settings>",
        f'<w:docVars><w:docVar w:name="a" w:val="{ORDET}"/></w:docVars></w:settings>',
    )
    bytt(
        deler,
        "word/styles.xml",
        "</w:styles>",
        f"<!-- {ORDET} --><?x {ORDET}?><x xmlns='urn:x'>{ORDET}</x></w:styles>",
    )
    bytt(
        deler,
        "word/theme/theme1.xml",
        "</a:theme>",
        f"<a:extLst><a:ext uri='{ORDET}'/></a:extLst><!-- {ORDET} --></a:theme>",
    )
    bytt(
        deler,
        toppen(deler),
        "<w:p>",
        "<w:sdt><w:sdtPr><w:tag"
        f' w:val="{ORDET}"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt><w:p>',
    )
    bytt(
        deler,
        "word/document.xml",
        "<w:sectPr",
        f'<w:p><w:pPr><w:pPrChange w:id="1" w:author="{ORDET}"/></w:pPr></w:p><w:sectPr',
    )


def test_bare_utseendet_folger_med(kjor: Kjor, tmp_path: Path) -> None:
    """The word stands in no part, name or property of the public report; header, picture, footer,
    styles, margins and theme do.
    """
    prosjekt = tmp_path / "p"
    shutil.copytree(ROT / "eksempel", prosjekt)
    (prosjekt / "templates").mkdir()
    dokument = hus()
    for navn in (
        "author",
        "title",
        "subject",
        "comments",
        "keywords",
        "category",
        "last_modified_by",
        "identifier",
        "content_status",
        "version",
    ):
        setattr(dokument.core_properties, navn, ORDET)
    dokument.sections[0].first_page_header.paragraphs[0].text = ORDET
    dokument.sections[0].even_page_footer.paragraphs[0].text = ORDET
    dokument.sections[0].different_first_page_header_footer = False
    dokument.sections[0].left_margin = 1_234_440
    dokument.styles["Heading 1"].font.name = "Husskrift"
    (prosjekt / "templates" / "rapport.docx").write_bytes(pakket(dokument, skjul_alt))
    assert ORDET in alt_i(prosjekt / "templates" / "rapport.docx")
    kjor(
        "rapport",
        "vedtak",
        "--dato",
        "2024-09-26",
        "--ut",
        tmp_path / "x.docx",
        "--prosjekt",
        prosjekt,
    )
    assert ORDET.casefold() not in alt_i(tmp_path / "x.docx").casefold()
    laget: Any = Document(str(tmp_path / "x.docx"))
    seksjon = laget.sections[0]
    assert (
        seksjon.header.paragraphs[-1].text,
        seksjon.footer.paragraphs[0].text,
        seksjon.left_margin,
    ) == ("Granvåg kommune", "Rådhusgata 1", 1_234_440)
    assert laget.styles["Heading 1"].font.name == "Husskrift"
    with zipfile.ZipFile(tmp_path / "x.docx") as pakke:
        navnene = set(pakke.namelist())
        bilde = next(pakke.read(ett) for ett in navnene if ett.startswith("word/media/"))
    assert bilde == PNG.replace(bit(b"tEXt", b"Author\0" + ORDET.encode()), b"").removesuffix(
        ORDET.encode()
    )
    assert {re.sub(r"\d+", "", ett) for ett in navnene} <= {
        *(
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "word/document.xml",
            "word/_rels/document.xml.rels",
            "word/styles.xml",
            "word/numbering.xml",
        ),
        *(
            "word/settings.xml",
            "word/theme/theme.xml",
            "word/header.xml",
            "word/footer.xml",
            "word/_rels/header.xml.rels",
            "word/media/image.png",
        ),
    }


def i_toppen(xml: str) -> Callable[[Deler], None]:
    return lambda deler: bytt(deler, toppen(deler), "<w:r>", f"{xml}<w:r>")


def felt(*ord_: str) -> str:
    """A field between its marks, its words in as many pieces as Word may have cut them."""
    biter = (
        '<w:fldChar w:fldCharType="begin"/>',
        *(f"<w:instrText>{ett}</w:instrText>" for ett in ord_),
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{ett}</w:r>" for ett in biter)


AVVISES: dict[str, tuple[Callable[[Deler], None], str]] = {
    "makroer": (
        lambda deler: knytt(
            deler, "word/document.xml", "http://x/vbaProject", "vbaProject.bin", "x"
        ),
        "har makroer (word/vbaProject.bin)",
    ),
    "filtype": (
        lambda deler: bytt(
            deler,
            "[Content_Types].xml",
            "wordprocessingml.document.main+xml",
            "x.macroEnabled.main+xml",
        ),
        "har makroer",
    ),
    "mal": (
        lambda deler: knytt(
            deler, "word/settings.xml", f"{R}/attachedTemplate", "file:///P:/Felles/Hus.dotm", None
        ),
        "viser til en mal utenfor filen («file:///P:/Felles/Hus.dotm»). Fjern koblingen i Word",
    ),
    "bilde utenfra": (
        lambda deler: knytt(deler, toppen(deler), f"{R}/image", "http://x.no/b.png", None),
        "viser til noe utenfor filen («http://x.no/b.png»)",
    ),
    "bilde i teksten": (
        lambda deler: knytt(deler, "word/document.xml", f"{R}/image", "http://x.no/b.png", None),
        "viser til noe utenfor filen",
    ),
    "lenke i toppen": (
        lambda deler: knytt(deler, toppen(deler), f"{R}/hyperlink", "https://x.no", None),
        "viser til noe utenfor filen («https://x.no»)",
    ),
    "objekt": (
        lambda deler: knytt(deler, toppen(deler), f"{R}/oleObject", "embeddings/o.bin", "x"),
        "har noe annet enn tekst og bilder i word/header",
    ),
    "annet bilde": (
        lambda deler: knytt(deler, toppen(deler), f"{R}/image", "media/b.svg", "<svg/>"),
        "et bilde som verken er png eller jpeg (word/media/b.svg)",
    ),
    "sporing": (
        i_toppen('<w:ins w:id="1" w:author="Kari"><w:r><w:t>x</w:t></w:r></w:ins>'),
        "har sporede endringer i word/header",
    ),
    "skjult": (
        i_toppen("<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>"),
        "har skjult tekst i word/header",
    ),
    "felt": (
        i_toppen(felt("INCLUDE", "TEXT C:/x")),
        "som ikke er et sidetall («INCLUDETEXT C:/x»)",
    ),
    "kort felt": (
        i_toppen('<w:fldSimple w:instr=" DOCPROPERTY Sak "/>'),
        "som ikke er et sidetall («DOCPROPERTY Sak»)",
    ),
}


@pytest.mark.parametrize("hva", AVVISES)
def test_det_som_ville_blitt_hentet_eller_kjort_avvises(hva: str) -> None:
    """Each by its name, with the cure, on one line."""
    endre, grunn = AVVISES[hva]
    with pytest.raises(StyringFeil) as feil:
        les_husmal(pakket(hus(), endre))
    assert str(feil.value).startswith("templates/rapport.docx: husmalen ")
    assert grunn in str(feil.value)
    assert str(feil.value).endswith(", og legg den inn på nytt.")


def test_sidetall_og_godkjente_ord_slipper_gjennom() -> None:
    """Page numbers, a heading of the report, and text that is said not to be hidden are as they
    should be.
    """

    def endre(deler: Deler) -> None:
        ord_ = (
            felt(" PAGE ") + felt(" STYLEREF 'Heading 1' ") + '<w:fldSimple w:instr=" NUMPAGES "/>'
        )
        bytt(
            deler,
            toppen(deler),
            "<w:r>",
            f'{ord_}<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>x</w:t></w:r><w:r>',
        )

    assert "NUMPAGES" in les_husmal(pakket(hus(), endre)).sections[0].header._element.xml


def test_husmal_som_koster_for_mye() -> None:
    for innhold in (b"<x>" + b"<y/>" * 600_000 + b"</x>", b"<x>" + b" " * 61_000_000 + b"</x>"):
        with pytest.raises(StyringFeil, match="husmalen er for stor"):
            les_husmal(pakket(hus(), partial(legg_i, innhold=innhold)))
    with pytest.raises(StyringFeil, match="ikke et Word-dokument"):
        les_husmal(
            pakket(
                hus(),
                lambda deler: deler.update(
                    {"word/x.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}
                ),
            )
        )


def test_bilder_uten_opplysninger() -> None:
    """What a picture says of itself is gone, the picture is not; what is broken or of another kind
    is no picture.
    """
    assert uten_opplysninger(PNG) == b"\x89PNG\r\n\x1a\n" + IHDR + IDAT + bit(b"IEND", b"")
    assert uten_opplysninger(JPEG) == b"\xff\xd8\xff\xe0\x00\x04JF" + STROM + b"\xff\xd9"
    to_stromer = (
        JPEG.removesuffix(b"\xff\xd9" + ORDET.encode()) + b"\xff\xc4\x00\x02" + STROM + b"\xff\xd9"
    )
    assert (
        uten_opplysninger(to_stromer)
        == b"\xff\xd8\xff\xe0\x00\x04JF" + STROM + b"\xff\xc4\x00\x02" + STROM + b"\xff\xd9"
    )
    for raa in (
        b"",
        b"GIF89a",
        b"<svg/>",
        PNG[:-30],
        PNG[:20],
        JPEG[:-20],
        JPEG[:10],
        b"\xff\xd8\x00\x00",
    ):
        assert uten_opplysninger(raa) is None
