"""The documents that list instead of count: every record is there once, in order, counted here
straight from the YAML.
"""

import shutil
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROT, Kjor
from tests.dokumenthjelp import tabeller, tall
from tests.skjemahjelp import EKSEMPEL, les_yaml

DAG = ("--dato", "2024-09-26")


def les(fil: Path) -> Any:
    return les_yaml(fil.read_text(encoding="utf-8"))


def raa(prosjekt: Path, mappe: str, aar: str = "*") -> dict[str, Any]:
    """The public records of a folder by id."""
    alle = {
        f"{fil.parent.name}-{fil.stem}": les(fil)
        for fil in sorted((prosjekt / "data" / mappe).glob(f"{aar}/*.yaml"))
    }
    return {
        id_: data
        for id_, data in alle.items()
        if data.get("offentlighet", "offentlig") == "offentlig"
    }


def navn(prosjekt: Path) -> dict[str, str]:
    return {
        kode: enhet["navn"]
        for kode, enhet in les(prosjekt / "data" / "kommune.yaml")["enheter"].items()
    }


def under(prosjekt: Path, kode: str) -> set[str]:
    """A unit and all that lies below it."""
    enheter = les(prosjekt / "data" / "kommune.yaml")["enheter"]
    funnet = {kode}
    while nye := {k for k, enhet in enheter.items() if enhet.get("overordnet") in funnet} - funnet:
        funnet |= nye
    return funnet


def tabell(md: str, hjorne: str) -> list[list[str]]:
    return [rad for hode, *rader in tabeller(md) if hode[0] == hjorne for rad in rader]


@pytest.mark.parametrize(
    ("prosjekt", "aar"), [(ROT, "2023"), (EKSEMPEL, "2023"), (EKSEMPEL, "2024")]
)
def test_brevet_har_alt_i_rekkefolge(kjor: Kjor, prosjekt: Path, aar: str) -> None:
    md = kjor("rapport", "styringsbrev", "--aar", aar, *DAG, "--prosjekt", prosjekt).ut
    n = navn(prosjekt)
    omraader = sorted(
        (les(fil) for fil in (prosjekt / "data" / "maal").glob("*.yaml")),
        key=lambda omraade: int(omraade["nr"]),
    )
    ventet = [
        [h["tittel"], d["tittel"], "; ".join(n[kode] for kode in d["ansvar"])]
        for omraade in omraader
        for h in omraade["hovedmaal"]
        for d in h["delmaal"]
    ]
    assert tabell(md, "Hovedmål") == ventet
    brev = les(prosjekt / "data" / "styringsbrev" / f"{aar}.yaml")
    oppdrag = {
        id_: data for id_, data in raa(prosjekt, "oppdrag", aar).items() if "gitt" not in data
    }
    rekkefolge = sorted(
        oppdrag, key=lambda id_: (brev["rekkefolge"].index(oppdrag[id_]["ansvarlig"]), id_)
    )
    assert [rad[:2] for rad in tabell(md, "Oppdrag")] == [
        [oppdrag[id_]["tittel"], n[oppdrag[id_]["ansvarlig"]]] for id_ in rekkefolge
    ]
    if prosjekt == ROT:
        assert (len(ventet), len(rekkefolge), sum(len(rad[2].split("; ")) for rad in ventet)) == (
            16,
            32,
            47,
        )


@pytest.mark.parametrize("enhet", ["FOS", "HOM", "KUL", "TEK", "ORG", "OKO", "SKO", "BVT", "VAR"])
def test_planen_har_alt_enheten_har(kjor: Kjor, enhet: str) -> None:
    md = kjor(
        "rapport",
        "virksomhetsplan",
        "--sektor",
        enhet,
        "--aar",
        "2023",
        *DAG,
        "--prosjekt",
        EKSEMPEL,
    ).ut
    koder, oppdrag = under(EKSEMPEL, enhet), raa(EKSEMPEL, "oppdrag", "2023")
    egne = {data["tittel"] for data in oppdrag.values() if data["ansvarlig"] in koder}
    assert {linje[4:] for linje in md.split("\n") if linje.startswith("### ")} == egne
    bidrar = {
        data["tittel"]
        for data in oppdrag.values()
        if data["ansvarlig"] not in koder and koder & set(data.get("delansvar", ()))
    }
    deler = md.split("## ")
    avsnitt = next(del_ for del_ in deler if del_.startswith("Oppdrag vi bidrar til"))
    assert {rad[0] for rader in tabeller(avsnitt) for rad in rader[1:]} == bidrar
    folger = {
        data["tittel"]
        for data in oppdrag.values()
        if data["ansvarlig"] not in koder
        and data.get("videredelegert")
        and data["videredelegert"][-1]["til"] in koder
    }
    avsnitt = next((del_ for del_ in deler if del_.startswith("Oppdrag vi følger opp")), "")
    assert {rad[0] for rader in tabeller(avsnitt) for rad in rader[1:]} == folger
    avsnitt = next((del_ for del_ in deler if del_.startswith("Slik andres oppdrag sto")), "")
    assert {rad[0] for rader in tabeller(avsnitt) for rad in rader[1:]} == bidrar | folger
    egne_oppgaver = sum(
        len(data.get("oppgaver", ())) for data in oppdrag.values() if data["ansvarlig"] in koder
    )
    oppgaver = [
        rad
        for hode, *rader in tabeller(md)
        for rad in rader
        if hode == ["Oppgave", "Ansvarlig", "Frist", "Ferdig"]
    ]
    assert len(oppgaver) == egne_oppgaver
    delmaal = [
        d["tittel"]
        for fil in (EKSEMPEL / "data" / "maal").glob("*.yaml")
        for h in les(fil)["hovedmaal"]
        for d in h["delmaal"]
        if koder & set(d["ansvar"])
    ]
    assert sorted(rad[0] for rad in tabell(md, "Delmål")) == sorted(delmaal)


def test_planen_har_det_enheten_skal_gjoere_etter_andres_planer(kjor: Kjor) -> None:
    """A virksomhet meets its line in the plan of its sector."""
    spor = ("rapport", "virksomhetsplan", "--sektor", "HJE", "--dato", "2024-10-20")
    md = kjor(*spor, "--for", "intern", "--prosjekt", EKSEMPEL).ut
    linjer = [
        [ett["tekst"].rstrip("."), ett.get("frist")]
        for ett in les(EKSEMPEL / "data/virksomhetsplan/2024/HOM.yaml")["prioriteringer"]
        if ett.get("ansvarlig") == "HJE"
    ]
    [(_, *rader)] = [t for t in tabeller(md) if t[0] == ["Hva", "Plan", "Frist", "Ferdig"]]
    assert [[rad[0], rad[2]] for rad in rader] == [
        [tekst, f"{frist:%d.%m.%Y}"] for tekst, frist in linjer
    ]
    assert linjer
    assert [rad[1] for rad in rader] == ["Helse, omsorg og mestring"]


def test_en_linje_i_et_utkast_sies_aa_vaere_det(kjor: Kjor, tmp_path: Path) -> None:
    rot = tmp_path / "granvag"
    shutil.copytree(EKSEMPEL, rot)
    fil = rot / "data" / "virksomhetsplan" / "2024" / "HOM.yaml"
    fil.write_text(fil.read_text("utf-8").partition("godkjent:")[0], "utf-8")
    spor = ("rapport", "virksomhetsplan", "--sektor", "HJE", "--dato", "2024-10-20")
    md = kjor(*spor, "--for", "intern", "--prosjekt", rot).ut
    assert "| Helse, omsorg og mestring (utkast) |" in md
    offentlig = kjor(*spor, "--for", "offentlig", "--prosjekt", rot).ut
    assert "Faste team" not in offentlig


@pytest.mark.parametrize("aar", ["2023", "2024"])
def test_konferansen_har_alt_som_er_delt(kjor: Kjor, aar: str) -> None:
    md = kjor("rapport", "styringskonferanse", "--aar", aar, *DAG, "--prosjekt", EKSEMPEL).ut
    n, oppdrag = navn(EKSEMPEL), raa(EKSEMPEL, "oppdrag", aar)
    delte = {
        id_: data
        for id_, data in oppdrag.items()
        if set(data.get("delansvar", ())) - {data["ansvarlig"]}
    }
    assert f"{len(delte)} av {len(oppdrag)} oppdrag har delansvar i flere enheter" in md
    *rader, summer = tabell(md, "Ansvarlig")
    assert {rad[0]: tall(rad[1]) for rad in rader} == Counter(
        n[data["ansvarlig"]] for data in delte.values()
    )
    assert tall(summer[1]) == len(delte)
    par = Counter(
        frozenset(n[kode] for kode in to)
        for data in delte.values()
        for to in combinations(dict.fromkeys((data["ansvarlig"], *data["delansvar"])), 2)
    )
    assert {frozenset(rad[:2]): tall(rad[2]) for rad in tabell(md, "Enhet")} == par
    assert all(md.count(data["tittel"]) == 1 for data in delte.values())


@pytest.mark.parametrize("enhet", ["FOS", "ORG"])
def test_dialogen_har_alle_avtaler_fra_sist(kjor: Kjor, enhet: str) -> None:
    md = kjor("rapport", "styringsdialog", "--sektor", enhet, *DAG, "--prosjekt", EKSEMPEL).ut
    avsnitt = next(del_ for del_ in md.split("## ") if del_.startswith("Avtalt sist"))
    ventet = {
        avtale["tekst"]
        for fil in (EKSEMPEL / "data" / "styringsdialog" / "2024").glob("*.yaml")
        for avtale in les(fil)["avtalt"]
        if (fil.stem == f"{enhet}-1" or avtale.get("ansvarlig") == enhet)
        and (fil.stem == f"{enhet}-1" or "ferdig" not in avtale)
    }
    assert {
        linje[2:].split(" (")[0] for linje in avsnitt.split("\n") if linje.startswith("- ")
    } == ventet


def test_dialogen_kan_slaas_opp(kjor: Kjor) -> None:
    """By its id, or that of a point in it; only for the leadership."""
    for id_ in ("2024/FOS-1", "2024/fos-1/2"):
        ut = kjor("vis", id_, *DAG, "--prosjekt", EKSEMPEL).ut
        assert ut.startswith("2024/FOS-1\tstyringsdialog\nUtbyggingen av barnehageplasser")
        assert "Avklare hvem som overfører gamle saker fra skolene\tORG\t30.09.2024\tåpent" in ut
        assert (
            "ikke en kjent id"
            in kjor("vis", id_, *DAG, "--for", "intern", "--prosjekt", EKSEMPEL, ventet=2).feil
        )
    ark = kjor("rapport", "styringsdialog", "--sektor", "FOS", *DAG, "--prosjekt", EKSEMPEL).ut
    assert "Neste dialog er 10. oktober 2024." in ark
    assert (
        "Forrige dialog var 12. juni 2024. Tema: Utbyggingen av barnehageplasser i søndre krets er"
        " ikke i rute" in ark
    )


def test_vedtakene_er_alle_med_en_gang(kjor: Kjor) -> None:
    """Each vedtak and punkt that is followed up by itself, once, open or ended."""
    md = kjor("rapport", "vedtak", *DAG, "--prosjekt", EKSEMPEL).ut
    titler: Counter[str] = Counter()
    for data in raa(EKSEMPEL, "vedtak").values():
        egne = [punkt for punkt in data.get("punkter", ()) if "ansvarlig" in punkt]
        hele = data["type"] != "budsjettsak" and not (egne and len(egne) == len(data["punkter"]))
        titler.update(
            [data["tittel"]] * hele + [f"{data['tittel']}, punkt {punkt['nr']}" for punkt in egne]
        )
    for tittel, antall in titler.items():
        assert md.count(f": {tittel}.**") == antall, tittel
    *_, summer = tabell(md, "Organ")
    assert tall(summer[1]) == titler.total()
