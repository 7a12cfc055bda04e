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


@pytest.mark.parametrize(
    "galt",
    [
        HEL.replace("2023-10-31", "31.10.2023"),
        HEL.replace("2023-10-31", "2023/10/31"),
        HEL.replace("HOM", "hom"),
        HEL.replace("HOM", '" HOM "'),
        HEL.replace("leveranse", "Leveranse"),
        HEL.replace("art: leveranse", "art: ''"),
        HEL.replace("frist: 2023-10-31", 'frist: ""'),
        HEL + "delansvar: BVT\n",
        HEL + "delansvar: ous og BVT\n",
        HEL + "delansvar: [ous, BVT]\n",
        HEL + "baerekraftsmaal: 4\n",
        HEL + "baerekraftsmaal: 4, 11\n",
        "# ord\n" + HEL.replace("2023-10-31", "31.10.2023   # fra brevet") + "delansvar: bvt\n",
    ],
)
def test_det_som_er_sikkert_rettes_naar_en_sier_ja(kjor: Kjor, prosjekt: Path, galt: str) -> None:
    skriv(prosjekt, FIL, galt)
    kjor("valider", "--prosjekt", prosjekt, ventet=1)
    assert (
        "ingen kan svare ja her" in kjor("valider", "--rett", "--prosjekt", prosjekt, ventet=2).feil
    )
    fil = prosjekt / "data" / FIL
    assert fil.read_text(encoding="utf-8") == galt
    ut = kjor("valider", "--rett", "--ja", "--prosjekt", prosjekt).ut
    assert f"data/{FIL}" in ut
    kjor("valider", "--prosjekt", prosjekt)
    rettet = fil.read_text(encoding="utf-8")
    assert rettet.count("\n") == galt.count("\n")
    assert ("# fra brevet" in rettet) is ("# fra brevet" in galt)
    assert "alt står slik fra før" in kjor("valider", "--rett", "--prosjekt", prosjekt).ut


@pytest.mark.parametrize(
    "galt",
    [
        HEL.replace("2023-10-31", "1.2.23"),
        HEL.replace("2023-10-31", "31.02.2023"),
        HEL.replace("HOM", "HOMM"),
        HEL.replace("leveranse", "leveransje"),
        HEL + "oppgaver: ring\n",
        HEL + "delansvar: [BVT, kul, kul\n",
        HEL + "frst: 2023-01-01\n",
    ],
)
def test_det_som_er_i_tvil_rettes_ikke(kjor: Kjor, prosjekt: Path, galt: str) -> None:
    skriv(prosjekt, FIL, galt)
    assert "alt står slik fra før" in kjor("valider", "--rett", "--ja", "--prosjekt", prosjekt).ut
    assert (prosjekt / "data" / FIL).read_text(encoding="utf-8") == galt
