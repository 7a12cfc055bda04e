"""Hints that lead on: apply the cure that is told, check again, and the fault is gone."""

from pathlib import Path

import pytest

from tests.conftest import Kjor, skriv

FIL = "oppdrag/2023/HOM-01.yaml"
HEL = "tittel: Lage en plan\nansvarlig: HOM\nfrist: 2023-10-31\nart: leveranse\n"
AKTIVITET = """\
aktiviteter:
  tilsyn:
    tittel: Tilsyn
    type: administrativ
    kategori: beredskap
    hjul: [detaljert]
    nar: {nar}
    kilde: lokal rutine
"""


@pytest.mark.parametrize(
    ("galt", "raadet", "rettet"),
    [
        (
            HEL.replace("frist: 2023-10-31", "frist: ''"),
            "slett anførselstegnene",
            HEL.replace("frist: 2023-10-31", "frist:"),
        ),
        (
            HEL.replace("art: leveranse", 'art: ""'),
            "slett anførselstegnene",
            HEL.replace("art: leveranse", "art:"),
        ),
        (HEL + "ferdig_nar: ''\n", "slett feltet hvis det kan utelates", HEL),
        (HEL + "status: ferdig\n", "meldes i rapporteringen: «styring oppdater ID»", HEL),
        (HEL + "framdrift: i_rute\n", "styring hjelp rapportering", HEL),
        (
            HEL.replace("ansvarlig", " ansvarlig"),
            "la felt på samme nivå begynne i samme kolonne",
            HEL,
        ),
        (
            HEL.replace("Lage en plan", "Følg opp: planen"),
            "sett anførselstegn om hele teksten",
            HEL.replace("Lage en plan", '"Følg opp: planen"'),
        ),
        (HEL.replace("HOM", "hom"), "mente du «HOM»?", HEL),
        (HEL.replace("2023-10-31", "31.10.2023"), "slik: 2023-08-31", HEL),
        (HEL.replace("leveranse", "leveransje"), "mente du «leveranse»?", HEL),
    ],
)
def test_raadet_foerer_videre(
    kjor: Kjor, prosjekt: Path, galt: str, raadet: str, rettet: str
) -> None:
    skriv(prosjekt, FIL, galt)
    ut = kjor("valider", "--format", "kort", "--prosjekt", prosjekt, ventet=1).ut
    assert raadet in ut
    skriv(prosjekt, FIL, rettet)
    kjor("valider", "--prosjekt", prosjekt)


def test_en_dag_i_hjulet(kjor: Kjor, prosjekt: Path) -> None:
    """What is written by a person, the cure, and nothing more to ask for."""
    skriv(prosjekt, "arshjul.yaml", AKTIVITET.replace("{nar}", "2026-01-15"))
    ut = kjor("valider", "--format", "kort", "--prosjekt", prosjekt, ventet=1).ut
    assert "skriv {dato: 2026-01-15}" in ut
    skriv(prosjekt, "arshjul.yaml", AKTIVITET.replace("{nar}", "{dato: 2026-01-15}"))
    assert "ST505" not in kjor("valider", "--prosjekt", prosjekt).ut
