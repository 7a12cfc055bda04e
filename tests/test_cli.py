"""The program from outside: help, usage errors, exit codes, streams that fail, and completion."""

import errno
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from styring import __version__
from styring.__main__ import kjor as kjor_program
from styring.cli.felles.kommandoer import KOMMANDOER
from styring.visning.rapport import malfiler
from tests.conftest import EKSEMPLER, EN_FIL, OPPDRAG, ROT, Kjor, bare_posix, skriv
from tests.skjemahjelp import les_yaml
from tests.test_sporsmal import sammenlign
from tests.test_struktur import KILDE, MODULER

PYTHON = [sys.executable, "-m", "styring"]


def kjor_ute(*argumenter: object, **valg: object) -> subprocess.CompletedProcess[bytes]:
    """Run styring as a process of its own."""
    kommando = [*PYTHON, *map(str, argumenter)]
    alle: dict[str, Any] = {"capture_output": True, "timeout": 60, **valg}
    return subprocess.run(kommando, check=False, **alle)


ALLE = [
    "",
    *(kommando.navn for kommando in KOMMANDOER),
    *(f"{kommando.navn} {under.navn}" for kommando in KOMMANDOER for under in kommando.under),
]


@pytest.mark.parametrize("kommando", ALLE)
def test_hjelpen(kjor: Kjor, kommando: str, request: pytest.FixtureRequest) -> None:
    """Every help page is bokmål, at most 80 columns wide, and as it is kept."""
    ut = kjor(*kommando.split(), "--hjelp").ut
    assert max(map(len, ut.splitlines())) <= 80
    for engelsk in (
        "Usage",
        "Options",
        "Show this",
        "default",
        "[OPTIONS]",
        "Commands",
        "Arguments",
    ):
        assert engelsk not in ut
    assert ut == kjor(*kommando.split(), "--help").ut
    sammenlign(f"hjelp-{kommando.replace(' ', '-') or 'alle'}.txt", ut, request)


@pytest.mark.parametrize(
    ("argumenter", "svar"),
    [
        (["statsu"], "«statsu» er ikke en kommando. Mente du «styring status»?"),
        (["qqqqq"], "«qqqqq» er ikke en kommando. Se alle med «styring --hjelp»."),
        (
            ["status", "--sektr", "OUS"],
            "valget --sektr finnes ikke. Mente du --sektor? Se «styring status --hjelp».",
        ),
        (
            ["status", "--sektor"],
            (
                "valget --sektor er brukt feil: det mangler en verdi, eller har en for mye. Se"
                " «styring --hjelp»."
            ),
        ),
        (["status", "x", "y"], "det står noe mer enn kommandoen tar. Se «styring status --hjelp»."),
        (["vis"], "ID mangler. Se «styring vis --hjelp»."),
        (
            ["arshjul", "--aar", "abc"],
            "verdien kan ikke brukes med --aar. Se «styring arshjul --hjelp».",
        ),
        (
            ["arshjul", "--aar", "99999"],
            "verdien kan ikke brukes med --aar. Se «styring arshjul --hjelp».",
        ),
        (["status", "--format", "jsn"], "«jsn» kan ikke brukes med --format. Mente du json?"),
        (
            ["status", "--format", "pdf"],
            "«pdf» kan ikke brukes med --format. Velg tekst, json, csv eller md.",
        ),
        (
            ["status", "--dato", "31.31.2023"],
            "«31.31.2023» kan ikke brukes med --dato: det er 12 måneder. Skriv for eksempel",
        ),
        (
            ["status", "--dato", "1999-12-31"],
            "«1999-12-31» kan ikke brukes med --dato. Skriv for eksempel 2023-09-04;",
        ),
        (
            ["frister", "--innen", "snart"],
            "«snart» kan ikke brukes med --innen. Skriv for eksempel 60d, 8u, 3m eller 2023-12-31;",
        ),
        (
            ["frister", "--innen", "9999m"],
            "«9999m» kan ikke brukes med --innen: se høyst ti år fram, og ikke bakover",
        ),
        (
            ["frister", "--kategori", "økonmi"],
            "«økonmi» kan ikke brukes med --kategori. Mente du okonomi?",
        ),
        (
            ["frister", "--innen", "2020-01-01", "--dato", "2023-01-01"],
            (
                "«2020-01-01» kan ikke brukes med --innen: se høyst ti år fram, og ikke bakover fra"
                " 01.01.2023."
            ),
        ),
        (
            ["--sektor", "OUS"],
            (
                "valget --sektor kan ikke stå her. Skriv kommandoen først, for eksempel «styring"
                " status --sektor»."
            ),
        ),
        (
            ["valider", "finnes-ikke.yaml"],
            "finner ikke «finnes-ikke.yaml». Se etter en skrivefeil i filnavnet.",
        ),
        (["regler", "ST999"], "«ST999» er ikke en regel."),
        (
            ["valider", "--bare", "XX"],
            "ingen regel begynner med «XX». Se kodene med «styring regler».",
        ),
        (["oppsett", "fullforing", "tcsh"], "«tcsh» kan ikke brukes med SKALL."),
        (
            ["oppsett", "json-skjema", "oppdrg"],
            "«oppdrg» kan ikke brukes med NAVN. Mente du oppdrag?",
        ),
        (["--dato", "2023-01-01", "status"], "skriv valgene etter kommandoen: styring status …"),
        (
            ["status", "--prosjekt", "/finnes/ikke"],
            "finner ikke mappen «/finnes/ikke». Se etter en skrivefeil i --prosjekt.",
        ),
    ],
)
def test_bruksfeil(kjor: Kjor, argumenter: list[str], svar: str) -> None:
    """One line on standard error, in bokmål, with the cure; exit 2, and nothing on
    standard output.
    """
    kode, ut, feil = kjor(*argumenter, ventet=2)
    assert (kode, ut) == (2, "")
    assert feil.startswith(f"styring: {svar}")
    assert feil.count("\n") == 1


def test_uten_prosjekt(kjor: Kjor, tmp_path: Path) -> None:
    assert "fant ikke data/kommune.yaml" in kjor("status", "--prosjekt", tmp_path, ventet=2).feil


def test_prosjektet_finnes_oppover(prosjekt: Path) -> None:
    skriv(prosjekt, EN_FIL, OPPDRAG)
    ute = kjor_ute("status", cwd=prosjekt / "data" / "oppdrag")
    assert (ute.returncode, b"1 oppdrag" in ute.stdout) == (0, True)


def test_dato_paa_norsk(kjor: Kjor) -> None:
    assert "4. september 2023" in kjor("status", "--dato", "4.9.2023", "--prosjekt", ROT).ut


def test_kommandoer_med_norske_bokstaver(kjor: Kjor) -> None:
    assert (
        kjor("årshjul", "--år", "2023", "--prosjekt", ROT).ut
        == kjor("arshjul", "--aar", "2023", "--prosjekt", ROT).ut
    )
    assert kjor("mål", "--prosjekt", ROT).ut == kjor("maal", "--prosjekt", ROT).ut


def test_kategori_som_den_vises(kjor: Kjor) -> None:
    assert (
        kjor("arshjul", "--kategori", "økonomi", "--aar", "2023", "--prosjekt", ROT).ut
        == kjor("arshjul", "--kategori", "okonomi", "--aar", "2023", "--prosjekt", ROT).ut
    )


def test_innen_maaneder_og_dato(kjor: Kjor) -> None:
    """Months are months of the calendar, and a date is a date."""
    tolv = kjor("frister", "--innen", "12m", "--dato", "2023-01-01", "--prosjekt", ROT).ut
    assert (
        tolv
        == kjor("frister", "--innen", "2024-01-01", "--dato", "2023-01-01", "--prosjekt", ROT).ut
    )
    assert "Beredskapsplanen er revidert" in tolv
    assert (
        "28. februar 2023"
        in kjor("frister", "--innen", "1m", "--dato", "2023-01-31", "--prosjekt", ROT).ut
    )


@pytest.mark.parametrize(
    "nar", ["{hvert_ar: 02-30, fastsatt: [2023-12-13]}", "{hvert_ar: 02-30, hvert: 4, fra: 2024}"]
)
def test_en_umulig_dag_neste_aar_er_ikke_vaar_feil(kjor: Kjor, rikt: Path, nar: str) -> None:
    fil = rikt / "data" / "arshjul.yaml"
    fil.write_text(
        fil.read_text(encoding="utf-8").replace("{hvert_ar: 12-31, fastsatt: [2023-12-13]}", nar),
        encoding="utf-8",
    )
    for sporsmal in (("frister", "--innen", "100d"), ("vis", "budsjett"), ("arshjul",), ()):
        kjor(*sporsmal, "--dato", "2023-12-01", "--prosjekt", rikt)
    assert (
        "dagen 02-30 finnes ikke i noe år"
        in kjor("arshjul", "--aar", "2023", "--prosjekt", rikt).ut
    )
    assert "ST5" in kjor("valider", "--prosjekt", rikt, ventet=1).ut


def test_regler_i_en_familie(kjor: Kjor) -> None:
    ut = kjor("regler", "st3").ut
    assert "ST301" in ut
    assert "ST201" not in ut


@pytest.mark.parametrize("koding", ["utf-8", "ascii", "cp1252", "cp850", "utf-16"])
@pytest.mark.parametrize(
    "skrevet",
    [
        ("frister", "--format", "csv"),
        ("status", "--sektor", "OUS"),
        ("frister", "--format", "json"),
        ("rapport", "styringsbrev", "--aar", "2023"),
    ],
)
def test_det_som_ikke_er_en_terminal_er_utf8(koding: str, skrevet: tuple[str, ...]) -> None:
    """A file or a pipe gets the same bytes whatever letters the system has: UTF-8, with LF; csv
    says so first, and ends its lines as Excel does.
    """
    valg = (*skrevet, "--dato", "2023-09-04", "--prosjekt", str(ROT))
    ventet = kjor_ute(*valg, env={**os.environ, "PYTHONUTF8": "1"})
    svar = kjor_ute(
        *valg,
        env={
            **os.environ,
            "PYTHONIOENCODING": koding,
            "PYTHONUTF8": "0",
            "LC_ALL": "C",
            "PYTHONCOERCECLOCALE": "0",
        },
    )
    assert (svar.stdout, svar.stderr, svar.returncode) == (ventet.stdout, ventet.stderr, 0)
    assert any(bokstav in svar.stdout.decode() for bokstav in "æøå")
    assert (b"\r" in svar.stdout) == svar.stdout.startswith("\ufeff".encode()) == ("csv" in skrevet)


def test_det_som_gikk_galt_er_utf8() -> None:
    svar = kjor_ute("statsu", env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"})
    assert svar.stderr.decode().startswith("styring: «statsu» er ikke en kommando.")


def test_versjon(kjor: Kjor) -> None:
    assert kjor("--versjon").ut == "styring 0.1.0\n"


def test_vaar_egen_feil_gir_sporing_og_3(kjor: Kjor, monkeypatch: pytest.MonkeyPatch) -> None:
    def au(_: object) -> None:
        raise ZeroDivisionError("\x1b[2J")

    monkeypatch.setattr("styring.cli.felles.innlasting.les_inn", au)
    feil = kjor("status", "--prosjekt", ROT, ventet=3).feil
    assert "ZeroDivisionError: \\u001b[2J" in feil
    assert feil.endswith(
        "styring: dette er en feil i styring selv. Meld den gjerne, med teksten over.\n"
    )


def test_avbrutt_gir_130_uten_sporing(kjor: Kjor, monkeypatch: pytest.MonkeyPatch) -> None:
    def avbrutt(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("styring.cli.felles.innlasting.les_inn", avbrutt)
    assert kjor("status", "--prosjekt", ROT, ventet=130).feil == ""


@bare_posix
def test_avbrutt_paa_ordentlig(prosjekt: Path) -> None:
    """SIGINT while a large tree is read: 130, and no traceback."""
    for nr in range(3000):
        skriv(prosjekt, f"oppdrag/2023/X-{nr}.yaml", OPPDRAG)
    kode = (
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); from"
        " styring.__main__ import main; print('klar', file=sys.stderr, flush=True);"
        f" sys.argv[1:] = ['valider', '--prosjekt', {str(prosjekt)!r}]; main()"
    )
    prosess = subprocess.Popen(
        [sys.executable, "-c", kode], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert prosess.stderr
    assert prosess.stderr.readline() == b"klar\n"
    time.sleep(0.1)
    prosess.send_signal(signal.SIGINT)
    ut, feil = prosess.communicate(timeout=30)
    assert prosess.returncode == 130 or ut.startswith(b"Ingen feil."), feil
    assert b"Traceback" not in feil


def test_avbrutt_der_python_ikke_kan_stanse() -> None:
    """Ctrl-C while an object is taken away: Python would print it and go on."""
    kode = """
import signal, sys, time
from styring import __main__ as kant

# What runs in the background is born with it ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)

class Borte:
    def __del__(self):
        raise KeyboardInterrupt

def kommando(_):
    Borte()
    slutt = time.monotonic() + 20
    while time.monotonic() < slutt:
        pass
    return 0

kant._kommando = kommando
kant.main()
"""
    svar = subprocess.run(
        [sys.executable, "-c", kode], capture_output=True, check=False, timeout=60
    )
    assert (svar.stdout, svar.stderr, svar.returncode) == (b"", b"", 130)


@bare_posix
def test_lukket_ror_er_stille(prosjekt: Path) -> None:
    for nr in range(2000):
        skriv(prosjekt, f"oppdrag/2023/X-{nr}.yaml", OPPDRAG)
    kommando = f"{' '.join(PYTHON)} status --sektor HOM --prosjekt {prosjekt} | head -1"
    svar = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {kommando}"], capture_output=True, check=False, timeout=60
    )
    assert svar.stdout.startswith(b"HOM Helse og mestring")
    assert (svar.stderr, svar.returncode) == (b"", 0)


@bare_posix
def test_lukket_ror_skjuler_ikke_at_noe_er_galt(prosjekt: Path) -> None:
    """«valider | head» under pipefail still fails when the data does."""
    for nr in range(300):
        skriv(prosjekt, f"oppdrag/2023/X-{nr}.yaml", "ansvarlig: HOM\n")
    kommando = f"{' '.join(PYTHON)} valider --prosjekt {prosjekt} | head -1"
    svar = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {kommando}"], capture_output=True, check=False, timeout=60
    )
    assert (svar.stderr, svar.returncode) == (b"", 1)


@bare_posix
@pytest.mark.parametrize(
    "skrevet",
    [
        ("status",),
        ("valider",),
        ("rapport", "styringsbrev", "--aar", "2023", "--format", "docx"),
        ("rapport", "styringsbrev", "--aar", "2023"),
    ],
)
def test_lukkede_strommer(skrevet: tuple[str, ...]) -> None:
    """An answer that can't be written is not lost with exit 0; what can't be said of it
    is let go.
    """
    for lukket, kode in ((">&-", 2), ("2>&-", 0), (">&- 2>&-", 2)):
        svar = subprocess.run(
            ["bash", "-c", f"{' '.join((*PYTHON, *skrevet))} --prosjekt {ROT} {lukket}"],
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert svar.returncode == kode, lukket
        sagt = (
            "styring: standard ut er lukket, så det som skulle vært vist, ble borte. Send det til"
            " en fil eller et program.\n"
        )
        assert svar.stderr.decode() == (sagt if lukket == ">&-" else "")


@bare_posix
@pytest.mark.parametrize(
    "skrevet",
    [
        ("status", "--prosjekt", str(ROT)),
        ("--help",),
        ("--version",),
        ("status", "--help"),
        ("tertial", "--hjelp"),
        ("regler",),
    ],
)
def test_full_disk_sier_fra(skrevet: tuple[str, ...]) -> None:
    """/dev/full takes no byte: one line, not 0, no traceback."""
    with Path("/dev/full").open("wb") as full:
        svar = subprocess.run(
            [*PYTHON, *skrevet], stdout=full, stderr=subprocess.PIPE, check=False, timeout=60
        )
    assert svar.returncode == 2
    assert svar.stderr.decode().startswith("styring: fikk ikke skrevet eller lest:")
    assert svar.stderr.count(b"\n") == 1


@pytest.mark.parametrize("koding", ["ascii", "cp1252"])
def test_terminal_uten_utf8_faar_enklere_tegn(
    koding: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from styring.fag.tilstand import Tilstand
    from styring.visning.felles import terminal
    from styring.visning.felles.blokker import Bit, Stolpe, linje

    with (tmp_path / "ut").open("w", encoding=koding, errors="backslashreplace") as strom:
        ut = terminal.vis(
            [
                linje(Bit("i rute", "i_rute", "i_rute")),
                Stolpe(((Tilstand.IKKE_RAPPORTERT, 2), (Tilstand.FERDIG, 2))),
            ],
            strom,
        )
    assert ut.splitlines()[0] == "* i rute"
    assert set(ut.splitlines()[1]) == {".", "+"}


@pytest.mark.parametrize("lokale", ["C", "POSIX", "nb_NO.UTF-8"])
def test_lokale_spiller_ingen_rolle(lokale: str) -> None:
    miljo = {
        navn: verdi
        for navn, verdi in os.environ.items()
        if not navn.startswith(("LC_", "LANG", "PYTHONIOENCODING"))
    }
    svar = kjor_ute(
        "frister",
        "--dato",
        "2023-09-04",
        "--prosjekt",
        ROT,
        env={**miljo, "LC_ALL": lokale, "LANG": lokale},
    )
    assert "Forhåndsstemmingen slutter" in svar.stdout.decode()


def test_en_disk_som_svikter_midt_i_svaret_er_brukerens(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the stream refuses is told at its own door: with its reason, and exit 2."""

    class Svikter(io.StringIO):
        def write(self, _: str) -> int:
            raise OSError(errno.EIO, "Input/output error")

    feil = io.StringIO()
    monkeypatch.setattr("sys.stdout", Svikter())
    monkeypatch.setattr("sys.stderr", feil)
    assert kjor_program(["status", "--prosjekt", str(ROT)]) == 2
    assert (
        feil.getvalue()
        == "styring: fikk ikke skrevet eller lest: disken svarer ikke som den skal. Se etter plass"
        " på disken og rettigheter.\n"
    )


def test_en_feil_vi_ikke_kan_si_fra_om_velter_ingenting(monkeypatch: pytest.MonkeyPatch) -> None:
    class Svikter(io.StringIO):
        def write(self, _: str) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("sys.stderr", Svikter())
    assert kjor_program(["finnes-ikke"]) == 2


def test_vaar_egen_feil_er_ikke_brukerens_disk(
    kjor: Kjor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """An OSError that no door has taken is a bug of ours, whoever raised it: exit 3, with the
    traceback.
    """

    def nei(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("styring.cli.felles.utskrift.skriv_svar", nei)
    assert "dette er en feil i styring selv" in kjor("status", "--prosjekt", ROT, ventet=3).feil
    monkeypatch.setattr(malfiler, "MALER", tmp_path)
    svar = kjor("rapport", "styringsbrev", "--aar", "2023", "--prosjekt", ROT, ventet=3)
    assert "TemplateNotFound: styringsbrev.md.j2" in svar.feil
    assert svar.ut == ""


def test_oserror_fanges_bare_der_det_leses_og_skrives() -> None:
    """The modules that may catch OSError are those that read and write; the outermost main is not
    among them.
    """
    dorer = {
        "prosjekt/tre.py",
        "prosjekt/git.py",
        "prosjekt/filer.py",
        "prosjekt/utsjekk.py",
        "cli/felles/innlasting.py",
        "cli/felles/filskriving.py",
        "cli/felles/mappeskriving.py",
        "cli/felles/strommer.py",
        "redigering/skriving.py",
    }
    fanger = {
        modul.relative_to(KILDE).as_posix()
        for modul in MODULER
        if re.search(r"except[^:\n]*OSError|suppress\(OSError", modul.read_text(encoding="utf-8"))
    }
    assert fanger == dorer


def fullfor(linje: str, mappe: Path = ROT) -> list[str]:
    """Ask for completion as bash does, at the end of a line."""
    ord_ = linje.split(" ")
    miljo = {
        **os.environ,
        "_STYRING_COMPLETE": "complete_bash",
        "COMP_WORDS": linje,
        "COMP_CWORD": str(len(ord_) - 1),
    }
    return kjor_ute(env=miljo, cwd=mappe).stdout.decode().split()


def test_fullforing() -> None:
    assert fullfor("styring fri") == ["frister"]
    assert fullfor("styring status --sektor O") == ["OUS"]
    assert fullfor("styring vis 2023-OUS-") == [f"2023-OUS-0{nr}" for nr in range(1, 6)]
    assert "ST301" in fullfor("styring regler ST30")
    assert fullfor("styring status --format js") == ["json"]
    assert fullfor("styring vis OUS", Path("/")) == []


def test_fullforing_viser_titler_i_fish() -> None:
    miljo = {
        **os.environ,
        "_STYRING_COMPLETE": "complete_fish",
        "_TYPER_COMPLETE_ARGS": "styring vis OUS-04",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    assert "Oppvekstreformen skal bidra" in kjor_ute(env=miljo, cwd=ROT).stdout.decode()


def test_titler_kjorer_ikke_i_skallet(prosjekt: Path) -> None:
    """zsh evaluates what completion prints: nothing in a title may be more than words."""
    skriv(
        prosjekt,
        EN_FIL,
        "tittel: 'x\\\\\" ; touch eid ; $(touch eid) `touch eid`'\nansvarlig: HOM\n",
    )
    miljo = {
        **os.environ,
        "_STYRING_COMPLETE": "complete_zsh",
        "_TYPER_COMPLETE_ARGS": "styring vis HOM",
    }
    ut = kjor_ute(env=miljo, cwd=prosjekt).stdout.decode()
    assert "touch eid" in ut
    assert not set(ut.partition("HOM-01")[2]) & set(";$`\\&|<>")


@pytest.mark.parametrize("skall", ["bash", "zsh", "fish", "powershell"])
def test_oppsett_for_fullforing(kjor: Kjor, skall: str) -> None:
    assert "_STYRING_COMPLETE" in kjor("oppsett", "fullforing", skall).ut


def test_json_skjema_skrives_og_kontrolleres(kjor: Kjor, tmp_path: Path) -> None:
    ut = tmp_path / "nytt" / "skjema"
    kjor("oppsett", "json-skjema", "--ut", ut)
    kjor("oppsett", "json-skjema", "--kontroll", ut)
    (ut / "maal.json").write_text("{}", encoding="utf-8")
    assert (
        "maal.json er ikke som styring ville laget den"
        in kjor("oppsett", "json-skjema", "--kontroll", ut, ventet=1).feil
    )
    (ut / "maal.json").write_bytes("æøå".encode("cp1252"))
    assert (
        "maal.json er ikke som styring ville laget den"
        in kjor("oppsett", "json-skjema", "--kontroll", ut, ventet=1).feil
    )
    (tmp_path / "fil").write_text("", encoding="utf-8")
    assert (
        "kan ikke skrive"
        in kjor("oppsett", "json-skjema", "--ut", tmp_path / "fil" / "x", ventet=2).feil
    )
    assert kjor("oppsett", "json-skjema").ut.split() == [
        "kommune",
        "styringsbrev",
        "maal",
        "oppdrag",
        "vedtak",
        "rapport",
        "samlerapport",
        "okonomikapittel",
        "beredskapskapittel",
        "grunnlag",
        "styringsdialog",
        "arshjul",
        "maalinger",
        "budsjett",
        "innsparing",
        "regnskap",
        "fravaer",
        "maanedsord",
        "maanedssamling",
        "virksomhetsplan",
        "tema",
        "kurs",
        "ros",
        "beredskapsplan",
        "beredskapshendelse",
        "funn",
    ]
    assert '"ansvarlig"' in kjor("oppsett", "json-skjema", "oppdrag").ut


def test_regler_i_terminal_og_som_markdown(kjor: Kjor) -> None:
    assert "ST301" in kjor("regler").ut
    enkelt = kjor("regler", "st302").ut
    assert "Den ansvarlige skal ikke også stå i delansvar." in enkelt
    assert "  delansvar: [OUS, HOM]" in enkelt
    assert kjor("regler", "ST302", "--format", "md").ut.startswith("# ST302 ")


def test_utgangskode_og_eksempel_finnes_for_hvert_alvor(kjor: Kjor) -> None:
    mappe = EKSEMPLER / "ugyldig" / "ST403-delmaal-uten-oppdrag"
    assert kjor("valider", "--streng", "--prosjekt", mappe).ut.startswith("Ingen feil.")
    assert "tips ST403" in kjor("valider", "--tips", "--prosjekt", mappe).ut


@pytest.mark.parametrize(
    ("skrevet", "nytt"),
    [
        (("status", "--vedtak"), "styring vedtak"),
        (
            ("status", "--vedtak", "--type", "verbalvedtak", "--sektor", "OUS"),
            "styring vedtak --type verbalvedtak --sektor OUS",
        ),
        (("purring", "2023-T1"), "styring tertial purring 2023-T1"),
        (("importer", "skjemaer"), "styring tertial importer skjemaer"),
        (("importer", "mine skjemaer", "--ja"), 'styring tertial importer "mine skjemaer" --ja'),
        (("importer", "--utkast", "a.xlsx"), "styring tertial importer --utkast a.xlsx"),
        (("importer", "--prosjekt", "x", "a.xlsx"), "styring tertial importer --prosjekt x a.xlsx"),
        (("status", "--bare-avvik", "--vedtak", "--sektor", "OUS"), "styring vedtak --sektor OUS"),
        (("importer", "--vedtak", "liste.xlsx"), "styring importer vedtak liste.xlsx"),
        (
            ("importer", "--kart", "k.yaml", "--vedtak", "liste.xlsx"),
            "styring importer vedtak --kart k.yaml liste.xlsx",
        ),
        (("json-skjema", "--ut", "skjema"), "styring oppsett json-skjema --ut skjema"),
        (("fullføring", "bash"), None),
        (("fullforing", "bash"), "styring oppsett fullforing bash"),
    ],
)
def test_et_ord_som_er_flyttet_svarer_med_det_nye(
    kjor: Kjor, skrevet: tuple[str, ...], nytt: str | None
) -> None:
    svar = kjor(*skrevet, ventet=2)
    assert (
        svar.feil
        == f"styring: det heter noe annet nå: {nytt or 'styring oppsett fullforing bash'}\n"
    )
    assert svar.ut == ""


def test_det_nye_navnet_finnes(kjor: Kjor) -> None:
    """What a moved word points to is a command today."""
    for ord_ in (
        ("vedtak",),
        ("tertial", "purring"),
        ("tertial", "importer"),
        ("importer", "vedtak"),
        ("oppsett", "json-skjema"),
        ("oppsett", "fullforing"),
    ):
        assert kjor(*ord_, "--hjelp").ut.startswith(f"Bruk: styring {' '.join(ord_)} ")


@pytest.mark.parametrize("skrevet", ["--versjon", "--version", "-V"])
def test_versjonen(kjor: Kjor, skrevet: str) -> None:
    assert kjor(skrevet).ut == f"styring {__version__}\n"


def test_et_galt_ord_under_importer_sier_hva_som_finnes(kjor: Kjor) -> None:
    assert "skriv hva: «styring importer vedtak»" in kjor("importer", ventet=2).feil


VEDTAK = ("vedtak", "--prosjekt", ROT / "eksempel", "--dato", "2024-09-20")


def test_vedtak_velger(kjor: Kjor) -> None:
    """The filters hold against the files themselves, read by another reader."""
    alle = {
        fil.relative_to(ROT / "eksempel" / "data" / "vedtak"): les_yaml(
            fil.read_text(encoding="utf-8")
        )
        for fil in (ROT / "eksempel" / "data" / "vedtak").rglob("*.yaml")
    }
    organ = {f"{sti.parent}-{sti.stem}": data["organ"] for sti, data in alle.items()}
    apne = json.loads(kjor(*VEDTAK, "--format", "json").ut)["svar"]
    avsluttet = json.loads(kjor(*VEDTAK, "--avsluttet", "--format", "json").ut)["svar"]
    assert [len(svar["apne"]) for svar in (apne, avsluttet)] == [apne["antall_apne"], 0]
    assert len(avsluttet["avsluttede"]) == apne["lukkede"] == avsluttet["lukkede"]
    assert apne == json.loads(kjor(*VEDTAK, "--apne", "--format", "json").ut)["svar"]
    i_fsk = json.loads(kjor(*VEDTAK, "--organ", "fsk", "--format", "json").ut)["svar"]["apne"]
    assert [rad["staar"]["id"] for rad in i_fsk] == [
        rad["staar"]["id"]
        for rad in apne["apne"]
        if organ[rad["staar"]["id"].partition("/")[0]] == "FSK"
    ]
    innen = json.loads(kjor(*VEDTAK, "--frist-innen", "2024-10-01", "--format", "json").ut)["svar"][
        "apne"
    ]
    assert [rad["staar"]["id"] for rad in innen] == [
        rad["staar"]["id"] for rad in apne["apne"] if (rad["staar"]["frist"] or "9") <= "2024-10-01"
    ]
    for rad in avsluttet["avsluttede"]:
        slutt = next(
            data
            for sti, data in alle.items()
            if f"{sti.parent}-{sti.stem}" == rad["staar"]["id"].partition("/")[0]
        )
        punkt: dict[str, Any] = next(
            (
                p
                for p in slutt.get("punkter", [])
                if str(p["nr"]) == rad["staar"]["id"].partition("/")[2]
            ),
            {},
        )
        ende = punkt.get("avsluttet") or slutt["avsluttet"]
        assert (rad["avsluttet"], rad["avsluttet_i"]) == (str(ende["dato"]), ende["sak"])


@pytest.mark.parametrize(
    ("valg", "melding"),
    [
        (("--apne", "--avsluttet"), "--avsluttet og --apne kan ikke brukes sammen"),
        (
            ("--avsluttet", "--frist-innen", "8u"),
            "--avsluttet og --frist-innen kan ikke brukes sammen",
        ),
        (("--organ", "KST"), "KST"),
        (("--type", "sak"), "--type"),
        (("--frist-innen", "snart"), "«snart» kan ikke brukes med --frist-innen"),
    ],
)
def test_vedtak_sier_hva_som_er_galt(kjor: Kjor, valg: tuple[str, ...], melding: str) -> None:
    assert melding in kjor(*VEDTAK, *valg, ventet=2).feil


@pytest.mark.parametrize("klokke", ["1970-01-01", "2101-01-01"])
def test_en_klokke_som_gaar_feil_sies(
    kjor: Kjor, monkeypatch: pytest.MonkeyPatch, klokke: str
) -> None:
    """What a day on the command line may not be, the machine's own may not be either."""

    class Klokke(date):
        @classmethod
        def today(cls) -> "Klokke":
            return cls.fromisoformat(klokke)

    monkeypatch.setattr("styring.cli.felles.verdier.date", Klokke)
    svar = kjor("frister", "--prosjekt", ROT / "eksempel", ventet=2)
    assert (
        svar.feil
        == f"styring: klokken på maskinen står på {klokke}. Still den, eller si hvilken dag det"
        " gjelder, for eksempel --dato 2023-09-04.\n"
    )
