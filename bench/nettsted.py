"""Measure «styring nettsted» beside two makers of pages, on as many pages of the same size:
``python bench/nettsted.py``.

The municipality is that of ``lag_tre.lag_realistisk``: 1000 oppdrag, 500 vedtak and five periods.
The pages are those for everybody, and those for the inside, which have findings and months too.
The others get the text of each page for the inside as Markdown, one file for each. They are
installed, pinned, in a folder of their own the first time, which needs a network. The figures are
seconds of CPU, the median of some rounds: of the whole, and of the same again after one edit.
Each runs as an installed program does, with its bytecode kept.
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from html import unescape
from pathlib import Path

from lag_tre import lag_realistisk

ROT = Path(__file__).parent.parent
STYRING = str(Path(sys.executable).with_name("styring"))
LESERE = ("offentlig", "intern")
PAKKER = ("mkdocs==1.6.1", "sphinx==9.0.4", "myst-parser==5.2.0")
DAG = ("--dato", "2024-10-01")
MILJO = {navn: v for navn, v in os.environ.items() if navn != "PYTHONDONTWRITEBYTECODE"}


def kjor(*kommando: str, hvor: Path | None = None) -> tuple[float, float]:
    """Run a process to its end. Returns seconds of CPU and on the clock."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as sagt:
        prosess = subprocess.Popen(kommando, stdout=sagt, stderr=sagt, cwd=hvor, env=MILJO)
        _, status, bruk = os.wait4(prosess.pid, 0)
        if os.waitstatus_to_exitcode(status):
            sagt.seek(0)
            sys.exit(sagt.read().decode())
    return bruk.ru_utime + bruk.ru_stime, time.perf_counter() - start


def andre(mappe: Path) -> Path:
    """The folder where the others are installed."""
    if not (mappe / "bin" / "mkdocs").exists():
        subprocess.run([sys.executable, "-m", "venv", str(mappe)], check=True)
        pip = [str(mappe / "bin" / "python"), "-m", "pip", "install", "--quiet", *PAKKER]
        subprocess.run(pip, check=True)
    return mappe / "bin"


def som_markdown(sider: Path, ut: Path) -> int:
    """Each page's own text as a file for the others: its headings and its lines."""
    antall = 0
    for fil in sorted(sider.rglob("*.html")):
        hele = fil.read_text(encoding="utf-8")
        inni = re.search(r"<main.*?>(.*)</main>", hele, re.DOTALL)
        tekst = re.sub(
            r"<(?:svg|script).*?</(?:svg|script)>", "", inni[1] if inni else "", flags=re.DOTALL
        )
        tekst = re.sub(r"<h([1-3])[^>]*>", lambda t: f"\n\n{'#' * int(t[1])} ", tekst)
        tekst = unescape(re.sub(r"<[^>]+>", "\n", tekst))
        linjer = (re.sub(r"([\\`*_{}\[\]<>|])", r"\\\1", ett) for ett in tekst.splitlines())
        til = ut / fil.relative_to(sider).with_suffix(".md")
        til.parent.mkdir(parents=True, exist_ok=True)
        til.write_text("\n\n".join(ett for ett in linjer if ett.strip()) + "\n", encoding="utf-8")
        antall += 1
    return antall


def storrelsen(sider: Path) -> tuple[int, float]:
    """How many pages there are, and how large each is on average, in KiB."""
    alle = [fil.stat().st_size for fil in sider.rglob("*.html")]
    return len(alle), sum(alle) / len(alle) / 1024


def maal(
    navn: str,
    bygg: Callable[[], tuple[float, float]],
    endre: Callable[[], None],
    runder: int,
    sider: int,
) -> None:
    """Build anew and after one edit, some times, and tell."""
    nye, etter = [], []
    for _ in range(runder):
        nye.append(bygg())
        endre()
        etter.append(bygg())
    ny, igjen = (statistics.median(ett[0] for ett in alle) for alle in (nye, etter))
    klokke = statistics.median(ett[1] for ett in nye)
    print(
        f"{navn:10} {ny:6.1f} s CPU, {sider / ny:5.0f} sider/s, {klokke:6.1f} s på klokken;"
        f" etter én endring {igjen:6.1f} s"
    )


def main() -> None:
    valg = argparse.ArgumentParser(description=__doc__)
    valg.add_argument("--antall", type=int, default=1000, help="oppdrag")
    valg.add_argument("--runder", type=int, default=3)
    valg.add_argument(
        "--verktoy", type=Path, default=ROT / ".venv-bench", help="der de andre ligger"
    )
    valgt = valg.parse_args()
    med = andre(valgt.verktoy)
    with tempfile.TemporaryDirectory() as midlertidig:
        rot = Path(midlertidig)
        lag_realistisk(rot / "kommune", valgt.antall)

        def nettsted(leser: str) -> Callable[[], tuple[float, float]]:
            ut, inn = ("--for", leser, "--rapporter", "html"), ("--prosjekt", str(rot / "kommune"))
            return lambda: kjor(STYRING, "nettsted", str(rot / leser), *ut, *inn, *DAG)

        for leser in LESERE:
            nettsted(leser)()
            antall, snitt = storrelsen(rot / leser)
            print(f"{antall} sider for {leser}, {snitt:.1f} KiB i snitt")
        sider = som_markdown(rot / LESERE[-1], rot / "docs")
        (rot / "mkdocs.yml").write_text("site_name: x\ntheme: mkdocs\n", encoding="utf-8")
        (rot / "docs" / "conf.py").write_text("extensions = ['myst_parser']\n", encoding="utf-8")
        oppdrag = next(iter(sorted((rot / "kommune" / "data" / "oppdrag").rglob("*.yaml"))))
        md = next(iter(sorted((rot / "docs" / "oppdrag").glob("*.md"))))

        def endre_data() -> None:
            oppdrag.write_text(
                oppdrag.read_text(encoding="utf-8").replace("tittel: ", "tittel: Ny ", 1),
                encoding="utf-8",
            )

        def endre_tekst() -> None:
            md.write_text(f"{md.read_text(encoding='utf-8')}\nNy\n", encoding="utf-8")

        def mkdocs() -> tuple[float, float]:
            return kjor(str(med / "mkdocs"), "build", "--quiet", hvor=rot)

        def sphinx() -> tuple[float, float]:
            return kjor(str(med / "sphinx-build"), "-q", "-b", "html", "docs", "_sphinx", hvor=rot)

        for leser in LESERE:
            antall, _ = storrelsen(rot / leser)
            maal(leser, nettsted(leser), endre_data, valgt.runder, antall)
        maal("mkdocs", mkdocs, endre_tekst, valgt.runder, sider)
        kjor("rm", "-rf", str(rot / "_sphinx"))
        maal("sphinx", sphinx, endre_tekst, 1, sider)


if __name__ == "__main__":
    main()
