"""The page of a vedtak: what was decided, how it has gone, and how it ended."""

from collections.abc import Iterator

from styring.fag.kalender import kortdato, langdato
from styring.sporring.nettsted.nettstedsvar import Nettstedsvar
from styring.sporring.poster.vis_svar import Punktsvar, Vedtaksvar
from styring.visning.felles.blokker import Bit, Felter, Kolonne, Overskrift, Tabell, dempet, linje
from styring.visning.felles.feltvisning import felter as ovrige
from styring.visning.felles.meldinger import flat, flyttet_med_ord, flyttinger
from styring.visning.felles.merker import tilstandsbit
from styring.visning.felles.ord import fristbit
from styring.visning.nettsted.deler import (
    IKKE_OPPGITT,
    enheten,
    hva_som_er_meldt,
    meldingsdagen,
    meldingslinje,
    naar_meldt,
    neste_linje,
    offentligheten,
    tekstlinjer,
)
from styring.visning.nettsted.nettblokker import Feed, Nettblokk, Nettside
from styring.visning.nettsted.tabeller import lister
from styring.visning.poster.vis_vedtak import avslutningen, dokumentlinjer


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
        yield from tekstlinjer(ett.tekst)
    if ett.punkter:
        yield Overskrift("Punktene", niva=2)
        for punkt in ett.punkter:
            yield from _punktet(svar, punkt, _besvares(ett))
    yield from _verbalvedtakene(svar, ett)
    if ett.tilstand:
        yield from hva_som_er_meldt(svar, ett.meldinger)
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
    yield from offentligheten(ett.offentlighet, ett.unntakshjemmel)
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
