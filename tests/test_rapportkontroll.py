"""--kontroll, files that must not be lost, and the project's own templates."""

import io
import re
import runpy
import shutil
import sys
import zipfile
from datetime import date
from pathlib import Path
from typing import NamedTuple

import jinja2
import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from styring.feil import StyringFeil
from styring.visning.rapport import malfiler, pdf, word
from styring.visning.rapport.dokument import Dokumenttabell, blokker
from styring.visning.rapport.figurmerke import Innhold
from styring.visning.rapport.forskjell import forskjell
from styring.visning.rapport.maler import markdown
from styring.visning.rapport.malfiler import finnes, pakkens
from styring.visning.rapport.papirer import Papirer
from styring.visning.rapport.sandkasse import Sandkasse
from styring.visning.rapport.stempel import Stempel
from tests.conftest import ROT, Kjor, bare_posix
from tests.dokumenthjelp import sider
from tests.historie import git
from tests.skjemahjelp import EKSEMPEL
from tests.utgavehjelp import naar

T2 = ("rapport", "tertial", "2023-T2")


@pytest.fixture
def prosjekt(tmp_path: Path) -> Path:
    shutil.copytree(EKSEMPEL, tmp_path / "p")
    return tmp_path / "p"


def rett(fil: Path, gammelt: str, nytt: str) -> None:
    tekst = fil.read_text(encoding="utf-8")
    assert gammelt in tekst
    fil.write_text(tekst.replace(gammelt, nytt, 1), encoding="utf-8", newline="\n")


@pytest.mark.parametrize("form", ["md", "html", "docx", "pdf"])
def test_en_fersk_rapport_bestaar(kjor: Kjor, prosjekt: Path, tmp_path: Path, form: str) -> None:
    fil = tmp_path / f"t2.{form}"
    kjor(*T2, "--ut", fil, "--prosjekt", prosjekt)
    foer = fil.read_bytes()
    svar = kjor(*T2, "--kontroll", fil, "--prosjekt", prosjekt)
    assert svar.ut == f"«{fil}» er det dataene gir.\n"
    assert svar.feil == ""
    assert fil.read_bytes() == foer


@pytest.mark.parametrize("form", ["md", "html"])
def test_et_endret_komma_finnes(kjor: Kjor, prosjekt: Path, tmp_path: Path, form: str) -> None:
    """One comma changed by hand, and the line is shown."""
    fil = tmp_path / f"t2.{form}"
    kjor(*T2, "--ut", fil, "--prosjekt", prosjekt)
    rett(
        fil,
        "ikke i rute: skolestrukturen, lavterskeltilbudet",
        "ikke i rute: skolestrukturen lavterskeltilbudet",
    )
    ut = kjor(*T2, "--kontroll", fil, "--prosjekt", prosjekt, ventet=1).ut
    assert "er ikke det dataene gir" in ut
    assert any(
        linje.startswith("-") and "skolestrukturen lavterskel" in linje for linje in ut.split("\n")
    )
    assert any(
        linje.startswith("+") and "skolestrukturen, lavterskel" in linje for linje in ut.split("\n")
    )


def pakk_om(word: Path, gammelt: str, nytt: str) -> None:
    """Change the text of a Word file and nothing else of it."""
    with zipfile.ZipFile(word) as inn:
        deler = [(opplysninger, inn.read(opplysninger)) for opplysninger in inn.infolist()]
    with zipfile.ZipFile(word, "w", zipfile.ZIP_DEFLATED) as ut:
        for opplysninger, innhold in deler:
            tekst = opplysninger.filename == "word/document.xml"
            ut.writestr(
                opplysninger,
                innhold.replace(gammelt.encode(), nytt.encode(), 1) if tekst else innhold,
            )


def test_et_endret_tegn_i_word_og_pdf_finnes(kjor: Kjor, prosjekt: Path, tmp_path: Path) -> None:
    word = tmp_path / "t2.docx"
    kjor(*T2, "--ut", word, "--prosjekt", prosjekt)
    pakk_om(word, "Granvåg kommune", "Granvåg, kommune")
    assert (
        "er ikke det dataene gir"
        in kjor(*T2, "--kontroll", word, "--prosjekt", prosjekt, ventet=1).ut
    )
    pdf = tmp_path / "t2.pdf"
    kjor(*T2, "--ut", pdf, "--prosjekt", prosjekt)
    pdf.write_bytes(pdf.read_bytes() + b"\n")
    assert (
        "er ikke det dataene gir"
        in kjor(*T2, "--kontroll", pdf, "--prosjekt", prosjekt, ventet=1).ut
    )


def test_endrede_data_uten_git(kjor: Kjor, prosjekt: Path, tmp_path: Path) -> None:
    """Without git nobody can know what the data were; it is said, and what they give
    now is shown.
    """
    fil = tmp_path / "vedtak.md"
    kjor("rapport", "vedtak", "--dato", "2024-09-26", "--ut", fil, "--prosjekt", prosjekt)
    rett(
        prosjekt / "data" / "vedtak" / "2024" / "KS-021.yaml",
        "tittel: Trafikk",
        "tittel: Mye trafikk",
    )
    ut = kjor("rapport", "vedtak", "--kontroll", fil, "--prosjekt", prosjekt, ventet=1).ut
    assert ut.startswith(f"«{fil}» kan ikke avgjøres her: dataene filen er laget av (tre-id ")
    assert "ligger ikke i et git-repo som har dem" in ut
    assert "+**KS 21/24: Mye trafikk" in ut


def test_filens_egen_dag_gjelder(kjor: Kjor, prosjekt: Path, tmp_path: Path) -> None:
    fil = tmp_path / "v.md"
    kjor("rapport", "vedtak", "--dato", "2023-12-31", "--ut", fil, "--prosjekt", prosjekt)
    kjor("rapport", "vedtak", "--kontroll", fil, "--prosjekt", prosjekt)
    kjor(
        "rapport",
        "vedtak",
        "--kontroll",
        fil,
        "--dato",
        "2024-01-01",
        "--prosjekt",
        prosjekt,
        ventet=1,
    )
    kjor(
        "rapport", "vedtak", "--kontroll", fil, "--for", "ledelse", "--prosjekt", prosjekt, ventet=1
    )


def test_et_merke_i_dataene_narrer_ingen(kjor: Kjor, prosjekt: Path, tmp_path: Path) -> None:
    falskt = f"styring-rapport dato=2001-01-01 tre={'a' * 40} versjon=9"
    rett(
        prosjekt / "data" / "vedtak" / "2024" / "KS-021.yaml",
        "tittel: Trafikk",
        f"tittel: {falskt} Trafikk",
    )
    for form in ("md", "html", "docx", "pdf"):
        fil = tmp_path / f"v.{form}"
        kjor("rapport", "vedtak", "--dato", "2024-09-26", "--ut", fil, "--prosjekt", prosjekt)
        assert (
            "er det dataene gir"
            in kjor("rapport", "vedtak", "--kontroll", fil, "--prosjekt", prosjekt).ut
        )


@pytest.mark.parametrize(
    ("innhold", "form", "melding"),
    [
        (b"# En annen tekst\n", "md", "har ikke merket"),
        (b"PK\x03\x04 halv zip", "docx", "har ikke merket"),
        (b"", "pdf", "har ikke merket"),
        (
            b"styring-rapport dato=2023-02-31 tre=" + b"a" * 40 + b" versjon=1",
            "md",
            "har ikke merket",
        ),
        (b"{}", "json", "gjelder dokumenter"),
    ],
)
def test_det_som_ikke_er_en_rapport(
    kjor: Kjor, prosjekt: Path, tmp_path: Path, innhold: bytes, form: str, melding: str
) -> None:
    fil = tmp_path / f"x.{form}"
    fil.write_bytes(innhold)
    assert melding in kjor(*T2, "--kontroll", fil, "--prosjekt", prosjekt, ventet=2).feil


def test_andres_filer_overskrives_ikke(kjor: Kjor, prosjekt: Path, tmp_path: Path) -> None:
    fil = tmp_path / "notat.md"
    fil.write_text("# Viktig\n", encoding="utf-8")
    assert "av andre enn styring" in kjor(*T2, "--ut", fil, "--prosjekt", prosjekt, ventet=2).feil
    assert fil.read_text(encoding="utf-8") == "# Viktig\n"
    assert (
        "--kontroll skriver ingenting"
        in kjor(*T2, "--ut", fil, "--kontroll", fil, "--prosjekt", prosjekt, ventet=2).feil
    )
    ny = tmp_path / "ny" / "t2.md"
    kjor(*T2, "--ut", ny, "--prosjekt", prosjekt)
    kjor(*T2, "--ut", ny, "--bare-avvik", "--prosjekt", prosjekt)
    assert "--bare-avvik" in ny.read_text(encoding="utf-8")


def test_det_noen_har_rettet_for_haand_overskrives_ikke(
    kjor: Kjor, prosjekt: Path, tmp_path: Path
) -> None:
    """A report that somebody has polished is not lost; one as it was made is written anew without a
    question.
    """
    for form in ("md", "html", "docx", "pdf", "json"):
        fil = tmp_path / f"r.{form}"
        assert kjor(*T2, "--ut", fil, "--prosjekt", prosjekt).ut == f"Skrev «{fil}».\n"
        kjor(*T2, "--bare-avvik", "--ut", fil, "--prosjekt", prosjekt)
        if form in ("md", "html"):
            rett(fil, "Granvåg", "Gamle Granvåg")
        elif form == "docx":
            dokument = Document(str(fil))
            dokument.add_paragraph("Skrevet av rådgiveren")
            dokument.save(str(fil))
        elif form == "pdf":
            fil.write_bytes(fil.read_bytes() + b"% et notat\n")
        elif form == "json":
            fil.write_text('{"a": 1}', encoding="utf-8")
        foer = fil.read_bytes()
        assert (
            "laget eller endret av andre"
            in kjor(*T2, "--ut", fil, "--prosjekt", prosjekt, ventet=2).feil
        )
        assert fil.read_bytes() == foer


def test_hvor_rapporten_ikke_kan_ligge(kjor: Kjor, prosjekt: Path, tmp_path: Path) -> None:
    assert (
        "Legg rapporter utenfor data/"
        in kjor(*T2, "--ut", prosjekt / "data" / "t2.md", "--prosjekt", prosjekt, ventet=2).feil
    )
    assert (
        "Bruk .md, .html, .docx, .pdf eller .json"
        in kjor(*T2, "--ut", tmp_path / "t2.odt", "--prosjekt", prosjekt, ventet=2).feil
    )
    assert (
        "har ingen endelse"
        in kjor(*T2, "--ut", tmp_path / "t2", "--prosjekt", prosjekt, ventet=2).feil
    )
    assert (
        "passer ikke sammen"
        in kjor(
            *T2, "--ut", tmp_path / "t2.md", "--format", "html", "--prosjekt", prosjekt, ventet=2
        ).feil
    )
    (tmp_path / "mappe.md").mkdir()
    assert (
        "er en mappe"
        in kjor(*T2, "--ut", tmp_path / "mappe.md", "--prosjekt", prosjekt, ventet=2).feil
    )
    assert kjor(*T2, "--ut", "-", "--prosjekt", prosjekt).ut.startswith("# Status")


def test_uleste_data_er_ingen_grunn_til_aa_skylde_paa_filen(
    kjor: Kjor, prosjekt: Path, tmp_path: Path
) -> None:
    (prosjekt / "data" / "oppdrag" / "2024" / "TEK-01.yaml").write_text(
        "tittel: [", encoding="utf-8"
    )
    fil = tmp_path / "t2.md"
    vedtak = (
        "rapport",
        "vedtak",
        "--dato",
        "2024-09-26",
        "--for",
        "ledelse",
        "--prosjekt",
        prosjekt,
    )
    kjor(*vedtak, "--ut", fil, ventet=1)
    svar = kjor(*vedtak, "--kontroll", fil, ventet=1)
    assert svar.ut == ""
    assert "1 fil kunne ikke leses" in svar.feil


def test_egen_mal_kan_ikke_skjule_at_det_er_et_utkast(kjor: Kjor, prosjekt: Path) -> None:
    mal(prosjekt, "tertial.md.j2", "# Kort\n\n{{ svar.kommune }}\n")
    ord_ = ("rapport", "tertial", "2024-T2", "--dato", "2024-09-20", "--prosjekt", prosjekt)
    ut = kjor(*ord_, "--for", "ledelse").ut
    assert ut.startswith(
        "# Kort\n\n> **UTKAST.** Ikke godkjent slik det står. Tall og tekst kan bli endret.\n\n>"
        " **Internt.** Bare for ledelsen."
    )
    mal(prosjekt, "tertial.md.j2", "Uten tittel\n")
    assert kjor(*ord_, "--for", "intern").ut.startswith("> **UTKAST.**")
    assert kjor("rapport", "tertial", "2023-T2", "--prosjekt", prosjekt).ut.startswith(
        "Uten tittel\n"
    )


def test_word_og_pdf_kommer_ikke_i_terminalen(
    kjor: Kjor, prosjekt: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("styring.cli.rapport.dokumentvei.er_terminal", lambda: True)
    assert "--ut rapport.pdf" in kjor(*T2, "--format", "pdf", "--prosjekt", prosjekt, ventet=2).feil


@pytest.mark.parametrize(
    ("form", "pakke", "modul"),
    [("docx", "styring[word]", "docx"), ("pdf", "styring[pdf]", "typst")],
)
def test_uten_biblioteket(
    kjor: Kjor,
    prosjekt: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    form: str,
    pakke: str,
    modul: str,
) -> None:
    for navn in ("word", "word_innhold", "husmal", "pdf"):
        monkeypatch.delitem(sys.modules, f"styring.visning.rapport.{navn}", raising=False)
        monkeypatch.delattr(f"styring.visning.rapport.{navn}", raising=False)
    monkeypatch.setitem(sys.modules, modul, None)
    svar = kjor(*T2, "--ut", tmp_path / f"x.{form}", "--prosjekt", prosjekt, ventet=2)
    assert pakke in svar.feil
    assert not (tmp_path / f"x.{form}").exists()


def mal(prosjekt: Path, navn: str, tekst: str) -> None:
    (prosjekt / "templates").mkdir(exist_ok=True)
    (prosjekt / "templates" / navn).write_text(tekst, encoding="utf-8")


def test_egen_mal_brukes_i_stedet(kjor: Kjor, prosjekt: Path) -> None:
    mal(
        prosjekt,
        "vedtak.md.j2",
        '{% import "felles.md.j2" as felles %}\n# Vår egen rapport\n\n{{ svar.kommune }} har {{'
        " svar.antall }} vedtak.\n",
    )
    ut = kjor("rapport", "vedtak", "--dato", "2024-09-26", "--prosjekt", prosjekt).ut
    assert ut.startswith("# Vår egen rapport\n\nGranvåg kommune har 31 vedtak.\n")
    mal(
        prosjekt,
        "side.html.j2",
        "<!DOCTYPE html><title>{{ tittel }}</title>{{ foer }}{{ etter }}{{ kommune }} {{"
        " stempel.versjon }}",
    )
    html = kjor(
        "rapport", "vedtak", "--dato", "2024-09-26", "--format", "html", "--prosjekt", prosjekt
    ).ut
    assert html.startswith(
        "<!DOCTYPE html><title>Vår egen rapport</title><h1>Vår egen rapport</h1>"
    )


@pytest.mark.parametrize(
    ("innhold", "melding"),
    [
        (
            "# A\n\n{% if %}",
            "templates/vedtak.md.j2:3: malen kan ikke brukes: noe mangler før slutten. Rett den",
        ),
        (
            "{% if svar.kommune %}",
            "malen kan ikke brukes: «{% if … %}» er ikke avsluttet. Rett den",
        ),
        ("{% tull %}", "malen kan ikke brukes: «{% tull %}» passer ikke her. Rett den"),
        ("{{ svar kommune }}", "malen kan ikke brukes: «kommune» passer ikke her. Rett den"),
        ('{{ "svar }}', 'malen kan ikke brukes: «"» passer ikke her. Rett den'),
        ("{{ svar", "malen kan ikke brukes: noe mangler før slutten. Rett den"),
        ("# A\n{{ svar.finnes_ikke }}", "templates/vedtak.md.j2:2: malen kan ikke brukes"),
        ("# A\n{{ svar.organ }}", "en verdi som ikke er oppgitt"),
        ("{{ svar.__class__.__mro__ }}", "ikke har lov til"),
        ("{{ cycler.__init__.__globals__.os }}", "ikke har lov til"),
        ("{{ svar.apne.append(1) }}", "malen kan ikke brukes"),
        ('{% include "finnes_ikke.md.j2" %}', "som ikke finnes"),
        ('{% include "../data/kommune.yaml" %}', "som ikke finnes"),
        ('{% include "/etc/passwd" %}', "som ikke finnes"),
        ("{{ 1 / 0 }}", "malen kan ikke brukes"),
        ("{{ svar.dato | langdato(1, 2) }}", "malen kan ikke brukes"),
        ("{{ 'x' | finnes_ikke }}", "malen kan ikke brukes"),
        ("{% for i in range(99999999) %}{% endfor %}", "malen kan ikke brukes"),
        *(
            ("{{ svar.kommune | " + navn + " }}", f"«{navn}» finnes ikke")
            for navn in ("e", "escape", "safe", "urlize", "tojson", "forceescape")
        ),
        ("{{ [1, 2] | random }}", "«random» finnes ikke"),
        ("{{ 'a' * 10 ** 11 }}", "malen kan ikke brukes"),
        ("{{ '%999999999999d' | format(1) }}", "malen kan ikke brukes"),
        ("{{ cycler() }}", "malen kan ikke brukes"),
        ("{{ lipsum() }}", "malen kan ikke brukes"),
        ("{{ svar.dato.today() }}", "ikke har lov til"),
        ("{{ svar.tidsbruk._replace }}", "ikke har lov til"),
        ("{{ svar.tidsbruk._fields }}", "ikke har lov til"),
        ("{{ svar['__class__'] }}", "ikke har lov til"),
    ],
)
def test_feil_i_egen_mal_er_brukerens(
    kjor: Kjor, prosjekt: Path, innhold: str, melding: str
) -> None:
    mal(prosjekt, "vedtak.md.j2", innhold)
    svar = kjor("rapport", "vedtak", "--dato", "2024-09-26", "--prosjekt", prosjekt, ventet=2)
    assert melding in svar.feil
    assert svar.feil.count("\n") == 1
    assert svar.ut == ""


def test_feilskrevet_malnavn_blir_sagt(kjor: Kjor, prosjekt: Path) -> None:
    """A file that nearly has the name of a template is told of; one that is plainly something else
    is not.
    """
    for navn in (
        "tertial.md",
        "Tertial.md.j2",
        "rapport.dotx",
        "felles.md.j2",
        "logo.md.j2",
        "README.md",
    ):
        mal(prosjekt, navn, pakkens(navn) if finnes(navn) else "tekst")
    feil = kjor(*T2, "--prosjekt", prosjekt).feil
    assert (
        feil == "styring: templates/Tertial.md.j2 erstatter ingen mal. Mente du «tertial.md.j2»?\n"
        "styring: templates/rapport.dotx erstatter ingen mal. Mente du «rapport.docx»?\n"
        "styring: templates/tertial.md erstatter ingen mal. Mente du «tertial.md.j2»?\n"
    )
    for ord_ in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "maler")):
        git(prosjekt, *ord_, **naar("2024-10-20"))
    assert kjor(*T2, "--ved", "HEAD", "--prosjekt", prosjekt).feil.endswith(feil)


def test_egen_felles_mal_gir_riktig_sted(kjor: Kjor, prosjekt: Path) -> None:
    mal(prosjekt, "felles.md.j2", "{% macro om(a, b) %}{{ borte }}{% endmacro %}")
    assert (
        "templates/"
        in kjor("rapport", "styringsbrev", "--aar", "2023", "--prosjekt", prosjekt, ventet=2).feil
    )


@bare_posix
def test_lenker_og_feil_koding_i_maler(kjor: Kjor, prosjekt: Path, tmp_path: Path) -> None:
    (prosjekt / "templates").mkdir()
    (tmp_path / "hemmelig").write_text("hemmelig", encoding="utf-8")
    (prosjekt / "templates" / "vedtak.md.j2").symlink_to(tmp_path / "hemmelig")
    svar = kjor("rapport", "vedtak", "--prosjekt", prosjekt, ventet=2)
    assert "er en lenke" in svar.feil
    assert "hemmelig" not in svar.ut + svar.feil
    (prosjekt / "templates" / "vedtak.md.j2").unlink()
    (prosjekt / "templates" / "vedtak.md.j2").write_bytes("# Blåbær".encode("cp1252"))
    assert (
        "ikke lagret som UTF-8" in kjor("rapport", "vedtak", "--prosjekt", prosjekt, ventet=2).feil
    )
    shutil.rmtree(prosjekt / "templates")
    (tmp_path / "andres").mkdir()
    (prosjekt / "templates").symlink_to(tmp_path / "andres")
    assert "er en lenke" in kjor("rapport", "vedtak", "--prosjekt", prosjekt, ventet=2).feil


@pytest.mark.parametrize("form", ["md", "html", "docx", "pdf"])
def test_lange_navn_og_ord(kjor: Kjor, prosjekt: Path, tmp_path: Path, form: str) -> None:
    """The longest title and name that the format takes, and a word that is wider than the page."""
    rett(
        prosjekt / "data" / "kommune.yaml",
        "navn: Granvåg kommune",
        f"navn: {'Granvåg ' * 37}".rstrip(),
    )
    rett(
        prosjekt / "data" / "styringsbrev" / "2023.yaml",
        "tittel: Styringsbrev 2023",
        f"tittel: {'Styringsbrev' * 25}",
    )
    fil = tmp_path / f"b.{form}"
    kjor(
        "rapport",
        "styringsbrev",
        "--aar",
        "2023",
        *("--dato", "2024-09-26"),
        "--ut",
        fil,
        "--prosjekt",
        prosjekt,
    )
    assert (
        "er det dataene gir"
        in kjor(
            "rapport", "styringsbrev", "--aar", "2023", "--kontroll", fil, "--prosjekt", prosjekt
        ).ut
    )


def test_tegn_som_skriften_mangler(kjor: Kjor, prosjekt: Path, tmp_path: Path) -> None:
    """An emoji, as people paste it, is shown by its code in a PDF and stands as it is elsewhere."""
    rett(
        prosjekt / "data" / "vedtak" / "2024" / "KS-021.yaml",
        "tittel: Trafikk",
        "tittel: 🏫 日本 Trafikk",
    )
    for form in ("md", "html", "docx", "pdf"):
        kjor(
            "rapport",
            "vedtak",
            "--dato",
            "2024-09-26",
            "--ut",
            tmp_path / f"v.{form}",
            "--prosjekt",
            prosjekt,
        )
    assert "[U+1F3EB] [U+65E5][U+672C] Trafikk" in " ".join(sider(tmp_path / "v.pdf"))
    assert "🏫 日本 Trafikk" in (tmp_path / "v.md").read_text(encoding="utf-8")


def test_bare_organet_gjennomforer_et_vedtak(kjor: Kjor, prosjekt: Path) -> None:
    """A unit that calls a vedtak done has not ended it: it is still open."""
    ventet = "21 er gjennomført, 0 er bortfalt, og 11 er ikke ferdige"
    ord_ = (
        "rapport",
        "vedtak",
        "--kort",
        "--dato",
        "2024-09-26",
        "--for",
        "intern",
        "--prosjekt",
        prosjekt,
    )
    assert ventet in kjor(*ord_).ut
    fil = prosjekt / "data" / "rapporter" / "2024-T2" / "FOS.yaml"
    gammelt = (
        "    status: i_gang\n    framdrift: i_rute\n    kommentar: |\n      Planen er ferdig i"
        " utkast"
    )
    rett(fil, gammelt, gammelt.replace("i_gang\n    framdrift: i_rute", "ferdig"))
    assert ventet in kjor(*ord_).ut


def test_husmal_i_word(kjor: Kjor, prosjekt: Path, tmp_path: Path) -> None:
    """The house's own header, styles and footer are kept; what was written in it is not."""
    (prosjekt / "templates").mkdir()
    hus = Document()
    hus.sections[0].header.paragraphs[0].text = "Granvåg kommune – saksframlegg"
    hus.sections[0].footer.paragraphs[0].text = "Husets egen bunntekst"
    hus.add_paragraph("Skriv her")
    hus.save(str(prosjekt / "templates" / "rapport.docx"))
    fil = tmp_path / "t2.docx"
    kjor(*T2, "--ut", fil, "--prosjekt", prosjekt)
    dokument = Document(str(fil))
    assert dokument.sections[0].header.paragraphs[0].text == "Granvåg kommune – saksframlegg"
    assert dokument.sections[0].footer.paragraphs[0].text == "Husets egen bunntekst"
    assert "Skriv her" not in [avsnitt.text for avsnitt in dokument.paragraphs]
    hus.styles["List Bullet"].element.getparent().remove(hus.styles["List Bullet"].element)
    hus.save(str(prosjekt / "templates" / "rapport.docx"))
    svar = kjor(*T2, "--ut", fil, "--prosjekt", prosjekt, ventet=2).feil
    assert re.search("husmalen mangler stilen «[^»]+»\\. Legg den til i Word", svar)
    assert "style" not in svar
    for innhold in (b"ikke word", _tom_zip()):
        (prosjekt / "templates" / "rapport.docx").write_bytes(innhold)
        assert (
            "ikke et Word-dokument" in kjor(*T2, "--ut", fil, "--prosjekt", prosjekt, ventet=2).feil
        )


def test_egen_side_kan_ikke_skjule_at_den_er_intern(kjor: Kjor, prosjekt: Path) -> None:
    mal(prosjekt, "side.html.j2", '<html><body class="x">{{ etter }}</body></html>')
    ord_ = ("rapport", "tertial", "2024-T2", "--format", "html", "--prosjekt", prosjekt)
    html = kjor(*ord_, "--for", "ledelse", "--dato", "2024-09-20").ut
    assert html.startswith(
        '<html><body class="x"><p><strong>UTKAST · Internt. Bare for ledelsen. Skal ikke'
        " offentliggjøres.</strong></p>"
    )
    assert "<strong>UTKAST" not in kjor(*ord_).ut


@pytest.mark.parametrize(
    "feil", ["uten_seksjon", "uten_mål", "brede_marger", "feil_stil", "ødelagt"]
)
def test_husmal_som_ikke_er_som_den_skal(
    kjor: Kjor, prosjekt: Path, tmp_path: Path, feil: str
) -> None:
    (prosjekt / "templates").mkdir()
    sti = prosjekt / "templates" / "rapport.docx"
    hus = Document()
    if feil == "uten_seksjon":
        hus.element.body.remove(hus.element.body.sectPr)
    elif feil == "uten_mål":
        hus.sections[0]._sectPr.remove(hus.sections[0]._sectPr.pgSz)
    elif feil == "brede_marger":
        hus.sections[0].left_margin = hus.sections[0].page_width
    elif feil == "feil_stil":
        hus.styles["Heading 1"].element.set(
            "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}type", "character"
        )
    hus.save(str(sti))
    if feil == "ødelagt":
        pakk_om(sti, "<w:body>", "<w:bo")
    svar = kjor(*T2, "--ut", tmp_path / "x.docx", "--prosjekt", prosjekt, ventet=2)
    assert "templates/rapport.docx" in svar.feil
    assert svar.feil.count("\n") == 1


def test_tom_husmal_er_ikke_ingen(kjor: Kjor, prosjekt: Path, tmp_path: Path) -> None:
    (prosjekt / "templates").mkdir()
    (prosjekt / "templates" / "rapport.docx").write_bytes(b"")
    assert (
        "ikke et Word-dokument"
        in kjor(*T2, "--ut", tmp_path / "x.docx", "--prosjekt", prosjekt, ventet=2).feil
    )


@pytest.mark.parametrize("form", ["md", "html", "docx", "pdf"])
def test_styretegn_i_egen_mal(kjor: Kjor, prosjekt: Path, tmp_path: Path, form: str) -> None:
    """A soft break pasted from Word stops no document."""
    mal(prosjekt, "tertial.md.j2", "# Status\x0b her\n\n\x08 {{ svar.kommune }}\n")
    kjor(*T2, "--ut", tmp_path / f"x.{form}", "--prosjekt", prosjekt)


def test_husmal_med_egne_topper_sier_ogsaa_utkast(
    kjor: Kjor, prosjekt: Path, tmp_path: Path
) -> None:
    """A first page and even pages with headers of their own are pages too; and nothing of the
    file's own history goes along.
    """
    (prosjekt / "templates").mkdir()
    hus = Document()
    hus.sections[0].different_first_page_header_footer = True
    hus.settings.odd_and_even_pages_header_footer = True
    hus.sections[0].first_page_header.paragraphs[0].text = "Forside"
    (
        hus.core_properties.identifier,
        hus.core_properties.content_status,
        hus.core_properties.version,
    ) = ("SAK-1", "Hemmelig", "7")
    hus.save(str(prosjekt / "templates" / "rapport.docx"))
    fil = tmp_path / "t2.docx"
    kjor(
        "rapport",
        "tertial",
        "2024-T2",
        "--dato",
        "2024-09-20",
        "--for",
        "intern",
        "--ut",
        fil,
        "--prosjekt",
        prosjekt,
    )
    dokument = Document(str(fil))
    seksjon = dokument.sections[0]
    for topp in (seksjon.header, seksjon.first_page_header, seksjon.even_page_header):
        assert "UTKAST" in topp.paragraphs[-1].text
    assert seksjon.first_page_header.paragraphs[0].text == "Forside"
    egenskaper = dokument.core_properties
    assert (egenskaper.identifier, egenskaper.content_status, egenskaper.version) == ("", "", "")


class Skummelt(NamedTuple):
    """An answer whose words would be a link, a heading, emphasis, a row and HTML."""

    ord_: str = "# [x](http://y.no) *a* `b` | c <b>d</b> www.e.no"
    liste: tuple[str, ...] = ("*a*", "[x](http://y.no)")
    tom: str = ""
    nr: int = 1
    strek: str = "-"
    punkt: str = ". x"
    brett: str = "#"
    lik: str = "="
    kolon: str = ":--"


@pytest.mark.parametrize(
    "mal",
    [
        "{{ svar.ord_ }}",
        "{{ f ~ svar.ord_ }}",
        "{{ svar.ord_ ~ f }}",
        "{{ f + svar.ord_ }}",
        "{{ svar.ord_ + f }}",
        "{{ [f, svar.ord_] | join(' og ') }}",
        "{{ svar.liste | join(f) }}",
        "{{ f.join(svar.liste) }}",
        "{{ g.format(svar.ord_) }}",
        "{{ h % svar.ord_ }}",
        "{{ h | format(svar.ord_) }}",
        "{{ m(1) ~ svar.ord_ }}",
        "{{ m(svar.ord_) ~ svar.ord_ }}",
        "{% call n(svar.ord_) %}{{ svar.ord_ }}{% endcall %}",
        "{% filter stor %}{{ svar.ord_ }}{% endfilter %}",
        "{% filter stor %}{{ f ~ svar.ord_ }}{% endfilter %}",
        (
            "{% autoescape false %}{{ svar.ord_ }}{{ f ~ svar.ord_ }}{{ m(svar.ord_) }}{%"
            " endautoescape %}"
        ),
        "{{ svar.tom }}{{ svar.strek }} x",
        "{{ svar.nr }}{{ svar.punkt }}",
        "{{ svar.tom }}{{ svar.brett }} x",
        "tekst\n{{ svar.lik }}{{ svar.lik }}",
        "tekst\n{{ svar.strek }}{{ svar.tom }}",
        "{{ svar.strek }}{{ svar.tom }} x",
        "{{ (svar.strek ~ ' ' ~ svar.ord_) | stor }}",
        "- {{ svar.tom }}{{ svar.strek }} x",
        "{{ svar.strek ~ f }}",
        "{{ svar.tom }} {{ svar.strek }} x",
        "1) {{ svar.strek }} x",
        "{{ svar.strek }}{{ svar.strek }}\n",
        "x \\| y\n{{ svar.kolon }}",
        "{{ svar.ord_ | replace('c', f) }}",
        "{{ f | replace('ok', svar.ord_) }}",
        "{{ ['c', svar.ord_] | map('replace', 'c', f) | join }}",
        "{% block b %}**b** {% endblock %}{{ self.b() + svar.ord_ }}",
        "{% block c %}**b** %s{% endblock %}{{ self.c() % svar.ord_ }}",
        "{{ (f | indent(2, true)) + svar.ord_ }}",
        "{{ (f ~ svar.ord_) | kort ~ svar.ord_ }}",
        "{{ f | indent ~ svar.ord_ }}",
        "{{ svar.liste | map('stor') | join(f) }}",
        "{{ {'a': svar.ord_}.a ~ f }}",
    ],
)
def test_data_sammen_med_ferdig_tekst(mal: str) -> None:
    """However a project's own template puts data together with what is finished, the data is text
    in Markdown, not in HTML.
    """
    foran = (
        "{% set f %}**ok** {% endset %}{% set g %}**ok** {}{% endset %}{% set h %}**ok** %s{%"
        " endset %}{% macro m(x) %}**m** {{ x }}{% endmacro %}{% macro n(x) %}**m** {{ x }}{{"
        " caller() }}{% endmacro %}\n"
    )
    ut = markdown(
        "prove",
        Skummelt(),
        Stempel(date(2023, 1, 1), "0" * 40, "0", "styring"),
        {"prove.md.j2": foran + mal}.get,
    )
    html = MarkdownIt("commonmark").enable("table").render(ut)
    assert set(re.findall(r"</?(\w+)", html)) <= {
        "p",
        "strong",
        *(("ul", "ol", "li") if mal.startswith(("- ", "1) ")) else ()),
    }, ut
    assert html.count("<li>") <= 1
    assert "&lt;b&gt;d" in html or "svar.ord_" not in mal, ut
    assert "&amp;lt;" not in html


@pytest.mark.parametrize(
    "mal",
    [
        "{{ svar }}",
        "{{ svar.liste }}",
        "{{ stempel }}",
        "{{ range(2) }}",
        "{{ svar.liste | map('stor') }}",
    ],
)
def test_en_hel_post_kan_ikke_skrives(mal: str) -> None:
    with pytest.raises(StyringFeil, match="en hel post eller liste kan ikke skrives"):
        markdown(
            "prove",
            Skummelt(),
            Stempel(date(2023, 1, 1), "0" * 40, "0", "styring"),
            {"prove.md.j2": mal}.get,
        )


def med_oversatte(til: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the templates lie as in an installed package: as they are written, and as the build
    compiled them.
    """
    maler = til / "templates"
    shutil.copytree(ROT / "templates", maler)
    (til / "bygg").mkdir()
    for kilde, sted in runpy.run_path(str(ROT / "verktoy" / "byggekrok.py"))["oversett"](
        maler, til / "bygg"
    ).items():
        (til / sted.removeprefix("styring/")).parent.mkdir(exist_ok=True)
        shutil.copy(kilde, til / sted.removeprefix("styring/"))
    monkeypatch.setattr(malfiler, "MALER", maler)


def test_maler_oversatt_med_en_annen_jinja_brukes_ikke(
    kjor: Kjor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was compiled by another Jinja may not run as this one would."""
    med_oversatte(tmp_path, monkeypatch)
    monkeypatch.setattr(jinja2, "__version__", "3.1.99")
    oversatte = noter_oversatte(monkeypatch)
    kjor(*T2, "--prosjekt", EKSEMPEL)
    assert oversatte == ["tertial.md.j2", "felles.md.j2", "maal.md.j2"]


def noter_oversatte(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the templates that are compiled from now on."""
    oversatte: list[str] = []
    ekte = Sandkasse.compile

    def noter(self: Sandkasse, kilde: str, navn: str, fil: str) -> object:
        oversatte.append(navn)
        return ekte(self, kilde, navn, fil)

    monkeypatch.setattr(Sandkasse, "compile", noter)
    return oversatte


def test_oversatte_maler_gir_det_samme(
    kjor: Kjor, prosjekt: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Compiled when the wheel was built, nothing of ours is compiled again; a template of the
    project's own is never taken for ours.
    """
    monkeypatch.setattr(malfiler, "MALER", ROT / "templates")
    ventet = {
        form: kjor(*T2, "--format", form, "--prosjekt", prosjekt).ut for form in ("md", "html")
    }
    med_oversatte(tmp_path, monkeypatch)
    oversatte = noter_oversatte(monkeypatch)
    assert {
        form: kjor(*T2, "--format", form, "--prosjekt", prosjekt).ut for form in ("md", "html")
    } == ventet
    assert oversatte == []
    mal(prosjekt, "tertial.md.j2", "# Vår egen\n")
    assert kjor(*T2, "--prosjekt", prosjekt).ut.startswith("# Vår egen\n")
    assert oversatte == ["tertial.md.j2"]


def test_dager_og_tilstander_deles_ikke_i_en_tabell() -> None:
    """In Word and PDF what is short keeps its room, and long texts share the rest; a table of
    numbers gives it to the names.
    """
    brev = "| Oppdrag | Delegert til | Bidrar | Frist |\n| --- | --- | --- | --- |\n"
    brev += (
        f"| {'Et langt oppdrag ' * 5}| Forebygging, oppvekst og skole |"
        f" {'Teknisk og samfunn; ' * 3}| ikke oppgitt |\n| Et kort | Teknisk | – | 31.12.2024 |\n"
    )
    tall = (
        "| Oppdrag | Antall | I rute | Ikke rapportert |\n| --- | ---: | ---: | ---: |\n|"
        " Forebygging, oppvekst og skole | 1 | 1 | – |\n"
    )
    (fra_brevet,), (med_tall,) = blokker(brev), blokker(tall)
    assert isinstance(fra_brevet, Dokumenttabell)
    assert isinstance(med_tall, Dokumenttabell)
    assert fra_brevet.bredder() == (30, 22, 29, 14)
    assert med_tall.bredder() == (32, 8, 8, 12)


LINJER = (
    "# A",
    "## B",
    "### C",
    "###### F",
    "#",
    "# ![](x)",
    "- a",
    "-",
    "  - b",
    "1. x",
    "7) y",
    "1.",
    "> s",
    "> # s",
    "> - s",
    "> | a | b |",
    "> | - | - |",
    "> | 1 | 2 |",
    "| a | b |",
    "| - | -: |",
    "| 1 | 2 |",
    "||",
    "",
    "---",
    "    kode",
    "```",
    "tekst  ",
    "*a* **b** `c`",
    "[x](y)",
    "![z](y)",
    "- # A",
    "- > s",
    "- | a |",
    "  | - |",
    "😀",
    "\\",
    "<b>",
    "===",
)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(LINJER), min_size=1, max_size=12).map("\n".join))
def test_hva_en_egen_mal_enn_skriver_blir_det_word_og_pdf(markdown: str) -> None:
    """Empty entries, headings that leap, tables in notes: every Markdown is a document, and no word
    of a note is lost.
    """
    papirer = Papirer("T", "K", False, "", Stempel(date(2023, 1, 1), "0" * 40, "0", "styring"))
    assert pdf.vis(Innhold(markdown), papirer).startswith(b"%PDF")
    dokument = Document(io.BytesIO(word.vis(Innhold(markdown), papirer, None)))
    if markdown.startswith("> | a | b |\n> | - | - |"):
        assert dokument.tables[0].cell(0, 1).text == "b"


def _tom_zip() -> bytes:
    ut = io.BytesIO()
    with zipfile.ZipFile(ut, "w") as pakke:
        pakke.writestr("x", "y")
    return ut.getvalue()


def test_forskjellen_har_en_grense() -> None:
    ut = forskjell("md", "x.md", b"a\n" * 500, b"b\n" * 500)
    assert ut.count("\n") < 70
    assert ut.endswith("…\n")
    assert "Bare tegnkodingen" in forskjell("md", "x.md", b"a\xff\r\n", b"a\xfe\n")
    assert "\x1b" not in forskjell("md", "x\x1b[31m.md", b"\x1b[31m\n", b"b\n")
