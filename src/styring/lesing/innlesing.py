"""A tree of files to a register: every file is read, or named in a hit."""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from pydantic_core import ValidationError

from styring.fag.personvern import kan_ha_personopplysninger
from styring.funn import Treff
from styring.lesing import tegn
from styring.lesing.bygging import Tvil, bygg
from styring.lesing.feltkart import feltet
from styring.lesing.filtyper import Filtype, er_data, filtype, ukjent_fil
from styring.lesing.samling import lag_register
from styring.lesing.skjema import validator
from styring.prosjekt.tre import Arbeidstre
from styring.register.register import Post, Register

_mulig_hale = re.compile(r"^[ \t]*[^\s#].*[ \t]#", re.MULTILINE).search


@dataclass(frozen=True, slots=True)
class Innlesing:
    """What one reading of the project gave. ``andre_filer`` lie under ``data/`` without being data."""

    register: Register
    treff: tuple[Treff, ...]
    antall_filer: int
    andre_filer: int


@dataclass(slots=True)
class _Lest:
    poster: dict[str, list[Post[Any]]] = field(default_factory=dict)
    uleste: list[str] = field(default_factory=list)
    mulige_personopplysninger: list[str] = field(default_factory=list)
    treff: list[Treff] = field(default_factory=list)
    antall: int = 0
    andre: int = 0


def les_inn(tre: Arbeidstre) -> Innlesing:
    """Read every file of a project. What can't be read is a hit and stays in the register as «ulest»."""
    lest = _Lest()
    with _uten_opprydding():
        for fil in tre.filer():
            if not er_data(fil):
                lest.andre += 1
                continue
            lest.antall += 1
            _les_fil(tre, fil, lest)
        lest.treff += tre.avvik
        lest.uleste += [treff.fil for treff in tre.avvik]
        register = lag_register(lest.poster, tuple(lest.uleste), lest.mulige_personopplysninger)
    return Innlesing(register, tuple(lest.treff), lest.antall, lest.andre)


@contextmanager
def _uten_opprydding() -> Iterator[None]:
    """Keep the garbage collector from walking records that are all kept anyway; it costs a tenth of a large reading."""
    var_paa = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if var_paa:
            gc.freeze()
            gc.enable()


def _les_fil(tre: Arbeidstre, fil: str, lest: _Lest) -> None:
    type_ = filtype(fil)
    if type_ is None:
        lest.treff.append(ukjent_fil(fil))
        lest.uleste.append(fil)
        return
    raa = tre.les(fil, tegn.STORSTE_FIL)
    if isinstance(raa, Treff):
        lest.treff.append(raa)
        lest.uleste.append(fil)
        return
    if kan_ha_personopplysninger(raa):
        lest.mulige_personopplysninger.append(fil)
    post, treff = les_post(fil, type_, raa)
    lest.treff += treff
    if post is None:
        lest.uleste.append(fil)
    else:
        lest.poster.setdefault(type_.navn, []).append(post)


def les_post(fil: str, type_: Filtype, raa: bytes) -> tuple[Post[Any] | None, list[Treff]]:
    """Read one file to a record. Either the record is there, or at least one hit is; both where a sentence was cut short."""
    tekst, treff = tegn.tekst_av(fil, raa)
    if treff:
        return None, treff
    try:
        verdi = bygg(raa)
    except Tvil:
        return None, _forklar_tvil(fil, tekst)
    haler = _kuttede_setninger(fil, type_.klasse, verdi, tekst) if " #" in tekst or "\t#" in tekst else []
    try:
        post = validator(type_.klasse).validate_python(verdi)
    except ValidationError as feil:
        return None, haler + _skjemafeil(fil, type_.klasse, verdi, feil)
    return Post(type_.id_av(fil), fil, post), haler


def _forklar_tvil(fil: str, tekst: str) -> list[Treff]:
    from styring.lesing.kart import kartlegg  # noqa: PLC0415  only on the way to a finding

    treff = kartlegg(fil, tekst).treff
    if not treff:
        raise AssertionError(f"the two readers disagree on {fil}")
    return treff


def _skjemafeil(fil: str, klasse: type, verdi: object, feil: ValidationError) -> list[Treff]:
    from styring.lesing.meldinger import skjematreff  # noqa: PLC0415  only on the way to a finding

    return skjematreff(fil, klasse, verdi, feil.errors(include_input=False, include_url=False))


def _kuttede_setninger(fil: str, klasse: type, verdi: object, tekst: str) -> list[Treff]:
    """Find prose that « #» cuts short: the rest of the sentence would be gone without a word."""
    if not _mulig_hale(tekst):
        return []
    from styring.lesing.kart import kartlegg  # noqa: PLC0415  only where a comment may stand after a value

    melding, forslag = "« #» begynner en kommentar, så resten av teksten går tapt", "sett anførselstegn om teksten, eller bruk |"
    haler = [sti for sti in kartlegg(fil, tekst).haler if feltet(klasse, sti, verdi).prosa]
    return [Treff("ST011", fil, melding, sti=sti, forslag=forslag) for sti in haler]
