"""The signs: each means one thing, a row of them shows every count, colour never stands alone."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from styring.fag.tilstand import Tilstand
from styring.visning.felles.merker import MERKER
from styring.visning.felles.tegnforklaring import forklaringer
from styring.visning.rapport.tegnfarge import er_tegnrad, med_farge, tegnrad
from tests.conftest import ROT, Kjor


def test_hvert_tegn_betyr_en_ting() -> None:
    for kolonne in zip(*forklaringer(), strict=True):
        assert len(set(kolonne)) == len(MERKER)


def test_forklaringen_kan_leses(kjor: Kjor) -> None:
    tekst = kjor("--tegn").ut
    for tegn, ascii_, ord_ in forklaringer():
        assert f"{tegn}\t{ascii_}\t{ord_}\n" in tekst


def test_dokumentet_sier_det_samme() -> None:
    tekst = Path(ROT / "docs/tegn.md").read_text(encoding="utf-8")
    for tegn, _, ord_ in forklaringer():
        assert f"| {tegn} |" in tekst
        assert f" {ord_} |" in tekst


@given(st.dictionaries(st.sampled_from(list(Tilstand)), st.integers(0, 400)))
def test_raden_viser_alt_som_telles(telling: dict[Tilstand, int]) -> None:
    rad = tegnrad(telling)
    finnes = {tilstand for tilstand, tall in telling.items() if tall}
    for tilstand in Tilstand:
        assert (MERKER[tilstand.value].tegn in rad) is (tilstand in finnes)
    if sum(telling.values()) <= 50:
        assert len(rad.replace(" ", "")) == sum(telling.values())
    else:
        assert len(rad) < 50 + 2 * len(Tilstand) + len(" (hvert tegn er 1000)")
        assert "(hvert tegn er " in rad
    assert er_tegnrad(rad) is bool(finnes)
    assert "".join(tekst for tekst, _ in med_farge(rad)) == rad


@given(st.text())
def test_fargen_endrer_ingen_tekst(tekst: str) -> None:
    assert "".join(del_ for del_, _ in med_farge(tekst)) == tekst


def test_et_kulepunkt_er_ikke_en_tilstand() -> None:
    assert list(med_farge("● Første punkt")) == [("● Første punkt", "")]
    assert list(med_farge("Den er ●\u00a0i rute.")) == [
        ("Den er ", ""),
        ("●", "1A7337"),
        ("\u00a0i rute.", ""),
    ]
