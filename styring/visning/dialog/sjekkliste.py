"""What the letter expects and what the data answer, as a page and as rows."""

from collections.abc import Iterator
from itertools import groupby

from styring.fag.kalender import kortdato
from styring.fag.norsk import antall, opplisting, stor
from styring.sporring.dialog.sjekkliste import Sjekklistesvar, Sjekkpunkt
from styring.sporring.dialog.svarord import Svarord
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
from styring.visning.felles.ord import dag_og_uke, enhetstittel

STIL = {
    Svarord.JA: "hake",
    Svarord.DELVIS: "usikkert",
    Svarord.NEI: "ikke_i_rute",
    Svarord.IKKE_KJENT: "ikke_rapportert",
    Svarord.SPORSMAL: "pil",
}
_EN = (Kolonne("Svar", bredde=12), Kolonne("Brevet venter", fri=True))
_ALLE = (Kolonne("Brevet venter", fri=True), Kolonne("Svar", fri=True))


def side(svar: Sjekklistesvar) -> Side:
    """Lay out theme by theme; for one unit with what the answer rests on, for all who answers
    what.
    """
    tittel = enhetstittel(svar.enhet, svar.navn, svar.kommune)
    hode: list[Blokk] = [
        Overskrift(f"{tittel}: det brevet venter av ledere", dag_og_uke(svar.dato))
    ]
    if not svar.punkter:
        hva = f" for {svar.aar}" if svar.aar else ""
        return [
            *hode,
            linje(
                dempet(f"Ingen forventninger er lagt inn{hva}. De legges i data/tema/{svar.aar}/.")
            ),
        ]
    return [*hode, linje(*_telling(svar)), *_temaene(svar), *_planene(svar), *_avtalt(svar)]


def ark(svar: Sjekklistesvar) -> Ark:
    """The rows for a spreadsheet: one for each expectation and unit."""
    return Ark(
        ("id", "tema", "forventning", "kapittel", "enhet", "svar", "grunnlag"),
        tuple(
            (punkt.id, punkt.tema, punkt.tekst, punkt.kapittel, ett.enhet, str(ett.dom), ett.sagt)
            for punkt in svar.punkter
            for ett in punkt.svar
        ),
    )


def dombit(dom: Svarord, tekst: str = "") -> Bit:
    """A verdict with its sign."""
    return Bit(tekst or str(dom), STIL[dom], STIL[dom])


def _telling(svar: Sjekklistesvar) -> list[Bit | str]:
    biter: list[Bit | str] = []
    for dom, tall in svar.telling.items():
        biter += [" · "] if biter else []
        biter.append(dombit(dom, f"{tall} {dom}"))
    return biter


def _temaene(svar: Sjekklistesvar) -> Iterator[Blokk]:
    for tema, alle in groupby(svar.punkter, key=lambda punkt: punkt.tema):
        yield from _tema(svar, tema, list(alle))


def _tema(svar: Sjekklistesvar, tema: str, punkter: list[Sjekkpunkt]) -> list[Blokk]:
    kapitler = list(dict.fromkeys(punkt.kapittel for punkt in punkter if punkt.kapittel))
    hode = Overskrift(tema, ", ".join(kapitler), niva=2)
    rad = _rad_for_en if svar.enhet else _rad_for_alle
    return [hode, Tabell(_EN if svar.enhet else _ALLE, tuple(map(rad, punkter)))]


def _rad_for_en(punkt: Sjekkpunkt) -> tuple[Bit, ...]:
    (svar,) = punkt.svar
    grunn = "" if svar.dom is Svarord.SPORSMAL else f" {svar.sagt}"
    return dombit(svar.dom), Bit(f"{punkt.tekst}{grunn}")


def _rad_for_alle(punkt: Sjekkpunkt) -> tuple[Bit, ...]:
    if all(ett.dom is Svarord.SPORSMAL for ett in punkt.svar):
        return Bit(punkt.tekst), dombit(Svarord.SPORSMAL, "spørsmål til styringsdialogen")
    deler = [
        f"{dom}: {', '.join(enheter)}"
        for dom in Svarord
        if (enheter := [ett.enhet for ett in punkt.svar if ett.dom is dom])
    ]
    return Bit(punkt.tekst), Bit(" · ".join(deler))


def _planene(svar: Sjekklistesvar) -> list[Blokk]:
    planer, hode = svar.planer, Overskrift(f"Virksomhetsplaner for {svar.aar}", niva=2)
    if planer is None:
        ord_ = "Noen planer er ikke for denne leseren, så det sies ikke hvem som mangler."
        return [hode, linje(dempet(ord_))]
    if not planer.noen:
        return [hode, linje(dempet("Ingen er lagt inn."))]
    deler = (
        ("uten plan", planer.uten),
        ("har et utkast", planer.utkast),
        ("har ikke valgt noe fra HR-strategien", planer.uten_hr),
    )
    linjer = [linje(f"{stor(hva)}: {opplisting(koder)}") for hva, koder in deler if koder]
    return [
        hode,
        *(linjer or [linje("Alle har en godkjent plan, og har valgt fra HR-strategien.")]),
    ]


def _avtalt(svar: Sjekklistesvar) -> list[Blokk]:
    if not svar.avtalt:
        return []
    hode = Overskrift(
        f"Avtalt i styringsdialogen, ikke gjort ({antall(len(svar.avtalt), 'sak')})", niva=2
    )
    kolonner = (Kolonne("Id"), Kolonne("Hva", fri=True), Kolonne("Ansvarlig"), Kolonne("Frist"))
    rader = tuple(
        (
            Bit(ett.id, "id"),
            Bit(" ".join(ett.avtale.tekst.split())),
            Bit(ett.ansvarlig),
            Bit(kortdato(ett.avtale.frist)) if ett.avtale.frist else dempet("ikke oppgitt"),
        )
        for ett in svar.avtalt
    )
    return [hode, Tabell(kolonner, rader)]
