"""A central theme of a letter, with what it expects of leaders: ``data/tema/<aar>/<navn>.yaml``."""

from typing import Annotated, Literal

from styring.modell.form import ALLE, Antall, Merkelapp, Omraade, Prosa, Rekke, Tittel, felt, post

Svarmaate = Literal[
    "ros",
    "plan_revidert",
    "varsling_provd",
    "ovelse_holdt",
    "evaluert",
    "mangler_rettes",
    "kurs",
    "inndekning",
    "periodisering",
    "maanedsrapport",
    "avvik_tiltak",
    "prognose",
    "hr_valgt",
]
"""The ways that data can answer an expectation: each has a function of its own in
``sporring/dialog``.
"""


@post
class Lederforventning:
    """Noe brevet venter av ledere."""

    nr: Annotated[int, Omraade(1, 99)] = felt(ALLE, "Nummer innenfor temaet.")
    tekst: Prosa = felt(ALLE, "Hva som ventes.")
    kapittel: Merkelapp | None = felt(ALLE, "Hvor i brevet det står.", default=None)
    svar: Svarmaate | None = felt(
        ALLE, "Hva i dataene som kan svare. Tomt: et spørsmål til styringsdialogen.", default=None
    )


@post
class Sentraltema:
    """Et sentralt tema i styringsbrevet, og hva det betyr for ledere."""

    tittel: Tittel = felt(ALLE, "Overskriften, den samme som i brevets temaer.")
    kapittel: Merkelapp | None = felt(ALLE, "Kapitlet i brevet.", default=None)
    bakgrunn: Prosa | None = felt(ALLE, "Hvorfor temaet er valgt.", default=None)
    sentralt: Prosa | None = felt(ALLE, "Hva som gjøres sentralt.", default=None)
    for_ledere: Prosa | None = felt(ALLE, "Hva det betyr for ledere.", default=None)
    forventninger: Annotated[Rekke[Lederforventning], Antall(1)] = felt(
        ALLE, "Det brevet venter av ledere, i brevets rekkefølge."
    )
