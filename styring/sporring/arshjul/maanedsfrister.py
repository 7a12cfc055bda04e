"""When the months of the economy are to be delivered."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from styring.modell.form import Leser
from styring.register.register import Register


class Maanedsfrist(NamedTuple):
    """One month that somebody has not delivered, and the day it is due."""

    id: str
    navn: str
    frist: date


def maanedsfrister(
    register: Register, dato: date, koder: frozenset[str] | None
) -> Iterator[Maanedsfrist]:
    """Every month of the routine that a unit has not delivered: those to come, and those whose
    ledger has been read. Not for the public: the months are internal.
    """
    rutine = register.rutine.okonomi if register.rutine else None
    if rutine is None or not register.budsjetter or register.leser is Leser.OFFENTLIG:
        return
    from styring.fag.okonomi import Okonomimaaned  # loaded where there is a budget
    from styring.register.okonomien import budsjettet, ordene, regnskapet

    for aar in (dato.year - 1, dato.year):
        post = budsjettet(register, aar)
        enheter = {ett.enhet for ett in post.verdi.omraader.values()} if post else set()
        egne = enheter if koder is None else enheter & koder
        for nr in rutine.maaneder if egne else ():
            maaned = Okonomimaaned(f"{aar}-{nr:02}")
            frist = maaned.meldes_innen.replace(day=rutine.frist_dag)
            if frist < dato and regnskapet(register, maaned) is None:
                continue
            levert = (ordene(register, maaned, enhet) for enhet in egne)
            if any(o is None or o.verdi.levert is None or o.verdi.levert > dato for o in levert):
                yield Maanedsfrist(maaned.id, maaned.navn, frist)
