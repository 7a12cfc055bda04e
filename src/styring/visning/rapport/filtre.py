"""The words a template may ask for, and how every value in it is made safe."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from markupsafe import Markup

from styring.fag.kalender import kortdato, langdato
from styring.fag.lesbarhet import forste_setning
from styring.fag.norsk import antall, opplisting
from styring.fag.tilstand import Tilstand
from styring.sporring.rapport.saker import Rapportsak
from styring.visning.merker import MERKER
from styring.visning.rapport import saksord
from styring.visning.trygg import markdown

VERDI = "\x00"
"""Stands before every value until the lines are known. Data can't hold it: ``trygg`` writes control characters by their codes."""
LINJESTART = re.compile(r"^((?:[ \t>]|[-*+] |\d+\. )*)\x00(\d*)([-+.)=](?=\s|$|[-+=]))", re.MULTILINE)
"""A value at the beginning of a line, or of a list's entry, that begins as a list, a rule or an underline would."""
_DAGER_I_AAR = 365.25
_DAGER_I_MAANED = 30.44


class UtenVerdi(ValueError):
    """A template would have written a value that nobody has given."""


def rens(verdi: Any) -> str:  # noqa: ANN401  Jinja asks for any value
    """Make one value safe: what a macro has finished passes, everything else means itself in Markdown. Raises UtenVerdi for a gap."""
    if verdi.__class__ is str:
        return VERDI + markdown(verdi)
    if isinstance(verdi, Markup):
        return verdi
    if isinstance(verdi, int) and not isinstance(verdi, bool):
        return str(verdi)
    if verdi is None or verdi is True or verdi is False:
        raise UtenVerdi("en verdi som ikke er oppgitt, kan ikke skrives; bruk «{% if %}» og si det med ord")
    if not isinstance(verdi, str | float | date):
        raise UtenVerdi("en hel post eller liste kan ikke skrives; velg ett felt, eller gå gjennom den med «{% for %}»")
    return VERDI + markdown(str(verdi))


def innrykk(antall_tegn: int) -> Markup:
    """Move what a template writes below an entry of a list in under it."""
    return Markup(" " * antall_tegn)  # noqa: S704  spaces


def avsnitt(tekst: str, inn: int = 0) -> Markup:
    """Write running text as paragraphs: an empty line divides them, and a line that begins as a list's entry stands by itself."""
    deler: list[list[str]] = [[]]
    for linje in tekst.split("\n"):
        ord_ = linje.strip()
        punkt = re.match(r"[-*•–] +", ord_)
        if not ord_ or punkt:
            deler.append([])
        deler[-1].append(f"– {ord_[punkt.end() :]}" if punkt else ord_)
    skrevne = (" ".join(filter(None, del_)) for del_ in deler)
    return Markup("\n\n".join(" " * inn + rens(del_) for del_ in skrevne if del_))  # noqa: S704  escaped for Markdown, which is what is made


def tilstand(verdi: Tilstand) -> Markup:
    """Write a state as sign and word, never divided between two lines."""
    return Markup(f"{MERKER[verdi.value].tegn}\u00a0{verdi.ord}")  # noqa: S704  words of ours


def kort(tekst: str, tegn: int = 160) -> str:
    """Give a text whole where it is short, else its first sentence, and say that it goes on."""
    flat = " ".join(tekst.split())
    forste = forste_setning(flat)
    return flat if len(flat) <= tegn or forste == flat else f"{forste} …"


def celle(tekst: str, tegn: int = 300) -> str:
    """Keep a text to what a cell may hold, and say that it goes on."""
    flat = " ".join(tekst.split())
    return flat if len(flat) <= tegn else f"{flat[: tegn - 1].rstrip()}…"


def staar(sak: Rapportsak) -> Markup:
    """Say how a thing stands, and how it stood in the last report where that was otherwise."""
    foer = f" (sist: {sak.foer.ord})" if sak.foer and sak.foer != sak.tilstand else ""
    return tilstand(sak.tilstand) + foer


def alder(dager: int) -> str:
    """Write an age in words: days below two months, months below two years, then years."""
    if dager < 2 * _DAGER_I_MAANED:
        return antall(dager, "dag")
    if dager < 2 * _DAGER_I_AAR:
        return antall(round(dager / _DAGER_I_MAANED), "måned")
    return f"{dager / _DAGER_I_AAR:.1f}\u00a0år".replace(".", ",")


def stor(tekst: str) -> str:
    """Begin with a capital letter, and leave the rest."""
    return tekst[:1].upper() + tekst[1:]


def uten_punktum(tekst: str) -> str:
    """Leave out the full stop at the end, where the sentence goes on."""
    return tekst.strip().removesuffix(".")


FILTRE: dict[str, Callable[..., object]] = {
    "alder": alder,
    "celle": celle,
    "antall": antall,
    "avsnitt": avsnitt,
    "innrykk": innrykk,
    "frist": saksord.frist,
    "forventet": saksord.forventet,
    "kort": kort,
    "kortdato": kortdato,
    "langdato": langdato,
    "opplisting": opplisting,
    "stor": stor,
    "dokumentet": saksord.dokumentet,
    "saksnavn": saksord.saksnavn,
    "saksnummer": saksord.saksnummer,
    "staar": staar,
    "tider": saksord.tider,
    "fristdag": saksord.fristdag,
    "tiltak": saksord.tiltak,
    "tilstand": tilstand,
    "uten_punktum": uten_punktum,
}
