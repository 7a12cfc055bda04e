"""Today in short, as a page and as rows."""

from styring.fag.kalender import avstand, dag_og_dato
from styring.fag.norsk import antall
from styring.sporring.poster.oversikt import Oversiktsvar
from styring.visning.felles.blokker import (
    Ark,
    Bit,
    Kolonne,
    Overskrift,
    Side,
    Stolpe,
    Tabell,
    dempet,
    linje,
)
from styring.visning.felles.ord import dag_og_uke, dagmerknad, tellelinje
from styring.visning.oppdrag import status


def side(svar: Oversiktsvar) -> Side:
    """Lay out a dozen lines: how it stands, what comes, and where to go from here."""
    tall = svar.status
    hode = Overskrift(svar.kommune, dag_og_uke(svar.dato))
    if tall.aar is None:
        return [hode, linje(dempet(status.INGEN_OPPDRAG))]
    rader = tuple(
        (
            Bit(dag_og_dato(f.dag), "", f.type or f.slag),
            Bit(f.tittel + dagmerknad(f.flyttet_fra, f.fridag)),
            Bit(avstand(svar.dato, f.dag)),
        )
        for f in svar.neste
    )
    neste = (
        [Tabell((Kolonne(""), Kolonne("", fri=True), Kolonne("", tall=True)), rader)]
        if rader
        else [linje(dempet("Ingen frister de neste 60 dagene."))]
    )
    forfalt = (
        [
            linje(
                Bit(
                    f"{antall(svar.forfalte, 'frist')} er forfalt. Se dem: styring frister",
                    "forfalt",
                    "forfalt",
                )
            )
        ]
        if svar.forfalte
        else []
    )
    return [
        hode,
        linje(f"{antall(tall.antall, 'oppdrag')} i {tall.aar}"),
        linje(),
        Stolpe(tuple(tall.telling.items())),
        tellelinje(tall.telling),
        *forfalt,
        Overskrift("Neste frister", niva=2),
        *neste,
        linje(),
        linje(Bit("Mer: styring status · styring frister · styring --hjelp", "", "pil")),
    ]


def ark(svar: Oversiktsvar) -> Ark:
    """The units' counts, then the next deadlines."""
    enheter = (
        ("enhet", enhet.kode, enhet.navn, enhet.antall, None) for enhet in svar.status.enheter
    )
    frister = ((frist.slag, frist.id, frist.tittel, None, frist.dag) for frist in svar.neste)
    return Ark(("slag", "id", "tittel", "oppdrag", "dag"), (*enheter, *frister))
