"""Into a new year: what goes on gets a file that points back, what is done stays, what nobody has
decided is asked for; the old year is not touched.
"""

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROT, Kjor
from tests.skjemahjelp import EKSEMPEL, les_yaml


@pytest.fixture
def foer(tmp_path: Path) -> Path:
    """The example municipality in February 2024, before the new letter: all of 2023, nothing of
    2024.
    """
    rot = tmp_path / "p"
    shutil.copytree(EKSEMPEL, rot)
    for mappe in (
        "oppdrag/2024",
        "vedtak/2024",
        "rapporter/2024-T1",
        "rapporter/2024-T2",
        "styringsdialog",
        "virksomhetsplan/2024",
        "tema/2024",
    ):
        shutil.rmtree(rot / "data" / mappe)
    (rot / "data" / "styringsbrev" / "2024.yaml").unlink()
    return rot


def les(fil: Path) -> Any:
    return les_yaml(fil.read_text(encoding="utf-8"))


def avtrykk(rot: Path) -> dict[str, str]:
    return {
        str(fil.relative_to(rot)): hashlib.sha256(fil.read_bytes()).hexdigest()
        for fil in rot.rglob("*.yaml")
    }


def test_det_som_er_meldt_videre_gaar_videre(foer: Path, kjor: Kjor) -> None:
    """Decided here from the year's last forms alone."""
    sist: dict[str, Any] = {}
    for fil in (foer / "data" / "rapporter" / "2023-AR").glob("[A-Z]*.yaml"):
        sist |= (les(fil) or {}).get("oppdrag") or {}
    videre = {
        id_
        for id_, melding in sist.items()
        if melding.get("status") not in ("ferdig", "bortfalt")
        and (
            melding.get("arsslutt") == "viderefores"
            or str(melding.get("forventet_ferdig", ""))[:4] == "2024"
        )
    }
    uroert = avtrykk(foer)
    kjor("nytt-aar", "2024", "--dato", "2024-02-15", "--ja", "--prosjekt", foer)
    nye = {fil.stem: les(fil) for fil in (foer / "data" / "oppdrag" / "2024").glob("*.yaml")}
    assert {post["viderefort_fra"] for post in nye.values()} == videre
    assert len(nye) == len(videre) > 5
    assert {fil: sum_ for fil, sum_ in avtrykk(foer).items() if fil in uroert} == uroert
    assert "Ingen feil" in kjor("valider", "--prosjekt", foer).ut
    for kode, post in nye.items():
        gammel = les(foer / "data" / "oppdrag" / "2023" / f"{post['viderefort_fra'][5:]}.yaml")
        assert kode.startswith(post["ansvarlig"])
        for felt in (
            "tittel",
            "ansvarlig",
            "delansvar",
            "art",
            "ferdig_nar",
            "delmaal",
            "avgrensning",
        ):
            assert post.get(felt) == gammel.get(felt), (kode, felt)
        assert post.get("frist") == (
            gammel["frist"] if gammel.get("frist") and gammel["frist"].year > 2023 else None
        )
        assert not any("ferdig" in oppgave for oppgave in post.get("oppgaver", ()))
    assert kjor("nytt-aar", "2024", "--dato", "2024-02-15", "--ja", "--prosjekt", foer).ut.count(
        "ført videre i 2024-"
    ) == len(videre)
    assert len(list((foer / "data" / "oppdrag" / "2024").glob("*.yaml"))) == len(videre)


def test_utkast_og_uten_svar_skriver_ingenting(foer: Path, kjor: Kjor) -> None:
    uroert = avtrykk(foer)
    ut = kjor("nytt-aar", "2024", "--dato", "2024-02-15", "--utkast", "--prosjekt", foer).ut
    assert "2023-KUL-01 → 2024-KUL-01  Ferdigstille kulturplanen" in ut
    assert "Utkast: ingenting er skrevet." in ut
    assert (
        "legg til --ja"
        in kjor(
            "nytt-aar", "2024", "--dato", "2024-02-15", "--prosjekt", foer, ventet=2
        ).feil.lower()
    )
    kjor("nytt-aar", "2024", "--dato", "2024-02-15", "--format", "json", "--prosjekt", foer)
    assert avtrykk(foer) == uroert


def test_det_ingen_har_meldt_maa_avklares(kjor: Kjor) -> None:
    """The real letter, of which nothing has been told: nothing is decided for anybody."""
    svar = json.loads(
        kjor("nytt-aar", "2024", "--dato", "2024-01-02", "--format", "json", "--prosjekt", ROT).ut
    )["svar"]
    assert sum(len(enhet["avklares"]) for enhet in svar["enheter"]) == 32
    assert (
        sum(
            len(enhet[felt])
            for enhet in svar["enheter"]
            for felt in ("viderefores", "avsluttes", "viderefort")
        )
        == 0
    )
    assert {ett["grunn"] for enhet in svar["enheter"] for ett in enhet["avklares"]} == {
        "ikke rapportert"
    }
    arshjul = les(ROT / "data" / "arshjul.yaml")["aktiviteter"]
    uten = {
        id_
        for id_, aktivitet in arshjul.items()
        if aktivitet["nar"] == "ikke_oppgitt"
        or (isinstance(aktivitet["nar"], dict) and "dato" in aktivitet["nar"])
    }
    assert uten <= {ett["id"] for ett in svar["hjulet"]}
    assert svar["ved_regel"] + svar["regnet"] + len(svar["hjulet"]) == len(arshjul)
    uavklart = uten | {"okonomiplan-vedtatt"}
    regnes = {
        id_: aktivitet["nar"]["fra_aktivitet"]
        for id_, aktivitet in arshjul.items()
        if "fra_aktivitet" in str(aktivitet["nar"])
    }
    av_dem = {id_ for id_, fra in regnes.items() if fra in uavklart or regnes.get(fra) in uavklart}
    assert {ett["id"] for ett in svar["hjulet"]} == uavklart | av_dem
    assert svar["regnet"] == len(set(regnes) - av_dem)


def test_et_aar_uten_oppdrag_foer(kjor: Kjor) -> None:
    assert (
        "det er ingen oppdrag i 2029 å føre videre til 2030"
        in kjor("nytt-aar", "2030", "--utkast", "--prosjekt", EKSEMPEL, ventet=2).feil
    )


def test_hjulet_i_to_aar(kjor: Kjor) -> None:
    """Days that are the same but for the year, are no change."""
    ut = kjor("endringer", "--arshjul", "2023", "2024", "--prosjekt", ROT).ut
    assert "  Dag: 06.02.2023 → 05.02.2024, 1 dag tidligere.\n" in ut
    assert "05.01.2024" not in ut
    assert (
        "Skriv for eksempel"
        in kjor("endringer", "--arshjul", "2023", "--prosjekt", ROT, ventet=2).feil
    )


def test_det_som_ble_liggende_nevnes(foer: Path, kjor: Kjor) -> None:
    """What nobody decided a year ago is not forgotten the next time."""
    kjor("nytt-aar", "2024", "--dato", "2024-02-15", "--ja", "--prosjekt", foer)
    (foer / "data" / "oppdrag" / "2024" / "KUL-01.yaml").unlink()
    assert (
        "1 oppdrag fra 2023 er verken meldt ferdig eller ført videre."
        in kjor("nytt-aar", "2025", "--dato", "2025-01-15", "--utkast", "--prosjekt", foer).ut
    )
