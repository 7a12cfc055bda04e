"""docs/sporsmal.md: questions that advisers really get, each with the one command that answers it,
and the answer.
"""

import io
import os
import re
import runpy
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from styring.__main__ import kjor
from styring.cli.felles import utskrift

ROT = Path(__file__).parent.parent
_INGRESS = """# Spørsmål og svar

Denne siden er laget av `make docs`. Svarene er fra [Granvåg](../eksempel/README.md), en kommune som
ikke finnes, slik de ser ut i en terminal på 80 kolonner; rapportene er slik de skrives i Markdown.
`--prosjekt eksempel` er utelatt under; `endringer` og `historikk` er stilt til data fra den samme
kommunen med to års historikk i git (docs/historie.md sier hvordan den lages). Svarene på spørsmål
kan også fås som `--format md`, `csv` eller `json`; rapportene som Markdown, HTML, Word, PDF eller
JSON."""


class Sporsmal(NamedTuple):
    """One question, who asks it, the command, and what to know of the answer.

    ``historie``: it is asked of the example's git history.
    """

    sporsmal: str
    argumenter: tuple[str, ...]
    merknad: str
    historie: bool = False


SPORSMAL = (
    Sporsmal(
        "Hva er ikke i rute, og hva trenger dere av meg?",
        ("status", "--bare-avvik", "--dato", "2024-09-20"),
        "Kommunedirektøren spør. Det verste står først, med grunn og tiltak; sist det noen trenger"
        " en avklaring om. Bare ledelsen får den siste delen.",
    ),
    Sporsmal(
        "Hva ble det av KS 54/22?",
        ("vis", "KS 54/22", "--dato", "2024-09-20"),
        "En folkevalgt spør. Saksnummeret kan skrives på flere måter: «KS-sak 54/2022», «54/22».",
    ),
    Sporsmal(
        "Hva må jeg levere, og når?",
        ("frister", "--sektor", "TEK", "--innen", "60d", "--dato", "2024-08-20"),
        "En direktør spør. Rapporteringens steg, oppdrag, oppgaver, vedtak og tiltak i én liste;"
        " det som er forfalt, står først.",
    ),
    Sporsmal(
        "Hvem venter på meg, og hvem venter jeg på?",
        ("status", "--delansvar", "--sektor", "FOS", "--dato", "2024-09-20"),
        "En direktør spør før styringsdialogen. Bidrag som er meldt ferdig, og oppgaver som er"
        " gjort, er ikke med.",
    ),
    Sporsmal(
        "Hvilke verbalvedtak er ikke besvart, og hvor kommer svaret?",
        ("vedtak", "--type", "verbalvedtak", "--dato", "2024-09-20"),
        "Gruppelederne spør. De eldste står først. Det som er foreslått avsluttet, venter på"
        " kommunestyret.",
    ),
    Sporsmal(
        "Hvorfor ble dette utsatt, og hvem godkjente det?",
        ("status", "--utsatt", "--dato", "2024-09-20"),
        "Kontrollutvalget spør. Flyttinger noen har godkjent, står for seg, og de ingen har"
        " godkjent, for seg.",
    ),
    Sporsmal(
        "Hvilke oppdrag er det ingen under direktøren som bærer?",
        ("status", "--ikke-delegert", "--dato", "2024-09-20"),
        "Controlleren spør. Et oppdrag bæres når det er delegert videre, eller delt i åpne oppgaver"
        " som andre enn direktøren har.",
    ),
    Sporsmal(
        "Hvor mange av kommunestyrets vedtak i denne perioden er gjennomført, og hvor lang tid tok"
        " det?",
        (
            "rapport",
            "vedtak",
            "--organ",
            "KS",
            "--fra",
            "2023-10-18",
            "--kort",
            "--dato",
            "2024-10-10",
        ),
        "En folkevalgt spør. Perioden regnes fra konstitueringen. Uten --kort kommer hvert vedtak"
        " med svar og dokumentasjon; --ut lager Word eller PDF.",
    ),
    Sporsmal(
        "Hva arver det nye kommunestyret?",
        ("rapport", "vedtak", "--apne", "--organ", "KS", "--dato", "2023-10-18"),
        "Ordføreren spør på konstitueringsdagen. Det det forrige kommunestyret har bestemt, og som"
        " ikke er ferdig: hvor gammelt det er, hvem som har det, hvordan det går, og når svaret er"
        " lovet.",
    ),
    Sporsmal(
        "Hva rapporterte dere i mai, og hva vet dere nå?",
        ("endringer", "2023-T1", "2023-T2", "--sektor", "FOS"),
        "Kontrollutvalget spør. En periode er slik den ble godkjent da, uansett hva som er endret"
        " siden. Uten 2023-T2 sammenliknes den med filene slik de er nå.",
        historie=True,
    ),
    Sporsmal(
        "Hvorfor ble kulturplanen utsatt, og hvem bestemte det?",
        ("historikk", "2023-KUL-01", "--dato", "2024-09-20"),
        "En folkevalgt spør. Hver endring, med dag og enhet; hvem som lagret den, er bare for"
        " ledelsen.",
        historie=True,
    ),
    Sporsmal(
        "Hva går inn i neste brev, og hva strykes?",
        ("nytt-aar", "2025", "--dato", "2024-12-15", "--utkast"),
        "Kommunedirektøren spør i desember. Med --ja lages filene for det nye året, og det gamle"
        " røres ikke.",
    ),
)


def sporsmal() -> str:
    """Write the whole page."""
    with tempfile.TemporaryDirectory() as mappe:
        historie = Path(mappe) / "granvaag"
        runpy.run_path(str(ROT / "tests" / "historie.py"))["bygg"](historie)
        return (
            "\n\n".join(
                [
                    _INGRESS,
                    *(
                        _avsnitt(ett, historie if ett.historie else ROT / "eksempel")
                        for ett in SPORSMAL
                    ),
                ]
            )
            + "\n"
        )


def _avsnitt(ett: Sporsmal, prosjekt: Path) -> str:
    kommando = " ".join(f'"{del_}"' if " " in del_ else del_ for del_ in ett.argumenter)
    return (
        f"## {ett.sporsmal}\n\n{ett.merknad}\n\n```console\n$ styring"
        f" {kommando}\n{svaret(ett.argumenter, prosjekt).rstrip()}\n```"
    )


def svaret(argumenter: tuple[str, ...], prosjekt: Path) -> str:
    """Run one command as at a terminal of 80 columns."""
    with _terminal() as ut:
        kode = kjor([*argumenter, "--prosjekt", str(prosjekt)])
        sys.stdout.flush()
        tekst = ut.getvalue().decode()
    if kode:
        raise SystemExit(f"styring {' '.join(argumenter)} ga utgangskode {kode}")
    return re.sub(r"\x1b\[[0-9;]*m", "", tekst)


@contextmanager
def _terminal() -> Iterator[io.BytesIO]:
    """Let standard output be a terminal of 80 columns without colour, kept in memory."""
    gammel, miljo, er_terminal = sys.stdout, dict(os.environ), utskrift.er_terminal
    os.environ.update({"COLUMNS": "80", "NO_COLOR": "1", "TERM": "dumb"})
    utskrift.er_terminal = lambda: True
    ut = io.BytesIO()
    sys.stdout = io.TextIOWrapper(ut, encoding="utf-8")
    try:
        yield ut
    finally:
        sys.stdout = gammel
        utskrift.er_terminal = er_terminal
        os.environ.clear()
        os.environ.update(miljo)
