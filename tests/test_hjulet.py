"""The wheel: whatever happens in a year, nothing lies over anything else, and no leader crosses
another.
"""

import calendar
import json
import math
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from styring.visning.figur.hjulgeometri import (
    RINGER,
    Hendelsespunkt,
    Hjulmerke,
    Leder,
    merkene,
    spredt,
    vinkel,
)
from styring.visning.figur.hjulplan import SKRIFT, Hjulplan, med_nummer, med_ord
from styring.visning.figur.svg import bredden
from tests.conftest import Kjor

AAR = st.sampled_from([2023, 2024])


@st.composite
def aaret(draw: st.DrawFn, flest: int = 80) -> list[Hendelsespunkt]:
    """A year with from none to many days, in any ring; often close together."""
    aar = draw(AAR)
    dager = 366 if calendar.isleap(aar) else 365
    fra = draw(st.integers(0, dager - 1))
    spenn = draw(st.sampled_from([20, 60, dager]))
    dag = st.integers(fra, min(dager - 1, fra + spenn))
    nokler = draw(st.sets(st.tuples(dag, st.sampled_from(sorted(RINGER))), max_size=flest))
    titler = st.lists(
        st.lists(st.text("abcæøå", min_size=1, max_size=14), min_size=1, max_size=6).map(" ".join),
        min_size=1,
        max_size=2,
    ).map(tuple)
    return [
        Hendelsespunkt(date(aar, 1, 1) + timedelta(nr), ring, draw(titler))
        for nr, ring in sorted(nokler)
    ]


def linjestykker(leder: Leder) -> Iterator[tuple[float, float, float, float]]:
    for (x1, y1), (x2, y2) in pairwise(leder.punkter):
        yield x1, y1, x2, y2


def krysser(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    """Whether two pieces of line meet, by which side of each the ends of the other are on."""

    def side(px: float, py: float, qx: float, qy: float, rx: float, ry: float) -> float:
        return (qx - px) * (ry - py) - (qy - py) * (rx - px)

    return (
        side(*a, *b[:2]) * side(*a, *b[2:]) < -1e-6 and side(*b, *a[:2]) * side(*b, *a[2:]) < -1e-6
    )


def kontroller(plan: Hjulplan) -> None:
    """No leader crosses another, and all of it is inside the frame."""
    alle = [list(linjestykker(leder)) for leder in plan.ledere]
    for en, annen in combinations(alle, 2):
        assert not any(krysser(a, b) for a in en for b in annen)
    for leder in plan.ledere:
        for x, y in leder.punkter:
            assert 0 <= x <= plan.ramme[0]
            assert 0 <= y <= plan.ramme[1]
    for merke, leder in zip(plan.merker, plan.ledere, strict=False):
        start = leder.punkter[0]
        retning = math.atan2(start[0] - plan.midten[0], plan.midten[1] - start[1]) % math.tau
        assert merke.fra - 1e-6 <= retning <= merke.til + 1e-6


@given(aaret())
def test_med_nummer_holder_alltid(punkter: list[Hendelsespunkt]) -> None:
    plan = med_nummer(punkter)
    kontroller(plan)
    assert len(plan.nummer) == len(punkter)
    for (x1, y1), (x2, y2) in combinations(plan.nummer, 2):
        assert math.hypot(x1 - x2, y1 - y2) >= 2 * plan.radius
    for x, y in plan.nummer:
        assert plan.radius <= x <= plan.ramme[0] - plan.radius
        assert plan.radius <= y <= plan.ramme[1] - plan.radius


@given(aaret(40))
def test_med_ord_holder_naar_det_er_valgt(punkter: list[Hendelsespunkt]) -> None:
    plan = med_ord(punkter)
    if plan is None:
        return
    kontroller(plan)
    bokser = []
    for ett in plan.etiketter:
        bredde = max(bredden(linje, SKRIFT) for linje in (f"● {ett.dag}", *ett.linjer))
        venstre = ett.x if ett.til_hoyre else ett.x - bredde
        bokser.append((venstre, ett.y - 9, venstre + bredde, ett.y - 9 + ett.hoyde))
        assert venstre >= 0
        assert venstre + bredde <= plan.ramme[0]
        assert ett.y - 9 >= 0
        assert ett.y - 9 + ett.hoyde <= plan.ramme[1]
    for a, b in combinations(bokser, 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] + 0.01 or b[3] <= a[1] + 0.01


@given(aaret())
def test_ingen_merker_ligger_over_hverandre(punkter: list[Hendelsespunkt]) -> None:
    for a, b in combinations(merkene(punkter), 2):
        samme_tid = a.fra < b.til - 1e-9 and b.fra < a.til - 1e-9
        assert not (samme_tid and a.innerst < b.ytterst - 1e-9 and b.innerst < a.ytterst - 1e-9)
        assert a.ytterst > a.innerst


def test_noen_og_tjue_hendelser_har_plass_til_ordene() -> None:
    for antall in range(29):
        dager = [date(2023, 1, 1) + timedelta(round(365 / 28 * nr)) for nr in range(antall)]
        punkter = [
            Hendelsespunkt(dag, sorted(RINGER)[nr % 2], ("Kommunestyret vedtar noe viktig",))
            for nr, dag in enumerate(dager)
        ]
        plan = med_ord(punkter)
        assert plan is not None
        assert len(plan.etiketter) == antall


@given(st.lists(st.floats(0, 100), max_size=20).map(sorted), st.floats(0.1, 4))
@example([50.0] * 20, 4)
def test_spredt_er_i_samme_rekkefolge_og_langt_nok_fra_hverandre(
    onsket: list[float], avstand: float
) -> None:
    ut = spredt(onsket, avstand, 0, 100)
    assert all(b - a >= avstand - 1e-6 for a, b in pairwise(ut))
    assert all(-1e-6 <= tall <= 100 + 1e-6 for tall in ut)
    fri = all(b - a >= avstand for a, b in pairwise(onsket))
    assert not fri or ut == pytest.approx(onsket)


def test_aaret_gaar_med_klokken_fra_toppen() -> None:
    assert vinkel(date(2023, 1, 1)) < 0.01
    assert vinkel(date(2023, 7, 2)) == pytest.approx(math.pi, abs=0.01)
    assert vinkel(date(2024, 2, 29)) == pytest.approx(math.tau * 59.5 / 366)
    assert vinkel(date(2024, 12, 31)) < math.tau


def test_et_merke_staar_i_sin_ring() -> None:
    for ring, (inn, utt) in RINGER.items():
        [merke] = merkene([Hendelsespunkt(date(2023, 5, 1), ring, ("x",))])
        assert isinstance(merke, Hjulmerke)
        assert inn <= merke.innerst < merke.ytterst <= utt


def test_hjulet_som_filer(kjor: Kjor, tmp_path: Path) -> None:
    """The same bytes twice; every title is in the picture's words, and what has no day too."""
    filer = {form: tmp_path / f"hjul.{form}" for form in ("svg", "pdf", "png")}
    valg = [del_ for form, fil in filer.items() for del_ in (f"--{form}", fil)]
    spor = ("arshjul", "--aar", "2023", "--dato", "2023-09-04")
    ut = kjor(*spor, *valg).ut
    assert ut.endswith("42 dager, med ordene rundt hjulet.\n")
    foer = {form: fil.read_bytes() for form, fil in filer.items()}
    kjor(*spor, *valg)
    assert foer == {form: fil.read_bytes() for form, fil in filer.items()}
    assert foer["png"].startswith(b"\x89PNG")
    assert foer["pdf"].startswith(b"%PDF")
    tegnet = ET.fromstring(foer["svg"])
    ord_ = tegnet.findtext("{http://www.w3.org/2000/svg}desc") or ""
    for rad in json.loads(kjor(*spor, "--format", "json").ut)["svar"]["hendelser"]:
        assert " ".join(rad["tittel"].split()) in ord_
    assert "Dag ikke oppgitt: " in ord_
    assert "A-melding, 12 ganger" in ord_


def test_for_mange_dager_faar_nummer_og_det_sies(kjor: Kjor, rikt: Path) -> None:
    fil = rikt / "data/arshjul.yaml"
    tekst = fil.read_text(encoding="utf-8").rstrip("\n") + "\n"
    for nr in range(60):
        dag = date(2023, 1, 1) + timedelta(6 * nr)
        tekst += (
            f"  mange-{nr}:\n    tittel: '<script>alert({nr})</script> & en lang tittel'\n"
            "    type: politisk\n    kategori: okonomi\n    hjul: [detaljert]\n"
            f"    nar: {{dato: {dag}}}\n    kilde: Prøve\n"
        )
    fil.write_text(tekst, encoding="utf-8")
    svg = rikt / "hjul.svg"
    spor = ("arshjul", "--aar", "2023", "--hjul", "detaljert", "--prosjekt", rikt, "--svg", svg)
    ut = kjor(*spor, "--dato", "2023-01-01").ut
    assert "med nummer og liste: det er ikke plass til ordene rundt hjulet" in ut
    rot = ET.fromstring(svg.read_bytes())
    merker = {ett.tag.rpartition("}")[2] for ett in rot.iter()}
    assert merker <= {"svg", "title", "desc", "rect", "path", "circle", "text"}
    assert "<script>alert(7)</script>" in " ".join(ett.text or "" for ett in rot.iter())


def test_skrift_som_fontene_ikke_har_stopper_ikke_arket(kjor: Kjor, rikt: Path) -> None:
    fil = rikt / "data/arshjul.yaml"
    tekst = fil.read_text(encoding="utf-8").rstrip("\n")
    fil.write_text(
        f"{tekst}\n  fest:\n    tittel: Fest 漢字 🎉\n    type: politisk\n    kategori: okonomi\n"
        "    hjul: [detaljert]\n    nar: {dato: 2023-05-02}\n    kilde: Prøve\n",
        encoding="utf-8",
    )
    ut = rikt / "x.pdf"
    kjor("arshjul", "--aar", "2023", "--pdf", ut, "--prosjekt", rikt)
    assert ut.read_bytes().startswith(b"%PDF")


def test_det_som_er_valgt_og_flyttet_ut_av_aaret_staar_paa_bildet(kjor: Kjor, rikt: Path) -> None:
    fil = rikt / "data/arshjul.yaml"
    tekst = fil.read_text(encoding="utf-8").rstrip("\n")
    fil.write_text(
        f"{tekst}\n  nyttaar:\n    tittel: Nyttårstale\n    type: politisk\n    kategori: okonomi\n"
        "    hjul: [detaljert]\n    nar: {hvert_ar: 12-31}\n    rod_dag: neste_virkedag\n"
        "    kilde: Prøve\n",
        encoding="utf-8",
    )
    svg = rikt / "x.svg"
    kjor("arshjul", "--aar", "2023", "--kategori", "okonomi", "--svg", svg, "--prosjekt", rikt)
    rot = ET.fromstring(svg.read_bytes())
    tekster = [ett.text or "" for ett in rot.iter("{http://www.w3.org/2000/svg}text")]
    assert "Utenfor året" in tekster
    assert any("2. januar 2024: Nyttårstale" in ett for ett in tekster)
    assert "økonomi" in tekster
    assert ", økonomi" in (rot.findtext("{http://www.w3.org/2000/svg}title") or "")
