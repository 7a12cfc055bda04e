"""Sykefravær and årsverk, as a page."""

from styring.fag.belop import desimaltall, prosent
from styring.fag.fravaer import MINSTE_GRUPPE
from styring.fag.norsk import antall
from styring.sporring.okonomi.fravaer import Fravaersrad, Fravaersvar
from styring.visning.felles.blokker import (
    Ark,
    Bit,
    Kolonne,
    Overskrift,
    Side,
    Tabell,
    dempet,
    linje,
)

_KOLONNER = (
    Kolonne("Enhet", fri=True),
    Kolonne("Årsverk", tall=True),
    Kolonne("Korttid", tall=True),
    Kolonne("Langtid", tall=True),
    Kolonne("I alt", tall=True),
    Kolonne("I fjor", tall=True),
)


def side(svar: Fravaersvar) -> Side:
    """Lay out each unit with what lies below it, and the whole."""
    if svar.maaned is None or svar.sum is None:
        grunn = (
            "Sykefraværet er internt, og er ikke for denne leseren."
            if svar.utelatt
            else "Ingen måned er lest inn fra lønnssystemet: styring importer fravaer."
        )
        return [Overskrift(f"{svar.kommune}: sykefraværet", svar.navn), linje(dempet(grunn))]
    flere = len([rad for rad in svar.rader if not rad.dybde]) > 1
    rader = (*svar.rader, *([svar.sum] if flere else []))
    noter = ["Enhetene er regnet med det som ligger under dem, veid etter årsverk."]
    if svar.sum.skjermet:
        noter.append(
            f"{antall(svar.sum.skjermet, 'enhet')} er ikke med i prosentene: færre enn"
            f" {MINSTE_GRUPPE} ansatte, eller ikke oppgitt."
        )
    return [
        Overskrift(f"{svar.navn}: sykefraværet i {svar.maanedsnavn}"),
        Tabell(_KOLONNER, tuple(_raden(rad) for rad in rader)),
        linje(),
        linje(dempet(" ".join(noter))),
    ]


def _raden(rad: Fravaersrad) -> tuple[Bit, ...]:
    stil = "" if rad.kode else "sterk"
    return (
        Bit(f"{'– ' * rad.dybde}{rad.navn}" if rad.kode else "Sum", stil),
        Bit(desimaltall(rad.aarsverk), stil),
        *(Bit(prosent(ett), stil) for ett in (rad.korttid, rad.langtid, rad.samlet, rad.fjor)),
    )


def ark(svar: Fravaersvar) -> Ark:
    """Every unit as a row; shares in percent."""
    kolonner = ("maaned", "kode", "navn", "aarsverk", "korttid", "langtid", "samlet", "i_fjor")
    rader = tuple(
        (svar.maaned, r.kode, r.navn, r.aarsverk, r.korttid, r.langtid, r.samlet, r.fjor)
        for r in svar.rader
    )
    return Ark(kolonner, rader)
