"""A longer history of the example municipality, with all that happens to real files; and what
changed, counted here from the files alone.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from tests.historie import git, hent
from tests.skjemahjelp import les_yaml

MILJO = {navn: verdi for navn, verdi in os.environ.items() if not navn.startswith("GIT_")} | {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


class Historie(NamedTuple):
    """The repository, and every first-parent commit with its day, oldest first."""

    rot: Path
    commits: list[tuple[str, date]]


def lag_historie(rot: Path) -> Historie:
    """Two years, and then: a merge, a moved file, a rewritten deadline, a deleted record, an
    approved period edited later.
    """
    hent(rot)
    data = rot / "data"
    for periode in ("2023-T1", "2023-T2", "2023-AR", "2024-T1", "2024-T2"):
        commit = git(rot, "log", "--format=%H", "--grep", f"^{periode}: godkjent").split()[-1]
        git(rot, "tag", periode.replace("-", "_"), commit)
    nye = data / "oppdrag" / "2024"
    sjekk_inn(
        rot,
        "2024-11-01",
        {
            nye / "TEK-09.yaml": (
                "tittel: Rydde etter flommen\nansvarlig: TEK\nart: leveranse\ngitt:"
                " 2024-11-01\nfrist: 2025-02-01\n"
            )
        },
    )
    sjekk_inn(
        rot,
        "2024-11-02",
        {
            nye / "ORG-09.yaml": (
                "tittel: Et kortvarig oppdrag\nansvarlig: ORG\nart: leveranse\ngitt:"
                " 2024-11-02\nfrist: 2025-03-01\n"
            )
        },
    )
    git(rot, "checkout", "-q", "-b", "gren")
    sjekk_inn(
        rot,
        "2024-11-03",
        {
            nye / "FOS-09.yaml": (
                "tittel: Fra en gren\nansvarlig: FOS\nart: leveranse\ngitt: 2024-11-03\nfrist:"
                " 2025-04-01\n"
            )
        },
    )
    git(rot, "checkout", "-q", "main")
    git(rot, "merge", "-q", "--no-ff", "-m", "flett", "gren", **naar("2024-11-05"))
    git(rot, "mv", "data/oppdrag/2024/TEK-09.yaml", "data/oppdrag/2024/KUL-09.yaml")
    sjekk_inn(rot, "2024-11-06", {})
    flyttet = (nye / "KUL-09.yaml").read_text(encoding="utf-8")
    flyttet = flyttet.replace("ansvarlig: TEK\n", "ansvarlig: KUL\ndelansvar: [TEK]\n").replace(
        "frist: 2025-02-01\n", "frist: 2025-02-01\ntidligere_id: 2024-TEK-09\n"
    )
    sjekk_inn(rot, "2024-11-07", {nye / "KUL-09.yaml": flyttet})
    sjekk_inn(
        rot,
        "2024-11-08",
        {nye / "KUL-09.yaml": flyttet.replace("frist: 2025-02-01", "frist: 2025-05-01")},
    )
    (nye / "ORG-09.yaml").unlink()
    sjekk_inn(rot, "2024-11-09", {})
    skjema = data / "rapporter" / "2023-T1" / "TEK.yaml"
    sjekk_inn(
        rot,
        "2024-11-10",
        {
            skjema: (
                skjema.read_text(encoding="utf-8").replace(
                    "Sju av tolv strekk", "Seks av tolv strekk"
                )
            )
        },
    )
    rader = git(rot, "log", "--first-parent", "--reverse", "--format=%H %cs").splitlines()
    return Historie(rot, [(rad.split()[0], date.fromisoformat(rad.split()[1])) for rad in rader])


def naar(dag: str) -> dict[str, str]:
    """Who and when, for one commit."""
    hvem = {
        f"GIT_{rolle}_{felt}": verdi
        for rolle in ("AUTHOR", "COMMITTER")
        for felt, verdi in (("NAME", "controller"), ("EMAIL", "c@granvaag.invalid"))
    }
    return {
        **hvem,
        "GIT_AUTHOR_DATE": f"{dag}T12:00:00+01:00",
        "GIT_COMMITTER_DATE": f"{dag}T12:00:00+01:00",
    }


def sjekk_inn(rot: Path, dag: str, filer: dict[Path, str]) -> None:
    """Commit some files as they are to be, with all that is changed already."""
    for fil, tekst in filer.items():
        fil.write_text(tekst, encoding="utf-8", newline="\n")
    git(rot, "add", "-A")
    git(rot, "commit", "-q", "-m", dag, **naar(dag))


def hent_ut(historie: Historie, commit: str, til: Path) -> Path:
    """A commit as plain files, by git itself."""
    shutil.rmtree(til, ignore_errors=True)
    til.mkdir(parents=True)
    arkiv = subprocess.run(
        ["git", "archive", commit], cwd=historie.rot, check=True, capture_output=True, env=MILJO
    ).stdout
    subprocess.run(["tar", "-x", "-C", str(til)], input=arkiv, check=True)
    return til


def poster(rot: Path) -> dict[str, dict[str, Any]]:
    """Every oppdrag and vedtak as its file says, by id."""
    return {
        f"{fil.parent.name}-{fil.stem}": les_yaml(fil.read_text(encoding="utf-8"))
        for mappe in ("oppdrag", "vedtak")
        for fil in (rot / "data" / mappe).glob("*/*.yaml")
    }


def meldt(rot: Path, dag: date) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """What was told that gives a light, oldest first: the id, the light, and the entry."""
    skjemaer = [
        (fil, les_yaml(fil.read_text(encoding="utf-8")))
        for fil in (rot / "data" / "rapporter").glob("*/*.yaml")
    ]
    rekkefolge = {"T1": 1, "T2": 2, "AR": 3}
    skjemaer = sorted(
        (ett for ett in skjemaer if ett[0].stem not in ("kommunedirektor", "okonomi")),
        key=lambda ett: (ett[0].parent.name[:4], rekkefolge[ett[0].parent.name[5:]], ett[0].stem),
    )
    for _, skjema in skjemaer:
        if skjema.get("levert") and skjema["levert"] <= dag:
            for slag in ("oppdrag", "vedtak"):
                for id_, melding in (skjema.get(slag) or {}).items():
                    slutt = (
                        "avsluttes"
                        if melding.get("arsslutt") == "avsluttes"
                        else melding.get("framdrift")
                    )
                    ord_ = (
                        melding.get("status")
                        if melding.get("status") in ("ferdig", "bortfalt", "foreslatt_avsluttet")
                        else slutt
                    )
                    if ord_:
                        yield id_, ord_, melding


def forventet(rot: Path, dag: date) -> dict[str, str | None]:
    """When each thing that is still open was last expected to be done."""
    sist = {id_: melding.get("forventet_ferdig") for id_, _, melding in meldt(rot, dag)}
    lukket = {
        id_
        for id_, ord_ in lys(rot, dag).items()
        if ord_ in {"ferdig", "bortfalt", "avsluttet", "avsluttes"}
    }
    return {id_: None if id_ in lukket else ventet for id_, ventet in sist.items()}


def lys(rot: Path, dag: date) -> dict[str, str]:
    """How each thing stands on a day, from the forms and the organ's own endings, by the words of
    the design alone.
    """
    staar = {id_: ord_ for id_, ord_, _ in meldt(rot, dag)}
    for id_, post in poster(rot).items():
        for nokkel, del_ in (
            (id_, post),
            *((f"{id_}/{punkt['nr']}", punkt) for punkt in post.get("punkter", ())),
        ):
            ender = [
                ende
                for ende in (del_.get("avsluttet"), post.get("avsluttet"))
                if ende and ende["dato"] <= dag
            ]
            if ender:
                staar[nokkel] = "bortfalt" if ender[0]["utfall"] == "bortfalt" else "avsluttet"
    return staar
