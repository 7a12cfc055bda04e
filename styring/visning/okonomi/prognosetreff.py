"""How near the prognoses came, as a page."""

from styring.fag.belop import i_tusen, millioner, prosent
from styring.fag.kalender import MAANEDER
from styring.sporring.okonomi.prognosetreff import Prognosetreffsvar, Treffrad
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


def side(svar: Prognosetreffsvar) -> Side:
    """Lay out the whole month by month, then how far off each unit was on average."""
    hode = Overskrift(f"{svar.navn}: treffsikkerhet i prognosene {svar.aar}", "1 000 kr")
    if svar.sum is None:
        return [hode, linje(dempet("Ingen måned har en prognose fra alle."))]
    return [
        hode,
        linje(f"Året ble {millioner(svar.sum.utfall)} kr mot budsjett."),
        linje(),
        _maanedene(svar.sum),
        *_enhetene(svar),
        linje(),
        linje(
            dempet(
                "Pluss: prognosen var bedre enn det ble. Minus: den var verre. Det holdes mot det"
                " som ble brukt; er budsjettet endret siden, er avvikene ikke mot det samme."
            )
        ),
    ]


def _maanedene(rad: Treffrad) -> Tabell:
    kolonner = (
        Kolonne("Måned"),
        Kolonne("Ventet avvik", tall=True),
        Kolonne("Etter tiltak", tall=True),
        Kolonne("Ble", tall=True),
        Kolonne("For optimistisk", tall=True),
        Kolonne("Med tiltak", tall=True),
    )
    return Tabell(
        kolonner,
        tuple(
            (
                Bit(MAANEDER[int(punkt.maaned[5:]) - 1]),
                Bit(i_tusen(punkt.avvik)),
                Bit(i_tusen(punkt.etter_tiltak)),
                Bit(i_tusen(rad.utfall)),
                Bit(i_tusen(punkt.skjevhet)),
                Bit(i_tusen(punkt.skjevhet_etter)),
            )
            for punkt in rad.punkter
        ),
    )


def _enhetene(svar: Prognosetreffsvar) -> list[Blokk]:
    if len(svar.rader) <= 1:
        return []
    kolonner = (
        Kolonne("Enhet", fri=True),
        Kolonne("Ble", tall=True),
        Kolonne("For optimistisk", tall=True),
        Kolonne("Av budsjettet", tall=True),
    )
    tabell = Tabell(
        kolonner,
        tuple(
            (
                Bit(rad.navn),
                Bit(i_tusen(rad.utfall)),
                Bit(i_tusen(rad.skjevhet)),
                Bit(prosent(rad.prosent)),
            )
            for rad in svar.rader
        ),
    )
    return [Overskrift("Enhetene, i snitt", niva=2), tabell]


def ark(svar: Prognosetreffsvar) -> Ark:
    """Every unit and month as a row, and the whole as the unit without a code."""
    rader = (*svar.rader, *([svar.sum] if svar.sum else []))
    return Ark(
        ("aar", "enhet", "maaned", "avvik", "etter_tiltak", "utfall", "skjevhet", "med_tiltak"),
        tuple(
            (
                svar.aar,
                rad.kode,
                punkt.maaned,
                punkt.avvik,
                punkt.etter_tiltak,
                rad.utfall,
                punkt.skjevhet,
                punkt.skjevhet_etter,
            )
            for rad in rader
            for punkt in rad.punkter
        ),
    )
