"""The open pages in a real browser: readable by all, at every width, in light and dark, and nothing
leaves the machine.
"""

import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from styring.__main__ import kjor as kjor_program
from styring.fag.kalender import MAANEDER
from tests.conftest import ROT
from tests.skjemahjelp import EKSEMPEL
from tests.test_rapportformer import CHROMIUM

pytestmark = pytest.mark.utseende
MERKER = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
LAGET = {
    "offentlig": (EKSEMPEL, "offentlig", "2024-10-10"),
    "intern": (EKSEMPEL, "intern", "2024-10-10"),
    "lorenskog": (ROT, "offentlig", "2023-09-04"),
}
Form = tuple[int, Literal["light", "dark"]]
FORMER: dict[str, list[Form]] = {
    "offentlig": [(320, "light"), (1280, "dark")],
    "intern": [(390, "dark")],
    "lorenskog": [(1280, "light")],
}
GRUNDIG: list[Form] = [(bredde, tema) for bredde in (320, 390, 1280) for tema in ("light", "dark")]


@pytest.fixture(scope="module")
def steder(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    mappe = tmp_path_factory.mktemp("nettsted")
    for navn, (prosjekt, leser, dag) in LAGET.items():
        valg = ["--for", leser, "--dato", dag, "--rapporter", "html", "--prosjekt", str(prosjekt)]
        assert kjor_program(["nettsted", str(mappe / navn), *valg]) == 0
    return {navn: mappe / navn for navn in LAGET}


@pytest.fixture(scope="module")
def nettleser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium er ikke installert; .ci/run installerer den")
    with sync_playwright() as p:
        leser = p.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield leser
        leser.close()


def sidene(mappe: Path, *, alle: bool) -> list[Path]:
    """Every page; else the fullest of each kind, and those there is one of."""
    grupper: dict[str, list[Path]] = {}
    for fil in sorted(mappe.rglob("*.html")):
        rom = fil.parent.relative_to(mappe).as_posix()
        if rom == "rapporter" and fil.name != "index.html":
            continue
        faste = rom in {".", "om", "internt"} or fil.name == "index.html"
        grupper.setdefault(fil.as_posix() if faste or alle else rom, []).append(fil)
    return [max(gruppe, key=lambda fil: fil.stat().st_size) for gruppe in grupper.values()]


def voktet(side: Page) -> list[str]:
    """What goes wrong on a page from now on: errors, what its policy stops, and what it asks for
    beside its own files.
    """
    galt: list[str] = []
    side.on("request", lambda r: galt.append(r.url) if not r.url.startswith("file:") else None)
    side.on("console", lambda m: galt.append(m.text) if m.type == "error" else None)
    side.on("pageerror", lambda feil: galt.append(str(feil)))
    return galt


@pytest.mark.parametrize("sted", LAGET)
def test_axe_finner_ingenting_og_ingenting_gaar_ut(
    sted: str, steder: dict[str, Path], nettleser: Browser, request: pytest.FixtureRequest
) -> None:
    """No fault, no scrolling sideways, nothing stopped by the page's own policy, and no request but
    for its own files. ``--grundig`` looks at every page at every width.
    """
    alle = bool(request.config.getoption("--grundig"))
    axe = (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    sett = 0
    for bredde, tema in GRUNDIG if alle else FORMER[sted]:
        vindu = nettleser.new_context(
            viewport={"width": bredde, "height": 900}, color_scheme=tema, bypass_csp=True
        )
        side = vindu.new_page()
        galt = voktet(side)
        for fil in sidene(steder[sted], alle=alle):
            side.goto(fil.as_uri())
            side.evaluate(axe)
            feil = side.evaluate(
                "m => axe.run({preload: false, runOnly: {type: 'tag', values: m}})", MERKER
            )["violations"]
            assert [(ett["id"], ett["nodes"][0]["html"]) for ett in feil] == [], (fil, bredde, tema)
            assert side.evaluate("document.documentElement.scrollWidth") <= bredde, fil
            assert galt == [], fil
            sett += 1
        vindu.close()
    assert sett > 20


@pytest.fixture
def side(nettleser: Browser, steder: dict[str, Path]) -> Iterator[Page]:
    """The first page, with its own policy kept; whatever that stops, fails the test."""
    vindu = nettleser.new_context(viewport={"width": 390, "height": 844})
    ett = vindu.new_page()
    stoppet = voktet(ett)
    ett.goto((steder["offentlig"] / "index.html").as_uri())
    yield ett
    assert stoppet == []
    vindu.close()


def test_soket_virker_rett_fra_disken(side: Page) -> None:
    side.get_by_label("Søk").fill("ks 54/22")
    treff = side.locator(".soketreff a")
    treff.first.wait_for()
    assert "2022-KS-054" in (treff.first.get_attribute("href") or "")
    side.keyboard.press("Enter")
    side.wait_for_url("**/vedtak/2022-KS-054.html")
    assert "KS 54/22" in side.inner_text("main")


@pytest.mark.parametrize("skrevet", ["KS54/22", "  ks   54/22 ", "turveg", "Fjordpartiet"])
def test_soket_finner_det_folk_skriver(side: Page, skrevet: str) -> None:
    side.get_by_label("Søk").fill(skrevet)
    side.locator(".soketreff a").first.wait_for()
    side.keyboard.press("ArrowDown")
    assert side.evaluate("document.activeElement.tagName") == "A"
    side.keyboard.press("ArrowUp")
    assert side.evaluate("document.activeElement.id") == "sok"


def test_enheten_staar_foerst_og_ingen_treff_sies(side: Page) -> None:
    felt = side.get_by_label("Søk")
    felt.fill("helse")
    forst = side.locator(".soketreff a").first
    forst.wait_for()
    assert forst.inner_text() == "Helse, omsorg og mestring"
    felt.fill("finnes ikke her")
    side.get_by_text("Ingen treff. Prøv færre ord.").wait_for()


@pytest.mark.parametrize(
    ("adresse", "navn", "tabell"),
    [
        ("frister.html", "Dag", 0),
        ("oppdrag/index.html", "Meldt", 0),
        ("vedtak/index.html", "Meldt", 0),
    ],
)
def test_dager_ordnes_som_dager(
    nettleser: Browser, steder: dict[str, Path], adresse: str, navn: str, tabell: int
) -> None:
    vindu = nettleser.new_context(viewport={"width": 1280, "height": 900})
    ett = vindu.new_page()
    ett.goto((steder["offentlig"] / adresse).as_uri())
    hele = ett.locator("table[data-mange]").nth(tabell)
    plass = [h.inner_text() for h in hele.locator("th").all()].index(navn)
    hele.get_by_role("button", name=navn).click()
    maaneder = {navn[:3]: nr for nr, navn in enumerate(MAANEDER, 1)}
    dager = [
        (int(treff[3]), maaneder[treff[2]], int(treff[1]))
        for rad in hele.locator("tbody tr").all()
        if (
            treff := re.search(
                r"(\d+)\. (\w{3})\w*\.? (\d{4})", rad.locator("td").nth(plass).inner_text()
            )
        )
    ]
    assert len(dager) > 8
    assert dager == sorted(dager)
    vindu.close()


def test_ingen_usynlig_knapp_faar_fokus_paa_smal_skjerm(
    nettleser: Browser, steder: dict[str, Path]
) -> None:
    vindu = nettleser.new_context(viewport={"width": 320, "height": 800})
    ett = vindu.new_page()
    ett.goto((steder["offentlig"] / "vedtak" / "index.html").as_uri())
    for _ in range(60):
        ett.keyboard.press("Tab")
        assert ett.evaluate("document.activeElement.tagName") != "BUTTON"
    vindu.close()


@pytest.mark.parametrize("skrevet", ["Økonomi", "okonomi", "OEKONOMI"])
def test_soket_folder_norske_bokstaver(side: Page, skrevet: str) -> None:
    side.get_by_label("Søk").fill(skrevet)
    side.locator(".soketreff a").first.wait_for()
    assert "Økonomi og styring" in side.inner_text(".soketreff")


def test_lange_tabeller_kan_ordnes_og_filtreres(side: Page, steder: dict[str, Path]) -> None:
    side.set_viewport_size({"width": 1280, "height": 900})
    side.goto((steder["offentlig"] / "oppdrag" / "index.html").as_uri())
    tabell = side.locator("table[data-mange]").first
    side.get_by_label("Vis bare rader med").first.fill("fosterhjem")
    synlige = [rad for rad in tabell.locator("tbody tr").all() if rad.is_visible()]
    assert len(synlige) == 1
    side.get_by_label("Vis bare rader med").first.fill("")
    tabell.get_by_role("button", name="Oppdrag").click()
    forst = tabell.locator("tbody tr").first.inner_text()
    assert forst.startswith("Bedre skoleresultatene")
    assert tabell.locator("th").first.get_attribute("aria-sort") == "ascending"


def test_tastaturet_naar_alt(side: Page) -> None:
    """Each link, button and field gets the focus in turn, and it is seen."""
    naadd: list[str] = []
    for _ in range(400):
        side.keyboard.press("Tab")
        her = side.evaluate(
            "() => { const e = document.activeElement; const s = getComputedStyle(e);"
            " return [e.tagName, e.getAttribute('href') || e.id || e.className,"
            " s.outlineStyle !== 'none' || s.position === 'absolute']; }"
        )
        if her[0] == "BODY":
            break
        assert her[2], her
        naadd.append(her[1])
    lenker = side.evaluate(
        "() => [...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))"
    )
    assert set(lenker) <= set(naadd)
    assert "sok" in naadd
    assert naadd[0] == "#innhold"


def test_uten_skript_staar_alt_der(nettleser: Browser, steder: dict[str, Path]) -> None:
    vindu = nettleser.new_context(java_script_enabled=False)
    ett = vindu.new_page()
    ett.goto((steder["offentlig"] / "vedtak" / "index.html").as_uri())
    assert "Kommunestyret" in ett.inner_text("main")
    ett.locator("nav[aria-label=Hovedmeny] a", has_text="Årshjul").click()
    assert "Årshjulet 2024" in ett.inner_text("h1")
    vindu.close()


def test_utskriften_er_hele_siden_uten_meny(nettleser: Browser, steder: dict[str, Path]) -> None:
    vindu = nettleser.new_context()
    ett = vindu.new_page()
    ett.goto((steder["offentlig"] / "enhet" / "FOS.html").as_uri())
    ett.emulate_media(media="print")
    assert not ett.locator("nav[aria-label=Hovedmeny]").is_visible()
    assert ett.locator("table thead").first.is_visible()
    vindu.close()
