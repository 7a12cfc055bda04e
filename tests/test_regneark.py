"""Workbooks and lists from outside: what they may cost is bounded, damage is one line, and nothing
that they hold is lost in silence.
"""

import io
import random
import re
import shutil
import time
import tracemalloc
import warnings
import zipfile
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ruamel.yaml.comments import CommentedMap

from styring.fag.liste import Listerad
from styring.fag.listeslag import VEDTAK
from styring.fag.skjemabok import Avvist, Innsendt
from styring.feil import StyringFeil
from styring.lesing.arkmaal import _starter
from styring.lesing.liste import les_liste as les_hele_listen
from styring.lesing.listekart import les_kart
from styring.lesing.pakke import Pakkefeil, les_xml
from styring.lesing.skjemabok import les_bok
from styring.redigering import gjengi
from tests.conftest import Kjor
from tests.skjemahjelp import PERIODE, Bok, for_perioden

HODE = ("Saksnr", "Dato", "Sakstittel", "Vedtak", "Ansvarlig")
RADER = (
    HODE,
    *(
        (f"KS 7{nr}/24", "16.10.2024", f"Sak {nr}", f"Vedtak {nr} på bordet", "TEK")
        for nr in range(1, 5)
    ),
)
HOVED = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
KART = (
    "kolonner:\n  sak: Saksnr\n  dato: Dato\n  tittel: Sakstittel\n  tekst: Vedtak\n  ansvarlig:"
    " Ansvarlig\n"
)
RADTAK, LANG_TID, MYE_MINNE = 20_000, 5.0, 200 << 20
"""Rows that a list may have; seconds and bytes that no refusal may take (a busy machine, and memory
as Python counts it).
"""


@pytest.fixture
def rot(tmp_path: Path) -> Path:
    return for_perioden(tmp_path)


@pytest.fixture
def skjemaer(rot: Path, sendt_ut: Path) -> Path:
    shutil.copytree(sendt_ut, rot, dirs_exist_ok=True)
    return rot / "ut"


@pytest.fixture
def skjema(skjemaer: Path) -> bytes:
    """One form, filled in and saved by the library."""
    sti = (
        Bok(skjemaer / f"{PERIODE}-FOS.xlsx")
        .svar(
            "2024-FOS-02", Status="i gang", Framdrift="i rute", Kommentar="Fem av seks er i gang."
        )
        .lagre()
    )
    return sti.read_bytes()


def liste() -> bytes:
    bok, ut = openpyxl.Workbook(), io.BytesIO()
    for rad in RADER:
        bok.worksheets[0].append(rad)
    bok.save(ut)
    return ut.getvalue()


def ark(innhold: str, foran: str = "") -> str:
    return f'<worksheet xmlns="{HOVED}">{foran}<sheetData>{innhold}</sheetData></worksheet>'


def med(raa: bytes, **deler: str | bytes | None) -> bytes:
    """The same package with some parts replaced, named by their last word; None takes one away."""
    ut = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(raa)) as inn,
        zipfile.ZipFile(ut, "w", zipfile.ZIP_DEFLATED) as pakke,
    ):
        for navn in inn.namelist():
            innhold = deler.get(Path(navn).stem.strip("[]"), inn.read(navn))
            if innhold is not None:
                pakke.writestr(navn, innhold)
    return ut.getvalue()


def trekk(antall: int) -> str:
    return " ".join(f'a{nr}=""' for nr in range(antall))


def celle(sted: str, tekst: str = "x") -> str:
    return f'<c r="{sted}" t="inlineStr"><is><t>{tekst}</t></is></c>'


def kostnad(gjor: Callable[[], object]) -> tuple[str, float, int]:
    """What something said when it refused, and what it cost in seconds and bytes."""
    tracemalloc.start()
    start = time.process_time()
    try:
        svar = gjor()
    except StyringFeil as feil:
        svar = feil
    tid, minne = time.process_time() - start, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return svar.grunn if isinstance(svar, Avvist) else str(svar), tid, minne


BOMBER: dict[str, tuple[str | bytes | None, str]] = {
    "siste rad": (
        ark(f'<row r="1048576">{celle("A1048576")}</row>'),
        "det står noe i rad 1\u00a0048\u00a0576",
    ),
    "siste rad, skrevet annerledes": (
        ark(f"<row  spans='1:1'  r='1048576.0'>{celle('A1048576')}</row>"),
        "det står noe i rad 1\u00a0048\u00a0576",
    ),
    "andre navn": (
        (
            f'<x:worksheet xmlns:x="{HOVED}"><x:sheetData><x:row r="1048576"><x:c'
            ' r="A1048576"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
        ),
        "det står noe i rad 1\u00a0048\u00a0576",
    ),
    "uten nummer": (ark("<row><c><v>1</v></c></row>" * 30_000), "det står noe i rad "),
    "siste kolonne": (
        ark(f'<row r="1">{celle("XFD1")}</row>'),
        "det står noe i kolonne XFD, og det er plass til",
    ),
    "sammenslåtte celler": (
        ark("").replace(
            "</worksheet>",
            '<mergeCells><mergeCell ref="A1:XFD1048576"/>' * 1
            + '<mergeCell ref="A1:B2"/>' * 5000
            + "</mergeCells></worksheet>",
        ),
        "mer enn 1000 sammenslåtte celler",
    ),
    "tomme celler": (
        ark(
            '<row r="1"/>' + "".join(f'<row r="{nr}">{"<c/>" * 100}</row>' for nr in range(2, 6000))
        ),
        "filen har for mye i seg",
    ),
    "annet": (
        ark("", "<cols>" + '<col min="1" max="1"/>' * 200_000 + "</cols>"),
        "filen har for mye i seg",
    ),
    "mange i utf-16": (ark("<Я/>" * 3_000_001).encode("utf-16-le"), "skadet"),
    "lang kommentar": (ark("", f"<!--{'x' * 20_000_000}-->"), "filen har for mye i seg"),
    "lang kommentar med tagger": (ark("", f"<!--{'<a>' * 900_000}-->"), "for mye i seg"),
    "lang verdi": (ark("", f'<a b="{"x" * 20_000_000}"/>'), "filen har for mye i seg"),
    "lang beskjed": (ark("", f"<?a {'x' * 20_000_000}?>"), "filen har for mye i seg"),
    "mange trekk": (ark("", f"<a {trekk(1_000_000)}/>"), "filen har for mye i seg"),
    "noen trekk for mye": (ark("", f"<a {trekk(300)}/>"), "filen har for mye i seg"),
    "dype": (ark("<a>" * 200_000 + "</a>" * 200_000), "filen har for mye i seg"),
    "tegn som blir til flere": (
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
        + ark(f'<row r="1">{celle("A1", "&b;")}</row>'),
        "filen har innhold som ikke hører til",
    ),
    "i et annet tegnsett": (("<!DOCTYPE x []>" + ark("")).encode("utf-16"), "skadet"),
    "feil rekkefølge": (
        ark(f'<row r="2">{celle("A2")}</row><row r="1">{celle("A1")}</row>'),
        "står i feil rekkefølge",
    ),
    "to like rader": (
        ark(f'<row r="2">{celle("A2")}</row><row r="2">{celle("A2")}</row>'),
        "står i feil rekkefølge",
    ),
    "celle i en annen rad": (ark(f'<row r="2">{celle("A9")}</row>'), "står i feil rekkefølge"),
    "celler i feil rekkefølge": (
        ark(f'<row r="2">{celle("B2")}{celle("A2")}</row>'),
        "står i feil rekkefølge",
    ),
    "rart radnummer": (ark('<row r="to"/>'), "skadet"),
    "halv rad": (ark('<row r="1.5"/>'), "skadet"),
    "rart cellenavn": (ark('<row r="1"><c r="1A"/></row>'), "skadet"),
    "ikke avsluttet": ("<worksheet", "skadet"),
    "borte": (None, "skadet"),
}


@pytest.mark.parametrize("bombe", BOMBER)
def test_det_som_koster_for_mye_avvises_straks(bombe: str, skjema: bytes) -> None:
    """Whatever a workbook says of its own size: one line with a reason, in little time and memory,
    as a list and as a form.
    """
    innhold, grunn = BOMBER[bombe]
    for les, raa in ((les_bok, skjema), (les_liste, liste())):
        farlig = med(raa, sheet1=innhold)
        svar, tid, minne = kostnad(lambda les=les, farlig=farlig: les("x.xlsx", farlig))  # type: ignore[misc]
        assert grunn in svar
        assert tid < LANG_TID
        assert minne < MYE_MINNE


@given(
    st.lists(
        st.sampled_from(
            [
                "<a/>",
                "<b></b>",
                "<b>x</b>",
                "< a/>",
                "<!-- <a/> -->",
                "<![CDATA[<a/></a>]]>",
                "<?a </a>?>",
                "<Я/>",
                "&lt;/",
            ]
        )
    )
)
def test_det_telles_aldri_faerre_elementer_enn_det_er(biter: list[str]) -> None:
    """What is counted before the parsing is at least what the parser then finds."""
    funnet: list[str] = []
    innhold = f"<r>{''.join(biter)}</r>".encode()
    try:
        les_xml("x.xml", innhold, lambda navn, _: funnet.append(navn))
    except Pakkefeil:
        assert any("< " in bit for bit in biter)
    assert len(funnet) <= _starter(innhold)


def test_pakken_selv_kan_ikke_koste_for_mye(skjemaer: Path) -> None:
    """Too much when unpacked, more than it says, too many parts, a part twice, another way of
    packing: refused before anything is parsed.
    """
    skjema = (skjemaer / f"{PERIODE}-FOS.xlsx").read_bytes()
    stor = med(skjema, sheet1=b" " * 70_000_000)
    mange = io.BytesIO()
    with zipfile.ZipFile(mange, "w") as pakke:
        for nr in range(2500):
            pakke.writestr(f"xl/{nr}.xml", "<a/>")
    to = io.BytesIO(skjema)
    with warnings.catch_warnings(), zipfile.ZipFile(to, "a") as pakke:
        warnings.simplefilter("ignore")
        pakke.writestr("xl/worksheets/sheet1.xml", ark(""))
    annen = io.BytesIO()
    with zipfile.ZipFile(annen, "w", zipfile.ZIP_LZMA) as pakke:
        pakke.writestr("[Content_Types].xml", "<a/>")
    strenger = med(skjema, sharedStrings=f'<sst xmlns="{HOVED}">{"<si/>" * 4_000_000}</sst>')
    for raa, grunn in (
        (stor, "for stor"),
        (mange.getvalue(), "for stor"),
        (to.getvalue(), "skadet"),
        (annen.getvalue(), "skadet"),
        (strenger, "for mye i seg"),
    ):
        svar, tid, minne = kostnad(lambda raa=raa: les_bok("x.xlsx", raa))  # type: ignore[misc]
        assert grunn in svar
        assert tid < LANG_TID
        assert minne < MYE_MINNE


def test_en_del_som_er_lengre_enn_den_sier(skjema: bytes) -> None:
    """A directory that says 10 bytes of what unpacks to 50 MB, with the checksum of the first 10:
    read no further, and refused.
    """
    raa = med(skjema, sheet1=b"0123456789" + b" " * 50_000_000)
    with zipfile.ZipFile(io.BytesIO(raa)) as pakke:
        stor = pakke.getinfo("xl/worksheets/sheet1.xml")
    gammel = (
        stor.CRC.to_bytes(4, "little")
        + stor.compress_size.to_bytes(4, "little")
        + stor.file_size.to_bytes(4, "little")
    )
    ny = (
        zlib.crc32(b"0123456789").to_bytes(4, "little")
        + stor.compress_size.to_bytes(4, "little")
        + (10).to_bytes(4, "little")
    )
    assert raa.count(gammel) == 2
    svar, _, minne = kostnad(lambda: les_bok("x.xlsx", raa.replace(gammel, ny)))
    assert "skadet" in svar
    assert minne < MYE_MINNE // 4


@pytest.mark.parametrize("oppgitt", ["A1:G3", "A1:XFD20000", "A1", "B2:C3", "tull", "XFD1048576"])
def test_storrelsen_et_ark_oppgir_teller_ikke(oppgitt: str) -> None:
    """Too small, too large, or no size at all: every row and cell is read, and none that isn't
    there.
    """
    raa = liste()
    with zipfile.ZipFile(io.BytesIO(raa)) as pakke:
        gammelt = pakke.read("xl/worksheets/sheet1.xml").decode()
    nytt = re.sub(r'<dimension ref="[^"]*"', f'<dimension ref="{oppgitt}"', gammelt)
    assert nytt != gammelt
    if oppgitt == "tull":
        with pytest.raises(StyringFeil, match="skadet"):
            les_liste("x.xlsx", med(raa, sheet1=nytt))
    else:
        assert les_liste("x.xlsx", med(raa, sheet1=nytt)) == les_liste("x.xlsx", raa)
        assert [rad.celler["Saksnr"] for rad in les_liste("x.xlsx", raa)] == [
            rad[0] for rad in RADER[1:]
        ]


def test_tomme_celler_langt_borte_gjor_ikke_arket_stort() -> None:
    """What spreadsheet programs leave of looks beyond the table: no row or column of the list."""
    rader = ""
    for nr, rad in enumerate(RADER, 1):
        celler = [celle(f"{ett}{nr}", tekst) for ett, tekst in zip("ABCDE", rad, strict=True)]
        rader += f'<row r="{nr}">{"".join(celler)}</row>'
    langt = (
        '<row r="6"><c r="XFD6" s="0"/></row><row r="1048576" ht="15" customHeight="1"><c'
        ' r="A1048576" s="0"/></row>'
    )
    assert les_liste("x.xlsx", med(liste(), sheet1=ark(rader + langt))) == les_liste(
        "x.xlsx", liste()
    )


def test_et_ark_som_mangler_gaar_ikke_i_stillhet(rot: Path, kjor: Kjor) -> None:
    """The first sheet's part is gone from the package: the second is not read in its place."""
    bok, ut = openpyxl.Workbook(), io.BytesIO()
    bok.create_sheet("To").append(HODE)
    bok.save(ut)
    (rot / "l.xlsx").write_bytes(med(ut.getvalue(), sheet1=None))
    assert (
        "«l.xlsx»: filen kan ikke åpnes; den er trolig skadet"
        in kjor("importer", "vedtak", rot / "l.xlsx", "--prosjekt", rot, ventet=2).feil
    )


def test_bibliotekets_egne_ord_naar_ingen(rot: Path, kjor: Kjor, skjema: bytes) -> None:
    """A date out of range, an unknown extension and rules that can't be read make openpyxl warn in
    English: none of it is seen.
    """
    with zipfile.ZipFile(io.BytesIO(skjema)) as pakke:
        gammelt = pakke.read("xl/worksheets/sheet1.xml").decode()
    (rot / "en.xlsx").write_bytes(
        med(
            skjema,
            sheet1=gammelt.replace("</worksheet>", '<extLst><ext uri="{X}"/></extLst></worksheet>'),
        )
    )
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        svar = kjor(
            "tertial",
            "importer",
            rot / "en.xlsx",
            "--utkast",
            "--dato",
            "2024-09-12",
            "--prosjekt",
            rot,
        )
    assert "1 svar" in svar.ut
    assert "Warning" not in svar.ut + svar.feil


def test_en_skadet_fil_stopper_ikke_mappen(
    rot: Path, skjemaer: Path, skjema: bytes, kjor: Kjor
) -> None:
    """Two good forms and one with broken zip data: one line for that, the others are
    read, exit 1.
    """
    with zipfile.ZipFile(io.BytesIO(skjema)) as pakke:
        plass = pakke.getinfo("xl/worksheets/sheet1.xml").header_offset + 100
    (skjemaer / f"{PERIODE}-TEK.xlsx").write_bytes(
        skjema[:plass] + b"\xff" * 200 + skjema[plass + 200 :]
    )
    svar = kjor(
        "tertial", "importer", skjemaer, "--ja", "--dato", "2024-09-12", "--prosjekt", rot, ventet=1
    )
    assert (
        f"{PERIODE}-TEK.xlsx: filen er ikke en Excel-fil, eller er skadet. Lagre den på nytt som"
        " .xlsx" in svar.ut
    )
    assert "Svarene er lest inn (1 fil skrevet)." in svar.ut
    assert not svar.feil


def skad(tall: random.Random, raa: bytes) -> bytes:
    """Damage of one kind: bytes changed, cut off, or moved; a part taken away, emptied, or changed
    inside, and packed again as if nothing had happened.
    """
    slag = tall.randrange(4)
    if slag == 0:
        ut = bytearray(raa)
        for _ in range(tall.choice((1, 1, 3, 50))):
            ut[tall.randrange(len(ut))] = tall.randrange(256)
        return bytes(ut)
    if slag == 1:
        fra = tall.randrange(len(raa))
        return raa[:fra] + raa[fra + tall.choice((1, 100, len(raa))) :]
    with zipfile.ZipFile(io.BytesIO(raa)) as pakke:
        navn = tall.choice([ett for ett in pakke.namelist() if ett.endswith((".xml", ".rels"))])
        tekst = pakke.read(navn).decode()
    nytt = None if slag == 2 else _skad_xml(tall, tekst)
    ut_ = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(raa)) as inn,
        zipfile.ZipFile(ut_, "w", zipfile.ZIP_DEFLATED) as pakke,
    ):
        for ett in inn.namelist():
            if ett != navn:
                pakke.writestr(ett, inn.read(ett))
            elif nytt is not None:
                pakke.writestr(ett, nytt)
    return ut_.getvalue()


def _skad_xml(tall: random.Random, tekst: str) -> str:
    biter = re.findall(r'"[^"]*"|<[^>]*>|[^<>"]+', tekst)
    nr = tall.randrange(len(biter))
    ord_ = (
        "",
        '""',
        '"-1"',
        '"99999999999999999999"',
        '"NaN"',
        '"1e999"',
        '"s"',
        '"d"',
        '"b"',
        '"A1:XFD1048576"',
        "<c/>",
        "<v>x</v>",
        "\x00",
        "é",
        "</row>",
    )
    valg = tall.randrange(3)
    if valg == 0:
        biter[nr] = tall.choice(ord_)
    elif valg == 1:
        biter[nr] = tall.choice(biter)
    else:
        tegn = list(biter[nr] or "x")
        tegn[tall.randrange(len(tegn))] = tall.choice("<>\"'&=/:09aZ æ")
        biter[nr] = "".join(tegn)
    return "".join(biter)


def test_tilfeldig_skade_gir_svar_eller_en_grunn(skjema: bytes, antall_tilfeldige: int) -> None:
    """However a form or a list is damaged: it is read, or refused with a reason in our own words;
    never a trace, never a word of a library.
    """
    tall, lest = random.Random(13), 0
    for _ in range(antall_tilfeldige // 4):
        svar = les_bok("x.xlsx", skad(tall, skjema))
        if isinstance(svar, Innsendt):
            lest += 1
        else:
            assert re.search(
                r"skadet|skjema|Excel|kolonnen|rekkefølge|hører til|plass til|for"
                r" (mye|stor)|overskriftene|passord",
                svar.grunn,
            )
        lest += _ble_lest(skad(tall, liste()))
    assert 10 < lest < antall_tilfeldige // 2


def _ble_lest(raa: bytes) -> bool:
    """Whether a list was read; if not, the reason begins with its name."""
    try:
        les_liste("x.xlsx", raa)
    except StyringFeil as feil:
        if not str(feil).startswith("«x.xlsx»"):
            raise
        return False
    return True


def test_skadde_skjemaer_gjennom_hele_veien(
    rot: Path, skjemaer: Path, skjema: bytes, kjor: Kjor
) -> None:
    """A folder of damaged forms and one good: exit 1, the good one is read, and each of the others
    has its line.
    """
    tall = random.Random(7)
    mappe = rot / "skadde"
    mappe.mkdir()
    for nr in range(25):
        (mappe / f"{nr:02}.xlsx").write_bytes(skad(tall, skjema))
    (mappe / "god.xlsx").write_bytes(skjema)
    svar = kjor(
        "tertial",
        "importer",
        mappe,
        "--utkast",
        "--dato",
        "2024-09-12",
        "--prosjekt",
        rot,
        ventet=1,
    )
    avviste = [
        nr
        for nr in range(25)
        if isinstance(les_bok("x", (mappe / f"{nr:02}.xlsx").read_bytes()), Avvist)
    ]
    assert len(avviste) > 10
    assert all(f"{nr:02}.xlsx: " in svar.ut for nr in avviste)
    assert not svar.feil


def les_liste(fil: str, raa: bytes) -> list[Listerad]:
    return list(les_hele_listen(fil, raa).rader)


def som_csv(rader: list[str], kode: str = "utf-8") -> bytes:
    return "".join(f"{rad}\r\n" for rad in rader).encode(kode)


LINJER = [";".join(rad) for rad in RADER]


@pytest.mark.parametrize("kode", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv_i_kjente_tegnsett(kode: str) -> None:
    linjer = [
        *LINJER,
        (
            "KS 75/24;16.10.2024;«Sjøen» – på Ås, é, 1\u00a0000 m²;Han sa: “ja” … 5 ° og"
            " §\u00a03’s;TEK"
        ),
    ]
    assert [rad.celler["Sakstittel"] for rad in les_liste("x.csv", som_csv(linjer, kode))][
        -1
    ] == "«Sjøen» – på Ås, é, 1\u00a0000 m²"


def kan_skrives(ordet: str, kode: str) -> bool:
    try:
        ordet.encode(kode)
    except UnicodeEncodeError:
        return False
    return True


ORD = ("Møteplass på brua", "Årsmøte", "Ærlig øl", "Læreplan", "Å være", "Måke", "ære", "åre")
KODER = ("cp850", "cp865", "cp437", "mac_roman", "cp775", "iso8859_4", "iso8859_10")


@pytest.mark.parametrize(
    ("kode", "ordet"),
    [(kode, ordet) for kode in KODER for ordet in ORD if kan_skrives(ordet, kode)],
)
def test_csv_i_andre_tegnsett_avvises_eller_er_riktig(kode: str, ordet: str) -> None:
    """A word with Norwegian letters in another code is never taken in as other letters."""
    raa = som_csv([*LINJER[:1], f"KS 75/24;16.10.2024;{ordet};x;TEK"], kode)
    if raa.decode("cp1252", errors="replace") == raa.decode(kode):
        assert les_liste("x.csv", raa)[-1].celler["Sakstittel"] == ordet
    else:
        with pytest.raises(StyringFeil, match=r"linje 2 \(byte 0x[0-9A-F]{2}\)"):
            les_liste("x.csv", raa)


@given(st.integers(1, 4), st.sampled_from("æøåÆØÅé"))
@example(1, "ø")
def test_csv_med_to_tegnsett_avvises(hvor: int, bokstav: str) -> None:
    """One row in Windows-1252 among rows in UTF-8: refused with both lines, never
    mended by guess.
    """
    linjer = [linje.encode() for linje in LINJER]
    linjer[hvor] = f"KS 9{hvor}/24;16.10.2024;Sjø{bokstav}en;x;TEK".encode("cp1252")
    if hvor == 1:
        linjer.append("KS 99/24;16.10.2024;Blåbær;x;TEK".encode())
    with pytest.raises(
        StyringFeil,
        match=rf"blander to tegnsett: linje \d er UTF-8, linje {hvor + 1} er ikke \(byte 0x",
    ):
        les_liste("x.csv", b"\r\n".join(linjer))


def test_csv_med_tapte_tegn() -> None:
    with pytest.raises(StyringFeil, match=r"linje 2: her står tegnet U\+FFFD"):
        les_liste("x.csv", som_csv([LINJER[0], "KS 71/24;16.10.2024;Sj\ufffden;x;TEK"]))
    with pytest.raises(StyringFeil, match="UTF-16, men er ikke hel"):
        les_liste("x.csv", som_csv(LINJER, "utf-16")[:-1])


@given(st.integers(1, 3), st.integers(0, 4), st.booleans(), st.sampled_from(";\t,"))
def test_anforselstegn_som_ikke_er_avsluttet(
    rad: int, kolonne: int, lukkes: bool, skille: str
) -> None:
    """A quotation mark that opens a cell and is never closed, or not before another row: refused
    with its line; no row is swallowed.
    """
    rader = [list(ett) for ett in RADER]
    rader[rad][kolonne] = f'"{rader[rad][kolonne]}'
    if lukkes and skille != ",":
        rader[-1][-1] += '"'
    with pytest.raises(
        StyringFeil,
        match=rf"raden som begynner på linje {rad + 1}, har et anførselstegn som ikke er avsluttet",
    ):
        les_liste("x.csv", som_csv([skille.join(ett) for ett in rader]))


def test_tekst_over_flere_linjer_i_csv() -> None:
    """A cell of several lines in quotation marks is one cell; rows after it are counted as the
    spreadsheet does.
    """
    lest = les_liste(
        "x.csv",
        som_csv(
            [
                LINJER[0],
                'KS 71/24;16.10.2024;Sak;"Første; ""linje""\r\nandre, linje";TEK',
                LINJER[2],
            ]
        ),
    )
    assert [rad.nr for rad in lest] == [2, 3]
    assert lest[0].celler["Vedtak"] == 'Første; "linje"\nandre, linje'


def test_csv_har_grenser() -> None:
    for raa in (som_csv([LINJER[0]] * (RADTAK + 1)), som_csv([";".join("a" * 300)])):
        with pytest.raises(StyringFeil, match="mer enn 20\u00a0000 rader eller 200 kolonner"):
            les_liste("x.csv", raa)
    with pytest.raises(StyringFeil, match="verken xlsx eller csv"):
        les_liste("x.csv", b"a;b\0")
    with pytest.raises(StyringFeil, match=r"gamle formatet \.xls"):
        les_liste("x.csv", b"\xd0\xcf\x11\xe0" + b"\0" * 600)


def test_fire_tusen_rader_tar_ikke_lang_tid(rot: Path, kjor: Kjor) -> None:
    linjer = [
        LINJER[0],
        *(
            f"KS {nr % 900 + 1}/{10 + nr // 900};16.10.20{10 + nr // 900};Sak {nr};Vedtar {nr};TEK"
            for nr in range(4000)
        ),
    ]
    (rot / "l.csv").write_bytes(som_csv(linjer))
    (rot / "k.yaml").write_text(KART, encoding="utf-8")
    start = time.process_time()
    assert (
        "4000 nye"
        in kjor(
            "importer",
            "vedtak",
            rot / "l.csv",
            "--kart",
            rot / "k.yaml",
            "--utkast",
            "--prosjekt",
            rot,
        ).ut
    )
    assert time.process_time() - start < LANG_TID


tekster = st.text("abzAZæøåÆØÅ019 /.,-:#'\"\n\t|>&*!?%@`{}[]nulltrueyso~_é\u00a0", max_size=30)


@given(
    st.sampled_from(["tekst", "sak", "y"]),
    tekster | tekster.map(gjengi.Prosa) | st.dates(date(2000, 1, 1), date(2100, 1, 1)),
)
@example("a", "null")
@example("a", "Yes")
@example("null", "a")
def test_den_raske_skriveren_er_lik_biblioteket(navn: str, verdi: Any) -> None:
    """A field that is written without the library is written as it would have been."""
    med_bibliotek = (
        gjengi._skriv(CommentedMap([(navn, gjengi._blokk(verdi))])).rstrip("\n").split("\n")
    )
    assert gjengi.felt(navn, verdi) == med_bibliotek


@pytest.mark.parametrize(
    ("kart", "grunn"),
    [
        (
            "kolonne:\n  sak: Saksnr\n",
            "«kolonne» er ikke en del av et kart («k.yaml»). Mente du «kolonner»?",
        ),
        (
            KART + "standar:\n  type: vedtak\n",
            "«standar» er ikke en del av et kart («k.yaml»). Mente du «standard»?",
        ),
        (
            KART + "xyz:\n  type: vedtak\n",
            "er ikke en del av et kart («k.yaml»). Delene er kolonner, standard, navn, ikke_les.",
        ),
        ("- sak\n", "«k.yaml» er ikke et kart over kolonnene."),
    ],
)
def test_ukjent_del_i_kartet(kart: str, grunn: str) -> None:
    with pytest.raises(StyringFeil) as feil:
        les_kart("k.yaml", kart.encode(), VEDTAK)
    assert grunn in str(feil.value)
