"""Days as a calendar has them: each with an id that is the same next time, and how many times its
day has been moved.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from styring.fag.frist import gjorte
from styring.register.register import Register
from styring.sporring.arshjul.arshjul import Arshjulsvar
from styring.sporring.arshjul.frister import Frist, Fristsvar
from styring.sporring.arshjul.fristsaker import fristsaker

_FLERE_I_EN = frozenset({"oppgave", "tiltak", "avtale", "rapportering"})
"""The kinds that a matter may have several of: each is known by its words as well."""


class Kalenderdag(NamedTuple):
    """One day. ``noekkel`` is what it is known by, within the municipality; ``flyttet`` how many
    times its day was moved; ``merknader`` are lines about it.
    """

    noekkel: str
    dag: date
    tittel: str
    kategori: str
    merknader: tuple[str, ...]
    flyttet: int = 0


def fra_hjulet(register: Register, svar: Arshjulsvar) -> tuple[Kalenderdag, ...]:
    """Every day of a year in the wheel."""
    return tuple(
        Kalenderdag(
            noekkel=f"aktivitet/{ett.id}/{(ett.regeldag or ett.dag).isoformat()}",
            dag=ett.dag,
            tittel=ett.tittel,
            kategori=ett.kategori,
            merknader=tuple(_merknadene(register, ett.type, ett.ansvarlig, ett.hjemmel)),
        )
        for ett in svar.hendelser
    )


def fra_fristene(register: Register, svar: Fristsvar) -> tuple[Kalenderdag, ...]:
    """Everything that is overdue or comes."""
    flyttet = {ett.id: len(gjorte(ett.endringer, svar.dato)) for ett in fristsaker(register)}
    return tuple(
        Kalenderdag(
            noekkel=_noekkelen(ett),
            dag=ett.dag,
            tittel=ett.tittel,
            kategori=ett.kategori or ett.slag,
            merknader=tuple(_om_fristen(register, ett)),
            flyttet=flyttet.get(ett.id, 0) if ett.slag in ("oppdrag", "vedtak") else 0,
        )
        for ett in (*svar.forfalte, *svar.kommende)
    )


def _noekkelen(ett: Frist) -> str:
    if ett.slag == "aktivitet":
        return f"aktivitet/{ett.id}/{(ett.flyttet_fra or ett.dag).isoformat()}"
    return f"{ett.slag}/{ett.id}" + (f"/{ett.tittel}" if ett.slag in _FLERE_I_EN else "")


def _om_fristen(register: Register, ett: Frist) -> Iterator[str]:
    if ett.slag == "aktivitet":
        post = register.aktiviteter.get(ett.id)
        hjemmel = post.verdi.hjemmel if post else None
        yield from _merknadene(register, ett.type or "", ett.ansvarlig, hjemmel)
    else:
        yield f"{ett.slag.capitalize()} {ett.id}"
        if ett.ansvarlig:
            yield f"Ansvarlig: {register.enhetsnavn(ett.ansvarlig)}"


def _merknadene(
    register: Register, type_: str, ansvarlig: str | None, hjemmel: str | None
) -> Iterator[str]:
    if type_:
        yield type_.capitalize()
    if ansvarlig:
        yield f"Ansvarlig: {register.enhetsnavn(ansvarlig)}"
    if hjemmel:
        yield f"Hjemmel: {hjemmel}"
