"""The first page: what is off track and what is done about it, then how all of it stands."""

from collections import Counter
from collections.abc import Iterator

from styring.fag.kalender import langdato
from styring.fag.norsk import antall
from styring.sporring.maal.maalstatus import Omraaderad
from styring.sporring.nettsted.nettstedsvar import Enhetssvar, Nettstedsvar
from styring.visning.arshjul.hjulbilde import hjulet
from styring.visning.felles.blokker import Bit, Kolonne, Linje, Overskrift, Tabell, dempet, linje
from styring.visning.felles.ord import tellelinje
from styring.visning.nettsted.deler import (
    AVVIK,
    avvikslinje,
    enheten,
    hvor_mange,
    ingen_avvik,
    neste_linje,
    telling,
)
from styring.visning.nettsted.maalsider import uten_tall
from styring.visning.nettsted.nettblokker import (
    Feed,
    Figurblokk,
    Kortet,
    Kortrekke,
    Nettblokk,
    Nettside,
)
from styring.visning.nettsted.okonomisider import i_ord
from styring.visning.nettsted.tabeller import fristtabell, organtabell
from styring.visning.okonomi.ord import okonomilinje
from styring.visning.rapport.figurfiltre import lysbaren

_AVVIK, _FRISTER = 6, 8
"""How many stand on the first page; all of them are one click away."""


def forsiden(svar: Nettstedsvar) -> Nettside:
    """Lay out the first page."""
    return Nettside(
        adresse="index.html",
        tittel=f"{svar.kommune}: slik går det",
        innhold=tuple(_innholdet(svar)),
        slag="forside",
        feeds=(Feed("kalender/alle.ics", "Alle frister som kalender"),),
    )


def _innholdet(svar: Nettstedsvar) -> Iterator[Nettblokk]:
    yield linje(f"Slik det var kjent {langdato(svar.dag)}.")
    yield neste_linje(svar)
    yield from _avvikene(svar)
    yield from _oppdragene(svar)
    yield from _okonomien(svar)
    yield from _vedtakene(svar)
    yield from _enhetene(svar)
    yield from _fristene(svar)
    yield from _maalene(svar)
    if svar.hjul:
        aaret = next((ett for ett in svar.hjul if ett.aar == svar.dag.year), svar.hjul[0])
        yield Overskrift(f"Årshjulet {aaret.aar}", niva=2)
        yield Figurblokk(hjulet(aaret, svar.dag))
        yield linje(Bit("Alle dagene i årshjulet", "", "", "side/arshjul"))


def _avvikene(svar: Nettstedsvar) -> Iterator[Nettblokk]:
    yield Overskrift(AVVIK, niva=2)
    alle = svar.avvik.avvik
    if not alle:
        yield linje(ingen_avvik(svar))
        return
    yield avvikslinje(svar, alle[:_AVVIK])
    if len(alle) > _AVVIK:
        yield linje(Bit(f"Alle de {len(alle)}, oppdrag og vedtak", "", "", "side/avvik"))


def _oppdragene(svar: Nettstedsvar) -> Iterator[Nettblokk]:
    if svar.status.aar is None:
        return
    yield Overskrift(f"Oppdragene i {svar.status.aar}", niva=2)
    yield linje(Bit(antall(svar.status.antall, "oppdrag"), "", "", "side/oppdrag"), ":")
    yield from telling(svar.status.telling)
    if not svar.perioder:
        yield linje(dempet("Ingen rapport er lagt inn her, så ingen status er kjent her."))


def _okonomien(svar: Nettstedsvar) -> Iterator[Nettblokk]:
    """The economy in one sentence: of the newest report; those inside see the newest month too."""
    if not svar.okonomi and svar.status.okonomi is None:
        return
    yield Overskrift("Økonomien", niva=2)
    for ett in svar.okonomi[:1]:
        yield linje(f"I rapporten for {ett.navn}: {i_ord(ett.okonomi)}")
    yield from okonomilinje(svar.status.okonomi)
    yield linje(Bit("Mer om økonomien", "", "", "side/okonomi"))


def _enhetene(svar: Nettstedsvar) -> Iterator[Nettblokk]:
    kort = tuple(_kortet(svar, ett) for ett in svar.enheter if _vises(ett))
    if kort:
        yield Overskrift("Enhetene", niva=2)
        yield Kortrekke(kort)


def _vises(ett: Enhetssvar) -> bool:
    """A unit right below the kommunedirektør, or one that has something of its own."""
    return ett.enhet.overordnet is None or bool(ett.status.antall)


def _kortet(svar: Nettstedsvar, ett: Enhetssvar) -> Kortet:
    status = ett.status
    linjer: list[Linje] = []
    if status.antall:
        linjer.append(tellelinje(status.telling))
    else:
        linjer.append(
            linje(dempet(f"Ingen oppdrag i {status.aar}" if status.aar else "Ingen oppdrag"))
        )
    apne = sum(status.vedtak.values())
    if apne:
        linjer.append(linje(f"{apne} {'åpent' if apne == 1 else 'åpne'} vedtak"))
    return Kortet(enheten(svar, ett.enhet.id), tuple(status.telling.items()), tuple(linjer))


def _fristene(svar: Nettstedsvar) -> Iterator[Nettblokk]:
    kommer = svar.frister.kommende
    if not kommer:
        return
    vises = kommer[:_FRISTER]
    yield Overskrift("De neste dagene", niva=2)
    yield fristtabell(svar, vises)
    til = langdato(svar.frister.til)
    ord_ = f"Viser {hvor_mange(len(vises), len(kommer), 'frist')} til og med {til}. "
    yield linje(dempet(ord_), Bit("Alle fristene", "", "", "side/frister"))


def _maalene(svar: Nettstedsvar) -> Iterator[Nettblokk]:
    if not svar.maal.maal:
        return
    yield Overskrift("Målene", niva=2)
    if sum(svar.maal.telling.values()):
        yield Figurblokk(lysbaren(svar.maal.telling, "Indikatorene på målene"))
    yield linje(uten_tall(svar))
    rader = tuple(
        (Bit(ett.navn, "", "", f"maal/{ett.kode}"), Bit(_lysene(ett))) for ett in svar.maal.omraader
    )
    yield Tabell((Kolonne("Satsingsområde", fri=True), Kolonne("Indikatorene")), rader)


def _lysene(omraade: Omraaderad) -> str:
    """How the indicators of an area stand, in words."""
    lys = Counter(rad.lys for maal in omraade.maal for rad in maal.indikatorer)
    return " · ".join(f"{tall} {ett.ord}" for ett, tall in lys.items()) or "ingen tall her"


def _vedtakene(svar: Nettstedsvar) -> Iterator[Nettblokk]:
    if not svar.organer or not (svar.vedtak.antall_apne or svar.vedtak.lukkede):
        return
    yield Overskrift("Politiske vedtak", niva=2)
    yield linje(
        Bit("Alle vedtakene", "", "", "side/vedtak"),
        f": {svar.vedtak.antall_apne} åpne, {svar.vedtak.lukkede} avsluttet av organet.",
    )
    yield organtabell(svar)
