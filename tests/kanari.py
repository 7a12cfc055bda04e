"""A municipality where everything that is not for the public holds a word of its own, so that a
leak is seen wherever it comes out.
"""

import shutil
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any, get_args

import yaml

from styring.lesing.innlesing import les_inn
from styring.modell.form import Leser
from styring.prosjekt.tre import Arbeidstre
from styring.register.avtrykk import avtrykk_av
from styring.register.typer import alle, klassen
from tests.skjemahjelp import EKSEMPEL, les_yaml

ORD = "Kanarifugl"
UNNTATT = "Nattergal"
"""Stands in the records of the preparedness that are not for those inside either."""
UNNTATTE = frozenset({"2024/flom", "plan/stromutfall"})
IKKE_GODKJENT = "2024-T2"
SKJULTE = frozenset(
    {"2023-ORG-02", "2023-HOM-05", "2024-HOM-04", "2023-KS-019", "2024-FSK-031", "2022-FSK-077"}
)
NEVNT = "Se også 2024-HOM-04, HOM-04 og FSK 31/24 om dette."
TEKSTFELT = (
    "tittel",
    "tekst",
    "kommentar",
    "ferdig_nar",
    "avgrensning",
    "hentet_fra",
    "svares_i",
    "unntakshjemmel",
    "begrunnelse",
    "til",
    "merknad",
    "kilde",
    "samlet_vurdering",
    "uten_tiltak",
    "inndekning",
    "innledning",
)


def les(fil: Path) -> Any:
    return les_yaml(fil.read_text(encoding="utf-8"))


def lag(rot: Path) -> Path:
    """Make it from the example: exempt records, fields for fewer readers, a period nobody approved,
    and references to all of it.
    """
    shutil.copytree(EKSEMPEL, rot)
    for fil in sorted((rot / "data").rglob("*.yaml")):
        data = les(fil)
        {
            "oppdrag": _ansvarspost,
            "vedtak": _ansvarspost,
            "rapporter": _skjema,
            "styringsdialog": _dialog,
            "virksomhetsplan": _plan,
        }.get(fil.parent.parent.name, _annet)(fil, data)
        skriv(fil, data)
    (rot / "data" / "rapporter" / IKKE_GODKJENT / "grunnlag.yaml").unlink()
    godkjenn(rot)
    return rot


class _Skriver(yaml.SafeDumper):
    """Running text over several lines as a block, as the format wants it."""


_Skriver.add_representer(
    str,
    lambda skriver, tekst: skriver.represent_scalar(
        "tag:yaml.org,2002:str", tekst, style="|" if "\n" in tekst else None
    ),
)


def skriv(fil: Path, data: Any) -> None:
    fil.write_text(
        yaml.dump(data, Dumper=_Skriver, allow_unicode=True, sort_keys=False, width=10_000),
        encoding="utf-8",
    )


def godkjenn(rot: Path) -> None:
    """Approve what stands there now, for the periods that were approved."""
    register = les_inn(Arbeidstre(rot)).register
    for periode, post in register.samlerapporter.items():
        if post.verdi.godkjent:
            data = les(rot / post.fil)
            data["godkjent"]["innhold"] = avtrykk_av(register, periode)
            skriv(rot / post.fil, data)


def _ansvarspost(fil: Path, data: Any) -> None:
    id_ = f"{fil.parent.name}-{fil.stem}"
    if id_ in SKJULTE:
        merk(data)
    else:
        data["unntakshjemmel"] = f"{ORD} offentleglova § 13"
        if id_ == "2024-FOS-02":
            data["avgrensning"] = NEVNT
            data["viderefort_fra"] = "2023-HOM-05"


def _grunnlag(data: Any) -> None:
    """What was approved holds what was exempt too."""
    for slag in ("oppdrag", "vedtak"):
        for id_, post in data[slag].items():
            if id_ in SKJULTE:
                merk(post)
    for skjema in (data.get("rapporter") or {}).values():
        for slag in ("oppdrag", "bidrag", "vedtak"):
            for id_, melding in (skjema.get(slag) or {}).items():
                if id_.partition("/")[0] in SKJULTE:
                    merk(melding)


def _skjema(fil: Path, data: Any) -> None:
    if fil.stem == "grunnlag":
        _grunnlag(data)
        return
    if fil.stem in ("okonomi", "beredskap"):
        if fil.parent.name == IKKE_GODKJENT:
            merk(data)
        return
    if fil.stem == "kommunedirektor":
        if fil.parent.name == IKKE_GODKJENT:
            del data["godkjent"]
            data.pop("behandlet", None)
            data["samlet_vurdering"] = ORD
        return
    if fil.parent.name == IKKE_GODKJENT:
        data["samlet_vurdering"] = ORD
    for slag in ("oppdrag", "bidrag", "vedtak"):
        for sak, melding in (data.get(slag) or {}).items():
            if melding is None:
                continue
            if fil.parent.name == IKKE_GODKJENT or sak.partition("/")[0] in SKJULTE:
                merk(melding)
            melding["til_kommunedirektoren"] = f"{ORD}, vi trenger hjelp."
            if sak == "2024-FOS-02" and fil.parent.name != IKKE_GODKJENT:
                melding["kommentar"] = NEVNT


def _dialog(_fil: Path, data: Any) -> None:
    data["tema"] = f"{ORD} tema"
    for avtale in data["avtalt"]:
        avtale["tekst"], avtale["ansvarlig"] = f"{ORD} avtale", f"{ORD} rolle"


def _plan(_fil: Path, data: Any) -> None:
    """What may go wrong is for those inside, and so is a draft."""
    merk(data.get("risiko", []))
    for ett in data.get("risiko", ()):
        ett["tiltak"] = f"{ORD} tiltak"
    if "godkjent" not in data:
        merk(data)


def _beredskap(fil: Path, data: Any) -> None:
    """Nothing of it is for the public, and some of it is not for those inside."""
    merk(data)
    for felt in ("arkiv", "sak"):
        if felt in data:
            data[felt] = f"{ORD} {felt}"
    for mangel in data.get("mangler", ()):
        mangel["tiltak"], mangel["ansvarlig"] = f"{ORD} tiltak", f"{ORD} rolle"
    for andel in data.get("andeler", ()):
        andel["kurs"] = f"{ORD} kurs"
    if f"{fil.parent.name}/{fil.stem}" in UNNTATTE:
        data |= {felt: f"{UNNTATT} {ORD}" for felt in ("tittel", "arkiv") if felt in data}
        data |= {"offentlighet": "unntatt", "unntakshjemmel": f"{UNNTATT} {ORD} § 24"}
        if data["type"] == "hendelse":
            mangel = {"nr": 1, "tekst": f"{UNNTATT} {ORD}", "tiltak": f"{UNNTATT} tiltak"}
            data["mangler"] = [{**mangel, "ansvarlig": "TEK", "frist": date(2024, 12, 1)}]


def _annet(fil: Path, data: Any) -> None:
    if fil.parent.parent.name == "okonomi" and fil.name != "budsjett.yaml":
        merk(data)
    if {"beredskap", "kurs"} & {*fil.parts} and fil.parent.parent.name != "rapporter":
        _beredskap(fil, data)
    if fil.name == "kommune.yaml":
        data["unntak"] = [{"regel": "ST302", "id": "2024-HOM-04", "grunn": ORD}]


def merk(verdi: Any) -> None:
    """Put the word in every running text of a record."""
    if isinstance(verdi, dict):
        for navn, del_ in verdi.items():
            if navn in TEKSTFELT and isinstance(del_, str):
                verdi[navn] = f"{ORD} {navn}"
            else:
                merk(del_)
    elif isinstance(verdi, list):
        for del_ in verdi:
            merk(del_)


def ikke_for_alle() -> Iterator[tuple[str, str]]:
    """Every field of every record type that not everybody may read."""
    ko: list[type] = [klassen(type_) for type_ in alle()]
    sett: set[type] = set()
    while ko:
        klasse = ko.pop()
        if klasse not in sett:
            sett.add(klasse)
            for felt in fields(klasse):
                if felt.metadata["leser"] is not Leser.OFFENTLIG:
                    yield klasse.__name__, felt.name
                ko += _klasser(felt.type)


def _klasser(type_: Any) -> list[type]:
    if isinstance(type_, type) and hasattr(type_, "__dataclass_fields__"):
        return [type_]
    return [klasse for del_ in get_args(type_) for klasse in _klasser(del_)]
