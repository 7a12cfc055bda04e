"""The page of a vedtak: what was decided, how it has gone, and how it ended."""

from collections.abc import Iterator

from styring.fag.frist import er_forfalt
from styring.fag.kalender import langdato
from styring.fag.tilstand import Tilstand
from styring.sporring.nettsted.nettstedsvar import Nettstedsvar
from styring.sporring.poster.vis_svar import Punktsvar, Vedtaksvar
from styring.visning.felles.blokker import (
    Bit,
    Felter,
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
    hva_som_er_meldt,
    koden,
    meldingsdagen,
    meldingslinje,
    naar_meldt,
    neste_linje,
    offentligheten,
    siste_kommentar,
    tekstlinjer,
)
from styring.visning.nettsted.nettblokker import Feed, Nettblokk, Nettside
from styring.visning.nettsted.tabeller import lister, slutten, utfallet
from styring.visning.poster.vis_vedtak import avslutningen, dokumentlinjer


def vedtakssiden(svar: Nettstedsvar, ett: Vedtaksvar) -> Nettside:
    """Lay out one vedtak."""
    return Nettside(
        adresse="",
        tittel=flat(ett.tittel),
        innhold=tuple(_vedtaket(svar, ett)),
        slag=ett.slag,
        id=ett.id,
        ord=" ".join(
            (
                *(ett.sak, ett.organ_navn, ett.ansvarlig_navn, ett.tekst or ""),
                *(felt.verdi for felt in ett.ovrig if isinstance(felt.verdi, str)),
                *(punkt.punkt.tekst for punkt in ett.punkter),
                *siste_kommentar(ett.meldinger),
            )
        ),
        smuler=(("side/vedtak", "Vedtak"), (f"organ/{ett.organ}", ett.organ_navn), ("", ett.sak)),
        feeds=(Feed(f"vedtak/{ett.id}", "Følg vedtaket"),),
        fil=ett.fil,
    )


def _vedtaket(svar: Nettstedsvar, ett: Vedtaksvar) -> Iterator[Nettblokk]:
    yield _status(svar, ett)
    if not ett.avsluttet:
        yield neste_linje(svar)
    yield Felter(tuple(_vedtaksfelter(svar, ett)))
    if ett.tekst:
        yield Overskrift("Vedtaket", niva=2)
        yield from tekstlinjer(ett.tekst)
    if ett.punkter:
        yield Overskrift("Punktene", niva=2)
        for punkt in ett.punkter:
            yield from _punktet(svar, ett, punkt)
    yield from _verbalvedtakene(svar, ett)
    if ett.tilstand:
        yield from hva_som_er_meldt(svar, ett.meldinger)
    yield from flyttinger(ett.fristendringer)
    yield from lister("Oppdrag som følger det opp", "oppdrag", ett.oppdrag)
    if ett.dokumentasjon:
        yield Overskrift("Dokumentasjon", niva=2)
        yield from (linje(tekst) for tekst in dokumentlinjer(ett.dokumentasjon))


def _status(svar: Nettstedsvar, ett: Vedtaksvar) -> Linje:
    """How it stands, with the day and the period that was told in; or how and when it ended."""
    sak = svar.staar.get(ett.id)
    if ett.tilstand and ett.avsluttet:
        return linje(utfallet(ett.tilstand), f", avsluttet {avslutningen(ett.avsluttet)}")
    if sak is None:
        return linje(dempet("Følges opp gjennom punktene og verbalvedtakene."))
    return linje(tilstandsbit(sak.tilstand), f" {naar_meldt(svar, sak)}")


def _vedtaksfelter(svar: Nettstedsvar, ett: Vedtaksvar) -> Iterator[tuple[str, Bit]]:
    yield "Sak", Bit(ett.sak)
    yield "Organ", enheten(svar, ett.organ)
    yield "Vedtatt", Bit(langdato(ett.vedtatt))
    yield "Følges opp av", enheten(svar, ett.ansvarlig)
    if ett.delansvar:
        yield "Bidrar", Bit(", ".join(svar.navn.get(kode, kode) for kode in ett.delansvar))
    yield "Frist", _fristen(svar, ett)
    yield _besvares(ett), Bit(flat(ett.svares_i)) if ett.svares_i else dempet(IKKE_OPPGITT)
    if ett.forelder:
        id_, tittel = ett.forelder
        yield "Hører til", Bit(f"{flat(tittel)}, punkt {ett.punkt}", "", "", f"vedtak/{id_}")
    if ett.avsluttet and ett.avsluttet.merknad:
        yield "Om avslutningen", Bit(flat(ett.avsluttet.merknad))
    yield from offentligheten(ett.offentlighet, ett.unntakshjemmel)
    yield from ovrige(ett.ovrig)
    yield "Id", koden(ett.id)


def _fristen(svar: Nettstedsvar, ett: Vedtaksvar) -> Bit:
    """The deadline of the whole: one that is written on a punkt is told of there."""
    apent = ett.avsluttet is None and ett.tilstand is not None
    sent = apent and ett.tilstand is not None and er_forfalt(ett.frist, svar.dag, ett.tilstand)
    return fristbit(ett.frist, forfalt=sent)


def _besvares(ett: Vedtaksvar) -> str:
    """What is asked of a verbalvedtak is answered; what other vedtak decide is followed up."""
    return "Besvares i" if ett.slag == "verbalvedtak" else "Følges opp i"


def _punktet(svar: Nettstedsvar, hele: Vedtaksvar, ett: Punktsvar) -> Iterator[Nettblokk]:
    punkt, tilstand = ett.punkt, ett.tilstand or hele.tilstand
    sent = ett.apent and tilstand is not None and er_forfalt(punkt.frist, svar.dag, tilstand)
    yield linje(Bit(f"{punkt.nr}. ", "sterk"), flat(punkt.tekst))
    biter: list[Bit | str] = ["  "]
    biter += [tilstandsbit(ett.tilstand), " "] if ett.tilstand else []
    biter += [enheten(svar, punkt.ansvarlig), " "] if punkt.ansvarlig else []
    if punkt.frist:
        biter += ["frist ", fristbit(punkt.frist, forfalt=sent)]
    deler = [f"{_besvares(hele).lower()} {flat(punkt.svares_i)}"] if punkt.svares_i else []
    if punkt.avsluttet:
        deler.append(f"avsluttet {avslutningen(punkt.avsluttet)}")
    elif not ett.apent:
        deler.append("avsluttet sammen med vedtaket")
    biter += [dempet("".join(f" · {del_}" for del_ in deler))] if deler else []
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
        Kolonne("Meldt eller avsluttet"),
    )
    rader = (
        (
            Bit(flat(tittel), "", "", f"vedtak/{id_}"),
            Bit(flat(svares_i)) if svares_i else dempet(IKKE_OPPGITT),
            *_slik_staar(svar, id_, tilstand),
        )
        for id_, tittel, svares_i, tilstand in ett.verbalvedtak
    )
    yield linje(
        Bit("Hvem som fremmet dem, og hva det ble av dem", "", "", f"verbalvedtak/{ett.id}")
    )
    yield Tabell(kolonner, tuple(rader))


def _slik_staar(svar: Nettstedsvar, id_: str, tilstand: Tilstand) -> tuple[Bit, Bit]:
    """How one stands and when that was told; how it ended and when."""
    rad = svar.avsluttede.get(id_)
    if rad:
        return utfallet(tilstand), dempet(slutten(rad))
    return tilstandsbit(tilstand), dempet(meldingsdagen(svar, svar.staar.get(id_)) or "–")
