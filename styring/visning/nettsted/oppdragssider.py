"""The page of an oppdrag: what it is, who follows it up, and how it has gone."""

from collections.abc import Iterator

from styring.fag.kalender import kortdato
from styring.fag.tilstand import LUKKEDE
from styring.modell.oppdrag import Oppgave
from styring.sporring.nettsted.nettstedsvar import Nettstedsvar
from styring.sporring.poster.vis_svar import Delegeringsledd, Oppdragsvar, Traad
from styring.visning.felles.blokker import (
    Bit,
    Felter,
    Gren,
    Kolonne,
    Linje,
    Overskrift,
    Tabell,
    dempet,
    linje,
)
from styring.visning.felles.feltvisning import felter as ovrige
from styring.visning.felles.meldinger import flat, flyttinger
from styring.visning.felles.merker import tilstandsbit
from styring.visning.felles.ord import fristbit
from styring.visning.nettsted.deler import (
    IKKE_OPPGITT,
    enheten,
    hva_som_er_meldt,
    koden,
    meldingslinje,
    naar_meldt,
    neste_linje,
    offentligheten,
    siste_kommentar,
    tekstlinjer,
)
from styring.visning.nettsted.nettblokker import Nettblokk, Nettside
from styring.visning.nettsted.tabeller import lister


def oppdragssiden(svar: Nettstedsvar, ett: Oppdragsvar) -> Nettside:
    """Lay out one oppdrag."""
    return Nettside(
        adresse="",
        tittel=flat(ett.tittel),
        innhold=tuple(_oppdraget(svar, ett)),
        slag="oppdrag",
        id=ett.id,
        ord=" ".join(
            (
                *(ett.ansvarlig_navn, ett.tekst or "", ett.ferdig_nar or ""),
                *siste_kommentar(ett.meldinger),
            )
        ),
        smuler=(("side/oppdrag", "Oppdrag"), ("", f"{ett.id}")),
        fil=ett.fil,
    )


def _oppdraget(svar: Nettstedsvar, ett: Oppdragsvar) -> Iterator[Nettblokk]:
    if ett.viderefort_til:
        nytt = Bit(f"oppdraget i {ett.viderefort_til[:4]}", "", "", f"oppdrag/{ett.viderefort_til}")
        yield linje("Videreført. Nå gjelder ", nytt, ".")
        yield linje("Sist meldt her: ", *_status(svar, ett.id).biter)
    else:
        yield _status(svar, ett.id)
        if ett.tilstand not in LUKKEDE:
            yield neste_linje(svar)
    yield from tekstlinjer(ett.tekst)
    yield Felter(tuple(_oppdragsfelter(svar, ett)))
    yield from hva_som_er_meldt(svar, ett.meldinger)
    if ett.bidrag:
        yield Overskrift("Hva de som bidrar, har meldt", niva=2)
        yield meldingslinje(svar, ett.bidrag, med_enhet=True)
    yield from flyttinger(ett.fristendringer)
    yield from _hvem(svar, ett)
    yield from _oppgavene(svar, ett.oppgaver)
    yield Overskrift("Den røde tråden", niva=2)
    if not ett.opp:
        yield linje(dempet("Kobling til delmål er ikke oppgitt."))
    yield from (traaden(traad, Bit(flat(ett.tittel), "sterk")) for traad in ett.opp)
    yield from lister("Følger opp vedtak", "vedtak", ett.vedtak)


def _status(svar: Nettstedsvar, id_: str) -> Linje:
    """The state, with the day and the period it was told in."""
    sak = svar.staar.get(id_)
    if sak is None:
        return linje(dempet("Status følges gjennom delene."))
    meldt = naar_meldt(svar, sak)
    return linje(tilstandsbit(sak.tilstand), f" {meldt}" if meldt else "")


def _oppdragsfelter(svar: Nettstedsvar, ett: Oppdragsvar) -> Iterator[tuple[str, Bit]]:
    sak = svar.staar.get(ett.id)
    yield "Ansvarlig", enheten(svar, ett.ansvarlig)
    if ett.frist:
        yield (
            "Frist",
            fristbit(ett.frist, forfalt=bool(sak and sak.forfalt and not ett.viderefort_til)),
        )
    else:
        yield "Frist", dempet(f"{IKKE_OPPGITT} (i løpet av {ett.id[:4]})")
    if ett.art:
        yield "Art", Bit("løpende" if ett.art == "lopende" else ett.art)
    yield "Ferdig når", Bit(flat(ett.ferdig_nar)) if ett.ferdig_nar else dempet(IKKE_OPPGITT)
    if ett.avgrensning:
        yield "Avgrensning", Bit(flat(ett.avgrensning))
    yield "Hentet fra", Bit(flat(ett.hentet_fra)) if ett.hentet_fra else dempet(IKKE_OPPGITT)
    if ett.viderefort_fra:
        yield "Videreført fra", Bit(ett.viderefort_fra, "id")
    yield from offentligheten(ett.offentlighet, ett.unntakshjemmel)
    yield from ovrige(ett.ovrig)
    yield "Id", koden(ett.id)


def _hvem_har(svar: Nettstedsvar, ledd: Delegeringsledd) -> Bit:
    """A unit has a page; a role has none."""
    return enheten(svar, ledd.kode) if ledd.kode else Bit(ledd.hvem)


def _hvem(svar: Nettstedsvar, ett: Oppdragsvar) -> Iterator[Nettblokk]:
    """Who has it, from the kommunedirektør down, and who contributes."""
    rader = [
        (_hvem_har(svar, ledd), Bit(ledd.rolle), Bit(kortdato(ledd.dato) if ledd.dato else ""))
        for ledd in ett.delegering
    ]
    rader += [(enheten(svar, kode), Bit("bidrar"), Bit("")) for kode in ett.delansvar]
    yield Overskrift("Hvem som følger opp", niva=2)
    yield Tabell((Kolonne("Hvem", fri=True), Kolonne("Rolle"), Kolonne("Fra")), tuple(rader))


def _oppgavene(svar: Nettstedsvar, oppgaver: tuple[Oppgave, ...]) -> Iterator[Nettblokk]:
    if not oppgaver:
        return
    yield Overskrift("Oppgaver", niva=2)
    kolonner = (
        Kolonne("Oppgave", fri=True),
        Kolonne("Ansvarlig"),
        Kolonne("Frist"),
        Kolonne("Status"),
    )
    yield Tabell(
        kolonner,
        tuple(
            (
                Bit(f"{o.nr}. {flat(o.tittel)}"),
                enheten(svar, o.ansvarlig),
                Bit(kortdato(o.frist)) if o.frist else dempet(IKKE_OPPGITT),
                Bit(f"ferdig {kortdato(o.ferdig)}", "ferdig", "ferdig")
                if o.ferdig
                else dempet("åpen"),
            )
            for o in oppgaver
        ),
    )


def traaden(traad: Traad, nederst: Bit) -> Gren:
    """The way from a satsingsområde down to what serves it, each with its page."""
    gren = Gren(nederst)
    for kode, tekst in (traad.delmaal, traad.hovedmaal, traad.omraade):
        gren = Gren(Bit(flat(tekst), "", "", f"maal/{kode}"), (gren,))
    return gren
