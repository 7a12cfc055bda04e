"""From hits to findings: the place of each is found by reading again only the files that were hit,
and masked there.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator
from typing import NamedTuple

from styring.fag.personvern import masker
from styring.funn import HELE_FILEN, SKJULT, Alvor, Funn, Sti, Treff, Utsnitt
from styring.lesing import tegn
from styring.lesing.kart import kartlegg
from styring.lesing.kildekart import Kart
from styring.lesing.plasser import plasser
from styring.modell.form import ALLE
from styring.prosjekt.tre import Tre
from styring.register.typer import kan_unntas, typene_i

_BREDESTE_LINJE = 2000
_FELTET = r"""["']?\boff?ent\w*["']?[ \t]*:|unntakshjemmel|:[ \t|>"'-]*\s*(?:intern|un+tatt)\b"""
_til_ledelsen = re.compile(r"til[\W_]*kom+un|direkt(?:ø|o|oe)r(?!at)", re.IGNORECASE).search
"""The word for what is told the kommunedirektør alone.

In doubt it is that: a misspelt or oddly written word still hides what follows.
"""
_DELER = ("oppdrag", "bidrag", "vedtak")
_ID = re.compile(r"\b(20[0-9]{2}-[A-Z0-9][A-Z0-9-]*)(?:/[0-9]+)?['\"]?[ ]*:")
"""An id that stands as a key."""
_ER_OFFENTLIG = r"^offentlighet:[ \t]*offentlig[ \t]*(?:#.*)?\r?$"


def _ikke_offentlig(fil: str, tekst: str) -> bool:
    """Whether a record may not be quoted.

    In doubt it may not: a misspelt or oddly written mark still hides it.
    """
    typene = typene_i(fil)
    if any(type_.leser is not ALLE for type_ in typene):
        return True
    return any(map(kan_unntas, typene)) and len(re.findall(_FELTET, tekst, re.IGNORECASE)) > len(
        re.findall(_ER_OFFENTLIG, tekst, re.MULTILINE)
    )


class Regelmerke(NamedTuple):
    """What the catalogue of rules says of a code: how grave it is, where the rule comes from, and
    what it demands.
    """

    alvor: Alvor
    kilde: str
    krav: str


class _Fil(NamedTuple):
    """One file that was hit.

    ``skjult`` says that nothing of it may be quoted, ``skjulte_linjer`` that these lines may not.
    """

    kart: Kart
    skjult: bool
    skjulte_linjer: frozenset[int] = frozenset()


def finn_steder(
    tre: Tre,
    treff: Iterable[Treff],
    merke: Callable[[str], Regelmerke],
    offentlige: Container[str] | None = None,
) -> list[Funn]:
    """Give every hit its line, column and source line, sorted by file, place and code.

    ``offentlige`` are the ids of the records that everybody may read, given where some are not for
    all: what a form says of any other is not quoted.
    """
    per_fil: dict[str, list[Treff]] = {}
    for ett in treff:
        per_fil.setdefault(ett.fil, []).append(ett)
    funn = []
    for navn, treffene in per_fil.items():
        fil = _les_igjen(tre, navn, treffene, offentlige)
        funn += [
            _funn(ett, fil, merke(ett.kode), skjult_sti=_er_skjult(navn, ett, fil, offentlige))
            for ett in treffene
        ]
    return sorted(funn, key=lambda f: (f.fil, f.linje, f.kolonne, f.kode, f.melding))


def _er_skjult(fil: str, treff: Treff, lest: _Fil, offentlige: Container[str] | None) -> bool:
    """Whether a hit in a form lies in what is told of a record that is not public or not known, or
    for the kommunedirektør alone.
    """
    if not _er_skjema(fil) or treff.utsnitt:
        return False
    if any(_til_ledelsen(str(ledd)) for ledd in treff.sti) or _om_andre(treff.sti, offentlige):
        return True
    linje = _linjen(lest.kart.linjer, lest.kart.sted(treff.sti, paa_nokkel=treff.paa_nokkel))
    # A form in one line may hold another entry beside the one that was hit.
    return _til_ledelsen(linje) is not None or (
        offentlige is not None and any(id_ not in offentlige for id_ in _ID.findall(linje))
    )


def _om_andre(sti: Sti, offentlige: Container[str] | None) -> bool:
    """Whether a path into a form leads to what is told of a record that is not public, or not
    known.
    """
    return (
        offentlige is not None
        and len(sti) > 1
        and sti[0] in _DELER
        and str(sti[1]).partition("/")[0] not in offentlige
    )


def _skjulte_linjer(kart: Kart, offentlige: Container[str] | None) -> frozenset[int]:
    """The lines of a whole form that may not be quoted, for the same reasons."""
    if not kart.nokler:
        return frozenset(range(1, len(kart.linjer) + 1))
    nokler = sorted((utsnitt.linje, sti) for sti, utsnitt in kart.nokler.items())
    linjer = set(_linjer_til_ledelsen(kart.linjer))
    for nr, (linje, sti) in enumerate(nokler):
        if _til_ledelsen(str(sti[-1])) or _om_andre(sti, offentlige):
            neste = kart.nokler[nokler[nr + 1][1]] if nr + 1 < len(nokler) else None
            slutt = neste.linje + _er_midt_paa(kart, neste) if neste else len(kart.linjer) + 1
            linjer.update(range(linje, max(slutt, linje + 1)))
    return frozenset(linjer)


def _linjer_til_ledelsen(linjer: list[str]) -> Iterator[int]:
    """The lines that hold the word, and those below that stand further in: what could not be read
    has no keys.
    """
    dybde: int | None = None
    for nr, linje in enumerate(linjer, 1):
        innrykk = len(linje) - len(linje.lstrip())
        if dybde is not None and linje.strip() and innrykk <= dybde:
            dybde = None
        if dybde is None and _til_ledelsen(linje):
            dybde = innrykk
        if dybde is not None:
            yield nr


def _er_midt_paa(kart: Kart, nokkel: Utsnitt) -> bool:
    """Whether something stands before a key on its line: then what stands there may be the end of
    what is hidden.
    """
    return bool(kart.linjer[nokkel.linje - 1][: nokkel.kolonne - 1].strip(" "))


def _er_skjema(fil: str) -> bool:
    return any(type_.godkjennes for type_ in typene_i(fil))


def _les_igjen(tre: Tre, fil: str, treff: list[Treff], offentlige: Container[str] | None) -> _Fil:
    """Read one file for its places. A folder, link or unreadable file has none."""
    raa = b"" if any(avvik.fil == fil for avvik in tre.avvik) else tre.les(fil, tegn.STORSTE_FIL)
    if isinstance(raa, Treff) or len(raa) > tegn.STORSTE_FIL:
        return _Fil(Kart(fil, []), skjult=False)
    tekst, feil = tegn.tekst_av(fil, raa)
    er_skjema = _er_skjema(fil)
    if (
        not feil
        and not any(ett.utsnitt for ett in treff)
        and not (er_skjema and ("{" in tekst or "[" in tekst))
    ):
        # The reader took it whole, and each key stands on its own line: only what was hit needs a
        # place.
        return _Fil(plasser(fil, tekst, (ett.sti for ett in treff)), _ikke_offentlig(fil, tekst))
    kart = Kart(fil, _linjene(raa)) if feil else kartlegg(fil, tekst)
    skjulte = _skjulte_linjer(kart, offentlige) if er_skjema else frozenset[int]()
    return _Fil(kart, _ikke_offentlig(fil, "\n".join(kart.linjer)), skjulte)


def _linjene(raa: bytes) -> list[str]:
    """The lines of a file that is not fit to read, as far as they can be shown."""
    return [] if b"\0" in raa else raa.decode("utf-8", "replace").removeprefix("\ufeff").split("\n")


def _funn(treff: Treff, fil: _Fil, merke: Regelmerke, *, skjult_sti: bool) -> Funn:
    utsnitt = treff.utsnitt or fil.kart.sted(treff.sti, paa_nokkel=treff.paa_nokkel)
    melding = f"{treff.melding}: fant «{treff.funnet}»" if treff.funnet else treff.melding
    skjult = fil.skjult or skjult_sti or utsnitt.linje in fil.skjulte_linjer
    if skjult:
        # Nothing that a rule says of a file that is not public is trusted not to quote it: what the
        # rule demands is all that is told.
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
    return masker(_linjen(linjer, utsnitt))[:_BREDESTE_LINJE]


def _linjen(linjer: list[str], utsnitt: Utsnitt) -> str:
    return linjer[utsnitt.linje - 1].rstrip("\r") if utsnitt.linje <= len(linjer) else ""
