"""Who waits for whom, as a page and as rows."""

from styring.fag.norsk import antall
from styring.sporring.oppdrag.delansvar import Delansvarssvar, Venter
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
from styring.visning.felles.merker import tilstandsbit
from styring.visning.felles.ord import dag_og_uke, enhetstittel, fristbit


def side(svar: Delansvarssvar) -> Side:
    """Lay out both sides for a unit, or every contribution in the municipality."""
    tittel = enhetstittel(svar.enhet, svar.navn, svar.kommune)
    hode: list[Blokk] = [
        Overskrift(tittel, dag_og_uke(svar.dato)),
        linje(f"Delansvar i åpne oppdrag fra {svar.aar}"),
    ]
    if not svar.er_oppgitt:
        return [*hode, linje(dempet("Delansvar er ikke oppgitt for noen oppdrag."))]
    if svar.enhet:
        return [
            *hode,
            *_del(f"Andre venter på {svar.enhet}", svar.andre_venter),
            *_del(f"{svar.enhet} venter på andre", svar.venter_pa_andre),
        ]
    return [*hode, *_del("Hvem som venter på hvem", svar.venter_pa_andre)]


def ark(svar: Delansvarssvar) -> Ark:
    """The rows for a spreadsheet."""
    kolonner = (
        "id",
        "tittel",
        "venter",
        "venter_pa",
        "hva",
        "frist",
        "forfalt",
        "tilstand",
        "kommentar",
    )
    alle = (*svar.andre_venter, *svar.venter_pa_andre)
    return Ark(
        kolonner,
        tuple(
            (
                v.id,
                v.tittel,
                v.venter,
                v.venter_pa,
                v.hva,
                v.frist,
                v.forfalt,
                v.tilstand.ord,
                v.kommentar,
            )
            for v in alle
        ),
    )


def _del(overskrift: str, ventende: tuple[Venter, ...]) -> list[Blokk]:
    hode = Overskrift(
        f"{overskrift} ({antall(len({ett.id for ett in ventende}), 'oppdrag')})", niva=2
    )
    if not ventende:
        return [hode, linje(dempet("Ingen."))]
    kolonner = (
        Kolonne("Id"),
        Kolonne("Hva", fri=True),
        Kolonne("Venter"),
        Kolonne("På"),
        Kolonne("Frist"),
        Kolonne("Bidraget"),
    )
    return [hode, Tabell(kolonner, tuple(_rad(ett) for ett in ventende))]


def _rad(ett: Venter) -> tuple[Bit, ...]:
    hva = " ".join(ett.tittel.split()) + (f" ({ett.hva})" if ett.hva != "bidrag" else "")
    stand = tilstandsbit(ett.tilstand) if ett.hva == "bidrag" else dempet("åpen oppgave")
    return (
        Bit(ett.id, "id"),
        Bit(hva),
        Bit(ett.venter),
        Bit(ett.venter_pa),
        fristbit(ett.frist, forfalt=ett.forfalt),
        stand,
    )
