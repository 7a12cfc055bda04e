"""The cells of a row in a list: as text, days, units and codes, or why they can't be read."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from styring.fag.liste import Listerad
from styring.fag.listeslag import Listekart
from styring.fag.norsk import fold, mente_du
from styring.fag.periode import siste_dag
from styring.fag.skreven_tid import hvorfor_ikke, les_dag, les_tidspunkt
from styring.register.register import Register


class KanIkke(Exception):
    """Why one row can't be taken in."""


def cellene(rad: Listerad, kart: Listekart) -> dict[str, str]:
    """What a row says, by field, as text; what it leaves out is as the mapping says for all."""
    celle = {
        felt: celletekst(rad.celler.get(overskrift)) for felt, overskrift in kart.kolonner.items()
    }
    return celle | {felt: verdi for felt, verdi in kart.standard.items() if not celle.get(felt)}


def krev(celle: Mapping[str, str], *felter: str) -> None:
    """Refuse a row that leaves one of these out. Raises KanIkke."""
    if mangler := next((felt for felt in felter if not celle.get(felt)), None):
        raise KanIkke(f"{mangler} mangler")


def celletekst(celle: object) -> str:
    """One cell as text: a day as 2024-05-12, a whole number without decimals."""
    if isinstance(celle, datetime | date):
        return (celle.date() if isinstance(celle, datetime) else celle).isoformat()
    if isinstance(celle, float) and celle.is_integer():
        celle = int(celle)
    return "" if celle is None else str(celle).strip()


def paa_en_linje(tekst: str) -> str:
    """Running text with single spaces."""
    return " ".join(tekst.split())


def dagen_i(skrevet: str) -> date:
    """A day. Raises KanIkke."""
    dag = les_dag(skrevet)
    if dag is None:
        raise _ingen_dag(skrevet)
    return dag


def _ingen_dag(skrevet: str) -> KanIkke:
    hvorfor = hvorfor_ikke(skrevet)
    return KanIkke(f"«{skrevet}» er ikke en dato{hvorfor and f'; {hvorfor}'}")


def fristen_i(skrevet: str) -> date:
    """A deadline: a day, or the last day of a month, a quarter or a season. Raises KanIkke."""
    lest = les_tidspunkt(skrevet)
    dag = siste_dag(lest) if lest else None
    if dag is None:
        raise _ingen_dag(skrevet)
    return dag


def enheten_i(register: Register, skrevet: str, kart: Listekart) -> str:
    """A unit by its code or name, or as the mapping says. Raises KanIkke."""
    kjente = {kode: enhet.navn for kode, enhet in register.enheter.items()}
    return koden_i(skrevet, kjente, kart, "en kjent enhet")


def enhetene_i(register: Register, skrevet: str, kart: Listekart) -> list[str]:
    """One unit, or several with ; or , or / or a new line or «og» between; a name may hold
    commas and «og» itself. Raises KanIkke.
    """
    if not skrevet:
        return []
    for skille in (None, r"[;\n]", "[;,/\n]", r"[;,/\n]|\s+og\s+"):
        deler = [del_.strip() for del_ in (re.split(skille, skrevet) if skille else [skrevet])]
        try:
            koder = [enheten_i(register, del_, kart) for del_ in deler if del_]
        except KanIkke as feil:
            sist = feil
        else:
            return list(dict.fromkeys(koder))
    raise sist


def koden_i(skrevet: str, kjente: Mapping[str, str], kart: Listekart, hva: str) -> str:
    """A code: as it is, by its name, or as the mapping says. Raises KanIkke."""
    ment = kart.navn.get(skrevet, skrevet)
    likt = {fold(kode): kode for kode in kjente} | {
        fold(navn): kode for kode, navn in kjente.items()
    }
    if fold(ment) in likt:
        return likt[fold(ment)]
    naer = mente_du(ment, [*kjente, *kjente.values()]) if ment else None
    ment_du = f"mente du «{naer}»? " if naer else ""
    raise KanIkke(
        f"«{skrevet}» er ikke {hva}; {ment_du}skriv under «navn» i kartet hva det heter her,"
        " eller legg det til i data/kommune.yaml"
    )
