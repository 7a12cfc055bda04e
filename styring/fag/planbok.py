"""The tab for the plan in a unit's workbook: a line for each priority, of the unit and of those
below it.

Written in ``visning``, read in ``lesing``, judged in ``sporring``.
"""

from typing import NamedTuple

from styring.fag.periode import tidspunkt_med_ord
from styring.fag.virksomhetsplan import PLANOMRAADER, SIKT
from styring.modell.virksomhetsplan import Prioritering

ARK = "Virksomhetsplan"
SKJULT_ARK = "styring plan"
LEDIGE = 8
"""Empty lines, for what is new."""


class Plankolonne(NamedTuple):
    """One column: the field, its heading, its width in characters, and what is said in the cell."""

    felt: str
    overskrift: str
    bredde: int
    hjelp: str


KOLONNER = (
    Plankolonne("nr", "Nr.", 6, "Nummeret. La det stå tomt i en ny linje."),
    Plankolonne("enhet", "Enhet", 12, "Enheten som vil få det til."),
    Plankolonne("tekst", "Hva vi vil få til", 60, "Én ting på hver linje."),
    Plankolonne(
        "omraade",
        "Hva det gjelder",
        22,
        "Et område i HR-strategien, tjenesten eller økonomien. Velg fra listen.",
    ),
    Plankolonne("sikt", "Sikt", 12, "Kort sikt er i år, lang sikt er senere."),
    Plankolonne("ansvarlig", "Ansvarlig", 20, "En enhet eller en rolle. Tomt: enheten selv."),
    Plankolonne(
        "frist", "Gjort innen", 14, "En dag, en måned eller et kvartal, for eksempel 30.11.2024."
    ),
    Plankolonne("ferdig", "Gjort", 14, "Dagen det ble gjort. Tomt: ikke gjort."),
)
FELTER = tuple(kolonne.felt for kolonne in KOLONNER)
DATOER = ("frist", "ferdig")
VALG = {"omraade": PLANOMRAADER, "sikt": SIKT}
"""What is chosen from a list: the word in the data, and the word in the cell."""


def som_plancelle(enhet: str, ett: Prioritering) -> dict[str, str]:
    """One priority as it stands in the cells, all as text."""
    return {
        "nr": str(ett.nr),
        "enhet": enhet,
        "tekst": ett.tekst.strip(),
        "omraade": PLANOMRAADER[ett.omraade],
        "sikt": SIKT[ett.sikt],
        "ansvarlig": ett.ansvarlig or "",
        "frist": tidspunkt_med_ord(ett.frist.isoformat()) if ett.frist else "",
        "ferdig": tidspunkt_med_ord(ett.ferdig.isoformat()) if ett.ferdig else "",
    }


def overskriften(felt: str) -> str:
    """The heading of a field."""
    return next(kolonne.overskrift for kolonne in KOLONNER if kolonne.felt == felt)
