"""The pages of a unit, an organ, and what a budget decided in words."""

from collections.abc import Iterator

from styring.fag.norsk import antall
from styring.sporring.nettsted.nettstedsvar import Budsjettsvar, Enhetssvar, Nettstedsvar, Organsvar
from styring.sporring.oppdrag.stilling import Stilling
from styring.sporring.poster.vis_svar import Enhetsvar
from styring.visning.felles.blokker import Bit, Felter, Kolonne, Overskrift, Tabell, dempet, linje
from styring.visning.felles.feltvisning import felter as ovrige
from styring.visning.felles.meldinger import flat
from styring.visning.felles.merker import tilstandsbit
from styring.visning.felles.ord import tellelinje
from styring.visning.figur.figurer import Matrise, Matriserad
from styring.visning.nettsted.deler import AVVIK, avvikslinje, enheten, koden, neste_linje, telling
from styring.visning.nettsted.nettblokker import Feed, Figurblokk, Nettblokk, Nettside
from styring.visning.nettsted.tabeller import (
    apne_vedtak,
    avsluttede_vedtak,
    fristtabell,
    lister,
    sakstabell,
)


def enhetssiden(svar: Nettstedsvar, ett: Enhetssvar) -> Nettside:
    """Lay out one unit: what is off track, its oppdrag and vedtak, and the days to come."""
    enhet = ett.enhet
    return Nettside(
        adresse="",
        tittel=enhet.navn,
        innhold=tuple(_enheten(svar, ett)),
        slag=enhet.type,
        id=enhet.id,
        smuler=(("side/enheter", "Enhetene"), ("", enhet.navn)),
        feeds=(
            Feed(f"enhet/{enhet.id}", "Følg enheten"),
            Feed(f"kalender/enhet-{enhet.id}.ics", "Fristene som kalender"),
        ),
        fil=enhet.fil,
    )


def _enheten(svar: Nettstedsvar, ett: Enhetssvar) -> Iterator[Nettblokk]:
    status, enhet = ett.status, ett.enhet
    yield neste_linje(svar)
    yield from telling(status.telling)
    if ett.avvik.avvik:
        yield Overskrift(AVVIK, niva=2)
        yield avvikslinje(svar, ett.avvik.avvik)
    if status.oppdrag:
        yield Overskrift(f"Oppdragene i {status.aar}", niva=2)
        flere = any(sak.ansvarlig != enhet.id for sak in status.oppdrag)
        yield sakstabell(svar, status.oppdrag, med_enhet=flere)
        yield from _matrisen(svar, status.oppdrag)
    else:
        yield linje(dempet(f"Ingen oppdrag i {status.aar}." if status.aar else "Ingen oppdrag."))
    yield from lister(
        "Oppdrag enheten følger opp for andre",
        "oppdrag",
        ((sak.id, sak.tittel) for sak in status.for_andre),
    )
    aarets = [svar.staar[id_] for id_, _ in enhet.delansvar if id_.startswith(f"{status.aar}-")]
    if aarets:
        yield Overskrift(f"Oppdrag enheten bidrar til i {status.aar}", niva=2)
        yield sakstabell(svar, aarets, med_enhet=True)
    yield from _vedtakene(svar, ett)
    if ett.frister.forfalte:
        yield Overskrift("Forfalt", niva=2)
        yield fristtabell(svar, ett.frister.forfalte)
    if ett.frister.kommende:
        yield Overskrift("De neste dagene", niva=2)
        yield fristtabell(svar, ett.frister.kommende)
    yield from lister("Delmål enheten har ansvar for", "maal", enhet.delmaal)
    yield from lister("I årshjulet", "aktivitet", enhet.aktiviteter)
    yield from _om(svar, enhet)


def _matrisen(svar: Nettstedsvar, saker: tuple[Stilling, ...]) -> Iterator[Nettblokk]:
    """How each oppdrag stood in each period: as a picture, and in words."""
    meldt = {
        ett.id: {melding.periode: melding.tilstand for melding in ett.meldinger}
        for ett in svar.oppdrag
    }
    egne = {id_ for sak in saker for id_ in meldt.get(sak.id, ())}
    perioder = [id_ for id_ in svar.perioder if id_ in egne]
    if len(perioder) < 2:  # noqa: PLR2004  one period stands in the table above
        return
    navn = tuple(svar.perioder[id_].rpartition(" ")[0] or svar.perioder[id_] for id_ in perioder)
    rader = tuple(
        Matriserad(sak.tittel, tuple(meldt.get(sak.id, {}).get(id_) for id_ in perioder))
        for sak in saker
    )
    yield Overskrift("Periode for periode", niva=2)
    yield Figurblokk(Matrise("Hvordan oppdragene sto", navn, rader))
    kolonner = (Kolonne("Oppdrag", fri=True), *map(Kolonne, navn))
    yield Tabell(
        kolonner,
        tuple(
            (
                Bit(flat(sak.tittel), "", "", f"oppdrag/{sak.id}"),
                *(
                    tilstandsbit(tilstand) if tilstand else dempet("–")
                    for id_ in perioder
                    for tilstand in [meldt.get(sak.id, {}).get(id_)]
                ),
            )
            for sak in saker
        ),
    )


def _vedtakene(svar: Nettstedsvar, ett: Enhetssvar) -> Iterator[Nettblokk]:
    apne = [
        rad
        for rad in svar.vedtak.apne
        if rad.staar.ansvarlig == ett.enhet.id or rad.staar.ansvarlig in ett.enhet.underliggende
    ]
    if apne:
        yield Overskrift("Åpne vedtak enheten følger opp", niva=2)
        yield apne_vedtak(svar, apne)


def _om(svar: Nettstedsvar, enhet: Enhetsvar) -> Iterator[Nettblokk]:
    par: list[tuple[str, Bit]] = [("Type", Bit(enhet.type))]
    par += [("Ligger under", enheten(svar, enhet.overordnet))] if enhet.overordnet else []
    par += [("Leder", Bit(enhet.leder))] if enhet.leder else []
    par += [("Navnet er hentet fra", Bit(flat(enhet.kilde)))] if enhet.kilde else []
    yield Overskrift("Om enheten", niva=2)
    yield Felter((*par, *ovrige(enhet.ovrig), ("Kode", koden(enhet.id))))
    yield from lister(
        "Enheter under",
        "enhet",
        ((kode, svar.navn.get(kode, kode)) for kode in enhet.underliggende),
    )


def organsiden(svar: Nettstedsvar, ett: Organsvar) -> Nettside:
    """Lay out one organ: its open vedtak, and what became of the others."""
    organ = ett.organ
    return Nettside(
        adresse="",
        tittel=organ.navn,
        innhold=tuple(_organet(svar, ett)),
        slag="politisk organ",
        id=organ.id,
        smuler=(("side/vedtak", "Vedtak"), ("", organ.navn)),
        feeds=(
            Feed(f"organ/{organ.id}", "Følg vedtakene"),
            Feed(f"kalender/organ-{organ.id}.ics", "Fristene som kalender"),
        ),
        fil=organ.fil,
    )


def _organet(svar: Nettstedsvar, ett: Organsvar) -> Iterator[Nettblokk]:
    vedtak = ett.vedtak
    apne, slutt = vedtak.antall_apne, vedtak.lukkede
    yield linje(f"{antall(apne + slutt, 'vedtak')}: {apne} åpne, {slutt} avsluttet av organet.")
    yield neste_linje(svar)
    yield from _vedtakslistene(svar, ett)
    yield from lister("I årshjulet", "aktivitet", ett.organ.aktiviteter)


def _vedtakslistene(svar: Nettstedsvar, ett: Organsvar | Budsjettsvar) -> Iterator[Nettblokk]:
    yield from telling(ett.vedtak.telling)
    yield Overskrift("Åpne vedtak", niva=2)
    if ett.vedtak.apne:
        yield apne_vedtak(svar, ett.vedtak.apne)
    else:
        yield linje(dempet("Ingen."))
    yield Overskrift("Avsluttede vedtak", niva=2)
    if ett.vedtak.avsluttede:
        yield avsluttede_vedtak(ett.vedtak.avsluttede)
    else:
        yield linje(dempet("Ingen."))


def budsjettsiden(svar: Nettstedsvar, ett: Budsjettsvar) -> Nettside:
    """Lay out the verbalvedtak of one budsjettsak: who moved them, and where they are answered."""
    sak = ett.sak
    return Nettside(
        adresse="",
        tittel=f"Verbalvedtak: {flat(sak.tittel)}",
        innhold=(
            linje(
                "Vedtatt i ", Bit(f"{sak.sak}", "", "", f"vedtak/{sak.id}"), f", {sak.organ_navn}."
            ),
            neste_linje(svar),
            *_vedtakslistene(svar, ett),
        ),
        slag="verbalvedtak",
        id=f"{sak.sak}",
        smuler=(("side/vedtak", "Vedtak"), ("", "Verbalvedtak")),
        fil=sak.fil,
    )


def enhetslisten(svar: Nettstedsvar) -> Nettside:
    """Lay out all units, in the municipality's own order."""
    rader = tuple(
        (
            enheten(svar, ett.enhet.id),
            Bit(ett.enhet.type),
            Bit(str(ett.status.antall)),
            Bit("".join(bit.tekst for bit in tellelinje(ett.status.telling).biter) or "–"),
            koden(ett.enhet.id),
        )
        for ett in svar.enheter
    )
    kolonner = (
        Kolonne("Enhet", fri=True),
        Kolonne("Type"),
        Kolonne("Oppdrag", tall=True),
        Kolonne("Status"),
        Kolonne("Kode"),
    )
    return Nettside("", "Enhetene", (neste_linje(svar), Tabell(kolonner, rader)), slag="oversikt")
