"""The commands: name, module, group in the help, and one line of help. A module is imported when its command is run."""

from typing import NamedTuple


class Kommando(NamedTuple):
    """One command as it stands in the help."""

    navn: str
    modul: str
    gruppe: str
    hjelp: str


KOMMANDOER = (
    Kommando("status", "status", "Følg med", "Hvor står oppdragene?"),
    Kommando("frister", "frister", "Følg med", "Hva forfaller framover?"),
    Kommando("vis", "vis", "Følg med", "Alt om et oppdrag, et mål, en aktivitet eller en enhet"),
    Kommando("finn", "finn", "Følg med", "Let etter ord i alt"),
    Kommando("maal", "maal", "Følg med", "Målene: satsingsområder, hovedmål og delmål"),
    Kommando("arshjul", "arshjul", "Følg med", "Årets aktiviteter, måned for måned"),
    Kommando("valider", "valider", "Kontroller", "Er dataene riktige?"),
    Kommando("regler", "regler", "Kontroller", "Reglene, og håndboken for én av dem"),
    Kommando("json-skjema", "json_skjema", "Sett opp", "JSON Schema for datafilene, til editorer"),
    Kommando("fullforing", "fullforing", "Sett opp", "Oppsett for fullføring med TAB"),
)
UTEN_KOMMANDO = "oversikt"
FULLFORING = "_STYRING_COMPLETE"
"""The environment variable by which a shell asks for completion."""
