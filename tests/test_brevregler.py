"""Small rules about what the letter's year holds: verbalvedtak, the order of the approval, roles,
and things said twice.
"""

import re
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styring.fag.personnavn import er_personnavn
from styring.lesing.innlesing import les_inn
from styring.prosjekt.tre import Arbeidstre
from tests.conftest import ROT, Kjor

EKSEMPEL = ROT / "eksempel"
KOMMUNE = list(les_inn(Arbeidstre(EKSEMPEL)).register.poster["kommune"].values())


@pytest.fixture
def granvaag(tmp_path: Path) -> Path:
    shutil.copytree(EKSEMPEL, tmp_path / "granvaag")
    return tmp_path / "granvaag"


def funnene(kjor: Kjor, prosjekt: Path, kode: str, *, ventet: int = 0) -> list[str]:
    linjer = kjor(
        "valider", "--format", "kort", "--prosjekt", prosjekt, ventet=ventet
    ).ut.splitlines()
    return [linje for linje in linjer if f" {kode} " in linje]


def bytt(fil: Path, foer: str, naa: str) -> None:
    tekst = fil.read_text(encoding="utf-8")
    assert re.search(foer, tekst)
    fil.write_text(re.sub(foer, naa, tekst, count=1), encoding="utf-8")


# Verbalvedtak


@pytest.mark.parametrize("nr", [1, 4, 10])
def test_ett_av_ti_verbalvedtak_som_blir_borte_sies(kjor: Kjor, granvaag: Path, nr: int) -> None:
    shutil.rmtree(granvaag / "data/rapporter")
    (granvaag / f"data/vedtak/2022/KS-098-V{nr:02}.yaml").unlink()
    [funn] = funnene(kjor, granvaag, "ST328")
    assert f"saken har 10 verbalvedtak, men 9 er lagt inn: nummer {nr} mangler" in funn


def test_uten_oppgitt_antall_sies_hullet_og_ikke_det_siste(kjor: Kjor, granvaag: Path) -> None:
    bytt(granvaag / "data/vedtak/2022/KS-098.yaml", "antall_verbalvedtak: 10\n", "")
    shutil.rmtree(granvaag / "data/rapporter")
    (granvaag / "data/vedtak/2022/KS-098-V10.yaml").unlink()
    assert funnene(kjor, granvaag, "ST328") == []
    (granvaag / "data/vedtak/2022/KS-098-V03.yaml").unlink()
    [funn] = funnene(kjor, granvaag, "ST328")
    assert "hull i nummereringen: nummer 3 mangler" in funn


def test_et_vedtak_som_ikke_kan_leses_er_ikke_borte(kjor: Kjor, granvaag: Path) -> None:
    (granvaag / "data/vedtak/2022/KS-098-V03.yaml").write_text("tittel: [\n", encoding="utf-8")
    assert funnene(kjor, granvaag, "ST328", ventet=1) == []


def test_flere_verbalvedtak_enn_saken_sier(kjor: Kjor, granvaag: Path) -> None:
    bytt(
        granvaag / "data/vedtak/2022/KS-098.yaml",
        "antall_verbalvedtak: 10",
        "antall_verbalvedtak: 9",
    )
    [funn] = funnene(kjor, granvaag, "ST328")
    assert "saken har 9 verbalvedtak, men 10 er lagt inn" in funn


# The order of the approval


def test_kommunestyret_kommer_ikke_foer_kommunedirektoren(kjor: Kjor, granvaag: Path) -> None:
    bytt(
        granvaag / "data/rapporter/2023-T1/kommunedirektor.yaml",
        r"(behandlet:\n(?:.*\n)*?.*dato: )[0-9-]+",
        r"\g<1>2023-05-02",
    )
    funn = funnene(kjor, granvaag, "ST625", ventet=1)
    assert any("rapporten er behandlet før den ble godkjent" in ett for ett in funn)


def test_et_skjema_levert_foer_perioden_er_slutt_sies(kjor: Kjor, granvaag: Path) -> None:
    bytt(granvaag / "data/rapporter/2023-T1/HOM.yaml", "levert: [0-9-]+", "levert: 2023-04-29")
    [funn] = funnene(kjor, granvaag, "ST631", ventet=1)  # the approved period has been changed
    assert "skjemaet er levert før perioden er slutt, 30.04.2023" in funn


def test_siste_dag_i_perioden_er_tidsnok(kjor: Kjor, granvaag: Path) -> None:
    bytt(granvaag / "data/rapporter/2023-T1/HOM.yaml", "levert: [0-9-]+", "levert: 2023-04-30")
    assert funnene(kjor, granvaag, "ST631", ventet=1) == []


@given(
    levert=st.dates(date(2023, 5, 1), date(2023, 5, 9)),
    senere=st.lists(st.integers(-3, 9), min_size=3, max_size=3),
)
def test_stegene_er_i_rekkefolge_hvis_dagene_er_det(levert: date, senere: list[int]) -> None:
    """Random days: found exactly where a step is before one that comes first."""
    from styring.modell.rapport import Behandling, Enhetsrapport, Godkjenning, Samlerapport
    from styring.register.post import Post
    from styring.register.samling import samle
    from styring.regler.st6_rekkefolge import stegene_i_rekkefolge

    sikret, godkjent, behandlet = (levert + timedelta(sum(senere[: nr + 1])) for nr in range(3))
    skjema = Post(
        "2023-T1/HOM",
        "data/rapporter/2023-T1/HOM.yaml",
        Enhetsrapport(levert=levert, kvalitetssikret=sikret),
    )
    samlet = Post(
        "2023-T1",
        "data/rapporter/2023-T1/kommunedirektor.yaml",
        Samlerapport(
            godkjent=Godkjenning(dato=godkjent, av="kommunedirektør", innhold="a" * 64),
            behandlet=(Behandling(organ="KS", sak="KS 1/23", dato=behandlet),),
        ),
    )
    register = samle({"kommune": KOMMUNE, "rapport": [skjema], "samlerapport": [samlet]})
    funnet = list(stegene_i_rekkefolge.kjor(register))
    assert len(funnet) == sum(dager < 0 for dager in senere)


# Persons and roles


@pytest.mark.parametrize(
    "rolle",
    [
        "Rådgiver Oppvekst",
        "Direktør OUS",
        "prosjektleder forebygging",
        "Kommunedirektøren",
        "KS 54/22",
        "kommunedirektør",
        "Barnehagestyrer Solbakken",
        "Seksjonsleder Hjemmetjenesten",
        "Oppvekst og Utdanning",
        "NAV Granvåg",
        "Nav Granvåg",
        "Røde Kors",
        "HR-sjef",
        "Enhetsleder Nordre Skole",
        "Rektor Nordby",
        "Strategi og samfunn",
        "Helse, omsorg og mestring",
        "Avdelingsleder Hagen Sykehjem",
        "Kari",
        "Prosjektgruppe Ny Skole",
        "direktør for Oppvekst",
        "Økonomisjef",
        "Statens Vegvesen",
        "Kommunalsjef Helse",
        "Teknisk Drift",
        "Assisterende Kommunedirektør",
        "Brann og Redning",
        "Granvåg Frivilligsentral",
        "IKT Drift",
    ],
)
def test_en_rolle_er_ikke_et_personnavn(rolle: str) -> None:
    assert not er_personnavn(rolle, {"granvåg", "oppvekst", "utdanning", "nordby"})


@pytest.mark.parametrize(
    "navn",
    [
        "Kari Nordmann",
        "Ola Hansen",
        "Hansen, Ola",
        "Anne-Lise Berg",
        "Kari N. Nordmann",
        "rådgiver Kari Nordmann",
        "Mohammed Ali",
        "Åse Ødegård",
        "Kari Nordmann (OUS)",
        "virksomhetsleder Per Olsen",
        "Zoë Krüger",
        "Per-Erik Sæther",
        "Tor Å. Lund",
    ],
)
def test_et_personnavn_sees(navn: str) -> None:
    assert er_personnavn(navn)


def test_enhetenes_egne_navn_er_roller(kjor: Kjor, granvaag: Path) -> None:
    """Whatever a unit is called, its name is no person."""
    bytt(granvaag / "data/kommune.yaml", "navn: Hjemmetjenesten", "navn: Solbakken Grendahus")
    bytt(
        next(
            fil
            for fil in (granvaag / "data/oppdrag/2023").glob("*.yaml")
            if "videredelegert" in fil.read_text(encoding="utf-8")
        ),
        "til: .*",
        "til: Solbakken Grendahus",
    )
    assert funnene(kjor, granvaag, "ST806") == []


# Said twice, or outside its time


def test_to_oppdrag_i_hvert_sitt_aar_kan_hete_det_samme(kjor: Kjor, granvaag: Path) -> None:
    tekst = "tittel: Rullering av planen for alt\nansvarlig: KUL\ngitt: {aar}-06-01\n"
    shutil.rmtree(granvaag / "data/rapporter")
    for aar, kode in ((2023, "KUL-80"), (2024, "KUL-80"), (2024, "KUL-81")):
        (granvaag / f"data/oppdrag/{aar}/{kode}.yaml").write_text(
            tekst.format(aar=aar), encoding="utf-8"
        )
    [funn] = funnene(kjor, granvaag, "ST315")
    assert "data/oppdrag/2024/KUL-81.yaml" in funn
    assert "2024-KUL-80" in funn


def test_en_delegering_innen_fristen_aaret_etter_er_i_tiden(kjor: Kjor, rapport: Path) -> None:
    fil = rapport / "data/oppdrag/2023/OUS-01.yaml"
    bytt(fil, "frist: [0-9-]+", "frist: 2024-03-31")
    bytt(fil, r"\Z", "videredelegert:\n  - {dato: 2024-02-01, til: prosjektleder}\n")
    # the deadline itself is moved without a word
    assert funnene(kjor, rapport, "ST314", ventet=1) == []


def test_baerekraftsmaal_en_gang_i_maal_ogsaa(kjor: Kjor, granvaag: Path) -> None:
    fil = next(
        fil
        for fil in (granvaag / "data/maal").glob("*.yaml")
        if "baerekraftsmaal" in fil.read_text(encoding="utf-8")
    )
    bytt(fil, r"baerekraftsmaal: \[([0-9]+)", r"baerekraftsmaal: [\1, \1")
    assert len(funnene(kjor, granvaag, "ST405", ventet=1)) == 1
