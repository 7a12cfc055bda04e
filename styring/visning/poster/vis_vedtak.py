"""One vedtak as a page."""

from collections.abc import Iterable, Iterator
from datetime import date

from styring.fag.dekning import avdekk
from styring.fag.kalender import avstand, kortdato
from styring.modell.vedtak import Avslutning, Dokumentasjon
from styring.sporring.poster.vis_svar import Punktsvar, Vedtaksvar
from styring.visning.felles.blokker import (
    Bit,
    Blokk,
    Felter,
    Kolonne,
    Overskrift,
    Side,
    Tabell,
    dempet,
    linje,
)
from styring.visning.felles.feltvisning import felter as ovrige
from styring.visning.felles.meldinger import flat, flyttet_med_ord, flyttinger, meldinger, svares
from styring.visning.felles.merker import tilstandsbit

_IKKE_OPPGITT = "ikke oppgitt"


def vedtak(svar: Vedtaksvar) -> Side:
    """Lay out all about one vedtak: what was decided, how it has gone, how it ended."""
    return [
        Overskrift(svar.id, svar.slag),
        linje(Bit(svar.tittel, "sterk")),
        linje(),
        _felter(svar),
        *_teksten(svar),
        *_punkter(svar),
        *_verbalvedtak(svar),
        *meldinger("Hva som er meldt", svar.meldinger),
        *flyttinger(svar.fristendringer),
        *_oppdrag(svar),
        *_dokumentasjon(svar),
    ]


def _teksten(svar: Vedtaksvar) -> list[Blokk]:
    if not svar.tekst:
        return []
    return [
        Overskrift("Vedtaket", niva=2),
        *(linje(del_) for del_ in svar.tekst.strip().split("\n") if del_.strip()),
    ]


def _felter(svar: Vedtaksvar) -> Felter:
    status = (
        tilstandsbit(svar.tilstand)
        if svar.tilstand
        else dempet("følges opp gjennom punktene og verbalvedtakene")
    )
    hvor_lenge = (
        "" if svar.avsluttet or svar.frist is None else f", {avstand(svar.dato, svar.frist)}"
    )
    frist = Bit(f"{kortdato(svar.frist)}{hvor_lenge}") if svar.frist else dempet(_IKKE_OPPGITT)
    ende = svar.avsluttet
    par: list[tuple[str, Bit]] = [
        ("Status", status),
        ("Sak", Bit(f"{svar.sak}, {svar.organ_navn} {kortdato(svar.vedtatt)}")),
        ("Følges opp av", Bit(f"{svar.ansvarlig}, {svar.ansvarlig_navn}")),
        ("Bidrar", Bit(", ".join(svar.delansvar)) if svar.delansvar else dempet(_IKKE_OPPGITT)),
        ("Frist", frist),
        ("Besvares i", Bit(flat(svar.svares_i)) if svar.svares_i else dempet(_IKKE_OPPGITT)),
    ]
    if svar.forelder:
        par.append(
            ("Hører til", Bit(f"{svar.forelder[0]}, {svar.forelder[1]}, punkt {svar.punkt}"))
        )
    if ende:
        par.append(
            (
                "Avsluttet",
                Bit(
                    f"{avslutningen(ende)}:"
                    f" {'gjennomført' if ende.utfall == 'gjennomfort' else 'bortfalt'}"
                ),
            )
        )
        par += [("Om avslutningen", Bit(flat(ende.merknad)))] if ende.merknad else []
    if svar.offentlighet != "offentlig":
        par.append(
            (
                "Offentlighet",
                Bit(
                    svar.offentlighet + (f", {svar.unntakshjemmel}" if svar.unntakshjemmel else "")
                ),
            )
        )
    return Felter((*par, *ovrige(svar.ovrig), ("Fil", dempet(svar.fil))))


def _punkter(svar: Vedtaksvar) -> list[Blokk]:
    if not svar.punkter:
        return []
    sider: list[Blokk] = [Overskrift("Punkter", niva=2)]
    for punkt in svar.punkter:
        sider += _punkt(punkt, svar.dato)
    return sider


def _punkt(svar: Punktsvar, dato: date) -> list[Blokk]:
    punkt = svar.punkt
    sider: list[Blokk] = [linje(Bit(f"{punkt.nr}.", "sterk"), f" {flat(punkt.tekst)}")]
    hvor_lenge = f", {avstand(dato, punkt.frist)}" if punkt.frist and svar.apent else ""
    deler: list[str] = [
        *([punkt.ansvarlig] if punkt.ansvarlig else []),
        *([f"frist {kortdato(punkt.frist)}{hvor_lenge}"] if punkt.frist else []),
    ]
    deler += [f"besvares i {flat(punkt.svares_i)}"] if punkt.svares_i else []
    if punkt.avsluttet:
        bortfalt = " (bortfalt)" if punkt.avsluttet.utfall == "bortfalt" else ""
        deler.append(
            f"avsluttet {avslutningen(punkt.avsluttet)}{bortfalt}"
            + (f", {flat(punkt.avsluttet.merknad)}" if punkt.avsluttet.merknad else "")
        )
    if deler or svar.tilstand:
        tilstand: list[Bit | str] = [tilstandsbit(svar.tilstand), "  "] if svar.tilstand else []
        sider.append(linje("   ", *tilstand, dempet(" · ".join(deler))))
    sider += [linje(f"   Flyttet frist {tekst}") for tekst in flyttet_med_ord(punkt.fristendringer)]
    if svar.meldinger:
        siste = svar.meldinger[-1]
        sider.append(linje(f"   {siste.periode}: {flat(siste.melding.kommentar)}"))
    return sider


def avslutningen(ende: Avslutning) -> str:
    """When and in which case something was ended; by whom where the case number does not tell."""
    return f"{kortdato(ende.dato)} i {ende.sak}" + (
        "" if ende.organ in avdekk(ende.sak) else f" ({ende.organ})"
    )


def _verbalvedtak(svar: Vedtaksvar) -> list[Blokk]:
    if not svar.verbalvedtak:
        return []
    rader = tuple(
        (Bit(id_, "id"), Bit(f"{flat(tittel)}. {svares(svares_i)}"), tilstandsbit(tilstand))
        for id_, tittel, svares_i, tilstand in svar.verbalvedtak
    )
    return [
        Overskrift("Verbalvedtak", niva=2),
        Tabell(
            (Kolonne("Id"), Kolonne("Vedtak, og hvor det besvares", fri=True), Kolonne("Status")),
            rader,
        ),
    ]


def _oppdrag(svar: Vedtaksvar) -> list[Blokk]:
    rader = tuple((Bit(id_, "id"), Bit(tittel)) for id_, tittel in svar.oppdrag)
    return (
        [
            Overskrift("Oppdrag som følger det opp", niva=2),
            Tabell((Kolonne(""), Kolonne("", fri=True)), rader),
        ]
        if rader
        else []
    )


def _dokumentasjon(svar: Vedtaksvar) -> list[Blokk]:
    if not svar.dokumentasjon:
        return []
    return [
        Overskrift("Dokumentasjon", niva=2),
        *(linje(tekst) for tekst in dokumentlinjer(svar.dokumentasjon)),
    ]


def dokumentlinjer(alle: Iterable[Dokumentasjon]) -> Iterator[str]:
    """What shows that something was done, a line for each."""
    return map(_dokument, alle)


def _dokument(ett: Dokumentasjon) -> str:
    gjelder = f"gjelder punkt {ett.punkt}" if ett.punkt else None
    return ", ".join(
        del_
        for del_ in (
            flat(ett.tittel),
            ett.henvisning,
            kortdato(ett.dato) if ett.dato else None,
            gjelder,
        )
        if del_
    )
