"""The letter whole, the plan whole, and the report of a period with the chapters of the routine."""

import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from styring.fag.kapitler import AARET, TERTIAL, kapitlene
from styring.fag.virksomhetsplan import HR_OMRAADER, PLANOMRAADER, SIKT
from styring.modell.kommune import Kapittel
from styring.modell.virksomhetsplan import Planomraade
from tests.conftest import ROT, Kjor
from tests.skjemahjelp import EKSEMPEL, les_yaml

DAG = ("--dato", "2024-10-20")


def kapitler(md: str) -> list[str]:
    return re.findall(r"(?m)^## (.*)$", md)


def les(fil: str, rot: Path = EKSEMPEL) -> Any:
    return les_yaml((rot / "data" / fil).read_bytes())


def test_brevet_har_alle_delene_i_rekkefolge(kjor: Kjor) -> None:
    md = kjor("rapport", "styringsbrev", "--aar", "2024", *DAG, "--prosjekt", EKSEMPEL).ut
    assert kapitler(md) == [
        "Forord",
        "Helhetlig styring",
        "Formålet med brevet",
        "Årshjulet",
        "Mål",
        "Sentrale temaer",
        "Oppdrag",
        "Slik følges brevet opp",
        "Om dokumentet",
    ]
    brev = les("styringsbrev/2024.yaml")
    for felt in ("forord", "helhetlig_styring", "formaal", "oppfolging"):
        for avsnitt in brev[felt].strip().split("\n\n"):
            assert " ".join(avsnitt.split()) in md
    for tema in (EKSEMPEL / "data" / "tema" / "2024").glob("*.yaml"):
        for ett in les(f"tema/2024/{tema.name}")["forventninger"]:
            assert re.search(rf"(?m)^\d+\. {re.escape(ett['tekst'])}$", md)
    assert "Følger opp FNs bærekraftsmål: 3 God helse og livskvalitet og" in md


def test_deler_kommunen_ikke_har_er_utelatt(kjor: Kjor, tmp_path: Path) -> None:
    rot = tmp_path / "granvag"
    shutil.copytree(EKSEMPEL, rot)
    shutil.rmtree(rot / "data" / "tema")
    fil = rot / "data" / "styringsbrev" / "2024.yaml"
    tekst = fil.read_text("utf-8")
    fil.write_text(
        tekst[: tekst.index("forord:")]
        + "hentet_fra: Økonomiplanen\n"
        + tekst[tekst.index("laas:") :],
        "utf-8",
    )
    md = kjor("rapport", "styringsbrev", "--aar", "2024", *DAG, "--prosjekt", rot).ut
    assert {"Forord", "Formålet med brevet", "Sentrale temaer"}.isdisjoint(kapitler(md))
    assert "Helhetlig styring" in kapitler(md)  # the vision is the municipality's


def test_lorenskogs_brev_har_brevets_egne_ord(kjor: Kjor) -> None:
    md = kjor("rapport", "styringsbrev", "--aar", "2023", *DAG, "--prosjekt", ROT).ut
    assert "behov for et lite «hvileskjær»" in md
    assert "*Kommunedirektøren*" in md
    assert "Christoffersen" not in md
    assert "http" not in md


def test_planen_er_hel(kjor: Kjor) -> None:
    felles = ("--sektor", "FOS", *DAG, "--prosjekt", EKSEMPEL)
    md = kjor("rapport", "virksomhetsplan", "--for", "intern", *felles).ut
    plan = les("virksomhetsplan/2024/FOS.yaml")
    for ett in (*plan["prioriteringer"], *plan["tiltak"]):
        assert ett["tekst"].removesuffix(".") in md
    hr = md.partition("## Det vi har valgt fra HR-strategien")[2].partition("\n## ")[0]
    for ett in plan["prioriteringer"]:
        assert (ett["tekst"].removesuffix(".") in hr) is (ett["omraade"] in HR_OMRAADER)
    assert "PP-tjenesten" in md
    assert "godkjent 12. februar 2024 av direktør FOS" in md
    assert "PP-tjenesten" not in kjor("rapport", "virksomhetsplan", *felles).ut
    budsjett = les("okonomi/2024/budsjett.yaml")
    dag = date(2024, 10, 20)
    egne = [kode for kode, ett in budsjett["omraader"].items() if ett["enhet"] in ("FOS", "SKO")]
    egne += [kode for kode, ett in budsjett["omraader"].items() if ett["enhet"] == "BVT"]
    sum_ = 0
    for kode in egne:
        omraade = budsjett["omraader"][kode]
        sum_ += omraade.get("netto", omraade.get("utgift", 0) - omraade.get("inntekt", 0))
        for endring in budsjett["endringer"]:
            sum_ += endring["belop"].get(kode, 0) if endring["dato"] <= dag else 0
    skrevet = f"{round(sum_ / 1000):,}".replace(",", "\u00a0")
    assert f"**{skrevet}**" in md
    assert "| Bygge ut barnehageplasser i søndre krets | ■\u00a0ikke i rute | ●\u00a0i rute |" in md


def test_et_utkast_er_ikke_for_offentligheten(kjor: Kjor) -> None:
    felles = ("rapport", "virksomhetsplan", "--sektor", "ORG", *DAG, "--prosjekt", EKSEMPEL)
    assert "utkast, ikke godkjent" in kjor(*felles, "--for", "intern").ut
    ut = kjor(*felles).ut
    assert "Klart språk er en del av opplæringen" not in ut
    assert "er ikke lagt inn, eller ikke godkjent ennå" in ut
    frister = ("frister", "60d", "--sektor", "ORG", *DAG, "--prosjekt", EKSEMPEL)
    assert "prioritering 2024/ORG/1" in kjor(*frister).ut
    assert "2024/ORG/1" not in kjor(*frister, "--for", "offentlig").ut
    # nor before the day it was approved
    tidlig = ("finn", "fadder", "--for", "offentlig", "--prosjekt", EKSEMPEL, "--dato")
    assert "HJE" in kjor(*tidlig, "2024-02-23").ut
    assert "HJE" not in kjor(*tidlig, "2024-02-22").ut


def test_ordene_er_like_mange_som_valgene() -> None:
    assert set(PLANOMRAADER) == set(get_args(Planomraade))
    assert set(PLANOMRAADER) > HR_OMRAADER
    assert set(SIKT) == {"kort", "lang"}
    assert set(TERTIAL) == set(AARET) == set(get_args(Kapittel))
    assert kapitlene((), TERTIAL) == TERTIAL
    assert kapitlene(("maal", "oppdrag", "maal"), TERTIAL) == ("maal", "oppdrag")


_NAVN = {
    "oppdrag": "Oppdragene",
    "vedtak": "Politiske vedtak",
    "maal": "Målene hittil",
    "okonomi": "Økonomi",
    "beredskap": "Beredskap",
    "oppfolging": "Ikke rapportert",
}


def _navnene(valgt: tuple[str, ...]) -> list[str]:
    """The headings; that of the goals is there only where a figure has come since the last."""
    return [_NAVN[ett] for ett in valgt if ett != "maal"]


def kapitlene_i(md: str) -> list[str]:
    return [navn for navn in kapitler(md) if navn in _NAVN.values()]


@pytest.mark.parametrize(
    "valgt", [("beredskap", "okonomi", "oppdrag"), ("oppfolging", "maal", "vedtak"), TERTIAL]
)
def test_kapitlene_kommer_i_rutinens_rekkefolge(
    kjor: Kjor, tmp_path: Path, valgt: tuple[str, ...]
) -> None:
    """A draft follows the routine; an approved report that of its own day."""
    rot = tmp_path / "granvag"
    shutil.copytree(EKSEMPEL, rot)
    fil = rot / "data" / "kommune.yaml"
    fil.write_text(
        fil.read_text("utf-8").replace(
            "  kommentar_maks: 600\n", f"  kommentar_maks: 600\n  kapitler: [{', '.join(valgt)}]\n"
        ),
        "utf-8",
    )
    godkjent = kjor("rapport", "tertial", "2024-T2", "--prosjekt", rot).ut
    assert kapitlene_i(godkjent) == _navnene(TERTIAL)
    samlet = rot / "data" / "rapporter" / "2024-T2" / "kommunedirektor.yaml"
    tekst = samlet.read_text("utf-8")
    samlet.write_text(tekst[: tekst.index("godkjent:")], "utf-8")
    utkast = ("rapport", "tertial", "2024-T2", "--for", "intern", *DAG, "--prosjekt", rot)
    md = kjor(*utkast).ut
    assert [navn for navn in kapitlene_i(md) if navn != _NAVN["maal"]] == _navnene(valgt)
    assert (_NAVN["maal"] in kapitlene_i(md)) is ("maal" in valgt)
    forste = md.partition("\n---\n")[0]
    assert ("**Økonomi:**" in forste) is ("okonomi" in valgt)
    assert ("**Beredskap:**" in forste) is ("beredskap" in valgt)


def test_forste_side_er_nok_til_aa_avgjoere(kjor: Kjor) -> None:
    """The counts, the worst, and what is proposed, before the break; the counts are those of the
    tables.
    """
    md = kjor("rapport", "tertial", "2024-T2", "--prosjekt", EKSEMPEL).ut
    forste, skille, resten = md.partition("\n---\n")
    assert skille
    assert kapitler(forste) == ["Kort fortalt", "Forslag til vedtak"]
    sagt = sum(map(int, re.findall(r"(\d+) ", forste.partition("**Oppdrag:**")[2].split("\n")[0])))
    assert f"| **Sum** | **{sagt}** |" in resten
    assert "Forslag til vedtak" not in kapitler(resten)
    kort = kjor("rapport", "tertial", "2024-T2", "--kort", "--prosjekt", EKSEMPEL).ut
    assert "\n---\n" not in kort


def test_et_aar_uten_brev_sies(kjor: Kjor, tmp_path: Path) -> None:
    rot = tmp_path / "granvag"
    shutil.copytree(EKSEMPEL, rot)
    assert (
        "Styringsbrevet for 2024 er ikke lagt inn" not in kjor("status", *DAG, "--prosjekt", rot).ut
    )
    (rot / "data" / "styringsbrev" / "2024.yaml").unlink()
    ut = kjor("status", *DAG, "--prosjekt", rot).ut
    assert "Styringsbrevet for 2024 er ikke lagt inn. Legg det i data/styringsbrev/2024.yaml." in ut
    egne = kjor("status", "FOS", *DAG, "--prosjekt", rot).ut
    assert "5 oppdrag i 2024" in egne


def test_neste_dialog_staar_paa_hjulet(kjor: Kjor) -> None:
    felles = ("arshjul", "--aar", "2024", *DAG, "--prosjekt", EKSEMPEL)
    dialogen = "Styringsdialog med Forebygging, oppvekst og skole"
    assert f"tor. 10. okt.\t{dialogen}" in kjor(*felles).ut
    assert dialogen in kjor(*felles, "--sektor", "FOS").ut
    assert dialogen not in kjor(*felles, "--sektor", "TEK").ut
    for leser in ("offentlig", "intern"):
        assert dialogen not in kjor(*felles, "--for", leser).ut
