"""The goals in the reports: what the year's report says of each, held against the files; and that
nothing later than the report's day is in it.
"""

import json
import re
import shutil
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from styring.fag.arsberetning import BERETNINGSKRAV
from tests.conftest import Kjor
from tests.historie import git, hent
from tests.skjemahjelp import EKSEMPEL, les_yaml

HVEM = {
    f"GIT_{rolle}_{felt}": verdi
    for rolle in ("AUTHOR", "COMMITTER")
    for felt, verdi in (("NAME", "x"), ("EMAIL", "x@y.invalid"), ("DATE", "2024-01-01T00:00:00Z"))
}

DATA = EKSEMPEL / "data"
P = ("--prosjekt", EKSEMPEL)
GODKJENT = {2022: date(2023, 2, 10), 2023: date(2024, 2, 2)}


def les(fil: str) -> Any:
    return les_yaml((DATA / fil).read_text(encoding="utf-8"))


def arsrapport(kjor: Kjor, aar: int, *mer: object) -> str:
    return kjor("rapport", "arsrapport", "--aar", aar, *mer, *P).ut.replace("\u00a0", " ")


def maalene() -> dict[str, Any]:
    """Every delmål of the example by its code, as the files have it."""
    return {
        delmaal["kode"]: delmaal
        for fil in sorted((DATA / "maal").glob("*.yaml"))
        for over in les(f"maal/{fil.name}")["hovedmaal"]
        for delmaal in over["delmaal"]
    }


def maalt_for(aar: int) -> dict[str, dict[int, str]]:
    """Every figure that the report of a year may show, by indicator and year."""
    ut: dict[str, dict[int, str]] = {}
    for fil in sorted((DATA / "maalinger").glob("*.yaml")):
        if aar - 5 < int(fil.stem) <= aar:
            for ett in les(f"maalinger/{fil.name}")["maalinger"]:
                if ett["maalt"] <= GODKJENT[aar]:
                    ut.setdefault(ett["indikator"], {})[int(fil.stem)] = str(ett["verdi"])
    return ut


@pytest.mark.parametrize("aar", [2022, 2023])
def test_hvert_maal_har_vurdering_og_tall_eller_et_aerlig_ikke_maalt(kjor: Kjor, aar: int) -> None:
    """Counted from the files by code that knows nothing of styring."""
    rapport = arsrapport(kjor, aar)
    vurdert = les(f"rapporter/{aar}-AR/kommunedirektor.yaml")["maalvurderinger"]
    tall = maalt_for(aar)
    ord_ = {"nadd": "nådd", "kan_ikke_vurderes": "kan ikke vurderes"}
    for kode, maal in maalene().items():
        del_ = re.split(r"\n##", rapport.split(f"### {kode} ")[1])[0]
        ett = vurdert[kode]["vurdering"]
        assert f"**Vurdering:** {ord_.get(ett, ett.replace('_', ' '))}" in del_
        assert vurdert[kode]["begrunnelse"].strip() in del_
        for indikator in maal["indikatorer"]:
            rad = next(linje for linje in del_.splitlines() if f"| {indikator['navn']} |" in linje)
            serie = tall.get(indikator["kode"], {})
            celler = re.findall(r"\| (?:┊ )?(-?[\d,]+)(?: %)?\*? (?=\|)", rad)
            assert celler[: len(serie)] == [verdi.replace(".", ",") for verdi in serie.values()]
            assert ("ikke målt" in rad) is (not serie)
            assert f"- {indikator['navn']}" in del_
            assert f"Kilde: {indikator['kilde']}" in del_ or not serie
    telling = Counter(ett["vurdering"] for ett in vurdert.values())
    for ett, antall in telling.items():
        assert f"{antall} {ord_.get(ett, ett.replace('_', ' '))}" in rapport


def test_det_som_tjener_maalet_er_det_oppdragene_selv_sier(kjor: Kjor) -> None:
    rapport = arsrapport(kjor, 2023)
    for kode in maalene():
        del_ = re.split(r"\n##", rapport.split(f"### {kode} ")[1])[0]
        for fil in sorted((DATA / "oppdrag/2023").glob("*.yaml")):
            oppdrag = les(f"oppdrag/2023/{fil.name}")
            synlig = oppdrag.get("offentlighet", "offentlig") == "offentlig"
            tjener = kode in oppdrag.get("delmaal", ()) and synlig
            assert (f"- {oppdrag['tittel'].rstrip('.')} (oppdrag" in del_) is tjener, (kode, fil)


def test_baerekraftsmaalene_staar_med_navn(kjor: Kjor) -> None:
    assert "FNs bærekraftsmål: 4 God utdanning; 4.1 (God utdanning)." in arsrapport(kjor, 2023)


def test_vurderingen_i_fjor_staar_ved_siden_av(kjor: Kjor) -> None:
    rapport = arsrapport(kjor, 2023)
    assert "barnevernet | ◔ før måltallet (2022) | feil vei | feil vei |" in rapport
    assert "**Vurdering:** nådd (året før: riktig vei)." in rapport
    assert "året før:" not in arsrapport(kjor, 2022)


def test_loven_og_hvor_den_er_besvart(kjor: Kjor) -> None:
    """Only where it is asked for, each letter once, and every chapter it names is there."""
    assert "§ 14-7" not in arsrapport(kjor, 2023)
    rapport = arsrapport(kjor, 2023, "--arsberetning")
    rader = re.findall(r"\| bokstav (\w) \| (.+?) \| (.+?) \|", rapport)
    assert [rad[0] for rad in rader] == list("abcdef")
    for _, _, besvart in rader:
        for kapittel in [] if besvart == "Ikke i denne rapporten" else besvart.split(" og "):
            assert f"\n## {kapittel}\n" in rapport
    assert {kapittel for krav in BERETNINGSKRAV for kapittel in krav.kapitler} == {
        "Økonomi",
        "Måloppnåelse",
        "Politiske vedtak",
    }


def test_en_godkjent_rapport_endres_ikke_av_nye_tall_eller_maal(kjor: Kjor, tmp_path: Path) -> None:
    """What it shows of the goals is its own: the files of goals and figures may go."""
    rot = tmp_path / "k"
    shutil.copytree(EKSEMPEL, rot)
    foer = kjor("rapport", "arsrapport", "--aar", 2023, "--for", "intern", "--prosjekt", rot).ut
    fil = rot / "data/maal/oppvekst.yaml"
    fil.write_text(fil.read_text(encoding="utf-8").replace("Familier får", "Alle får"), "utf-8")
    tall = rot / "data/maalinger/2023.yaml"
    tall.write_text(tall.read_text(encoding="utf-8").replace("verdi: 29", "verdi: 99"), "utf-8")
    (rot / "data/maalinger/2022.yaml").unlink()
    etter = kjor("rapport", "arsrapport", "--aar", 2023, "--for", "intern", "--prosjekt", rot).ut
    uten_tre = [re.sub(r"tre-id.*|<!--.*", "", ett) for ett in (foer, etter)]
    assert uten_tre[0] == uten_tre[1]
    assert "Familier får hjelp tidlig" in etter


def test_en_endret_vurdering_maa_godkjennes_paa_nytt(kjor: Kjor, tmp_path: Path) -> None:
    rot = tmp_path / "k"
    shutil.copytree(EKSEMPEL, rot)
    fil = rot / "data/rapporter/2023-AR/kommunedirektor.yaml"
    fil.write_text(fil.read_text(encoding="utf-8").replace("feil_vei", "riktig_vei"), "utf-8")
    assert "ST626" in kjor("valider", "--prosjekt", rot, ventet=1).ut
    feil = kjor("rapport", "arsrapport", "--aar", 2023, "--prosjekt", rot, ventet=2).feil
    assert "ikke godkjent slik den står" in feil


def test_utkastet_viser_bare_det_som_er_kjent(kjor: Kjor, tmp_path: Path) -> None:
    """A draft made long after is still of its own year: no later figure, no later assessment."""
    rot = tmp_path / "k"
    shutil.copytree(EKSEMPEL, rot)
    samlet = rot / "data/rapporter/2023-AR/kommunedirektor.yaml"
    tekst = samlet.read_text(encoding="utf-8")
    samlet.write_text(re.sub(r"(?s)godkjent:.*", "", tekst), encoding="utf-8")
    (rot / "data/rapporter/2023-AR/grunnlag.yaml").unlink()
    (rot / "data/rapporter/2023-AR/okonomi.yaml").unlink()
    spor = ("rapport", "arsrapport", "--aar", 2023, "--for", "intern", "--prosjekt", rot)
    for dag, kjent in (("2024-01-31", False), ("2024-12-31", True)):
        svar = json.loads(kjor(*spor, "--dato", dag, "--format", "json").ut)["svar"]
        rader = [
            rad["rad"]
            for omraade in svar["maal"]["omraader"]
            for maal in omraade["maal"]
            for rad in maal["tabell"]["rader"]
        ]
        punkter = [punkt for rad in rader for punkt in rad["serie"]]
        assert max(punkt["aar"] for punkt in punkter) == 2023
        assert max(punkt["kjent"] for punkt in punkter) <= dag
        # The figures of March came after the one day, and before the other.
        assert any(punkt["maalt"] == "2024-03-15" for punkt in punkter) is kjent


def test_maalene_hittil_er_tallene_siden_sist(kjor: Kjor) -> None:
    """Those that came between the approval of the last report and of this one."""
    ut = kjor("rapport", "tertial", "2024-T1", *P).ut.replace("\u00a0", " ")
    del_ = ut.split("## Målene hittil\n")[1].split("\n## ")[0]
    fra = les("rapporter/2023-AR/kommunedirektor.yaml")["godkjent"]["dato"]
    til = les("rapporter/2024-T1/kommunedirektor.yaml")["godkjent"]["dato"]
    navn = {i["kode"]: i["navn"] for m in maalene().values() for i in m["indikatorer"]}
    nye = {
        navn[ett["indikator"]]
        for fil in sorted((DATA / "maalinger").glob("*.yaml"))
        if int(fil.stem) <= 2024
        for ett in les(f"maalinger/{fil.name}")["maalinger"]
        if fra < ett["maalt"] <= til
    }
    rader = [linje.split(" | ") for linje in del_.splitlines() if linje.startswith("| ")][2:]
    assert {rad[1] for rad in rader} == nye
    assert "Målene hittil" not in kjor("rapport", "tertial", "2023-T2", *P).ut


def test_staben_faar_et_skjema_og_purres(kjor: Kjor, tmp_path: Path) -> None:
    """At the end of the year every goal has a place in the staff's form; run again what is new is
    added, and the reminder names those without.
    """
    rot = tmp_path / "k"
    shutil.copytree(EKSEMPEL, rot)
    kjor("tertial", "start", "2024-AR", "--ja", "--prosjekt", rot)
    fil = rot / "data/rapporter/2024-AR/kommunedirektor.yaml"
    tekst = fil.read_text(encoding="utf-8")
    assert set(yaml.safe_load(tekst)["maalvurderinger"]) == set(maalene())
    hode = "  # Familier får hjelp tidlig, der de bor (året før: nådd)\n  OP-1.1:\n    vurdering:\n"
    assert hode in tekst
    kjor("valider", "--prosjekt", rot)
    svar = "    vurdering: nadd\n    begrunnelse: |\n      Kortere ventetid.\n"
    utfylt = tekst.replace("    vurdering:\n    begrunnelse: |\n", svar, 1)
    uten_siste = utfylt[: utfylt.index("  # Pengene rekker lenger")]
    fil.write_text(uten_siste, encoding="utf-8", newline="\n")
    kjor("tertial", "start", "2024-AR", "--ja", "--prosjekt", rot)
    assert fil.read_text(encoding="utf-8") == utfylt
    spor = ("tertial", "purring", "2024-AR", "--prosjekt", rot, "--dato")
    ut = kjor(*spor, "2025-01-20").ut
    assert "9 mål er ikke vurdert for året: OP-1.2, OP-2.1," in ut
    assert "ikke vurdert" not in kjor(*spor, "2024-12-20").ut
    assert (
        "ikke vurdert" not in kjor("tertial", "purring", "2024-T2", *P, "--dato", "2025-01-20").ut
    )


def test_oppfolgingen_sier_hva_som_ikke_maales(kjor: Kjor) -> None:
    ut = kjor("rapport", "tilstand", "--dato", "2026-11-01", *P).ut.replace("\u00a0", " ")
    del_ = ut.split("## Målene\n")[1]
    sist: dict[str, date] = {}
    for fil in sorted((DATA / "maalinger").glob("*.yaml")):
        sist |= {
            ett["indikator"]: ett["maalt"] for ett in les(f"maalinger/{fil.name}")["maalinger"]
        }
    gamle = sum(dag < date(2024, 11, 1) for dag in sist.values())
    assert f"| Indikatorer som ikke er målt på to år eller mer | {gamle} |" in del_
    assert "| Mål som ikke er vurdert for" not in del_  # there was no letter for 2025
    senere = kjor("rapport", "tilstand", *P, "--dato", "2025-11-01").ut
    assert "| Mål som ikke er vurdert for 2024 | 10 |" in senere
    assert (
        "| Mål som ikke er vurdert for 2023 | 0 |"
        in kjor("rapport", "tilstand", *P, "--dato", "2024-11-01").ut
    )
    dialog = ("rapport", "styringsdialog", "--sektor", "FOS", "--dato", "2024-10-20", *P)
    assert "3 ● nådd, 2 ■ ikke nådd." in kjor(*dialog).ut.replace("\u00a0", " ")
    plan = kjor("rapport", "virksomhetsplan", "--sektor", "FOS", "--dato", "2024-10-20", *P).ut
    assert "| OP-2.2 | Unge som er med i en organisasjon | 61\u00a0% (2024) |" in plan


def test_en_indikator_vises_og_finnes_alene(kjor: Kjor) -> None:
    ut = kjor("vis", "lesing-5-trinn", *P).ut.replace("\u00a0", " ")
    assert ut.startswith("lesing-5-trinn\tindikator\nElever på laveste nivå i lesing, 5. trinn\n")
    assert "OP-1.2\tElevene mestrer" in ut
    assert "grunnskolepoeng" not in ut
    assert "lesing-5-trinn\tElever på laveste" in kjor("finn", "laveste nivå", *P).ut
    maal = kjor("vis", "OP-2.1", "--dato", "2024-02-02", *P).ut
    assert "2023: feil vei. Andelen med tiltak" in maal
    assert "2023: feil vei" not in kjor("vis", "OP-2.1", "--dato", "2024-02-01", *P).ut


def test_historien_til_et_maal_og_en_indikator(kjor: Kjor, tmp_path: Path) -> None:
    """A goal lies in a file with others: what changed in it is told, and nothing of the rest; and
    an indicator that says otherwise is still the same one.
    """
    rot = tmp_path / "k"
    kjor("init", rot, "--navn", "K", "--enhet", "OUS Oppvekst")
    fil = rot / "data/maal/tf.yaml"
    fil.parent.mkdir(exist_ok=True)
    tekst = (
        "kode: TF\nnr: 1\nnavn: Trygg\nhovedmaal:\n  - kode: TF-1\n    tittel: Alle leser\n"
        "    delmaal:\n      - {kode: TF-1.2, tittel: Noe annet, ansvar: [OUS]}\n"
        "      - kode: TF-1.1\n        tittel: Flere leser godt\n        ansvar: [OUS]\n"
        "        indikatorer:\n          - {kode: lesing, navn: Leser godt, enhet: prosent,"
        ' retning: opp, kilde: Prøver, maaltall: {"2024": 60}}\n'
    )
    git(rot, "init", "-q", "-b", "main")
    for nytt in (tekst, tekst.replace("60", "65"), tekst.replace("Noe annet", "Noe mer")):
        fil.write_text(nytt, encoding="utf-8")
        git(rot, "add", "-A")
        git(rot, "commit", "-q", "-m", "x", **HVEM)
    p = ("--prosjekt", rot)
    ut = kjor("historikk", "TF-1.1", *p).ut
    assert "  Indikatorer, lesing, måltall, 2024: 60 → 65.\n" in ut
    assert "  Indikatorer, lesing, måltall, 2024: 65 → 60.\n" in ut
    assert "Noe" not in ut
    assert "  Måltall, 2024: 60 → 65.\n" in kjor("historikk", "lesing", *p).ut
    assert "delmål, TF-1.2, tittel" in kjor("historikk", "TF", *p).ut
    assert "Nå:  Noe mer" in kjor("endringer", "HEAD~1", *p).ut


def test_en_godkjent_rapport_taaler_at_maalene_bytter_kode_og_fil(
    kjor: Kjor, tmp_path: Path
) -> None:
    """A new plan may use a code again: the approved report has its own."""
    rot = tmp_path / "k"
    shutil.copytree(EKSEMPEL, rot)
    spor = ("rapport", "arsrapport", "--aar", 2023, "--for", "intern", "--prosjekt", rot)
    foer = kjor(*spor).ut
    (rot / "data/maal/samfunn.yaml").unlink()
    gammel = rot / "data/maal/oppvekst.yaml"
    tekst = gammel.read_text(encoding="utf-8").replace("kode: OP\n", "kode: BE\n")
    (rot / "data/maal/op.yaml").write_text(tekst, encoding="utf-8")
    gammel.unlink()
    assert kjor(*spor).ut.split("## Om rapporten")[0] == foer.split("## Om rapporten")[0]


def test_et_godkjent_aar_holdes_mot_sine_egne_maal(kjor: Kjor, tmp_path: Path) -> None:
    """An assessment of a goal that is not there can't be approved away."""
    rot = tmp_path / "k"
    shutil.copytree(EKSEMPEL, rot)
    shutil.rmtree(rot / "data/rapporter/2024-T1")
    shutil.rmtree(rot / "data/rapporter/2024-T2")
    for fil in ("grunnlag", "okonomi"):
        (rot / f"data/rapporter/2023-AR/{fil}.yaml").unlink()
    samlet = rot / "data/rapporter/2023-AR/kommunedirektor.yaml"
    tekst = re.sub(r"(?s)godkjent:.*", "", samlet.read_text(encoding="utf-8"))
    samlet.write_text(tekst.replace("  OP-1.1:", "  OP-9.9:"), encoding="utf-8")
    p = ("--prosjekt", rot)
    assert "ST414" in kjor("valider", *p, ventet=1).ut
    spor = ("tertial", "godkjenn", "2023-AR", "--dato", "2024-02-02", "--ja", *p)
    svar = kjor(*spor, ventet=1)
    assert "ST414" in svar.ut + svar.feil
    assert "godkjent" not in samlet.read_text(encoding="utf-8")
    samlet.write_text(tekst, encoding="utf-8")
    svar = kjor(*spor)
    assert "1 mål er ikke vurdert" not in svar.feil
    kjor("valider", *p)


def test_utkast_og_godkjent_sier_det_samme_om_maalene(kjor: Kjor, tmp_path: Path) -> None:
    """What is kept at the approval is all that the chapter needs: a figure older than the series,
    how seldom it is measured, and a target without any figure.
    """
    rot = tmp_path / "k"
    shutil.copytree(EKSEMPEL, rot)
    for periode in ("2024-T1", "2024-T2"):
        shutil.rmtree(rot / "data/rapporter" / periode)
    for fil in ("grunnlag", "okonomi"):
        (rot / f"data/rapporter/2023-AR/{fil}.yaml").unlink()
    samlet = rot / "data/rapporter/2023-AR/kommunedirektor.yaml"
    tekst = samlet.read_text(encoding="utf-8")
    samlet.write_text(re.sub(r"(?s)godkjent:.*", "", tekst), encoding="utf-8")
    (rot / "data/maalinger/2017.yaml").write_text(
        "maalinger:\n  - {indikator: tilpassede-boliger, verdi: 3, maalt: 2018-01-20}\n"
    )
    maal = rot / "data/maal/oppvekst.yaml"
    maal.write_text(
        maal.read_text(encoding="utf-8").replace("frekvens: aarlig", "frekvens: hvert_fjerde_aar"),
        encoding="utf-8",
    )
    p = ("--prosjekt", rot)
    spor = ("rapport", "arsrapport", "--aar", 2023, "--dato", "2024-02-02", "--for", "intern", *p)
    foer = kjor(*spor).ut
    assert "| 3 | 40 (2024) | ◔\u00a0før måltallet |" in foer
    kjor("tertial", "godkjenn", "2023-AR", "--dato", "2024-02-02", "--ja", *p)
    etter = kjor(*spor).ut
    deler = [
        ut[ut.index("## Måloppnåelse") : ut.index("## Oppdragene i tall")] for ut in (foer, etter)
    ]
    assert deler[0] == deler[1]


def test_rettelsen_staar_i_arsrapporten(kjor: Kjor, tmp_path: Path) -> None:
    """And a figure that is another after the approval is told of by the rules."""
    rot = tmp_path / "k"
    shutil.copytree(EKSEMPEL, rot)
    p = ("--prosjekt", rot)
    tall = rot / "data/maalinger/2023.yaml"
    tall.write_text(tall.read_text(encoding="utf-8").replace("verdi: 29", "verdi: 28"), "utf-8")
    ut = kjor("valider", "--bare", "ST650", *p, ventet=None).ut
    assert "ventetid-familieteam 2023 er endret (verdi) siden 2023-AR ble godkjent" in ut
    samlet = rot / "data/rapporter/2023-AR/kommunedirektor.yaml"
    tekst = samlet.read_text(encoding="utf-8").replace("29 dager", "28 dager")
    samlet.write_text(tekst, encoding="utf-8")
    spor = ("tertial", "godkjenn", "2023-AR", "--dato", "2024-11-01", "--ja", *p)
    kjor(*spor, "--rettelse", "Ventetiden var 28 dager.")
    ut = kjor("rapport", "arsrapport", "--aar", 2023, "--for", "intern", *p).ut
    assert "Rettet 1. november 2024: Ventetiden var 28 dager." in ut
    assert "Ventetiden er 28 dager." in ut


def test_det_offentlige_faar_ikke_vite_hva_som_ikke_er_vurdert(kjor: Kjor) -> None:
    spor = ("rapport", "tilstand", "--dato", "2025-03-01", *P)
    assert "| Mål som ikke er vurdert for 2024 | 10 |" in kjor(*spor).ut
    assert "ikke er vurdert" not in kjor(*spor, "--for", "offentlig").ut


@pytest.mark.parametrize(
    "mal",
    [
        "{{ svar.maal.lys | lysfigur(5) }}",
        "{{ svar.maal.lys | lysfigur(none) }}",
        "{{ svar.maal.lys | lysfigur(svar) }}",
        '{{ svar.maal.lys | lysfigur(" ") }}',
        "{{ svar.enheter[0][1] | matrisefigur(svar.perioder, 7) }}",
        "{{ svar.aar | seriefigur }}",
        '{{ svar.maal | lysfigur("x") }}',
    ],
)
@pytest.mark.parametrize("form", ["md", "html"])
def test_en_figur_som_er_brukt_galt_er_malens_feil(
    kjor: Kjor, tmp_path: Path, mal: str, form: str
) -> None:
    shutil.copytree(EKSEMPEL / "data", tmp_path / "data")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/arsrapport.md.j2").write_text(f"# T\n\n{mal}\n", encoding="utf-8")
    spor = ("rapport", "arsrapport", "--aar", 2023, "--prosjekt", tmp_path)
    svar = kjor(*spor, "--format", form, ventet=2)
    assert "templates/arsrapport.md.j2" in svar.feil


def test_en_figur_paa_galt_sted_er_ordene_sine(kjor: Kjor, tmp_path: Path) -> None:
    """In a heading, a cell or a sentence; and a number that is no picture is nothing."""
    shutil.copytree(EKSEMPEL / "data", tmp_path / "data")
    (tmp_path / "templates").mkdir()
    figur = '{{ svar.maal.lys | lysfigur("Lysene " ~ "x" * 5000) }}'
    (tmp_path / "templates/arsrapport.md.j2").write_text(
        f"# T\n\n## {figur}\n\nFør {figur} etter\n\n| a | b |\n| --- | --- |\n| {figur} | c |\n\n"
        f"{figur}\n\n![a](figur:{'9' * 5000})\n\n![b](figur:77)\n",
        encoding="utf-8",
    )
    spor = ("rapport", "arsrapport", "--aar", 2023, "--prosjekt", tmp_path)
    html = kjor(*spor, "--format", "html").ut
    assert html.count("<svg ") == 1
    assert "figur:" not in html.replace(f"figur:{'9' * 5000}", "").replace("figur:77", "")
    assert html.count("<img") == 1  # the number that is too long to be a picture's
    assert re.search(r"<h2[^>]*>Lysene x+: \d+ nådd", html)
    assert "figur:1" not in kjor(*spor).ut


def test_et_aar_som_slutter_en_annen_dag_kan_vurderes(kjor: Kjor, tmp_path: Path) -> None:
    """The goals are assessed in the last period of the year, whatever day that ends; and a form
    without a last line end gets its places all the same.
    """
    rot = tmp_path / "k"
    shutil.copytree(EKSEMPEL / "data", rot / "data")
    shutil.rmtree(rot / "data/rapporter")
    fil = rot / "data/kommune.yaml"
    fil.write_text(fil.read_text(encoding="utf-8").replace("slutt: 12-31", "slutt: 11-30"), "utf-8")
    samlet = rot / "data/rapporter/2024-AR/kommunedirektor.yaml"
    samlet.parent.mkdir(parents=True)
    samlet.write_text("samlet_vurdering: Ord", encoding="utf-8")
    kjor("tertial", "start", "2024-AR", "--ja", "--prosjekt", rot)
    lest = yaml.safe_load(samlet.read_text(encoding="utf-8"))
    assert set(lest["maalvurderinger"]) == set(maalene())
    kjor("valider", "--prosjekt", rot, ventet=None)


def test_et_hovedmaal_uten_delmaal_kan_tjenes(kjor: Kjor, rikt: Path) -> None:
    (rikt / "data/maal").mkdir(exist_ok=True)
    (rikt / "data/maal/zz.yaml").write_text(
        "kode: ZZ\nnr: 9\nnavn: Annet\nhovedmaal:\n  - {kode: ZZ-1, tittel: Et helt mål}\n",
        encoding="utf-8",
    )
    fil = next((rikt / "data/oppdrag").rglob("*.yaml"))
    tekst = re.sub(r"delmaal:.*\n", "", fil.read_text(encoding="utf-8")).rstrip("\n")
    fil.write_text(f"{tekst}\ndelmaal: [ZZ-1]\n", encoding="utf-8")
    p = ("--prosjekt", rikt)
    assert "ST202" not in kjor("valider", *p, ventet=None).ut
    id_ = f"{fil.parent.name}-{fil.stem}"
    for kode in ("ZZ-1", "ZZ"):
        assert id_ in kjor("vis", kode, *p).ut


def test_en_indikator_tar_ikke_navnet_til_et_oppdrag(kjor: Kjor, tmp_path: Path) -> None:
    shutil.copytree(EKSEMPEL / "data", tmp_path / "data")
    fil = tmp_path / "data/maal/helse.yaml"
    tekst = fil.read_text(encoding="utf-8").replace("kode: tilpassede-boliger", "kode: fos-04")
    fil.write_text(tekst, encoding="utf-8")
    p = ("--prosjekt", tmp_path)
    assert kjor("vis", "FOS-04", *p).ut.startswith("2024-FOS-04\toppdrag\n")
    assert kjor("vis", "fos-04", *p).ut.startswith("fos-04\tindikator\n")


def test_ingen_tall_er_fra_etter_dagen_under_per_og_ved(
    kjor: Kjor, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """In the real history of the example, by the day and by the commit: no figure is later, and
    each is the last that the files of that day have.
    """
    rot = tmp_path_factory.mktemp("historie") / "granvaag"
    hent(rot)
    for dag in ("2022-11-30", "2023-02-10", "2024-01-31", "2024-03-20", "2024-10-14"):
        commit = git(rot, "log", "-1", "--format=%H", f"--before={dag}T23:59:59+01:00").strip()
        ventet = {}
        for fil in sorted(git(rot, "ls-tree", "--name-only", commit, "data/maalinger/").split()):
            for ett in yaml.safe_load(git(rot, "show", f"{commit}:{fil}"))["maalinger"]:
                if ett["maalt"] <= date.fromisoformat(dag):
                    ventet[ett["indikator"]] = str(ett["maalt"])
        for valg in (("--per", dag), ("--ved", commit, "--dato", dag)):
            spor = ("maal", "--status", "--format", "json", "--prosjekt", rot, *valg)
            svar = json.loads(kjor(*spor).ut)["svar"]
            alle = [
                rad
                for omraade in svar["omraader"]
                for maal in omraade["maal"]
                for rad in maal["indikatorer"]
            ]
            vist = {rad["kode"]: rad["serie"][-1]["maalt"] for rad in alle if rad["serie"]}
            assert vist == ventet
            assert all(punkt["kjent"] <= dag for rad in alle for punkt in rad["serie"])
