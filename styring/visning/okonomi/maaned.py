"""A month's round, as pages: what was made, what came in, and who has not delivered."""

from collections.abc import Sequence
from datetime import date

from styring.fag.kalender import langdato
from styring.fag.maanedsbok import LestMaanedsbok
from styring.fag.norsk import antall, opplisting
from styring.fag.okonomi import Okonomimaaned
from styring.fag.skjemabok import Avvist
from styring.sporring.okonomi.maanedsskjema import Maanedsmangel
from styring.visning.felles.blokker import Bit, Blokk, Overskrift, Side, dempet, linje
from styring.visning.felles.maalform import BOKMAAL, Maalform


def laget(navn: Sequence[str], mappe: str) -> Side:
    """Say which workbooks were made, and what to do with them."""
    hva = f"{antall(len(navn), 'Excel-ark', ('Excel-ark', 'Excel-ark'))} ligger i {mappe}"
    return [
        linje(Bit(f"{hva}: {', '.join(navn)}", "", "hake")),
        linje(dempet(f"Send dem ut, og les inn svarene med: styring maaned importer {mappe}")),
    ]


def lest(
    boker: Sequence[tuple[LestMaanedsbok, Sequence[str]]],
    avviste: Sequence[Avvist],
    andre: Sequence[str],
) -> Side:
    """Lay out how much each workbook said, what of it is not taken, and what was not read."""
    side: list[Blokk] = []
    for bok, feil in boker:
        svar = antall(_antall_svar(bok), "svar")
        side.append(Overskrift(f"{bok.fil}: {svar}", niva=2))
        side += [linje(Bit(f"{grunn[0].upper()}{grunn[1:]}.", "feil", "feil")) for grunn in feil]
        side += [
            linje(Bit(f"{ett[0].upper()}{ett[1:]}.", "advarsel", "advarsel")) for ett in bok.ulest
        ]
    side += [linje(Bit(f"{ett.fil}: {ett.grunn}.", "feil", "feil")) for ett in avviste]
    if andre:
        side.append(linje(dempet(f"Ikke lest: {opplisting(andre)}.")))
    return side


def _antall_svar(bok: LestMaanedsbok) -> int:
    """Rows where something was filled in."""
    return sum(bool(svar.felter) for svar in (*bok.svar, *bok.tiltak, *bok.investeringer))


def purring(
    maaned: Okonomimaaned,
    mangler: Sequence[Maanedsmangel],
    dato: date,
    maalform: Maalform = BOKMAAL,
) -> Side:
    """One mail for each unit, ready to be sent: what is missing, and by when. The mail is in the
    målform of the municipality, the page around it in bokmål.
    """
    if not mangler:
        return [linje(Bit(f"Alle enhetene har levert {maaned.navn}.", "ferdig", "hake"))]
    side: list[Blokk] = [
        Overskrift(
            f"Økonomien per {maaned.navn}", f"{antall(len(mangler), 'enhet')} har ikke levert"
        )
    ]
    for mangel in mangler:
        skjema = mangel.skjema
        hva = f"Vi mangler økonomien per {maaned.navn} fra {skjema.navn}."
        side += [
            Overskrift(maalform.skrevet(f"{skjema.enhet}: {skjema.navn}"), niva=2),
            linje(maalform.vis(f"Hei, {skjema.leder}")),
            linje(maalform.vis(f"{hva}{_om_fristen(mangel, dato)}")),
            *(linje(maalform.vis(ett)) for ett in _hva_som_mangler(mangel)),
        ]
    return side


def kan_ikke_levere(mangel: Maanedsmangel) -> Side:
    """Say why a unit can't deliver, as its leader is told."""
    hva = f"{mangel.skjema.navn} kan ikke levere {mangel.skjema.maaned.navn} ennå."
    raad = []
    if mangel.uten_ord:
        raad.append("Skriv «som budsjett» eller ventet avvik for hvert område.")
    if mangel.uten_tiltak:
        raad.append(
            "Skriv tiltaket i arket «Tiltak», hvorfor det ikke er noe, eller foreslå en endring av"
            f" budsjettet. Uten Excel: data/okonomi/{mangel.skjema.maaned.aar}/tiltak.yaml."
        )
    return [
        linje(Bit(hva, "feil", "feil")),
        *map(linje, _hva_som_mangler(mangel)),
        *(linje(Bit(ett, "", "pil")) for ett in raad),
    ]


def _hva_som_mangler(mangel: Maanedsmangel) -> list[str]:
    linjer = []
    if mangel.uten_ord:
        linjer.append(f"Uten prognose: {opplisting(mangel.uten_ord)}.")
    if mangel.uten_tiltak:
        linjer.append(f"Vesentlig merforbruk uten tiltak: {opplisting(mangel.uten_tiltak)}.")
    return linjer or ["Alt er fylt ut. Det som gjenstår, er å levere."]


def _om_fristen(mangel: Maanedsmangel, dato: date) -> str:
    frist = mangel.skjema.frist
    if frist is None:
        return ""
    return f" Fristen {'var' if frist < dato else 'er'} {langdato(frist)}."
