"""The whole country: ``python bench/landet.py MAPPE``.

Makes 357 municipalities with ten years each, exports each of them as it would itself, gathers the
files in one statement, and answers five questions with DuckDB. Everything is made up, and the same
each time. ``landet_spark.py`` answers the same of the same files with Spark.

What lies in the folder: ``kommuner/<nr>/*.parquet`` is what each has published, ``landet/<table>``
is all of it, partitioned by year and sorted by kommunenummer.
"""

import argparse
import contextlib
import io
import json
import multiprocessing
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb

from lag_tre import ENHETER, RUTINE, lag_delene, oppdrag, skjemaet
from landet_sporsmal import SPORSMAL, TABELLER
from styring.__main__ import kjor

AARENE = range(2015, 2025)
OPPDRAG_I_AARET = 30
DAG = "2024-12-31"
SAMLE = """
copy (select *{aar} from read_parquet('{fra}') order by kommunenummer, {noekkel})
to '{til}' (format parquet, partition_by (aar), overwrite true, compression zstd)
"""


def lag_kommune(rot: Path, nr: int) -> None:
    """One municipality with its years."""
    tall = random.Random(nr)
    delmaal = lag_delene(rot, tall, f"kommunenummer:\n  - nr: '{nr:04}'\n{RUTINE}")
    for aar in AARENE:
        egne: dict[str, list[str]] = {kode: [] for kode in ENHETER}
        mappe = rot / "data" / "oppdrag" / str(aar)
        mappe.mkdir(parents=True)
        for ett in range(OPPDRAG_I_AARET):
            tekst = oppdrag(tall, aar, delmaal)
            eier = next(kode for kode in ENHETER if f"\nansvarlig: {kode}\n" in tekst)
            egne[eier].append(f"{aar}-P-{ett:02}")
            (mappe / f"P-{ett:02}.yaml").write_text(tekst, encoding="utf-8")
        for periode, levert in {"T1": f"{aar}-05-12", "T2": f"{aar}-09-12"}.items():
            for kode in ENHETER:
                fil = rot / "data" / "rapporter" / f"{aar}-{periode}" / f"{kode}.yaml"
                skjemaet(tall, fil, levert, {"oppdrag": egne[kode]})


def eksporter(til: tuple[int, Path]) -> float:
    """Make one municipality and let it export itself. Returns seconds of the export alone."""
    nr, mappe = til
    with tempfile.TemporaryDirectory() as midlertidig:
        rot = Path(midlertidig)
        lag_kommune(rot, nr)
        valg = ["--format", "parquet", "--for", "intern", "--dato", DAG, "--prosjekt", str(rot)]
        start = time.perf_counter()
        with contextlib.redirect_stdout(io.StringIO()):
            kode = kjor(["eksport", str(mappe / f"{nr:04}"), *valg])
        if kode:
            sys.exit(kode)
        return time.perf_counter() - start


def samle(mappe: Path) -> None:
    """Gather all that the municipalities have published: one statement for each table."""
    for navn, (aar, noekkel) in TABELLER.items():
        fra, til = mappe / "kommuner" / "*" / f"{navn}.parquet", mappe / "landet" / navn
        til.mkdir(parents=True, exist_ok=True)
        duckdb.sql(SAMLE.format(aar=aar, noekkel=noekkel, fra=fra, til=til))


def svarene(mappe: Path) -> Iterator[tuple[str, list[tuple[object, ...]], float]]:
    """Each question with its answer, and how long it took."""
    kobling = duckdb.connect()
    for navn in TABELLER:
        kobling.execute(
            f"create view {navn} as select * from read_parquet('{mappe}/landet/{navn}/*/*.parquet',"
            " hive_partitioning = true)"
        )
    for ord_, sql in SPORSMAL.items():
        start = time.perf_counter()
        svar = kobling.execute(sql).fetchall()
        yield ord_, svar, time.perf_counter() - start


def main() -> None:
    valg = argparse.ArgumentParser(description=__doc__)
    valg.add_argument("mappe", type=Path)
    valg.add_argument("--kommuner", type=int, default=357)
    valgt = valg.parse_args()
    mappe: Path = valgt.mappe
    start = time.perf_counter()
    with multiprocessing.get_context("spawn").Pool() as samtidig:
        til = [(nr, mappe / "kommuner") for nr in range(1, valgt.kommuner + 1)]
        tider = samtidig.map(eksporter, til)
    filer = list((mappe / "kommuner").rglob("*.parquet"))
    mb = sum(fil.stat().st_size for fil in filer) / 1e6
    print(
        f"{valgt.kommuner} kommuner × {len(AARENE)} år: {len(filer)} filer, {mb:.0f} MB."
        f" Eksport {sum(tider) / len(tider):.2f} s for hver;"
        f" alt {time.perf_counter() - start:.0f} s"
    )
    start = time.perf_counter()
    samle(mappe)
    filer = list((mappe / "landet").rglob("*.parquet"))
    mb = sum(fil.stat().st_size for fil in filer) / 1e6
    print(f"Samlet til {len(filer)} filer, {mb:.0f} MB, på {time.perf_counter() - start:.1f} s")
    svar = {}
    for ord_, rader, tid in svarene(mappe):
        svar[ord_] = [[str(celle) for celle in rad] for rad in rader]
        print(f"{tid * 1000:6.0f} ms  {ord_}  ({len(rader)} rader)")
    (mappe / "svar.json").write_text(
        json.dumps(svar, ensure_ascii=False, indent=1), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
