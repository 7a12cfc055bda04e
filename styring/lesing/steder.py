"""From hits to findings: the place of each is found by reading again only the files that were hit, and masked there."""

import re
from collections.abc import Callable, Container, Iterable
from typing import NamedTuple

from styring.fag.personvern import masker
from styring.funn import HELE_FILEN, SKJULT, Alvor, Funn, Treff, Utsnitt
from styring.lesing import tegn
from styring.lesing.kart import Kart, kartlegg
from styring.modell.form import ALLE
from styring.prosjekt.tre import Tre
from styring.register.typer import kan_unntas, type_for

_BREDESTE_LINJE = 2000
_FELTET = r"""["']?\boff?ent\w*["']?[ \t]*:|unntakshjemmel|:[ \t|>"'-]*\s*(?:intern|un+tatt)\b"""
_ER_OFFENTLIG = r"^offentlighet:[ \t]*offentlig[ \t]*(?:#.*)?\r?$"


def _ikke_offentlig(fil: str, tekst: str) -> bool:
    """Whether a record may not be quoted. In doubt it may not: a misspelt or oddly written mark still hides it."""
    type_ = type_for(fil)
    if type_ is None:
        return False
    return type_.leser is not ALLE or (
        kan_unntas(type_) and len(re.findall(_FELTET, tekst, re.IGNORECASE)) > len(re.findall(_ER_OFFENTLIG, tekst, re.MULTILINE))
    )


class Regelmerke(NamedTuple):
    """What the catalogue of rules says of a code: how grave it is, where the rule comes from, and what it demands."""

    alvor: Alvor
    kilde: str
    krav: str


class _Fil(NamedTuple):
    """One file that was hit. ``skjult`` says that nothing of it may be quoted, ``skjulte_linjer`` that these lines may not."""

    kart: Kart
    skjult: bool
    skjulte_linjer: frozenset[int] = frozenset()


def finn_steder(tre: Tre, treff: Iterable[Treff], merke: Callable[[str], Regelmerke], offentlige: Container[str] | None = None) -> list[Funn]:
    """Give every hit its line, column and source line, sorted by file, place and code.

    ``offentlige`` are the ids of the records that everybody may read, given where some are not for all: what a form says of any other is not quoted.
    """
    filer: dict[str, _Fil] = {}
    funn = []
    for ett in treff:
        if ett.fil not in filer:
            fil = _les_igjen(tre, ett.fil)
            filer[ett.fil] = fil._replace(skjulte_linjer=_skjulte_linjer(ett.fil, fil.kart, offentlige))
        funn.append(_funn(ett, filer[ett.fil], merke(ett.kode)))
    return sorted(funn, key=lambda f: (f.fil, f.linje, f.kolonne, f.kode, f.melding))


def _skjulte_linjer(fil: str, kart: Kart, offentlige: Container[str] | None) -> frozenset[int]:
    """The lines of a form that tell of records that are not public or not known, or that are for the kommunedirektør alone."""
    if not fil.startswith("data/rapporter/"):
        return frozenset()
    if not kart.nokler:
        return frozenset(range(1, len(kart.linjer) + 1))
    nokler = sorted((utsnitt.linje, sti) for sti, utsnitt in kart.nokler.items())
    linjer: set[int] = set()
    for nr, (linje, sti) in enumerate(nokler):
        if sti[-1] == "til_kommunedirektoren" or (
            offentlige is not None and len(sti) > 1 and sti[0] in ("oppdrag", "bidrag", "vedtak") and str(sti[1]).partition("/")[0] not in offentlige
        ):
            slutt = nokler[nr + 1][0] if nr + 1 < len(nokler) else len(kart.linjer) + 1
            linjer.update(range(linje, max(slutt, linje + 1)))
    return frozenset(linjer)


def _les_igjen(tre: Tre, fil: str) -> _Fil:
    """Read one file for its places. A folder, link or unreadable file has none."""
    raa = b"" if any(avvik.fil == fil for avvik in tre.avvik) else tre.les(fil, tegn.STORSTE_FIL)
    if isinstance(raa, Treff) or len(raa) > tegn.STORSTE_FIL:
        return _Fil(Kart(fil, []), skjult=False)
    tekst, treff = tegn.tekst_av(fil, raa)
    if not treff:
        return _Fil(kartlegg(fil, tekst), _ikke_offentlig(fil, tekst))
    linjer = [] if b"\0" in raa else raa.decode("utf-8", "replace").removeprefix("\ufeff").split("\n")
    return _Fil(Kart(fil, linjer), _ikke_offentlig(fil, "\n".join(linjer)))


def _funn(treff: Treff, fil: _Fil, merke: Regelmerke) -> Funn:
    utsnitt = treff.utsnitt or fil.kart.sted(treff.sti, paa_nokkel=treff.paa_nokkel)
    melding = f"{treff.melding}: fant «{treff.funnet}»" if treff.funnet else treff.melding
    skjult = fil.skjult or utsnitt.linje in fil.skjulte_linjer
    if skjult:
        # Nothing that a rule says of a file that is not public is trusted not to quote it: what the rule demands is all that is told.
        treff, melding = treff._replace(forslag="åpne filen, og rett det"), merke.krav.rstrip(".")
    return Funn(
        fil=treff.fil,
        linje=utsnitt.linje,
        kolonne=utsnitt.kolonne,
        lengde=max(1, utsnitt.lengde),
        kode=treff.kode,
        alvor=merke.alvor,
        melding=masker(melding),
        forslag=masker(treff.forslag),
        kilde=merke.kilde,
        kodelinje=SKJULT if skjult else _kodelinje(fil.kart.linjer, utsnitt),
    )


def _kodelinje(linjer: list[str], utsnitt: Utsnitt) -> str:
    if utsnitt == HELE_FILEN:
        return ""
    linje = linjer[utsnitt.linje - 1].rstrip("\r") if utsnitt.linje <= len(linjer) else ""
    return masker(linje)[:_BREDESTE_LINJE]
