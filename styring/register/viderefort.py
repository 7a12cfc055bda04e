"""The oppdrag that a later year's oppdrag has taken over."""

from datetime import date
from functools import lru_cache

from styring.register.meldingene import er_gitt
from styring.register.register import Register


def viderefort_per(register: Register, dato: date) -> frozenset[str]:
    """The oppdrag that a later year's oppdrag had taken over by a day."""
    return frozenset(_tatt_over(register, dato))


def arvtakeren(register: Register, id_: str, dato: date) -> str | None:
    """The later year's oppdrag that had taken over an oppdrag by a day."""
    return _tatt_over(register, dato).get(id_)


@lru_cache(maxsize=2)
def _tatt_over(register: Register, dato: date) -> dict[str, str]:
    """The first oppdrag that had taken over each other by a day. Asked of every oppdrag in turn."""
    ut: dict[str, str] = {}
    for id_, post in register.oppdrag.items():
        fra = post.verdi.viderefort_fra
        if fra and int(id_[:4]) <= dato.year and er_gitt(post.verdi, dato):
            ut.setdefault(fra, id_)
    return ut
