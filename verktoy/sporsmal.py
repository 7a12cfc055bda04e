"""docs/sporsmal.md: questions that advisers really get, each with the one command that answers it, and the answer."""

import io
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from styring.__main__ import kjor
from styring.cli import utskrift

ROT = Path(__file__).parent.parent
_INGRESS = """# Spørsmål og svar

Denne siden er laget av `make docs`. Svarene er fra [Granvåg](../eksempel/README.md), en kommune som ikke finnes, slik de ser ut i en terminal
på 80 kolonner. `--prosjekt eksempel` er utelatt under. Alle svar kan også fås som `--format md`, `csv` eller `json`."""


class Sporsmal(NamedTuple):
    """One question, who asks it, the command, and what to know of the answer."""

    sporsmal: str
    argumenter: tuple[str, ...]
    merknad: str


SPORSMAL = (
    Sporsmal(
        "Hva er ikke i rute, og hva trenger dere av meg?", ("status", "--bare-avvik", "--dato", "2024-09-20"),
        "Kommunedirektøren spør. Det verste står først, med grunn og tiltak; sist det noen trenger en avklaring om. Bare ledelsen ser den siste delen.",
    ),
    Sporsmal(
        "Hva ble det av KS 54/22?", ("vis", "KS 54/22", "--dato", "2024-09-20"),
        "En folkevalgt spør. Saksnummeret kan skrives på flere måter: «KS-sak 54/2022», «54/22».",
    ),
    Sporsmal(
        "Hva må jeg levere, og når?", ("frister", "--sektor", "TEK", "--innen", "60d", "--dato", "2024-08-20"),
        "En direktør spør. Rapporteringens steg, oppdrag, oppgaver og vedtak i én liste; det som er forfalt, står først.",
    ),
    Sporsmal(
        "Hvem venter på meg, og hvem venter jeg på?", ("status", "--delansvar", "--sektor", "FOS", "--dato", "2024-09-20"),
        "En direktør spør før styringsdialogen.",
    ),
    Sporsmal(
        "Hvilke verbalvedtak er ikke besvart, og hvor kommer svaret?", ("status", "--vedtak", "--type", "verbalvedtak", "--dato", "2024-09-20"),
        "Gruppelederne spør. De eldste står først. Det som er foreslått avsluttet, venter på kommunestyret.",
    ),
    Sporsmal(
        "Hvorfor ble dette utsatt, og hvem godkjente det?", ("status", "--utsatt", "--dato", "2024-09-20"),
        "Kontrollutvalget spør. Frister noen har godkjent, står for seg, og de som er flyttet uten at noen har godkjent det, for seg.",
    ),
    Sporsmal(
        "Hvilke oppdrag er det ingen under direktøren som bærer?", ("status", "--ikke-delegert", "--dato", "2024-09-20"),
        "Controlleren spør. Et oppdrag bæres når det er delegert videre, eller delt i oppgaver som andre enn direktøren har.",
    ),
    Sporsmal(
        "Hvor mange av kommunestyrets vedtak i denne perioden er gjennomført, og hvor lang tid tok det?",
        ("rapport", "vedtak", "--organ", "KS", "--fra", "2023-10-18", "--kort", "--dato", "2024-09-26"),
        "En folkevalgt spør. Perioden regnes fra konstitueringen. Uten --kort kommer hvert vedtak med svar og dokumentasjon; --ut lager Word eller PDF.",
    ),
    Sporsmal(
        "Hva arver det nye kommunestyret?", ("rapport", "vedtak", "--apne", "--organ", "KS", "--dato", "2023-10-18"),
        "Ordføreren spør på dagen for konstituering. Det forrige kommunestyret har bestemt, og som ikke er ferdig: hvor gammelt det er, hvem som har det, "
        "hvordan det går, og når svaret er lovet.",
    ),
)  # fmt: skip


def sporsmal() -> str:
    """Write the whole page."""
    return "\n\n".join([_INGRESS, *(_avsnitt(ett) for ett in SPORSMAL)]) + "\n"


def _avsnitt(ett: Sporsmal) -> str:
    kommando = " ".join(f'"{del_}"' if " " in del_ else del_ for del_ in ett.argumenter)
    return f"## {ett.sporsmal}\n\n{ett.merknad}\n\n```console\n$ styring {kommando}\n{svaret(ett.argumenter).rstrip()}\n```"


def svaret(argumenter: tuple[str, ...]) -> str:
    """Run one command on the example municipality as at a terminal of 80 columns."""
    with _terminal() as ut:
        kode = kjor([*argumenter, "--prosjekt", str(ROT / "eksempel")])
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
