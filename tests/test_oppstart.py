"""The first day: a municipality begins, by the documents alone."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import yaml
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from styring.fag.enhetsliste import les_enhet, skreven_enhet
from styring.fag.hjelpeemner import EMNER
from styring.fag.nynorsk import ukjente_ord
from styring.fag.plikter import plikter
from styring.lesing.innlesing import les_inn
from styring.prosjekt import installasjon
from styring.prosjekt.tre import Arbeidstre
from styring.sporring.oppsett.lovens_hjul import lovens_hjul
from tests.conftest import ROT, Kjor
from tests.historie import bygg, git
from tests.skjemahjelp import Bok, lagre_alle_med_libreoffice

VEIEN = (ROT / "docs" / "kom-i-gang.md").read_text(encoding="utf-8")
GRANLI = (
    "--navn",
    "Granli kommune",
    "--enhet",
    "OUS Oppvekst og utdanning",
    "--enhet",
    "SKO Skolene under OUS",
    "--perioder",
    "tertial",
    "--kodelager",
    "ingen",
)


@pytest.mark.parametrize("aar", ["2025", "2027"])
def test_en_kommune_paa_nynorsk(kjor: Kjor, tmp_path: Path, aar: str) -> None:
    """From the first day: the duties of the law too, every word of ours, and nothing to put
    right.
    """
    rot = tmp_path / "ny"
    kjor("init", rot, *GRANLI, "--aar", aar, "--eksempelpost", "--maalform", "nn")
    kjor("valider", "--streng", "--prosjekt", rot)
    assert yaml.safe_load((rot / "data/kommune.yaml").read_text("utf-8"))["maalform"] == "nn"
    assert lovens_hjul(int(aar))
    for plikt in lovens_hjul(int(aar)).values():
        assert ukjente_ord(f"{plikt['tittel']}. {plikt.get('merknad', '')}") == set()
    hjulet = (rot / "data/arshjul.yaml").read_text("utf-8")
    assert "Kommunestyret har fått vite korleis det står til i skulen" in hjulet
    brevet = kjor("rapport", "styringsbrev", "--aar", aar, "--prosjekt", rot).ut
    assert "Oppdraga er henta frå: ikkje oppgitt." in brevet
    assert "Døme på eit hovudmål" in brevet


def test_init_teller_ikke_tips_som_funn(kjor: Kjor, tmp_path: Path) -> None:
    assert "Dataene er kontrollert: ingen feil." in kjor("init", tmp_path / "ny", *GRANLI).ut


TOLV = """\
kode;navn;type;overordnet;leder
OUS;Oppvekst og utdanning;sektor;;direktør OUS
SKO;Skolene;virksomhet;OUS;virksomhetsleder SKO
BHG;Barnehagene;virksomhet;OUS;
HOM;Helse, omsorg og mestring;sektor;;direktør HOM
HJE;Hjemmetjenesten;;HOM;
SYK;Sykehjemmet;;HOM;
NAV;NAV;virksomhet;HOM;
TEK;Teknisk;sektor;;
VAR;Vann, avløp og renovasjon;virksomhet;TEK;
BRA;Brann og redning;virksomhet;TEK;
KUL;Kultur;sektor;;
OKO;Økonomi;stab;;
"""


def blokkene() -> list[str]:
    """The commands of the document, line by line."""
    blokker = re.findall(r"```bash\n(.*?)```|<!-- (her .*?) -->", VEIEN, re.DOTALL)
    return [linje for bash, merke in blokker for linje in (bash.splitlines() or [merke])]


def fyll_ut(mappe: Path) -> None:
    """What directors do in Excel: a light and a comment on every row."""
    for fil in sorted(mappe.glob("*.xlsx")):
        bok = openpyxl.load_workbook(fil)
        ark = bok["Skjema"]
        hode = next(
            rad
            for rad in range(1, 20)
            if "Status" in [celle.value for celle in ark[rad]] and ark.cell(rad, 1).value == "Id"
        )
        kolonner = {celle.value: celle.column or 0 for celle in ark[hode]}
        for rad in range(hode + 1, ark.max_row + 1):
            if re.fullmatch(r"20\d\d-.*", str(ark.cell(rad, 1).value or "")):
                for navn, verdi in (
                    ("Status", "i gang"),
                    ("Framdrift", "i rute"),
                    ("Kommentar", "Arbeidet er i gang, og planen holder."),
                ):
                    ark.cell(rad, kolonner[navn]).value = verdi
        assert str(ark["A3"].value).startswith("Samlet vurdering")
        ark["E3"].value = "Vi er i gang med alt."
        bok.save(fil)


TRE_ENHETER, TOLV_ENHETER = (
    ["OUS", "HOM", "TEK"],
    ["OUS", "SKO", "HOM", "HJE", "TEK", "VAR", "KUL", "OKO"],
)


def med_tolv_enheter(linjene: list[str]) -> list[str]:
    """The same way for a municipality that has its units in a list, and virksomheter below."""
    ut = []
    for linje in linjene:
        if linje.startswith("styring init"):
            linje = re.sub('--enhet "[^"]*" ?', "", linje) + " --enheter enheter.csv"  # noqa: PLW2901  # the same line, put otherwise
        if linje.startswith("styring tertial lever") and " OUS " in linje:
            ut += [linje.replace(" OUS ", f" {kode} ") for kode in ("SKO", "HJE", "VAR")]
            ut += [linje.replace(" OUS ", f" {kode} ") for kode in ("KUL", "OKO")]
        ut.append(linje)
        if linje == "styring status":
            ut += [
                f'styring ny oppdrag --ansvarlig {kode} --tittel "Rydde i {kode}" --dato 2026-01-15'
                " --ja"
                for kode in ("SKO", "HJE", "VAR", "KUL", "OKO")
            ]
    return ut


def miljoet(tmp_path: Path) -> dict[str, str]:
    """The environment of somebody who has styring installed, and a name in git."""
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "styring"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m styring "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return {
        **os.environ,
        "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "GIT_AUTHOR_NAME": "Kari",
        "GIT_AUTHOR_EMAIL": "kari@granli.example",
        "GIT_COMMITTER_NAME": "Kari",
        "GIT_COMMITTER_EMAIL": "kari@granli.example",
    }


@pytest.mark.parametrize(
    ("veien", "enheter"), [(list, TRE_ENHETER), (med_tolv_enheter, TOLV_ENHETER)]
)
def test_veien_i_dokumentet_kan_gaas_fra_ende_til_annen(
    tmp_path: Path, veien: Callable[[list[str]], list[str]], enheter: list[str]
) -> None:
    """Every block of the document, command by command, as a newcomer would paste them; the
    workbooks are saved by the real LibreOffice on the way.
    """
    (tmp_path / "enheter.csv").write_text(TOLV, encoding="utf-8")
    miljo = miljoet(tmp_path)
    sted, til_status, til_word, brukt, svarene = tmp_path, 0, 0, 0, {}
    for linje in veien(blokkene()):
        if linje.startswith("her fylles"):
            fyll_ut(sted / "skjemaer")
            gjennom_libreoffice(sted / "skjemaer", tmp_path)
            continue
        if linje.startswith("her rettes"):
            rett_ett(sted / "skjemaer")
            continue
        if linje.startswith("cd "):
            sted = sted / linje.removeprefix("cd ")
            continue
        gjort = subprocess.run(
            ["sh", "-c", linje], cwd=sted, env=miljo, capture_output=True, text=True, check=False
        )
        # reminders say 1 while somebody has not told of everything
        assert gjort.returncode in ((0, 1) if "purring" in linje else (0,)), (
            linje + gjort.stdout + gjort.stderr
        )
        brukt += linje.startswith("styring")
        til_status = til_status or brukt * (linje == "styring status")
        til_word = til_word or brukt * ("utkast.docx" in linje)
        svarene[linje] = gjort.stdout
        if linje == "styring status":
            assert "OUS" in gjort.stdout
            assert gjort.stdout.count("Sum") == 1
    assert til_status <= 6
    assert til_word - (len(enheter) - 3) <= 10, "but for the commands that give more oppdrag"
    assert RETTET not in svarene["styring tertial importer skjemaer --dato 2026-05-10 --ja"]
    rettelsen = svarene["styring tertial importer skjemaer --dato 2026-05-11 --ja"]
    assert RETTET in rettelsen
    assert rettelsen.count("Kommentar: ") == 1, "and nothing else is changed"
    kontroller_svarene(sted, enheter)
    assert git(sted, "status", "--porcelain").strip() in ("", b"")


def kontroller_svarene(sted: Path, enheter: list[str]) -> None:
    """What was typed in Excel stands in the data of every unit, and in the report."""
    for kode in enheter:
        skjema = yaml.safe_load((sted / f"data/rapporter/2026-T1/{kode}.yaml").read_text())
        (melding,) = skjema["oppdrag"].values()
        assert melding["kommentar"].strip() == (
            RETTET if kode == "HOM" else "Arbeidet er i gang, og planen holder."
        )
        assert str(skjema["levert"]) == "2026-05-12"
    rapporten = Document(str(sted / "tertial-2026-T1.docx"))
    teksten = "\n".join(ett.text for ett in rapporten.element.body.iter() if ett.text)
    assert RETTET in teksten


RETTET = "Vi har prøvd ut tilsynet i én sone."


def gjennom_libreoffice(mappe: Path, arbeid: Path) -> None:
    """Save every workbook again with the real LibreOffice, as a director who has no Excel does."""
    if shutil.which("soffice") or "CI" in os.environ:
        for fil in lagre_alle_med_libreoffice(sorted(mappe.glob("*.xlsx")), arbeid / "libre"):
            shutil.copy(fil, mappe / fil.name)


def rett_ett(mappe: Path) -> None:
    """The file that was sent in, corrected in one cell, and put back where the files come."""
    fil = "2026-T1-HOM.xlsx"
    bok = Bok(mappe / "ferdig" / fil)
    bok.svar("2026-HOM-01", Kommentar=RETTET).lagre(mappe / fil)


def test_en_kommune_med_tolv_enheter_fra_en_liste(kjor: Kjor, tmp_path: Path) -> None:
    (tmp_path / "enheter.csv").write_text(TOLV, encoding="utf-8")
    rot = tmp_path / "vik"
    felles = ("--navn", "Vik kommune", "--perioder", "kvartal", "--kodelager", "gitlab")
    ut = kjor(
        "init", rot, *felles, "--enheter", tmp_path / "enheter.csv", "--dato", "2026-01-05"
    ).ut
    assert "ingen feil" in ut
    kommune = yaml.safe_load((rot / "data" / "kommune.yaml").read_text(encoding="utf-8"))
    assert len(kommune["enheter"]) == 12
    assert kommune["enheter"]["HJE"] == {
        "navn": "Hjemmetjenesten",
        "type": "virksomhet",
        "overordnet": "HOM",
    }
    assert kommune["enheter"]["OKO"]["type"] == "avdeling"
    assert list(kommune["rapportering"]["perioder"]) == ["K1", "K2", "K3", "AR"]
    assert (rot / ".gitlab-ci.yml").is_file()
    assert not (rot / ".github").exists()
    kjor("valider", "--streng", "--prosjekt", rot)


def test_enhetene_kan_komme_fra_et_regneark(kjor: Kjor, tmp_path: Path) -> None:
    bok = openpyxl.Workbook()
    for linje in TOLV.splitlines():
        bok.worksheets[0].append(linje.split(";"))
    bok.save(tmp_path / "enheter.xlsx")
    rot = tmp_path / "vik"
    kjor("init", rot, "--navn", "Vik", "--enheter", tmp_path / "enheter.xlsx")
    register = les_inn(Arbeidstre(rot)).register
    assert len(register.enheter) == 12


@pytest.mark.parametrize("skille", [",", ";", "\t"])
def test_en_tabell_med_tittel_og_komma_leses_og_det_som_ikke_leses_nevnes(
    kjor: Kjor, tmp_path: Path, skille: str
) -> None:
    """As a sheet is saved: a title above the headings, columns in another order, units above by
    their names.
    """
    rader = (
        ("Enhetene i Vik", "", "", "", ""),
        ("", "", "", "", ""),
        ("Navn på enheten", "Kode", "Overordnet enhet", "Type", "Telefon"),
        ("Oppvekst og utdanning", "OUS", "", "Kommunalområde", "22 22"),
        ("Skolene", "SKO", "oppvekst og utdanning", "virksomhet", ""),
    )
    tekst = "".join(skille.join(rad) + "\n" for rad in rader)
    (tmp_path / "enheter.csv").write_text(tekst, encoding="utf-8")
    rot = tmp_path / "vik"
    svar = kjor("init", rot, "--navn", "Vik", "--enheter", tmp_path / "enheter.csv")
    assert "kolonnen «Telefon» er ikke lest (1 celle)" in svar.feil
    enheter = les_inn(Arbeidstre(rot)).register.enheter
    assert {kode: enhet.overordnet for kode, enhet in enheter.items()} == {
        "OUS": None,
        "SKO": "OUS",
    }


def test_hver_gal_rad_i_listen_nevnes_med_linjen(kjor: Kjor, tmp_path: Path) -> None:
    fil = tmp_path / "enheter.csv"
    fil.write_text("kode;navn;type\nOUS;Oppvekst;tull\nHOM;;sektor\n12;Tall;\n", encoding="utf-8")
    svar = kjor("init", tmp_path / "vik", "--navn", "Vik", "--enheter", fil, ventet=2).feil
    assert "enheter.csv, rad 2: «OUS; Oppvekst; tull» kan ikke leses" in svar
    assert "«tull» er ikke en type enhet; skriv sektor, avdeling, stab eller virksomhet" in svar
    assert "rad 3: «HOM; sektor» kan ikke leses som en enhet: navnet mangler" in svar
    assert "rad 4: «12; Tall» kan ikke leses som en enhet: skriv koden" in svar


@pytest.mark.parametrize("aar", [2020, 2023, 2024, 2026, 2027, 2099])
def test_hjulet_har_hver_plikt_som_gjelder_og_kontrollen_er_stille(
    kjor: Kjor, tmp_path: Path, aar: int
) -> None:
    rot = tmp_path / "granli"
    kjor("init", rot, *GRANLI, "--aar", aar, "--eksempelpost", "--dato", f"{aar}-01-05")
    hjul = yaml.safe_load((rot / "data" / "arshjul.yaml").read_text(encoding="utf-8"))
    assert set(hjul["aktiviteter"]) == {ett.kode for ett in plikter() if ett.gjelder_i(aar)}
    for aktivitet in hjul["aktiviteter"].values():
        assert (aktivitet["nar"] == "ikke_oppgitt") == ("merknad" in aktivitet)
        assert "orenskog" not in str(aktivitet)
    svar = json.loads(kjor("valider", "--tips", "--format", "json", "--prosjekt", rot).ut)
    assert [ett for ett in svar["funn"] if ett["kode"].startswith("ST5")] == []


def test_dagene_i_hjulet_er_lovens() -> None:
    """By hand, for one year: what the table says becomes the day the wheel shows."""
    hjul = lovens_hjul(2026)
    assert hjul["budsjett-vedtatt"]["nar"] == {"hvert_ar": "12-31"}
    assert hjul["innstilling"]["nar"] == {"fra_aktivitet": "budsjett-vedtatt", "dager": -14}
    assert hjul["a-melding"]["nar"] == {
        "rrule": "FREQ=MONTHLY;BYMONTHDAY=5",
        "fra": date(2026, 1, 5),
    }
    assert hjul["konstituering"]["nar"] == {"hvert_ar": "10-31", "hvert": 4, "fra": 2023}
    assert lovens_hjul(2027)["konstituering"]["nar"]["fra"] == 2027  # type: ignore[index]
    assert hjul["finansrapport"]["nar"] == "ikke_oppgitt"
    assert "minst 3 ganger i året" in str(hjul["finansrapport"]["merknad"])


@pytest.mark.parametrize(
    ("linje", "ventet"),
    [
        ("OUS Oppvekst og utdanning", ("OUS", "Oppvekst og utdanning", "sektor", None, None)),
        ("ous: Oppvekst", ("OUS", "Oppvekst", "sektor", None, None)),
        ("SKO = Skolene under OUS", ("SKO", "Skolene", "virksomhet", "OUS", None)),
        ("SKO Skolene, under OUS", ("SKO", "Skolene", "virksomhet", "OUS", None)),
        ("OKO;Økonomi;stab", ("OKO", "Økonomi", "avdeling", None, None)),
        ("SKO\tSkolene\t\tOUS\trektor", ("SKO", "Skolene", "virksomhet", "OUS", "rektor")),
        ("OUS", None),
        ("OUS;;sektor", None),
        ("OUS;Oppvekst;tull", None),
        ("", None),
    ],
)
def test_en_enhet_paa_en_linje(linje: str, ventet: tuple[str | None, ...] | None) -> None:
    lest = les_enhet(skreven_enhet(linje))
    assert (None if isinstance(lest, str) else lest) == ventet


@given(st.text(max_size=80))
def test_hva_som_helst_paa_en_linje_er_en_enhet_eller_ikke(linje: str) -> None:
    lest = les_enhet(skreven_enhet(linje))
    assert lest
    assert isinstance(lest, str) or all((lest.kode, lest.navn, lest.type))


@pytest.mark.parametrize(
    ("enheter", "grunn"),
    [
        ([], "ingen enheter er oppgitt"),
        (["OUS"], "kan ikke leses som en enhet"),
        (["ØKO Økonomi"], "kan ikke leses som en enhet: skriv koden (en kode med store bokstaver"),
        (["OUS Oppvekst", "OUS Annet"], "koden «OUS» er brukt av en annen enhet"),
        (["KS Kultur"], "koden «KS» er brukt av Kommunestyret"),
        (["SKO Skolene under OUS"], "som ikke er i listen"),
        (["SKO A under BVT", "BVT B under SKO"], "ligger under seg selv"),
    ],
)
def test_enheter_som_ikke_gaar(kjor: Kjor, tmp_path: Path, enheter: list[str], grunn: str) -> None:
    valg = [del_ for enhet in enheter for del_ in ("--enhet", enhet)]
    svar = kjor("init", tmp_path / "x", "--navn", "X", *valg, ventet=2)
    assert grunn in svar.feil
    assert not (tmp_path / "x").exists(), "ingenting er skrevet"


def test_en_mappe_som_ikke_er_tom_roeres_ikke(kjor: Kjor, tmp_path: Path) -> None:
    (tmp_path / "viktig.txt").write_text("x", encoding="utf-8")
    assert "er ikke tom: der ligger «viktig.txt»" in kjor("init", tmp_path, *GRANLI, ventet=2).feil
    assert [fil.name for fil in tmp_path.iterdir()] == ["viktig.txt"]


def test_et_tomt_repo_kan_fylles(kjor: Kjor, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    kjor("init", tmp_path, *GRANLI)
    kjor("valider", "--prosjekt", tmp_path)


def test_uten_navn_og_uten_noen_aa_spoerre(kjor: Kjor, tmp_path: Path) -> None:
    assert "--navn mangler" in kjor("init", tmp_path / "x", ventet=2).feil


def test_ord_som_ikke_finnes_foreslaas(kjor: Kjor, tmp_path: Path) -> None:
    valg = ("--navn", "X", "--enhet", "OUS Oppvekst")
    svar = kjor("init", tmp_path / "x", *valg, "--perioder", "tertialvis", ventet=2)
    assert "Mente du tertial?" in svar.feil


def test_alt_i_det_nye_repoet_er_gyldig(kjor: Kjor, tmp_path: Path) -> None:
    rot = tmp_path / "granli"
    kjor("init", rot, *GRANLI[:-1], "github")
    for fil in (
        ".github/workflows/styring.yml",
        ".pre-commit-config.yaml",
        ".yamllint",
        "data/kommune.yaml",
    ):
        assert yaml.safe_load((rot / fil).read_text(encoding="utf-8"))
    for fil in (".prettierrc", ".vscode/settings.json", ".vscode/extensions.json"):
        assert json.loads((rot / fil).read_text(encoding="utf-8"))
    for sti in rot.rglob("*"):
        if sti.is_file() and ".git/" not in sti.as_posix():
            assert not re.search("<<[a-z]+>>", sti.read_text(encoding="utf-8")), sti
    arbeid = yaml.safe_load((rot / ".github/workflows/styring.yml").read_text(encoding="utf-8"))
    for jobb in arbeid["jobs"].values():
        assert jobb["timeout-minutes"]
        brukt = [steg["uses"] for steg in jobb["steps"] if "uses" in steg]
        assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", ett) for ett in brukt), brukt
    assert arbeid["permissions"] == {}
    assert yaml.safe_load(
        (rot / ".github/ISSUE_TEMPLATE/rett-data.yml").read_text(encoding="utf-8")
    )


def test_editoren_faar_kommunens_egne_ord(kjor: Kjor, tmp_path: Path) -> None:
    rot = tmp_path / "granli"
    kjor("init", rot, *GRANLI, "--eksempelpost")
    skjema = json.loads((rot / ".vscode/styring/oppdrag.json").read_text(encoding="utf-8"))
    felter = skjema["properties"]
    assert felter["ansvarlig"]["enum"] == ["OUS", "SKO"]
    assert felter["ansvarlig"]["enumDescriptions"] == ["Oppvekst og utdanning", "Skolene"]
    assert felter["delansvar"]["items"]["enum"] == ["OUS", "SKO"]
    assert felter["delmaal"]["items"]["enum"] == ["EKS-1.1"]
    vedtak = json.loads((rot / ".vscode/styring/vedtak.json").read_text(encoding="utf-8"))
    assert vedtak["properties"]["organ"]["enum"] == ["KS", "FSK"]
    hjul = json.loads((rot / ".vscode/styring/arshjul.json").read_text(encoding="utf-8"))
    assert '"FSK"' in json.dumps(hjul)


def test_oppsett_editor_lar_brukerens_valg_staa(kjor: Kjor, tmp_path: Path) -> None:
    rot = tmp_path / "granli"
    kjor("init", rot, *GRANLI)
    sti = rot / ".vscode" / "settings.json"
    valgt = json.loads(sti.read_text(encoding="utf-8"))
    valgt["editor.fontSize"] = 18
    valgt["yaml.schemas"]["https://andre.example/x.json"] = "annet/*.yaml"
    valgt["yaml.schemas"]["./.vscode/styring/borte.json"] = "data/borte.yaml"
    sti.write_text(json.dumps(valgt), encoding="utf-8")
    kjor("oppsett", "editor", "--prosjekt", rot)
    ny = json.loads(sti.read_text(encoding="utf-8"))
    assert ny["editor.fontSize"] == 18
    assert "https://andre.example/x.json" in ny["yaml.schemas"]
    assert "./.vscode/styring/borte.json" not in ny["yaml.schemas"]


@pytest.mark.parametrize("innhold", ['{ // min\n "a": 1 }', "[]", '{"yaml.schemas": 3}'])
def test_innstillinger_som_ikke_kan_leses_roeres_ikke(
    kjor: Kjor, tmp_path: Path, innhold: str
) -> None:
    rot = tmp_path / "granli"
    kjor("init", rot, *GRANLI)
    sti = rot / ".vscode" / "settings.json"
    sti.write_text(innhold, encoding="utf-8")
    assert "er ikke endret" in kjor("oppsett", "editor", "--prosjekt", rot, ventet=2).feil
    assert sti.read_text(encoding="utf-8") == innhold


def test_hvert_emne_har_et_dokument_og_et_ord_er_ett_emne(kjor: Kjor) -> None:
    ordene = [ord_ for emne in EMNER for ord_ in (emne.navn, *emne.andre)]
    assert len(ordene) == len(set(ordene))
    for ord_ in ordene:
        assert kjor("hjelp", ord_).ut.startswith("# ")
    assert all(emne.navn in kjor("hjelp").ut for emne in EMNER)
    assert "Mente du «datoer»?" in kjor("hjelp", "datoerr", ventet=2).feil


@pytest.mark.parametrize(
    ("kilde", "ventet", "delbar"),
    [
        (None, "styring[word]==", True),
        ('{"url": "file:///hjemme/styring", "dir_info": {}}', "@ file:///hjemme/styring", False),
        (
            '{"url": "https://x.example/s.git", "vcs_info": {"vcs": "git", "commit_id": "abc"}}',
            "@ git+https://x.example/s.git@abc",
            True,
        ),
        ('{"url": "https://x.example/s.whl", "archive_info": {}}', "@ https://x.example", True),
    ],
)
def test_raadet_om_tillegg_passer_maaten_styring_ble_installert_paa(
    monkeypatch: pytest.MonkeyPatch, kilde: str | None, ventet: str, *, delbar: bool
) -> None:
    class Pakke:
        def read_text(self, _navn: str) -> str | None:
            return kilde

    monkeypatch.setattr(installasjon, "distribution", lambda _navn: Pakke())
    assert ventet in installasjon.pakken(["word"])
    assert (installasjon.delbar_pakke(["word"]) is not None) is delbar
    assert sys.executable in installasjon.installer_med("word")


@pytest.fixture
def uten_skriver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)


@pytest.mark.usefixtures("uten_skriver")
def test_tillegget_kreves_foer_noe_skrives(kjor: Kjor, tmp_path: Path) -> None:
    rot = tmp_path / "granli"
    kjor("init", rot, *GRANLI, "--aar", 2026, "--eksempelpost", "--dato", "2026-01-05")
    svar = kjor(
        "tertial",
        "start",
        "2026-T1",
        "--xlsx",
        tmp_path / "ut",
        "--ja",
        "--prosjekt",
        rot,
        ventet=2,
    )
    assert "pip install" in svar.feil
    assert not (rot / "data" / "rapporter").exists()
    assert not (tmp_path / "ut").exists()


def test_uten_git_lages_mappen_likevel(
    kjor: Kjor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    ut = kjor("init", tmp_path / "granli", *GRANLI).ut
    assert "git er ikke installert" in ut
    assert (tmp_path / "granli" / "data" / "kommune.yaml").is_file()
    shutil.rmtree(tmp_path / "granli")


def test_manualsidene_er_hjelpen_og_dokumentene(kjor: Kjor, tmp_path: Path) -> None:
    kjor("oppsett", "man", tmp_path)
    sider = {fil.name: fil.read_text(encoding="utf-8") for fil in tmp_path.rglob("*.[17]")}
    assert {f"styring-{emne.navn}.7" for emne in EMNER} <= set(sider)
    hjelp = kjor("tertial", "start", "--hjelp").ut.strip()
    side = sider["styring-tertial-start.1"].replace("\\-", "-").replace("\\&", "")
    assert hjelp.replace('"', "\\(dq") in side
    assert "styring nytt-aar" in sider["styring-nytt-aar.1"].replace("\\-", "-")
    assert not [navn for navn, tekst in sider.items() if "\n.." in tekst or "\n'" in tekst]


def test_eksempelet_kommer_med_historien(kjor: Kjor, tmp_path: Path) -> None:
    """Each commit has the very tree that the history is built with."""
    mappe = tmp_path / "granvaag"
    ut = kjor("init", mappe, "--fra-eksempel").ut
    assert "Granvåg kommune er oppdiktet." in ut
    bygg(tmp_path / "bygd")
    linjer = [git(ett, "log", "--format=%T %cI %s") for ett in (mappe, tmp_path / "bygd")]
    assert linjer[0] == linjer[1]
    assert git(mappe, "status", "--porcelain") == ""
    assert "Ingen feil" in kjor("valider", "--prosjekt", mappe).ut
    assert kjor("init", mappe, "--fra-eksempel", ventet=2).feil.startswith("styring: «")
    assert kjor("endringer", "2024-06-01", "2024-10-01", "--prosjekt", mappe).ut


def test_eksempelet_uten_git(kjor: Kjor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert (
        "uten historie: git er ikke installert" in kjor("init", tmp_path / "g", "--fra-eksempel").ut
    )
    assert (tmp_path / "g/data/kommune.yaml").is_file()
