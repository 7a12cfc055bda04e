"""What is other in what everybody shares: the goals, the wheel, and every record that is not told
of in its own way.
"""

from collections.abc import Container, Iterator
from datetime import date
from itertools import zip_longest
from typing import Any, NamedTuple

from styring.fag.bevegelse import Bevegelse
from styring.fag.kalender import om_maneder
from styring.fag.tilstand import Tilstand
from styring.modell.arshjul import Aktivitet
from styring.register.posttyper import Posttype
from styring.register.register import Register
from styring.register.typer import alle, tittel_paa
from styring.sporring.arshjul.arshjul import hendelser_i
from styring.sporring.tid.postendringer import (
    Postendring,
    Slag,
    feltendring,
    postendringer,
    sier_det_samme,
)


class Saksendring(NamedTuple):
    """One thing that has changed.

    ``bevegelse`` is None where its light has not moved; ``borte`` says that its file is gone.
    """

    id: str
    tittel: str
    slag: str
    foer: Tilstand | None
    naa: Tilstand | None
    bevegelse: Bevegelse | None
    borte: bool
    endringer: tuple[Postendring, ...]


def maalendringer(foer: Register, naa: Register) -> Iterator[Saksendring]:
    """The goals whose words or owners changed, and those that came and went."""
    yield from _overskriftene(foer, naa)
    gamle, nye = (
        {kode: plass.delmaal.verdi for kode, plass in register.delmaal.items()}
        for register in (foer, naa)
    )
    for kode, delmaal in nye.items():
        gammelt = gamle.get(kode)
        if gammelt is None and not foer.kjenner_maal:
            continue
        if gammelt is None:
            yield Saksendring(
                kode, delmaal.tittel, "delmål", None, None, Bevegelse.NY, borte=False, endringer=()
            )
            continue
        ord_ = (
            [Postendring(Slag.TEKST, "delmålet", gammelt.tittel, delmaal.tittel)]
            if gammelt.tittel.split() != delmaal.tittel.split()
            else []
        )
        ord_ += _andre_felt(gammelt, delmaal, ("kode", "tittel", "ansvar"))
        ansvar = [
            Postendring(Slag.ANSVARLIG, "", None, enhet)
            for enhet in delmaal.ansvar
            if enhet not in gammelt.ansvar
        ]
        ansvar += [
            Postendring(Slag.ANSVARLIG, "", enhet, None)
            for enhet in gammelt.ansvar
            if enhet not in delmaal.ansvar
        ]
        if ord_ or ansvar:
            yield Saksendring(
                kode,
                delmaal.tittel,
                "delmål",
                None,
                None,
                None,
                borte=False,
                endringer=(*ord_, *ansvar),
            )
    for kode in (kode for kode in gamle if kode not in nye and naa.kjenner_maal):
        yield Saksendring(
            kode, gamle[kode].tittel, "delmål", None, None, None, borte=True, endringer=()
        )


def _overskriftene(foer: Register, naa: Register) -> Iterator[Saksendring]:
    """The satsingsområder and hovedmål that have other words, and those that came and went."""
    gamle, nye = (
        {
            kode: (slag, tekst)
            for post in register.omraader
            for kode, slag, tekst in (
                (post.verdi.kode, "satsingsområde", post.verdi.navn),
                *((maal.kode, "hovedmål", maal.tittel) for maal in post.verdi.hovedmaal),
            )
        }
        for register in (foer, naa)
    )
    for kode, (slag, tekst) in nye.items():
        if kode not in gamle and foer.kjenner_maal:
            yield Saksendring(
                kode, tekst, slag, None, None, Bevegelse.NY, borte=False, endringer=()
            )
        elif kode in gamle and gamle[kode][1].split() != tekst.split():
            yield Saksendring(
                kode,
                tekst,
                slag,
                None,
                None,
                None,
                borte=False,
                endringer=(Postendring(Slag.TEKST, slag + "et", gamle[kode][1], tekst),),
            )
    for kode in (kode for kode in gamle if kode not in nye and naa.kjenner_maal):
        yield Saksendring(
            kode, gamle[kode][1], gamle[kode][0], None, None, None, borte=True, endringer=()
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
            yield Saksendring(
                id_,
                post.verdi.tittel,
                "aktivitet",
                None,
                None,
                Bevegelse.NY,
                borte=False,
                endringer=(),
            )
        elif endringer := (
            *_om_aktiviteten(gammel.verdi, post.verdi),
            *_om_dagene(foer, naa, id_, (aar_foer, aar_naa)),
        ):
            yield Saksendring(
                id_,
                post.verdi.tittel,
                "aktivitet",
                None,
                None,
                None,
                borte=False,
                endringer=endringer,
            )
    for id_ in (id_ for id_ in foer.aktiviteter if id_ not in naa.aktiviteter):
        yield Saksendring(
            id_,
            foer.aktiviteter[id_].verdi.tittel,
            "aktivitet",
            None,
            None,
            None,
            borte=True,
            endringer=(),
        )


def _om_dagene(
    foer: Register, naa: Register, id_: str, aar: tuple[int, int]
) -> Iterator[Postendring]:
    """The days that are others; that the rule is, where that moves none of them."""
    dager = list(_andre_dager(_dager(foer, id_, aar[0]), _dager(naa, id_, aar[1]), aar[1] - aar[0]))
    gammel, ny = foer.aktiviteter[id_].verdi.nar, naa.aktiviteter[id_].verdi.nar
    yield from dager or ([] if sier_det_samme(gammel, ny) else [feltendring("nar", gammel, ny)])


def _om_aktiviteten(foer: Aktivitet, naa: Aktivitet) -> Iterator[Postendring]:
    """Other words, and another owner."""
    if foer.tittel.split() != naa.tittel.split():
        yield Postendring(Slag.TEKST, "tittelen", foer.tittel, naa.tittel)
    if foer.ansvarlig != naa.ansvarlig:
        yield Postendring(Slag.ANSVARLIG, "", foer.ansvarlig, naa.ansvarlig)
    yield from _andre_felt(foer, naa, ("tittel", "ansvarlig", "nar"))


# two versions of a record of any type
def _andre_felt(foer: Any, naa: Any, sagt: Container[str]) -> list[Postendring]:  # noqa: ANN401
    """The fields that are not the same, but for those told in their own words."""
    navnene = [
        navn
        for navn in foer.__dataclass_fields__
        if navn not in sagt and not sier_det_samme(getattr(foer, navn), getattr(naa, navn))
    ]
    return [feltendring(navn, getattr(foer, navn), getattr(naa, navn)) for navn in navnene]


def andre_endringer(foer: Register, naa: Register) -> Iterator[Saksendring]:
    """Every record of a type that is not told of in its own way: what came, went, and which of its
    fields are not the same.
    """
    for type_ in alle():
        if type_.navn not in _EGNE_VEIER:
            yield from _postene(foer, naa, type_)


def _postene(foer: Register, naa: Register, type_: Posttype) -> Iterator[Saksendring]:
    gamle, nye = (register.poster.get(type_.navn, {}) for register in (foer, naa))
    ulest_foer, ulest_naa = foer.ulest_kjenner(), naa.ulest_kjenner()
    for id_, post in nye.items():
        gammel, tittel = gamle.get(id_), tittel_paa(type_, post)
        if gammel is None and not ulest_foer(id_):
            yield Saksendring(
                id_, tittel, type_.ord[0], None, None, Bevegelse.NY, borte=False, endringer=()
            )
        elif gammel and (endringer := tuple(postendringer(gammel.verdi, post.verdi))):
            yield Saksendring(
                id_, tittel, type_.ord[0], None, None, None, borte=False, endringer=endringer
            )
    for id_, post in gamle.items():
        if id_ not in nye and not ulest_naa(id_):
            yield Saksendring(
                id_,
                tittel_paa(type_, post),
                type_.ord[0],
                None,
                None,
                None,
                borte=True,
                endringer=(),
            )


def vurderinger(foer: Register, naa: Register) -> Iterator[tuple[str, Saksendring]]:
    """The units whose word for the whole of a period is another than it was, where they had
    delivered in both versions.
    """
    for id_, post in naa.rapporter.items():
        gammel, (periode, _, enhet) = foer.rapporter.get(id_), id_.partition("/")
        if (
            gammel
            and gammel.verdi.levert
            and not sier_det_samme(gammel.verdi.samlet_vurdering, post.verdi.samlet_vurdering)
        ):
            endring = Postendring(
                Slag.TEKST,
                "samlet vurdering",
                gammel.verdi.samlet_vurdering,
                post.verdi.samlet_vurdering,
            )
            yield (
                enhet,
                Saksendring(
                    id_,
                    f"Skjemaet for {periode}",
                    "rapport",
                    None,
                    None,
                    None,
                    borte=False,
                    endringer=(endring,),
                ),
            )


_EGNE_VEIER = frozenset({"oppdrag", "vedtak", "maal", "rapport", "arshjul"})
"""The types that are told of thing by thing."""


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
