"""The forms of a document: read by a screen reader, opened in Word, printed, and the same bytes
wherever they are made.
"""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from importlib import resources
from io import StringIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from docx import Document
from docx.oxml.ns import qn
from playwright.sync_api import Browser, sync_playwright

from styring.fag.nynorsk import oversett
from styring.fag.tilstand import Tilstand
from styring.visning.felles.dokumentskjerm import vis
from styring.visning.felles.merker import MERKER
from styring.visning.rapport.dokument import OM, blokker, er_om
from styring.visning.rapport.tegnfarge import med_farge
from tests.conftest import ROT, Kjor, bare_posix
from tests.dokumenthjelp import alt_i, elementer, sider, tabeller
from tests.skjemahjelp import EKSEMPEL

CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
SOFFICE = shutil.which("soffice")
# how documents look, in the programs people use: run by «make utseende»
pytestmark = pytest.mark.utseende
DAG = ("--dato", "2024-09-26")
ALLE: dict[str, tuple[str, ...]] = {
    "tertial": ("tertial", "2024-T2"),
    "utkast": ("tertial", "2024-T2", "--for", "intern", "--dato", "2024-09-11"),
    "vedtak": ("vedtak", *DAG),
    "styringsbrev": ("styringsbrev", "--aar", "2023", *DAG),
    "virksomhetsplan": ("virksomhetsplan", "--sektor", "FOS", *DAG),
    "styringsdialog": ("styringsdialog", "--sektor", "ORG", *DAG),
    "styringskonferanse": ("styringskonferanse", *DAG),
    "arsrapport": ("arsrapport", "--aar", "2023"),
}


def lag(kjor: Kjor, mappe: Path, navn: str, form: str) -> Path:
    fil = mappe / f"{navn}.{form}"
    kjor("rapport", *ALLE[navn], "--ut", fil, "--prosjekt", EKSEMPEL)
    return fil


@pytest.fixture(scope="module")
def nettleser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium er ikke installert; .ci/run installerer den")
    with sync_playwright() as p:
        nettleser = p.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield nettleser
        nettleser.close()


@pytest.mark.parametrize("bredde", [1280, 390])
@pytest.mark.parametrize("navn", ALLE)
def test_axe_finner_ingenting(
    nettleser: Browser, kjor: Kjor, tmp_path: Path, navn: str, bredde: int
) -> None:
    """WCAG 2.0 to 2.2, A and AA, and good practice, in a real browser; and nothing is wider than
    the window.
    """
    axe = (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    # The page's own policy forbids scripts, so the check is let in past it.
    side = nettleser.new_context(
        viewport={"width": bredde, "height": 900}, bypass_csp=True
    ).new_page()
    hentet: list[str] = []
    side.on("request", lambda foresporsel: hentet.append(foresporsel.url))
    fil = lag(kjor, tmp_path, navn, "html")
    side.goto(fil.as_uri())
    side.evaluate(axe)
    merker = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    svar: dict[str, Any] = side.evaluate(
        "merker => axe.run({runOnly: {type: 'tag', values: merker}})", merker
    )
    assert [(feil["id"], feil["nodes"][0]["html"]) for feil in svar["violations"]] == []
    assert len(svar["passes"]) > 20
    assert hentet == [fil.as_uri()]
    assert side.evaluate("document.documentElement.scrollWidth") <= bredde


def test_axe_ville_funnet_noe(nettleser: Browser, kjor: Kjor, tmp_path: Path) -> None:
    """The check is awake: a page without a language and with a table without headings is found."""
    axe = (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    side = nettleser.new_context(bypass_csp=True).new_page()
    fil = lag(kjor, tmp_path, "tertial", "html")
    fil.write_text(
        fil.read_text(encoding="utf-8")
        .replace('<html lang="nb">', "<html>")
        .replace("--tekst: #1b1f24", "--tekst: #c0c0c0"),
        encoding="utf-8",
    )
    side.goto(fil.as_uri())
    side.evaluate(axe)
    assert {feil["id"] for feil in side.evaluate("axe.run()")["violations"]} >= {
        "html-has-lang",
        "color-contrast",
    }


def test_utskriften_sier_utkast_paa_hver_side(
    nettleser: Browser, kjor: Kjor, tmp_path: Path
) -> None:
    for navn in ("utkast", "tertial"):
        side = nettleser.new_page()
        side.goto(lag(kjor, tmp_path, navn, "html").as_uri())
        side.pdf(path=str(tmp_path / "utskrift.pdf"), format="A4", prefer_css_page_size=True)
        skrevet = sider(tmp_path / "utskrift.pdf")
        assert len(skrevet) > 4
        assert all(("UTKAST" in en) == (navn == "utkast") for en in skrevet)


@pytest.mark.parametrize("navn", ALLE)
def test_html_staar_alene(kjor: Kjor, tmp_path: Path, navn: str) -> None:
    """No script, no form, nothing fetched, links only within the page; the same words as the
    Markdown.
    """
    html = lag(kjor, tmp_path, navn, "html").read_text(encoding="utf-8")
    funnet = elementer(html)
    assert {navn_ for navn_, _ in funnet} <= {
        *(
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "main",
            "nav",
            "div",
            "a",
            "h1",
            "h2",
            "h3",
            "p",
            "ol",
            "ul",
            "li",
            "table",
            "thead",
            "tbody",
        ),
        *("tr", "th", "td", "strong", "em", "blockquote", "code", "span", "hr"),
        *("svg", "desc", "rect", "path", "circle", "text"),
    }
    for attributter in (ett for navn_, ett in funnet if navn_ == "span"):
        assert attributter == {"class": "tegnrad", "aria-hidden": "true"} or re.fullmatch(
            "color:#[0-9A-F]{6}", str(attributter["style"])
        )
    assert all(
        str(attributter["href"]).startswith("#") for navn_, attributter in funnet if navn_ == "a"
    )
    ankere = {attributter["id"] for _, attributter in funnet if "id" in attributter}
    assert {str(attributter["href"])[1:] for navn_, attributter in funnet if navn_ == "a"} <= ankere
    assert all(
        attributter.get("scope") in ("col", "row") for navn_, attributter in funnet if navn_ == "th"
    )
    assert sum(navn_ == "h1" for navn_, _ in funnet) == 1
    md = lag(kjor, tmp_path, navn, "md").read_text(encoding="utf-8")
    assert sum(navn_ == "table" for navn_, _ in funnet) == len(list(tabeller(md)))
    assert sum(navn_ == "tr" for navn_, _ in funnet) == sum(len(tabell) for tabell in tabeller(md))


@pytest.mark.parametrize("navn", ALLE)
def test_word_har_ekte_overskrifter_og_tabeller(kjor: Kjor, tmp_path: Path, navn: str) -> None:
    md = lag(kjor, tmp_path, navn, "md").read_text(encoding="utf-8")
    fil = lag(kjor, tmp_path, navn, "docx")
    dokument = Document(str(fil))
    overskrifter = [
        (int(a.style.name[-1]), a.text)
        for a in dokument.paragraphs
        if a.style and str(a.style.name).startswith("Heading")
    ]
    ventet = [
        (len(treff[1]), re.sub(r"\\(.)", r"\1", treff[2]))
        for treff in re.finditer(r"^(#+) (.*)$", md, re.MULTILINE)
    ]
    assert overskrifter == ventet
    assert [len(tabell.rows) for tabell in dokument.tables] == [
        len(tabell) for tabell in tabeller(md)
    ]
    egenskaper = dokument.core_properties
    assert (egenskaper.language, egenskaper.author, egenskaper.title) == (
        "nb-NO",
        "Granvåg kommune",
        ventet[0][1],
    )
    with zipfile.ZipFile(fil) as pakke:
        stiler = pakke.read("word/styles.xml").decode()
        assert b"tblHeader" in pakke.read("word/document.xml") or not dokument.tables
        topp = b"".join(pakke.read(del_) for del_ in pakke.namelist() if "header" in del_)

    assert set(re.findall(r"<w:lang [^>]*w:val=\"([^\"]*)\"", stiler)) == {"nb-NO"}
    assert (b"UTKAST" in topp) == (navn == "utkast")


@pytest.mark.skipif(
    SOFFICE is None, reason="LibreOffice er ikke installert; .ci/run installerer den"
)
@bare_posix
def test_libreoffice_aapner_word(kjor: Kjor, tmp_path: Path) -> None:
    """The real program opens it, and what it prints holds the words, the draft mark and the page
    numbers.
    """
    fil = lag(kjor, tmp_path, "utkast", "docx")
    hjem = f"-env:UserInstallation=file://{tmp_path}/lo"
    subprocess.run(
        [
            str(SOFFICE),
            hjem,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(fil),
        ],
        check=True,
        timeout=180,
        capture_output=True,
    )
    tekst = sider(tmp_path / "utkast.pdf")
    assert all("UTKAST" in side for side in tekst)
    assert f"Side 2 av {len(tekst)}" in tekst[1]
    assert "Innføre ny sak- og arkivløsning" in " ".join(tekst)


@pytest.mark.parametrize("navn", ALLE)
def test_pdf_er_merket_og_kan_leses(kjor: Kjor, tmp_path: Path, navn: str) -> None:
    import pypdf

    fil = lag(kjor, tmp_path, navn, "pdf")
    leser = pypdf.PdfReader(fil)
    rot: Any = leser.trailer["/Root"]
    assert rot["/MarkInfo"]["/Marked"]
    assert str(rot["/Lang"]).startswith("nb")
    assert leser.metadata
    assert leser.metadata.author == "Granvåg kommune"
    assert "/StructTreeRoot" in rot
    tekst = sider(fil)
    assert f"Side 1 av {len(tekst)}" in tekst[0]
    assert all(("UTKAST" in side) == (navn == "utkast") for side in tekst)
    assert re.findall(r"pdfuaid.*?1", alt_i(fil))


def test_tertialrapporten_er_seks_til_tolv_sider(kjor: Kjor, tmp_path: Path) -> None:
    for periode in ("2023-T1", "2023-T2", "2023-AR", "2024-T1", "2024-T2"):
        fil = tmp_path / f"{periode}.pdf"
        kjor("rapport", "tertial", periode, "--ut", fil, "--prosjekt", EKSEMPEL)
        assert 6 <= len(sider(fil)) <= 12, periode


def test_styringsdialogen_er_ett_ark(kjor: Kjor, tmp_path: Path) -> None:
    """One page on the table, for every director."""
    for enhet in ("FOS", "HOM", "KUL", "TEK", "ORG", "OKO"):
        fil = tmp_path / f"{enhet}.pdf"
        kjor(
            "rapport",
            "styringsdialog",
            "--sektor",
            enhet,
            *DAG,
            "--ut",
            fil,
            "--prosjekt",
            EKSEMPEL,
        )
        assert len(sider(fil)) == 1, enhet


FORMER = ("md", "html", "docx", "pdf", "json")


def lag_ute(mappe: Path, prosjekt: Path, navn: str, **miljo: str) -> list[bytes]:
    """Make a document in each form in a process of its own, from another place, in
    another world.
    """
    kommandoer = [
        ["rapport", *ALLE[navn], "--format", form, "--prosjekt", str(prosjekt)] for form in FORMER
    ]
    kode = (
        "from styring.__main__ import kjor; import os; [(kjor(ett), os.write(1, b'SKILLE')) for"
        f" ett in {kommandoer!r}]"
    )
    svar = subprocess.run(
        [sys.executable, "-c", kode],
        cwd=mappe,
        env={**os.environ, **miljo},
        check=True,
        capture_output=True,
    )
    former = svar.stdout.split(b"SKILLE")
    assert len(former) == len(FORMER) + 1
    assert all(former[:-1])
    return former


@pytest.fixture(scope="module")
def steder(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A copy in another folder, and a clone of it of depth 1."""
    rot = tmp_path_factory.mktemp("steder")
    kopi, grunn = rot / "et annet sted" / "æøå", rot / "grunn"
    shutil.copytree(EKSEMPEL, kopi)
    git, miljo = (
        ("git", "-c", "user.name=t", "-c", "user.email=t@eksempel", "-C", str(kopi)),
        {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull},
    )
    for ord_ in (
        ("init", "-q"),
        ("add", "-A"),
        ("commit", "-qm", "data"),
        ("commit", "-q", "--allow-empty", "-m", "mer"),
    ):
        subprocess.run([*git, *ord_], check=True, env=miljo)
    subprocess.run(
        ["git", "clone", "-q", "--depth", "1", kopi.as_uri(), str(grunn)], check=True, env=miljo
    )
    return kopi, grunn


@pytest.mark.parametrize("navn", list(ALLE))
def test_samme_bytes_overalt(tmp_path: Path, steder: tuple[Path, Path], navn: str) -> None:
    """Another folder, time zone and locale, another order of hashing, and a clone of depth 1: the
    same bytes.
    """
    kopi, grunn = steder
    ventet = lag_ute(tmp_path, EKSEMPEL, navn, TZ="Europe/Oslo", PYTHONHASHSEED="1")
    assert (
        lag_ute(kopi, kopi, navn, TZ="Pacific/Auckland", LC_ALL="C", LANG="C", PYTHONHASHSEED="7")
        == ventet
    )
    assert lag_ute(grunn / "data", grunn, navn, TZ="UTC", LC_ALL="tr_TR.UTF-8") == ventet


def test_tre_id_er_gits_egen(kjor: Kjor, tmp_path: Path) -> None:
    """The id in the report is the one git gives the folder, with odd names and files that are no
    data in it.
    """
    rot = tmp_path / "p"
    shutil.copytree(EKSEMPEL, rot)
    (rot / "data" / "oppdrag" / "README.md").write_text("Les meg\n", encoding="utf-8")
    (rot / "data" / "oppdrag" / ".gitkeep").write_text("", encoding="utf-8")
    (rot / "data" / "maal-notat.txt").write_text("ukjent\n", encoding="utf-8")
    (rot / "data" / "stor.yaml").write_text("# " + "x" * 1_100_000 + "\n", encoding="utf-8")
    (rot / "data" / ".DS_Store").write_text("mac", encoding="utf-8")
    (rot / "data" / "oppdrag" / ".styring-1-X.yaml").write_text("kladd", encoding="utf-8")
    (rot / ".gitignore").write_text(".DS_Store\n.styring-*\n", encoding="utf-8")
    miljo = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(["git", "init", "-q", str(rot)], check=True, env=miljo)
    subprocess.run(
        ["git", "-C", str(rot), "-c", "core.autocrlf=false", "add", "-A"], check=True, env=miljo
    )
    id_ = subprocess.run(
        ["git", "-C", str(rot), "write-tree", "--prefix=data"],
        check=True,
        env=miljo,
        capture_output=True,
        text=True,
    ).stdout.strip()
    assert (
        f"`{id_}`"
        in kjor("rapport", "styringsbrev", "--aar", "2023", *DAG, "--prosjekt", rot, ventet=1).ut
    )


def test_fargene_kan_leses_paa_hvitt() -> None:
    """At least 4.5 to 1 against the page, as WCAG 2.1 asks of text."""

    def lys(hex_: str) -> float:
        deler = [int(hex_[nr : nr + 2], 16) / 255 for nr in (0, 2, 4)]
        rgb = [d / 12.92 if d <= 0.03928 else ((d + 0.055) / 1.055) ** 2.4 for d in deler]
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]

    for tilstand in Tilstand:
        tekst = f"{MERKER[tilstand.value].tegn}\u00a0{tilstand.ord}"
        for _, farge in med_farge(tekst):
            assert not farge or 1.05 / (lys(farge) + 0.05) >= 4.5, tilstand


def test_lange_dokumenter_har_innhold_og_pdf_kan_arkiveres(kjor: Kjor, tmp_path: Path) -> None:
    """Word and PDF list their chapters from about three pages on; one sheet has no list."""
    word = Document(str(lag(kjor, tmp_path, "tertial", "docx")))
    tekster = [avsnitt.text for avsnitt in word.paragraphs]
    assert "Innhold" in tekster
    kapitler = [a.text for a in word.paragraphs if a.style and a.style.name == "Heading 2"]
    lenker = word.element.body.findall(f".//{qn('w:hyperlink')}")
    merker = {m.get(qn("w:name")) for m in word.element.body.iter(qn("w:bookmarkStart"))}
    assert {lenke.get(qn("w:anchor")) for lenke in lenker} <= merker
    assert len(lenker) == len(kapitler)
    assert all(tabell._tbl.tblPr.find(qn("w:tblCaption")) is not None for tabell in word.tables)
    kort = Document(str(lag(kjor, tmp_path, "styringsdialog", "docx")))
    assert "Innhold" not in [avsnitt.text for avsnitt in kort.paragraphs]
    leser = pypdf.PdfReader(lag(kjor, tmp_path, "tertial", "pdf"))
    # the first page is for those who decide
    assert "Innhold" in leser.pages[1].extract_text()
    xmp = leser.xmp_metadata.rdf_root.toxml() if leser.xmp_metadata else ""
    assert "<pdfaid:part>2</pdfaid:part>" in xmp
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in xmp


def test_kapittelet_om_dokumentet_kjennes_paa_overskriften_malene_har() -> None:
    """A chapter of somebody's own that begins with «Om» is a chapter as any other."""
    skrevet = {
        linje.removeprefix("## ")
        for mal in (ROT / "templates").glob("*.md.j2")
        for linje in mal.read_text(encoding="utf-8").splitlines()
        if linje.startswith("## Om ")
    }
    assert skrevet | set(map(oversett, skrevet)) == OM
    assert not er_om(blokker("# A\n\n## Om natur\n")[1])
    assert er_om(blokker("# A\n\n## Om siden\n")[1])


@pytest.mark.parametrize("bredde", [80, 100])
def test_ord_i_tabeller_brytes_ikke_i_terminalen(
    kjor: Kjor, monkeypatch: pytest.MonkeyPatch, bredde: int
) -> None:
    """Every word of every table stands whole at the width of a terminal."""
    md = kjor("rapport", "tertial", "2024-T2", "--prosjekt", EKSEMPEL).ut
    monkeypatch.setenv("COLUMNS", str(bredde))
    tabellene = "\n".join(linje if linje.startswith("|") else "" for linje in md.splitlines())
    vist = vis(tabellene, StringIO()).split()
    ordene = set(re.findall(r"[A-ZÆØÅa-zæøå]{5,}", tabellene))
    assert len(ordene) > 20
    assert {ord_ for ord_ in ordene if not any(ord_ in ett for ett in vist)} == set()
