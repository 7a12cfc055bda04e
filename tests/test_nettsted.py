"""The open pages: whole, safe, and the same every time."""

import csv
import json
import os
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import vobject
import yaml

from styring.__main__ import kjor as kjor_program
from styring.cli.felles import mappeskriving
from styring.feil import StyringFeil
from styring.lesing.innlesing import les_inn
from styring.lesing.postlesing import les_post
from styring.modell.form import Leser
from styring.prosjekt.tre import Arbeidstre
from styring.register.leser import for_leser
from styring.register.typer import alle, type_for
from styring.sporring.poster.id_er import id_ene
from styring.visning.nettsted.adresser import adressebok, adressen, fra
from tests import kanari
from tests.conftest import ROT, Kjor, bare_posix
from tests.nettstedhjelp import TILLATT, Lest, maalet, sidene_i
from tests.skjemahjelp import EKSEMPEL

DAG = ("--dato", "2024-10-10")
FORT = ("--rapporter", "html")
LESERE = ("offentlig", "intern")
ATOM = "{http://www.w3.org/2005/Atom}"


def lag(ut: Path, *valg: str, prosjekt: Path = EKSEMPEL, dag: tuple[str, ...] = DAG) -> Path:
    assert kjor_program(["nettsted", str(ut), *dag, *FORT, *valg, "--prosjekt", str(prosjekt)]) == 0
    return ut


@pytest.fixture(scope="module")
def sider(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The pages of the example municipality, for each reader."""
    mappe = tmp_path_factory.mktemp("nettsted")
    return {leser: lag(mappe / leser, "--for", leser) for leser in LESERE}


@pytest.fixture(scope="module")
def lest(sider: dict[str, Path]) -> dict[str, dict[str, Lest]]:
    return {leser: sidene_i(mappe) for leser, mappe in sider.items()}


@pytest.mark.parametrize("leser", LESERE)
def test_hver_lenke_og_hvert_anker_foerer_fram(
    sider: dict[str, Path], lest: dict[str, dict[str, Lest]], leser: str
) -> None:
    mappe = sider[leser]
    lenker = 0
    for navn, side in lest[leser].items():
        assert not side.feil, (navn, side.feil)
        assert len(side.ider) == len(set(side.ider)), navn
        for adresse in side.adresser:
            fil, anker = maalet(mappe, navn, adresse)
            assert fil.is_file(), (navn, adresse)
            assert not anker or anker in Lest(fil.read_text(encoding="utf-8")).ider, (navn, adresse)
            lenker += 1
    assert lenker > 3000


@pytest.mark.parametrize("leser", LESERE)
def test_hver_side_kan_naas_fra_forsiden(
    sider: dict[str, Path], lest: dict[str, dict[str, Lest]], leser: str
) -> None:
    mappe, ko, naadd = sider[leser], ["index.html"], {"index.html"}
    while ko:
        navn = ko.pop()
        for adresse in lest[leser][navn].adresser:
            fil = maalet(mappe, navn, adresse)[0].relative_to(mappe.resolve()).as_posix()
            if fil in lest[leser] and fil not in naadd:
                naadd.add(fil)
                ko.append(fil)
    assert naadd == set(lest[leser])


@pytest.mark.parametrize("leser", LESERE)
def test_hver_post_har_en_side_og_et_treff_i_soket(sider: dict[str, Path], leser: str) -> None:
    """In the room of its kind; the wheel is its years."""
    register = for_leser(
        les_inn(Arbeidstre(EKSEMPEL)).register, Leser(leser), dag=date(2024, 10, 10)
    )
    skrevet = (sider[leser] / "sok.js").read_text(encoding="utf-8")
    rader = json.loads(skrevet.removeprefix("window.styringSok=").removesuffix(";\n"))
    funnet = {(rad[1].partition("/")[0], rad[2].partition(" · ")[2]) for rad in rader}
    senere = {"2024-AR", "2024-10"}
    for type_ in alle():
        for id_ in id_ene(register, type_):
            rom = {"arshjul": "aktivitet"}.get(type_.navn, type_.navn)
            if type_.navn == "kommune" and id_ != "kommune":
                rom = "enhet" if id_ in register.enheter else "organ"
            levert = getattr(
                getattr(register.poster[type_.navn].get(id_), "verdi", None), "levert", None
            )
            if levert and levert > date(2024, 10, 10):
                senere.add(id_)
            assert (rom, id_) in funnet or id_.partition("/")[0] in senere or id_ in senere, id_
    assert all((sider[leser] / rad[1]).is_file() for rad in rader)


def test_de_samme_dataene_gir_de_samme_bytene(sider: dict[str, Path], tmp_path: Path) -> None:
    igjen = lag(tmp_path / "igjen")
    filer = {f.relative_to(igjen): f.read_bytes() for f in igjen.rglob("*") if f.is_file()}
    foer = sider["offentlig"]
    assert filer == {f.relative_to(foer): f.read_bytes() for f in foer.rglob("*") if f.is_file()}


@pytest.mark.parametrize("leser", LESERE)
def test_hver_side_sier_hvilke_data_den_er_av(
    lest: dict[str, dict[str, Lest]], leser: str, kjor: Kjor
) -> None:
    hele = kjor("status", *DAG, "--for", leser, "--format", "json", "--prosjekt", EKSEMPEL).ut
    utelatt = json.loads(hele)["utelatt"]
    for navn, side in lest[leser].items():
        assert "Data per 10. oktober 2024, tre " in side.tekst, navn
        assert (f"{utelatt} saker er unntatt" in side.tekst) == bool(utelatt), navn
        assert ("Bare for ansatte i kommunen." in side.tekst) == (leser == "intern"), navn
        csp = [a["content"] for _, a in side.elementer if a.get("http-equiv")]
        assert [ett[:18] for ett in csp] == ["default-src 'none'"], navn


@pytest.mark.parametrize("leser", LESERE)
def test_ingenting_sies_med_hvor_lenge_siden_det_er(
    lest: dict[str, dict[str, Lest]], leser: str
) -> None:
    for navn, side in lest[leser].items():
        assert not re.search(r"for \d+ \w+ siden|om \d+ (?:dag|uke|måned)", side.tekst), navn


def test_en_status_staar_med_dag_og_periode(lest: dict[str, dict[str, Lest]]) -> None:
    sider = lest["offentlig"]
    assert "meldt 12. september 2024, 2. tertial 2024" in sider["oppdrag/2024-FOS-04.html"].tekst
    assert (
        "2. tertial 2024 behandles 16. oktober 2024."
        " Neste rapport: årsslutt 2024, 12. februar 2025." in sider["index.html"].tekst
    )


@pytest.mark.parametrize("organ", ["KS", "FSK", "UOK"])
def test_sidene_teller_som_filene(lest: dict[str, dict[str, Lest]], organ: str) -> None:
    """Counted from the files by code of the test alone."""
    apne, slutt = 0, 0
    for fil in (EKSEMPEL / "data" / "vedtak").rglob("*.yaml"):
        hele = yaml.safe_load(fil.read_text(encoding="utf-8"))
        if (
            hele["organ"] != organ
            or hele.get("offentlighet", "offentlig") != "offentlig"
            or hele["dato"] > date(2024, 10, 10)
        ):
            continue
        egne = [ett for ett in hele.get("punkter") or () if "ansvarlig" in ett]
        andre = len(egne) < len(hele.get("punkter") or [1])
        selve = [hele] if andre and hele["type"] != "budsjettsak" else []
        for ett in (*egne, *selve):
            ende = ett.get("avsluttet") or hele.get("avsluttet")
            er_over = ende is not None and ende["dato"] <= date(2024, 10, 10)
            apne, slutt = apne + (not er_over), slutt + er_over
    tekst = lest["offentlig"][f"organ/{organ}.html"].tekst
    assert f"{apne} åpne, {slutt} avsluttet av organet." in tekst
    oppdrag = [
        fil
        for fil in (EKSEMPEL / "data" / "oppdrag").rglob("*.yaml")
        if "offentlighet" not in yaml.safe_load(fil.read_text(encoding="utf-8"))
    ]
    sidene = [navn for navn in lest["offentlig"] if navn.startswith("oppdrag/2")]
    assert len(sidene) == len(oppdrag)


def test_vedtaket_er_to_klikk_unna(lest: dict[str, dict[str, Lest]]) -> None:
    forsiden, listen = lest["offentlig"]["index.html"], lest["offentlig"]["vedtak/index.html"]
    assert "vedtak/index.html" in forsiden.adresser
    assert any(adresse.endswith("2022-KS-054.html") for adresse in listen.adresser)
    assert "KS 54/22" in listen.tekst


def test_data_ved_siden_av_er_de_samme_som_eksporten(
    sider: dict[str, Path], kjor: Kjor, tmp_path: Path
) -> None:
    kjor("eksport", tmp_path / "data", *DAG, "--prosjekt", EKSEMPEL)
    mappe = sider["offentlig"]
    filer = sorted(fil.name for fil in (tmp_path / "data").iterdir())
    assert filer == sorted(fil.name for fil in (mappe / "data").iterdir())
    for navn in filer:
        assert (mappe / "data" / navn).read_bytes() == (tmp_path / "data" / navn).read_bytes()
    hele = json.loads((mappe / "data.json").read_text(encoding="utf-8"))
    for navn, rader in hele["tabeller"].items():
        with (mappe / "data" / f"{navn}.csv").open(encoding="utf-8", newline="") as fil:
            assert len(list(csv.DictReader(fil))) == len(rader), navn


def test_stroemmene_kan_leses_og_det_nyeste_staar_foerst(sider: dict[str, Path]) -> None:
    mappe = sider["offentlig"]
    feeder = sorted(mappe.rglob("*.atom"))
    assert {fil.parent.name for fil in feeder} == {"enhet", "organ", "vedtak"}
    for fil in feeder:
        feed = ET.fromstring(fil.read_text(encoding="utf-8"))
        dager = [post.findtext(f"{ATOM}updated") or "" for post in feed.iter(f"{ATOM}entry")]
        assert dager == sorted(dager, reverse=True)
        ider = [ett.text for ett in feed.iter(f"{ATOM}id")]
        assert len(ider) == len(set(ider)), fil
        for lenke in feed.iter(f"{ATOM}link"):
            assert maalet(mappe, fil.relative_to(mappe).as_posix(), lenke.get("href") or "")[
                0
            ].is_file()
    ks = ET.fromstring((mappe / "organ" / "KS.atom").read_text(encoding="utf-8"))
    titler = [post.findtext(f"{ATOM}title") or "" for post in ks.iter(f"{ATOM}entry")]
    assert any(tittel.startswith("Avsluttet: ") for tittel in titler)


def test_stroemmene_faar_hele_adresser_av_den_sidene_har(tmp_path: Path) -> None:
    mappe = lag(tmp_path / "ut", "--base-url", "https://granvag.example/styring")
    feed = ET.fromstring((mappe / "organ" / "KS.atom").read_text(encoding="utf-8"))
    lenker = [lenke.get("href") or "" for lenke in feed.iter(f"{ATOM}link")]
    assert lenker
    assert all(ett.startswith("https://granvag.example/styring/") for ett in lenker)
    assert "https://granvag.example/styring/organ/KS.atom" in lenker


def test_kalenderne_leses_av_et_annet_bibliotek(sider: dict[str, Path]) -> None:
    navn = {fil.stem for fil in (sider["offentlig"] / "kalender").iterdir()}
    assert {"alle", "enhet-FOS", "organ-KS", "kategori-okonomi"} <= navn
    for fil in (sider["offentlig"] / "kalender").iterdir():
        vobject.readOne(fil.read_text(encoding="utf-8"))


def test_lenken_til_filen_naar_kommunen_har_sagt_hvor_den_kan_endres(
    rikt: Path, tmp_path: Path
) -> None:
    kommune = rikt / "data" / "kommune.yaml"
    adresse = "https://kode.example/granvag/edit/main"
    kommune.write_text(
        f"{kommune.read_text(encoding='utf-8')}rediger: {adresse}\n", encoding="utf-8"
    )
    mappe = lag(tmp_path / "ut", prosjekt=rikt)
    side = next(iter(sorted((mappe / "oppdrag").glob("2*.html"))))
    assert f'href="{adresse}/data/oppdrag/' in side.read_text(encoding="utf-8")


# What is secret.


@pytest.fixture(scope="module")
def kanarisider(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    mappe = tmp_path_factory.mktemp("kanari")
    rot = kanari.lag(mappe / "prosjekt")
    dag = ("--dato", "2024-11-20")
    return {leser: lag(mappe / leser, "--for", leser, prosjekt=rot, dag=dag) for leser in LESERE}


def test_ingen_kanarifugl_i_noen_fil_eller_noe_navn(kanarisider: dict[str, Path]) -> None:
    mappe = kanarisider["offentlig"]
    filer = [fil for fil in mappe.rglob("*") if fil.is_file()]
    assert len(filer) > 200
    for fil in filer:
        innhold = fil.read_text(encoding="utf-8")
        assert kanari.ORD not in innhold, fil
        assert kanari.ORD not in str(fil.relative_to(mappe))
        for id_ in kanari.SKJULTE:
            assert id_ not in innhold, (fil, id_)
            assert id_ not in fil.name
        assert "FSK 31/24" not in innhold, fil
        assert "HOM-04 og" not in innhold, fil


def test_kanarifuglen_synes_innenfor_saa_testen_kan_finne_noe(kanarisider: dict[str, Path]) -> None:
    alt = "".join(fil.read_text(encoding="utf-8") for fil in kanarisider["intern"].rglob("*.html"))
    assert kanari.ORD in alt
    assert "vi trenger hjelp" not in alt, "ord til ledelsen er ikke for alle ansatte"
    for fil in kanarisider["intern"].rglob("*"):
        if fil.is_file():
            assert kanari.UNNTATT not in fil.read_text(encoding="utf-8"), fil
            assert not re.search("flom|plan-stromutfall", fil.name), fil


def test_ingenting_er_offentlig_foer_rapporten_er_sendt_ut(tmp_path: Path) -> None:
    foer = lag(tmp_path / "foer", dag=("--dato", "2024-10-01"))
    etter = lag(tmp_path / "etter", dag=("--dato", "2024-10-02"))
    ord_ = "Familiens hus åpnet 2. september"
    alt = {
        mappe: [fil for fil in mappe.rglob("*") if fil.is_file() and ord_ in fil.read_text("utf-8")]
        for mappe in (foer, etter)
    }
    assert not alt[foer]
    assert {fil.name for fil in alt[etter]} >= {"2024-FOS-02.html", "melding.csv", "data.json"}
    assert not (foer / "rapporter" / "2024-T2.html").exists()
    assert (etter / "rapporter" / "2024-T2.html").exists()


def test_et_oppdrag_har_ingen_side_foer_brevet_er_kommet(tmp_path: Path) -> None:
    mappe = lag(tmp_path / "ut", dag=("--dato", "2024-01-05"))
    assert not list((mappe / "oppdrag").glob("2024-*"))
    assert not (mappe / "styringsbrev" / "2024.html").exists()
    for fil in mappe.rglob("*"):
        if fil.is_file():
            assert "Planlegge nytt helsehus" not in fil.read_text("utf-8"), fil


def test_det_som_ikke_kan_leses_stopper_sidene(rikt: Path, tmp_path: Path, kjor: Kjor) -> None:
    (rikt / "data" / "oppdrag" / "2023" / "OUS-99.yaml").write_text("tittel: [", encoding="utf-8")
    kjor("nettsted", tmp_path / "ut", *DAG, "--prosjekt", rikt, ventet=1)
    assert not (tmp_path / "ut").exists()


ONDT = '</script><img src=x onerror=alert(1)>"&lt;b&gt; {{7*7}} ]]> =1+1 javascript:alert(1)'


def test_ond_tekst_i_hvert_felt_blir_aldri_annet_enn_tekst(tmp_path: Path) -> None:
    """In every field of every record type that takes a text at all, once."""
    rot = tmp_path / "p"
    shutil.copytree(EKSEMPEL, rot)
    felter = _ond_i_hvert_felt(rot)
    assert {navn for navn, _ in felter} >= {
        *("kommune", "styringsbrev", "maal", "oppdrag", "vedtak", "rapport", "samlerapport"),
        *("arshjul", "maalinger", "budsjett", "innsparing", "maanedsord", "okonomikapittel"),
    }
    assert len(felter) > 90
    mappe = lag(tmp_path / "ut", "--for", "intern", prosjekt=rot)
    _er_bare_tekst(mappe)


def _ond_i_hvert_felt(rot: Path) -> set[tuple[str, str]]:
    """Put it last in the first value of each field, where the file can still be read after it."""
    gjort: set[tuple[str, str]] = set()
    for fil in sorted((rot / "data").rglob("*.yaml")):
        navn = fil.relative_to(rot).as_posix()
        type_ = type_for(navn)
        if type_ is None or type_.navn in ("grunnlag", "styringsdialog"):
            continue
        data = kanari.les(fil)
        for holder, noekkel, sti in list(_tekstene(data)):
            foer = holder[noekkel]
            if (type_.navn, sti) in gjort:
                continue
            holder[noekkel] = f"{foer.strip()} {ONDT}"
            kanari.skriv(fil, data)
            if les_post(navn, type_, fil.read_bytes()).hel:
                gjort.add((type_.navn, sti))
            else:
                holder[noekkel] = foer
        kanari.skriv(fil, data)
    return gjort


def _tekstene(verdi: Any, sti: str = "") -> Iterator[tuple[Any, Any, str]]:
    """Each text in what holds it, with the field it is of: keys that are codes count as one."""
    if isinstance(verdi, dict | list):
        par = verdi.items() if isinstance(verdi, dict) else enumerate(verdi)
        for noekkel, del_ in par:
            felt = noekkel if re.fullmatch("[a-z_]+", str(noekkel)) else "*"
            if isinstance(del_, str):
                yield verdi, noekkel, f"{sti}/{felt}"
            else:
                yield from _tekstene(del_, f"{sti}/{felt}")


def _er_bare_tekst(mappe: Path) -> None:
    """No element is born of data, and nothing of it runs, in any file."""
    sett = 0
    for side in sidene_i(mappe).values():
        assert not side.feil
        for element, attributter in side.elementer:
            assert element.lower() in TILLATT, element
            assert not any(ett.startswith("on") for ett in attributter)
            assert "javascript" not in attributter.get("href", "")
            if element == "script":
                assert attributter["src"].endswith("nettsted.js")
        sett += "onerror=alert(1)" in side.tekst
    assert sett > 10
    for fil in mappe.rglob("*.svg"):
        assert {
            ett.tag.rpartition("}")[2] for ett in ET.fromstring(fil.read_text("utf-8")).iter()
        } <= TILLATT
    for fil in mappe.rglob("*.atom"):
        ET.fromstring(fil.read_text(encoding="utf-8"))
    for fil in mappe.rglob("*.ics"):
        vobject.readOne(fil.read_text(encoding="utf-8"))
    assert "<" not in (mappe / "sok.js").read_text(encoding="utf-8")


# The folder.


def test_andres_filer_blir_aldri_borte(sider: dict[str, Path], tmp_path: Path, kjor: Kjor) -> None:
    mappe = tmp_path / "ut"
    shutil.copytree(sider["offentlig"], mappe)
    (mappe / "CNAME").write_text("granvag.example", encoding="utf-8")
    svar = kjor("nettsted", mappe, *DAG, *FORT, "--prosjekt", EKSEMPEL, ventet=2)
    assert "CNAME» er ikke laget av «styring nettsted»" in svar.feil
    assert (mappe / "CNAME").is_file()
    kjor("nettsted", EKSEMPEL / "data", *DAG, "--prosjekt", EKSEMPEL, ventet=2)
    kjor("nettsted", EKSEMPEL, *DAG, "--prosjekt", EKSEMPEL, ventet=2)


def test_like_filer_deles_og_det_som_er_borte_blir_borte(tmp_path: Path) -> None:
    mappe = tmp_path / "ut"
    foer = mappeskriving.skift_ut(mappe, "offentlig", [("a/b.html", b"1"), ("c.html", b"2")])
    assert foer == (2, 0)
    samme = (mappe / "c.html").stat().st_ino
    etter = mappeskriving.skift_ut(mappe, "offentlig", [("c.html", b"2"), ("d.html", b"3")])
    assert etter == (2, 1)
    assert (mappe / "c.html").stat().st_ino == samme or os.name == "nt"
    assert sorted(fil.name for fil in mappe.iterdir()) == [".styring-nettsted", "c.html", "d.html"]
    assert [fil.name for fil in tmp_path.iterdir()] == ["ut"]


def test_gaar_noe_galt_er_den_gamle_som_foer(tmp_path: Path) -> None:
    mappe = tmp_path / "ut"
    mappeskriving.skift_ut(mappe, "offentlig", [("a.html", b"1")])

    def filer() -> Iterator[tuple[str, bytes]]:
        yield "a.html", b"2"
        raise OSError(28, "No space left on device")

    with pytest.raises(StyringFeil, match="kan ikke skrive"):
        mappeskriving.skift_ut(mappe, "offentlig", filer())
    assert (mappe / "a.html").read_bytes() == b"1"
    assert [fil.name for fil in tmp_path.iterdir()] == ["ut"]


def test_to_filer_med_samme_navn_er_vaar_feil(tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        mappeskriving.skift_ut(tmp_path / "ut", "offentlig", [("a.html", b"1"), ("A.html", b"2")])


@pytest.mark.parametrize(
    ("valg", "ord_"),
    [
        (("--for", "ledelse"), "offentlig eller intern"),
        (("--base-url", "granvag.no"), "kan ikke brukes med --base-url"),
        (("--base-url", "javascript:alert(1)"), "kan ikke brukes med --base-url"),
        (("--rapporter", "html,doc"), "--rapporter"),
    ],
)
def test_galt_valg(kjor: Kjor, tmp_path: Path, valg: tuple[str, ...], ord_: str) -> None:
    svar = kjor("nettsted", tmp_path / "ut", *valg, "--prosjekt", EKSEMPEL, ventet=2)
    assert ord_ in svar.feil
    assert not (tmp_path / "ut").exists()


# The addresses.


@pytest.mark.parametrize(
    ("rom", "id_", "ventet"),
    [
        ("oppdrag", "2023-OUS-01", "oppdrag/2023-OUS-01.html"),
        ("rapport", "2024-T1/OUS", "rapport/2024-T1-OUS.html"),
        ("enhet", "CON", "enhet/CON~.html"),
        ("maal", "Æ 1:a", "maal/~c6~201~3aa.html"),
        ("maal", "index", "maal/index~.html"),
        ("maal", "a.", "maal/a.~.html"),
        ("maal", "..", "maal/..~.html"),
    ],
)
def test_en_adresse_taales_av_hver_disk(rom: str, id_: str, ventet: str) -> None:
    assert adressen(rom, id_) == ventet


def test_to_id_er_som_bare_er_ulike_i_stoerrelse_faar_hver_sin_adresse() -> None:
    bok = adressebok([("maal", "a"), ("maal", "A"), ("enhet", "A")], {})
    adresser = [bok.gi(navn) for navn in ("maal/a", "maal/A", "enhet/A")]
    assert adresser == ["maal/a.html", "maal/A~2.html", "enhet/A.html"]
    assert bok.gi("A") == "maal/A~2.html"
    assert bok.gi("A/3") == bok.gi("A")
    assert bok.gi("finnes ikke") is None


def test_en_adresse_sett_fra_en_side() -> None:
    assert fra("index.html", "maal/a.html") == "maal/a.html"
    assert fra("maal/a.html", "index.html") == "../index.html"


def test_lorenskogs_brev_blir_sider_uten_at_noe_er_funnet_paa(tmp_path: Path) -> None:
    mappe = lag(tmp_path / "ut", prosjekt=ROT, dag=("--dato", "2023-09-04"))
    forsiden = Lest((mappe / "index.html").read_text(encoding="utf-8")).tekst
    assert "Ingenting er rapportert her, så hvordan det går, er ikke kjent her." in forsiden
    assert "32 ikke rapportert" in forsiden
    assert len(list((mappe / "oppdrag").glob("2023-*.html"))) == 32


# What others have found.


def test_ingenting_er_kjent_foer_sin_dag(tmp_path: Path) -> None:
    """Not in the records without a page of their own either, for any reader."""
    for leser in LESERE:
        mappe = lag(tmp_path / leser, "--for", leser, dag=("--dato", "2023-03-01"))
        alt = {
            fil.relative_to(mappe).as_posix(): fil.read_text(encoding="utf-8")
            for fil in mappe.rglob("*")
            if fil.is_file()
        }
        assert not [navn for navn in alt if "2024" in navn and not navn.startswith("arshjul/")]
        for navn, tekst in alt.items():
            assert "KS 92/23" not in tekst, navn
            assert "Levert 12.09.2024" not in tekst, navn
    etter = lag(tmp_path / "etter")
    assert "KS 61/24" not in (etter / "samlerapport" / "2024-T2.html").read_text("utf-8")
    assert "14.10.2024" not in "".join(f.read_text("utf-8") for f in etter.rglob("*.html"))


def test_bare_den_fristen_som_er_passert_er_forfalt(lest: dict[str, dict[str, Lest]]) -> None:
    tekst = lest["offentlig"]["vedtak/2023-KS-044.html"].tekst
    assert "Frist 31.12.2024 Følges" in tekst
    assert "frist 31.12.2023 forfalt" in tekst
    alle = lest["offentlig"]["avvik.html"].tekst
    assert "frist 31.12.2023 forfalt (punkt 1), hele vedtaket 31.12.2024" in alle


def test_det_som_er_viderefoert_er_verken_aapent_eller_forfalt(
    sider: dict[str, Path], lest: dict[str, dict[str, Lest]]
) -> None:
    side = lest["offentlig"]["oppdrag/2023-FOS-06.html"]
    assert "Videreført. Nå gjelder oppdraget i 2024 ." in side.tekst
    assert "forfalt" not in side.tekst
    with (sider["offentlig"] / "data" / "sak.csv").open(encoding="utf-8", newline="") as fil:
        rader = {rad["id"]: rad for rad in csv.DictReader(fil)}
    rad = rader["2023-FOS-06"]
    assert (rad["aapen"], rad["forfalt"]) == ("false", "false")
    assert rad["viderefort_til"] == "2024-FOS-01"


def test_innenfor_sies_ingenting_om_det_leseren_ikke_ser(tmp_path: Path) -> None:
    """A finding in an exempt record, and one that names it, tell that it is there."""
    rot = tmp_path / "p"
    shutil.copytree(EKSEMPEL, rot)
    skjult = rot / "data" / "oppdrag" / "2024" / "HOM-04.yaml"
    tekst = skjult.read_text(encoding="utf-8")
    tittel = next(ett for ett in tekst.splitlines() if ett.startswith("tittel: "))
    skjult.write_text(tekst.replace("delmaal: [", "delmaal: [BE-9.9, "), encoding="utf-8")
    synlig = rot / "data" / "oppdrag" / "2024" / "HOM-03.yaml"
    annet = synlig.read_text(encoding="utf-8")
    foer = next(ett for ett in annet.splitlines() if ett.startswith("tittel: "))
    synlig.write_text(annet.replace(foer, f"{tittel} "), encoding="utf-8")
    mappe = lag(tmp_path / "ut", "--for", "intern", prosjekt=rot)
    funn = (mappe / "internt" / "funn.html").read_text(encoding="utf-8")
    assert "HOM-04" not in funn
    assert "ST213" in funn, "det som er synlig, nevnes"


def test_periodene_staar_i_den_rekkefoelgen_de_kom(tmp_path: Path) -> None:
    rot = tmp_path / "p"
    shutil.copytree(EKSEMPEL, rot)
    brev = rot / "data" / "styringsbrev" / "2024.yaml"
    brev.write_text(
        brev.read_text(encoding="utf-8").replace("dato: 2024-01-08", "dato: 2024-03-20"),
        encoding="utf-8",
    )
    mappe = lag(tmp_path / "ut", prosjekt=rot, dag=("--dato", "2024-03-01"))
    tekst = Lest((mappe / "enhet" / "FOS.html").read_text(encoding="utf-8")).tekst
    assert "Oppdrag 1. tertial 2. tertial årsslutt" in tekst


def test_det_som_er_avsluttet_sier_hva_det_ble_av_det_og_naar(
    lest: dict[str, dict[str, Lest]],
) -> None:
    sider = lest["offentlig"]
    assert "gjennomført , avsluttet 28.02.2024 i KS 9/24" in sider["vedtak/2022-KS-054.html"].tekst
    assert "avsluttet sammen med vedtaket" in sider["vedtak/2022-KS-054.html"].tekst
    assert "gjennomført 19.06.2024 i KS 39/24" in sider["vedtak/2023-KS-092.html"].tekst


def test_en_stroem_har_det_enheten_selv_svarer_for(rapport: Path, tmp_path: Path) -> None:
    """Each punkt by its own owner, with the deadlines that were moved; no id twice."""
    [fil] = [
        fil
        for fil in (rapport / "data" / "vedtak").rglob("*.yaml")
        if len(kanari.les(fil).get("punkter") or ()) > 1
    ][:1]
    data = kanari.les(fil)
    flyttet = [
        {
            "dato": date(2024, 1, 9),
            "fra": None,
            "til": date(2024, 5, nr),
            "begrunnelse": f"Nr. {nr}.",
        }
        for nr in (1, 2)
    ]
    data["punkter"][0] |= {
        "ansvarlig": "BVT",
        "frist": date(2024, 5, 2),
        "fristendringer": [{k: v for k, v in ett.items() if v} for ett in flyttet],
    }
    kanari.skriv(fil, data)
    mappe = lag(tmp_path / "ut", "--for", "intern", prosjekt=rapport)
    strom = (mappe / "enhet" / "BVT.atom").read_text(encoding="utf-8")
    assert "Nr. 1." in strom
    assert "Nr. 2." in strom
    ider = [ett.text for ett in ET.fromstring(strom).iter(f"{ATOM}id")]
    assert len(ider) == len(set(ider))


def test_to_enheter_med_samme_navn_har_hver_sin_side(tmp_path: Path) -> None:
    rot = tmp_path / "p"
    shutil.copytree(EKSEMPEL, rot)
    kommune = rot / "data" / "kommune.yaml"
    kommune.write_text(
        kommune.read_text(encoding="utf-8").replace("navn: Barneverntjenesten", "navn: Skolene"),
        encoding="utf-8",
    )
    mappe = lag(tmp_path / "ut", prosjekt=rot)
    side = Lest((mappe / "oppdrag" / "2024-FOS-03.html").read_text(encoding="utf-8"))
    assert "../enhet/SKO.html" in side.adresser
    assert "../enhet/BVT.html" not in side.adresser


def test_en_rapport_som_ikke_er_ute_lenger_nevnes(tmp_path: Path, kjor: Kjor) -> None:
    rot = tmp_path / "p"
    shutil.copytree(EKSEMPEL, rot)
    skjema = rot / "data" / "rapporter" / "2024-T2" / "FOS.yaml"
    skjema.write_text(
        skjema.read_text(encoding="utf-8").replace("Barnehagen har", "Barnehagene har"),
        encoding="utf-8",
    )
    svar = kjor("nettsted", tmp_path / "ut", *DAG, *FORT, "--prosjekt", rot)
    assert "2024-T2 er endret etter at den ble godkjent, og er ikke med på sidene" in svar.feil
    assert not (tmp_path / "ut" / "rapporter" / "2024-T2.html").exists()


def test_en_mappe_for_en_annen_leser_byttes_ikke_ut(
    sider: dict[str, Path], tmp_path: Path, kjor: Kjor
) -> None:
    """Else the internal pages would lie where the public ones are served from."""
    mappe = tmp_path / "ut"
    shutil.copytree(sider["offentlig"], mappe)
    svar = kjor("nettsted", mappe, *DAG, "--for", "intern", "--prosjekt", EKSEMPEL, ventet=2)
    assert "er laget for en annen leser (offentlig)" in svar.feil


@bare_posix
def test_lenker_og_tomme_mapper_er_andres(
    sider: dict[str, Path], tmp_path: Path, kjor: Kjor
) -> None:
    mappe = tmp_path / "ut"
    shutil.copytree(sider["offentlig"], mappe)
    for navn in ("oppdrag/lenke", "tom/mappe"):
        ny = mappe / navn
        if navn.endswith("lenke"):
            ny.symlink_to(tmp_path)
        else:
            ny.mkdir(parents=True)
        svar = kjor("nettsted", mappe, *DAG, *FORT, "--prosjekt", EKSEMPEL, ventet=2)
        assert f"{navn}» er ikke laget av" in svar.feil
        ny.unlink() if navn.endswith("lenke") else ny.rmdir()


def test_det_som_kommer_mens_sidene_lages_blir_ikke_borte(tmp_path: Path) -> None:
    mappe = tmp_path / "ut"
    mappeskriving.skift_ut(mappe, "offentlig", [("a.html", b"1")])

    def filer() -> Iterator[tuple[str, bytes]]:
        yield "a.html", b"2"
        (mappe / "CNAME").write_text("x", encoding="utf-8")

    with pytest.raises(StyringFeil, match="CNAME"):
        mappeskriving.skift_ut(mappe, "offentlig", filer())
    assert (mappe / "CNAME").exists()
    assert (mappe / "a.html").read_bytes() == b"1"


@bare_posix
def test_en_lik_fil_deles_bare_naar_den_er_vaar_og_kan_leses_av_de_samme(tmp_path: Path) -> None:
    mappe = tmp_path / "ut"
    mappeskriving.skift_ut(mappe, "offentlig", [("a", b"1"), ("b", b"2")])
    (mappe / "a").chmod(0o600)
    (tmp_path / "annet").write_bytes(b"2")
    (mappe / "b").unlink()
    (mappe / "b").symlink_to(tmp_path / "annet")
    assert mappeskriving.skift_ut(mappe, "offentlig", [("a", b"1"), ("b", b"2")]).like == 0
    assert not (mappe / "b").is_symlink()
    assert (mappe / "a").stat().st_mode & 0o044


@pytest.mark.parametrize("ut", [".", "..", "p/.git/sider", "p/templates", "p"])
def test_steder_som_ikke_kan_byttes_ut(
    ut: str, rikt: Path, kjor: Kjor, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(rikt, rikt.parent / "p")
    tom = rikt.parent / "tom"
    tom.mkdir()
    monkeypatch.chdir(tom if ut.startswith(".") else rikt.parent)
    kjor("nettsted", ut, *DAG, *FORT, "--prosjekt", rikt.parent / "p", ventet=2)
    assert sorted(rikt.parent.iterdir()) == sorted((rikt, rikt.parent / "p", tom))


def test_titlene_er_ord(lest: dict[str, dict[str, Lest]]) -> None:
    titler = [next(iter(side.deler_i("h1"))) for side in lest["intern"].values()]
    assert not [ett for ett in titler if re.search(r"\b(\w{4,}) \1\b", ett.lower())]
    assert "Om Granvåg kommune" in titler
    assert "Budsjett, 2024" in titler
    assert "Regnskap, september 2024" in titler
