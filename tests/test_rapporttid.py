"""Reports when time has passed: a form edited later, a period approved anew, an owner who took
over, a deadline moved in another year.
"""

import shutil
from pathlib import Path

import pytest
import yaml

from tests.conftest import Kjor
from tests.kanari import godkjenn
from tests.skjemahjelp import EKSEMPEL, les_yaml
from tests.test_rapportkontroll import rett

T2 = ("rapport", "tertial", "2023-T2")


@pytest.fixture
def prosjekt(tmp_path: Path) -> Path:
    """The example, approved without a grunnlag: its reports are told from the data of today."""
    rot = tmp_path / "p"
    shutil.copytree(EKSEMPEL, rot)
    for fil in (rot / "data" / "rapporter").rglob("grunnlag.yaml"):
        fil.unlink()
    godkjenn(rot)
    return rot


def avsnitt(md: str, overskrift: str) -> str:
    """What stands under one heading, down to the next of any kind."""
    linjer = md.split("\n")
    fra = linjer.index(overskrift)
    til = next(
        (nr for nr, linje in enumerate(linjer) if nr > fra and linje.startswith("#")), len(linjer)
    )
    return "\n".join(linjer[fra + 1 : til])


def endre_etter_godkjenning(prosjekt: Path, periode: str = "2023-T1") -> None:
    rett(
        prosjekt / "data" / "rapporter" / periode / "TEK.yaml",
        "Sju av tolv strekk",
        "Seks av tolv strekk",
    )


def test_en_endret_periode_er_ikke_den_samme_som_ingen(kjor: Kjor, prosjekt: Path) -> None:
    """What the public may not see is named, and never told of as if nothing had been reported
    before.
    """
    endre_etter_godkjenning(prosjekt)
    p = ("--dato", "2023-09-25", "--prosjekt", prosjekt)
    offentlig = kjor(*T2, "--for", "offentlig", *p).ut
    siden = avsnitt(offentlig, "## Endret siden sist")
    assert (
        "Det som er meldt for 1. tertial 2023, er ikke godkjent slik det står, eller ikke sendt ut"
        " ennå, og er ikke med. Det er derfor ingenting å sammenligne med." in siden
    )
    assert "første rapporten" not in offentlig
    assert (
        "Det som bare ble meldt ferdig i 1. tertial 2023, står også som ikke rapportert."
        in avsnitt(offentlig, "## Ikke rapportert")
    )
    assert "Sammenlignet med 1. tertial 2023." in avsnitt(
        kjor(*T2, "--for", "ledelse", *p).ut, "## Endret siden sist"
    )


def test_arsrapporten_uten_en_endret_periode(kjor: Kjor, prosjekt: Path) -> None:
    endre_etter_godkjenning(prosjekt)
    md = kjor(
        "rapport",
        "arsrapport",
        "--aar",
        "2023",
        "--for",
        "offentlig",
        "--dato",
        "2024-03-01",
        "--prosjekt",
        prosjekt,
    ).ut
    tall = avsnitt(md, "## Oppdragene i tall")
    assert (
        "Det som er meldt for 1. tertial 2023, er ikke godkjent slik det står, eller ikke sendt ut"
        " ennå, og er ikke med." in tall
    )
    assert not any(linje.startswith("| 1. tertial 2023") for linje in tall.split("\n"))
    assert "| 2. tertial 2023 | 23 |" in tall


@pytest.mark.parametrize("leser", ["offentlig", "intern", "ledelse"])
def test_en_periode_godkjent_paa_nytt_endrer_ingen_senere_rapport(
    kjor: Kjor, prosjekt: Path, leser: str
) -> None:
    kommando = (*T2, "--for", leser, "--dato", "2023-09-25", "--prosjekt", prosjekt)
    foer = kjor(*kommando).ut
    endre_etter_godkjenning(prosjekt)
    kjor(
        "tertial",
        "godkjenn",
        "2023-T1",
        "--av",
        "kommunedirektør",
        "--dato",
        "2024-05-02",
        "--rettelse",
        "Tall",
        "--ja",
        "--prosjekt",
        prosjekt,
    )
    uten_tre = [
        linje
        for linje in foer.split("\n")
        if "tre-id" not in linje and "styring-rapport" not in linje
    ]
    etter = [
        linje
        for linje in kjor(*kommando).ut.split("\n")
        if "tre-id" not in linje and "styring-rapport" not in linje
    ]
    assert etter == uten_tre


def test_en_ny_eier_eide_det_ikke_foer(kjor: Kjor, prosjekt: Path) -> None:
    kommando = (*T2, "--for", "intern", "--dato", "2023-09-25", "--prosjekt", prosjekt)
    foer = kjor(*kommando).ut
    rett(prosjekt / "data" / "oppdrag" / "2023" / "OKO-02.yaml", "ansvarlig: OKO", "ansvarlig: ORG")
    rett(prosjekt / "data" / "vedtak" / "2023" / "KS-044.yaml", "ansvarlig: TEK", "ansvarlig: ORG")
    rett(prosjekt / "data" / "vedtak" / "2023" / "KS-044.yaml", "ansvarlig: KUL", "ansvarlig: FOS")
    etter = kjor(*kommando).ut
    for overskrift in ("## Hovedtall", "### Økonomi og styring", "## Politiske vedtak"):
        assert avsnitt(etter, overskrift) == avsnitt(foer, overskrift)


def test_en_enhet_uten_oppdrag_blir_ogsaa_hort(kjor: Kjor, prosjekt: Path) -> None:
    for fil in (prosjekt / "data" / "oppdrag" / "2023").glob("*.yaml"):
        data = les_yaml(fil.read_text(encoding="utf-8"))
        if data["ansvarlig"] == "OKO":
            fil.unlink()
    skjema = prosjekt / "data" / "rapporter" / "2023-T2" / "OKO.yaml"
    data = les_yaml(skjema.read_text(encoding="utf-8"))
    skjema.write_text(
        yaml.safe_dump({**data, "oppdrag": None}, allow_unicode=True), encoding="utf-8"
    )
    md = kjor(*T2, "--for", "intern", "--dato", "2023-09-25", "--prosjekt", prosjekt, ventet=0).ut
    under = avsnitt(md, "### Økonomi og styring")
    assert data["samlet_vurdering"].strip().split(".")[0] in under
    assert "Enheten har ingen egne oppdrag som kan vises her." in under


def test_et_bidrag_ingen_har_meldt_om(kjor: Kjor, prosjekt: Path) -> None:
    skjema = prosjekt / "data" / "rapporter" / "2023-T2" / "TEK.yaml"
    data = les_yaml(skjema.read_text(encoding="utf-8"))
    sak, *_ = data["bidrag"]
    del data["bidrag"][sak]
    skjema.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    aar, _, kode = sak.partition("-")
    tittel = les_yaml(
        (prosjekt / "data" / "oppdrag" / aar / f"{kode}.yaml").read_text(encoding="utf-8")
    )["tittel"]
    md = kjor(*T2, "--for", "intern", "--dato", "2023-09-25", "--prosjekt", prosjekt).ut
    assert (
        f"**Teknisk og samfunn** (leverte skjemaet, men meldte ikke alt): bidrag til: {tittel}."
        in avsnitt(md, "## Ikke rapportert")
    )
    assert "**Ikke rapportert: 1 bidrag til andres oppdrag.**" in avsnitt(
        md, "## Dette bør kommunestyret vite"
    )


def test_et_vedtaks_nye_frist_staar_en_gang(kjor: Kjor, prosjekt: Path) -> None:
    """Punkter without deadlines of their own have that of the vedtak: one change, one line.

    A punkt's own is told of by itself.
    """
    fil = prosjekt / "data" / "vedtak" / "2023" / "KS-044.yaml"
    endret = (
        "    - {{dato: 2023-09-01, fra: {0}, til: {1}, begrunnelse: Trenger mer tid., godkjent_av:"
        " KS}}\n"
    )
    rett(
        fil,
        "    tekst: Byggene kartlegges.\n    frist: 2023-12-31\n",
        "    tekst: Byggene kartlegges.\n    ansvarlig: ORG\n",
    )
    rett(
        fil,
        "    frist: 2024-03-31\n",
        "    frist: 2024-03-31\n    fristendringer:\n" + endret.format("2024-02-01", "2024-03-31"),
    )
    rett(
        fil,
        "frist: 2024-12-31\n",
        "frist: 2024-12-31\nfristendringer:\n" + endret.format("2024-06-30", "2024-12-31"),
    )
    rett(fil, "punkter:\n", "punkter:\n  - {nr: 3, tekst: Resten., ansvarlig: HOM}\n")
    md = kjor(*T2, "--for", "intern", "--dato", "2023-09-25", "--prosjekt", prosjekt).ut
    linjer = [
        linje
        for linje in avsnitt(md, "## Endret siden sist").split("\n")
        if linje.startswith("| Tilgjengelighet")
    ]
    assert linjer == [
        (
            "| Tilgjengelighet i kommunale bygg | Teknisk og samfunn | 30.06.2024 | 31.12.2024 |"
            " Kommunestyret |"
        ),
        (
            "| Tilgjengelighet i kommunale bygg, punkt 2 | Kultur og frivillighet | 01.02.2024 |"
            " 31.03.2024 | Kommunestyret |"
        ),
    ]


def test_et_oppdrag_gitt_etter_siste_periode(kjor: Kjor, prosjekt: Path) -> None:
    rett(prosjekt / "data" / "kommune.yaml", "slutt: 12-31", "slutt: 11-30")
    (prosjekt / "data" / "oppdrag" / "2023" / "TEK-09.yaml").write_text(
        "tittel: Rydde etter flommen\nansvarlig: TEK\nart: leveranse\ngitt: 2023-12-10\nfrist:"
        " 2024-02-01\n",
        encoding="utf-8",
    )
    md = kjor(
        "rapport",
        "arsrapport",
        "--aar",
        "2023",
        "--for",
        "intern",
        "--dato",
        "2024-03-01",
        "--prosjekt",
        prosjekt,
    ).ut
    ventet = (
        "- **Rydde etter flommen.** Teknisk og samfunn. Frist 01.02.2024. Ikke rapportert i året,"
        " og ikke med i tallene."
    )
    assert ventet in avsnitt(md, "### Gitt etter siste periode")


def test_frister_flyttet_i_aaret_hvilket_aar_saken_er_fra(kjor: Kjor, prosjekt: Path) -> None:
    """Counted here from the files: every change with a day in the year, of oppdrag, vedtak and
    punkter, of any year.
    """
    ventet = 0
    for fil in (
        *(prosjekt / "data" / "oppdrag").rglob("*.yaml"),
        *(prosjekt / "data" / "vedtak").rglob("*.yaml"),
    ):
        data = les_yaml(fil.read_text(encoding="utf-8"))
        if data.get("offentlighet", "offentlig") == "offentlig":
            alle = [
                *data.get("fristendringer", ()),
                *(e for punkt in data.get("punkter", ()) for e in punkt.get("fristendringer", ())),
            ]
            ventet += sum(e["dato"].year == 2024 for e in alle)
    md = kjor(
        "rapport",
        "arsrapport",
        "--aar",
        "2024",
        "--for",
        "intern",
        "--dato",
        "2024-12-31",
        "--prosjekt",
        prosjekt,
    ).ut
    assert (
        sum(
            linje.startswith("- **")
            for linje in avsnitt(md, "## Frister som ble flyttet").split("\n")
        )
        == ventet
        == 3
    )


def test_et_ord_uten_status_apner_ingenting(kjor: Kjor, prosjekt: Path) -> None:
    """What fell away in the first period is still gone in the third, though somebody wrote a word
    about it in the second.
    """
    skjema = prosjekt / "data" / "rapporter" / "2023-T2" / "KUL.yaml"
    rett(
        skjema,
        "\nvedtak:",
        "\n  2023-KUL-04:\n    kommentar: Takk til dem som har vært med.\nvedtak:",
    )
    kommando = (
        "rapport",
        "tertial",
        "2023-AR",
        "--for",
        "intern",
        "--dato",
        "2024-02-20",
        "--prosjekt",
        prosjekt,
    )
    under = avsnitt(kjor(*kommando).ut, "### Kultur og frivillighet")
    assert (
        "| Vurdere et felles idrettsanlegg med nabokommunen | ×\u00a0bortfalt | 30.06.2023 | – |"
        in under
    )


def test_nye_hjelpere_hjalp_ikke_foer(kjor: Kjor, prosjekt: Path) -> None:
    """Whom an oppdrag has for helpers now, changes nothing in what was approved: no bad news is
    lost, and nobody is blamed.
    """
    kommando = ("rapport", "tertial", "2024-T2", "--prosjekt", prosjekt)
    foer = kjor(*kommando).ut
    rett(
        prosjekt / "data" / "oppdrag" / "2024" / "FOS-02.yaml",
        "delansvar: [HOM, KUL]",
        "delansvar: [HOM, TEK]",
    )
    uten_merke = ("tre-id", "styring-rapport")
    assert [
        linje
        for linje in kjor(*kommando).ut.split("\n")
        if not any(ord_ in linje for ord_ in uten_merke)
    ] == [linje for linje in foer.split("\n") if not any(ord_ in linje for ord_ in uten_merke)]


def test_to_har_meldt_om_det_samme(kjor: Kjor, prosjekt: Path) -> None:
    """The one who owns it now is heard."""
    rett(prosjekt / "data" / "oppdrag" / "2024" / "HOM-03.yaml", "ansvarlig: HOM", "ansvarlig: FOS")
    rett(
        prosjekt / "data" / "rapporter" / "2024-T2" / "FOS.yaml",
        "\noppdrag:",
        "\noppdrag:\n  2024-HOM-03:\n    status: i_gang\n    framdrift: ikke_i_rute\n    kommentar:"
        " Vi overtok og ligger etter.\n    forventet_ferdig: 2025-02\n    tiltak:\n      - {tekst:"
        " Mer folk, ansvarlig: FOS, frist: 2024-11-01}\nx:",
    )
    fil = prosjekt / "data" / "rapporter" / "2024-T2" / "FOS.yaml"
    fil.write_text(
        "\n".join(
            linje
            for linje in fil.read_text(encoding="utf-8").split("\n")
            if not linje.startswith("x:")
        ),
        encoding="utf-8",
    )
    md = kjor("rapport", "tertial", "2024-T2", "--for", "intern", "--prosjekt", prosjekt).ut
    assert "Vi overtok og ligger etter." in avsnitt(md, "### Forebygging, oppvekst og skole")


def test_fristen_til_et_punkt_ingen_andre_har(kjor: Kjor, prosjekt: Path) -> None:
    """A vedtak without a deadline has that of its first open punkt; it is not said to have none."""
    (prosjekt / "data" / "vedtak" / "2024" / "KS-040.yaml").write_text(
        "tittel: Plan for lys\ntype: vedtak\norgan: KS\nsak: KS 40/24\ndato: 2024-06-19\nansvarlig:"
        " TEK\npunkter:\n  - {nr: 1, tekst: Lys langs veien.}\n  - {nr: 2, tekst: Legges fram.,"
        " frist: 2024-08-01}\n",
        encoding="utf-8",
    )
    md = kjor("rapport", "tertial", "2024-T2", "--for", "intern", "--prosjekt", prosjekt).ut
    assert "KS 40/24: Plan for lys.** Kommunestyret, 19. juni 2024" in md
    assert "Frist 01.08.2024 (punkt 2, forfalt)." in next(
        linje for linje in md.split("\n") if "KS 40/24: Plan for lys.** K" in linje
    )


def test_arsrapporten_sier_ikke_noe_om_det_som_ikke_har_vaert(kjor: Kjor, prosjekt: Path) -> None:
    kommando = ("rapport", "arsrapport", "--aar", "2024", "--for", "intern", "--prosjekt", prosjekt)
    assert (
        "ingen rapporteringsperiode i 2024 var over 10. januar 2024"
        in kjor(*kommando, "--dato", "2024-01-10", ventet=2).feil
    )
    assert "### Åpne 26. september 2024" in kjor(*kommando, "--dato", "2024-09-26").ut
    assert "### Åpne ved utgangen av året" in kjor(*kommando, "--dato", "2024-12-31").ut


def test_et_aar_uten_oppdrag_er_en_skrivefeil(kjor: Kjor, prosjekt: Path) -> None:
    assert (
        "det er verken oppdrag eller skjemaer for 2030 som kan vises her. Det finnes for 2023 og"
        " 2024." in kjor("rapport", "tertial", "2030-T1", "--prosjekt", prosjekt, ventet=2).feil
    )
    arsrapport = ("rapport", "arsrapport", "--for", "intern", "--prosjekt", prosjekt, "--aar")
    assert (
        "skjemaer for 2019 som kan vises her. Det finnes"
        in kjor(*arsrapport, "2019", ventet=2).feil
    )
    assert "I 2022 ble det gjort" in kjor(*arsrapport, "2022").ut  # vedtak, but no oppdrag


def test_godkjent_paa_nytt_etter_behandlingen(kjor: Kjor, prosjekt: Path) -> None:
    endre_etter_godkjenning(prosjekt)
    kjor(
        "tertial",
        "godkjenn",
        "2023-T1",
        "--av",
        "kommunedirektør",
        "--dato",
        "2023-07-02",
        "--rettelse",
        "Tall",
        "--ja",
        "--prosjekt",
        prosjekt,
    )
    assert (
        "En tidligere utgave ble behandlet av Kommunestyret i KS 41/23"
        in kjor("rapport", "tertial", "2023-T1", "--dato", "2023-07-02", "--prosjekt", prosjekt).ut
    )
