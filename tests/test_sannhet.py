"""No word that nobody said: what a question or a document tells, held against what the files say,
read here without the code under test.
"""

import json
from collections import Counter
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any, get_args

import pytest

from styring.fag.bevegelse import Bevegelse, bevegelse
from styring.fag.melding import tilstand_av
from styring.fag.tilstand import LUKKEDE, Tilstand
from styring.modell.rapport import Framdrift, Melding, Status
from tests.conftest import Kjor, skriv
from tests.dokumenthjelp import tabeller, tall
from tests.skjemahjelp import EKSEMPEL, les_yaml
from tests.test_alle_frister import KOMMUNE


def les(fil: Path) -> Any:
    return les_yaml(fil.read_text(encoding="utf-8")) or {}


def meldt_om_oppdrag(periode: str) -> dict[str, dict[str, Any]]:
    """What the units' own forms of one period say of each oppdrag."""
    skjemaer = [
        les(fil) for fil in sorted((EKSEMPEL / "data" / "rapporter" / periode).glob("[A-Z]*.yaml"))
    ]
    return {
        id_: melding
        for skjema in skjemaer
        for id_, melding in (skjema.get("oppdrag") or {}).items()
    }


@pytest.mark.parametrize(
    ("status", "framdrift", "arsslutt"),
    list(
        product(
            (*get_args(Status), None),
            (*get_args(Framdrift), None),
            ("viderefores", "avsluttes", None),
        )
    ),
)
def test_bare_det_som_ble_meldt_ferdig_er_ferdig(
    status: Any, framdrift: Any, arsslutt: Any
) -> None:
    tilstand = tilstand_av(Melding(status=status, framdrift=framdrift, arsslutt=arsslutt))
    assert (tilstand is Tilstand.FERDIG) == (status == "ferdig")
    assert (tilstand is Tilstand.BORTFALT) == (status == "bortfalt")
    assert (tilstand is Tilstand.FORESLATT_AVSLUTTET) == (status == "foreslatt_avsluttet")
    assert (tilstand is Tilstand.AVSLUTTES) == (
        arsslutt == "avsluttes" and status not in ("ferdig", "bortfalt", "foreslatt_avsluttet")
    )
    assert tilstand is not Tilstand.AVSLUTTET, "bare organet avslutter"


def test_hver_overgang_sier_det_som_er_nytt() -> None:
    """What stands otherwise than before is never told as unchanged, and only what is ferdig or
    ended by its organ as ferdig.
    """
    for foer, etter in product((*Tilstand, None), Tilstand):
        vei = bevegelse(foer, etter)
        assert (vei is Bevegelse.UENDRET) == (foer is etter), (foer, etter)
        assert (vei is Bevegelse.FERDIG) == (
            foer is not etter and etter in (Tilstand.FERDIG, Tilstand.AVSLUTTET)
        ), (foer, etter)
        assert (vei is Bevegelse.AVSLUTTES) == (
            foer is not etter and etter is Tilstand.AVSLUTTES
        ), (foer, etter)
        assert (vei is Bevegelse.BORTFALT) == (foer is not etter and etter is Tilstand.BORTFALT), (
            foer,
            etter,
        )


def test_aarets_ferdige_er_dem_skjemaene_sier(kjor: Kjor) -> None:
    """Counted here from every form of the year: ferdig was reported ferdig, and what ends at year
    end has a column of its own.
    """
    sist: dict[str, dict[str, Any]] = {}
    for periode in ("2023-T1", "2023-T2", "2023-AR"):
        sist |= meldt_om_oppdrag(periode)
    skjult = {
        f"2023-{fil.stem}"
        for fil in (EKSEMPEL / "data" / "oppdrag" / "2023").glob("*.yaml")
        if les(fil).get("offentlighet", "offentlig") != "offentlig"
    }
    ferdige = sum(
        melding.get("status") == "ferdig" for id_, melding in sist.items() if id_ not in skjult
    )
    avsluttes = sum(
        melding.get("arsslutt") == "avsluttes" for id_, melding in sist.items() if id_ not in skjult
    )
    assert (ferdige, avsluttes) == (13, 2)
    md = kjor(
        "rapport", "arsrapport", "--aar", "2023", "--dato", "2024-03-01", "--prosjekt", EKSEMPEL
    ).ut
    hode, *rader = next(tabell for tabell in tabeller(md) if tabell[0][0] == "Periode")
    slutt = dict(zip(hode, rader[-1], strict=True))
    assert (tall(slutt["Ferdig"]), tall(slutt["Avsluttes ved årsskiftet"])) == (ferdige, avsluttes)
    assert all(tall(rad[1]) == sum(map(tall, rad[2:])) for rad in rader)
    tertial = kjor(
        "rapport", "tertial", "2023-AR", "--dato", "2024-03-01", "--prosjekt", EKSEMPEL
    ).ut
    hode, *rader = next(tabell for tabell in tabeller(tertial) if tabell[0][0] == "Oppdrag 2023")
    assert (
        tall(rader[-1][hode.index("Ferdig")]),
        tall(rader[-1][hode.index("Avsluttes ved årsskiftet")]),
    ) == (ferdige, avsluttes)


def test_det_som_avsluttes_heter_ikke_ferdig_noe_sted(kjor: Kjor) -> None:
    """Asked by every question about the two oppdrag that end at year end."""
    for id_ in [
        id_
        for id_, melding in meldt_om_oppdrag("2023-AR").items()
        if melding.get("arsslutt") == "avsluttes"
    ]:
        p = ("--dato", "2024-02-15", "--prosjekt", EKSEMPEL)
        assert "avsluttes ved årsskiftet" in kjor("vis", id_, *p).ut
        status = kjor("status", "--aar", "2023", "--sektor", id_[5:8], "--format", "csv", *p).ut
        assert (
            next(linje for linje in status.splitlines() if linje.startswith(id_))
            .split(";" if ";" in status else ",")
            .count("avsluttes ved årsskiftet")
            == 1
        )
        videre = kjor("nytt-aar", "2024", "--utkast", *p).ut
        assert "avsluttes ved årsskiftet" in next(
            linje for linje in videre.splitlines() if id_ in linje
        )
        assert id_ not in kjor("frister", "--innen", "60d", *p).ut


def test_det_som_avsluttes_er_lukket() -> None:
    assert Counter(tilstand in LUKKEDE for tilstand in Tilstand) == {True: 4, False: 5}
    assert Tilstand.AVSLUTTES in LUKKEDE


PUNKTVIS = """tittel: Skolevei
type: vedtak
organ: KS
sak: KS 1/23
dato: 2023-01-01
ansvarlig: A1
svares_i: Sak til høsten.
punkter:
  - {nr: 1, tekst: Fortau}
  - {nr: 2, tekst: Hjertesone, ansvarlig: B1}
  - {nr: 3, tekst: Busskur, ansvarlig: B1, svares_i: Tertialrapporten}
dokumentasjon:
  - {tittel: Befaringen, dato: 2023-03-01}
  - {tittel: Fortauet, henvisning: 22/1, punkt: 1}
  - {tittel: Sonen, punkt: 2}
  - {tittel: Skuret, dato: 2023-09-01, punkt: 3}
"""


def avsnittene(md: str) -> dict[str, str]:
    """What a report of open vedtak says under each: by its title."""
    return {del_.split(".**")[0]: del_ for del_ in md.split("**KS 1/23: ")[1:]}


def test_hver_dokumentasjon_staar_der_den_hoerer_hjemme(kjor: Kjor, tmp_path: Path) -> None:
    skriv(tmp_path, "kommune.yaml", KOMMUNE)
    skriv(tmp_path, "vedtak/2023/KS-001.yaml", PUNKTVIS)
    p = ("--dato", "2023-06-01", "--prosjekt", tmp_path)
    deler = avsnittene(kjor("rapport", "vedtak", *p).ut)
    assert "Dokumentasjon: Befaringen; Fortauet (22/1, gjelder punkt 1)." in deler["Skolevei"]
    assert "Dokumentasjon: Sonen." in deler["Skolevei, punkt 2"]
    assert "Dokumentasjon" not in deler["Skolevei, punkt 3"], "det som kom etter dagen, er ikke med"
    assert "Besvares i: Sak til høsten." in deler["Skolevei"]
    assert "Besvares i: Sak til høsten (hele vedtaket)." in deler["Skolevei, punkt 2"]
    assert "Besvares i: Tertialrapporten." in deler["Skolevei, punkt 3"]
    senere = avsnittene(
        kjor("rapport", "vedtak", "--dato", "2023-09-01", "--prosjekt", tmp_path).ut
    )
    assert "Dokumentasjon: Skuret." in senere["Skolevei, punkt 3"]
    vis = kjor("vis", "KS 1/23", *p).ut
    assert (
        "Befaringen, 01.03.2023\nFortauet, 22/1, gjelder punkt 1\nSonen, gjelder punkt 2\n" in vis
    )
    assert "Skuret" not in vis
    assert "Sak til høsten (hele vedtaket)" in kjor("vedtak", *p).ut


def test_det_som_gjelder_hele_vedtaket_sier_det_ved_punktene(kjor: Kjor, tmp_path: Path) -> None:
    """Where every punkt is told of by itself, nothing else can tell of the whole: it is not lost,
    and not claimed for the punkt.
    """
    skriv(tmp_path, "kommune.yaml", KOMMUNE)
    skriv(
        tmp_path,
        "vedtak/2023/KS-001.yaml",
        PUNKTVIS.replace("tekst: Fortau}", "tekst: Fortau, ansvarlig: A1}"),
    )
    deler = avsnittene(kjor("rapport", "vedtak", "--dato", "2023-06-01", "--prosjekt", tmp_path).ut)
    assert (
        "Dokumentasjon: Befaringen (gjelder hele vedtaket); Fortauet (22/1)."
        in deler["Skolevei, punkt 1"]
    )
    assert "Dokumentasjon: Befaringen (gjelder hele vedtaket); Sonen." in deler["Skolevei, punkt 2"]


def test_fortauet_dokumenterer_ikke_hjertesonen(kjor: Kjor) -> None:
    """The example's own case, as the council would read it."""
    md = kjor(
        "rapport",
        "vedtak",
        "--apne",
        "--organ",
        "KS",
        "--dato",
        "2023-10-18",
        "--prosjekt",
        EKSEMPEL,
    ).ut
    sonen = md.split("**KS 54/22: Trygg skolevei ved Granvåg sentrum, punkt 2.**")[1].split("\n**")[
        0
    ]
    assert "hjertesone" in sonen
    assert "Dokumentasjon" not in sonen
    hele = md.split("**KS 54/22: Trygg skolevei ved Granvåg sentrum.**")[1].split("\n**")[0]
    assert (
        "Dokumentasjon: Fortau langs Skoleveien, ferdigbefaring (22/1183-14, gjelder punkt 1)."
        in hele
    )


def test_punktets_egen_avslutning_gaar_foran_vedtakets(kjor: Kjor, tmp_path: Path) -> None:
    """A punkt that fell away is not carried out because the rest of the vedtak was."""
    slutt = "avsluttet: {{dato: {}, organ: KS, sak: KS 9/23, utfall: {}}}"
    tekst = PUNKTVIS.replace(
        "tekst: Hjertesone, ansvarlig: B1}",
        f"tekst: Hjertesone, ansvarlig: B1, {slutt.format('2023-02-01', 'bortfalt')}}}",
    )
    skriv(tmp_path, "kommune.yaml", KOMMUNE)
    skriv(
        tmp_path, "vedtak/2023/KS-001.yaml", f"{tekst}{slutt.format('2023-05-01', 'gjennomfort')}\n"
    )
    svar = json.loads(
        kjor(
            "vedtak",
            "--avsluttet",
            "--format",
            "json",
            "--dato",
            "2023-06-01",
            "--prosjekt",
            tmp_path,
        ).ut
    )["svar"]["avsluttede"]
    assert {rad["staar"]["id"]: (rad["staar"]["tilstand"], rad["avsluttet"]) for rad in svar} == {
        "2023-KS-001": ("avsluttet", "2023-05-01"),
        "2023-KS-001/2": ("bortfalt", "2023-02-01"),
        "2023-KS-001/3": ("avsluttet", "2023-05-01"),
    }


def test_det_som_ble_gjort_senere_er_ikke_gjort_paa_dagen(kjor: Kjor) -> None:
    """An oppdrag and a unit on a day in the middle of the year: tasks done later are open, and what
    was decided or ended later had not been.
    """
    oppgaver = {
        oppgave["nr"]: oppgave
        for oppgave in les(EKSEMPEL / "data" / "oppdrag" / "2023" / "FOS-04.yaml")["oppgaver"]
    }
    svar = json.loads(
        kjor(
            "vis", "2023-FOS-04", "--format", "json", "--dato", "2023-06-01", "--prosjekt", EKSEMPEL
        ).ut
    )["svar"]
    vist = {oppgave["nr"]: oppgave["ferdig"] for oppgave in svar["oppgaver"]}
    assert vist == {
        nr: str(oppgave["ferdig"]) if oppgave["ferdig"] <= date(2023, 6, 1) else None
        for nr, oppgave in oppgaver.items()
    }
    assert set(vist.values()) == {"2023-05-12", None}
    assert len(svar["delegering"]) == 3
    assert (
        len(
            json.loads(
                kjor(
                    "vis",
                    "2023-FOS-04",
                    "--format",
                    "json",
                    "--dato",
                    "2023-01-31",
                    "--prosjekt",
                    EKSEMPEL,
                ).ut
            )["svar"]["delegering"]
        )
        == 2
    )
    alle = {
        f"{fil.parent.name}-{fil.stem}": les(fil)
        for fil in (EKSEMPEL / "data" / "vedtak").glob("*/*.yaml")
    }
    for dag in (date(2023, 6, 1), date(2024, 3, 1)):
        ventet = {
            id_
            for id_, post in alle.items()
            if post["ansvarlig"] == "TEK"
            and post["dato"] <= dag
            and not ("avsluttet" in post and post["avsluttet"]["dato"] <= dag)
        }
        enhet = json.loads(
            kjor("vis", "TEK", "--format", "json", "--dato", str(dag), "--prosjekt", EKSEMPEL).ut
        )["svar"]
        assert {id_ for id_, _ in enhet["vedtak"]} == ventet


@pytest.mark.parametrize("valg", [(), ("--sektor", "TEK")])
def test_avvikene_er_en_del_av_de_aapne(kjor: Kjor, valg: tuple[str, ...]) -> None:
    """«n av m»: m is what n is a part of, and every one of them that is closed is left out."""
    p = ("--dato", "2024-09-20", "--prosjekt", EKSEMPEL)
    svar = json.loads(kjor("status", "--bare-avvik", *valg, "--format", "json", *p).ut)["svar"]
    status = json.loads(kjor("status", *valg, "--format", "json", *p).ut)["svar"]
    lukket = ("ferdig", "avsluttes", "bortfalt", "avsluttet")
    apne = sum(
        antall
        for telling in (status["telling"], status["vedtak"])
        for tilstand, antall in telling.items()
        if tilstand not in lukket
    )
    assert (
        kjor("status", "--bare-avvik", *valg, *p).ut.splitlines()[1]
        == f"{len(svar['avvik'])} av {apne} åpne oppdrag og vedtak er ikke i rute, usikre eller"
        " forfalt."
    )
    assert svar["apne"] == apne < svar["antall"]


def oppdragene(aar: str = "2024") -> dict[str, dict[str, Any]]:
    return {
        f"{aar}-{fil.stem}": les(fil)
        for fil in sorted((EKSEMPEL / "data" / "oppdrag" / aar).glob("*.yaml"))
    }


def test_den_som_venter_paa_flere_i_ett_oppdrag_venter_paa_ett_oppdrag(kjor: Kjor) -> None:
    """Two contributions to one oppdrag are two rows, and one oppdrag."""
    valg = (
        "status",
        "--delansvar",
        "--sektor",
        "FOS",
        "--dato",
        "2024-09-20",
        "--prosjekt",
        EKSEMPEL,
    )
    rader = json.loads(kjor(*valg, "--format", "json").ut)["svar"]["venter_pa_andre"]
    assert len(rader) > len({rad["id"] for rad in rader}) == 3
    assert "FOS venter på andre (3 oppdrag)" in kjor(*valg).ut


def test_en_frist_som_er_flyttet_to_ganger_er_en_frist(kjor: Kjor) -> None:
    alle = [
        les(fil)
        for mappe in ("oppdrag", "vedtak")
        for fil in (EKSEMPEL / "data" / mappe).rglob("*.yaml")
    ]
    frister = [
        [ett for ett in post.get("fristendringer", ()) if ett["dato"] <= date(2024, 9, 20)]
        for post in alle
    ]
    flyttet = [endringer for endringer in frister if endringer]
    ut = kjor("status", "--utsatt", "--dato", "2024-09-20", "--prosjekt", EKSEMPEL).ut
    assert f"{len(flyttet)} frister er flyttet {sum(map(len, flyttet))} ganger, " in ut
    assert len(flyttet) < sum(map(len, flyttet))


def test_ingen_baerer_det_der_det_andre_hadde_er_gjort(kjor: Kjor) -> None:
    dag = date(2024, 9, 20)
    baeres = {
        id_
        for id_, post in oppdragene().items()
        if any(ledd["dato"] <= dag for ledd in post.get("videredelegert", ()))
        or any(
            o["ansvarlig"] != post["ansvarlig"] and not (o.get("ferdig") and o["ferdig"] <= dag)
            for o in post.get("oppgaver", ())
        )
    }
    svar = json.loads(
        kjor(
            "status", "--ikke-delegert", "--dato", dag, "--format", "json", "--prosjekt", EKSEMPEL
        ).ut
    )["svar"]
    assert "2024-TEK-02" in {sak["id"] for sak in svar["oppdrag"]}
    assert not baeres & {sak["id"] for sak in svar["oppdrag"]}


@pytest.mark.parametrize("leser", ["offentlig", "intern"])
def test_det_er_ikke_sagt_at_ingen_har_bedt_om_noe_til_den_som_ikke_faar_vite_det(
    kjor: Kjor, leser: str
) -> None:
    ut = kjor(
        "status", "--bare-avvik", "--for", leser, "--dato", "2024-10-10", "--prosjekt", EKSEMPEL
    ).ut
    assert "avklaring" not in ut
    assert "Ingen har bedt" not in ut


def test_det_som_er_viderefort_staar_ikke_som_det_sist_ble_meldt(kjor: Kjor) -> None:
    """An oppdrag that next year's has taken over has no state of its own, and no deadline that
    passes.
    """
    ut = kjor("vis", "2023-KUL-01", "--dato", "2024-09-20", "--prosjekt", EKSEMPEL).ut
    assert "Videreført i\t2024-KUL-01" in ut
    assert "Status\ti rute" not in ut
    assert "siden" not in next(linje for linje in ut.split("\n") if linje.startswith("Frist\t"))
    foer = kjor("vis", "2023-KUL-01", "--dato", "2023-12-01", "--prosjekt", EKSEMPEL).ut
    assert "Videreført i" not in foer


def test_det_som_regnes_fra_en_dag_som_maa_avklares_maa_avklares(kjor: Kjor) -> None:
    svar = json.loads(
        kjor(
            "nytt-aar",
            "2025",
            "--dato",
            "2024-12-15",
            "--utkast",
            "--format",
            "json",
            "--prosjekt",
            EKSEMPEL,
        ).ut
    )["svar"]
    hjulet = {ett["id"]: ett["grunn"] for ett in svar["hjulet"]}
    assert hjulet["innstilling"] == "regnes fra budsjett-vedtatt, som må avklares"
    rader = kjor(
        "arshjul", "--aar", "2025", "--format", "csv", "--prosjekt", EKSEMPEL
    ).ut.splitlines()[1:]
    har_dag = {rad.split(";")[2] for rad in rader if rad.startswith("2025")}
    alle = les(EKSEMPEL / "data" / "arshjul.yaml")["aktiviteter"]
    assert svar["uten_dag"] == len(set(alle) - har_dag - set(hjulet)) > 0


def test_det_forfalte_sier_det_ogsaa_naar_det_gaar_mot_nytt_aar(kjor: Kjor) -> None:
    ut = kjor("nytt-aar", "2025", "--dato", "2024-12-15", "--utkast", "--prosjekt", EKSEMPEL).ut
    assert "2024-FOS-04" in ut
    assert (
        "i rute i 2024-T2, og ingen har meldt om det skal videreføres; fristen 15.11.2024 er"
        " forfalt" in ut
    )


def test_vedtak_i_et_organ_viser_ogsaa_de_avsluttede(kjor: Kjor) -> None:
    fast = ("--dato", "2024-10-01", "--prosjekt", EKSEMPEL)
    begge = kjor("vedtak", "--organ", "KS", *fast).ut
    assert begge.index("\nÅpne\n") < begge.index("2023-KS-012") < begge.index("\nAvsluttet\n")
    assert begge.index("\nAvsluttet\n") < begge.index("2022-KS-054\t")
    assert "Avsluttet\n" not in kjor("vedtak", "--organ", "KS", "--apne", *fast).ut
    assert "Avsluttet\n" not in kjor("vedtak", *fast).ut


def test_verbalvedtakene_i_en_budsjettsak_staar_sammen(kjor: Kjor) -> None:
    fast = ("--dato", "2024-10-01", "--prosjekt", EKSEMPEL)
    for navn in ("2023-KS-092", "ks 92/23"):
        ut = kjor("vedtak", "--budsjettsak", navn, *fast, "--format", "csv").ut
        ider = [linje.split(";")[0] for linje in ut.splitlines()[1:]]
        assert sorted(ider) == [f"2023-KS-092-V{nr:02}" for nr in range(1, 9)]
    feil = kjor("vedtak", "--budsjettsak", "KS 1/99", *fast, ventet=2).feil
    assert "2023-KS-092 (KS 92/23)" in feil


def test_vedtak_et_parti_har_fremmet(kjor: Kjor) -> None:
    fast = ("--dato", "2024-10-01", "--prosjekt", EKSEMPEL, "--format", "csv")
    ut = kjor("vedtak", "--fremmet-av", "granvåglista", "--budsjettsak", "KS 92/23", *fast).ut
    assert [linje.split(";")[0] for linje in ut.splitlines()[1:]] == [
        "2023-KS-092-V03",
        "2023-KS-092-V01",
    ]
    assert "Fremmet av Kystlista" in kjor("vedtak", *fast[:4]).ut
