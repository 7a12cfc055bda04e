"""How what was written after an option is read: days, words among a few, case numbers.

Nothing here knows typer.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from styring.fag.norsk import fold, mente_du, opplisting
from styring.feil import StyringFeil
from styring.modell.form import FORSTE_DAG, SISTE_DAG

if TYPE_CHECKING:
    from styring.fag.saksnummer import Saksnummer
    from styring.register.register import Register

FORMATER = ("tekst", "json", "csv", "md")
_FLEST_MANEDER = 120


def dagen(skrevet: str | None, valg: str = "--dato", eksempel: str = "2023-09-04") -> date:
    """Read a day as people write it: 2023-09-04, 04.09.2023, 4. september 2023; today when none is
    given. Raises StyringFeil.
    """
    if skrevet is None:
        # the one place where the clock is read: the day where the user is
        idag = date.today()  # noqa: DTZ011
        if not _i_dataenes_tid(idag):
            raise StyringFeil(
                f"klokken på maskinen står på {idag.isoformat()}. Still den, eller si hvilken dag"
                f" det gjelder, for eksempel --dato {eksempel}."
            )
        return idag
    from styring.fag.skreven_tid import hvorfor_ikke, les_tidspunkt  # only where a day is written

    lest = les_tidspunkt(skrevet) or ""
    dag = date.fromisoformat(lest) if len(lest) == len("2023-09-04") else None
    if dag is None or not _i_dataenes_tid(dag):
        hvorfor = hvorfor_ikke(skrevet)
        raise StyringFeil(
            f"«{skrevet}» kan ikke brukes med {valg}{hvorfor and f': {hvorfor}'}. Skriv for"
            f" eksempel {eksempel}; årene går fra 2000 til 2100."
        )
    return dag


def i_dag() -> date:
    """Today, for what is not out before its day; the first of all days where the clock is wrong."""
    idag = date.today()  # noqa: DTZ011
    return idag if _i_dataenes_tid(idag) else date.min


def _i_dataenes_tid(dag: date) -> bool:
    return FORSTE_DAG <= dag <= SISTE_DAG


def frist_dagen(skrevet: str, valg: str) -> date:
    """Read a deadline: a day, or the last day of a month, a quarter or a season. Raises
    StyringFeil.
    """
    from styring.fag.periode import siste_dag
    from styring.fag.skreven_tid import les_tidspunkt

    lest = les_tidspunkt(skrevet)
    dag = siste_dag(lest) if lest else None
    return dagen(dag.isoformat() if dag else skrevet, valg)


def dagen_for(dato: str | None, per: str | None) -> date:
    """Read the day that is asked of, which ``--per`` also tells; today when none is given.

    Raises StyringFeil.
    """
    if dato and per:
        raise StyringFeil(
            "--per er både dagen og versjonen av dataene, og kan ikke brukes sammen med --dato."
            " Bruk --ved for å velge versjon for seg."
        )
    return dagen(per, "--per") if per else dagen(dato)


def les_saksnummer(register: "Register", skrevet: str) -> "Saksnummer":
    """Read a case number as the municipality writes them. Raises StyringFeil."""
    lest = register.les_sak(skrevet)
    if lest is None:
        raise StyringFeil(f"«{skrevet}» er ikke et saksnummer. Skriv for eksempel «KS 54/22».")
    return lest


def velg(skrevet: str, valg: Sequence[str], navn: str) -> str:
    """Read one of a few words. Raises StyringFeil with what was probably meant."""
    likt = {fold(ett): ett for ett in valg}
    sokt = fold(skrevet).strip()
    if funnet := likt.get(sokt) or likt.get(sokt.replace(" ", "_")):
        return funnet
    ment = mente_du(skrevet, valg)
    forslag = f"Mente du {ment}?" if ment else f"Velg {opplisting(valg, 'eller')}."
    raise StyringFeil(f"«{skrevet}» kan ikke brukes med {navn}. {forslag}")


def velg_eller_ingen(skrevet: str | None, valg: Iterable[str], navn: str) -> str | None:
    """Read one of a few words, or nothing."""
    return None if skrevet is None else velg(skrevet, tuple(valg), navn)


def ett_av_to(argument: str | None, valg: str | None, navn: str) -> str | None:
    """What was written as an argument or as an option. Raises StyringFeil where it was both."""
    if argument is not None and valg is not None:
        raise StyringFeil(
            f"«{argument}» og {navn} {valg} sier det samme to ganger. Skriv én av dem."
        )
    return argument if argument is not None else valg


def siste_dag(skrevet: str, fra: date, valg: str = "--innen") -> date:
    """Read how far ahead to look: 60d, 8u (weeks), 3m (months), a bare number of days, or a date.

    Raises StyringFeil.
    """
    from styring.fag.kalender import kortdato, om_maneder  # only where a day is written

    treff = re.fullmatch(r"([0-9]{1,4})([dum]?)", skrevet.strip().lower())
    if treff is None:
        til = dagen(skrevet, valg, "60d, 8u, 3m eller 2023-12-31")
    elif treff[2] == "m":
        til = om_maneder(fra, min(int(treff[1]), _FLEST_MANEDER + 1))
    else:
        til = fra + timedelta(int(treff[1]) * (7 if treff[2] == "u" else 1))
    if not fra <= til <= om_maneder(fra, _FLEST_MANEDER):
        raise StyringFeil(
            f"«{skrevet}» kan ikke brukes med {valg}: se høyst ti år fram, og ikke bakover fra"
            f" {kortdato(fra)}."
        )
    return til
