"""A tree of files to a register: every file is read, or named in a hit."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from styring.funn import HELE_FILEN, Treff
from styring.lesing.filtyper import er_data, ukjent_fil
from styring.lesing.postlesing import les_post
from styring.lesing.tegn import STORSTE_FIL, kan_ha_personopplysninger
from styring.prosjekt.tre import Tre
from styring.register.post import Post
from styring.register.posttyper import Posttype
from styring.register.register import Register
from styring.register.samling import samle
from styring.register.typer import type_for

_Poster = dict[str, list[Post[Any]]]


@dataclass(frozen=True, slots=True)
class Innlesing:
    """What one reading of the project gave.

    ``antall_filer`` counts those that should be data, read or not; ``andre_filer`` lie beside them.

    ``register`` holds what was read whole, for questions; ``regelregister`` also what could be
    saved of the rest, for rules.
    """

    register: Register
    regelregister: Register
    treff: tuple[Treff, ...]
    antall_filer: int
    andre_filer: int


@dataclass(slots=True)
class _Hittil:
    poster: _Poster = field(default_factory=dict)
    delvise: list[tuple[str, Post[Any]]] = field(default_factory=list)
    uleste: list[str] = field(default_factory=list)
    mulige_personopplysninger: dict[str, str] = field(default_factory=dict)
    treff: list[Treff] = field(default_factory=list)
    antall: int = 0
    andre: int = 0


class Fillest(NamedTuple):
    """What one file gave. ``mulig`` is its text where it may hold personal data."""

    post: Post[Any] | None
    hel: bool
    treff: list[Treff]
    mulig: str | None


Husk = dict[tuple[str, str | bytes], Fillest]
"""What has been read of files, by path and content: a file that is the same in another version is
not read again.
"""


def les_inn(tre: Tre, husk: Husk | None = None) -> Innlesing:
    """Read every file of a project.

    What can't be read whole is a hit and stays in the register as «ulest».
    """
    lest = _Hittil()
    for fil in tre.filer():
        if er_data(fil):
            lest.antall += 1
            _les_fil(tre, fil, lest, husk)
        else:
            lest.andre += 1
            raa = tre.les(fil, STORSTE_FIL)
            lest.treff += _linjeslutt(tre, fil, raa)
            if (mulig := _mulig_tekst(raa)) is not None:
                lest.mulige_personopplysninger[fil] = mulig
    lest.treff += tre.avvik
    lest.uleste += [treff.fil for treff in tre.avvik]
    register = samle(
        lest.poster,
        uleste=tuple(lest.uleste),
        mulige_personopplysninger=lest.mulige_personopplysninger,
    )
    regelregister = _med_delvise(lest) if lest.delvise else register
    return Innlesing(
        register,
        regelregister,
        tuple(lest.treff),
        lest.antall + len(tre.avvik),
        lest.andre + tre.midlertidige,
    )


def _les_fil(tre: Tre, fil: str, lest: _Hittil, husk: Husk | None) -> None:
    type_ = type_for(fil)
    funnet = _filen(tre, fil, type_, husk) if type_ else ukjent_fil(fil)
    if type_ is None or isinstance(funnet, Treff):
        lest.treff += [funnet] if isinstance(funnet, Treff) else []
        lest.uleste.append(fil)
        return
    if funnet.mulig is not None:
        lest.mulige_personopplysninger[fil] = funnet.mulig
    lest.treff += funnet.treff
    if funnet.post is not None and funnet.hel:
        lest.poster.setdefault(type_.navn, []).append(funnet.post)
        return
    lest.uleste.append(fil)
    if funnet.post is not None:
        lest.delvise.append((type_.navn, funnet.post))


def _filen(tre: Tre, fil: str, type_: Posttype, husk: Husk | None) -> Fillest | Treff:
    """Read one file, or remember it.

    Where a version knows the file's content by name, it is not even fetched.
    """
    kjent = tre.innholdet_av(fil) if husk is not None else None
    if husk is not None and kjent is not None and (fil, kjent) in husk:
        return husk[fil, kjent]
    raa = tre.les(fil, STORSTE_FIL)
    if isinstance(raa, Treff):
        return raa
    nokkel = (fil, kjent or raa)
    if husk is not None and nokkel in husk:
        return husk[nokkel]
    post, hel, treff = les_post(fil, type_, raa)
    lest = Fillest(post, hel, [*_linjeslutt(tre, fil, raa), *treff], _mulig_tekst(raa))
    if husk is not None:
        husk[nokkel] = lest
    return lest


def _linjeslutt(tre: Tre, fil: str, raa: bytes | Treff) -> list[Treff]:
    """What to say of a file whose very content in git holds line endings of Windows.

    On disk they are as the clone has them, and mean nothing.
    """
    if isinstance(raa, Treff) or b"\r" not in raa or tre.innholdet_av(fil) is None:
        return []
    forslag = "skriv «data/** text eol=lf» i .gitattributes, og kjør «git add --renormalize data»"
    return [
        Treff(
            "ST019",
            fil,
            "filen ligger i git med linjeslutt fra Windows",
            forslag=forslag,
            utsnitt=HELE_FILEN,
        )
    ]


def _mulig_tekst(raa: bytes | Treff) -> str | None:
    """The text of a file that may hold personal data, whether or not it can be read as a record."""
    if isinstance(raa, Treff) or len(raa) > STORSTE_FIL or not kan_ha_personopplysninger(raa):
        return None
    return raa.decode("utf-8", "replace").removeprefix("\ufeff")


def _med_delvise(lest: _Hittil) -> Register:
    poster: _Poster = {navn: list(liste) for navn, liste in lest.poster.items()}
    for navn, post in lest.delvise:
        poster.setdefault(navn, []).append(post)
    delvise = [post.fil for _, post in lest.delvise]
    uleste = tuple(fil for fil in lest.uleste if fil not in set(delvise))
    return samle(
        poster,
        uleste=uleste,
        mulige_personopplysninger=lest.mulige_personopplysninger,
        delvise=frozenset(delvise),
    )
