"""The effective deadline, branch by branch."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styring.fag.frist import dager_flyttet, er_forfalt, frist_per, gjorte
from styring.fag.tilstand import Tilstand
from styring.modell.oppdrag import Fristendring

MAI, JUNI, AUGUST = date(2024, 5, 31), date(2024, 6, 30), date(2024, 8, 31)
FORSTE = Fristendring(dato=date(2024, 4, 1), fra=MAI, til=JUNI, begrunnelse="Flere søkere.")
ANDRE = Fristendring(dato=date(2024, 6, 10), fra=JUNI, til=AUGUST, begrunnelse="Sykdom.")


@pytest.mark.parametrize(
    ("dag", "ventet"),
    [
        (date(2024, 3, 31), MAI),
        (date(2024, 4, 1), JUNI),  # a change counts on its own day
        (date(2024, 6, 9), JUNI),
        (date(2024, 6, 10), AUGUST),
        (date(2025, 1, 1), AUGUST),
    ],
)
def test_fristen_er_den_som_gjaldt_den_dagen(dag: date, ventet: date) -> None:
    assert frist_per(AUGUST, (FORSTE, ANDRE), dag) == ventet


def test_en_frist_som_kom_til_fantes_ikke_foer() -> None:
    ny = replace(FORSTE, fra=None)
    assert frist_per(JUNI, (ny,), date(2024, 3, 31)) is None
    assert dager_flyttet(ny) is None


def test_uten_endringer_er_fristen_den_som_staar() -> None:
    assert frist_per(MAI, (), date(2000, 1, 1)) == MAI
    assert frist_per(None, (), date(2000, 1, 1)) is None


def test_hvor_langt_en_frist_er_flyttet() -> None:
    assert dager_flyttet(FORSTE) == 30
    assert dager_flyttet(replace(FORSTE, til=date(2024, 5, 30))) == -1


def test_det_som_er_endret_til_en_dag() -> None:
    assert gjorte((FORSTE, ANDRE), date(2024, 6, 9)) == [FORSTE]
    assert gjorte((FORSTE, ANDRE), date(2024, 3, 31)) == []


@pytest.mark.parametrize(
    ("tilstand", "ventet"),
    [
        (Tilstand.IKKE_RAPPORTERT, True),
        (Tilstand.I_RUTE, True),
        (Tilstand.IKKE_I_RUTE, True),
        (Tilstand.FORESLATT_AVSLUTTET, False),
        (Tilstand.FERDIG, False),
        (Tilstand.BORTFALT, False),
        (Tilstand.AVSLUTTET, False),
    ],
)
def test_bare_det_som_er_aapent_forfaller(tilstand: Tilstand, *, ventet: bool) -> None:
    assert er_forfalt(MAI, date(2024, 6, 1), tilstand) is ventet
    assert not er_forfalt(MAI, MAI, tilstand), "the day itself is in time"
    assert not er_forfalt(None, date(2024, 6, 1), tilstand)


DAGER = st.dates(date(2023, 1, 1), date(2025, 12, 31))


@given(st.lists(st.tuples(st.integers(1, 90), DAGER), min_size=1, max_size=6), DAGER, DAGER)
def test_rekken_av_frister_kan_spilles_av_igjen(
    steg: list[tuple[int, date]], forst: date, dag: date
) -> None:
    """Always: the deadline on a day is what the last change on or before it gave."""
    naar, frist, endringer = date(2023, 1, 1), forst, []
    ventet = forst
    for mellom, til in steg:
        naar += timedelta(mellom)
        endringer.append(Fristendring(dato=naar, fra=frist, til=til, begrunnelse="G."))
        frist = til
        if naar <= dag:
            ventet = til
    assert frist_per(frist, endringer, dag) == ventet
