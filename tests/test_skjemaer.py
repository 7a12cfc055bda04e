"""The Excel form, out and back: whatever a director and a spreadsheet program do to it gets a named
answer, and nothing is half imported.
"""

import os
import re
import shutil
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from styring.fag.skjemabok import SENDT_RAD, SVARFELTER, avtrykk
from styring.lesing.innlesing import les_inn
from styring.modell.rapport import Melding
from styring.prosjekt.tre import Arbeidstre
from tests.conftest import Kjor
from tests.skjemahjelp import PERIODE, Bok, for_perioden, lagre_med_libreoffice

DAG = ("--dato", "2024-09-12")
har_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None and "CI" not in os.environ,
    reason="LibreOffice er ikke installert (CI har den)",
)


@pytest.fixture
def rot(tmp_path: Path) -> Path:
    return for_perioden(tmp_path)


@pytest.fixture
def skjemaer(rot: Path, sendt_ut: Path) -> Path:
    """The forms of the period, as they were sent out."""
    shutil.copytree(sendt_ut, rot, dirs_exist_ok=True)
    return rot / "ut"


def bok(skjemaer: Path, enhet: str = "FOS") -> Bok:
    return Bok(skjemaer / f"{PERIODE}-{enhet}.xlsx")


def melding(rot: Path, sak: str, slag: str = "oppdrag", enhet: str = "FOS") -> Melding:
    post = les_inn(Arbeidstre(rot)).register.rapporter[f"{PERIODE}/{enhet}"]
    return (getattr(post.verdi, slag) or {})[sak]  # type: ignore[no-any-return]


def fil(rot: Path, enhet: str = "FOS") -> bytes:
    return (rot / "data" / "rapporter" / PERIODE / f"{enhet}.yaml").read_bytes()


GODT = {
    "Status": "i gang",
    "Framdrift": "i rute",
    "Kommentar": "Fem av seks tiltak er i gang. Familiens hus åpnet 2. september.",
}


def test_skjemaet_er_laast_der_det_skal(skjemaer: Path) -> None:
    """Id and title are locked, answers are not; drop-downs and length limits stand in the cells;
    the sheet with what was sent is hidden.
    """
    b = bok(skjemaer)
    rad = b.rad("2024-FOS-02")
    assert b.ark.protection.sheet
    for overskrift, kolonne in b.kolonner.items():
        assert b.ark.cell(rad, kolonne).protection.locked == (
            overskrift in ("Id", "Hva", "Tittel", "Frist", "Sist meldt")
        ), overskrift
    assert b.bok["styring"].sheet_state == "hidden"
    typer = {(v.type, v.operator) for v in b.ark.data_validations.dataValidation}
    assert typer == {("list", None), ("textLength", "lessThanOrEqual")}
    assert (
        b.ark.cell(rad, b.kolonner["Sist meldt"]).value
        == "2024-T1: i rute. Fire av seks tiltak er i gang. Losen for ungdom begynner i juni."
    )
    assert "ingen endring siden sist, bekreftet" in [
        celle.value for rad in b.bok["styring"].iter_rows(max_row=12) for celle in rad
    ]


def test_to_like_skjemaer_er_byte_like(rot: Path, skjemaer: Path, kjor: Kjor) -> None:
    kjor("tertial", "start", PERIODE, "--ja", "--xlsx", rot / "igjen", "--prosjekt", rot)
    for sti in skjemaer.iterdir():
        assert sti.read_bytes() == (rot / "igjen" / sti.name).read_bytes()
    assert (
        "finnes fra før"
        in kjor(
            "tertial", "start", PERIODE, "--ja", "--xlsx", skjemaer, "--prosjekt", rot, ventet=2
        ).feil
    )


def test_utfylt_rad_blir_lest(rot: Path, skjemaer: Path, kjor: Kjor) -> None:
    """Only what was typed is written: the other entries keep every byte."""
    foer = fil(rot)
    b = (
        bok(skjemaer)
        .svar("2024-FOS-02", **GODT, Forventet_ferdig="desember 2024")
        .samlet("Fire av fem går bra.")
    )
    ut = kjor("tertial", "importer", b.lagre(), "--ja", *DAG, "--prosjekt", rot).ut
    assert "Status: i gang" in ut
    assert "8 rader ikke besvart" in ut
    lest = melding(rot, "2024-FOS-02")
    assert (lest.status, lest.framdrift, lest.forventet_ferdig, lest.frist) == (
        "i_gang",
        "i_rute",
        "2024-12",
        date(2024, 12, 31),
    )
    nye = [linje for linje in fil(rot).splitlines() if linje not in foer.splitlines()]
    assert len(nye) == 5, nye
    assert [linje for linje in foer.splitlines() if linje not in fil(rot).splitlines()] == []


def test_uroert_skjema_endrer_ingenting(rot: Path, skjemaer: Path, kjor: Kjor) -> None:
    foer = {sti: sti.read_bytes() for sti in (rot / "data").rglob("*.yaml")}
    assert (
        "Ingen nye svar å skrive."
        in kjor("tertial", "importer", skjemaer, "--ja", *DAG, "--prosjekt", rot).ut
    )
    assert {sti: sti.read_bytes() for sti in (rot / "data").rglob("*.yaml")} == foer


def test_bare_det_som_er_besvart_legges_bort(rot: Path, skjemaer: Path, kjor: Kjor) -> None:
    """A form that nobody has filled in yet stays where its owner will look for it."""
    sti = bok(skjemaer).svar("2024-FOS-02", **GODT).lagre()
    alle = {fil.name for fil in skjemaer.glob("*.xlsx")}
    kjor("tertial", "importer", skjemaer, "--ja", *DAG, "--prosjekt", rot)
    assert {fil.name for fil in (skjemaer / "ferdig").iterdir()} == {sti.name}
    assert {fil.name for fil in skjemaer.glob("*.xlsx")} == alle - {sti.name} != set()


def test_samme_skjema_to_ganger_er_en_gang(rot: Path, skjemaer: Path, kjor: Kjor) -> None:
    sti = bok(skjemaer).svar("2024-FOS-02", **GODT).lagre()
    kjor("tertial", "importer", sti, "--ja", *DAG, "--prosjekt", rot)
    foer = fil(rot)
    assert (
        "Ingen nye svar å skrive."
        in kjor("tertial", "importer", sti, "--ja", *DAG, "--prosjekt", rot).ut
    )
    assert fil(rot) == foer


@pytest.mark.parametrize("skrevet", ["2024-12", "desember 2024", "des. 2024", "12/2024"])
def test_samme_svar_skrevet_paa_en_annen_maate_er_det_samme(
    rot: Path, skjemaer: Path, kjor: Kjor, skrevet: str
) -> None:
    """A point in time in the form that the sheet asks for, read in a second time: nothing is new,
    and nothing is said to have been changed.
    """
    sti = bok(skjemaer).svar("2024-FOS-02", **GODT, Forventet_ferdig=skrevet).lagre()
    kjor("tertial", "importer", sti, "--ja", *DAG, "--prosjekt", rot)
    foer = fil(rot)
    ut = kjor("tertial", "importer", sti, "--ja", *DAG, "--prosjekt", rot).ut
    assert "Ingen nye svar å skrive." in ut
    assert "endret i styring" not in ut
    assert fil(rot) == foer


def test_bare_det_nyeste_som_er_sendt_tilbake_leses(rot: Path, skjemaer: Path, kjor: Kjor) -> None:
    """A row that was sent back twice is not judged by the first form again."""
    sti = bok(skjemaer).svar("2024-FOS-02", Status="i gang", Framdrift="ikke i rute").lagre()
    kjor("tertial", "importer", sti, "--ja", *DAG, "--prosjekt", rot, ventet=1)
    rettes = skjemaer / "rettes"
    gammel = rettes / f"{PERIODE}-FOS-rettes.xlsx"
    ny = rettes / f"{PERIODE}-FOS-rettes-2.xlsx"
    shutil.copy(gammel, ny)
    Bok(ny).svar("2024-FOS-02", **GODT, Forventet_ferdig="desember 2024").lagre()
    svar = kjor("tertial", "importer", rettes, "--ja", *DAG, "--prosjekt", rot)
    assert f"et nyere skjema er sendt tilbake etter: {gammel.name}." in svar.ut
    assert f"styring tertial importer {gammel}" in svar.ut.replace("\n", "")
    assert not (rettes / f"{PERIODE}-FOS-rettes-3.xlsx").exists()
    assert melding(rot, "2024-FOS-02").status == "i_gang"


def test_ingen_endring_bekreftet(rot: Path, skjemaer: Path, kjor: Kjor) -> None:
    kjor(
        "tertial",
        "importer",
        bok(skjemaer).svar("2024-FOS-02", Status="ingen endring siden sist, bekreftet").lagre(),
        "--ja",
        *DAG,
        "--prosjekt",
        rot,
    )
    lest = melding(rot, "2024-FOS-02")
    assert (lest.ingen_endring, lest.status, lest.framdrift) == (True, "i_gang", "i_rute")
    assert (lest.kommentar or "").startswith("Fire av seks tiltak er i gang.")


@pytest.mark.parametrize(
    ("skrevet", "lest"),
    [
        ("15.11.2024", "2024-11-15"),
        ("2024-11", "2024-11"),
        ("november 2024", "2024-11"),
        ("4. kvartal", "2024-K4"),
        ("4. kvartal 2024", "2024-K4"),
        (datetime(2024, 11, 15), "2024-11-15"),
        (45611, "2024-11-15"),
        ("45611", "2024-11-15"),
        ("nov. 2024", "2024-11"),
        ("3. tertial 2024", "2024-T3"),
        ("november", "2024-11"),
        ("2024/11", "2024-11"),
        ("11.2024", "2024-11"),
        ("Q4 2024", "2024-K4"),
    ],
)
def test_tid_skrevet_paa_mange_vis(
    rot: Path, skjemaer: Path, kjor: Kjor, skrevet: object, lest: str
) -> None:
    kjor(
        "tertial",
        "importer",
        bok(skjemaer).svar("2024-FOS-02", **GODT, Forventet_ferdig=skrevet).lagre(),
        "--ja",
        *DAG,
        "--prosjekt",
        rot,
    )
    assert melding(rot, "2024-FOS-02").forventet_ferdig == lest


AVSLAG: dict[str, tuple[str, dict[str, object], str]] = {
    "ikke i rute uten tiltak": (
        "2024-FOS-04",
        {**GODT, "Framdrift": "ikke i rute", "Forventet_ferdig": "2024-12"},
        (
            "FOS, rad 8, Bygge ut barnehageplasser i søndre krets: du har skrevet *ikke i rute*,"
            " men ikke hva som gjøres"
        ),
    ),
    "tiltak uten hvem": (
        "2024-FOS-04",
        {
            **GODT,
            "Framdrift": "ikke i rute",
            "Forventet_ferdig": "2024-12",
            "Tiltak": "Leie lokaler",
        },
        "tiltaket mangler ansvarlig og frist",
    ),
    "usikkert uten tid": (
        "2024-FOS-02",
        {**GODT, "Framdrift": "usikkert"},
        "du har skrevet *usikkert*, men ikke når det forventes å bli ferdig",
    ),
    "halvt utfylt": (
        "2024-FOS-02",
        {"Status": "i gang"},
        "FOS, rad 6, Følge opp planen for forebygging: framdrift og kommentar mangler",
    ),
    "ukjent ord": (
        "2024-FOS-02",
        {**GODT, "Framdrift": "i ruten"},
        "*i ruten* er ikke et av valgene under «Framdrift»; mente du *i rute*?",
    ),
    "ord fra en annen liste": (
        "2024-FOS-02",
        {**GODT, "Status": "foreslås avsluttet"},
        "*foreslås avsluttet* er ikke et av valgene under «Status»; velg",
    ),
    "ferdig vedtak": (
        "2024-KS-033",
        {**GODT, "Status": "ferdig"},
        "*ferdig* er ikke et av valgene under «Status»",
    ),
    "tid som ikke kan leses": (
        "2024-FOS-02",
        {**GODT, "Forventet_ferdig": "etter sommeren"},
        "*etter sommeren* under «Forventet ferdig» kan ikke leses som en tid",
    ),
    "dag etter dataenes tid": (
        "2024-FOS-02",
        {**GODT, "Forventet_ferdig": datetime(9999, 12, 31)},
        "*9999-12-31* under «Forventet ferdig» kan ikke leses som en tid",
    ),
    "dag som ikke finnes": (
        "2024-FOS-02",
        {**GODT, "Forventet_ferdig": "31.11.2024"},
        "*31.11.2024* under «Forventet ferdig» kan ikke leses som en tid; november 2024 har 30",
    ),
    "passert": (
        "2024-FOS-02",
        {**GODT, "Forventet_ferdig": "2024-05"},
        "*mai 2024* er alt passert, men saken er ikke meldt ferdig",
    ),
    "etter fristen": (
        "2024-FOS-02",
        {**GODT, "Forventet_ferdig": "2025-03"},
        "du har skrevet *i rute*, men venter det ferdig mars 2025, etter fristen 31.12.2024",
    ),
    "bortfalt uten grunn": (
        "2024-FOS-02",
        {"Status": "bortfalt", "Kommentar": "Arbeidet er stanset."},
        "du har skrevet *bortfalt*, men ikke hvorfor",
    ),
    "sier ingenting": (
        "2024-FOS-02",
        {**GODT, "Kommentar": "Pågår."},
        "«Pågår.» sier ikke hvor saken står",
    ),
    "samme tekst": (
        "2024-FOS-02",
        {**GODT, "Kommentar": "Fire av seks tiltak er i gang. Losen for ungdom begynner i juni."},
        "kommentaren er den samme som sist",
    ),
    "for lang": (
        "2024-FOS-02",
        {**GODT, "Kommentar": "Tiltakene er i gang. " * 40},
        "kommentaren er på 839 tegn; den kan være på 600",
    ),
    "ikke meldt før": (
        "2024-KS-033",
        {"Status": "ingen endring siden sist, bekreftet"},
        "men saken er ikke meldt før",
    ),
    "formel": (
        "2024-FOS-02",
        {**GODT, "Kommentar": '=CONCATENATE("a","b")'},
        "under «Kommentar» står det en formel; skriv selve svaret",
    ),
    "dato som ikke er dato": (
        "2024-FOS-04",
        {**GODT, "Tiltak": "Leie", "Tiltaket_er_gjort_innen": "snart"},
        "*snart* under «Tiltaket er gjort innen» er ikke en dato",
    ),
    "ukjent enhet": (
        "2024-FOS-04",
        {
            **GODT,
            "Framdrift": "usikkert",
            "Forventet_ferdig": "2024-12",
            "Tiltak": "Leie",
            "Hvem_gjør_tiltaket": "IKT",
        },
        "*IKT* under «Hvem gjør tiltaket» er ikke én enhet; skriv en av FOS, SKO",
    ),
    "fødselsnummer": (
        "2024-FOS-02",
        {**GODT, "Kommentar": "Gjelder 01010112345 og 15076500565."},
        "under «Kommentar» står det et fødselsnummer",
    ),
    "ferdig og forsinket": (
        "2024-FOS-02",
        {**GODT, "Status": "ferdig", "Framdrift": "ikke i rute"},
        "du har skrevet både *ferdig* og *ikke i rute*",
    ),
    "uendret og nytt": (
        "2024-FOS-02",
        {"Status": "ingen endring siden sist, bekreftet", "Kommentar": "Fem tiltak er i gang."},
        "men også skrevet noe nytt; velg ett av dem",
    ),
    "hvem uten hva": (
        "2024-FOS-02",
        {**GODT, "Hvem_gjør_tiltaket": "BVT"},
        "det står hvem som gjør tiltaket, eller når, men ikke hva som gjøres",
    ),
}


@pytest.mark.parametrize("sak", AVSLAG)
def test_avslag_paa_en_rad(rot: Path, skjemaer: Path, kjor: Kjor, sak: str) -> None:
    """The row is refused by name, the good row beside it is taken in, and a form comes back with
    the reason and what was typed.
    """
    id_, svar, grunn = AVSLAG[sak]
    b = bok(skjemaer).svar("2024-FOS-05", **GODT).svar(id_, **svar)
    foer = melding(rot, id_, "vedtak" if "KS" in id_ else "oppdrag")
    ut = kjor("tertial", "importer", b.lagre(), "--ja", *DAG, "--prosjekt", rot, ventet=1).ut
    assert grunn in ut
    etter = melding(rot, id_, "vedtak" if "KS" in id_ else "oppdrag")
    assert (etter.status, etter.kommentar, etter.tiltak) == (
        foer.status,
        foer.kommentar,
        foer.tiltak,
    )
    assert melding(rot, "2024-FOS-05").status == "i_gang"
    tilbake = Bok(skjemaer / "rettes" / f"{PERIODE}-FOS-rettes.xlsx")
    assert (
        re.sub(r"^FOS, rad \d+, [^:]+: ", "", grunn) in tilbake.ark.cell(tilbake.rad(id_), 1).value
    )
    assert [
        tilbake.ark.cell(nr, 2).value for nr in range(tilbake.hode + 1, tilbake.ark.max_row + 1)
    ] == [id_]
    kjor("valider", "--prosjekt", rot)


def test_rettet_skjema_kan_leses_inn(rot: Path, skjemaer: Path, kjor: Kjor) -> None:
    """The form that came back is put right and taken in, with what was typed the first time."""
    id_, svar, _ = AVSLAG["ikke i rute uten tiltak"]
    kjor(
        "tertial",
        "importer",
        bok(skjemaer).svar(id_, **svar).lagre(),
        "--ja",
        *DAG,
        "--prosjekt",
        rot,
        ventet=1,
    )
    tilbake = Bok(skjemaer / "rettes" / f"{PERIODE}-FOS-rettes.xlsx")
    tilbake.svar(
        id_, Tiltak="Leie lokaler", Hvem_gjør_tiltaket="SKO", Tiltaket_er_gjort_innen="15.10.2024"
    )
    kjor("tertial", "importer", tilbake.lagre(), "--ja", *DAG, "--prosjekt", rot)
    lest = melding(rot, id_)
    assert (
        lest.framdrift,
        lest.tiltak[0].ansvarlig,
        lest.tiltak[0].frist,
        lest.forventet_ferdig,
    ) == ("ikke_i_rute", "SKO", date(2024, 10, 15), "2024-12")


def test_det_som_er_rettet_blir_ikke_skrevet_over(rot: Path, skjemaer: Path, kjor: Kjor) -> None:
    """A form that was sent back and filled in is not replaced when the first one is read again."""
    id_, svar, _ = AVSLAG["ikke i rute uten tiltak"]
    sti = bok(skjemaer).svar(id_, **svar).lagre()
    kjor("tertial", "importer", skjemaer, "--ja", *DAG, "--prosjekt", rot, ventet=1)
    forste = skjemaer / "rettes" / f"{PERIODE}-FOS-rettes.xlsx"
    Bok(forste).svar(
        id_,
        Tiltak="Leie lokaler",
        Hvem_gjør_tiltaket="skolene",
        Tiltaket_er_gjort_innen="15.10.2024",
    ).lagre()
    foer = forste.read_bytes()
    assert not sti.exists(), "read, and put away"
    sti = skjemaer / "ferdig" / sti.name
    kjor("tertial", "importer", sti, "--ja", *DAG, "--prosjekt", rot, ventet=1)
    assert forste.read_bytes() == foer
    assert (skjemaer / "rettes" / f"{PERIODE}-FOS-rettes-2.xlsx").exists()
    kjor("tertial", "importer", forste, "--ja", *DAG, "--prosjekt", rot)
    assert melding(rot, id_).tiltak[0].ansvarlig == "SKO"


def rettet_og_tilbake(rot: Path, skjemaer: Path, kjor: Kjor) -> tuple[str, Path]:
    """A row was refused and put right in the form that came back, and the first form lies where it
    lay once more. Gives the row's id, and the form.
    """
    id_, svar, _ = AVSLAG["ikke i rute uten tiltak"]
    sti = bok(skjemaer).svar(id_, **svar).lagre()
    kjor("tertial", "importer", skjemaer, "--ja", *DAG, "--prosjekt", rot, ventet=1)
    tilbake = Bok(skjemaer / "rettes" / f"{PERIODE}-FOS-rettes.xlsx")
    nytt = {"Kommentar": "Lokalene er for små, og andre leies.", "Tiltak": "Leie lokaler"}
    nytt |= {"Hvem_gjør_tiltaket": "SKO", "Tiltaket_er_gjort_innen": "15.10.2024"}
    tilbake.svar(id_, **nytt).lagre()
    kjor("tertial", "importer", skjemaer / "rettes", "--ja", *DAG, "--prosjekt", rot)
    shutil.copy(skjemaer / "ferdig" / sti.name, sti)
    return id_, sti


def test_det_forste_skjemaet_kan_leses_igjen_etter_at_det_er_rettet(
    rot: Path, skjemaer: Path, kjor: Kjor
) -> None:
    """What was answered in the form that was sent back, is neither asked about nor written over by
    the old answer, and the other rows are read.
    """
    id_, sti = rettet_og_tilbake(rot, skjemaer, kjor)
    annen = "2024-FOS-03" if id_ == "2024-FOS-02" else "2024-FOS-02"
    Bok(sti).svar(annen, **GODT).lagre()
    lest = kjor("tertial", "importer", skjemaer, "--ja", *DAG, "--prosjekt", rot)
    assert "rettet i «rettes» siden, og det gjelder." in " ".join(lest.ut.split())
    assert melding(rot, id_).kommentar == "Lokalene er for små, og andre leies."
    assert melding(rot, id_).tiltak[0].tekst == "Leie lokaler"
    assert melding(rot, annen).kommentar == GODT["Kommentar"]
    assert not list((skjemaer / "rettes").glob("*.xlsx"))


def test_et_nytt_svar_i_det_forste_skjemaet_er_et_nytt_svar(
    rot: Path, skjemaer: Path, kjor: Kjor
) -> None:
    """Later than what was put right, and the unit's own."""
    id_, sti = rettet_og_tilbake(rot, skjemaer, kjor)
    Bok(sti).svar(id_, Kommentar="Vi har fått nye lokaler på rådhuset.").lagre()
    lest = kjor("tertial", "importer", skjemaer, "--ja", *DAG, "--prosjekt", rot)
    assert "rettet i «rettes» siden" not in " ".join(lest.ut.split())
    assert melding(rot, id_).kommentar == "Vi har fått nye lokaler på rådhuset."


def test_det_ingen_har_rort_sendes_tilbake_som_det_staar(
    rot: Path, skjemaer: Path, kjor: Kjor
) -> None:
    """What was changed in the data since is not taken back by a form that comes back."""
    bok(skjemaer).svar("2024-FOS-02", **GODT).lagre()
    kjor("tertial", "importer", skjemaer, "--ja", *DAG, "--prosjekt", rot)
    ny = ("--xlsx", skjemaer, "--overskriv", "--ja", "--prosjekt", rot)
    kjor("tertial", "start", PERIODE, *ny)
    bok(skjemaer).svar("2024-FOS-02", Framdrift="tull").lagre()
    form = rot / "data" / "rapporter" / PERIODE / "FOS.yaml"
    skrevet = form.read_text(encoding="utf-8").replace("Fem av seks", "Fire av seks")
    form.write_text(skrevet, encoding="utf-8")
    kjor("tertial", "importer", skjemaer, "--ja", *DAG, "--prosjekt", rot, ventet=1)
    tilbake = skjemaer / "rettes" / f"{PERIODE}-FOS-rettes.xlsx"
    Bok(tilbake).svar("2024-FOS-02", Framdrift="i rute").lagre()
    kjor("tertial", "importer", tilbake, "--ja", *DAG, "--prosjekt", rot)
    assert b"Fire av seks" in fil(rot)


def test_andre_filer_i_mappen_nevnes(rot: Path, skjemaer: Path, kjor: Kjor) -> None:
    (skjemaer / "svar.xls").write_bytes(b"x")
    assert (
        "Ikke lest, siden de ikke er .xlsx: svar.xls."
        in kjor("tertial", "importer", skjemaer, "--ja", *DAG, "--prosjekt", rot).ut
    )


def test_sortert_flyttet_og_omdopt(rot: Path, skjemaer: Path, kjor: Kjor) -> None:
    """Unprotected, rows in another order, columns swapped, sheet and file renamed, rows put in
    above: read all the same, by id and heading.
    """
    b = bok(skjemaer).svar("2024-FOS-02", **GODT).svar("2024-FOS-05", **GODT)
    rader = [[celle.value for celle in b.ark[nr]] for nr in range(b.hode, b.ark.max_row + 1)]
    hode, data = rader[0], sorted(rader[1:], key=lambda rad: str(rad[2]), reverse=True)
    ny = b.bok.create_sheet("Våre svar", 0)
    for rad in [["Notat fra oss"], [], [], *[list(reversed(rad)) for rad in [hode, *data]]]:
        ny.append(rad)
    b.bok.remove(b.ark)
    sti = b.lagre(rot / "endelig (2) kopi.xlsx")
    kjor("tertial", "importer", sti, "--ja", *DAG, "--prosjekt", rot)
    assert melding(rot, "2024-FOS-02").status == "i_gang"
    assert melding(rot, "2024-FOS-05").framdrift == "i_rute"


def test_to_kopier_som_svarer_ulikt(rot: Path, skjemaer: Path, kjor: Kjor) -> None:
    """Both rows are refused by name; what the two agree on, and what only one answers,
    is taken in.
    """
    b = bok(skjemaer).svar("2024-FOS-05", **GODT)
    (rot / "inn").mkdir()
    b.svar("2024-FOS-02", **GODT).lagre(rot / "inn" / "a.xlsx")
    b.svar(
        "2024-FOS-02",
        Framdrift="usikkert",
        Forventet_ferdig="2024-12",
        Tiltak="Møte",
        Hvem_gjør_tiltaket="BVT",
        Tiltaket_er_gjort_innen="01.10.2024",
    )
    b.lagre(rot / "inn" / "b.xlsx")
    ut = kjor("tertial", "importer", rot / "inn", "--ja", *DAG, "--prosjekt", rot, ventet=1).ut
    assert "to skjemaer svarer ulikt (a.xlsx: " in ut
    assert melding(rot, "2024-FOS-02").status is None
    assert melding(rot, "2024-FOS-05").status == "i_gang"


def test_endret_i_styring_etter_utsending(rot: Path, skjemaer: Path, kjor: Kjor) -> None:
    b = bok(skjemaer).svar("2024-FOS-02", **GODT)
    kjor(
        "oppdater",
        "2024-FOS-02",
        "--framdrift",
        "usikkert",
        "--status",
        "i_gang",
        "--kommentar",
        "Et annet svar.",
        "--forventet",
        "2024-12",
        "--ja",
        "--dato",
        "2024-09-01",
        "--prosjekt",
        rot,
    )
    ut = kjor("tertial", "importer", b.lagre(), "--ja", *DAG, "--prosjekt", rot, ventet=1).ut
    assert (
        "«Framdrift» (der står nå: usikkert) og «Kommentar» (der står nå: Et annet svar.) er endret"
        " i styring etter at skjemaet ble sendt ut" in ut
    )
    assert melding(rot, "2024-FOS-02").framdrift == "usikkert"


def test_sammenslaatte_celler(rot: Path, skjemaer: Path, kjor: Kjor) -> None:
    b = bok(skjemaer).svar("2024-FOS-02", **GODT)
    kolonne, rad = b.kolonner["Kommentar"], b.rad("2024-FOS-02")
    b.ark.merge_cells(start_row=rad, end_row=rad + 1, start_column=kolonne, end_column=kolonne)
    ut = kjor("tertial", "importer", b.lagre(), "--ja", *DAG, "--prosjekt", rot, ventet=1).ut
    assert (
        "FOS, rad 6, Følge opp planen for forebygging: cellene H6:H7 er slått sammen; del dem igjen"
        in ut
    )
    assert "FOS, rad 7, Bedre skoleresultatene i regning på mellomtrinnet: cellene H6:H7" in ut


def test_fremmed_rad_og_dobbel_rad(rot: Path, skjemaer: Path, kjor: Kjor) -> None:
    b = bok(skjemaer).svar("2024-FOS-02", **GODT)
    siste = b.ark.max_row
    for nr, id_, kommentar in (
        (siste + 1, "2024-HOM-01", "Fra feil skjema."),
        (siste + 2, "2024-FOS-02", "Et annet svar."),
        (siste + 3, None, "Uten id."),
    ):
        for navn, verdi in {
            "Id": id_,
            "Hva": "oppdrag",
            "Status": "i gang",
            "Framdrift": "i rute",
            "Kommentar": kommentar,
        }.items():
            b.ark.cell(nr, b.kolonner[navn]).value = verdi
    ut = kjor("tertial", "importer", b.lagre(), "--ja", *DAG, "--prosjekt", rot, ventet=1).ut
    assert (
        "«2024-HOM-01» hører ikke til skjemaet for Forebygging, oppvekst og skole i 2. tertial 2024"
        in ut
    )
    assert (
        "rad 6, Følge opp planen for forebygging: saken står også i rad 16, med et annet svar;"
        " behold den ene" in ut
    )
    assert "saken står også i rad 6, med et annet svar; behold den ene" in ut
    assert melding(rot, "2024-FOS-02").status is None
    assert "raden har svar, men ingen id" in ut


def test_maaned_som_excel_har_gjort_til_dag(rot: Path, skjemaer: Path, kjor: Kjor) -> None:
    """«2024-11» typed in a cell of the default format becomes a date shown as a month: it is taken
    as the month.
    """
    b = bok(skjemaer).svar("2024-FOS-02", **GODT, Forventet_ferdig=datetime(2024, 12, 1))
    b.ark.cell(b.rad("2024-FOS-02"), b.kolonner["Forventet ferdig"]).number_format = "mmm-yy"
    kjor("tertial", "importer", b.lagre(), "--ja", *DAG, "--prosjekt", rot)
    assert melding(rot, "2024-FOS-02").forventet_ferdig == "2024-12"


def test_en_celle_langt_nede(rot: Path, skjemaer: Path, kjor: Kjor) -> None:
    b = bok(skjemaer).svar("2024-FOS-02", **GODT)
    b.ark.cell(1_048_576, 1).value = " "
    assert "det står noe i rad 1\u00a0048\u00a0576, og det er plass til 3000" in avvist(
        kjor, rot, b.lagre()
    )


def test_samlet_vurdering_som_er_endret_begge_steder(rot: Path, skjemaer: Path, kjor: Kjor) -> None:
    """The overall word that was changed in the data since comes back with the reason, and what was
    typed.
    """
    sti = bok(skjemaer).samlet("Det meste går bra.").lagre()
    form = rot / "data" / "rapporter" / PERIODE / "FOS.yaml"
    form.write_text(
        form.read_text(encoding="utf-8").replace(
            "samlet_vurdering: |", "samlet_vurdering: Noe annet."
        ),
        encoding="utf-8",
    )
    assert (
        "den samlede vurderingen er endret i styring"
        in kjor("tertial", "importer", sti, "--ja", *DAG, "--prosjekt", rot, ventet=1).ut
    )
    tilbake = Bok(skjemaer / "rettes" / f"{PERIODE}-FOS-rettes.xlsx")
    assert tilbake.ark["E3"].value == "Det meste går bra."
    assert "er endret i styring" in tilbake.ark["A4"].value


def avvist(kjor: Kjor, rot: Path, sti: Path, *valg: str) -> str:
    foer = {fil: fil.read_bytes() for fil in (rot / "data").rglob("*.yaml")}
    ut = kjor("tertial", "importer", sti, "--ja", *valg, *DAG, "--prosjekt", rot, ventet=1).ut
    assert {fil: fil.read_bytes() for fil in (rot / "data").rglob("*.yaml")} == foer
    return ut


def test_filer_som_avvises_hele(rot: Path, skjemaer: Path, kjor: Kjor) -> None:
    """Wrong period, delivered, unknown unit, old version, no hidden sheet, no headings, no workbook
    at all: each by name, and nothing is written.
    """
    b = bok(skjemaer).svar("2024-FOS-02", **GODT)
    sti = b.lagre()
    assert "skjemaet er for 2. tertial 2024, ikke for 2024-T1" in avvist(
        kjor, rot, sti, "--periode", "2024-T1"
    )
    skjult = b.bok["styring"]
    skjult["B3"].value = "TEK"
    assert "det skjulte arket er endret" in avvist(kjor, rot, b.lagre(rot / "endret.xlsx"))
    skjult["B3"].value = "FOS"
    for celle, verdi, grunn in (
        ("B3", "XYZ", "enheten «XYZ» er ikke kjent her"),
        ("B2", "2024-K7", "perioden «2024-K7» er ikke kjent her"),
        ("B1", "0", "annen utgave av styring"),
        (
            "B2",
            "2023-T1",
            "leverte skjemaet for 1. tertial 2023 12.05.2023. Nye svar hører til neste periode",
        ),
    ):
        gammel = skjult[celle].value
        skjult[celle].value = verdi
        sendt = [
            str(ett.value or "")
            for rad in skjult.iter_rows(min_row=SENDT_RAD + 1)
            for ett in rad[1:2] + rad[0:1] + rad[2:]
        ]
        bredde = len(SVARFELTER) + 2
        rader = [
            sendt[nr * (len(sendt) // (skjult.max_row - SENDT_RAD)) :][:bredde]
            for nr in range(skjult.max_row - SENDT_RAD)
        ]
        skjult["B5"].value = avtrykk(
            [
                skjult["B2"].value,
                skjult["B3"].value,
                skjult["B4"].value or "",
                *(d for r in rader for d in (f"{r[0]}:{r[1]}", *r[2:])),
            ]
        )
        assert grunn in avvist(kjor, rot, b.lagre(rot / "endret.xlsx")), celle
        skjult[celle].value = gammel
    b.ark.cell(b.hode, b.kolonner["Kommentar"]).value = "Merknad"
    assert "kolonnen «Kommentar» er borte" in avvist(kjor, rot, b.lagre(rot / "kolonne.xlsx"))
    b.ark.cell(b.hode, b.kolonner["Status"]).value = "Tilstand"
    assert "fant ikke overskriftene «Id» og «Status»" in avvist(
        kjor, rot, b.lagre(rot / "hode.xlsx")
    )
    b.bok.remove(skjult)
    assert "det skjulte arket fra styring mangler" in avvist(kjor, rot, b.lagre(rot / "uten.xlsx"))
    (rot / "data" / "rapporter" / PERIODE / "FOS.yaml").unlink()
    assert "har ikke noe skjema for 2. tertial 2024" in avvist(kjor, rot, sti)


def test_filer_som_ikke_er_skjemaer(rot: Path, skjemaer: Path, kjor: Kjor, tmp_path: Path) -> None:
    tekst, ole, skadet = tmp_path / "tekst.xlsx", tmp_path / "gammel.xlsx", tmp_path / "skadet.xlsx"
    tekst.write_text("Id;Status\n", encoding="utf-8")
    ole.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    raa = (skjemaer / f"{PERIODE}-FOS.xlsx").read_bytes()
    skadet.write_bytes(raa[: len(raa) // 2])
    assert "tekst.xlsx: filen er ikke en Excel-fil, eller er skadet" in avvist(kjor, rot, tekst)
    assert "gammel.xlsx: filen har passord, eller er lagret i det gamle formatet .xls" in avvist(
        kjor, rot, ole
    )
    assert "skadet.xlsx: filen er ikke en Excel-fil, eller er skadet" in avvist(kjor, rot, skadet)
    with zipfile.ZipFile(tmp_path / "annet.xlsx", "w") as pakke:
        pakke.writestr("hei.txt", "hei")
    assert "annet.xlsx: filen er ikke en Excel-fil. Lagre den som .xlsx" in avvist(
        kjor, rot, tmp_path / "annet.xlsx"
    )
    with zipfile.ZipFile(tmp_path / "bombe.xlsx", "w", zipfile.ZIP_DEFLATED) as pakke:
        pakke.writestr("xl/workbook.xml", b" " * 70_000_000)
    assert "bombe.xlsx: filen er for stor. Åpne skjemaet dere fikk" in avvist(
        kjor, rot, tmp_path / "bombe.xlsx"
    )
    with zipfile.ZipFile(tmp_path / "enheter.xlsx", "w") as pakke:
        pakke.writestr("xl/workbook.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    assert "enheter.xlsx: filen har innhold som ikke hører til. Åpne skjemaet dere fikk" in avvist(
        kjor, rot, tmp_path / "enheter.xlsx"
    )
    with zipfile.ZipFile(tmp_path / "rar.xlsx", "w") as pakke:
        pakke.writestr("[Content_Types].xml", "<rart/>")
    assert "rar.xlsx: filen kan ikke åpnes; den er trolig skadet" in avvist(
        kjor, rot, tmp_path / "rar.xlsx"
    )
    assert (
        "finner ikke filen «finnes-ikke.xlsx»"
        in kjor("tertial", "importer", "finnes-ikke.xlsx", "--ja", "--prosjekt", rot, ventet=2).feil
    )
    (tmp_path / "tom").mkdir()
    assert (
        "fant ingen .xlsx-filer"
        in kjor("tertial", "importer", tmp_path / "tom", "--ja", "--prosjekt", rot, ventet=2).feil
    )


def test_hundre_tusen_rader(rot: Path, skjemaer: Path, kjor: Kjor, tmp_path: Path) -> None:
    stor = openpyxl.Workbook(write_only=True)
    ark = stor.create_sheet("Skjema")
    for nr in range(100_000):
        ark.append([nr])
    stor.save(tmp_path / "stor.xlsx")
    assert (
        "stor.xlsx: det står noe i rad 3001, og det er plass til 3000. Åpne skjemaet dere fikk"
        in avvist(kjor, rot, tmp_path / "stor.xlsx")
    )


def test_lim_inn_fra_word(rot: Path, skjemaer: Path, kjor: Kjor) -> None:
    """Hard spaces, soft hyphens, zero width, tabs and Windows line ends from Word and web pages:
    kept as words, never as what nobody can see.
    """
    tekst = (
        "Fem\u00a0av seks til\u00adtak er\u200b i gang.\r\n\tNeste: =SUM(A1) [rød] <b> # ikke"
        " kommentar: {{ x }} \u202eabc"
    )
    kjor(
        "tertial",
        "importer",
        bok(skjemaer).svar("2024-FOS-02", **{**GODT, "Kommentar": tekst}).lagre(),
        "--ja",
        *DAG,
        "--prosjekt",
        rot,
    )
    assert (
        melding(rot, "2024-FOS-02").kommentar
        == "Fem\u00a0av seks tiltak er i gang.\n Neste: =SUM(A1) [rød] <b> # ikke kommentar: {{ x"
        " }} abc"
    )
    kjor("valider", "--prosjekt", rot)


def test_uten_svar_er_ja_noedvendig(rot: Path, skjemaer: Path, kjor: Kjor) -> None:
    foer = fil(rot)
    sti = bok(skjemaer).svar("2024-FOS-02", **GODT).lagre()
    assert (
        "Legg til --ja for å skrive, eller --utkast"
        in kjor("tertial", "importer", sti, *DAG, "--prosjekt", rot, ventet=2).feil
    )
    assert (
        "Utkast: ingenting er skrevet."
        in kjor("tertial", "importer", sti, "--utkast", *DAG, "--prosjekt", rot).ut
    )
    assert fil(rot) == foer


@har_libreoffice
def test_gjennom_libreoffice(rot: Path, skjemaer: Path, kjor: Kjor, tmp_path: Path) -> None:
    """Every answer survives a real spreadsheet program: text, date cells, drop-downs, the overall
    word, and the hidden sheet.
    """
    b = bok(skjemaer)
    b.svar("2024-FOS-02", **GODT, Forventet_ferdig=datetime(2024, 12, 1))
    b.svar(
        "2024-FOS-04",
        Status="i gang",
        Framdrift="ikke i rute",
        Kommentar="Råbygget er tett.\nInnvendig arbeid tar tid.",
        Forventet_ferdig="desember 2024",
    )
    b.svar(
        "2024-FOS-04",
        Tiltak="Leie lokaler",
        Hvem_gjør_tiltaket="SKO",
        Tiltaket_er_gjort_innen=datetime(2024, 10, 15),
    )
    b.samlet("Det meste går bra, men ikke barnehagen.")
    lagret = lagre_med_libreoffice(b.lagre(), tmp_path / "libre")
    kjor("tertial", "importer", lagret, "--ja", *DAG, "--prosjekt", rot)
    assert melding(rot, "2024-FOS-02").forventet_ferdig == "2024-12-01"
    lest = melding(rot, "2024-FOS-04")
    assert lest.kommentar == "Råbygget er tett.\nInnvendig arbeid tar tid."
    assert (lest.tiltak[0].tekst, lest.tiltak[0].frist, lest.forventet_ferdig) == (
        "Leie lokaler",
        date(2024, 10, 15),
        "2024-12",
    )
    foer = fil(rot)
    kjor(
        "tertial",
        "importer",
        lagre_med_libreoffice(skjemaer / f"{PERIODE}-HOM.xlsx", tmp_path / "libre2"),
        "--ja",
        *DAG,
        "--prosjekt",
        rot,
    )
    assert fil(rot) == foer


def test_den_som_retter_sitt_eget_svar_blir_ikke_spurt(
    rot: Path, skjemaer: Path, kjor: Kjor
) -> None:
    """The same file once more with other answers, also dates typed in another way: what stands in
    the data is what the same unit wrote in it before.
    """
    b = bok(skjemaer).svar("2024-FOS-02", **GODT, Forventet_ferdig="1.11.24").samlet("Det går.")
    b.lagre()
    kjor("tertial", "importer", skjemaer, "--ja", *DAG, "--prosjekt", rot)
    sti = skjemaer / "ferdig" / f"{PERIODE}-FOS.xlsx"
    nytt = {"Kommentar": "Alle seks tiltak er i gang.", "Forventet_ferdig": "november 2024"}
    Bok(sti).svar("2024-FOS-02", **nytt).samlet("Det går bedre.").lagre(skjemaer / sti.name)
    kjor("tertial", "importer", skjemaer, "--ja", *DAG, "--prosjekt", rot)
    assert melding(rot, "2024-FOS-02").kommentar == "Alle seks tiltak er i gang."
    assert melding(rot, "2024-FOS-02").forventet_ferdig == "2024-11"
    assert b"Det g\xc3\xa5r bedre." in fil(rot)


def test_den_som_retter_etter_at_en_annen_har_skrevet_blir_spurt(
    rot: Path, skjemaer: Path, kjor: Kjor
) -> None:
    """What somebody else has written in the data since, is not the unit's own word."""
    bok(skjemaer).svar("2024-FOS-02", **GODT).lagre()
    kjor("tertial", "importer", skjemaer, "--ja", *DAG, "--prosjekt", rot)
    form = rot / "data" / "rapporter" / PERIODE / "FOS.yaml"
    skrevet = form.read_text(encoding="utf-8").replace("Fem av seks", "Fire av seks")
    form.write_text(skrevet, encoding="utf-8")
    sti = skjemaer / "ferdig" / f"{PERIODE}-FOS.xlsx"
    Bok(sti).svar("2024-FOS-02", Kommentar="Alle seks.").lagre(skjemaer / sti.name)
    svar = kjor("tertial", "importer", skjemaer, "--ja", *DAG, "--prosjekt", rot, ventet=1)
    assert "der står nå: Fire av seks" in " ".join(svar.ut.split())
    assert b"Fire av seks" in fil(rot)


def test_en_glemt_samlet_vurdering_nevnes_og_kan_skrives_i_skjemaet_som_kom_tilbake(
    rot: Path, skjemaer: Path, kjor: Kjor
) -> None:
    """Nobody finds out at delivery: the import says it, and the form with what must be put right
    has room for it.
    """
    bok(skjemaer).svar("2024-FOS-02", **GODT | {"Framdrift": "ikke i rute"}).lagre()
    lest = kjor("tertial", "importer", skjemaer, "--ja", *DAG, "--prosjekt", rot, ventet=1).ut
    assert "Samlet vurdering mangler fra" in lest
    sti = skjemaer / "rettes" / f"{PERIODE}-FOS-rettes.xlsx"
    Bok(sti).svar("2024-FOS-02", **GODT).samlet("Det går.").lagre()
    lest = kjor("tertial", "importer", sti, "--ja", *DAG, "--prosjekt", rot).ut
    assert "Samlet vurdering mangler fra" not in lest
    assert "samlet_vurdering: |\n  Det går." in fil(rot).decode()


def test_det_som_aldri_er_meldt_kan_ikke_bekreftes(skjemaer: Path) -> None:
    """The help in a cell speaks of «ingen endring» only where the list of the cell has it."""
    b = bok(skjemaer)
    kolonne = b.kolonner["Status"]
    hjelpen = {
        celle: regel.prompt
        for regel in b.ark.data_validations.dataValidation
        for omraade in regel.cells.ranges
        for celle in omraade.cells
        if celle[1] == kolonne and regel.type == "list"
    }
    sist = b.kolonner["Sist meldt"]
    sett = {
        (b.ark.cell(rad, sist).value == "Ikke meldt før", "ingen endring" in hjelpen[rad, kolonne])
        for rad in range(b.hode + 1, b.ark.max_row + 1)
    }
    assert sett == {(True, False), (False, True)}


@pytest.mark.parametrize("skrevet", ["ingen endring", "Uendret", "Ingen endring siden sist"])
def test_ingen_endring_med_andre_ord_foreslaas(
    rot: Path, skjemaer: Path, kjor: Kjor, skrevet: str
) -> None:
    b = bok(skjemaer).svar("2024-FOS-02", Status=skrevet)
    ut = kjor("tertial", "importer", b.lagre(), "--ja", *DAG, "--prosjekt", rot, ventet=1).ut
    assert "mente du *ingen endring siden sist, bekreftet*?" in " ".join(ut.split())


def test_store_og_smaa_bokstaver_er_ingen_endring(rot: Path, skjemaer: Path, kjor: Kjor) -> None:
    bok(skjemaer).svar("2024-FOS-02", **GODT).lagre()
    kjor("tertial", "importer", skjemaer, "--ja", *DAG, "--prosjekt", rot)
    sti = skjemaer / "ferdig" / f"{PERIODE}-FOS.xlsx"
    nytt = {"Status": "I GANG", "Framdrift": "I rute", "Kommentar": "Alle seks."}
    Bok(sti).svar("2024-FOS-02", **nytt).lagre(skjemaer / sti.name)
    ut = kjor("tertial", "importer", skjemaer, "--ja", *DAG, "--prosjekt", rot).ut
    assert "Kommentar: " in ut
    assert "Status: " not in ut
    assert "Framdrift: " not in ut
