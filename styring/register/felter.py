"""What becomes of each field of a record type when the register is narrowed to one reader."""

import dataclasses
import re
from collections.abc import Callable
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin

from styring.modell.form import OPPDRAG_ID, VEDTAK_ID, VEDTAK_NOKKEL, Leser, Monster, NokkelMonster

RANG = {leser: rang for rang, leser in enumerate(Leser)}
Hent = Callable[[object], tuple[Any, ...]]
_KREVER = {"offentlig": Leser.OFFENTLIG, "intern": Leser.INTERN, "unntatt": Leser.LEDELSE}
_ID_ER = frozenset({OPPDRAG_ID, VEDTAK_ID, VEDTAK_NOKKEL})
_NEVNER_INGENTING = frozenset({date, int, bool, type(None)})
har_siffer = re.compile("[^\0-/:-\u065f\u2000-\u206f]").search
"""A quick look for a digit of any script: every id and case number has one.

Past the Latin letters and signs it may find one too many.
"""


def lukkethet(verdi: object) -> int:
    """How few may read a record as such, as the rank of its least public reader: 0 for
    everybody.
    """
    return RANG[_KREVER.get(getattr(verdi, "offentlighet", "offentlig"), Leser.LEDELSE)]


def leseren_av(felt: "dataclasses.Field[Any]") -> Leser:
    """The least public reader of a field; the leadership where it says nothing."""
    leser: Leser = felt.metadata.get("leser", Leser.LEDELSE)
    return leser


class Leserfelter(NamedTuple):
    """The fields of a record type, as one reader may see them.

    ``skjules`` are not for this reader, and ``nevner`` may name another record: each with what it
    is when left open, MISSING where it must be given. ``hent`` takes the values of ``nevner`` out
    of a record. ``henviser`` are those of them that are ids of records, or hold something by such
    ids. ``maa_navngi`` are those that the record can't stand without.
    """

    alle: tuple[str, ...]
    skjules: tuple[tuple[str, object], ...]
    nevner: tuple[tuple[str, object], ...]
    hent: Hent
    henviser: frozenset[str]
    maa_navngi: tuple[str, ...]


@cache
def felter_for(klasse: type, leser: Leser) -> Leserfelter:
    """Say what to do with each field of a record type for one reader."""
    felter = dataclasses.fields(klasse)
    ses_ikke = {felt.name for felt in felter if RANG[leseren_av(felt)] > RANG[leser]}
    nevner = tuple(
        (felt.name, felt.default)
        for felt in felter
        if felt.name not in ses_ikke and _kan_nevne(felt.type, leser)
    )
    return Leserfelter(
        alle=tuple(felt.name for felt in felter),
        skjules=tuple((felt.name, felt.default) for felt in felter if felt.name in ses_ikke),
        nevner=nevner,
        hent=henter(tuple(navn for navn, _ in nevner)),
        henviser=frozenset(felt.name for felt in felter if _er_id(felt.type)),
        maa_navngi=tuple(navn for navn, tomt in nevner if tomt is dataclasses.MISSING),
    )


def _kan_nevne(type_: Any, leser: Leser) -> bool:  # noqa: ANN401  a type may be anything
    """Whether a value of a type may name a record, or hold what does.

    Days and numbers don't, nor do words and codes that stand for something else.
    """
    opphav = get_origin(type_)
    if opphav is Annotated:
        monster = next((merke for merke in type_.__metadata__ if isinstance(merke, Monster)), None)
        return monster in _ID_ER if monster else _kan_nevne(type_.__origin__, leser)
    if opphav:
        return opphav is not Literal and any(
            _kan_nevne(del_, leser) for del_ in get_args(type_) if del_ is not Ellipsis
        )
    if isinstance(type_, type) and dataclasses.is_dataclass(type_):
        felter = felter_for(type_, leser)
        return bool(felter.skjules or felter.nevner)
    return type_ not in _NEVNER_INGENTING


def _er_id(type_: Any) -> bool:  # noqa: ANN401  a type may be anything
    """Whether a value of a type is the id of a record, several of them, or something by
    such ids.
    """
    merker = [
        merke.monster if isinstance(merke, NokkelMonster) else merke
        for merke in getattr(type_, "__metadata__", ())
    ]
    if any(isinstance(merke, Monster) for merke in merker):
        return not _ID_ER.isdisjoint(merker)
    return get_origin(type_) is not Literal and any(
        _er_id(del_) for del_ in get_args(type_) if del_ is not Ellipsis
    )


def henter(navn: tuple[str, ...]) -> Hent:
    """What takes some fields out of a record, in one step for them all."""
    if len(navn) > 1:
        return attrgetter(*navn)  # one step for them all: a register has a hundred thousand fields
    if not navn:
        return lambda _post: ()
    hent = attrgetter(*navn)
    return lambda post: (hent(post),)
