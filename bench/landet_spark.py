"""The questions of ``landet.py`` answered by Spark on this machine, of the same files: ``python
bench/landet_spark.py MAPPE``.

Needs Java 17 or newer and ``pip install pyspark``, which styring itself has no use for. Stops where
an answer is another than DuckDB's.
"""

import json
import sys
import time
from pathlib import Path

from pyspark.sql import SparkSession

from landet_sporsmal import SPORSMAL, TABELLER


def main() -> None:
    mappe = Path(sys.argv[1])
    start = time.perf_counter()
    okt = SparkSession.builder.master("local[*]").config("spark.ui.enabled", "false").getOrCreate()
    okt.sparkContext.setLogLevel("ERROR")
    for navn in TABELLER:
        okt.read.parquet(str(mappe / "landet" / navn)).createOrReplaceTempView(navn)
    print(f"{time.perf_counter() - start:6.1f} s  til Spark er i gang")
    ventet = json.loads((mappe / "svar.json").read_text(encoding="utf-8"))
    for ord_, sql in SPORSMAL.items():
        start = time.perf_counter()
        svar = [[str(celle) for celle in rad] for rad in okt.sql(sql).collect()]
        print(f"{(time.perf_counter() - start) * 1000:6.0f} ms  {ord_}  ({len(svar)} rader)")
        if svar != ventet[ord_]:
            sys.exit(f"Et annet svar enn DuckDB: {ord_}")
    okt.stop()


if __name__ == "__main__":
    main()
