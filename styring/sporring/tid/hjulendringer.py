"""What is other in the wheel: words, owners and days of each activity."""

from collections.abc import Iterator
from datetime import date
from itertools import zip_longest

from styring.fag.kalender import om_maneder
from styring.modell.arshjul import Aktivitet
from styring.register.register import Register
from styring.sporring.arshjul.arshjul import hendelser_i
from styring.sporring.tid.feltendringer import Postendring, Slag, feltendring, sier_det_samme
from styring.sporring.tid.saksendring import (
    Saksendring,
    andre_felt,
    blitt_annet,
    forsvunnet,
    kommet,
)


def hjulendringer(
    foer: Register, naa: Register, aar_foer: int, aar_naa: int
) -> Iterator[Saksendring]:
    """The activities whose days in a year are others than they were, or than those of
    another year.
    """
    for id_, post in naa.aktiviteter.items():
        gammel = foer.aktiviteter.get(id_)
        if gammel is None:
            yield kommet(id_, post.verdi.tittel, "aktivitet")
        elif endringer := (
            *_om_aktiviteten(gammel.verdi, post.verdi),
            *_om_dagene(foer, naa, id_, (aar_foer, aar_naa)),
        ):
            yield blitt_annet(id_, post.verdi.tittel, "aktivitet", endringer)
    for id_ in (id_ for id_ in foer.aktiviteter if id_ not in naa.aktiviteter):
        yield forsvunnet(id_, foer.aktiviteter[id_].verdi.tittel, "aktivitet")


def _om_aktiviteten(foer: Aktivitet, naa: Aktivitet) -> Iterator[Postendring]:
    """Other words, and another owner."""
    if foer.tittel.split() != naa.tittel.split():
        yield Postendring(Slag.TEKST, "tittelen", foer.tittel, naa.tittel)
    if foer.ansvarlig != naa.ansvarlig:
        yield Postendring(Slag.ANSVARLIG, "", foer.ansvarlig, naa.ansvarlig)
    yield from andre_felt(foer, naa, ("tittel", "ansvarlig", "nar"))


def _om_dagene(
    foer: Register, naa: Register, id_: str, aar: tuple[int, int]
) -> Iterator[Postendring]:
    """The days that are others; that the rule is, where that moves none of them."""
    dager = list(_andre_dager(_dager(foer, id_, aar[0]), _dager(naa, id_, aar[1]), aar[1] - aar[0]))
    gammel, ny = foer.aktiviteter[id_].verdi.nar, naa.aktiviteter[id_].verdi.nar
    yield from dager or ([] if sier_det_samme(gammel, ny) else [feltendring("nar", gammel, ny)])


def _andre_dager(gamle: list[date], nye: list[date], aar: int) -> Iterator[Postendring]:
    """The days that are not the same, one by one; ``aar`` is how many years lie between, and they
    are not counted.
    """
    flyttet = {gammel: om_maneder(gammel, 12 * aar) for gammel in gamle}
    borte = [gammel for gammel in gamle if flyttet[gammel] not in nye]
    kommet = [ny for ny in nye if ny not in flyttet.values()]
    for gammel, ny in zip_longest(borte, kommet):
        samme = flyttet[gammel] if gammel else None
        if gammel or ny:
            dager = (ny - samme).days if ny and samme else None
            yield Postendring(
                Slag.DAG, "", str(gammel) if gammel else None, str(ny) if ny else None, dager
            )


def _dager(register: Register, id_: str, aar: int) -> list[date]:
    try:
        return [hendelse.dag for hendelse in hendelser_i(register, register.aktiviteter[id_], aar)]
    except ValueError:
        return []
