"""A tree of files to a register: every file is read, or named in a hit."""

from dataclasses import dataclass, field
from typing import Any

from styring.funn import Treff
from styring.lesing.filtyper import er_data, ukjent_fil
from styring.lesing.postlesing import les_post
from styring.lesing.tegn import STORSTE_FIL, kan_ha_personopplysninger
from styring.prosjekt.tre import Tre
from styring.register.post import Post
from styring.register.register import Register
from styring.register.samling import samle
from styring.register.typer import type_for

_Poster = dict[str, list[Post[Any]]]


@dataclass(frozen=True, slots=True)
class Innlesing:
    """What one reading of the project gave. ``antall_filer`` counts those that should be data, read or not; ``andre_filer`` lie beside them.

    ``register`` holds what was read whole, for questions; ``regelregister`` also what could be saved of the rest, for rules.
    """

    register: Register
    regelregister: Register
    treff: tuple[Treff, ...]
    antall_filer: int
    andre_filer: int


@dataclass(slots=True)
class _Lest:
    poster: _Poster = field(default_factory=dict)
    delvise: list[tuple[str, Post[Any]]] = field(default_factory=list)
    uleste: list[str] = field(default_factory=list)
    mulige_personopplysninger: dict[str, str] = field(default_factory=dict)
    treff: list[Treff] = field(default_factory=list)
    antall: int = 0
    andre: int = 0


Husk = dict[tuple[str, bytes], tuple[Post[Any] | None, bool, list[Treff]]]
"""What has been read of files, by path and content: a file that is the same in another version is not read again."""


def les_inn(tre: Tre, husk: Husk | None = None) -> Innlesing:
    """Read every file of a project. What can't be read whole is a hit and stays in the register as «ulest»."""
    lest = _Lest()
    for fil in tre.filer():
        if er_data(fil):
            lest.antall += 1
            _les_fil(tre, fil, lest, husk)
        else:
            lest.andre += 1
            _se_etter_personopplysninger(fil, tre.les(fil, STORSTE_FIL), lest)
    lest.treff += tre.avvik
    lest.uleste += [treff.fil for treff in tre.avvik]
    register = samle(lest.poster, uleste=tuple(lest.uleste), mulige_personopplysninger=lest.mulige_personopplysninger)
    regelregister = _med_delvise(lest) if lest.delvise else register
    return Innlesing(register, regelregister, tuple(lest.treff), lest.antall + len(tre.avvik), lest.andre + tre.midlertidige)


def _les_fil(tre: Tre, fil: str, lest: _Lest, husk: Husk | None) -> None:
    type_ = type_for(fil)
    raa = tre.les(fil, STORSTE_FIL) if type_ else ukjent_fil(fil)
    if type_ is None or isinstance(raa, Treff):
        lest.treff += [raa] if isinstance(raa, Treff) else []
        lest.uleste.append(fil)
        return
    _se_etter_personopplysninger(fil, raa, lest)
    if husk is None:
        post, hel, treff = les_post(fil, type_, raa)
    else:
        if (fil, raa) not in husk:
            husk[fil, raa] = les_post(fil, type_, raa)
        post, hel, treff = husk[fil, raa]
    lest.treff += treff
    if post is not None and hel:
        lest.poster.setdefault(type_.navn, []).append(post)
        return
    lest.uleste.append(fil)
    if post is not None:
        lest.delvise.append((type_.navn, post))


def _se_etter_personopplysninger(fil: str, raa: bytes | Treff, lest: _Lest) -> None:
    """Keep the text of a file that may hold personal data, whether or not it can be read as a record."""
    if not isinstance(raa, Treff) and len(raa) <= STORSTE_FIL and kan_ha_personopplysninger(raa):
        lest.mulige_personopplysninger[fil] = raa.decode("utf-8", "replace").removeprefix("\ufeff")


def _med_delvise(lest: _Lest) -> Register:
    poster: _Poster = {navn: list(liste) for navn, liste in lest.poster.items()}
    for navn, post in lest.delvise:
        poster.setdefault(navn, []).append(post)
    delvise = [post.fil for _, post in lest.delvise]
    uleste = tuple(fil for fil in lest.uleste if fil not in set(delvise))
    return samle(poster, uleste=uleste, mulige_personopplysninger=lest.mulige_personopplysninger, delvise=frozenset(delvise))
