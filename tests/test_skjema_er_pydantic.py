"""The shapes in ``modell`` are pydantic's own: TypeAdapter and the quick way of
``lesing.validering`` say the same of everything.
"""

import dataclasses
import random
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest
from pydantic import TypeAdapter
from pydantic_core import ValidationError

from styring.lesing.bygging import Tvil, bygg
from styring.lesing.validering import validator
from styring.modell import form
from styring.modell.form import Dag, felt, like, post
from styring.modell.oppdrag import Oppdrag
from styring.register.typer import alle, klassen, type_for
from tests.conftest import EKSEMPLER, ROT

KLASSER = [klassen(type_) for type_ in alle()]
FILER = sorted(
    fil
    for mappe in (ROT / "data", ROT / "eksempel" / "data", EKSEMPLER)
    for fil in mappe.rglob("*.yaml")
)
ADAPTERE: dict[type, TypeAdapter[Any]] = {klasse: TypeAdapter(klasse) for klasse in KLASSER}


def dom(gjor: Any, verdi: object) -> tuple[object, list[tuple[str, tuple[int | str, ...]]]]:
    """The record, or what is wrong with it and where."""
    try:
        return gjor.validate_python(verdi), []
    except ValidationError as feil:
        return None, [
            (en["type"], en["loc"]) for en in feil.errors(include_input=False, include_url=False)
        ]


def er_enige(klasse: type, verdi: object) -> bool:
    """Whether both ways say the same, and whether that is that it is right."""
    (rask, rasktreff), (vanlig, vanligtreff) = (
        dom(validator(klasse), verdi),
        dom(ADAPTERE[klasse], verdi),
    )
    assert rasktreff == vanligtreff, verdi
    assert like(rask, vanlig)
    return rask is not None


def typen(fil: Path) -> type | None:
    type_ = type_for(f"data/{fil.as_posix().rpartition('/data/')[2]}")
    return klassen(type_) if type_ else None


def lest(fil: Path) -> object:
    try:
        return bygg(fil.read_bytes())
    except Tvil:
        return None


def test_typeadapter_avviser_det_vi_avviser() -> None:
    galt = {"tittel": "", "ansvarlig": "ikke en kode", "frist": 20230831, "tull": 1}
    with pytest.raises(ValidationError) as feil:
        TypeAdapter(Oppdrag).validate_python(galt)
    assert [(en["type"], en["loc"]) for en in feil.value.errors()] == [
        ("string_too_short", ("tittel",)),
        ("string_pattern_mismatch", ("ansvarlig",)),
        ("string_type", ("frist",)),
        ("unexpected_keyword_argument", ("tull",)),
    ]


def test_enige_om_hver_fil() -> None:
    rette = [
        er_enige(klasse, verdi)
        for fil in FILER
        if (klasse := typen(fil)) and (verdi := lest(fil)) is not None
    ]
    assert sum(rette) > 100
    assert not all(rette)


def test_enige_om_hver_fil_som_enhver_type() -> None:
    """A file read as another kind of record than it is, is wrong in the same places."""
    for fil in random.Random(1).sample(FILER, 60):
        for klasse in KLASSER:
            er_enige(klasse, lest(fil))


ANNET: list[object] = [
    None,
    "",
    " ",
    "x",
    "OUS",
    "2023-08-31",
    "2023-02-30",
    "1899-01-01",
    "2023-8-1",
    0,
    1,
    -1,
    10**19,
    1.0,
    1.5,
    True,
    False,
    [],
    {},
    ["OUS"],
    [None],
    {"a": 1},
    {"dato": "2023-01-01"},
    "ikke_oppgitt",
    "offentlig",
    "T1",
    "x" * 10_001,
    ["OUS"] * 501,
    "\x00",
    (1,),
    {"rrule": "x"},
    "2023-OUS-01",
    b"x",
]


def steder(verdi: Any, sti: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    barn = (
        verdi.items()
        if isinstance(verdi, dict)
        else enumerate(verdi)
        if isinstance(verdi, list)
        else ()
    )
    return [sti, *(under for navn, del_ in barn for under in steder(del_, (*sti, navn)))]


def endret(verdi: Any, sti: tuple[Any, ...], ny: object, slag: str) -> Any:
    """A copy of plain data with one change at a path: another value, one key more, one less, or
    another name of the key.
    """
    if not sti:
        return {**verdi, "nokkel": ny} if slag == "til" and isinstance(verdi, dict) else ny
    navn, *rest = sti
    if isinstance(verdi, dict):
        ut = dict(verdi)
        if not rest and slag == "bort":
            del ut[navn]
        elif not rest and slag == "navn":
            ut[str(ny)] = ut.pop(navn)
        else:
            ut[navn] = endret(ut[navn], tuple(rest), ny, slag)
        return ut
    liste = list(verdi)
    liste[navn] = endret(liste[navn], tuple(rest), ny, slag)
    return liste


def test_enige_om_tilfeldige_endringer() -> None:
    tilfeldig = random.Random(20261125)
    kilder = [
        (klasse, verdi)
        for fil in FILER
        if (klasse := typen(fil)) and isinstance(verdi := lest(fil), dict)
    ]
    per_type = {klasse: [verdi for en, verdi in kilder if en is klasse] for klasse in KLASSER}
    assert all(per_type.values())
    for nr in range(10_000):
        klasse = KLASSER[nr % len(KLASSER)]
        verdi = tilfeldig.choice(per_type[klasse])
        for _ in range(tilfeldig.choice((1, 1, 1, 2, 5))):
            sti = tilfeldig.choice(steder(verdi))
            verdi = endret(
                verdi,
                sti,
                tilfeldig.choice(ANNET),
                tilfeldig.choice(("bytt", "bytt", "til", "bort", "navn")),
            )
        er_enige(klasse, verdi)


def bladene(type_: Any) -> list[Any]:
    """Every part of a type that holds values itself and has no mark on it."""
    if get_origin(type_) is Annotated:
        return [] if get_origin(type_.__origin__) is None else bladene(type_.__origin__)
    if isinstance(type_, type) and dataclasses.is_dataclass(type_):
        return [blad for ett in dataclasses.fields(type_) for blad in bladene(ett.type)]
    if get_origin(type_) is Literal:
        return []
    deler = [del_ for del_ in get_args(type_) if del_ not in (Ellipsis, type(None))]
    return [blad for del_ in deler for blad in bladene(del_)] if get_origin(type_) else [type_]


def test_hvert_blad_har_et_merke() -> None:
    """A bare «date» would take a number, as pydantic does; a key of a mapping is text, and its
    pattern stands on the mapping.
    """
    for klasse in KLASSER:
        assert set(bladene(klasse)) <= {str}, klasse


def test_et_felt_uten_merke_avvises_der_skjemaet_lages() -> None:
    @post
    class Umerket:
        """En post."""

        dag: int = felt(form.ALLE, "Et helt tall uten merke.")

    with pytest.raises(TypeError, match="has no mark"):
        validator(Umerket)


def test_et_nytt_felt_trenger_bare_en_linje() -> None:
    """A field is one line, and both ways know it, with its description."""

    @post
    class Utvidet(Oppdrag):
        """En post."""

        vurdert: Dag | None = felt(form.ALLE, "Dagen det ble vurdert.", default=None)

    for gjor in (validator(Utvidet), TypeAdapter(Utvidet)):
        assert dom(gjor, {"tittel": "x", "ansvarlig": "OUS", "vurdert": 1})[1] == [
            ("string_type", ("vurdert",))
        ]
    assert (
        TypeAdapter(Utvidet).json_schema()["properties"]["vurdert"]["description"]
        == "Dagen det ble vurdert."
    )
