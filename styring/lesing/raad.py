"""The cure for a wrong value, where more can be said than the type of error alone tells."""

import re

from styring.fag.brudd import ordet_for
from styring.fag.norsk import mente_du
from styring.funn import Sti
from styring.lesing.feltkart import Felt
from styring.modell.form import KODE, MAANED_DAG, Monster

_MELDES = frozenset({"status", "framdrift", "kommentar", "forventet_ferdig", "tiltak"})
"""What is told of an oppdrag or a vedtak in a form, and does not stand in its own file."""
_DAG = re.compile("20[0-9]{2}-[0-9]{2}-[0-9]{2}")
_FLERE = re.compile(r"[,;/]| og ")
_NAVN = re.compile(r"[A-ZÆØÅ]?[a-zæøå]{5}|\s")
"""What a name has, and a code written with small letters has not."""
_UNDERSTREK = re.compile(r"[\s_]+")


def ukjent_felt(sti: Sti, kjente: tuple[str, ...]) -> str | None:
    """A misspelt key, or one that belongs in the reporting."""
    if str(sti[-1]) in _MELDES and "fristendringer" in kjente:
        return (
            "hvor saken står, meldes i rapporteringen: «styring oppdater ID», eller se «styring"
            " hjelp rapportering»"
        )
    ment = mente_du(str(sti[-1]), kjente)
    return f"mente du «{ment}»?" if ment else None


def ukjent_valg(felt: Felt, verdi: object) -> str | None:
    """A word that is not among the choices; a missing space after the colon; a misspelt key that
    should have decided.
    """
    if isinstance(verdi, dict):
        ment = next((ment for navn in verdi if (ment := mente_du(str(navn), felt.valg))), None)
        return f"mente du «{ment}»?" if ment else None
    if not isinstance(verdi, str):
        return None
    if "dato" in felt.valg and _DAG.fullmatch(verdi):
        return f"skriv {{dato: {verdi}}}"
    foran, kolon, bak = verdi.partition(":")
    if kolon and foran in felt.valg:
        return f"sett mellomrom etter kolonet: «{foran}: {bak.strip()}»"
    ment = ordet_for(verdi, felt.valg) or mente_du(verdi, felt.valg)
    return f"mente du «{ment}»?" if ment else None


def feil_monster(felt: Felt, verdi: object, monster: Monster) -> str | None:
    """A code that is nearly right: wrong case, blanks around it, or several codes in one."""
    if not isinstance(verdi, str):
        return None
    if felt.regel == "ST301" and _FLERE.search(verdi):
        return "skriv én enhet; flere enheter hører hjemme i «delansvar»"
    if monster is KODE and verdi.strip() != verdi.strip().upper() and _NAVN.search(verdi.strip()):
        return "skriv koden, ikke navnet; kodene står i data/kommune.yaml"
    for ment in (verdi.strip(), verdi.strip().upper(), _UNDERSTREK.sub("-", verdi.strip().lower())):
        if ment != verdi and re.fullmatch(monster.regex, ment):
            return (
                f"mente du «{ment}»?"
                if ment.strip() != verdi.strip()
                else "slett mellomrommet foran eller bak koden"
            )
    return None


def ikke_tekst(felt: Felt, verdi: object) -> str | None:
    """A list where one name is wanted, and a number where a month and a day are."""
    if MAANED_DAG in getattr(felt.type, "__metadata__", ()):
        return "skriv måned og dag med bindestrek, for eksempel 04-30 for 30. april"
    if not isinstance(verdi, list):
        return None
    if felt.regel == "ST301":
        return "skriv én enhet; flere enheter hører hjemme i «delansvar»"
    return "skriv én verdi, ikke en liste"


def ikke_liste(felt: Felt, verdi: object) -> str | None:
    """One value where a list is wanted; a list of records needs their fields."""
    if felt.leddfelter:
        return (
            f"skriv hvert ledd på egen linje: «- {felt.leddfelter[0]}: …», med"
            f" {', '.join(felt.leddfelter[1:3])} under"
        )
    if not isinstance(verdi, str | int):
        return "skriv leddene i hakeparenteser, eller hvert ledd på egen linje etter «- »"
    return None


def tomt_i_anforsel() -> str:
    """A field that a web editor has written as empty quotes."""
    return "slett anførselstegnene, så står feltet tomt, eller slett hele linjen"


def ikke_dato(verdi: object) -> str | None:
    """Words where a date is wanted."""
    har_tall = isinstance(verdi, int) or (isinstance(verdi, str) and any(map(str.isdigit, verdi)))
    return (
        None
        if har_tall
        else "skriv en dato som 2023-08-31, eller la feltet stå tomt når datoen ikke er oppgitt"
    )
