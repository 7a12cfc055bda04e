"""The page for one styringsdialog: what is off track, what moved, what must be decided, who waits
for whom, and what was agreed last time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from styring.fag.frist import er_forfalt
from styring.fag.tilstand import Tilstand
from styring.modell.form import Leser
from styring.modell.styringsdialog import Styringsdialog
from styring.register.avledet import dialogens_enhet
from styring.register.register import Register
from styring.sporring.arshjul.flyttede_frister import Utsatt, med_navn
from styring.sporring.dialog.avtaler import Avtalt, avtaler
from styring.sporring.dialog.sjekkliste import sjekkliste
from styring.sporring.dialog.svarord import Svarord
from styring.sporring.maal.enhetsmaal import Enhetsmaal, enhetsmaal
from styring.sporring.okonomi.fravaer import Fravaersrad, siste_fravaer
from styring.sporring.okonomi.kortfattet import Okonomikort
from styring.sporring.oppdrag.avvik import avvik
from styring.sporring.oppdrag.delansvar import Venter, delansvar
from styring.sporring.oppdrag.for_andre import EgenOppgave, Oppfolging, egne_oppgaver, oppfolginger
from styring.sporring.oppdrag.status import status
from styring.sporring.oppdrag.utsatte import utsatte
from styring.sporring.rapport.saker import Rapportsak, rapportsak
from styring.sporring.tid.to_bilder import Bilde, sammenlikn


class Ventesak(NamedTuple):
    """One thing that one unit waits for another with."""

    tittel: str
    hvem: str
    hva: str
    frist: date | None
    forfalt: bool
    tilstand: Tilstand


class Dialogpunkt(NamedTuple):
    """One point that was agreed."""

    dato: date
    tekst: str
    hvem: str
    frist: date | None
    ferdig: date | None
    forfalt: bool


class Dialogsporsmal(NamedTuple):
    """What the letter expects that the data answer in one way other than yes."""

    dom: Svarord
    tekster: tuple[str, ...]


class SisteDialog(NamedTuple):
    """The last dialog with the unit, and what it was about."""

    dato: date
    tema: str | None


@dataclass(frozen=True, slots=True)
class Dialogsvar:
    """The answer.

    ``saker`` counts oppdrag and vedtak; ``avtalt`` is what was agreed in the last dialog, and what
    is still open from those before.

    ``neste`` is the day that was set for the next one, where it has not passed.
    """

    kommune: str
    leser: Leser
    dato: date
    enhet: str
    navn: str
    aar: int | None
    antall: int
    telling: dict[Tilstand, int]
    utenfor: tuple[Rapportsak, ...]
    trenger: tuple[Rapportsak, ...]
    flyttet: tuple[Utsatt, ...]
    vi_venter: tuple[Ventesak, ...]
    andre_venter: tuple[Ventesak, ...]
    folger_opp: tuple[Oppfolging, ...]
    oppgaver: tuple[EgenOppgave, ...]
    avtalt: tuple[Dialogpunkt, ...]
    sist: SisteDialog | None
    neste: date | None
    maal: Enhetsmaal | None
    okonomi: Okonomikort | None
    fravaer: Fravaersrad | None
    brevet_venter: tuple[Dialogsporsmal, ...]
    saker: int
    ikke_rapportert: int
    utelatt: int


def styringsdialog(
    register: Register, dato: date, sektor: str, aar: int | None = None
) -> Dialogsvar:
    """Answer for one unit and what lies below it, on the day of the meeting."""
    staar = status(register, dato, sektor, aar)
    utenfor = avvik(register, dato, sektor, staar.aar)
    venter = delansvar(register, dato, sektor, staar.aar)
    sammenlikning = sammenlikn(Bilde(register, dato, staar.aar), None)
    flyttet = utsatte(register, dato, sektor, staar.aar)
    koder = register.med_underliggende(staar.enhet or "")
    siste = _siste(register, dato, koder)
    return Dialogsvar(
        kommune=staar.kommune,
        leser=register.leser,
        dato=dato,
        enhet=staar.enhet or "",
        navn=staar.navn,
        aar=staar.aar,
        antall=staar.antall,
        telling=staar.telling,
        utenfor=tuple(rapportsak(sammenlikning, sak) for sak in utenfor.avvik),
        trenger=tuple(rapportsak(sammenlikning, sak) for sak in utenfor.trenger),
        flyttet=tuple(
            med_navn(register, ett) for ett in (*flyttet.ikke_godkjente, *flyttet.godkjente)
        ),
        vi_venter=tuple(_vent(register, sak, sak.venter_pa) for sak in venter.venter_pa_andre),
        andre_venter=tuple(_vent(register, sak, sak.venter) for sak in venter.andre_venter),
        folger_opp=tuple(oppfolginger(register, dato, staar.aar, koder)),
        oppgaver=tuple(egne_oppgaver(register, dato, staar.aar, koder)),
        avtalt=_avtalt(register, dato, koder),
        sist=SisteDialog(siste.dato, siste.tema) if siste else None,
        neste=siste.neste if siste and siste.neste and siste.neste >= dato else None,
        maal=enhetsmaal(register, dato, koder),
        okonomi=staar.okonomi,
        fravaer=siste_fravaer(register, dato, koder),
        brevet_venter=tuple(_sporsmaalene(register, dato, staar.enhet or "", staar.aar)),
        saker=utenfor.antall,
        ikke_rapportert=utenfor.ikke_rapportert,
        utelatt=register.utelatt,
    )


def _sporsmaalene(
    register: Register, dato: date, enhet: str, aar: int | None
) -> Iterator[Dialogsporsmal]:
    """What the letter expects and the data do not say yes to; what nobody has told, is left to the
    checklist.
    """
    apne = sjekkliste(register, dato, enhet, aar).apne
    for dom in (Svarord.NEI, Svarord.DELVIS, Svarord.SPORSMAL):
        if tekster := tuple(punkt.tekst for punkt in apne if punkt.svar[0].dom is dom):
            yield Dialogsporsmal(dom, tekster)


def _vent(register: Register, sak: Venter, hvem: str) -> Ventesak:
    return Ventesak(
        sak.tittel, register.enhetsnavn(hvem), sak.hva, sak.frist, sak.forfalt, sak.tilstand
    )


def _siste(register: Register, dato: date, koder: frozenset[str]) -> Styringsdialog | None:
    holdt = [
        post.verdi
        for id_, post in register.styringsdialoger.items()
        if dialogens_enhet(id_) in koder and post.verdi.dato <= dato
    ]
    return holdt[-1] if holdt else None


def _avtalt(register: Register, dato: date, koder: frozenset[str]) -> tuple[Dialogpunkt, ...]:
    alle = [
        avtalt
        for avtalt in avtaler(register, dato)
        if koder.intersection((avtalt.enhet, avtalt.ansvarlig))
    ]
    sist = max((avtalt.dato for avtalt in alle if avtalt.enhet in koder), default=None)
    return tuple(
        _punkt(register, avtalt, dato)
        for avtalt in alle
        if not avtalt.ferdig or avtalt.dato == sist
    )


def _punkt(register: Register, avtalt: Avtalt, dato: date) -> Dialogpunkt:
    frist = avtalt.avtale.frist
    forfalt = not avtalt.ferdig and er_forfalt(frist, dato)
    ferdig = avtalt.avtale.ferdig if avtalt.ferdig else None
    return Dialogpunkt(
        avtalt.dato,
        avtalt.avtale.tekst,
        register.enhetsnavn(avtalt.ansvarlig),
        frist,
        ferdig,
        forfalt,
    )
