"""Make a realistic project of any size: ``python bench/lag_tre.py MAPPE 1000``.

The same number gives the same tree.
"""

import random
import re
import shutil
import sys
from pathlib import Path

ENHETER = ("HOM", "KUL", "TEK", "SOS", "STYV", "OUS")
ORD = (
    *(
        "arbeidet",
        "kommunen",
        "tilbud",
        "barn",
        "unge",
        "plan",
        "videreføre",
        "utvikle",
        "følge",
        "opp",
        "tjenester",
        "innbyggere",
        "samarbeid",
    ),
    *(
        "skole",
        "bolig",
        "kartlegge",
        "høring",
        "tiltak",
        "frivillige",
        "møteplasser",
        "budsjett",
        "mål",
        "resultat",
        "økonomi",
        "område",
    ),
    *("vurdere", "ferdig", "oversikt", "behov", "løpende", "prosjekt", "medvirkning", "trygghet"),
)
OMRAADER = ("MA", "MB")
ORGANER = "organer:\n  KS:\n    navn: Kommunestyret\n  FSK:\n    navn: Formannskapet\n"
PER_AAR = 500


def setning(tall: random.Random, fra: int, til: int) -> str:
    """Some words that read like a sentence."""
    ord_ = [tall.choice(ORD) for _ in range(tall.randint(fra, til))]
    return f"{' '.join(ord_).capitalize()}."


def dato(tall: random.Random, aar: int, fra: int = 1, til: int = 12) -> str:
    """A day in a year."""
    return f"{aar}-{tall.randint(fra, til):02}-{tall.randint(1, 28):02}"


def oppdrag(tall: random.Random, aar: int, delmaal: list[str]) -> str:
    """One oppdrag of 12 to 57 lines, median 35, somewhat over a kilobyte."""
    eier, *andre = tall.sample(ENHETER, 3)
    linjer = [
        "# yaml-language-server: $schema=../../../skjema/oppdrag.json",
        f"tittel: {setning(tall, 6, 12)}",
        f"ansvarlig: {eier}",
        f"delansvar: [{', '.join(andre[: tall.randint(0, 2)])}]",
        "art: leveranse",
        f"frist: {aar}-12-31",
        f"delmaal: [{tall.choice(delmaal)}]",
    ]
    if tall.random() < 0.6:
        linjer += [
            "ferdig_nar: |",
            *(f"  {setning(tall, 5, 9)}" for _ in range(tall.randint(1, 2))),
        ]
    if tall.random() < 0.5:
        linjer += [
            "fristendringer:",
            f"  - dato: {aar}-06-01",
            f"    fra: {aar}-08-31",
            f"    til: {aar}-12-31",
            f"    begrunnelse: {setning(tall, 4, 7)}",
        ]
    linjer += ["videredelegert:", f"  - dato: {aar}-02-01", f"    til: {eier}V", "oppgaver:"]
    for nr in range(1, tall.randint(1, 8) + 1):
        linjer += [
            f"  - nr: {nr}",
            f"    tittel: {setning(tall, 3, 5)}",
            f"    ansvarlig: {eier}V",
            f"    frist: {dato(tall, aar, 3, 11)}",
        ]
        if tall.random() < 0.3:
            linjer.append(f"    ferdig: {dato(tall, aar, 3, 11)}")
    return "\n".join(linjer) + "\n"


def lag(rot: Path, antall: int) -> None:
    """Write the tree below a folder."""
    tall = random.Random(antall)
    delmaal = lag_delene(rot, tall)
    for nr in range(antall):
        aar = 2000 + nr // max(PER_AAR, antall // 100 + 1)
        mappe = rot / "data" / "oppdrag" / str(aar)
        mappe.mkdir(parents=True, exist_ok=True)
        (mappe / f"P-{nr:06}.yaml").write_text(oppdrag(tall, aar, delmaal), encoding="utf-8")


def lag_delene(rot: Path, tall: random.Random, mer: str = "") -> list[str]:
    """Write all but the oppdrag: the municipality with its units, the wheel and the goals. Returns
    the codes of the delmål.
    """
    data = rot / "data"
    (data / "maal").mkdir(parents=True, exist_ok=True)
    enheter = "".join(
        f"  {kode}:\n    navn: Sektor {kode}\n    type: sektor\n  {kode}V:\n    navn: Virksomhet"
        f" {kode}\n    type: virksomhet\n    overordnet: {kode}\n"
        for kode in ENHETER
    )
    (data / "kommune.yaml").write_text(
        f"format: 1\nnavn: Prøvekommune\nenheter:\n{enheter}{ORGANER}{mer}", encoding="utf-8"
    )
    shutil.copy(Path(__file__).parent.parent / "data" / "arshjul.yaml", data)
    delmaal = [f"{omraade}-{h}.{d}" for omraade in OMRAADER for h in (1, 2) for d in (1, 2, 3)]
    for nr, kode in enumerate(OMRAADER, 1):
        hovedmaal = "".join(
            f"  - kode: {kode}-{h}\n    tittel: {setning(tall, 5, 9)}\n    delmaal:\n"
            + "".join(
                f"      - kode: {kode}-{h}.{d}\n        tittel: {setning(tall, 5, 9)}\n       "
                " ansvar: [HOM, KUL]\n"
                for d in (1, 2, 3)
            )
            for h in (1, 2)
        )
        (data / "maal" / f"{kode.lower()}.yaml").write_text(
            f"kode: {kode}\nnr: {nr}\nnavn: {setning(tall, 2, 3)}\nhovedmaal:\n{hovedmaal}",
            encoding="utf-8",
        )
    return delmaal


RUTINE = (
    "rapportering:\n  perioder:\n    T1: {navn: 1. tertial, slutt: 04-30}\n    T2: {navn: 2."
    " tertial, slutt: 08-31}\n    AR: {navn: årsslutt, slutt: 12-31}\n"
)
PERIODER = {"T1": "2023-05-12", "T2": "2023-09-12", "AR": "2024-01-19"}


def lag_med_rapporter(rot: Path, antall: int) -> None:
    """The same, all in one year with its letter, one vedtak for ten oppdrag, and every unit's form
    for every period. Some records are not for all.
    """
    lag(rot, antall)
    data = rot / "data"
    kommune = data / "kommune.yaml"
    kommune.write_text(kommune.read_text(encoding="utf-8") + RUTINE, encoding="utf-8")
    egne: dict[str, list[str]] = {kode: [] for kode in ENHETER}
    (data / "oppdrag" / "2023").mkdir()
    for fil in sorted((data / "oppdrag").glob("20*/*.yaml")):
        tekst = fil.read_text(encoding="utf-8")
        egne[next(kode for kode in ENHETER if f"\nansvarlig: {kode}\n" in tekst)].append(
            f"2023-{fil.stem}"
        )
        unntatt = (
            "offentlighet: unntatt\nunntakshjemmel: offentleglova § 13\n"
            if len(egne[ENHETER[0]]) % 20 == 1
            else ""
        )
        (data / "oppdrag" / "2023" / fil.name).write_text(tekst + unntatt, encoding="utf-8")
        if fil.parent.name != "2023":
            fil.unlink()
    (data / "styringsbrev").mkdir()
    brev = (
        "aar: 2023\ntittel: Styringsbrev 2023\nhentet_fra: Budsjett 2023\nrekkefolge:"
        f" [{', '.join(ENHETER)}]\n"
    )
    (data / "styringsbrev" / "2023.yaml").write_text(brev, encoding="utf-8")
    vedtak = _vedtak(random.Random(antall), data, antall // 10)
    for periode, levert in PERIODER.items():
        for nr, kode in enumerate(ENHETER):
            skjemaet(
                random.Random(f"{antall}{periode}{kode}"),
                data / "rapporter" / f"2023-{periode}" / f"{kode}.yaml",
                levert,
                {"oppdrag": egne[kode], "vedtak": vedtak[nr :: len(ENHETER)]},
            )


FEM_PERIODER = {
    "2023-T1": "2023-05-12",
    "2023-T2": "2023-09-12",
    "2023-AR": "2024-01-19",
    "2024-T1": "2024-05-13",
    "2024-T2": "2024-09-12",
}


def lag_realistisk(rot: Path, antall: int) -> None:
    """A municipality in use: two years of oppdrag, half as many vedtak, every unit's form for five
    periods, and one record in twenty not for all.
    """
    lag(rot, antall)
    data = rot / "data"
    kommune = data / "kommune.yaml"
    kommune.write_text(kommune.read_text(encoding="utf-8") + RUTINE, encoding="utf-8")
    egne: dict[tuple[str, str, str], list[str]] = {}
    for nr, fil in enumerate(sorted((data / "oppdrag").glob("20*/*.yaml"))):
        aar, tekst = ("2023", "2024")[nr % 2], fil.read_text(encoding="utf-8")
        tekst = re.sub(r"\b20\d\d(?=-\d\d-\d\d)", aar, tekst)
        eier = next(kode for kode in ENHETER if f"\nansvarlig: {kode}\n" in tekst)
        egne.setdefault(("oppdrag", aar, eier), []).append(f"{aar}-{fil.stem}")
        for hjelper in re.findall(
            r"[A-Z]+", re.findall(r"^delansvar: (.*)$", tekst, re.MULTILINE)[0]
        ):
            egne.setdefault(("bidrag", aar, hjelper), []).append(f"{aar}-{fil.stem}")
        fil.unlink()
        (data / "oppdrag" / aar).mkdir(exist_ok=True)
        (data / "oppdrag" / aar / fil.name).write_text(
            tekst + (UNNTATT if nr % 20 == 1 else ""), encoding="utf-8"
        )
    for mappe in (data / "oppdrag").iterdir():
        if not any(mappe.iterdir()):
            mappe.rmdir()
    vedtak = _vedtak(random.Random(antall), data, antall // 2, hver_unntatt=20)
    for periode, levert in FEM_PERIODER.items():
        for nr, kode in enumerate(ENHETER):
            fil = data / "rapporter" / periode / f"{kode}.yaml"
            saker = {
                slag: egne.get((slag, periode[:4], kode), []) for slag in ("oppdrag", "bidrag")
            } | {"vedtak": vedtak[nr :: len(ENHETER)]}
            skjemaet(random.Random(f"{antall}{periode}{kode}"), fil, levert, saker)


UNNTATT = "offentlighet: unntatt\nunntakshjemmel: offentleglova § 13\n"


def _vedtak(tall: random.Random, data: Path, antall: int, hver_unntatt: int = 0) -> list[str]:
    (data / "vedtak" / "2022").mkdir(parents=True)
    for nr in range(antall):
        eier = ENHETER[nr % len(ENHETER)]
        tekst = (
            f"tittel: {setning(tall, 4, 8)}\ntype: vedtak\norgan: KS\nsak: KS {nr + 1}/22\ndato:"
            f" {dato(tall, 2022)}\nansvarlig: {eier}\n"
        )
        tekst += UNNTATT if hver_unntatt and nr % hver_unntatt == 0 else ""
        (data / "vedtak" / "2022" / f"KS-{nr:05}.yaml").write_text(tekst, encoding="utf-8")
    return [f"2022-KS-{nr:05}" for nr in range(antall)]


def skjemaet(tall: random.Random, fil: Path, levert: str, saker_i: dict[str, list[str]]) -> None:
    """Write one unit's form for one period."""
    linjer = [
        f"levert: {levert}",
        f"kvalitetssikret: {levert}",
        "samlet_vurdering: |",
        f"  {setning(tall, 10, 20)}",
    ]
    for slag, saker in saker_i.items():
        linjer += [f"{slag}:"] if saker else []
        for sak in saker:
            framdrift = tall.choices(("i_rute", "usikkert", "ikke_i_rute"), (7, 2, 1))[0]
            linjer += [
                f"  {sak}:",
                *(["    status: i_gang"] if slag != "bidrag" else []),
                f"    framdrift: {framdrift}",
                "    kommentar: |",
                f"      {setning(tall, 8, 16)}",
            ]
            linjer += (
                [f"    forventet_ferdig: {int(levert[:4]) + 1}-03"] if framdrift != "i_rute" else []
            )
            # the others get an advarsel
            if framdrift == "ikke_i_rute" or (framdrift == "usikkert" and tall.random() < 0.9):
                linjer += [
                    "    tiltak:",
                    f"      - tekst: {setning(tall, 4, 8)}",
                    f"        ansvarlig: {fil.stem}",
                    f"        frist: {int(levert[:4]) + 1}-02-01",
                ]
    fil.parent.mkdir(parents=True, exist_ok=True)
    fil.write_text("\n".join(linjer) + "\n", encoding="utf-8")


if __name__ == "__main__":
    lag(Path(sys.argv[1]), int(sys.argv[2]))
