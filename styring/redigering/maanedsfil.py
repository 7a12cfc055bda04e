"""A unit's file for a month, to be filled in by hand: what the ledger says stands in comments."""

from collections.abc import Iterable
from datetime import date

from styring.fag.belop import kroner
from styring.fag.kalender import kortdato
from styring.fag.okonomi import Okonomimaaned
from styring.register.okonomien import Omraadetall

_FELTER = ("avvik:", "kommentar: |")


def nytt_maanedsord(
    navn: str, maaned: Okonomimaaned, frist: date | None, alle: Iterable[Omraadetall]
) -> str:
    """Write a file with every area of a unit, nothing filled in."""
    naar = f" Leveres senest {kortdato(frist)}." if frist else ""
    linjer = [
        f"# {' '.join(navn.split())}: økonomien per {maaned.navn}.{naar}",
        "# For hvert område: som_budsjett: true, eller avvik: -500000 (ved årsslutt, i kroner;",
        "# minus er verre enn budsjett), kommentar, og aarsak: periodisering, engang eller varig.",
        f"levert:   # settes av «styring maaned lever {maaned.id} ENHET»",
        "omraader:",
    ]
    for tall in alle:
        linjer += [f"  {tall.kode}:   # {_om(tall)}", "    som_budsjett:"]
        linjer += [f"    {felt}" for felt in _FELTER]
    return "\n".join(linjer) + "\n"


def _om(tall: Omraadetall) -> str:
    hittil = "" if tall.avvik_hittil is None else f", avvik hittil {kroner(tall.avvik_hittil)}"
    return f"{' '.join(tall.navn.split())}: budsjett {kroner(tall.revidert)}{hittil}"
