"""Words that have moved: what was written before answers with what is written now."""

from collections.abc import Sequence

from styring.fag.norsk import fold

_KOMMANDOER = {
    "purring": "tertial purring",
    "json-skjema": "oppsett json-skjema",
    "fullforing": "oppsett fullforing",
}
ANDRE_ORD = {
    "kalender": "arshjul",
    "hjul": "arshjul",
    "oppdrag": "status",
    "sok": "finn",
    "vedtaksliste": "vedtak",
    "kontroller": "valider",
    "sjekk": "valider",
    "start": "init",
    "help": "hjelp",
    "excel": "tertial start",
    "diff": "endringer",
    "logg": "historikk",
    "pdf": "rapport",
    "word": "rapport",
}
"""What people call a command, by its name here."""
FILFORMATER = ("--pdf", "--docx", "--word", "--html", "--xlsx")
"""Options that people look for, where the form follows the file's ending."""
_NYE_IMPORTER = ("vedtak", "oppdrag", "maal", "regnskap", "budsjett")
_UTSNITT = ("--vedtak", "--bare-avvik", "--delansvar", "--utsatt", "--ikke-delegert")
"""The parts of status: the vedtak were one of them, and could be asked for together with others."""


def nytt_navn(argumenter: Sequence[str]) -> str | None:
    """What a command line that was right before is written as now; None where it was
    never right.
    """
    if not argumenter:
        return None
    forste, resten = (
        fold(argumenter[0]),
        [
            del_
            for ett in argumenter[1:]
            for del_ in (ett.split("=", 1) if ett.startswith("--vedtak=") else [ett])
        ],
    )
    if forste in _KOMMANDOER:
        return _linje(_KOMMANDOER[forste], resten)
    if forste == "status" and "--vedtak" in resten:
        return _linje("vedtak", [ett for ett in resten if ett not in _UTSNITT])
    if forste == "importer":
        return _importer(resten)
    return None


def _importer(resten: list[str]) -> str | None:
    """Forms are taken in by «tertial importer», and each kind of list by its own name."""
    if "--vedtak" in resten:
        return _linje("importer vedtak", [ett for ett in resten if ett != "--vedtak"])
    if any(not ett.startswith("-") for ett in resten) and not any(
        fold(ett) in _NYE_IMPORTER for ett in resten
    ):
        return _linje("tertial importer", resten)
    return None


def _linje(kommando: str, resten: list[str]) -> str:
    skrevet = (f'"{ett}"' if not ett or " " in ett else ett for ett in resten)
    return " ".join(("styring", kommando, *skrevet))
