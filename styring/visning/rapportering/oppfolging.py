"""How the following up stands, as a page and as rows."""

from styring.fag.norsk import antall, kort_andel
from styring.sporring.rapportering.oppfolging import Enhetsoppfolging, Oppfolgingssvar
from styring.visning.felles.blokker import (
    Ark,
    Bit,
    Blokk,
    Kolonne,
    Overskrift,
    Side,
    Tabell,
    dempet,
    linje,
)
from styring.visning.felles.meldinger import flat
from styring.visning.felles.ord import dag_og_uke, enhetstittel

_APNE = ("åpent oppdrag", "åpne oppdrag")


def side(svar: Oppfolgingssvar) -> Side:
    """Lay out each unit's shares, how the forms came, the open vedtak, and what has been moved
    often.
    """
    tittel = enhetstittel(svar.enhet, svar.navn, svar.kommune)
    hode: list[Blokk] = [Overskrift(f"{tittel}: slik er oppfølgingen", dag_og_uke(svar.dato))]
    if not svar.enheter and not svar.vedtak.apne and not svar.flyttet:
        return [
            *hode,
            linje(dempet("Ingen åpne oppdrag, og ingen skjemaer som skulle vært levert.")),
        ]
    return [
        *hode,
        linje(f"{antall(svar.sum.apne, _APNE[0], _APNE)} i {svar.aar}."),
        *(linje(dempet(ett)) for ett in _brevet_er_taust(svar)),
        linje(),
        _oppdragene(svar),
        linje(),
        *_skjemaene(svar),
        Overskrift("Politiske vedtak", niva=2),
        linje(_vedtakene(svar)),
        *_flyttede(svar),
    ]


def _brevet_er_taust(svar: Oppfolgingssvar) -> list[str]:
    """What is not counted, since the letter itself says nothing of it."""
    return [
        *([] if svar.brevet_har_frister else ["Brevet oppgir ingen frister, så de telles ikke."]),
        *(
            []
            if svar.brevet_har_delmaal
            else ["Ingen oppdrag er knyttet til delmål, så det telles ikke."]
        ),
    ]


def _oppdragene(svar: Oppfolgingssvar) -> Tabell:
    kolonner = (
        Kolonne("Enhet"),
        Kolonne("Åpne", tall=True),
        *([Kolonne("Med frist", tall=True)] if svar.brevet_har_frister else []),
        *([Kolonne("Med delmål", tall=True)] if svar.brevet_har_delmaal else []),
        Kolonne("Delegert", tall=True),
        Kolonne("Aldri meldt", tall=True),
        Kolonne("Eldste ord", tall=True),
    )
    return Tabell(kolonner, tuple(_oppdragsrad(svar, ett) for ett in svar.rader))


def _oppdragsrad(svar: Oppfolgingssvar, ett: Enhetsoppfolging) -> tuple[Bit, ...]:
    dager = antall(ett.eldste_ord, "dag") if ett.eldste_ord is not None else "–"
    return (
        Bit(ett.enhet or ett.navn, "" if ett.enhet else "sterk"),
        Bit(str(ett.apne)),
        *([Bit(kort_andel(ett.med_frist, ett.apne))] if svar.brevet_har_frister else []),
        *([Bit(kort_andel(ett.med_delmaal, ett.apne))] if svar.brevet_har_delmaal else []),
        Bit(kort_andel(ett.baeres, ett.apne)),
        Bit(kort_andel(ett.aldri_meldt, ett.apne)),
        Bit(dager),
    )


def _skjemaene(svar: Oppfolgingssvar) -> list[Blokk]:
    """How the forms came, in the periods whose day has come."""
    if not svar.perioder:
        hva = (
            f"Ingen frist for levering i {svar.aar} er passert."
            if svar.frister_satt
            else f"Ingen frister for levering er satt for {svar.aar}. De settes under rapportering"
            " i data/kommune.yaml."
        )
        return [linje(dempet(hva)), linje()]
    kolonner = (
        Kolonne("Enhet"),
        Kolonne("Skjemaer", tall=True),
        Kolonne("I tide", tall=True),
        Kolonne("For sent", tall=True),
        Kolonne("Ikke levert", tall=True),
    )
    rader = tuple(
        (
            Bit(ett.enhet or ett.navn, "" if ett.enhet else "sterk"),
            Bit(str(ett.skjemaer)),
            Bit(kort_andel(ett.i_tide, ett.skjemaer)),
            Bit(str(ett.for_sent)),
            Bit(str(ett.ikke_levert)),
        )
        for ett in svar.rader
    )
    navn = ", ".join(svar.perioder)
    return [Overskrift(f"Skjemaene for {navn}", niva=2), Tabell(kolonner, rader), linje()]


def _vedtakene(svar: Oppfolgingssvar) -> str:
    vedtak = svar.vedtak
    if not vedtak.apne:
        return "Ingen åpne vedtak."
    return (
        f"{vedtak.apne} åpne: {vedtak.uten_frist} uten frist, {vedtak.uten_svar} uten oppgitt sted"
        f" for svaret, {vedtak.aldri_meldt} aldri meldt. Alle har en ansvarlig enhet."
    )


def _flyttede(svar: Oppfolgingssvar) -> list[Blokk]:
    if not svar.flyttet:
        return []
    linjer = [
        linje(Bit(ett.id, "id"), f" {flat(ett.tittel)}: flyttet {ett.ganger} ganger")
        for ett in svar.flyttet
    ]
    return [linje(), Overskrift("Frister flyttet mer enn to ganger", niva=2), *linjer]


def ark(svar: Oppfolgingssvar) -> Ark:
    """The rows for a spreadsheet: one for each unit."""
    return Ark(Enhetsoppfolging._fields, tuple(tuple(ett) for ett in svar.enheter))
