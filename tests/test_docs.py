"""What is made from the code is as the code would make it, and what is written by hand names only
what exists.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

import styring
from styring.cli.felles.kommandoer import KOMMANDOER
from styring.lesing.bygging import bygg
from styring.register.typer import type_for
from styring.regler.katalog import REGLER
from tests.conftest import EKSEMPLER, ROT, Kjor, skriv
from tests.test_egenskaper import StrengLaster

DOCS = [
    ROT / "README.md",
    ROT / "CONTRIBUTING.md",
    ROT / "CHANGELOG.md",
    *(ROT / "docs").glob("*.md"),
]


def test_alt_som_er_laget_av_koden_er_ferskt(tmp_path: Path) -> None:
    miljo = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(
            [str(ROT / "verktoy"), str(Path(styring.__file__ or "").parents[1])]
        ),
    }
    subprocess.run(
        [sys.executable, str(ROT / "verktoy" / "lag_docs.py"), str(tmp_path)],
        check=True,
        timeout=60,
        env=miljo,
    )
    laget = sorted(fil for fil in tmp_path.rglob("*") if fil.is_file())
    assert len(laget) >= 9
    for fil in laget:
        sti = fil.relative_to(tmp_path)
        assert (ROT / sti).read_text(encoding="utf-8") == fil.read_text(encoding="utf-8"), (
            f"{sti} er gammel. Kjør make docs."
        )
    assert {fil.name for fil in (ROT / "skjema").iterdir()} == {
        fil.name for fil in (tmp_path / "skjema").iterdir()
    }


def test_editoren_er_satt_opp_for_dataene_her(kjor: Kjor, tmp_path: Path) -> None:
    """Each file tells in a line what it is; which schema it has, the settings say, once for all,
    with the words that are in the data today.
    """
    for fil in sorted((ROT / "data").rglob("*.yaml")):
        assert fil.read_text(encoding="utf-8").startswith("# "), fil
    for mappe in ("data", "eksempel/data"):
        for fil in (ROT / mappe).rglob("*.yaml"):
            assert "$schema=" not in fil.read_text(encoding="utf-8"), fil
    rot = tmp_path / "kopi"
    shutil.copytree(ROT / "data", rot / "data")
    shutil.copytree(ROT / ".vscode", rot / ".vscode")
    kjor("oppsett", "editor", "--prosjekt", rot)
    for fil in (rot / ".vscode").rglob("*.json"):
        assert fil.read_bytes() == (ROT / fil.relative_to(rot)).read_bytes(), fil.name


def test_hver_regel_staar_i_haandboken() -> None:
    haandbok = (ROT / "docs" / "regler.md").read_text(encoding="utf-8")
    for regel in REGLER:
        assert f"| [{regel.kode}](#{regel.kode.lower()}) |" in haandbok
        assert f"### {regel.kode}\n" in haandbok


def test_lenker_i_dokumentene_finnes() -> None:
    for fil in DOCS:
        for lenke in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", fil.read_text(encoding="utf-8")):
            if not lenke.startswith("http"):
                assert (fil.parent / lenke).exists(), f"{fil.name}: {lenke}"


def test_kommandoer_i_dokumentene_finnes(kjor: Kjor) -> None:
    """Every «styring …» and «make …» that a page names can be run, and every command is named in
    the list of commands.
    """
    kommandoer = {kommando.navn for kommando in KOMMANDOER} | {"--hjelp", "--versjon", "--tegn"}
    maal = set(
        re.findall(r"^([a-z]+):", (ROT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )
    for fil in DOCS:
        tekst = fil.read_text(encoding="utf-8")
        kode = re.findall(r"`([^`\n]+)`", tekst) + re.findall(
            r"^(?: {4}|\$ )?(\S.*)$",
            "\n".join(re.findall(r"```(?:bash|powershell|console)?\n(.*?)```", tekst, re.DOTALL)),
            re.MULTILINE,
        )
        for bit in kode:
            for navn in re.findall(r"(?:^|/|\\)styring ([a-z-]+)", bit):
                assert navn in kommandoer, f"{fil.name}: {bit}"
            for navn in re.findall(r"^make ([a-z]+)", bit):
                assert navn in maal, f"{fil.name}: {bit}"
    listen = (ROT / "docs" / "kommandoer.md").read_text(encoding="utf-8")
    assert [
        kommando.navn for kommando in KOMMANDOER if f"styring {kommando.navn}" not in listen
    ] == []


def test_ordlisten_dekker_ordene_i_modellen() -> None:
    """Every name of a field in the records is explained in the glossary."""
    ordliste = (ROT / "docs" / "ordliste.md").read_text(encoding="utf-8")
    felter = set(
        re.findall(
            r"^\| `(\w+)` \|",
            (ROT / "docs" / "datamodell.md").read_text(encoding="utf-8"),
            re.MULTILINE,
        )
    )
    assert sorted(felt for felt in felter if f"`{felt}`" not in ordliste) == []


def test_etasjene_i_arkitekturen_er_de_som_kontrolleres() -> None:
    oppsett = (ROT / "pyproject.toml").read_text(encoding="utf-8")
    tekst = (ROT / "docs" / "arkitektur.md").read_text(encoding="utf-8")
    for etasje in re.findall(
        r'^  "([a-z| ()]+)",$', oppsett[oppsett.index("layers = [") :], re.MULTILINE
    ):
        for navn in re.findall(r"[a-z]+", etasje.replace("(redigering)", "")):
            assert f"`{navn}`" in tekst, navn
            assert (ROT / "styring" / navn).exists() or (ROT / "styring" / f"{navn}.py").exists()


def test_ingenting_peker_ut_av_klonen() -> None:
    """A user's clone stands alone: nothing tracked names a folder above it."""
    sporet = (
        subprocess.run(["git", "ls-files", "-z"], cwd=ROT, capture_output=True, check=True)
        .stdout.decode()
        .split("\0")
    )
    for fil in filter(None, sporet):
        if not fil.startswith("tests/eksempler/") and fil != "tests/test_docs.py":
            assert b"../" + b"shared" not in (ROT / fil).read_bytes(), fil


def test_eksemplene_i_haandboken_er_yaml() -> None:
    """What a rule calls right can be pasted into a file: it parses, with its indentation."""
    for regel in REGLER:
        if "Riktig:\n" in regel.haandbok:
            assert isinstance(bygg((regel.avsnitt["Riktig"] + "\n").encode()), dict), regel.kode


def test_skjemaene_og_leseren_er_enige() -> None:
    """An editor with the schema accepts every good file, and refuses what the reader refuses for
    its shape.
    """
    for rot, gyldig in (
        (ROT, True),
        (ROT / "eksempel", True),
        *((mappe, True) for mappe in (EKSEMPLER / "gyldig").iterdir()),
        *((mappe, False) for mappe in sorted((EKSEMPLER / "ugyldig").glob("ST10[1-9]-*"))),
    ):
        feil = 0
        for fil in sorted((rot / "data").rglob("*.yaml")):
            type_ = type_for(fil.relative_to(rot).as_posix())
            assert type_
            skjema = json.loads((ROT / "skjema" / type_.skjema).read_text(encoding="utf-8"))
            # libyaml's own loader, made strict
            data = yaml.load(fil.read_bytes(), Loader=StrengLaster)  # noqa: S506
            feil += len(list(jsonschema.Draft202012Validator(skjema).iter_errors(data)))
        assert bool(feil) != gyldig, rot


def test_rettekilden_i_rette_data_er_gyldig(kjor: Kjor, prosjekt: Path) -> None:
    """The large example in the guide passes the check, in a project that has its units."""
    eksempel = re.search(
        r"```yaml\n(.*?)```",
        (ROT / "docs" / "rette-data.md").read_text(encoding="utf-8"),
        re.DOTALL,
    )
    assert eksempel
    kommune = (prosjekt / "data" / "kommune.yaml").read_text(encoding="utf-8")
    skriv(
        prosjekt,
        "kommune.yaml",
        kommune.replace("organer:", "  KUL:\n    navn: Kultur\n    type: sektor\norganer:"),
    )
    skriv(prosjekt, "oppdrag/2023/OUS-04.yaml", eksempel[1])
    assert kjor("valider", "--streng", "--prosjekt", prosjekt).ut.startswith("Ingen feil.")


@pytest.mark.parametrize("side", ["docs/arkitektur.md", "CONTRIBUTING.md"])
def test_stedene_det_vises_til_finnes(side: str) -> None:
    """A folder or a module that is named in backticks is there, in the package or at the top."""
    steder = set(
        re.findall(
            r"`([a-z_]+/(?:[a-z_]+/)*(?:[a-z_0-9]+\.(?:py|md|tsv|toml))?)`",
            (ROT / side).read_text(encoding="utf-8"),
        )
    )
    assert steder
    assert (
        sorted(
            sted
            for sted in steder
            if not any((rot / sted).exists() for rot in (ROT, ROT / "styring"))
        )
        == []
    )


def test_rommene_i_arkitekturen_er_dem_som_finnes() -> None:
    tekst = (ROT / "docs" / "arkitektur.md").read_text(encoding="utf-8")
    ordliste = (ROT / "docs" / "ordliste.md").read_text(encoding="utf-8")
    beskrevet = {
        rad[1]: [bool(celle.strip()) for celle in rad[2].split("|")]
        for rad in re.finditer(r"^\| `(\w+)` \|((?:[^|\n]*\|){3})$", tekst, re.MULTILINE)
    }
    for nr, etasje in enumerate(("cli", "sporring", "visning")):
        rom = {
            mappe.name
            for mappe in (ROT / "styring" / etasje).iterdir()
            if (mappe / "__init__.py").exists()
        }
        assert rom <= set(beskrevet), etasje
        assert [navn for navn in rom if f"`{navn}`" not in ordliste] == []
        assert {navn for navn, celler in beskrevet.items() if celler[nr]} <= rom
        assert not [
            fil.name for fil in (ROT / "styring" / etasje).glob("*.py") if fil.name != "__init__.py"
        ]
