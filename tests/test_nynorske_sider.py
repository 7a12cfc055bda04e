"""The pages in nynorsk: our own words are translated, wherever they have come to stand, and nothing
else is.
"""

import re
import shutil
from html import escape, unescape
from pathlib import Path

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape as trygg
from playwright.sync_api import sync_playwright

from styring.__main__ import kjor as kjor_program
from styring.fag import nynorsk
from styring.fag.dekning import avdekk, dekk
from styring.visning.arshjul import ics
from styring.visning.figur.png import som_png
from styring.visning.nettsted import maalform
from tests.conftest import Kjor
from tests.nynorskhjelp import med_skille, uten_ordlisten
from tests.skjemahjelp import EKSEMPEL
from tests.test_nynorsk import SKREVET
from tests.test_rapportformer import CHROMIUM

LESERE = ("offentlig", "intern")
IKKE_ORD = frozenset({"a", "mote"})
"""The letter of a paragraph, § 26 a, and the last part of an id, 2024-AR/mote."""
PROSA = (".html", ".atom", ".svg", ".ics", "sok.js", "nettsted.js")
DEKT = re.compile("[\U00017041-\U0001724f]")


def lag(ut: Path, leser: str, prosjekt: Path) -> Path:
    valg = ("--for", leser, "--dato", "2024-10-20", "--rapporter", "html")
    assert kjor_program(["nettsted", str(ut), *valg, "--prosjekt", str(prosjekt)]) == 0
    return ut


@pytest.fixture(scope="module")
def granvag(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rot = tmp_path_factory.mktemp("nynorsk") / "granvag"
    shutil.copytree(EKSEMPEL, rot)
    fil = rot / "data" / "kommune.yaml"
    fil.write_text(fil.read_text("utf-8") + "maalform: nn\n", "utf-8")
    return rot


@pytest.fixture(scope="module")
def sider(granvag: Path) -> dict[str, Path]:
    return {leser: lag(granvag.parent / leser, leser, granvag) for leser in LESERE}


def filene(mappe: Path) -> dict[str, str]:
    """Every file of the pages but the reports, which have tests of their own."""
    alle = {f.relative_to(mappe).as_posix(): f for f in sorted(mappe.rglob("*")) if f.is_file()}
    return {
        navn: fil.read_bytes().decode()
        for navn, fil in alle.items()
        if navn == "rapporter/index.html" or not navn.startswith("rapporter/")
    }


def det_leste(navn: str, tekst: str) -> str:
    """What people read of a file."""
    if navn.endswith(".ics"):
        verdier = re.findall(
            r"^(?:SUMMARY|DESCRIPTION|CATEGORIES|X-WR-CAL(?:NAME|DESC)):(.*)$",
            re.sub(r"\r\n[ \t]", "", tekst).replace("\r\n", "\n"),
            re.MULTILINE,
        )
        return re.sub(r"\\[nN,;]", " ", "\n".join(verdier))
    if navn == "nettsted.js":
        return " ".join(re.findall(r'(?<=: )"(.*?)"', maalform._JS_ORD.findall(tekst)[0]))
    if navn == "sok.js":
        rader = re.findall(r'\["([^"]*)","[^"]*","([^"]*)","', tekst)
        # the kind of a page, and after it its id
        return "\n".join(f"{tittel}\n{slag.partition(' · ')[0]}" for tittel, slag in rader)
    uten = r'<(code|script|style|id|updated)\b.*?</\1>|<span class="s-(?:id|kode)">.*?</span>'
    tekst = re.sub(uten, "\n", tekst, flags=re.DOTALL)
    lest = re.findall(r' (?:aria-label|title|alt|data-navn)="([^"]*)"', tekst)
    return unescape("\n".join([*re.split(r"<[^>]*>", tekst), *lest]))


@pytest.fixture(scope="module")
def skilt(granvag: Path) -> dict[str, Path]:
    """The pages with what is typed left set apart, so that each word that can be read is ours."""
    with pytest.MonkeyPatch.context() as lapp:
        med_skille(lapp)
        return {leser: lag(granvag.parent / f"skilt-{leser}", leser, granvag) for leser in LESERE}


@pytest.mark.parametrize("leser", LESERE)
def test_alle_vaare_ord_er_i_listen(skilt: dict[str, Path], leser: str) -> None:
    ukjente = {
        navn: nynorsk.ukjente_ord(det_leste(navn, tekst)) - IKKE_ORD
        for navn, tekst in filene(skilt[leser]).items()
        if navn.endswith(PROSA)
    }
    assert len(ukjente) > 250
    assert {navn: ord_ for navn, ord_ in ukjente.items() if ord_} == {}


@pytest.mark.parametrize("leser", LESERE)
def test_ingenting_staar_igjen_til_side(sider: dict[str, Path], leser: str) -> None:
    for navn, tekst in filene(sider[leser]).items():
        assert not DEKT.search(tekst), navn


@pytest.mark.parametrize("leser", LESERE)
def test_uten_ordlisten_er_sidene_de_samme(
    sider: dict[str, Path], granvag: Path, leser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing is translated, every file is letter by letter the one in bokmål: no address, id
    or figure hangs on the målform, and nothing typed is lost on the way.
    """
    uten_ordlisten(monkeypatch)
    ics._hendelsen.cache_clear()
    nn = filene(lag(granvag.parent / f"likt-{leser}", leser, granvag))
    kommunen = granvag / "data" / "kommune.yaml"
    foer = kommunen.read_text("utf-8")
    kommunen.write_text(foer.replace("maalform: nn", "maalform: nb"), "utf-8")
    nb = filene(lag(granvag.parent / f"nb-{leser}", leser, granvag))
    kommunen.write_text(foer, "utf-8")
    assert nn.keys() == nb.keys() == filene(sider[leser]).keys()
    egne = re.compile(r"\b[0-9a-f]{12}(?:[0-9a-f]{28})?\b|lang=\"n[bn]\"|<dd>n[bn]</dd>")
    for navn, tekst in nn.items():
        assert egne.sub("", tekst) == egne.sub("", nb[navn]), navn


@given(SKREVET.filter(lambda tekst: tekst.strip() and tekst.isprintable()))
def test_det_som_er_skrevet_blir_aldri_oversatt(skrevet: str) -> None:
    """Nor what stands in an attribute, an id or a command."""
    dekt = trygg(dekk(skrevet))
    side = (
        f'<p title="ikke {dekt}" class="ikke"><code>ikke</code>{dekt}, ikke: {dekt}'
        f'<span class="s-kode">ikke</span></p>'
    )
    nn = maalform.paa_nynorsk("a.html", side.encode()).decode()
    ventet = str(trygg(skrevet))
    assert nn == (
        f'<p title="ikkje {ventet}" class="ikke"><code>ikke</code>{ventet}, ikkje: {ventet}'
        f'<span class="s-kode">ikke</span></p>'
    )


@given(st.text(max_size=60))
def test_enhver_fil_kan_leses(skrevet: str) -> None:
    """Also one that nobody has thought of: text is text, and no sign is lost."""
    fil = f"<p>{escape(skrevet)}</p>".encode("utf-8", "surrogatepass")
    tekst = fil.decode("utf-8", "replace")
    nn = maalform.paa_nynorsk("data/x.csv", tekst.encode()).decode()
    assert nn == avdekk(tekst)


def test_id_en_til_en_hending_er_ikke_ord(sider: dict[str, Path]) -> None:
    """«de» is a word of ours, and may be a part of an id."""
    for fil in sider["offentlig"].rglob("*.atom"):
        feed = fil.read_text("utf-8")
        assert 'xml:lang="nn"' in feed
        for id_ in re.findall(r"<id>urn:uuid:(.*?)</id>", feed):
            assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", id_)


def test_sidene_leses_paa_nynorsk(sider: dict[str, Path]) -> None:
    forsiden = (sider["offentlig"] / "index.html").read_text("utf-8")
    assert '<html lang="nn">' in forsiden
    for ord_ in ("Dei neste dagane", "Ikkje i rute eller usikkert", "Hovudmeny", "Framside"):
        assert ord_ in forsiden
    kalender = (sider["offentlig"] / "kalender" / "alle.ics").read_text("utf-8")
    assert "alle fristar" in kalender
    hjul = (sider["offentlig"] / "arshjul" / "2024.svg").read_text("utf-8")
    assert "Årshjul 2024 for Granvåg kommune" in hjul


FILER = (
    ("arshjul", "--aar", "2024", "--svg", "a.svg"),
    ("arshjul", "--aar", "2024", "--pdf", "a.pdf"),
    ("arshjul", "--aar", "2024", "--png", "a.png"),
    ("arshjul", "--aar", "2024", "--kategori", "hms", "--ics", "a.ics"),
    ("frister", "--sektor", "Teknisk og samfunn", "--ics", "a.ics"),
)


@pytest.mark.parametrize("spor", FILER, ids=" ".join)
def test_hjulet_og_kalenderne_for_seg(
    spor: tuple[str, ...], kjor: Kjor, granvag: Path, tmp_path: Path
) -> None:
    """As files they are in nynorsk too; the terminal is in bokmål, with the letters people know."""
    fil = tmp_path / spor[-1]
    valg = ("--dato", "2024-10-20", "--prosjekt", granvag)
    svar = kjor(*spor[:-1], fil, *valg)
    assert not DEKT.search(svar.ut + svar.feil)
    innhold = fil.read_bytes()
    if fil.suffix == ".pdf":
        pdf = pypdf.PdfReader(fil)
        assert str(pdf.root_object["/Lang"]) == "nn-NO"
        assert pdf.metadata
        assert pdf.metadata.title == "Årshjul 2024 for Granvåg kommune"
    elif fil.suffix == ".png":
        assert innhold.startswith(b"\x89PNG")
        kjor(*spor[:-2], "--svg", tmp_path / "a.svg", *valg)
        assert innhold == som_png((tmp_path / "a.svg").read_text("utf-8").rstrip("\n"))
    else:
        tekst = innhold.decode()
        assert not DEKT.search(tekst)
        ukjente = nynorsk.ukjente_ord(det_leste(fil.name, tekst))
        assert {"ikke", "ansvarlig", "gjentas", "enhet"}.isdisjoint(ukjente)


@pytest.mark.utseende
def test_soket_er_paa_nynorsk(sider: dict[str, Path]) -> None:
    if CHROMIUM is None:
        pytest.skip("Chromium er ikke installert; .ci/run installerer den")
    with sync_playwright() as p:
        leser = p.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        side = leser.new_page()
        side.goto((sider["offentlig"] / "index.html").as_uri())
        assert side.locator("label[for=sok]").inner_text() == "Søk"
        side.fill("#sok", "barnehage")
        side.wait_for_selector(".soketreff li")
        assert re.fullmatch(r"(Dei 20 første av )?\d+ treff", side.inner_text(".soketreff p"))
        side.fill("#sok", "finnst ikkje")
        assert side.inner_text(".soketreff p") == "Ingen treff. Prøv færre ord."
        leser.close()


def test_en_id_som_er_et_ord_staar_som_den_er(granvag: Path, tmp_path: Path) -> None:
    """On its own page, in the way down to it, and where others point to it."""
    rot = tmp_path / "granvag"
    shutil.copytree(granvag, rot)
    for fil in sorted((rot / "data").rglob("*.yaml")):
        tekst = fil.read_text("utf-8")
        fil.write_text(re.sub(r"\brestavfall\b", "ansatte", tekst), "utf-8")
    plan = rot / "data" / "beredskap" / "plan"
    (plan / "overordnet.yaml").rename(plan / "ledelse.yaml")
    for fil in (rot / "data" / "beredskap").rglob("*.yaml"):
        tekst = fil.read_text("utf-8")
        fil.write_text(re.sub(r"(planer: \[.*)\boverordnet\b", r"\1ledelse", tekst), "utf-8")
    sider = lag(tmp_path / "ut", "intern", rot)
    side = (sider / "maal" / "ansatte.html").read_text("utf-8")
    assert side.count('<span class="s-kode">ansatte</span>') == 2
    assert "tilsette" not in re.sub(r'<p class="internt">.*?</p>', "", side)
    flommen = (sider / "beredskapshendelse" / "2024-flom.html").read_text("utf-8")
    assert '<span class="s-kode">ledelse, befolkningsvarsling</span>' in flommen
    assert "leiing" not in flommen
