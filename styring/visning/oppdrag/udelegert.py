"""The oppdrag that nobody below the director carries, as a page and as rows."""

from styring.sporring.oppdrag.udelegert import Udelegertsvar
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


def side(svar: Udelegertsvar) -> Side:
    """Lay out the oppdrag, and what to do about them."""
    tittel = enhetstittel(svar.enhet, svar.navn, svar.kommune)
    hode: list[Blokk] = [
        Overskrift(tittel, dag_og_uke(svar.dato)),
        linje(f"{len(svar.oppdrag)} av {svar.apne} åpne oppdrag bæres av ingen under direktøren"),
        linje(),
    ]
    if not svar.oppdrag:
        return [
            *hode[:1],
            linje("Alle åpne oppdrag er delegert videre, eller delt i oppgaver som andre har."),
        ]
    med_frist = any(sak.frist for sak in svar.oppdrag)
    rader = tuple(
        (
            Bit(sak.id, "id"),
            Bit(" ".join(sak.tittel.split())),
            Bit(sak.ansvarlig),
            *((fristbit(sak.frist, forfalt=sak.forfalt),) if med_frist else ()),
            tilstandsbit(sak.tilstand),
        )
        for sak in svar.oppdrag
    )
    kolonner = (
        Kolonne("Id"),
        Kolonne("Oppdrag", fri=True),
        Kolonne("Eier"),
        *((Kolonne("Frist"),) if med_frist else ()),
        Kolonne("Status"),
    )
    return [
        *hode,
        Tabell(kolonner, rader),
        linje(),
        linje(dempet(f"Deleger det første: styring deleger {svar.oppdrag[0].id} --til HVEM")),
    ]


def ark(svar: Udelegertsvar) -> Ark:
    """The rows for a spreadsheet."""
    return Ark(
        ("id", "tittel", "ansvarlig", "frist", "forfalt", "tilstand"),
        tuple(
            (s.id, s.tittel, s.ansvarlig, s.frist, s.forfalt, s.tilstand.ord) for s in svar.oppdrag
        ),
    )
