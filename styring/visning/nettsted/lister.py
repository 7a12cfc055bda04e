"""The pages that list everything of one kind."""

from collections.abc import Iterator

from styring.fag.norsk import antall
from styring.sporring.nettsted.nettstedsvar import Nettstedsvar
from styring.visning.felles.blokker import Bit, Kolonne, Overskrift, Tabell, dempet, linje
from styring.visning.felles.meldinger import flat
from styring.visning.nettsted.deler import (
    AVVIK,
    avvikslinje,
    enheten,
    ingen_avvik,
    neste_linje,
    telling,
)
from styring.visning.nettsted.nettblokker import Feed, Nettblokk, Nettside
from styring.visning.nettsted.tabeller import (
    apne_vedtak,
    avsluttede_vedtak,
    fristtabell,
    organtabell,
    sakstabell,
)


def avvikslisten(svar: Nettstedsvar) -> Nettside:
    """All that is off track, the worst first."""
    alle = svar.avvik.avvik
    innhold: list[Nettblokk] = [
        linje(
            f"{len(alle)} av {svar.avvik.apne} åpne oppdrag og vedtak er ikke i rute, usikre eller"
            " forfalt."
        ),
        neste_linje(svar),
    ]
    innhold.append(avvikslinje(svar, alle) if alle else linje(ingen_avvik(svar)))
    return Nettside("", AVVIK, tuple(innhold), slag="oversikt")


def oppdragslisten(svar: Nettstedsvar) -> Nettside:
    """Every oppdrag, the newest year first; those carried over stand in their new year too."""
    return Nettside("", "Oppdragene", tuple(_oppdragene(svar)), slag="oversikt")


def _oppdragene(svar: Nettstedsvar) -> Iterator[Nettblokk]:
    yield neste_linje(svar)
    if not svar.oppdrag:
        yield linje(dempet("Ingen oppdrag er lagt inn."))
    for aar in sorted({ett.id[:4] for ett in svar.oppdrag}, reverse=True):
        i_aaret = [ett for ett in svar.oppdrag if ett.id[:4] == aar]
        staar = [svar.staar[ett.id] for ett in i_aaret if not ett.viderefort_til]
        videre = [ett for ett in i_aaret if ett.viderefort_til]
        yield Overskrift(f"Oppdragene i {aar}", niva=2)
        if staar:
            yield sakstabell(svar, staar, med_enhet=True)
        if videre:
            yield Overskrift(f"Videreført fra {aar}", niva=3)
            kolonner = (Kolonne("Oppdrag", fri=True), Kolonne("Ansvarlig"), Kolonne("Står nå som"))
            rader = (
                (
                    Bit(flat(ett.tittel), "", "", f"oppdrag/{ett.id}"),
                    enheten(svar, ett.ansvarlig),
                    Bit(ett.viderefort_til or "", "id"),
                )
                for ett in videre
            )
            yield Tabell(kolonner, tuple(rader))


def vedtakslisten(svar: Nettstedsvar) -> Nettside:
    """Every vedtak: the open ones, and what became of the others."""
    return Nettside("", "Politiske vedtak", tuple(_vedtakene(svar)), slag="oversikt")


def _vedtakene(svar: Nettstedsvar) -> Iterator[Nettblokk]:
    vedtak = svar.vedtak
    if not vedtak.apne and not vedtak.avsluttede:
        yield linje(dempet("Ingen politiske vedtak er lagt inn."))
        return
    yield linje(f"{vedtak.antall_apne} åpne, {vedtak.lukkede} avsluttet av organet.")
    yield neste_linje(svar)
    yield from telling(vedtak.telling)
    if svar.organer:
        yield Overskrift("Organene", niva=2)
        yield organtabell(svar)
    if svar.budsjetter:
        yield Overskrift("Verbalvedtak i budsjettene", niva=2)
        saker = (
            (
                Bit(flat(b.sak.tittel), "", "", f"verbalvedtak/{b.sak.id}"),
                Bit(str(b.vedtak.antall_apne)),
                Bit(str(b.vedtak.lukkede)),
            )
            for b in svar.budsjetter
        )
        kolonner = (
            Kolonne("Budsjett", fri=True),
            Kolonne("Åpne", tall=True),
            Kolonne("Avsluttet", tall=True),
        )
        yield Tabell(kolonner, tuple(saker))
    yield Overskrift("Åpne vedtak", niva=2)
    yield apne_vedtak(svar, vedtak.apne) if vedtak.apne else linje(dempet("Ingen."))
    yield Overskrift("Avsluttede vedtak", niva=2)
    yield avsluttede_vedtak(vedtak.avsluttede) if vedtak.avsluttede else linje(dempet("Ingen."))


def fristlisten(svar: Nettstedsvar) -> Nettside:
    """Everything that is due: what is overdue, and what comes."""
    innhold: list[Nettblokk] = []
    if svar.frister.forfalte:
        innhold += [Overskrift("Forfalt", niva=2), fristtabell(svar, svar.frister.forfalte)]
    innhold.append(Overskrift("Framover", niva=2))
    kommer = svar.frister.kommende
    innhold.append(fristtabell(svar, kommer) if kommer else linje(dempet("Ingen frister.")))
    uten = svar.frister.oppdrag_uten_frist
    if uten:
        innhold.append(
            linje(dempet(f"{antall(uten, 'oppdrag')} har ingen oppgitt frist, og er ikke med her."))
        )
    feeds = (Feed("kalender/alle.ics", "Fristene som kalender"),)
    return Nettside("", "Fristene", tuple(innhold), slag="oversikt", feeds=feeds)
