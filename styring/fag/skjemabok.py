"""The Excel form: its columns and words, and what comes back.

Written in ``visning``, read in ``lesing``, judged in ``sporring``.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, get_args

from styring.fag.brudd import STATUSORD
from styring.fag.dekning import dekk
from styring.fag.periode import tidspunkt_med_ord
from styring.modell.rapport import Framdrift, Melding

FORMATVERSJON = 1
SKJULT_ARK = "styring"
SENDT_RAD = 20
"""The row of the hidden sheet, counted from 0, where what was sent begins."""
ARK = "Skjema"
SAMLET = "Samlet vurdering"
SAMLET_ID = "samlet_vurdering"
"""Stands where an id would, for the overall word."""
INGEN_ENDRING = "ingen endring siden sist, bekreftet"
STATUSER = {
    "oppdrag": ("ikke_startet", "i_gang", "pa_vent", "ferdig", "bortfalt"),
    "bidrag": ("ikke_startet", "i_gang", "pa_vent", "ferdig"),
    "vedtak": ("ikke_startet", "i_gang", "pa_vent", "foreslatt_avsluttet"),
}
FRAMDRIFT: tuple[str, ...] = get_args(Framdrift)
ARSSLUTT = {"viderefores": "videreføres", "avsluttes": "avsluttes"}
VALG = {
    "status": (INGEN_ENDRING, *(STATUSORD[ett] for alle in STATUSER.values() for ett in alle)),
    "framdrift": tuple(STATUSORD[ett] for ett in FRAMDRIFT),
    "arsslutt": tuple(ARSSLUTT.values()),
}
"""The columns where a word is chosen from a list, with every word of theirs."""


class Skjemakolonne(NamedTuple):
    """One column: the field, its heading, its width in characters, and what the director is told
    when standing in it. ``svar`` is to be filled in.
    """

    felt: str
    overskrift: str
    bredde: int
    svar: bool
    hjelp: str = ""


KOLONNER = (
    Skjemakolonne("id", "Id", 13, svar=False),
    Skjemakolonne("slag", "Hva", 9, svar=False),
    Skjemakolonne("tittel", "Tittel", 30, svar=False),
    Skjemakolonne("frist", "Frist", 12, svar=False),
    Skjemakolonne("sist", "Sist meldt", 32, svar=False),
    Skjemakolonne("status", "Status", 16, svar=True, hjelp="Hvor arbeidet er."),
    Skjemakolonne(
        "framdrift",
        "Framdrift",
        14,
        svar=True,
        hjelp="Hvordan det går. Trengs ikke når saken er ferdig.",
    ),
    Skjemakolonne(
        "kommentar",
        "Kommentar",
        46,
        svar=True,
        hjelp="Hva er gjort, hva gjenstår, og når er det ferdig? To–tre setninger.",
    ),
    Skjemakolonne(
        "forventet_ferdig",
        "Forventet ferdig",
        16,
        svar=True,
        hjelp=(
            "En dag (15.11.2023), en måned (2023-11 eller november 2023) eller et kvartal (3."
            " kvartal)."
        ),
    ),
    Skjemakolonne(
        "tiltak",
        "Tiltak",
        28,
        svar=True,
        hjelp="Hva som gjøres for å komme i rute. Må fylles ut når noe ikke er i rute.",
    ),
    Skjemakolonne(
        "tiltak_ansvarlig",
        "Hvem gjør tiltaket",
        16,
        svar=True,
        hjelp="En enhet eller en rolle. Ikke personnavn.",
    ),
    Skjemakolonne(
        "tiltak_frist",
        "Tiltaket er gjort innen",
        14,
        svar=True,
        hjelp="En dato, for eksempel 22.09.2023.",
    ),
    Skjemakolonne(
        "begrunnelse",
        "Begrunnelse",
        24,
        svar=True,
        hjelp="Bare når noe er bortfalt eller tatt opp igjen: hvorfor, og hvem som bestemte det.",
    ),
    Skjemakolonne(
        "arsslutt",
        "Ved årsslutt",
        14,
        svar=True,
        hjelp="Bare for løpende oppdrag: videreføres eller avsluttes.",
    ),
    Skjemakolonne(
        "til_kommunedirektoren",
        "Til kommunedirektøren",
        28,
        svar=True,
        hjelp=(
            "Det dere trenger hjelp til. Kommer ikke med i rapporter til folkevalgte og innbyggere."
        ),
    ),
)
SVARFELTER = tuple(kolonne.felt for kolonne in KOLONNER if kolonne.svar)
GRUNN = "Må rettes"
"""The heading of the column with the reason, in a form that is sent back."""


def hjelpen(kolonne: Skjemakolonne, *, meldt_foer: bool) -> str:
    """What the director is told in a column: what was told before can be confirmed."""
    if kolonne.felt == "status" and meldt_foer:
        return f"{kolonne.hjelp} Er ingenting nytt, velg «{INGEN_ENDRING}», og la resten stå."
    return kolonne.hjelp


def satt_til_side(felt: str, tekst: str) -> str:
    """What stands in a cell, set apart (``fag.dekning``) where it is not a word chosen from our
    list.
    """
    return tekst if tekst in VALG.get(felt, ()) else dekk(tekst)


def overskrift(felt: str) -> str:
    """The heading of a field."""
    return next((kolonne.overskrift for kolonne in KOLONNER if kolonne.felt == felt), felt)


def som_celler(melding: Melding | None) -> dict[str, str]:
    """The answers of an entry as they stand in the form's cells, all as text; of several measures
    the first.
    """
    celler = dict.fromkeys(SVARFELTER, "")
    if melding is None:
        return celler
    tiltak = melding.tiltak[0] if melding.tiltak else None
    return celler | {
        "status": INGEN_ENDRING
        if melding.ingen_endring
        else STATUSORD.get(melding.status or "", ""),
        "framdrift": STATUSORD.get(melding.framdrift or "", ""),
        "kommentar": (melding.kommentar or "").strip(),
        "forventet_ferdig": tidspunkt_med_ord(melding.forventet_ferdig)
        if melding.forventet_ferdig
        else "",
        "tiltak": tiltak.tekst.strip() if tiltak else "",
        "tiltak_ansvarlig": (tiltak.ansvarlig or "") if tiltak else "",
        "tiltak_frist": tidspunkt_med_ord(tiltak.frist.isoformat())
        if tiltak and tiltak.frist
        else "",
        "begrunnelse": (melding.begrunnelse or "").strip(),
        "arsslutt": ARSSLUTT.get(melding.arsslutt or "", ""),
        "til_kommunedirektoren": (melding.til_kommunedirektoren or "").strip(),
    }


def avtrykk(deler: Iterable[str]) -> str:
    """Hash what was sent, so that a hidden sheet that somebody has changed is known.

    Blanks and line ends, which programs change, do not count.
    """
    import hashlib  # only where Excel is written or read

    return hashlib.sha256(
        "\x1f".join(" ".join(del_.split()) for del_ in deler).encode()
    ).hexdigest()


Celle = str | date


class Innsendtrad(NamedTuple):
    """One row as it came back: the row's number in the sheet, its cells, what stood in them when
    the form was sent, and what can't be read of it.
    """

    nr: int
    id: str
    slag: str
    tittel: str
    celler: dict[str, Celle]
    sendt: dict[str, str]
    uleselig: tuple[str, ...] = ()


class Innsendtplanrad(NamedTuple):
    """One line of the tab for the plan as it came back: its row in the sheet, and its cells."""

    rad: int
    celler: dict[str, Celle]


class Innsendtplan(NamedTuple):
    """The tab for the plan as it came back: its lines, and those that were sent, as cells."""

    rader: tuple[Innsendtplanrad, ...] = ()
    sendt: tuple[dict[str, str], ...] = ()


class Innsendt(NamedTuple):
    """One form as it came back. ``plan`` is the tab for the plan."""

    fil: str
    periode: str
    enhet: str
    rader: tuple[Innsendtrad, ...]
    samlet_vurdering: str
    samlet_sendt: str
    plan: Innsendtplan = Innsendtplan()


RETTES = "-rettes"
"""What the name of a form that is sent back has after the period and the unit."""


def er_sendt_tilbake(fil: str) -> bool:
    """Whether a form is one that was sent back to be put right, by its name."""
    return RETTES in fil


class Avvist(NamedTuple):
    """A file that is no form that can be read, with the reason and the cure."""

    fil: str
    grunn: str
