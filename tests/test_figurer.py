"""Pictures: what is drawn is what the numbers say, the same bytes each time, and nothing of data is
an element.
"""

import re
import xml.etree.ElementTree as ET
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from styring.visning.figur.figurer import (
    Avviksbar,
    Avviksdel,
    Figurpunkt,
    Lysbar,
    Lysdel,
    Matrise,
    Matriserad,
    Tallserie,
    hele_tall,
)
from styring.visning.figur.palett import TEKST, fargen, tegnet
from styring.visning.figur.png import som_png
from styring.visning.figur.svg import bredden, forkortet
from styring.visning.figur.tegn import Figur, som_svg, som_tekst

SVG = "{http://www.w3.org/2000/svg}"
ORD = st.text(max_size=60)
MERKE = st.sampled_from(["i_rute", "usikkert", "ikke_i_rute", "ferdig", "ikke_rapportert"])
TALL = st.decimals(-10_000, 10_000, places=2)


@st.composite
def tallserier(draw: st.DrawFn) -> Tallserie:
    aarene = sorted(draw(st.sets(st.integers(2000, 2040), min_size=1, max_size=12)))
    punkter = tuple(
        Figurpunkt(aar, verdi := draw(TALL), str(verdi), draw(st.booleans()), draw(st.booleans()))
        for aar in aarene
    )
    return Tallserie(draw(ORD), punkter, draw(st.none() | TALL), draw(st.none() | TALL), draw(ORD))


lysbarer = st.builds(
    Lysbar,
    ORD,
    st.lists(st.builds(Lysdel, ORD, MERKE, st.integers(1, 500)), min_size=1, max_size=6).map(tuple),
)


@st.composite
def matriser(draw: st.DrawFn) -> Matrise:
    kolonner = tuple(draw(st.lists(ORD, min_size=1, max_size=6)))
    celle = st.none() | MERKE
    celler = st.lists(celle, min_size=len(kolonner), max_size=len(kolonner)).map(tuple)
    rader = draw(st.lists(st.builds(Matriserad, ORD, celler), max_size=8))
    return Matrise(draw(ORD), kolonner, tuple(rader))


avviksbarer = st.builds(
    Avviksbar,
    ORD,
    st.lists(st.builds(Avviksdel, ORD, TALL, ORD), min_size=1, max_size=12).map(tuple),
)
FIGURER = st.one_of(tallserier(), lysbarer, matriser(), avviksbarer)


def tegnet_av(figur: Figur) -> ET.Element:
    return ET.fromstring(som_svg(figur, 3))


@given(FIGURER)
def test_hva_data_enn_sier_er_det_tekst_i_bildet(figur: Figur) -> None:
    """Only our own elements, none with an address; title and words first, and the same twice."""
    rot = tegnet_av(figur)
    assert {del_.tag.removeprefix(SVG) for del_ in rot.iter()} <= {
        "svg",
        "title",
        "desc",
        "rect",
        "text",
        "path",
        "circle",
    }
    assert [del_.tag.removeprefix(SVG) for del_ in rot][:2] == ["title", "desc"]
    assert rot.attrib["aria-labelledby"] == "figur3-tittel figur3-ord"
    assert not any("href" in navn for del_ in rot.iter() for navn in del_.attrib)
    assert som_svg(figur, 3) == som_svg(figur, 3)


@given(FIGURER)
def test_alt_staar_inne_i_rammen(figur: Figur) -> None:
    """Text is never wider than the picture, however long the words are: reckoned with the widths
    that text is drawn by.
    """
    rot = tegnet_av(figur)
    bredde, hoyde = (float(rot.attrib[navn]) for navn in ("width", "height"))
    for del_ in rot.iter():
        if del_.tag == f"{SVG}text":
            halv = bredden(del_.text or "", int(del_.attrib["font-size"]))
            x, anker = float(del_.attrib["x"]), del_.attrib.get("text-anchor", "start")
            fra = x - {"start": 0, "middle": halv / 2, "end": halv}[anker]
            assert 0 <= float(del_.attrib["y"]) <= hoyde
            assert fra >= -1
            assert fra + halv <= bredde + 1
        if del_.tag == f"{SVG}rect":
            x, b = float(del_.attrib.get("x", 0)), float(del_.attrib["width"])
            assert x >= 0
            assert x + b <= bredde + 0.5
        if del_.tag == f"{SVG}circle":
            assert 0 <= float(del_.attrib["cx"]) <= bredde
            assert 0 <= float(del_.attrib["cy"]) <= hoyde


@given(tallserier())
def test_en_hoyere_verdi_staar_hoyere(figur: Tallserie) -> None:
    punkter = [float(del_.attrib["cy"]) for del_ in tegnet_av(figur).iter(f"{SVG}circle")]
    assert len(punkter) == len(figur.punkter)
    for en, y in zip(figur.punkter, punkter, strict=True):
        for annen, andre_y in zip(figur.punkter, punkter, strict=True):
            assert en.verdi <= annen.verdi or y <= andre_y


@given(tallserier())
def test_et_brudd_tegnes_brutt(figur: Tallserie) -> None:
    """No line from what came before a break to what came after it."""
    linjer = [
        del_
        for del_ in tegnet_av(figur).iter(f"{SVG}path")
        if del_.attrib.get("stroke-width") == "3"
    ]
    assert len(linjer) == sum(not punkt.brudd for punkt in figur.punkter[1:])
    tegnene = som_tekst(figur).partition(" ")[0]
    assert tegnene.count("┊") == sum(punkt.brudd for punkt in figur.punkter[1:])


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=9), st.integers(1, 400))
def test_delene_av_en_bar_er_hele_baren(tall: list[int], sum_: int) -> None:
    deler = hele_tall(tall, sum_)
    assert sum(deler) == (sum_ if sum(tall) else 0)
    alle = sum(tall) or 1
    assert all(abs(del_ - ett * sum_ / alle) < 1 for del_, ett in zip(deler, tall, strict=True))


@given(ORD, st.floats(10, 300))
def test_en_forkortet_tekst_har_plass(tekst: str, plass: float) -> None:
    assert bredden(forkortet(tekst, plass)) <= max(plass, bredden("…"))


def lysstyrke(farge: str) -> float:
    """Relative luminance by WCAG 2.2."""
    deler = [int(farge[nr : nr + 2], 16) / 255 for nr in (1, 3, 5)]
    r, g, b = (d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in deler)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def kontrast(en: str, annen: str) -> float:
    lys, mork = sorted((lysstyrke(en), lysstyrke(annen)), reverse=True)
    return (lys + 0.05) / (mork + 0.05)


def test_fargene_kan_skilles_fra_papiret() -> None:
    """And in grey too: the sign on each differs, since the fills do not."""
    merker = ("i_rute", "usikkert", "ikke_i_rute", "ferdig", "ikke_rapportert")
    for merke in merker:
        farge = fargen(merke)
        assert kontrast(farge.kant, "#ffffff") >= 5
        assert kontrast(farge.tekst, farge.flate) >= 7
    assert len({tegnet(merke) for merke in merker}) == len(merker)
    assert kontrast(TEKST, "#ffffff") >= 7


def test_png_er_det_samme_bildet_hver_gang() -> None:
    figur = Lysbar("Målene", (Lysdel("nådd", "i_rute", 2), Lysdel("ikke nådd", "ikke_i_rute", 1)))
    bilde = som_png(som_svg(figur))
    assert bilde.startswith(b"\x89PNG")
    assert bilde == som_png(som_svg(figur))


def test_figurene_i_ord() -> None:
    punkter = (
        Figurpunkt(2021, Decimal(40), "40 %", forelopig=False, brudd=False),
        Figurpunkt(2022, Decimal("41.5"), "41,5 %", forelopig=False, brudd=True),
        Figurpunkt(2023, Decimal(43), "43 %", forelopig=True, brudd=False),
    )
    serie = Tallserie("Leser godt", punkter, Decimal(45), None, "45 % (2023)")
    assert serie.beskrivelse == (
        "2021: 40 %; brudd i serien, 2022: 41,5 %; 2023: 43 %, foreløpig. Måltall: 45 % (2023)."
    )
    assert som_tekst(serie) == "▁┊▄█ Leser godt, 2021–2023"
    assert len(re.findall('fill="#ffffff"', som_svg(serie))) == 2  # the paper and the hollow one
    bar = Lysbar("Målene", (Lysdel("nådd", "i_rute", 60), Lysdel("nær", "usikkert", 1)))
    assert bar.beskrivelse == "60 nådd, 1 nær."
    assert som_tekst(bar) == "●" * 40 + " 60 nådd ▲ 1 nær"


def test_avvik_staar_paa_hver_sin_side_og_i_ord() -> None:
    deler = (
        Avviksdel("Skoler", Decimal(-640_000), "merforbruk 640 000 kr"),
        Avviksdel("Kultur", Decimal(320_000), "mindreforbruk 320 000 kr"),
    )
    rot = tegnet_av(Avviksbar("Ventet avvik", deler))
    barer = [
        (float(ett.get("x") or 0), float(ett.get("width") or 0))
        for ett in rot.iter(f"{SVG}rect")
        if ett.get("stroke")
    ]
    assert barer == [(8, 172), (180, 86)]
    ord_ = rot.findtext(f"{SVG}desc") or ""
    assert ord_ == "Skoler: merforbruk 640 000 kr; Kultur: mindreforbruk 320 000 kr."
