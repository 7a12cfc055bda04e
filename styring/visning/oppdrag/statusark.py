"""The rows of the status for a spreadsheet."""

from styring.fag.tilstand import OPPDRAGSTILSTANDER
from styring.sporring.oppdrag.status import Statussvar
from styring.visning.felles.blokker import Ark


def ark(svar: Statussvar) -> Ark:
    """The rows of the status for a spreadsheet."""
    if svar.enhet:
        felter = (
            "id",
            "tittel",
            "ansvarlig",
            "frist",
            "forfalt",
            "tilstand",
            "meldt_i",
            "forventet_ferdig",
            "oppgaver",
            "oppgaver_ferdig",
        )
        rader = [
            (
                r.id,
                r.tittel,
                r.ansvarlig,
                r.frist,
                r.forfalt,
                r.tilstand.ord,
                r.meldt_i,
                r.forventet_ferdig,
                r.oppgaver,
                r.oppgaver_ferdig,
            )
            for r in svar.oppdrag
        ]
        return Ark(felter, tuple(rader))
    kolonner = (
        "enhet",
        "navn",
        "type",
        "antall",
        *(t.value for t in OPPDRAGSTILSTANDER),
        "apne_vedtak",
    )
    return Ark(
        kolonner,
        tuple(
            (e.kode, e.navn, e.type, e.antall, *e.telling.values(), e.vedtak) for e in svar.enheter
        ),
    )
