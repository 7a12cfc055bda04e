"""The reporting loop as a municipality runs it: forms out, answers in from three sides, delivered,
approved, treated; and what is entered during the year.
"""

import json
import os
import shutil
from datetime import date
from pathlib import Path
from typing import Any, cast

import openpyxl
import pytest

from styring.lesing.innlesing import les_inn
from styring.prosjekt.tre import Arbeidstre
from styring.redigering.poster import sett_meldinger, som_verdier
from styring.register.register import Register
from tests.conftest import Kjor
from tests.skjemahjelp import EKSEMPEL, PERIODE, Bok, for_perioden, lagre_med_libreoffice, les_yaml


@pytest.fixture
def rot(tmp_path: Path) -> Path:
    return for_perioden(tmp_path)


def register(rot: Path) -> Register:
    return les_inn(Arbeidstre(rot)).register


def svarene(enhet: str) -> tuple[str, dict[tuple[str | int, ...], dict[str, Any]]]:
    """What a unit really answered in the example: the overall word, and every entry by
    part and id.
    """
    rapport = register(EKSEMPEL).rapporter[f"{PERIODE}/{enhet}"].verdi
    deler = (("oppdrag", rapport.oppdrag), ("bidrag", rapport.bidrag), ("vedtak", rapport.vedtak))
    return rapport.samlet_vurdering or "", {
        (slag, id_): som_verdier(melding)
        for slag, alle in deler
        for id_, melding in (alle or {}).items()
    }


def fyll_ut_i_yaml(rot: Path, enhet: str) -> None:
    """Fill in a form by hand in an editor, all at once."""
    samlet, alle = svarene(enhet)
    fil = rot / "data" / "rapporter" / PERIODE / f"{enhet}.yaml"
    fil.write_bytes(
        sett_meldinger(fil.read_bytes(), [((), {"samlet_vurdering": samlet}), *alle.items()])
    )


def fyll_ut_i_excel(bok: Bok, enhet: str) -> Bok:
    """Fill in a workbook as the director of a unit did."""
    from styring.fag.skjemabok import KOLONNER, som_celler

    samlet, alle = svarene(enhet)
    rapport = register(EKSEMPEL).rapporter[f"{PERIODE}/{enhet}"].verdi
    for slag, id_ in alle:
        celler = som_celler((getattr(rapport, str(slag)) or {})[id_])
        bok.svar(
            str(id_),
            **{
                kolonne.overskrift.replace(" ", "_"): celler[kolonne.felt]
                for kolonne in KOLONNER
                if kolonne.svar and celler[kolonne.felt]
            },
        )
    return bok.samlet(samlet)


def fyll_ut_med_oppdater(rot: Path, enhet: str, kjor: Kjor) -> None:
    """Tell of everything, one command for each thing."""
    for (slag, id_), felter in svarene(enhet)[1].items():
        valg: list[object] = ["--bidrag", enhet] if slag == "bidrag" else []
        for felt, navn in {
            "status": "status",
            "framdrift": "framdrift",
            "kommentar": "kommentar",
            "forventet_ferdig": "forventet",
            "til_kommunedirektoren": "til-kommunedirektoren",
        }.items():
            valg += [f"--{navn}", felter[felt]] if felt in felter else []
        for tiltak in felter.get("tiltak", ()):
            valg += [
                "--tiltak",
                tiltak["tekst"],
                "--tiltak-ansvarlig",
                tiltak["ansvarlig"],
                "--tiltak-frist",
                tiltak["frist"],
            ]
        kjor("oppdater", id_, *valg, "--dato", "2024-09-05", "--ja", "--prosjekt", rot)


def test_hele_runden(rot: Path, kjor: Kjor, tmp_path: Path) -> None:
    """One unit in Excel (saved once by the real LibreOffice where there is one), one by «oppdater»,
    one in YAML; purring names exactly the others.
    """
    p = ("--prosjekt", rot)
    kjor("tertial", "start", PERIODE, "--ja", "--xlsx", rot / "ut", "--dato", "2024-08-19", *p)
    utfylt = fyll_ut_i_excel(Bok(rot / "ut" / f"{PERIODE}-FOS.xlsx"), "FOS").lagre(
        tmp_path / f"{PERIODE}-FOS.xlsx"
    )
    if shutil.which("soffice") or "CI" in os.environ:
        utfylt = lagre_med_libreoffice(utfylt, tmp_path / "libre")
    kjor("tertial", "importer", utfylt, "--ja", "--dato", "2024-09-12", *p)
    fyll_ut_med_oppdater(rot, "ORG", kjor)
    fyll_ut_i_yaml(rot, "KUL")
    assert (
        "skjemaet er levert uten samlet vurdering"
        in kjor("tertial", "lever", PERIODE, "ORG", "--ja", "--dato", "2024-09-10", *p, ventet=1).ut
    )
    org = rot / "data" / "rapporter" / PERIODE / "ORG.yaml"
    org.write_bytes(
        sett_meldinger(org.read_bytes(), [((), {"samlet_vurdering": svarene("ORG")[0]})])
    )
    for enhet in ("FOS", "ORG", "KUL"):
        kjor("tertial", "lever", PERIODE, enhet, "--ja", "--dato", "2024-09-12", *p)
    svar = json.loads(
        kjor("tertial", "purring", PERIODE, "--dato", "2024-09-13", "--format", "json", *p).ut
    )["svar"]
    assert [ett["enhet"] for ett in svar["purret"]] == ["HOM", "TEK", "OKO"]
    assert svar["hos_staben"]["enheter"] == ["FOS", "KUL", "ORG"]
    assert {
        mangel["dager"]
        for ett in svar["purret"]
        for mangel in ett["mangler"]
        if mangel["steg"] == "levering"
    } == {1}
    assert (
        "2024-T2 kan ikke godkjennes: skjemaet er ikke kvalitetssikret for FOS, HOM, KUL, TEK, ORG"
        " og OKO" in kjor("tertial", "godkjenn", PERIODE, "--ja", *p, ventet=2).feil
    )
    for enhet in ("HOM", "TEK", "OKO"):
        fyll_ut_i_yaml(rot, enhet)
        kjor("tertial", "lever", PERIODE, enhet, "--ja", "--dato", "2024-09-14", *p)
    assert (
        "Kvalitetssikret for 2. tertial 2024: FOS, HOM, KUL, TEK, ORG og OKO"
        in kjor("tertial", "kvalitetssikre", PERIODE, "--ja", "--dato", "2024-09-19", *p).ut
    )
    kjor("tertial", "godkjenn", PERIODE, "--ja", "--dato", "2024-09-24", *p)
    kjor(
        "tertial",
        "behandlet",
        PERIODE,
        "--sak",
        "KS 61/24",
        "--dato",
        "2024-10-16",
        "--avslutt",
        "2023-KS-092-V02",
        "--ja",
        *p,
        ventet=2,
    )
    vedtak = rot / "data" / "vedtak" / "2023" / "KS-092-V02.yaml"
    vedtak.write_text(
        vedtak.read_text(encoding="utf-8").partition("avsluttet:")[0], encoding="utf-8"
    )
    kjor(
        "tertial",
        "behandlet",
        PERIODE,
        "--sak",
        "KS 61/24",
        "--dato",
        "2024-10-16",
        "--avslutt",
        "2023-KS-092-V02",
        "--ja",
        *p,
    )
    assert kjor("valider", "--streng", *p).ut.startswith("Ingen feil.")
    naa, fasit = register(rot), register(EKSEMPEL)
    assert naa.vedtak["2023-KS-092-V02"].verdi.avsluttet
    for enhet in ("FOS", "ORG", "KUL", "HOM", "TEK", "OKO"):
        vaart, deres = (
            naa.rapporter[f"{PERIODE}/{enhet}"].verdi,
            fasit.rapporter[f"{PERIODE}/{enhet}"].verdi,
        )
        for slag in ("oppdrag", "bidrag", "vedtak"):
            for id_, melding in (getattr(deres, slag) or {}).items():
                min_ = som_verdier((getattr(vaart, slag))[id_])
                assert {
                    felt: verdi for felt, verdi in min_.items() if felt != "meldt"
                } == som_verdier(melding), (enhet, id_)


def test_start_igjen_legger_bare_til(rot: Path, kjor: Kjor) -> None:
    """Run again, start adds what is new and touches nothing that is filled in."""
    p = ("--prosjekt", rot)
    kjor("tertial", "start", PERIODE, "--ja", *p)
    fil = rot / "data" / "rapporter" / PERIODE / "OKO.yaml"
    fyll_ut_i_yaml(rot, "OKO")
    foer = fil.read_text(encoding="utf-8")
    kjor(
        "ny",
        "oppdrag",
        "--ansvarlig",
        "OKO",
        "--tittel",
        "Ny internkontroll",
        "--dato",
        "2024-06-10",
        "--delansvar",
        "TEK",
        "--ja",
        *p,
    )
    kjor(
        "ny",
        "vedtak",
        "--sak",
        "KS 34/24",
        "--dato",
        "2024-06-19",
        "--tittel",
        "Gjeldsgrad",
        "--ansvarlig",
        "OKO",
        "--ja",
        *p,
    )
    ut = kjor("tertial", "start", PERIODE, "--ja", *p).ut
    assert "legger til 1 oppdrag og 1 vedtak" in ut
    assert "legger til 1 bidrag" in ut
    assert "(2 filer skrevet)" in ut
    etter = fil.read_text(encoding="utf-8")
    assert [linje for linje in foer.splitlines() if linje not in etter.splitlines()] == []
    assert "2024-OKO-03:" in etter
    assert "2024-KS-034:" in etter
    assert kjor("valider", "--streng", *p).ut.startswith("Ingen feil.")
    assert "Ingenting å endre" in kjor("tertial", "start", PERIODE, "--ja", *p).ut


def test_godkjent_periode_som_endres(rot: Path, tmp_path: Path, kjor: Kjor) -> None:
    """An edit of an approved period is a finding until it is approved again; a comment in the file
    is none.
    """
    rot = tmp_path / "hele"
    shutil.copytree(EKSEMPEL, rot)
    fil = rot / "data" / "rapporter" / "2023-T1" / "FOS.yaml"
    fil.write_text(
        fil.read_text(encoding="utf-8")
        .replace("levert:", "# en merknad\nlevert:")
        .replace("\n", "\r\n"),
        encoding="utf-8",
        newline="",
    )
    kjor("valider", "--prosjekt", rot)
    fil.write_text(
        fil.read_text(encoding="utf-8").replace("To av fire team", "Tre av fire team"),
        encoding="utf-8",
    )
    assert (
        "ST626 perioden er endret etter at den ble godkjent"
        in kjor("valider", "--prosjekt", rot, ventet=1).ut
    )
    kjor(
        "tertial",
        "godkjenn",
        "2023-T1",
        "--rettelse",
        "Tallet på team",
        "--ja",
        "--dato",
        "2023-06-01",
        "--prosjekt",
        rot,
    )
    kjor("valider", "--prosjekt", rot)


def test_steg_i_feil_rekkefolge(rot: Path, kjor: Kjor) -> None:
    p = ("--ja", "--prosjekt", rot)
    assert (
        "«FOS» har ikke noe skjema for 2024-T2. Lag det med «styring tertial start 2024-T2»"
        in kjor("tertial", "lever", PERIODE, "FOS", *p, ventet=2).feil
    )
    kjor("tertial", "start", PERIODE, *p)
    assert (
        "ST621 skjemaet er levert uten samlet vurdering"
        in kjor("tertial", "lever", PERIODE, "FOS", *p, ventet=1).ut
    )
    assert (
        "ST625 skjemaet er kvalitetssikret, men ikke levert"
        in kjor("tertial", "kvalitetssikre", PERIODE, "FOS", *p, ventet=1).ut
    )
    assert (
        "ingen skjemaer for 2024-T2 venter på kvalitetssikring"
        in kjor("tertial", "kvalitetssikre", PERIODE, *p, ventet=2).feil
    )
    assert (
        "ST625 rapporten er behandlet, men ikke godkjent"
        in kjor("tertial", "behandlet", PERIODE, "--sak", "KS 61/24", *p, ventet=1).ut
    )
    assert (
        "2024-AR er ikke godkjent ennå. Godkjenn den med"
        in kjor("tertial", "behandlet", "2024-AR", "--sak", "KS 1/25", *p, ventet=2).feil
    )
    fyll_ut_i_yaml(rot, "FOS")
    kjor("tertial", "lever", PERIODE, "FOS", "--dato", "2024-09-12", *p)
    assert (
        "«FOS» leverte alt 12.09.2024"
        in kjor("tertial", "lever", PERIODE, "FOS", *p, ventet=2).feil
    )
    assert (
        "er ikke en kjent periode. Skriv 2024-T1, 2024-T2 eller 2024-AR."
        in kjor("tertial", "purring", "2024-T9", *p[1:], ventet=2).feil
    )


def test_kort_id_gjelder_aldri_et_annet_aar_i_stillhet(rot: Path, kjor: Kjor) -> None:
    """Where the newest year's file can't be read, a short id is not taken to mean an older one."""
    fil = rot / "data" / "oppdrag" / "2024" / "TEK-02.yaml"
    fil.write_text(
        fil.read_text(encoding="utf-8").replace("frist: 2024-10-15", "frist: 15.10.2024"),
        encoding="utf-8",
    )
    valg = ("--ny-frist", "2024-12-01", "--begrunnelse", "x", "--ja", "--prosjekt", rot)
    assert (
        "«TEK-02» finnes i et nyere år, men filen kunne ikke leses."
        in kjor("oppdater", "TEK-02", *valg, ventet=1).feil
    )
    assert (
        "«TEK-02» finnes i et nyere år" in kjor("vis", "TEK-02", "--prosjekt", rot, ventet=1).feil
    )
    assert (
        "kunne ikke leses, så noe ville manglet"
        in kjor("tertial", "start", PERIODE, "--ja", "--prosjekt", rot, ventet=1).feil
    )


def test_godkjenn_og_behandlet_til_bunns(rot: Path, kjor: Kjor, tmp_path: Path) -> None:
    """Nothing to approve is not approved; what is unchanged keeps its day; what is changed after it
    was treated can be approved again.
    """
    hele = tmp_path / "hele"
    shutil.copytree(EKSEMPEL, hele)
    assert (
        "ingen har levert noe for 2025-T1"
        in kjor("tertial", "godkjenn", "2025-T1", "--ja", "--prosjekt", hele, ventet=2).feil
    )
    assert (
        "ble godkjent 24.05.2023, og ingenting er endret siden"
        in kjor("tertial", "godkjenn", "2023-T1", "--ja", "--prosjekt", hele, ventet=2).feil
    )
    fil = hele / "data" / "rapporter" / "2024-T2" / "FOS.yaml"
    fil.write_text(
        fil.read_text(encoding="utf-8").replace("Fem av seks", "Alle seks"), encoding="utf-8"
    )
    kjor(
        "tertial",
        "godkjenn",
        "2024-T2",
        "--rettelse",
        "Ett oppdrag til",
        "--ja",
        "--dato",
        "2024-11-01",
        "--prosjekt",
        hele,
    )
    kjor("valider", "--streng", "--prosjekt", hele)
    p = ("--ja", "--prosjekt", hele)
    assert (
        "«XX» er ikke et kjent organ"
        in kjor("tertial", "behandlet", "2024-T2", "--sak", "XX 61/24", *p, ventet=2).feil
    )
    assert (
        "«tull» er ikke et saksnummer"
        in kjor("tertial", "behandlet", "2024-T2", "--sak", "tull", *p, ventet=2).feil
    )
    kjor("tertial", "behandlet", "2024-T2", "--sak", "FSK 70/24", "--dato", "2024-11-12", *p)
    assert [ett.organ for ett in register(hele).samlerapporter["2024-T2"].verdi.behandlet] == [
        "KS",
        "FSK",
    ]
    assert (
        "«SKO» har ingenting å rapportere i 2024-AR"
        in kjor("tertial", "lever", "2024-AR", "SKO", *p, ventet=2).feil
    )
    assert kjor("tertial", "purring", "2022-T1", "--prosjekt", rot).ut.endswith(
        "Ingen enheter har noe å rapportere i perioden.\n"
    )


def test_flere_vedtak_avsluttes_i_samme_sak(rot: Path, kjor: Kjor, tmp_path: Path) -> None:
    """Two punkter of one vedtak, one carried out and one dropped, each once however often it is
    named.
    """
    hele = tmp_path / "hele"
    shutil.copytree(EKSEMPEL, hele)
    fil = hele / "data" / "vedtak" / "2024" / "KS-033.yaml"
    fil.write_text(
        fil.read_text(encoding="utf-8").replace(
            "frist:", "punkter:\n  - {nr: 1, tekst: En.}\n  - {nr: 2, tekst: To.}\nfrist:", 1
        ),
        encoding="utf-8",
    )
    valg = (
        "--avslutt",
        "KS-033/1",
        "--avslutt",
        "2024-KS-033/1",
        "--bortfalt",
        "KS-033/2",
        "--avslutt",
        "KS 7/24",
    )
    kjor(
        "tertial",
        "behandlet",
        "2024-T2",
        "--sak",
        "KS 80/24",
        "--dato",
        "2024-12-11",
        *valg,
        "--ja",
        "--prosjekt",
        hele,
    )
    vedtak = register(hele).vedtak
    assert [
        punkt.avsluttet.utfall for punkt in vedtak["2024-KS-033"].verdi.punkter if punkt.avsluttet
    ] == ["gjennomfort", "bortfalt"]
    assert vedtak["2024-KS-007"].verdi.avsluttet
    kjor("valider", "--prosjekt", hele)


def test_et_ord_imellom_endrer_ikke_lyset(rot: Path, kjor: Kjor, tmp_path: Path) -> None:
    """What is told without status and framdrift is shown, and the light stays as it was
    reported.
    """
    hele = tmp_path / "hele"
    shutil.copytree(EKSEMPEL, hele)
    kjor(
        "oppdater",
        "2024-FOS-03",
        "--til-kommunedirektoren",
        "Vi må vite det før jul.",
        "--dato",
        "2024-10-25",
        "--ja",
        "--prosjekt",
        hele,
    )
    svar = json.loads(
        kjor(
            "status",
            "--bare-avvik",
            "--sektor",
            "FOS",
            "--dato",
            "2024-10-26",
            "--format",
            "json",
            "--prosjekt",
            hele,
        ).ut
    )["svar"]
    assert [
        (sak["id"], sak["tilstand"], sak["til_kommunedirektoren"]) for sak in svar["avvik"]
    ] == [("2024-FOS-03", "usikkert", "Vi må vite det før jul.")]


def test_ny_plikt_gjor_ikke_godkjent_historie_gal(rot: Path, kjor: Kjor, tmp_path: Path) -> None:
    """A vedtak that is registered late, for a unit that had no form, and a new helper: approved
    periods stay in order.
    """
    hele = tmp_path / "hele"
    shutil.copytree(EKSEMPEL, hele)
    kjor(
        "ny",
        "vedtak",
        "--sak",
        "KS 34/24",
        "--dato",
        "2024-06-19",
        "--tittel",
        "X",
        "--ansvarlig",
        "BVT",
        "--ja",
        "--prosjekt",
        hele,
    )
    fil = hele / "data" / "oppdrag" / "2024" / "FOS-02.yaml"
    fil.write_text(
        fil.read_text(encoding="utf-8").replace(
            "delansvar: [HOM, KUL]", "delansvar: [HOM, KUL, BVT]"
        ),
        encoding="utf-8",
    )
    kjor("valider", "--streng", "--prosjekt", hele)


def test_frister_som_de_var_paa_dagen(kjor: Kjor) -> None:
    """What was known on a day: an oppdrag carried over later still stood in its own year, with the
    deadline of the day.
    """
    ut = json.loads(
        kjor(
            "frister",
            "--dato",
            "2023-09-05",
            "--innen",
            "90d",
            "--format",
            "json",
            "--prosjekt",
            EKSEMPEL,
        ).ut
    )["svar"]
    assert [frist["dag"] for frist in ut["kommende"] if frist["id"] == "2023-KUL-01"] == [
        "2023-10-31"
    ]
    delt = json.loads(
        kjor(
            "status",
            "--delansvar",
            "--dato",
            "2023-09-05",
            "--format",
            "json",
            "--prosjekt",
            EKSEMPEL,
        ).ut
    )["svar"]
    assert {ett["frist"] for ett in delt["venter_pa_andre"] if ett["id"] == "2023-KUL-01"} == {
        "2023-10-31"
    }


@pytest.mark.parametrize("periode", ["99999-T1", "0-T1", "²023-T1", "2101-T1", "T9", ""])
def test_rare_perioder(kjor: Kjor, periode: str) -> None:
    assert (
        "er ikke en kjent periode"
        in kjor("tertial", "purring", periode, "--prosjekt", EKSEMPEL, ventet=2).feil
    )


def test_ingen_endring_er_ingen_endring(rot: Path, kjor: Kjor) -> None:
    p = ("--dato", "2024-09-05", "--ja", "--prosjekt", rot)
    assert (
        "--ingen-endring kan ikke brukes sammen med --status"
        in kjor("oppdater", "FOS-02", "--ingen-endring", "--status", "ferdig", *p, ventet=2).feil
    )
    assert (
        "«2024-KS-033» er ikke meldt før"
        in kjor("oppdater", "KS 33/24", "--ingen-endring", *p, ventet=2).feil
    )
    kjor("oppdater", "FOS-02", "--ingen-endring", *p)
    melding = register(rot).meldinger["2024-FOS-02"][-1].melding
    assert (melding.ingen_endring, melding.framdrift, (melding.kommentar or "")[:17]) == (
        True,
        "i_rute",
        "Fire av seks tilt",
    )
    kjor(
        "oppdater", "FOS-02", "--status", "ferdig", "--kommentar", "Alle seks tiltak er i gang.", *p
    )
    melding = register(rot).meldinger["2024-FOS-02"][-1].melding
    assert (melding.ingen_endring, melding.status, melding.framdrift) == (False, "ferdig", None)
    kjor(
        "oppdater",
        "2023-KS-092-V02",
        "--status",
        "foreslatt_avsluttet",
        "--kommentar",
        "Plassene er bygget.",
        *p,
    )
    kjor(
        "oppdater",
        "FOS-05",
        "--status",
        "i gang",
        "--framdrift",
        "I rute",
        "--kommentar",
        "Ti fosterhjem.",
        *p,
    )


def test_purring_naar_et_skjema_ikke_kan_leses(rot: Path, kjor: Kjor) -> None:
    kjor("tertial", "start", PERIODE, "--ja", "--prosjekt", rot)
    (rot / "data" / "rapporter" / PERIODE / "TEK.yaml").write_text("levert: [\n", encoding="utf-8")
    ut = kjor("tertial", "purring", PERIODE, "--dato", "2024-09-20", "--prosjekt", rot, ventet=1).ut
    assert "Skjemaet kan ikke leses for TEK, så det er ikke purret der." in ut
    assert "Til TEK" not in ut


def test_oppdater_velger_skjemaet_som_er_aapent(rot: Path, kjor: Kjor) -> None:
    """In the middle of a period the next form, made where it is not there; after its end the one
    not delivered yet.
    """
    p = ("--ja", "--prosjekt", rot)
    assert (
        "2024-T2/FOS.yaml  ny fil"
        in kjor(
            "oppdater",
            "FOS-02",
            "--framdrift",
            "i_rute",
            "--status",
            "i_gang",
            "--kommentar",
            "Fem av seks er i gang.",
            "--dato",
            "2024-06-03",
            *p,
        ).ut
    )
    assert register(rot).meldinger["2024-FOS-02"][-1].fra == date(2024, 6, 3)
    assert (
        "2024-T2/FOS.yaml"
        in kjor(
            "oppdater",
            "2024-FOS-02",
            "--kommentar",
            "Alle seks er i gang.",
            "--dato",
            "2024-09-05",
            *p,
        ).ut
    )
    assert (
        "2024-AR/FOS.yaml  ny fil"
        in kjor(
            "oppdater",
            "2024-FOS-03",
            "--kommentar",
            "Ny prøve i desember.",
            "--dato",
            "2024-11-05",
            "--periode",
            "2024-AR",
            *p,
        ).ut
    )
    kjor("tertial", "start", PERIODE, *p)
    assert len(register(rot).rapporter[f"{PERIODE}/FOS"].verdi.oppdrag or {}) == 4
    status = json.loads(
        kjor("status", "--sektor", "FOS", "--format", "json", "--dato", "2024-06-02", *p[1:]).ut
    )["svar"]
    assert [rad["meldt_i"] for rad in status["oppdrag"] if rad["id"] == "2024-FOS-02"] == [
        "2024-T1"
    ]


@pytest.mark.parametrize(
    ("argumenter", "svar"),
    [
        (["FOS-02"], "det er ingenting å melde. Skriv for eksempel --framdrift usikkert"),
        (["FOS-02", "--framdrift", "rød"], "«rød» kan ikke brukes med --framdrift."),
        (
            ["FOS-02", "--forventet", "snart"],
            "«snart» kan ikke brukes med --forventet. Skriv for eksempel 2023-11",
        ),
        (
            ["FOS-02", "--ny-frist", "2025-01-01"],
            "--begrunnelse mangler. En frist kan ikke flyttes uten å si hvorfor.",
        ),
        (["FOS-02", "--tiltak-frist", "2025-01-01"], "--tiltak mangler. Skriv hva som gjøres."),
        (
            ["FOS-02", "--bidrag", "ORG", "--kommentar", "x"],
            "«ORG» har ikke delansvar for 2024-FOS-02.",
        ),
        (["KS 7/24", "--bidrag", "ORG", "--kommentar", "x"], "--bidrag gjelder bare oppdrag."),
        (
            ["KS 54/22", "--kommentar", "x"],
            "«2022-KS-054» er avsluttet av organet og rapporteres ikke mer.",
        ),
        (
            ["KS 98/22", "--kommentar", "x"],
            "«2022-KS-098» rapporteres ikke for seg. Meld i stedet verbalvedtakene.",
        ),
        (["2023-KS-044/9", "--kommentar", "x"], "«2023-KS-044» har ikke noe punkt 9."),
        (
            ["BE-1", "--kommentar", "x"],
            "«BE-1» er verken et oppdrag, et vedtak eller en linje i en plan.",
        ),
        (
            ["FOS-02", "--ja", "--utkast", "--kommentar", "x"],
            "--ja og --utkast kan ikke brukes sammen.",
        ),
    ],
)
def test_oppdater_feil_bruk(kjor: Kjor, argumenter: list[str], svar: str) -> None:
    """One line with the cure, exit 2, and the example untouched."""
    kode, ut, feil = kjor(
        "oppdater", *argumenter, "--dato", "2024-11-05", "--prosjekt", EKSEMPEL, ventet=2
    )
    assert (kode, ut) == (2, "")
    assert feil.startswith(f"styring: {svar}")


def test_ny_frist_staar_med_grunn(rot: Path, kjor: Kjor) -> None:
    fil = rot / "data" / "oppdrag" / "2024" / "HOM-02.yaml"
    foer = fil.read_text(encoding="utf-8").splitlines()
    kjor(
        "oppdater",
        "HOM-02",
        "--ny-frist",
        "2025-02-28",
        "--begrunnelse",
        "Tomten må undersøkes.",
        "--godkjent-av",
        "kommunedirektør",
        "--dato",
        "2024-09-20",
        "--ja",
        "--prosjekt",
        rot,
    )
    etter = fil.read_text(encoding="utf-8").splitlines()
    assert [linje for linje in foer if linje not in etter] == ["frist: 2024-12-01"]
    endring = register(rot).oppdrag["2024-HOM-02"].verdi.fristendringer[-1]
    assert (endring.fra, endring.til, endring.godkjent_av) == (
        date(2024, 12, 1),
        date(2025, 2, 28),
        "kommunedirektør",
    )
    kjor(
        "oppdater",
        "HOM-02",
        "--ny-frist",
        "2025-04-30",
        "--begrunnelse",
        "Boreriggen er opptatt.",
        "--dato",
        "2024-10-20",
        "--ja",
        "--prosjekt",
        rot,
    )
    assert len(register(rot).oppdrag["2024-HOM-02"].verdi.fristendringer) == 2
    kjor("valider", "--prosjekt", rot)


def test_ny_og_deleger(rot: Path, kjor: Kjor) -> None:
    """Next free ids; a verbalvedtak takes case and day from its budsjettsak; what is there already
    is not written over.
    """
    p = ("--ja", "--prosjekt", rot)
    assert (
        "2024-FOS-06"
        in kjor(
            "ny",
            "oppdrag",
            "--ansvarlig",
            "fos",
            "--tittel",
            "Skolehage: prøve # i nord",
            "--dato",
            "2024-06-10",
            "--frist",
            "2024-12-01",
            *p,
        ).ut
    )
    assert register(rot).oppdrag["2024-FOS-06"].verdi.tittel == "Skolehage: prøve # i nord"
    assert (
        "2024-FOS-07"
        in kjor(
            "ny",
            "oppdrag",
            "--ansvarlig",
            "FOS",
            "--tittel",
            "Enda ett",
            "--dato",
            "2024-06-10",
            *p,
        ).ut
    )
    assert (
        "2024-FOS-06/1"
        in kjor(
            "ny",
            "oppgave",
            "2024-FOS-06",
            "--tittel",
            "Finne tomt",
            "--ansvarlig",
            "sko",
            "--frist",
            "2024-10-01",
            *p,
        ).ut
    )
    assert (
        "2024-FOS-06/2"
        in kjor(
            "ny", "oppgave", "2024-FOS-06", "--tittel", "Så", "--ansvarlig", "prosjektleder", *p
        ).ut
    )
    assert (
        "2023-KS-092-V09"
        in kjor(
            "ny",
            "vedtak",
            "--type",
            "verbalvedtak",
            "--forelder",
            "KS 92/23",
            "--punkt",
            "9",
            "--tittel",
            "Lys i løypa",
            "--ansvarlig",
            "KUL",
            *p,
        ).ut
    )
    assert register(rot).vedtak["2023-KS-092-V09"].verdi.dato == date(2023, 12, 13)
    assert (
        "«KS 7/24» ligger alt i data/vedtak/2024/KS-007.yaml"
        in kjor(
            "ny",
            "vedtak",
            "--sak",
            "KS 7/24",
            "--dato",
            "2024-02-28",
            "--tittel",
            "X",
            "--ansvarlig",
            "KUL",
            *p,
            ventet=2,
        ).feil
    )
    assert "--tittel mangler" in kjor("ny", "oppdrag", "--ansvarlig", "FOS", *p, ventet=2).feil
    assert (
        "er ikke et saksnummer" in kjor("ny", "vedtak", "--sak", "22/00110-31", *p, ventet=2).feil
    )
    kjor("deleger", "2024-FOS-06", "--til", "sko", "--dato", "2024-05-01", *p)
    assert register(rot).oppdrag["2024-FOS-06"].verdi.videredelegert[-1].til == "SKO"
    assert (
        "«SKO» har alt hatt oppdraget"
        in kjor("deleger", "2024-FOS-06", "--til", "SKO", "--dato", "2024-06-01", *p, ventet=1).ut
    )
    assert (
        "Merk: «KUL» ligger ikke under «SKO»"
        in kjor("deleger", "2024-FOS-06", "--til", "KUL", "--dato", "2024-06-01", *p).ut
    )
    assert kjor("ny", "--prosjekt", rot, ventet=2).feil.startswith("styring: ")
    assert "Mente du «styring ny oppdrag»?" in kjor("ny", "oppdrg", ventet=2).feil
    kjor("valider", "--prosjekt", rot)


KART = (
    "kolonner:\n  sak: Saksnr\n  dato: Møtedato\n  tittel: Sakstittel\n  tekst: Vedtak\n "
    " ansvarlig: Sektor\n  frist: Frist\nstandard:\n  organ: KS\nnavn:\n  Oppvekstsektoren: FOS\n"
)
RADER: list[list[Any]] = [
    ["Eksport fra saksarkivet"],
    [],
    ["Saksnr", "Møtedato", "Sakstittel", "Vedtak", "Sektor", "Frist"],
    [
        "KS 70/24",
        "16.10.2024",
        "Ny svømmehall",
        "Kommunedirektøren utreder: to alternativer.",
        "TEK",
        date(2025, 5, 1),
    ],
    ["71/24", date(2024, 10, 16), "Skolefrukt", "", "Oppvekstsektoren", ""],
    ["KS 7/24", "28.02.2024", "Møteplasser for eldre", "", "HOM", ""],
    ["22/0011-3", "16.10.2024", "Feil nummer", "", "TEK", ""],
    ["KS 72/24", "en onsdag", "Feil dato", "", "TEK", ""],
    ["KS 73/24", "16.10.2024", "Feil enhet", "", "Teknisk og samfun", ""],
    ["KS 74/24", "16.10.2024", "", "", "TEK", ""],
    ["KS 70/24", "16.10.2024", "Ny svømmehall igjen", "", "TEK", ""],
]


@pytest.mark.parametrize("slag", ["xlsx", "csv", "csv-ansi"])
def test_liste_med_vedtak(rot: Path, kjor: Kjor, slag: str) -> None:
    """A list by a mapping: new ones are written, those there already are counted, and each row that
    can't be read says why.
    """
    liste, kart = rot / f"liste.{slag[:4].strip('-')}", rot / "kart.yaml"
    if slag == "xlsx":
        bok = openpyxl.Workbook()
        for rad in RADER:
            cast("Any", bok.worksheets[0]).append(rad)
        bok.save(liste)
    else:
        tekst = "".join(
            ";".join(
                celle.strftime("%d.%m.%Y") if isinstance(celle, date) else celle for celle in rad
            )
            + "\r\n"
            for rad in RADER
        )
        liste.write_bytes(tekst.encode("cp1252" if slag == "csv-ansi" else "utf-8-sig"))
    forslag = kjor("importer", "vedtak", liste, "--prosjekt", rot, ventet=2)
    assert "  sak: Saksnr\n" in forslag.ut
    assert "  ansvarlig: Sektor\n" in forslag.ut
    assert "Lagre det, rett det, og kjør" in forslag.feil
    kart.write_text(KART, encoding="utf-8")
    ut = kjor("importer", "vedtak", liste, "--kart", kart, "--ja", "--prosjekt", rot, ventet=1).ut
    for ventet in (
        "2 nye",
        "1 finnes fra før",
        "Rad 6: 2024-KS-007 finnes fra før, og er ikke endret.",
        "Rad 7: «22/0011-3» er ikke et saksnummer.",
        "Rad 8: «en onsdag» er ikke en dato.",
        "Rad 9: «Teknisk og samfun» er ikke en kjent enhet; mente du «Teknisk og samfunn»?",
        "Rad 10: tittel mangler.",
        "Rad 11: «KS 70/24» står også i rad 4",
    ):
        assert ventet in ut
    vedtak = register(rot).vedtak
    assert (vedtak["2024-KS-070"].verdi.frist, vedtak["2024-KS-071"].verdi.ansvarlig) == (
        date(2025, 5, 1),
        "FOS",
    )
    kjor("valider", "--prosjekt", rot)
    assert (
        "0 nye"
        in kjor("importer", "vedtak", liste, "--kart", kart, "--ja", "--prosjekt", rot, ventet=1).ut
    )
    kart.write_text("kolonner:\n  sakk: Saksnr\n", encoding="utf-8")
    assert (
        "«sakk» i «kart.yaml» er ikke et felt i et vedtak. Mente du «sak»?"
        in kjor("importer", "vedtak", liste, "--kart", kart, "--prosjekt", rot, ventet=2).feil
    )


def test_spor_i_en_terminal(rot: Path, kjor: Kjor, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not given is asked for, again until it can be used; no means no."""
    svarene_ = iter(["fosss", "FOS", "", "Skolehage", "", "j"])
    monkeypatch.setattr("styring.cli.felles.manglende_valg.kan_spore", lambda: True)
    monkeypatch.setattr("styring.cli.felles.skriv_endring.kan_spore", lambda: True)
    monkeypatch.setattr("styring.cli.felles.manglende_valg._les", lambda _ledetekst: next(svarene_))
    feil = kjor("ny", "oppdrag", "--dato", "2024-06-10", "--prosjekt", rot).feil
    assert "«fosss» er ikke en kjent enhet. Mente du FOS?" in feil
    assert "Dette kan ikke stå tomt." in feil
    assert register(rot).oppdrag["2024-FOS-06"].verdi.tittel == "Skolehage"
    svarene_ = iter(["n"])
    assert (
        "Ingenting er skrevet."
        in kjor("deleger", "2024-FOS-06", "--til", "SKO", "--prosjekt", rot, ventet=1).feil
    )
    assert register(rot).oppdrag["2024-FOS-06"].verdi.videredelegert == ()


def test_oppdater_spor_til_det_valgte_ordet_er_dekket(
    rot: Path, kjor: Kjor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A red light asks for what is done and when; a word too short is asked for again; nothing that
    was answered is lost.
    """
    svarene_ = iter(
        [
            *("i_gang", "ikke_i_rute", "ok", ""),  # the four questions
            *("Grave ny trasé", "prosjektleder vann", "i fjor", "15.10.2024"),  # the measure
            *("2024-12", "Grunnen var våtere enn ventet, og arbeidet tar lengre tid."),
            "j",
        ]
    )
    monkeypatch.setattr("styring.cli.felles.manglende_valg.kan_spore", lambda: True)
    monkeypatch.setattr("styring.cli.felles.skriv_endring.kan_spore", lambda: True)
    monkeypatch.setattr("styring.cli.rapportering.meldingssvar.kan_spore", lambda: True)
    monkeypatch.setattr("styring.cli.felles.manglende_valg._les", lambda _ledetekst: next(svarene_))
    svar = kjor("oppdater", "2024-TEK-01", "--dato", "2024-09-05", "--prosjekt", rot)
    assert "Du har skrevet «ikke i rute», men ikke hva som gjøres." in svar.feil
    assert "«i fjor» er ikke en dag." in svar.feil
    assert "yaml" not in svar.feil
    assert next(svarene_, None) is None
    sagt = les_yaml((rot / "data/rapporter/2024-T2/TEK.yaml").read_text(encoding="utf-8"))[
        "oppdrag"
    ]["2024-TEK-01"]
    assert sagt["framdrift"] == "ikke_i_rute"
    assert sagt["tiltak"][0]["tekst"] == "Grave ny trasé"
    assert sagt["kommentar"].startswith("Grunnen var våtere")


def test_en_frist_bare_paa_et_punkt_stopper_ikke_skjemaene(rot: Path, kjor: Kjor) -> None:
    """The form has the punkt's deadline for the whole: that is no deadline moved in silence."""
    (rot / "data/vedtak/2024/KS-171.yaml").write_text(
        "tittel: Bru\ntype: vedtak\norgan: KS\nsak: KS 71/24\ndato: 2024-06-12\nansvarlig: TEK\n"
        "punkter:\n  - {nr: 1, tekst: Brua bygges., frist: 2024-11-01}\n",
        encoding="utf-8",
    )
    felles = ("--ja", "--dato", "2024-09-02", "--prosjekt", rot)
    kjor("tertial", "start", PERIODE, *felles)
    skjema = les_yaml((rot / "data/rapporter" / PERIODE / "TEK.yaml").read_text(encoding="utf-8"))
    assert str(skjema["vedtak"]["2024-KS-171"]["frist"]) == "2024-11-01"
    fil = rot / "data/vedtak/2024/KS-171.yaml"
    fil.write_text(
        fil.read_text(encoding="utf-8").replace("2024-11-01", "2025-11-01"), encoding="utf-8"
    )
    assert "ST628" in kjor("valider", "--format", "kort", "--prosjekt", rot, ventet=1).ut


def test_ja_spor_ikke_om_det_som_kan_staa_tomt(
    rot: Path, kjor: Kjor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("styring.cli.felles.manglende_valg.kan_spore", lambda: True)
    ord_ = ("--ansvarlig", "FOS", "--tittel", "Skolehage", "--dato", "2024-06-10", "--ja")
    kjor("ny", "oppdrag", *ord_, "--prosjekt", rot)
    kjor("ny", "oppgave", "2024-FOS-06", *ord_[:4], "--ja", "--prosjekt", rot)
