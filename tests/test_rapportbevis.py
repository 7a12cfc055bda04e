"""--kontroll proves that a file is what the data it names give, or says that it can't: honest files
from anywhere pass, forged ones never.
"""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from styring.visning.rapport.gjenkjenning import er_urort
from styring.visning.rapport.pakke import pakk_ut
from styring.visning.rapport.stempel import Merke, Stempel, les_merke, med_sum, sum_av
from tests.conftest import ROT, Kjor
from tests.historie import git
from tests.skjemahjelp import EKSEMPEL
from tests.test_tre_id import gits, klone, nytt_repo
from tests.utgavehjelp import naar

RAPPORT = ("rapport", "vedtak", "--organ", "KS", "--apne")
DAG = ("--dato", "2024-09-26")
FORMER = ("md", "html", "docx", "pdf")
SAK = "data/vedtak/2024/KS-021.yaml"


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    rot = nytt_repo(tmp_path / "r")
    shutil.copytree(EKSEMPEL / "data", rot / "data")
    (rot / SAK).chmod(0o755)
    sjekk_inn(rot, "2024-09-01")
    return rot


def sjekk_inn(rot: Path, dag: str) -> None:
    git(rot, "-c", "core.autocrlf=false", "add", "-A")
    git(rot, "commit", "-q", "-m", dag, **naar(dag))


def rett(fil: Path, gammelt: bytes, nytt: bytes) -> None:
    raa = fil.read_bytes()
    assert gammelt in raa
    fil.write_bytes(raa.replace(gammelt, nytt, 1))


@pytest.fixture
def lag(kjor: Kjor, repo: Path, tmp_path: Path) -> Callable[[str], Path]:
    def lag(form: str) -> Path:
        fil = tmp_path / "ut" / f"vedtak.{form}"
        assert kjor(*RAPPORT, *DAG, "--ut", fil, "--prosjekt", repo).feil == ""
        return fil

    return lag


def test_like_bytes_fra_hver_slags_klone(
    kjor: Kjor, repo: Path, tmp_path: Path, lag: Callable[[str], Path]
) -> None:
    """Line endings, mode bits, history, the sum that git uses, time zone and locale: the same
    bytes, git's own id, and all are proved.
    """
    kloner = {
        "autocrlf": klone(repo, tmp_path / "crlf", "-c", "core.autocrlf=true"),
        "uten modus": klone(repo, tmp_path / "modus", "-c", "core.filemode=false"),
        "grunn": klone(repo, tmp_path / "grunn", "--depth", "1"),
    }
    (kloner["uten modus"] / SAK).chmod(0o644)
    assert b"\r\n" in (kloner["autocrlf"] / SAK).read_bytes()
    ventet = {form: lag(form) for form in FORMER}
    merke = les_merke(ventet["md"].read_bytes())
    assert merke is not None
    assert merke.tre == gits(repo)
    for navn, rot in kloner.items():
        for form, fil in ventet.items():
            her = tmp_path / navn / fil.name
            assert kjor(*RAPPORT, *DAG, "--ut", her, "--prosjekt", rot).feil == ""
            assert her.read_bytes() == fil.read_bytes(), (navn, form)
            assert (
                kjor(*RAPPORT, "--kontroll", fil, "--prosjekt", rot).ut
                == f"«{fil}» er det dataene gir.\n"
            )
    for form, fil in ventet.items():
        her = tmp_path / "ute" / fil.name
        for valg in ((*DAG, "--ut", str(her)), ("--kontroll", str(fil))):
            ute(
                *RAPPORT,
                *valg,
                "--prosjekt",
                str(kloner["grunn"]),
                TZ="Pacific/Auckland",
                LC_ALL="C",
                LANG="tr_TR.UTF-8",
                PYTHONHASHSEED="7",
            )
        assert her.read_bytes() == fil.read_bytes(), form


def ute(*ord_: str, **miljo: str) -> bytes:
    svar = subprocess.run(
        [sys.executable, "-m", "styring", *ord_],
        cwd=ROT,
        env={**os.environ, **miljo},
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert svar.returncode == 0, svar.stdout + svar.stderr
    return svar.stdout


def test_sha256(kjor: Kjor, repo: Path, tmp_path: Path, lag: Callable[[str], Path]) -> None:
    """The same data in a repository with another sum: its own id, and else the same report."""
    annet = nytt_repo(tmp_path / "sha256", "--object-format=sha256")
    shutil.copytree(repo / "data", annet / "data")
    sjekk_inn(annet, "2024-09-01")
    assert len(gits(annet)) == 64
    for form in FORMER:
        fil = tmp_path / "annet" / f"v.{form}"
        kjor(*RAPPORT, *DAG, "--ut", fil, "--prosjekt", annet)
        assert kjor(*RAPPORT, "--kontroll", fil, "--prosjekt", annet).ut.endswith(
            "er det dataene gir.\n"
        )
        assert er_urort(form, fil.read_bytes())
    uten_merke = [
        re.sub(rb"<!-- .* -->", b"", (mappe / navn).read_bytes())
        for mappe, navn in ((tmp_path / "annet", "v.md"), (lag("md").parent, "vedtak.md"))
    ]
    assert uten_merke[0].replace(gits(annet).encode(), gits(repo).encode()) == uten_merke[1]


def med_ny_sum(fil: Path) -> None:
    """What a forger does last: recompute the sum in the mark, so that the file agrees
    with itself.
    """
    raa = fil.read_bytes()
    gammel = les_merke(raa)
    assert gammel is not None
    assert gammel.sum is not None
    innhold = raa[: raa.rindex(b"\n\n<!-- ")]
    fil.write_bytes(raa.replace(b"sum=" + gammel.sum.encode(), b"sum=" + sum_av(innhold).encode()))
    assert er_urort(fil.suffix[1:], fil.read_bytes())


@pytest.mark.parametrize("form", ["md", "html"])
@pytest.mark.parametrize("i_git", [True, False])
def test_falsk_opprinnelse_gaar_ikke_gjennom(
    kjor: Kjor, repo: Path, lag: Callable[[str], Path], form: str, i_git: bool
) -> None:
    """Another tree id, another version, another day: the sum is right, the text is right, and the
    file is not proved.
    """
    fil = lag(form)
    ekte = fil.read_bytes()
    if not i_git:
        git(repo, "update-index", "--chmod=-x", SAK)
        shutil.rmtree(repo / ".git")
    annet_tre = git(repo, "rev-parse", "HEAD:data/vedtak").strip() if i_git else "b" * 40
    for gammelt, nytt, ventet in (
        (
            gits(repo) if i_git else les_tre(ekte),
            "a" * 40,
            "kan ikke avgjøres her: dataene filen er laget av",
        ),
        (
            gits(repo) if i_git else les_tre(ekte),
            annet_tre,
            "kan ikke avgjøres her: dataene filen er laget av",
        ),
        (
            "0.1.0",
            "0.0.9",
            (
                "kan ikke avgjøres her: filen sier at den er laget med styring 0.0.9"
                if i_git
                else "kan ikke avgjøres her"
            ),
        ),
        (
            "2024-09-26",
            "2024-09-27",
            "er ikke det dataene gir" if i_git else "kan ikke avgjøres her",
        ),
    ):
        fil.write_bytes(ekte.replace(gammelt.encode(), nytt.encode()))
        med_ny_sum(fil)
        assert ventet in kjor(*RAPPORT, "--kontroll", fil, "--prosjekt", repo, ventet=1).ut


def les_tre(innhold: bytes) -> str:
    merke = les_merke(innhold)
    assert isinstance(merke, Merke)
    return merke.tre


def test_et_eldre_tre_proves_mot_sin_egen_versjon(
    kjor: Kjor, repo: Path, tmp_path: Path, lag: Callable[[str], Path]
) -> None:
    """The data have changed since, committed or not: the report is made again of those it was made
    of, on whatever branch they are.
    """
    filer = [lag(form) for form in FORMER]
    forste = git(repo, "rev-parse", "HEAD").strip()
    rett(repo / SAK, b"tittel: Trafikk", b"tittel: Mye trafikk")
    for sjekket_inn in (False, True):
        if sjekket_inn:
            sjekk_inn(repo, "2024-10-01")
        for fil in filer:
            svar = kjor(*RAPPORT, "--kontroll", fil, "--prosjekt", repo)
            assert svar.ut == f"«{fil}» er det dataene gir.\n"
            assert (
                svar.feil
                == f"styring: dataene er endret siden «{fil}» ble laget (tre-id {nytt_tre(repo)})."
                f" Den kontrolleres mot dem den er laget av, i versjonen {forste[:10]} fra 1."
                " september 2024.\n"
            )
    md = filer[0]
    assert (
        "er det dataene gir"
        in kjor(*RAPPORT, "--kontroll", md, "--ved", forste, "--prosjekt", repo).ut
    )
    svar = kjor(*RAPPORT, "--kontroll", md, "--ved", "HEAD", "--prosjekt", repo, ventet=1)
    assert "er laget av andre data (tre-id " in svar.ut
    assert "+**KS 21/24: Mye trafikk" in svar.ut
    grunn = klone(repo, tmp_path / "g", "--depth", "1")
    assert (
        "Klonen er grunn; hent resten med «git fetch --unshallow --tags»."
        in kjor(*RAPPORT, "--kontroll", md, "--prosjekt", grunn, ventet=1).ut
    )
    rett(md, b"Trafikk", b"Trafikkk")
    assert (
        "Den er endret av andre enn styring."
        in kjor(*RAPPORT, "--kontroll", md, "--prosjekt", repo, ventet=1).ut
    )


def nytt_tre(rot: Path) -> str:
    """The id of data/ as it lies, by git itself with an index of its own."""
    indeks = {"GIT_INDEX_FILE": str(rot / ".git" / "prøve")}
    shutil.copyfile(rot / ".git" / "index", indeks["GIT_INDEX_FILE"])
    git(rot, "add", "-A", "data", **indeks)
    return git(rot, "write-tree", "--prefix=data", **indeks).strip()


def test_i_en_undermappe_av_repoet(kjor: Kjor, tmp_path: Path) -> None:
    repo = nytt_repo(tmp_path / "stort")
    rot = repo / "kommuner" / "granvåg her"
    shutil.copytree(EKSEMPEL / "data", rot / "data")
    sjekk_inn(repo, "2024-09-01")
    fil = tmp_path / "v.md"
    kjor(*RAPPORT, *DAG, "--ut", fil, "--prosjekt", rot)
    rett(rot / SAK, b"tittel: Trafikk", b"tittel: Mye trafikk")
    sjekk_inn(repo, "2024-10-01")
    assert "er det dataene gir" in kjor(*RAPPORT, "--kontroll", fil, "--prosjekt", rot).ut


def test_det_git_ikke_har_blir_sagt(kjor: Kjor, repo: Path, tmp_path: Path) -> None:
    (repo / "data" / "notat").mkdir()
    (repo / "data" / "notat" / "README.md").write_text("x\n", encoding="utf-8")
    ventet = (
        "styring: 1 fil under data/ er ikke lagt inn i git slik den er nå. Før det er gjort, kan"
        " ingen andre lage rapporten på nytt.\n"
    )
    spor = (*RAPPORT, *DAG, "--ut", tmp_path / "v.md", "--prosjekt", repo)
    assert kjor(*spor).feil == ventet
    shutil.rmtree(repo / "data" / "notat")
    assert kjor(*spor).feil == ""


def test_det_som_er_endret_eller_slettet_siden_blir_ogsaa_sagt(
    kjor: Kjor, repo: Path, tmp_path: Path
) -> None:
    """Until it is added; line ends alone are no change."""
    spor = (*RAPPORT, *DAG, "--ut", tmp_path / "v.md", "--prosjekt", repo)
    sak = repo / SAK
    sak.write_bytes(sak.read_bytes().replace(b"\n", b"\r\n"))
    assert kjor(*spor).feil == ""
    rett(sak, b"tittel: Trafikk", b"tittel: Mye trafikk")
    assert "styring: 1 fil under data/ er ikke lagt inn i git slik den er nå." in kjor(*spor).feil
    (repo / "data" / "oppdrag" / "2023" / "FOS-03.yaml").unlink()
    assert "styring: 2 filer under data/ er ikke lagt inn i git slik de er nå." in kjor(*spor).feil
    git(repo, "add", "-A", "data")
    assert kjor(*spor).feil == ""


@pytest.mark.parametrize("form", ["md", "html"])
def test_bare_linjeslutt_er_ingen_endring(
    kjor: Kjor, repo: Path, lag: Callable[[str], Path], form: str
) -> None:
    """A report in a clone with autocrlf; and it may be written anew."""
    fil = lag(form)
    fil.write_bytes(fil.read_bytes().replace(b"\n", b"\r\n"))
    assert (
        kjor(*RAPPORT, "--kontroll", fil, "--prosjekt", repo).ut == f"«{fil}» er det dataene gir.\n"
    )
    kjor(*RAPPORT, *DAG, "--ut", fil, "--prosjekt", repo)
    fil.write_bytes(fil.read_bytes() + b"\n")
    assert not er_urort(form, fil.read_bytes())
    kjor(*RAPPORT, "--kontroll", fil, "--prosjekt", repo, ventet=1)


def endre_del(fil: Path, navn: str, gammelt: bytes, nytt: bytes) -> None:
    deler = pakk_ut(fil.read_bytes())
    assert gammelt in deler[navn]
    pakk_om(fil, {**deler, navn: deler[navn].replace(gammelt, nytt, 1)})


def pakk_om(fil: Path, deler: dict[str, bytes]) -> None:
    """Pack as styring does, with another hand than styring's: only the parts differ."""
    with zipfile.ZipFile(fil, "w", zipfile.ZIP_STORED) as ut:
        for navn, innhold in deler.items():
            opplysninger = zipfile.ZipInfo(navn, (1980, 1, 1, 0, 0, 0))
            opplysninger.create_system = 3
            ut.writestr(opplysninger, innhold)


def legg_til_makro(fil: Path) -> None:
    pakk_om(fil, {**pakk_ut(fil.read_bytes()), "word/vbaProject.bin": b"makro"})


def lagre_i_word(fil: Path) -> None:
    dokument = Document(str(fil))
    dokument.save(str(fil))


def press(fil: Path) -> None:
    deler = pakk_ut(fil.read_bytes())
    with zipfile.ZipFile(fil, "w", zipfile.ZIP_DEFLATED) as ut:
        for navn, innhold in deler.items():
            ut.writestr(navn, innhold)


@pytest.mark.parametrize(
    ("endre", "ventet"),
    [
        (
            lambda fil: endre_del(fil, "word/document.xml", "Granvåg".encode(), "Gravnåg".encode()),
            "Teksten (word/document.xml) er endret.",
        ),
        (
            lambda fil: endre_del(fil, "word/styles.xml", b"Calibri", b"Courier"),
            "Stilene (word/styles.xml) er endret.",
        ),
        (
            lambda fil: endre_del(fil, "word/footer1.xml", b"Side ", b"Ark "),
            "Bunntekst (word/footer1.xml) er endret.",
        ),
        (
            lambda fil: endre_del(fil, "docProps/core.xml", b"<dc:creator>", b"<dc:creator>K. "),
            "Opplysningene om filen (docProps/core.xml) er endret.",
        ),
        (legg_til_makro, "Makroer (word/vbaProject.bin) er lagt til."),
        (lagre_i_word, "Opplysningene om filen (docProps/core.xml) er endret."),
        (press, "Innholdet er likt, men filen er pakket på nytt"),
        (lambda fil: fil.write_bytes(fil.read_bytes() + b"hale"), "noe er lagt til utenfor delene"),
        (lambda fil: fil.write_bytes(b"hode" + fil.read_bytes()), "noe er lagt til utenfor delene"),
    ],
)
def test_endret_word_kjennes_igjen(
    kjor: Kjor, repo: Path, lag: Callable[[str], Path], endre: Callable[[Path], None], ventet: str
) -> None:
    fil = lag("docx")
    assert er_urort("docx", fil.read_bytes())
    with zipfile.ZipFile(fil) as pakke:
        assert {ett.compress_type for ett in pakke.infolist()} == {zipfile.ZIP_STORED}
    endre(fil)
    ut = kjor(*RAPPORT, "--kontroll", fil, "--prosjekt", repo, ventet=1).ut
    assert ut.startswith(
        f"«{fil}» er ikke det dataene gir med disse valgene. Den er endret av andre enn styring.\n"
    )
    assert ventet in ut
    assert (
        "laget eller endret av andre"
        in kjor(*RAPPORT, *DAG, "--ut", fil, "--prosjekt", repo, ventet=2).feil
    )


@pytest.mark.parametrize(
    ("endre", "ventet"),
    [
        (lambda raa: raa + b"\n", "Noe er lagt til etter slutten av filen."),
        (
            lambda raa: raa + b"5 0 obj\n<< >>\nendobj\nstartxref\n0\n%%EOF",
            "Noe er lagt til etter slutten av filen.",
        ),
        (lambda raa: raa[:2000] + bytes([raa[2000] ^ 1]) + raa[2001:], "endret av andre"),
        (lambda raa: raa.replace(b"/Lang", b"/Gnal", 1), "endret av andre"),
    ],
)
def test_endret_pdf_kjennes_igjen(
    kjor: Kjor, repo: Path, lag: Callable[[str], Path], endre: Callable[[bytes], bytes], ventet: str
) -> None:
    fil = lag("pdf")
    ekte = fil.read_bytes()
    assert er_urort("pdf", ekte)
    fil.write_bytes(endre(ekte))
    assert fil.read_bytes() != ekte
    assert ventet in kjor(*RAPPORT, "--kontroll", fil, "--prosjekt", repo, ventet=1).ut
    assert (
        "laget eller endret av andre"
        in kjor(*RAPPORT, *DAG, "--ut", fil, "--prosjekt", repo, ventet=2).feil
    )


def test_en_annen_versjon_av_typst(kjor: Kjor, repo: Path, lag: Callable[[str], Path]) -> None:
    fil = lag("pdf")
    merke = les_merke(fil.read_bytes())
    assert merke is not None
    her = merke.verdier["typst"]
    raa = fil.read_bytes().replace(f"typst={her}".encode(), b"typst=" + b"9" * len(her))
    fil.write_bytes(raa)
    ut = kjor(*RAPPORT, "--kontroll", fil, "--prosjekt", repo, ventet=1).ut
    assert (
        f"kan ikke avgjøres her: filen er laget med en annen versjon av typst ({'9' * len(her)};"
        f" her er {her})." in ut
    )


def test_merket_er_aapent_for_mer() -> None:
    """What a later version says beside it is no hindrance; what is not of the form is no mark."""
    tekst = (
        f"styring-rapport dato=2024-01-02 tre={'a' * 64} unntak={'b' * 40} versjon=1.2"
        f" sum={'c' * 16}"
    )
    merke = les_merke(b"tull " + tekst.encode() + b" -->")
    assert merke is not None
    assert (merke.tre, merke.versjon, merke.sum, merke.verdier["unntak"]) == (
        "a" * 64,
        "1.2",
        "c" * 16,
        "b" * 40,
    )
    assert med_sum(tekst.encode(), "c" * 16, "d" * 16).endswith(b" sum=" + b"d" * 16)
    assert (
        Stempel(merke.dato, "a" * 40, "1", "x").merke(typst="0.1")
        == f"styring-rapport dato=2024-01-02 tre={'a' * 40} versjon=1 typst=0.1"
    )
    for galt in (
        tekst.replace("a" * 64, "a" * 41),
        tekst.replace("2024-01-02", "2024-13-02"),
        tekst.replace("versjon", "utgave"),
        "styring-rapport dato=2024-01-02",
    ):
        assert les_merke(galt.encode()) is None
