"""The words a template may ask for."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from styring.fag.belop import i_tusen, millioner, prosent
from styring.fag.kalender import kortdato, langdato
from styring.fag.lesbarhet import forste_setning
from styring.fag.norsk import andel, antall, opplisting, rollen, stor
from styring.fag.periode import tidspunkt_med_ord
from styring.fag.tilstand import Tilstand
from styring.sporring.rapport.saker import Rapportsak
from styring.sporring.rapport.vedtak import Tidsbruk
from styring.visning.felles.merker import MERKER
from styring.visning.okonomi.ord import fravaeret
from styring.visning.rapport import saksord
from styring.visning.rapport.maalord import MAALFILTRE
from styring.visning.rapport.rens import Ferdig, rens
from styring.visning.rapport.tegnfarge import tegnrad

_DAGER_I_AAR = 365.25
_DAGER_I_MAANED = 30.44


def innrykk(antall_tegn: int) -> Ferdig:
    """Move what a template writes below an entry of a list in under it."""
    return Ferdig(" " * antall_tegn)


def avsnitt(tekst: str, inn: int = 0) -> Ferdig:
    """Write running text as paragraphs: an empty line divides them, and a line that begins as a
    list's entry stands by itself.
    """
    deler: list[list[str]] = [[]]
    for linje in tekst.split("\n"):
        ord_ = linje.strip()
        punkt = re.match(r"[-*•–] +", ord_)
        if not ord_ or punkt:
            deler.append([])
        deler[-1].append(f"– {ord_[punkt.end() :]}" if punkt else ord_)
    skrevne = (" ".join(filter(None, del_)) for del_ in deler)
    return Ferdig("\n\n".join(" " * inn + rens(del_) for del_ in skrevne if del_))


def tilstand(verdi: Tilstand) -> Ferdig:
    """Write a state as sign and word, never divided between two lines."""
    return Ferdig(f"{MERKER[verdi.value].tegn}\u00a0{verdi.ord}")


def telling(telt: Mapping[Tilstand, int]) -> str:
    """Write counts by state in words, those with any: «10 i rute, 2 usikkert»."""
    return ", ".join(f"{tall} {ett.ord}" for ett, tall in telt.items() if tall)


def tilstandshode(verdi: Tilstand) -> Ferdig:
    """Write a state as the head of a column."""
    return Ferdig(f"{MERKER[verdi.value].tegn}\u00a0{stor(verdi.ord)}")


def kort(tekst: str, tegn: int = 160) -> str:
    """Give a text whole where it is short, else its first sentence, and say that it goes on."""
    if len(tekst) <= tegn:
        return tekst
    flat = " ".join(tekst.split())
    forste = forste_setning(flat)
    return flat if forste == flat else f"{forste} …"


def celle(tekst: str, tegn: int = 300) -> str:
    """Keep a text to what a cell may hold, and say that it goes on."""
    flat = " ".join(tekst.split())
    return flat if len(flat) <= tegn else f"{flat[: tegn - 1].rstrip()}…"


def staar(sak: Rapportsak) -> Ferdig:
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


def tidsbruk(tid: Tidsbruk) -> str:
    """Say how long it took from the vedtak until its organ ended it, for those that were carried
    out.
    """
    if tid.median is None or tid.kortest is None or tid.lengst is None:
        return (
            "Ingen er avsluttet som gjennomført ennå, så det er ikke mulig å si hvor lang tid det"
            " tar."
        )
    kortest, lengst = alder(tid.kortest), alder(tid.lengst)
    if tid.antall == 1:
        return f"Det ene som er gjennomført, tok {kortest} fra vedtak til organet avsluttet saken."
    if kortest == lengst:
        return (
            f"De {tid.antall} som er gjennomført, tok alle om lag {kortest} fra vedtak til organet"
            " avsluttet saken."
        )
    halvparten = (
        f"Halvparten av dem som er gjennomført, tok om lag {alder(tid.median)} eller mindre fra"
        " vedtak til organet avsluttet saken."
    )
    return f"{halvparten} Det korteste tok {kortest}, det lengste {lengst}."


def uten_brudd(skriv: Callable[[Any], str]) -> Callable[[Any], Ferdig]:
    """Write an amount so that it is never divided between two lines."""
    return lambda belop: Ferdig(skriv(belop).replace(" ", "\u00a0"))


def uten_punktum(tekst: str) -> str:
    """Leave out the full stop at the end, where the sentence goes on."""
    return tekst.strip().removesuffix(".")


FILTRE: dict[str, Callable[..., object]] = MAALFILTRE | {
    "alder": alder,
    "andel": andel,
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
    "rollen": rollen,
    "stor": stor,
    "tidspunkt": tidspunkt_med_ord,
    "prosent": uten_brudd(prosent),
    "tegnrad": tegnrad,
    "tusen": uten_brudd(i_tusen),
    "fravaer": fravaeret,
    "millioner": uten_brudd(millioner),
    "tilstandshode": tilstandshode,
    "dokumentet": saksord.dokumentet,
    "saksnavn": saksord.saksnavn,
    "saksnummer": saksord.saksnummer,
    "staar": staar,
    "tider": saksord.tider,
    "fristdag": saksord.fristdag,
    "telling": telling,
    "tidsbruk": tidsbruk,
    "tiltak": saksord.tiltak,
    "tilstand": tilstand,
    "uten_punktum": uten_punktum,
}
