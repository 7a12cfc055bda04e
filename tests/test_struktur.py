"""What must hold of the code itself: what is imported when, and what stands in one place only."""

import ast
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
import yaml
from jinja2 import Environment, nodes
from pydantic_core.core_schema import ErrorType

from styring.cli.felles.kommandoer import KOMMANDOER
from styring.lesing.feilmeldinger import TEKSTER, tekst_for
from styring.regler.katalog import REGLER
from styring.regler.regel import FAMILIER
from tests.conftest import ROT

KILDE = ROT / "styring"
MODULER = sorted(KILDE.rglob("*.py"))
TUNGE = {
    "holidays",
    "jinja2",
    "markdown_it",
    "ruamel",
    "pydantic",
    "rich",
    "xml",
    "hashlib",
    "dateutil.rrule",
}


def importerte(*argumenter: str, **miljo: str) -> set[str]:
    """The modules that a command has loaded when it is done, piped."""
    kode = (
        f"import sys; from styring.__main__ import kjor; kjor({list(argumenter)!r});"
        " sys.stderr.write(' '.join(sys.modules))"
    )
    svar = subprocess.run(
        [sys.executable, "-c", kode],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROT,
        env={**os.environ, **miljo},
    )
    return set(svar.stderr.split())


@pytest.mark.parametrize(
    "argumenter",
    [
        ("status", "--sektor", "OUS"),
        ("status",),
        ("maal",),
        ("finn", "plan"),
        ("valider", "--bare", "ST0"),
    ],
)
def test_det_tunge_lastes_ikke(argumenter: tuple[str, ...]) -> None:
    lastet = importerte(*argumenter)
    assert lastet & (TUNGE - ({"dateutil.rrule"} if argumenter[0] == "valider" else set())) == set()
    assert not any(
        modul.startswith(("styring.regler", "styring.lesing.kart", "styring.lesing.feilmeldinger"))
        for modul in lastet
        if argumenter[0] == "status"
    )


def test_frister_laster_bare_kalenderen() -> None:
    assert importerte("frister", "--dato", "2023-09-04") & TUNGE == {"dateutil.rrule"}


def test_fullforing_laster_lite() -> None:
    lastet = importerte(
        "x",
        _STYRING_COMPLETE="complete_fish",
        _TYPER_COMPLETE_ARGS="styring vis OUS",
        _TYPER_COMPLETE_FISH_ACTION="get-args",
    )
    assert lastet & TUNGE == set()


@pytest.mark.parametrize(
    "argumenter",
    [
        ("--help",),
        ("--hjelp",),
        ("--versjon",),
        ("-V",),
        ("statsu",),
        ("status", "--sektr"),
        ("rapport",),
        ("status", "--help"),
    ],
)
def test_hjelp_versjon_og_feil_bruk_laster_verken_yaml_eller_pydantic(
    argumenter: tuple[str, ...],
) -> None:
    assert (
        importerte(*argumenter)
        & {
            "yaml",
            "yaml._yaml",
            "pydantic_core",
            "pydantic_core._pydantic_core",
            "styring.lesing.innlesing",
        }
        == set()
    )


def test_hjelpen_til_ingen_kommando_leser_data() -> None:
    for kommando in KOMMANDOER:
        for ord_ in (
            ((kommando.navn, under.navn) for under in kommando.under)
            if kommando.under
            else ((kommando.navn,),)
        ):
            assert (
                importerte(*ord_, "--hjelp") & {"yaml", "pydantic_core._pydantic_core"} == set()
            ), ord_


def test_en_tab_etter_en_kommando_laster_ingen_data() -> None:
    for linje in ("styring ", "styring fri", "styring tertial ", "styring status --for"):
        miljo = {
            "_STYRING_COMPLETE": "complete_fish",
            "_TYPER_COMPLETE_ARGS": linje,
            "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        }
        assert importerte("x", **miljo) & {"yaml", "pydantic_core._pydantic_core"} == set(), linje


def test_motoren_lastes_uten_pakken_rundt_og_pakken_kan_lastes_etterpaa() -> None:
    assert {"pydantic_core._pydantic_core"} == {
        modul for modul in importerte("status") if modul.startswith("pydantic_core")
    }
    kode = (
        "import styring.lesing.motor as m, pydantic_core as p, pydantic; print(p.SchemaValidator is"
        " m.SchemaValidator, p.core_schema.__name__)"
    )
    svar = subprocess.run(
        [sys.executable, "-c", kode], capture_output=True, text=True, check=True, cwd=ROT
    )
    assert svar.stdout == "True pydantic_core.core_schema\n"


def test_en_kommando_laster_bare_sin_egen_modul() -> None:
    lastet = importerte("status")
    assert {
        modul for modul in lastet if modul.startswith("styring.sporring.") and modul.count(".") > 2
    } == {
        "styring.sporring.okonomi.kortfattet",
        "styring.sporring.oppdrag.for_andre",
        "styring.sporring.oppdrag.stilling",
        "styring.sporring.oppdrag.status",
        "styring.sporring.felles.utvalg",
    }


class UtenTekst(ast.NodeTransformer):
    """Take all text out of code, so that only names are left to be searched."""

    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        return ast.Constant("") if isinstance(node.value, str | bytes) else node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.Tuple:
        deler = [
            self.visit(del_.value) for del_ in node.values if isinstance(del_, ast.FormattedValue)
        ]
        return ast.Tuple(deler, ast.Load())


def treff(monster: str, unntatt: tuple[str, ...] = ()) -> list[str]:
    """The modules whose code (not strings or comments) holds a name."""
    ut = []
    for modul in MODULER:
        navn = modul.relative_to(KILDE).as_posix()
        kode = ast.unparse(UtenTekst().visit(ast.parse(modul.read_text(encoding="utf-8"))))
        if re.search(monster, kode) and not navn.startswith(unntatt):
            ut.append(navn)
    return ut


def test_yaml_leses_bare_i_lesing_og_bare_med_hendelser() -> None:
    assert (
        treff(
            r"\byaml\b",
            ("lesing/", "redigering/gjengi.py", "redigering/noder.py", "redigering/yamltekst.py"),
        )
        == []
    )
    assert treff(r"\byaml\.(load|safe_load|load_all|unsafe_load|full_load)|\bLoader\b") == []
    assert treff(r"\bCParser\b") == [
        "lesing/bygging.py",
        "lesing/kart.py",
        "lesing/plasser.py",
        "lesing/tvetydig.py",
    ]


def test_ingenting_i_data_kan_kjores() -> None:
    assert treff(r"\b(eval|exec|pickle|marshal|os\.system|socket|urllib\.request)\b") == []
    assert treff(r"\bsubprocess\b") == ["prosjekt/git.py"]


def test_klokken_leses_ett_sted() -> None:
    assert treff(r"\b(today|now|time\.time|localtime)\(") == ["cli/felles/verdier.py"]


def test_disken_roeres_bare_der_den_skal() -> None:
    assert (
        treff(
            r"\bos\.(open|scandir|listdir|stat|walk)|\.read_bytes\(|(?<!pakke\.)\bopen\(",
            (
                "prosjekt/",
                "__main__.py",
                "cli/felles/filskriving.py",
                "cli/felles/mappeskriving.py",
                "cli/felles/strommer.py",
                "redigering/skriving.py",
                "visning/rapport/malfiler.py",
            ),
        )
        == []
    )
    assert treff(r"\.write_text\(|\.write_bytes\(|\.mkdir\(|\.replace\(sti\)") == [
        "cli/felles/filskriving.py",
        "cli/felles/mappeskriving.py",
        "redigering/skriving.py",
    ]


def test_rich_bare_i_visning() -> None:
    assert treff(r"\bfrom rich\b|\bimport rich\b", ("visning/",)) == []
    assert (
        treff(
            r"\bMarkup|from_markup|(?<!re\.)\bescape\(",
            (
                "visning/kontroll/funn/maskin.py",
                "visning/figur/svg.py",
                *(f"visning/nettsted/{navn}.py" for navn in ("html", "ramme", "skriver")),
                *(f"visning/rapport/{navn}.py" for navn in ("rens", "sandkasse", "html")),
            ),
        )
        == []
    )


def test_maler_dokumenter_og_markdown_bare_der_de_tegnes() -> None:
    """Jinja, Word, PDF and Markdown are imported in the documents alone, each in its own module."""
    assert (
        treff(
            r"\b(from|import) (jinja2|markupsafe|markdown_it|docx|typst)\b",
            (
                "visning/rapport/",
                *(f"visning/figur/{navn}.py" for navn in ("svg", "png", "papir")),
                *(f"visning/nettsted/{navn}.py" for navn in ("html", "ramme", "skriver")),
            ),
        )
        == []
    )
    assert treff(r"\b(from|import) docx\b") == [
        f"visning/rapport/{navn}.py"
        for navn in ("husmal", "husmalliste", "word", "word_innhold", "word_uten_husmal")
    ]
    assert treff(r"\bimport typst\b") == [
        "visning/figur/papir.py",
        "visning/figur/png.py",
        "visning/rapport/pdf.py",
    ]


def test_valideringsfeil_vises_aldri_med_bibliotekets_ord() -> None:
    for modul in MODULER:
        tekst = modul.read_text(encoding="utf-8")
        assert "str(feil)" not in tekst or "ValidationError" not in tekst, modul
    assert (KILDE / "lesing" / "postlesing.py").read_text(encoding="utf-8").count(
        ".errors(include_input=False, include_url=False"
    ) == 3


def test_hver_feiltype_har_tekst_paa_bokmaal() -> None:
    assert set(TEKSTER) <= set(get_args(ErrorType))
    for feiltype in get_args(ErrorType):
        tekst = tekst_for(feiltype)
        assert tekst.kode.startswith("ST1")
        assert tekst.melding
        assert tekst.forslag


def test_reglene_er_ordnet_og_har_haandbok() -> None:
    koder = [regel.kode for regel in REGLER]
    assert koder == sorted(set(koder))
    assert len({regel.navn for regel in REGLER}) == len(REGLER)
    for regel in REGLER:
        assert regel.familie in FAMILIER
        assert list(regel.avsnitt) == ["Hvorfor", "Galt", "Riktig", "Kilde"], regel.kode
        assert regel.krav.endswith("."), regel.kode
        assert all(regel.avsnitt.values()), regel.kode


def test_libyaml_er_i_bruk() -> None:
    assert yaml.__with_libyaml__


LENGST = 300


@pytest.mark.parametrize("modul", MODULER, ids=lambda modul: modul.relative_to(KILDE).as_posix())
def test_modulen_er_liten_og_sier_hva_den_er(modul: Path) -> None:
    tekst = modul.read_text(encoding="utf-8")
    assert tekst.startswith('"""')
    assert tekst.count("\n") <= LENGST


def test_ingen_klasse_heter_det_samme_som_en_annen() -> None:
    """One word, one thing: a class is known by its name alone."""
    navn = Counter(
        node.name
        for modul in MODULER
        for node in ast.walk(ast.parse(modul.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    )
    assert [ett for ett, antall in navn.items() if antall > 1] == []


def test_funksjonene_er_smaa() -> None:
    """No function over 60 lines below its options: what does not fit in one look is parted."""
    for modul in MODULER:
        for node in ast.walk(ast.parse(modul.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                assert (node.end_lineno or 0) - node.body[0].lineno < 60, (modul, node.name)


def test_ingen_linje_er_over_hundre_tegn() -> None:
    """A word to a tool at the end of a line is not counted, nor does the formatter count it."""
    kilder = [
        fil
        for mappe in ("styring", "tests", "bench", "verktoy")
        for fil in (ROT / mappe).rglob("*.py")
    ]
    for fil in kilder:
        kode = fil.read_text(encoding="utf-8")
        assert "fmt: " + "skip" not in kode, fil
        for nr, linje in enumerate(kode.split("\n"), 1):
            assert len(re.sub(r"  # (?:noqa|type: ignore).*", "", linje)) <= 100, (fil, nr)


REGNER = {
    "sum",
    "select",
    "reject",
    "selectattr",
    "rejectattr",
    "groupby",
    "sort",
    "min",
    "max",
    "unique",
    "round",
}


def navn_satt(node: nodes.Node) -> set[str]:
    return {ett.name for ett in node.find_all(nodes.Name) if ett.ctx == "store"}


def skygget(node: nodes.Node, kjente: frozenset[str] = frozenset()) -> Iterator[str]:
    """The names that a loop takes while somebody above it has them."""
    for under in node.iter_child_nodes():
        egne = navn_satt(under.target) if isinstance(under, nodes.For) else set()
        yield from egne & kjente
        yield from skygget(
            under,
            kjente
            | egne
            | {navn for sett in under.find_all(nodes.Assign) for navn in navn_satt(sett.target)},
        )


@pytest.mark.parametrize("mal", sorted((ROT / "templates").glob("*.j2")), ids=lambda sti: sti.name)
def test_malene_legger_ut_ferdige_verdier(mal: Path) -> None:
    """No sums, no choosing, no sorting, and no name that means two things: the answer counts and
    chooses. A template may count its own rows.
    """
    tre = Environment(autoescape=True).parse(mal.read_text(encoding="utf-8"))
    assert {ett.name for ett in tre.find_all(nodes.Filter)} & REGNER == set()
    regnet = [
        ett for slag in (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div) for ett in tre.find_all(slag)
    ]
    assert [
        ett.lineno
        for ett in regnet
        if not (isinstance(ett.left, nodes.Getattr) and ett.left.attr == "index")
    ] == []
    assert list(skygget(tre)) == []
