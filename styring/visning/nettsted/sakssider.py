"""The pages of an oppdrag and of a vedtak: what it is, how it has gone, and how it ended."""

from collections.abc import Iterator

from styring.fag.kalender import kortdato, langdato
from styring.fag.tilstand import LUKKEDE
from styring.modell.oppdrag import Oppgave
from styring.sporring.nettsted.nettsted import Nettstedsvar
from styring.sporring.poster.vis_svar import Oppdragsvar, Punktsvar, Traad, Vedtaksvar
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
from styring.visning.felles.meldinger import flat, flyttet_med_ord, flyttinger
from styring.visning.felles.merker import tilstandsbit
from styring.visning.felles.ord import fristbit
from styring.visning.nettsted.deler import (
    IKKE_OPPGITT,
    enheten,
    hvem,
    lister,
    meldingsdagen,
    meldingslinje,
    naar_meldt,
    neste_linje,
)
from styring.visning.nettsted.nettblokker import Feed, Nettblokk, Nettside
from styring.visning.poster.vis_vedtak import avslutningen, dokumentlinjer

_INGEN = "Ingenting er meldt om dette ennå."


def oppdragssiden(svar: Nettstedsvar, ett: Oppdragsvar) -> Nettside:
    """Lay out one oppdrag."""
    return Nettside(
        adresse="",
        tittel=flat(ett.tittel),
        innhold=tuple(_oppdraget(svar, ett)),
        slag="oppdrag",
        id=ett.id,
        ord=f"{ett.ansvarlig_navn} {ett.tekst or ''}",
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
    yield from _teksten(ett.tekst)
    yield Felter(tuple(_oppdragsfelter(svar, ett)))
    yield Overskrift("Hva som er meldt", niva=2)
    yield meldingslinje(svar, ett.meldinger) if ett.meldinger else linje(dempet(_INGEN))
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
        yield "Frist", fristbit(ett.frist, forfalt=bool(sak and sak.forfalt))
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
    yield from _offentlighet(ett.offentlighet, ett.unntakshjemmel)
    yield from ovrige(ett.ovrig)
    yield "Id", Bit(ett.id)


def _offentlighet(offentlighet: str, hjemmel: str | None) -> Iterator[tuple[str, Bit]]:
    if offentlighet != "offentlig":
        yield "Offentlighet", Bit(", ".join(filter(None, (offentlighet, hjemmel))))


def _teksten(tekst: str | None) -> Iterator[Nettblokk]:
    yield from (linje(del_) for del_ in (tekst or "").strip().split("\n") if del_.strip())


def _hvem(svar: Nettstedsvar, ett: Oppdragsvar) -> Iterator[Nettblokk]:
    """Who has it, from the kommunedirektør down, and who contributes."""
    rader = [
        (hvem(svar, ledd.hvem), Bit(ledd.rolle), Bit(kortdato(ledd.dato) if ledd.dato else ""))
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


def vedtakssiden(svar: Nettstedsvar, ett: Vedtaksvar) -> Nettside:
    """Lay out one vedtak."""
    return Nettside(
        adresse="",
        tittel=flat(ett.tittel),
        innhold=tuple(_vedtaket(svar, ett)),
        slag=ett.slag,
        id=ett.id,
        ord=f"{ett.sak} {ett.organ_navn} {ett.ansvarlig_navn}",
        smuler=(("side/vedtak", "Vedtak"), (f"organ/{ett.organ}", ett.organ_navn), ("", ett.sak)),
        feeds=(Feed(f"vedtak/{ett.id}", "Følg vedtaket"),),
        fil=ett.fil,
    )


def _vedtaket(svar: Nettstedsvar, ett: Vedtaksvar) -> Iterator[Nettblokk]:
    if ett.tilstand:
        sak = svar.staar.get(ett.id)
        meldt = naar_meldt(svar, sak)
        slutt = avslutningen(ett.avsluttet) if ett.avsluttet else ""
        om = f"{slutt}" if slutt else meldt
        yield linje(tilstandsbit(ett.tilstand), f" {om}" if om else "")
    else:
        yield linje(dempet("Følges opp gjennom punktene og verbalvedtakene."))
    if not ett.avsluttet:
        yield neste_linje(svar)
    yield Felter(tuple(_vedtaksfelter(svar, ett)))
    if ett.tekst:
        yield Overskrift("Vedtaket", niva=2)
        yield from _teksten(ett.tekst)
    if ett.punkter:
        yield Overskrift("Punktene", niva=2)
        for punkt in ett.punkter:
            yield from _punktet(svar, punkt, _besvares(ett))
    yield from _verbalvedtakene(svar, ett)
    if ett.tilstand:
        yield Overskrift("Hva som er meldt", niva=2)
        yield meldingslinje(svar, ett.meldinger) if ett.meldinger else linje(dempet(_INGEN))
    yield from flyttinger(ett.fristendringer)
    yield from lister("Oppdrag som følger det opp", "oppdrag", ett.oppdrag)
    if ett.dokumentasjon:
        yield Overskrift("Dokumentasjon", niva=2)
        yield from (linje(tekst) for tekst in dokumentlinjer(ett.dokumentasjon))


def _vedtaksfelter(svar: Nettstedsvar, ett: Vedtaksvar) -> Iterator[tuple[str, Bit]]:
    sak = svar.staar.get(ett.id)
    yield "Sak", Bit(ett.sak)
    yield "Organ", enheten(svar, ett.organ)
    yield "Vedtatt", Bit(langdato(ett.vedtatt))
    yield "Følges opp av", enheten(svar, ett.ansvarlig)
    if ett.delansvar:
        yield "Bidrar", Bit(", ".join(svar.navn.get(kode, kode) for kode in ett.delansvar))
    yield (
        "Frist",
        (
            fristbit(ett.frist, forfalt=bool(sak and sak.forfalt))
            if ett.frist
            else dempet(IKKE_OPPGITT)
        ),
    )
    yield _besvares(ett), Bit(flat(ett.svares_i)) if ett.svares_i else dempet(IKKE_OPPGITT)
    if ett.forelder:
        id_, tittel = ett.forelder
        yield "Hører til", Bit(f"{flat(tittel)}, punkt {ett.punkt}", "", "", f"vedtak/{id_}")
    if ett.avsluttet and ett.avsluttet.merknad:
        yield "Om avslutningen", Bit(flat(ett.avsluttet.merknad))
    yield from _offentlighet(ett.offentlighet, ett.unntakshjemmel)
    yield from ovrige(ett.ovrig)
    yield "Id", Bit(ett.id)


def _besvares(ett: Vedtaksvar) -> str:
    """What is asked of a verbalvedtak is answered; what other vedtak decide is followed up."""
    return "Besvares i" if ett.slag == "verbalvedtak" else "Følges opp i"


def _punktet(svar: Nettstedsvar, ett: Punktsvar, besvares: str) -> Iterator[Nettblokk]:
    punkt = ett.punkt
    yield linje(Bit(f"{punkt.nr}. ", "sterk"), flat(punkt.tekst))
    biter: list[Bit | str] = ["  "]
    biter += [tilstandsbit(ett.tilstand), " "] if ett.tilstand else []
    biter += [enheten(svar, punkt.ansvarlig), " "] if punkt.ansvarlig else []
    deler = [f"frist {kortdato(punkt.frist)}"] if punkt.frist else []
    deler += [f"{besvares.lower()} {flat(punkt.svares_i)}"] if punkt.svares_i else []
    deler += [avslutningen(punkt.avsluttet)] if punkt.avsluttet else []
    biter += [dempet(" · ".join(deler))] if deler else []
    if len(biter) > 1:
        yield linje(*biter)
    yield from (
        linje(f"  Flyttet frist {tekst}") for tekst in flyttet_med_ord(punkt.fristendringer)
    )
    if ett.meldinger:
        yield meldingslinje(svar, ett.meldinger)


def _verbalvedtakene(svar: Nettstedsvar, ett: Vedtaksvar) -> Iterator[Nettblokk]:
    if not ett.verbalvedtak:
        return
    yield Overskrift("Verbalvedtak", niva=2)
    kolonner = (
        Kolonne("Vedtak", fri=True),
        Kolonne("Besvares i"),
        Kolonne("Status"),
        Kolonne("Meldt"),
    )
    rader = (
        (
            Bit(flat(tittel), "", "", f"vedtak/{id_}"),
            Bit(flat(svares_i)) if svares_i else dempet(IKKE_OPPGITT),
            tilstandsbit(tilstand),
            dempet(meldingsdagen(svar, svar.staar.get(id_)) or "–"),
        )
        for id_, tittel, svares_i, tilstand in ett.verbalvedtak
    )
    yield Tabell(kolonner, tuple(rader))
