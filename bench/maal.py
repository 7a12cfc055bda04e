"""Measure styring side by side with what it is held against, in one interleaved run: ``make
bench``.

Each figure is the median of the paired ratios, so that a busy machine counts on both sides. Y is a
process that only parses the same files with CSafeLoader. ``--stor`` adds 100 000 oppdrag;
``--runder N`` sets the number of rounds.
"""

import argparse
import math
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from lag_okonomi import lag_okonomi
from lag_tre import lag, lag_med_rapporter, lag_realistisk

ROT = Path(__file__).parent.parent
PYTHON = sys.executable
STYRING = str(Path(PYTHON).with_name("styring"))
SJEKK = str(Path(PYTHON).with_name("check-jsonschema"))
Y = """
import os, sys, yaml
for mappe, _, filer in os.walk(sys.argv[1]):
    for fil in filer:
        with open(os.path.join(mappe, fil), "rb") as strom:
            yaml.load(strom, Loader=yaml.CSafeLoader)
"""


class Maaling(NamedTuple):
    """One run of a process: seconds of CPU, peak memory in MiB."""

    cpu: float
    minne: float


def kjor(kommando: list[str]) -> Maaling:
    """Run a process to its end with its output thrown away."""
    miljo = {navn: verdi for navn, verdi in os.environ.items() if navn != "PYTHONDONTWRITEBYTECODE"}
    prosess = subprocess.Popen(
        kommando, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=miljo
    )
    _, _, bruk = os.wait4(prosess.pid, 0)
    return Maaling(bruk.ru_utime + bruk.ru_stime, bruk.ru_maxrss / 1024)


def side_om_side(kommandoer: dict[str, list[str]], runder: int) -> dict[str, list[Maaling]]:
    """Run all commands in turn, round by round; the first round warms up and is not counted."""
    maalt: dict[str, list[Maaling]] = {navn: [] for navn in kommandoer}
    for runde in range(runder + 1):
        for navn, kommando in kommandoer.items():
            maaling = kjor(kommando)
            if runde:
                maalt[navn].append(maaling)
    return maalt


def forhold(maalt: dict[str, list[Maaling]], navn: str, mot: str) -> float:
    """The median of the paired ratios of two commands."""
    return statistics.median(a.cpu / b.cpu for a, b in zip(maalt[navn], maalt[mot], strict=True))


def median_cpu(maalt: dict[str, list[Maaling]], navn: str) -> float:
    """The median CPU time of a command."""
    return statistics.median(maaling.cpu for maaling in maalt[navn])


def rad(hva: str, tall: float, naa: str, maal: str) -> None:
    """Print one figure beside what it should reach and aim for."""
    print(f"{hva:<58} {tall:>8.2f}   {naa:>6}   {maal:>6}", flush=True)


def oppstart(runder: int) -> None:
    """The everyday commands on the shipped data."""
    maalt = side_om_side(
        {
            "pass": [PYTHON, "-c", "pass"],
            "hjelp": [STYRING, "--help"],
            "status": [STYRING, "status", "--sektor", "OUS", "--prosjekt", str(ROT)],
            "frister": [STYRING, "frister", "--prosjekt", str(ROT), "--dato", "2023-09-04"],
            "arshjul": [STYRING, "arshjul", "--prosjekt", str(ROT), "--aar", "2023"],
        },
        runder * 3,
    )
    rad("--help, mot python -c pass", forhold(maalt, "hjelp", "pass"), "6.5", "")
    rad(
        "status --sektor OUS på brevet, mot python -c pass",
        forhold(maalt, "status", "pass"),
        "10",
        "9",
    )
    rad("frister mot status", forhold(maalt, "frister", "status"), "1.3", "1.1")
    rad("arshjul for ett år mot status", forhold(maalt, "arshjul", "status"), "1.3", "1.1")


def okonomien(rot: Path, runder: int) -> None:
    """Two years of months, 40 areas: every area with its last three prognoses."""
    lag_okonomi(rot)
    dag = ["--prosjekt", str(rot), "--dato", "2025-01-20"]
    maalt = side_om_side(
        {"okonomi": [STYRING, "okonomi", *dag], "status": [STYRING, "status", *dag]}, runder
    )
    rad(
        "okonomi over 24 måneder × 40 områder, mot status",
        forhold(maalt, "okonomi", "status"),
        "1.3",
        "",
    )


def tre(
    antall: int, rot: Path, runder: int, grenser: dict[str, tuple[str, str]], *, sjekk: bool
) -> dict[str, float]:
    """One tree of generated oppdrag; returns CPU seconds of valider and its start-up."""
    lag(rot, antall)
    kommandoer = {
        "Y": [PYTHON, "-c", Y, str(rot / "data")],
        "valider": [STYRING, "valider", "--prosjekt", str(rot)],
        "status": [STYRING, "status", "--sektor", "OUS", "--prosjekt", str(rot)],
        "start": [STYRING, "--versjon"],
    }
    if sjekk:
        filer = sorted(str(fil) for fil in (rot / "data" / "oppdrag").rglob("*.yaml"))
        kommandoer["check-jsonschema"] = [
            SJEKK,
            "--schemafile",
            str(ROT / "skjema" / "oppdrag.json"),
            *filer,
        ]
    maalt = side_om_side(kommandoer, runder)
    for navn in ("valider", "status"):
        if navn in grenser:
            rad(f"{navn} ved {antall} oppdrag, mot Y", forhold(maalt, navn, "Y"), *grenser[navn])
    if sjekk:
        rad(
            f"valider ved {antall} oppdrag, mot check-jsonschema",
            forhold(maalt, "valider", "check-jsonschema"),
            *grenser["check-jsonschema"],
        )
    if "minne" in grenser:
        rad(
            f"minne for valider ved {antall} oppdrag, MiB",
            max(maaling.minne for maaling in maalt["valider"]),
            *grenser["minne"],
        )
    return {navn: median_cpu(maalt, navn) for navn in ("valider", "start")}


def realistisk(antall: int, rot: Path, runder: int) -> dict[str, float]:
    """A municipality in use: two years of oppdrag, half as many vedtak, five periods of forms,
    exempt records. Returns CPU seconds of valider and start-up.
    """
    lag_realistisk(rot, antall)
    kommandoer = {
        "Y": [PYTHON, "-c", Y, str(rot / "data")],
        "valider": [STYRING, "valider", "--prosjekt", str(rot)],
        "status": [STYRING, "status", "--sektor", "OUS", "--prosjekt", str(rot)],
        "vis": [STYRING, "vis", "2024-P-000001", "--prosjekt", str(rot)],
        "eksport": [STYRING, "eksport", str(rot / "ut"), "--for", "intern", "--prosjekt", str(rot)],
        "start": [STYRING, "--versjon"],
    }
    maalt = side_om_side(kommandoer, runder)
    rad(
        f"eksport på et realistisk tre, {antall} oppdrag, mot valider",
        forhold(maalt, "eksport", "valider"),
        "2.0",
        "",
    )
    for navn, grense in (("valider", "1.0"), ("status", ""), ("vis", "")):
        rad(
            f"{navn} på et realistisk tre, {antall} oppdrag, mot Y",
            forhold(maalt, navn, "Y"),
            grense,
            "",
        )
    rad(
        f"minne for valider på et realistisk tre, {antall} oppdrag, MiB",
        max(maaling.minne for maaling in maalt["valider"]),
        "200",
        "",
    )
    return {navn: median_cpu(maalt, navn) for navn in ("valider", "start")}


RAPPORTER = {
    "tertial": ("tertial", "2023-T2"),
    "tertial html": ("tertial", "2023-T2", "--format", "html"),
    "vedtak": ("vedtak",),
    "styringskonferanse": ("styringskonferanse", "--aar", "2023"),
    "arsrapport": ("arsrapport", "--aar", "2023"),
    "styringsbrev": ("styringsbrev", "--aar", "2023"),
    "tertial docx": ("tertial", "2023-T2", "--format", "docx"),
    "tertial pdf": ("tertial", "2023-T2", "--format", "pdf"),
    "virksomhetsplan": ("virksomhetsplan", "--sektor", "OUS", "--aar", "2023"),
    "styringsdialog": ("styringsdialog", "--sektor", "OUS", "--aar", "2023"),
}
"""Every report, and the forms of the longest."""


def rapporter(antall: int, rot: Path, runder: int) -> dict[str, float]:
    """Every report on one year of oppdrag with three periods of forms; returns CPU seconds above
    start-up.
    """
    lag_med_rapporter(rot, antall)
    felles = ("--for", "intern", "--dato", "2024-02-01", "--prosjekt", str(rot))
    kommandoer = {"Y": [PYTHON, "-c", Y, str(rot / "data")], "start": [STYRING, "--versjon"]}
    kommandoer |= {navn: [STYRING, "rapport", *ord_, *felles] for navn, ord_ in RAPPORTER.items()}
    maalt = side_om_side(kommandoer, runder)
    for navn in RAPPORTER:
        krav = ("1.3", "0.75") if navn == "tertial" else ("", "")
        rad(f"rapport {navn} ved {antall} oppdrag, mot Y", forhold(maalt, navn, "Y"), *krav)
    return {navn: median_cpu(maalt, navn) - median_cpu(maalt, "start") for navn in RAPPORTER}


GRUNNLAG = """
import subprocess, sys
def git(*ord_, inn=None):
    kommando = ["git", "-C", sys.argv[1], *ord_]
    return subprocess.run(kommando, input=inn, capture_output=True, check=True).stdout
git("log", "--raw", "HEAD~500..HEAD")
rader = git("rev-list", "--objects", "HEAD~500..HEAD").splitlines()
blober = {rad.split()[0] for rad in rader if b".yaml" in rad}
for rev in ("HEAD", "HEAD~500"):
    blober |= {rad.split()[2] for rad in git("ls-tree", "-r", rev).splitlines()}
git("cat-file", "--batch", inn=b"\\n".join(sorted(blober)) + b"\\n")
"""
"""What git itself needs for the raw log of 500 commits, and to read each distinct file in them
once.
"""


def historien(rot: Path, runder: int) -> None:
    """The data of a commit beside the same as files, and what changed over 500 commits."""
    git = ["git", "-C", str(rot), "-c", "user.name=b", "-c", "user.email=b@b", "-c", "gc.auto=0"]
    filer = sorted((rot / "data" / "oppdrag").rglob("*.yaml"))
    for nr in range(501):
        if nr == 0:
            subprocess.run([*git, "init", "-q"], check=True)
        else:
            for fil in filer[nr % len(filer) :: 400]:
                fil.write_text(
                    fil.read_text(encoding="utf-8").replace("tittel: ", "tittel: Ny ", 1),
                    encoding="utf-8",
                )
        subprocess.run([*git, "add", "-A"], check=True)
        subprocess.run([*git, "commit", "-qm", str(nr)], check=True)
    felles = ("--for", "ledelse", "--dato", "2024-02-01", "--prosjekt", str(rot))
    kommandoer = {
        "status": [STYRING, "status", *felles],
        "status --ved": [STYRING, "status", "--ved", "HEAD", *felles],
        "git": [PYTHON, "-c", GRUNNLAG, str(rot)],
        "endringer": [STYRING, "endringer", "HEAD~500", "HEAD", *felles],
        "historikk": [STYRING, "historikk", "2023-P-000001", *felles],
    }
    maalt = side_om_side(kommandoer, runder)
    rad(
        "status --ved HEAD ved 1000 oppdrag, mot status",
        forhold(maalt, "status --ved", "status"),
        "1.5",
        "",
    )
    rad(
        "endringer over 500 commits, mot git log --raw og hver blob én gang",
        forhold(maalt, "endringer", "git"),
        "3.0",
        "",
    )
    rad(
        "historikk for ett oppdrag over 500 commits, mot det samme",
        forhold(maalt, "historikk", "git"),
        "",
        "",
    )


def vekst(liten: dict[str, float], stor: dict[str, float]) -> float:
    """How steeply the time above start-up grows from a thousand to ten thousand: 1 is in
    proportion.
    """
    return math.log10((stor["valider"] - stor["start"]) / (liten["valider"] - liten["start"]))


def main() -> None:
    """Print every figure of the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runder", type=int, default=5)
    parser.add_argument("--stor", action="store_true")
    valg = parser.parse_args()
    print(f"{'forhold (median av parvise, CPU-tid)':<58} {'målt':>8}   {'nå':>6}   {'sikte':>6}")
    oppstart(valg.runder)
    with tempfile.TemporaryDirectory() as mappe:
        rot = Path(mappe)
        okonomien(rot / "okonomi", valg.runder)
        liten, stor = (
            realistisk(antall, rot / f"i-bruk-{antall}", valg.runder) for antall in (1000, 10_000)
        )
        rad(
            "vekst i CPU-tid for valider på realistiske trær (helning)",
            vekst(liten, stor),
            "1.1",
            "1.0",
        )
        tre(32, rot / "32", valg.runder, {"check-jsonschema": ("0.7", "")}, sjekk=True)
        liten = tre(
            1000,
            rot / "1000",
            valg.runder,
            {"valider": ("0.9", ""), "check-jsonschema": ("0.1", "")},
            sjekk=True,
        )
        grenser = {"valider": ("0.6", "0.5"), "status": ("0.6", "0.5"), "minne": ("110", "50")}
        stor = tre(10_000, rot / "10000", valg.runder, grenser, sjekk=False)
        if valg.stor:
            tre(10_000, rot / "10000", 1, {"check-jsonschema": ("0.05", "")}, sjekk=True)
            tre(
                100_000,
                rot / "100000",
                1,
                {"minne": ("500", "200"), "valider": ("", "")},
                sjekk=False,
            )
        rad(
            "vekst i CPU-tid for valider fra 1 000 til 10 000 (helning)",
            vekst(liten, stor),
            "1.05",
            "1.0",
        )
        faa, mange = (
            rapporter(antall, rot / f"r{antall}", valg.runder) for antall in (1000, 10_000)
        )
        historien(rot / "r1000", valg.runder)
        for navn in RAPPORTER:
            rad(
                f"vekst i CPU-tid for rapport {navn} (helning)",
                math.log10(mange[navn] / faa[navn]),
                "1.05",
                "1.0",
            )


if __name__ == "__main__":
    main()
