"""The few words in which every record type states its shape: what a field means, holds and is read
by.

The schema is written once, here in ``modell``, in marks that pydantic itself understands:
``TypeAdapter(Oppdrag)`` refuses what we refuse. Nothing in this package imports a library, since
``modell`` is loaded at every keystroke: the marks give pydantic plain dicts.
"""

import dataclasses
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import (
    Annotated,
    Any,
    Literal,
    NamedTuple,
    Protocol,
    TypeVar,
    cast,
    dataclass_transform,
    get_args,
    get_origin,
)

_T = TypeVar("_T")


class Leser(StrEnum):
    """The least public reader that a field is meant for."""

    OFFENTLIG = "offentlig"
    INTERN = "intern"
    LEDELSE = "ledelse"


Kjerneskjema = dict[str, Any]
"""A core schema of pydantic, as the plain dict it is."""


class Lager(Protocol):
    """Makes the schema of a type: pydantic's own handler, or that of ``lesing.validering``."""

    def __call__(self, kilde: Any, /) -> Kjerneskjema:  # noqa: ANN401  a type may be anything
        """The schema of what a mark stands on."""

    def generate_schema(self, kilde: Any, /) -> Kjerneskjema:  # noqa: ANN401  a type may be anything
        """The schema of any other type."""


class Tekst(NamedTuple):
    """Text with at least one visible character.

    ``prosa`` is running text, where « #» may not cut a sentence short.
    """

    maks: int
    prosa: bool = True

    def __get_pydantic_core_schema__(self, _kilde: object, _lager: Lager) -> Kjerneskjema:
        return {
            "type": "str",
            "strip_whitespace": True,
            "min_length": 1,
            "max_length": self.maks,
            "strict": True,
        }


class Monster(NamedTuple):
    """Text that matches a pattern in full."""

    regex: str
    hva: str
    eksempel: str

    def __get_pydantic_core_schema__(self, _kilde: object, _lager: Lager) -> Kjerneskjema:
        return {"type": "str", "pattern": f"^(?:{self.regex})$", "strict": True}


class Omraade(NamedTuple):
    """A whole number between two bounds, both included."""

    minst: int
    hoyst: int

    def __get_pydantic_core_schema__(self, _kilde: object, _lager: Lager) -> Kjerneskjema:
        return {"type": "int", "ge": self.minst, "le": self.hoyst, "strict": True}


class Dato(NamedTuple):
    """A day, written as in ISO 8601, from one day to another, both included."""

    forste: date
    siste: date

    def __get_pydantic_core_schema__(self, _kilde: object, _lager: Lager) -> Kjerneskjema:
        skrevet = {"type": "str", "pattern": DATOFORM, "strict": True}
        return {
            "type": "chain",
            "steps": [skrevet, {"type": "date", "ge": self.forste, "le": self.siste}],
        }


class JaNei(NamedTuple):
    """True or false, and nothing that is like them."""

    def __get_pydantic_core_schema__(self, _kilde: object, _lager: Lager) -> Kjerneskjema:
        return {"type": "bool", "strict": True}


class Antall(NamedTuple):
    """The least number of entries in a list or a mapping."""

    minst: int

    def __get_pydantic_core_schema__(self, kilde: object, lager: Lager) -> Kjerneskjema:
        return {**lager(kilde), "min_length": self.minst}


class Hoyst(NamedTuple):
    """The largest number of entries in a list."""

    flest: int

    def __get_pydantic_core_schema__(self, kilde: object, lager: Lager) -> Kjerneskjema:
        return {**lager(kilde), "max_length": self.flest}


class NokkelMonster(NamedTuple):
    """The pattern that the keys of a mapping follow."""

    monster: Monster

    def __get_pydantic_core_schema__(self, kilde: object, lager: Lager) -> Kjerneskjema:
        return {
            **lager(kilde),
            "keys_schema": self.monster.__get_pydantic_core_schema__(str, lager),
        }


class EttAv(NamedTuple):
    """One of several records, told apart by the first field of each that holds anything, or one of
    a few words.
    """

    def __get_pydantic_core_schema__(self, kilde: object, lager: Lager) -> Kjerneskjema:
        valg: dict[str, Kjerneskjema] = {}
        for del_ in get_args(kilde):
            if get_origin(del_) is Literal:
                valg |= {
                    GREN + ord_: {"type": "literal", "expected": [ord_]} for ord_ in get_args(del_)
                }
            else:
                valg[GREN + dataclasses.fields(del_)[0].name] = lager.generate_schema(del_)

        def velg(verdi: object) -> str | None:
            if isinstance(verdi, dict):
                return next(
                    (
                        GREN + str(nokkel)
                        for nokkel, del_ in verdi.items()
                        if del_ is not None and GREN + str(nokkel) in valg
                    ),
                    None,
                )
            return GREN + verdi if isinstance(verdi, str) and GREN + verdi in valg else None

        return {"type": "tagged-union", "choices": valg, "discriminator": velg}


GREN = "\x00"
"""Begins the names of a union's branches, so that they can be told from keys in an error's path: no
key can hold it.
"""
TALLFEIL = "desimaltall"
"""The type of pydantic's error where an exact number is wanted."""
DATOFORM = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
FLEST_LEDD = 500
"""Entries in a list. No list in the format is near it."""

KODE = Monster(
    r"[A-Z][A-Z0-9]{1,9}", "en kode med store bokstaver A–Z og sifre, 2 til 10 tegn", "OUS"
)
BUDSJETTKODE = Monster(r"[A-Z][A-Z0-9]{1,11}", "en kode på 2 til 12 store bokstaver", "SKOLE")
MAALKODE = Monster(r"[A-Z]{1,10}(-[0-9]{1,2}(\.[0-9]{1,2})?)?", "en målkode", "TF-3.1")
OPPDRAG_ID = Monster(
    r"20[0-9]{2}-[A-Z0-9][A-Z0-9-]{1,39}", "en oppdrags-id med årstall", "2023-OUS-01"
)
VEDTAK_ID = Monster(r"20[0-9]{2}-[A-Z][A-Z0-9-]{1,39}", "en vedtaks-id med årstall", "2022-KS-054")
VEDTAK_NOKKEL = Monster(
    r"20[0-9]{2}-[A-Z][A-Z0-9-]{1,39}(/[1-9][0-9]?)?",
    "en vedtaks-id med årstall, eller et punkt i vedtaket",
    "2022-KS-054/2",
)
PERIODEKODE = Monster(r"[A-Z][A-Z0-9]{0,3}", "en periodekode", "T1")
PERIODE_ID = Monster(r"20[0-9]{2}-[A-Z][A-Z0-9]{0,3}", "en periode med årstall", "2023-T1")
AARSTALL = Monster(r"20[0-9]{2}", "et årstall", '"2023"')
RAPPORT_ID = Monster(rf"{PERIODE_ID.regex}/{KODE.regex}", "en periode og en enhet", "2023-T1/OUS")
TIDSPUNKT = Monster(
    r"20[0-9]{2}-((0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?|K[1-4]|T[1-3])",
    "en dag, en måned, et kvartal eller et tertial",
    "2023-11, 2023-K4 eller 2023-11-15",
)
AVTRYKK = Monster(
    r"[0-9a-f]{64}", "et avtrykk laget av styring", "styring tertial godkjenn 2023-T1"
)
KORT_AVTRYKK = Monster(r"[0-9a-f]{12}", "et avtrykk laget av styring", "styring brev laas 2023")
LAAS_NOKKEL = Monster(
    r"20[0-9]{2}-[A-Z0-9][A-Z0-9-]{1,39}|[A-Z]{1,10}(-[0-9]{1,2}(\.[0-9]{1,2})?)?",
    "en oppdrags-id med årstall, eller en målkode",
    "2023-OUS-01",
)
SLUGG = Monster(
    r"[a-z0-9][a-z0-9-]{1,59}", "2 til 60 små bokstaver a–z, sifre og bindestreker", "a-melding"
)
MAANED_DAG = Monster(r"(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])", "måned og dag", "02-22")
KOMMUNENUMMER = Monster(r"[0-9]{4}", "fire sifre", '"3222"')
REGELKODE = Monster(r"ST[0-9]{3}", "en regelkode", "ST302")

FORSTE_DAG, SISTE_DAG = date(2000, 1, 1), date(2100, 12, 31)
Dag = Annotated[date, Dato(FORSTE_DAG, SISTE_DAG)]
Bryter = Annotated[bool, JaNei()]
Rekke = Annotated[tuple[_T, ...], Hoyst(FLEST_LEDD)]
Kode = Annotated[str, KODE]
Budsjettkode = Annotated[str, BUDSJETTKODE]
Maalkode = Annotated[str, MAALKODE]
OppdragId = Annotated[str, OPPDRAG_ID]
VedtakId = Annotated[str, VEDTAK_ID]
Tidspunkt = Annotated[str, TIDSPUNKT]
Slugg = Annotated[str, SLUGG]
Tittel = Annotated[str, Tekst(300)]
Prosa = Annotated[str, Tekst(10_000)]
Merkelapp = Annotated[str, Tekst(200, prosa=False)]
Aar = Annotated[int, Omraade(2000, 2100)]


ALLE, INTERNT, LEDELSEN = Leser.OFFENTLIG, Leser.INTERN, Leser.LEDELSE


def felt(
    leser: Leser,
    beskrivelse: str,
    *,
    default: Any = dataclasses.MISSING,  # noqa: ANN401  a default may be of any type
    regel: str = "",
) -> Any:  # noqa: ANN401  a dataclass field stands in for the field's own type
    """Describe one field of a record.

    ``leser`` is the least public reader it is for: ``register.leser`` takes it out for the others.
    ``beskrivelse`` is bokmål and shown in editors and in docs/datamodell.md; without ``default``
    the field must be given. ``regel`` names the rule whose manual explains a wrong shape of just
    this field.
    """
    metadata: Mapping[str, Any] = {"description": beskrivelse, "leser": leser, "regel": regel}
    if default is dataclasses.MISSING:
        return dataclasses.field(metadata=metadata)
    return dataclasses.field(default=default, metadata=metadata)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(felt,))
def post(klasse: type[_T]) -> type[_T]:
    """Make a record of a class: frozen and slim, fields by name.

    The methods are shared by all records. Those that dataclass would write for each cost a tenth of
    a start, at every keystroke.
    """
    ny = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=True)(klasse)
    for navn, metode in (("__init__", _lag), ("__setattr__", _frossen), ("__delattr__", _frossen)):
        setattr(ny, navn, metode)
    # pydantic's own name for it
    ny.__pydantic_config__ = {"extra": "forbid"}  # type: ignore[attr-defined]
    return ny


def like(en: object, annen: object) -> bool:
    """Whether two records say the same.

    Records are told apart by identity, which is fast; this compares all they hold.
    """
    if type(en) is not type(annen) or not hasattr(en, "__dataclass_fields__"):
        return en == annen
    post_, annen_post = cast("Any", en), cast("Any", annen)
    return bool(dataclasses.asdict(post_) == dataclasses.asdict(annen_post))


def _lag(self: Any, **felter: object) -> None:  # noqa: ANN401  a record of any type
    for felt_ in dataclasses.fields(self):
        verdi = felter.pop(felt_.name, felt_.default)
        if verdi is dataclasses.MISSING:
            raise TypeError(f"{type(self).__name__} needs {felt_.name}")
        object.__setattr__(self, felt_.name, verdi)
    if felter:
        raise TypeError(f"{type(self).__name__} has no {', '.join(felter)}")


def _frossen(self: object, navn: str, _verdi: object = None) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot change {navn} of {type(self).__name__}")
